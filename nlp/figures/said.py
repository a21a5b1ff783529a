"""A number as its sentence says it: what the reasons to doubt a figure look at."""

import re

from ingest.document import Span
from ingest.record import record
from nlp.figures.amount import Amount

REACH = 40  # characters on either side of a number in which the words stand that make it doubtful

BY = re.compile(r"(?<!\w)(?:на|by)\s+[*_]*$", re.IGNORECASE)
AND = re.compile(r"\s(?:и|а\s+также|and)\s+[*_]*\Z", re.IGNORECASE)
AFTER = re.compile(r"[*_]*\s+(?P<word>[^\W\d_]+(?:-[^\W\d_]+)*)")
MEASURED_SHARE = re.compile(
    r"(?<!\w)(?:дол[яиюе]|процент|удельн|вес|уров|показател|индекс|коэффициент|темп|рост|прирост|степен|износ|ставк|охват|явк|"
    r"инфляц|рентабельн|част[ьи]|числ|количеств|объ[её]м|норматив|маржа|потер|выход|отклонени|загрузк|нагрузк|оценк|выручк|"
    r"размер|скидк|надбавк|комисси|вероятност|риск|план)",
    re.IGNORECASE,
)
"""What a percentage can be of something by name: a share, a level, a rate, a change."""

RELATIVE = re.compile(r"(?<!\w)(?:котор\w+|чь[яиё]\w*|где)\b[^,;]*$", re.IGNORECASE)
"""A relative clause that the words before a number are in."""

WORD = re.compile(r"[^\W\d_]+")
NOMINAL = frozenset({"NOUN", "ADJF", "PRTF"})


@record
class Said:
    """A number with its clause in a sentence of `text`, and the words that would name it."""

    text: str
    sentence: Span
    clause: Span
    amount: Amount
    words: str

    @property
    def before(self) -> str:
        """The clause up to the number and what qualifies it."""
        return self.text[self.clause.start : self.amount.start]

    @property
    def after(self) -> str:
        """The words right after the number."""
        return self.text[self.amount.end : self.amount.end + REACH]
