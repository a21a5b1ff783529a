"""The ledger that is kept up to date equals the one worked out from nothing, whatever was done to it."""

import itertools
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Store

from graph import candidates, rebuild
from graph.concepts import ontology_quads
from graph.edition import Edition
from graph.errors import JudgementError, UnknownThing
from graph.judgement import Judgement
from graph.kept import kept_read
from graph.ledger import Ledger
from graph.library import Library, create
from graph.lock import Lock
from graph.plain import PlainQuad, as_rdf, matching, n_quads
from graph.rebuild import derived, is_derived
from graph.terms import DIGEST, LABEL, MEMBER_OF, NAMED_FOR, OBJECT, SIDE, SOURCE, STATEMENT, SUPPORTS, TYPE
from ontology.iri import DEFAULT_BASE

Draft = Callable[..., Edition]

EXAMPLES = int(os.environ.get("SVOD_EXAMPLES", "60"))
"""Sequences tried: 60 take 6 s; more are tried before a release."""

CLUSTERS = ("cluster:А", "cluster:«А»", "cluster:КЛАСТЕР «А»", "cluster:Б", "cluster:В")
SPELLINGS = (
    "cluster:Новый Звездный",
    "cluster:Novy Zvezdny",
    "cluster:Технополис «Новый Звёздный»",
    "cluster:Novyi Zvezdnyi Technopolis",
    "cluster:Звездный",
    "cluster:Биофармацевтический кластер",
    "cluster:Biopharmaceutical cluster",
    "cluster:Пермский биофармацевтический кластер",
)
"""Names that resolution joins, asks a person about, or tells apart by the region."""
OTHERS = (
    "organization:Протон",
    "manager:Протон",
    "organization:Сокол",
    "organization:Proton",
    "organization:Фонд «Сокол»",
)
PEOPLE = ("person:Иванов Иван", "person:Павлов Олег", "person:Иванов И", "person:Ivan Ivanov", "person:Pavlov O")
NATURAL = ("region/RU-PER", "region/RU-TUL", "act/ru/federal-law/2014-12-31/488-fz")
CITED = ("act/ru/federal-law/2014-12-31/488-fz", "act/ru/federal-law/2021-02-01/9-fz")
LAWS = ("law:О пользе", "law:О вреде")
"""Laws that go by their title alone, and those that documents cite in full, perhaps under one title."""
FIGURES = ("observation:1", "observation:2")
MEMBERSHIPS = ("membership:1", "membership:2")

rows = st.one_of(
    st.tuples(st.sampled_from(CLUSTERS), st.just("schema:location"), st.sampled_from(NATURAL)),
    st.tuples(st.sampled_from(SPELLINGS), st.just("schema:location"), st.sampled_from(NATURAL)),
    st.tuples(st.sampled_from(SPELLINGS), st.just("svod:manager"), st.sampled_from(PEOPLE)),
    st.tuples(st.sampled_from(CLUSTERS + OTHERS), st.just("svod:manager"), st.sampled_from(PEOPLE)),
    st.tuples(st.sampled_from(PEOPLE), st.just("svod:cooperatesWith"), st.sampled_from(PEOPLE + CLUSTERS)),
    st.tuples(st.sampled_from(OTHERS), st.just("org:memberOf"), st.sampled_from(CLUSTERS)),
    st.tuples(st.sampled_from(OTHERS), st.just("schema:location"), st.sampled_from(NATURAL[:2])),
    st.tuples(st.sampled_from(CLUSTERS), st.just("svod:memberCount"), st.sampled_from(("=1", "=2"))),
    st.tuples(st.sampled_from(CLUSTERS), st.just("svod:cooperatesWith"), st.sampled_from(CLUSTERS), st.just("planned")),
    st.tuples(
        st.sampled_from(CLUSTERS + NATURAL),
        st.sampled_from(("skos:altLabel", "rdfs:label")),
        st.sampled_from(('"А', '"Пермский край', '"Б Б', '"ДЛИННОЕ')),
    ),
    st.tuples(st.sampled_from(CITED), st.just("eli:title"), st.sampled_from(('"О пользе', '"О вреде'))),
    st.tuples(st.sampled_from(CLUSTERS), st.just("svod:legalBasis"), st.sampled_from((*LAWS, *CITED))),
    st.tuples(st.sampled_from(FIGURES), st.just("svod:observationOf"), st.sampled_from(CLUSTERS + NATURAL)),
    st.tuples(st.sampled_from(FIGURES), st.just("svod:measure"), st.sampled_from(('"число', '"объем'))),
    st.tuples(st.sampled_from(MEMBERSHIPS), st.just("org:member"), st.sampled_from(PEOPLE)),
    st.tuples(st.sampled_from(MEMBERSHIPS), st.just("org:organization"), st.sampled_from(OTHERS + CLUSTERS)),
)
documents = st.lists(rows, min_size=1, max_size=7, unique=True)
steps = st.one_of(
    st.tuples(st.just("add"), st.sampled_from(("a.txt", "b.txt", "c.txt")), documents),
    st.tuples(st.just("add"), st.sampled_from(("a.txt", "b.txt", "c.txt")), documents),
    st.tuples(st.just("withdraw"), st.sampled_from(("a.txt", "b.txt", "c.txt"))),
    st.tuples(st.sampled_from(("same", "different")), st.integers(0, 50), st.integers(0, 50)),
    st.tuples(st.just("reread"), st.sampled_from(("a.txt", "b.txt", "c.txt")), st.integers(0, 20)),
    st.tuples(st.sampled_from(("reject", "reject_fact")), st.integers(0, 50)),
    st.tuples(st.just("correct"), st.integers(0, 50), st.integers(0, 50)),
    st.tuples(st.just("put"), st.integers(0, 50), st.integers(0, 50)),
    st.tuples(st.sampled_from(("uphold", "supersede")), st.integers(0, 50)),
    st.tuples(st.just("undo"), st.integers(0, 5)),
)


