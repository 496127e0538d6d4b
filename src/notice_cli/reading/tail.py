"""The lines that close a notice: how to report back, who signs, when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from notice_cli.outline import Line
from notice_cli.reading.piece import Piece, piece_of
from notice_cli.reading.status import parse_status
from notice_cli.reading.words import (
    ADDRESS_LABELS,
    EMAIL_LABELS,
    INVITATIONS,
    ORGAN_ENDINGS,
    PERSON_LABELS,
    PHONE_LABELS,
    POSTCODE_LABELS,
)
from notice_cli.text.dates import FoundDate, find_dates, find_whole_date
from notice_cli.text.pattern import lazy_pattern
from notice_cli.values import Value

_MOST_LINES = 16
_MOST_ATTACHED = 8
_MOST_BEHIND = 3
_LONGEST_ATTACHED = 60
_SENTENCE = lazy_pattern("[。；;，,：:]")
_DATE_EDGES = " ()（）。.\t印发"
_YEAR_SIGN = lazy_pattern("[年./-]")
"""What stands behind the year of a date."""
_DATE_ENDS = ("日", "号", "月", "年")
"""What a date ends with that does not end with a digit."""


def _labels(words: Iterable[str]) -> str:
    return "|".join(r"\s?".join(map(re.escape, w)) for w in sorted(words, key=lambda w: (-len(w), w)))


_CONTACT_LABELS = (PHONE_LABELS, ADDRESS_LABELS, POSTCODE_LABELS, EMAIL_LABELS, PERSON_LABELS)
_CONTACT_LABEL = lazy_pattern(
    rf"(?P<phone>{_labels(PHONE_LABELS)})|(?P<address>{_labels(ADDRESS_LABELS)})"
    rf"|(?P<postcode>{_labels(POSTCODE_LABELS)})|(?P<email>{_labels(EMAIL_LABELS)})"
    rf"|(?P<person>{_labels(PERSON_LABELS)})"
)
_CONTACT_LETTERS = "".join(sorted({label[0] for labels in _CONTACT_LABELS for label in labels}))
_CONTACT_FIRST = lazy_pattern(f"[{_CONTACT_LETTERS}]")
"""What a contact label begins with."""
_PHONE = lazy_pattern(
    r"(?<![\d\-@.])(?:[(（]0\d{2,3}[)）]\s?|0\d{2,3}\s?[-—–－]{1,3}\s?)?\d{7,8}(?:\s?(?:转|[-—]{1,2})\s?\d{1,5})?(?!\d)"
    r"|(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)400[-—]?\d{3}[-—]?\d{4}(?!\d)|(?<!\d)12\d{3}(?!\d)"
)
_LONGEST_ACCOUNT = 66
"""Characters before the sign of a mail address, and the space that may stand there."""
_EMAIL = lazy_pattern(
    r"(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]{1,64}\s?[@＠]\s?[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}"
)
_PHONE_FIRST = lazy_pattern(r"[(（\d](?:(?<=\d)\d{0,19})?")
_FOUR_DIGITS = lazy_pattern(r"\d\d\d\d")
"""What every phone number has."""
_POSTCODE = lazy_pattern(r"(?<!\d)\d{6}(?!\d)")
_ADDRESS_END = lazy_pattern(
    r"[;；。]|(?:[,，、]\s?|\s)(?=(?:邮编|邮政|电话|联系|电子|邮箱|监督|举报|信箱|E-?mail))|[(（]\s?(?:邮|\d{6}\s?[)）])"
    r"|[(（](?=[^()（）]{0,12}(?:注明|信封|工作日|来信|收件|节假日))"
)
_COLON = lazy_pattern(r"\s?(?:[(（][^()（）]{0,12}[)）])?\s?[:：]")
"""What stands between a label and its value."""
_SEAL = lazy_pattern(r"\s?[(（][^()（）]{0,4}章[^()（）]{0,2}[)）]$")
"""（盖章） behind the name of a body."""
_BRACKETED_POSTCODE = lazy_pattern(r"[(（]\s?(\d{6})\s?[)）]")
_INVITATION = lazy_pattern("|".join(map(re.escape, INVITATIONS)))
_ATTACHMENT = lazy_pattern(r"附[件表]?\s?\d{0,2}\s?[:：]|附件$")


class Contact(Value):
    """How to report back; `where` is the whole passage."""

    phones: tuple[Piece, ...] = ()
    address: Piece | None = None
    postcode: Piece | None = None
    emails: tuple[Piece, ...] = ()
    where: Piece | None = None


class Signature(Value):
    """The issuer's lines and the date at the end."""

    issuer: tuple[Piece, ...] = ()
    date: Piece | None = None
    signed_on: str | None = None


