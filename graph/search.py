"""The full-text projection: the names of things and the pages of documents, by the forms of their words.

One SQLite file beside the ledger (`search.sqlite`), or one in memory. It remembers the commit it has reached; `sync`
brings it to a snapshot's, writing only what differs.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz

from graph.queries import select
from graph.questions.words import keys, sound, words
from ontology.iri import NAMESPACE, compress

if TYPE_CHECKING:
    from graph.snapshot import Snapshot

FORMAT = "3"  # raised when the tables or the forms of words change: the file is then made anew
COMMON = 4_000  # names; a word that more names hold than this does not find a name alone
SIMILAR = 80.0  # rapidfuzz ratio 0-100: one letter in five may be wrong
LISTED = 200  # names compared letter by letter for one misspelled phrase
AROUND = 90  # characters of a page shown on either side of what was found
IN_ONE_QUERY = 500  # parameters; SQLite's own limit is 999 in old builds

_TABLES = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS name (
    id INTEGER PRIMARY KEY, iri TEXT NOT NULL, type TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL,
    language TEXT NOT NULL, UNIQUE (iri, type, kind, text, language));
CREATE TABLE IF NOT EXISTS form (form TEXT NOT NULL, name INTEGER NOT NULL, PRIMARY KEY (form, name)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS form_name ON form (name);
CREATE TABLE IF NOT EXISTS document (iri TEXT PRIMARY KEY, title TEXT NOT NULL, edition TEXT NOT NULL);
CREATE VIRTUAL TABLE IF NOT EXISTS gram USING fts5 (text, tokenize = 'trigram');
CREATE VIRTUAL TABLE IF NOT EXISTS page USING fts5 (
    iri UNINDEXED, number UNINDEXED, title UNINDEXED, body UNINDEXED, forms, tokenize = 'unicode61');
"""


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a thing. `iri` is absolute, `type` a class CURIE, `kind`: label name number date measure role."""

    iri: str
    type: str
    kind: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A page that holds the words: the document's IRI and title, the page from 1, the text around the first word."""

    document: str
    title: str
    page: int
    snippet: str


