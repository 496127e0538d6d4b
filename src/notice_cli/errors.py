"""What can go wrong, as a tree; each kind knows its exit code and its sentence.

    NoticeError
    ├── UsageError         exit 2: the call or its configuration is off
    └── UnreadableError    exit 3: this source was not read
        ├── SourceError    the bytes could not be had (missing, unreachable, too large)
        ├── DecodeError    the bytes are no text (empty, binary, undecodable)
        └── RefusalError   it is text, but no rectification notice that can be read

A sentence says what, where and what to do next; it stands in `SENTENCES` under the error's `kind`.
"""

from __future__ import annotations

from notice_cli.language import Lang, Words

SENTENCES: dict[str, Words] = {
    "missing": Words("{where}：没有这个文件，请核对路径", "{where}: no such file; check the path"),
    "unreadable_file": Words(
        "{where}：文件打不开（{reason}），请检查权限或是否被其他程序占用",
        "{where}: cannot be opened ({reason}); check its permissions, or whether another program holds it",
    ),
    "empty_folder": Words(
        "{where}：文件夹里没有网页或文本（{suffixes}）",
        "{where}: the folder holds no page or text ({suffixes})",
    ),
    "too_large": Words(
        "{where}：超过 {limit} MB 上限，未读取；请确认这是一个通报页面",
        "{where}: larger than the limit of {limit} MB, not read; make sure that it is a notice page",
    ),
    "unsupported_scheme": Words(
        "{where}：只支持 http 和 https 网址", "{where}: only http and https addresses are supported"
    ),
    "unreachable": Words(
        "{where}：网址连不上（{reason}），请检查网络和地址后重试",
        "{where}: cannot be reached ({reason}); check the network and the address, then try again",
    ),
    "timeout": Words(
        "{where}：{seconds} 秒内没有读完，请稍后重试，或另存网页后读取文件",
        "{where}: not read within {seconds} seconds; try later, or save the page and read the file",
    ),
    "redirects": Words(
        "{where}：跳转超过 {limit} 次，请用浏览器打开后复制最终网址",
        "{where}: redirected more than {limit} times; open it in a browser and copy the final address",
    ),
    "http_status": Words(
        "{where}：服务器返回 {status}，{advice_zh}", "{where}: the server answered {status}; {advice_en}"
    ),
    "truncated": Words(
        "{where}：内容没有传完就中断了（{reason}），请重试",
        "{where}: the transfer broke off before its end ({reason}); try again",
    ),
    "empty": Words("{where}：内容为空", "{where}: is empty"),
    "binary": Words(
        "{where}：不是网页或文本（看起来是{looks_zh}），请另存为网页或文本后再读",
        "{where}: is no page or text (it looks like {looks_en}); save it as a page or as text first",
    ),
    "undecodable": Words(
        "{where}：文字编码无法识别（试过 {tried}），请另存为 UTF-8 后再读",
        "{where}: cannot be decoded (tried {tried}); save it as UTF-8 first",
    ),
    "not_notice": Words(
        "{where}：不是整改情况通报（{reason_zh}）；请给出通报正文所在的页面",
        "{where}: is not a rectification notice ({reason_en}); give the page that holds the notice's body",
    ),
    "bad_record": Words(
        "{where}：不是 notice parse 写出的记录（{reason}）；请用 notice parse --format json 重新生成",
        "{where}: is not a record written by notice parse ({reason}); write it again with "
        "notice parse --format json",
    ),
    "usage": Words("{reason}", "{reason}"),
}


class NoticeError(Exception):
    """The root of all errors of this package: a kind, the place, and the facts of its sentence."""

    exit_code = 2

    def __init__(self, kind: str, where: str = "", **facts: object) -> None:
        super().__init__(kind, where)
        self.kind = kind
        self.where = where
        self.facts = facts

    def message(self, lang: Lang = "zh") -> str:
        """One sentence in `lang`: what, where, what to do."""
        return SENTENCES[self.kind].say(lang, where=self.where, **self.facts)

    def __str__(self) -> str:
        return self.message("en")


class UsageError(NoticeError):
    """The call or its configuration is off."""


class UnreadableError(NoticeError):
    """This source was not read; others may have been."""

    exit_code = 3


class SourceError(UnreadableError):
    """The bytes could not be had."""


class DecodeError(UnreadableError):
    """The bytes are no text."""


class RefusalError(UnreadableError):
    """Text, but no rectification notice that can be read."""
