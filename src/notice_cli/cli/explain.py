"""`notice explain CODE`: the manual page of a rule, offline."""

from __future__ import annotations

import click

from notice_cli.cli.ending import OK
from notice_cli.cli.options import COLOR, LANG, lang_of, look_of
from notice_cli.cli.output import write
from notice_cli.cli.words import t
from notice_cli.comparing.against import read_manuals
from notice_cli.reports.rules_text import render_manual
from notice_cli.rules.choosing import choose
from notice_cli.rules.manual import read_manual
from notice_cli.rules.plugins import all_rules


@click.command(
    "explain",
    short_help=t("说明一条规则：查什么、误例、正例、何时不判"),
    help=t("说明一条规则。CODE 是编号（CNT002）或前缀（CNT）。"),
    epilog=t("例：notice explain CNT002"),
)
@click.argument("code")
@LANG
@COLOR
def command(code: str, lang: str | None, color: str) -> int:
    """Write the manual pages."""
    look = look_of(lang_of(lang), color, None)
    pages = [read_manual(rule) for rule in choose([code], (), all_rules())]
    pages += [page for page in read_manuals() if page.code.startswith(code.strip().upper())]
    shown = "\n".join(render_manual(page, look.lang, look.color, look.width) for page in pages)
    write(shown, None, machine=False)
    return OK
