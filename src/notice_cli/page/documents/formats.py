"""Documents that are not read, and what to do with each. Data."""

from __future__ import annotations

from typing import NamedTuple

from notice_cli.errors import DecodeError
from notice_cli.language import Words


class OtherFormat(NamedTuple):
    """A format: what to call it, what to do with it."""

    looks: Words
    advice: Words

    def refusal(self, where: str) -> DecodeError:
        """The error that names it."""
        return DecodeError("other_document", where, looks=self.looks, advice=self.advice)


_SAVE_AS_DOCX = Words("请用 Word 或 WPS 打开，另存为 .docx 后再读")
OLD_WORD = OtherFormat(Words("旧版 Word 或 WPS 文档（.doc、.wps）"), _SAVE_AS_DOCX)
OLD_EXCEL = OtherFormat(
    Words("旧版 Excel 表格（.xls、.et）"),
    Words(
        "请用 Excel 或 WPS 打开，把表格复制到 Word 里，另存为 .docx 后再读",
    ),
)
OLD_SLIDES = OtherFormat(
    Words("旧版演示文稿（.ppt）"),
    Words("请给出通报正文的 Word 或 PDF 文件"),
)
SPREADSHEET = OtherFormat(Words("Excel 表格（.xlsx）"), OLD_EXCEL.advice)
PRESENTATION = OtherFormat(Words("演示文稿（.pptx）"), OLD_SLIDES.advice)
OPEN_DOCUMENT = OtherFormat(Words("OpenDocument 文档（.odt）"), _SAVE_AS_DOCX)
RICH_TEXT = OtherFormat(Words("RTF 文档"), _SAVE_AS_DOCX)
OFD = OtherFormat(
    Words("OFD 版式文件（.ofd）"),
    Words(
        "请用 OFD 阅读器打开，打印或导出为 PDF 后再读",
    ),
)
ZIP = OtherFormat(
    Words("压缩包"),
    Words("请解压后给出其中的通报文件"),
)


def refuse_ole(data: bytes, where: str) -> DecodeError:
    """What a file in the old container of Office is, told from the names of its streams."""
    for name, error in _STREAMS:
        if name.encode("utf-16-le") in data:
            return DecodeError(error, where) if isinstance(error, str) else error.refusal(where)
    return OLD_WORD.refusal(where)


_STREAMS: tuple[tuple[str, OtherFormat | str], ...] = (
    ("EncryptedPackage", "encrypted_document"),
    ("WordDocument", OLD_WORD),
    ("Workbook", OLD_EXCEL),
    ("PowerPoint Document", OLD_SLIDES),
)
