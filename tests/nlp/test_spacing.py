"""Words that extraction has torn apart."""

import pytest

from nlp.spacing import joined


@pytest.mark.parametrize(
    ("torn", "whole"),
    [
        ("био фармацевтического", "биофармацевтического"),
        ("энерго машиностроения", "энергомашиностроения"),
        ("Не коммерческого партнерства", "Некоммерческого партнерства"),
        ("нефте газовых и нано структур", "нефтегазовых и наноструктур"),
        ("газо и вода", "газо и вода"),
        ("Алтайский\n кластер", "Алтайский кластер"),
    ],
)
def test_halves_are_joined(torn: str, whole: str) -> None:
    assert joined(torn) == whole
