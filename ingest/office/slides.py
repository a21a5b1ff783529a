"""What stands on a slide, as parts in reading order."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from ingest.document import BlockKind, Box
from ingest.grids import Slot
from ingest.office.headers import headed, is_number
from ingest.office.leaves import Part, flat, tidy
from ingest.office.shapes import ordered

EMU = 12700  # English metric units a point
TITLES = frozenset({PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE, PP_PLACEHOLDER.VERTICAL_TITLE})
BODIES = frozenset(
    {PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.VERTICAL_BODY, PP_PLACEHOLDER.VERTICAL_OBJECT}
)
COUNTERS = frozenset({PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.DATE})
RUNNING: dict[PP_PLACEHOLDER, BlockKind] = {PP_PLACEHOLDER.FOOTER: "footer", PP_PLACEHOLDER.HEADER: "header"}
TITLE_REACH = 120  # characters: a longer first text of a slide without a title is no title
ENDS_SENTENCE = re.compile(r"[.;,:!?…]$")
DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"


@dataclass(frozen=True, slots=True)
class Placed:
    """A shape's parts, and its box on the slide in points."""

    box: Box
    parts: tuple[Part, ...]


def slide_parts(slide: Any) -> list[Part]:
    """The title as a heading, then the other shapes by place, columns one after the other; a footer last."""
    titles: list[Part] = []
    placed: list[Placed] = []
    running: list[Part] = []
    for shape, box in _flattened(slide.shapes, (0.0, 0.0, 1.0, 1.0)):
        kind = shape.placeholder_format.type if shape.is_placeholder else None
        if kind in COUNTERS:
            continue
        if kind in TITLES and shape.text_frame.text.strip():
            titles.append(Part("heading", flat(shape.text_frame.text), 1))
            continue
        parts = tuple(_parts(shape, kind))
        if kind in RUNNING:
            running.extend(Part(RUNNING[kind], part.text) for part in parts)
        elif parts:
            placed.append(Placed(box, parts))
    found = [part for each in ordered(placed, lambda each: each.box, _is_figure) for part in each.parts]
    if not titles:
        found = _with_title(found)
    return [*titles, *found, *running]


def _is_figure(placed: Placed) -> bool:
    return len(placed.parts) == 1 and is_number(placed.parts[0].text)


def _with_title(parts: list[Part]) -> list[Part]:
    """The parts of a slide without a title placeholder: a short first paragraph, no sentence, titles the others."""
    if len(parts) < 2 or parts[0].kind != "paragraph":
        return parts
    text = parts[0].text
    is_title = len(text) <= TITLE_REACH and not ENDS_SENTENCE.search(text) and re.search(r"[^\W\d_]{3}", text)
    return [Part("heading", flat(text), 1), *parts[1:]] if is_title else parts


def _flattened(shapes: Iterable[Any], frame: tuple[float, float, float, float]) -> Iterator[tuple[Any, Box]]:
    """Every shape with its box on the slide; `frame` is the offset and scale that the groups around it give."""
    x, y, wide, tall = frame
    for shape in shapes:
        left, top, width, height = (edge or 0 for edge in (shape.left, shape.top, shape.width, shape.height))
        x0, y0 = x + left * wide, y + top * tall
        if not hasattr(shape, "shapes"):
            corner = x0 + width * wide, y0 + height * tall
            yield shape, (x0 / EMU, y0 / EMU, corner[0] / EMU, corner[1] / EMU)
            continue
        inner = shape.element.grpSpPr.find(qn("a:xfrm"))
        start, size = (None, None) if inner is None else (inner.find(qn("a:chOff")), inner.find(qn("a:chExt")))
        if start is None or size is None:
            yield from _flattened(shape.shapes, frame)
            continue
        scale_x = wide * width / (int(size.get("cx")) or 1)
        scale_y = tall * height / (int(size.get("cy")) or 1)
        origin = x0 - int(start.get("x")) * scale_x, y0 - int(start.get("y")) * scale_y
        yield from _flattened(shape.shapes, (*origin, scale_x, scale_y))


