"""The stored SPARQL queries. They take parameters as bound variables; none is ever put together from text."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, QuerySolution, QuerySolutions

if TYPE_CHECKING:
    from graph.snapshot import Snapshot


@cache
def load(name: str) -> str:
    """The text of `queries/<name>.rq`."""
    return files(__name__).joinpath(f"{name}.rq").read_text(encoding="utf-8")


def select(snapshot: "Snapshot", name: str, **parameters: NamedNode | Literal) -> Iterator[QuerySolution]:
    """The rows of a stored SELECT with its parameters bound."""
    return run(snapshot, load(name), parameters)


def run(snapshot: "Snapshot", sparql: str, parameters: Mapping[str, NamedNode | Literal]) -> Iterator[QuerySolution]:
    """The rows of a SELECT with its parameters bound. Raises TypeError on another kind of query."""
    results = snapshot.query(sparql, substitutions=parameters)
    if not isinstance(results, QuerySolutions):
        raise TypeError("only SELECT gives rows")
    return iter(results)
