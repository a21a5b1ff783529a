"""The forms that data comes in, by media type and by suffix."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from ontology.iri import PREFIXES


@dataclass(frozen=True, slots=True)
class Form:
    """A syntax: its media type, its suffix, and what pyoxigraph calls it."""

    media: str
    suffix: str
    syntax: ox.RdfFormat


TURTLE = Form("text/turtle", "ttl", ox.RdfFormat.TURTLE)
GRAPH_FORMS: tuple[Form, ...] = (
    TURTLE,
    Form("application/ld+json", "jsonld", ox.RdfFormat.JSON_LD),
    Form("application/n-triples", "nt", ox.RdfFormat.N_TRIPLES),
    Form("application/rdf+xml", "rdf", ox.RdfFormat.RDF_XML),
)
BY_MEDIA: Mapping[str, Form] = {form.media: form for form in GRAPH_FORMS}
BY_SUFFIX: Mapping[str, Form] = {form.suffix: form for form in GRAPH_FORMS}
HTML = "text/html"


def write(triples: Iterable[ox.Triple], form: Form) -> bytes:
    """The triples in the form, with the vocabulary's prefixes, sorted so that equal graphs are equal bytes."""
    ordered = sorted(set(triples), key=str)
    written = ox.serialize(ordered, format=form.syntax, prefixes=dict(PREFIXES))
    return written or b""
