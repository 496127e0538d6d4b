"""Issues that lack what others have: told one by one, or as one note where most lack it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from notice_cli.language import Words
from notice_cli.model import Issue, Notice
from notice_cli.rules.evidence import quote_issue
from notice_cli.rules.rule import Failed, Held, Outcome, Silent


def judge_lacking(
    notice: Notice, lacking: Sequence[Issue], none: Words, one: Words, doubtful: Words
) -> Iterator[Outcome]:
    """The outcome for the issues that lack something.

    Args:
        notice: The notice.
        lacking: Its issues without it.
        none: Why nothing is judged where all lack it.
        one: The sentence for one issue, with `number`.
        doubtful: The note where most lack it, with `lacking`: our reading may have missed it.
    """
    if len(lacking) == len(notice.issues):
        yield Silent(none)
    elif not lacking:
        yield Held()
    elif 2 * len(lacking) > len(notice.issues):
        places = tuple(quote_issue(notice, issue) for issue in lacking)
        yield Failed(doubtful, {"lacking": len(lacking)}, places, level="note")
    else:
        for issue in lacking:
            place = quote_issue(notice, issue)
            yield Failed(one, {"number": issue.number}, (place,), issue=issue.number)
