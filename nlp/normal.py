"""Names in the form that resolution compares: small letters, no quotes, no generic head words."""

import re

OPENING, CLOSING = '«„“"', '»”“"'
QUOTED = re.compile(rf"[{OPENING}](.+)[{CLOSING}]?", re.DOTALL)
QUOTES = re.compile(r"[«»„“”\"'‘’*]")
BLANKS = re.compile(r"\s+")
TAIL_AFTER_QUOTE = re.compile(rf"^(.*[{CLOSING}])[^{CLOSING}]*$", re.DOTALL)
BRACKETED = re.compile(r"\s*\([^()]*\)\s*$")
CLUSTER_WORD = re.compile(r"кластер|cluster|(?<!\w)ИТК(?!\w)", re.IGNORECASE)
PROPER_NAMED = frozenset({"svod:Organization", "svod:ManagementOrganization"})
"""Types whose quoted proper name alone tells them apart."""


def plain(text: str) -> str:
    """Small letters, ё as е, no quotes or markup, single blanks, no punctuation at the ends.

    >>> plain(" «Протон\\n-  ПМ», ")
    'протон - пм'
    """
    folded = QUOTES.sub(" ", text.casefold().replace("ё", "е"))
    return BLANKS.sub(" ", folded).strip(" ,.;:–—-")


def proper(name: str) -> str:
    """What stands in the outermost quotes, or the whole name where there are none; an unclosed quote runs to the end.

    >>> proper('кластер "Технополис "Новый Звездный"')
    'Технополис "Новый Звездный"'
    """
    name = BRACKETED.sub("", name) or name
    match = QUOTED.search(name)
    if match is None:
        return name
    tail = TAIL_AFTER_QUOTE.match(match[1])
    inner = tail[1] if tail else match[1]
    return inner if plain(inner) else name


def normal_name(name: str, type_: str) -> str:
    """The name as resolution compares it with other names of the same type (`svod:Cluster`).

    >>> normal_name('Технологический кластер "Технополис "Новый Звездный""', "svod:Cluster")
    'технополис новый звездный'
    >>> normal_name('Технополис "Новый Звездный"', "svod:Cluster")
    'технополис новый звездный'
    >>> normal_name("Алтайский  биофармацевтический кластер", "svod:Cluster")
    'алтайский биофармацевтический кластер'
    >>> normal_name("ОАО «Протон-ПМ»", "svod:Organization")
    'протон-пм'
    >>> normal_name("Галицкий С. А.", "svod:Person")
    'галицкий с а'
    """
    if type_ == "svod:Cluster":
        quoted = QUOTED.search(name)
        outside = name[: quoted.start()] if quoted else ""
        return plain(proper(name)) if CLUSTER_WORD.search(outside) else plain(BRACKETED.sub("", name) or name)
    if type_ in PROPER_NAMED:
        return plain(proper(name)) or plain(name)
    if type_ == "svod:Person":
        return plain(BLANKS.sub(" ", name.replace(".", " ")))
    return plain(name)


def fits(short: str, full: str) -> bool:
    """Whether `short` (both normal person names, surname first) can stand for `full`: the surname is equal and each
    further word is the fuller one's or its initial, in order.

    >>> fits("галицкий с", "галицкий сергей"), fits("галицкий а", "галицкий сергей")
    (True, False)
    """
    one, other = short.split(), full.split()
    if len(one) < 2 or len(one) > len(other) or one[0] != other[0] or one == other:
        return False
    return all(
        part == whole or (len(part) == 1 and whole.startswith(part))
        for part, whole in zip(one[1:], other[1:], strict=False)
    )
