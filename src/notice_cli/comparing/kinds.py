"""Whether two notices are two inspections' (years) or one notice published twice (revision)."""

from __future__ import annotations

from notice_cli.model import Notice
from notice_cli.model.comparison import Kind
from notice_cli.text.likeness import plain
from notice_cli.text.pattern import lazy_pattern

_PARTY = lazy_pattern(r"^(?:中共|中国共产党)|(?:党组|党委|党工委|党总支|党支部|工作委员会|委员会|工委)$")
_INSPECTION = ("started_on", "ended_on", "team", "round")


def find_kind(old: Notice, new: Notice) -> Kind:
    """`revision` where issuer and feedback date are the same.

    A missing issuer or date proves nothing: then what else is known of the inspection decides, and where that
    leaves it open, whether the two report half of their issues in the same words.
    """
    answers = (_same_issuer(old, new), _same_inspection(old, new))
    if False in answers:
        return "years"
    return "revision" if None not in answers or _same_words(old, new) else "years"


def _same_issuer(old: Notice, new: Notice) -> bool | None:
    """Whether one body issued both; null where one names none, or each names it at another place."""
    places = (
        (old.signature.issuer, new.signature.issuer),
        (old.metadata.issuer, new.metadata.issuer),
    )
    known = [fold_body(there) == fold_body(here) for there, here in places if there and here]
    return any(known) if known else None


def fold_body(name: str) -> str:
    """The body behind a party committee's name: 中共某市某局党组 and 某市某局 are one."""
    return _PARTY.sub("", _PARTY.sub("", plain(name)))


def _same_inspection(old: Notice, new: Notice) -> bool | None:
    """Whether both answer one feedback; by its date, else by what else both say of the inspection."""
    for names in (("feedback_on",), _INSPECTION):
        values = [(getattr(old.inspection, name), getattr(new.inspection, name)) for name in names]
        known = [plain(there) == plain(here) for there, here in values if there and here]
        if known:
            return all(known)
    return None


def _same_words(old: Notice, new: Notice) -> bool:
    """Whether the texts are the same, or half of the shorter list of issues is."""
    if plain(old.text) == plain(new.text):
        return True
    there, here = ({plain(issue.text) for issue in notice.issues} for notice in (old, new))
    return 0 < min(len(there), len(here)) <= 2 * len(there & here)
