"""Citations: type words and cores brought together, lists unrolled, kinds decided."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nlp.acts.articles import joined, parts_after, parts_before
from nlp.acts.citation import Citation
from nlp.acts.codes import Named, find_named
from nlp.acts.gap import LONGEST, LONGEST_WEAK, issuer_above, issuer_in, joins, split_title, without_native
from nlp.acts.grammar import DATE, FROM, Core, find_cores
from nlp.acts.issuers import is_issuer, level_of
from nlp.acts.issuing import SILENT
from nlp.acts.kinds import LAWS, TypeWord, find_types
from nlp.acts.levels import with_kinds
from nlp.acts.lists import LISTED, head_of, is_private
from nlp.acts.titles import quoted, title_after
from nlp.acts.unquoted import find_unquoted
from nlp.dates import parse_date

SHORTEST_HEADING = 4  # letters of "УКАЗ": shorter type words in capitals are abbreviations
LONGEST_TYPE = 60  # characters of a type's own words, blanks of a spaced heading included
HEADER = 1500  # characters at the head of a document in which its own act stands

_BETWEEN_STATES = re.compile(
    r"правительств|государств|международн|евразийск|таможенн|республик\w+\s+\w+\s+и\s", re.IGNORECASE
)
_OWN_LINE = re.compile(
    r"(?:(?<![^\n])[^\S\n]*(?i:утвержд|одобрен|принят|приложени|введен)|(?:Утвержд|Одобрен|Принят|Приложени|Введен))"
    r"(?i:\w*(?:\s*№?\s*\d+)?(?:\s+к)?)[\s:]*$"
)
"""An annex's line that names the act it belongs to: it begins a line, or has a capital."""

_LOCAL_LAW = re.compile(r"(?:областн|краев|региональн|республиканск)\w{1,3}\s+$", re.IGNORECASE)
_ENGLISH_ISSUER = re.compile(
    r"((?:Government|President)\s+of\s+(?:the\s+)?(?:Russian\s+Federation|Russia)|(?:RF|Russian)\s+Government|RF|"
    r"Ministry\s+(?:of|for)\s+(?:the\s+)?[A-Z]\w+(?:\s+(?:and|of|the|[A-Z]\w+))*)(?:'s)?\s+$"
)
_TITLE = re.compile(r"[«\"“„]\s*(?:Об?|О\s?б|Обо|On)\s")
_TITLED = re.compile(r"[^«\"“„.;,()№\n]{0,60}")
LONGEST_TITLED = 60  # characters between "закон" and its title: the issuer's name
_ISSUER_AFTER = re.compile(
    r"\s+(?:(?:of|by|issued\s+by)\s+(?:the\s+)?)?(?P<issuer>[А-ЯЁA-Z][^\d.;:,()«»\"№]{2,110}?)\s+"
    rf"(?:{FROM})(?P<date>{DATE})"
    r"|\s+(?:of|by|issued\s+by)\s+the\s+(?P<body>(?:Government|President|Ministry)[^\d.;:,()«»\"№\n]{0,90})"
)
_GOVERNED = re.compile(r"government|presidential", re.IGNORECASE)
REVISION_REACH = 1200  # characters from the bracket of an act's amendments to the last of them
_REVISED = re.compile(r"\(\s*(?:в\s+ред|с\s+изм|ред\.)", re.IGNORECASE)
_TITLE_BETWEEN = re.compile(r"[\s,]*(?:[«\"“][^«»\"“”]{3,600}[»\"”])?[\s,]*")
_WEAK_TYPES = frozenset({"decision", "minutes", "letter", "instruction", "treaty"})


def find_citations(text: str) -> list[Citation]:
    """Every act cited in `text`, in order of place."""
    named = find_named(text)
    citations = _from_cores(text, find_cores(text), named)
    citations += _from_names(text, named, citations)
    citations += _from_titles(text, citations)
    citations += find_unquoted(text, citations)
    citations.sort(key=lambda citation: (citation.start, citation.end))
    shared = _of_one_body(text, list(_revised(text, citations)))
    return with_kinds(text, [_with_parts(text, citation) for citation in shared])


