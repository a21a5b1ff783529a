"""Who decides: the librarian's name, asked for once, kept in a cookie of the browser and with every decision."""

import json
import secrets
from collections.abc import Mapping
from urllib.parse import quote, unquote, urlsplit

import streamlit as st

from ui.desk import desk
from ui.views.evidence import escaped
from ui.views.visit import Visit

COOKIE = "svod-librarian"
KEPT = 400 * 24 * 3600  # seconds: as long as browsers keep a cookie at most
LONGEST = 80  # characters of a name
HERE = frozenset({"localhost", "127.0.0.1", "::1"})
FORWARDED = ("x-forwarded-for", "forwarded", "x-real-ip")
"""Headers of proxies: who comes through one may be anyone."""


def librarian() -> str:
    """The name that decisions are kept under, "" where none was given yet."""
    return str(st.session_state.get(COOKIE) or unquote(st.context.cookies.get(COOKIE, "")))[:LONGEST]


def is_at_hand(headers: Mapping[str, str], peer: str | None) -> bool:
    """Whether a request comes from this machine's own browser: by its headers, their names in small letters, and by
    the address at the other end, None of this machine. Who is elsewhere can write any `Host`.

    >>> is_at_hand({"host": "localhost:8765"}, None), is_at_hand({"host": "svod.example.org"}, None)
    (True, False)
    >>> is_at_hand({"host": "localhost:8765"}, "192.0.2.7")
    False
    """
    host = urlsplit(f"//{headers.get('host', '')}").hostname
    return peer is None and host in HERE and not any(name in headers for name in FORWARDED)


def sign(visit: Visit, place: str = "") -> str:
    """The line that says who decides, or asks; each place of a screen that signs has its own name. Comes back with
    the librarian's name, "" where nobody may decide now."""
    if visit.as_of:
        st.info(visit.say("past_is_past"), icon=":material/history:")
        return ""
    headers = {name.lower(): value for name, value in st.context.headers.items()}
    if not is_at_hand(headers, st.context.ip_address) and not st.session_state.get("svod-key"):
        ask_key(visit, place)
        return ""
    name = librarian()
    if not name:
        with st.container(border=True, key=f"svod-sign{place}"):
            st.markdown(f"**{visit.say('sign_title')}** {visit.say('sign_hint')}")
            ask_name(visit, "", place)
        return ""
    keep(name)
    with st.container(horizontal=True, vertical_alignment="center", key=f"svod-signed{place}"):
        st.caption(escaped(visit.say("signed_as", name=name)))
        with st.popover(visit.say("sign_change"), type="tertiary"):
            ask_name(visit, name, place)
    return name


def ask_name(visit: Visit, known: str, place: str) -> None:
    """The field for the name."""
    with st.form(f"sign{place}-{known}", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        given = st.text_input(visit.say("sign_name"), value=known, max_chars=LONGEST, autocomplete="name")
        if st.form_submit_button(visit.say("sign_save"), type="primary") and given.strip():
            st.session_state[COOKIE] = " ".join(given.split())
            st.rerun()


def ask_key(visit: Visit, place: str) -> None:
    """The field for the server's token."""
    with st.container(border=True), st.form(f"key{place}", border=False):
        st.markdown(visit.say("sign_key_hint"))
        given = st.text_input(visit.say("sign_key"), type="password")
        if st.form_submit_button(visit.say("sign_save")) and given:
            if secrets.compare_digest(given.strip().encode(), desk().token.encode()):
                st.session_state["svod-key"] = True
                st.rerun()
            st.error(visit.say("sign_key_wrong"))


def keep(name: str) -> None:
    """Let the browser remember the name."""
    if unquote(st.context.cookies.get(COOKIE, "")) == name:
        return
    cookie = f"{COOKIE}={quote(name)}; path=/; max-age={KEPT}; SameSite=Strict"
    st.html(f"<script>document.cookie = {json.dumps(cookie)}</script>", unsafe_allow_javascript=True)
