"""The review page: the notice with every value marked in place, the findings and the record beside it.

One file that loads nothing, works without its script, and prints. Jinja2 escapes whatever comes from a
notice; the policy lets only our own style sheet and script in, by their hashes.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from notice_cli.errors import UsageError
from notice_cli.language import Lang
from notice_cli.model import Manual, Notice, Passed, Report
from notice_cli.reports.parse_table import STATUS_WORDS
from notice_cli.reports.places import say_position
from notice_cli.reports.review_charts import Chart, came_out, find_shares, read_charts
from notice_cli.reports.review_findings import Run, Term, draw, in_order, read_runs
from notice_cli.reports.review_marks import find_marks, find_places
from notice_cli.reports.review_model import Line, Reviewed
from notice_cli.reports.review_record import Entry, Fact, Figure, read_entries, read_facts, read_figures
from notice_cli.reports.review_text import read_lines
from notice_cli.reports.review_words import WORDS
from notice_cli.reports.terminal import visible

if TYPE_CHECKING:
    from jinja2 import Environment

MOST_NOTICES = 200
"""Notices that one page holds."""
_TEMPLATES = Path(__file__).parent / "templates"
_LANGUAGE: dict[Lang, str] = {"zh": "zh-CN", "en": "en"}


class Passing(NamedTuple):
    """A rule that passed, with its equations."""

    code: str
    about: str
    equations: tuple[tuple[Term, ...], ...]


class Sheet(NamedTuple):
    """All that the page says about one notice."""

    id: str
    notice: Notice | None
    report: Report
    levels: Counter[str]
    claims: Counter[str]
    lines: tuple[Line, ...] = ()
    charts: tuple[Chart, ...] = ()
    runs: tuple[Run, ...] = ()
    passed: tuple[Passing, ...] = ()
    facts: tuple[Fact, ...] = ()
    figures: tuple[Figure, ...] = ()
    entries: tuple[Entry, ...] = ()


def render(reviewed: Sequence[Reviewed], manuals: Sequence[Manual], lang: Lang, version: str) -> str:
    """The page.

    Args:
        reviewed: What was read and checked, in the order given.
        manuals: Manual pages of the rules, for what each checks.
        lang: The language of all that is not the notices' own.
        version: Our version, for the foot of the page.

    Raises:
        UsageError: Jinja2 is not installed, or there are more notices than one page holds.
    """
    if len(reviewed) > MOST_NOTICES:
        raise UsageError("too_many", str(len(reviewed)), limit=MOST_NOTICES)
    sheets = [_sheet(at, one, manuals, lang) for at, one in enumerate(reviewed, 1)]
    style, script = ((_TEMPLATES / name).read_text("utf-8") for name in ("review.css", "review.js"))
    return _environment(lang).get_template("review.html.jinja").render(
        language=_LANGUAGE[lang], sheets=sheets, style=style, script=script, policy=_policy(style, script),
        version=version, came_out=came_out, shares=lambda issues: list(find_shares(issues, lang)),
    )  # fmt: skip


def _policy(style: str, script: str) -> str:
    """Nothing is loaded; of styles and scripts only ours run."""
    own = (base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in (style, script))
    style_hash, script_hash = own
    return (
        f"default-src 'none'; style-src 'sha256-{style_hash}'; script-src 'sha256-{script_hash}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _environment(lang: Lang) -> Environment:
    try:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined
    except ImportError:
        raise UsageError("missing_extra", "notice report", extra="report") from None
    made = Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, finalize=_shown, keep_trailing_newline=True,
    )  # fmt: skip
    made.globals["say"] = _sayer(lang)
    made.globals["position"] = lambda source, line: say_position(source, line, lang)
    made.globals["STATUS_WORDS"] = {name: words.say(lang) for name, words in STATUS_WORDS.items()}
    return made


def _sayer(lang: Lang) -> Callable[..., str]:
    def say(name: str, **facts: object) -> str:
        return WORDS[name].say(lang, **facts)

    return say


def _shown(value: object) -> object:
    """Text of others with what cannot be seen made visible; what the template made itself as it is."""
    return visible(value) if type(value) is str else value


def _sheet(at: int, one: Reviewed, manuals: Sequence[Manual], lang: Lang) -> Sheet:
    notice, report = one.notice, one.report
    levels = Counter[str](finding.level for finding in report.findings)
    claims = Counter[str](claim.state for claim in report.claims)
    sheet = Sheet(f"n{at}", notice, report, levels, claims)
    return sheet if notice is None else _filled(sheet, notice, one, manuals, lang)


def _filled(sheet: Sheet, notice: Notice, one: Reviewed, manuals: Sequence[Manual], lang: Lang) -> Sheet:
    findings = in_order(one.report)
    marks = find_marks(notice, one.report, one.dated)
    about = {manual.code: manual.summary if lang == "zh" else manual.checks_en for manual in manuals}
    return sheet._replace(
        lines=tuple(read_lines(notice, marks, find_places(findings), lang)),
        charts=tuple(read_charts(notice, one.dated, lang)),
        runs=tuple(read_runs(findings, manuals, lang, one.report.source)),
        passed=tuple(_passing(each, about, lang) for each in one.report.passed),
        facts=tuple(read_facts(notice, marks, lang)),
        figures=tuple(read_figures(notice, one.report, lang)),
        entries=tuple(read_entries(notice, [finding.issue for finding in findings], one.dated, lang)),
    )  # fmt: skip


def _passing(one: Passed, about: dict[str, str], lang: Lang) -> Passing:
    equations = tuple(tuple(draw(each, {}, lang)) for each in one.arithmetic)
    return Passing(one.code, about.get(one.code, ""), equations)
