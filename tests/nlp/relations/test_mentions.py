"""What a document speaks of, and what it calls it."""

from collections.abc import Callable

from nlp.relations import RULES, why
from nlp.statement import Statement

Stated = Callable[..., list[tuple[tuple[str, str, str], Statement]]]


def test_a_thing_is_mentioned_once_at_its_first_place(stated: Stated) -> None:
    text = "В Пермском крае создан кластер «Звезда». Кластер «Звезда» растёт, и Пермский край тоже.\n"
    facts = stated(text, "schema:mentions")
    assert sorted(fact[2] for fact, _ in facts) == ["region/RU-PER", "кластер «Звезда»"]
    assert min(statement.evidence[0].span.start for _, statement in facts) == text.index("Пермском")


def test_things_of_the_vocabulary_are_not_named_by_documents(stated: Stated) -> None:
    text = "В Пермском крае создан кластер «Звезда».\n"
    assert {fact[0] for fact, _ in stated(text, "rdfs:label", "skos:altLabel")} == {"кластер «Звезда»"}


def test_every_rule_says_why() -> None:
    names = [rule.__name__ for rule in RULES]
    assert len(set(names)) == len(names)
    assert all(why(name).endswith(".") for name in names)
    assert why("no such rule") == ""
    assert {name for name in names if why(name, "ru") == why(name)} == set()
