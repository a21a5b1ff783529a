"""Tables of words without rules and numbers, their cells of several lines; and text in columns, which is none."""

from ingest import Document, read
from tests.ingest.conftest import BOLD, Draw, Paper, both, lines

HEAD = ("Этап", "Что делается", "Кто отвечает")
ROWS = (
    (("Отбор",), ("Комиссия изучает", "поданные заявки и", "составляет перечень"), ("Министерство",)),
    (("Проверка",), ("Эксперты выезжают на", "площадку"), ("Центр кластерного", "развития")),
    (("Подписание", "соглашения"), ("Стороны согласуют", "показатели на три", "года"), ("Администрация", "области")),
)
LEFTS = (60, 200, 380)


def rows(*, is_middle: bool = False) -> Draw:
    """The table, its cells at the top of their row or in the middle of it."""
    draws = [lines(text, x=x, top=740, font=BOLD) for x, text in zip(LEFTS, HEAD, strict=True)]
    top = 718.0
    for row in ROWS:
        most = max(map(len, row))
        for x, cell in zip(LEFTS, row, strict=True):
            shift = 13 * (most - len(cell)) / 2 if is_middle else 0
            draws.append(lines(*cell, x=x, top=top - shift, leading=13))
        top -= 13 * most + 9
    return both(*draws)


def cells(document: Document) -> list[list[str]]:
    (table,) = document.tables
    found = [["" for _ in range(table.columns)] for _ in range(table.rows)]
    for cell in table.cells:
        found[cell.row][cell.column] = document.text[cell.start : cell.end]
    return found


def test_cells_of_several_lines_stand_in_their_rows(paper: Paper) -> None:
    expected = [list(HEAD), *([" ".join(cell) for cell in row] for row in ROWS)]
    assert cells(read(paper(rows()), "table.pdf")) == expected
    assert cells(read(paper(rows(is_middle=True)), "table.pdf")) == expected


def test_cards_side_by_side_under_headings_of_their_own_are_no_table(paper: Paper) -> None:
    draws = []
    for top in (740.0, 660.0):
        for x, head in zip((60, 240, 420), ("Наука", "Кадры", "Сбыт"), strict=True):
            draws.append(lines(head, x=x, top=top, font=BOLD))
            text = ("Кластер открывает общую", "лабораторию для всех", "своих участников")[: 1 + x // 200]
            draws.append(lines(*text, x=x, top=top - 20, leading=13))
    assert read(paper(both(*draws)), "cards.pdf").tables == ()


def test_columns_of_sentences_are_no_table(paper: Paper) -> None:
    left = (
        "Первая программа была",
        "принята весной и дала",
        "региону два кластера.",
        "Вторую готовят сейчас,",
        "и она",
    )
    right = ("Предприятия просят о", "скидке на аренду и о", "дороге к складам. Им", "обещали ответить до", "осени.")
    data = paper(both(lines(*left, top=740), lines(*right, x=240, top=740), lines("Итог", top=640)))
    assert read(data, "columns.pdf").tables == ()


def test_explanations_in_small_letters_close_behind_their_terms_are_cells(paper: Paper) -> None:
    terms = (
        ("Кластер", "город, где находится", "управляющая компания"),
        ("Специализация", "отрасль участников"),
        ("Партнёр", "вуз или научный центр", "без права голоса"),
        ("Совет", "высший орган"),
    )
    draws = []
    top = 740.0
    for term, *text in terms:
        draws += [lines(term, x=60, top=top), lines(*text, x=160, top=top, leading=13)]
        top -= 13 * len(text) + 5
    document = read(paper(both(*draws)), "terms.pdf")
    assert cells(document) == [[term, " ".join(text)] for term, *text in terms]


def test_an_agenda_with_hours_is_a_table(paper: Paper) -> None:
    agenda = (
        ("10:00", ("Открытие",), ("Смирнов А. П.",)),
        ("10:10", ("Отчёт управляющей", "компании за год"), ("Орлова Е. В.",)),
        ("10:40", ("Приём участников",), ("Волков Д. И.",)),
        ("11:00", ("О создании общего", "центра испытаний"), ("Кузнецова Н. А.,", "проректор")),
        ("11:30", ("Разное",), ("Смирнов А. П.",)),
    )
    draws = []
    top = 740.0
    for hour, item, speaker in agenda:
        draws += [lines(hour, x=60, top=top), lines(*item, x=120, top=top, leading=13)]
        draws.append(lines(*speaker, x=320, top=top, leading=13))
        top -= 13 * max(len(item), len(speaker)) + 5
    document = read(paper(both(*draws)), "agenda.pdf")
    assert cells(document) == [[hour, " ".join(item), " ".join(speaker)] for hour, item, speaker in agenda]
