"""The words of organizations' names, and an organization where it stands."""

import re

from ingest.record import record

BLANK = re.compile(r"\s+")
QUOTE = '«"“„'

NAMELESS = re.compile(
    r"(?:(?:предприятие|организация|учреждение|служба|отдел|управление|объект|глава)\s+)?"
    r"(?:ЖКХ|КФХ|ЛПХ|АПК|МСП|ТБО|ТКО|СМИ|ФАП|СП|ГП|МО|СОШ|ДЮСШ)|"
    r"(?:жилищн|земельн|лесн|библиотечн|музейн|архивн|семенн|страхов)\w+\s+фонд\w*|фонд\s+(?:оплаты|заработной|рабочего).*|"
    r"(?:ПНП|СанПиН|СНиП|ГОСТ|ОКВЭД|ОКТМО|ФГОС|ЕГЭ|ГИА)(?:\w{0,2}\b.*)?|[А-ЯЁ][а-яё-]+ое\s+(?:СП|ГП)|fm-диапазон|"
    r"редакция\s+(?:постановлен|решен|закон|приказ|указ|распоряжен)\w+|\W*[а-яё]{1,3}(?:[+/=][а-яё]{1,3})+",
    re.IGNORECASE,
)
"""What is called by its kind alone, or is no body: a common noun of the economy, a norm, a municipality."""


VAGUE = 0.5  # the score of a body that only its context tells: below what should become a thing of its own


@record
class Found:
    """An organization where it stands: its type, its name in the nominative, and what is known of it."""

    type: str
    start: int
    end: int
    name: str
    rule: str
    id: str | None = None
    legal_form: str = ""
    candidates: tuple[str, ...] = ()
    score: float = 1.0
