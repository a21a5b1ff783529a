"""A citation as the text writes it."""

from ingest.record import record


@record
class Citation:
    """One act cited at `start:end`, with what a list shares filled in.

    `type` is the type word's name, `kind` a kind of `data/README.md`, `date` an ISO day, `issuer` as written with
    blanks collapsed, `level` the level of power it belongs to, `articles` like "п.7 ст.17". `name` and `slug` belong
    to codes and constitutions. `is_own` marks the document's own act, in its header or on its annex line.
    """

    start: int
    end: int
    type: str
    kind: str
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    level: str | None = None
    articles: tuple[str, ...] = ()
    title: str | None = None
    name: str | None = None
    slug: str | None = None
    subtype: str | None = None
    is_own: bool = False
    is_typed: bool = True
