"""What holds for every notice, however it was written: see the laws that the README tells."""

from __future__ import annotations

import html
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notice_cli import Notice, NoticeError, check, compare, read
from notice_cli.reading.words import LABELS, STATUS_WORDS
from notice_cli.reports import CHECK_REPORTS, PARSE_REPORTS, Look
from places import ROOT, SAMPLES

PAGES = sorted(SAMPLES.glob("*.html"))
WHOLE = [path.read_bytes() for path in (*PAGES, SAMPLES / "lanchuan-culture-2024-text.txt")]
SAMPLE = "samples/lanchuan-culture-2024.html"

# -- the laws -------------------------------------------------------------------------------------------


def read_or_refuse(data: bytes) -> Notice | None:
    """The record, or None for a refusal that says why; anything else fails the test."""
    try:
        return read(data)
    except NoticeError as refusal:
        sentences = [refusal.message(lang) for lang in ("zh", "en")]
    assert all(sentence.strip() and "\n" not in sentence for sentence in sentences)
    return None


def spans_in(value: object) -> Iterator[tuple[int, int]]:
    if isinstance(value, dict):
        if value.keys() == {"start", "end"}:
            yield value["start"], value["end"]
        for inner in value.values():
            yield from spans_in(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from spans_in(inner)


def folded(text: str) -> str:
    return " ".join(text.split())


def assert_laws(notice: Notice) -> None:
    """Every span lies in the text and is not empty, every text is its slice, no line of the text is lost."""
    text, spans = notice.text, list(spans_in(notice.model_dump()))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    for one in (*notice.counts, *notice.unparsed):
        assert one.text == text[one.span.start : one.span.end]
    for measure in (m for issue in notice.issues for m in issue.measures):
        assert measure.text.split() == text[measure.span.start : measure.span.end].split()
    covered = bytearray(len(text))
    for start, end in spans:
        covered[start:end] = b"\1" * (end - start)
    at = 0
    for line in text.split("\n"):
        assert not line or any(covered[at : at + len(line)]), f"lost: {line}"
        at += len(line) + 1


def assert_reports(notice: Notice) -> None:
    """Rules, reports and comparison take every record; findings quote it."""
    for lang in ("zh", "en"):
        report = check(notice, lang=lang)
        for quote in (q for finding in report.findings for q in finding.evidence if q.span):
            assert quote.text == notice.text[quote.span.start : quote.span.end]
        assert CHECK_REPORTS["text"]([(notice, report)], Look(lang, width=60))
    assert compare(notice, notice).issues == ()
    assert read(notice.model_dump_json().encode()) == notice


# -- pages ----------------------------------------------------------------------------------------------

NUMERALS = ["一", "二", "三", "十", "十一", "二十", "1", "2", "3", "10", "１", "２", "0", "999", "〇"]
ENUMERATORS = [
    "{}、",
    "({})",
    "（{}）",
    "{}.",
    "{}．",
    "{})",
    "问题{}:",
    "问题{}：",
    "{}是",
    "第{},",
    "其{},",
    "",
]
CIRCLED = ["①", "②", "③", "⑳", "㈠", "⑴"]
NAMES = [name for names in LABELS.values() for name in names]
STATUSES = [word for words in STATUS_WORDS.values() for word in words]
CLAUSES = [
    *("反馈的23个具体问题", "已完成22个", "视同完成1个(4号问题)", "制定整改措施61条", "完成整改措施69条"),
    *(
        "完成率95.6%",
        "除7个外均已完成",
        "修订《财务管理办法》等制度7项",
        "追缴资金１２.5万元",
        "谈话提醒近20人次",
    ),
    *("2023年6月14日至9月15日", "2023614日至915日", "2月30日", "二〇二四年十月二十二日", "市委第三巡察组"),
    *("理论学习不够深入", "现将整改情况予以公布", "“三重一大”制度执行不严", "《办法", "”", "附件:清单", "无"),
    *("监督电话:0700-1234567", "邮箱:a@b.example", "邮编:400000", "地址:某某市新区1号"),
    *(
        "\x1b[31m",
        "[red]",
        "\u202e",
        "�",
        "\ufdd0",
        "\ufeff",
        "<b>",
        "&",
        "\t",
        "\xa0",
        "👍",
        "e\u0301",
        "０",
    ),
]
HEADINGS = [
    *(
        "整改工作基本情况",
        "问题整改落实情况",
        "下一步工作打算",
        "聚焦主责主业方面",
        "关于“两个责任”落实不力问题",
    ),
    *("已完成的整改事项", "正在整改的问题", "选人用人方面", "主要做法"),
]
TITLES = [
    "中共云溪县水利局党组关于巡察整改进展情况的通报",
    "云溪县审计局关于2023年度审计查出问题整改情况的公告",
    "关于落实督察反馈意见整改情况的报告（社会公开稿）",
]
CLOSINGS = [
    "中共云溪县水利局党组",
    "2024年10月22日",
    "联系电话:0700-1234567;电子邮箱:a@b.example。",
    "(此件公开)",
]
MENU = [
    "今天是:",
    "网站首页",
    "当前位置:首页>>正文",
    "索引号:YX1/2024-1 文 号:",
    "发布日期:2024年10月22日",
    "分享到:",
]
ENDS = ["", "。", "；", ";", ",", "，", "：", ":"]

number = st.sampled_from(NUMERALS)
enumerator = st.builds(str.format, st.sampled_from([*ENUMERATORS, *CIRCLED]), number)
label = st.builds("{}{}".format, st.sampled_from(NAMES), st.sampled_from(["", ":", "：", "(3个):", " :"]))
piece = st.one_of(st.sampled_from(CLAUSES), st.sampled_from(STATUSES), label, enumerator, st.text(max_size=8))
sentence = st.builds("".join, st.lists(st.builds("{}{}".format, piece, st.sampled_from(ENDS)), max_size=8))
line = st.one_of(
    st.builds("{}{}".format, enumerator, sentence),
    st.builds("{}{}".format, enumerator, st.sampled_from(HEADINGS)),
    st.builds("{}{}".format, label, sentence),
    st.builds("{}{}".format, label, st.sampled_from(STATUSES)),
    sentence,
)
issue = st.builds(
    "问题{}：{}\n整改结果：{}\n整改情况：一是{}二是{}".format,
    *(st.integers(0, 30), sentence, st.sampled_from(STATUSES), sentence, sentence),
)
lines = st.builds(
    lambda head, title, body, tail: [
        *head,
        title,
        *(part for one in body for part in one.split("\n")),
        *tail,
    ],
    st.lists(st.sampled_from(MENU), max_size=4),
    st.one_of(st.sampled_from(TITLES), sentence),
    st.lists(st.one_of(line, issue), max_size=25),
    st.lists(st.sampled_from(CLOSINGS), max_size=4),
)


def as_text(rows: list[str]) -> bytes:
    return "\n".join(rows).encode("utf-8", "replace")


def as_page(rows: list[str]) -> bytes:
    return ("<html><body>" + "".join(f"<p>{html.escape(row)}</p>" for row in rows)).encode("utf-8", "replace")


def as_raw_page(rows: list[str]) -> bytes:
    """Nothing escaped, lines broken by br: what a careless content system writes."""
    return ("<div>" + "<br>".join(rows) + "</div>").encode("utf-8", "replace")


def as_table(rows: list[str], width: int, spans: list[int]) -> bytes:
    """The first line above a table, the others its cells, some of them spanning rows."""
    cells = [
        f"<td rowspan={spans[at % len(spans)]}>{html.escape(row)}</td>" for at, row in enumerate(rows[1:])
    ]
    grid = "".join(f"<tr>{''.join(cells[at : at + width])}</tr>" for at in range(0, len(cells), width))
    return f"<html><body><h1>{html.escape(rows[0])}</h1><table>{grid}</table>".encode("utf-8", "replace")


pages = st.one_of(
    st.builds(as_text, lines),
    st.builds(as_page, lines),
    st.builds(as_raw_page, lines),
    st.builds(as_table, lines, st.integers(1, 7), st.lists(st.integers(0, 3), min_size=1, max_size=5)),
)


def damaged(sample: int, edits: list[tuple[int, int, int, bytes]]) -> bytes:
    """A sample with some stretches cut, doubled, tripled or overwritten."""
    data = WHOLE[sample]
    for start, length, times, other in edits:
        start %= len(data) + 1
        data = data[:start] + data[start : start + length] * times + other + data[start + length :]
    return data


sample_numbers = st.integers(0, len(WHOLE) - 1)
edits = st.lists(
    st.tuples(
        st.integers(0, 60_000),
        st.integers(0, 3000),
        st.sampled_from([0, 0, 1, 2, 3]),
        st.one_of(st.just(b""), st.binary(max_size=20), pages),
    ),
    min_size=1,
    max_size=6,
)


# -- the tests ------------------------------------------------------------------------------------------


@settings(max_examples=300)
@given(st.one_of(st.binary(max_size=400), st.binary(max_size=200).map(lambda b: b"<html><p>" + b)))
def test_any_bytes_give_a_record_or_a_refusal(data):
    notice = read_or_refuse(data)
    if notice:
        assert_laws(notice)


@settings(max_examples=400)
@given(pages)
def test_pages_of_the_genre_keep_the_laws(data):
    notice = read_or_refuse(data)
    if notice:
        assert_laws(notice)
        assert_reports(notice)


@settings(max_examples=60)
@given(sample_numbers, edits)
def test_damaged_samples_keep_the_laws(sample, changes):
    notice = read_or_refuse(damaged(sample, changes))
    if notice:
        assert_laws(notice)
        assert_reports(notice)


@settings(max_examples=60)
@given(pages, st.sampled_from([40, 80, 200]), st.booleans())
def test_tables_render_every_record(data, width, color):
    notice = read_or_refuse(data)
    if notice:
        look = Look("zh", color=color, width=width)
        shown = PARSE_REPORTS["table"]([notice], look) + CHECK_REPORTS["text"](
            [(notice, check(notice))], look
        )
        assert not re.search("[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f\u202a-\u202e]", shown)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_samples_keep_the_laws(path):
    notice = read(path)
    assert_laws(notice)
    assert_reports(notice)
    for measure in (m for issue in notice.issues for m in issue.measures):
        assert measure.text == folded(notice.text[measure.span.start : measure.span.end])


def test_no_value_is_empty():
    notice = read("关于巡察整改情况的通报\n问题1：不实。\n整改情况：一是开会。二是\n".encode())
    assert [measure.text for measure in notice.issues[0].measures] == ["开会。"]


_FINGERPRINT = """
import hashlib, pathlib, sys
from notice_cli import read, check, compare
notices = [read(path) for path in sys.argv[1:]]
parts = [one.model_dump_json() for one in notices] + [check(one).model_dump_json() for one in notices]
parts.append(compare(notices[0], notices[-1]).model_dump_json())
print(hashlib.sha256("\\n".join(parts).encode()).hexdigest())
"""


def test_the_same_bytes_give_the_same_json_in_every_process():
    sources = [str(path.relative_to(ROOT)) for path in (*PAGES, SAMPLES / "lanchuan-culture-2024-text.txt")]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", _FINGERPRINT, *sources],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Shanghai"), ("3", "America/New_York"))
    }
    assert len(outputs) == 1


