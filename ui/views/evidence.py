"""A passage on the screen: its quote, where it stands, and the page with the place marked."""

import re
from collections.abc import Sequence
from html import escape

import streamlit as st

from graph.evidence import Evidence
from ui.passages import in_context
from ui.views.links import document_address, image_link
from ui.views.visit import Visit

SHOWN = 2  # statements shown at once; the others are one click away
ROLE_ORDER = ("value", "subject", "label", "context")


def show_evidence(visit: Visit, evidence: Sequence[Evidence], *, key: str) -> None:
    """The passages, statement by statement: the value's quote first, the place on the page one click away."""
    statements: dict[str, list[Evidence]] = {}
    for item in evidence:
        statements.setdefault(item.statement, []).append(item)
    groups = list(statements.items())
    for statement, passages in groups[:SHOWN]:
        show_statement(visit, passages, key=f"{key}-{statement}")
    if len(groups) > SHOWN:
        with st.expander(visit.say("all_sources", count=len(groups))):
            for statement, passages in groups[SHOWN:]:
                show_statement(visit, passages, key=f"{key}-{statement}")


def show_statement(visit: Visit, passages: Sequence[Evidence], *, key: str) -> None:
    """One statement's quotes by role, and the pages they stand on."""
    ordered = sorted(passages, key=lambda item: ROLE_ORDER.index(item.role))
    shown: set[str] = set()
    for item in ordered:
        quote = " ".join(item.quote.split())
        if not any(quote in other for other in shown):
            show_quote(visit, item)
            shown.add(quote)
    for page in dict.fromkeys(item.page for item in ordered):
        here = [item for item in ordered if item.page == page]
        show_place(visit, here, key=f"{key}-{page}")


def show_quote(visit: Visit, item: Evidence) -> None:
    """The quote as it stands."""
    role = "" if item.role == "value" else f"<small>{escape(visit.say(f'role_{item.role}'))}</small> "
    st.html(f'<blockquote class="svod-quote">{role}{escape(" ".join(item.quote.split()))}</blockquote>')


def show_place(visit: Visit, passages: Sequence[Evidence], *, key: str) -> None:
    """The document and the page, and on a click the page itself with the passages marked."""
    first = passages[0]
    document = visit.short(first.document)
    place = f"{first.title or document}, {visit.say('page', page=first.page)}"
    with st.expander(place, icon=":material/description:", key=f"place-{key}"):
        if first.boxes:
            show_picture(document, first.page, [visit.short(first.statement)], is_cropped=True)
        else:
            show_text(visit, passages)
        st.page_link(
            visit.pages["documents"],
            label=visit.say("open_document"),
            icon=":material/open_in_full:",
            query_params=visit.address(**document_address(document, first.page, visit.short(first.statement))),
        )


def show_picture(document: str, page: int, statements: Sequence[str], *, is_cropped: bool = False) -> None:
    """The page's picture with the statements marked."""
    source = escape(image_link(document, page, statements, is_cropped=is_cropped))
    st.html(f'<img class="svod-page" src="{source}" alt="{escape(document)}, {page}">')


def show_text(visit: Visit, passages: Sequence[Evidence]) -> None:
    """The passages of one page of a text or HTML document, in the text around them."""
    first = passages[0]
    document = visit.snapshot.document(visit.short(first.document))
    page = document.pages[first.page - 1]
    spans = [(item.start, item.end) for item in passages]
    st.html(f'<div class="svod-text">{in_context(document.page_text(page), spans)}</div>')


MARKDOWN = re.compile(r"([\\\\`*_{}\[\]()<>#+\-.!|~$:])")


def escaped(text: str) -> str:
    """The text as Markdown that shows it as it is.

    >>> escaped("a*b")
    'a\\\\*b'
    """
    return MARKDOWN.sub(r"\\\1", " ".join(text.split()))
