"""A box at the side of running text: the text goes on beside and below it, and the box is read after its paragraph."""

from ingest import read
from tests.ingest.conftest import BOLD, Draw, Paper, both, lines

ABOVE = ("Соглашение о кластере подписали девять предприятий, два университета и администрация",)
BESIDE = (
    "района, которая взяла на себя подготовку",
    "площадки. Первые цеха откроются через",
    "год. До этого времени участники получают",
    "помещения в технопарке и пользуются его",
)
BELOW = (
    "лабораториями бесплатно, если их проект прошёл отбор в региональной комиссии.",
    "Вторая очередь строительства начнётся позже.",
)
BOX = ("Технопарк", "Открыт на месте завода,", "площадь девять тысяч", "квадратных метров.")
PARAGRAPH = " ".join((*ABOVE, *BESIDE, BELOW[0]))


def box(x: float) -> Draw:
    return both(lines(BOX[0], x=x, top=755, size=9, font=BOLD), lines(*BOX[1:], x=x, top=743, size=9, leading=11))


def blocks(data: bytes) -> list[str]:
    document = read(data, "aside.pdf")
    return [" ".join(document.text[block.start : block.end].split()) for block in document.blocks]


def around(x: float) -> Draw:
    """The text, its lines beside the box from `x`."""
    return both(
        lines(*ABOVE, top=780), lines(*BESIDE, x=x, top=765), lines(BELOW[0], top=705), lines(BELOW[1], top=675)
    )


def test_a_box_at_either_side_is_read_after_the_paragraph_around_it(paper: Paper) -> None:
    for text, side in ((60, 420), (240, 64)):
        assert blocks(paper(both(around(text), box(side)))) == [PARAGRAPH, BOX[0], " ".join(BOX[1:]), BELOW[1]]


def test_columns_under_a_line_over_both_are_still_columns(paper: Paper) -> None:
    left = ("Первая колонка рассказывает о", "том, как отбирали заявки и кто", "входил в комиссию.")
    right = ("Вторая колонка говорит о том,", "сколько денег получил каждый", "из победителей.")
    data = paper(both(lines(*ABOVE, top=780), lines(*left, top=750), lines(*right, x=320, top=750)))
    assert blocks(data) == [*ABOVE, " ".join(left), " ".join(right)]


NARROW = (
    "Подготовка кадров ведётся вместе с",
    "техникумом и двумя кафедрами. Средства",
    "дают на конкурсной основе в пределах",
    "бюджета области. Парк стоит рядом со",
    "станцией и речным портом, а доля малых",
)
ON = "предприятий в закупках выросла, и это отметили в отчёте за прошлый год."


def test_a_quotation_in_larger_letters_does_not_cut_the_sentence_beside_it(paper: Paper) -> None:
    beside = both(lines(*NARROW, top=700, leading=14), lines(ON, top=630))
    quotation = lines("Кластер живёт, пока", "участникам есть", "о чём говорить", x=340, top=695, size=15, leading=20)
    text = read(paper(both(beside, quotation)), "quotation.pdf").text
    assert "\n".join((*NARROW, ON)) in text
    assert "Кластер живёт, пока участникам есть о чём говорить" in " ".join(text.split())


def test_a_caption_of_one_line_does_not_cut_the_sentence_beside_it(paper: Paper) -> None:
    beside = both(lines(*NARROW, x=300, top=700, leading=14), lines(ON, top=630))
    text = read(paper(both(beside, lines("Рисунок 1. Площадки на карте", top=658, size=9))), "caption.pdf").text
    assert "\n".join((*NARROW, ON)) in text