_WIDE, _NARROW = "，：；（）", ",:;()"
_TEXT_NODE = re.compile(r">([^<>]+)<")


def rewritten(page: str, table: dict[int, str]) -> str:
    """The page with characters of its text changed, its markup and entities left alone."""
    return _TEXT_NODE.sub(
        lambda match: ">" + "".join(e if e[0] == "&" else e.translate(table) for e in _parts(match[1])) + "<",
        page,
    )


def _parts(text: str) -> list[str]:
    return [part for part in re.split(r"(&#?\w{1,10};)", text) if part]


def essence(notice: Notice, table: dict[int, str]) -> object:
    """What a notice says, told in one width of punctuation."""
    return (
        [(i.number, i.text.translate(table), i.status, i.section) for i in notice.issues],
        [[m.text.translate(table) for m in i.measures] for i in notice.issues],
        [(c.what, c.value, c.unit, c.refs, c.approximate, c.scope) for c in notice.counts],
        [notice.inspection.model_dump(exclude={"evidence"}), notice.signature.signed_on],
        [notice.contact.phones, notice.contact.postcode, len(notice.overview), len(notice.next_steps)],
    )


@pytest.mark.parametrize("path", [p for p in PAGES if "gbk" not in p.stem], ids=lambda path: path.stem)
@pytest.mark.parametrize(("source", "target"), [(_WIDE, _NARROW), (_NARROW, _WIDE)], ids=["narrow", "wide"])
def test_punctuation_of_either_width_says_the_same(path, source, target):
    to_narrow = str.maketrans(_WIDE, _NARROW)
    page = path.read_text(encoding="utf-8")
    other = rewritten(page, str.maketrans(source, target))
    assert essence(read(other.encode()), to_narrow) == essence(read(page.encode()), to_narrow)


