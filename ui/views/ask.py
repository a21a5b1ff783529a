"""The question and its answers, each with its passages; or why there is none and what was searched."""

import streamlit as st

from graph.answer import Answer, ask
from ui.examples import examples
from ui.views.visit import Visit

SHOWN = 5  # answers shown at once


def show(visit: Visit) -> None:
    """Draw the screen."""
    st.title(visit.say("title"), anchor=False)
    st.markdown(visit.say("tagline"))
    with st.form("question-form", border=False):
        asked = st.query_params.get("q", "")
        question = st.text_input(
            visit.say("question"), value=asked, placeholder=visit.say("question_hint"), key=f"q-{asked}"
        )
        sent = st.form_submit_button(visit.say("answer"), type="primary")
    if sent and question.strip() and question != asked:
        st.query_params["q"] = question
        st.rerun()
    show_examples(visit, is_asked=bool(asked))
    if asked.strip():
        show_answer(visit, kept_answer(visit, asked))


def show_examples(visit: Visit, *, is_asked: bool) -> None:
    """Questions that this library can answer, to click on."""
    questions = examples(visit.snapshot, visit.language)
    if not questions:
        st.info(visit.say("empty_library") + " " + visit.say("empty_hint"))
        return
    st.caption(visit.say("examples"))
    with st.container(horizontal=True):
        for question in questions:
            if st.button(question, type="tertiary", key=f"example-{question}"):
                st.query_params["q"] = question
                st.rerun()


def kept_answer(visit: Visit, question: str) -> Answer:
    """The answer at this commit, worked out once for everybody."""
    return _answer(visit.snapshot.commit, question, visit)


@st.cache_data(show_spinner=False, max_entries=200)
def _answer(commit: int, question: str, _visit: Visit) -> Answer:
    return ask(question, _visit.snapshot)
