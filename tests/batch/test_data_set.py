"""What a run writes: tables, types, keys, places, the manifest; the same whatever the number of processes."""

from __future__ import annotations

import hashlib
import json

import pyarrow.parquet as pq
import pytest

from batch.conftest import options
from batch.pages import fingerprint, page, write_pages
from notice_cli import __version__
from notice_cli.batch import work
from notice_cli.batch.journal import schema_text
from notice_cli.batch.parts import arrow_schema, to_parquet
from notice_cli.batch.plan import Chunk, Input
from notice_cli.batch.run import run
from notice_cli.batch.store import open_store
from notice_cli.batch.tables import PLACED, TABLES
from notice_cli.errors import UsageError


def rows(data_set, table):
    return [
        row
        for path in sorted((data_set / table).glob("*.parquet"))
        for row in pq.read_table(path).to_pylist()
    ]


def plain_type(field):
    """Name and type; Parquet has its own names for what is inside a list or a map."""
    return field.name, str(field.type).replace("element", "item").replace(f" ('{field.name}')", "")


def test_every_table_has_its_schema_and_is_zstd(data_set):
    assert sorted(path.name for path in data_set.iterdir()) == sorted([*TABLES, "_schema", "manifest.json"])
    assert (data_set / "_schema").read_text("utf-8") == schema_text()
    for table in TABLES:
        for path in (data_set / table).iterdir():
            file = pq.ParquetFile(path)
            assert [plain_type(one) for one in file.schema_arrow] == [
                plain_type(one) for one in arrow_schema(table)
            ]
            groups = range(file.metadata.num_row_groups)
            assert all(file.metadata.row_group(at).column(0).compression == "ZSTD" for at in groups)


def test_rows_lead_to_their_source_and_place(data_set, pages):
    notices = {row["notice_id"]: row for row in rows(data_set, "notices")}
    assert len(notices) == 10
    for key, row in notices.items():
        assert hashlib.sha256((pages / row["uri"].rpartition("/")[2]).read_bytes()).hexdigest() == key
    for table in PLACED:
        told = rows(data_set, table)
        assert told
        for row in told:
            text = notices[row["notice_id"]]["text"]
            words = text[row["span_start"] : row["span_end"]]
            assert words
            if table in ("measures", "counts"):
                assert row["text"] in words
            if table == "issues":
                assert words.startswith(row["label"])
                assert row["text"] in words
            assert row["source_line"] is not None


def test_keys_join_the_tables(data_set):
    issues = {(row["notice_id"], row["issue_position"]): row for row in rows(data_set, "issues")}
    assert len(issues) == len(rows(data_set, "issues")) == 40
    measures = rows(data_set, "measures")
    assert all((row["notice_id"], row["issue_position"]) in issues for row in measures)
    assert len({(row["notice_id"], row["issue_position"], row["ordinal"]) for row in measures}) == len(
        measures
    )
    for row in rows(data_set, "notices"):
        own = [issue for key, issue in issues.items() if key[0] == row["notice_id"]]
        assert (row["issues_listed"], row["measures_listed"]) == (
            4,
            sum(one["measures_listed"] for one in own),
        )


def test_values_are_those_of_the_record(data_set):
    row = next(one for one in rows(data_set, "notices") if one["uri"].endswith("00004.html"))
    assert (row["body"], row["year"], row["level"], row["errors"] > 0) == (
        "白桦市第4勘测局",
        2024,
        "city",
        True,
    )
    issue = next(one for one in rows(data_set, "issues") if one["notice_id"] == row["notice_id"])
    assert (issue["status"], issue["topic"]) == ("completed", "公务接待")
    counts = [one for one in rows(data_set, "counts") if one["notice_id"] == row["notice_id"]]
    states = {one["what"]: one["state"] for one in counts}
    assert (states["issues"], states["issues_completed"]) == ("verified", "contradicted")
    finding = next(one for one in rows(data_set, "findings") if one["notice_id"] == row["notice_id"])
    assert finding["code"] == "CNT003"
    assert "1" in finding["arithmetic"][0]


def test_what_was_not_read_has_its_reason(data_set):
    told = {row["uri"].rpartition("/")[2]: row for row in rows(data_set, "failures")}
    assert {name: row["kind"] for name, row in told.items()} == {
        "list.html": "not_notice",
        "empty.html": "empty",
        "nowhere.html": "missing",
    }
    assert "天气" not in told["list.html"]["message"]
    assert "不是整改情况通报" in told["list.html"]["message"]
    assert told["nowhere.html"]["sha256"] is None


def test_the_manifest_names_tool_rules_and_inputs(data_set):
    manifest = json.loads((data_set / "manifest.json").read_text("utf-8"))
    assert manifest["tool"] == {"name": "notice-cli", "version": __version__}
    assert all(len(version) == 12 for version in manifest["rules"].values())
    assert "CNT001" in manifest["rules"]
    inputs = {one["uri"].rpartition("/")[2]: one for one in manifest["inputs"]}
    assert len(inputs) == 14
    assert inputs["copy.html"]["duplicate_of"].endswith("00002.html")
    assert inputs["copy.html"]["sha256"] == inputs["00002.html"]["sha256"]
    assert manifest["rows"]["notices"] == 10


