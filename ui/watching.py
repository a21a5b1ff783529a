"""How far a batch is: a bar on a terminal, a line now and then elsewhere; always on standard error."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING

from ui.output import say

if TYPE_CHECKING:
    from rich.progress import Progress

LINE_EVERY = 10.0  # seconds between two lines where there is no terminal


@dataclass
class Watched:
    """A batch of `total` documents, as its parts begin and end; `pages` counts those of documents that have ended."""

    total: int
    began_at: float = field(default_factory=time.monotonic)
    documents: int = 0
    pages: int = 0

    def began(self, source: str, step: str) -> None:
        """A step of a source begins. Several threads may tell."""

    def ended(self, pages: int) -> None:
        """A document is done with."""
        self.documents += 1
        self.pages += pages

    def pace(self, now: float) -> str:
        """Documents, pages, pages a second and the time left, where documents stay as long as they were.

        >>> Watched(60, began_at=0.0, documents=12, pages=30).pace(10.0)
        '12 of 60 documents, 30 pages, 3.0 pages/s, 40 s left'
        """
        spent = max(now - self.began_at, 1e-3)
        done = f"{self.documents} of {self.total} documents, {self.pages} pages, {self.pages / spent:.1f} pages/s"
        if not 0 < self.documents < self.total:
            return done
        return f"{done}, {span(spent * (self.total - self.documents) / self.documents)} left"


class Lines(Watched):
    """Progress as lines: where standard error is no terminal."""

    def ended(self, pages: int) -> None:
        """Say how far it is, now and then."""
        super().ended(pages)
        now = time.monotonic()
        if now - max(self.began_at, self._said) >= LINE_EVERY and self.documents < self.total:
            self._said = now
            say(self.pace(now))

    _said: float = 0.0


class Bar(Watched):
    """Progress as a bar, with what is being done to which document."""

    _bar: "Progress"

    def began(self, source: str, step: str) -> None:
        """Show the step."""
        self._bar.update(self._bar.task_ids[0], step=f"{step} {PurePath(source).name}")

    def ended(self, pages: int) -> None:
        """Move the bar."""
        super().ended(pages)
        self._bar.update(self._bar.task_ids[0], advance=1, pace=self.pace(time.monotonic()))


def span(seconds: float) -> str:
    """Seconds as a person says them.

    >>> span(40), span(200), span(9000)
    ('40 s', '3 min', '2.5 h')
    """
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"


@contextmanager
def watching(total: int) -> Iterator[Watched]:
    """What shows the progress of a batch of `total` documents."""
    if not sys.stderr.isatty():
        yield Lines(total)
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (BarColumn(), TextColumn("{task.fields[pace]}  {task.fields[step]}", markup=False))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        watched = Bar(total)
        watched._bar = bar
        bar.add_task("", total=total, pace=watched.pace(time.monotonic()), step="")
        yield watched
