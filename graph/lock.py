"""Who writes to a library: a file lock that the system takes back when its process dies."""

import fcntl
import json
import os
import shlex
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from graph.errors import LibraryBusy


@dataclass(frozen=True, slots=True)
class Holder:
    """The process that writes: its id, its command line, and since when (ISO 8601, UTC)."""

    pid: int
    command: str
    since: str


class Lock:
    """The right to write to a library. The file stays after release; only the lock on it counts."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    @classmethod
    def take(cls, path: Path) -> "Lock":
        """Take the lock. Raises LibraryBusy, which says who holds it."""
        file = path.open("a+", encoding="utf-8")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.close()
            raise _busy(path) from error
        command = shlex.join([Path(sys.argv[0]).name, *sys.argv[1:]])
        holder = {"pid": os.getpid(), "command": command, "since": datetime.now(UTC).isoformat(timespec="seconds")}
        file.truncate(0)
        file.write(json.dumps(holder, ensure_ascii=False))
        file.flush()
        return cls(file)

    def release(self) -> None:
        """Give the lock back. Doing it twice does nothing."""
        if not self._file.closed:
            self._file.truncate(0)
            self._file.close()


def holder(path: Path) -> Holder | None:
    """Who is written in the lock file, or None where nothing readable is."""
    try:
        found: Any = json.loads(path.read_text(encoding="utf-8"))
        return Holder(int(found["pid"]), str(found["command"]), str(found["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None  # the holder is just writing its name: the caller says so


def _busy(path: Path) -> LibraryBusy:
    who = holder(path)
    if who is None:
        return LibraryBusy(f"{path.parent} is being written to by another process: wait for it to end")
    message = (
        f"{path.parent} is being written to by process {who.pid} ({who.command}) since {who.since}: wait for it to end"
    )
    return LibraryBusy(message, pid=who.pid, command=who.command, since=who.since)
