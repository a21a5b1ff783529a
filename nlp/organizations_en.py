"""Organizations in English text."""

from collections.abc import Iterator
from typing import Any


def find_english(text: str) -> Iterator[Any]:
    return iter(())
