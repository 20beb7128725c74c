import pytest

from tawatur.linking.figures import POLICIES, Count, bounds_of, counts_of, course_of
from tawatur.linking.victims import counted
from tawatur.model import ClaimType, Report, Unit
from tawatur.model.linked import Policy
from tests.linking.factory import Count as Said
from tests.linking.factory import Told, group_of, report, who
from tests.linking.stories import read


def _toll(id_: str, words: str, value: float, date: str = "2022-02-16") -> Report:
    told = Told(f"{words} were killed", "killed", ClaimType.ASSAULT, counts=(Said(words, value, value, Unit.KILLED),))
    return report(id_, f"{id_} News", date, told)


def _counts(*reports: Report) -> tuple[Count, ...]:
    return counts_of(group_of(*reports), {r.document.id: r.document.date for r in reports})


def test_every_bound_points_at_its_claim() -> None:
    one, other = _toll("a", "Three", 3), _toll("b", "Five", 5)
    found = bounds_of(_counts(one, other), Policy.RANGE, lambda _: frozenset())[0]
    assert (found.low, found.high) == (3, 5)
    assert found.low_claim is not None
    assert found.high_claim is not None
    assert (found.low_claim.document, found.high_claim.document) == ("a", "b")


def test_the_conservative_policy_passes_over_what_one_report_alone_says_far_off() -> None:
    reports = (_toll("a", "Three", 3), _toll("b", "Three", 3), _toll("c", "Ninety", 90))
    found = bounds_of(_counts(*reports), Policy.CONSERVATIVE, lambda _: frozenset())[0]
    assert (found.low, found.best, found.high) == (3, 3, 3)


def test_the_conservative_policy_keeps_what_lies_near() -> None:
    reports = (_toll("a", "Three", 3), _toll("b", "Three", 3), _toll("c", "Four", 4))
    found = bounds_of(_counts(*reports), Policy.CONSERVATIVE, lambda _: frozenset())[0]
    assert (found.low, found.best, found.high) == (3, 3, 4)


def test_the_latest_policy_takes_the_last_day() -> None:
    reports = (_toll("a", "Three", 3), _toll("b", "Five", 5, date="2022-02-18"))
    found = bounds_of(_counts(*reports), Policy.LATEST, lambda _: frozenset())[0]
    assert (found.low, found.best, found.high) == (5, 5, 5)


def test_the_policy_of_most_origins_takes_what_most_of_them_give() -> None:
    reports = (_toll("a", "Three", 3), _toll("b", "Five", 5), _toll("c", "Five", 5))
    found = bounds_of(_counts(*reports), Policy.MOST_ORIGINS, lambda ref: frozenset({ref.document}))[0]
    assert (found.low, found.best, found.high) == (3, 5, 5)


def test_two_outlets_of_one_origin_do_not_outweigh_two_origins() -> None:
    reports = (_toll("a", "Five", 5), _toll("b", "Five", 5), _toll("c", "Three", 3), _toll("d", "Three", 3))
    origin = {"a": "one", "b": "one", "c": "two", "d": "three"}
    found = bounds_of(_counts(*reports), Policy.MOST_ORIGINS, lambda ref: frozenset({origin[ref.document]}))[0]
    assert found.best == 3


def test_every_policy_has_its_rule_in_words() -> None:
    assert set(POLICIES) == set(Policy)
    assert len({policy.__doc__ for policy in POLICIES.values()}) == len(Policy)


def test_a_part_of_a_toll_is_no_toll() -> None:
    sentence = "Thirteen people, among them six children, were killed"
    told = Told(
        sentence,
        "killed",
        ClaimType.ASSAULT,
        counts=(Said("Thirteen", 13, 13, Unit.KILLED), Said("six", 6, 6, Unit.KILLED)),
    )
    assert [count.low for count in _counts(report("a", "A News", "2022-02-16", told))] == [13]


def test_two_sources_of_one_report_are_two_counts() -> None:
    first = Told("Rescuers said three were killed", "killed", ClaimType.ASSAULT, (who("Rescuers"),),
                 counts=(Said("three", 3, 3, Unit.KILLED),))  # fmt: skip
    second = Told("Doctors said five had been killed", "killed", ClaimType.ASSAULT, (who("Doctors"),),
                  counts=(Said("five", 5, 5, Unit.KILLED),))  # fmt: skip
    assert sorted(count.low for count in _counts(report("a", "A News", "2022-02-16", first, second))) == [3, 5]


def test_the_course_holds_each_count_of_a_day_once() -> None:
    reports = (_toll("a", "Three", 3), _toll("b", "Three", 3), _toll("c", "Five", 5, date="2022-02-18"))
    assert [(point.day.day, point.low) for point in course_of(_counts(*reports))] == [(16, 3), (18, 5)]


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("قتلت امرأة في قصف على البلدة.", "ar", [(Unit.KILLED, 1)]),
        ("A woman was killed in shelling on the town.", "en", [(Unit.KILLED, 1)]),
        ("Une femme a été tuée dans un bombardement.", "fr", [(Unit.KILLED, 1)]),
        ("قتلت نساء في قصف على البلدة.", "ar", []),
        ("Three women were killed in shelling on the town.", "en", []),
    ],
)
def test_one_victim_in_the_singular_counts_one(text: str, language: str, wanted: list[tuple[Unit, float]]) -> None:
    found = read("a", text, language=language)
    inferred = [(f.unit, f.low) for claim in found.claims for f in counted(found, claim)]
    assert inferred == wanted
