"""The ledger of a running server, as the command line uses it: the same methods, over its API."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from http import HTTPStatus
from pathlib import Path
from typing import Any, Literal
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import ProxyHandler, Request, build_opener

from graph.addresses import is_address
from graph.approval import Decision
from graph.edition import Edition, dump
from graph.exchange import Imported
from graph.judgement import Judgement
from graph.ledger import Commit
from graph.library import Library
from graph.log import who_runs
from ui.address import Address
from ui.errors import ServerRefusalError, SilentServerError
from ui.framing import frame

PATIENCE = 600  # seconds for one write: a large edition waits for those before it
JSON = "application/json"
Planned = Literal["added", "replaced", "unchanged"]
DIRECT = build_opener(ProxyHandler({}))
"""Opens addresses without the proxies of the environment: the server is this machine's own."""


def call(address: Address, method: str, path: str, body: bytes | None = None, media: str = JSON) -> Any:
    """The JSON that the server answers. Raises ServerRefusalError with its reason, or SilentServerError."""
    headers = {"Authorization": f"Bearer {address.token}", "Content-Type": media}
    request = Request(address.url + path, data=body, headers=headers, method=method)
    try:
        with DIRECT.open(request, timeout=PATIENCE) as response:
            return json.loads(response.read())
    except HTTPError as error:
        raise ServerRefusalError(reason_of(error)) from error
    except (URLError, TimeoutError, ConnectionError) as error:
        raise SilentServerError(
            f"process {address.pid} holds the library (svod serve) but does not answer at {address.url}: {error}"
        ) from error


def reason_of(error: HTTPError) -> str:
    """The detail of a problem answer, else its status."""
    try:
        return str(json.loads(error.read())["detail"])
    except (ValueError, KeyError, TypeError):
        return f"the server answered {error.code} {HTTPStatus(error.code).phrase}"


def wholly_named(source: str) -> str:
    """A source as a server that runs in another folder finds it: a path whole, an address as it is."""
    return source if is_address(source) else str(Path(source).absolute())


class RemoteLedger:
    """A ledger that another process holds; each method is one request to it."""

    def __init__(self, library: Library, address: Address) -> None:
        self.library = library
        self._address = address

    def status_of(self, source: str, digest: str, key: str) -> tuple[Planned, str]:
        """What adding these bytes from this source, read under this key, would do, and why."""
        query = urlencode({"source": wholly_named(source), "digest": digest, "key": key})
        found = call(self._address, "GET", f"/api/editions?{query}")
        return found["status"], found["reason"]

    def add(self, edition: Edition, data: bytes | None = None) -> Commit:
        """Hand over an edition with the bytes it was read from, in the name of the person at this command line."""
        named = replace(edition, source=wholly_named(edition.source))
        body = frame(who_runs().encode(), frame(dump(named), data or b""))
        return Commit(**call(self._address, "POST", "/api/editions", body, "application/octet-stream"))

    def see(self, source: str, digest: str) -> Commit:
        """Say that these bytes, which the library has, come from this source too."""
        sighting = {"source": wholly_named(source), "digest": digest, "who": who_runs()}
        return Commit(**self._post("/api/sightings", sighting))

    def withdraw(self, name: str) -> Commit:
        """Take a document out, in the name of the person at this command line."""
        return Commit(**self._post("/api/withdrawals", {"document": self._known(name), "who": who_runs()}))

    def judge(self, judgement: Judgement) -> Commit:
        """Record a judgement, in the name of the person at this command line."""
        named = replace(judgement, document=judgement.document and self._known(judgement.document))
        return Commit(**self._post("/api/judgements", asdict(named)))

    def approve(self, names: Sequence[str] = ()) -> Decision:
        """Commit editions that wait, in the name of the person at this command line."""
        return self._decided("/api/approvals", names)

    def roll_back(self, names: Sequence[str] = ()) -> Decision:
        """Let editions that wait go, or take back what was committed."""
        return self._decided("/api/rollbacks", names)

    def erase_document(self, name: str) -> Commit:
        """Erase a document and its editions for good."""
        return Commit(**self._post("/api/erasures", {"document": self._known(name), "who": who_runs()}))

    def erase_person(self, names: Sequence[str]) -> Commit:
        """Erase a person for good."""
        return Commit(**self._post("/api/erasures", {"person": list(names), "who": who_runs()}))

    def import_judgements(self, lines: Iterable[str]) -> Imported:
        """Make judgements of another library that are not here yet."""
        found = self._post("/api/imports", {"lines": list(lines)})
        return Imported(found["made"], found["known"], found["waiting"], tuple(found["reasons"]))

    def rebuild(self) -> Commit:
        """Work out what follows anew, and put right what differs."""
        return Commit(**self._post("/api/rebuilds", {}))

    def publish(self) -> int:
        """Bring readers to the last commit."""
        return int(self._post("/api/publication", {})["commit"])

    def _known(self, name: str) -> str:
        """A path as the library keeps it (the server may run in another folder); other names as they are."""
        return self.library.source_name(name) if Path(name).exists() else name

    def _decided(self, path: str, names: Sequence[str]) -> Decision:
        found = self._post(path, {"names": [self._known(name) for name in names], "who": who_runs()})
        commits = tuple(Commit(**commit) for commit in found["commits"])
        return Decision(commits, tuple(found["documents"]), tuple(found["dropped"]))

    def _post(self, path: str, value: Mapping[str, Any]) -> Any:
        return call(self._address, "POST", path, json.dumps(value).encode())
