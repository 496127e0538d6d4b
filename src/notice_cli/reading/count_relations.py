"""What a figure is worth beside the others: lists told with 分别, implied figures, levels, dates, parts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from notice_cli.model import What
from notice_cli.reading.count_clauses import COMMA, LISTED, Mention
from notice_cli.reading.count_kinds import ISSUES, OTHER, SECOND, STATUS_KINDS, Kind
from notice_cli.reading.count_lexicon import Word
from notice_cli.reading.count_status import read_status
from notice_cli.text.pattern import lazy_pattern
from notice_cli.values import Value

Date = tuple[int, int, int]
LATEST: Date = (9999, 12, 31)

_DATE = lazy_pattern(
    r"(?:截至|截止|到|至)(?:目前|现在|今)|(?:(\d{4})年)?(?<!\d)(\d{1,2})月(?:(\d{1,2})日|([底末初]|[上中下]旬))?"
)
DATE_SIGNS = ("月", "目前", "现在")
"""One of these stands in every text that names a date."""
_AT = ("对", "给予", "将", "把", "向")
_MET = ("被", "受")
_DAYS = {"初": 5, "上旬": 10, "中旬": 20, "下旬": 30, "末": 31, "底": 31}
_WHOLES = ISSUES | {"measures", "side"}
"""Populations of which an item without a figure may tell what came."""
_RESULTS = frozenset(STATUS_KINDS.values())
_DATED = frozenset((*STATUS_KINDS.values(), "measures_completed", "completion_rate"))


class Reading(Value):
    """One figure as read so far; `start` and `end` bound its clause in the notice's text."""

    kind: Kind
    value: int | float
    unit: str
    approximate: bool
    refs: tuple[int, ...]
    paragraph: int
    sentence: int
    start: int
    end: int
    scope: str
    date: Date | None = None
    running: bool = False
    """True for 累计: the figure since the beginning."""
    derived: bool = False


def find_date(text: str, start: int, end: int, before: Date | None) -> Date | None:
    """The date that the figures in `text[start:end]` hold for (截至9月底), if it names one; else `before`."""
    for match in _DATE.finditer(text, start, end):
        if not match[2]:
            return LATEST
        year = int(match[1]) if match[1] else before[0] if before and before != LATEST else 0
        before = (year, int(match[2]), int(match[3]) if match[3] else _DAYS.get(match[4] or "", 28))
    return before


def set_apart(mentions: list[Mention]) -> list[Mention]:
    """The mentions without what only counts other figures (三项合计5万元) and with former values marked."""
    kept: list[Mention] = []
    for mention in mentions:
        if kept and _sums_up(mention, kept[-1]):
            mention = mention.replace(link=kept.pop().link)
        elif kept and mention.link == LISTED and is_its_sum(mention):
            mention = mention.replace(before=kept[-1].before)
        elif kept and _succeeds(mention, kept[-1]):
            former = kept.pop()
            mention = mention.replace(before=former.before, near=former.before)
            kept.append(former.replace(marks=("passed",)))
        kept.append(mention)
    return kept


def _sums_up(mention: Mention, count: Mention) -> bool:
    if not count.amount.chinese or count.before or count.after or not mention.before:
        return False
    first = mention.before[0]
    return first.start == count.amount.end and first.senses.get("mark") == "total"


def is_its_sum(mention: Mention) -> bool:
    """清收欠款31户、金额1508万元; 全部退缴,共计12.89万元: the verb before governs the sum too."""
    near = mention.near
    plain = all(word.senses.get("mark") in ("fill", "total") for word in near)
    led = plain and bool(near) and near[0].start == mention.item.start
    return led and mention.amount.unit.endswith("元")


def _succeeds(mention: Mention, former: Mention) -> bool:
    """未完成的问题由9个降到2个: the second figure is the one that holds."""
    reached = any(word.senses.get("mark") == "reach" for word in mention.near)
    return reached and mention.amount.unit == former.amount.unit != "%" and mention.item is former.item


