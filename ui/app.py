"""The web page: what everyone asks, and what the librarian decides. Streamlit runs this file for every visit."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import streamlit as st
from streamlit.navigation.page import Page

from graph.errors import UnknownTime
from graph.log import entry_of
from ui.desk import desk
from ui.icon import icon
from ui.texts import Language, text
from ui.translating import told
from ui.views import acts, ask, cluster, conflicts, decisions, documents, history, registry, review, thing, unsure
from ui.views import map as map_
from ui.views.deciding import say_done
from ui.views.evidence import escaped
from ui.views.style import STYLE
from ui.views.visit import Visit

LANGUAGES: dict[str, Language] = {"Русский": "ru", "English": "en"}
SCREENS: dict[str, tuple[Callable[[Visit], None], str]] = {
    # name, also the address: what draws it, and its symbol
    "ask": (ask.show, "search"),
    "registry": (registry.show, "table"),
    "map": (map_.show, "grid_view"),
    "cluster": (cluster.show, "hub"),
    "thing": (thing.show, "category"),
    "acts": (acts.show, "gavel"),
    "documents": (documents.show, "description"),
    "unsure": (unsure.show, "compare_arrows"),
    "review": (review.show, "rule"),
    "conflicts": (conflicts.show, "call_split"),
    "decisions": (decisions.show, "fact_check"),
    "history": (history.show, "history"),
}
LIBRARIAN = ("unsure", "review", "conflicts", "thing", "decisions", "history")  # under one heading
SPEAK_RUSSIAN = ("ru", "uk", "be", "kk")  # browser languages whose readers are given the Russian page


def chosen_language() -> Language:
    """The language of the address, else of this session, else of the browser."""
    asked = st.query_params.get("lang") or st.session_state.get("lang") or (st.context.locale or "ru")[:2]
    language: Language = "ru" if asked in SPEAK_RUSSIAN else "en"
    st.session_state["lang"] = language
    return language


def language_switch(language: Language) -> None:
    """The two languages at the top; a click keeps the place."""
    names = list(LANGUAGES)
    spoken = names[list(LANGUAGES.values()).index(language)]
    with st.container(key="svod-language"):
        chosen = st.segmented_control(
            text("language", language), names, default=spoken, label_visibility="collapsed", key=f"language-{language}"
        )
    if chosen and LANGUAGES[chosen] != language:
        st.session_state["lang"] = LANGUAGES[chosen]
        st.query_params["lang"] = LANGUAGES[chosen]
        st.rerun()


def bound(show: Callable[[Visit], None], visit: Visit) -> Callable[[], None]:
    """The screen as Streamlit calls it: without arguments."""

    def screen() -> None:
        show(visit)

    return screen


def main() -> None:
    """Draw one run of the page."""
    language = chosen_language()
    st.set_page_config(page_title=text("title", language), page_icon=icon(), layout="wide")
    st.html(STYLE)
    st.html(f"<script>document.documentElement.lang = '{language}'</script>", unsafe_allow_javascript=True)
    pages: dict[str, Page] = {}
    visit = asked_visit(language, pages)
    for name, (show, symbol) in SCREENS.items():
        pages[name] = st.Page(
            bound(show, visit),
            title=text(name, language),
            icon=f":material/{symbol}:",
            url_path=name,
            default=name == "ask",
        )
    screen = st.navigation(sections(visit), position="top")
    st.set_page_config(page_title=f"{screen.title} · {text('title', language)}")
    follow_address(visit, screen)
    with st.container(key="svod-top", horizontal=True, horizontal_alignment="right"):
        day_switch(visit)
        language_switch(language)
    say_done()
    if visit.as_of:
        st.info(visit.say("as_of_shown", day=visit.as_of), icon=":material/history:")
    screen.run()


def sections(visit: Visit) -> dict[str, list[Page]]:
    """The screens as the navigation shows them: those of everyone, and those of the librarian under their heading."""
    own = [page for name, page in visit.pages.items() if name in LIBRARIAN]
    return {"": [page for page in visit.pages.values() if page not in own], visit.say("librarian"): own}


def asked_visit(language: Language, pages: dict[str, Page]) -> Visit:
    """The library as it was on the day of the address, else as it is; a day that it cannot show is said."""
    day = st.query_params.get("as-of")
    try:
        return Visit(desk().snapshot(day), language, pages, day)
    except UnknownTime as error:
        st.warning(escaped(told(str(error), language)))
        return Visit(desk().snapshot(), language, pages)


def day_switch(visit: Visit) -> None:
    """The day to look at, behind a small button; an empty day is the present."""
    first = first_day()
    today = datetime.now(UTC).date()
    with st.popover(visit.as_of or visit.say("now"), icon=":material/history:"):
        shown = date.fromisoformat(visit.as_of[:10]) if visit.as_of else None
        chosen = st.date_input(visit.say("as_of"), shown, min_value=first, max_value=today, format="DD.MM.YYYY")
    wanted = chosen.isoformat() if isinstance(chosen, date) else None
    if wanted == (shown.isoformat() if shown else None):
        return
    if wanted:
        st.query_params["as-of"] = wanted
    else:
        del st.query_params["as-of"]
    st.rerun()


def first_day() -> date:
    """The day of the library's first commit: before it there is nothing to look at."""
    now = desk().snapshot()
    first = entry_of(now.store, now.base, 1)
    return datetime.fromisoformat(first.cause.ended).date() if first else datetime.now(UTC).date()


def follow_address(visit: Visit, screen: object) -> None:
    """`/?cluster=…` and `/?document=…` lead to their screens."""
    if screen is not visit.pages["ask"]:
        return
    for name, key in (("cluster", "cluster"), ("documents", "document"), ("thing", "thing")):
        if key in st.query_params:
            st.switch_page(visit.pages[name], query_params=st.query_params.to_dict())


main()
