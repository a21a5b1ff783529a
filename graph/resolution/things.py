"""What speaks for and against two clusters, or two organizations, being one thing.

Each function is one feature: its weight where it holds, else 0. Its docstring is the sentence shown to who asks why.
"""

from collections.abc import Callable, Set

from graph.resolution.acronyms import LONGEST, OF_PLACE, same_words
from graph.resolution.common_nouns import is_town
from graph.resolution.letters import is_near, skeleton, stem
from graph.resolution.lexicon import PLAIN_HEADS, WEAK, word_list
from graph.resolution.pair import ThingPair
from graph.resolution.words import BODIES, Name, name_parts

Feature = Callable[[ThingPair], float]

OF_A_PLACE = frozenset({"government", "administration", "duma", "assembly", "governor", "cityhall"})
"""Bodies of which a place has one."""
LOCAL = word_list(
    "technopark incubator school college house theatre museum park hospital library gymnasium lyceum clinic"
)
"""Kinds of which each place has its own, under one name: Технопарк «Кванториум»."""
SAYING_LITTLE = frozenset({"new", "smart", "future", "great", "central"})
"""Words of names that, alone, tell nothing: Новый."""
WIDE = SAYING_LITTLE | word_list(
    """
    siberia ural volga south north east west far upper europe asia eurasia international baltic caucasus black pacific
    america germany china japan france india finland
    """
)
"""The same, and wide places, which many things are named for."""
RANKS = frozenset({"state", "federal", "municipal", "national", "regional"})
"""Words that tell one body of a kind from another in the same place."""
LEARNED = frozenset({"university", "institute", "academy"})
"""Kinds that are often called by whom they honour alone: Ioffe Institute."""
LAST_LETTERS = {"university": ("u",), "institute": ("i",), "academy": ("a",)}
"""With which letter the short names of such kinds end, by sound."""
DESCRIBING = frozenset({"domain", "generic"})
"""What the words of a name are that a translation would render by others."""
REGISTERED_SO = 5.0
"""What numbers of registration say: more than all that names say."""
MUCH = 3
"""Telling words of a name that says much."""
SUBJECT_WEIGHTS = (0.0, 0.5, 0.7, 0.8)
"""What an equal subject of one, two, three words says."""


def same_natural_key(pair: ThingPair) -> float:
    """Both names are names of one body of the state."""
    return 1.0 if pair.bodies[0] and pair.bodies[0] == pair.bodies[1] else 0.0


def other_natural_key(pair: ThingPair) -> float:
    """The names are names of two bodies of the state."""
    return -2.0 if all(pair.bodies) and pair.bodies[0] != pair.bodies[1] else 0.0


def short_for_the_other(pair: ThingPair) -> float:
    """One name is made of the first letters of the other."""
    if pair.rests is None or (pair.is_abroad and not all(pair.rests) and not _are_namesakes(pair)):
        return 0.0
    return 1.0 if same_words(*pair.rests) or _parts(pair.one) == _parts(pair.other) else 0.3


def short_in_the_other_language(pair: ThingPair) -> float:
    """The letters of one name begin the words of the other in translation."""
    if pair.rests is None or not pair.is_abroad or any(pair.rests):
        return 0.0
    return 0.9 if pair.is_long_short else 0.35


def same_own_name(pair: ThingPair) -> float:
    """The words that are the name's own are the same in both, whatever the alphabet."""
    if not pair.one.propers or _own(pair)[0] != _own(pair)[1]:
        return 0.0
    says_more = len(pair.one.propers) > 1 or (pair.one.heads & pair.other.heads) - PLAIN_HEADS
    if pair.one.propers <= WIDE:
        return 0.9 if says_more and pair.one.generic & RANKS == pair.other.generic & RANKS else 0.45
    return 0.9


def part_of_own_name(pair: ThingPair) -> float:
    """The words that are one name's own are among those of the other."""
    is_said = (pair.one.propers & pair.other.propers) - SAYING_LITTLE
    if not is_said or not _is_within(*_own(pair)):
        return 0.0
    return 0.35 if pair.family == "cluster" else 0.45


def longer_company_name(pair: ThingPair) -> float:
    """A company whose name has more words of its own is often another one of the same group."""
    return -0.35 if _is_within(*_own(pair)) else 0.0


