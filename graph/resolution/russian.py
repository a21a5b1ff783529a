"""The sentence of each feature in Russian: what its docstring says in English."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    # of clusters and organizations
    "same_natural_key": "Оба названия — имена одного и того же органа власти.",
    "other_natural_key": "Это названия двух разных органов власти.",
    "short_for_the_other": "Одно название составлено из первых букв другого.",
    "same_own_name": "Собственные слова названий совпадают, каким бы алфавитом они ни были написаны.",
    "part_of_own_name": "Собственные слова одного названия входят в другое.",
    "longer_company_name": "Компания, в названии которой больше собственных слов, часто другая, из той же группы.",
    "other_own_name": "Собственные слова названий различаются.",
    "own_name_of_one_only": "Собственные слова есть только в одном названии.",
    "other_number": "Числа в названиях различаются.",
    "same_subject": "Названия одинаково говорят о том, чем занимается организация или кластер, на любом из языков.",
    "same_title": "Оба документа дают эти слова как само название.",
    "subject_within": "Одно название говорит о деятельности больше, чем другое.",
    "other_subject": "Названия говорят о разной деятельности.",
    "subject_of_one_only": "О деятельности говорит только одно название.",
    "same_place": "Оба находятся в одном месте.",
    "other_place": "Они находятся в разных местах.",
    "place_of_one_only": "Место названо только у одного: компания группы или региональный орган рядом с федеральным.",
    "same_kind": "Оба одного вида: фонд, университет, министерство.",
    "other_kind": "Они разного вида.",
    "more_of_a_kind": "Одно из них — часть органа или орган внутри другого, второе — нет.",
    "branch_of_one_only": "Только одно из них — филиал.",
    "body_of_its_place": "Такой орган в одном месте один.",
    "city_or_region": "Одно — орган города, другое — региона.",
    "same_sort": "Общие слова названий совпадают.",
    "same_in_every_part": "Названия совпадают во всех частях и говорят о многом.",
    "same_contact": "У обоих один телефон, адрес почты или сайт.",
    "other_founding_year": "Годы основания различаются.",
    # of people
    "same_surname": "Фамилия одна и та же, каким бы алфавитом она ни была написана.",
    "same_first_name": "Имя одно и то же.",
    "same_first_initial": "Имя начинается с инициала другого.",
    "other_first_name": "Имена различаются.",
    "same_patronymic": "Отчество одно и то же.",
    "same_second_initial": "Отчество начинается с инициала другого.",
    "other_patronymic": "Отчества различаются.",
    "same_context": "Оба названы при одном и том же кластере или организации.",
    "same_office": "Оба занимают одну и ту же должность, а она одна.",
    "same_own_contact": "У обоих один телефон или адрес почты.",
}
"""By the name of the feature's function. `same_surname` also tells of surnames that differ: see `OPPOSITE`."""

OPPOSITE: Mapping[str, tuple[str, str]] = {
    # feature: (ru, en), where its weight is below 0
    "same_surname": ("Фамилии различаются.", "The surnames differ."),
}
"""What a feature says that speaks for one thing where it holds and against it where it does not."""
