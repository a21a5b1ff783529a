"""One walk over a text: every step's words and signs where they stand, as its own pattern would find them."""

import pytest

from nlp.triggers import SHORT, numbers, triggers


@pytest.mark.parametrize("padding", ["", "Слова. " * SHORT])
def test_stems_stand_in_order_whatever_the_case_of_letters_and_the_length_of_the_text(padding: str) -> None:
    text = padding + "УКАЗ и Постановление, приказ"
    starts = [text.index(word) for word in ("УКАЗ", "Постановление", "приказ")]
    assert triggers(text).stems["act"] == starts


def test_a_stem_that_holds_another_is_found_beside_it() -> None:
    assert triggers("г. Н, пр-т М").stems["address"] == [0, 6]
    assert triggers("посёлок").stems["settlement"] == [0, 2]  # "посел" and "сел": the pattern decides


def test_signs_are_found_as_they_are_written() -> None:
    found = triggers("ГОСТ 5, гость, УК РФ, РТ").signs
    assert found["standard"] == [0, 1]
    assert found["code_in_capitals"] == [16]
    assert found["region"] == [22]


def test_forms_of_names_come_with_their_ends() -> None:
    text = "в Перми и Самарской области"
    found = triggers(text)
    assert [text[start:end] for start, end, _ in found.places] == ["Перми"]
    assert [text[start:end] for start, end, forms in found.regions if forms[0].iso == "RU-SAM"] == ["Самарской"]


def test_small_letters_keep_their_places() -> None:
    assert len(triggers("İ Ёлка").small) == len("İ Ёлка")


def test_numbers_are_whole_rows_of_digits() -> None:
    assert numbers("от 31.12.2014 № 488-ФЗ") == [(3, 5), (6, 8), (9, 13), (16, 19)]
