"""A statement or a fact that is wrong: rejected, or given the value that holds."""

from collections.abc import Sequence

import streamlit as st
from pyoxigraph import NamedNode

from graph.judgement import Judgement
from graph.plain import matching
from graph.terms import OBJECT
from graph.unsure import thing_of
from ui.selecting import select
from ui.thing import TYPES, Fact, Thing
from ui.views.deciding import judge, why_field
from ui.views.things import named
from ui.views.visit import Visit


def show_facts(visit: Visit, thing: Thing, who: str) -> None:
    """One fact of the thing, to be rejected or corrected with every statement that supports it."""
    facts = {fact.id: fact for fact in thing.facts if not fact.id.startswith("membership/")}
    if not facts:
        st.info(visit.say("no_facts"))
        return
    chosen = st.selectbox(
        visit.say("which_fact"),
        list(facts),
        index=None,
        placeholder=visit.say("choose"),
        format_func=lambda id_: f"{facts[id_].label} · {facts[id_].other.label}",
        key=f"fact-{thing.id}",
    )
    if chosen:
        fact = facts[chosen]
        show_correction(visit, fact.id, classes_of(visit, fact), who)


def classes_of(visit: Visit, fact: Fact) -> Sequence[str]:
    """The classes of the thing that a fact gives; of a plain value, and of a fact towards the thing, none."""
    return () if fact.other.id is None or fact.is_inbound else types_of(visit, fact.other.id)


def classes_given(visit: Visit, statement: str) -> Sequence[str]:
    """The classes of the thing that a statement gives; none of a plain value."""
    snapshot = visit.snapshot
    for quad in matching(snapshot.store, snapshot.iri(statement), OBJECT):
        if isinstance(quad.object, NamedNode):
            return types_of(visit, thing_of(snapshot, quad.object))
    return ()


def types_of(visit: Visit, thing: str) -> tuple[str, ...]:
    """The classes of a thing, as CURIEs."""
    found = select(visit.snapshot, TYPES, thing=visit.snapshot.iri(thing))
    return tuple(visit.short(row["class"].value) for row in found)


def show_correction(visit: Visit, name: str, classes: Sequence[str], who: str) -> None:
    """The fields and both buttons for the fact or statement of that id; `classes` are those of a thing it gives."""
    if classes:
        names = named(visit, classes)
        value = st.selectbox(
            visit.say("right_value"),
            list(names),
            index=None,
            placeholder=visit.say("choose"),
            format_func=lambda id_: names[id_],
            key=f"value-{name}",
        )
        shown = names.get(value or "", "")
    else:
        value = shown = st.text_input(visit.say("right_value"), key=f"value-{name}").strip()
    why = why_field(visit, name)
    with st.container(horizontal=True):
        is_off = not (who and value)
        if st.button(visit.say("correct"), type="primary", disabled=not who, key=f"correct-{name}") and not is_off:
            row = Judgement("correct", statements=(name,), value=value, who=who, why=why)
            judge(visit, row, visit.say("was_corrected", value=shown))
        if st.button(visit.say("reject"), disabled=not who, icon=":material/block:", key=f"reject-{name}"):
            judge(visit, Judgement("reject", statements=(name,), who=who, why=why), visit.say("was_rejected"))
