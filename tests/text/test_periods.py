import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.lexicon.calendar_words import load_calendar_words
from tawatur.model import Language
from tawatur.text.periods import PeriodMention, Relation, find_periods
from tawatur.text.tokens import tokenise

AR, FR, EN = Language.AR, Language.FR, Language.EN
TUESDAY = dt.date(2018, 4, 17)


def periods(text: str, language: Language, published: dt.date | None = TUESDAY) -> tuple[PeriodMention, ...]:
    return find_periods(tokenise(text), load_calendar_words(language), published)


def days(text: str, language: Language, published: dt.date | None = TUESDAY) -> list[tuple[str, str]]:
    return [(p.from_day.isoformat(), p.to_day.isoformat()) for p in periods(text, language, published)]


def one(day: str, last: str | None = None) -> list[tuple[str, str]]:
    return [(day, last or day)]


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("وصل الوفد في 15 يوليو 2016", AR, "2016-07-15"),
        ("وصل الوفد في 15 تموز/يوليو 2016", AR, "2016-07-15"),
        ("وصل الوفد يوم 24 فبراير/ شباط 2016", AR, "2016-02-24"),
        ("وصل الوفد في 3 كانون الثاني (يناير) 2016", AR, "2016-01-03"),
        ("وصل الوفد في 7 جوان 2017", AR, "2017-06-07"),
        ("وصل الوفد في 9 جويلية 2017", AR, "2017-07-09"),
        ("وصل الوفد في 4 غشت 2017", AR, "2017-08-04"),
        ("وصل الوفد في السابع من أبريل عام 2015", AR, "2015-04-07"),
        ("وصل الوفد في الثالث والعشرين من آذار 2015", AR, "2015-03-23"),
        ("وصل الوفد يوم 04/05/2017", AR, "2017-05-04"),
        ("وصل الوفد في ٦ أيار ٢٠١٧", AR, "2017-05-06"),
        ("le convoi est arrivé le 1er mars 2016", FR, "2016-03-01"),
        ("le convoi est arrivé lundi 29 juin 2015", FR, "2015-06-29"),
        ("the convoy left on March 19, 2014", EN, "2014-03-19"),
        ("the convoy left on 5 July 2015", EN, "2015-07-05"),
        ("the convoy left on Sat Nov 12 2016", EN, "2016-11-12"),
    ],
)
def test_a_full_date_needs_no_day_of_publication(text: str, language: Language, day: str) -> None:
    found = periods(text, language, None)
    assert [(p.from_day.isoformat(), p.to_day.isoformat(), p.publication_based) for p in found] == [(day, day, False)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("وصل الوفد أمس", AR),
        ("وصل الوفد السبت", AR),
        ("وصل الوفد في مارس", AR),
        ("منذ 2011 والحرب مستمرة", AR),
        ("le convoi est arrivé le 4 mars", FR),
        ("the convoy left last week", EN),
    ],
)
def test_without_a_day_of_publication_nothing_is_guessed(text: str, language: Language) -> None:
    assert periods(text, language, None) == ()


@pytest.mark.parametrize(
    ("text", "language", "first", "last"),
    [
        ("وصل الوفد الثلاثاء", AR, "2018-04-17", None),
        ("وصل الوفد الثلاثاء الماضي", AR, "2018-04-10", None),
        ("وصل الوفد مساء أمس الاثنين", AR, "2018-04-16", None),
        ("وصل الوفد أول من أمس", AR, "2018-04-15", None),
        ("وصل الوفد قبل يومين", AR, "2018-04-15", None),
        ("يصل الوفد الأحد المقبل", AR, "2018-04-22", None),
        ("سيصل الوفد السبت", AR, "2018-04-21", None),
        ("وصل الوفد يومي السبت والأحد", AR, "2018-04-14", "2018-04-15"),
        ("وصل الوفد الشهر الماضي", AR, "2018-03-01", "2018-03-31"),
        ("وصل الوفد الأسبوع الماضي", AR, "2018-04-09", "2018-04-15"),
        ("وصل الوفد في 7 أبريل الجاري", AR, "2018-04-07", None),
        ("وصل الوفد في يونيو", AR, "2017-06-01", "2017-06-30"),
        ("وصل الوفد في سبتمبر من العام الماضي", AR, "2017-09-01", "2017-09-30"),
        ("نزح السكان خلال الأيام الماضية", AR, "2018-04-10", "2018-04-17"),
        ("نزح السكان خلال اليومين الماضيين", AR, "2018-04-15", "2018-04-17"),
        ("le convoi est parti mardi", FR, "2018-04-17", None),
        ("le convoi est parti mardi dernier", FR, "2018-04-10", None),
        ("le convoi est parti vendredi soir", FR, "2018-04-13", None),
        ("le convoi partira dimanche prochain", FR, "2018-04-22", None),
        ("le convoi partira samedi", FR, "2018-04-21", None),
        ("dans la nuit de vendredi à samedi, un tir", FR, "2018-04-13", "2018-04-14"),
        ("dans la nuit du 4 au 5 janvier, un tir", FR, "2018-01-04", "2018-01-05"),
        ("la semaine dernière, un tir", FR, "2018-04-09", "2018-04-15"),
        ("dix morts ces derniers jours", FR, "2018-04-10", "2018-04-17"),
        ("le pont est tombé il y a trois jours", FR, "2018-04-14", None),
        ("le pont est tombé le 24 décembre dernier", FR, "2017-12-24", None),
        ("the convoy left early on Sunday", EN, "2018-04-15", None),
        ("the convoy left last Tuesday", EN, "2018-04-10", None),
        ("the convoy left yesterday", EN, "2018-04-16", None),
        ("the convoy will leave on Friday", EN, "2018-04-20", None),
        ("the convoy leaves next week", EN, "2018-04-23", "2018-04-29"),
        ("ten died in the past three days", EN, "2018-04-14", "2018-04-17"),
        ("the bridge fell last September", EN, "2017-09-01", "2017-09-30"),
        ("the bridge fell five years ago", EN, "2013-01-01", "2013-12-31"),
    ],
)
def test_words_are_counted_from_the_day_of_publication(
    text: str, language: Language, first: str, last: str | None
) -> None:
    assert days(text, language) == one(first, last)


