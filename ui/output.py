"""What a command prints: results on standard output, everything else on standard error."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console

QUOTE_WIDTH = 400  # characters of a quote that a terminal shows; `--json` shows all of it


def prepare_streams() -> None:
    """Standard output and error write UTF-8, and file names that are not UTF-8 come out as their own bytes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")


def emit_json(value: Mapping[str, Any]) -> None:
    """One JSON object on one line of standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, separators=(", ", ": ")) + "\n")
    sys.stdout.flush()


def emit_line(text: str = "") -> None:
    """A line of the result."""
    sys.stdout.write(text + "\n")


def emit_bytes(chunks: Iterable[bytes]) -> None:
    """Bytes of the result, as they are."""
    sys.stdout.flush()
    for chunk in chunks:
        sys.stdout.buffer.write(chunk)
    sys.stdout.buffer.flush()


def say(text: str) -> None:
    """A message for the person: standard error."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def console() -> "Console":
    """Standard output with colour where it is a terminal, and without where it is not."""
    from rich.console import Console

    return Console(highlight=False, soft_wrap=not sys.stdout.isatty())


def emit_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Rows in columns: drawn on a terminal, tab-separated elsewhere."""
    if not sys.stdout.isatty():
        for row in (heads, *rows):
            emit_line("\t".join(" ".join(cell.split()) for cell in row))
        return
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD)
    for head in heads:
        table.add_column(head, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console().print(table)


def shortened(text: str, width: int = QUOTE_WIDTH) -> str:
    """The text on one line, cut at a blank where it is longer than `width`.

    >>> shortened("one  two\\nthree", 9)
    'one two…'
    """
    line = " ".join(text.split())
    if len(line) <= width:
        return line
    cut = line[: width - 1]
    return (cut[: cut.rfind(" ")] if " " in cut else cut) + "…"
