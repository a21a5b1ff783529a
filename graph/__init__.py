"""The ledger and what is asked of it: documents' statements in, a resolved graph with its evidence out."""

from graph.build import build
from graph.ledger import Ledger
from graph.library import Library, open_library
from graph.snapshot import Snapshot

__all__ = ["Ledger", "Library", "Snapshot", "build", "open_library"]
