"""What is drawn on the pages of a PDF, by PDFium: runs of characters, straight rules, pictures.

Coordinates are in points as a reader sees the page: from its upper left corner, turned upright.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Iterator
from functools import cache
from itertools import groupby, pairwise
from typing import NamedTuple

import pypdfium2.raw as pdfium

from notice_cli.page.block import INVISIBLE
from notice_cli.page.documents.radicals import RADICALS

Handle = object
"""What PDFium hands out for a document, a page, a text or a shape."""
_TURNED = 0.1
"""Radians by which a character may lean; a watermark leans more."""
_GAP = 0.3
"""In character sizes: a wider gap ends a run."""
_BACK = -0.45
_THIN = 3.0
"""Points up to which a filled rectangle is a rule."""
_SHORTEST = 2.0
_MOST_RULES = 6000
_MOST_OBJECTS = 60_000
_DEEPEST = 6
_UNNAMED = 0xFFFD
_ADDED = frozenset((0, 2, 10, 13, 32))
"""Characters that PDFium adds: line ends, its mark of a hyphen, and spaces where it sees a gap."""


class Run(NamedTuple):
    """Characters drawn one behind the other on one line."""

    text: str
    x0: float
    y: float
    """Of the base line."""
    size: float
    spaced: bool
    """Whether white space is drawn before it."""
    ends: tuple[float, ...]
    """Where each character ends."""

    @property
    def x1(self) -> float:
        """Where the last character ends."""
        return self.ends[-1]


class Rule(NamedTuple):
    """A straight line along one of the page's edges; it is horizontal where `y0 == y1`."""

    x0: float
    y0: float
    x1: float
    y1: float


class Marks(NamedTuple):
    """A page."""

    width: float
    height: float
    runs: tuple[Run, ...]
    rules: tuple[Rule, ...]
    pictured: float
    """Share of the page that its largest picture covers."""
    unnamed: int
    """Characters that their font does not name."""


class _Turn(NamedTuple):
    """How a page's own coordinates become those of a reader."""

    left: float
    bottom: float
    width: float
    height: float
    rotation: int
    """Quarter turns clockwise."""

    def point(self, x: float, y: float) -> tuple[float, float]:
        x, y = x - self.left, y - self.bottom
        if self.rotation == 1:
            return y, x
        if self.rotation == 2:
            return self.width - x, y
        return (self.height - y, self.width - x) if self.rotation == 3 else (x, self.height - y)

    def across(self, box: pdfium.FS_RECTF) -> tuple[float, float]:
        """From where to where a box reaches from left to right."""
        if not self.rotation:
            return box.left - self.left, box.right - self.left
        one, other = self.point(box.left, box.bottom)[0], self.point(box.right, box.top)[0]
        return min(one, other), max(one, other)

    @property
    def angle(self) -> float:
        return self.rotation * math.pi / 2


def read_marks(page: Handle) -> Marks:
    """One page, given by its handle."""
    turn = _turn(page)
    runs, unnamed = _read_runs(page, turn)
    rules, pictured = _read_shapes(page, turn)
    turned = turn.rotation % 2
    width, height = (turn.height, turn.width) if turned else (turn.width, turn.height)
    return Marks(width, height, runs, rules, pictured, unnamed)


def _turn(page: Handle) -> _Turn:
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    rotation = int(pdfium.FPDFPage_GetRotation(page))
    return _Turn(box.left, box.bottom, box.right - box.left, box.top - box.bottom, rotation % 4)


# -- characters -----------------------------------------------------------------------------------------


class _Glyph(NamedTuple):
    letter: str
    x0: float
    x1: float
    y: float
    size: float


def _read_runs(page: Handle, turn: _Turn) -> tuple[tuple[Run, ...], int]:
    text = pdfium.FPDFText_LoadPage(page)
    try:
        glyphs = list(_glyphs(text, turn))
    finally:
        pdfium.FPDFText_ClosePage(text)
    unnamed = sum(1 for glyph in glyphs if _is_unnamed(glyph.letter))
    return tuple(_runs(glyphs)), unnamed


