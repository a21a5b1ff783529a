"""How questions are read: words, names, terms, and what stays unclear."""

import pytest

from graph.question import understand
from graph.questions.lexicon import build, lexicon
from graph.questions.reading import read
from graph.questions.words import key, language_of, sound, words
from graph.search import Index
from graph.snapshot import Snapshot
from ontology.vocabulary import Term, vocabulary


@pytest.fixture(scope="module")
def index(asked: Snapshot) -> Index:
    made = Index()
    made.sync(asked, with_pages=False)
    return made


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("кластером", "Кластеры"),
        ("Звёздном", "звездный"),
        ("manages", "managed"),
        ("specialising", "specializes"),
        ("31.12.2014", "2014-12-31"),
        ("488-Ф3", "488-FZ"),
        ("centre", "centers"),
    ],
)
def test_words_that_are_one_word(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_names_sound_alike_in_both_alphabets() -> None:
    assert sound("Звездный") == sound("Zvezdny") == sound("Zvyozdnyy".replace("yo", "e"))
    assert sound("2015") == ""


@pytest.mark.parametrize(
    ("text", "language"),
    [("Who manages «Новый Звездный»?", "en"), ("кто управляет Novy Zvezdny", "ru"), ("", "en"), ("488-ФЗ", "ru")],
)
def test_the_language_of_a_question(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_term_added_to_the_vocabulary_can_be_asked_for() -> None:
    term = Term(
        curie="svod:mascot",
        iri="https://w3id.org/svod/mascot",
        kind="object",
        ru="талисман кластера",
        en="mascot",
        alt_ru=("символ",),
        alt_en=(),
        definition_ru="",
        definition_en="",
        domain=("svod:Cluster",),
        range=("svod:Product",),
        broader=(),
        is_functional=False,
    )
    own = vocabulary()
    wider = type(own)(
        **{f: getattr(own, f) for f in own.__slots__} | {"properties": {**own.properties, term.curie: term}}
    )
    for question in ("какой талисман у кластера", "символы Нового Звездного", "what is the mascot of it"):
        found = {sense.id for one in build(wider).find(words(question)) for sense in one.senses}
        assert "svod:mascot" in found
        assert "svod:mascot" not in {sense.id for one in lexicon().find(words(question)) for sense in one.senses}


def test_a_phrase_is_read_once_and_what_is_left_is_known(asked: Snapshot, index: Index) -> None:
    reading = read("стальные пилотные кластеры Пермского края в 2013-2015", index, asked.base)
    assert [word.text for word in reading.unread] == ["стальные"]
    assert reading.years == (2013, 2015)
    named = {candidate.iri.removeprefix(asked.base) for one in reading.named for candidate in one.candidates}
    assert named == {"status/pilot", "region/RU-PER"}


@pytest.mark.parametrize(
    ("question", "iri"),
    [
        ("кто управляет кластером «Фотоника»", "cluster/fotonika"),  # not the specialization of that name
        ("кластеры по специализации фотоника", "specialization/photonics"),
        ("Галицкого", "person/galitskii-sergei"),
    ],
)
def test_what_is_asked_tells_things_of_one_name_apart(asked: Snapshot, index: Index, question: str, iri: str) -> None:
    reading = read(question, index, asked.base)
    assert [c.iri.removeprefix(asked.base) for one in reading.named for c in one.candidates] == [iri]


def test_a_common_word_is_no_part_of_a_name(asked: Snapshot, index: Index) -> None:
    assert read("инновационный", index, asked.base).named == ()
    assert read("кластер", index, asked.base).named == ()


def test_what_was_understood_is_said_in_the_language_of_the_question(asked: Snapshot, index: Index) -> None:
    assert understand("кластеры Пермского края", asked, index).understood == "Кластер · Пермский край"
    assert understand("clusters in Perm Krai", asked, index).understood == "Cluster · Perm Krai"
