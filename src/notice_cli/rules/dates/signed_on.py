"""DAT006 signed-on：落款日期应与成文（发文）日期一致。

查什么：落款日期等于页面元数据里的成文日期或发布日期；只有发布日期时，发布可以晚于落款，但不超过一个月。
The date of the signature is that of the issue or of the publication. Where the page gives the publication
only, it may follow the signature within a month.

误：成文日期：2024-10-22，落款：2024年9月22日
正：成文日期：2024-10-22，落款：2024年10月22日

不判：没有落款日期，或页面没有成文、发布日期。
Silent where one of the two is unknown.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from notice_cli.language import Words, words_in
from notice_cli.model import Arithmetic, Evidence, Notice
from notice_cli.rules.dating import is_after, parse_iso
from notice_cli.rules.evidence import field_operand, quote_field
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent

_SENTENCE = Words("落款日期 {signed} 与{name} {page} 不一致")
_NO_DATES = Words("落款日期或页面日期不详")
_NAMES = {
    "issued_on": words_in("signed_on", "成文日期"),
    "published_on": words_in("signed_on", "发布日期"),
}
_DAYS_TO_PUBLISH = 31


def check(notice: Notice) -> Iterator[Outcome]:
    """The signature against the page's date of issue, or of publication."""
    signed, page = notice.signature.signed_on, notice.metadata
    key = "issued_on" if parse_iso(page.issued_on) else "published_on"
    own = page.issued_on if key == "issued_on" else page.published_on
    if not parse_iso(signed) or not parse_iso(own) or signed is None or own is None:
        yield Silent(_NO_DATES)
        return
    told = _equation(notice, signed, own, key)
    if _agree(signed, own) or signed == page.published_on or (key != "issued_on" and _soon(signed, own)):
        yield Held((told,))
        return
    facts = {"signed": signed, "name": _NAMES[key], "page": own}
    places = tuple([quote_field(notice, *one) for one in _places(notice, signed, own, key)])
    yield Failed(_SENTENCE, facts, places, (told,))


def _agree(one: str, other: str) -> bool:
    return not is_after(one, other) and not is_after(other, one)


def _soon(signed: str, published: str) -> bool:
    """Whether the publication follows the signature within a month."""
    one, other = parse_iso(signed), parse_iso(published)
    if one is None or other is None or len(one) < 3 or len(other) < 3:
        return not is_after(signed, published)
    try:
        return 0 <= (date(*other) - date(*one)).days <= _DAYS_TO_PUBLISH
    except ValueError:
        return False


def _places(notice: Notice, signed: str, own: str, key: str) -> tuple[tuple[str, Evidence | None], ...]:
    """Both dates, each with its evidence."""
    return (
        (signed, notice.signature.evidence.get("signed_on")),
        (own, notice.metadata.evidence.get(key)),
    )


def _equation(notice: Notice, signed: str, own: str, key: str) -> Arithmetic:
    operands = tuple([field_operand(notice, *one) for one in _places(notice, signed, own, key)])
    return Arithmetic(expression=signed, left=signed, operator="=", right=own, operands=operands)


RULE = Rule("DAT006", "signed-on", "warning", check, published=True)
