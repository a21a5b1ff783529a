"""What must follow from the inputs, worked out from nothing: the oracle of the kept-up-to-date ledger, and its repair.

Inputs are the document graphs, `judgements`, `names` and `ontology`. `members`, `facts` and the resolved view follow.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any, cast

from pyoxigraph import Literal, NamedNode, Store

from graph.candidates import block_iri, pair_quads
from graph.claims import Said
from graph.concepts import RESOLVED
from graph.conflicts import ONE_AT_A_TIME, Saying, conflict_quads, saying
from graph.facts import NAMING, Fact
from graph.judgement import Judgements, judgements_of
from graph.keys import COMPOSITES
from graph.labels import choose_labels
from graph.plain import DEFAULT, PlainQuad, Term, matching
from graph.resolution.blocks import LARGEST, blocks
from graph.resolution.decision import contradict, decide, is_certain
from graph.resolution.profile import Profile, load
from graph.resolve import BY_DECISION, BY_EDITION, BY_KEY, Link, components, composite, head, is_key
from graph.tearing import untorn
from graph.terms import (
    ALT_LABEL,
    CONTINUES,
    CORRECTED_BY,
    CROWDED,
    HOLDS,
    JOINS,
    KEY,
    LABEL,
    MEMBER_OF,
    MERGED_INTO,
    NAMED_FOR,
    OBJECT,
    ORDER,
    PREDICATE,
    PROFILE,
    SHARED_KEY,
    SOURCE,
    STATED_AS,
    STATEMENT,
    SUBJECT,
    SUPPORTS,
    TITLE,
    TITLE_KEY,
    TYPE,
    Graphs,
)
from graph.things import private_key
from graph.verdicts import counts, decides, resolved
from ontology.iri import compress


def derived(store: Store, base: str) -> set[PlainQuad]:
    """The quads of `members`, `facts` and the default graph, from the inputs in the store alone."""
    return _Rebuild(store, base).quads()


class _WholeView:
    """The ledger as `_Rebuild` has worked it out so far: all but facts."""

    def __init__(self, rebuild: "_Rebuild") -> None:
        self._rebuild = rebuild
        self._merged = rebuild.merged()
        self._about: dict[NamedNode, list[NamedNode]] = defaultdict(list)
        for node, graph in rebuild.stating():
            self._about[self.said(node, graph)[SUBJECT][0]].append(node)

    @property
    def graphs(self) -> Graphs:
        return self._rebuild.graphs

    def said(self, subject: NamedNode, graph: NamedNode) -> Said:
        return self._rebuild.graphs_said.get(graph, {}).get(subject, {})

    def about(self, entity: NamedNode, graph: NamedNode) -> Iterable[NamedNode]:
        return self._about[entity]

    def thing(self, node: NamedNode) -> NamedNode:
        return self._rebuild.thing(node)

    def merged(self, thing: NamedNode) -> NamedNode:
        return self._merged.get(thing, thing)


def is_derived(quad: PlainQuad, base: str) -> bool:
    """Whether the quad follows from others."""
    graphs = Graphs.below(base)
    return quad.graph_name in {graphs.members, graphs.candidates, graphs.facts, graphs.conflicts, DEFAULT}


class _Rebuild:
    def __init__(self, store: Store, base: str) -> None:
        self._base = base
        self.graphs = graphs = Graphs.below(base)
        self._judgements: Judgements = judgements_of(matching(store, None, None, None, graphs.judgements), base)
        self._ontology = set(matching(store, None, None, None, graphs.ontology))
        self._things: dict[str, NamedNode] = {}
        self._quads: set[PlainQuad] = set()
        self._names: dict[str, NamedNode] = {}
        self._orders: dict[NamedNode, int] = {}
        self._continued: list[tuple[NamedNode, str]] = []
        self._profiles: dict[str, set[Profile]] = defaultdict(set)  # those of a key that are one with others
        for quad in matching(store, None, None, None, graphs.names):
            if quad.predicate == NAMED_FOR:
                self._names[quad.object.value] = quad.subject
            elif quad.predicate == ORDER:
                self._orders[quad.subject] = int(quad.object.value)
            elif quad.predicate == CONTINUES:
                self._continued.append((quad.subject, quad.object.value))
        self._read(store)

    def _read(self, store: Store) -> None:
        """Sort the document graphs' quads by what they say."""
        self._said: dict[NamedNode, dict[NamedNode, list[Any]]] = defaultdict(lambda: defaultdict(list))
        self._types: dict[NamedNode, set[NamedNode]] = defaultdict(set)
        self._titles: list[PlainQuad] = []
        self.graphs_said: dict[NamedNode, dict[NamedNode, dict[NamedNode, list[Any]]]] = defaultdict(
            lambda: defaultdict(lambda: defaultdict(list))
        )
        inner = (f"{self._base}statement/", f"{self._base}passage/")
        for graph in store.named_graphs():
            if isinstance(graph, NamedNode) and self.graphs.is_document(graph):
                for quad in matching(store, graph=graph):
                    self._sort(quad, inner)
                    self.graphs_said[graph][quad.subject][quad.predicate].append(quad.object)
        for quad in matching(store, None, None, None, self.graphs.judgements):
            self.graphs_said[self.graphs.judgements][quad.subject][quad.predicate].append(quad.object)

    def _sort(self, quad: PlainQuad, inner: tuple[str, ...]) -> None:
        self._said[quad.subject][quad.predicate].append(quad.object)
        if quad.predicate == TYPE and not quad.subject.value.startswith(inner):
            self._types[quad.subject].add(quad.object)
        elif quad.predicate == TITLE:
            self._titles.append(quad)

    def quads(self) -> set[PlainQuad]:
        """All that follows from the inputs."""
        self._resolve()
        self._compose()
        for entity in self._types:
            if self.graphs.is_local(entity):
                self._quads.add(PlainQuad(entity, MEMBER_OF, self.thing(entity), self.graphs.members))
        self._state()
        self._show()
        return self._quads

    def _resolve(self) -> None:
        """Components over all keys, entities and judgements."""
        judged = self._judgements
        keys = {
            entity.value: [key.value for predicate in (KEY, SHARED_KEY) for key in self._said[entity][predicate]]
            for entity in self._types
            if self.graphs.is_local(entity)
        }
        links = [Link(BY_KEY, entity, key) for entity, found in keys.items() for key in found]
        links += self._titled({key for found in keys.values() for key in found})
        links += self._seek()
        links += [Link(BY_EDITION, entity, former) for entity in keys for former in self._editions(entity)]
        stated = {key for found in keys.values() for key in found}
        of_name = {name: key for key, name in self._names.items()}
        links += [Link(BY_EDITION, of_name[name], former) for name, former in self._continued if former not in stated]
        rows = {row.number: row for found in judged.links.values() for row in found}
        for row in rows.values():
            left, right = map(self._node, judged.ends(row))
            links.append(Link(row.number, left, right))
        links = untorn(links, lambda one, other: contradict(self._profiles[one], self._profiles[other]))
        apart = {frozenset(map(self._node, pair)) for pair in judged.pairs_apart}
        nodes = {entity for entity, found in keys.items() if found} | {key for found in keys.values() for key in found}
        nodes |= {node for link in links for node in (link.left, link.right)} | {
            node for pair in apart for node in pair
        }
        for node, component in components(nodes, links, apart).items():
            if node not in self._things:
                self._things.update(dict.fromkeys(component, self._canonical(component, keys)))
        for node in nodes:
            name = self._names.get(node) if is_key(node) else NamedNode(node)
            if name and not self.graphs.is_local(name) and name != self._things[node]:
                self._quads.add(PlainQuad(name, MERGED_INTO, self._things[node], self.graphs.members))

    def _titled(self, keys: Collection[str]) -> list[Link]:
        """What goes by a title alone is the one act that documents cite in full under it."""
        acts: dict[str, set[str]] = defaultdict(set)
        for node, said in self._said.items():
            for key in said.get(TITLE_KEY, ()):
                acts[key.value].add(node.value)
        return [
            Link(BY_KEY, key, next(iter(found)))
            for key, found in acts.items()
            if len(found) == 1 and (key in keys or key in self._names)
        ]

    def _seek(self) -> list[Link]:
        """The candidates under every key that is not common, and the links of those that are one thing."""
        found: dict[str, set[str]] = defaultdict(set)
        for said in self._said.values():
            for profile in said.get(PROFILE, ()):
                for key in blocks(load(profile.value)):
                    found[key].add(profile.value)
        pairs: set[tuple[str, str]] = set()
        for key, profiles in found.items():
            block, graph = block_iri(key, self._base), self.graphs.candidates
            self._quads.update(PlainQuad(block, HOLDS, Literal(profile), graph) for profile in profiles)
            if len(profiles) > LARGEST:
                self._quads.add(PlainQuad(block, CROWDED, Literal(True), graph))
            else:
                pairs.update(combinations(sorted(profiles), 2))
        links = []
        for one, other in pairs:
            quads = pair_quads(one, other, self.graphs)
            self._quads.update(quads)
            ends = sorted(quad.object.value for quad in quads if quad.predicate == JOINS)
            if ends:
                decision = decide(load(one), load(other))
                links.append(Link(BY_DECISION, ends[0], ends[1], decision.score, is_certain(decision)))
                for profile in (load(one), load(other)):
                    self._profiles[profile.keys[0]].add(profile)
        return links

    def _canonical(self, component: frozenset[str], keys: Mapping[str, list[str]]) -> NamedNode:
        first = head(component, is_local=self._is_local, order=self._order, has_keys=lambda node: bool(keys.get(node)))
        if is_key(first):
            return self._names[first]
        if not keys.get(first):
            return NamedNode(first)
        return self._names[private_key(keys[first][0], first, component, self._order, self._base)]

    def _editions(self, entity: str) -> list[str]:
        """The entities of earlier editions, named by judgements, that this one is."""
        document = self.graphs.document_of(NamedNode(entity))
        sources = {source.value for source in self._said[document][SOURCE]}
        known = self._judgements.continued.get(entity.partition("/entity/")[2], ())
        return sorted({iri for iri, source in known if iri != entity and source in sources})

    def _is_local(self, node: str) -> bool:
        return not is_key(node) and self.graphs.is_local(NamedNode(node))

    def _order(self, key: str) -> int | None:
        return self._orders[self._names[key]] if key in self._names else None

    def _node(self, iri: str) -> str:
        return next((key for key, name in self._names.items() if name.value == iri), iri)

    def _compose(self) -> None:
        parts: dict[NamedNode, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for said in self._statements().values():
            entity, predicate = said[SUBJECT][0], compress(said[PREDICATE][0].value, self._base)
            type_ = self._composite_type(entity)
            if type_ and predicate in COMPOSITES[type_]:
                term = said[OBJECT][0]
                part = term.value if isinstance(term, Literal) else compress(self.thing(term).value, self._base)
                parts[entity][predicate].append(part)
        for entity in self._types:
            type_ = self._composite_type(entity)
            if type_:
                document = compress(self.graphs.document_of(entity).value, self._base)
                self._things[entity.value] = NamedNode(self._base + composite(type_, parts[entity], document))

    def _composite_type(self, entity: Term) -> str | None:
        if not isinstance(entity, NamedNode) or entity.value in self._things or not self.graphs.is_local(entity):
            return None
        types = (compress(type_.value, self._base) for type_ in self._types.get(entity, ()))
        return next((type_ for type_ in types if type_ in COMPOSITES), None)

    def merged(self) -> dict[NamedNode, NamedNode]:
        """What each thing that was merged into another is now."""
        return {quad.subject: quad.object for quad in self._quads if quad.predicate == MERGED_INTO}

    def thing(self, node: NamedNode) -> NamedNode:
        return self._things.get(node.value, node)

    def stating(self) -> Iterator[tuple[NamedNode, NamedNode]]:
        """Every statement, with the graph that states it."""
        for graph, subjects in self.graphs_said.items():
            for node, said in subjects.items():
                if STATEMENT in said.get(TYPE, ()) and SUBJECT in said:
                    yield node, graph

    def _statements(self) -> dict[NamedNode, dict[NamedNode, list[Any]]]:
        return {node: said for node, said in self._said.items() if STATEMENT in said.get(TYPE, ()) and SUBJECT in said}

    def _state(self) -> None:
        """Facts and their support."""
        support: dict[Fact, set[NamedNode]] = defaultdict(set)
        forms: dict[tuple[NamedNode, Literal], set[NamedNode]] = defaultdict(set)
        given: set[tuple[NamedNode, Literal]] = set()
        view = _WholeView(self)
        for node, graph in self.stating():
            said = view.said(node, graph)
            row = decides(self._judgements, view, node, said, graph)
            if row is not None and row.kind == "correct":
                self._quads.add(PlainQuad(node, CORRECTED_BY, NamedNode(self._base + row.id), self.graphs.facts))
            if (row is not None and row.kind == "reject") or not counts(self._judgements, view, node, said, graph):
                continue
            subject, term = resolved(view, said, row, graph)
            predicate = said[PREDICATE][0]
            if predicate not in NAMING:
                support[Fact(subject, predicate, term)].add(node)
                continue
            form = cast("Literal", term)
            forms[subject, form].add(node)
            if predicate == LABEL:
                given.add((subject, form))
        for fact in self._names_as_facts(forms, given):
            support[fact] = forms[fact.subject, cast("Literal", fact.object)]
            if (fact.subject, fact.object) in given:
                self._quads.add(PlainQuad(fact.node(self._base), STATED_AS, LABEL, self.graphs.facts))
        for fact, statements in support.items():
            self._write(fact, statements)
        self._dispute(support, view)

    def _dispute(self, support: Mapping[Fact, set[NamedNode]], view: "_WholeView") -> None:
        """Where documents disagree."""
        graph_of = dict(self.stating())
        sayings: dict[tuple[NamedNode, NamedNode], list[Saying]] = defaultdict(list)
        for fact, statements in support.items():
            if fact.predicate in ONE_AT_A_TIME:
                for node in statements:
                    graph = graph_of[node]
                    made = saying(fact.object, view.said(node, graph), graph, self.graphs, view.said)
                    sayings[fact.subject, fact.predicate].append(made)
        for (subject, predicate), found in sayings.items():
            self._quads.update(conflict_quads(subject, predicate, found, self._judgements, view.merged))

    def _names_as_facts(
        self, forms: Iterable[tuple[NamedNode, Literal]], given: set[tuple[NamedNode, Literal]]
    ) -> list[Fact]:
        by_thing: dict[NamedNode, list[Literal]] = defaultdict(list)
        for thing, form in forms:
            by_thing[thing].append(form)
        known: dict[NamedNode, set[Literal]] = defaultdict(set)
        for quad in self._ontology:
            if quad.predicate == LABEL:
                known[quad.subject].add(quad.object)
        facts = []
        for thing, found in by_thing.items():
            chosen = known.get(thing) or choose_labels((form, (thing, form) in given) for form in found)
            facts += [Fact(thing, LABEL if form in chosen else ALT_LABEL, form) for form in found]
        return facts

    def _write(self, fact: Fact, statements: Iterable[NamedNode]) -> None:
        node, graph = fact.node(self._base), self.graphs.facts
        self._quads.update(PlainQuad(statement, SUPPORTS, node, graph) for statement in statements)
        self._quads.add(PlainQuad(node, SUBJECT, fact.subject, graph))
        self._quads.add(PlainQuad(node, PREDICATE, fact.predicate, graph))
        self._quads.add(PlainQuad(node, OBJECT, fact.object, graph))
        self._quads.add(PlainQuad(fact.subject, fact.predicate, fact.object))

    def _show(self) -> None:
        """Types, titles, and what the vocabulary says of things."""
        for entity, types in self._types.items():
            self._quads.update(PlainQuad(self.thing(entity), TYPE, type_) for type_ in types)
        self._quads.update(PlainQuad(quad.subject, TITLE, quad.object) for quad in self._titles)
        for quad in self._ontology:
            if quad.predicate in RESOLVED and quad.subject.value.startswith(self._base):
                self._quads.add(PlainQuad(quad.subject, quad.predicate, quad.object))
