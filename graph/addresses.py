"""The addresses that documents come from: asked politely, and what they said remembered beside the store.

What a server says of its edition (ETag, Last-Modified) depends on when it was asked, so it stands in no graph: one
small file an address, `fetched/<digest of the address>.json`, written whole once the ledger has taken the document.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import UnknownDocument
from graph.kept import kept_file, write_whole
from graph.library import Library
from graph.plain import matching
from graph.snapshot import Snapshot
from graph.terms import SOURCE
from ingest.document import Document

if TYPE_CHECKING:
    from ingest.fetch import Fetched


@dataclass(frozen=True, slots=True)
class Known:
    """What an address gave last. `document` is the SHA-256 of the bytes that the library keeps for it, `seen` that of
    the bytes it gave last (others, where only markup changed), `text` that of title and text; the rest as the server
    said it.
    """

    url: str
    document: str
    seen: str
    text: str
    charset: str
    etag: str
    last_modified: str


@dataclass(frozen=True, slots=True)
class Given:
    """What an address gives now. `known` is what it gave before, where the library keeps that still."""

    data: bytes
    seen: str
    charset: str
    etag: str
    last_modified: str
    known: Known | None


class Addresses:
    """Asks addresses, one after another, each once in its life."""

    def __init__(self, library: Library, *, allow_loopback: bool = False) -> None:
        """`allow_loopback` lets tests ask servers of this machine, and without a pause."""
        self._library = library
        self._allow_loopback = allow_loopback
        self._lists: dict[str, Fetched] = {}

    def ask(self, url: str) -> Given:
        """What the address gives: the bytes that are known where it says that nothing changed. Raises IngestError."""
        known = self._known(url)
        fetched = self._lists.pop(url, None) or self._fetch(url, known)
        seen = known.seen if known and fetched.is_unchanged else hashlib.sha256(fetched.data).hexdigest()
        said = (fetched.etag, fetched.last_modified)
        if known and seen == known.seen:
            return Given(kept_file(self._library, known.document), seen, known.charset, *said, known)
        return Given(fetched.data, seen, fetched.charset, *said, known)

    def cards(self, url: str) -> tuple[str, ...]:
        """The addresses of the cards that a list page shows. Raises IngestError."""
        from ingest.cards import links_to_cards

        fetched = self._fetch(url, None)
        self._lists[url] = fetched
        return links_to_cards(fetched.data, fetched.final_url)

    def remember(self, url: str, given: Given, document: Document) -> None:
        """Keep what the address said, now that the library has the document."""
        known = Known(
            url=url,
            document=document.digest,
            seen=given.seen,
            text=text_digest(document),
            charset=given.charset,
            etag=given.etag,
            last_modified=given.last_modified,
        )
        if known != given.known:
            write_whole(_place(self._library, url), json.dumps(asdict(known), ensure_ascii=False).encode())

    def _fetch(self, url: str, known: Known | None) -> "Fetched":
        from ingest.fetch import Settings, Validators, fetch

        settings = Settings(allow_loopback=True, delay=0) if self._allow_loopback else Settings()
        validators = Validators(known.etag, known.last_modified) if known else None
        return fetch(url, settings=settings, validators=validators)

    def _known(self, url: str) -> Known | None:
        """What the address gave last, where its bytes are kept still."""
        try:
            known = Known(**json.loads(_place(self._library, url).read_text(encoding="utf-8")))
            kept_file(self._library, known.document)
        except (FileNotFoundError, UnknownDocument):
            return None
        return known


def is_address(source: str) -> bool:
    """Whether a source is to be fetched.

    >>> is_address("https://clusters.monocore.ru/map"), is_address("corpus/documents")
    (True, False)
    """
    return "://" in source


def known_addresses(snapshot: Snapshot) -> list[str]:
    """The addresses that documents of the library come from, sorted."""
    sources = {quad.object.value for quad in matching(snapshot.store, None, SOURCE, None, None)}
    return sorted(source for source in sources if is_address(source))


def text_digest(document: Document) -> str:
    """The SHA-256 of title and text: what makes one edition of an address another."""
    return hashlib.sha256(f"{document.title}\0{document.text}".encode(errors="surrogatepass")).hexdigest()


def _place(library: Library, url: str) -> Path:
    return library.fetched / f"{hashlib.sha256(url.encode()).hexdigest()[:32]}.json"