@pytest.mark.parametrize(
    ("text", "language", "first", "last"),
    [
        ("وصل الوفد أوائل مارس 2016", AR, "2016-03-01", "2016-03-10"),
        ("وصل الوفد في منتصف شباط/فبراير", AR, "2018-02-11", "2018-02-20"),
        ("وصل الوفد أواخر 2013", AR, "2013-10-01", "2013-12-31"),
        ("وصل الوفد في صيف 2014", AR, "2014-06-01", "2014-08-31"),
        ("ils sont partis début juin 2015", FR, "2015-06-01", "2015-06-10"),
        ("ils sont partis à la mi-mars", FR, "2018-03-11", "2018-03-20"),
        ("ils sont partis fin août 2016", FR, "2016-08-21", "2016-08-31"),
        ("they left in late 2011", EN, "2011-10-01", "2011-12-31"),
        ("they left in May 2015", EN, "2015-05-01", "2015-05-31"),
        ("they left in mid-March", EN, "2018-03-11", "2018-03-20"),
    ],
)
def test_parts_of_months_and_years_are_cut_out(text: str, language: Language, first: str, last: str) -> None:
    assert days(text, language) == one(first, last)


@pytest.mark.parametrize(
    ("text", "language", "first"),
    [
        ("والحرب مستمرة منذ 2011", AR, "2011-01-01"),
        ("والحصار مستمر منذ منتصف مارس 2015", AR, "2015-03-11"),
        ("والحصار مستمر منذ أربع سنوات", AR, "2014-04-17"),
        ("والحصار مستمر منذ بداية العام", AR, "2018-01-01"),
        ("le siège dure depuis 2012", FR, "2012-01-01"),
        ("le siège dure depuis deux semaines", FR, "2018-04-03"),
        ("le siège dure depuis le début de l'année", FR, "2018-01-01"),
        ("the siege has gone on since March 2011", EN, "2011-03-01"),
    ],
)
def test_since_runs_to_the_day_of_publication(text: str, language: Language, first: str) -> None:
    found = periods(text, language)
    assert [(p.from_day.isoformat(), p.to_day, p.relation) for p in found] == [(first, TUESDAY, Relation.SINCE)]


def test_since_an_event_with_a_date_is_told_beside_the_date_itself() -> None:
    assert days("hundreds died since the revolt began in March 2011", EN) == [
        ("2011-03-01", "2018-04-17"),
        ("2011-03-01", "2011-03-31"),
    ]


@pytest.mark.parametrize(
    ("text", "language", "first", "last"),
    [
        ("عمل هناك من 2012 إلى 2014", AR, "2012-01-01", "2014-12-31"),
        ("عمل هناك بين عامي 2012 و2014", AR, "2012-01-01", "2014-12-31"),
        ("عمل هناك ما بين أكتوبر 2012 ومايو 2013", AR, "2012-10-01", "2013-05-31"),
        ("du 7 au 9 janvier 2015, la ville a tenu", FR, "2015-01-07", "2015-01-09"),
        ("dans la nuit du 31 août au 1er septembre 2016", FR, "2016-08-31", "2016-09-01"),
        ("he worked there from 2012 to 2014", EN, "2012-01-01", "2014-12-31"),
    ],
)
def test_two_dates_joined_are_one_period(text: str, language: Language, first: str, last: str) -> None:
    found = periods(text, language)
    assert [(p.from_day.isoformat(), p.to_day.isoformat()) for p in found] == [(first, last)]


