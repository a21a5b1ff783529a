"""Documents in a few words, for tests of the ledger."""

import hashlib
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from graph.edition import Edition, edition_key
from graph.ledger import Ledger
from graph.library import Library, create, open_library
from ingest.document import Document, Page, Span
from ingest.passage import Passage
from nlp.entity import Entity
from nlp.extract import Extract
from nlp.linking import name_by_title
from nlp.mention import Attribute, Mention
from nlp.normal import normal_name
from nlp.statement import Evidence, Qualifiers, Statement, Value

TYPES = {
    "cluster": "svod:Cluster",
    "organization": "svod:Organization",
    "manager": "svod:ManagementOrganization",
    "person": "svod:Person",
    "observation": "svod:Observation",
    "membership": "svod:Membership",
    "region": "svod:Region",
    "act": "svod:LegalAct",
    "law": "svod:LegalAct",
    "specialization": "svod:Specialization",
}
Row = tuple[str, ...]
Draft = Callable[..., Edition]


@pytest.fixture(scope="session")
def draft() -> Draft:
    """Makes an edition: `draft("a.txt", [("cluster:А", "schema:location", "region/RU-PER")])`.

    `cluster:А` is a thing local to the document, `law:О пользе` a law named by its title alone, `region/RU-PER` one of
    natural key, `=12` a number, `"…` a text. A fourth word is the modality. Each local thing that has a name is given
    it as label. `salt` makes other bytes.
    """
    return _draft


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with the vocabulary and no document: loading the vocabulary is what takes time."""
    folder = tmp_path_factory.mktemp("empty") / "library"
    Ledger.open(create(folder)).close()
    return folder


@pytest.fixture
def library(tmp_path: Path, empty: Path) -> Library:
    return open_library(shutil.copytree(empty, tmp_path / "library", symlinks=True))


@pytest.fixture
def ledger(library: Library) -> Iterator[Ledger]:
    with Ledger.open(library) as ledger:
        yield ledger


def _titled(act: str | None, title: str) -> Mention:
    """A federal law as a document cites it: in full where it has an IRI, else by its title alone."""
    given: dict[str, Attribute] = {"kind": "federal_law", "number": "1-ФЗ" if act else None, "title": title}
    return Mention("LegalAct", 0, 1, "ФЗ", act, given)


def _draft(source: str, rows: Sequence[Row], *, salt: str = "", title: str = "Документ") -> Edition:
    lines = [" ".join(row) for row in rows]
    text = "\n".join([*lines, salt])
    data = text.encode()
    digest = hashlib.sha256(data).hexdigest()
    entities: dict[str, Entity] = {}

    def thing(word: str) -> str:
        kind, colon, name = word.partition(":")
        if not colon:
            kind = word.partition("/")[0]
            entities.setdefault(word, Entity(word, TYPES.get(kind, "svod:Thing"), word, "ru", word))
            return word
        local = hashlib.sha256(word.encode()).hexdigest()[:16]
        id_ = f"document/{digest[:16]}/entity/{local}"
        normal = name_by_title(_titled(None, name)) if kind == "law" else normal_name(name, TYPES[kind])
        entities.setdefault(id_, Entity(id_, TYPES[kind], name, "ru", normal))
        return id_

    def object_(word: str) -> str | Value:
        if word.startswith("="):
            return Value(word[1:], "xsd:integer")
        return Value(word[1:], "rdf:langString", lang="ru") if word.startswith('"') else thing(word)

    statements = []
    for index, row in enumerate(rows):
        start = sum(len(line) + 1 for line in lines[:index])
        evidence = (Evidence("value", Span(start, start + len(lines[index]))),)
        qualifiers = Qualifiers(modality=row[3]) if len(row) > 3 else Qualifiers()  # type: ignore[arg-type]
        statements.append(Statement(thing(row[0]), row[1], object_(row[2]), evidence, "by_hand", qualifiers))
    for entity in list(entities.values()):
        if entity.is_local and entity.type not in {"svod:Observation", "svod:Membership"}:
            label = Value(entity.name, "rdf:langString", lang="ru")
            statements.append(Statement(entity.id, "rdfs:label", label, statements[0].evidence, "by_hand"))
    page = Page(1, 0, 0, 0, len(text))
    document = Document(source, digest, "text/plain", title, "ru", text, (page,))
    spans = {evidence.span for statement in statements for evidence in statement.evidence}
    passages = {span: (Passage(1, span.start, span.end, text[span.start : span.end]),) for span in spans}
    mentions = tuple(_titled(row[0], row[2][1:]) for row in rows if row[1] == "eli:title")
    extract = Extract(document, mentions, tuple(entities.values()), tuple(statements))
    return Edition(extract, passages, source, edition_key(digest))
