"""The words of organizations' names, and an organization where it stands."""

import re
from dataclasses import dataclass

from nlp.words import word_set

BLANK = re.compile(r"\s+")
QUOTE = '«"“„'
INSTITUTIONS = word_set(
    """
    университет институт академия центр агентство фонд корпорация ассоциация союз завод комбинат технопарк банк
    компания холдинг концерн фирма предприятие объединение партнерство палата биржа музей театр больница поликлиника
    школа колледж техникум лицей гимназия библиотека клуб федерация конфедерация общество организация движение
    партия газета журнал телеканал телекомпания радиостанция издательство лаборатория бюро консорциум инкубатор
    бизнес-инкубатор училище учреждение госкорпорация обсерватория фабрика птицефабрика агрохолдинг кооператив
    авиакомпания типография сбербанк агрофирма совхоз колхоз сборная посольство консульство армия церковь епархия
    редакция
    """
)
AUTHORITIES = word_set(
    """
    министерство департамент комитет управление администрация правительство отдел комиссия служба инспекция дума
    совет собрание прокуратура исполком мэрия казначейство агентство минобразования суд парламент сенат
    генпрокуратура облдума гордума горсовет хурал курултай госсовет полиция гувд увд мвд главк полпредство
    префектура управа
    """
)


VAGUE = 0.5  # the score of a body that only its context tells: below what should become a thing of its own


@dataclass(frozen=True, slots=True)
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
