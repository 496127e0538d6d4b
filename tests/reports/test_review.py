"""The review page: every value marked in place, every link leads somewhere, hostile text stays text."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from notice_cli import check, read
from notice_cli.errors import UsageError
from notice_cli.model import Arithmetic, Layout, Notice, Operand, Report, Source, Span, Unreadable
from notice_cli.pipeline import review
from notice_cli.reports.review import MOST_NOTICES, render
from notice_cli.reports.review_charts import find_shares, read_charts
from notice_cli.reports.review_findings import draw
from notice_cli.reports.review_model import DatedMeasure, Mark, Place, Reviewed
from notice_cli.reports.review_text import read_lines
from notice_cli.rules.manual import read_manual
from notice_cli.rules.plugins import all_rules
from places import ROOT, SAMPLES

PLANTED = SAMPLES / "lanchuan-culture-2024-planted.html"
PAGES = [PLANTED, *sorted((ROOT / "tests" / "families").glob("F1*.html"))[::4]]
MANUALS = [read_manual(rule) for rule in all_rules()]
HOSTILE = """<html><body><h1>某局关于巡察整改情况的通报</h1>
<p>反馈问题2个，已完成整改2个。</p>
<p>问题1：&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src onerror=a()&gt;{{ 7*7 }}{% raw %}反写gnp。</p>
<p>整改结果：已完成。</p><p>整改情况：一是"&gt;&lt;svg onload=alert(3)&gt;。二是javascript:alert(4)。</p>
<p>问题2：学习不深。</p><p>整改结果：未完成。</p><p>整改情况：一是开会。</p></body></html>"""


def reviewed(source, lang="zh"):
    notice = read(source)
    return review(notice, check(notice, lang=lang))


def page_of(*sources, lang="zh"):
    return BeautifulSoup(render([reviewed(one, lang) for one in sources], MANUALS, lang, "0"), "lxml")


def words_of(element):
    """The notice's own words in an element: without the numbers that we set between them."""
    for ours in element.select(".chip, .gutter, .hidden-more"):
        ours.decompose()
    return element.get_text().replace("\u2060", "").strip("\n")


def links_of(element):
    return [link["href"] for link in element.select("a[href]")]


# -- what a page holds ----------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_link_leads_to_a_place_and_no_id_stands_twice(path, lang):
    page = page_of(path, path, lang=lang)
    ids = Counter(one["id"] for one in page.find_all(id=True))
    assert [name for name, count in ids.items() if count > 1] == []
    targets = {link[1:] for link in links_of(page)}
    assert targets - set(ids) == set()
    assert len(targets) > 30


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_text_stands_word_for_word(path):
    lines = [words_of(line) for line in page_of(path).select(".paper .line")]
    assert lines == [line for line in read(path).text.split("\n") if line]


def test_every_value_leads_to_its_record_and_back():
    page, notice = page_of(PLANTED), read(PLANTED)
    by_id = {one["id"]: one for one in page.find_all(id=True)}
    for at, count in enumerate(notice.counts):
        row = by_id[f"n1-r-count-{at}"]
        (back,) = links_of(row)
        assert back == f"#n1-t-count-{at}"
        assert by_id[back[1:]] is not None
        assert f"{count.value}{count.unit or ''}" in row.get_text()
    for claim in check(notice).claims:
        mark, row = by_id[f"n1-t-count-{claim.count}"], by_id[f"n1-r-count-{claim.count}"]
        assert claim.state in row.select_one(".state")["class"]
        assert "also" in mark["class"] or claim.state in mark["class"]
    for at, issue in enumerate(notice.issues):
        assert by_id[f"n1-t-issue-{at}"].get("href") == f"#n1-r-issue-{at}"
        assert by_id[f"n1-t-status-{at}"].get_text() == issue.status_text
        for number, _ in enumerate(issue.measures):
            assert by_id[f"n1-t-measure-{at}-{number}"].get("href") == f"#n1-r-measure-{at}-{number}"
    for name, value in {"feedback_on": "2024-01-19", "signed_on": "2024-08-30", "postcode": "449120"}.items():
        assert by_id[f"n1-r-fact-{name}"].get_text().endswith(value)
        assert by_id[f"n1-t-fact-{name}"].get("href") == f"#n1-r-fact-{name}"
    assert by_id["n1-t-date-0"].get_text() == "2月6日"


def test_a_finding_leads_to_all_its_places_and_draws_its_equation():
    page, (one,) = page_of(PLANTED), [f for f in check(read(PLANTED)).findings if f.code == "CNT005"]
    (card,) = [each for each in page.select("li.card") if "CNT005" in each.get_text()]
    links = [link["href"] for link in card.select(".spots a")]
    assert len(links) == len(one.evidence) == 2
    shown = [page.find(id=link[1:]) for link in links]
    assert [words_of(mark) for mark in shown] == [quote.text for quote in one.evidence]
    terms = [term.get_text() for term in card.select(".equation b, .equation .sign")]
    assert terms == ["81", "≤", "76"]
    assert [term["href"] for term in card.select("a.term")] == [links[1], links[0]]


