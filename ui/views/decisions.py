"""Every decision that people made, the newest first, each to be taken back."""

from collections.abc import Sequence

import streamlit as st

from graph.judgement import Judgement
from ui.views.deciding import undo
from ui.views.evidence import escaped
from ui.views.paging import chosen_part
from ui.views.signing import sign
from ui.views.visit import Visit
from ui.views.wording import about, moment

PART = 25  # decisions on one screen


def show(visit: Visit) -> None:
    """Draw the screen."""
    st.header(visit.say("decisions_title"), anchor=False)
    rows = visit.snapshot.judgements.rows
    if not rows:
        st.info(f"{visit.say('decisions_none')} {visit.say('decisions_none_hint')}", icon=":material/gavel:")
        return
    who = sign(visit)
    st.caption(visit.say("of_decisions", count=len(rows)))
    newest = rows[::-1]
    start = chosen_part(visit, len(newest), PART)
    show_rows(visit, newest[start : start + PART], who)


def show_rows(visit: Visit, rows: Sequence[Judgement], who: str) -> None:
    """One line each: what, who, when, why, and the way back where it stands."""
    standing = {row.number for row in visit.snapshot.judgements.standing}
    undoable = standing | {row.number for row in visit.snapshot.judgements.rows if is_live_undo(visit, row)}
    for row in rows:
        with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"svod-decision-{row.number}"):
            said = visit.say("by", who=row.who, when=moment(row.when, visit.language))
            why = f" · {escaped(row.why)}" if row.why else ""
            mark = "" if row.number in undoable else f" :gray-badge[{visit.say('undone')}]"
            line = f"**{visit.say(f'kind_{row.kind}')}** {escaped(about(visit, row))}{mark}"
            number = visit.say("change_number", number=row.number)
            with st.container():
                st.markdown(f"{line}  \n:small[:gray[{escaped(number)} · {escaped(said)}{why}]]")
            if row.number in undoable:
                label = visit.say("undo")
                if st.button(label, key=f"undo-{row.number}", disabled=not who, icon=":material/undo:"):
                    undo(visit, row.number, who)


def is_live_undo(visit: Visit, row: Judgement) -> bool:
    """Whether a row takes back a decision that is taken back now, so that undoing it brings the decision again."""
    if row.kind != "undo":
        return False
    judgements = visit.snapshot.judgements
    live = [other for other in judgements.rows if other.kind == "undo" and other.undoes == row.undoes]
    return row.undoes not in {each.number for each in judgements.standing} and live[-1] == row
