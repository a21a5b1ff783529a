"""What was done, when and by whom: of the whole library, or the story of one thing with its passages."""

from collections.abc import Sequence

import streamlit as st

from graph.approval import roll_back
from graph.errors import UnknownThing
from graph.log import Entry, entry_of, rollbacks
from graph.reverting import KINDS, taken_back
from graph.story import Event, Said, story
from ui.selecting import predicate_label
from ui.views.deciding import decide
from ui.views.evidence import escaped
from ui.views.paging import chosen_part
from ui.views.quotes import show_quote
from ui.views.signing import sign
from ui.views.visit import Visit
from ui.views.wording import about, moment, name_of

PART = 25  # changes on one screen
PASSAGES = 10  # of one change of a thing, on each side


def show(visit: Visit) -> None:
    """Draw the screen: the story of the thing that the address names, else of the library."""
    asked = st.query_params.get("thing")
    if asked:
        show_story(visit, asked)
        return
    st.header(visit.say("history_title"), anchor=False)
    if not visit.snapshot.commit:
        st.info(visit.say("history_none") + " " + visit.say("empty_hint"))
        return
    who = sign(visit)
    newest = visit.snapshot.commit - chosen_part(visit, visit.snapshot.commit, PART)
    numbers = range(newest, max(0, newest - PART), -1)
    shown = [entry_of(visit.snapshot.store, visit.snapshot.base, number) for number in numbers]
    back = taken_back(rollbacks(visit.snapshot.store, visit.snapshot.base))
    for entry in shown:
        if entry:
            show_entry(visit, entry, who, is_back=entry.number in back)


def show_entry(visit: Visit, entry: Entry, who: str, *, is_back: bool) -> None:
    """One change of the library, and the way back where it is one of documents and neither was nor is a rollback."""
    cause = entry.cause
    said = visit.say("by", who=cause.who, when=moment(cause.ended, visit.language))
    facts = visit.say("facts_changed", added=entry.facts_added, removed=entry.facts_removed)
    small = " · ".join(filter(None, (visit.say("change_number", number=entry.number), said, facts, cause.source)))
    with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"svod-entry-{entry.number}"):
        mark = f" :gray-badge[{visit.say('taken_back')}]" if is_back and cause.kind != "rolled back" else ""
        line = f"**{visit.say(f'done_{cause.kind}')}** {escaped(of_what(visit, cause.of))}{mark}"
        why = f": {escaped(cause.why)}" if cause.why and cause.kind == "judged" else ""
        with st.container():
            st.markdown(f"{line}{why}  \n:small[:gray[{escaped(small)}]]")
        if cause.kind in KINDS and not is_back and not cause.of.startswith("erasure/"):
            label = visit.say("take_back")
            if st.button(label, key=f"back-{entry.number}", disabled=not who, icon=":material/undo:"):
                name = str(entry.number)
                done = visit.say("was_taken_back", number=entry.number)
                decide(visit, lambda ledger: roll_back(ledger, [name], who), done)


def of_what(visit: Visit, name: str) -> str:
    """What a change was about: a decision in words, a document by its title, another change by its number."""
    if name.startswith("judgement/"):
        number = int(name.rpartition("/")[2])
        row = next((row for row in visit.snapshot.judgements.rows if row.number == number), None)
        return f"{visit.say(f'kind_{row.kind}')}: {about(visit, row)}" if row else name
    if name.startswith("commit/"):
        return visit.say("change_number", number=name.rpartition("/")[2])
    said = name_of(visit, name)
    return "" if name.startswith(("graph/", "erasure/")) or said == name else said


def show_story(visit: Visit, name: str) -> None:
    """What happened to one thing, oldest first, with the passages that came and went."""
    st.header(visit.say("history_of", name=visit.label(name)), anchor=False)
    with st.container(horizontal=True):
        if not name.startswith("document/"):
            address = visit.address(thing=name)
            st.page_link(visit.pages["thing"], label=visit.say("open_card"), query_params=address)
        st.page_link(visit.pages["history"], label=visit.say("history_whole"), query_params=visit.address())
    try:
        events = story(visit.snapshot, name)
    except UnknownThing:
        st.warning(visit.say("unknown_thing"))
        return
    for event in events:
        show_event(visit, event)


def show_event(visit: Visit, event: Event) -> None:
    """One change: what was done by whom, and both sides."""
    key = f"kind_{event.kind}" if event.judgement else f"done_{event.kind}"
    what = about(visit, event.judgement) if event.judgement else of_what(visit, event.of)
    said = visit.say("by", who=event.who, when=moment(event.when, visit.language))
    why = f" · {event.why}" if event.why and event.judgement else ""
    with st.container(border=True):
        st.markdown(f"**{visit.say(key)}** {escaped(what)}  \n:small[:gray[{escaped(said + why)}]]")
        sides = [(head, rows) for head, rows in (("went", event.went), ("came", event.came)) if rows]
        for column, (head, rows) in zip(st.columns(2) if sides else (), sides, strict=False):
            with column:
                show_said(visit, visit.say(head), rows)


def show_said(visit: Visit, head: str, rows: Sequence[Said]) -> None:
    """The passages of one side, the first of them at once."""
    st.caption(f"{head} ({len(rows)})")
    for row in rows[:PASSAGES]:
        st.markdown(escaped(f"{predicate_label(row.predicate, visit.language)} · {row.value}"))
        show_quote(visit, row.quote, visit.label(row.document), row.page)
    if len(rows) > PASSAGES:
        st.caption(f"… +{len(rows) - PASSAGES}")
