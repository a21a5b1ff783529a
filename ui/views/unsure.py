"""The pairs that wait for a person: both names with their passages, what speaks for and against, and the decision."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape

import streamlit as st

from graph.judgement import Judgement
from graph.resolution.decision import SAME, UNSURE, Reason
from graph.unsure import Side, Unsure, unsure
from ui.views.deciding import judge, why_field
from ui.views.evidence import escaped, show_evidence
from ui.views.signing import sign
from ui.views.sources import show_origins
from ui.views.visit import Visit

MOST = 50  # pairs looked up at once: more than a person decides at a sitting
LATER = "svod-later"


def show(visit: Visit) -> None:
    """Draw the screen: the pair that the address names, or the likeliest, and the others below."""
    st.header(visit.say("unsure_title"), anchor=False)
    pairs = kept_pairs(visit)
    if not pairs:
        st.info(f"{visit.say('unsure_none')} {visit.say('unsure_none_hint')}", icon=":material/done_all:")
        st.page_link(visit.pages["decisions"], label=visit.say("to_decisions"), query_params=visit.address())
        return
    st.markdown(visit.say("unsure_intro"))
    st.caption(visit.say("unsure_count" if len(pairs) < MOST else "unsure_count_most", count=len(pairs)))
    who = sign(visit)
    queue = in_order(pairs, st.session_state.get(LATER, []), st.query_params.get("pair", ""))
    show_pair(visit, queue[0], who)
    if len(queue) > 1:
        show_others(visit, queue[1:])


def in_order(pairs: Sequence[Unsure], put_off: Sequence[str], asked: str) -> list[Unsure]:
    """The pair that the address names first, those put off last, the others as they are."""
    return sorted(pairs, key=lambda pair: (pair.id != asked, put_off.index(pair.id) if pair.id in put_off else -1))


def kept_pairs(visit: Visit) -> list[Unsure]:
    """The pairs of this commit, worked out once for everybody."""
    return _pairs(visit.snapshot.commit, visit)


@st.cache_data(show_spinner=False, max_entries=2)
def _pairs(commit: int, _visit: Visit) -> list[Unsure]:
    return unsure(_visit.snapshot, MOST)


def show_pair(visit: Visit, pair: Unsure, who: str) -> None:
    """Both sides, the reasons, and the buttons."""
    with st.container(border=True, key="svod-pair"):
        for column, side in zip(st.columns(2, border=True), (pair.left, pair.right), strict=True):
            with column:
                show_side(visit, side)
        st.markdown(f"**{visit.say('reasons')}**")
        st.html(reasons_table(visit, pair.reasons))
        st.caption(visit.say("score_sum", score=pair.score, same=SAME, unsure=UNSURE))
        why = why_field(visit, pair.id)
        with st.container(horizontal=True):
            if st.button(visit.say("same"), disabled=not who, type="primary", icon=":material/join:"):
                settle(visit, pair, Judgement("same", who=who, why=why))
            if st.button(visit.say("different"), disabled=not who, type="primary", icon=":material/call_split:"):
                settle(visit, pair, Judgement("different", who=who, why=why))
            if st.button(visit.say("later"), icon=":material/schedule:"):
                put_off(pair.id)


def settle(visit: Visit, pair: Unsure, said: Judgement) -> None:
    """Record what the person says of the pair."""
    names = {"left": visit.label(pair.left.thing), "right": visit.label(pair.right.thing)}
    st.query_params.pop("pair", None)
    judge(visit, replace(said, left=pair.left.thing, right=pair.right.thing), visit.say(f"is_{said.kind}", **names))


def put_off(pair: str) -> None:
    """Let the pair come after all others, as long as this page is open."""
    others = [known for known in st.session_state.get(LATER, []) if known != pair]
    st.session_state[LATER] = [*others, pair]
    st.query_params.pop("pair", None)
    st.rerun()


def show_side(visit: Visit, side: Side) -> None:
    """One end: its names, the documents, the passages."""
    label = visit.label(side.thing)
    st.markdown(f"#### {escaped(label)}")
    others = [name for name in side.names if name != label]
    if others:
        st.markdown(escaped(" / ".join(others)))
    address = visit.address(thing=side.thing)
    st.page_link(visit.pages["thing"], label=visit.say("open_card"), query_params=address)
    show_origins(visit, side.documents)
    if not side.evidence:
        st.caption(visit.say("no_passage"))
    show_evidence(visit, side.evidence, key=f"side-{side.thing}")


def reasons_table(visit: Visit, reasons: Sequence[Reason]) -> str:
    """The features one by one, each with its weight and its sentence; the heavier first."""
    rows = "".join(
        f'<tr class="{"for" if reason.weight > 0 else "against"}"><td>{reason.weight:+.2f}</td>'
        f"<td>{escape(reason.sentence_in(visit.language))}</td></tr>"
        for reason in sorted(reasons, key=lambda reason: -reason.weight)
    )
    return f'<table class="svod-reasons">{rows}</table>'


def show_others(visit: Visit, others: Sequence[Unsure]) -> None:
    """The pairs that follow, each to be opened."""
    st.markdown(f"##### {visit.say('other_pairs')}")
    with st.container(key="svod-others", gap=None):
        for pair in others:
            names = " — ".join(visit.label(side.thing) for side in (pair.left, pair.right))
            if st.button(escaped(f"{pair.score:.2f} · {names}"), key=f"pair-{pair.id}", type="tertiary"):
                st.query_params["pair"] = pair.id
                st.rerun()
