"""A quote with its place in words, where the place cannot be opened: of a document that waits or has left."""

from html import escape

import streamlit as st

from ui.views.visit import Visit


def show_quote(visit: Visit, quote: str, document: str, page: int) -> None:
    """The words, and below them the document and the page."""
    place = f"{document}, {visit.say('page', page=page)}"
    st.html(
        f'<blockquote class="svod-quote">{escape(" ".join(quote.split()))}'
        f'<div class="svod-place">{escape(place)}</div></blockquote>'
    )