@pytest.mark.parametrize("jobs", [1, 3])
def test_the_number_of_processes_changes_nothing(data_set, pages, tmp_path, jobs):
    run([str(pages), "nowhere.html"], str(tmp_path / "again"), options(), jobs=jobs)
    assert fingerprint(tmp_path / "again") == fingerprint(data_set)


def test_order_is_that_of_the_inputs(pages, tmp_path):
    given = [str(pages / "00007.html"), str(pages / "0000[12].html"), str(pages / "00007.html")]
    run(given, str(tmp_path / "set"), options(chunk=2), jobs=2)
    names = [row["uri"].rpartition("/")[2] for row in rows(tmp_path / "set", "notices")]
    assert names == ["00007.html", "00001.html", "00002.html"]


def test_the_same_paths_through_fsspec_give_the_same_rows(pages, data_set, tmp_path):
    pytest.importorskip("fsspec", reason="needs the extra cluster")
    outcome = run([f"local://{pages}/0*.html"], f"local://{tmp_path}/set", options(), jobs=2)
    assert outcome.rows["notices"] == 10
    plain = {row["notice_id"]: row for row in rows(data_set, "notices")}
    for row in rows(tmp_path / "set", "notices"):
        assert row["uri"].startswith("file://")
        assert {**row, "uri": 0} == {**plain[row["notice_id"]], "uri": 0}
    assert not (tmp_path / "set" / "_journal").exists()


def test_half_characters_and_huge_numbers_stop_nothing(tmp_path, monkeypatch):
    """A record that no column can hold is a failure of its own page."""
    folder = write_pages(tmp_path / "pages", 3)
    inputs = tuple(Input(path.name, str(path)) for path in sorted(folder.iterdir()))
    real = work.read_bytes

    def damaged(got, vocabulary):
        notice = real(got, vocabulary)
        return notice.model_copy(update={"title": "半\ud800"}) if got.uri == "00001.html" else notice

    monkeypatch.setattr(work, "read_bytes", damaged)
    store = open_store(str(tmp_path / "set"))
    counts = work.write_chunk(Chunk(0, inputs), {}, options(), store, lambda at: None)
    assert (counts["notices"], counts["failures"]) == (2, 1)
    assert rows(tmp_path / "set", "failures")[0]["kind"] == "internal"


@pytest.mark.parametrize(
    ("together", "most_bytes", "told"),
    [
        (2, 10**9, [0, 1, 0, 1, 2, 3, 2, 3, 4, 4, -1]),
        (25, 10**9, [0, 1, 2, 3, 4, 0, 1, 2, 3, 4, -1]),
        (25, 1, [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, -1]),
    ],
)
def test_a_few_are_read_before_the_first_is_judged(tmp_path, monkeypatch, together, most_bytes, told):
    """Few in number and in bytes; each is told of before either stage, and the rows keep their order."""
    folder = write_pages(tmp_path / "pages", 4)
    (folder / "00002.html").write_text("<p>天气预报：晴。</p>", encoding="utf-8")
    inputs = [Input(one.name, str(one), size=one.stat().st_size) for one in sorted(folder.iterdir())]
    inputs.append(Input("gone.html", "gone.html", kind="missing", message="没有这个文件"))
    monkeypatch.setattr(work, "MOST_TOGETHER", together)
    monkeypatch.setattr(work, "MOST_BYTES", most_bytes)
    heard: list[int] = []
    store = open_store(str(tmp_path / "set"))
    work.write_chunk(Chunk(0, tuple(inputs)), {}, options(), store, heard.append)
    assert heard == told
    kept = {table: [row["uri"] for row in rows(tmp_path / "set", table)] for table in ("notices", "failures")}
    assert kept == {
        "notices": ["00000.html", "00001.html", "00003.html"],
        "failures": ["00002.html", "gone.html"],
    }


def test_row_groups_follow_the_size():
    rows_ = [("a" * 64, 1, at, None, "措" * 20_000, 0, 1, 1) for at in range(1200)]
    import io

    file = pq.ParquetFile(io.BytesIO(to_parquet("measures", rows_)))
    assert 4 <= file.metadata.num_row_groups <= 6


def test_other_settings_or_a_finished_set_are_not_overwritten(pages, data_set, tmp_path):
    with pytest.raises(UsageError, match="there is a data set already"):
        run([str(pages)], str(data_set), options(), jobs=1)
    assert run([str(pages), "nowhere.html"], str(data_set), options(), jobs=1, resume=True) is None
    with pytest.raises(UsageError, match="no run to go on with"):
        run([], str(tmp_path / "none"), options(), jobs=1, resume=True)


@pytest.mark.parametrize("text", [page(77), "<p>天气预报：晴。</p>"])
def test_a_page_changed_after_the_plan_is_told(tmp_path, text):
    folder = write_pages(tmp_path / "pages", 2)

    def change(stage, *_):
        if stage == "plan":
            (folder / "00001.html").write_text(text, encoding="utf-8")

    run([str(folder)], str(tmp_path / "set"), options(), jobs=1, told=change)
    assert [row["kind"] for row in rows(tmp_path / "set", "failures")] == ["changed"]
