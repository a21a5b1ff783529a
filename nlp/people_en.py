"""People in English text."""

from spacy.tokens import Doc
from nlp.mention import Mention


def find_english(doc: Doc) -> list[Mention]:
    return []
