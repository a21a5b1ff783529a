"""The card of a cluster: every fact with the passages that state it."""

from collections.abc import Sequence
from itertools import groupby

import streamlit as st

from ui.thing import Fact, find, is_disputed
from ui.views.evidence import escaped, show_sources
from ui.views.registry import kept_rows
from ui.views.visit import Visit


def show(visit: Visit) -> None:
    """Draw the screen: the cluster that the address names, or the one chosen."""
    every = kept_rows(visit)
    if not every:
        st.info(visit.say("no_clusters") + " " + visit.say("empty_hint"))
        return
    asked = st.query_params.get("cluster")
    names = {row.id: row.name for row in every}
    order = list(names)
    chosen = st.selectbox(
        visit.say("choose_cluster"),
        order,
        index=order.index(asked) if asked in names else None if asked else 0,
        format_func=lambda identifier: names[identifier],
        key=f"chosen-{asked}-{visit.language}",
    )
    if chosen is None:
        st.warning(visit.say("unknown_thing"))
        return
    if chosen != asked:
        st.query_params["cluster"] = chosen
    show_card(visit, chosen)


def show_card(visit: Visit, identifier: str) -> None:
    """The heading, the facts by relation, the documents that mention it."""
    thing = find(visit.snapshot, identifier, visit.language)
    if thing is None:
        st.warning(visit.say("unknown_thing"))
        return
    st.header(thing.label)
    for _, group in groupby(thing.facts, key=lambda fact: (fact.predicate, fact.is_inbound)):
        show_relation(visit, list(group))
    if thing.mentions:
        st.markdown(f"##### {visit.say('mentioned_in')}")
        for fact in thing.mentions:
            show_sources(visit, fact.evidence, key=fact.id)
    st.caption(f"{visit.say('linked_data')}: [{identifier}](/page/{identifier}?lang={visit.language})")


def show_relation(visit: Visit, facts: Sequence[Fact]) -> None:
    """One relation: its label, and each value with the place that states it."""
    disputed = f" :orange-badge[{visit.say('conflict')}]" if is_disputed(facts) else ""
    left, right = st.columns([1, 3])
    left.markdown(f"**{escaped(facts[0].label)}**{disputed}")
    with right:
        for fact in facts:
            st.markdown(escaped(fact.other.label))
            show_sources(visit, fact.evidence, key=fact.id)
