"""Small notices to compare."""

from notice_cli.model import (
    Count,
    Inspection,
    Issue,
    Layout,
    Measure,
    Notice,
    Signature,
    Source,
    Span,
)

SPAN = Span(start=0, end=0)


def issue(number, text, status=None, measures=(), **more):
    listed = tuple(Measure(ordinal=at, text=words, span=SPAN) for at, words in enumerate(measures, start=1))
    return Issue(number=number, text=text, status=status, measures=listed, span=SPAN, **more)


def count(what, value, unit="个", **more):
    return Count(what=what, value=value, unit=unit, text=f"{value}{unit}", span=SPAN, **more)


def notice(*issues, issuer="中共青禾市水务局党组", feedback_on=None, **more):
    texts = "\n".join(issue.text for issue in issues)
    return Notice(
        source=Source(uri="page.html", sha256="0" * 64, size=1),
        genre="inspection",
        text=texts,
        layout=Layout(name="plain", score=1.0),
        issues=issues,
        inspection=Inspection(feedback_on=feedback_on),
        signature=Signature(issuer=issuer),
        **more,
    )


def notice_of(*texts, **more):
    return notice(*(issue(number, text) for number, text in enumerate(texts, start=1)), **more)
