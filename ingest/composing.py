"""The text of a document as it grows, with the origin of every character."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.document import Run
from ingest.lines import MADE, Line


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
        self._place(self.length, text, chars)
        text += made
        self.pieces.append(text)
        self.length += len(text)

    def add_lines(self, lines: Sequence[Line], between: str) -> None:
        """Add lines as they are, joined by what is made `between` them."""
        start, gap, runs = self.length, len(between), self.runs
        for line in lines:
            chars, length = line.chars, len(line.text)
            if isinstance(chars, range) and length and not (runs and runs[-1].end == start):
                runs.append(Run(start, start + length, chars[0]))
            else:
                self._place(start, line.text, chars)
            start += length + gap
        text = between.join([line.text for line in lines])
        self.pieces.append(text)
        self.length += len(text)

    def _place(self, start: int, text: str, chars: Sequence[int]) -> None:
        """Note which of the page's characters those of a text are that begins at `start`."""
        if isinstance(chars, range):
            if text and self.runs and self.runs[-1].end == start:
                self._run(start, len(text), chars[0])
            elif text:
                self.runs.append(Run(start, start + len(text), chars[0]))
            return
        if text and chars == list(range(chars[0], chars[0] + len(chars))) and chars[0] != MADE:
            self._run(start, len(text), chars[0])
            return
        first = 0
        for index in range(1, len(chars) + 1):
            if index == len(chars) or chars[index] != chars[index - 1] + 1 or MADE in (chars[index], chars[first]):
                if chars[first] != MADE:
                    self._run(start + first, index - first, chars[first])
                first = index

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