def lend_noun(mentions: list[Mention]) -> list[Mention]:
    """出台5项、修订12项管理制度: the regulations named last are what was made before them too."""
    last = mentions[-1].after[:1]
    if not last or last[0].senses.get("noun") != "regulations":
        return mentions
    unit = mentions[-1].amount.unit
    return [
        one.replace(after=last) if not one.after and one.amount.unit == unit and _is_made(one) else one
        for one in mentions
    ]


def _is_made(mention: Mention) -> bool:
    """Whether the word at the figure is a verb that makes regulations."""
    return bool(mention.near) and "make" in mention.near[-1].senses


def aim(mentions: list[Mention]) -> list[Mention]:
    """对3个单位、11名责任人通报批评, 补贴4.8万元、差旅费1.3万元已退缴: what stands behind is done to all."""
    if len(mentions) < 2:
        return mentions
    *first, last = mentions
    aimed = any(word.text in _AT for word in first[0].before) or any(
        word.text.startswith(_MET) for word in last.after
    )
    kinds = {"sanction"} if aimed else {"money"} if last.amount.unit.endswith("元") else set()
    if not _has(last.after, kinds) or any(_has((*one.before, *one.after), kinds) for one in first):
        return mentions
    behind = [word for word in last.after if word.senses.keys() & {*kinds, "mark"}]
    return [*(one.replace(after=[*one.after, *behind]) for one in first), last]


def _has(words: Sequence[Word], kinds: set[str]) -> bool:
    return any(word.senses.keys() & kinds for word in words)


def pair(mentions: list[Mention]) -> tuple[list[Mention], int]:
    """A list told with 分别: each figure gets its own words.

    `已完成、正在推进的问题分别为5个、2个` becomes 已完成的问题 5 and 正在推进的问题 2. The second answer is
    the place from which on there was nothing to share out: in 问题分别为5个、2个 the parts have no name.
    """
    mentions = [one for mention in mentions for one in _each(mention)]
    first = next((at for at, one in enumerate(mentions) if _shares_out(one.before)), len(mentions))
    listed = mentions[first:]
    if len(listed) < 2:
        return mentions, len(mentions)
    words = listed[0].before
    place = next(at for at, word in enumerate(words) if _shares_out((word,)))
    labels = _labels(words[:place])
    if len(labels) != len(listed):
        return mentions, first
    tail = _from_noun(labels[-1])
    told = [(*label, *(() if _from_noun(label) or _is_rate(label) else tail)) for label in labels]
    named = [_named(mention, words) for mention, words in zip(listed, told, strict=True)]
    return [*mentions[:first], *named], len(mentions)


def _shares_out(words: Sequence[Word]) -> bool:
    return any(word.senses.get("mark") == "respectively" for word in words)


def is_of_each(mention: Mention) -> bool:
    """Whether a figure is told of several at once: 批评教育、诫勉各6人."""
    return bool(mention.near) and mention.near[-1].text == "各"


def _each(mention: Mention) -> Iterator[Mention]:
    """批评教育、诫勉各6人 are two figures: each name of a list gets the number behind 各."""
    labels = _labels(mention.before[:-1]) if is_of_each(mention) else []
    if len(labels) < 2 or not all(_tells(label) for label in labels):
        yield mention
        return
    tail = _from_noun(labels[-1])
    for label in labels:
        yield _named(mention, (*label, *(() if _from_noun(label) else tail)))


def _tells(words: Sequence[Word]) -> bool:
    return any(word.senses.keys() & {"sanction", "meeting", "make", "status"} for word in words)


def _named(mention: Mention, words: Sequence[Word]) -> Mention:
    return mention.replace(before=words, near=words, link=COMMA, marks=(), bare=False)


def _labels(words: Sequence[Word]) -> list[tuple[Word, ...]]:
    labels: list[list[Word]] = [[]]
    for word in words:
        if word.text in ("、", "和", "及", "与", "以及"):
            labels.append([])
        else:
            labels[-1].append(word)
    return [tuple(label) for label in labels if label]


