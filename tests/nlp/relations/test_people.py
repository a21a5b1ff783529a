"""People in office."""

from collections.abc import Callable

from nlp.statement import Statement

Stated = Callable[..., list[tuple[tuple[str, str, str], Statement]]]

SIGNED = "Глава администрации Щучанского района                                    О.К. Фёдорова\n"


def test_a_signature_gives_a_membership_with_person_post_and_body(stated: Stated) -> None:
    facts = stated(SIGNED, "org:member", "svod:roleName", "org:organization")
    assert {fact[1:] for fact, _ in facts} == {
        ("org:member", "Фёдорова О. К."),
        ("svod:roleName", "Глава администрации Щучанского района"),
        ("org:organization", "администрация Щучанского района"),
    }
    assert len({statement.subject for _, statement in facts}) == 1


def test_a_label_of_a_card_is_no_post(stated: Stated) -> None:
    text = "Кластер «Звезда»\n\nРуководитель: Иванов Пётр Сергеевич\n"
    assert stated(text, "svod:roleName") == []
    assert [fact[2] for fact, _ in stated(text, "svod:manager")] == ["Иванов Пётр Сергеевич"]
