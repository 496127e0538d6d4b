"""notice.toml, suppressions and baselines, on the command line."""

from __future__ import annotations

import json
import shutil

import pytest
from click.testing import CliRunner

from notice_cli.cli.ending import run as run_command
from notice_cli.cli.main import notice
from notice_cli.config import read_config
from notice_cli.errors import UsageError
from places import SAMPLES

PLANTED = "lanchuan-culture-2024-planted.html"


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder with the planted page, and nothing of the repository's."""
    shutil.copy(SAMPLES / PLANTED, tmp_path / "page.html")
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def run(monkeypatch, capsys, *arguments: str):
    """Exit code, standard output, standard error."""
    monkeypatch.setattr("sys.argv", ["notice", *arguments])
    code = run_command(notice)
    out, err = capsys.readouterr()
    return code, out, err


@pytest.fixture
def cli(here, monkeypatch, capsys):
    return lambda *arguments: run(monkeypatch, capsys, *arguments)


def codes(out: str) -> set[str]:
    return {one["code"] for one in json.loads(out)["findings"]}


def write(folder, text, name="notice.toml"):
    (folder / name).write_text(text, "utf-8")


JSON = ("check", "page.html", "--format", "json")


def test_select_ignore_and_extend(here, cli):
    write(here, 'select = ["CNT"]\nignore = ["CNT006"]\nextend-select = ["NUM001"]\n')
    assert codes(cli(*JSON)[1]) == {"CNT005", "NUM001"}
    assert codes(cli(*JSON, "--select", "TXT")[1]) == {"TXT001", "TXT005", "NUM001"}
    assert codes(cli(*JSON, "--ignore", "CNT005")[1]) == {"CNT006", "NUM001"}
    assert "NUM002" in codes(cli(*JSON, "--extend-select", "NUM")[1])


def test_the_nearest_configuration_wins_and_pyproject_counts(here, cli, monkeypatch):
    write(here, '[tool.notice]\nselect = ["TXT001"]\n', "pyproject.toml")
    inner = here / "inner"
    inner.mkdir()
    shutil.copy(here / "page.html", inner)
    monkeypatch.chdir(inner)
    assert codes(cli(*JSON)[1]) == {"TXT001"}
    write(inner, 'select = ["TXT005"]\n')
    assert codes(cli(*JSON)[1]) == {"TXT005"}
    assert codes(cli(*JSON, "--config", str(here / "pyproject.toml"))[1]) == {"TXT001"}


def test_severity_fail_on_and_language(here, cli):
    write(here, 'select = ["TXT001"]\nfail-on = "warning"\nlang = "en"\n')
    code, out, _ = cli("check", "page.html")
    assert code == 1
    assert "examined: 1" in out
    assert cli("check", "page.html", "--fail-on", "error")[0] == 0
    write(here, 'select = ["TXT001"]\nfail-on = "warning"\n[severity]\nTXT001 = "note"\n')
    assert cli("check", "page.html")[0] == 0


def test_per_file_ignores(here, cli):
    write(here, 'select = ["TXT001"]\n[per-file-ignores]\n"pa*.html" = ["TXT"]\n"other/*" = ["CNT"]\n')
    assert codes(cli(*JSON)[1]) == set()


@pytest.mark.parametrize(
    ("text", "place", "nearest"),
    [
        ('ignore = []\nselct = ["CNT"]\n', "notice.toml:2", "select"),
        (
            '[[suppress]]\ncode = "CNT001"\ntext = "x"\nreason = "abc"\nuntill = 2020-01-01\n',
            "notice.toml:5",
            "until",
        ),
        ('select = ["CNT"]\nignore = ["CNT0099"]\n', "notice.toml:2", "CNT0"),
        ('[severity]\nTXT01 = "note"\n', "notice.toml:1", "TXT0"),
        ('\nfail-on = "eror"\n', "notice.toml:2", "error"),
        ('[[suppress]]\ncode = "CNT001"\ntext = "x"\n', "notice.toml:1", "reason"),
        ("select = [\n", "notice.toml", "TOML"),
    ],
)
def test_what_is_not_known_is_told_with_its_place(here, cli, text, place, nearest):
    write(here, text)
    code, out, err = cli("check", "page.html")
    assert (code, out) == (2, "")
    assert place in err
    assert nearest in err


SUPPRESS = '[[suppress]]\ncode = "{}"\ntext = "{}"\nreason = "已说明"\n{}\n'


def test_a_suppression_sets_aside_what_it_quotes(here, cli):
    write(here, 'select = ["CNT005"]\n' + SUPPRESS.format("CNT005", "已完成81 条", 'notice = "page.*"'))
    code, out, err = cli(*JSON)
    report = json.loads(out)
    assert (code, err, report["findings"]) == (0, "", [])
    assert [(one["finding"]["code"], one["reason"], one["by"]) for one in report["suppressed"]] == [
        ("CNT005", "已说明", "config")
    ]
    sarif = json.loads(cli("check", "page.html", "--format", "sarif")[1])
    assert [one["suppressions"][0]["justification"] for one in sarif["runs"][0]["results"]] == ["已说明"]


