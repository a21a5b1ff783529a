"""Dates as precise as the text gives them."""

import pytest

from nlp.dates import parse_date, read_dates
from tests.nlp.conftest import Find


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("от 31.12.2014 и от 30.12. 2016 г.", ["2014-12-31", "2016-12-30"]),
        ("от «17» октября 2017 г.", ["2017-10-17"]),
        ("from 31/12/ 2014", ["2014-12-31"]),
        ("July 31, 2015 and 24 July 2007", ["2015-07-31", "2007-07-24"]),
        ("2014-12-31", ["2014-12-31"]),
        ("в мае 2015 года", ["2015-05"]),
        ("на 2014–2020 годы", ["2014/2020"]),
        ("с 2012 по 2015 год", ["2012/2015"]),
        ("Established since 2010", ["2010"]),
        ("2 марта\xa02010\xa0г.", ["2010-03-02"]),
        ("31.02.2015", []),
        ("от 1 июня 1882 года, в 1879 году", ["1882-06-01", "1879"]),
        ("в 1850 случаях, от 1750 до 1800, за 1750", []),
        ("In Q3 2020 and 1H 2021", ["2020-07/2020-09", "2021-01/2021-06"]),
        ("тел. 2012345, в 2014 организациях, 2014 штук, код 1.2014.5", []),
    ],
)
def test_dates(text: str, values: list[str]) -> None:
    assert [date.value for date in read_dates(text)] == values


def test_a_mention_stands_at_its_words(find: Find) -> None:
    (date,) = find("Принят 31 декабря 2014 года Думой", "Date")
    assert (date.text, date.attributes["value"]) == ("31 декабря 2014 года", "2014-12-31")


def test_two_digit_years_belong_to_the_nearer_century() -> None:
    assert parse_date("12.03.09") == "2009-03-12"
    assert parse_date("12.03.92") == "1992-03-12"
