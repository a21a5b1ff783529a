"""A page or file from its address: guarded, polite, and asked again only for what changed."""

import re
import ssl
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import httpcore
import httpx

from ingest.errors import NotFound, Unfetchable
from ingest.robots import MOST_BYTES as MOST_ROBOTS
from ingest.robots import Robots
from ingest.turns import Turns
from ingest.wire import Wire, public_addresses

AGENT = "Svod"
"""The name that robots.txt files call us by."""

SCHEMES = ("http", "https")
REDIRECTS = frozenset({301, 302, 303, 307, 308})
GONE = frozenset({404, 410})
NOT_MODIFIED = 304
ROBOTS_REDIRECTS = 5  # RFC 9309, 2.3.1.2
TYPES = re.compile(
    r"^(?:|text/(?:html|plain|csv|tab-separated-values|xml)|image/(?:png|jpeg|tiff)|application/(?:pdf|x-pdf|xml|"
    r"xhtml\+xml|csv|msword|octet-stream|binary|zip|x-zip-compressed|x-download|force-download|download|"
    r"vnd\.(?:ms-|openxmlformats-officedocument\.|oasis\.opendocument\.).+))$"
)
"""Media types that can be a document; what it is the bytes tell afterwards."""

ROBOTS = Robots()
TURNS = Turns()


@dataclass(frozen=True, slots=True)
class Settings:
    """How far a fetch may go: bytes, seconds in all and for one answer to begin, redirects.

    `delay` is the seconds between two requests to one host; `allow_loopback` lets tests ask servers of this host.
    """

    most_bytes: int = 64 * 1024 * 1024
    seconds: float = 120.0
    patience: float = 20.0
    redirects: int = 8
    delay: float = 1.0
    allow_loopback: bool = False
    user_agent: str = f"{AGENT}/0.1 (reads public policy documents into a library of its user; one request at a time)"


@dataclass(frozen=True, slots=True)
class Validators:
    """What the server said of the edition that is known, so that it sends only another (RFC 9110, 13.1)."""

    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: `data` is empty where it is unchanged (status 304). `media_type` and `charset` are what the
    server claims, in small letters, without parameters; `final_url` is where the redirects ended.
    """

    url: str
    final_url: str
    status: int
    data: bytes
    media_type: str
    charset: str
    etag: str
    last_modified: str

    @property
    def is_unchanged(self) -> bool:
        """Whether the server says that the known edition is still the one."""
        return self.status == NOT_MODIFIED

    @property
    def validators(self) -> Validators:
        """What to send with the next request."""
        return Validators(self.etag, self.last_modified)


@dataclass(frozen=True, slots=True)
class _Reply:
    url: httpx.URL
    status: int
    headers: httpx.Headers
    data: bytes


def is_url(source: str) -> bool:
    """Whether a source is an address of the web rather than a path.

    >>> is_url("https://clusters.monocore.ru/map"), is_url("corpus/documents"), is_url("ftp://a/b")
    (True, False, False)
    """
    return re.match(r"https?://", source, re.IGNORECASE) is not None


def fetch(url: str, *, settings: Settings | None = None, validators: Validators | None = None) -> Fetched:
    """What the address gives.

    Raises NotFound (404, 410) or Unfetchable (refused here, by robots.txt or by the server).
    """
    visit = _Visit(settings or Settings())
    with visit.client:
        known = validators or Validators()
        asked = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
        reply = visit.followed(_address(url), {name: value for name, value in asked.items() if value})
    kind, _, parameters = reply.headers.get("content-type", "").lower().partition(";")
    charset = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", parameters)
    return Fetched(
        url=url,
        final_url=str(reply.url.copy_with(fragment=None)),
        status=reply.status,
        data=reply.data,
        media_type=kind.strip(),
        charset=charset[1] if charset else "",
        etag=reply.headers.get("etag", "") or (known.etag if reply.status == NOT_MODIFIED else ""),
        last_modified=reply.headers.get("last-modified", "")
        or (known.last_modified if reply.status == NOT_MODIFIED else ""),
    )


def _address(url: str) -> httpx.URL:
    """The address, if it is one that may be asked at all."""
    try:
        address = httpx.URL(url.strip())
    except (httpx.InvalidURL, ValueError) as error:
        raise Unfetchable(f"{url} is no address: {error}") from error
    if address.scheme not in SCHEMES or not address.host:
        raise Unfetchable(f"{url} is not asked: addresses begin with http:// or https://")
    if address.userinfo:
        raise Unfetchable(f"the address on {address.host} is not asked: it carries a name or password")
    return address


class _Visit:
    """The requests that one fetch makes, within its time."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._deadline = time.monotonic() + settings.seconds
        self.client = httpx.Client(
            transport=Wire(deadline=self._deadline, allow_loopback=settings.allow_loopback),
            headers={
                "User-Agent": settings.user_agent,
                "Accept-Encoding": "gzip, deflate",
                "Accept-Language": "ru, en",
            },
            timeout=settings.patience,
            follow_redirects=False,
            trust_env=False,
        )

    def followed(self, url: httpx.URL, headers: Mapping[str, str]) -> _Reply:
        """The answer at the end of the redirects; each address on the way is checked like the first."""
        for _ in range(self._settings.redirects + 1):
            self._check_host(url)
            origin = str(url.copy_with(raw_path=b"/", fragment=None)).rstrip("/")
            rules = ROBOTS.rules(origin, self._robots)
            rules.check(str(url), AGENT)
            pause = max(self._settings.delay, rules.delay(AGENT))
            reply = self._ask(url, headers, pause, self._settings.most_bytes, is_document=True)
            if reply.status not in REDIRECTS:
                return _judged(reply)
            url = _target(reply)
        raise Unfetchable(f"{url} is redirected more than {self._settings.redirects} times")

    def _robots(self, address: str) -> tuple[int, bytes]:
        """Status and bytes of a robots.txt; after too many redirects as if none were there (RFC 9309, 2.3.1.2)."""
        url = httpx.URL(address)
        for _ in range(ROBOTS_REDIRECTS + 1):
            self._check_host(url)
            reply = self._ask(url, {}, self._settings.delay, MOST_ROBOTS, is_document=False)
            if reply.status not in REDIRECTS:
                return reply.status, reply.data
            url = _target(reply)
        return 404, b""

    def _check_host(self, url: httpx.URL) -> None:
        """Say early and plainly what the wire would refuse."""
        host, port = url.raw_host.decode("ascii"), url.port or (443 if url.scheme == "https" else 80)
        public_addresses(host, port, allow_loopback=self._settings.allow_loopback)

    def _ask(self, url: httpx.URL, headers: Mapping[str, str], pause: float, most: int, *, is_document: bool) -> _Reply:
        """One request in the host's turn, its body read up to `most` bytes (a document may not be longer)."""
        with TURNS.at(url.host, pause), _network(url), self.client.stream("GET", url, headers=headers) as response:
            data = b""
            if response.is_success:
                if is_document:
                    _check_kind(response, most)
                data = self._body(response, most, is_document=is_document)
            return _Reply(url, response.status_code, response.headers, data)

    def _body(self, response: httpx.Response, most: int, *, is_document: bool) -> bytes:
        pieces: list[bytes] = []
        length = 0
        for piece in response.iter_bytes():
            pieces.append(piece)
            length += len(piece)
            if length > most:
                if is_document:
                    raise Unfetchable(f"{response.url} is longer than {most:,} bytes")
                break
        return b"".join(pieces)[:most]


