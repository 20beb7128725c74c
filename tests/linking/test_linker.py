import itertools
import random
from functools import cache

import pytest

from tawatur.linking import link
from tawatur.model import ClaimType, Report
from tawatur.model.linked import Event, Linked, Policy, Ruling, RulingKind
from tests.linking.stories import read, shelling

WEDNESDAY, THURSDAY = "2022-02-16", "2022-02-17"


def _reports() -> tuple[Report, ...]:
    return (
        shelling("a", WEDNESDAY, "Azaz", "Three"),
        shelling("b", WEDNESDAY, "Azaz", "Three"),
        shelling("c", THURSDAY, "Azaz", "Four"),
        shelling("d", WEDNESDAY, "Afrin", "Three"),
        read("e", "The army denied shelling the town of Azaz on Tuesday.", WEDNESDAY, "E News"),
        read("f", "Nine people died in Azaz in a bombing in August 2014.", WEDNESDAY, "F News"),
    )


@cache
def _linked() -> Linked:
    return link(_reports())


def _event_of(linked: Linked, document: str, type_: ClaimType = ClaimType.ASSAULT) -> Event:
    return next(event for event in linked.events if document in event.documents and event.type is type_)


def test_reports_of_one_shelling_are_one_event() -> None:
    event = _event_of(_linked(), "a")
    assert {"a", "b", "c"} <= set(event.documents)


def test_two_strikes_on_one_day_in_one_province_are_two_events() -> None:
    linked = _linked()
    assert _event_of(linked, "d").id != _event_of(linked, "a").id


def test_a_denial_goes_with_what_it_denies() -> None:
    event = _event_of(_linked(), "a")
    assert {ref.document for ref in event.denials} == {"e"}


def test_what_a_report_recalls_of_an_old_attack_is_no_part_of_the_new_one() -> None:
    linked = _linked()
    assert _event_of(linked, "f").id != _event_of(linked, "a").id


def test_a_toll_that_grows_over_days_is_one_event_with_a_course() -> None:
    event = _event_of(_linked(), "c")
    assert [(point.day.isoformat(), point.low) for point in event.course] == [(WEDNESDAY, 3), (THURSDAY, 4)]


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_the_reports_changes_nothing(seed: int) -> None:
    shuffled = list(_reports())
    random.Random(seed).shuffle(shuffled)
    assert link(shuffled) == _linked()


def test_a_report_that_touches_no_event_changes_none() -> None:
    before = _linked()
    other = read("z", "The two ministers met in Tunis on Tuesday and signed a trade agreement.", WEDNESDAY, "Z News")
    after = link((*_reports(), other))
    assert set(before.events) <= set(after.events)


def test_the_same_report_twice_counts_once() -> None:
    assert link((*_reports(), *_reports())) == _linked()


def test_nothing_gives_nothing() -> None:
    assert link(()) == Linked((), (), (), (), (), (), ())


def test_a_ruling_keeps_two_events_apart() -> None:
    reports = _reports()[:2]
    claims = [min(report.claims, key=lambda c: c.trigger).id for report in reports]
    one, other = sorted(claims)
    linked = link(reports, [Ruling(RulingKind.DIFFERENT, one, other)])
    assert not any({"a", "b"} <= set(event.documents) for event in linked.events)


def test_a_ruling_makes_two_events_one() -> None:
    linked = _linked()
    one, other = sorted((_event_of(linked, "a").id, _event_of(linked, "d").id))
    ruled = link(_reports(), [Ruling(RulingKind.SAME, one, other)])
    assert {"a", "d"} <= set(_event_of(ruled, "a").documents)


def test_every_event_of_several_reports_says_why_they_were_taken_for_one() -> None:
    event = _event_of(_linked(), "a")
    seen = {reason.feature: reason.words for reason in event.reasons}
    assert "azaz" in seen["same_spot"]
    assert "2022-02-15" in seen["same_day"]


def test_every_claim_stands_in_one_event() -> None:
    linked = _linked()
    refs = list(itertools.chain.from_iterable((*event.claims, *event.denials) for event in linked.events))
    assert sorted((ref.document, ref.claim) for ref in refs) == sorted(
        (report.document.id, claim.id) for report in _reports() for claim in report.claims
    )


@pytest.mark.parametrize("policy", Policy)
def test_a_policy_changes_bounds_and_nothing_else(policy: Policy) -> None:
    plain, ruled = _linked(), link(_reports(), policy=policy)
    assert [event.documents for event in plain.events] == [event.documents for event in ruled.events]
    assert all(bounds.policy is policy for event in ruled.events for bounds in event.bounds)


def test_vectors_only_say_what_to_compare() -> None:
    linked = link(_reports(), encode=lambda texts: [[1.0] * 8 for _ in texts])
    assert linked == _linked()
