"""Where documents disagree: both sides with their passages, and which of them holds."""

import streamlit as st

from graph.disputes import Dispute, Side, disputes
from graph.judgement import Judgement
from ui.selecting import predicate_label
from ui.views.deciding import judge, undo, why_field
from ui.views.evidence import escaped, show_evidence
from ui.views.signing import sign
from ui.views.sources import show_origins
from ui.views.visit import Visit
from ui.views.wording import moment

BESIDE = 3  # sides in a row


def show(visit: Visit) -> None:
    """Draw the screen: the open ones, then those decided."""
    st.header(visit.say("conflicts_title"), anchor=False)
    found = kept_disputes(visit)
    if not found:
        st.info(f"{visit.say('conflicts_none')} {visit.say('conflicts_none_hint')}", icon=":material/done_all:")
        return
    st.markdown(visit.say("conflicts_intro"))
    who = sign(visit)
    waiting = [dispute for dispute in found if dispute.state == "open"]
    st.caption(visit.say("open_count", count=len(waiting)))
    for dispute in waiting:
        show_dispute(visit, dispute, who)
    decided = [dispute for dispute in found if dispute.state != "open"]
    if decided:
        with st.expander(visit.say("decided_count", count=len(decided)), expanded=not waiting):
            for dispute in decided:
                show_dispute(visit, dispute, who)


def kept_disputes(visit: Visit) -> tuple[Dispute, ...]:
    """The conflicts of this commit, worked out once for everybody."""
    return _disputes(visit.snapshot.commit, visit.language, visit)


@st.cache_data(show_spinner=False, max_entries=4)
def _disputes(commit: int, language: str, _visit: Visit) -> tuple[Dispute, ...]:
    return disputes(_visit.snapshot, language)


def show_dispute(visit: Visit, dispute: Dispute, who: str) -> None:
    """What it is about, its sides, and the decision or how to make it."""
    with st.container(border=True, key=f"svod-conflict-{dispute.id}"):
        limits = ", ".join(filter(None, (dispute.period.replace("/", "–"), dispute.area and visit.label(dispute.area))))
        about = f"{visit.label(dispute.subject)} — {predicate_label(dispute.predicate, visit.language)}"
        colour = "orange" if dispute.state == "open" else "green"
        state = f":{colour}-badge[{visit.say(f'state_{dispute.state}')}]"
        st.markdown(f"#### {escaped(about + (f' ({limits})' if limits else ''))} {state}")
        if dispute.state == "open":
            why = why_field(visit, dispute.id)
        else:
            show_decision(visit, dispute, who)
            why = ""
        for start in range(0, len(dispute.sides), BESIDE):
            row = dispute.sides[start : start + BESIDE]
            for column, side in zip(st.columns(len(row), border=True), row, strict=True):
                with column:
                    show_side(visit, dispute, side, Judgement("uphold", statements=(side.fact,), who=who, why=why))


def show_side(visit: Visit, dispute: Dispute, side: Side, upheld: Judgement) -> None:
    """One value with its passages; while the conflict is open, the two ways to decide for it."""
    is_standing = side.fact == dispute.stands
    badge = f" :green-badge[{visit.say('stands')}]" if is_standing else ""
    st.markdown(f"#### {escaped(side.value)}{badge}")
    show_origins(visit, dict.fromkeys(item.document for item in side.evidence))
    show_evidence(visit, side.evidence, key=side.fact)
    if dispute.state != "open":
        return
    is_off = not upheld.who
    with st.container(horizontal=True):
        if st.button(visit.say("uphold"), key=f"uphold-{side.fact}", help=visit.say("uphold_help"), disabled=is_off):
            judge(visit, upheld, visit.say("was_upheld", value=side.value))
        if st.button(
            visit.say("supersede"), key=f"supersede-{side.fact}", help=visit.say("supersede_help"), disabled=is_off
        ):
            row = Judgement("supersede", statements=upheld.statements, who=upheld.who, why=upheld.why)
            judge(visit, row, visit.say("was_superseded", value=side.value))


def show_decision(visit: Visit, dispute: Dispute, who: str) -> None:
    """Who decided, when and why, and the way back."""
    rows = [row for row in visit.snapshot.judgements.standing if row.id == dispute.decided_by]
    for row in rows:
        with st.container(horizontal=True, vertical_alignment="center"):
            said = visit.say("by", who=row.who, when=moment(row.when, visit.language))
            st.caption(escaped(said + (f": {row.why}" if row.why else "")))
            if st.button(visit.say("open_again"), key=f"open-{row.number}", disabled=not who):
                undo(visit, row.number, who)
