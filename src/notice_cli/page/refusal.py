"""Pages that hold no notice to read: why, and where it is instead.

Only a page with hardly any text of its own is looked at; an ordinary page costs one count of characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urljoin

from notice_cli.errors import RefusalError
from notice_cli.page.block import Block, Cut
from notice_cli.page.body import Body
from notice_cli.text.pattern import lazy_pattern

_THIN = 240
"""Characters of text below which a page is looked at."""
_LONG_SENTENCE = 60
_MOST_LINKS = 5
_LEAST_ENTRIES = 5
_ENTRY_LENGTH = 10
_LEAST_LINES = 4
_MOST_BELOW = 4
"""Lines of abstract, date and source under an entry of a list."""
_LONGEST_MARKUP = 400_000

_CHALLENGE = lazy_pattern(
    r"人机验证|安全验证|请完成验证|滑动验证|拖动滑块|访问被(?:拦截|阻断|拒绝)|您的访问(?:已|将)?被"
    r"|Just a moment|Checking your browser|Access Denied"
    r"|请开启JavaScript|请启用JavaScript|Attention Required|WAF|请输入验证码"
)
_CHALLENGE_MARKUP = lazy_pattern(
    rb"wzws_|acw_sc__v2|__jsl_clearance|cf-chl|_waf_|/cdn-cgi/challenge|GeeTest|geetest", re.I
)
_COOKIE_RELOAD = lazy_pattern(rb"document\.cookie.{0,4000}?location\.(?:reload|href|replace)", re.S)
_PASSWORD = lazy_pattern(rb"type\s{0,3}=\s{0,3}[\"']?password", re.I)
_LOGIN = lazy_pattern(r"登[录陆]|身份认证|用户名|密码|log\s?in|sign\s?in", re.I)
_RESTRICTED = lazy_pattern(
    r"仅限?[^。]{0,8}(?:用户|人员|成员|会员|内网|校内|院内)[^。]{0,4}(?:访问|查看|浏览|阅读)"
    r"|请?先?登[录陆]后?(?:再|才|即)?(?:可以?|能)?(?:访问|查看|浏览|阅读)|(?:没有|无)权限?(?:访问|查看|浏览|阅读)"
    r"|(?:请|需要?)使用(?:校园网|内网|VPN)"
)
"""What a page says that shows its text to some readers only."""
_ERROR = lazy_pattern(
    r"页面不存在|页面未找到|找不到(?:该|您|页面|网页|文件)"
    r"|(?:不存在|已(?:被)?删除|已失效|已下线|已过期|无法访问|不可用)(?:或|，|！|!|。|$)"
    r"|服务器(?:内部)?错误|系统错误|系统出错|系统繁忙"
    r"|(?:404|403|500|502|503)\s?(?:错误|[-–—]|Not Found|Forbidden|Bad|Internal|Service|$)"
    r"|HTTP Status|Not Found|Internal Server Error|Bad Gateway|Service Unavailable"
)
_FIGURES = lazy_pattern(
    r"\d\s?[个项条件].{0,6}(?:问题|整改|任务|措施)|(?:完成|整改)[^。]{0,8}\d{1,6}\s?[个项条件]"
)
_TITLE_LIKE = lazy_pattern(
    r"(?:整改|落实|巡[视察]|审计|督察).{0,60}(?:通报|公告|公示|报告|函|说明|清单|情况|进展)"
)
_DATE = lazy_pattern(r"[\[(（]?\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[\])）]?")
_FILES = lazy_pattern(r"\.(?:pdf|docx?|xlsx?|wps|et|ofd|zip|rar|rtf|txt)(?:$|[?#])", re.I)
_PAGES = lazy_pattern(r"\.s?html?(?:$|[?#])", re.I)
_ATTACHED = lazy_pattern(r"[^<]{0,100}附件|[^<]{0,100}\.s?html?\s{0,3}<")
"""What a link to a page says where the page is an attachment."""
_FRAME_NOISE = lazy_pattern(
    r"^(?:about:|javascript:|data:|#|$)|share|advert|google|analytics|baidu|weather|map|counter|login", re.I
)
_ATTRIBUTE = r"[^>]{0,600}?\b%s\s{0,3}=\s{0,3}(?:\"([^\"]{0,2000})\"|'([^']{0,2000})'|([^\s>\"']{1,2000}))"
_PICTURE = lazy_pattern(
    r"<p\b[^>]{0,300}>\s{0,20}(?:<(?:span|strong|b|a|font)\b[^>]{0,300}>\s{0,20}){0,3}<img\b", re.I
)
"""A picture that stands where a paragraph of the text would."""
_FRAME = lazy_pattern(r"<(?:iframe|frame|embed)\b" + _ATTRIBUTE % "src", re.I)
_REFRESH = lazy_pattern(
    r"<meta\b[^>]{0,200}http-equiv\s{0,3}=\s{0,3}[\"']?refresh\b[^>]{0,200}?\burl\s{0,3}=\s{0,3}()()[\"']?([^\"'>\s;]{1,2000})",
    re.I,
)
_OBJECT = lazy_pattern(r"<object\b" + _ATTRIBUTE % "data", re.I)
_LINK = lazy_pattern(r"<a\b" + _ATTRIBUTE % "href", re.I)
_BASE = lazy_pattern(r"<base\b" + _ATTRIBUTE % "href", re.I)


def find_refusal(markup: bytes, cut: Cut, body: Body, where: str) -> RefusalError | None:
    """Why an HTML page holds no notice, None where it may hold one.

    Args:
        markup: The page in UTF-8.
        cut: Its blocks.
        body: What was taken for the notice.
        where: The page's address, which links are resolved against where it is one.
    """
    if _is_text_list(body) or _lists_abstracts(cut, body):
        return RefusalError("list_page", where)
    if sum(len(block.text) for block in body.blocks) >= _THIN:
        return None
    shown = _shown(cut)
    kind = _gatekeeper(markup, shown)
    if kind:
        return RefusalError(kind, where)
    text = _without_comments(markup[:_LONGEST_MARKUP].decode("utf-8", "replace"))
    base = next(_values(_BASE, text), None)
    base = urljoin(where, base) if base else where
    return _elsewhere(text, cut, body, base, where) or _empty(text, cut, body, where)


def _without_comments(text: str) -> str:
    first, *rest = text.split("<!--")
    return first + "".join(part.partition("-->")[2] for part in rest)


def _shown(cut: Cut) -> str:
    """What the page shows, its title first."""
    return "\n".join((cut.page_title or "", *(block.text for block in cut.blocks)))[:6000]


def _gatekeeper(markup: bytes, shown: str) -> str | None:
    """The kind of a page that stands before another: a challenge, a login, an error."""
    if _CHALLENGE.search(shown) or _CHALLENGE_MARKUP.search(markup):
        return "challenge"
    if len(shown.strip()) < _LONG_SENTENCE and _COOKIE_RELOAD.search(markup[:20_000]):
        return "challenge"
    if _PASSWORD.search(markup) and _LOGIN.search(shown):
        return "login" if not _FIGURES.search(shown) and "整改" not in shown else None
    if _RESTRICTED.search(shown):
        return "login"
    return "error_page" if _ERROR.search(shown) else None


def _elsewhere(text: str, cut: Cut, body: Body, base: str, where: str) -> RefusalError | None:
    """The notice stands in a frame or in attachments."""
    has_text = _has_text(body.blocks)
    moved = _REFRESH.search(text)
    if moved and not has_text:
        return RefusalError("moved", where, url=_absolute(base, _value(moved)))
    frames = [
        src for src in (*_values(_FRAME, text), *_values(_OBJECT, text)) if not _FRAME_NOISE.search(src)
    ]
    if frames and not has_text:
        return RefusalError("in_iframe", where, url=_absolute(base, frames[0]))
    files = _attachments(text)
    titled = bool(body.titles) or "附件" in _shown(cut)
    if files and titled and not _FIGURES.search("\n".join(block.text for block in body.blocks)):
        links = list(dict.fromkeys(_absolute(base, href) for href in files))
        shown = "  ".join(links[:_MOST_LINKS])
        return RefusalError("attachment_only", where, links=shown, count=len(links), addresses=tuple(links))
    return None


def _attachments(text: str) -> list[str]:
    """The links that are attachments: by their ending, a page by what the link says."""
    found = []
    for match in _LINK.finditer(text):
        href = _value(match)
        end = text.find(">", match.end(), match.end() + 600)
        if _FILES.search(href) or (_PAGES.search(href) and end >= 0 and _ATTACHED.match(text, end + 1)):
            found.append(href)
    return found


def _empty(text: str, cut: Cut, body: Body, where: str) -> RefusalError | None:
    """A list of pages, a picture of the text, or a shell that a script fills."""
    entries = [
        b for b in cut.blocks if b.linked and len(b.text) >= _ENTRY_LENGTH and _TITLE_LIKE.search(b.text)
    ]
    if len(entries) >= _LEAST_ENTRIES and not _has_text(body.blocks):
        return RefusalError("list_page", where)
    if _says_something(body.blocks):
        return None
    if "<script" in text.lower() and not _PICTURE.search(text):
        return RefusalError("script_shell", where)
    return RefusalError("no_text", where) if _PICTURE.search(text) or not body.blocks else None


def _says_something(blocks: Sequence[Block]) -> bool:
    """Whether there is a sentence, or some lines that are longer than the names of a menu."""
    if any("。" in block.text or len(block.text) >= _LONG_SENTENCE for block in blocks):
        return True
    return sum(1 for block in blocks if len(block.text) >= _ENTRY_LENGTH) >= _LEAST_LINES


def _has_text(blocks: Sequence[Block]) -> bool:
    return any("。" in block.text and len(block.text) >= _LONG_SENTENCE for block in blocks)


def _is_text_list(body: Body) -> bool:
    """Titles and dates in turn, no sentence among them."""
    if any("。" in block.text for block in body.blocks[:200]):
        return False
    texts = [block.text for group in body.titles for block in group] + [block.text for block in body.blocks]
    titles = sum(1 for text in texts if _TITLE_LIKE.search(text) and len(text) >= _ENTRY_LENGTH)
    if titles < _LEAST_ENTRIES or any("。" in text or "：" in text or ":" in text for text in texts[:200]):
        return False
    return titles + sum(1 for text in texts if _DATE.fullmatch(text)) > len(texts) / 2


def _lists_abstracts(cut: Cut, body: Body) -> bool:
    """Linked titles among the text, a few lines under each."""
    between = cut.blocks[body.start : max(body.body_at, default=0)]
    entries = [b for b in between if b.linked and len(b.text) >= _ENTRY_LENGTH and _TITLE_LIKE.search(b.text)]
    return len(entries) >= _LEAST_ENTRIES and len(body.blocks) <= _MOST_BELOW * (len(entries) + 1)


def _values(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    """An attribute's values, in the order of the page."""
    yield from map(_value, pattern.finditer(text))


def _value(match: re.Match[str]) -> str:
    double, single, bare = match.groups("")
    return (double or single or bare).strip().replace("&amp;", "&")


def _absolute(base: str, href: str) -> str:
    """A link as an address where the page's own is one, else as it stands."""
    try:
        return urljoin(base, href) if base.startswith(("http://", "https://")) else href
    except ValueError:
        return href
