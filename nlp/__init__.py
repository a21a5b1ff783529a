"""A document in, what it states out: `annotate` finds what the text names, `state` what it says of it.

`Extract` is the result, `to_json` one line of `svod extract`, `EXTRACTOR` the version that decides what is read anew.
spaCy is loaded by the first call, so that those who only read a library never wait for it.
"""

from typing import TYPE_CHECKING

from ingest.document import Document
from nlp.extract import Extract
from nlp.jsonlines import to_json
from nlp.version import EXTRACTOR

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["EXTRACTOR", "Extract", "annotate", "state", "to_json"]


def annotate(document: Document) -> "Doc":
    """The document as a spaCy `Doc`, its mentions in `doc._.mentions` and in span groups named after the steps."""
    from nlp.steps import annotate as run

    return run(document)


def state(doc: "Doc") -> Extract:
    """The entities and statements of an annotated document, with the passages they rest on."""
    from nlp.stating import state as run

    return run(doc)
