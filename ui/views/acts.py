"""Which legal acts stood on a day, each with the passages that date, amend and repeal it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

import streamlit as st

from graph.acts import ActOnDay, Later, acts_on, day_of
from graph.errors import UnknownTime
from ui.views.evidence import escaped, show_sources
from ui.views.visit import Visit

FIRST_DAY = date(1990, 1, 1)  # of the acts that documents of our time cite as standing
GROUPS = ("stands", "unsure", "repealed")


def show(visit: Visit) -> None:
    """Draw the screen: the day, then the acts that stood, those that are not sure, those repealed."""
    st.header(visit.say("acts_title"), anchor=False)
    day = chosen_day(visit)
    st.caption(visit.say("acts_intro"))
    found = _acts(visit.snapshot.commit, day.isoformat(), visit.language, visit)
    if not found:
        st.info(f"{visit.say('acts_none')} {visit.say('acts_none_hint')}", icon=":material/gavel:")
        return
    for standing in GROUPS:
        acts = [act for act in found if act.standing == standing]
        if acts:
            st.subheader(f"{visit.say(f'acts_{standing}')} ({len(acts)})", anchor=False)
            for act in acts:
                show_act(visit, act)


@st.cache_data(show_spinner=False, max_entries=20)
def _acts(commit: int, day: str, language: str, _visit: Visit) -> tuple[ActOnDay, ...]:
    return acts_on(_visit.snapshot, date.fromisoformat(day), language)


def chosen_day(visit: Visit) -> date:
    """The day that the address names or that was chosen, else today."""
    asked = st.query_params.get("on", "")
    try:
        start = day_of(asked) if asked else datetime.now(UTC).date()
    except UnknownTime as error:
        st.warning(escaped(visit.told(error)))
        start = datetime.now(UTC).date()
    latest = max(start, datetime.now(UTC).date().replace(month=12, day=31))
    first = min(start, FIRST_DAY)
    chosen = st.date_input(
        visit.say("acts_day"), start, first, latest, format="DD.MM.YYYY", width=220, key=f"on-{start}"
    )
    day = chosen if isinstance(chosen, date) else start
    if day != start:
        st.query_params["on"] = day.isoformat()
    return day


def show_act(visit: Visit, act: ActOnDay) -> None:
    """One act: its name, the edition, what repeals it, and where each is stated."""
    with st.container(border=True):
        st.markdown(f"**{escaped(act.label)}** · {escaped(spoken(act.date, visit))}")
        if act.reason:
            st.markdown(f":orange[{escaped(act.reason)}]")
        if act.evidence:
            show_sources(visit, act.evidence, key=act.id)
        show_later(visit, "edition_of", act.amended_by[-1:], act.id)
        show_later(visit, "repealed_by", act.repealed_by, act.id)


def show_later(visit: Visit, key: str, later: Sequence[Later], act: str) -> None:
    """The acts that amend or repeal it."""
    for one in later:
        st.markdown(escaped(visit.say(key, act=one.label)))
        if one.evidence:
            show_sources(visit, one.evidence, key=f"{key}-{act}-{one.id}")


def spoken(day: str, visit: Visit) -> str:
    """A date as precise as it is stated, as the reader writes it."""
    return ".".join(reversed(day.split("-"))) if visit.language == "ru" else day
