"""Back-references to acts: "указанный закон", "настоящее постановление", "тот же приказ"."""

import re
from collections.abc import Iterator, Sequence

from ingest.record import record
from nlp.acts.citation import Citation
from nlp.acts.lists import LISTED
from nlp.triggers import triggers

_POINTING = (
    r"(?P<own>настоящ(?:ий|его|ему|им|ем|ее|ая|ей|ую)|this|the\s+present)"
    r"|(?P<back>(?:выше)?(?:указанн|названн|упомянут|поименованн)(?:ый|ого|ому|ым|ом|ое|ая|ой|ую)|данн(?:ый|ого|ому|ым|ом|ое)|эт(?:от|ого|ому|им|ом|о)|"
    r"(?:тот|того|тому|тем|том|то)\s+же|the\s+said|said|the\s+same|that|the\s+above(?:-mentioned)?)"
)
_TYPES: tuple[tuple[str, str], ...] = (
    ("federal_law", r"федеральн\w{2,3}\s+закон(?:|а|у|ом|е)|federal\s+law"),
    ("law", r"закон(?:|а|у|ом|е)|law"),
    ("decree", r"указ(?:|а|у|ом|е)|decree"),
    ("resolution", r"постановлени(?:е|я|ю|ем|и)|resolution"),
    ("order", r"распоряжени(?:е|я|ю|ем|и)"),
    ("prikaz", r"приказ(?:|а|у|ом|е)|order"),
    ("decision", r"решени(?:е|я|ю|ем|и)|decision"),
    ("code", r"кодекс(?:|а|у|ом|е)|code"),
)
REFERENCE = re.compile(
    rf"(?<!\w)(?:{_POINTING})\s+(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _TYPES) + r")(?!\w)",
    re.IGNORECASE,
)
_SAME = {"law": ("law", "federal_law", "federal_constitutional_law"), "federal_law": ("federal_law",)} | {
    "resolution": ("resolution", "government_resolution", "act"),
    "order": ("order", "government_order", "act"),
}


@record
class Reference:
    """A back-reference: the type it names and the index of the citation it points to, or None where none fits."""

    start: int
    end: int
    type: str
    antecedent: int | None


def find_references(text: str, citations: Sequence[Citation]) -> list[Reference]:
    """The back-references that are not themselves part of a citation, each with the last act of its type before it;
    "настоящий" points to the document's own act alone."""
    found = []
    inner = _inner(text, citations)
    for match in _references(text):
        type_name = next(name for name, _ in _TYPES if match[name])
        if any(citation.start < match.end() and match.start() < citation.end for citation in citations):
            continue
        fitting = [
            index
            for index, citation in enumerate(citations)
            if citation.type in _SAME.get(type_name, (type_name, "act"))
            and (citation.is_own if match["own"] else citation.end <= match.start() and index not in inner)
        ]
        antecedent = (fitting[0] if match["own"] else _last(text, citations, fitting)) if fitting else None
        found.append(Reference(match.start(), match.end(), type_name, antecedent))
    return found


def _last(text: str, citations: Sequence[Citation], fitting: Sequence[int]) -> int | None:
    """The last act of its type, or None where it ends a list of several: one word cannot point to one of them."""
    last = fitting[-1]
    if len(fitting) > 1 and LISTED.fullmatch(text, citations[fitting[-2]].end, citations[last].start):
        return None
    return last


def _references(text: str) -> Iterator[re.Match[str]]:
    """What `REFERENCE.finditer(text)` gives, from the word for the act back."""
    done = 0
    for start in triggers(text).stems["act"]:
        if start < done:
            continue
        match = REFERENCE.search(text, max(done, start - LONGEST), start + LONGEST)
        if match is not None and match.start() < start < match.end():
            yield match
            done = match.end()


LONGEST = 60  # characters of "вышеуказанного федерального закона", blanks of a spaced line included


def _inner(text: str, citations: Sequence[Citation]) -> frozenset[int]:
    """The citations that others carry: amendments in brackets, and acts that another act's title names."""
    inner = set()
    titled_until = 0
    for index, citation in enumerate(citations):
        before = text[max(0, citation.start - BRACKET) : citation.start]
        if citation.start < titled_until or _AMENDING.search(before):
            inner.add(index)
        elif citation.title:
            titled_until = citation.end + len(citation.title)
    return frozenset(inner)


_AMENDING = re.compile(r"\([^()]*(?:(?<!\w)ред|измен|изм\.|amended)[^()]*$", re.IGNORECASE)
BRACKET = 400  # characters before a citation in which the bracket of its list of amendments opens
