"""Where the server that holds a library listens, and the token that its writes ask for: `library/server.json`."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

FILE = "server.json"
OWNER_ONLY = 0o600


@dataclass(frozen=True, slots=True)
class Address:
    """A running `svod serve`: its URL without a final slash, its token, its process."""

    url: str
    token: str
    pid: int


def publish(address: Address, library: Path) -> None:
    """Write the address beside the store, for the owner's eyes only, and whole or not at all."""
    draft = library / f"{FILE}.{address.pid}"
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ONLY)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(asdict(address), file)
    draft.replace(library / FILE)


def withdraw(address: Address, library: Path) -> None:
    """Take the address away, unless another server has put its own there."""
    if find(library) == address:
        (library / FILE).unlink(missing_ok=True)


def find(library: Path) -> Address | None:
    """The address of the living server that holds the library; None where there is none, or only a dead one's file."""
    try:
        stored = json.loads((library / FILE).read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError, json.JSONDecodeError):
        return None
    address = Address(url=str(stored["url"]), token=str(stored["token"]), pid=int(stored["pid"]))
    return address if is_alive(address.pid) else None


def is_alive(pid: int) -> bool:
    """Whether a process of that number runs.

    >>> is_alive(os.getpid())
    True
    """
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
