"""A presentation as a Document: a page a slide, its title first, then what stands on it in reading order."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from ingest.document import Document
from ingest.office.leaves import Binding, Leaf, composed
from ingest.office.package import PPTX, check_package, unpacking

KINDS = (
    "application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml",
    "application/vnd.ms-powerpoint.template.macroEnabled.main+xml",
)
"""Content types of main parts that are presentations and that python-pptx does not list."""


def read_pptx(data: bytes, source: str) -> Document:
    """The slides that are shown; hidden ones and speaker notes are left out and said.

    Raises Damaged, Encrypted, UnknownMedia or NoText.
    """
    check_package(data)
    with unpacking("a PowerPoint presentation"):
        from ingest.office.slides import slide_parts

        presentation = _opened(data)
        slides = list(presentation.slides)
        shown = [slide for slide in slides if slide.element.get("show") not in ("0", "false")]
        leaves, findings = [], []
        for number, slide in enumerate(shown, 1):
            parts = slide_parts(slide)
            pictures = sum(1 for _ in _pictures(slide.shapes))
            leaves.append(Leaf(tuple(parts), is_unreadable=bool(pictures) and not parts))
            if pictures and not parts:
                findings.append(f"slide {number} holds only pictures: what they show was not read")
        findings.extend(_left_out(slides, shown))
        return composed(data, source, Binding(PPTX, presentation.core_properties.title, tuple(findings)), leaves)


def _opened(data: bytes) -> Any:
    """The presentation: with macros, a show or a template too, which `pptx.Presentation` refuses."""
    from pptx.opc.package import PartFactory
    from pptx.package import Package
    from pptx.parts.presentation import PresentationPart

    for kind in KINDS:
        PartFactory.part_type_for.setdefault(kind, PresentationPart)
    part = Package.open(BytesIO(data)).presentation_part
    if not isinstance(part, PresentationPart):
        raise TypeError("its main part is no presentation")
    return part.presentation


def _left_out(slides: list[Any], shown: list[Any]) -> Iterator[str]:
    hidden = [str(number) for number, slide in enumerate(slides, 1) if slide not in shown]
    if hidden:
        yield f"hidden slides were left out: {', '.join(hidden)} of {len(slides)}"
    noted = [str(number) for number, slide in enumerate(shown, 1) if _has_notes(slide)]
    if noted:
        yield f"speaker notes were left out: those of slides {', '.join(noted)}"


def _has_notes(slide: Any) -> bool:
    frame = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
    return frame is not None and bool(frame.text.strip())


def _pictures(shapes: Any) -> Iterator[Any]:
    """The pictures among shapes and in groups of them."""
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _pictures(shape.shapes)
        elif hasattr(shape, "image"):
            yield shape
