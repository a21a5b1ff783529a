"""People with their roles and organizations, in official texts, cards and news."""

from collections.abc import Callable

import pytest

from nlp.mention import Mention
from nlp.people_en import find_latin, turned
from nlp.persons import parsed

Find = Callable[..., list[Mention]]


def people(find: Find, text: str, language: str = "ru") -> list[tuple[str, str | None, str | None]]:
    return [
        (str(found.attributes["name"]), _text(found, "role"), _text(found, "organization"))
        for found in find(text, "Person", language=language)
    ]


def _text(found: Mention, key: str) -> str | None:
    value = found.attributes.get(key)
    return None if value is None else str(value)


def test_a_control_clause_gives_person_role_and_organization(find: Find) -> None:
    text = (
        "Контроль за исполнением настоящего постановления возложить на заместителя Главы администрации "
        "Асиновского района по социальным вопросам О. В. Булыгину."
    )
    assert people(find, text) == [
        (
            "Булыгина О. В.",
            "заместитель Главы администрации Асиновского района по социальным вопросам",
            "администрация Асиновского района",
        )
    ]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "И.о. Главы администрации \nСолнечногорского \nмуниципального района            К.С. Афиногентов",
            "Афиногентов К. С.",
            "И.о. Главы администрации Солнечногорского муниципального района",
        ),
        ("Глава Асиновского района\t\t\tА.Е.Ханыгов\n", "Ханыгов А. Е.", "Глава Асиновского района"),
        (
            "Губернатор – \nпредседатель Правительства                 Ю.А.Берг",
            "Берг Ю. А.",
            "Губернатор – председатель Правительства",
        ),
        ("И.о. Министра            Г.С. НИКИТИН\n", "Никитин Г. С.", "И.о. Министра"),
        (
            "Глава сельского поселения «Заречное»        Н.И.Кузнецова\n",
            "Кузнецова Н. И.",
            "Глава сельского поселения «Заречное»",
        ),
        (
            "Исполняющий полномочия\nГлавы муниципального района        С.В. Петухов\n",
            "Петухов С. В.",
            "Исполняющий полномочия Главы муниципального района",
        ),
        ("Контроль возложить на врио начальника отдела И.Е. Шарапову\n", "Шарапова И. Е.", "врио начальника отдела"),
        (
            "Поручить заместителю Председателя Правительства – министру промышленности Д.А. Курдюмову\n",
            "Курдюмов Д. А.",
            "заместитель Председателя Правительства – министр промышленности",
        ),
        ("Лисицын В.К. - и.о. ректора университета.\n", "Лисицын В. К.", "и.о. ректора университета"),
        ("Зам. главы администрации          П.Р. Носков\n", "Носков П. Р.", "Зам. главы администрации"),
        (
            "Президент Республики Татарстан          Р.Н. Минниханов\n",
            "Минниханов Р. Н.",
            "Президент Республики Татарстан",
        ),
        ("Руководитель                 В.К. Демидов\n", "Демидов В. К.", "Руководитель"),
        ("Назначить ответственным главного специалиста Попову А.А.\n", "Попова А. А.", "главный специалист"),
        ("Директор ГКУ «Центр»\n___________ В.Л. Ильина\n", "Ильина В. Л.", "Директор ГКУ «Центр»"),
        (
            "Возложить на руководителя аппарата администрации Дятлова О.Ю.\nКонтроль за сроками.\n",
            "Дятлов О. Ю.",
            "руководитель аппарата администрации",
        ),
    ],
)
def test_a_signature_gives_the_role_before_it(find: Find, text: str, name: str, role: str) -> None:
    assert [found[:2] for found in people(find, text)] == [(name, role)]


def test_a_name_in_brackets_belongs_to_the_body_before_them(find: Find) -> None:
    text = (
        "2. Отделу финансов Администрации Судиславского муниципального района (Ю.И. Смирнова) обеспечить"
        " финансирование."
    )
    assert people(find, text) == [
        ("Смирнова Ю. И.", None, "Отдел финансов Администрации Судиславского муниципального района")
    ]


def test_a_role_may_stand_after_the_name(find: Find) -> None:
    (found,) = people(find, "В работе участвует Иванов И. И. – генеральный директор ООО «Луч».")
    assert found == ("Иванов И. И.", "генеральный директор ООО «Луч»", "ООО «Луч»")


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_card_names_its_manager(find: Find, language: str) -> None:
    assert (
        people(find, "Менеджер кластера: Галицкий Сергей\nКонтакты: +7 342 212 17 47", language)[0][0]
        == "Галицкий Сергей"
    )