def other_own_name(pair: ThingPair) -> float:
    """The words that are the names' own differ."""
    one, other = pair.one.propers, pair.other.propers
    if not one or not other or one <= other or other <= one:
        return 0.0
    return -0.5 if pair.one.is_latin != pair.other.is_latin else -1.5


def own_name_of_one_only(pair: ThingPair) -> float:
    """Only one name has words of its own."""
    return -0.3 if bool(pair.one.propers) != bool(pair.other.propers) else 0.0


def same_honour(pair: ThingPair) -> float:
    """Both are named after the same person."""
    if not _are_namesakes(pair):
        return 0.0
    is_translated = pair.one.is_latin != pair.other.is_latin and pair.one.heads == pair.other.heads and pair.one.heads
    return 0.5 if is_translated else 0.3


def honour_alone(pair: ThingPair) -> float:
    """One name says only whom it honours, and of what kind it is."""
    bare = [not (name.domains or name.places or name.propers) for name in (pair.one, pair.other)]
    if not _are_namesakes(pair) or not any(bare):
        return 0.0
    if _is_short_honoured(pair):
        return 0.9
    return 0.5 if pair.one.heads <= pair.other.heads or pair.other.heads <= pair.one.heads else 0.0


def honour_of_short_name(pair: ThingPair) -> float:
    """The short name, which may stand for several, says whom it honours, and the long one does not."""
    one, other = (len(name) for name in pair.names)
    short, long = (pair.one, pair.other) if one < other else (pair.other, pair.one)
    return -0.3 if pair.rests is not None and short.honours and not long.honours else 0.0


def other_honour(pair: ThingPair) -> float:
    """They are named after different people."""
    one, other = pair.one.honours, pair.other.honours
    if not one or not other or any(is_near(left, right) for left in one for right in other):
        return 0.0
    return -1.0


def other_number(pair: ThingPair) -> float:
    """The numbers in the names differ."""
    one, other = pair.one.numbers, pair.other.numbers
    return 0.0 if one == other else -1.5 if one and other else -0.8


def same_subject(pair: ThingPair) -> float:
    """The names say the same of what it does, in either language."""
    one, other = pair.subjects[0], pair.subjects[1]
    if not one or one != other:
        return 0.0
    return SUBJECT_WEIGHTS[min(len(one), len(SUBJECT_WEIGHTS) - 1)]


def same_sound(pair: ThingPair) -> float:
    """The words of one name are those of the other in the letters of the other alphabet, not translated."""
    if pair.one.is_latin == pair.other.is_latin or pair.one.propers | pair.other.propers:
        return 0.0
    words = [sorted(stem(t.word) for t in n.tokens if t.part in DESCRIBING) for n in (pair.one, pair.other)]
    is_one = len(words[0]) == len(words[1]) and all(map(is_near, *words))
    return 0.5 if words[0] and is_one else 0.0


def same_title(pair: ThingPair) -> float:
    """Both documents give these words as the name itself."""
    one, other = pair.one.domains, pair.other.domains
    return 0.45 if one and one == other and pair.are_titles and not pair.one.propers | pair.other.propers else 0.0


def subject_within(pair: ThingPair) -> float:
    """One name says more of what it does than the other."""
    if not _is_within(*pair.subjects):
        return 0.0
    if pair.family == "cluster":
        return 0.35
    if pair.one.propers == pair.other.propers and any(map(OF_PLACE.search, _words(pair))):
        return -0.9
    if pair.one.heads & pair.other.heads & BODIES and pair.places[0] & pair.places[1]:
        return -0.35
    is_shorter = pair.one.is_latin != pair.other.is_latin and not pair.one.heads & pair.other.heads & BODIES
    return 0.1 if is_shorter else -0.45


def town_with_and_without_subject(pair: ThingPair) -> float:
    """The name is a town's, which may have several, and only one says what it does."""
    one, other = (name.domains - WEAK for name in (pair.one, pair.other))
    if bool(one) == bool(other) or pair.one.propers != pair.other.propers:
        return 0.0
    return -0.35 if any(map(is_town, _words(pair))) and len(pair.one.propers) == 1 else 0.0


def other_subject(pair: ThingPair) -> float:
    """The names say different things of what it does."""
    one, other = pair.subjects[0], pair.subjects[1]
    if not one or not other or one <= other or other <= one:
        return 0.0
    return -0.6 if one & other else -1.0


