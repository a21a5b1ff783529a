"""Foreign names as they are read, in the letters that Russian writes them with: French, and Chinese in pinyin."""

import re
from functools import lru_cache

FRENCH = (
    (re.compile("ois$|oix$|oy$"), "ua"),
    (re.compile("eaux?$|aults?$|aud$|auts?$|ot$|os$"), "o"),
    (re.compile("(?<=[a-z]{2})(?:er|et|ez|ey|ay)$"), "e"),
    (re.compile("(?<=[rnl])(?:d|t|s|c)$"), ""),
    (re.compile("(?<=[vb])re$"), "r"),
    (re.compile("e$"), ""),
    (re.compile("eau"), "o"),
    (re.compile("bv"), "v"),
    (re.compile("oi"), "ua"),
    (re.compile("ou"), "u"),
    (re.compile("au"), "o"),
    (re.compile("gn"), "n"),
    (re.compile("ch"), "sh"),
    (re.compile("qu"), "k"),
    (re.compile("ai|ei"), "e"),
    (re.compile("ç"), "s"),
    (re.compile("j"), "zh"),
)
"""Letters that French does not sound, or sounds otherwise, in the order in which they are read."""


def _table(text: str) -> dict[str, str]:
    """Pairs of syllables that stand one after another: `zh чж ch ч`."""
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


INITIALS = _table(
    "zh чж ch ч sh ш b б p п m м f ф d д t т n н l л g г k к h х j цз q ц x с r ж z цз c ц s с"
)  # in the order in which they are tried
FINALS = _table(
    """
    a а o о e э i и u у ai ай ei эй ao ао ou оу an ань en энь ang ан eng эн ong ун er эр ia я ie е iao яо iu ю ian янь
    in инь iang ян ing ин iong юн ua уа uo о uai уай ui уй uan уань un унь uang уан ue юэ
    """
)
SOFT = _table("u юй ue юэ uan юань un юнь")
"""After j, q and x, which write ü so."""
WHOLE = _table(
    """
    yi и ya я ye е yao яо you ю yan янь yin инь yang ян ying ин yong юн yu юй yue юэ yuan юань yun юнь wu у wa ва wo во
    wai вай wei вэй wan вань wen вэнь wang ван weng вэн zi цзы ci цы si сы zhi чжи chi чи shi ши ri жи hui хуэй
    """
)
ALONE = frozenset(("a", "o", "e", "ai", "ei", "ao", "ou", "an", "en", "ang", "er"))
"""Finals that are syllables of their own."""
LONGEST = 6
"""Letters of the longest syllable."""


@lru_cache(maxsize=50_000)
def french(word: str) -> str:
    """A Latin word in small letters as it is read in French, in letters of one sound each.

    >>> french("dubois"), french("lefebvre"), french("bernard")
    ('dubua', 'lefevr', 'bernar')
    """
    for pattern, sound in FRENCH:
        word = pattern.sub(sound, word)
    return word


@lru_cache(maxsize=50_000)
def chinese(word: str) -> str:
    """A word in pinyin, in small letters without tones, in the letters of Palladius; others as they are.

    >>> chinese("xiaoming"), chinese("zhang"), chinese("wei"), chinese("ivanov")
    ('сяомин', 'чжан', 'вэй', 'ivanov')
    """
    read = _syllables(word)
    return word if read is None else read


def _syllables(word: str) -> str | None:
    if not word:
        return ""
    for size in range(min(LONGEST, len(word)), 0, -1):
        syllable = _syllable(word[:size])
        rest = _syllables(word[size:]) if syllable else None
        if syllable and rest is not None:
            return syllable + rest
    return None


def _syllable(word: str) -> str:
    if word in WHOLE:
        return WHOLE[word]
    for latin, cyrillic in INITIALS.items():
        final = word.removeprefix(latin)
        if final != word:
            soft = SOFT.get(final) if latin in {"j", "q", "x"} else None
            return cyrillic + (soft or FINALS[final]) if final in FINALS else ""
    return FINALS[word] if word in ALONE else ""
