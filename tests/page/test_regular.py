"""Regular pages are cut without a tree, and just as the tree would be cut; all others get one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_cli.page import tree
from notice_cli.page.block import Cut
from notice_cli.page.regular import cut_regular
from notice_cli.page.tags import _BARRED, _BARS, _UNSEEN, _VOID, read_tag
from notice_cli.page.tree import cut_tree

WANTED = frozenset(("#zoom", ".text"))
HEAD = (
    "<!DOCTYPE html>\n<html>\n<head>\n<title>标题 &amp; 题</title>\n"
    "<meta name='PubDate' content='2024'>\n</head>\n"
)
BLOCKS = (
    "div p p p table tbody tr td th ul ol li h1 h2 section article header footer nav center pre form dl dt dd"
)
INLINES = "a a b strong em i u sub font span o:p label st1:date small"
UNSEEN = "script style title textarea iframe button select noscript"
VOIDS = "br br hr img input meta link col"
ATTRIBUTES = (
    *(
        "",
        "",
        "",
        ' class="text b"',
        ' class="footer"',
        ' id="zoom"',
        ' style="color: red"',
        " class=x",
        "\nid='n'",
    ),
    *(
        ' rowspan="2"',
        " colspan=3",
        ' alt="整改&nbsp;情况"',
        ' name="A" content="c&amp;d"',
        ' title="a>b"',
        " /",
    ),
    *(
        ' class="a&b"',
        ' class="x" class="z"',
        ' CLASS="Up"',
        ' title="<b>"',
    ),
)
TEXTS = (
    *(
        "整改",
        "问题1",
        " ",
        "\n",
        "22 ",
        "&nbsp;",
        "&lt;",
        "& ",
        "&copy",
        "&#8226;",
        "&#27;",
        "&#xFDD0;",
        "\u200b",
    ),
    *(
        "\ufeff",
        "\u3000",
        "a\r\nb",
        "\r",
        "x>y",
        "<",
        "</",
        "\x01",
        "\x07",
        "\ufdd0",
        "<!-- 注 -->",
        "<!---->",
    ),
    *(
        "<!-->",
        "<!-- <p>注</p> -->",
        "<!--\n-->",
        "<![endif]>",
        "<script>if(a<b){c>d}</script>",
        "</body>",
        "</html>",
    ),
    *(
        "<style>\np{}</style>",
        "<SPAN CLASS='q'>",
        "</SPAN>",
        "<P>",
        "</p>",
        "</div>",
        "</b>",
        "</span>",
        "一" * 30,
    ),
)


def mostly(usual, odd):
    """One of the usual, now and then one of the odd."""
    return st.integers(0, 39).flatmap(lambda n: st.sampled_from(odd if n == 0 else usual))


ATTRIBUTE = mostly(ATTRIBUTES[:14], ATTRIBUTES)
TEXT = mostly((*TEXTS[:7], "<!-- 注 -->", "<br>", "\u200b"), TEXTS)
VOID = st.builds("<{}{}>".format, st.sampled_from(VOIDS.split()), ATTRIBUTE)
NAME = mostly(
    ("div", "b", "em", "section", "span", "table", "tr", "td"),
    (*BLOCKS.split(), *INLINES.split(), *UNSEEN.split()),
)
END = mostly(("</{}>",), ("", "</p>", "</div>"))


def elements(inner):
    """An element with what stands in it."""
    parts = (NAME, ATTRIBUTE, st.lists(inner, max_size=4), END)
    return st.builds(lambda n, a, held, end: f"<{n}{a}>{''.join(held)}{end.format(n)}", *parts)


BODY = st.lists(st.recursive(TEXT | VOID, elements), max_size=8)


@given(BODY, st.sampled_from(("</body></html>", "</body>\n</html>\n", "", "</body><p>尾</p></html>")))
def test_what_is_cut_without_a_tree_is_cut_alike(body, end):
    markup = f"{HEAD}<body>{''.join(body)}{end}".encode()
    cut = cut_regular(markup, WANTED)
    if cut is not None:
        assert alike(cut) == alike(by_tree(markup))


HIDDEN = mostly(
    (*ATTRIBUTES[:8], " hidden"), (' style="display: none"', " style='visibility:hidden' class='text'")
)
SHOWN = mostly(("div", "p", "ul", "table", "tr", "td", "pre"), (*BLOCKS.split(), "a", "b"))
SEEN = mostly(("整改", "\n", " "), ("<br>", "<title>题</title>", "<img alt='整改'>"))


def concealing(inner):
    parts = (SHOWN, HIDDEN, st.lists(inner, max_size=4))
    return st.builds(lambda n, a, held: f"<{n}{a}>{''.join(held)}</{n}>", *parts)


@given(st.lists(st.recursive(SEEN, concealing), max_size=8))
def test_what_is_hidden_is_left_out_alike(body):
    markup = f"{HEAD}<body><p>{'整改' * 90}</p>{''.join(body)}</body></html>".encode()
    cut = cut_regular(markup, WANTED)
    if cut is not None:
        assert alike(cut) == cut_tree(markup, WANTED)


@pytest.mark.parametrize(
    "hidden",
    [
        "<div class='text' style='DISPLAY: none'><p>藏</p>\n<ul><li>匿</li></ul><a>隐</a></div>",
        "<div hidden><p>藏</p><p>匿</p>\n<p>隐</p><p>藏</p></div>\n<p>见</p><p>见</p><p>见</p>",
        "<table hidden><tr><td>藏</td></tr></table><table><tr><td>见</td></tr></table>",
        "<p style='display:none'>藏</p><p>见</p><p hidden>藏<b>匿</b></p>尾",
        "<table><tr><td><div hidden><table><tr><td>藏</td></tr></table></div>见</td><td>见</td></tr></table>",
        "<div hidden><table><tr><td>藏</td></tr></table></div><table><tr><td>见</td></tr></table>",
    ],
)
def test_hidden_blocks_are_regular(hidden):
    markup = f"{HEAD}<body><p>{'整改' * 90}</p>{hidden}<div class='text'>下</div></body></html>".encode()
    cut = cut_regular(markup, WANTED)
    assert cut is not None
    assert alike(cut) == cut_tree(markup, WANTED)
    assert not any(block.text in "藏匿隐" for block in cut.blocks)


@pytest.mark.parametrize(
    "body",
    [
        "<p>见</p><div hidden>" + "藏" * 50 + "</div>",
        "<p>" + "见" * 200 + "</p><div style='display:none'>" + "藏" * 200 + "</div>",
        "<p>" + "见" * 200 + "<b style='display:none'>藏</b></p>",
        "<p>" + "见" * 200 + "</p><div hidden>藏",
        "<p>" + "见" * 200 + "</p>" + "<div hidden>藏</div>" * 60,
    ],
)
def test_what_a_script_may_show_is_left_to_the_tree(body):
    assert cut_regular(f"{HEAD}<body>{body}</body></html>".encode()) is None


def by_tree(markup: bytes) -> Cut:
    """The tree's way, with looks left out as on any page that hides nothing."""
    with pytest.MonkeyPatch.context() as context:
        context.setattr(tree, "_HIDING", ())
        return cut_tree(markup, WANTED)