def _parts(shape: Any, kind: PP_PLACEHOLDER | None) -> Iterator[Part]:
    """The paragraphs of a text frame, the table, the figures of a chart, the words of a diagram."""
    if shape.has_text_frame:
        yield from _paragraphs(shape.text_frame, is_body=kind in BODIES)
    elif getattr(shape, "has_table", False):
        slots = _table(shape.table)
        if any(slot.text for slot in slots):
            yield Part("table", slots=slots)
    elif getattr(shape, "has_chart", False):
        yield from _chart(shape.chart)
    else:
        yield from _diagram(shape)


def _paragraphs(frame: Any, *, is_body: bool) -> Iterator[Part]:
    filled = [paragraph for paragraph in frame.paragraphs if paragraph.text.strip()]
    counts: dict[int, int] = {}
    for paragraph in filled:
        properties = paragraph._p.pPr
        marks = set() if properties is None else {child.tag for child in properties.iterchildren()}
        is_counted = qn("a:buAutoNum") in marks
        for deeper in [
            level for level in counts if level > paragraph.level or (level == paragraph.level and not is_counted)
        ]:
            del counts[deeper]
        label = ""
        if is_counted:
            counts[paragraph.level] = counts.get(paragraph.level, _first(properties) - 1) + 1
            label = f"{counts[paragraph.level]}. "
        has_bullet = is_counted or qn("a:buChar") in marks or qn("a:buBlip") in marks
        is_item = has_bullet or (is_body and qn("a:buNone") not in marks and (len(filled) > 1 or paragraph.level > 0))
        yield Part("list_item" if is_item else "paragraph", label + tidy(paragraph.text))


def _first(properties: Any) -> int:
    """What an automatic numbering starts at."""
    return int(properties.find(qn("a:buAutoNum")).get("startAt") or 1)


def _table(table: Any) -> tuple[Slot, ...]:
    slots = []
    for row in range(len(table.rows)):
        for column in range(len(table.columns)):
            cell = table.cell(row, column)
            if not cell.is_spanned:
                tall, wide = (cell.span_height, cell.span_width) if cell.is_merge_origin else (1, 1)
                slots.append(Slot(row, column, tall, wide, False, flat(cell.text_frame.text)))
    return headed(slots)


def _chart(chart: Any) -> Iterator[Part]:
    """A chart's title, and its figures as a table: a row a category, a column a series."""
    if chart.has_title and chart.chart_title.has_text_frame and chart.chart_title.text_frame.text.strip():
        yield Part("caption", flat(chart.chart_title.text_frame.text))
    series = [each for plot in chart.plots for each in plot.series]
    categories = [flat(str(each)) for each in next(iter(chart.plots)).categories] if series else []
    if not categories:
        return
    rows = [["", *(flat(each.name) for each in series)]]
    for index, category in enumerate(categories):
        values = (each.values[index] if index < len(each.values) else None for each in series)
        rows.append([category, *("" if value is None else f"{value:.15g}" for value in values)])
    yield Part(
        "table",
        slots=tuple(
            Slot(row, column, 1, 1, row == 0, text) for row, line in enumerate(rows) for column, text in enumerate(line)
        ),
    )


def _diagram(shape: Any) -> Iterator[Part]:
    """The words of a SmartArt diagram, in the order of its points (ECMA-376, part 1, 21.4)."""
    references = next(shape.element.iter(f"{{{DIAGRAM}}}relIds"), None)
    identifier = None if references is None else references.get(qn("r:dm"))
    if identifier is None:
        return
    model = parse_xml(shape.part.related_part(identifier).blob)
    for point in model.iter(f"{{{DIAGRAM}}}pt"):
        if point.get("type", "node") == "node":
            for paragraph in point.iter(qn("a:p")):
                text = tidy("".join(run.text or "" for run in paragraph.iter(qn("a:t"))))
                if text:
                    yield Part("list_item", text)