class Closing(Value):
    """A closing line, and what was found out about it."""

    line: Line
    contact: bool
    """Whether it tells how to report back."""
    date: FoundDate | None = None
    """The date that is all that stands in it."""


def split_tail(lines: Sequence[Line]) -> tuple[Sequence[Line], list[Closing]]:
    """Body and closing lines: the longest run at the end that holds nothing else."""
    tail = _closing_before(lines, len(lines))
    if not tail and (behind := _behind_signature(lines)):
        at = len(lines) - behind
        tail = [*_closing_before(lines, at), *map(closing_line, lines[at:])]
    return lines[: len(lines) - len(tail)], tail


def _closing_before(lines: Sequence[Line], end: int) -> list[Closing]:
    """The closing lines that stand before a place."""
    found: list[Closing] = []
    for at in range(end - 1, max(0, len(lines) - _MOST_LINES) - 1, -1):
        one = _closing(lines, at)
        if one is None:
            break
        found.insert(0, one)
    return found


def closing_line(line: Line) -> Closing:
    """A line that stands among the closing ones, whatever it holds."""
    return Closing(line, _is_contact(line.text))


def _behind_signature(lines: Sequence[Line]) -> int:
    """How many short lines of the page, that close nothing, stand behind issuer and date; 0 if none does."""
    for behind in range(1, min(_MOST_BEHIND, len(lines) - 2) + 1):
        last = lines[-behind]
        if len(last.text) > _LONGEST_ATTACHED or last.marker is not None or last.cell is not None:
            return 0
        if is_date_line(lines[-behind - 1].text) and _is_issuer(lines[-behind - 2].text):
            return behind
    return 0


def _closing(lines: Sequence[Line], at: int) -> Closing | None:
    """What a line is that closes a notice; None where it belongs to the body."""
    line = lines[at]
    text = line.text
    if line.cell is not None or (line.marker is not None and not _is_contact(text)):
        return closing_line(line) if _is_attached(lines, at) else None
    bare = text.strip(_DATE_EDGES)
    date = _whole_date(bare)
    if date:
        return Closing(line, False, date if bare == text else None)
    if _is_contact(text):
        return Closing(line, True)
    return Closing(line, False) if _is_issuer(text) or _is_note(text) else None


def _is_attached(lines: Sequence[Line], at: int) -> bool:
    """Whether a numbered line goes on with the list of attachments: 附件:1.… 2.…."""
    for line in reversed(lines[max(0, at - _MOST_ATTACHED) : at + 1]):
        if line.marker is None or line.marker.kind != "dot" or len(line.text) > _LONGEST_ATTACHED:
            return _ATTACHMENT.match(line.text) is not None
    return False


def _is_note(text: str) -> bool:
    bracketed = text[:1] in "(（" and text[-1:] in ")）" and len(text) < 40
    return _ATTACHMENT.match(text) is not None or (bracketed and parse_status(text[1:-1]) is None)


def _is_contact(text: str) -> bool:
    """A line with a contact label and its value, or the sentence that invites to report back."""
    if len(text) > 400:
        return False
    short = len(text) < 120
    label = next(_contact_labels(text), None) if _may_hold_value(text) else None
    if label and not _holds_value(text):
        label = None
    if label and (short or label.start() < 12 or _has_several(text)):
        return True
    return (short or label is not None) and _INVITATION.search(text) is not None


def _has_several(text: str) -> bool:
    """Whether a line has labels of two kinds: a telephone and an address."""
    return len({label.lastgroup for label in _contact_labels(text)}) > 1


def _may_hold_value(text: str) -> bool:
    """Whether a line has a sign of what `_holds_value` looks for; that takes longer than to find no label."""
    if ":" in text or "：" in text or "@" in text or "＠" in text:
        return True
    return _FOUR_DIGITS.search(text) is not None


def _holds_value(text: str) -> bool:
    """Whether a colon stands behind a label, or else a phone number or a mail address anywhere.

    整改：公布投诉电话。 has a colon, and yet no value.
    """
    if any(label[0][-1] in ":：" or _COLON.match(text, label.end()) for label in _contact_labels(text)):
        return True
    return _PHONE.search(text) is not None or _has_email(text)


def _has_email(text: str) -> bool:
    return ("@" in text or "＠" in text) and _EMAIL.search(text) is not None


def _contact_labels(text: str) -> Iterator[re.Match[str]]:
    """Every label, from left to right."""
    return _matches(_CONTACT_LABEL, _CONTACT_FIRST, text)


