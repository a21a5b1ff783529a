"""Where each federal subject stands on the diagram: a grid of tiles that keeps neighbours near each other.

Laid out by us from the coordinates of the administrative centres in `ontology/regions.ttl`; rows from the north,
columns from the west. Ids are those of the vocabulary.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ontology import vocabulary

GRID = """
.   .   .   MUR .   .   .   .   NEN .   YAN .   .   .   .   .   .   .   CHU
.   .   .   KR  .   ARK .   .   KO  .   KHM .   KYA .   SA  .   .   MAG KAM
.   .   SPE LEN VLG .   KOS .   KIR .   PER SVE TYU TOM .   IRK .   .   KHA
.   .   PSK NGR TVE YAR IVA NIZ ME  UD  .   CHE KGN NVS KEM BU  ZAB AMU SAK
KGD .   .   SMO MOS MOW VLA MO  CU  TA  BA  .   OMS ALT KK  TY  .   YEV .
.   .   .   BRY KLU TUL RYA PNZ ULY SAM ORE .   .   AL  .   .   .   PRI .
.   .   .   KRS ORL LIP TAM SAR .   .   .   .   .   .   .   .   .   .   .
.   .   .   BEL VOR ROS VGG AST .   .   .   .   .   .   .   .   .   .   .
.   .   40  43  KDA STA KL  .   .   .   .   .   .   .   .   .   .   .   .
.   .   .   .   AD  KC  KB  IN  CE  DA  .   .   .   .   .   .   .   .   .
.   .   .   .   .   .   .   SE  .   .   .   .   .   .   .   .   .   .   .
"""
"""The ends of the ISO 3166-2 codes."""

RUSSIAN: Mapping[str, str] = {
    "RU-AL": "РАлт", "RU-ALT": "Алт", "RU-KYA": "Кряр", "RU-KDA": "Крдр", "RU-MOW": "Мск", "RU-MOS": "МО",
    "RU-SPE": "СПб", "RU-LEN": "ЛО", "RU-NIZ": "Ниж", "RU-NGR": "Нвг", "RU-NVS": "Нск", "RU-SE": "Осет",
    "RU-KB": "КБР", "RU-KC": "КЧР", "RU-KR": "Кар", "RU-KAM": "Камч", "RU-KEM": "Кузб", "RU-KHM": "ХМАО",
    "RU-YAN": "ЯНАО", "RU-NEN": "НАО", "RU-YEV": "ЕАО", "RU-SA": "Якут", "RU-ME": "Марий", "RU-UD": "Удм",
    "RU-TA": "Татар", "RU-BA": "Башк", "RU-MO": "Морд", "RU-TVE": "Твер", "RU-TUL": "Тул", "RU-TOM": "Том",
    "RU-TAM": "Тамб", "RU-SAM": "Самар", "RU-SAR": "Сарат", "RU-SAK": "Сахал", "RU-KGD": "Клгд", "RU-KLU": "Калуж",
    "RU-KL": "Калм", "RU-KGN": "Курган", "RU-KRS": "Курск", "RU-VLA": "Влад", "RU-VLG": "Волог", "RU-VGG": "Волг",
    "RU-ORL": "Орёл", "RU-ORE": "Орен", "RU-CHE": "Челяб", "RU-CE": "Чечня", "RU-CU": "Чув", "RU-CHU": "Чукот",
    "RU-KIR": "Киров", "RU-KOS": "Костр", "RU-YAR": "Яросл", "RU-TY": "Тыва", "RU-TYU": "Тюм", "RU-KO": "Коми",
    "UA-43": "Крым", "UA-40": "Севаст",
}  # fmt: skip
"""What stands on a tile in Russian, where the first letters of the name would say too little."""

LETTERS = 4  # of a name, on a tile


@dataclass(frozen=True, slots=True)
class Tile:
    """A subject: its id, row from 1 in the north and column from 1 in the west, its names, and what its tile says."""

    id: str
    row: int
    column: int
    ru: str
    en: str
    mark_ru: str
    mark_en: str


@cache
def tiles() -> tuple[Tile, ...]:
    """Every subject of the vocabulary, row by row."""
    regions = {region.iso.partition("-")[2]: region for region in vocabulary().regions}
    found = []
    for row, line in enumerate(GRID.split("\n")[1:-1], start=1):
        for column, code in enumerate(line.split(), start=1):
            if code != ".":
                region = regions[code]
                mark = RUSSIAN.get(region.iso, (region.short_ru or region.ru)[:LETTERS])
                found.append(Tile(region.id, row, column, region.ru, region.en, mark, code))
    return tuple(found)
