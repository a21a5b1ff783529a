"""Taking a document out of the library, and erasing a document or a person for good."""

from collections.abc import Callable

import streamlit as st

from graph.erasure import erase_document, erase_person
from graph.ledger import Ledger
from graph.log import Mandate
from ui.forgetting import forget
from ui.thing import Thing
from ui.views.deciding import decide
from ui.views.signing import sign
from ui.views.things import named
from ui.views.visit import Visit


def show_removal(visit: Visit, document: str) -> None:
    """The two ways out for a document, each with what it means."""
    with st.expander(visit.say("removal"), icon=":material/delete:", key=f"removal-{document}"):
        who = sign(visit)
        left, right = st.columns(2, border=True)
        with left:
            st.markdown(f"**{visit.say('withdraw')}**  \n{visit.say('withdraw_hint')}")
            if st.button(visit.say("withdraw"), disabled=not who, icon=":material/archive:"):
                leave(visit, lambda ledger: ledger.withdraw(document, Mandate(who)), visit.say("was_withdrawn"))
        with right:
            show_erase(visit, document, lambda ledger: erase_document(ledger, document, who), who)


def leave(visit: Visit, change: Callable[[Ledger], object], done: str) -> None:
    """Make the change that takes the document of this address away."""
    address = st.query_params.to_dict()
    for name in ("document", "page", "statement"):
        st.query_params.pop(name, None)
    decide(visit, change, done)
    st.query_params.update(address)  # refused: the document is still here


def show_erase(visit: Visit, name: str, change: Callable[[Ledger], object], who: str) -> None:
    """The warning, the word to be typed, and the button that it unlocks."""
    is_person = not name.startswith("document/")
    hint = visit.say("erase_person_hint" if is_person else "erase_document_hint")
    st.markdown(f"**{visit.say('erase')}**")
    st.warning(hint, icon=":material/warning:")
    word = visit.say("erase_word")
    with st.form(f"erase-{name}", border=False):
        typed = st.text_input(visit.say("erase_type", word=word), autocomplete="off")
        sent = st.form_submit_button(visit.say("erase"), disabled=not who, icon=":material/delete_forever:")
    refused = f"erase-refused-{name}"  # kept, for the page may be drawn again at once
    if sent:
        st.session_state[refused] = typed.strip() != word
    if sent and not st.session_state[refused]:
        leave(visit, lambda ledger: erased(ledger, change), visit.say("was_erased"))
    if st.session_state.get(refused):
        st.error(visit.say("erase_type", word=word))


def erased(ledger: Ledger, change: Callable[[Ledger], object]) -> None:
    """Erase, and forget what the page keeps in memory of what is erased."""
    change(ledger)
    forget()


def show_erase_person(visit: Visit, thing: Thing, who: str) -> None:
    """Every thing that goes by the person's name has to go with it: they are named, so that all can be chosen."""
    others = {id_: name for id_, name in named(visit, ["svod:Person"]).items() if id_ != thing.id}
    also = st.multiselect(
        visit.say("erase_also"),
        list(others),
        placeholder=visit.say("choose"),
        format_func=lambda id_: others[id_],
        key=f"also-{thing.id}",
    )
    names = [thing.id, *also]
    show_erase(visit, thing.id, lambda ledger: erase_person(ledger, names, who), who)