class Index:
    """Names and pages of one snapshot. Readers may share the file; `sync` is the only method that writes."""

    def __init__(self, path: Path | None = None) -> None:
        self._connection = sqlite3.connect(path or ":memory:", check_same_thread=False, timeout=30)
        self._connection.executescript(_TABLES)
        if self._meta("format") not in ("", FORMAT):
            self._clear()

    def close(self) -> None:
        """Closes the file."""
        self._connection.close()

    @property
    def commit(self) -> str:
        """The commit that the index has reached, "" when it is new."""
        return self._meta("commit")

    def sync(self, snapshot: "Snapshot", *, with_pages: bool = True) -> bool:
        """Brings the index to the snapshot's commit; whether anything had to be looked at."""
        commit = f"{snapshot.commit}{'' if with_pages else ' names'}"
        if self.commit == commit:
            return False
        with self._connection:
            self._sync_names(_names(snapshot))
            if with_pages:
                self._sync_pages(snapshot)
            self._set(format=FORMAT, commit=commit)
        return True

    def names(self, forms: Collection[str]) -> tuple[Name, ...]:
        """The names that hold at least one of the forms, except by words that thousands of names share."""
        found: set[int] = set()
        for form in sorted(set(forms)):
            rows = self._rows("SELECT name FROM form WHERE form = ? LIMIT ?", form, COMMON + 1)
            if len(rows) <= COMMON:
                found.update(row[0] for row in rows)
        return self._by_id(found)

    def names_of(self, iri: str) -> tuple[Name, ...]:
        """The names of one thing."""
        rows = self._rows("SELECT iri, type, kind, text, language FROM name WHERE iri = ? ORDER BY id", iri)
        return tuple(Name(*row) for row in rows)

    def similar(self, text: str, limit: int = 5) -> tuple[Name, ...]:
        """Names nearly written like `text`, most similar first: candidates to show, never an answer."""
        own = sound_of(text)
        grams = sorted({own[at : at + 3] for at in range(len(own) - 2)})
        if not grams:
            return ()
        query = " OR ".join(f'"{gram}"' for gram in grams)
        rows = self._rows("SELECT rowid, text FROM gram WHERE gram MATCH ? ORDER BY rank LIMIT ?", query, LISTED)
        scored = sorted(((likeness(own, other), row) for row, other in rows), reverse=True)
        names = self._by_id({row for score, row in scored if score >= SIMILAR})
        rank = {row: place for place, (_, row) in enumerate(scored)}
        ids = {name: self._id(name) for name in names}
        return tuple(sorted(names, key=lambda name: rank[ids[name]]))[:limit]

    def search(self, text: str, limit: int = 20) -> tuple[Hit, ...]:
        """The pages that hold all words of `text` in any form, best first."""
        wanted = keys(text)
        if not wanted:
            return ()
        query = " AND ".join('"{}"'.format(key.replace('"', '""')) for key in wanted)
        rows = self._rows(
            "SELECT iri, title, number, body FROM page WHERE page MATCH ? ORDER BY rank LIMIT ?",
            f"forms:({query})",
            limit,
        )
        return tuple(Hit(iri, title, int(number), snippet(body, set(wanted))) for iri, title, number, body in rows)

    def _sync_names(self, wanted: set[Name]) -> None:
        had = {Name(*row): id_ for id_, *row in self._rows("SELECT id, iri, type, kind, text, language FROM name")}
        for name in had.keys() - wanted:
            for table, column in (("name", "id"), ("form", "name"), ("gram", "rowid")):
                self._connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (had[name],))
        for name in sorted(wanted - had.keys(), key=lambda name: (name.iri, name.kind, name.text, name.language)):
            self._add(name)

    def _add(self, name: Name) -> None:
        values = (name.iri, name.type, name.kind, name.text, name.language)
        cursor = self._connection.execute(
            "INSERT INTO name (iri, type, kind, text, language) VALUES (?, ?, ?, ?, ?)", values
        )
        forms = {(form, cursor.lastrowid) for form in forms_of(name.text)}
        self._connection.executemany("INSERT OR IGNORE INTO form VALUES (?, ?)", sorted(forms, key=str))
        if name.kind in ("label", "name"):
            row = (cursor.lastrowid, sound_of(name.text))
            self._connection.execute("INSERT INTO gram (rowid, text) VALUES (?, ?)", row)

    def _sync_pages(self, snapshot: "Snapshot") -> None:
        wanted = dict(_documents(snapshot))
        had = {iri: (title, edition) for iri, title, edition in self._rows("SELECT * FROM document")}
        for iri in [iri for iri, known in had.items() if wanted.get(iri) != known]:
            self._connection.execute("DELETE FROM document WHERE iri = ?", (iri,))
            self._connection.execute("DELETE FROM page WHERE iri = ?", (iri,))
        for iri in [iri for iri, known in wanted.items() if had.get(iri) != known]:
            document, title = snapshot.document(iri), wanted[iri][0]
            rows = [(iri, page.number, title, document.page_text(page)) for page in document.pages]
            self._connection.executemany(
                "INSERT INTO page (iri, number, title, body, forms) VALUES (?, ?, ?, ?, ?)",
                [(*row, " ".join(keys(row[3]))) for row in rows],
            )
            self._connection.execute("INSERT INTO document VALUES (?, ?, ?)", (iri, *wanted[iri]))

    def _by_id(self, ids: Iterable[int]) -> tuple[Name, ...]:
        listed, names = sorted(ids), []
        for at in range(0, len(listed), IN_ONE_QUERY):
            part = listed[at : at + IN_ONE_QUERY]
            marks = ",".join("?" * len(part))
            names += self._rows(f"SELECT iri, type, kind, text, language FROM name WHERE id IN ({marks})", *part)
        return tuple(Name(*row) for row in sorted(names))

    def _id(self, name: Name) -> int:
        values = (name.iri, name.type, name.kind, name.text, name.language)
        query = "SELECT id FROM name WHERE iri = ? AND type = ? AND kind = ? AND text = ? AND language = ?"
        return int(self._rows(query, *values)[0][0])

    def _rows(self, query: str, *values: object) -> list[Any]:
        with closing(self._connection.execute(query, values)) as cursor:
            return cursor.fetchall()

    def _meta(self, name: str) -> str:
        rows = self._rows("SELECT value FROM meta WHERE name = ?", name)
        return str(rows[0][0]) if rows else ""

    def _set(self, **values: str) -> None:
        self._connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", sorted(values.items()))

    def _clear(self) -> None:
        with self._connection:
            for table in ("meta", "name", "form", "document", "gram", "page"):
                self._connection.execute(f"DELETE FROM {table}")