@pytest.mark.parametrize(
    ("code", "text", "more", "told"),
    [
        ("CNT005", "已完成81条", "until = 2001-01-01", "到期"),
        ("CNT005", "没有这句话", "", "没有用上"),
        ("CNT006", "已完成81条", "", "没有用上"),
        ("CNT005", "已完成81条", 'notice = "other.html"', "没有用上"),
    ],
)
def test_a_suppression_that_does_not_serve_is_told(here, cli, code, text, more, told):
    write(here, 'select = ["CNT005"]\n' + SUPPRESS.format(code, text, more))
    exit_code, _, err = cli("check", "page.html")
    assert exit_code == 1
    assert told in err


def test_baseline(here, cli):
    assert cli("baseline", "page.html", "-o", "base.json")[0] == 0
    assert cli("check", "page.html", "--baseline", "base.json")[0] == 0
    page = (here / "page.html").read_text("utf-8")
    # one duplicate mended, another of the same rule made
    changed = page.replace("问题17:机关", "问题18:机关").replace("问题5:", "问题4:")
    (here / "page.html").write_text("\n" * 50 + changed, "utf-8")
    code, out, err = cli("check", "page.html", "--baseline", "base.json", "--format", "json")
    assert code == 1
    assert {"NUM001", "NUM002"} <= codes(out)
    assert "CNT005" not in codes(out)
    assert "NUM002" in err


@pytest.mark.parametrize("text", ["", "[]", '{"findings": [1]}', '{"findings": [{"notice": "x"}]}', "\ufffd"])
def test_what_is_no_baseline_is_told(here, cli, text):
    write(here, text, "base.json")
    assert cli("check", "page.html", "--baseline", "base.json")[0] == 2


def test_several_outputs_at_once(here, cli):
    code, out, _ = cli(
        "check", "page.html", "--output", "sarif=a.sarif", "-o", "junit=b.xml", "--format", "jsonl"
    )
    assert code == 1
    assert json.loads(out)["uri"] == "page.html"
    assert json.loads((here / "a.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert (here / "b.xml").read_text("utf-8").startswith("<?xml")
    assert cli("check", "page.html", "-o", "c.txt")[1] == ""
    assert "CNT005" in (here / "c.txt").read_text("utf-8")
    assert cli("check", "page.html", "-o", "sarf=x")[0] == 2


def test_a_draft_is_not_judged_by_what_publication_adds(cli):
    report = json.loads(cli(*JSON, "--draft")[1])
    silent = {one["code"] for one in report["not_applicable"] if "草稿" in one["reason"]}
    assert silent == {"DAT005", "DAT006", "MET001", "MET002", "MET003", "MET004", "STR004"}


def test_show_config_rules_and_explain(here, cli):
    write(here, 'select = ["CNT"]\n[severity]\nCNT006 = "note"\n')
    assert 'CNT006 = "note"' in cli("check", "--show-config")[1]
    assert {"CNT001", "PRV003"} <= {one["code"] for one in json.loads(cli("rules", "--format", "json")[1])}
    assert "CNT002" in cli("rules", "--lang", "en")[1]
    assert "22" in cli("explain", "cnt002")[1]
    assert cli("explain", "CNT999")[0] == 2
    assert cli("check")[0] == 2


def test_a_rule_that_raises_makes_the_exit_code_2(cli, monkeypatch, plugin):
    monkeypatch.syspath_prepend(plugin)
    code, out, _ = cli("check", "page.html", "--select", "EXA002")
    assert code == 2
    assert "EXA002" in out


def test_click_knows_every_option():
    shown = CliRunner().invoke(notice, ["check", "--help"]).output
    for option in ("--draft", "--baseline", "--extend-select", "--show-config", "--verbose", "--output"):
        assert option in shown


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ('select = "CNT"', "方括号里的列表", "a list in square brackets"),
        ('lang = "fr"', "只能是 'zh', 'en'", "must be 'zh', 'en'"),
        ('[[suppress]]\ncode = "CNT005"\nreason = "known"', "缺少这一项", "it is missing"),
        ('[[suppress]]\ncode = "C"\ntext = "a"\nreason = "x"', "至少要有 2 个字", "at least 2 characters"),
        ('[[suppress]]\ncode = "C"\ntext = "a"\nreason = "xy"\nuntil = "soon"', "应是日期", "must be a date"),
        ("severity = 3", "方括号开头的一节", "a section"),
        ('[[sites]]\nname = "ab"\nrecognise = "ab"\nbody = "p"', "选择器", "a selector"),
    ],
)
def test_a_wrong_value_is_told_in_the_language_of_the_reader(tmp_path, text, zh, en):
    file = tmp_path / "notice.toml"
    file.write_text(text)
    with pytest.raises(UsageError) as caught:
        read_config(file)
    assert zh in caught.value.message("zh")
    assert en in caught.value.message("en")


def test_a_configuration_in_another_encoding_is_told(tmp_path):
    file = tmp_path / "notice.toml"
    file.write_bytes('[[suppress]]\nreason = "已说明"'.encode("gbk"))
    with pytest.raises(UsageError) as caught:
        read_config(file)
    assert "另存为 UTF-8" in caught.value.message("zh")