def test_an_end_in_the_future_begins_at_publication_and_one_in_the_past_says_too_little() -> None:
    assert days("le pont reste fermé jusqu'au 5 mai 2018", FR) == one("2018-04-17", "2018-05-05")
    assert days("le pont est resté fermé jusqu'au 5 mai 2015", FR) == []
    assert days("أتلفت الشحنة بحلول سبتمبر 2014", AR) == []


def test_months_that_have_years_of_their_own_stay_apart() -> None:
    assert days("في آذار/مارس 2014، وأيار/مايو 2015", AR) == [
        ("2014-03-01", "2014-03-31"),
        ("2015-05-01", "2015-05-31"),
    ]


def test_days_of_the_islamic_calendar_are_told_in_ours() -> None:
    assert days("وقع الصلح في 15 شوال 1436 هـ", AR, None) == one("2015-07-31")
    assert days("وقع الصلح يوم 15 / 10 / 1436هـ", AR, None) == one("2015-07-31")
    assert days("وقع الصلح في 15 شوال 9999 هـ", AR, None) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("مارس الضباط ضغوطا على القرية", AR),
        ("قالت تيريزا ماي إنها مستعدة", AR),
        ("في اليوم التالي عاد الهدوء", AR),
        ("نشرت صحيفة اليوم تقريرا", AR),
        ("منذ ذلك الحين والطريق مغلق", AR),
        ("صوت المجلس على القرار 2042", AR),
        ("اندلع القتال قرب سوق الخميس", AR),
        ("sept soldats sont arrivés", FR),
        ("le défilé du 14-Juillet", FR),
        ("le pont avait été repris récemment", FR),
        ("the march may go on, officials say", EN),
        ("since then the road is shut", EN),
        ("the deal of 05/04/2017 was signed", EN),
        ("Resolution 1973 was passed", EN),
        ("the song is from the 1950s", EN),
    ],
)
def test_what_is_no_period_or_an_unclear_one_gives_nothing(text: str, language: Language) -> None:
    assert periods(text, language) == ()


@given(
    published=st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2040, 12, 31)),
    weekday=st.integers(min_value=0, max_value=6),
)
def test_a_weekday_is_within_the_week_before_publication(published: dt.date, weekday: int) -> None:
    name = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[weekday]
    (plain,) = periods(f"They met on {name}.", EN, published)
    (last,) = periods(f"They met last {name}.", EN, published)
    (following,) = periods(f"They meet next {name}.", EN, published)
    assert plain.from_day.weekday() == last.from_day.weekday() == following.from_day.weekday() == weekday
    assert 0 <= (published - plain.from_day).days < 7
    assert 0 < (published - last.from_day).days <= 7
    assert 0 < (following.from_day - published).days <= 7


@given(day=st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2099, 12, 31)))
def test_any_date_written_out_comes_back(day: dt.date) -> None:
    months = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split()  # noqa: SIM905
    text = f"وقع الاتفاق في {day.day} {months[day.month - 1]} {day.year}."
    assert days(text, AR, None) == [(day.isoformat(), day.isoformat())]
    assert days(f"Signed on {day:%d/%m/%Y}.".replace("Signed on", "Signé le"), FR, None) == one(day.isoformat())


@given(
    text=st.sampled_from(["وصل الوفد السبت.\n", "Le convoi est parti mardi.\n", "The convoy left on Monday.\n"]),
    more=st.sampled_from(["", "15 mars 2015", "On 4 May", "منذ 2011", "2013", "الأحد المقبل"]),
)
def test_what_follows_changes_nothing_before_it(text: str, more: str) -> None:
    language = {"و": AR, "L": FR, "T": EN}[text[0]]
    alone = periods(text, language)
    assert len(alone) == 1
    assert periods(text + more, language)[:1] == alone


@given(
    text=st.text(alphabet="0123456789/-. \nمايوأبرلعامنذhuitmrsdeplvn", max_size=60),
    language=st.sampled_from(Language),
    published=st.none() | st.dates(),
)
def test_any_text_gives_periods_that_lie_inside_of_it(text: str, language: Language, published: dt.date | None) -> None:
    tokens = tokenise(text)
    for period in find_periods(tokens, load_calendar_words(language), published):
        assert 0 <= period.first < period.last <= len(tokens)
        assert period.from_day <= period.to_day
