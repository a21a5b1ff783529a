"""Short texts side by side: each is read whole, though its lines stand on rows with those of the next."""

from typing import Any

import pytest

from ingest import read
from tests.ingest.conftest import BOLD, FONT, Draw, Paper, both, lines

APPROVED = ("УТВЕРЖДАЮ", "Генеральный директор управляющей", "компании кластера", "К. Л. Фёдоров", "14 мая 2021 г.")
AGREED = ("СОГЛАСОВАНО", "Председатель совета", "А. Н. Мишин", "12 мая 2021 г.")


def beside(*columns: tuple[str, ...], top: float = 780, step: float = 180) -> Draw:
    return both(*(lines(*column, x=60 + step * number, top=top) for number, column in enumerate(columns)))


def in_order(text: str, *pieces: str) -> bool:
    places = [text.index(piece) for piece in pieces]
    return places == sorted(places)


def test_two_stamps_side_by_side_are_read_one_after_the_other(paper: Paper) -> None:
    document = read(paper(beside(AGREED, APPROVED, step=260)), "stamps.pdf")
    assert document.tables == ()
    assert in_order(document.text, *AGREED, *APPROVED)


def test_two_who_sign_are_read_one_after_the_other(paper: Paper) -> None:
    posts = beside(("Председатель совета",), ("Секретарь совета",), step=260)
    names = beside(("_________ А. П. Смирнов",), ("_________ Е. В. Орлова",), step=260, top=740)
    text = read(paper(both(posts, names)), "signed.pdf").text
    assert in_order(text, "Председатель", "Смирнов", "Секретарь", "Орлова")


def test_cards_with_titles_are_read_row_by_row_and_card_by_card(paper: Paper) -> None:
    draws = []
    people = (("Иванова А. А.", "директор", "8 342 01"), ("Котов Б. Б.", "юрист", "8 342 02"))
    more = (("Зайцев В. В.", "главный", "аналитик", "8 342 03"), ("Ежова Г. Г.", "бухгалтер", "8 342 04"))
    for row, cards in enumerate((people, more)):
        for column, (name, *rest) in enumerate(cards):
            x, top = 60 + 200 * column, 700 - 60 * row
            draws += [lines(name, x=x, top=top, font=BOLD), lines(*rest, x=x, top=top - 15)]
    text = read(paper(both(*draws)), "cards.pdf").text
    assert in_order(text, *(piece for card in (*people, *more) for piece in card))


def test_a_table_with_a_broken_cell_stays_a_table(paper: Paper) -> None:
    labels = both(lines("Регион", "Пермский край", top=780), lines("Томская область", top=735))
    values = both(lines("Участников", "148 организаций", "и два вуза", x=300, top=780), lines("36", x=300, top=735))
    document = read(paper(both(labels, values)), "table.pdf")
    assert in_order(document.text, "Пермский край", "148 организаций", "и два вуза", "Томская область", "36")


def test_figures_below_labels_of_different_length_stay_with_them(paper: Paper) -> None:
    texts = (("Число организаций", "на конец года", "по реестру"), ("Выручка",), ("Доля экспорта", "в продажах"))
    draws = []
    for column, (label, figure) in enumerate(zip(texts, ("148", "12,4", "31 %"), strict=True)):
        x = 60 + 170 * column
        draws += [lines(*label, x=x, top=700), lines(figure, x=x, top=700 - 15 * len(label) - 15, size=26)]
    text = read(paper(both(*draws)), "ragged.pdf").text
    assert in_order(text, "Число", "148", "Выручка", "12,4", "Доля", "31 %")


def test_figures_on_one_line_below_labels_of_different_length_stay_with_them(paper: Paper) -> None:
    texts = (("Число организаций", "на конец года", "по реестру"), ("Выручка",), ("Доля экспорта", "в продажах"))
    draws = []
    for column, (label, figure) in enumerate(zip(texts, ("148", "12,4", "31 %"), strict=True)):
        draws += [lines(*label, x=60 + 170 * column, top=700), lines(figure, x=60 + 170 * column, top=640, size=26)]
    text = read(paper(both(*draws)), "level.pdf").text
    assert in_order(text, "Число", "148", "Выручка", "12,4", "Доля", "31 %")


def test_a_list_by_the_alphabet_in_two_columns_is_read_down_and_then_on(paper: Paper) -> None:
    left = ("Алтайский край", "Амурская область", "Воронежская область", "Иркутская область", "Калужская область")
    right = ("Курская область", "Липецкая область", "Омская область", "Пермский край", "Тульская область")
    document = read(paper(both(lines("Регионы-участники", top=820, font=BOLD), beside(left, right))), "list.pdf")
    assert document.tables == ()
    assert in_order(document.text, "Регионы", *left, *right)


def test_a_row_above_a_headline_over_columns_is_read_before_it(paper: Paper) -> None:
    row = both(lines("Деловой вестник", top=800), lines("№ 12, 2021", x=480, top=800))
    head = lines("Технопарк меняет город", top=770, size=20)
    text = read(paper(both(row, head, lines("Первая колонка", "текста", top=740))), "journal.pdf").text
    assert in_order(text, "Деловой вестник", "№ 12, 2021", "Технопарк")


def centred(*texts: str, middle: float, top: float = 780, size: float = 10) -> Draw:
    def draw(canvas: Any) -> None:
        canvas.setFont(FONT, size)
        for index, text in enumerate(texts):
            canvas.drawCentredString(middle, top - 14 * index, text)

    return draw


def test_a_letterhead_is_read_before_the_address_beside_it(paper: Paper) -> None:
    head = (
        "МИНИСТЕРСТВО",
        "ПРОМЫШЛЕННОСТИ И ТОРГОВЛИ",
        "ул. Ленина, д. 14",
        "тел. (342) 217-00-00",
        "12.04.2023 № 05-17",
    )
    address = ("Генеральному директору", "АО «Управляющая компания", "«Камский кластер»")
    text = read(paper(both(centred(*head, middle=160), lines(*address, x=330, leading=14))), "letter.pdf").text
    assert in_order(text, *head, *address)


@pytest.mark.parametrize("shorter", [0, 1, 3])
def test_a_note_below_two_columns_is_read_after_both(paper: Paper, shorter: int) -> None:
    left = tuple(f"Строка {number} первой колонки, где идёт рассказ о парке" for number in "абвгдежз")
    right = tuple(f"строка {number} второй колонки, где идёт рассказ о доме" for number in "абвгдежз")[: 8 - shorter]
    columns = both(lines(*left, x=40, size=8), lines(*right, x=310, size=8))
    note = both(lines("1", x=40, top=665.5, size=4), lines("Здесь и далее данные за год.", x=46, top=664, size=6))
    text = read(paper(both(columns, note)), "notes.pdf").text
    assert in_order(text, left[-1], right[0], right[-1], "Здесь и далее")


def test_an_address_on_the_right_is_read_before_the_title_and_the_text_below_it(paper: Paper) -> None:
    address = lines("Министру промышленности", "Камского края", "Орехову А. Д.", x=360, top=780)
    body = both(lines("ЗАЯВЛЕНИЕ", x=265, top=725), lines("Прошу включить ООО «Сенсор» в перечень.", x=60, top=700))
    foot = both(lines("12.04.2023", x=60, top=675), lines("____________ / К. Е. Лунёв", x=380, top=675))
    text = read(paper(both(address, body, foot)), "request.pdf").text
    assert in_order(text, "Министру", "Орехову", "ЗАЯВЛЕНИЕ", "Прошу", "12.04.2023")
