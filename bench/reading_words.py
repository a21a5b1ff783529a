"""Text to measure reading with: sentences of words of our field, drawn by chance, the same for the same seed."""

import random

_RU = (
    "кластер программа развитие регион субсидия предприятие участник министерство проект область закон решение "
    "инфраструктура производство технология центр поддержка бюджет организация специализация продукция рынок "
    "стратегия показатель соглашение комиссия перечень заявка отбор конкурс исследование университет оборудование "
    "материал медицина энергетика транспорт связь космос химия металл лес рыба зерно свет волокно лазер датчик "
    "в на для при между после перед без под над из от до по с и а также однако поэтому который чтобы если "
    "создаёт получает объединяет выпускает направляет утверждает включает повышает снижает изучает готовит "
    "новый крупный средний малый пилотный промышленный инновационный региональный федеральный совместный научный "
    "первый второй общий главный отдельный годовой плановый итоговый быстро ежегодно вместе отдельно прежде"
)
_EN = (
    "cluster programme development region subsidy company member ministry project area law decision infrastructure "
    "production technology centre support budget organization specialization product market strategy indicator "
    "agreement commission register application selection contest research university equipment material medicine "
    "energy transport link space chemistry metal forest fish grain light fibre laser sensor in on for at between "
    "after before without under over from until along with and but also however therefore which so if creates "
    "receives unites makes directs approves includes raises lowers studies prepares new large medium small pilot "
    "industrial innovative regional federal joint scientific first second common main separate yearly planned"
)
RUSSIAN, ENGLISH = _RU.split(), _EN.split()


class Words:
    """A source of sentences."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.words = RUSSIAN if seed % 4 else ENGLISH

    def phrase(self, least: int, most: int) -> str:
        """So many words, the first with a capital."""
        count = self.chance.randint(least, most)
        return " ".join(self.chance.choice(self.words) for _ in range(count)).capitalize()

    def sentence(self) -> str:
        """A phrase with an end, and sometimes a comma or a number inside."""
        parts = self.phrase(6, 14).split()
        at = self.chance.randrange(2, len(parts) - 1)
        parts[at] = parts[at] + "," if self.chance.random() < 0.5 else f"{parts[at]} {self.chance.randint(2, 990)}"
        return " ".join(parts) + "."

    def paragraph(self, sentences: int) -> str:
        """Sentences that follow each other."""
        return " ".join(self.sentence() for _ in range(sentences))
