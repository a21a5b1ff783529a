"""A long list in parts."""

import streamlit as st

from ui.views.visit import Visit


def chosen_part(visit: Visit, count: int, size: int) -> int:
    """The index of the first row of the part that the person chose; without a choice where all fits into one."""
    parts = -(-count // size)
    if parts < 2:
        return 0
    numbers = range(1, parts + 1)
    part = st.selectbox(
        visit.say("page_no"),
        numbers,
        format_func=lambda number: visit.say("page_of", page=number, pages=parts),
        label_visibility="collapsed",
        key=f"part-{size}",
    )
    return (part - 1) * size
