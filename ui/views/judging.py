"""What a person can put right of a thing: a fact, one that is missing, who it is, and that a person is erased."""

from collections.abc import Callable, Mapping
from typing import Literal

import streamlit as st

from graph.judgement import Judgement, Kind
from ui.thing import Thing
from ui.views.adding import show_add
from ui.views.correcting import show_facts
from ui.views.deciding import judge, why_field
from ui.views.members import members
from ui.views.removal import show_erase_person
from ui.views.signing import sign
from ui.views.things import named
from ui.views.visit import Visit


def show_judging(visit: Visit, thing: Thing) -> None:
    """The ways to put right, one at a time, behind one line below the card."""
    st.page_link(
        visit.pages["history"],
        label=visit.say("history_thing"),
        icon=":material/history:",
        query_params=visit.address(thing=thing.id),
    )
    with st.expander(visit.say("judge_title"), icon=":material/edit:", key=f"judge-{thing.id}"):
        who = sign(visit)
        ways = list(WAYS) if "svod:Person" in thing.types else [way for way in WAYS if way != "erase_person"]
        way = st.segmented_control(
            visit.say("judge_title"),
            ways,
            default=ways[0],
            required=True,
            format_func=visit.say,
            label_visibility="collapsed",
            key=f"way-{thing.id}",
        )
        WAYS[str(way)](visit, thing, who)


def show_merge(visit: Visit, thing: Thing, who: str) -> None:
    """Another thing of the same kind that is this one."""
    names = {id_: name for id_, name in named(visit, thing.types).items() if id_ != thing.id}
    if not names:
        st.info(visit.say("merge_none"))
        return
    show_pairing(visit, thing, "merge", names, who)


def show_split(visit: Visit, thing: Thing, who: str) -> None:
    """A document's mention that means another thing."""
    own = members(visit, thing.id)
    if len(own) < 2:
        st.info(visit.say("split_none"))
        return
    show_pairing(visit, thing, "split", own, who)


def show_pairing(
    visit: Visit, thing: Thing, way: Literal["merge", "split"], others: Mapping[str, str], who: str
) -> None:
    """One of the others (name by id) to choose, the reason, and the button that says it is this thing, or is not."""
    kind, label, done, symbol = PAIRINGS[way]
    st.caption(visit.say(f"{way}_hint"))
    other = st.selectbox(
        visit.say(label),
        list(others),
        index=None,
        placeholder=visit.say("choose"),
        format_func=lambda id_: others[id_],
        key=f"{way}-{thing.id}",
    )
    why = why_field(visit, f"{way}-{thing.id}")
    if st.button(visit.say(way), type="primary", disabled=not (who and other), icon=symbol) and other:
        row = Judgement(kind, left=thing.id, right=other, who=who, why=why)
        judge(visit, row, visit.say(done, left=thing.label, right=others[other]))


PAIRINGS: Mapping[str, tuple[Kind, str, str, str]] = {
    # way: what it says, its field, what is said when it is done, its symbol
    "merge": ("same", "merge_with", "is_same", ":material/join:"),
    "split": ("different", "split_which", "was_split", ":material/call_split:"),
}
WAYS: Mapping[str, Callable[[Visit, Thing, str], None]] = {
    # text of the choice: what draws it
    "judge_fact": show_facts,
    "judge_add": show_add,
    "judge_merge": show_merge,
    "judge_split": show_split,
    "erase_person": show_erase_person,
}
