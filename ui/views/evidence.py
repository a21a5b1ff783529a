"""A passage on the screen: its quote, where it stands, and the page with the place marked."""

import re
from collections.abc import Sequence
from html import escape

import streamlit as st

from graph.evidence import Evidence
from nlp.relations import why
from ui.output import shortened
from ui.passages import in_context
from ui.views.links import document_address, image_link
from ui.views.visit import Visit

LINE = 70  # characters of a quote on the line of a card
SHOWN = 2  # statements shown at once; the others are one click away
ROLE_ORDER = ("value", "subject", "label", "context")


def show_evidence(visit: Visit, evidence: Sequence[Evidence], *, key: str, is_open: bool = False) -> None:
    """The passages, statement by statement: the quote first, the place on the page one click away.

    `is_open` shows the first place at once.
    """
    statements: dict[str, list[Evidence]] = {}
    for item in evidence:
        statements.setdefault(item.statement, []).append(item)
    groups = list(statements.items())
    for statement, passages in groups[:SHOWN]:
        show_statement(visit, passages, key=f"{key}-{statement}", is_open=is_open and statement == groups[0][0])
    if len(groups) > SHOWN:
        with st.expander(visit.say("all_sources", count=len(groups))):
            for statement, passages in groups[SHOWN:]:
                show_statement(visit, passages, key=f"{key}-{statement}")


def show_statement(visit: Visit, passages: Sequence[Evidence], *, key: str, is_open: bool = False) -> None:
    """One statement's quotes by role, and the pages they stand on."""
    ordered = sorted(passages, key=lambda item: ROLE_ORDER.index(item.role))
    show_quotes(visit, ordered)
    for page in dict.fromkeys(item.page for item in ordered):
        here = [item for item in ordered if item.page == page]
        show_place(visit, here, key=f"{key}-{page}", is_open=is_open and page == ordered[0].page)


def show_quotes(visit: Visit, ordered: Sequence[Evidence]) -> None:
    """The quotes, the value's first; what another quote holds is not said again."""
    lines: list[str] = []
    shown: list[str] = []
    for item in ordered:
        quote = " ".join(item.quote.split())
        if any(quote in other for other in shown):
            continue
        shown.append(quote)
        role = "" if item.role == "value" else f"<small>{escape(visit.say(f'role_{item.role}'))}</small>"
        lines.append(f"<div>{role}{escape(quote)}</div>")
    st.html(f'<blockquote class="svod-quote">{"".join(lines)}</blockquote>')


def show_sources(visit: Visit, evidence: Sequence[Evidence], *, key: str) -> None:
    """One line that says where the fact stands, and everything on a click: for cards with many facts."""
    first = evidence[0]
    places = dict.fromkeys((item.title, item.page) for item in evidence if item.role == "value")
    where = page_name(visit, first.title or first.document, first.page)
    label = f"{escaped(shortened(first.quote, LINE))} — {escaped(where)}" + (
        f" (+{len(places) - 1})" if len(places) > 1 else ""
    )
    with st.expander(label, key=f"sources-{key}"):
        show_evidence(visit, evidence, key=key, is_open=True)


def show_place(visit: Visit, passages: Sequence[Evidence], *, key: str, is_open: bool = False) -> None:
    """The document and the page, and on a click the page itself with the passages marked."""
    first = passages[0]
    place = page_name(visit, first.title or first.document, first.page)
    with st.expander(place, icon=":material/description:", key=f"place-{key}", expanded=is_open):
        if first.boxes:
            show_picture(first.document, first.page, [first.statement], name=place, is_cropped=True)
        else:
            show_text(visit, passages)
        read = why(first.rule, visit.language)
        if read:
            st.caption(f"{visit.say('why_read')}: {escaped(read)}")
        st.page_link(
            visit.pages["documents"],
            label=visit.say("open_document"),
            icon=":material/open_in_full:",
            query_params=visit.address(**document_address(first.document, first.page, first.statement)),
        )


def page_name(visit: Visit, title: str, page: int) -> str:
    """What a page of a document is called."""
    return f"{title}, {visit.say('page', page=page)}"


def show_picture(document: str, page: int, statements: Sequence[str], *, name: str, is_cropped: bool = False) -> None:
    """The page's picture with the statements marked; `name` is for those who do not see it."""
    source = escape(image_link(document, page, statements, is_cropped=is_cropped))
    kind = "svod-page svod-crop" if is_cropped else "svod-page"
    st.html(f'<img class="{kind}" src="{source}" alt="{escape(name)}">')


def show_text(visit: Visit, passages: Sequence[Evidence]) -> None:
    """The passages of one page of a text or HTML document, in the text around them."""
    first = passages[0]
    document = visit.snapshot.document(first.document)
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
