"""Taking names out of texts: each letter gives way to a block, so that every offset and box stays true."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import permutations
from typing import Any

from graph.edition import Edition
from graph.questions.words import Word, words
from ingest.document import Document, Span
from ingest.passage import Passage
from nlp.entity import Entity
from nlp.mention import Attribute, Mention
from nlp.statement import Statement, Value

BLOCK = "█"
LONGEST = 5  # words of a name that are compared in any order: more are compared as they stand alone
STEM, ENDING = 3, 3  # letters that two forms of a name share at least, and those in which they may differ


@dataclass(frozen=True)
class Redaction:
    """What is taken out: `names` wherever they stand, in any letter case and any of their word forms, whatever the
    white space between; `entities`, ids of document-local things below the base, with all that is said of them."""

    names: tuple[str, ...]
    entities: frozenset[str] = frozenset()

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        forms = sorted({" ".join(name.split()) for name in self.names if name.strip()}, key=len, reverse=True)
        if not forms:
            return None
        parts = [r"[\s\u00a0.]*\s*".join(map(re.escape, form.split())) for form in forms]
        return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)

    @cached_property
    def _names(self) -> Mapping[int, tuple[tuple[Word, ...], ...]]:
        """The names of several words, by their number."""
        found: dict[int, dict[tuple[str, ...], tuple[Word, ...]]] = {}
        for name in self.names:
            read = words(name)
            if 1 < len(read) <= LONGEST:
                found.setdefault(len(read), {})[tuple(word.text.casefold() for word in read)] = read
        return {size: tuple(names.values()) for size, names in found.items()}

    def spans(self, text: str) -> list[Span]:
        """Where the names stand.

        >>> Redaction(("Иванов Иван",)).spans("Встретили Ивана  Иванова.")
        [Span(start=10, end=24)]
        """
        found = [Span(*match.span()) for match in self._pattern.finditer(text)] if self._pattern else []
        if self._names:
            read = words(text)
            for size, names in self._names.items():
                for at in range(len(read) - size + 1):
                    part = read[at : at + size]
                    if any(_is_name(part, name) for name in names):
                        found.append(Span(part[0].start, part[-1].end))
        return found

    def clean(self, text: str) -> str:
        """A text without the names.

        >>> Redaction(("Иванов Иван",)).clean("ИВАНОВ ИВАН, директор")
        '██████ ████, директор'
        """
        return blocked(text, self.spans(text))


def _is_name(part: Sequence[Word], name: Sequence[Word]) -> bool:
    """Whether these words are those of a name, in any order and any of their forms."""
    return any(all(map(_is_form, part, order)) for order in permutations(name))


def _is_form(one: Word, other: Word) -> bool:
    """Whether two words are forms of one: by the dictionary, or by all but their endings."""
    if one.forms & other.forms:
        return True
    left, right = one.text.casefold().replace("ё", "е"), other.text.casefold().replace("ё", "е")
    stem = next(
        (at for at, pair in enumerate(zip(left, right, strict=False)) if len(set(pair)) > 1), min(len(left), len(right))
    )
    return stem >= STEM and max(len(left), len(right)) - stem <= ENDING


def blocked(text: str, spans: Iterable[Span]) -> str:
    """The text with blocks for the letters and digits of the spans; white space stays."""
    letters = list(text)
    for span in spans:
        for at in range(span.start, min(span.end, len(letters))):
            if not letters[at].isspace():
                letters[at] = BLOCK
    return "".join(letters)


def redacted(edition: Edition, redaction: Redaction) -> Edition | None:
    """An edition without the names and the things that are taken out; None where it holds none of them."""
    gone = _gone(edition, redaction)
    spans = _spans(edition, redaction, gone)
    if not spans and not gone and redaction.clean(edition.document.title) == edition.document.title:
        return None
    old, extract = edition.document, edition.extract
    document = replace(old, text=blocked(old.text, spans), title=redaction.clean(old.title))
    statements = [s for s in extract.statements if s.subject not in gone and s.object not in gone]
    kept = replace(
        extract,
        document=document,
        mentions=tuple(_mention(m, document, redaction) for m in extract.mentions if not _covers(spans, m)),
        entities=tuple(_entity(e, redaction) for e in extract.entities if e.id not in gone),
        statements=tuple(_statement(s, redaction) for s in statements),
    )
    passages = {span: tuple(_passage(p, document) for p in found) for span, found in edition.passages.items()}
    return replace(edition, extract=kept, passages=passages, source=redaction.clean(edition.source))


def _gone(edition: Edition, redaction: Redaction) -> frozenset[str]:
    """The local things that go: those named, and what has one of them as a part (memberships)."""
    local = {entity.id for entity in edition.extract.entities if entity.is_local}
    own = redaction.entities & local
    own |= {
        e.id for e in edition.extract.entities if e.type == "svod:Person" and redaction.spans(e.name) and e.is_local
    }
    parts = {s.subject for s in edition.extract.statements if s.predicate == "org:member" and s.object in own}
    return frozenset(own | (parts & local))


def _spans(edition: Edition, redaction: Redaction, gone: Collection[str]) -> list[Span]:
    """Where the names stand, every mention of what goes, and the values said of it: its telephone, its address."""
    spans = redaction.spans(edition.document.text)
    for entity in edition.extract.entities:
        if entity.id in gone and entity.type == "svod:Person":
            spans += entity.spans
    for statement in edition.extract.statements:
        if statement.subject in gone and isinstance(statement.object, Value) and statement.predicate != "svod:roleName":
            spans += [evidence.span for evidence in statement.evidence if evidence.role == "value"]
    return spans


def _covers(spans: Sequence[Span], mention: Mention) -> bool:
    """Whether a mention is of nothing but what is taken out."""
    return any(span.start <= mention.start and mention.end <= span.end for span in spans)


def _mention(mention: Mention, document: Document, redaction: Redaction) -> Mention:
    text = document.text[mention.start : mention.end]
    return replace(mention, text=text, attributes={n: _attribute(v, redaction) for n, v in mention.attributes.items()})


def _attribute(value: Attribute, redaction: Redaction) -> Any:
    if isinstance(value, str):
        return redaction.clean(value)
    if isinstance(value, tuple):
        return tuple(_attribute(item, redaction) for item in value)
    if isinstance(value, Mapping):
        return {name: _attribute(item, redaction) for name, item in value.items()}
    return value


def _entity(entity: Entity, redaction: Redaction) -> Entity:
    aliases = tuple(map(redaction.clean, entity.aliases))
    return replace(entity, name=redaction.clean(entity.name), normal=redaction.clean(entity.normal), aliases=aliases)


def _statement(statement: Statement, redaction: Redaction) -> Statement:
    value = statement.object
    if not isinstance(value, Value):
        return statement
    written = value.as_written and redaction.clean(value.as_written)
    return replace(statement, object=replace(value, value=redaction.clean(value.value), as_written=written))


def _passage(passage: Passage, document: Document) -> Passage:
    page = document.pages[passage.page - 1]
    return replace(passage, quote=document.page_text(page)[passage.start : passage.end])
