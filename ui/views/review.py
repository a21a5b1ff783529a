"""Editions that wait: what each fact was and would be, side by side; approved or let go as a whole."""

from collections.abc import Sequence

import streamlit as st

from graph.approval import approve, roll_back
from graph.report import Difference, Quoted, Report, report
from graph.staging import Staged, waiting
from ui.selecting import predicate_label
from ui.views.deciding import decide
from ui.views.evidence import escaped
from ui.views.quotes import show_quote
from ui.views.signing import sign
from ui.views.visit import Visit
from ui.views.wording import moment, reason_in

LISTS = ("contradicted", "lost", "added", "resupported")
SHOWN = 20  # differences of one list that are shown at once


def show(visit: Visit) -> None:
    """Draw the screen: what waits, what it would change, and the decision."""
    st.header(visit.say("review_title"), anchor=False)
    rows = waiting(visit.snapshot.library)
    if not rows:
        st.info(f"{visit.say('review_none')} {visit.say('review_none_hint')}", icon=":material/inbox:")
        return
    who = sign(visit)
    show_waiting(visit, rows)
    with st.spinner(visit.say("review_working")):
        found = kept_report(visit, rows)
    show_buttons(visit, [row.id for row in rows], who)
    show_report(visit, found)


def kept_report(visit: Visit, rows: Sequence[Staged]) -> Report:
    """What these editions would change at this commit, worked out once for everybody."""
    return _report(visit.snapshot.commit, tuple((row.id, row.when) for row in rows), visit, rows)


@st.cache_data(show_spinner=False, max_entries=2)
def _report(commit: int, ids: tuple[tuple[str, str], ...], _visit: Visit, _rows: Sequence[Staged]) -> Report:
    return report(_visit.snapshot, _rows)


def show_waiting(visit: Visit, rows: Sequence[Staged]) -> None:
    """The editions: source, what they are, who put them there."""
    for row in rows:
        put_up = visit.say("put_up", when=moment(row.when, visit.language), who=row.who)
        what = visit.say("will_replace" if row.stands else "will_add")
        reason = reason_in(row.reason, visit.language)
        said = ", ".join(filter(None, (what, reason, put_up)))
        st.markdown(f"- **{escaped(row.source)}** — {escaped(said)}")


def show_buttons(visit: Visit, ids: Sequence[str], who: str) -> None:
    """All of it, or nothing."""
    with st.container(horizontal=True, key="svod-review"):
        if st.button(visit.say("approve"), type="primary", disabled=not who, icon=":material/check:"):
            decide(visit, lambda ledger: approve(ledger, ids, who), visit.say("approved", count=len(ids)))
        with st.popover(visit.say("let_go"), disabled=not who, icon=":material/delete:"):
            st.markdown(visit.say("let_go_sure"))
            if st.button(visit.say("let_go_yes"), key="let-go"):
                decide(visit, lambda ledger: roll_back(ledger, ids, who), visit.say("was_let_go", count=len(ids)))


def show_report(visit: Visit, found: Report) -> None:
    """The differences, list by list."""
    names = [name for name in LISTS if getattr(found, name)]
    if not names:
        st.info(visit.say("no_differences"))
    for name in names:
        rows: Sequence[Difference] = getattr(found, name)
        st.subheader(f"{visit.say(name)} ({len(rows)})", anchor=False)
        for row in rows[:SHOWN]:
            show_difference(visit, row)
        if len(rows) > SHOWN and st.toggle(visit.say("show_all", count=len(rows)), key=f"all-{name}"):
            for row in rows[SHOWN:]:
                show_difference(visit, row)
    st.caption(visit.say("kept_facts", count=found.kept))


def show_difference(visit: Visit, row: Difference) -> None:
    """One fact: its ends, the passages before on the left and after on the right."""
    value = f"{row.instead_of} → {row.object_name}" if row.instead_of else row.object_name
    with st.container(border=True):
        said = f"{row.subject_name} · {predicate_label(row.predicate, visit.language)} · {value}"
        st.markdown(f"**{escaped(said)}**")
        for column, head, quotes in zip(st.columns(2), ("was", "will_be"), (row.old, row.new), strict=True):
            with column:
                show_quotes(visit, visit.say(head), quotes)


def show_quotes(visit: Visit, head: str, quotes: Sequence[Quoted]) -> None:
    """The passages of one side."""
    st.caption(head)
    if not quotes:
        st.markdown(f":gray[{visit.say('nothing_here')}]")
    for quoted in quotes:
        show_quote(visit, quoted.quote, quoted.title or quoted.document, quoted.page)
