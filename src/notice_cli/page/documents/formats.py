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


_SAVE_AS_DOCX = Words(
    "请用 Word 或 WPS 打开，另存为 .docx 后再读", "open it in Word or WPS and save it as .docx first"
)
OLD_WORD = OtherFormat(
    Words("旧版 Word 或 WPS 文档（.doc、.wps）", "an old Word or WPS document (.doc, .wps)"), _SAVE_AS_DOCX
)
OLD_EXCEL = OtherFormat(
    Words("旧版 Excel 表格（.xls、.et）", "an old Excel workbook (.xls, .et)"),
    Words(
        "请用 Excel 或 WPS 打开，把表格复制到 Word 里，另存为 .docx 后再读",
        "open it in Excel or WPS, copy the table into Word and save that as .docx first",
    ),
)
OLD_SLIDES = OtherFormat(
    Words("旧版演示文稿（.ppt）", "an old presentation (.ppt)"),
    Words("请给出通报正文的 Word 或 PDF 文件", "give the notice's text as a Word or PDF file"),
)
SPREADSHEET = OtherFormat(Words("Excel 表格（.xlsx）", "an Excel workbook (.xlsx)"), OLD_EXCEL.advice)
PRESENTATION = OtherFormat(Words("演示文稿（.pptx）", "a presentation (.pptx)"), OLD_SLIDES.advice)
OPEN_DOCUMENT = OtherFormat(Words("OpenDocument 文档（.odt）", "an OpenDocument file (.odt)"), _SAVE_AS_DOCX)
RICH_TEXT = OtherFormat(Words("RTF 文档", "a rich text document (RTF)"), _SAVE_AS_DOCX)
OFD = OtherFormat(
    Words("OFD 版式文件（.ofd）", "an OFD document (.ofd)"),
    Words(
        "请用 OFD 阅读器打开，打印或导出为 PDF 后再读",
        "open it in an OFD reader and print or export it to PDF first",
    ),
)
ZIP = OtherFormat(
    Words("压缩包", "a zip archive"),
    Words("请解压后给出其中的通报文件", "unpack it and give the notice's file in it"),
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