def test_what_passed_and_what_could_not_be_judged_is_told():
    report = check(read(PLANTED))
    text = page_of(PLANTED).get_text()
    assert all(one.reason in text for one in report.not_applicable)
    listed = page_of(PLANTED).select("ul.passed li .code")
    assert [one.get_text() for one in listed] == [one.code for one in report.passed]


def test_several_sources_stand_in_an_overview_first_also_those_not_read():
    lost = Report(uri="nowhere.html", unreadable=Unreadable(kind="missing", message="没有这个文件<b>"))
    done = render([reviewed(PLANTED), Reviewed(None, lost)], MANUALS, "zh", "0")
    page = BeautifulSoup(done, "lxml")
    rows = page.select(".overview tbody tr")
    assert [row.a["href"] for row in rows] == ["#n1", "#n2"]
    assert "读不了" in rows[1].get_text()
    assert page.select("#n2 .unreadable")[0].get_text() == "没有这个文件<b>"


def test_more_notices_than_a_page_holds_are_refused():
    lost = Reviewed(None, Report(uri="a", unreadable=Unreadable(kind="missing", message="")))
    with pytest.raises(UsageError) as caught:
        render([lost] * (MOST_NOTICES + 1), MANUALS, "zh", "0")
    assert str(MOST_NOTICES) in caught.value.message("zh")


def test_the_same_notice_gives_the_same_page():
    assert render([reviewed(PLANTED)], MANUALS, "zh", "0") == render([reviewed(PLANTED)], MANUALS, "zh", "0")


# -- nothing gets in ------------------------------------------------------------------------------------


def test_hostile_text_stays_text():
    plain = read(HOSTILE.encode())
    notice = plain.model_copy(update={"text": plain.text.replace("反写", "反\u202e")})
    page = BeautifulSoup(render([review(notice, check(notice))], MANUALS, "zh", "0"), "lxml")
    assert len(page.select("script")) == 1
    assert page.select("img, iframe, object, [onload], [onerror], [onclick], [style]") == []
    assert "\u202e" not in str(page)
    text = words_of(page.select_one(".paper"))
    assert "<script>alert(1)</script>" in text
    assert "{{ 7*7 }}{% raw %}" in text
    assert "反\\u202egnp" in text