def alike(cut: Cut) -> Cut:
    return cut.replace(goes_on=True)


REGULAR = (
    '<p class="a"><span style="font: \'宋体\'">2023</span><font>年</font><o:p></o:p></p>\n<p>一<br>二</p>',
    '<table><tbody><tr><td rowspan="2">甲</td><td>乙</td></tr><tr><td>丙</td></tr></tbody></table>',
    "<div id='zoom'><ul>\n<li><a href=/b>整改</a></li>\n<li>22</li></ul></div>尾",
    "<p>一 &amp; 二&nbsp;<b>三 </b>\u200b<em>四</em>&ldquo;五&rdquo; & 六</p>",
    "<p>\n\n整改<!-- 注 --></p><script>if(a<b){c>d}</script><!-- <p>不见</p>\n --><p>情况</p>",
    "<div style='overflow:hidden'><p>见<img src=a.png alt='整改通报'></p></div></body><script>x()</script>",
    "<p>一<select>\n<span>\n</span></select>二<button>三<span>\n</span>\n</button>四 <script> </script>",
    "<p>整改\r\n情况</p>\r\n<pre>一\n 二</pre>",
    "<div class=nav><p>一</p>\n<p>二</p>\n<p\n>\n三\n四</p>\n<p class=text>五</p><p></p></div><p>六</p>",
    "<table><tr><td><p>一</p><p>二</p>\n<p id=zoom>三</p>\n<p>四</p></td><td><p>五</p></td></tr></table>",
)


