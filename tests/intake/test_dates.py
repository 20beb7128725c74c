import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.intake.dates import find_day, is_date_line, parse_day
from tawatur.model import Language


@pytest.mark.parametrize(
    "line",
    [
        "06 مارس 2020",
        "الجمعة، 6 مارس/ آذار 2020",
        "٦ آذار ٢٠٢٠",
        "الجمعة 6 آذار, 2020",
        "آذار 6, 2020",
        "نشر بتاريخ 6 مارس 2020 الساعة 10:20",
        "2020-03-06",
        "2020/03/06 11:29",
        "06.03.2020",
        "6 mars 2020",
        "Publié le vendredi 6 mars 2020 à 10h20",
        "6 March 2020",
        "March 6, 2020",
        "Last updated at Mar 62020",
        "Friday, 6th March 2020, 10:20 GMT",
    ],
)
def test_date_lines_of_the_three_languages_name_the_same_day(line: str) -> None:
    day = is_date_line(line, Language.AR)
    assert day is not None
    assert day.date == dt.date(2020, 3, 6)


@pytest.mark.parametrize(
    "line",
    [
        "وصلت السفينة إلى الميناء في 6 مارس 2020",
        "The ship arrived on 6 March 2020",
        "6 March",
        "March 2020",
        "31 February 2020",
        "12 كانون 2020",
        "2020",
        "1/2/3/2020",
        "66 مارس 2020",
        "",
    ],
)
def test_other_lines_are_no_date_lines(line: str) -> None:
    assert is_date_line(line, Language.EN) is None


def test_a_day_and_month_that_english_may_turn_round_are_not_guessed() -> None:
    assert find_day("3/6/2020", Language.EN) is None
    assert (day := find_day("13/6/2020", Language.EN)) is not None
    assert day.date == dt.date(2020, 6, 13)
    assert (day := find_day("3/6/2020", Language.FR)) is not None
    assert day.date == dt.date(2020, 6, 3)


@pytest.mark.parametrize("value", ["2020-03-06T23:59:00-05:00", "2020-03-06", "Fri, 06 Mar 2020 10:00:00 +0000"])
def test_values_of_tags_are_read(value: str) -> None:
    assert parse_day(value) == dt.date(2020, 3, 6)


@given(st.text(max_size=300))
def test_any_line_can_be_asked(line: str) -> None:
    day = is_date_line(line, Language.FR, spare=2)
    assert day is None or 0 <= day.start < day.end <= len(line)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)))
def test_every_day_is_read_back(date: dt.date) -> None:
    assert parse_day(date.isoformat()) == date
    assert (day := find_day(f"{date.day:02}.{date.month:02}.{date.year}")) is not None
    assert day.date == date
