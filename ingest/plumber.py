"""The ruled tables that our own grids leave unexplained, by pdfplumber's table finder over pdfium's strokes.

`ingest.rulings` reads what office programs draw. What is left over (cells that are filled boxes, rules made of dots,
thick bars, boxes with round corners or with gaps between them) is shown to pdfplumber, which closes cells corner by
corner. It is asked only where enough edges meet, loaded at the first question, and given edges alone: the text of the
cells stays pdfium's. Of pdfplumber the functions are used that `TableFinder` is made of (pdfplumber 0.11, `table.py`,
after Nurminen, "Algorithmic extraction of data in tables in PDF documents", Tampere 2013): no second parser opens
the file.
"""

from collections.abc import Sequence
from typing import Any

from ingest.document import Box
from ingest.lines import union
from ingest.rulings import Frame, Lattice, Rule, joined, meeting, places
from ingest.strokes import WALL, Strokes

GAP = 5.0  # points by which the edges of neighbouring cells may miss each other; below the height of any line of text
LEAST = 3  # level and upright edges that a table of two rows and two columns has
MOST_EDGES = 4000  # of one page: what has more is a drawing
MOST_POINTS = 1500  # where edges of one group meet; pdfplumber compares each with each
TILED = 0.9  # of the table's box that its cells must cover: else edges of a drawing happen to close some
REGULAR = 0.6  # of rows × columns that there must be cells: boxes around words of a text share no columns
INSIDE = 3.0  # points by which an edge may stand out of the grid that explains it


def further_lattices(strokes: Strokes, known: Sequence[Lattice]) -> list[Lattice]:
    """The grids that pdfplumber finds in the edges outside `known`, top to bottom; empty where too few meet."""
    edges = [edge for edge in (*strokes.lines, *strokes.sides) if not any(_is_inside(edge, grid.box) for grid in known)]
    if not 2 * LEAST <= len(edges) <= MOST_EDGES:
        return []
    tables = (cells for level, upright in _groups(edges) for cells in _closed(level, upright))
    found = [lattice for cells in tables if (lattice := _lattice(cells)) is not None]
    return sorted(found, key=lambda grid: (grid.box[1], grid.box[0]))


def _is_inside(edge: Box, box: Box) -> bool:
    x, y = (edge[0] + edge[2]) / 2, (edge[1] + edge[3]) / 2
    return box[0] - INSIDE <= x <= box[2] + INSIDE and box[1] - INSIDE <= y <= box[3] + INSIDE


def _groups(edges: Sequence[Box]) -> list[tuple[list[Rule], list[Rule]]]:
    """Level and upright edges that meet, three of each at least; a dot counts as both until others go on from it."""
    level = (Rule((y0 + y1) / 2, x0, x1) for x0, y0, x1, y1 in edges if x1 - x0 >= y1 - y0)
    upright = (Rule((x0 + x1) / 2, y0, y1) for x0, y0, x1, y1 in edges if x1 - x0 <= y1 - y0)
    across, down = ([rule for rule in joined(rules) if rule.end - rule.start >= WALL] for rules in (level, upright))
    return [
        (rows, columns)
        for rows, columns in meeting(across, down, GAP)
        if min(len({rule.at for rule in rows}), len({rule.at for rule in columns})) >= LEAST
    ]


def _closed(level: Sequence[Rule], upright: Sequence[Rule]) -> list[list[Box]]:
    """The cells that edges close, table by table, as pdfplumber puts them together."""
    from pdfplumber import table

    edges = [_edge("h", (rule.start, rule.at, rule.end, rule.at)) for rule in level]
    edges += [_edge("v", (rule.at, rule.start, rule.at, rule.end)) for rule in upright]
    points = table.edges_to_intersections(table.merge_edges(edges, GAP, GAP, GAP, GAP), GAP, GAP)
    if len(points) > MOST_POINTS:
        return []
    return [list(cells) for cells in table.cells_to_tables(table.intersections_to_cells(points))]


def _edge(orientation: str, box: Box) -> dict[str, Any]:
    """An edge as pdfplumber has it."""
    x0, y0, x1, y1 = box
    place = {"x0": x0, "top": y0, "x1": x1, "bottom": y1, "width": x1 - x0, "height": y1 - y0}
    return {"object_type": "line_edge", "orientation": orientation, **place}


def _lattice(cells: Sequence[Box]) -> Lattice | None:
    """The cells by rows and columns; none where they are too few, leave holes, or stand in no common columns."""
    box = union(cells)
    xs = places(edge for x0, _, x1, _ in cells for edge in (x0, x1))
    ys = places(edge for _, y0, _, y1 in cells for edge in (y0, y1))
    rows, columns = len(ys) - 1, len(xs) - 1
    if min(rows, columns) < 2 or len(cells) < max(4, REGULAR * rows * columns):
        return None
    if sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in cells) < TILED * (box[2] - box[0]) * (box[3] - box[1]):
        return None
    frames = []
    for cell in cells:
        left, top, right, bottom = (_nearest(ways, edge) for ways, edge in zip((xs, ys, xs, ys), cell, strict=True))
        frames.append(Frame(top, left, bottom - top, right - left, cell))
    frames.sort(key=lambda frame: (frame.row, frame.column))
    return Lattice(box, rows, columns, tuple(frames))


def _nearest(ways: Sequence[float], edge: float) -> int:
    return min(range(len(ways)), key=lambda index: abs(ways[index] - edge))
