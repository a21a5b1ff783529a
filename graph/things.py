"""Which thing each entity is, after a change. Only what the change touches is looked up."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from pyoxigraph import Literal, NamedNode

from graph.belonging import Belonging
from graph.change import Change
from graph.judgement import Judgements, local_part
from graph.keys import COMPOSITES
from graph.names import Names
from graph.resolution.decision import CERTAIN, contradict
from graph.resolution.profile import Profile, load
from graph.resolve import BY_DECISION, BY_EDITION, BY_KEY, Link, components, composite, head, is_key
from graph.tearing import untorn
from graph.terms import (
    BETWEEN,
    JOINS,
    KEY,
    MEMBER_OF,
    NORMAL,
    OBJECT,
    PREDICATE,
    REASON,
    SCORE,
    SHARED_KEY,
    SOURCE,
    SUBJECT,
    TITLE_KEY,
    TYPE,
    named,
)
from graph.titles import FAMILY as OF_ACTS
from graph.titles import OF_ACT
from ontology.iri import compress, expand

COMPOSITE_TYPES = {type_: named(type_) for type_ in COMPOSITES}
"""The classes of composites, by their CURIEs."""


class Things:
    """Resolution over the ledger as it will be. Nodes are keys (`cluster|…`) or IRIs."""

    def __init__(self, change: Change, judgements: Judgements, names: Names) -> None:
        self._change = change
        self._graphs = change.graphs
        self._judgements = judgements
        self._names = names
        self.belonging = Belonging(change, judgements, names)
        self._found: dict[str, NamedNode] = {}
        self._links: dict[str, list[Link]] = {}
        self._profiles: dict[str, set[Profile]] = defaultdict(set)  # those of a key that are one with others
        self._judged_by_key: dict[str, list[str]] | None = None
        self._is_settled = False

    def settle(self) -> None:
        """Say that `members` is up to date with the change: from now on it is read there who an entity is."""
        self._is_settled = True

    def thing(self, node: NamedNode) -> NamedNode:
        """The thing that an entity, a named thing or a document is."""
        found = self._found.get(node.value)
        if found is None:
            found = self._entity(node) if self._graphs.is_local(node) else self._natural(node)
            self._found[node.value] = found
        return found

    def of_key(self, key: str) -> NamedNode:
        """The thing that entities of this key are, where no judgement says otherwise of one of them."""
        if key not in self._found:
            self._resolve(key)
        return self._found[key]

    def region(self, node: str) -> list[str]:
        """Every node whose component may depend on this one's: all that keys and judgements connect, and itself."""
        seen = {node}
        queue = [node]
        while queue:
            for other in self._neighbours(queue.pop()):
                if other not in seen:
                    seen.add(other)
                    queue.append(other)
        return sorted(seen)

    def node(self, iri: str) -> str:
        """The node that an IRI of a judgement stands for: the key of an assigned name, else the IRI."""
        return self._names.key(NamedNode(iri)) or iri

    def is_judged(self, node: NamedNode) -> bool:
        """Whether a standing judgement says who this is, or who the same entity of another edition is."""
        return self._judgements.touches(node.value) or bool(self.elsewhere(node.value))

    def elsewhere(self, entity: str) -> list[str]:
        """The entities of one class and name, in any document, that standing judgements name."""
        known = self._judgements.continued.get(local_part(entity), ())
        return sorted({iri for iri, _ in known if iri != entity})

    def continuing(self, iri: str, sources: Iterable[str]) -> list[str]:
        """The entities that are this one in the documents that these sources give now."""
        found = set()
        for source in sources:
            for quad in self._change.after(None, SOURCE, Literal(source), None):
                entity = NamedNode(f"{quad.subject.value}/entity/{local_part(iri)}")
                if entity.value != iri and self._graphs.is_document(quad.subject) and self._is_stated(entity):
                    found.add(entity.value)
        return sorted(found)

    def judged_from(self, source: str, document: NamedNode) -> list[str]:
        """The judged entities that a source gave, those of the document that continue them, and these ones' keys."""
        found: set[str] = set()
        for part, known in self._judgements.continued.items():
            entity = f"{document.value}/entity/{part}"
            judged = {iri for iri, one in known if one == source}
            if judged:
                found |= {*judged, entity, *self._keys_of(entity)}
        return sorted(found)

    def _is_stated(self, entity: NamedNode) -> bool:
        return TYPE in self._change.said(entity, self._graphs.document_of(entity))

    def _editions(self, entity: str) -> list[str]:
        """The judged entities of earlier editions that this one continues."""
        graph = self._graphs.document_of(NamedNode(entity))
        known = self._judgements.continued.get(local_part(entity), ())
        if not known or not self._is_stated(NamedNode(entity)):
            return []
        sources = {source.value for source in self._change.said(graph, graph).get(SOURCE, ())}
        return sorted({iri for iri, source in known if iri != entity and source in sources})

    def _later(self, entity: str) -> list[str]:
        """The entities of other editions that continue this judged one."""
        known = self._judgements.continued.get(local_part(entity), ())
        return self.continuing(entity, [source for iri, source in known if iri == entity])

    def is_new(self, thing: NamedNode) -> bool:
        """Whether nothing was said of a thing before this change."""
        return self._names.is_new(thing)

    def keys(self, entity: NamedNode) -> list[str]:
        """The keys of a document-local entity."""
        graph = self._graphs.document_of(entity)
        said = self._change.said(entity, graph)
        return [key.value for predicate in (KEY, SHARED_KEY) for key in said.get(predicate, ())]

    def parts(self, entity: NamedNode, type_: str) -> dict[str, list[str]]:
        """What a composite is made of, resolved: ids below the base, or the words of a literal."""
        graph = self._graphs.document_of(entity)
        parts: dict[str, list[str]] = defaultdict(list)
        wanted = {expand(predicate): predicate for predicate in COMPOSITES[type_]}
        for quad in self._change.after(None, SUBJECT, entity, graph):
            said = self._change.said(quad.subject, graph)
            predicate = wanted.get(said[PREDICATE][0].value)
            if predicate is not None:
                parts[predicate].append(self._part(said[OBJECT][0]))
        return parts

    def composite_type(self, entity: NamedNode) -> str | None:
        """The class of a composite, None for every other entity."""
        graph = self._graphs.document_of(entity)
        has = self._change.has
        return next((type_ for type_, term in COMPOSITE_TYPES.items() if has(entity, TYPE, term, graph)), None)

    def _part(self, term: NamedNode | Literal) -> str:
        if isinstance(term, Literal):
            return term.value
        return compress(self.thing(term).value, self._graphs.base)

    def _entity(self, entity: NamedNode) -> NamedNode:
        if self._is_settled:
            stated = next(self._change.after(entity, MEMBER_OF, None, self._graphs.members), None)
            if stated is not None:
                thing: NamedNode = stated.object
                return thing
        keys = self.keys(entity)
        if not keys:
            type_ = self.composite_type(entity)
            if type_ is None:
                return entity
            document = compress(self._graphs.document_of(entity).value, self._graphs.base)
            return NamedNode(self._graphs.base + composite(type_, self.parts(entity, type_), document))
        if len(keys) == 1 and not self.is_judged(entity):
            return self.of_key(keys[0])
        self._resolve(entity.value)
        return self._found[entity.value]

    def _natural(self, node: NamedNode) -> NamedNode:
        if self._judgements.touches(node.value) or self._names.key(node) or self._titles(node.value):
            self._resolve(self.node(node.value))
            return self._found.get(node.value) or self._found[self.node(node.value)]
        return node

    def _resolve(self, node: str) -> None:
        """Find the things of a whole region."""
        nodes = self.region(node)
        if nodes == [node] and is_key(node):  # as of most names
            self._found[node] = self._names.assign(node, name_of(node))
            return
        inside = set(nodes)
        links = [
            Link(BY_KEY, entity, key) for entity in nodes if self._is_local(entity) for key in self._keys_of(entity)
        ]
        local = [entity for entity in nodes if self._is_local(entity)]
        links += [Link(BY_KEY, key, act) for key in nodes for act in self._titled(key)]
        links += [Link(BY_EDITION, entity, former) for entity in local for former in self._editions(entity)]
        links += {link for key in nodes if is_key(key) for link in self._decided(key)}
        links += {link for key in nodes if is_key(key) for link in self._continuing(key)}
        links += self._judged_links(inside)
        links = untorn(links, lambda one, other: contradict(self._profiles[one], self._profiles[other]))
        pairs = {frozenset(map(self.node, pair)) for pair in self._judgements.pairs_apart} if len(nodes) > 1 else ()
        apart = [pair for pair in pairs if pair <= inside]
        for member, component in components(nodes, links, apart).items():
            if member not in self._found:
                thing = self._canonical(component)
                self._found.update(dict.fromkeys(component, thing))

    def _continuing(self, key: str) -> list[Link]:
        """The links of a key with those that a new edition gave for it, or it for them, unless that is stated."""
        pairs = self._names.continued(key)
        return [Link(BY_EDITION, later, former) for later, former in pairs if not self._names.is_stated(former)]

    def _judged_links(self, inside: set[str]) -> list[Link]:
        links = {}
        for iri in self._judgements.links:
            if self.node(iri) in inside:
                for row in self._judgements.links[iri]:
                    left, right = map(self.node, self._judgements.ends(row))
                    links[row.number] = Link(row.number, left, right)
        return list(links.values())

    def _canonical(self, component: frozenset[str]) -> NamedNode:
        """The thing of a component: its natural key, else the earliest of its assigned names."""
        first = head(
            component,
            is_local=self._is_local,
            order=self._names.order_of_key,
            has_keys=lambda n: bool(self._keys_of(n)),
        )
        if is_key(first):
            return self._names.assign(first, name_of(first))
        return self._private(NamedNode(first), component) if self._is_local(first) else NamedNode(first)

    def _private(self, entity: NamedNode, component: frozenset[str]) -> NamedNode:
        """The thing of an entity that a judgement keeps from its key: named for the entity itself, or for the one of an
        earlier edition that had the name first."""
        keys = self.keys(entity)
        if not keys:
            return entity  # judged once, and no longer stated by its document
        normal = next(iter(self._change.after(entity, NORMAL, None, self._graphs.document_of(entity))), None)
        key = private_key(keys[0], entity.value, component, self._names.order_of_key, self._graphs.base)
        return self._names.assign(key, normal.object.value if normal else "")

    def _neighbours(self, node: str) -> list[str]:
        if not is_key(node):
            judged = [self.node(iri) for iri in self._judgements.partners(node)]
            return judged + (self._around(node) if self._is_local(node) else self._titles(node))
        found = self._titled(node)
        if node.startswith("person|"):  # only people have several keys
            shared = self._change.after(None, SHARED_KEY, Literal(node), None)
            found += [quad.subject.value for quad in shared]
        found += [end for link in self._decided(node) for end in (link.left, link.right) if end != node]
        found += [key for pair in self._names.continued(node) for key in pair if key != node]
        if not self._judgements.is_identity_judged:
            return found
        thing = self._names.thing(node)
        if thing is not None:
            found += [self.node(iri) for iri in self._judgements.partners(thing.value)]
        return found + self._judged_entities().get(node, [])

    def _titled(self, key: str) -> list[str]:
        """The one act that documents cite in full under the title that this key is of, as a list; none of several."""
        if not key.startswith(OF_ACTS):
            return []
        titled = self._change.after(None, TITLE_KEY, Literal(key), None)
        found = {quad.subject.value for quad in titled}
        return sorted(found) if len(found) == 1 else []

    def _titles(self, node: str) -> list[str]:
        """The keys by which an act, and no other, is named by its title alone somewhere."""
        if OF_ACT not in node:
            return []
        keys = {quad.object.value for quad in self._change.after(NamedNode(node), TITLE_KEY, None, None)}
        return sorted(key for key in keys if self._names.thing(key) is not None and self._titled(key))

    def _around(self, entity: str) -> list[str]:
        return [*self._keys_of(entity), *self._editions(entity), *self._later(entity)]

    def _decided(self, key: str) -> list[Link]:
        """What resolution decided to be one with this key."""
        links = self._links.get(key)
        if links is None:
            graph = self._graphs.candidates
            links = self._links[key] = []
            for quad in self._change.after(None, JOINS, Literal(key), graph):
                said = defaultdict(list)
                for row in self._change.after(quad.subject, None, None, graph):
                    said[row.predicate].append(row.object.value)
                left, right = sorted(said[JOINS])
                is_certain = not CERTAIN.isdisjoint(said[REASON])
                links.append(Link(BY_DECISION, left, right, float(said[SCORE][0]), is_certain))
                for profile in map(load, said[BETWEEN]):
                    self._profiles[profile.keys[0]].add(profile)
        return links

    def _judged_entities(self) -> dict[str, list[str]]:
        """The document-local entities that judgements name, by their keys."""
        if self._judged_by_key is None:
            self._judged_by_key = defaultdict(list)
            for iri in self._judgements.judged:
                for entity in [iri, *self._later(iri)] if self._is_local(iri) else []:
                    for key in self._keys_of(entity):
                        self._judged_by_key[key].append(entity)
        return self._judged_by_key

    def _keys_of(self, entity: str) -> list[str]:
        return self.keys(NamedNode(entity))

    def _is_local(self, node: str) -> bool:
        return not is_key(node) and self._graphs.is_local(NamedNode(node))


def private_key(key: str, entity: str, component: Iterable[str], order: Callable[[str], int | None], base: str) -> str:
    """The key that an entity kept from its own `key` is named for: the first of its component's that has a name."""
    family = key.partition("|")[0]
    own = f"{family}|{compress(entity, base)}"
    others = [f"{family}|{compress(node, base)}" for node in component if "/entity/" in node and not is_key(node)]
    named = {found: other for other in others if (found := order(other)) is not None}
    return named[min(named)] if named else own


def name_of(key: str) -> str:
    """The words of a key that an IRI is made of.

    >>> name_of("person|иванов иван|cluster|новый звездный"), name_of("person|document/12/entity/34")
    ('иванов иван', '')
    """
    name = key.split("|")[1]
    return "" if name.startswith("document/") else name
