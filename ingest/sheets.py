"""One page on its way to text: first its lines and ruled tables, then its blocks in reading order."""

from ingest.blocks import Part
from ingest.document import Box
from ingest.forms import Field
from ingest.lines import Line
from ingest.record import record
from ingest.scan import Scan
from ingest.tables import Grid


@record
class Sheet:
    """Its number from 1, its size in points, and why it could not be read, if so.

    `grids` are its ruled tables and `lines` what stands outside them; `parts` its blocks, once they are laid out;
    `fields` those of a form that hold something. `doubt` says why its text layer is of no use; `scan` holds what OCR
    read instead, and then everything here is measured on the page set upright. `pictures` are boxes of pictures that no
    text layer covers, though they may show text. Where it `is_mirrored` everything is measured as a mirror shows it.
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...] = ()
    grids: tuple[Grid, ...] = ()
    parts: tuple[Part, ...] = ()
    finding: str = ""
    is_unreadable: bool = False
    doubt: str = ""
    scan: Scan | None = None
    fields: tuple[Field, ...] = ()
    pictures: tuple[Box, ...] = ()
    is_mirrored: bool = False
