"""What the tests of understanding share: a text in, its mentions out."""

import hashlib
from collections.abc import Callable
from typing import Literal

import pytest

from ingest.document import Document, Page
from nlp import annotate
from nlp.mention import Mention

Find = Callable[..., list[Mention]]


def document(text: str, language: Literal["ru", "en"] = "ru") -> Document:
    """A plain text as it would have been read: one page, its own characters."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document("text.txt", digest, "text/plain", "text", language, text, (Page(1, 0, 0, 0, len(text)),))


@pytest.fixture(scope="session")
def find() -> Find:
    """`find(text, *types, language="ru")`: the mentions of these types (of all without types) of the whole pipeline."""

    def run(text: str, *types: str, language: Literal["ru", "en"] = "ru") -> list[Mention]:
        mentions: list[Mention] = annotate(document(text, language))._.mentions
        return [mention for mention in mentions if not types or mention.type in types]

    return run
