"""Addresses ingested and asked again, of a real server on this machine."""

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

Svod = Callable[..., Any]
CARD = (
    "<!doctype html><html lang='ru'><head><meta charset='windows-1251'><title>Кластер «{name}»</title></head><body>"
    "{before}<h1>Кластер «{name}»</h1><dl><dt>Регион</dt><dd>{region}</dd></dl></body></html>"
)


@dataclass
class Site:
    """A registry: pages by path, each with its ETag; `asked` are the requests (path, what they knew, what they got)."""

    url: str = ""
    pages: dict[str, tuple[str, str]] = field(default_factory=dict)
    asked: list[tuple[str, str, int]] = field(default_factory=list)

    def card(self, path: str, name: str, tag: str, *, region: str = "Пермский край", before: str = "") -> str:
        """Put a card there; its address."""
        self.pages[path] = (CARD.format(name=name, region=region, before=before), tag)
        return self.url + path


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            page, tag = site.pages.get(self.path, ("", ""))
            known = self.headers.get("If-None-Match", "")
            status = 404 if not page else 304 if tag and known == tag else 200
            if self.path != "/robots.txt":
                site.asked.append((self.path, known, status))
            body = page.encode("cp1251") if status == 200 else b""
            self.send_response(status)
            self.send_header("Content-Type", "text/html; charset=windows-1251")
            self.send_header("Content-Length", str(len(body)))
            if tag:
                self.send_header("ETag", tag)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that http.server gives it
            """Nothing is printed."""

    monkeypatch.setenv("SVOD_ALLOW_LOOPBACK", "1")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield site
    server.shutdown()
    server.server_close()
    thread.join()


def became(ran: Any) -> list[tuple[str, str]]:
    """What became of each source."""
    return [(document["source"], document["status"]) for document in ran.json["documents"]]


def test_an_address_is_ingested_and_asked_again(svod: Svod, own: Path, site: Site) -> None:
    first = site.card("/cluster/1", "Заря", '"1"')
    second = site.card("/cluster/2", "Полюс", '"1"')
    ran = svod("ingest", first, second, "--json", "--library", own)
    assert became(ran) == [(first, "added"), (second, "added")]
    said = svod("ask", "В каком регионе находится кластер «Заря»?", "--json", "--library", own).json
    assert said["answers"][0]["label"] == "Пермский край"
    [kept] = [
        document
        for document in svod("status", "--json", "--library", own).json["documents"]
        if first in document["sources"]
    ]
    bytes_ = (own / "files" / kept["digest"][:2] / kept["digest"]).read_bytes()
    assert bytes_ == site.pages["/cluster/1"][0].encode("cp1251")

    site.card("/cluster/2", "Полюс", '"2"', region="Тульская область")
    site.asked.clear()
    assert became(svod("refresh", "--json", "--library", own)) == [(first, "unchanged"), (second, "replaced")]
    assert site.asked == [("/cluster/1", '"1"', 304), ("/cluster/2", '"1"', 200)]


def test_a_page_whose_text_is_equal_is_unchanged(svod: Svod, own: Path, site: Site) -> None:
    address = site.card("/cluster/1", "Заря", '"1"')
    added = svod("ingest", address, "--json", "--library", own).json["documents"][0]
    site.card("/cluster/1", "Заря", '"2"', before="<script>var visit = 17</script><!-- 12:00 -->")
    seen = svod("refresh", "--json", "--library", own).json["documents"][0]
    assert (seen["status"], seen["id"]) == ("unchanged", added["id"])
    assert svod("refresh", "--json", "--library", own).json["documents"][0]["status"] == "unchanged"
    assert site.asked[-1] == ("/cluster/1", '"2"', 304)


def test_what_depends_on_the_clock_stands_in_no_document_graph(svod: Svod, own: Path, site: Site) -> None:
    svod("ingest", site.card("/cluster/1", "Заря", '"tag-of-today"'), "--library", own)
    assert "tag-of-today" not in svod("export", "--format", "nquads", "--library", own).out
    [known] = [json.loads(path.read_text(encoding="utf-8")) for path in (own / "fetched").iterdir()]
    assert (known["url"], known["etag"]) == (f"{site.url}/cluster/1", '"tag-of-today"')


def test_a_page_that_is_gone_is_said_and_its_document_stays(svod: Svod, own: Path, site: Site) -> None:
    address = site.card("/cluster/1", "Заря", '"1"')
    svod("ingest", address, "--library", own)
    del site.pages["/cluster/1"]
    ran = svod("refresh", "--json", "--library", own)
    assert ran.code == 1
    assert became(ran) == [(address, "refused")]
    assert "404" in ran.json["documents"][0]["reason"]
    assert address in str(svod("status", "--json", "--library", own).json["documents"])


def test_a_withdrawn_page_is_not_asked_again(svod: Svod, own: Path, site: Site) -> None:
    address = site.card("/cluster/1", "Заря", '"1"')
    svod("ingest", address, "--library", own)
    assert svod("withdraw", address, "--library", own).code == 0
    site.asked.clear()
    assert became(svod("refresh", "--json", "--library", own)) == []
    assert site.asked == []
    assert svod("refresh", address, "--library", own).code == 1
    assert became(svod("ingest", address, "--json", "--library", own)) == [(address, "added")]


def test_a_list_page_brings_its_cards_when_asked(svod: Svod, own: Path, site: Site) -> None:
    names = ["Альфа", "Бета", "Гамма"]
    cards = [site.card(f"/clusters/{number}", name, "") for number, name in enumerate(names)]
    links = "".join(f"<li><a href='/clusters/{number}'>Кластер {name}</a></li>" for number, name in enumerate(names))
    site.pages["/clusters"] = (f"<html><body><h1>Реестр кластеров</h1><ul>{links}</ul></body></html>", "")
    ran = svod("ingest", "--cards", f"{site.url}/clusters", "--json", "--library", own)
    assert became(ran) == [(f"{site.url}/clusters", "added"), *((card, "added") for card in cards)]
    assert [path for path, _, _ in site.asked] == ["/clusters", "/clusters/0", "/clusters/1", "/clusters/2"]


def test_servers_of_this_machine_are_not_asked(
    svod: Svod, own: Path, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = site.card("/cluster/1", "Заря", '"1"')
    monkeypatch.delenv("SVOD_ALLOW_LOOPBACK")
    ran = svod("ingest", address, "--json", "--library", own)
    assert (ran.code, became(ran)) == (1, [(address, "refused")])
    assert site.asked == []
