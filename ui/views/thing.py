"""The card of any thing: what is said of it, and below it the decisions that a person can make about it."""

import streamlit as st

from ui.selecting import class_label
from ui.thing import Thing, find
from ui.views.card import show_card
from ui.views.judging import show_judging
from ui.views.things import kinds, named
from ui.views.visit import Visit


def show(visit: Visit) -> None:
    """Draw the screen: the thing that the address names, or one to be chosen."""
    asked = st.query_params.get("thing", "")
    if asked:
        show_thing(visit, asked)
        return
    st.header(visit.say("thing"), anchor=False)
    found = kinds(visit)
    if not found:
        st.info(visit.say("empty_library") + " " + visit.say("empty_hint"))
        return
    st.info(visit.say("thing_none_hint"))
    choose(visit, found)


def choose(visit: Visit, found: list[str]) -> None:
    """A kind, then a name."""
    kind = st.selectbox(
        visit.say("choose_kind"),
        found,
        index=None,
        placeholder=visit.say("choose"),
        format_func=lambda curie: class_label(curie, visit.language),
    )
    if not kind:
        return
    names = named(visit, [kind])
    chosen = st.selectbox(
        visit.say("choose_thing"),
        list(names),
        index=None,
        placeholder=visit.say("choose"),
        format_func=lambda id_: names[id_],
    )
    if chosen:
        st.query_params["thing"] = chosen
        st.rerun()


def show_thing(visit: Visit, identifier: str) -> None:
    """The card of one thing; where it was merged with another, that of the other."""
    whole = visit.snapshot.merged_into(identifier) or identifier
    thing: Thing | None = find(visit.snapshot, whole, visit.language)
    if thing is None or whole.startswith("document/"):
        st.warning(visit.say("unknown_thing"))
        return
    show_card(visit, thing)
    show_judging(visit, thing)