def _is_rate(words: tuple[Word, ...]) -> bool:
    return bool(words) and "rate" in words[-1].senses


def _from_noun(words: tuple[Word, ...]) -> tuple[Word, ...]:
    return next((words[at:] for at, word in enumerate(words) if "noun" in word.senses), ())


def derive(words: Sequence[Word], told: Collection[Reading], excepted: int | float) -> Reading | None:
    """The figure that an all-word implies of the total told before it: 均已完成, 其余均已完成; None if none.

    Its value is the total, less what was excepted, less (behind 其余) the parts told. Beside a part of which
    nothing is known nothing is implied.
    """
    if not excepted and any(word.senses.get("mark") == "except" for word in words):
        return None  # 除第7号问题外: how many are excepted is not told in figures
    base = _base(words, told)
    kind = _implied_kind(base.kind.population, words) if base else None
    if base is None or kind is None:
        return None
    parts = [one for one in told if one.kind.population == kind.population and not one.kind.total]
    others = [one.value for one in told if one.kind == OTHER and one.unit == base.unit]
    unread = not excepted and bool(others) and sum(others) != base.value
    rest = excepted > 0 or any(word.senses.get("mark") == "remain" for word in words)
    value = base.value - excepted - sum(part.value for part in parts)
    if unread or (parts and not rest) or value <= 0:
        return None
    return base.replace(kind=kind, value=value, refs=(), derived=True)


def _implied_kind(population: str, words: Sequence[Word]) -> Kind | None:
    status = read_status(words)
    if population in ISSUES and status in STATUS_KINDS:
        return Kind(STATUS_KINDS[status], population)
    return (
        Kind("measures_completed", population) if population == "measures" and status == "completed" else None
    )


def _base(words: Sequence[Word], told: Collection[Reading]) -> Reading | None:
    """The one total that is meant; where totals of two populations were told, the one that is named."""
    counted = [one for one in told if one.kind.total and one.kind.population in _WHOLES]
    if counted and counted[-1].kind.what == "other":
        return None
    totals = {one.kind.population: one for one in counted if one.kind.what != "other"}
    if len(totals) < sum(one.kind.what != "other" for one in counted):
        return None  # two totals of one kind: each may be meant, or both
    nouns = [word.senses["noun"] for word in words if "noun" in word.senses]
    if nouns:
        return totals.get(nouns[0]) or (totals.get("fine") if nouns[0] == "issues" else None)
    if totals.keys() == {"issues", "fine"}:
        return totals["fine"]
    return next(iter(totals.values())) if len(totals) == 1 else None


def settle(readings: list[Reading]) -> list[Reading]:
    """The readings with their final kinds, once all of them are known; each scope for itself."""
    settled: list[Reading] = []
    for _, found in groupby(readings, key=attrgetter("scope")):
        scoped = list(found)
        signs = _signs(scoped)
        for rule, needed in _RULES:
            if not signs.isdisjoint(needed):
                scoped = rule(scoped)
        settled += scoped
    return settled


def _signs(readings: Sequence[Reading]) -> set[str]:
    """The populations that readings are about; `date` and `running` where one has them."""
    signs: set[str] = set()
    for one in readings:
        signs.add(one.kind.population)
        if one.date:
            signs.add("date")
        if one.running:
            signs.add("running")
    return signs


def _become(reading: Reading, what: What) -> Reading:
    return reading.replace(kind=reading.kind.replace(what=what))


def _own(readings: list[Reading]) -> list[Reading]:
    """What a body found itself is issues only where it is told what came of it, of all of them.

    In the sentence itself, or later by results that add up to it.
    """
    here = [one for one in readings if one.scope == "notice"]
    told = {one.sentence for one in here if one.kind.population == "own" and not one.kind.total}
    results = sum(one.value for one in here if one.kind.what in _RESULTS)
    return [
        _become(one, "other")
        if one.kind.population == "own" and one.sentence not in told and one.value != results
        else one
        for one in readings
    ]


