"""Centres for cluster development taken together, where a title speaks of them by a name of the vocabulary."""

import re
from collections.abc import Iterator
from functools import cache

from ingest.document import Block, Document
from nlp.mention import Mention
from ontology.vocabulary import vocabulary


def find_centres(document: Document, title: Block) -> Iterator[Mention]:
    """The first of the vocabulary's centres that a title names in full, as a mention with its id."""
    for id_, pattern in _names():
        match = pattern.search(document.text, title.start, title.end)
        if match is not None:
            yield Mention(
                "CentreForClusterDevelopment",
                match.start(),
                match.end(),
                match[0],
                id_,
                {"name": match[0]},
                rule="title",
            )
            return


@cache
def _names() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The names of two words and more: an abbreviation in a title may be anyone's."""
    found = []
    for centre in vocabulary().centres:
        names = sorted((name for name in centre.names if " " in name), key=len, reverse=True)
        words = "|".join(r"\s+".join(map(re.escape, name.split())) for name in names)
        found.append((centre.id, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)))
    return tuple(found)
