"""Clusters named where only a cluster's name can stand: a field, a column, the title of a card."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from nlp.cluster_words import QUOTE, Found
from nlp.quotes import quoted_end, stripped
from nlp.spacing import joined

LABEL = re.compile(
    r"\s*(?:полное\s+|сокращ[её]нное\s+)?(?:наименование|название|имя)(?:\s+\w+){0,2}\s+кластера\s*|\s*кластер\s*"
    r"|\s*(?:full\s+|short\s+)?name\s+of\s+(?:the\s+)?cluster\s*|\s*cluster(?:\s+name)?\s*",
    re.IGNORECASE,
)
CARD = re.compile(
    r"(?:статус|специализаци\w+|менеджер|руководитель|продукция|участник\w*|год\s+создания)\s+кластера"
    r"|уровень\s+организационного\s+развития"
    r"|cluster\s+(?:status|manager|specialization|specialisation|members)"
    r"|organi[sz]ational\s+(?:development\s+)?level|level\s+of\s+organi[sz]ational",
    re.IGNORECASE,
)
NO_TITLE = re.compile(
    r"\s*(?:общ\w+\s+информаци|контакт|о\s+кластере|о\s+проекте|участник|продукци|специализаци|реестр|карт[аы]"
    r"|описани|документ|новост|general|contact|about"
    r"|description|overview|members|participants|products|specializ|registry|map\b|статус|уровень|числ|количеств"
    r"|status|level|организац|сведени|проект|(?:кластер(?:ы|ов)?|clusters?)\s*$)",
    re.IGNORECASE,
)
NO_NAME = re.compile(r"(?:итого|всего|total|in\s+all)(?!\w)", re.IGNORECASE)


def find_by_place(doc: Doc) -> Iterator[Found]:
    """What stands where only a cluster's name can: the field "Кластер", a column "Наименование кластера", a card's
    title."""
    document = doc._.document
    text = document.text
    for pair in document.pairs:
        if LABEL.fullmatch(text[pair.label.start : pair.label.end].rstrip(": \n\xa0")):
            yield from _named(text, pair.value.start, pair.value.end, "field")
    for table in document.tables:
        columns = {
            cell.column
            for cell in table.cells
            if cell.row == 0 and LABEL.fullmatch(text[cell.start : cell.end].strip())
        }
        for (row, column), (cell, *parted) in table.filled().items():
            if row and column in columns and not cell.is_header and not parted:
                yield from _named(text, cell.start, cell.end, "field")
    yield from _titles(doc)


def _titles(doc: Doc) -> Iterator[Found]:
    """The heading of a card: the nearest one before fields such as "Статус кластера"."""
    document = doc._.document
    text = document.text
    labels = {pair.label.start for pair in document.pairs}
    headings = [block for block in document.blocks if block.kind == "heading" and block.start not in labels]
    seen = set()
    for pair in document.pairs:
        if not CARD.search(text, pair.label.start, pair.label.end):
            continue
        before = [
            block for block in headings if block.end <= pair.label.start and _is_title(text[block.start : block.end])
        ]
        if before and before[-1].start not in seen:
            seen.add(before[-1].start)
            yield from _named(text, before[-1].start, before[-1].end, "card")


def _is_title(title: str) -> bool:
    return not NO_TITLE.match(title) and ":" not in title and len(title) < 200


def _named(text: str, start: int, end: int, rule: str) -> Iterator[Found]:
    written = text[start:end].strip()
    if not written or not re.search(r"[^\W\d_]{3}", written) or len(written) > 250 or NO_NAME.match(written):
        return
    begin = text.index(written, start)
    proper = ""
    opening = re.search(f"[{QUOTE}]", written)
    if opening and (close := quoted_end(written, opening.start())):
        proper = joined(stripped(written[opening.start() : close]))
        name = f"{joined(written[: opening.start()])} «{proper}»".strip() if opening.start() else proper
    else:
        name = joined(written)
    yield Found(begin, begin + len(written), name, rule, proper, 0.95)
