"""Which things of the library a question names.

A name counts when every word of its core stands in the question ("технополис Новый Звездный": the whole name), or when
a telling part of it does and no other thing has that part. Spelling counts by dictionary form, and across alphabets by
sound. What is only nearly written like a name is a candidate to show, never an answer.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from graph.questions.adjectives import PLACED, adjectives_of, is_made_from
from graph.questions.lexicon import Found, Lexicon
from graph.questions.schema import is_a
from graph.questions.stopwords import NEUTRAL, STOPWORDS
from graph.questions.words import Word, inner_quotations, is_naming, is_proper, sound, words
from graph.search import Index, Name
from nlp.normal import normal_name
from ontology.iri import compress, expand

UNNAMED = ("svod:Observation", "svod:Membership")  # found by what they measure and whom they join
CLUSTER = "svod:Cluster"
SAME_SOUND = 85.0  # rapidfuzz ratio 0-100 of two names by sound: Technopolis and Технополис differ in one letter of ten
SHORT = 4  # letters; a shorter word alone tells nothing of a name


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing that a phrase may name: absolute IRI, class CURIE, and the name that fits."""

    iri: str
    type: str
    name: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A phrase of the question, from word `start` to before word `end`, and the things it may name (one: it is
    that). `parts` are things of whose name it is a part only, where it is the whole name of others."""

    start: int
    end: int
    candidates: tuple[Candidate, ...]
    is_whole: bool
    parts: tuple[Candidate, ...] = ()

    @property
    def is_clear(self) -> bool:
        """Whether it names one thing only, or things of one name that documents class or write differently ("Галицкий
        Сергей" and "Sergey Galitsky"): whether they are one is not for a question to say, so both are asked for."""
        first, *others = self.candidates
        kinds = {(candidate.type, candidate.language) for candidate in self.candidates}
        return len(kinds) == len(self.candidates) and all(_is_one_name(first, other) for other in others)


def _is_one_name(one: "Candidate", other: "Candidate") -> bool:
    is_one_kind = is_a(one.type, (other.type,)) or is_a(other.type, (one.type,))
    return is_one_kind and fuzz.ratio(_heard(one), _heard(other)) >= SAME_SOUND


def _heard(candidate: "Candidate") -> str:
    core = words(normal_name(candidate.name, candidate.type))
    return " ".join(sorted(sound(word.text) or word.key for word in core))


@dataclass(frozen=True, slots=True)
class _Run:
    start: int
    end: int
    is_whole: bool
    candidate: Candidate


def find_names(asked: Sequence[Word], index: Index, lexicon: Lexicon, base: str) -> tuple[Named, ...]:
    """The things named, in order, without overlaps: quoted and whole names before parts, long before short."""
    found = lexicon.find(asked)
    runs = [*_of_vocabulary(found, asked, base), *_of_library(asked, index, lexicon)]
    runs += _by_adjective(asked, runs, index)
    best = _not_overlapping(runs, asked)
    named = [_named(group, lexicon, base) for group in best]
    return tuple(_clearer(one, asked, index, base) for one in sorted(named, key=lambda one: one.start))


def _of_vocabulary(found: Iterable[Found], asked: Sequence[Word], base: str) -> list[_Run]:
    return [
        _Run(
            one.start,
            one.end,
            sense.kind == "thing",
            Candidate(expand(sense.id, base), sense.type, _text(asked[one.start : one.end])),
        )
        for one in found
        if any(sense.kind == "thing" for sense in one.senses)
        for sense in one.senses
        if sense.kind in ("thing", "part") and not _is_stopword(asked[one.start : one.end])
    ]


def _is_stopword(stretch: Sequence[Word]) -> bool:
    """Whether a phrase is a word like "it", and not IT."""
    return len(stretch) == 1 and stretch[0].key in STOPWORDS and not stretch[0].is_short_name


def _of_library(asked: Sequence[Word], index: Index, lexicon: Lexicon) -> list[_Run]:
    telling = [word for word in asked if word.key not in STOPWORDS]
    forms = {form for word in telling for form in word.forms}
    forms |= {word.key.partition("-")[0] for word in telling if word.key[:1].isdigit()}
    forms |= {f"~{sound(word.text)}" for word in telling if sound(word.text)}
    runs = []
    for name in index.names(forms):
        if name.kind in ("label", "name") and name.type not in UNNAMED:
            runs += _runs(name, asked, lexicon)
        elif name.kind == "number":
            runs += _numbers(name, asked, lexicon)
    return runs


def _by_adjective(asked: Sequence[Word], runs: Iterable[_Run], index: Index) -> list[_Run]:
    """The clusters whose names have an adjective made from a place that nothing else goes by: Sarov, Саровский."""
    named = {at for run in runs for at in range(run.start, run.end)}
    found = []
    for at, word in enumerate(asked):
        if at in named or not is_proper(word.text) or (at and asked[at - 1].text.casefold() in PLACED):
            continue
        for name in index.names(adjectives_of(word)):
            if name.kind in ("label", "name") and is_a(name.type, (CLUSTER,)):
                made = any(is_made_from(part, word) for part in words(name.text))
                candidate = Candidate(name.iri, name.type, name.text, name.language)
                found += [_Run(at, at + 1, False, candidate)] if made else []
    return found


def _runs(name: Name, asked: Sequence[Word], lexicon: Lexicon) -> list[_Run]:
    """The longest stretches of the question whose every word is a word of the name."""
    parts = words(name.text)
    core = words(normal_name(name.text, name.type))
    quoted = [words(quotation) for quotation in inner_quotations(name.text)]
    if not any(_is_own(part, lexicon, shortest=1) for part in core):
        return []  # "КЛАСТЕРЫ": words of the vocabulary only, which a question means as such
    candidate = Candidate(name.iri, name.type, name.text, name.language)
    runs, start = [], 0
    while start < len(asked):
        end, used = start, set[int]()
        while end < len(asked):
            fit = next((at for at, part in enumerate(parts) if at not in used and _same(asked[end], part)), None)
            if fit is None:
                break
            used.add(fit)
            end += 1
        stretch = asked[start:end]
        if stretch and any(word.key not in STOPWORDS for word in stretch):
            wholes = (core, *quoted) if len(stretch) > 1 or stretch[0].is_quoted else (core,)
            is_whole = any(_says_all(stretch, whole) for whole in wholes) and _is_like_a_name(stretch)
            is_named = is_whole or _fills_quotation(start, end, asked) or _is_telling(stretch, name, lexicon)
            if is_named or _is_written_small(stretch, asked, parts, lexicon):
                runs.append(_Run(start, end, is_whole, candidate))
        start = max(end, start + 1)
    return runs


def _says_all(stretch: Sequence[Word], name: Sequence[Word]) -> bool:
    return all(any(_same(word, part) for word in stretch) for part in name)


def _numbers(name: Name, asked: Sequence[Word], lexicon: Lexicon) -> list[_Run]:
    """The places where an act's number stands as one: with letters (488-ФЗ), after №, or after a kind of act."""
    (number, *others), candidate = words(name.text) or (None,), Candidate(name.iri, name.type, name.text)
    if number is None or others:
        return []
    return [
        _Run(at, at + 1, False, candidate)
        for at, word in enumerate(asked)
        if _is_number(word, number, name.iri)
        and (not word.key.isdigit() or word.is_numbered or _is_act(asked, at - 1, lexicon))
    ]


def _is_number(word: Word, number: Word, act: str) -> bool:
    """Whether the word is the act's number: as printed, or as its key has it ("№ 488" of a federal law is 488-ФЗ)."""
    return word.key == number.key or (word.key.startswith(f"{number.key}-") and act.endswith(f"/{word.key}"))


def _is_act(asked: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    senses = lexicon.phrases.get((asked[at].key,), ()) if at >= 0 else ()
    return any(sense.id == "svod:LegalAct" for sense in senses)


def _same(word: Word, part: Word) -> bool:
    if part.key in word.forms:
        return True
    heard = sound(part.text)
    return len(heard) > 1 and word.text.isascii() != part.text.isascii() and heard == sound(word.text)


def _is_telling(stretch: Sequence[Word], name: Name, lexicon: Lexicon) -> bool:
    """Whether part of a name is enough to ask by it: a word that is its own, not the vocabulary's; alone only when it
    is written like a name."""
    if name.type == "svod:Document":
        return False
    own = [word for word in stretch if _is_own(word, lexicon)]
    if len(stretch) > 1:
        return bool(own)
    return bool(own) and not own[0].is_quoted and (own[0].text[:1].isdigit() or is_proper(own[0].text))


def _is_written_small(stretch: Sequence[Word], asked: Sequence[Word], name: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether one word is a proper noun of the name, in a question typed without capitals ("кто такой галицкий")."""
    if len(stretch) > 1 or any(word.is_capital for word in asked[1:]) or not _is_own(stretch[0], lexicon):
        return False
    return any(is_naming(part.text) and _same(stretch[0], part) for part in name)


def _is_like_a_name(stretch: Sequence[Word]) -> bool:
    """One word in small letters is a word ("фармацевтика"), not what a company is called by it."""
    return len(stretch) > 1 or stretch[0].is_quoted or stretch[0].is_capital or not stretch[0].text.isalpha()


def _is_own(word: Word, lexicon: Lexicon, shortest: int = SHORT) -> bool:
    if word.text[:1].isdigit():
        return len(word.text) > SHORT or not word.text.isdigit()
    common = word.key in lexicon.general or word.key in STOPWORDS or word.key in NEUTRAL
    return len(word.text) >= shortest and not common


def _not_overlapping(runs: Sequence[_Run], asked: Sequence[Word]) -> list[list[_Run]]:
    groups: dict[tuple[int, int], list[_Run]] = defaultdict(list)
    for run in runs:
        groups[run.start, run.end].append(run)
    kept: list[tuple[int, int]] = []
    for span in sorted(groups, key=lambda span: _rank(span, groups[span], asked), reverse=True):
        if all(span[1] <= start or end <= span[0] for start, end in kept):
            kept.append(span)
    return [groups[span] for span in kept]


def _rank(span: tuple[int, int], group: Sequence[_Run], asked: Sequence[Word]) -> tuple[bool, bool, int, int]:
    start, end = span
    return _fills_quotation(start, end, asked), any(run.is_whole for run in group), end - start, -start


def _fills_quotation(start: int, end: int, asked: Sequence[Word]) -> bool:
    """Whether the words hold a whole quotation, and part of none."""
    before, after = asked[start - 1] if start else None, asked[end] if end < len(asked) else None
    first, last = asked[start], asked[end - 1]
    is_cut = (first.is_quoted and before and before.is_quoted) or (last.is_quoted and after and after.is_quoted)
    return not is_cut and any(word.is_quoted for word in asked[start:end])


def _named(group: Sequence[_Run], lexicon: Lexicon, base: str) -> Named:
    whole = _things(run for run in group if run.is_whole)
    every = _things(group)
    if not whole:
        return Named(group[0].start, group[0].end, every, False)
    iris = {one.iri for one in whole}
    parts = tuple(one for one in every if one.iri not in iris)
    same = tuple(part for part in parts if any(_is_other_language(one, part) for one in whole))
    is_known = any(compress(iri, base) in lexicon.spoken for iri in iris)
    left = tuple(one for one in parts if compress(one.iri, base) in lexicon.spoken) if is_known else parts
    return Named(group[0].start, group[0].end, (*whole, *same), True, tuple(one for one in left if one not in same))


def _is_other_language(one: Candidate, other: Candidate) -> bool:
    return one.type == other.type and one.language != other.language and _is_one_name(one, other)


def _things(runs: Iterable[_Run]) -> tuple[Candidate, ...]:
    by_thing = {run.candidate.iri: run.candidate for run in sorted(runs, key=lambda run: run.candidate.name)}
    return tuple(sorted(by_thing.values(), key=lambda candidate: candidate.iri))


def _preferred(candidates: tuple[Candidate, ...], base: str) -> tuple[Candidate, ...]:
    """A federal city before the city that is its capital, and an act with its key before a number without a date."""
    types = {candidate.type for candidate in candidates}
    if "svod:Settlement" in types and any(is_a(type_, ("svod:Region",)) for type_ in types):
        candidates = tuple(one for one in candidates if one.type != "svod:Settlement")
    keyed = tuple(one for one in candidates if compress(one.iri, base).startswith("act/"))
    return keyed if keyed and types == {"svod:LegalAct"} else candidates


def _clearer(named: Named, asked: Sequence[Word], index: Index, base: str) -> Named:
    """Among several candidates, the one that the rest of the question fits best: a date, an issuer, a title."""
    named = replace(named, candidates=_preferred(named.candidates, base))
    if named.is_clear:
        return named
    rest = [word for at, word in enumerate(asked) if not named.start <= at < named.end and word.key not in STOPWORDS]
    scores = {candidate.iri: _fit(candidate.iri, rest, index) for candidate in named.candidates}
    top = max(scores.values())
    return replace(named, candidates=tuple(c for c in named.candidates if scores[c.iri] == top))


def _fit(iri: str, rest: Sequence[Word], index: Index) -> int:
    known = {word.key for name in index.names_of(iri) for word in words(name.text)}
    return sum(1 for word in rest if word.forms & known)


def _text(stretch: Sequence[Word]) -> str:
    return " ".join(word.text for word in stretch)
