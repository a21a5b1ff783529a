"""What the library says of a document or of a refusal, in the language of the page.

The rooms below say it in English, and so it is kept and sent; each lists its sentences in Russian (`ingest/russian.py`,
`graph/russian.py`). A sentence is found again by its words, its values are put into the Russian one.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache

from graph.russian import SENTENCES as OF_GRAPH
from ingest.russian import SENTENCES as OF_INGEST
from ui.texts import Language

BLANK = re.compile(r"\{(!r)?\}")
QUOTED = r"""('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""  # as `repr` writes a text
BETWEEN = re.compile(r"(?<=\.) (?=[A-Z])")


def told(said: str, language: Language) -> str:
    """What was said in English, in the reader's language; what no room lists stays as it was said.

    >>> told("no thing in the library is 'person/ivanov'", "ru")
    'предмета «person/ivanov» в библиотеке нет'
    >>> told("Page 3 was left out: page 3 cannot be opened (bad font). Page 4 is green.", "ru")
    'Страница 3 пропущена: страница 3 не открывается (bad font). Page 4 is green.'
    """
    return said if language == "en" else in_russian(said)


def in_russian(said: str) -> str:
    """Sentence by sentence in Russian; as a whole where no sentence is listed for itself."""
    sentences = BETWEEN.split(said)
    told_ = [_translated(sentence) for sentence in sentences]
    if not any(told_):
        return _translated(said) or said
    return " ".join(russian or sentence for russian, sentence in zip(told_, sentences, strict=True))


def _translated(said: str) -> str | None:
    """A sentence that is listed, its values translated where they are listed too."""
    for pattern, russian in _listed():
        found = pattern.fullmatch(said)
        if found:
            return russian.format(*map(_value, found.groups()))
    return None


def _value(text: str) -> str:
    """A value as the page shows it: without the quotes of Python, in Russian where it is a sentence of its own."""
    if re.fullmatch(QUOTED, text):
        text = str(ast.literal_eval(text))
    return _translated(text) or text


@cache
def _listed() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Every sentence as a pattern, those with the most words of their own first: they say best what is said."""
    listed = {**OF_INGEST, **OF_GRAPH}
    order = sorted(listed, key=lambda english: len(BLANK.sub("", english)), reverse=True)
    return tuple((re.compile("".join(_pieces(english)), re.DOTALL), listed[english]) for english in order)


def _pieces(english: str) -> Iterator[str]:
    """The parts of a sentence's pattern: its words as they are, any text for a value."""
    end = 0
    for blank in BLANK.finditer(english):
        yield re.escape(english[end : blank.start()])
        yield QUOTED if blank[1] else "(.*?)"
        end = blank.end()
    yield re.escape(english[end:])
