"""The archive: document graphs that left the ledger, each named by its document and the commit that it left with.

Beside a graph stands how its document was read until then, where a commit read the same bytes anew.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import zstandard

from graph.kept import reading_path, write_whole
from graph.library import Library
from graph.plain import PlainQuad, n_quads, parsed

GRAPH, READING = ".nq.zst", ".read.zst"


@dataclass(frozen=True, slots=True, order=True)
class ArchivedGraph:
    """A document graph that left: the document's id below the base, the commit it left with, and its file."""

    document: str
    commit: int
    path: Path

    def quads(self) -> list[PlainQuad]:
        """What the graph held."""
        return parsed(zstandard.ZstdDecompressor().decompress(self.path.read_bytes()))

    def rewrite(self, quads: Iterable[PlainQuad]) -> None:
        """Put other quads in the graph's place."""
        self.write(n_quads(quads))

    def write(self, lines: Iterable[bytes]) -> None:
        """Write the graph as N-Quads, one a line with its line end."""
        write_whole(self.path, zstandard.ZstdCompressor().compress(b"".join(lines)))


def archived_graphs(library: Library) -> list[ArchivedGraph]:
    """Every graph that left, by document and commit."""
    return sorted(_graph(path) for path in library.archive.glob(f"[0-9a-f]*-*{GRAPH}"))


def archived(library: Library, commit: int) -> dict[str, ArchivedGraph]:
    """The graphs that left with a commit, by the documents' ids."""
    found = [_graph(path) for path in library.archive.glob(f"[0-9a-f]*-{commit}{GRAPH}")]
    return {graph.document: graph for graph in found}


def keep_archive(library: Library, document: str, commit: int, lines: Iterable[bytes]) -> ArchivedGraph:
    """Keep a document graph that leaves with this commit: its sorted N-Quads, compressed."""
    graph = ArchivedGraph(document, commit, _place(library, document, commit, GRAPH))
    graph.write(lines)
    return graph


def keep_reading(library: Library, document: str, commit: int, digest: str) -> None:
    """Keep how a document was read before this commit reads it anew."""
    path = reading_path(library, digest)
    if path.exists():
        write_whole(_place(library, document, commit, READING), path.read_bytes())


def restore_reading(library: Library, document: str, commit: int, digest: str) -> None:
    """Bring back how a document was read before that commit, where it was kept."""
    path = _place(library, document, commit, READING)
    if path.exists():
        write_whole(reading_path(library, digest), path.read_bytes())


def forget_unmade(library: Library, last: int) -> None:
    """Take away what a killed process archived for a commit that was never made: another will have its number."""
    for path in library.archive.glob("*-*.zst"):
        number = path.name.partition(".")[0].rpartition("-")[2]
        if number.isdecimal() and int(number) > last:
            path.unlink()


def _place(library: Library, document: str, commit: int, ending: str) -> Path:
    return library.archive / f"{document.removeprefix('document/')}-{commit}{ending}"


def _graph(path: Path) -> ArchivedGraph:
    document, _, commit = path.name.removesuffix(GRAPH).rpartition("-")
    return ArchivedGraph(f"document/{document}", int(commit), path)
