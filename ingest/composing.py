"""The text of a document as it grows, with the origin of every character."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.document import Run
from ingest.lines import MADE


@dataclass(slots=True)
class Composer:
    """Text pieces in order, and the runs of the page that is being written."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    runs: list[Run] = field(default_factory=list)

    def made(self, text: str) -> None:
        """Add characters that stand on no page."""
        self.pieces.append(text)
        self.length += len(text)

    def add(self, text: str, chars: Sequence[int], made: str = "") -> None:
        """Add `text`, whose characters are the page's `chars` (same length), and what is `made` behind it."""
        start = self.length
        if isinstance(chars, range):
            if text and self.runs and self.runs[-1].end == start:
                self._run(start, len(text), chars[0])
            elif text:
                self.runs.append(Run(start, start + len(text), chars[0]))
        else:
            first = 0
            for index in range(1, len(chars) + 1):
                if index == len(chars) or chars[index] != chars[index - 1] + 1 or MADE in (chars[index], chars[first]):
                    if chars[first] != MADE:
                        self._run(start + first, index - first, chars[first])
                    first = index
        text += made
        self.pieces.append(text)
        self.length = start + len(text)

    def _run(self, start: int, length: int, char: int) -> None:
        runs = self.runs
        if runs and (last := runs[-1]).end == start and last.char + start - last.start == char:
            runs[-1] = Run(last.start, start + length, last.char)
        else:
            runs.append(Run(start, start + length, char))

    def take_runs(self) -> tuple[Run, ...]:
        """The runs since the last call: those of one page."""
        runs, self.runs = tuple(self.runs), []
        return runs

    @property
    def text(self) -> str:
        """All that was added."""
        return "".join(self.pieces)
