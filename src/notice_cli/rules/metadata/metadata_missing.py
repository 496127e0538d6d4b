"""MET004 metadata-missing：公开的通报，元数据应有名称、发文单位和日期。

查什么：页面有信息公开元数据（索引号一栏或官方 meta 标签）的，名称、发文单位（或来源）、
发布或成文日期，缺哪样说哪样。
Title, issuer and a date of publication are there, where the page has a metadata block or official meta tags.

误：索引号：LY0417033/2024-00019，主题分类：整改公开，发文单位：青湖市林业局
正：索引号：LY0417033/2024-00019，名称：{标题}，发文单位：青湖市林业局，发布日期：2024-10-22

不判：页面没有元数据；纯文本和文档。
Silent where the page has no metadata, and for plain text and documents.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.language import Words, words_in
from notice_cli.model import Metadata, Notice, Quote
from notice_cli.rules.evidence import quote_field
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent

_SENTENCE = Words("元数据缺少{missing}")
_NONE = Words("页面没有元数据")
_NAMES = {
    "title": words_in("metadata_missing", "名称"),
    "issuer": words_in("metadata_missing", "发文单位"),
    "date": words_in("metadata_missing", "发布日期"),
}
_BLOCK = ("index_number", "document_number", "topic", "validity", "site_name", "column")
"""Fields that only a metadata block or official meta tags hold."""


def check(notice: Notice) -> Iterator[Outcome]:
    """The three fields, each under either of its names."""
    page = notice.metadata
    block = [name for name in _BLOCK if getattr(page, name)]
    if not block or notice.source.media_type not in ("text/html", "application/xhtml+xml"):
        yield Silent(_NONE)
        return
    missing = _missing(page, notice)
    if not missing:
        yield Held()
        return
    chinese, english = ("、".join(one.zh for one in missing), ", ".join(one.en for one in missing))
    words = Words(chinese, english)
    yield Failed(_SENTENCE, {"missing": words}, (_place(notice, block[0]),))


def _missing(page: Metadata, notice: Notice) -> list[Words]:
    has = {
        "title": page.title or notice.title,
        "issuer": page.issuer or page.origin,
        "date": page.published_on or page.issued_on,
    }
    return [_NAMES[name] for name, value in has.items() if not value]


def _place(notice: Notice, name: str) -> Quote:
    return quote_field(notice, getattr(notice.metadata, name), notice.metadata.evidence.get(name))


RULE = Rule("MET004", "metadata-missing", "warning", check, published=True)
