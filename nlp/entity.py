"""A thing as one document gives it."""

from ingest.document import Span
from ingest.record import record


@record
class Entity:
    """A thing as one document gives it.

    `id` is an IRI below the base: the natural key where there is one (`act/ru/federal-law/2014-12-31/488-fz`,
    `region/RU-PER`), else local to the document (`document/<16 hex>/entity/<16 hex>`). `type` is a class CURIE
    (`svod:Cluster`). `name` is the best form the document gives, in `language`; `aliases` are its other forms;
    `normal` is the name in the form that resolution compares (see `nlp/linking.py`). `spans` are its mentions.
    """

    id: str
    type: str
    name: str
    language: str
    normal: str
    aliases: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()

    @property
    def is_local(self) -> bool:
        """Whether the thing is known by this document's words alone."""
        return self.id.startswith("document/") and "/entity/" in self.id
