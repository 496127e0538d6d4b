"""Documents that are not read: why, and what to do, in time and in little memory."""

from __future__ import annotations

import importlib.util
import io
import subprocess
import sys
import time
import zipfile
import zlib

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from documents.building import W, archive, docx, p
from documents.printing import DOCX, read_data
from documents.test_pdf import drawn, write
from notice_cli import DecodeError, NoticeError, read
from notice_cli.page.documents import pdf

TITLE = "中共岚川市水利局党组关于巡察整改情况的通报"


def kind(data: bytes) -> str:
    with pytest.raises(DecodeError) as caught:
        read_data(data, "a.docx", DOCX)
    for lang in ("zh", "en"):
        assert caught.value.message(lang)
        assert "{" not in caught.value.message(lang)
    return caught.value.kind


def canvas(draw, **options) -> bytes:
    stream = io.BytesIO()
    made = Canvas(stream, pagesize=A4, **options)
    draw(made)
    made.save()
    return stream.getvalue()


def bomb(name: str = "word/document.xml") -> bytes:
    blanks = f'<w:document xmlns:w="{W}"><w:body>{" " * 200_000_000}</w:body></w:document>'
    return archive({"[Content_Types].xml": "<Types/>", "word/document.xml": "<a/>"} | {name: blanks})


def picture(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("L", (40, 60), 200)), 0, 0, *A4)
    canvas.showPage()


def scan() -> bytes:
    return canvas(lambda made: [picture(made) for _ in range(3)])


def encrypted_pdf() -> bytes:
    return canvas(lambda made: made.drawString(50, 50, "x"), encrypt=StandardEncryption("geheim"))


def many_pages() -> bytes:
    return canvas(lambda made: [made.showPage() for _ in range(5000)])


def endless_text() -> bytes:
    """A page whose few bytes draw the same words ten million times."""
    content = zlib.compress(b"BT /F1 9 Tf " + b"1 0 0 1 9 9 Tm (abcdefgh) Tj " * 3_000_000 + b"ET", 9)
    return pdf_of(content)


def nested_forms() -> bytes:
    """Forms that draw each other, ten at a time, ten deep."""
    return pdf_of(zlib.compress(b"/X0 Do " * 10), forms=12)


def pdf_of(content: bytes, forms: int = 0) -> bytes:
    """A PDF of one page with this content, compressed."""
    names = "".join(f"/X{n} {n + 5} 0 R" for n in range(forms))
    resources = f"<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>/XObject<<{names}>>>>"
    head = "<</Filter/FlateDecode/Length"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources{resources}>>".encode(),
        f"{head} {len(content)}>>stream\n".encode() + content + b"\nendstream",
    ]
    for n in range(forms):
        inner = zlib.compress(f"/X{n + 1} Do ".encode() * 10 + b"0 0 9 9 re f")
        about = f"<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources{resources}"
        objects.append(
            f"{about}/Filter/FlateDecode/Length {len(inner)}>>stream\n".encode() + inner + b"\nendstream"
        )
    body = b"%PDF-1.7\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj".encode() + one + b"endobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    start = len(body)
    size = len(objects) + 1
    body += f"xref\n0 {size}\n0000000000 65535 f \n{table}".encode()
    return body + f"trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF".encode()


def truncated(data: bytes) -> bytes:
    return data[: len(data) // 2]


def with_member(name: str, data: str = "x") -> bytes:
    return archive({"[Content_Types].xml": "<Types/>", name: data})


DOCUMENT = f'<w:document xmlns:w="{W}"><w:body>&x;</w:body></w:document>'
ENTITY = f'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>{DOCUMENT}'
LAUGHS = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
LAUGHS = f'<!DOCTYPE d [<!ENTITY a0 "ha">{LAUGHS}<!ENTITY x "&a9;">]>{DOCUMENT}'
MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)