def _is_unnamed(letter: str) -> bool:
    """A character that says nothing: the replacement character, a private or a control one."""
    code = ord(letter)
    return code == _UNNAMED or 0xE000 <= code < 0xF900 or code >= 0xF0000 or code < 0x20


def _glyphs(text: Handle, turn: _Turn) -> Iterator[_Glyph]:
    """The characters in the order in which they are drawn; leaning ones are left out."""
    box = pdfium.FS_RECTF()
    for _, together in groupby(_codes(text), key=_owner):
        first, *others = together
        size, base, leans = _about(text, first[0], turn)
        for at, code, _ in () if leans else (first, *others):
            letter = RADICALS.get(chr(code)) or chr(code)
            if INVISIBLE.match(letter):
                continue
            pdfium.FPDFText_GetLooseCharBox(text, at, box)
            x0, x1 = turn.across(box)
            yield _Glyph(letter, x0, x1, base, size)


def _owner(found: tuple[int, int, int]) -> int:
    return found[2]


def _codes(text: Handle) -> Iterator[tuple[int, int, int]]:
    """Each character that the page itself draws: its number, code point, and text object."""
    code_of, owner_of = pdfium.FPDFText_GetUnicode, _owner_getter()
    for at in range(pdfium.FPDFText_CountChars(text)):
        code = code_of(text, at)
        if code in _ADDED and (code != 0x20 or pdfium.FPDFText_IsGenerated(text, at)):
            continue
        if owner := owner_of(text, at):
            yield at, _UNNAMED if code > 0x10FFFF or 0xD800 <= code < 0xE000 else code, owner


@cache
def _owner_getter() -> Callable[[Handle, int], int | None]:
    """`FPDFText_GetTextObject`, its pointer as a number: nothing else is asked of it."""
    known = pdfium.FPDFText_GetTextObject
    kind = ctypes.CFUNCTYPE(ctypes.c_void_p, *known.argtypes)
    return kind(ctypes.cast(known, ctypes.c_void_p).value or 0)


def _about(text: Handle, at: int, turn: _Turn) -> tuple[float, float, bool]:
    """Size and base line of a text object's characters, and whether they lean."""
    matrix = pdfium.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetMatrix(text, at, matrix)
    pdfium.FPDFText_GetCharOrigin(text, at, x, y)
    scale = math.hypot(matrix.c, matrix.d) or 1.0
    lean = math.remainder(math.atan2(matrix.b, matrix.a) - turn.angle, 2 * math.pi)
    size = abs(pdfium.FPDFText_GetFontSize(text, at)) * scale
    return size, turn.point(x.value, y.value)[1], abs(lean) > _TURNED


def _runs(glyphs: list[_Glyph]) -> Iterator[Run]:
    """Characters joined as long as each follows the one before."""
    held: list[_Glyph] = []
    spaced = after_space = False
    for glyph in glyphs:
        if glyph.letter.isspace():
            after_space = True
            continue
        if held and (after_space or not _follows(held[-1], glyph)):
            yield _run(held, spaced)
            held, spaced = [], after_space
        elif not held:
            spaced = after_space
        after_space = False
        if not (held and _is_double(held[-1], glyph)):
            held.append(glyph)
    if held:
        yield _run(held, spaced)


def _run(glyphs: list[_Glyph], spaced: bool) -> Run:
    text = "".join(glyph.letter for glyph in glyphs)
    first = glyphs[0]
    return Run(text, first.x0, first.y, first.size, spaced, tuple(glyph.x1 for glyph in glyphs))


def _follows(one: _Glyph, other: _Glyph) -> bool:
    size = max(one.size, other.size)
    return (
        abs(one.y - other.y) < 0.1 * size
        and abs(one.size - other.size) < 0.1 * size
        and _BACK * size < other.x0 - one.x1 < _GAP * size
    ) or _is_double(one, other)