@pytest.mark.parametrize("body", REGULAR)
def test_usual_pages_are_regular(body):
    markup = f"{HEAD}<body>\n{body}\n</body></html>".encode()
    cut = cut_regular(markup, WANTED)
    assert cut is not None
    assert alike(cut) == alike(by_tree(markup))
    assert cut.page_title == "标题 & 题"


@pytest.mark.parametrize(
    "body",
    [
        "<p>未完<p>又一</p>",
        "<p><b>一</p></b>",
        "<p>一</p></p>",
        "<p>一</p><p>二</li><li>三</p>",
        "<ul><li>一<li>二</ul>",
        "<a href=a>一<a href=b>二</a></a>",
        "<a href=a>一<div>二</div></a>",
        "<p style='display: none'>藏</p>",
        '<span style="visibility:hidden">藏</span>',
        "<p hidden>藏</p>",
        "<p>&copy2024</p>",
        "<p>一 < 二</p>",
        "<p>一\x07</p>",
        "<p>&#7;</p>",
        "<p title='>一</p>",
        "<script>一",
        "<!-- 一",
        "<svg><text>一</text></svg>",
        "<p>一\r二</p>",
        "<div>" * 300 + "一" + "</div>" * 300,
    ],
)
def test_what_is_doubtful_is_left_to_the_tree(body):
    assert cut_regular(f"{HEAD}<body>{body}</body></html>".encode()) is None


@pytest.mark.parametrize(
    "markup", ["<p>一</p>", "<html><p>一</p></html>", "", "一", "\ufeff<html><body>一", "<html>一<body>二"]
)
def test_a_page_without_its_frame_is_left_to_the_tree(markup):
    assert cut_regular(markup.encode()) is None


@pytest.mark.parametrize("tag", ["<b>", "<b"])
def test_a_page_that_breaks_off_in_a_tag_is_left_to_the_tree_at_once(tag):
    """To look for the end of each of its tags would take hours."""
    assert cut_regular(f"{HEAD}<body>{tag * 200_000}<b".encode()) is None


def test_bytes_that_are_no_utf_8_are_left_to_a_decoder():
    page = f"{HEAD}<body><p title='%s'>整改%s</p><!-- %s<p> --></body></html>".encode()
    assert cut_regular(page % (b"", b"", b"")) is not None
    assert [
        cut_regular(page % where) for where in ((b"\xff", b"", b""), (b"", b"\xff", b""), (b"", b"", b"\xff"))
    ] == [
        None,
        None,
        None,
    ]


LOOKS_AND_HEAD = {"font", "span", "o:p", "st1:date", "meta", "link", "base", *_UNSEEN}
NAMES = sorted(
    {*BLOCKS.split(), *INLINES.split(), *VOIDS.split(), *_BARS, "blockquote", "main", "figure"}
    - LOOKS_AND_HEAD
)


@pytest.mark.parametrize("outer", sorted(set(NAMES) - _VOID))
def test_elements_stand_in_each_other_as_the_tree_has_it(outer):
    for inner in NAMES:
        held = f"<{inner}>" if inner in _VOID else f"<{inner}>二</{inner}>"
        root = tree.etree.HTML(f"<html><head></head><body><{outer}>{held}三</{outer}></body></html>")
        assert root.find(f"body/{outer}/{inner}") is not None or outer in _BARS.get(inner, _BARRED), inner


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ('p class="a"', "block"),
        ('div class="footer"', "element"),
        ("td", "element"),
        ("br/", "break"),
        ('span lang="EN-US"', "look"),
        ("span lang=EN-US", None),
        ("P ALIGN=center", "block"),
        ("a href='x'", "link"),
        ("/a", "link end"),
        ("script", "unseen"),
        ("img src=a", "note"),
        ('meta name="a" content="b"', "told"),
        ("!-- x --", "note"),
        ("!-- x", None),
        ("div/", None),
        ("/p class=a", None),
        ("/br", None),
        ('p title="', None),
    ],
)
def test_tags(raw, kind):
    tag = read_tag(raw)
    assert (tag and tag.kind) == kind


def test_spans_that_fill_no_page_are_not_believed():
    row = "<tr>" + "<td rowspan=500 colspan=500>甲</td>" * 3 + "</tr>"
    cells = [block.cell for block in cut_tree(f"<table>{row}</table>".encode()).blocks]
    assert [(cell.column, cell.colspan) for cell in cells if cell] == [(0, 500), (500, 1), (501, 1)]
