import datetime as dt

import pytest

from tawatur.lexicon.calendar_words import EraName, MonthWord, WeekdayWord, load_calendar_words
from tawatur.lexicon.word_table import WordTable, pick
from tawatur.model import Language
from tawatur.text import tokenise


@pytest.mark.parametrize("language", Language)
def test_each_entry_is_found_in_its_own_example(language: Language) -> None:
    missed = []
    for where, forms, example in load_calendar_words(language).examples:
        folded = tokenise(example).folded
        within = any(form in word for form in forms for word in folded)
        if not WordTable([(form, form) for form in forms]).find(folded) and not within:
            missed.append(where)
    assert not missed, f"{len(missed)} examples hold no form of their entry: {', '.join(missed[:20])}"


@pytest.mark.parametrize("language", Language)
def test_every_month_and_weekday_has_a_name(language: Language) -> None:
    words = load_calendar_words(language)
    months, weekdays = set(), set()
    for _, forms, _ in words.examples:
        for form in forms:
            for senses in words.table.find(tokenise(form).folded).values():
                for sense in senses:
                    if isinstance(sense.value, MonthWord) and not sense.value.hijri:
                        months.add(sense.value.number)
                    elif isinstance(sense.value, WeekdayWord):
                        weekdays.add(sense.value.number)
    assert months == set(range(1, 13))
    assert weekdays == set(range(7))


def month(name: str, language: Language = Language.AR) -> int | None:
    found = pick(load_calendar_words(language).table.find(tokenise(name).folded), 0, MonthWord)
    return found[0].number if found else None


@pytest.mark.parametrize(
    ("names", "number"),
    [
        (("يناير", "كانون الثاني", "جانفي"), 1),
        (("فبراير", "شباط", "فيفري"), 2),
        (("أبريل", "نيسان", "أفريل"), 4),
        (("يوليو", "تموز", "جويلية"), 7),
        (("أغسطس", "آب", "غشت", "أوت"), 8),
        (("سبتمبر", "أيلول", "شتنبر"), 9),
        (("أكتوبر", "تشرين الأول"), 10),
        (("نوفمبر", "تشرين الثاني", "نونبر"), 11),
        (("ديسمبر", "كانون الأول", "دجنبر"), 12),
    ],
)
def test_the_month_sets_of_arabic_agree(names: tuple[str, ...], number: int) -> None:
    assert {month(name) for name in names} == {number}


def test_spring_is_no_month_of_the_islamic_calendar() -> None:
    assert month("ربيع الأول") == 3
    assert month("ربيع 2011") is None


def test_eras_run_forwards() -> None:
    for language in Language:
        words = load_calendar_words(language)
        eras = [
            sense.value
            for _, forms, _ in words.examples
            for form in forms
            for sense in words.table.find(tokenise(form).folded).get(0, ())
            if isinstance(sense.value, EraName)
        ]
        assert eras
        assert all(dt.date(1900, 1, 1) < era.first < era.last for era in eras)