def subject_of_one_only(pair: ThingPair) -> float:
    """Only one name says what it does."""
    if bool(pair.subjects[0]) == bool(pair.subjects[1]):
        return 0.0
    if pair.left.normal == pair.right.normal or (honour_alone(pair) and pair.one.heads == pair.other.heads <= LEARNED):
        return 0.0
    return -0.7 if pair.one.propers and pair.one.propers == pair.other.propers else -0.6


def other_parent(pair: ThingPair) -> float:
    """They are institutes of different branches of the Academy of Sciences."""
    one, other = (name_parts(name).parent for name in pair.names)
    if not one or not other or one == other:
        return 0.0
    return -0.5 if "academy" in (one, other) else -1.5


def same_place(pair: ThingPair) -> float:
    """Both are in the same place."""
    one, other = pair.places
    return 0.4 if one & other else 0.0


def other_place(pair: ThingPair) -> float:
    """They are in different places."""
    one, other = pair.places
    if not one or not other or one & other:
        return 0.0
    has_form = pair.one.form or pair.other.form
    if pair.one.heads & pair.other.heads & (BODIES | OF_A_PLACE | (frozenset() if has_form else LOCAL)):
        return -2.0
    is_named = pair.one.regions and pair.other.regions
    return -0.5 if pair.one.propers and pair.one.propers == pair.other.propers and not is_named else -1.2


def place_of_one_only(pair: ThingPair) -> float:
    """Only one name says where: a company of a group, or the body of a region beside that of the country."""
    one, other = (name.regions - {"country/RU"} for name in (pair.one, pair.other))
    return -0.7 if bool(one) != bool(other) and not pair.places[0] & pair.places[1] else 0.0


def same_kind(pair: ThingPair) -> float:
    """Both are of the same kind: a fund, a university, a ministry."""
    one = pair.one.heads - PLAIN_HEADS
    if not one or pair.one.heads != pair.other.heads:
        return 0.0
    return 0.3 if len(one) == 1 else 0.4


def other_kind(pair: ThingPair) -> float:
    """They are of different kinds."""
    one, other = pair.one.heads - PLAIN_HEADS, pair.other.heads - PLAIN_HEADS
    return -0.9 if one and other and not (one <= other or other <= one) else 0.0


def more_of_a_kind(pair: ThingPair) -> float:
    """One of them is a part of a body, or a body within one, the other is not."""
    one, other = pair.one.heads - PLAIN_HEADS, pair.other.heads - PLAIN_HEADS
    return -0.5 if _is_within(one, other) and not pair.one.propers and not _are_titled_so(pair) else 0.0


def branch_of_one_only(pair: ThingPair) -> float:
    """Only one of them is a branch."""
    return -1.5 if ("branch" in pair.one.heads) != ("branch" in pair.other.heads) else 0.0


def body_of_its_place(pair: ThingPair) -> float:
    """A place has one body of this kind."""
    one, other = pair.places
    is_one = pair.one.heads & pair.other.heads & OF_A_PLACE and pair.one.is_city == pair.other.is_city
    return 0.3 if is_one and one & other else 0.0


def university_of_its_place(pair: ThingPair) -> float:
    """Both are the university of a place, which says nothing more of what it teaches."""
    one, other = pair.one, pair.other
    is_plain = all(name.heads == {"university"} and not (name.domains or name.propers) for name in (one, other))
    is_named = bool(one.regions & other.regions) and (one.is_city, one.is_region) == (other.is_city, other.is_region)
    return 0.2 if is_plain and is_named else 0.0


def city_or_region(pair: ThingPair) -> float:
    """One is a body of the city, the other of the region."""
    one, other = pair.one, pair.other
    if one.is_city == other.is_city:
        return 0.0
    is_of_region = other.is_region if one.is_city else one.is_region
    return -1.0 if is_of_region or one.heads & other.heads & OF_A_PLACE else 0.0


def same_sort(pair: ThingPair) -> float:
    """The general words of the names are the same."""
    return 0.15 if pair.one.generic and pair.one.generic == pair.other.generic else 0.0


def other_rank(pair: ThingPair) -> float:
    """One is of the state, the other of the federation, a town or the nation."""
    one, other = pair.one.generic & RANKS, pair.other.generic & RANKS
    return -0.5 if one and other and not one & other else 0.0


def same_in_every_part(pair: ThingPair) -> float:
    """The names say the same in every part, and say much."""
    one, other = pair.one, pair.other
    if _parts(one) != _parts(other) or city_or_region(pair):
        return 0.0
    return 0.5 if one.regions else 0.15 if len(one.telling) >= MUCH else 0.0


