"""Laws named by a title without quotes: "Федеральный закон о промышленной политике в Российской Федерации"."""

import re
from collections.abc import Iterator, Mapping, Sequence

from nlp.acts.citation import Citation
from nlp.triggers import triggers

LAW = re.compile(
    r"закон(?:а|у|ом|е)?(?P<gap>\s+)(?=(?:о|об|обо)\s+[а-яё])|law(?P<gap_en>\s+)(?=on\s+[a-z])", re.IGNORECASE
)
FEDERAL = re.compile(
    r"(?<!\w)(?:федеральн\w{2,3}\s+(?P<constitutional>конституционн\w{2,3}\s+)?|federal\s+)\Z", re.IGNORECASE
)
FEDERAL_REACH = 45  # characters before "закон" in which "федеральным конституционным" stands
END = re.compile(r"[.,;:()«»\"“”№\d]|\n\s*\n")
LONGEST = 220  # characters of a title without quotes
STATE = re.compile(r"(?:в\s+)?Российской\s+Федерации(?!\w)|(?:in|of)\s+the\s+Russian\s+Federation(?!\w)")
"""With what the titles of federal laws end where no quote closes them."""

STATE_WORDS = 12  # words of such a title up to its end: with more there is a verb between
WORD = re.compile(r"\w+(?:-\w+)*")
VERB = re.compile(r"(?:ет|ют|ит|ят|ут|ат)(?:ся)?\Z|\A(?:is|are|was|were|has|shall|may)\Z", re.IGNORECASE)


def find_unquoted(text: str, citations: Sequence[Citation]) -> list[Citation]:
    """Laws whose title stands without quotes, where its end is sure: it is the title of an act that the document cites
    in full, or it ends with the name of the state."""
    known = {title_key(citation.title): citation for citation in citations if citation.title and citation.number}
    found: list[Citation] = []
    for start, law, type_ in _laws(text):
        if any(one.start < law.end() and start < one.end for one in (*citations, *found)):
            continue
        end = _end_of_known(text, law.end(), known) or (_end_of_state(text, law.end()) if type_ != "law" else None)
        if end is not None:
            found.append(_cited(text, start, law.end(), end, known, type_))
    return found


def _cited(text: str, start: int, title_start: int, end: int, known: Mapping[str, Citation], type_: str) -> Citation:
    """The citation; "закон" alone is of the type and the level of the act that has this title."""
    title = " ".join(text[title_start:end].split())
    same = known.get(title_key(title)) if type_ == "law" else None
    level = same.level if same else None
    return Citation(start, end, same.type if same else type_, "", level=level, title=title[:1].upper() + title[1:])


def title_key(title: str) -> str:
    """A title as titles are compared: its words in small letters.

    >>> title_key("О промышленной  политике") == title_key("о промышленной политике")
    True
    """
    return " ".join(WORD.findall(title)).casefold().replace("ё", "е")


def _laws(text: str) -> Iterator[tuple[int, re.Match[str], str]]:
    """Each "закон о …" with where its type's words begin, and the type."""
    for start in triggers(text).stems["law"]:
        law = LAW.match(text, start)
        if law is None:
            continue
        federal = FEDERAL.search(text, max(0, start - FEDERAL_REACH), start)
        constitutional = federal is not None and federal["constitutional"]
        type_ = "federal_constitutional_law" if constitutional else "federal_law" if federal else "law"
        yield federal.start() if federal else start, law, type_


def _reach(text: str, start: int) -> int:
    end = END.search(text, start, start + LONGEST)
    return end.start() if end else min(len(text), start + LONGEST)


def _end_of_known(text: str, start: int, known: Mapping[str, Citation]) -> int | None:
    """Where the longest title that the document gives in full ends, if its words stand here."""
    words, end = [], None
    for match in WORD.finditer(text, start, _reach(text, start)):
        words.append(match[0])
        if title_key(" ".join(words)) in known:
            end = match.end()
    return end


def _end_of_state(text: str, start: int) -> int | None:
    state = STATE.search(text, start, _reach(text, start))
    if state is None:
        return None
    before = WORD.findall(text[start : state.start()])
    is_title = 1 < len(before) <= STATE_WORDS and not any(VERB.search(word) for word in before)
    return state.end() if is_title else None