@contextmanager
def open_index(path: Path, snapshot: "Snapshot") -> Iterator[Index]:
    """`reached_index`, closed at the end."""
    index = reached_index(path, snapshot)
    try:
        yield index
    finally:
        index.close()


def reached_index(path: Path, snapshot: "Snapshot") -> Index:
    """The library's index where it has reached the snapshot's commit; else one of the snapshot's names, in memory."""
    index = Index(path) if path.exists() else Index()
    if index.commit != str(snapshot.commit):
        index.close()
        index = Index()
        index.sync(snapshot, with_pages=False)
    return index


def likeness(asked: str, name: str) -> float:
    """How nearly a phrase is written like as many words of a name in a row, 0-100; both as `sound_of` gives them.

    >>> likeness("novi zvezdni", "klaster tehnopolis novi zvezdnii") > 90
    True
    """
    parts, size = name.split(), len(asked.split())
    stretches = [" ".join(parts[at : at + size]) for at in range(max(1, len(parts) - size + 1))]
    return max((fuzz.ratio(asked, stretch) for stretch in stretches), default=0.0)


def forms_of(text: str) -> set[str]:
    """The forms a name is found by: the keys of its words, and how they sound (`~galicki`)."""
    found = set()
    for word in words(text):
        found.add(word.key)
        heard = sound(word.text)
        if len(heard) > 1:
            found.add(f"~{heard}")
    return found


def sound_of(text: str) -> str:
    """A whole name by its sound, for comparing spellings."""
    return " ".join(filter(None, (sound(word.text) or word.key for word in words(text))))


def snippet(body: str, wanted: set[str]) -> str:
    """The text around the first of the words, cut at blanks."""
    first = next((word for word in words(body) if word.key in wanted), None)
    start, end = (max(0, first.start - AROUND), first.end + AROUND) if first else (0, 2 * AROUND)
    start = start and body.find(" ", start) + 1
    cut = body[start:end] if end >= len(body) else body[start:end].rsplit(" ", 1)[0]
    return ("… " if start else "") + " ".join(cut.split()) + (" …" if end < len(body) else "")


def _names(snapshot: "Snapshot") -> set[Name]:
    best: dict[tuple[str, str, str, str], set[str]] = defaultdict(set)
    for row in select(snapshot, "names"):
        iri, type_ = row["thing"].value, row["type"].value
        if not iri.startswith(NAMESPACE) and iri.startswith(snapshot.base):
            name = row["name"]
            language = getattr(name, "language", None) or ""
            best[iri, row["kind"].value, name.value, language].add(compress(type_, snapshot.base))
    return {Name(iri, _own_type(types), kind, text, language) for (iri, kind, text, language), types in best.items()}


def _own_type(types: set[str]) -> str:
    """The vocabulary's own class before a general one (`svod:Cluster` before `org:Organization`)."""
    return min(types, key=lambda type_: (not type_.startswith("svod:"), type_))


def _documents(snapshot: "Snapshot") -> Iterator[tuple[str, tuple[str, str]]]:
    """Each document's IRI, with its title and the key of its edition: a better reader's page is indexed anew."""
    for row in select(snapshot, "documents"):
        title = row["title"]
        yield row["document"].value, (title.value if title is not None else "", row["edition"].value)
