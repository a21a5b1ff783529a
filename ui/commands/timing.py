"""`--as-of`: the library as it was, for the commands that read."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.snapshot import Snapshot


def add_as_of(*commands: argparse.ArgumentParser) -> None:
    """Let the commands be asked about the past."""
    for command in commands:
        command.add_argument(
            "--as-of",
            metavar="DATE",
            help="the library as it was at the end of a day (2026-11-22) or at a time (2026-11-22T10:00), UTC",
        )


def asked_snapshot(arguments: argparse.Namespace) -> "Snapshot":
    """What the library shows now, or showed at the time that was asked for. Raises NotALibrary and UnknownTime."""
    from ui.snapshots import past

    return past(Path(arguments.library), arguments.as_of)
