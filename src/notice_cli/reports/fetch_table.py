"""What became of the addresses that were fetched: how many had which outcome, and which failed."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from notice_cli.errors import printable
from notice_cli.language import Lang, Words, words_in
from notice_cli.model import Visit

OUTCOMES: dict[str, Words] = {
    "stored": Words("已存"),
    "changed": Words("有改动，已存新版"),
    "unchanged": Words("没有变"),
    "robots": Words("robots.txt 不许"),
    "robots_unread": Words("robots.txt 读不了"),
    "challenge": Words("安全验证页"),
    "login": Words("登录页"),
    "error_page": Words("网站说出错"),
    "http_status": Words("服务器返回错误"),
    "timeout": Words("超时"),
    "put_off": Words("网站要求以后再来"),
    "unknown_host": Words("没有这个网站"),
    "unreachable": Words("连不上"),
    "private_address": Words("指向内部网络"),
    "tls": Words("加密连接不可信"),
    "proxy": Words("代理服务器用不了"),
    "proxy_kind": Words("代理服务器不支持"),
    "too_large": Words("过大"),
    "unpacks_too_large": Words("解开后过大"),
    "truncated": Words("没有传完"),
    "bad_answer": Words("应答读不懂"),
    "redirects": Words("跳转过多"),
    "bad_redirect": Words("跳转到别的协议"),
    "bad_url": Words("网址写法有误"),
    "unsupported_scheme": Words("不是 http 网址"),
}
"""Outcomes in the order that they are told."""
_TOTAL = Words("共")
_LEADS = Words("另有分页、附件 {count} 个")
_OUTCOME, _COUNT, _ADDRESS = words_in("fetch_table", "结果"), Words("个数"), Words("网址")
_MOST_SHOWN = 20
"""Addresses shown of those that failed in one way; stderr has told them all."""


def render(visits: Sequence[Visit], lang: Lang, color: bool, width: int) -> str:
    """A table with a row for each outcome."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(_OUTCOME.say(lang), no_wrap=True)
    table.add_column(_COUNT.say(lang), justify="right")
    table.add_column(_ADDRESS.say(lang), overflow="fold")
    counted = Counter(visit.outcome for visit in visits)
    for outcome in sorted(counted, key=[*OUTCOMES, *sorted(counted)].index):
        words = OUTCOMES[outcome].say(lang) if outcome in OUTCOMES else outcome
        table.add_row(words, str(counted[outcome]), _addresses(visits, outcome))
    table.add_row(_TOTAL.say(lang), str(len(visits)), _led(visits, lang))
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=color, no_color=not color, highlight=False)
    console.print(table)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def _addresses(visits: Sequence[Visit], outcome: str) -> Text:
    urls = [printable(visit.url) for visit in visits if visit.outcome == outcome]
    shown = urls[:_MOST_SHOWN] + (["…"] if len(urls) > _MOST_SHOWN else [])
    return Text("\n".join(shown) if outcome != "unchanged" else "")


def _led(visits: Sequence[Visit], lang: Lang) -> str:
    count = sum(len(visit.leads) for visit in visits)
    return _LEADS.say(lang, count=count) if count else ""