def same_registration(pair: ThingPair) -> float:
    """Both are registered under the same number."""
    is_branch = "branch" in pair.one.heads | pair.other.heads  # it has the number of the whole
    return REGISTERED_SO if set(pair.left.registered) & set(pair.right.registered) and not is_branch else 0.0


def other_registration(pair: ThingPair) -> float:
    """They are registered under different numbers."""
    one, other = pair.left.registered, pair.right.registered
    kinds = [{number.partition(" ")[0] for number in numbers} for numbers in (one, other)]
    return -REGISTERED_SO if kinds[0] & kinds[1] and not set(one) & set(other) else 0.0


def same_contact(pair: ThingPair) -> float:
    """Both have the same telephone, e-mail or web address."""
    return 1.4 if set(pair.left.contacts) & set(pair.right.contacts) else 0.0


def other_founding_year(pair: ThingPair) -> float:
    """They were founded in different years."""
    one, other = pair.left.founded, pair.right.founded
    return -0.3 if one and other and not set(one) & set(other) else 0.0


def _is_short_honoured(pair: ThingPair) -> bool:
    """Whether one name is a kind of learning alone, and the other a short name of it, both with whom they honour: ННГУ
    им. Лобачевского, Lobachevsky University."""
    short, bare = (pair.one, pair.other) if pair.one.propers else (pair.other, pair.one)
    letters = "".join(token.word for token in short.tokens if token.part == "proper")
    if len(short.tokens) != 1 or not letters or len(letters) > LONGEST or len(bare.heads) != 1:
        return False
    return any(skeleton(letters).endswith(sound) for head in bare.heads & LEARNED for sound in LAST_LETTERS[head])


def _own(pair: ThingPair) -> tuple[Set[str], Set[str]]:
    """The own words of both; where both have one name in quotation marks, without those around it that say little: Фонд
    развития Центра новых технологий «Сколково»."""
    one, other = pair.one.propers, pair.other.propers
    return (one - SAYING_LITTLE, other - SAYING_LITTLE) if _are_titled_so(pair) else (one, other)


def _words(pair: ThingPair) -> list[str]:
    """The own words of both as they stand."""
    return [token.word for name in (pair.one, pair.other) for token in name.tokens if token.part == "proper"]


def _are_titled_so(pair: ThingPair) -> bool:
    """Whether the documents give one name, in quotation marks as a rule."""
    return bool(pair.left.normal) and pair.left.normal == pair.right.normal


def _parts(name: Name) -> tuple[Set[str], ...]:
    return name.heads, name.generic, name.domains, name.numbers, name.propers, name.regions


def _are_namesakes(pair: ThingPair) -> bool:
    """Whether both are named after one person."""
    return any(is_near(left, right) for left in pair.one.honours for right in pair.other.honours)


def _is_within(one: Set[str], other: Set[str]) -> bool:
    return bool(one) and bool(other) and one != other and (one < other or other < one)


CLUSTERS: tuple[Feature, ...] = (
    short_for_the_other,
    short_in_the_other_language,
    same_own_name,
    part_of_own_name,
    other_own_name,
    own_name_of_one_only,
    other_number,
    same_subject,
    same_title,
    subject_within,
    town_with_and_without_subject,
    other_subject,
    same_place,
    other_place,
    same_sort,
    same_in_every_part,
    same_contact,
    other_founding_year,
)
"""What is asked of two clusters, in the order in which it is shown."""

ORGANIZATIONS: tuple[Feature, ...] = (
    same_natural_key,
    other_natural_key,
    short_for_the_other,
    short_in_the_other_language,
    same_own_name,
    part_of_own_name,
    longer_company_name,
    other_own_name,
    own_name_of_one_only,
    same_honour,
    honour_alone,
    honour_of_short_name,
    other_honour,
    other_number,
    same_subject,
    same_sound,
    subject_within,
    subject_of_one_only,
    other_subject,
    same_kind,
    more_of_a_kind,
    other_parent,
    other_kind,
    branch_of_one_only,
    same_place,
    other_place,
    place_of_one_only,
    body_of_its_place,
    university_of_its_place,
    city_or_region,
    same_sort,
    other_rank,
    same_in_every_part,
    same_registration,
    other_registration,
    same_contact,
    other_founding_year,
)
"""What is asked of two organizations or bodies of the state."""
