"""Terms as text, and a person's words as a value of the kind that stands there."""

import re

from pyoxigraph import Literal, NamedNode

from graph.errors import JudgementError
from graph.plain import Term
from ontology.iri import NAMESPACE, compress, expand

_LITERAL = re.compile(r'"(.*)"(?:@([A-Za-z0-9-]+)|\^\^<([^<>]+)>)', re.DOTALL)
_FORMS = {
    "integer": re.compile(r"[+-]?\d+"),
    "decimal": re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)"),
    "gYear": re.compile(r"-?\d{4,}"),
    "gYearMonth": re.compile(r"-?\d{4,}-\d\d"),
    "date": re.compile(r"-?\d{4,}-\d\d-\d\d"),
    "boolean": re.compile(r"true|false|1|0"),
    "anyURI": re.compile(r"\S+"),
}
"""The lexical forms of XML Schema Part 2 that statements use; every other datatype takes any text."""


def text_of(term: Term, base: str) -> str:
    """A term as text: an id below the base, else the IRI; of a literal, its text in quotes with datatype or language.

    >>> text_of(Literal("27"), "http://x/"), text_of(NamedNode("http://x/region/RU-PER"), "http://x/")
    ('"27"^^<http://www.w3.org/2001/XMLSchema#string>', 'region/RU-PER')
    """
    if isinstance(term, NamedNode):
        return compress(term.value, base)
    return f'"{term.value}"' + (f"@{term.language}" if term.language else f"^^<{term.datatype.value}>")


def term_of(text: str, base: str) -> Term:
    """The term that `text_of` was given.

    >>> term_of(text_of(Literal("Пермь", language="ru"), ""), "").language
    'ru'
    """
    found = _LITERAL.fullmatch(text)
    if found is None:
        return NamedNode(expand(text, base))
    value, language, datatype = found.groups()
    return Literal(value, language=language) if language else Literal(value, datatype=NamedNode(datatype))


def is_literal(text: str) -> bool:
    """Whether the text is that of a literal with its datatype or language.

    >>> is_literal('"27"@en'), is_literal('"27"'), is_literal("region/RU-PER")
    (True, False, False)
    """
    return _LITERAL.fullmatch(text) is not None


def like(old: Literal, text: str) -> Literal:
    """A person's words as a literal of the same datatype and language. Raises JudgementError where they are none.

    >>> like(Literal("26", datatype=NamedNode(expand("xsd:integer"))), " 27 ").value
    '27'
    """
    if is_literal(text):
        return term_of(text, NAMESPACE)  # type: ignore[return-value]  # is_literal has seen to it
    words = " ".join(text.split())
    if not words:
        raise JudgementError("a value is needed: an empty one corrects nothing")
    if old.language:
        return Literal(words, language=old.language)
    kind = old.datatype.value.rpartition("#")[2]
    form = _FORMS.get(kind)
    if form is not None and not form.fullmatch(words):
        raise JudgementError(f"{text!r} is no {kind}, which {old.value!r} is: give a value like it")
    return Literal(words, datatype=old.datatype)
