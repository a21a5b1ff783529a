"""The question and its answers, each with its passages; or why there is none and what was searched."""

import re
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from graph.answer import Answer, Row, ask
from ui.commands.asking import answer_text
from ui.examples import examples
from ui.selecting import holds
from ui.views.evidence import escaped, show_evidence
from ui.views.visit import Visit

CANDIDATE = re.compile(r"\(([a-z-]+/[A-Za-z0-9/._-]+)\)")  # an id below the base, as the question engine lists it
ANY_DOCUMENT = "SELECT ?document WHERE { ?document a svod:Document } LIMIT 1"
SERIES = 3  # figures from which on a table is shown
KEPT = 3600  # seconds: "today" moves on
SHOWN = 5  # answers shown at once


def show(visit: Visit) -> None:
    """Draw the screen."""
    asked = st.query_params.get("q", "").strip()
    if not asked:
        st.title(visit.say("title"), anchor=False)
        st.markdown(visit.say("tagline"))
    with st.form("question-form", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        question = st.text_input(
            visit.say("question"), value=asked, placeholder=visit.say("question_hint"), key=f"q-{asked}"
        )
        sent = st.form_submit_button(visit.say("answer"), type="primary")
    if sent and question.strip() and question.strip() != asked:
        st.query_params["q"] = question.strip()
        st.rerun()
    if asked:
        show_answer(visit, kept_answer(visit, asked))
    show_examples(visit)


def show_examples(visit: Visit) -> None:
    """Questions that this library can answer, to click on."""
    questions = kept_examples(visit)
    if not questions:
        if not holds(visit.snapshot, ANY_DOCUMENT):
            st.info(visit.say("empty_library") + " " + visit.say("empty_hint"))
        return
    st.caption(visit.say("examples"))
    with st.container(horizontal=True):
        for question in questions:
            if st.button(question, key=f"example-{question}"):
                st.query_params["q"] = question
                st.rerun()


def kept_examples(visit: Visit) -> list[str]:
    """The example questions of this commit, worked out once for everybody."""
    return _examples(visit.snapshot.commit, visit.language, visit)


@st.cache_data(show_spinner=False, max_entries=4)
def _examples(commit: int, language: str, _visit: Visit) -> list[str]:
    return examples(_visit.snapshot, _visit.language)


def kept_answer(visit: Visit, question: str) -> Answer:
    """The answer at this commit, worked out once for everybody."""
    return _answer(visit.snapshot.commit, question, visit)


@st.cache_data(show_spinner=False, max_entries=200, ttl=KEPT)
def _answer(commit: int, question: str, _visit: Visit) -> Answer:
    return ask(question, _visit.snapshot)


def show_answer(visit: Visit, answer: Answer) -> None:
    """The answers; without one, what was searched and what may have been meant."""
    if answer.verdict == "answered":
        show_rows(visit, answer.rows)
    else:
        show_nothing(visit, answer)
    show_coverage(visit, answer)
    if answer.sparql:
        with st.expander(visit.say("queries"), icon=":material/code:"):
            st.code(answer.sparql, language="sparql")
            st.code(answer.cypher, language="cypher")


def show_rows(visit: Visit, rows: Sequence[Row]) -> None:
    """The first answers, and the others one click away; a series of figures as a table before them."""
    if len(rows) >= SERIES and all(row.value is not None for row in rows):
        heads = (visit.say("indicator"), visit.say("object"), visit.say("unit"))
        table = [dict(zip(heads, (row.label, row.value, row.unit or ""), strict=True)) for row in rows]
        st.dataframe(pd.DataFrame(table), hide_index=True, width="stretch")
    for number, row in enumerate(rows[:SHOWN]):
        show_row(visit, row, key=f"answer-{number}", is_open=number == 0)
    if len(rows) > SHOWN:
        with st.expander(visit.say("more_answers", count=len(rows))):
            for number, row in enumerate(rows[SHOWN:], start=SHOWN):
                show_row(visit, row, key=f"answer-{number}")


def show_row(visit: Visit, row: Row, *, key: str, is_open: bool = False) -> None:
    """One answer: its label or its figure, a way to its card, its passages; `is_open` shows the first place at once."""
    with st.container(border=True):
        st.markdown(f"#### {escaped(answer_text(row))}")
        if row.is_counted:
            st.caption(visit.say("counted"))
        identifier = visit.short(row.iri) if row.iri else ""
        show_way(visit, identifier)
        show_evidence(visit, row.evidence, key=key, is_open=is_open)


def show_way(visit: Visit, identifier: str) -> None:
    """The way to the card of an answer that is a thing: figures and posts have none."""
    if identifier.startswith(("observation/", "membership/", "document/")) or "/" not in identifier:
        return
    screen, symbol = ("cluster", "hub") if identifier.startswith("cluster/") else ("thing", "category")
    address = visit.address(**{screen: identifier})
    label, icon = visit.say("open_card"), f":material/{symbol}:"
    st.page_link(visit.pages[screen], label=label, icon=icon, query_params=address)


def show_nothing(visit: Visit, answer: Answer) -> None:
    """Why there is no answer."""
    if answer.verdict == "not_stated":
        st.warning(visit.say("not_stated"), icon=":material/search_off:")
    else:
        st.warning(visit.say("not_understood") + " " + visit.say("not_understood_hint"), icon=":material/help:")
    if answer.question.understood:
        st.markdown(escaped(answer.question.understood))
        show_candidates(visit, answer.question.understood)


def show_candidates(visit: Visit, understood: str) -> None:
    """The things that may have been meant, each to be opened."""
    for identifier in dict.fromkeys(CANDIDATE.findall(understood)):
        label = visit.label(identifier)
        if identifier.startswith("cluster/"):
            st.page_link(visit.pages["cluster"], label=label, query_params=visit.address(cluster=identifier))
        else:
            st.markdown(f"[{escaped(label)}](/page/{identifier}?lang={visit.language})")


def show_coverage(visit: Visit, answer: Answer) -> None:
    """What was searched, and how the question was read."""
    coverage = answer.coverage
    said = [visit.say("searched", documents=coverage.documents, pages=coverage.pages)]
    if coverage.unreadable_pages:
        said.append(visit.say("unreadable", count=coverage.unreadable_pages))
    if answer.question.understood and answer.verdict == "answered":
        said.append(f"{visit.say('understood')}: {escaped(answer.question.understood)}.")
    st.caption(" ".join(said))