def test_full_width_digits_say_the_same():
    page = (ROOT / SAMPLE).read_text(encoding="utf-8")
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    narrow = str.maketrans("０１２３４５６７８９", "0123456789")
    ours, other = read(page.encode()), read(rewritten(page, wide).encode())
    assert [(i.number, i.text.translate(narrow), i.status) for i in other.issues] == [
        (i.number, i.text.translate(narrow), i.status) for i in ours.issues
    ]
    assert [(c.what, c.value, c.refs) for c in other.counts] == [
        (c.what, c.value, c.refs) for c in ours.counts
    ]


@pytest.mark.parametrize("path", [p for p in PAGES if "gbk" not in p.stem], ids=lambda path: path.stem)
def test_spans_that_a_word_processor_writes_change_nothing(path):
    page = path.read_text(encoding="utf-8")
    head, body = page.split("<body>")
    spanned = _TEXT_NODE.sub(
        lambda match: (
            match[0]
            if match[1].isspace()
            else ">"
            + "".join(f'<span lang="EN-US">{c}</span>' for part in _parts(match[1]) for c in _cut(part))
            + "<"
        ),
        body,
    )
    left_out = {"source"}
    assert read(f"{head}<body>{spanned}".encode()).model_dump(exclude=left_out) == read(
        page.encode()
    ).model_dump(exclude=left_out)


def _cut(part: str) -> list[str]:
    return [part] if part[0] == "&" else list(part)


def test_ten_times_the_issues_are_ten_times_the_record():
    page = (ROOT / SAMPLE).read_text(encoding="utf-8")
    first, last = (page.rindex("<p", 0, page.index(words)) for words in ("(一)聚焦", "三、下一步"))
    many = read((page[:first] + page[first:last] * 10 + page[last:]).encode())
    assert len(many.issues) == 240
    assert json.loads(many.model_dump_json())["unparsed"] == []
