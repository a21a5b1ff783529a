"""Who writes: this process, or the server that holds the library while it runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.librarian import Librarian
from graph.library import create, open_library
from ui.address import find
from ui.remote import RemoteLedger

Writer = Librarian | RemoteLedger


@contextmanager
def writer(path: Path, *, is_making: bool = False) -> Iterator[Writer]:
    """The library's ledger for writing, through the server where one runs. `is_making` makes a library where none is.

    Raises NotALibrary, LibraryBusy (it says who), SilentServerError.
    """
    library = create(path) if is_making and not (path / "library.toml").exists() else open_library(path)
    address = find(library.path)
    if address is not None:
        yield RemoteLedger(library, address)
        return
    with Librarian.open(library) as ledger:
        yield ledger
