"""The comparison as Markdown and as a page, the timeline as text: nothing of a notice becomes markup."""

import html.parser
import re

import pytest

from notice_cli.model import (
    Change,
    Comparison,
    CountChange,
    Decision,
    Edit,
    FieldChange,
    FigureMove,
    Likeness,
    MeasureChanges,
    Side,
    Sighting,
    Source,
    Span,
    Thread,
    Timeline,
)
from notice_cli.reports import (
    diff_html,
    diff_markdown,
    diff_timeline,
    diff_timeline_html,
    diff_timeline_markdown,
)

HOSTILE = "<script>alert(1)</script>\u202e<img src=x onerror=alert(1)>|`*_[x](http://x)\n# &amp;</p>'\""
SIDE = Side(title=HOSTILE, signed_on=HOSTILE, source=Source(uri=HOSTILE, sha256="0", size=1))


def comparison_of(**more):
    return Comparison(kind="years", old=SIDE, new=SIDE, **more)


REOPENED = Change(
    change="recurring",
    group="reopened",
    old=3,
    new=12,
    similarity=0.7,
    reopened=True,
    old_status="completed",
    new_status="ongoing",
    old_text="退回2万元",
    new_text="退回3万元",
    edits=(
        Edit(kind="same", text="退回"),
        Edit(kind="removed", text="2"),
        Edit(kind="added", text="3"),
        Edit(kind="same", text="万元"),
    ),
    measures=MeasureChanges(repeated=((1, 2),)),
    figures=(FigureMove(old="2万元", new="3万元"),),
    likeness=Likeness(subjects=0.5, shared_subjects=("公务接待",)),
    old_deadline="2020年6月",
    fingerprint="0123456789abcdef",
)
NEW = Change(change="new", group="new", new=1, new_text=HOSTILE, fingerprint="fedcba9876543210")
EVERYTHING = comparison_of(
    issues=(REOPENED, NEW),
    counts=(CountChange(what="issues", old=18, new=1024, delta=1006),),
    fields=(FieldChange(field=f"metadata.other.{HOSTILE}", old=HOSTILE),),
    stale_decisions=(Decision(verdict="confirm", old=9, new=9, reason="no_such_issue"),),
)


class Tags(html.parser.HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.tags, self.attributes = [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_hostile_text_stays_text_on_the_page(lang):
    page = diff_html.render(EVERYTHING, lang)
    found = Tags(page)
    assert not {"script", "img", "a", "iframe", "link"} & set(found.tags)
    assert not [name for name in found.attributes if name.startswith("on")]
    assert "\u202e" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_the_page_loads_nothing_and_runs_nothing():
    page = diff_html.render(EVERYTHING, "zh")
    assert not re.findall(r"(?:src|href)=", re.sub(r"&lt;.*?&gt;", "", page))
    assert "default-src 'none'" in page


def test_the_page_marks_words_and_tells_why():
    page = diff_html.render(EVERYTHING, "zh")
    assert "退回<del>2</del>万元" in page
    assert "退回<ins>3</ins>万元" in page
    for words in ("反弹 1 项", "相似 0.70", "2万元 → 3万元", "都提到: 公务接待", "2020年6月", "1,024"):
        assert words in page, words


def test_reopened_stands_at_the_top_and_each_group_has_a_filter():
    page = diff_html.render(EVERYTHING, "zh")
    assert page.index('class="group reopened"') < page.index('class="group new"')
    for name in ("all", "reopened", "new"):
        assert f'id="show-{name}"' in page
        assert f'for="show-{name}"' in page


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_hostile_text_stays_text_in_markdown(lang):
    markdown = diff_markdown.render(EVERYTHING, lang)
    assert "<script" not in markdown
    assert "<img" not in markdown
    assert "\u202e" not in markdown
    rows = [line for line in markdown.splitlines() if line.startswith("|")]
    widths = {len(re.findall(r"(?<!\\)\|", row)) for row in rows}
    assert widths <= {4, 5}


def test_markdown_holds_a_row_a_change():
    markdown = diff_markdown.render(EVERYTHING, "zh")
    assert "| 3 | 12 | 已完成 → 持续整改<br>反弹<br>相似 0.70 | 退回3万元<br>退回2万元 |" in markdown
    assert "没有变化" in diff_markdown.render(comparison_of(), "zh")


def test_markdown_shows_the_edits_of_a_revision():
    edited = REOPENED.model_copy(update={"change": "edited", "group": "edited", "edited": ("text",)})
    assert "退回~~2~~**3**万元" in diff_markdown.render(comparison_of(issues=(edited,)), "zh")


def timeline():
    span = Span(start=0, end=1)
    seen = [
        Sighting(notice=0, issue=3, status="completed", text="甲", span=span),
        Sighting(
            notice=2, issue=9, status="ongoing", text="乙\u202e", span=span, similarity=0.6, needs_review=True
        ),
    ]
    once = Sighting(notice=1, issue=5, text="丙" * 80, span=span)
    threads = (Thread(sightings=seen, reopened=True), Thread(sightings=(once,)))
    return Timeline(notices=(SIDE, SIDE, SIDE), threads=threads)


def test_a_thread_tells_its_statuses_in_order():
    text = diff_timeline.render(timeline(), "zh", False, 80)
    assert "反弹 1 条" in text
    assert "[1] 3 已完成 → [3] 9 持续整改 (待核对)" in text
    assert "\u202e" not in text
    assert text.index("反弹 1 条") < text.index("只出现一次 1 条")


def test_colour_only_where_wanted():
    assert "\x1b" in diff_timeline.render(timeline(), "en", True, 80)
    assert "\x1b" not in diff_timeline.render(timeline(), "en", False, 80)


def test_a_timeline_in_markdown_has_a_column_a_notice():
    markdown = diff_timeline_markdown.render(timeline(), "zh")
    assert "| [1] | [2] | [3] | 问题 |" in markdown
    assert "| 3 已完成 | — | 9 持续整改<br>待核对 | 乙" in markdown
    assert "\u202e" not in markdown
    assert markdown.index("反弹 1 条") < markdown.index("只出现一次 1 条")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_timeline_is_a_page_that_loads_nothing(lang):
    hostile = Sighting(notice=0, issue=1, text="<script>alert(1)</script>&", span=Span(start=0, end=1))
    page = diff_timeline_html.render(
        timeline().model_copy(update={"threads": (*timeline().threads, Thread(sightings=(hostile,)))}), lang
    )
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&amp;" in page
    assert "default-src 'none'" in page
    assert page.index('class="group reopened"') < page.index('class="group once"')
    assert page.count('name="show"') == 3
