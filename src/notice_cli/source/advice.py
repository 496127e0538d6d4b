"""What to do about an answer that is no page: by status, and by Retry-After."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from math import ceil

from notice_cli.language import Words

CHECK_ADDRESS = Words("页面不存在或已移走，请核对网址")
USE_BROWSER = Words(
    "网站要求登录或只接受浏览器访问，请用浏览器打开，另存网页后读取文件",
)
CHALLENGE = Words(
    "网站要用脚本验证浏览器，程序不绕过；请用浏览器打开，另存网页后读取文件",
)
TRY_LATER = Words("网站暂时无法访问，请稍后重试")
COME_BACK = {
    "h": Words("网站要求约 {n} 小时后再访问"),
    "min": Words("网站要求约 {n} 分钟后再访问"),
    "s": Words("网站要求 {n} 秒后再访问"),
}
UNIT_SECONDS = {"h": 3600, "min": 60, "s": 1}
"""The largest unit first, of which there are at least two."""

CHALLENGES = (412, 521)
"""How public sites answer a program that did not run their script."""
ADVICE: dict[int, Words] = {
    401: USE_BROWSER,
    403: USE_BROWSER,
    404: CHECK_ADDRESS,
    407: USE_BROWSER,
    410: CHECK_ADDRESS,
    412: CHALLENGE,
    429: TRY_LATER,
    521: CHALLENGE,
}
ADVICE_BY_CLASS: dict[int, Words] = {4: CHECK_ADDRESS, 5: TRY_LATER}


def advise(status: int, retry_after: float | None) -> Words:
    """What to do about an answer with `status`, where it asked for `retry_after` seconds of patience."""
    if retry_after and (status == 429 or status >= 500):
        unit = next(unit for unit, size in UNIT_SECONDS.items() if retry_after >= 2 * size or size == 1)
        n = ceil(retry_after / UNIT_SECONDS[unit])
        return Words(COME_BACK[unit].say("zh", n=n), COME_BACK[unit].say("en", n=n))
    return ADVICE.get(status) or ADVICE_BY_CLASS.get(status // 100, USE_BROWSER)


def parse_retry_after(header: str | None, now: datetime) -> float | None:
    """Seconds from `now` that a Retry-After header names, as a number or as a date; None if it names none."""
    text = (header or "").strip()[:40]
    if text.isascii() and text.isdigit() and len(text) <= 9:
        return float(text)
    try:
        date = parsedate_to_datetime(text)
        return max(0.0, (_in_utc(date) - now) / timedelta(seconds=1))
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _in_utc(date: datetime) -> datetime:
    return date if date.tzinfo else date.replace(tzinfo=UTC)
