"""The registry: clusters as a table to filter, to open and to take away."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from ui.registry import COLUMNS, Row, rows, to_csv
from ui.views.visit import Visit

NAME_WIDTH = 300  # pixels
FILTERS = ("region", "specialization", "status", "level")


def show(visit: Visit) -> None:
    """Draw the screen."""
    st.header(visit.say("registry"))
    every = kept_rows(visit)
    if not every:
        st.info(visit.say("no_clusters") + " " + visit.say("empty_hint"))
        return
    chosen = filtered(visit, every)
    st.caption(visit.say("found_clusters", count=len(chosen)))
    if not chosen:
        st.info(visit.say("no_match"))
        return
    event = st.dataframe(
        table(visit, chosen),
        hide_index=True,
        column_config={visit.say("name"): st.column_config.TextColumn(width=NAME_WIDTH)},
        width="stretch",
        on_select="rerun",
        selection_mode="single-row",
        key=f"clusters-{visit.language}",
    )
    st.caption(visit.say("select_row"))
    picked = event["selection"]["rows"]
    if picked:
        st.switch_page(visit.pages["cluster"], query_params=visit.address(cluster=chosen[picked[0]].id))
    st.download_button(
        visit.say("download_csv"),
        data=lambda: to_csv(visit.snapshot, chosen, visit.language).encode("utf-8-sig"),
        file_name="svod-clusters.csv",
        mime="text/csv",
        icon=":material/download:",
    )


def kept_rows(visit: Visit) -> tuple[Row, ...]:
    """The rows of this commit, worked out once for everybody."""
    return _rows(visit.snapshot.commit, visit.language, visit)


@st.cache_data(show_spinner=False, max_entries=4)
def _rows(commit: int, language: str, _visit: Visit) -> tuple[Row, ...]:
    return rows(_visit.snapshot, _visit.language)


def filtered(visit: Visit, every: Sequence[Row]) -> list[Row]:
    """The rows that the person's filters leave."""
    words = st.text_input(visit.say("filter_text"), key="name").casefold().split()
    columns = st.columns(len(FILTERS))
    chosen = [row for row in every if all(word in row.name.casefold() for word in words)]
    for column, name in zip(columns, FILTERS, strict=True):
        options = sorted({value for row in every for value in row.values[name]})
        asked = st.query_params.get(name, "") if name == "region" else ""
        start = [value for value in options if value == visit.label(asked)] if asked else []
        wanted = column.multiselect(
            visit.say(name), options, start, key=f"{name}-{asked}-{visit.language}", placeholder=visit.say("any")
        )
        if wanted:
            chosen = [row for row in chosen if set(wanted) & set(row.values[name])]
    return chosen


def table(visit: Visit, chosen: Sequence[Row]) -> pd.DataFrame:
    """The rows as the screen shows them."""
    shown = [
        {visit.say("name"): row.name} | {visit.say(name): ", ".join(row.values[name]) for name in COLUMNS}
        for row in chosen
    ]
    return pd.DataFrame(shown)