def _of_one_body(text: str, citations: Sequence[Citation]) -> Iterator[Citation]:
    """The citations; in a text without an act of its own, one that follows another in a list and names no issuer is of
    the same body: "постановлением Правительства РФ от … № 779 и распоряжением от … № 1662-р"."""
    has_own = any(citation.is_own for citation in citations)
    before: Citation | None = None
    for citation in citations:
        is_silent = citation.issuer is None and citation.level is None and not has_own
        is_next = before is not None and LISTED.fullmatch(text, before.end, citation.start) is not None
        if before is not None and is_silent and is_next and {citation.type, before.type} <= SILENT:
            before = replace(citation, issuer=before.issuer, level=before.level)
        else:
            before = citation
        yield before


def _revised(text: str, citations: Sequence[Citation]) -> Iterator[Citation]:
    """The citations; those that a bracket after an act names as its amendments, without their issuer, are of the body
    that passed that act: "постановление Правительства РФ от … № 779 (в ред. постановлений от … № 1173)"."""
    base: Citation | None = None
    for citation in citations:
        opening = text.rfind("(", max(0, citation.start - REVISION_REACH), citation.start)
        is_inside = opening >= 0 and text.find(")", opening, citation.start) < 0 and _REVISED.match(text, opening)
        if not is_inside:
            base = citation
        is_silent = citation.issuer is None and citation.level is None
        if is_inside and base is not None and is_silent and citation.type == base.type:
            is_next = base.end <= opening and _TITLE_BETWEEN.fullmatch(text, base.end, opening)
            yield replace(citation, issuer=base.issuer, level=base.level) if is_next else citation
        else:
            yield citation


def _from_cores(text: str, cores: list[Core], named: list[Named]) -> list[Citation]:
    code_ends = {_skip_blank(text, act.end): act for act in named if act.subtype is None}
    found: list[Citation] = []
    done = 0
    for core in cores:
        if core.start < done:
            continue
        code = code_ends.get(core.start)
        if code is not None:
            citation: Citation | None = _of_code(code, core)
        else:
            citation = _typed(text, core, done) or _untyped(text, found, core)
        if citation is not None:
            found.append(citation)
            done = citation.end
        elif core.form != "date":
            done = core.end
    return found


