"""One run of the page: what it reads, in which language, and where its other screens are."""

from collections.abc import Mapping
from dataclasses import dataclass

from streamlit.navigation.page import Page

from graph.snapshot import Snapshot
from ontology import compress, expand
from ui.texts import Language, text
from ui.translating import told


@dataclass(frozen=True, slots=True)
class Visit:
    """What every screen is given; `as_of` is the day of the past that is looked at, None for the present."""

    snapshot: Snapshot
    language: Language
    pages: Mapping[str, Page]
    as_of: str | None = None

    def say(self, key: str, **values: object) -> str:
        """A text of the page, filled in."""
        return text(key, self.language).format(**values)

    def told(self, said: object) -> str:
        """What the library says in English (an error, a finding), in the reader's language."""
        return told(str(said), self.language)

    def short(self, iri: str) -> str:
        """The id below the base, or a CURIE."""
        return compress(iri, self.snapshot.base)

    def label(self, identifier: str) -> str:
        """What people call the thing."""
        return self.snapshot.label(expand(identifier, self.snapshot.base), self.language)

    def address(self, **given: object) -> dict[str, str]:
        """Query parameters for another screen; the language and the day go along."""
        along = {"lang": self.language} | ({"as-of": self.as_of} if self.as_of else {})
        return {key: str(value) for key, value in given.items() if value is not None} | along
