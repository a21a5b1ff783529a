"""The page in a real browser: a question with its marked passage, registry, card, documents; no other host is asked."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.ui.librarian import click, settle, write

pytestmark = pytest.mark.browser
QUESTION = "Сколько промышленных кластеров в Тульской области?"
CLUSTER = "cluster/tekhnopolis-novyi-zvezdnyi"
DOCUMENTS = Path(__file__).parents[2] / "corpus/documents"
IS_DRAWN = "image => image !== null && image.complete && image.naturalWidth > 200"


@pytest.fixture
def visit(browser: Any, server: Any) -> Iterator[Any]:
    """Opens an address of the page and waits until it is drawn; fails where anything asks another host."""
    asked: list[str] = []
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="ru-RU")
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))

    def open_(address: str) -> Any:
        page.goto(server.url + address)
        settle(page)
        return page

    yield open_
    context.close()
    local = (server.url, server.url.replace("http", "ws"), "data:", "blob:")
    assert [url for url in asked if not url.startswith(local)] == []


def test_a_question_is_answered_with_its_place_marked_on_the_page(visit: Any) -> None:
    page = visit("/")
    write(page, "Вопрос к библиотеке", QUESTION)
    click(page, "button", "Ответить")
    image = page.locator("img.svod-page").first
    image.wait_for()
    page.wait_for_function(f"({IS_DRAWN})(document.querySelector('img.svod-page'))")
    assert "statement=" in image.get_attribute("src")
    assert page.locator(".svod-quote").first.inner_text()
    page.get_by_text("Запрос SPARQL и Cypher").click()
    page.get_by_text("SELECT").first.wait_for()


def test_what_no_document_states_is_said_with_what_was_searched(visit: Any) -> None:
    page = visit("/?q=Кто%20менеджер%20кластера%20«Небывалый»%3F")
    page.get_by_text(f"Просмотрено документов: {len(list(DOCUMENTS.iterdir()))}").wait_for()
    assert page.locator(".svod-quote").count() == 0


def test_the_registry_speaks_both_languages(visit: Any) -> None:
    page = visit("/registry")
    page.get_by_role("heading", name="Реестр").wait_for()
    page.get_by_text("English", exact=True).click()
    page.get_by_role("heading", name="Registry").wait_for()
    page.get_by_text("Clusters:").wait_for()
    assert "lang=en" in page.url


def test_a_card_opens_by_its_address_and_shows_where_a_fact_stands(visit: Any) -> None:
    page = visit(f"/?cluster={CLUSTER}")
    page.get_by_role("heading", name="Новый Звездный").wait_for()
    page.get_by_text("статус кластера", exact=True).wait_for()
    page.locator("[data-testid=stExpander] summary").first.click()
    page.locator(".svod-quote").first.wait_for()
    assert page.locator(".svod-quote").first.inner_text().strip()


def test_a_document_opens_at_its_page_with_one_statement_marked(visit: Any, server: Any) -> None:
    query = "SELECT ?d ?n ?st WHERE { GRAPH ?d { ?st svod:passage ?p . ?p svod:page ?n ; svod:boxes ?b } } LIMIT 1"
    row = server.get("/sparql", query=query).json()["results"]["bindings"][0]
    document, number, statement = (row[name]["value"].rpartition("/")[2] for name in ("d", "n", "st"))
    page = visit(f"/documents?document={document}&page={number}&statement={statement}")
    page.wait_for_function(f"({IS_DRAWN})(document.querySelector('img.svod-page'))")
    assert f"statement={statement}" in page.locator("img.svod-page").get_attribute("src")


def test_a_text_document_marks_its_passages_in_the_text(visit: Any, server: Any) -> None:
    query = "SELECT ?d WHERE { GRAPH ?d { ?d dcterms:format 'text/html' } } LIMIT 1"
    iri = server.get("/sparql", query=query).json()["results"]["bindings"][0]["d"]["value"]
    page = visit(f"/documents?document={iri.rpartition('/')[2]}")
    page.locator(".svod-text mark").first.wait_for()
    assert all(text.strip() for text in page.locator(".svod-text mark").all_inner_texts())


def test_every_passage_of_an_answer_is_in_sight_in_the_text_around_it(visit: Any) -> None:
    page = visit("/?q=Кто управляет кластером Технополис Новый Звездный%3F")
    text = page.locator(".svod-text").first
    text.wait_for()
    assert "Галицкий Сергей" in text.locator("mark").all_inner_texts()
    assert text.evaluate("box => box.scrollHeight <= box.clientHeight")


def test_the_card_of_a_region_calls_figures_by_what_they_measure(visit: Any) -> None:
    page = visit("/thing?thing=region/RU-PER")
    page.get_by_text("Пермский край получил на технополис").wait_for()
    assert page.get_by_text("observation/").count() == 0


def test_the_page_fits_a_phone(visit: Any) -> None:
    page = visit(f"/?q={QUESTION}")
    page.set_viewport_size({"width": 390, "height": 844})
    page.locator(".svod-quote").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
