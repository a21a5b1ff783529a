"""The ledger with all that a librarian decides: what stands in modules of its own, as methods."""

from collections.abc import Sequence

from graph.approval import Decision, approve, roll_back
from graph.ledger import Ledger


class Librarian(Ledger):
    """The ledger of this process; `ui.remote` has the same methods over a server's API."""

    def approve(self, names: Sequence[str] = ()) -> Decision:
        """Commit editions that wait. Raises RollbackError."""
        return approve(self, names)

    def roll_back(self, names: Sequence[str] = ()) -> Decision:
        """Let editions that wait go, or take back what was committed. Raises RollbackError."""
        return roll_back(self, names)
