import datetime as dt

from tawatur.linking import link
from tawatur.linking.days import When, days_of
from tawatur.linking.entities import resolve
from tawatur.linking.happenings import Family, happenings_of
from tawatur.model import Role
from tawatur.text import tokenise
from tests.linking.stories import read, shelling


def test_an_event_says_what_where_when_and_how_many() -> None:
    event = link([shelling("a", "2022-02-16", "Azaz", "Three"), shelling("b", "2022-02-16", "Azaz", "Three")]).events[0]
    assert event.title == "Assault at Azaz, 2022-02-15: 3 killed"
    assert event.first == event.last == dt.date(2022, 2, 15)
    assert event.place is not None
    assert event.place.entity == "azaz"
    assert event.outlets == 2


def test_no_day_is_given_where_nobody_gives_one() -> None:
    event = link([read("a", "Three people were killed in shelling on the town of Azaz.", "2022-02-16")]).events[0]
    assert event.first is None


def test_a_town_stands_before_its_province() -> None:
    reports = [
        read("a", "Three people were killed in shelling in Aleppo province on Tuesday.", "2022-02-16"),
        read(
            "b", "Three people were killed in shelling on the town of Azaz in Aleppo province on Tuesday.", "2022-02-16"
        ),
    ]
    event = max(link(reports).events, key=lambda e: len(e.documents))
    assert event.place is not None
    assert event.place.entity == "azaz"


def test_participants_come_with_the_claims_that_name_them() -> None:
    event = link([read("a", "The Turkish army shelled the town of Azaz on Tuesday.", "2022-02-16")]).events[0]
    actor = next(p for p in event.participants if p.role is Role.ACTOR)
    assert actor.entity == "turkish-army"
    assert actor.claims == event.claims


def test_headline_lead_and_details_are_one_happening() -> None:
    report = read(
        "a",
        "Deadly shelling in northern Syria\n\nThree people were killed in shelling on the town of Azaz on Tuesday.\n\n"
        "The attack wounded seven others, rescuers said.",
        "2022-02-16",
    )
    assert len([h for h in happenings_of(report, resolve([report])) if h.family is Family.FIGHTING]) == 1


def test_an_earlier_attack_that_a_report_recalls_is_another_happening() -> None:
    report = read(
        "a",
        "Three people were killed in shelling on the town of Azaz on Tuesday.\n\n"
        "On 3 January 2022, six people were killed in shelling on the town.",
        "2022-02-16",
    )
    assert len([h for h in happenings_of(report, resolve([report])) if h.family is Family.FIGHTING]) == 2


def test_a_report_without_a_date_gives_its_own_day() -> None:
    report = read("a", "قتل مدنيان اليوم الأحد 27 شباط 2022 في قصف على مدينة أعزاز.", language="ar")
    day = dt.date(2022, 2, 27)
    assert days_of(report.document, tokenise(report.document.text)).published == When.on(day, day)


def test_a_day_without_its_year_stays_without_one() -> None:
    report = read("a", "قتل مدنيان اليوم الأحد 27 شباط في قصف على مدينة أعزاز.", language="ar")
    published = days_of(report.document, tokenise(report.document.text)).published
    assert published is not None
    assert (published.first, published.month, published.day) == (None, 2, 27)
