"""What result a run of words states: 视同完成,持续整改 is ongoing, 尚未完成 is not completed."""

from __future__ import annotations

from collections.abc import Sequence

from notice_cli.reading.count_lexicon import Word

FIXED = {"ongoing": "ongoing", "in_progress": "in_progress", "not_completed": "not_completed"}
"""Words that are a result in themselves."""
DONE = {
    "": "completed",
    "not": "not_completed",
    "basically": "basically_completed",
    "stage": "ongoing",
    "deemed": "ongoing",
    "now": "in_progress",
    "lasting": "ongoing",
    "partly": "in_progress",
    "all": "completed",
}
"""What 完成 becomes behind each piece; 整改 says something only behind one."""
_ACTS = frozenset(("act", "carry", "done"))
"""What is done; behind 需 (需统筹解决的3个) it has yet to be done."""
UNDER_WAY = ("正在", "正", "仍在", "还在", "尚在", "抓紧", "加快", "加紧", "加速", "继续")
"""Words that tell of work under way, whatever follows them."""
REASONS = ("因", "由于")
"""Words before the reason why something is not done."""
NOT_YET = ("尚未", "还没", "还没有", "尚没有", "还未", "仍未", "暂未", "不予", "未能", "没能", "无法", "暂缓")
"""Words that tell of what is not done, whatever follows them."""


def read_status(words: Sequence[Word]) -> str | None:
    """The result that the words state, `mixed` for two thrown together (已完成或基本完成); None if none."""
    for word in words:
        if "status" in word.senses:
            return _together(_statuses(words))
    return None


def _together(found: Sequence[str]) -> str | None:
    """What the results told one after the other come to."""
    if not found:
        return None
    if found[0] == "completed" and "basically_completed" in found:
        return "mixed"
    return "in_progress" if found[0] == "not_completed" and "in_progress" in found else found[0]


def is_under_way(words: Sequence[Word]) -> bool:
    """2个正在公示、3个继续盯办: under way, whatever it is that is done."""
    return _state(words) in UNDER_WAY


def is_not_begun(words: Sequence[Word]) -> bool:
    """7项尚未着手: not done, whatever it is."""
    return _state(words) in NOT_YET


def is_done(words: Sequence[Word]) -> bool:
    """45个问题全部整改: the act on all of them, and nothing else said."""
    told = [word for word in words if word.senses.get("mark") != "fill"]
    return len(told) == 2 and told[0].senses.get("mark") == "all" and told[1].text in ("整改", "办理", "治理")


def _state(words: Sequence[Word]) -> str:
    """The word that says how things stand: the first, or behind a reason the last such before an act.

    It is 正在 in 因土地手续正在协调推进; none in 因屋面渗漏正在维修.
    """
    told = [word for word in words if word.senses.get("mark") != "fill"]
    if not told or told[0].text not in REASONS:
        return told[0].text if told else ""
    ends = told[-1].senses.get("status") == "act"
    return next((word.text for word in told[::-1] if word.text in (*UNDER_WAY, *NOT_YET)), "") if ends else ""


def _statuses(words: Sequence[Word]) -> list[str]:
    """The results told one after the other; each is an act with the piece that stands directly before it."""
    found: list[str] = []
    piece, held, needed, end = "", False, False, -1
    for word in words:
        if word.start != end:
            piece, held = "", False
        end, senses = word.end, word.senses
        mark, sense = senses.get("mark"), senses.get("status")
        if mark == "future":
            break
        if sense in DONE:
            piece, held = ("not" if piece == "not" else sense), False
        elif sense in _ACTS:
            if not (needed and DONE[piece] == "completed") and _tells(sense, piece, words, held=held):
                found.append(DONE[piece])
            piece, held = "", bool(piece) or (held and sense != "done")
        else:
            if sense is not None:
                found += _fixed(sense, piece)
                needed = needed or sense == "need"
            piece, held = _kept(mark, piece), False
    return found


def _tells(sense: str, piece: str, words: Sequence[Word], *, held: bool) -> bool:
    """Whether an act behind a piece is a result: 已全部整改 is one, 要求全部整改 is not."""
    if sense == "done":
        return not held
    return bool(piece) and (piece != "all" or any("已" in word.text for word in words))


def _fixed(sense: str, piece: str) -> tuple[str, ...]:
    """The result that a word is in itself, if it is one."""
    if sense == "pace":
        return ("not_completed" if piece == "not" else "in_progress",)
    return (FIXED[sense],) if sense in FIXED else ()


def _kept(mark: str | None, piece: str) -> str:
    """The piece behind a word that is none: 全部 is one itself, words that say nothing leave it."""
    if mark == "fill":
        return piece
    return (piece or "all") if mark == "all" else ""
