"""Whether a page's text layer says what the page shows: letters that make words, told by their statistics."""

import re

ENOUGH = 60  # letters below which statistics say nothing
TOKENS = 12  # words below which their shape says nothing
ODD_WORDS = 0.25  # share of words with letters and signs mixed as no language mixes them
FREQUENT_SHARE = 0.52  # the least share of the fifteen most frequent letters; running text has 0.78 and more
FOREIGN_SHARE = 0.4  # share of Latin letters with accents, as windows-1251 read as windows-1252 gives
PREFIX_SHARE = 0.3  # share of "Р" and "С" among Cyrillic letters, as UTF-8 read as windows-1251 gives

FREQUENT_RU = frozenset("оеаинтсрвлкмдпу")
FREQUENT_LATIN = frozenset("etaoinsrhldcumg")
WORD = re.compile(r"\S{3,}")
INNER_SIGN = re.compile(
    r"[^\W\d_][\\^_`\[\]{}|@;<>~=©§¤¦¨ª¬¯°±´¶·¸º]+[^\W\d_]|[\\^\]`{}|][^\W\d_]{2}|[^\W\d_]{2}[\\^\[`{}|](?!\d)"
)
INNER_CAPITAL = re.compile(r"[a-zа-яё][A-ZА-ЯЁ]")
ADDRESS = re.compile(r"@|://|www\.|\.\w{2,4}/|[\w-]+\.(?:ru|com|org|net|рф)\b")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd]")


def unreadable(text: str) -> str:
    """Why the text cannot be what the page shows, in words; empty when nothing speaks against it.

    >>> unreadable("Федеральный закон от 31 декабря 2014 г. № 488-ФЗ «О промышленной политике в Российской Федерации»")
    ''
    >>> bool(unreadable("Ih^jy^qbd h[yaZg h[_ki_qblv dhgljhev dZq_kl\\\\Z imlzf aZdexq_gby ^h]h\\\\hjZ gZ kljhbl_evguc gZ^ahj " * 2))
    True
    """
    letters = [letter for letter in text.lower() if letter.isalpha()]
    if not letters:
        return "" if re.search(r"\d", text) and not re.search(r"[^\d\s.,:%()/–-]", text) else "it holds no letters"
    words = [word for word in WORD.findall(text) if not ADDRESS.search(word)]
    controls = len(CONTROL.findall(text))
    if controls > 0.02 * len(text) and controls > 3:
        return "it is full of control characters"
    if len(words) >= TOKENS:
        odd = sum(bool(INNER_SIGN.search(word) or INNER_CAPITAL.search(word)) for word in words)
        if odd > ODD_WORDS * len(words):
            return "its letters make no words"
    return _odd_letters(letters) if len(letters) >= ENOUGH else ""


def _odd_letters(letters: list[str]) -> str:
    """What is wrong with how often each letter comes."""
    cyrillic = [letter for letter in letters if "\u0400" <= letter <= "\u04ff"]
    latin = [letter for letter in letters if letter < "\u0250"]
    accented = [letter for letter in latin if letter >= "\u00c0"]
    if len(accented) > FOREIGN_SHARE * len(letters):
        return "its letters are those of another character set"
    if len(cyrillic) >= ENOUGH:
        if sum(letter in "рс" for letter in cyrillic) > PREFIX_SHARE * len(cyrillic):
            return "its letters are those of another character set"
        if sum(letter in FREQUENT_RU for letter in cyrillic) < FREQUENT_SHARE * len(cyrillic):
            return "its letters make no words"
    if len(latin) >= ENOUGH and len(latin) >= len(cyrillic):
        plain = len(latin) - len(accented)
        if sum(letter in FREQUENT_LATIN for letter in latin) < FREQUENT_SHARE * plain:
            return "its letters make no words"
    return ""
