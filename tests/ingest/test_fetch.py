"""Addresses, asked of a real server on this machine."""

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from ingest.errors import IngestError, NotFound, Unfetchable
from ingest.fetch import Settings, Validators, fetch, is_url

Answer = tuple[int, dict[str, str], bytes]
HTML = {"Content-Type": "text/html; charset=windows-1251"}
PAGE = "<h1>Кластер «Фотоника»</h1>".encode("cp1251")


@dataclass
class Site:
    """A server that answers by path; `seen` are its requests (path, headers, when)."""

    url: str = ""
    answers: dict[str, Answer | Callable[[BaseHTTPRequestHandler], None]] = field(default_factory=dict)
    seen: list[tuple[str, dict[str, str], float]] = field(default_factory=list)
    busy: int = 0
    most_busy: int = 0
    done: threading.Event = field(default_factory=threading.Event)

    def paths(self) -> list[str]:
        return [path for path, _, _ in self.seen]


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.busy += 1
            site.most_busy = max(site.most_busy, site.busy)
            site.seen.append((self.path, {k.lower(): v for k, v in self.headers.items()}, time.monotonic()))
            answer = site.answers.get(self.path, (404, {}, b""))
            if callable(answer):
                answer(self)
            else:
                status, headers, body = answer
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                if "Content-Length" not in headers:
                    self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            site.busy -= 1

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that http.server gives it
            """Nothing is printed."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield site
    site.done.set()
    server.shutdown()
    server.server_close()
    thread.join()


HERE = Settings(allow_loopback=True, delay=0, patience=5, seconds=10)


def test_a_page_comes_with_where_it_ended_and_what_tells_editions_apart(site: Site) -> None:
    site.answers["/old"] = (301, {"Location": "/card?id=3"}, b"")
    site.answers["/card?id=3"] = (200, {**HTML, "ETag": '"7"', "Last-Modified": "Tue, 01 Mar 2016 10:00:00 GMT"}, PAGE)
    got = fetch(f"{site.url}/old#top", settings=HERE)
    assert (got.url, got.final_url, got.status, got.data) == (
        f"{site.url}/old#top",
        f"{site.url}/card?id=3",
        200,
        PAGE,
    )
    assert (got.media_type, got.charset) == ("text/html", "windows-1251")
    assert got.validators == Validators('"7"', "Tue, 01 Mar 2016 10:00:00 GMT")
    assert site.paths() == ["/robots.txt", "/old", "/card?id=3"]
    assert site.seen[1][1]["user-agent"].startswith("Svod/")


def test_a_known_edition_is_not_sent_again(site: Site) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        known = handler.headers.get("If-None-Match") == '"7"' and handler.headers.get("If-Modified-Since") == "then"
        handler.send_response(304 if known else 200)
        handler.end_headers()

    site.answers["/card"] = answer
    got = fetch(f"{site.url}/card", settings=HERE, validators=Validators('"7"', "then"))
    assert got.is_unchanged
    assert got.data == b""
    assert got.validators == Validators('"7"', "then")
    assert not fetch(f"{site.url}/card", settings=HERE).is_unchanged


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:9/",
        "http://localhost:9/",
        "http://2130706433/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://10.1.2.3/",
        "http://192.168.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://0.0.0.0/",
    ],
)
def test_addresses_that_are_not_public_are_refused(url: str) -> None:
    with pytest.raises(Unfetchable, match="not public"):
        fetch(url)


def test_loopback_is_all_that_tests_may_open(site: Site) -> None:
    with pytest.raises(Unfetchable, match="not public"):
        fetch("http://10.1.2.3/", settings=HERE)
    with pytest.raises(Unfetchable, match="not public"):
        fetch(site.url)
    assert site.seen == []


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("ftp://example.org/a.pdf", "begin with http"),
        ("file:///etc/passwd", "begin with http"),
        ("http://", "begin with http"),
        ("http://user:secret@example.org/", "name or password"),
        ("http://exa mple.org/", "no address"),
    ],
)
def test_other_schemes_and_credentials_are_refused(url: str, said: str) -> None:
    with pytest.raises(Unfetchable, match=said) as refused:
        fetch(url)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("http://169.254.169.254/latest", "not public"),
        ("file:///etc/passwd", "begin with http"),
        ("/loop", "redirected more than 8"),
        ("", "to nowhere"),
    ],
)
def test_each_redirect_is_checked_like_the_first_address(site: Site, target: str, said: str) -> None:
    site.answers["/loop"] = (302, {"Location": target} if target else {}, b"")
    with pytest.raises(Unfetchable, match=said):
        fetch(f"{site.url}/loop", settings=HERE)


def test_robots_are_asked_once_and_obeyed(site: Site) -> None:
    site.answers["/robots.txt"] = (
        200,
        {},
        b"User-agent: *\nDisallow: /private\n\nUser-agent: Svod\nDisallow: /drafts/\n",
    )
    for path in ("/card", "/private", "/drafts/1"):
        site.answers[path] = (200, HTML, PAGE)
    assert fetch(f"{site.url}/card", settings=HERE).data == PAGE
    assert fetch(f"{site.url}/private", settings=HERE).data == PAGE, "the group that names us is ours alone"
    with pytest.raises(Unfetchable, match=r"robots\.txt does not let Svod read"):
        fetch(f"{site.url}/drafts/1", settings=HERE)
    assert site.paths() == ["/robots.txt", "/card", "/private"]


@pytest.mark.parametrize(("status", "is_asked"), [(404, True), (403, True), (500, False), (503, False)])
def test_without_robots_all_is_allowed_and_with_a_failing_site_nothing(site: Site, status: int, is_asked: bool) -> None:
    site.answers["/robots.txt"] = (status, {}, b"")
    site.answers["/card"] = (200, HTML, PAGE)
    if is_asked:
        assert fetch(f"{site.url}/card", settings=HERE).data == PAGE
    else:
        with pytest.raises(Unfetchable, match=rf"answers {status}, and until it can be read"):
            fetch(f"{site.url}/card", settings=HERE)
    assert ("/card" in site.paths()) == is_asked


def test_what_is_too_long_is_not_read_to_its_end(site: Site) -> None:
    small = Settings(allow_loopback=True, delay=0, most_bytes=1000)
    site.answers["/said"] = (200, {"Content-Length": "5000"}, b"x" * 5000)
    site.answers["/bomb"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(b"x" * 100_000))
    for path, said in (("/said", "5,000 bytes long"), ("/bomb", "longer than 1,000 bytes")):
        with pytest.raises(Unfetchable, match=said):
            fetch(f"{site.url}{path}", settings=small)


def test_a_server_that_drips_is_left_when_the_time_is_up(site: Site) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Slow: ")
        while not site.done.wait(0.05):
            try:
                handler.wfile.write(b"x")
                handler.wfile.flush()
            except OSError:  # the other side has gone, as it should
                return

    site.answers["/slow"] = drip
    begun = time.monotonic()
    with pytest.raises(Unfetchable, match="does not answer in time"):
        fetch(f"{site.url}/slow", settings=Settings(allow_loopback=True, delay=0, patience=5, seconds=0.6))
    assert time.monotonic() - begun < 3


@pytest.mark.parametrize(
    ("status", "headers", "error", "said"),
    [
        (404, {}, NotFound, "is not there: the server answers 404"),
        (410, {}, NotFound, "answers 410"),
        (403, {}, Unfetchable, "answers 403"),
        (503, {"Retry-After": "60"}, Unfetchable, "come back after 60"),
        (200, {"Content-Type": "video/mp4"}, Unfetchable, "is video/mp4"),
        (200, {"Content-Encoding": "gzip"}, Unfetchable, "/x sends cannot be unpacked"),
        (200, {"Content-Length": "1000"}, Unfetchable, "broke off its answer: .*received 20 bytes, expected 1000"),
    ],
)
def test_what_is_no_document_is_said(
    site: Site, status: int, headers: dict[str, str], error: type[IngestError], said: str
) -> None:
    site.answers["/x"] = (status, headers, b"x" * 20)
    with pytest.raises(error, match=said):
        fetch(f"{site.url}/x", settings=HERE)


def test_a_host_is_asked_one_at_a_time_with_a_pause(site: Site) -> None:
    site.answers["/card"] = (200, HTML, PAGE)
    paced = Settings(allow_loopback=True, delay=0.1)
    threads = [threading.Thread(target=fetch, args=(f"{site.url}/card",), kwargs={"settings": paced}) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    times = [when for path, _, when in site.seen if path == "/card"]
    assert len(times) == 3
    assert site.most_busy == 1
    assert min(times[1] - times[0], times[2] - times[1]) >= 0.1


def test_nobody_there_is_said() -> None:
    with pytest.raises(Unfetchable, match=r"robots\.txt cannot be read.*127\.0\.0\.1 cannot be asked"):
        fetch("http://127.0.0.1:1/card", settings=HERE)


def test_what_is_an_address() -> None:
    assert [is_url(each) for each in ("http://a.ru", "HTTPS://a.ru", "a.ru", "http.pdf", "C:/a")] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_a_name_that_answers_otherwise_the_second_time_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[str] = []
    resolved = socket.getaddrinfo

    def rebinding(host: str, *args: object, **kwargs: object) -> object:
        looks.append(host)
        public = len(looks) == 1
        return resolved("93.184.216.34" if public else "127.0.0.1", *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    with pytest.raises(Unfetchable, match=r"not public \(127\.0\.0\.1\)"):
        fetch(site.url.replace("127.0.0.1", "rebinding.example"))
    assert len(looks) > 1
    assert site.seen == []
