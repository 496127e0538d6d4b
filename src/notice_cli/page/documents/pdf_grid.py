"""Tables of a PDF's page from the rules that are drawn: rows, columns, merged cells."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from notice_cli.page.documents.pdf_marks import Rule

_NEAR = 2.5
"""Points within which two rules are one."""
_TOUCH = 4.0
"""Points within which two rules touch."""
_BEYOND = 12.0
"""Points by which rules reach beyond the outermost crossing one where a table has no border on that side."""
_PIECE = 8.0
_LEAST_JOINTS = 3
_MOST_PAIRS = 1_000_000
_MOST_SQUARES = 20_000


class Box(NamedTuple):
    """A cell of a grid."""

    row: int
    column: int
    rowspan: int
    colspan: int


class Grid(NamedTuple):
    """A table: the edges of its columns and of its rows, and the cell that each square belongs to."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    squares: tuple[tuple[Box, ...], ...]

    def box_at(self, x: float, y: float) -> Box | None:
        """The cell at a point."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        if 0 <= row < len(self.squares) and 0 <= column < len(self.squares[row]):
            return self.squares[row][column]
        return None


class _Bar(NamedTuple):
    """A rule, whichever way it lies: where it stands, and from where to where it reaches."""

    at: float
    start: float
    end: float


def find_grids(rules: Iterable[Rule]) -> list[Grid]:
    """The tables of a page, from top to bottom; a frame around one thing is none."""
    rules = list(rules)
    standing = [_Bar(r.x0, r.y0, r.y1) for r in rules if r.y0 != r.y1]
    flat = _merged((*(_Bar(r.y0, r.x0, r.x1) for r in rules if r.y0 == r.y1), *_joints(standing)))
    upright = _merged(standing)
    if len(flat) * len(upright) > _MOST_PAIRS:
        return []
    grids = (_grid(own_flat, own_upright) for own_flat, own_upright in _connected(flat, upright))
    return sorted((grid for grid in grids if grid), key=lambda grid: grid.ys[0])


def _joints(upright: Sequence[_Bar]) -> Iterator[_Bar]:
    """Where upright bars side by side are all put together of two, there is a row's edge, drawn or not."""
    long = [bar for bar in upright if bar.end - bar.start > _PIECE]
    begins = {(round(bar.at), round(bar.start)) for bar in long}
    joints: dict[int, list[float]] = {}
    for bar in long:
        if (round(bar.at), round(bar.end)) in begins:
            joints.setdefault(round(bar.end), []).append(bar.at)
    for y, places in joints.items():
        if len(places) >= _LEAST_JOINTS and not any(bar.start + 1 < y < bar.end - 1 for bar in long):
            yield _Bar(y, min(places), max(places))


def _merged(bars: Iterable[_Bar]) -> list[_Bar]:
    """Bars that lie on one another or follow each other on one line, as one."""
    merged: list[_Bar] = []
    for line in _clusters(sorted(bars)):
        at = sum(bar.at for bar in line) / len(line)
        start, end = None, 0.0
        for bar in sorted(line, key=lambda bar: bar.start):
            if start is None:
                start, end = bar.start, bar.end
            elif bar.start <= end + _NEAR:
                end = max(end, bar.end)
            else:
                merged.append(_Bar(at, start, end))
                start, end = bar.start, bar.end
        if start is not None:
            merged.append(_Bar(at, start, end))
    return merged


def _clusters(bars: Sequence[_Bar]) -> list[list[_Bar]]:
    """Bars in the order of their places, those close to each other together."""
    clusters: list[list[_Bar]] = []
    for bar in bars:
        if clusters and bar.at - clusters[-1][0].at <= _NEAR:
            clusters[-1].append(bar)
        else:
            clusters.append([bar])
    return clusters


