"""What the page says, in Russian and in English."""

from typing import Literal

from ui.librarian_texts import LIBRARIAN

Language = Literal["ru", "en"]

TEXTS: dict[str, tuple[str, str]] = {
    # key: (ru, en)
    "title": ("Свод", "Svod"),
    "tagline": (
        "Ответы с цитатой, страницей и местом на ней.",
        "Answers with the quote, the page and the place on it.",
    ),
    "language": ("Язык", "Language"),
    "ask": ("Вопрос", "Ask"),
    "registry": ("Реестр", "Registry"),
    "cluster": ("Кластер", "Cluster"),
    "documents": ("Документы", "Documents"),
    "now": ("Сейчас", "Now"),
    "as_of": ("На конец дня", "At the end of the day"),
    "as_of_shown": (
        "Библиотека показана такой, какой была {day}. Уберите дату, чтобы вернуться к настоящему.",
        "The library is shown as it was on {day}. Clear the day to come back to the present.",
    ),
    # the question
    "question": ("Вопрос к библиотеке", "Question to the library"),
    "question_hint": (
        "Например: кто управляет кластером…?",
        "For example: who manages the cluster…?",
    ),
    "examples": ("Примеры", "Examples"),
    "answer": ("Ответить", "Answer"),
    "not_stated": (
        "Ни один документ этого не утверждает. Спросите о другом или добавьте документ, который об этом говорит.",
        "No document states this. Ask something else, or add a document that does.",
    ),
    "not_understood": ("Вопрос не понят.", "The question was not understood."),
    "not_understood_hint": (
        "Спросите о кластере, регионе, специализации, правовом акте или показателе, назвав их как в документах.",
        "Ask about a cluster, a region, a specialization, a legal act or a figure, named as the documents name them.",
    ),
    "searched": (
        "Просмотрено документов: {documents}, страниц: {pages}.",
        "Searched {documents} documents, {pages} pages.",
    ),
    "unreadable": ("Нечитаемых страниц: {count}.", "Unreadable pages: {count}."),
    "understood": ("Понято как", "Understood as"),
    "indicator": ("Показатель", "Indicator"),
    "unit": ("Единица", "Unit"),
    "counted": ("посчитано по библиотеке", "counted over the library"),
    "queries": ("Запрос SPARQL и Cypher", "The SPARQL and Cypher query"),
    "all_sources": ("Все источники ({count})", "All sources ({count})"),
    "more_answers": ("Показать все ответы ({count})", "Show all answers ({count})"),
    "open_document": ("Открыть документ", "Open the document"),
    "page": ("стр. {page}", "p. {page}"),
    "source": ("Источник", "Source"),
    # the roles of a passage
    "role_value": ("значение", "value"),
    "role_subject": ("о ком", "subject"),
    "role_label": ("подпись", "label"),
    "role_context": ("контекст", "context"),
    # the registry
    "region": ("Регион", "Region"),
    "status": ("Статус", "Status"),
    "level": ("Уровень организационного развития", "Organizational level"),
    "specialization": ("Специализация", "Specialization"),
    "name": ("Название", "Name"),
    "filter_text": ("Название содержит", "Name contains"),
    "manager": ("Менеджер", "Manager"),
    "members": ("Участников", "Members"),
    "any": ("любой", "any"),
    "found_clusters": ("Кластеров: {count}", "Clusters: {count}"),
    "download_csv": ("Скачать таблицу с источниками (CSV)", "Download the table with its sources (CSV)"),
    "open_card": ("Карточка", "Card"),
    "no_match": (
        "Ни один кластер не подходит. Снимите один из фильтров.",
        "No cluster matches. Take one of the filters off.",
    ),
    # the card
    "choose_cluster": ("Выберите кластер", "Choose a cluster"),
    "unknown_thing": (
        "В библиотеке нет того, что назвал адрес. Найдите это по имени: вопросом, в реестре или в карточках.",
        "The library holds nothing of that address. Find it by its name: ask, or look in the registry or the cards.",
    ),
    "mentioned_in": ("Упомянут в документах", "Mentioned in"),
    "linked_data": ("Связанные данные", "Linked data"),
    "conflict": ("документы расходятся", "documents disagree"),
    # documents
    "choose_document": ("Выберите документ", "Choose a document"),
    "pages_count": ("Страниц", "Pages"),
    "format": ("Формат", "Format"),
    "findings": ("Что не удалось прочитать", "What could not be read"),
    "statements_of_page": ("Утверждения этой страницы ({count})", "Statements of this page ({count})"),
    "no_statements": (
        "На этой странице утверждений не найдено. Недостающий факт можно добавить под карточкой предмета.",
        "No statements were found on this page. A fact that is missing can be added below the card of a thing.",
    ),
    "subject": ("О чём", "Subject"),
    "predicate": ("Связь", "Relation"),
    "object": ("Значение", "Value"),
    "quote": ("Цитата", "Quote"),
    "page_number": ("Страница (1–{pages})", "Page (1–{pages})"),
    "select_row": ("Отметьте строку, чтобы открыть карточку.", "Tick a row to open its card."),
    "run": ("Выполнить", "Run"),
    "replaced_by": ("Заменён редакцией", "Replaced by"),
    # the vocabulary
    "vocabulary": ("Словарь", "Vocabulary"),
    "classes": ("Классы", "Classes"),
    "properties": ("Свойства", "Properties"),
    # empty states
    "empty_library": ("Библиотека пуста.", "The library is empty."),
    "empty_hint": (
        "Добавьте документы командой `svod ingest ПАПКА` и обновите страницу.",
        "Add documents with `svod ingest FOLDER` and reload the page.",
    ),
    "no_clusters": (
        "В документах библиотеки ни одного кластера не найдено.",
        "No cluster was found in the documents of the library.",
    ),
    **LIBRARIAN,
}


def text(key: str, language: Language) -> str:
    """The text of the page in the language.

    >>> text("ask", "en")
    'Ask'
    """
    russian, english = TEXTS[key]
    return russian if language == "ru" else english
