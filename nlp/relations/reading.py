"""What a rule sees of a document, and how it says what it read."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from ingest.document import Document, Span
from nlp.entity import Entity
from nlp.linking import UNLINKED, link
from nlp.mention import Mention
from nlp.outline import Outline, flat, outline_of
from nlp.statement import Evidence, Role, Statement

Finding = Entity | Statement
"""What a rule gives: statements, and the things that no mention names (a membership, a value of a card's field)."""

Rule = Callable[["Reading"], Iterable[Finding]]
"""A rule of `nlp/relations`. Its name is the `rule` of its statements, its docstring the answer to "why"."""


@dataclass(frozen=True, eq=False)
class Reading:
    """A document with its mentions (in order of place) and the entity of each, by the mention's index."""

    doc: Doc
    document: Document
    mentions: Sequence[Mention]
    links: Mapping[int, Entity]

    @classmethod
    def of(cls, doc: Doc) -> "Reading":
        """The reading of an annotated document."""
        mentions = tuple(sorted(doc._.mentions, key=lambda mention: (mention.start, -mention.end, mention.type)))
        return cls(doc, doc._.document, mentions, link(doc._.document, mentions))

    @cached_property
    def outline(self) -> Outline:
        """The document's blocks and titles."""
        return outline_of(self.document)

    @cached_property
    def sentences(self) -> Sequence[Span]:
        """The document's sentences, in order."""
        return tuple(self.doc._.sentences)

    @cached_property
    def _indexes(self) -> Mapping[str, tuple[list[int], list[int]]]:
        by_type: dict[str, tuple[list[int], list[int]]] = {}
        for index, mention in enumerate(self.mentions):
            if index not in self.links and mention.type not in UNLINKED:
                continue  # too vague to be a thing
            starts, indexes = by_type.setdefault(mention.type, ([], []))
            starts.append(mention.start)
            indexes.append(index)
        return by_type

    def of_type(self, *types: str) -> Iterator[tuple[int, Mention]]:
        """The mentions of these types that say enough to be a thing, with their indexes, in order of place."""
        indexes = sorted(index for type_ in types for index in self._indexes.get(type_, ([], []))[1])
        return ((index, self.mentions[index]) for index in indexes)

    def inside(self, span: Span, *types: str) -> list[tuple[int, Mention]]:
        """The mentions of these types that lie within `span`, with their indexes, in order of place."""
        found = []
        for type_ in types:
            starts, indexes = self._indexes.get(type_, ([], []))
            for at in range(bisect_left(starts, span.start), len(starts)):
                if starts[at] >= span.end:
                    break
                if self.mentions[indexes[at]].end <= span.end:
                    found.append(indexes[at])
        return [(index, self.mentions[index]) for index in sorted(found)]

    def sentences_with(self, *types: str) -> set[int]:
        """The numbers of the sentences in which a mention of one of these types lies."""
        found = set()
        for _, mention in self.of_type(*types):
            at = bisect_right(self._sentence_starts, mention.start) - 1
            if at >= 0 and mention.end <= self.sentences[at].end:
                found.add(at)
        return found

    @cached_property
    def _sentence_starts(self) -> Sequence[int]:
        return [sentence.start for sentence in self.sentences]

    def has(self, *types: str) -> bool:
        """Whether the document holds a mention of every one of these types."""
        return all(type_ in self._indexes for type_ in types)

    def words(self, span: Span) -> str:
        """The text at `span`, blanks collapsed, markup left out."""
        return flat(self.document.text[span.start : span.end])

    def text(self, span: Span) -> str:
        """The text at `span` as it stands."""
        return self.document.text[span.start : span.end]


def span_of(mention: Mention) -> Span:
    """Where a mention stands."""
    return Span(mention.start, mention.end)


def evidence(
    value: Span, *, subject: Span | None = None, label: Span | None = None, context: Span | None = None
) -> tuple[Evidence, ...]:
    """The passages of a statement, the value's first; those that lie within the value are left out."""
    others: tuple[tuple[Role, Span | None], ...] = (("subject", subject), ("label", label), ("context", context))
    rest = [Evidence(role, span) for role, span in others if span is not None and span != value]
    return (Evidence("value", value), *rest)
