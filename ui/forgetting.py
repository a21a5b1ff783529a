"""What the server keeps in memory of documents and their answers, given up once something is erased."""

import streamlit as st

from ui.images import rendered


def forget() -> None:
    """Drop the pictures of pages and all that the page worked out: a past day is shown from it by its old number."""
    rendered.cache_clear()
    st.cache_data.clear()