@cache
def _vocabulary() -> list[PlainQuad]:
    """The part of the vocabulary that these documents touch."""
    touched = tuple(DEFAULT_BASE + name for name in NATURAL)
    return [quad for quad in ontology_quads(DEFAULT_BASE) if quad.subject.value.startswith(touched)]


@pytest.fixture(autouse=True, scope="module")
def few_are_many() -> Iterator[None]:
    """A blocking key is common from three profiles on, so that keys become common and are so no longer."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(candidates, "LARGEST", 3)
        patch.setattr(rebuild, "LARGEST", 3)
        yield


@settings(max_examples=EXAMPLES, print_blob=True)
@given(sequence=st.lists(steps, min_size=1, max_size=10))
def test_what_follows_is_always_what_a_rebuild_gives(
    sequence: list[tuple[object, ...]], draft: Draft, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with _memory_ledger(tmp_path_factory.mktemp("any") / "library") as ledger:
        base = ledger.library.base
        for step in sequence:
            _do(ledger, step, draft)
            kept = [quad for quad in matching(ledger.store) if is_derived(quad, base)]
            assert set(n_quads(kept)) ^ set(n_quads(derived(ledger.store, base))) == set()


@settings(max_examples=EXAMPLES // 3)
@given(contents=st.lists(documents, min_size=2, max_size=3), data=st.data())
def test_the_order_of_documents_matters_to_names_and_the_log_alone(
    contents: list[list[tuple[str, ...]]], data: st.DataObject, draft: Draft, tmp_path_factory: pytest.TempPathFactory
) -> None:
    order = data.draw(st.permutations(range(len(contents))))
    views = []
    for sequence in (range(len(contents)), order):
        with _memory_ledger(tmp_path_factory.mktemp("order") / "library") as ledger:
            for index in sequence:
                ledger.add(draft(f"{index}.txt", contents[index], salt=str(index)))
            views.append(_partition(ledger))
    assert views[0] == views[1]


def _partition(ledger: Ledger) -> set[frozenset[str]]:
    """The members of each thing, whatever it is called."""
    members = sorted(
        (quad.object.value, quad.subject.value) for quad in matching(ledger.store, None, MEMBER_OF, None, None)
    )
    return {frozenset(entity for _, entity in group) for _, group in itertools.groupby(members, lambda pair: pair[0])}


def _memory_ledger(folder: Path) -> Ledger:
    library: Library = create(folder)
    store = Store()
    store.bulk_extend(as_rdf(_vocabulary()))
    return _Unpublished(library, Lock.take(library.lock), store)


class _Unpublished(Ledger):
    """A ledger in memory, which has no snapshots."""

    def publish(self) -> int:
        return self.number


def _do(ledger: Ledger, step: tuple[object, ...], draft: Draft) -> None:
    kind, *words = step
    if kind == "add":
        ledger.add(draft(words[0], words[1]))
    elif kind == "withdraw":
        if any(doc == words[0] for doc in _sources(ledger)):
            ledger.withdraw(str(words[0]))
    elif kind == "undo":
        if ledger.judgements.rows:
            ledger.judge(Judgement("undo", undoes=1 + int(str(words[0])) % len(ledger.judgements.rows)))
    elif kind == "reread":
        _reread(ledger, str(words[0]), int(str(words[1])))
    elif kind in ("reject", "reject_fact"):
        found = _statements(ledger) if kind == "reject" else _facts(ledger)
        if found:
            ledger.judge(Judgement("reject", statements=(found[int(str(words[0])) % len(found)],)))
    elif kind == "correct":
        _correct(ledger, int(str(words[0])), int(str(words[1])))
    elif kind in ("uphold", "supersede"):
        sides = sorted({quad.object.value for quad in matching(ledger.store, None, SIDE, None, None)})
        if sides:
            ledger.judge(Judgement(kind, statements=(sides[int(str(words[0])) % len(sides)],)))
    elif kind == "put":
        _put(ledger, int(str(words[0])), int(str(words[1])))
    else:
        _judge(ledger, str(kind), int(str(words[0])), int(str(words[1])))


def _statements(ledger: Ledger) -> list[str]:
    return sorted({quad.subject.value for quad in matching(ledger.store, None, TYPE, STATEMENT, None)})


def _facts(ledger: Ledger) -> list[str]:
    return sorted({quad.object.value for quad in matching(ledger.store, None, SUPPORTS, None, None)})


def _reread(ledger: Ledger, source: str, number: int) -> None:
    """Another extractor reads the bytes that a source gave, and misses one of their statements."""
    if source not in [name.rpartition("/")[2] for name in _sources(ledger)]:
        return
    document = ledger.find_document(ledger.library.source_name(source))
    digest = next(iter(matching(ledger.store, document, DIGEST, None, document))).object.value
    edition = kept_read(ledger.library, digest)
    kept = list(edition.extract.statements)
    del kept[number % len(kept)]
    if kept:
        extract = replace(edition.extract, statements=tuple(kept))
        ledger.add(replace(edition, extract=extract, source=source, key=f"{edition.key}+{len(kept)}"))


def _correct(ledger: Ledger, one: int, other: int) -> None:
    found, things = _statements(ledger) + _facts(ledger), _names(ledger)
    if not found:
        return
    statement = found[one % len(found)]
    old = next(iter(matching(ledger.store, NamedNode(statement), OBJECT, None, None))).object
    value = things[other % len(things)] if isinstance(old, NamedNode) else str(other % 4)
    _tried(ledger, Judgement("correct", statements=(statement,), value=value))


def _put(ledger: Ledger, one: int, other: int) -> None:
    """A person adds a fact, with a line of a document."""
    sources, things = sorted(_sources(ledger)), _names(ledger)
    if not (sources and things):
        return
    document = ledger.find_document(sources[one % len(sources)])
    digest = next(iter(matching(ledger.store, document, DIGEST, None, document))).object.value
    lines = kept_read(ledger.library, digest).document.text.splitlines()
    subject = things[other % len(things)]
    fact = ("svod:memberCount", "5") if one % 2 else ("svod:cooperatesWith", things[one % len(things)])
    place = {"document": document.value, "page": 1, "quote": lines[other % len(lines)]}
    _tried(ledger, Judgement("add", subject=subject, predicate=fact[0], value=fact[1], **place))  # type: ignore[arg-type]


def _tried(ledger: Ledger, judgement: Judgement) -> None:
    """Made where it can be; otherwise refused, and nothing is changed."""
    number = ledger.number
    with suppress(JudgementError, UnknownThing):
        ledger.judge(judgement)
        number += 1
    assert ledger.number == number


def _names(ledger: Ledger) -> list[str]:
    """Everything that a judgement of identity may be about."""
    names = [quad.subject.value for quad in matching(ledger.store, None, NAMED_FOR, None, None)]
    local = [quad.subject.value for quad in matching(ledger.store, None, MEMBER_OF, None, None)]
    natural = [quad.subject.value for quad in matching(ledger.store, None, LABEL, None, None)]
    composite = ("observation/", "membership/")
    return sorted({name for name in (*names, *local, *natural) if not any(word in name for word in composite)})


def _judge(ledger: Ledger, kind: str, one: int, other: int) -> None:
    found = _names(ledger)
    if len(found) > 1:
        left, right = found[one % len(found)], found[other % len(found)]
        try:
            ledger.judge(Judgement(kind, left, right))  # type: ignore[arg-type]
        except (JudgementError, UnknownThing):
            assert left == right or {*_composites(ledger)} & {left, right}


def _composites(ledger: Ledger) -> list[str]:
    return [
        quad.subject.value
        for quad in matching(ledger.store, None, MEMBER_OF, None, None)
        if "/observation/" in quad.object.value or "/membership/" in quad.object.value
    ]


def _sources(ledger: Ledger) -> list[str]:
    return [quad.object.value for quad in matching(ledger.store, None, SOURCE, None, None)]
