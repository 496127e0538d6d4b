"""Tables of a data set as a person reads them: heads whole, and a CSV that Excel opens."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner

from notice_cli.cli.main import notice
from notice_cli.reports.stats_text import render_table
from notice_cli.reports.terminal import cells
from places import SAMPLES

pytest.importorskip("duckdb")
DATA = str(SAMPLES / "dataset")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [100, 160])
def test_no_head_is_cut(lang, width):
    from notice_cli.batch.stats import answer

    for stat in answer(DATA, ["levels", "completion"], 20):
        shown = render_table([stat], lang, False, width)
        assert "…" not in shown
        for column in stat.columns:
            for part in re.findall(r"[a-z]+|[\u4e00-\u9fff]{1,2}", column.title.say(lang)):
                assert part in shown
        table = shown.split("\n")[2 if stat.note else 1 :]
        assert max(map(cells, table)) <= width


def test_a_csv_file_begins_with_the_mark_that_excel_looks_for(tmp_path):
    file = tmp_path / "a.csv"
    command = ["stats", DATA, "--only", "status", "--format", "csv"]
    piped = CliRunner().invoke(notice, command, standalone_mode=False).stdout_bytes
    CliRunner().invoke(notice, [*command, "-o", str(file)], standalone_mode=False)
    assert file.read_bytes() == b"\xef\xbb\xbf" + piped
    assert piped.startswith(b"status,")
