"""Numbers under which organizations are registered: ИНН of the tax service, ОГРН of the register of legal persons."""

import re
from collections.abc import Callable, Mapping

TAX, REGISTER = "schema:taxID", "svod:ogrn"
LABELS: Mapping[str, re.Pattern[str]] = {
    TAX: re.compile(r"\b(?:ИНН|INN|TIN)\b(?:\s*/\s*(?:КПП|KPP)\b)?", re.IGNORECASE),
    REGISTER: re.compile(r"\b(?:ОГРН|OGRN|PSRN)\b", re.IGNORECASE),
}
"""What stands before each number, or over it."""
NUMBERS: Mapping[str, re.Pattern[str]] = {
    TAX: re.compile(r"(?<!\d)\d{10}(?!\d)"),
    REGISTER: re.compile(r"(?<!\d)\d{13}(?!\d)"),
}
"""A legal person's; an entrepreneur's have 12 and 15 digits."""
WEIGHTS = (2, 4, 10, 3, 5, 9, 4, 6, 8)
MODULUS = 11


def is_tax_number(digits: str) -> bool:
    """Whether ten digits are an ИНН: the last is made of the others (order ЕД-7-14/559@ of the tax service).

    >>> is_tax_number("7707083893"), is_tax_number("7707083894")
    (True, False)
    """
    total = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, digits, strict=False))
    return total % MODULUS % 10 == int(digits[-1])


def is_register_number(digits: str) -> bool:
    """Whether thirteen digits are an ОГРН: the last is made of the others (order 165н of the Ministry of Finance).

    >>> is_register_number("1027700132195"), is_register_number("1027700132196")
    (True, False)
    """
    return int(digits[:-1]) % MODULUS % 10 == int(digits[-1])


CHECKS: Mapping[str, Callable[[str], bool]] = {TAX: is_tax_number, REGISTER: is_register_number}
