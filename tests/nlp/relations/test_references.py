"""Statements by words that point back to an act."""

import pytest

from nlp.statement import Statement
from tests.nlp.relations.conftest import Fact, Stated, extract_of

HEAD = "ПРАВИТЕЛЬСТВО САМАРСКОЙ ОБЛАСТИ\n\nПОСТАНОВЛЕНИЕ\nот 01.02.2016 № 17\n\n"


def passages(text: str, statement: Statement) -> dict[str, str]:
    return {one.role: text[one.span.start : one.span.end] for one in statement.evidence}


def test_an_act_repeals_what_its_words_point_back_to(stated: Stated) -> None:
    text = (
        f"{HEAD}Рассмотрено постановление Правительства области от 12.03.2015 № 45. "
        "Признать указанное постановление утратившим силу.\n"
    )
    ((_, statement),) = stated(text, "eli:repeals")
    assert statement.object == "act/RU-SAM/pravitelstvo/regional-resolution/2015-03-12/45"
    assert passages(text, statement) == {
        "value": "указанное постановление",
        "subject": "ПОСТАНОВЛЕНИЕ\nот 01.02.2016 № 17",
        "context": "постановление Правительства области от 12.03.2015 № 45",
    }


@pytest.mark.parametrize(
    ("text", "predicate", "subject", "object_"),
    [
        (
            "Вышел Федеральный закон от 31.12.2014 № 488-ФЗ. Указанным законом внесены изменения в Федеральный "
            "закон от 24.07.2007 № 209-ФЗ.",
            "eli:amends",
            "act/ru/federal-law/2014-12-31/488-fz",
            "act/ru/federal-law/2007-07-24/209-fz",
        ),
        (
            "There is Government Resolution of July 31, 2015 No. 779. The said resolution repealed Government "
            "Resolution of April 15, 2014 No. 316.",
            "eli:repeals",
            "act/ru/government-resolution/2015-07-31/779",
            "act/ru/government-resolution/2014-04-15/316",
        ),
    ],
)
def test_the_act_pointed_to_is_a_subject(text: str, predicate: str, subject: str, object_: str) -> None:
    found = [one for one in extract_of(f"{text}\n").statements if one.predicate == predicate]
    assert [(one.subject, one.object) for one in found] == [(subject, object_)]
    assert {one.role for one in found[0].evidence} == {"value", "subject", "context"}


def test_a_programme_rests_on_the_act_pointed_to(stated: Stated) -> None:
    text = (
        "Издано постановление Правительства РФ от 15.04.2014 № 316. Государственная программа «Рост и дело», "
        "утверждённая названным постановлением, действует.\n"
    )
    facts: list[tuple[Fact, Statement]] = stated(text, "svod:legalBasis")
    assert [statement.object for _, statement in facts] == ["act/ru/government-resolution/2014-04-15/316"]


@pytest.mark.parametrize(
    "text",
    [
        "Приняты приказы Минпромторга России от 01.02.2016 № 5 и от 02.02.2016 № 6. Указанным приказом внесены "
        "изменения в приказ Минпромторга России от 03.02.2015 № 1.",
        "Вышел Федеральный закон от 31.12.2014 № 488-ФЗ. Указанным постановлением внесены изменения в Федеральный "
        "закон от 24.07.2007 № 209-ФЗ.",
    ],
)
def test_words_that_fit_several_acts_or_none_say_nothing(text: str) -> None:
    assert [one for one in extract_of(f"{text}\n").statements if one.predicate == "eli:amends"] == []