BROKEN = {
    "truncated zip": (lambda: truncated(docx(p(TITLE))), "broken_document"),
    "zip of garbage": (lambda: docx(p(TITLE))[:400] + bytes(400), "broken_document"),
    "zip bomb": (bomb, "document_too_large"),
    "zip bomb beside the text": (lambda: bomb("word/media/a.bin"), "document_too_large"),
    "no text part": (lambda: with_member("word/styles.xml"), "other_document"),
    "damaged part": (lambda: with_member("word/document.xml", "<w:document"), "broken_document"),
    "external entity in UTF-16": (
        lambda: archive(
            {"word/document.xml": f'<?xml version="1.0" encoding="UTF-16"?>{ENTITY}'.encode("utf-16")}
        ),
        "unsafe_document",
    ),
    "external entity": (lambda: with_member("word/document.xml", ENTITY), "unsafe_document"),
    "entities that grow": (lambda: with_member("word/document.xml", LAUGHS), "unsafe_document"),
    "macros by type": (lambda: docx(p(TITLE), kind=MACRO), "macro_document"),
    "macros by part": (
        lambda: archive({"word/document.xml": "<a/>", "word/vbaProject.bin": "x"}),
        "macro_document",
    ),
    "encrypted Word": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted_document"),
    "old Word": (lambda: OLE + "WordDocument".encode("utf-16-le"), "other_document"),
    "old Excel": (lambda: OLE + "Workbook".encode("utf-16-le"), "other_document"),
    "rtf": (lambda: rb"{\rtf1\ansi x}", "other_document"),
    "ofd": (lambda: with_member("OFD.xml"), "other_document"),
    "zip": (lambda: with_member("a.html"), "other_document"),
    "odt": (lambda: with_member("META-INF/manifest.xml"), "other_document"),
    "empty Word": (lambda: docx(p("")), "empty"),
    "truncated PDF": (lambda: truncated(drawn(write((60, 60, TITLE)))), "broken_document"),
    "PDF in name only": (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 9, "broken_document"),
    "encrypted PDF": (encrypted_pdf, "encrypted_document"),
    "5,000 pages": (many_pages, "document_too_large"),
    "scan": (scan, "scan"),
    "empty PDF": (lambda: canvas(lambda made: made.showPage()), "empty"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_why_it_is_not_read(name):
    make, expected = BROKEN[name]
    assert kind(make()) == expected


def test_a_scanned_page_among_others_is_named():
    def draw(made):
        for _ in range(2):
            made.drawString(60, 700, "some words of text")
            made.showPage()
        picture(made)

    with pytest.raises(DecodeError) as caught:
        read(canvas(draw))
    assert caught.value.kind == "scan"
    assert "3" in caught.value.message("zh")
    assert "扫描件" in caught.value.message("zh")


def test_what_to_do_about_other_formats():
    with pytest.raises(DecodeError) as caught:
        read(OLE + "WordDocument".encode("utf-16-le"))
    assert ".docx" in caught.value.message("zh")
    assert ".docx" in caught.value.message("en")


def test_a_reader_that_hangs_is_stopped(monkeypatch):
    monkeypatch.setattr(pdf, "_CHILD", ("-c", "import time; time.sleep(60)"))
    monkeypatch.setattr(pdf, "SECONDS", 0.3)
    assert kind(b"%PDF-1.7") == "slow_document"


def test_a_reader_that_crashes_is_survived(monkeypatch):
    monkeypatch.setattr(pdf, "_CHILD", ("-c", "import os; os.abort()"))
    assert kind(b"%PDF-1.7") == "broken_document"


def test_without_the_library_the_message_says_how_to_get_it(monkeypatch):
    find = importlib.util.find_spec
    monkeypatch.setattr(pdf, "find_spec", lambda name: None if name == "pypdfium2" else find(name))
    with pytest.raises(DecodeError) as caught:
        read(b"%PDF-1.7")
    assert "notice-cli[office]" in caught.value.message("zh")


@pytest.mark.parametrize("size", [0, 1, 5, 30, 200])
@pytest.mark.parametrize("start", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-1.4\n"])
def test_any_bytes_behind_a_beginning(start, size):
    with pytest.raises(NoticeError):
        read(start + bytes((7 * n + size) % 256 for n in range(size)))


HEAVY = {
    **{name: make for name, (make, _) in BROKEN.items()},
    "endless text": endless_text,
    "nested forms": nested_forms,
    "a deep document": lambda: docx("<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000),
    "a long document": lambda: docx(p("整改情况。" * 20) * 100_000),
}
MEASURE = """
import resource, subprocess, sys
command = [sys.executable, "-m", "notice_cli", "parse", sys.argv[1], "--lang", "zh"]
done = subprocess.run(command, capture_output=True)
print(done.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.stderr.buffer.write(done.stderr)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="measures memory as Linux tells it")
@pytest.mark.parametrize("name", HEAVY)
def test_a_broken_document_ends_in_time_and_in_little_memory(name, tmp_path):
    path = tmp_path / "a.bin"
    path.write_bytes(HEAVY[name]())
    begin = time.monotonic()
    done = subprocess.run([sys.executable, "-c", MEASURE, path], capture_output=True, text=True, check=True)
    seconds = time.monotonic() - begin
    code, kilobytes = map(int, done.stdout.split())
    assert code == 3
    assert "Traceback" not in done.stderr
    assert seconds < 5
    assert kilobytes < 300_000


def test_the_zip_bomb_is_one():
    with zipfile.ZipFile(io.BytesIO(bomb())) as file:
        assert max(member.file_size for member in file.infolist()) > 100_000_000