def _skip_blank(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _of_code(code: Named, core: Core) -> Citation:
    return Citation(
        code.start, core.end, "code", code.kind, core.number, core.date, None, name=code.name, slug=code.slug
    )


def _typed(text: str, core: Core, done: int) -> Citation | None:
    """The core with the nearest type word on its left that it can belong to."""
    is_weak = core.form in ("date", "number", "law_number")
    reach = LONGEST_WEAK if is_weak else LONGEST
    left = _word_start(text, max(done, core.start - reach - LONGEST_TYPE))
    for word in reversed(find_types(text, left, core.start)[-2:]):
        gap = without_native(text[word.end : core.start])
        if not joins(gap, is_weak):
            continue
        issuer = issuer_in(gap)
        if (is_weak and not _is_sure(word, core, issuer)) or _is_private(word, text, gap):
            return None
        return _cited(text, word, core, issuer)
    return None


def _word_start(text: str, at: int) -> int:
    """`at` or the beginning of the next word, where `at` is inside one."""
    while 0 < at < len(text) and text[at].isalnum() and text[at - 1].isalnum():
        at += 1
    return at


def _is_sure(word: TypeWord, core: Core, issuer: str | None) -> bool:
    if core.form == "law_number":
        return word.name in LAWS
    if word.name == "treaty":
        return True  # one between states: `_is_private` leaves out the others
    if issuer is None:
        return core.form == "number" or word.name not in _WEAK_TYPES
    return is_issuer(issuer)


def _is_private(word: TypeWord, text: str, gap: str) -> bool:
    """A contract between parties, a court's decision: no act in our sense."""
    around = gap + text[word.end : word.end + 1]
    if word.name == "treaty":
        return _BETWEEN_STATES.search(around) is None
    return word.name == "decision" and re.search(r"(?<!\w)суда(?!\w)", gap, re.IGNORECASE) is not None


def _cited(text: str, word: TypeWord, core: Core, issuer: str | None) -> Citation:
    """A type word and its core as a citation, with an issuer from wherever the text names it."""
    start, end, date = word.start, core.end, core.date
    is_heading = word.end - word.start >= SHORTEST_HEADING and text[word.start : word.end].isupper()
    is_header = start < HEADER and is_heading and not without_native(text[word.end : core.start]).strip(" _\t\n\xa0")
    if issuer is None and is_header:
        issuer = issuer_above(text, start)
    if issuer is None and (before := _ENGLISH_ISSUER.search(text, max(0, start - 90), start)):
        issuer, start = " ".join(before[1].split()), before.start(1)
    if issuer is None and date is None and (after := _ISSUER_AFTER.match(text, end)):
        named = after["issuer"] or after["body"]
        if is_issuer(named):
            issuer, end = " ".join(named.split()), after.end()
            date = parse_date(after["date"]) if after["date"] else None
    level = _governed(text[word.start : word.end]) or level_of(issuer)
    if word.name == "law" and level is None and (local := _LOCAL_LAW.search(text, max(0, start - 20), start)):
        level, start = "region", local.start()
    is_own = is_header or (start < HEADER and _OWN_LINE.search(text, max(0, start - 60), start) is not None)
    title = split_title(text[word.end : core.start])[1] or title_after(text, end)
    return Citation(start, end, word.name, "", core.number, date, issuer, level, title=title, is_own=is_own)


def _governed(type_words: str) -> str | None:
    """ "Government Resolution", "Presidential Decree": the type's own words name the level."""
    match = _GOVERNED.match(type_words)
    return {"government": "government", "presidential": "president"}[match[0].lower()] if match else None


def _untyped(text: str, found: list[Citation], core: Core) -> Citation | None:
    """A member of a list, an amendment in brackets, a law's number, or a document's bare header line."""
    head = head_of(text, found, core)
    if head is not None:
        type_name = head.type
        if core.number and core.number.upper().endswith("ФЗ") and head.type not in (*LAWS, "code"):
            type_name, head = "federal_law", None
        return Citation(
            core.start,
            core.end,
            "federal_law" if type_name == "code" else type_name,
            "",
            core.number,
            core.date or (head.date if head and core.form == "number" else None),
            head.issuer if head else None,
            head.level if head else None,
            title=title_after(text, core.end),
            is_typed=False,
        )
    if core.number and re.search("ФЗ|ФКЗ", core.number) and core.form != "number":
        return Citation(
            core.start, core.end, "federal_law", "", core.number, core.date, title=title_after(text, core.end)
        )
    if core.form not in ("date_number", "number_date"):
        return None
    before = text[max(0, core.start - 100) : core.start]
    at_line_start = not before.rpartition("\n")[2].strip(" \t_")
    is_header = at_line_start and core.start < HEADER and not found
    if not (core.has_from or is_header) or (core.form == "number_date" and not is_header) or is_private(before):
        return None
    return Citation(
        core.start, core.end, "act", "", core.number, core.date, is_own=is_header, is_typed=False,
        title=title_after(text, core.end),
    )  # fmt: skip


def _from_names(text: str, named: list[Named], citations: list[Citation]) -> list[Citation]:
    taken = [(citation.start, citation.end) for citation in citations]
    return [
        Citation(
            act.start, act.end, "code" if act.slug else "named", act.kind, act.number, None, act.owner,
            level_of(act.owner), name=act.name, slug=act.slug, subtype=act.subtype,
        )
        for act in named
        if not any(start < act.end and act.start < end for start, end in taken)
    ]  # fmt: skip


def _from_titles(text: str, citations: list[Citation]) -> list[Citation]:
    """Laws named by type and title alone: "федеральном законе «Об актах гражданского состояния»"."""
    found: list[Citation] = []
    done = 0
    for opening in _TITLE.finditer(text):
        left = _word_start(text, max(done, opening.start() - LONGEST_TITLED - LONGEST_TYPE))
        words = [word for word in find_types(text, left, opening.start()) if word.name in LAWS]
        if not words or any(c.start <= words[-1].start < c.end for c in citations):
            continue
        word = words[-1]
        between = text[word.end : opening.start()]
        quotation = quoted(text, opening.start()) if _TITLED.fullmatch(between) else None
        issuer = issuer_in(between)
        if quotation is None or (issuer is not None and not is_issuer(issuer)):
            continue
        title, done = quotation
        found.append(Citation(word.start, done, word.name, "", None, None, issuer, level_of(issuer), title=title))
    return found


def _with_parts(text: str, citation: Citation) -> Citation:
    if not citation.is_typed:
        return citation
    before = parts_before(text, citation.start)
    after = parts_after(text, citation.end) if citation.type in ("code", "named") or citation.kind == "code" else None
    if before and after:
        return replace(citation, articles=joined(before.names, after.names))
    parts = before or after
    return replace(citation, articles=parts.names) if parts else citation
