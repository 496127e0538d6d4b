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
    "missing": Words(
        "{where}：没有这个文件，请核对路径（网址须以 http:// 或 https:// 开头）",
        "{where}: no such file; check the path (an address starts with http:// or https://)",
    ),
    "unreadable_file": Words(
        "{where}：打不开（{reason}），请检查权限或是否被其他程序占用",
        "{where}: cannot be opened ({reason}); check its permissions, or whether another program holds it",
    ),
    "folder": Words(
        "{where}：是文件夹，不是文件，请给出其中的页面", "{where}: is a folder, not a file; name a page in it"
    ),
    "empty_folder": Words(
        "{where}：文件夹里没有网页或文本（{suffixes}），请核对路径；其他文件请逐个给出",
        "{where}: the folder holds no page or text ({suffixes}); check the path, or name each other file",
    ),
    "too_large": Words(
        "{where}：超过 {limit} MB 上限，未读取；请确认这是一个通报页面",
        "{where}: larger than the limit of {limit} MB, not read; make sure that it is a notice page",
    ),
    "unsupported_scheme": Words(
        "{where}：只支持 http 和 https 网址；本地文件请直接给出路径",
        "{where}: only http and https addresses are supported; give the plain path of a local file",
    ),
    "bad_url": Words(
        "{where}：网址写法有误，请从浏览器地址栏重新复制",
        "{where}: is not a valid address; copy it again from the browser",
    ),
    "unknown_host": Words(
        "{where}：找不到这个网站（域名解析失败），请核对网址或检查网络",
        "{where}: there is no such site (its name cannot be resolved); check the address and the network",
    ),
    "unreachable": Words(
        "{where}：网址连不上（{reason}），请检查网络和地址后重试",
        "{where}: cannot be reached ({reason}); check the network and the address, then try again",
    ),
    "tls": Words(
        "{where}：无法建立可信的加密连接（{detail}），请用浏览器打开，另存网页后读取文件",
        "{where}: no trusted encrypted connection ({detail}); save the page in a browser and read the file",
    ),
    "timeout": Words(
        "{where}：等了 {seconds} 秒仍没有读完，请稍后重试，或另存网页后读取文件",
        "{where}: no complete answer within {seconds} seconds; try later, or save the page and read the file",
    ),
    "redirects": Words(
        "{where}：跳转超过 {limit} 次，请用浏览器打开后复制最终网址",
        "{where}: redirected more than {limit} times; open it in a browser and copy the final address",
    ),
    "http_status": Words(
        "{where}：服务器返回 {status}，{advice}", "{where}: the server answered {status}; {advice}"
    ),
    "bad_answer": Words(
        "{where}：服务器的应答读不懂（{reason}），请用浏览器打开，另存网页后读取文件",
        "{where}: the server's answer is no good ({reason}); save the page in a browser and read the file",
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
    "in_iframe": Words(
        "{where}：正文在内嵌框架里，不在这个页面；请改读 {url}",
        "{where}: the body stands in a frame, not in this page; read {url} instead",
    ),
    "script_shell": Words(
        "{where}：正文由脚本载入，文件里没有；请用浏览器打开，等正文出现后另存网页（完整）再读",
        "{where}: the body is filled in by a script and not in the file; open it in a browser, wait for the "
        "text, save the complete page and read that",
    ),
    "attachment_only": Words(
        "{where}：页面只有附件（{count} 个），没有正文；请下载附件并另存为网页或文本后再读：{links}",
        "{where}: the page has no text, only attachments ({count}); download them and save them as a page or "
        "as text first: {links}",
    ),
    "challenge": Words(
        "{where}：得到的是网站的安全验证页，不是通报；请用浏览器打开，通过验证后另存网页再读",
        "{where}: this is the site's challenge page, not the notice; pass it in a browser, save the page and "
        "read the file",
    ),
    "login": Words(
        "{where}：得到的是登录页，不是通报；请登录后另存网页再读",
        "{where}: this is a login page, not the notice; log in, save the page and read the file",
    ),
    "error_page": Words(
        "{where}：网站说页面不存在或出错了；请核对网址，或在网站上重新找到这份通报",
        "{where}: the site says that the page does not exist or failed; check the address, or look the "
        "notice up on the site",
    ),
    "list_page": Words(
        "{where}：是列表页，不是一份通报；请打开其中一条，给出它的网址或文件",
        "{where}: is a list of pages, not a notice; open one of them and give its address or file",
    ),
    "plan": Words(
        "{where}：是整改方案或计划，还没有整改结果；请给出整改情况通报",
        "{where}: is a rectification plan and has no results yet; give the notice about the results",
    ),
    "news": Words(
        "{where}：是关于整改的新闻报道，不是通报；请给出单位自己公布的整改情况通报",
        "{where}: is news about rectification, not a notice; give the notice that the body itself published",
    ),
    "bad_record": Words(
        "{where}：不是 notice parse 写出的记录（{reason}）；请用 notice parse --format json 重新生成",
        "{where}: is not a record written by notice parse ({reason}); write it again with "
        "notice parse --format json",
    ),
    "unknown_rule": Words(
        "没有以 {where} 开头的规则，是不是 {nearest}？",
        "no rule begins with {where}; did you mean {nearest}?",
    ),
    "bad_plugin": Words(
        "规则插件 {where} 用不了（{reason}），请更新或卸载它",
        "the rule plugin {where} cannot be used ({reason}); update it, or uninstall it",
    ),
    "bad_toml": Words(
        "{where}：不是正确的 TOML（{reason}），请修改后重试", "{where}: is no valid TOML ({reason}); mend it"
    ),
    "unknown_key": Words(
        "{where}：没有 {key} 这个设置，是不是 {nearest}？",
        "{where}: there is no setting {key}; did you mean {nearest}?",
    ),
    "bad_value": Words(
        "{where}：{key} 的值不对（{reason}），请参照 notice.toml 的说明修改",
        "{where}: the value of {key} is wrong ({reason}); see what notice.toml may hold",
    ),
    "unknown_code": Words(
        "{where}：{key} 里没有以 {code} 开头的规则，是不是 {nearest}？",
        "{where}: no rule of {key} begins with {code}; did you mean {nearest}?",
    ),
    "bad_baseline": Words(
        "{where}：不是 notice baseline 写出的基线（{reason}），请重新生成",
        "{where}: is no baseline written by notice baseline ({reason}); write it again",
    ),
    "bad_pairs": Words(
        "{where}：不是配对表（{reason}），请用 notice diff --write-pairs 重新生成后再改",
        "{where}: is no file of pairs ({reason}); write one with notice diff --write-pairs and edit that",
    ),
    "no_issues": Words(
        "{where}：没有读出逐条列出的问题，无法比较；请换用列出问题的版本",
        "{where}: no list of issues was read, so there is nothing to compare; give a version that lists them",
    ),
    "too_few": Words(
        "比较需要两份通报，这里只有 {where} 份；请给出旧的和新的",
        "two notices are needed for a comparison, here is {where}; give the old one and the new one",
    ),
    "only_two": Words(
        "{where} 只用于两份通报的比较，请去掉它，或只给出两份",
        "{where} is for two notices only; leave it out, or give two",
    ),
    "unwritable": Words(
        "{where}：写不了（{reason}），请检查文件夹是否存在、是否有权限",
        "{where}: cannot be written ({reason}); check that the folder exists and may be written to",
    ),
    "usage": Words("{reason}", "{reason}"),
}


def printable(text: str) -> str:
    """`text` in one line that a terminal can show: whatever is not printable is escaped."""
    return "".join(c if c.isprintable() or c == "\u3000" else ascii(c)[1:-1] for c in text)


def _shorten(text: str) -> str:
    return text if len(text) <= 300 else f"{text[:200]}…{text[-80:]}"


def _say_fact(fact: object, lang: Lang) -> object:
    spoken = fact.say(lang) if isinstance(fact, Words) else fact
    return printable(spoken) if isinstance(spoken, str) else spoken


class NoticeError(Exception):
    """The root of all errors of this package: a kind, the place, and the facts of its sentence.

    A fact may be `Words`; place and facts come from hostile input and are shown in one safe line.
    """

    exit_code = 2

    def __init__(self, kind: str, where: str = "", **facts: object) -> None:
        super().__init__(kind, where)
        self.kind = kind
        self.where = where
        self.facts = facts

    def message(self, lang: Lang = "zh") -> str:
        """One sentence in `lang`: what, where, what to do."""
        facts = {name: _say_fact(fact, lang) for name, fact in self.facts.items()}
        return SENTENCES[self.kind].say(lang, where=printable(_shorten(self.where)), **facts)

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
