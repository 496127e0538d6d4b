"""What can go wrong, as a tree; each kind knows its exit code and its sentence.

    NoticeError
    ├── UsageError         exit 2: the call or its configuration is off
    └── UnreadableError    exit 3: this source was not read
        ├── SourceError    the bytes could not be had (missing, unreachable, too large)
        ├── DecodeError    the bytes are no text (empty, binary, undecodable), or a document that is not read
        └── RefusalError   it is text, but no rectification notice that can be read

A sentence says what, where and what to do next; it stands in `SENTENCES` under the error's `kind`.
"""

from __future__ import annotations

import errno

from notice_cli.language import Lang, Words

SENTENCES: dict[str, Words] = {
    "missing": Words(
        "{where}：没有这个文件，请核对路径（网址须以 http:// 或 https:// 开头）",
    ),
    "unreadable_file": Words(
        "{where}：打不开（{reason}），请检查权限或是否被其他程序占用",
    ),
    "folder": Words("{where}：是文件夹，不是文件，请给出其中的页面"),
    "empty_folder": Words(
        "{where}：文件夹里没有网页或文本（{suffixes}），请核对路径；其他文件请逐个给出",
    ),
    "too_large": Words(
        "{where}：超过 {limit} MB 上限，未读取；请确认这是一个通报页面",
    ),
    "unsupported_scheme": Words(
        "{where}：只支持 http 和 https 网址；本地文件请直接给出路径",
    ),
    "bad_url": Words(
        "{where}：网址写法有误，请从浏览器地址栏重新复制",
    ),
    "unknown_host": Words(
        "{where}：找不到这个网站（域名解析失败），请核对网址或检查网络",
    ),
    "unreachable": Words(
        "{where}：网址连不上（{reason}），请检查网络和地址后重试",
    ),
    "tls": Words(
        "{where}：无法建立可信的加密连接（{detail}），请用浏览器打开，另存网页后读取文件{advice}",
    ),
    "unpacks_too_large": Words(
        "{where}：压缩内容解开后超过 {limit} MB 上限，未读取；请用浏览器打开，确认这是一个通报页面",
    ),
    "bad_redirect": Words(
        "{where}：网页要跳转到 {target}，不是 http 或 https 网址，没有跟去；请用浏览器打开查看",
    ),
    "private_address": Words(
        "{where}：由网页、跳转或清单引到，却指向内部网络（{peer}），没有访问；确实要读请直接给出这个网址，"
        "或加 --allow-private",
    ),
    "unjudged": Words(
        "{where}：由网页、跳转或清单引到，经代理服务器访问，域名由代理解析，无法判断它是否指向内部网络",
    ),
    "proxy": Words(
        "{where}：代理服务器 {proxy} 用不了（{reason}），请检查环境变量 HTTP_PROXY、HTTPS_PROXY、NO_PROXY",
    ),
    "proxy_kind": Words(
        "代理服务器 {where} 用不了，只支持 http:// 的代理；请修改环境变量，或用 NO_PROXY 排除这个网站",
    ),
    "put_off": Words(
        "{where}：网站要求约 {seconds} 秒后再访问，请到时重试",
    ),
    "robots": Words(
        "{where}：网站的 robots.txt 不许自动访问这个网址；请用浏览器打开，另存网页后读取文件，"
        "自己的网站可加 --ignore-robots",
    ),
    "robots_unread": Words(
        "{where}：网站的 robots.txt 暂时读不了（返回 {status}），不知道是否许可访问；请稍后重试",
    ),
    "not_stored": Words(
        "{where}：快照 {archive} 里没有这个网址；请先运行 notice fetch {where} -o {archive}",
    ),
    "no_archive": Words(
        "{where}：没有快照；请先运行 notice fetch 网址 -o {where}",
    ),
    "broken_archive": Words(
        "{where}：快照文件已损坏（{reason}），请从备份恢复，或删除后重新运行 notice fetch",
    ),
    "empty_archive": Words(
        "{where}：快照里没有网页，请重新运行 notice fetch",
    ),
    "busy_archive": Words(
        "{where}：另一个 notice fetch 正在写这个文件夹，请等它结束，或换一个文件夹",
    ),
    "few_snapshots": Words(
        "{where}：只存过一次（{times}），没有前后可比；过些时候再运行 notice fetch {where}",
    ),
    "part_unread": Words(
        "{where}：分页没有读全，这一页读不了（{reason}）",
    ),
    "attachment_unread": Words("{where}：附件没有读（{reason}）"),
    "attachment_format": Words(
        "{where}：正文在附件里，格式是 {suffixes}，读不了；请用 WPS 或 Word 打开，另存为 .docx 或 .pdf 后"
        "再读：{links}",
    ),
    "attachment_elsewhere": Words(
        "{where}：正文在附件里，附件在别的网站，没有跟去；请直接给出附件的网址：{links}",
    ),
    "no_browser": Words(
        "{where}：没有找到 Chromium 或 Chrome；请先安装（Debian、Ubuntu：apt install chromium），"
        "或用环境变量 NOTICE_BROWSER 给出它的路径",
    ),
    "render": Words(
        "{where}：浏览器打不开这个网页（{reason}）；请自己用浏览器打开，另存网页后读取文件",
    ),
    "bad_list": Words(
        "{where}：清单里没有网址；请一行写一个网址（http:// 或 https:// 开头）",
    ),
    "timeout": Words(
        "{where}：等了 {seconds} 秒仍没有读完（停在：{stage}），请稍后重试，或另存网页后读取文件",
    ),
    "redirects": Words(
        "{where}：跳转超过 {limit} 次，请用浏览器打开后复制最终网址",
    ),
    "http_status": Words("{where}：服务器返回 {status}，{advice}"),
    "bad_answer": Words(
        "{where}：服务器的应答读不懂（{reason}），请用浏览器打开，另存网页后读取文件",
    ),
    "truncated": Words(
        "{where}：内容没有传完就中断了（{reason}），请重试",
    ),
    "empty": Words("{where}：内容为空"),
    "binary": Words(
        "{where}：不是网页或文本（看起来是{looks}），请另存为网页或文本后再读",
    ),
    "other_document": Words("{where}：是{looks}，不能直接读；{advice}"),
    "encrypted_document": Words(
        "{where}：文档有密码保护（已加密），请打开后去掉密码，另存后再读",
    ),
    "macro_document": Words(
        "{where}：是带宏的 Word 文档（.docm），为安全起见不读；请在 Word 或 WPS 里另存为 .docx",
    ),
    "unsafe_document": Words(
        "{where}：文档内部声明了外部实体，正常的文档没有，为安全起见不读；请用 Word 打开，另存为 .docx",
    ),
    "broken_document": Words(
        "{where}：文档已损坏（{reason}）；请重新下载，或用 Word、WPS 或 PDF 阅读器打开后另存",
    ),
    "document_too_large": Words(
        "{where}：文档太大，未读取（{reason}）；请确认这是一份通报，或只保留通报部分另存",
    ),
    "slow_document": Words(
        "{where}：{seconds} 秒内没有读完这份 PDF，已停止；请用 PDF 阅读器打开后重新打印为 PDF，或另存为文本",
    ),
    "scan": Words(
        "{where}：是扫描件（第 {pages} 页只有图片，没有文字），读不了；请先做文字识别（OCR），或给出 Word 版",
    ),
    "garbled_document": Words(
        "{where}：PDF 里的文字是乱码（字体没有编码表），读不了；请给出 Word 版，或做文字识别（OCR）",
    ),
    "undecodable": Words(
        "{where}：文字编码无法识别（试过 {tried}），请另存为 UTF-8 后再读",
    ),
    "not_notice": Words(
        "{where}：不是整改情况通报（{reason}）；请给出通报正文所在的页面",
    ),
    "in_iframe": Words(
        "{where}：正文在内嵌框架里，不在这个页面；请改读 {url}",
    ),
    "script_shell": Words(
        "{where}：正文由脚本载入，文件里没有；请用浏览器打开，等正文出现后另存网页（完整）再读，"
        '网址可加 --render（先运行 pip install "notice-cli[render]"，并装好 Chromium）',
    ),
    "attachment_only": Words(
        "{where}：页面只有附件（{count} 个），没有正文；请下载附件并另存为网页或文本后再读：{links}",
    ),
    "moved": Words(
        "{where}：这个页面只是跳转，正文在别处；请改读 {url}",
    ),
    "no_text": Words(
        "{where}：页面上没有正文文字，正文可能是图片；请用浏览器打开核对，是图片的请先用文字识别（OCR）软件转成文字再读",
    ),
    "challenge": Words(
        "{where}：得到的是网站的安全验证页，不是通报；请用浏览器打开，通过验证后另存网页再读",
    ),
    "login": Words(
        "{where}：得到的是登录页，不是通报；请登录后另存网页再读",
    ),
    "error_page": Words(
        "{where}：网站说页面不存在或出错了；请核对网址，或在网站上重新找到这份通报",
    ),
    "list_page": Words(
        "{where}：是列表页，不是一份通报；请打开其中一条，给出它的网址或文件",
    ),
    "plan": Words(
        "{where}：是整改方案或计划，还没有整改结果；请给出整改情况通报",
    ),
    "news": Words(
        "{where}：是关于整改的新闻报道，不是通报；请给出单位自己公布的整改情况通报",
    ),
    "bad_record": Words(
        "{where}：不是 notice parse 写出的记录（{reason}）；请用 notice parse --format json 重新生成",
    ),
    "too_many": Words(
        "{where} 份通报放不进一页（最多 {limit} 份），请分几次生成",
    ),
    "no_such_issue": Words(
        "没有编号为 {where} 的问题；有的编号是 {known}",
    ),
    "unknown_rule": Words(
        "没有以 {where} 开头的规则，是不是 {nearest}？",
    ),
    "bad_plugin": Words(
        "规则插件 {where} 用不了（{reason}），请更新或卸载它",
    ),
    "bad_toml": Words("{where}：不是正确的 TOML（{reason}），请修改后重试"),
    "unknown_key": Words(
        "{where}：没有 {key} 这个设置，是不是 {nearest}？",
    ),
    "bad_value": Words(
        "{where}：{key} 的值不对（{reason}），请参照 notice.toml 的说明修改",
    ),
    "unknown_code": Words(
        "{where}：{key} 里没有以 {code} 开头的规则，是不是 {nearest}？",
    ),
    "bad_baseline": Words(
        "{where}：不是 notice baseline 写出的基线（{reason}），请重新生成",
    ),
    "bad_pairs": Words(
        "{where}：不是配对表（{reason}），请用 notice diff --write-pairs 重新生成后再改",
    ),
    "no_issues": Words(
        "{where}：没有读出逐条列出的问题，无法比较；请换用列出问题的版本",
    ),
    "too_few": Words(
        "比较需要两份通报，这里只有 {where} 份；请给出旧的和新的",
    ),
    "only_two": Words(
        "{where} 只用于两份通报的比较，请去掉它，或只给出两份",
    ),
    "unwritable": Words(
        "{where}：写不了（{reason}）；请检查路径和权限，文件若正在 Excel、WPS 里打开，先关掉",
    ),
    "old_workbook": Words(
        "{where}：是旧版表格（.xls），请用 Excel 或 WPS 打开，另存为 .xlsx 后再读",
    ),
    "other_workbook": Words(
        "{where}：不是 .xlsx 表格（.xlsb 或 .ods），请用 Excel 或 WPS 打开，另存为 .xlsx 后再读",
    ),
    "encrypted_workbook": Words(
        "{where}：表格加了密码，读不了；请在 Excel 或 WPS 里去掉密码，保存后再读",
    ),
    "bad_workbook": Words(
        "{where}：表格文件已损坏或不合规范（{reason}），请用 Excel 或 WPS 打开，另存为 .xlsx 后再读",
    ),
    "too_large_unpacked": Words(
        "{where}：解开后超过 {limit} MB，未读取；请确认这是一份整改台账，删去空行和无关工作表后再读",
    ),
    "too_many_cells": Words(
        "{where}：单元格太多（上限 {limit} 个），未读取；请删去空行和与台账无关的工作表",
    ),
    "uncomputed": Words(
        "{where}：单元格 {cell} 是公式，文件里没有保存它的结果；请用 Excel 或 WPS 打开并保存一次后再读",
    ),
    "unknown_ending": Words(
        "{where}：不知道要写成什么格式；文件名的结尾应是 {endings} 之一",
    ),
    "one_table_xlsx": Words(
        "{where}：.xlsx 总是写全部表，请去掉 --table，或改用 .csv、.md、.docx、.json、.parquet",
    ),
    "several_ledgers": Words(
        "{where}：台账里有 {count} 份通报，没有一份（或不止一份）的标题是“{title}”；请给出这份通报自己的台账",
    ),
    "no_ledger": Words(
        "{where}：没有找到问题清单；表头要写明问题一列（反馈问题、问题描述、存在问题……），并至少再有一列"
        "（序号、整改措施、整改情况、责任单位……）",
    ),
    "missing_extra": Words(
        '{where}：要另外安装部件：pip install "notice-cli[{extra}]"',
    ),
    "bad_storage": Words(
        "{where}：这种存储地址用不了（{reason}）；请核对地址，或安装它要的 fsspec 部件（如 s3fs）",
    ),
    "no_scheduler": Words(
        "{where}：连不上这个 Dask 调度器（{reason}）；请核对地址，确认 dask scheduler 在运行",
    ),
    "other_version": Words(
        "工作进程的 notice 版本是 {other}，这里是 {where}；请装成同一版本后用 --resume 继续",
    ),
    "worker_lost": Words(
        "工作进程读第 {where} 块时一再退出（{reason}）；请检查内存和磁盘，再用 --resume 继续",
    ),
    "data_set_exists": Words(
        "{where}：已经有一个数据集；请换一个文件夹，或先删除它",
    ),
    "data_set_begun": Words(
        "{where}：有一次没有做完的运行；用 --resume 继续，或先删除这个文件夹",
    ),
    "nothing_to_resume": Words(
        "{where}：没有可以继续的运行；请给出要读的文件或文件夹",
    ),
    "other_settings": Words(
        "{where}：没有做完的那次运行用的是别的输入、设置或版本；请照原样用 --resume 继续，或先删除这个文件夹",
    ),
    "bad_input_list": Words(
        "{where}：清单不是 UTF-8 文本；请另存为 UTF-8，每行一个文件或文件夹",
    ),
    "no_match": Words("{where}：没有符合的文件，请核对路径"),
    "changed": Words(
        "{where}：列入计划之后内容变了，没有读；请另作一次运行",
    ),
    "batch_address": Words(
        "{where}：批量读取不上网；请先用 notice fetch 存成快照，再读快照",
    ),
    "bad_warc": Words(
        "{where}：WARC 文件从某处起读不懂（{reason}）；此前的页面已读，请重新取得这个文件",
    ),
    "archived_status": Words(
        "{where}：存档时服务器返回 {status}，没有页面；请重新抓取",
    ),
    "hung": Words(
        "{where}：读了 {seconds} 秒仍没有读完，已放弃；可用 --timeout 给更长时间",
    ),
    "died": Words(
        "{where}：读它的进程两次意外退出（{reason}），已放弃；请把这个文件反馈给维护者",
    ),
    "internal": Words(
        "{where}：程序内部错误（{reason}），没有读成；请把这个文件反馈给维护者",
    ),
    "no_data_set": Words(
        "{where}：不是 notice batch 写出的数据集，或还没有写完；请核对路径",
    ),
    "bad_sql": Words(
        "查询有误（{reason}）；表和列见 docs/data.md",
    ),
    "no_file": Words("{where}：没有这个文件，请核对路径"),
    "system": Words("系统不让读写（{reason}）；请检查磁盘空间、权限和当前所在的文件夹"),
    "usage": Words("{reason}"),
}

_SYSTEM: dict[int, Words] = {
    errno.ENOENT: Words("没有这个文件或文件夹"),
    errno.EACCES: Words("没有权限，或被别的程序占用"),
    errno.EPERM: Words("没有权限"),
    errno.EISDIR: Words("是文件夹"),
    errno.ENOTDIR: Words("路径里有一段不是文件夹"),
    errno.EEXIST: Words("已经有同名的文件"),
    errno.EROFS: Words("磁盘是只读的"),
    errno.ENOSPC: Words("磁盘已满"),
    errno.ENAMETOOLONG: Words("文件名太长"),
    errno.EBADF: Words("已经关闭"),
}
"""What the operating system's commonest refusals mean; the others are told in its own words."""


def system_reason(error: OSError) -> Words | str:
    """Why the operating system refused, for the `reason` of a sentence."""
    return _SYSTEM.get(error.errno or 0) or error.strerror or type(error).__name__


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
        return SENTENCES[self.kind].say(lang, where=printable(_shorten(self.where)) or "“”", **facts)

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
