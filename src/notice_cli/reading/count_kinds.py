"""What one figure declares, from the words around it and the figures before it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial

from msgspec import Struct, field

from notice_cli.model import What
from notice_cli.reading.count_clauses import LISTED, TIMES, Mention, noun_behind
from notice_cli.reading.count_lexicon import Word, kinds_of
from notice_cli.reading.count_status import is_done, is_not_begun, is_under_way, read_status
from notice_cli.values import Value

STATUS_KINDS: dict[str, What] = {
    "completed": "issues_completed",
    "basically_completed": "issues_basically_completed",
    "ongoing": "issues_ongoing",
    "in_progress": "issues_in_progress",
    "not_completed": "issues_not_completed",
}
SECOND = ("letters", "earlier", "own")
"""Letters of the public, what an earlier year or the body itself found: issues only where no others are."""
ISSUES = frozenset(("issues", "fine", "tasks", "duties", *SECOND))
"""Populations whose figures are issues (some only where no better one stands)."""
_LASTING = ISSUES | {"measures"}
"""Populations that figures of later sentences may be part of."""
_DIVIDED = ISSUES | {"side"}
"""Populations that a figure without a noun may be part of."""
PERSON_KINDS: dict[str, What] = {
    "persons_talked": "persons_talked",
    "persons_organizational": "persons_organizational",
    "persons_disciplined": "persons_disciplined",
    "persons_transferred": "persons_transferred",
    "persons_accountable": "persons_accountable",
    "cases_filed": "cases_filed",
    "other": "other",
}
REGULATION_KINDS: dict[str, What] = {
    "new": "regulations_new",
    "revised": "regulations_revised",
    "abolished": "regulations_abolished",
}
_RATED = ("completed", "basically_completed")
"""What a rate may be told of: 总体完成九成以上."""
_COMPLETED = ("issues_completed", "measures_completed")
MOST_ASPECTS = 30
"""More aspects than this are a damaged figure."""
_AIMS = ("对", "针对", "围绕", "对照", "聚焦", "把", "将", "按照", "就")
_PURPOSES = ("确保", "力争", "有望", "预计", "责成", "责令")
_NEEDS = ("需", "须", "需要", "要求")
_HOLDERS = ("份", "批", "套", "本", "部", "篇", "册", "卷", "台", "辆", "支", "亩", "笔")
_HELD = ("regulations", "titles", "files", "clues", "letters")
"""问题清单1份 counts no issues; of these units only such things are counted."""
_LEDGERS = ("台账", "整改台账")
_ENTRIES = ("项", "条")
"""What stands in a ledger is counted so, never the ledgers."""
_ACTS = ("整改", "治理", "整治", "办理")
_PRESSED = ("督促", "推动", "推进", "累计", "同步", "共", "共计", "合计", "总共", "一共")
_IS = ("为", "是", "达", "达到")
_REPORTS = ("report", "split")
"""Kinds of words that tell what was found."""
_BESIDE = frozenset(("lead", "side"))
"""Kinds of words of which one tells of another population."""
_CHARGES = frozenset(("lead", *_REPORTS))
_HAPPENINGS = frozenset(("meeting", "event", "sanction"))
"""Kinds of words for what happens a number of times."""
_TIMED = _HAPPENINGS | {"noun"}
_DONE_TO = frozenset(("sanction", "event"))
"""Kinds of words for what is done to persons."""
_MEMORY = 40
"""How many figures back a population is looked for."""


class Kind(Value):
    """What a figure declares, of which population: issues, fine, tasks, letters, side, measures, thing, …"""

    what: What
    population: str
    total: bool = False
    """True for the size of a population, False for a part of it."""


class Population(Value):
    """Something counted earlier on: its unit, its size, the sentence it stands in."""

    name: str
    unit: str
    value: int | float
    sentence: int


class Memory(Struct):
    """What the figures before this one were about."""

    sentence: int = 0
    populations: list[Population] = field(default_factory=list)
    previous: Kind | None = None
    persons: list[What] = field(default_factory=list)
    """Kinds of persons in this sentence."""
    topic: str = ""
    """What a sentence says first that its figures are about: 制度建设方面,制定5项."""
    subset: str = ""
    """Behind 其中: `total` or `part`, whichever it divides."""
    shared: Kind | None = None
    """What the parts told without names behind 分别 are: their sum is it too."""
    verbs: frozenset[str] = frozenset()
    """What was done to regulations, carried along a list."""

    def recent(self) -> list[Population]:
        """The latest populations, the last first."""
        return self.populations[: -_MEMORY - 1 : -1]

    def population(self, unit: str, rectified: float = 0) -> Population | None:
        """The latest one counted in this unit, of those that so many of the `rectified` can be part of.

        Things count only in their own sentence and not where issues are plainly meant; told in the sentence,
        issues come before the measures for them.
        """
        near = [one for one in self.recent() if one.sentence == self.sentence or one.name in _LASTING]
        for one in sorted(near, key=partial(self._is_behind, rectified)) if rectified else near:
            if one.unit == unit and not (rectified and one.name in ("thing", "meetings", "cases")):
                return one
        divided = next((one for one in near if one.sentence == self.sentence), None) if self.subset else None
        return divided or next((one for one in near if one.name in _DIVIDED), None)

    def _is_behind(self, rectified: float, one: Population) -> bool:
        """Whether it is no issues of this sentence, or too few of them."""
        return one.sentence != self.sentence or one.name not in ISSUES or one.value < rectified

    def divided(self) -> Population | None:
        """What the part told before is a part of."""
        name = self.previous.population if self.previous and not self.previous.total else ""
        return next((one for one in self.recent() if one.name == name), None)

    def sums_up(self, value: float) -> bool:
        """True for the sum of the issues and of those beside them (问题31个、立行立改3个,共34个)."""
        side = next((one.value for one in self.recent() if one.name == "side"), None)
        issues = next((one.value for one in self.recent() if one.name in ISSUES), None)
        return side is not None and issues is not None and value == side + issues

    def tells_issues(self) -> bool:
        """True where this sentence told before how many issues there are."""
        return any(one.name in ISSUES and one.sentence == self.sentence for one in self.recent())

    def has_issues(self) -> bool:
        """True where issues were counted before; those of another population alone are none."""
        return any(one.name in ISSUES for one in self.populations)


OTHER = Kind("other", "none")
WHOLE = Kind("other", "whole")
WHOLE_ISSUES = Kind("issues", "whole")
"""What a part is compared with (占全部76项的93%): the part stays the figure before the rate."""


def read_kinds(mention: Mention, memory: Memory) -> tuple[Kind, ...]:
    """One kind; two where a total and its result are told in one (指出的18个问题已全部完成)."""
    unit = mention.amount.unit
    if ("every" in mention.marks and _is_of_each(mention.near)) or "passed" in mention.marks:
        return (OTHER,)
    if unit == "%":
        return (_rate(mention, memory),)
    if unit.endswith("元"):
        return (_money(mention, memory),)
    if isinstance(mention.amount.value, float):
        return (OTHER,)  # 人均2.3个
    return _BY_UNIT.get(unit, _thing)(mention, memory)


def _is_of_each(words: Sequence[Word]) -> bool:
    """每月3次, 各3条; 各责任单位制定措施214条 is what all of them did."""
    told = [word for word in words if word.senses.get("mark") != "fill"]
    return any(
        word.senses.get("mark") == "every"
        and not (word.text == "各" and _senses(told[place + 1 : place + 2], "noun", "body"))
        for place, word in enumerate(told)
    )


def _senses(words: Sequence[Word], kind: str, sense: str | None = None) -> bool:
    for word in words:
        senses = word.senses
        if kind in senses and (sense is None or senses[kind] == sense):
            return True
    return False


def _is_total(mention: Mention) -> bool:
    return _senses(mention.near, "mark", "total") or _senses(mention.near, "mark", "running")


def _first(words: Iterable[Word], kind: str) -> Word | None:
    for word in words:
        if kind in word.senses:
            return word
    return None


def _last(words: Sequence[Word], kind: str) -> Word | None:
    for word in reversed(words):
        if kind in word.senses:
            return word
    return None


def _first_of(words: Iterable[Word], kinds: frozenset[str]) -> Word | None:
    for word in words:
        if not kinds.isdisjoint(word.senses):
            return word
    return None


def _rate(mention: Mention, memory: Memory) -> Kind:
    previous = memory.previous
    if _is_border(mention) or _is_purpose(mention):
        return OTHER
    named = _last(mention.before, "rate") or (None if mention.before else _last(mention.after, "rate"))
    if _is_passed(mention):
        return Kind("other", "passed")
    if named and not (named.senses["rate"] == "other" and previous and previous.population == "passed"):
        return OTHER if named.senses["rate"] == "other" else Kind("completion_rate", "rate")
    if previous and previous.population in ("rate", "passed") and goes_on_rate(mention):
        return Kind("completion_rate", "rate") if mention.near or mention.bare else OTHER
    led = any(word.senses.get("mark") not in ("part", "fill") for word in mention.near)
    done = read_status(mention.near) in _RATED or (not led and read_status(mention.after) == "completed")
    share = _is_share(mention) and previous is not None and previous.what in _COMPLETED
    return Kind("completion_rate", "rate") if done or share or _is_done_of(mention) else OTHER


def goes_on_rate(mention: Mention) -> bool:
    """整改率:6月底为70%,9月底为92%; 由85%提高到96%."""
    led = bool(mention.near) and all(word.text in _IS for word in mention.near)
    return mention.link == LISTED or (led and "subset" not in mention.marks)


def _is_share(mention: Mention) -> bool:
    """完成71项,占93%; 完成71项,占全部76项的93%."""
    of_whole = mention.link == LISTED and bool(mention.near) and mention.near[-1].text == "的"
    return of_whole or _senses(mention.near, "mark", "share")


def _is_done_of(mention: Mention) -> bool:
    """完成全部整改任务的75%."""
    noun = _last(mention.before, "noun")
    if noun is None or not mention.near or (mention.near[-1] is not noun and mention.near[-1].text != "的"):
        return False
    return noun.senses["noun"] in ISSUES and read_status(mention.before) == "completed"


def _is_border(mention: Mention) -> bool:
    """完成率达100%的51个: the border of a class of things."""
    return bool(mention.after) and not mention.last and mention.after[0].text == "的"


def _is_passed(mention: Mention) -> bool:
    """由85%提高到98%: the rate that was."""
    return not mention.last and any(word.text in ("由", "从") for word in mention.before)


def _money(mention: Mention, memory: Memory) -> Kind:
    word = _last(mention.before, "money")
    if word is None or word.senses["money"] == "not":
        word = _first(mention.after, "money") or word
    if word is not None:
        return Kind("amount_recovered", "money") if word.senses["money"] == "back" else Kind("other", "paid")
    goes_on = mention.link == LISTED or mention.bare or _is_total(mention)
    previous = memory.previous
    return previous if goes_on and previous and previous.population == "money" else Kind("other", "paid")


def _persons(mention: Mention, memory: Memory) -> tuple[Kind, ...]:
    what = _sanction(mention)
    if what is None and _goes_on(mention, memory):
        what = memory.persons[-1]
        what = "other" if what == "cases_filed" else what  # 立案3件3人
    if what is None and memory.persons and _is_total(mention):
        kinds = set(memory.persons)
        what = kinds.pop() if len(kinds) == 1 else "persons_accountable"
    return (Kind(what or "other", "persons"),)


def _sanction(mention: Mention) -> What | None:
    """What was done to the persons: told behind the figure (223人受到党纪处分) or before it (诫勉2人)."""
    behind = _first(mention.after, "sanction")
    ahead = _first_of(reversed(mention.before), _DONE_TO)
    if behind and (ahead is None or "sanction" not in ahead.senses or _senses(mention.after, "mark", "give")):
        return _joint(mention.after, behind)
    if ahead is None or "sanction" not in ahead.senses:
        return None
    return _joint(mention.before, ahead)


def _joint(words: Sequence[Word], told: Word) -> What:
    """谈话提醒和批评教育 are of one kind; kinds that differ make 追责问责 in all."""
    place = words.index(told)
    senses = {*_strung(words[place:]), *_strung(words[place::-1])}
    senses -= {"cases_filed", "other"} if len(senses) > 1 else set()
    return PERSON_KINDS[senses.pop()] if len(senses) == 1 else "persons_accountable"


def _strung(words: Sequence[Word]) -> Iterator[str]:
    """The first sanction and those strung to it with 和 or 、, either way."""
    beside, joined = words[0], True
    for word in words:
        touches = word is beside or word.start == beside.end or word.end == beside.start
        if not touches or not ("sanction" in word.senses or word.senses.get("mark") in ("join", "fill")):
            return
        if "sanction" in word.senses and joined:
            yield word.senses["sanction"]
        beside, joined = word, word.senses.get("mark") == "join"


def _goes_on(mention: Mention, memory: Memory) -> bool:
    """77名责任人 behind 问责50个单位、: the verb carries on along a list."""
    if mention.link != LISTED or not memory.persons or not memory.previous:
        return False
    if memory.previous.population not in ("persons", "bodies", "cases") or memory.previous.what == "other":
        return False
    return mention.bare or _ends_in_people(mention.near)


def _ends_in_people(words: Sequence[Word]) -> bool:
    return bool(words) and words[-1].senses.get("noun") == "people"


def _bodies(mention: Mention, memory: Memory) -> tuple[Kind, ...]:
    what = _sanction(mention)
    if what is None and _goes_on(mention, memory):
        what = memory.persons[-1]
    return (Kind("units_accountable" if what == "persons_accountable" else "other", "bodies"),)


def _times(mention: Mention, memory: Memory) -> tuple[Kind, ...]:
    if "every" in mention.marks and _is_of_each(mention.before):
        return (OTHER,)
    word = _first_of(reversed(mention.before), _TIMED)
    if word is None or "meeting" not in word.senses:
        word = _first_of(mention.after, _HAPPENINGS) or word
    if word is not None and "meeting" in word.senses:
        return (Kind("meetings", "meetings"),)
    previous = memory.previous
    goes_on = (mention.bare and mention.link == LISTED) or _is_total(mention)
    if word is None and goes_on and previous and previous.population == "meetings":
        return (previous,)
    return (Kind("other", "thing"),)


def _level(mention: Mention, memory: Memory) -> tuple[Kind, ...]:
    what: What = "aspects" if _is_aspect(mention) else "categories"
    behind = [word for word in mention.after if word.text not in ("方面", "类")]
    place = noun_behind(behind)
    noun = behind[place].senses["noun"] if place is not None else ""
    told = (
        noun in ISSUES
        or not mention.last
        or _is_laddered(mention, memory)
        or _reported(mention.before)
        or _senses(mention.before, "noun", "issues")
    )
    sound = (not noun or noun in ISSUES) and mention.amount.value <= MOST_ASPECTS
    return (Kind(what if told and sound else "other", "level"),)


def _is_aspect(mention: Mention) -> bool:
    return mention.amount.unit == "方面" or bool(mention.after and mention.after[0].text == "方面")


def _reported(words: Sequence[Word]) -> bool:
    return not kinds_of(words).isdisjoint(_REPORTS)


def _thing(mention: Mention, memory: Memory) -> tuple[Kind, ...]:
    if mention.after and mention.after[0].text in ("方面", "类"):
        return _level(mention, memory)
    if _senses(mention.before, "mark", "share"):
        return (_whole(mention, memory),)
    place = noun_behind(mention.after)
    if place is not None and _counts_no_bodies(mention, mention.after[place]):
        place = None
    noun = mention.after[place] if place is not None else _counted(mention)
    if noun is not None and place is None and _is_ledger(mention, noun):
        return _of_issues(mention, memory, "tasks", mention.before, mention.after)
    if _files_cases(mention, noun):
        return (Kind("cases_filed", "cases"),)
    if mention.amount.unit in _HOLDERS and not (noun and noun.senses["noun"] in _HELD):
        return (Kind("other", noun.senses["noun"] if noun else "thing", True),)
    if noun is None:
        return (_brief(mention, memory) or _bare(mention, memory),)
    phrase = (*mention.before, *mention.after[:place]) if place else mention.before
    rest = mention.after[place + 1 :] if place is not None else mention.after
    return _BY_NOUN.get(noun.senses["noun"], _of_thing)(mention, memory, noun.senses["noun"], phrase, rest)


def _whole(mention: Mention, memory: Memory) -> Kind:
    """完成19个,占20个问题的95%: the whole is told here, unless it was told before."""
    part = memory.previous
    ours = part is not None and part.what == "issues_completed" and not memory.has_issues()
    named = bool(mention.after) and mention.after[0].senses.get("noun") in ISSUES
    return WHOLE_ISSUES if ours and named and mention.near == mention.before else WHOLE


def _files_cases(mention: Mention, noun: Word | None) -> bool:
    """立案3件; 立案查处环境违法案件126起."""
    if noun is not None and noun.text.endswith("案件"):
        return _senses(mention.before, "sanction", "cases_filed")
    if mention.near and mention.near[-1].senses.get("sanction") == "cases_filed":
        return True
    may_be_case = noun is None or noun.senses["noun"] in ("people", "thing")
    return may_be_case and _senses(mention.near, "sanction", "cases_filed")


def _counted(mention: Mention) -> Word | None:
    """The noun that stands before its figure: 问题23个; bodies are counted by 个, not by 件 or 项.

    In 作风方面的6个 it only says which are meant, in 企业改好11个 who did it.
    """
    noun = _last(mention.near, "noun")
    if noun and noun.senses["noun"] in ("aspects", "categories") and mention.near[-1].text == "的":
        return None
    acts = noun is not None and noun.senses["noun"] == "body" and "status" in mention.near[-1].senses
    return None if noun and (acts or _counts_no_bodies(mention, noun)) else noun


def _is_ledger(mention: Mention, noun: Word) -> bool:
    """整改台账103项: what stands in the ledger; 建立台账5项, 整改台账1份 are ledgers."""
    return noun.text in _LEDGERS and mention.amount.unit in _ENTRIES and not _senses(mention.before, "make")


def _counts_no_bodies(mention: Mention, noun: Word) -> bool:
    return noun.senses["noun"] == "body" and mention.amount.unit != "个"


def _of_thing(
    mention: Mention, memory: Memory, noun: str, phrase: Sequence[Word], rest: Sequence[Word]
) -> tuple[Kind, ...]:
    return (Kind("other", "thing", True),)


def _of_issues(
    mention: Mention, memory: Memory, noun: str, phrase: Sequence[Word], rest: Sequence[Word]
) -> tuple[Kind, ...]:
    kinds = kinds_of(phrase)
    if not _BESIDE.isdisjoint(kinds) and (_is_side(phrase, kinds) or _is_own_beside(mention, phrase, memory)):
        return (Kind("other", "side", True),)
    name = _population(mention, memory, noun, phrase, kinds)
    behind = _result(rest) if rest and not _is_intended(mention, rest) else None
    ahead = None
    if "status" in kinds and not (behind and _is_named(phrase)):
        ahead = _stated_ahead(phrase) or _rectified(phrase, memory)
    left = "mark" in kinds and _senses(phrase, "mark", "remain")
    if ahead is None and behind is None:
        return (OTHER if left else Kind("issues", name, True),)
    part = Kind(STATUS_KINDS.get(ahead or behind or "", "other"), name)
    reported = not left and (not kinds.isdisjoint(_REPORTS) or _is_laddered(mention, memory))
    return (Kind("issues", name, True), part) if ahead is None and reported else (part,)


def _stated_ahead(phrase: Sequence[Word]) -> str | None:
    """The result told before a figure: of 未按期整改的问题已解决2个 the one behind the noun."""
    noun = _last(phrase, "noun")
    if noun is None or noun is phrase[-1]:
        return read_status(phrase)
    return read_status([word for word in phrase if word.start >= noun.end]) or read_status(phrase)


def _rectified(phrase: Sequence[Word], memory: Memory) -> str | None:
    """督促整改问题5个; 整改问题5个 where issues were told before: the act with its object is the result."""
    told = [word for word in phrase if word.senses.get("mark") != "fill"]
    told = told[:-1] if told and "noun" in told[-1].senses else told
    if (
        not told
        or told[-1].text not in _ACTS
        or _senses(phrase, "report")
        or _senses(phrase, "status", "need")
    ):
        return None
    pressed = len(told) > 1 and told[-2].text in _PRESSED
    return "completed" if pressed or memory.tells_issues() else None


def _until_rest(words: Sequence[Word]) -> Sequence[Word]:
    """30个问题仅剩几个未完成: what follows is said of the rest."""
    rest = [place for place, word in enumerate(words) if word.senses.get("mark") == "remain"]
    return words[: rest[0]] if rest else words


def _result(words: Sequence[Word]) -> str | None:
    """The result that the words behind a figure tell."""
    words = _until_rest(words)
    status = read_status(words)
    if status:
        return status
    if is_under_way(words):
        return "in_progress"
    if is_not_begun(words):
        return "not_completed"
    return "completed" if is_done(words) else None


def _is_named(words: Sequence[Word]) -> bool:
    """年底前完成的32项正按序时推进: a result with 的 says which are meant, not what came of them."""
    return bool(words) and words[-1].text.endswith("的")


def _population(
    mention: Mention, memory: Memory, noun: str, phrase: Sequence[Word], kinds: Collection[str]
) -> str:
    """Issues that others were split into are the finest; tasks made of issues are `duties`."""
    if "side" in kinds:
        return "earlier" if _senses(phrase, "side", "year") else "own"
    if noun == "tasks":
        previous = memory.previous
        beside = mention.link == LISTED and previous is not None and previous.population in ISSUES
        return "duties" if beside or "split" in kinds or "make" in kinds else noun
    return "fine" if noun == "issues" and "split" in kinds else noun


def _is_laddered(mention: Mention, memory: Memory) -> bool:
    """反馈的四个方面共26个问题: the verb stands before the level above."""
    return mention.link == LISTED and memory.previous is not None and memory.previous.population == "level"


def _is_intended(mention: Mention, rest: Sequence[Word]) -> bool:
    """对23个问题逐一整改销号: what is done with them, not what came of it (that has 已, 均 or 全部).

    确保23个问题全部销号 is a purpose, whatever stands behind.
    """
    aimed = any(word.text in _AIMS for word in mention.near)
    return _is_purpose(mention) or (aimed and not any(word.text[0] in "已均全都" for word in rest))


def _is_purpose(mention: Mention) -> bool:
    return "future" in mention.marks and any(word.text in _PURPOSES for word in mention.before)


def _is_side(phrase: Sequence[Word], kinds: Collection[str]) -> bool:
    """Another population: of an earlier round, cured on the spot, or only taken charge of."""
    if _senses(phrase, "side", "side"):
        return True
    verb = _first_of(reversed(phrase), _CHARGES) if "lead" in kinds else None
    return verb is not None and "lead" in verb.senses


def _is_own_beside(mention: Mention, phrase: Sequence[Word], memory: Memory) -> bool:
    """查摆问题5个 where issues were told before, or of several bodies each (班子问题5个、个人问题9个)."""
    return _senses(phrase, "side", "own") and (memory.has_issues() or mention.link == LISTED)


def _of_measures(
    mention: Mention, memory: Memory, noun: str, phrase: Sequence[Word], rest: Sequence[Word]
) -> tuple[Kind, ...]:
    total, done = Kind("measures", "measures", True), Kind("measures_completed", "measures")
    made = _senses(phrase, "make")
    if _is_purpose(mention):
        return (total,)
    if _carried_out(rest) or _goes_on_completed(mention, memory):
        return (total, done) if made else (done,)
    if not made and _carried_out(phrase):
        return (done,)
    status = read_status(rest) or (None if made else read_status(phrase))
    return (total,) if status is None else (Kind("other", "measures"),)


def _goes_on_completed(mention: Mention, memory: Memory) -> bool:
    """措施68条 behind 完成问题20条、: the verb carries on along a list."""
    carried = mention.link == LISTED and memory.previous is not None and memory.previous.what in _COMPLETED
    return carried and len(mention.before) == 1 and not mention.after


def _carried_out(words: Sequence[Word]) -> bool:
    status = read_status(words)
    return status == "completed" or (status is None and _senses(words, "status", "carry"))


def _of_regulations(
    mention: Mention, memory: Memory, noun: str, phrase: Sequence[Word], rest: Sequence[Word]
) -> tuple[Kind, ...]:
    verbs = _verbs(phrase) or _verbs(rest) or (memory.verbs if mention.link == LISTED else frozenset())
    if noun in ("titles", "files") and not verbs:
        return (Kind("other", "thing", True),)
    memory.verbs = verbs
    return (_made(verbs, phrase),)


def _made(verbs: frozenset[str], phrase: Sequence[Word]) -> Kind:
    """Those made are the new ones beside revised ones, unless they are the sum (共出台13件)."""
    part = verbs == {"made"} and not _senses(phrase, "mark", "total")
    return Kind(_regulation(verbs), "made" if part else "regulations", True)


def _verbs(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(word.senses["make"] for word in words if "make" in word.senses)


def _verb_alone(words: Sequence[Word]) -> frozenset[str]:
    """5项为新建: nothing but the verb is said behind the figure."""
    told = [word for word in words if word.senses.get("mark") != "fill"]
    return _verbs(told) if len(told) == 1 else frozenset()


def _regulation(verbs: frozenset[str]) -> What:
    """新建 and 修订 name a part, both together the whole; 完善 adds nothing to 修订, 制定 nothing to 新建."""
    plain = verbs - ({"sound"} if "revised" in verbs else {"made"} if "new" in verbs else set())
    return REGULATION_KINDS.get(next(iter(plain)), "regulations") if len(plain) == 1 else "regulations"


def _of_clues(
    mention: Mention, memory: Memory, noun: str, phrase: Sequence[Word], rest: Sequence[Word]
) -> tuple[Kind, ...]:
    return (Kind("clues", "clues", True),)


def _of_levels(
    mention: Mention, memory: Memory, noun: str, phrase: Sequence[Word], rest: Sequence[Word]
) -> tuple[Kind, ...]:
    return (Kind("aspects" if noun == "aspects" and _reported(phrase) else "other", "level"),)


def _of_bodies(
    mention: Mention, memory: Memory, noun: str, phrase: Sequence[Word], rest: Sequence[Word]
) -> tuple[Kind, ...]:
    return _bodies(mention, memory) if noun == "body" else _persons(mention, memory)


def _brief(mention: Mention, memory: Memory) -> Kind | None:
    """立8项、改12项、废3项 in a sentence about regulations."""
    told = [word for word in mention.near if word.senses.get("mark") != "fill"]
    brief = told[-1].senses.get("brief") if told else None
    counted = memory.population(mention.amount.unit) if brief else None
    if brief is None or "regulations" not in (memory.topic, counted.name if counted else ""):
        return None
    return Kind(REGULATION_KINDS[brief], "regulations", True)


def _bare(mention: Mention, memory: Memory) -> Kind:
    """A figure without a noun: 完成45项, 37项达到序时进度, 共23个, 其中新建8项."""
    unit = mention.amount.unit
    if _senses(mention.near, "side"):
        return Kind("other", "side")
    status, rectified = _bare_status(mention), _rectified_in(mention)
    if status:
        divided = memory.divided() if "remain" in mention.marks else None
        return _part(status, divided or memory.population(unit, rectified))
    found = memory.population(unit, rectified)
    name = found.name if found else ""
    if found and name in ISSUES and found.unit == unit and _is_plain_act(mention.near):
        return _part("completed", found)
    if _senses(mention.near, "status", "carry") and name == "measures":
        return Kind("measures_completed", "measures")
    verbs = _verbs(mention.near) or _verb_alone(mention.after)
    if verbs & REGULATION_KINDS.keys() or (verbs and "regulations" in (name, memory.topic)):
        return _made(verbs, mention.near)
    if mention.bare and mention.link == LISTED:
        return _again(memory.previous) if _stands_alone(mention) else OTHER
    if memory.shared and _is_total(mention):
        return memory.shared
    return _total(mention, name, memory)


def _bare_status(mention: Mention) -> str | None:
    behind = None if _is_purpose(mention) else _result(mention.after)
    return (None if behind and _is_named(mention.near) else read_status(mention.near)) or behind


def _rectified_in(mention: Mention) -> float:
    """How many are said in so many words to be rectified; 0 where none are."""
    words = (*mention.near, *mention.after)
    plain = any("整改" in word.text or "销" in word.text for word in words)
    return mention.amount.value if plain else 0


def _is_plain_act(words: Sequence[Word]) -> bool:
    """整改8809个 behind 8924个问题: the act alone at the figure tells the result; 需整改 does not."""
    told = [word for word in words if word.text in _NEEDS or not _is_idle(word)]
    carried = len(told) == 2 and told[1].senses.get("status") == "carry"
    return (len(told) == 1 or carried) and told[0].text in _ACTS


def _is_idle(word: Word) -> bool:
    return word.senses.get("mark") in ("fill", "running") or word.senses.get("noun") == "body"


def _part(status: str, of: Population | None) -> Kind:
    name = of.name if of else "issues"
    if name in ISSUES:
        return Kind(STATUS_KINDS.get(status, "other"), name)
    if name == "measures" and status == "completed":
        return Kind("measures_completed", name)
    return Kind("other", name)


def _stands_alone(mention: Mention) -> bool:
    """True where no unknown word stands at the figure (3类12个风险点 counts what we do not know)."""
    end = mention.amount.end
    return end == mention.item.end or (bool(mention.after) and mention.after[0].start == end)


def _again(previous: Kind | None) -> Kind:
    """The second of 9个、5个、9个: parts of no total of their own."""
    if previous is None:
        return OTHER
    if previous.population == "level":
        return Kind("issues", "issues", True)
    return Kind("other", previous.population, True) if previous.population in ISSUES else previous


def _total(mention: Mention, name: str, memory: Memory) -> Kind:
    """共23个, 156件中, 共反馈23个; anything else without a noun is no figure of ours."""
    if _senses(mention.near, "report", "found") and not _senses(mention.near, "side"):
        return Kind("issues", "issues", True)
    counted = _is_total(mention) or "running" in mention.marks or _senses(mention.after[:1], "mark", "part")
    if not counted:
        return OTHER
    return _total_of(mention, name, memory) if name else _total_of_unnamed(mention, memory)


def _total_of(mention: Mention, name: str, memory: Memory) -> Kind:
    if name in ISSUES or (name == "side" and not memory.has_issues()):
        return Kind("issues", name if name in ISSUES else "issues", True)
    if name == "side" and memory.sums_up(mention.amount.value):
        return Kind("other", "issues", True)
    if name in ("measures", "regulations"):
        return Kind("measures" if name == "measures" else "regulations", name, True)
    return Kind("other", name, True)


def _total_of_unnamed(mention: Mention, memory: Memory) -> Kind:
    if memory.topic == "issues" and all(
        word.senses.get("mark") in ("fill", "total") for word in mention.near
    ):
        return Kind("issues", "issues", True)
    if memory.previous and memory.previous.population in ISSUES:
        return Kind("issues", memory.previous.population, True)
    if mention.after:
        return Kind("issues", "letters" if mention.amount.unit == "件" else "issues", True)
    return Kind("other", "thing", True)


Reader = Callable[[Mention, Memory], tuple[Kind, ...]]
NounReader = Callable[[Mention, Memory, str, Sequence[Word], Sequence[Word]], tuple[Kind, ...]]

_BY_UNIT: dict[str, Reader] = {
    **dict.fromkeys(("人", "名", "人次", "位"), _persons),
    **dict.fromkeys(TIMES, _times),
    **dict.fromkeys(("家", "户"), _bodies),
    **dict.fromkeys(("方面", "类"), _level),
}
_BY_NOUN: dict[str, NounReader] = {
    **dict.fromkeys(ISSUES, _of_issues),
    "measures": _of_measures,
    **dict.fromkeys(("regulations", "titles", "files"), _of_regulations),
    "clues": _of_clues,
    **dict.fromkeys(("aspects", "categories"), _of_levels),
    **dict.fromkeys(("body", "people"), _of_bodies),
}
