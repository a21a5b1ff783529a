"""What a question says, word by word, and in which words a figure's measure may say the same."""

from dataclasses import dataclass

from rapidfuzz import fuzz

from graph.questions.lexicon import Found, Lexicon
from graph.questions.reading import Reading
from graph.questions.stopwords import NEUTRAL, STOPWORDS
from graph.questions.words import sound, words

COGNATE = 70.0  # rapidfuzz ratio 0-100 of two words by sound: субсидия and subsidy are 80, поддержка and support 40
SAME_WORD = 80.0  # the same for words that the vocabulary does not know
LONG = 5  # letters of a word that may be told by its sound


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing said: the forms of a word, the ways to say just that (phrases of keys), the words near it in meaning,
    and the IRIs that it names."""

    forms: frozenset[str]
    phrases: tuple[tuple[str, ...], ...] = ()
    loose: tuple[tuple[str, ...], ...] = ()
    iris: frozenset[str] = frozenset()

    def covered_by(self, keys: frozenset[str]) -> frozenset[str]:
        """The words among `keys` that say it; empty when they do not."""
        said = sorted((len(phrase), phrase) for phrase in self.phrases if keys.issuperset(phrase))
        own = keys & self.forms
        return frozenset(said[-1][1] if said else own or (key for key in keys if self._is_cognate(key)))

    def _is_cognate(self, key: str) -> bool:
        """Whether a word of the other alphabet is the same one (федеральный, federal; бюджет, budget)."""
        heard = sound(key)
        return len(heard) >= LONG and any(
            form.isascii() != key.isascii() and fuzz.ratio(heard, sound(form)) >= SAME_WORD for form in self.forms
        )

    @property
    def loosened(self) -> "Unit":
        """The same, said in any words that the vocabulary holds to be near it."""
        return Unit(self.forms, (*self.phrases, *self.loose), (), self.iris)


_SAYS_NOTHING = STOPWORDS | NEUTRAL


def unit_of(found: Found, reading: Reading, terms: Lexicon) -> Unit:
    """A phrase of the vocabulary: a concept is said by any of its names; a class or property by its labels where one
    was used, and by what sounds alike in the other language (субсидия, subsidy); by its other words only loosely."""
    own = tuple(word.key for word in reading.words[found.start : found.end])
    strict, loose = [own], list[tuple[str, ...]]()
    for sense in found.senses:
        if sense.kind == "part":
            continue
        spoken = [phrase for phrase in terms.spoken[sense.id] if not _SAYS_NOTHING.issuperset(phrase)]
        labels = [] if sense.kind == "thing" else _labels(sense.id, terms)
        for phrase in spoken:
            is_same = sense.kind == "thing" or (own in labels and phrase in labels) or _sounds_like(phrase, own)
            (strict if is_same else loose).append(phrase)
    forms = reading.words[found.start].forms if found.end - found.start == 1 else frozenset[str]()
    return Unit(forms, tuple(dict.fromkeys(strict)), tuple(dict.fromkeys(loose)))


def _labels(curie: str, terms: Lexicon) -> list[tuple[str, ...]]:
    term = terms.terms[curie]
    return [tuple(word.key for word in words(label)) for label in (term.ru, term.en)]


def _sounds_like(phrase: tuple[str, ...], own: tuple[str, ...]) -> bool:
    one, other = (" ".join(sound(word) or word for word in words_) for words_ in (phrase, own))
    return fuzz.ratio(one, other) >= COGNATE
