"""What a data set says: figures that can be counted by hand, copied measures, own queries, harmless pages."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys

import pytest

pytest.importorskip("duckdb", reason="needs the extra stats")
pytest.importorskip("rensa", reason="needs the extra stats")

from batch.conftest import options
from batch.pages import page
from notice_cli.batch.run import run
from notice_cli.batch.stats import NAMES, answer, ask_sql
from notice_cli.cli.stats import PARTS
from notice_cli.errors import UsageError
from notice_cli.language import Words
from notice_cli.reports import STATS_REPORTS, Look
from notice_cli.reports.stats_model import Chart, Stat, StatColumn


@pytest.fixture(scope="module")
def answers(data_set):
    return {stat.name: stat for stat in answer(str(data_set))}


def dicts(stat):
    names = [column.name for column in stat.columns]
    return [dict(zip(names, row, strict=True)) for row in stat.rows]


def test_the_command_knows_every_answer():
    assert PARTS == NAMES


def test_statuses_are_counted(answers):
    told = {row["status"]: row["issues"] for row in dicts(answers["status"])}
    assert told == {"completed": 33, "basically_completed": 3, "in_progress": 2, "not_completed": 2}


def test_topics_are_counted(answers):
    told = {row["topic"]: (row["issues"], row["notices"]) for row in dicts(answers["topics"])}
    assert told == dict.fromkeys(("公务接待", "理论学习", "固定资产", "借调"), (10, 10))


def test_levels_and_years_are_counted(answers):
    told = [(row["level"], row["year"], row["notices"], row["issues"]) for row in dicts(answers["levels"])]
    assert told == [("city", year, 2, 8) for year in range(2020, 2025)]
    assert sum(row["completed"] for row in dicts(answers["levels"])) == 33


def test_completion_as_declared_and_as_listed(answers):
    told = {row["year"]: row for row in dicts(answers["completion"])}
    assert (told[2024]["declaring"], told[2024]["listing"]) == (2, 2)
    # page 4 claims 1 of 4 and lists 4, page 9 claims and lists 3 of 4
    assert told[2024]["declared"] == pytest.approx(50.0)
    assert told[2024]["listed"] == pytest.approx(87.5)
    gaps = dicts(answers["gaps"])
    assert [(row["body"], row["gap"]) for row in gaps] == [("白桦市第4勘测局", -75.0)]


def test_contradicting_notices_are_ranked(answers):
    told = dicts(answers["contradictions"])
    assert [row["body"] for row in told] == ["白桦市第4勘测局"]
    assert "1" in told[0]["findings"]


def copied_pages(folder):
    """Three bodies: a measure in the same words, one with two characters changed, one that is only like."""
    shared = "修订出差审批办法，逐笔核对近三年出差凭证，补齐审批单并收回超标准报销的款项"
    texts = {
        "甲山市林场": shared,
        "乙水市林场": shared,
        "丙原市林场": shared.replace("近三年", "近五年"),
        "丁岭市林场": "修订公务用车办法，加油卡一车一卡，维修前先行审批并逐月公示里程和油耗情况",
    }
    for name, text in texts.items():
        other = page(1, body=name).replace("委托中介机构盘点资产", text + "，共")
        (folder / f"{name}.html").write_text(
            re.sub("召开专题会议|修订接待管理办法.{0,30}公函", name, other), "utf-8"
        )


def test_copied_measures_are_found_with_both_texts(tmp_path):
    (tmp_path / "in").mkdir()
    copied_pages(tmp_path / "in")
    run([str(tmp_path / "in")], str(tmp_path / "set"), options(), jobs=1)
    told = [row for row in dicts(answer(str(tmp_path / "set"), ["copied"])[0]) if "出差" in row["text"]]
    assert told
    assert {row["body"] for row in told} | {row["other_body"] for row in told} == {
        "甲山市林场",
        "乙水市林场",
        "丙原市林场",
    }
    exact = [row for row in told if row["likeness"] == 1.0]
    near = [row for row in told if row["likeness"] < 1.0]
    assert all(row["text"] == row["other_text"] and row["body"] != row["other_body"] for row in exact)
    assert all(row["text"] != row["other_text"] and row["likeness"] >= 0.9 for row in near)
    assert exact
    assert near


def test_own_query(data_set):
    stat = ask_sql(
        str(data_set), "SELECT code, count(*) AS n FROM findings GROUP BY code ORDER BY code LIMIT 1"
    )
    assert [column.name for column in stat.columns] == ["code", "n"]
    assert len(stat.rows) == 1


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT nonsense",
        "COPY notices TO 'notices.csv'",
        "DROP VIEW notices",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT 1; SELECT 2",
        "SET enable_external_access = true",
        "",
    ],
)
def test_a_query_reads_the_data_set_and_nothing_else(data_set, sql):
    with pytest.raises(UsageError, match="the query is wrong"):
        ask_sql(str(data_set), sql)


def test_no_data_set_is_told(tmp_path):
    with pytest.raises(UsageError, match="is no data set"):
        answer(str(tmp_path))


HOSTILE = Stat(
    "hostile",
    Words("<b>题", "<b>title"),
    (StatColumn("a", Words("甲", "a")), StatColumn("n", Words("数", "n"), "number")),
    [("=cmd|' /C calc'!A0", 3), ("<script>alert(1)</script>\x1b[31m", 5), ("@sum", None)],
    Chart((0,), (1,)),
)


def test_reports_are_harmless():
    for lang in ("zh", "en"):
        html = STATS_REPORTS["html"]([HOSTILE], Look(lang))
        assert "<script" not in html
        assert "<b>" not in html
        assert "\x1b" not in html + STATS_REPORTS["table"]([HOSTILE], Look(lang))
        assert "http" not in html.replace("http-equiv", "")
    rows = list(csv.reader(io.StringIO(STATS_REPORTS["csv"]([HOSTILE], Look()))))
    assert [row[0][0] for row in rows[1:]] == ["'", "<", "'"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_answer_in_every_format(answers, lang):
    stats = list(answers.values())
    told = {name: report(stats, Look(lang)) for name, report in STATS_REPORTS.items()}
    for stat in stats:
        assert stat.title.say(lang) in told["table"]
        assert stat.title.say(lang) in told["html"]
    assert set(json.loads(told["json"])) == set(answers)
    assert told["html"].count("<svg") == sum(1 for stat in stats if stat.chart and stat.rows)
    widths = [float(width) for width in re.findall(r'<rect[^>]* width="([\d.]+)"', told["html"])]
    assert widths
    assert max(widths) <= 520


def test_the_command(data_set, tmp_path):
    command = [sys.executable, "-m", "notice_cli", "stats", str(data_set), "--lang", "en"]
    done = subprocess.run([*command, "--only", "status", "--format", "csv"], capture_output=True, check=True)
    assert done.stdout.decode().splitlines()[:2] == ["status,issues,share", "completed,33,82.5"]
    page_ = tmp_path / "stats.html"
    subprocess.run([*command, "--format", "html", "-o", str(page_)], check=True)
    assert "<svg" in page_.read_text("utf-8")
    failed = subprocess.run([*command, "--sql", "SELECT nonsense"], capture_output=True, check=False)
    assert failed.returncode == 2
    assert "the query is wrong" in failed.stderr.decode()
