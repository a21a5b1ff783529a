"""A change that a person makes on the page: through the server's one writer, said when it is done or refused."""

from collections.abc import Callable

import streamlit as st

from graph.errors import LibraryError
from graph.judgement import Judgement
from graph.ledger import Commit, Ledger
from ui.desk import desk
from ui.views.evidence import escaped
from ui.views.visit import Visit

DONE = "svod-done"


def decide(visit: Visit, change: Callable[[Ledger], object], done: str) -> None:
    """Make the change, let readers see it, and draw the page anew with what was done; a refusal is said here."""
    try:
        with st.spinner(visit.say("saving")):
            desk().write(change)
            desk().publish()
    except LibraryError as error:
        st.error(escaped(f"{visit.say('refused')}: {visit.told(error)}"), icon=":material/block:")
        return
    st.session_state[DONE] = done
    st.rerun()


def judge(visit: Visit, judgement: Judgement, done: str) -> None:
    """Record a judgement."""
    decide(visit, lambda ledger: ledger.judge(judgement), done)


def undo(visit: Visit, number: int, who: str) -> None:
    """Take a judgement back."""
    judge(visit, Judgement("undo", undoes=number, who=who), visit.say("was_undone", number=number))


def say_done() -> None:
    """What the last run of the page did."""
    done = st.session_state.pop(DONE, "")
    if done:
        st.success(escaped(done), icon=":material/check:")


def facts_of(visit: Visit, commit: Commit) -> str:
    """How many facts a commit brought and took."""
    return visit.say("facts_changed", added=commit.facts_added, removed=commit.facts_removed)


def why_field(visit: Visit, key: str) -> str:
    """The field for the reason."""
    return st.text_input(visit.say("why"), placeholder=visit.say("why_hint"), key=f"why-{key}").strip()
