"""The vocabulary's triples, from the Turtle files beside this module."""

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph

from ontology.iri import DEFAULT_BASE

FOLDER = Path(__file__).parent
FILES = ("svod.ttl", "regions.ttl", "specializations.ttl", "programmes.ttl", "authorities.ttl", "acts.ttl")
SHAPES = FOLDER / "shapes.ttl"


def triples(base: str = DEFAULT_BASE, *, files: tuple[str, ...] = FILES) -> Iterator[pyoxigraph.Triple]:
    """Every triple of the vocabulary, its relative IRIs below `base`. Raises SyntaxError where a file is not Turtle."""
    for name in files:
        for quad in pyoxigraph.parse(path=FOLDER / name, format=pyoxigraph.RdfFormat.TURTLE, base_iri=base):
            yield quad.triple