def _matches(pattern: re.Pattern[str], first: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What `finditer` gives of a slow pattern, tried only where a character stands that it begins with."""
    end = 0
    for letter in first.finditer(text):
        match = pattern.match(text, letter.start()) if letter.start() >= end else None
        if match:
            yield match
            end = match.end()


def is_date_line(text: str) -> bool:
    """A line that is a date and nothing else."""
    return _whole_date(text.strip(_DATE_EDGES)) is not None


def _whole_date(text: str) -> FoundDate | None:
    """The date that a text is, and nothing else."""
    fits = 6 <= len(text) <= 24 and _ends_as_date(text)
    return find_whole_date(text) if fits else None


def _ends_as_date(text: str) -> bool:
    return text[-1:].isdecimal() or text.endswith(_DATE_ENDS)


def _is_issuer(text: str) -> bool:
    """A line that names a body, or bodies, and nothing else; a date may follow."""
    return _names_body(_without_date(text, _closing_date(text)))


def _names_body(name: str) -> bool:
    bare = name.strip()
    if not 3 < len(bare) <= 60 or _SENTENCE.search(bare):
        return False
    return bare.startswith(("中共", "中国共产党")) or bare.rstrip(")）").endswith(ORGAN_ENDINGS)


def _closing_date(text: str) -> FoundDate | None:
    """The date that a line ends with."""
    found = find_dates(text) if _ends_as_date(text.rstrip(_DATE_EDGES)) else []
    return found[-1] if found and not text[found[-1].end :].strip(_DATE_EDGES) else None


def _without_date(text: str, date: FoundDate | None) -> str:
    """A line without the date that it ends with, where that has its year."""
    return text[: date.start] if date and _YEAR_SIGN.search(text) else text


def read_tail(tail: Sequence[Closing]) -> tuple[Contact, Signature]:
    """How to report back and who signs, as the closing lines tell."""
    return _read_contact([one.line for one in tail if one.contact]), _read_signature(tail)


def _read_signature(tail: Sequence[Closing]) -> Signature:
    """The last issuer and date among the closing lines; an issuer may take several lines."""
    issuer: list[Piece] = []
    date: Piece | None = None
    signed_on: str | None = None
    for one in reversed(tail):
        line, text = one.line, one.line.text
        if one.contact or (not one.date and _is_note(text) and not is_date_line(text)):
            if issuer:
                break
            continue
        last = one.date or _closing_date(text)
        if last and date is None:
            date = piece_of(line, last.start, last.end)
            signed_on = last.value if last.state == "good" else None
        name = _SEAL.sub("", _without_date(text, last).rstrip())
        if _names_body(name):
            issuer.insert(0, piece_of(line, 0, len(name)))
    return Signature(tuple(issuer), date, signed_on)


def _read_contact(lines: Sequence[Line]) -> Contact:
    """Phones, address, postcode and mail addresses of the lines that tell how to report back."""
    if not lines:
        return Contact()
    phones: list[Piece] = []
    emails: list[Piece] = []
    address: Piece | None = None
    postcode: Piece | None = None
    for line in lines:
        labels = list(_contact_labels(line.text))
        emails += _emails(line)
        postcode = postcode or _postcode(line, labels)
        phones += _phones(line, emails)
        address = address or _address(line, labels)
    where = Piece("", lines[0].start, lines[-1].end, lines[0].source_line)
    return Contact(tuple(phones), address, postcode, tuple(emails), where)


def _emails(line: Line) -> list[Piece]:
    sign = line.text.replace("＠", "@").find("@")
    found = _EMAIL.finditer(line.text, max(0, sign - _LONGEST_ACCOUNT)) if sign >= 0 else ()
    return [piece_of(line, *match.span()) for match in found]


def _postcode(line: Line, labels: Iterable[re.Match[str]]) -> Piece | None:
    """The six digits that follow their label, or an address in brackets."""
    for label in labels:
        match = _POSTCODE.search(line.text, label.end(), label.end() + 20) if label["postcode"] else None
        if match:
            return piece_of(line, *match.span())
    address = next((label.end() for label in labels if label["address"]), len(line.text))
    bracketed = _BRACKETED_POSTCODE.search(line.text, address)
    return piece_of(line, *bracketed.span(1)) if bracketed else None


def _phones(line: Line, emails: Sequence[Piece]) -> list[Piece]:
    """Phone numbers, digits of mail addresses and postcodes left out."""
    taken = [(email.start - line.start, email.end - line.start) for email in emails]
    found = _matches(_PHONE, _PHONE_FIRST, line.text)
    return [piece_of(line, *m.span()) for m in found if not any(a <= m.start() < b for a, b in taken)]


def _address(line: Line, labels: Iterable[re.Match[str]]) -> Piece | None:
    """What follows an address label, up to the end of its clause."""
    for label in labels:
        if not label["address"]:
            continue
        begin = label.end()
        while begin < len(line.text) and line.text[begin] in " :：为是":
            begin += 1
        end = _ADDRESS_END.search(line.text, begin)
        piece = piece_of(line, begin, end.start() if end else None)
        if piece.text and not _PHONE.fullmatch(piece.text):
            return piece
    return None