def _check_kind(response: httpx.Response, most: int) -> None:
    """Refuse by its header what would be refused by its bytes."""
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if not TYPES.match(kind):
        raise Unfetchable(f"{response.url} is {kind}: no document that is read here")
    length = response.headers.get("content-length", "")
    if length.isdecimal() and int(length) > most:
        raise Unfetchable(f"{response.url} is {int(length):,} bytes long; at most {most:,} are fetched")


def _judged(reply: _Reply) -> _Reply:
    """The reply, if it is a document or says that nothing changed."""
    if reply.status in GONE:
        raise NotFound(f"{reply.url} is not there: the server answers {reply.status}")
    if reply.status == NOT_MODIFIED or 200 <= reply.status < 300:
        return reply
    later = reply.headers.get("retry-after")
    advice = f"; it asks to come back after {later}" if later else ""
    raise Unfetchable(f"{reply.url} is not given: the server answers {reply.status}{advice}")


def _target(reply: _Reply) -> httpx.URL:
    """Where a redirect leads."""
    location = reply.headers.get("location", "")
    if not location:
        raise Unfetchable(f"{reply.url} is redirected to nowhere: status {reply.status} without an address")
    try:
        target = reply.url.join(location)
    except (httpx.InvalidURL, ValueError) as error:
        raise Unfetchable(f"{reply.url} is redirected to {location}, which is no address: {error}") from error
    return _address(str(target))


@contextmanager
def _network(url: httpx.URL) -> Iterator[None]:
    """Turn what the network raises into Unfetchable."""
    try:
        yield
    except (httpcore.TimeoutException, httpx.TimeoutException) as error:
        raise Unfetchable(f"{url.host} does not answer in time") from error
    except httpx.DecodingError as error:
        raise Unfetchable(f"what {url} sends cannot be unpacked: {error}") from error
    except (httpcore.RemoteProtocolError, httpx.RemoteProtocolError) as error:
        raise Unfetchable(f"{url.host} broke off its answer: {error}") from error
    except (httpcore.NetworkError, httpcore.ProtocolError, httpx.HTTPError, ssl.SSLError, OSError) as error:
        raise Unfetchable(f"{url.host} cannot be asked: {error}") from error
