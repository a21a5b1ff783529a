"""The words by which texts name the capitals of federal subjects and the federal districts, in every case."""

from collections.abc import Mapping
from functools import cache

from nlp.region_forms import ADJECTIVE_ENDINGS, declined
from ontology.vocabulary import vocabulary

Place = tuple[str, str]
"""The id of a place and its name."""

SOFT_ENDINGS = ("его", "ему", "ем")  # Нижнего Новгорода


@cache
def place_forms() -> Mapping[str, Place]:
    """Each form, in small letters with ё as е, and whose it is."""
    table: dict[str, Place] = {}
    for region in vocabulary().regions:
        if region.kind == "svod:FederalCity":
            continue  # found as regions
        name = region.capital_ru.lower().replace("ё", "е")
        first, _, last = name.rpartition(" ") if " " in name else name.rpartition("-")
        joiner = name[len(first) : len(name) - len(last)]
        for form in declined(last):
            if not first:
                table[form] = (region.capital_id, region.capital_ru)
            elif joiner == "-":
                table[f"{first}-{form}"] = (region.capital_id, region.capital_ru)
            else:
                for ending in (*ADJECTIVE_ENDINGS, *SOFT_ENDINGS):
                    table[f"{first[:-2]}{ending} {form}"] = (region.capital_id, region.capital_ru)
        table[region.capital_en.lower()] = (region.capital_id, region.capital_ru)
    for district in vocabulary().districts:
        stem = district.ru.split()[0].lower()[:-2]
        table |= {stem + ending: (district.id, district.ru) for ending in ADJECTIVE_ENDINGS}
    return table
