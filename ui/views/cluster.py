"""The card of a cluster, chosen by its name or by the address."""

import streamlit as st

from ui.thing import find
from ui.views.card import show_card
from ui.views.judging import show_judging
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
    thing = find(visit.snapshot, chosen, visit.language)
    if thing is None:
        st.warning(visit.say("unknown_thing"))
        return
    show_card(visit, thing)
    show_judging(visit, thing)