@pytest.mark.parametrize("source", [PLANTED, HOSTILE.encode()], ids=["planted", "hostile"])
def test_the_policy_lets_in_our_style_and_script_only_and_nothing_is_loaded(source):
    page = page_of(source)
    policy = page.select_one('meta[http-equiv="Content-Security-Policy"]')["content"]
    for kind in ("style", "script"):
        (element,) = page.select(kind)
        made = base64.b64encode(hashlib.sha256(element.string.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{made}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    loaded = [
        one.get("src") or one.get("href") or one.get("action")
        for one in page.select("[src], [href], [action]")
    ]
    assert [address for address in loaded if not address.startswith("#")] == ["data:,"]


# -- the text in pieces ---------------------------------------------------------------------------------

TEXT = "一、总体\n反馈问题3个，已完成2个。\n\n问题1：不实。\n二"
_SPAN = st.tuples(st.integers(-3, len(TEXT) + 3), st.integers(-3, len(TEXT) + 3))


@given(st.lists(_SPAN, max_size=8), st.lists(_SPAN, max_size=8))
def test_however_marks_overlap_the_text_is_whole_and_each_has_one_place(values, places):
    notice = Notice(
        source=Source(uri="a", sha256="0", size=1), genre="other", text=TEXT, layout=Layout(name="x", score=1)
    )
    marks = [Mark("count", f"count-{at}", *span, row=f"count-{at}") for at, span in enumerate(values)]
    spots = [Place(at, 0, *span, level="error") for at, span in enumerate(places)]
    lines = list(read_lines(notice, marks, spots, "zh"))
    assert ["".join(piece.words for piece in line.pieces) for line in lines] == TEXT.split("\n")
    pieces = [piece for line in lines for piece in line.pieces]
    names = [name for piece in pieces for name in piece.names]
    names += [chip.name for piece in pieces for chip in piece.also]
    names += [piece.place for piece in pieces if piece.place]
    names += [piece.value.name for piece in pieces if piece.value and piece.begins]
    assert sorted(names) == sorted(
        {*(mark.name for mark in marks), *(f"place-{one.finding}-0" for one in spots)}
    )
    assert sum(len(piece.after) + piece.hidden for piece in pieces) == len(places)
    for at, (start, end) in enumerate(places):
        marked = "".join(piece.words for piece in pieces if at in piece.findings)
        assert marked == TEXT[max(start, 0) : max(end, 0)].replace("\n", "")


# -- equations and charts -------------------------------------------------------------------------------


def test_each_figure_of_an_equation_takes_its_own_operand():
    said = [("已完成22个", 0, 6), ("持续1个", 7, 11), ("反馈24个", 12, 17)]
    operands = tuple(
        Operand(value=value, text=text, span=Span(start=start, end=end), source_line=3)
        for value, (text, start, end) in zip((22, 1, 24), said, strict=True)
    )
    one = Arithmetic(expression="22 + 1", left=23, operator="=", right=24, operands=operands)
    terms = list(draw(one, {(0, 6): "place-0-0"}, "zh"))
    assert [term.shown for term in terms] == ["22", "+", "1", "=", "24"]
    assert [term.clause for term in terms if not term.sign] == [text for text, _, _ in said]
    assert [term.target for term in terms if not term.sign] == ["place-0-0", "", ""]
    assert {term.where for term in terms if not term.sign} == {"第 3 行"}


def test_an_operand_serves_once():
    operands = tuple(Operand(value=24, text=text, span=Span(start=0, end=1)) for text in ("开头", "末尾"))
    one = Arithmetic(expression="24", left=24, operator="=", right=24, operands=operands)
    assert [term.clause for term in draw(one, {}, "zh") if not term.sign] == ["开头", "末尾"]


def test_a_status_is_told_in_words_and_what_was_counted_says_so():
    counted = Operand(value=19, text="1、4、7")
    one = Arithmetic(expression="19", left=19, operator="~=", right="ongoing", operands=(counted,))
    terms = list(draw(one, {}, "zh"))
    assert [term.shown for term in terms] == ["19", "≈", "持续整改"]
    assert terms[0].clause == "正文逐条数得"


def test_the_bar_of_statuses_is_whole():
    notice = read(PLANTED)
    shares = list(find_shares(notice.issues, "zh"))
    assert [(one.words, one.number) for one in shares] == [("已完成", 19), ("基本完成", 3), ("持续整改", 2)]
    assert shares[-1].x + shares[-1].width == pytest.approx(1000, abs=0.1)


@pytest.mark.parametrize(
    ("value", "told"),
    [("2023-12-31", "1 处早于反馈"), ("2024-10-01", "1 处晚于公布"), ("2024-05", "最早 2024-05")],
)
def test_dates_outside_the_window_are_told_not_drawn(value, told):
    notice = read(PLANTED)
    chart = read_charts(notice, [DatedMeasure(0, 820, 824, value, True)], "zh")[-1]
    assert told in chart.text
    assert len(chart.shapes) == (0 if "处" in told[2:5] else 1)
    assert chart.rows == ((value, "问题 1", "date-0"),)
    assert chart.ends == ("反馈 2024-01-19", "公布 2024-09-03")


@pytest.mark.parametrize("value", ["0001-01-01", "9999-12-31", "2024-02"])
def test_far_years_make_few_ticks(value):
    plain = read(PLANTED)
    bare = plain.model_copy(
        update={
            "inspection": plain.inspection.model_copy(update={"feedback_on": None}),
            "metadata": plain.metadata.model_copy(update={"published_on": value, "issued_on": None}),
        }
    )
    dated = [DatedMeasure(0, 820, 824, "2024-03-01", True), DatedMeasure(0, 820, 824, "2024-05-01", False)]
    chart = read_charts(bare, dated, "en")[-1]
    assert len(chart.ticks) <= 7


def test_every_chart_has_words_and_a_name():
    page = page_of(PLANTED)
    figures = page.select("figure")
    assert [figure["class"] for figure in figures] == [["status"], ["measures"], ["time"]]
    for figure in figures:
        assert figure.select("figcaption")[0].get_text().strip()
        assert figure.svg["aria-label"]
    measures = figures[1].select(".rows li")
    assert [one.get_text() for one in measures][:2] == ["问题 1 3", "问题 2 6"]
    assert len(re.findall("<rect", str(figures[2]))) == 21


def test_a_paragraph_that_begins_with_its_heading_is_no_heading():
    page = (
        "<h1>云桥市水利局关于巡察整改情况的通报</h1><p>现将整改情况公布如下。</p><p>一、整改工作基本情况</p>"
        f"<p>(一)加强组织领导。{'成立专班，逐条研究，明确责任和时限。' * 6}</p>"
        "<p>二、问题整改情况</p><p>1.学习不深入。</p><p>整改情况：已完成。开展研讨6次。</p>"
    )
    notice = read(page.encode())
    lines = {
        line.pieces[0].words[:6]: line.heading for line in read_lines(notice, [], [], "zh") if line.pieces
    }
    assert (lines["一、整改工作"], lines["(一)加强组"]) == (1, 0)
