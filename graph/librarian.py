"""The ledger with all that a librarian decides: what stands in modules of its own, as methods."""

from collections.abc import Iterable, Sequence

from graph.approval import Decision, approve, roll_back
from graph.erasure import erase_document, erase_person
from graph.exchange import Imported, import_lines, retry
from graph.ledger import Commit, Ledger


class Librarian(Ledger):
    """The ledger of this process; `ui.remote` has the same methods over a server's API."""

    def approve(self, names: Sequence[str] = ()) -> Decision:
        """Commit editions that wait. Raises RollbackError."""
        return approve(self, names)

    def roll_back(self, names: Sequence[str] = ()) -> Decision:
        """Let editions that wait go, or take back what was committed. Raises RollbackError."""
        return roll_back(self, names)

    def erase_document(self, name: str) -> Commit:
        """Erase a document and its editions for good. Raises UnknownDocument."""
        return erase_document(self, name)

    def erase_person(self, names: Sequence[str]) -> Commit:
        """Erase a person for good. Raises ErasureError."""
        return erase_person(self, names)

    def import_judgements(self, lines: Iterable[str]) -> Imported:
        """Make judgements of another library that are not here yet."""
        return import_lines(self, lines)

    def publish(self) -> int:
        """Publish, once what waited for these documents is made."""
        retry(self)
        return super().publish()