def _second(readings: list[Reading]) -> list[Reading]:
    """Letters of the public and an earlier year's findings are issues only where no others are."""
    names = {one.kind.population for one in readings if one.kind.what != "other"}
    if names.isdisjoint(SECOND) or names.isdisjoint({"issues", "fine", "tasks", "duties"}):
        return readings
    return [_become(one, "other") if one.kind.population in SECOND else one for one in readings]


def _wholes(readings: list[Reading]) -> list[Reading]:
    """What a part is compared with is `issues` only where nothing else is."""
    totals = {one.kind.population for one in readings if one.kind.what == "issues"}
    if "whole" not in totals or len(totals) == 1:
        return readings
    return [_become(one, "other") if one.kind.population == "whole" else one for one in readings]


_BESIDE_ISSUES: dict[tuple[str, str], What] = {
    ("duties", "issues"): "measures",
    ("duties", "issues_completed"): "measures_completed",
}


def _tasks(readings: list[Reading]) -> list[Reading]:
    """Tasks are issues where no issues are counted; beside issues those made of them are measures."""
    totals = {one.kind.population for one in readings if one.kind.what == "issues"}
    if not totals & {"issues", "fine"}:
        return readings
    return [
        _become(one, _BESIDE_ISSUES.get((one.kind.population, one.kind.what), "other"))
        if one.kind.population in ("tasks", "duties")
        else one
        for one in readings
    ]


def _levels(readings: list[Reading]) -> list[Reading]:
    """Where issues are told at two levels (12个问题, 42项具体问题), only the finest are `issues`."""
    totals = [one for one in readings if one.kind.what == "issues"]
    finest = max([one.value for one in totals if one.kind.population == "fine"], default=0)
    if not finest or min([one.value for one in totals]) >= finest:
        return readings
    return [
        _become(one, "other")
        if one.kind.what == one.kind.population == "issues" and one.value < finest
        else one
        for one in readings
    ]


def _snapshots(readings: list[Reading]) -> list[Reading]:
    """Of figures of one kind for several dates in a paragraph, the latest counts."""
    latest: dict[tuple[int, What], Date] = {}
    for one in readings:
        if one.date and one.kind.what in _DATED:
            key = (one.paragraph, one.kind.what)
            latest[key] = max(one.date, latest.get(key, one.date))
    if not latest:
        return readings
    return [
        _become(one, "other")
        if one.date and one.date < latest.get((one.paragraph, one.kind.what), one.date)
        else one
        for one in readings
    ]


def _running(readings: list[Reading]) -> list[Reading]:
    """Beside a figure since the beginning (累计), that of one period is none of ours."""
    running = {(one.paragraph, one.kind) for one in readings if one.running and one.kind.population in ISSUES}
    if not running:
        return readings
    return [
        _become(one, "other") if not one.running and (one.paragraph, one.kind) in running else one
        for one in readings
    ]


def _parts_made(readings: list[Reading]) -> list[Reading]:
    """建立5项、修订3项: beside revised or abolished ones, those made are the new ones."""
    parts = {
        one.sentence for one in readings if one.kind.what in ("regulations_revised", "regulations_abolished")
    }
    if not parts:
        return readings
    return [
        _become(one, "regulations_new") if one.kind.population == "made" and one.sentence in parts else one
        for one in readings
    ]


_RULES: tuple[tuple[Callable[[list[Reading]], list[Reading]], tuple[str, ...]], ...] = (
    (_own, ("own",)),
    (_second, SECOND),
    (_wholes, ("whole",)),
    (_tasks, ("tasks", "duties")),
    (_levels, ("fine",)),
    (_snapshots, ("date",)),
    (_running, ("running",)),
    (_parts_made, ("made",)),
)
"""What is judged by the whole, in this order, each with the signs of which one must be there."""
