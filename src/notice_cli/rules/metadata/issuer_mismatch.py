"""MET002 issuer-mismatch：元数据发文单位、标题里的单位、落款应是同一个单位。

查什么：“X局党组”“中共X局党组”“X局”是一个单位，简称与全称是一个单位；镇党委与镇政府不是。
Metadata's issuer, title and signature name the same body. X局党组 and X局 are one body, and so are a name and
its short form; a town's party committee and its government are not.

误：发文单位：青湖市财政局，落款：中共青湖市林业局党组
正：发文单位：青湖市林业局，落款：中共青湖市林业局党组

不判：三处之中不足两处有单位名称；页面来源就是落款单位、元数据里是纪委监委等
网站主办者的，不比。
Silent where fewer than two of the three name a body.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from notice_cli.language import Words, words_in
from notice_cli.model import Evidence, Notice
from notice_cli.rules.evidence import quote_field
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent
from notice_cli.rules.titles import issuer_of, same_body
from notice_cli.text.pattern import lazy_pattern

_SENTENCE = Words(
    "{first}“{one}”与{second}“{other}”不是同一单位",
)
_TOO_FEW = Words("标题、落款、元数据中写明单位的不足两处")
_PAGE = Words("元数据发文单位")
_TITLE = Words("标题中的单位")
_SIGNED = words_in("issuer_mismatch", "落款单位")

_JOINT = lazy_pattern(r"[\s、]+|(?<=.)(?=中共|中国共产党)")
"""Between two bodies that sign together."""

_HOST = lazy_pattern("纪委|监委|纪检|巡察办|巡察工作|政府$|政府办|政务|网信|融媒体|大数据")
"""Bodies whose sites print other bodies' notices."""

_Named = tuple[Words, str, str, Evidence | None]
"""Where a body is named, its name, the value that names it, and that value's evidence."""


def check(notice: Notice) -> Iterator[Outcome]:
    """Each of the three against each other; the first disagreement is told."""
    named = list(_names(notice))
    pairs = list(combinations(named, 2))
    bad = next((pair for pair in pairs if not _same(pair[0][1], pair[1][1])), None)
    if bad is None:
        yield Held() if pairs else Silent(_TOO_FEW)
        return
    (first, one, *_), (second, other, *_) = bad
    facts = {"first": first, "one": one, "second": second, "other": other}
    places = tuple([quote_field(notice, value, evidence) for _, _, value, evidence in bad])
    yield Failed(_SENTENCE, facts, places)


def _names(notice: Notice) -> Iterator[_Named]:
    page, signed, title = notice.metadata, notice.signature, issuer_of(notice.title or "")
    if signed.issuer:
        yield _SIGNED, signed.issuer, signed.issuer, signed.evidence.get("issuer")
    if page.issuer and not _is_host(notice):
        yield _PAGE, page.issuer, page.issuer, page.evidence.get("issuer")
    if title and notice.title:
        yield _TITLE, title, notice.title, notice.evidence.get("title")


def _is_host(notice: Notice) -> bool:
    """Whether the page names the signing body as its source: then its issuer is who runs the site."""
    signed, page = notice.signature.issuer or "", notice.metadata
    hosts = _HOST.search(page.issuer or "") is not None
    return hosts and bool(signed and page.origin) and _same(signed, page.origin or "")


def _same(one: str, other: str) -> bool:
    """Whether the two agree; of several bodies on one line one must."""
    return same_body(one, other) or any(
        same_body(left, right) for left in _JOINT.split(one) for right in _JOINT.split(other)
    )


RULE = Rule("MET002", "issuer-mismatch", "warning", check, published=True)