def test_news_give_names_in_every_case_and_again_by_surname(find: Find) -> None:
    text = (
        "Указ подписал Михаил Игнатьев. Встреча с Михаилом Игнатьевым прошла вчера. После неё выступили все,"
        " кроме Игнатьева."
    )
    assert [name for name, _, _ in people(find, text)] == ["Игнатьев Михаил", "Игнатьев Михаил", "Игнатьев"]


def test_a_shared_surname_makes_two_people(find: Find) -> None:
    found = find("Вчера в город приехали Сергей и Юлия Скрипаль из Москвы.", "Person")
    assert [mention.text for mention in found] == ["Сергей", "Юлия Скрипаль"]


def test_the_latin_form_in_brackets_is_the_same_kind_of_thing(find: Find) -> None:
    found = [mention.text for mention in find("Об этом заявил Майкл Мэйсон (Michael Mason), ветеран бюро.", "Person")]
    assert found == ["Майкл Мэйсон", "Michael Mason"]


@pytest.mark.parametrize(
    "text",
    [
        "Дом находится по адресу: г. Пермь, ул. М. Горького, д. 5.",
        "Ремонт дороги по ул. Ю. Гагарина завершён.",
        "Приложение А. Общие положения.",
        "ПРИЛОЖЕНИЕ И.О. ГЛАВЫ ПОСЕЛЕНИЯ",
        "согласно Поста-\nновлению Прави-\nтельства области",
        "Согласно Федеральному закону «Об образовании» школы обязаны отчитаться.",
    ],
)
def test_streets_and_headings_are_no_people(find: Find, text: str) -> None:
    assert find(text, "Person") == []


def test_initials_without_their_last_full_stop() -> None:
    assert parsed("Сух Т.В", ("accs",)).full == "Сух Т. В."


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "Artem Shadrin, director of the Department of Innovative Development, said so.",
            "Shadrin Artem",
            "director of the Department of Innovative Development",
        ),
        (
            "Oleg Fomichev, State Secretary, Deputy Minister of Economic Development.",
            "Fomichev Oleg",
            "State Secretary, Deputy Minister of Economic Development",
        ),
        (
            "Minister of Economic Development Alexei Ulyukayev spoke.",
            "Ulyukayev Alexei",
            "Minister of Economic Development",
        ),
        ("The cluster manager: Sergei Galitsky\n", "Galitsky Sergei", ""),
        ("Dr. Ketels opened it.", "Ketels", ""),
    ],
)
def test_english_people_by_rules(text: str, name: str, role: str) -> None:
    (found,) = find_latin(text)
    assert (found.name, found.role) == (name, role)


@pytest.mark.parametrize(
    "text", ["General Meeting / Working Group", "St. Petersburg and Nizhny Novgorod", "In March Russia won"]
)
def test_english_words_with_capitals_are_no_people(text: str) -> None:
    assert find_latin(text) == []


def test_an_english_name_that_stands_surname_first_stays_so() -> None:
    assert turned("Kutsenko Evgeny") == "Kutsenko Evgeny"


def test_roles_are_mentions_of_their_own(find: Find) -> None:
    (role,) = find("Глава Асиновского района А.Е. Ханыгов", "Role")
    assert role.attributes["name"] == role.text == "Глава Асиновского района"


def test_a_role_between_two_names_after_a_comma_is_of_the_second(find: Find) -> None:
    text = "Были замглавы Минпромторга Сергей Цыб, вице-премьер правительства Татарстана Альберт Каримов и врачи."
    assert [found[:2] for found in people(find, text)] == [
        ("Цыб Сергей", "замглавы Минпромторга"),
        ("Каримов Альберт", "вице-премьер правительства Татарстана"),
    ]


def test_a_surname_that_is_an_adjective_before_a_noun_is_none(find: Find) -> None:
    text = (
        "Курский вокзал закрыт, сказал Анатолий Курский. Газета «Московский вестник» молчит, "
        "отметил Сергей Московский.\n"
    )
    assert [name for name, _, _ in people(find, text)] == ["Курский Анатолий", "Московский Сергей"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Председатель Правления Анна Павловна Грачёва согласна.", "Грачёва Анна Павловна"),
        ("Менеджер кластера: Лаптев Игорь Олегович\nПродукция: лазеры\n", "Лаптев Игорь Олегович"),
    ],
)
def test_a_surname_is_no_word_of_the_role_or_of_the_next_line(find: Find, text: str, name: str) -> None:
    assert [found[0] for found in people(find, text)] == [name]


def test_an_adjective_of_a_cluster_is_no_person(find: Find) -> None:
    assert people(find, "Соглашение подписали Саровский инновационный кластер и завод.\n") == []
