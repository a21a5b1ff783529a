"""A fact that was missed, with the passage that states it."""

from dataclasses import replace

import streamlit as st

from graph.judgement import Judgement
from graph.questions.schema import takes_subject
from graph.status import documents
from ontology import vocabulary
from ontology.vocabulary import Term
from ui.selecting import predicate_label
from ui.thing import Thing
from ui.views.deciding import judge, why_field
from ui.views.things import named
from ui.views.visit import Visit

NEVER = frozenset({"schema:mentions", "dcterms:references"})
"""Relations that follow from reading a document."""


def show_add(visit: Visit, thing: Thing, who: str) -> None:
    """The property, the value, the document, the page and its words."""
    st.caption(visit.say("add_hint"))
    choices = {
        curie: predicate_label(curie, visit.language)
        for curie, term in vocabulary().properties.items()
        if curie not in NEVER and any(takes_subject(curie, type_) for type_ in thing.types)
    }
    order = sorted(choices, key=lambda curie: choices[curie])
    predicate = st.selectbox(
        visit.say("predicate"),
        order,
        index=None,
        placeholder=visit.say("choose"),
        format_func=lambda curie: choices[curie],
        key=f"property-{thing.id}",
    )
    if not predicate:
        return
    value = value_field(visit, vocabulary().properties[predicate], thing)
    listed = {item.id: item.title or item.sources[0] for item in documents(visit.snapshot)}
    document = st.selectbox(
        visit.say("document"),
        list(listed),
        index=None,
        placeholder=visit.say("choose"),
        format_func=lambda id_: listed[id_],
        key=f"of-{thing.id}",
    )
    pages = len(visit.snapshot.document(document).pages) if document else 1
    page = int(
        st.number_input(visit.say("page_number", pages=pages), 1, pages, 1, key=f"add-page-{thing.id}-{document}")
    )
    quote = st.text_area(visit.say("quote_words"), key=f"quote-{thing.id}").strip()
    why = why_field(visit, f"add-{thing.id}")
    if st.button(visit.say("add"), type="primary", disabled=not who, icon=":material/add:"):
        given = {"value": value, "document": document, "quote_words": quote}
        missing = ", ".join(visit.say(name) for name, filled in given.items() if not filled)
        if missing:
            st.warning(visit.say("fill_in", fields=missing))
            return
        row = Judgement("add", subject=thing.id, predicate=predicate, value=value, who=who, why=why)
        judge(visit, replace(row, document=document, page=page, quote=quote), visit.say("was_added"))


def value_field(visit: Visit, term: Term, thing: Thing) -> str:
    """A thing of the property's range to choose, else a text."""
    key = f"value-{thing.id}-{term.curie}"
    classes = [curie for curie in term.range if curie in vocabulary().classes]
    if term.kind != "object" or not classes:
        return st.text_input(visit.say("value"), key=key).strip()
    names = named(visit, classes)
    return (
        st.selectbox(
            visit.say("value"),
            list(names),
            index=None,
            placeholder=visit.say("choose"),
            format_func=lambda id_: names[id_],
            key=key,
        )
        or ""
    )
