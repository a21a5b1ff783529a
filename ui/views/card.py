"""The card of a thing: every fact with the passages that state it."""

from collections.abc import Sequence
from itertools import groupby

import streamlit as st
from pyoxigraph import Literal

from graph.plain import matching
from graph.terms import SIDE, STATE
from ui.selecting import class_label
from ui.thing import Fact, Thing
from ui.views.evidence import escaped, show_sources
from ui.views.visit import Visit


def show_card(visit: Visit, thing: Thing) -> None:
    """The heading, the facts by relation, the documents that mention it."""
    st.header(thing.label, anchor=False)
    st.caption(", ".join(class_label(kind, visit.language) for kind in thing.types))
    for _, group in groupby(thing.facts, key=lambda fact: (fact.predicate, fact.is_inbound)):
        show_relation(visit, list(group))
    if thing.mentions:
        st.markdown(f"##### {visit.say('mentioned_in')}")
        for fact in thing.mentions:
            show_sources(visit, fact.evidence, key=fact.id)
    st.caption(f"{visit.say('linked_data')}: [{thing.id}](/page/{thing.id}?lang={visit.language})")


def show_relation(visit: Visit, facts: Sequence[Fact]) -> None:
    """One relation: its label, and each value with the place that states it."""
    disputed = f" :orange-badge[{visit.say('conflict')}]" if has_conflict(visit, facts) else ""
    left, right = st.columns([1, 3])
    left.markdown(f"**{escaped(facts[0].label)}**{disputed}")
    with right:
        for fact in facts:
            st.markdown(escaped(fact.other.label))
            if fact.evidence:
                show_sources(visit, fact.evidence, key=fact.id)


def has_conflict(visit: Visit, facts: Sequence[Fact]) -> bool:
    """Whether documents disagree on the relation, and nobody has decided it yet."""
    snapshot = visit.snapshot
    graph = snapshot.graphs.conflicts
    nodes = {q.subject for fact in facts for q in matching(snapshot.store, None, SIDE, snapshot.iri(fact.id), graph)}
    return any(matching(snapshot.store, node, STATE, Literal("open"), graph) for node in nodes)