def _is_double(one: _Glyph, other: _Glyph) -> bool:
    """A character drawn twice, a hair beside itself, to look bold."""
    near = 0.2 * one.size
    return one.letter == other.letter and abs(one.x0 - other.x0) < near and abs(one.y - other.y) < near


# -- rules and pictures ---------------------------------------------------------------------------------

_Matrix = tuple[float, float, float, float, float, float]
_PLAIN: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _read_shapes(page: Handle, turn: _Turn) -> tuple[tuple[Rule, ...], float]:
    rules: list[Rule] = []
    pictured = 0.0
    area = turn.width * turn.height or 1.0
    for number, (shape, kind, matrix) in enumerate(_objects(page)):
        if number > _MOST_OBJECTS or len(rules) > _MOST_RULES:
            break
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            rules.extend(_path_rules(shape, _product(_matrix(shape), matrix), turn))
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            a, b, c, d, *_ = _product(_matrix(shape), matrix)
            pictured = max(pictured, min(abs(a * d - b * c) / area, 1.0))
    return tuple(rules), pictured


def _objects(page: Handle) -> Iterator[tuple[Handle, int, _Matrix]]:
    """All objects of a page, those in forms with the forms' matrix."""
    for at in range(pdfium.FPDFPage_CountObjects(page)):
        yield from _inside(pdfium.FPDFPage_GetObject(page, at), _PLAIN, 0)


def _inside(shape: Handle, matrix: _Matrix, depth: int) -> Iterator[tuple[Handle, int, _Matrix]]:
    kind = pdfium.FPDFPageObj_GetType(shape)
    yield shape, kind, matrix
    if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
        inner = _product(_matrix(shape), matrix)
        for at in range(pdfium.FPDFFormObj_CountObjects(shape)):
            yield from _inside(pdfium.FPDFFormObj_GetObject(shape, at), inner, depth + 1)


def _matrix(shape: Handle) -> _Matrix:
    m = pdfium.FS_MATRIX()
    return (m.a, m.b, m.c, m.d, m.e, m.f) if pdfium.FPDFPageObj_GetMatrix(shape, m) else _PLAIN


def _product(m: _Matrix, n: _Matrix) -> _Matrix:
    """First `m`, then `n`."""
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def _path_rules(path: Handle, matrix: _Matrix, turn: _Turn) -> Iterator[Rule]:
    """The rules that a path draws: its straight strokes, and thin shapes that it fills."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    if not (fill.value or stroke.value):
        return
    for points in _subpaths(path, matrix, turn):
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = (min(xs), min(ys), max(xs), max(ys))
        if min(box[2] - box[0], box[3] - box[1]) <= _THIN:
            yield from _straight((box[0], box[1]), (box[2], box[3]))
        elif stroke.value:
            for one, other in pairwise(points):
                if min(abs(one[0] - other[0]), abs(one[1] - other[1])) <= 1:
                    yield from _straight(one, other)


def _straight(one: tuple[float, float], other: tuple[float, float]) -> Iterator[Rule]:
    """The rule between two corners of a thin box, along its longer side."""
    (x0, x1), (y0, y1) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    if max(x1 - x0, y1 - y0) < _SHORTEST:
        return
    if x1 - x0 > y1 - y0:
        yield Rule(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
    else:
        yield Rule((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)


def _subpaths(path: Handle, matrix: _Matrix, turn: _Turn) -> Iterator[list[tuple[float, float]]]:
    """Corner points of each part of a path; one with curves is left out."""
    points: list[tuple[float, float]] = []
    curved = False
    for at in range(min(pdfium.FPDFPath_CountSegments(path), _MOST_RULES)):
        segment = pdfium.FPDFPath_GetPathSegment(path, at)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1 and not curved:
                yield points
            points, curved = [], False
        curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        points.append(_point(segment, matrix, turn))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1 and not curved:
        yield points


def _point(segment: Handle, m: _Matrix, turn: _Turn) -> tuple[float, float]:
    x, y = ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFPathSegment_GetPoint(segment, x, y)
    return turn.point(m[0] * x.value + m[2] * y.value + m[4], m[1] * x.value + m[3] * y.value + m[5])
