"""Sums by whose money they are: "Объём финансирования – 8 млн рублей, в том числе: областной бюджет – 5 млн рублей"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from nlp.figures.enumerated import has_verb
from nlp.figures.figure import Figure, Part

PURSE = re.compile(
    r"(?:(?:за\s+сч[её]т\s+)?(?:средств\w*|финансирование)\s+(?:из\s+|за\s+сч[её]т\s+(?:средств\s+)?)?)?"
    r"(?:(?:федеральн|областн|краев|республиканск|окружн|районн|местн|городск|муниципальн|региональн|сельск)\w*\s+"
    r"бюджет\w*|бюджет\w*(?:\s+(?!на\b|по\b|для\b|исполн|состав)[^\s,;:–—]+){0,8}|"
    r"(?<=средства\s)(?:муниципальн|сельск|городск)\w+\s+(?:образовани|район|поселени|округ)\w*|"
    r"(?:внебюджетн|собственн|привлеч[её]нн|ин|друг)\w+\s+(?:средств|источник)\w*(?:\s+финансирования)?)",
    re.IGNORECASE,
)
"""Words that name a source of money and no more."""

PARTS_OF = re.compile(
    r"[\s,.;:(*–—-]*(?:в\s+том\s+числе|в\s+т\.\s?ч\.|из\s+них|за\s+сч[её]т|по\s+источникам|of\s+which|including)", re.I
)
"""What stands after a sum that is parted by sources."""

LONGEST_LIST = 500  # characters from a sum to the last of its sources


def by_purse(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The figures, those of a source with the words of the sum that they are a part of; without that sum, none."""
    kept: list[Figure] = []
    total: Figure | None = None
    for figure in sorted(figures, key=lambda one: (one.amount.at, one.amount.stop)):
        if not _is_purse(figure):
            total = figure if PARTS_OF.match(text, figure.amount.end) else None if _is_sum(figure) else total
            kept.append(figure)
        elif total is not None and _is_part(figure, total):
            kept.append(_of(figure, total))
    return kept


def _is_sum(figure: Figure) -> bool:
    return figure.rule == "prose_figure" and figure.amount.unit is not None


def _is_purse(figure: Figure) -> bool:
    words = figure.measure.value
    return figure.rule == "prose_figure" and PURSE.fullmatch(words) is not None and not has_verb(words)


def _is_part(figure: Figure, total: Figure) -> bool:
    is_near = figure.span.start - total.span.end < LONGEST_LIST
    return is_near and figure.amount.unit == total.amount.unit


def _of(figure: Figure, total: Figure) -> Figure:
    measure = Part(f"{total.measure.value}: {figure.measure.value}", figure.measure.span)
    return replace(figure, measure=measure, period=figure.period or total.period, modality=total.modality)