def _connected(flat: Sequence[_Bar], upright: Sequence[_Bar]) -> list[tuple[list[_Bar], list[_Bar]]]:
    """Bars that touch one another, group by group."""
    owners = list(range(len(flat) + len(upright)))

    def owner(number: int) -> int:
        while owners[number] != number:
            owners[number] = owners[owners[number]]
            number = owners[number]
        return number

    places = [bar.at for bar in upright]
    for number, bar in enumerate(flat):
        first, behind = bisect_left(places, bar.start - _TOUCH), bisect_right(places, bar.end + _TOUCH)
        for other in range(first, behind):
            if upright[other].start - _TOUCH <= bar.at <= upright[other].end + _TOUCH:
                owners[owner(len(flat) + other)] = owner(number)
    groups: dict[int, tuple[list[_Bar], list[_Bar]]] = {}
    for number, bar in enumerate((*flat, *upright)):
        group = groups.setdefault(owner(number), ([], []))
        group[number >= len(flat)].append(bar)
    return list(groups.values())


def _grid(flat: list[_Bar], upright: list[_Bar]) -> Grid | None:
    if not flat or not upright:
        return None
    xs = _edges([bar.at for bar in upright], min(bar.start for bar in flat), max(bar.end for bar in flat))
    ys = _edges([bar.at for bar in flat], min(bar.start for bar in upright), max(bar.end for bar in upright))
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 1 or rows * columns > _MOST_SQUARES:
        return None
    squares = _squares(xs, ys, flat, upright)
    return Grid(xs, ys, squares) if len({box for row in squares for box in row}) > 1 else None


def _edges(places: list[float], start: float, end: float) -> tuple[float, ...]:
    """Where columns (or rows) begin and end; the crossing rules may reach beyond an open side."""
    edges = [
        sum(bar.at for bar in near) / len(near) for near in _clusters([_Bar(p, 0, 0) for p in sorted(places)])
    ]
    before = (start,) if edges[0] - start > _BEYOND else ()
    behind = (end,) if end - edges[-1] > _BEYOND else ()
    return (*before, *edges, *behind)


def _squares(
    xs: Sequence[float], ys: Sequence[float], flat: Sequence[_Bar], upright: Sequence[_Bar]
) -> tuple[tuple[Box, ...], ...]:
    """For each square between neighbouring edges the cell that it belongs to."""
    rows, columns = len(ys) - 1, len(xs) - 1
    walls = _walls(xs, ys, upright)
    floors = _walls(ys, xs, flat)
    cells: list[list[Box | None]] = [[None] * columns for _ in range(rows)]
    for row in range(rows):
        for column in range(columns):
            if cells[row][column] is None:
                box = _spread(row, column, rows, columns, walls, floors)
                for r in range(row, row + box.rowspan):
                    for c in range(column, column + box.colspan):
                        cells[r][c] = cells[r][c] or box
    return tuple(tuple(box for box in row if box) for row in cells)


def _walls(across: Sequence[float], along: Sequence[float], bars: Sequence[_Bar]) -> set[tuple[int, int]]:
    """Pairs of an edge and a stretch beside it along which a rule is drawn."""
    middles = [(one + other) / 2 for one, other in pairwise(along)]
    walls: set[tuple[int, int]] = set()
    for bar in bars:
        edge = min(range(len(across)), key=lambda at: abs(across[at] - bar.at))
        first, behind = bisect_left(middles, bar.start), bisect_right(middles, bar.end)
        walls.update((edge, stretch) for stretch in range(first, behind))
    return walls


def _spread(
    row: int, column: int, rows: int, columns: int, walls: set[tuple[int, int]], floors: set[tuple[int, int]]
) -> Box:
    """The cell whose upper left square is given: to the right and down to the next rules."""
    right, down = column + 1, row + 1
    while right < columns and (right, row) not in walls:
        right += 1
    while down < rows and not any((down, c) in floors for c in range(column, right)):
        down += 1
    return Box(row, column, down - row, right - column)
