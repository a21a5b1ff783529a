"""The thing that a person means: by its id, its IRI, or its name."""

from graph.errors import UnknownThing
from graph.questions.reading import read
from graph.search import open_index
from graph.snapshot import Snapshot
from ontology import compress
from ui.selecting import holds
from ui.standing import IN_VIEW

SHOWN = 8  # candidates that the message lists


def identify(name: str, snapshot: Snapshot) -> str:
    """The id below the base. Raises UnknownThing, with the candidates where the name fits several things."""
    if holds(snapshot, IN_VIEW, thing=snapshot.iri(name.strip().replace(" ", "%20"))):
        return compress(snapshot.iri(name.strip()).value, snapshot.base)
    with open_index(snapshot.library.search, snapshot) as index:
        named = read(name, index, snapshot.base).named
    found = {candidate.iri: candidate for one in named for candidate in one.candidates}
    if len(found) == 1:
        return compress(next(iter(found)), snapshot.base)
    if not found:
        raise UnknownThing(f"nothing in the library is called {name!r}: give a name, or an id like region/RU-PER")
    listed = ", ".join(compress(iri, snapshot.base) for iri in list(found)[:SHOWN])
    raise UnknownThing(f"{name!r} may be several things: give one of {listed}")
