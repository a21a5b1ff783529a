"""Under which numbers an organization is registered."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ingest.document import Cell, Span, Table
from nlp.entity import Entity
from nlp.mention import Mention
from nlp.registration import CHECKS, LABELS, NUMBERS
from nlp.relations.reading import Finding, Reading, evidence, span_of
from nlp.statement import Statement, Value
from nlp.triggers import numbers

BODIES = ("Organization", "Authority", "ManagementOrganization")
NAMED = (*BODIES, "Person", "Cluster", "Programme", "CentreForClusterDevelopment")
"""What ends the words behind an organization's name: another name."""
FARTHEST = 300
"""Characters between the name and the number's label."""
COLON = re.compile(r"[\s:№–—-]*")
BESIDE = re.compile(
    r"\b(?:ИНН|КПП|ОГРН|ОКПО|ОКВЭД2?|ОКАТО|ОКТМО|INN|KPP|OGRN|TIN|PSRN)\b|[\d./]+|\b(?:(?:юридический|фактический"
    r"|почтовый)\s+)?адрес\b|\bместо\s+нахождения\b|\bтел(?:ефон|\.)?|\be-?mail\b|\bсайт\b|\b(?:legal\s+)?address\b"
    r"|\bphone\b|\bг\.",
    re.IGNORECASE,
)
"""What may stand between: other numbers and contacts with their labels."""
LONG = 10  # digits: the shortest of these numbers
FILLING = re.compile(r"[\s,;:().|«»\"“”/№–—-]*")


def registered_under(reading: Reading) -> Iterator[Finding]:
    """Behind the organization's name, or in its row of a table, stands the number under which it is registered."""
    if not any(end - start >= LONG for start, end in numbers(reading.document.text)):  # most documents hold none
        return
    yield from _behind_names(reading)
    yield from _in_tables(reading)


def _behind_names(reading: Reading) -> Iterator[Finding]:
    text = reading.document.text
    bodies = sorted(reading.of_type(*BODIES), key=lambda found: (found[1].end, -found[1].start))
    ends = [mention.end for _, mention in bodies]
    for predicate, label in LABELS.items():
        for match in label.finditer(text):
            gap = COLON.match(text, match.end())
            number = NUMBERS[predicate].match(text, gap.end() if gap else match.end())
            at = bisect_left(ends, match.start() + 1) - 1
            if number is None or at < 0 or not _is_behind(reading, bodies[at][1], match.start()):
                continue
            index, mention = bodies[at]
            yield from _statement(reading.links[index], predicate, number, mention, Span(*match.span()))


def _is_behind(reading: Reading, body: Mention, end: int) -> bool:
    """Whether nothing but numbers and contacts stands between the name and `end`."""
    if end - body.end > FARTHEST:
        return False
    between = Span(body.end, end)
    if reading.inside(between, *NAMED):
        return False
    text = list(reading.text(between))
    for _, mention in reading.inside(between, "Contact", "Settlement", "Region"):
        for at in range(mention.start - body.end, mention.end - body.end):
            text[at] = " "
    return FILLING.fullmatch(BESIDE.sub(" ", "".join(text))) is not None


def _in_tables(reading: Reading) -> Iterator[Finding]:
    for table in reading.document.tables:
        heads = [cell for cell in table.cells if cell.row == 0 and cell.start < cell.end]
        for head, predicate in ((head, known) for head in heads for known in LABELS):
            if LABELS[predicate].fullmatch(reading.words(Span(head.start, head.end))):
                yield from _in_column(reading, table, head, predicate)


def _in_column(reading: Reading, table: Table, head: Cell, predicate: str) -> Iterator[Finding]:
    for cell in table.cells:
        number = NUMBERS[predicate].search(reading.document.text, cell.start, cell.end)
        if number is None or cell.column != head.column or cell.row == head.row:
            continue
        named = _named_in_row(reading, [one for one in table.cells if one.row == cell.row])
        if named is not None:
            index, mention = named
            yield from _statement(reading.links[index], predicate, number, mention, Span(head.start, head.end))


def _named_in_row(reading: Reading, cells: Sequence[Cell]) -> tuple[int, Mention] | None:
    """The organization that a row is of: the longest name of the one cell that has any."""
    found = [reading.inside(Span(cell.start, cell.end), *BODIES) for cell in cells]
    named = [mentions for mentions in found if mentions]
    return max(named[0], key=lambda one: one[1].end - one[1].start) if len(named) == 1 else None


def _statement(
    body: Entity, predicate: str, number: re.Match[str], mention: Mention, label: Span
) -> Iterator[Statement]:
    if CHECKS[predicate](number[0]):
        value = Value(number[0], "xsd:string", as_written=number[0])
        passages = evidence(Span(*number.span()), subject=span_of(mention), label=label)
        yield Statement(body.id, predicate, value, passages, "registered_under")
