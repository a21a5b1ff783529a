"""People in Latin letters, and what is only named for them."""

import pytest

from nlp.people_en import find_latin


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Welcomed by Anna Belova, director of the Centre.", "Belova Anna", "director of the Centre"),
        (
            "The chairman of the council, Viktor Basargin, signed the act with the bank.",
            "Basargin Viktor",
            "chairman of the council",
        ),
        ("The manager of the Amber Cluster is Natalia Voronina.", "Voronina Natalia", "manager of the Amber Cluster"),
        ("Vice-Governor Ilnur Garipov reported.", "Garipov Ilnur", "Vice-Governor"),
        ("It was named by Mary O'Brien and others.", "O'Brien Mary", ""),
        ("Thanks went to Jean-Luc Moreau, adviser to the minister.", "Moreau Jean-Luc", "adviser to the minister"),
        ("Jürgen Krause came.", "Krause Jürgen", ""),
    ],
)
def test_a_name_comes_surname_first_with_the_role_beside_it(text: str, name: str, role: str) -> None:
    assert [(found.name, found.role) for found in find_latin(text)] == [(name, role)]


@pytest.mark.parametrize(
    "text",
    [
        "studied at George Washington University",
        "Robert Bosch GmbH delivers",
        "12 Alexander Nevsky Street, Perm",
        "near Charles de Gaulle airport",
        "the Anton Chekhov technology park",
        "Victoria Harbour Holdings withdrew",
    ],
)
def test_what_is_named_for_a_person_is_none(text: str) -> None:
    assert find_latin(text) == []
