"""The documents: what was read, each page as it looks, and what it states."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from graph.status import documents
from ingest.document import Document
from nlp.relations import why
from ui.listing import PageStatement, statements_of_page
from ui.passages import whole
from ui.views.correcting import classes_given, show_correction
from ui.views.evidence import escaped, page_name, show_picture
from ui.views.links import digits
from ui.views.removal import show_removal
from ui.views.signing import sign
from ui.views.visit import Visit


def show(visit: Visit) -> None:
    """Draw the screen: the list, then the document that the address names or that was chosen."""
    listed = documents(visit.snapshot)
    if not listed:
        st.info(visit.say("empty_library") + " " + visit.say("empty_hint"))
        return
    names = {digits(item.id): item.title or item.sources[0] for item in listed}
    order = list(names)
    asked = st.query_params.get("document")
    chosen = st.selectbox(
        visit.say("choose_document"),
        order,
        index=order.index(asked) if asked in names else None if asked else 0,
        format_func=lambda identifier: names[identifier],
        key=f"document-{asked}",
    )
    if chosen is None:
        st.warning(visit.say("unknown_thing"))
        return
    if asked is not None and chosen != asked:
        st.query_params.clear()
    if chosen != asked:
        st.query_params.update(visit.address(document=chosen))
    show_document(visit, visit.snapshot.document(f"document/{chosen}"))


def show_document(visit: Visit, document: Document) -> None:
    """What is known of the document, then one of its pages."""
    st.subheader(document.title or document.source)
    pages = f"{visit.say('pages_count')}: {len(document.pages)}"
    st.caption(" · ".join((document.source, document.media_type, document.language, pages)))
    if document.findings:
        said = " ".join(map(visit.told, document.findings))
        st.warning(escaped(f"{visit.say('findings')}: {said}"))
    number = chosen_page(visit, len(document.pages))
    page = document.pages[number - 1]
    stated = statements_of_page(visit.snapshot, document.id, number, visit.language)
    marked = marked_statements(visit, stated)
    left, right = st.columns(2)
    with left:
        if page.width:
            show_picture(document.id, number, marked, name=page_name(visit, document.title, number))
        else:
            spans = [span for item in stated if item.id in marked for span in item.spans]
            st.html(f'<div class="svod-text">{whole(document.page_text(page), spans)}</div>')
    with right:
        show_statements(visit, stated)
        show_chosen(visit, stated)
    show_removal(visit, document.id)


def chosen_page(visit: Visit, pages: int) -> int:
    """The page that the address names or that was chosen, from 1."""
    asked = st.query_params.get("page", "1")
    start = min(max(int(asked), 1), pages) if asked.isdecimal() else 1
    if pages == 1:
        return 1
    number = int(st.number_input(visit.say("page_number", pages=pages), 1, pages, start, key=f"page-{asked}"))
    if number != start:
        st.query_params["page"] = str(number)
        st.query_params.pop("statement", None)
    return number


def marked_statements(visit: Visit, stated: Sequence[PageStatement]) -> list[str]:
    """The statements to mark: the one that the address names, else every one of the page."""
    asked = st.query_params.get("statement")
    return [f"statement/{asked}"] if asked else [item.id for item in stated]


def show_statements(visit: Visit, stated: Sequence[PageStatement]) -> None:
    """What the page states, each with its quote."""
    if not stated:
        st.info(visit.say("no_statements"))
        return
    st.markdown(f"##### {visit.say('statements_of_page', count=len(stated))}")
    rows = [
        {
            visit.say("predicate"): item.predicate,
            visit.say("object"): item.object,
            visit.say("quote"): item.quote,
            visit.say("subject"): item.subject,
        }
        for item in stated
    ]
    event = st.dataframe(
        pd.DataFrame(rows), hide_index=True, on_select="rerun", selection_mode="single-row", key="stated"
    )
    picked = event["selection"]["rows"]
    if picked and st.query_params.get("statement") != digits(stated[picked[0]].id):
        st.query_params["statement"] = digits(stated[picked[0]].id)
        st.rerun()


def show_chosen(visit: Visit, stated: Sequence[PageStatement]) -> None:
    """The statement that the address names: how it was read, and the ways to put it right."""
    asked = f"statement/{st.query_params.get('statement', '')}"
    for item in stated:
        if item.id == asked:
            with st.container(border=True, key="svod-statement"):
                st.markdown(f"**{escaped(f'{item.subject} · {item.predicate} · {item.object}')}**")
                rule = next((row.rule for row in visit.snapshot.evidence(item.id)), "")
                if read := why(rule, visit.language):
                    st.caption(f"{visit.say('why_read')}: {escaped(read)}")
                show_correction(visit, item.id, classes_given(visit, item.id), sign(visit, "-statement"))
