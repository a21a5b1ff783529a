"""What an erasure is about: the documents or the person, found wherever the library keeps them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode, Store

from graph.archive import archived_graphs
from graph.edition import Edition, load
from graph.errors import ErasureError, UnknownDocument
from graph.ledger import Ledger
from graph.library import Library
from graph.plain import DEFAULT, matching
from graph.redaction import Redaction
from graph.terms import ALT_LABEL, DIGEST, LABEL, MEMBER_OF, MERGED_INTO, NORMAL, OBJECT, SOURCE, SUBJECT, Graphs
from ontology.iri import compress, expand


@dataclass(frozen=True, slots=True)
class Target:
    """What is erased. Of documents: `documents` (ids, every edition of their sources) and the `sources` that nothing
    else comes from. Of a person: `things` (IRIs), `names` as they are written, `entities` (ids)."""

    documents: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()

    @property
    def redaction(self) -> Redaction:
        """What is taken out of texts."""
        return Redaction(self.names, frozenset(self.entities))


def documents_named(ledger: Ledger, name: str) -> Target:
    """A document with every edition of its sources, in the ledger and in the archive. Raises UnknownDocument."""
    library, base = ledger.library, ledger.library.base
    known = dict(_editions(ledger.store, library))
    wanted = {name, name.removeprefix(base), f"document/{name[:16]}", library.source_name(name)}
    documents = {document for document, sources in known.items() if wanted & {document, *sources}}
    if not documents:
        raise UnknownDocument(f"no document is {name!r}, nor was: give an id, a source or a digest")
    sources = {source for document in documents for source in known[document]}
    documents |= {document for document, own in known.items() if set(own) and set(own) <= sources}
    return Target(tuple(sorted(documents)), tuple(sorted(sources)))


def _editions(store: Store, library: Library) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every document that is here or in the archive, with its sources."""
    found: dict[str, set[str]] = {}
    for quads in (matching(store, None, SOURCE), *(graph.quads() for graph in archived_graphs(library))):
        for quad in quads:
            if quad.predicate in (SOURCE, DIGEST) and quad.subject == quad.graph_name:
                own = found.setdefault(compress(quad.subject.value, library.base), set())
                if quad.predicate == SOURCE:
                    own.add(quad.object.value)
    for document, sources in found.items():
        yield document, tuple(sorted(sources))


def person_named(ledger: Ledger, names: Sequence[str]) -> Target:
    """A person, by the ids of all things that go by one name. Raises ErasureError where others share the name."""
    store, base = ledger.store, ledger.library.base
    graphs = Graphs.below(base)
    things = {_thing(store, graphs, name) for name in names}
    things |= {quad.subject for thing in list(things) for quad in matching(store, None, MERGED_INTO, thing)}
    members = {quad.subject for thing in things for quad in matching(store, None, MEMBER_OF, thing)}
    if not members:
        raise ErasureError(f"nothing is said of {', '.join(names)}: no document in the library names them")
    said = {quad.object.value for node in members for quad in matching(store, node, NORMAL)}
    forms = {form for member in members for form in _forms(store, member)} | said
    local = {compress(node.value, base) for node in members}
    for edition in readings(ledger.library):
        for entity in edition.extract.entities:
            if entity.id in local or (entity.type == "svod:Person" and entity.normal in said):
                local.add(entity.id)
                texts = (edition.document.text[span.start : span.end] for span in entity.spans)
                forms |= {form for form in (entity.name, *entity.aliases, *texts) if len(form.split()) > 1}
                forms.add(entity.name)
    _require_alone(store, graphs, things, forms)
    return Target(
        things=tuple(sorted(node.value for node in things)), names=tuple(sorted(forms)), entities=tuple(sorted(local))
    )


def _thing(store: Store, graphs: Graphs, name: str) -> NamedNode:
    node = NamedNode(expand(name, graphs.base))
    for predicate in (MEMBER_OF, MERGED_INTO):
        found = next(iter(matching(store, node, predicate, None, graphs.members)), None)
        node = found.object if found else node
    if not any(matching(store, node, None, None, DEFAULT)):
        raise ErasureError(f"no thing in the library is {name!r}")
    return node


def _forms(store: Store, member: NamedNode) -> Iterator[str]:
    """The names that a document gives its entity."""
    for stated in matching(store, None, SUBJECT, member):
        said = {quad.predicate: quad.object for quad in matching(store, stated.subject, None, None, stated.graph_name)}
        if set(said.values()) & {LABEL, ALT_LABEL}:
            yield said[OBJECT].value


def _require_alone(store: Store, graphs: Graphs, things: Collection[NamedNode], forms: Collection[str]) -> None:
    wanted = {" ".join(form.split()).casefold() for form in forms}
    others = set()
    for predicate in (LABEL, ALT_LABEL):
        for quad in matching(store, None, predicate, None, DEFAULT):
            if quad.subject not in things and " ".join(quad.object.value.split()).casefold() in wanted:
                others.add(compress(quad.subject.value, graphs.base))
    if others:
        raise ErasureError(
            f"the same name is that of {', '.join(sorted(others))}: taking it out takes theirs out too; name them all, "
            "as they are one person or are all to go"
        )


def readings(library: Library) -> Iterator[Edition]:
    """Every document as it was read."""
    for path in sorted(library.read.glob("??/*.zst")):
        yield load(path.read_bytes())
