"""`notice export`: a format an ending, one table or all, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import json
from io import BytesIO, StringIO

import pytest
from click.testing import CliRunner

from notice_cli import check, read
from notice_cli.cli.main import notice as command
from notice_cli.model.ledger import TABLES
from notice_cli.reports.export_figures import tokens
from notice_cli.reports.export_formulas import _evaluate
from notice_cli.reports.export_tables import EXPORTED, columns_of, rows_of
from notice_cli.reports.exports import EXPORTS
from places import SAMPLES

SAMPLE = SAMPLES / "lanchuan-culture-2024-planted.html"


def export(*words):
    return CliRunner().invoke(command, ["export", *map(str, words)], standalone_mode=False)


def pair():
    notice = read(SAMPLE)
    return notice, check(notice)


@pytest.mark.parametrize("ending", EXPORTS)
def test_every_ending_gives_files_that_are_whole(ending, tmp_path):
    assert export(SAMPLE, "-o", tmp_path / f"ledger{ending}").return_value == 0
    names = sorted(path.name for path in tmp_path.iterdir())
    several = [f"ledger-{TABLES[one].words.zh}{ending}" for one in EXPORTED]
    assert names == (sorted(several) if ending in (".csv", ".parquet") else [f"ledger{ending}"])


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("table", EXPORTED)
def test_every_row_is_as_wide_as_its_head(table, lang):
    widths = {len(row) for row in rows_of(table, [pair()], lang)}
    assert widths == {len(columns_of(table, several=False))}
    both = {len(row) for row in rows_of(table, [pair(), pair()], lang)}
    assert both == {len(columns_of(table, several=True))}


def test_a_table_as_csv_opens_in_excel(tmp_path):
    export(SAMPLE, "-o", tmp_path / "a.csv", "--table", "issues", "--headers", "en")
    data = (tmp_path / "a.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline="")))
    assert [row["Issue"] for row in rows] == [one.text for one in read(SAMPLE).issues]


def test_no_cell_of_a_csv_is_a_formula(tmp_path):
    issues = "问题1：=1+1。\n整改情况：已整改。\n问题2：＝cmd。\n整改情况：-1已整改。"
    page = f"关于巡察整改情况的通报\n反馈问题2个。\n{issues}"
    (tmp_path / "page.txt").write_text(page, "utf-8")
    export(tmp_path / "page.txt", "-o", tmp_path / "a.csv")
    for path in tmp_path.glob("*.csv"):
        for row in csv.reader(StringIO(path.read_text("utf-8-sig"), newline="")):
            assert not any(one.startswith(tuple("=+-@＝＋－＠\t\r")) for one in row), (path, row)
    assert "'=1+1。" in (tmp_path / "a-问题清单.csv").read_text("utf-8-sig")


def test_records_are_those_of_parse_and_tables_are_objects(tmp_path):
    export(SAMPLE, "-o", tmp_path / "a.json")
    assert read(tmp_path / "a.json") == read(SAMPLE)
    export(SAMPLE, "-o", tmp_path / "b.jsonl", "--table", "findings")
    rows = [json.loads(line) for line in (tmp_path / "b.jsonl").read_text("utf-8").splitlines()]
    assert [row["规则"] for row in rows] == [one.code for one in check(read(SAMPLE)).findings]


def test_parquet_has_columns_of_their_kinds(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    export(SAMPLE, "-o", tmp_path / "a.parquet", "--table", "issues")
    table = parquet.read_table(tmp_path / "a.parquet")
    assert str(table.schema.field("问题编号").type) == "int64"
    assert table.column("反馈问题").to_pylist() == [one.text for one in read(SAMPLE).issues]


def test_word_has_the_ledger_and_the_findings(tmp_path):
    from docx import Document

    export(SAMPLE, "-o", tmp_path / "a.docx")
    document = Document(BytesIO((tmp_path / "a.docx").read_bytes()))
    ledger, findings = document.tables
    notice, report = pair()
    assert len(ledger.rows) == len(notice.issues) + 1
    assert [row.cells[1].text for row in findings.rows][1:] == [one.code for one in report.findings]
    assert document.sections[0].page_width > document.sections[0].page_height


def test_markdown_holds_a_row_an_issue(tmp_path):
    export(SAMPLE, "-o", tmp_path / "a.md", "--table", "ledger")
    lines = (tmp_path / "a.md").read_text("utf-8").splitlines()
    assert lines[3] == "| --- | --- | --- | --- | --- | --- |"
    assert len(lines) == 4 + len(read(SAMPLE).issues)


def test_what_cannot_be_read_leaves_the_rest(tmp_path):
    assert export(SAMPLE, tmp_path / "none.html", "-o", tmp_path / "a.xlsx").return_value == 3
    assert (tmp_path / "a.xlsx").exists()
    assert export(tmp_path / "none.html", "-o", tmp_path / "b.xlsx").return_value == 3
    assert not (tmp_path / "b.xlsx").exists()


@pytest.mark.parametrize(
    ("words", "kind"),
    [(("-o", "a.doc"), "unknown_ending"), (("-o", "a.xlsx", "--table", "issues"), "one_table_xlsx")],
)
def test_a_wrong_call_says_what_to_do(words, kind):
    told = export(SAMPLE, *words).exception
    assert (told.kind, told.exit_code) == (kind, 2)


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("22 + 1", 23),
        ("100 * (19 + 3) / 24", 100 * 22 / 24),
        ("2 - 3 - 4", -5),
        ("1 / 0", None),
        ("1 +", None),
    ],
)
def test_expressions_are_computed_as_a_sheet_does(expression, value):
    assert _evaluate(tokens(expression)) == value
