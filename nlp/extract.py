"""Everything that was understood of one document."""

from ingest.document import Document
from ingest.record import record
from nlp.entity import Entity
from nlp.mention import Mention
from nlp.statement import Statement


@record
class Extract:
    """A document with its mentions (in order of place), its entities (each id once) and its statements (each once)."""

    document: Document
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
