"""Words that extraction has torn apart ("био фармацевтический", "не коммерческое"), put together again."""

import re
from functools import lru_cache

from nlp.morphology import is_in_dictionary, lemma, parse

COMBINING = (
    "авиа|авто|агро|аэро|био|вагоно|взаимо|видео|вибро|водо|газо|гео|гидро|дерево|евро|зерно|инфо|кибер|космо"
    "|крупно|лесо|мало|машино|медиа"
    "|медико|металло|микро|много|мото|мульти|нано|нефте|нефтегазо|обще|одно|опто|оптико|приборо|радио"
    "|радиоэлектро|ракето|рыбо|само|свето|сельхоз"
    "|средне|станко|строй|супер|судо|теле|тепло|термо|техно|торгово|трансгранично|турбо|фарм|фармако|фото|хлебо"
    "|хими|эко|электро|энерго|этно|ядерно"
)
TORN = re.compile(rf"\b((?i:{COMBINING}))[ \xa0]+([а-яё]{{5,}})\b")
NEGATED = re.compile(r"\b([Нн]е|[Нн]аи)[ \xa0]+((?:коммерческ|лучш|больш|меньш|высш)\w+)\b")
BLANK = re.compile(r"\s+")


@lru_cache(maxsize=20_000)
def joined(text: str) -> str:
    """The text with torn words joined and blanks collapsed.

    >>> joined("Алтайский био  фармацевтический кластер")
    'Алтайский биофармацевтический кластер'
    >>> joined("Не коммерческое партнерство")
    'Некоммерческое партнерство'
    """
    flat = BLANK.sub(" ", text).strip()
    return NEGATED.sub(r"\1\2", TORN.sub(_join, flat))


def _join(match: re.Match[str]) -> str:
    first, second = match.groups()
    whole = first + second
    readings = parse(second)
    if is_in_dictionary(whole) or any(reading.part in {"NOUN", "ADJF"} for reading in readings):
        return whole
    return match.group()


def is_torn(first: str, second: str) -> bool:
    """Whether two neighbouring words are the halves of one."""
    return bool(TORN.fullmatch(f"{first} {second}"))


__all__ = ["is_torn", "joined", "lemma"]
