import json
from dataclasses import replace
from typing import Any

import pytest

from tawatur.errors import UsageError
from tawatur.export import difference, difference_line, difference_text, linked_line, read_linked
from tawatur.export.difference import Difference
from tawatur.export.earlier import Earlier
from tawatur.model.linked import Event, Linked, Policy
from tests.export.linked_made import event, hearsay_origin, linked, lone_event, ref, reports


def earlier(what: Linked, policy: Policy = Policy.RANGE) -> Earlier:
    return read_linked(linked_line(what, reports(), policy), "old.json")


def differs(before: tuple[Event, ...], now: tuple[Event, ...], **changes: Any) -> Difference:
    return difference(earlier(linked(events=before, **changes)), earlier(linked(events=now, **changes)))


def test_the_same_set_differs_in_nothing() -> None:
    found = differs((event(), lone_event()), (lone_event(), event()))
    assert (found.whole, found.gained, found.lost, found.changed, found.same) == ((), (), (), (), 2)


def test_events_are_gained_and_lost() -> None:
    found = differs((event(),), (event(), lone_event()))
    assert [e.id for e in found.gained] == ["e2"]
    found = differs((event(), lone_event()), (event(),))
    assert [e.id for e in found.lost] == ["e2"]
    assert found.same == 1


def test_an_event_goes_on_under_another_id_where_it_holds_most_of_the_claims() -> None:
    found = differs((event(denials=()),), (event(id="e9"),), disputes=(), drifts=())
    assert (found.gained, found.lost) == ((), ())
    (changed,) = found.changed
    assert (changed.event.id, changed.before) == ("e9", ("e1",))
    assert {change.field for change in changed.changes} == {"denials"}


def test_events_that_were_joined_are_told() -> None:
    found = differs((event(denials=()), lone_event(claim=1)), (event(),))
    (changed,) = found.changed
    assert changed.before == ("e1", "e2")
    assert [e.id for e in found.lost] == ["e2"]
    assert "(joined from 2 events)" in difference_text(found, 100)


def test_an_event_that_was_parted_goes_on_in_the_larger_part() -> None:
    found = differs((event(),), (event(denials=()), lone_event(claim=1)))
    assert [e.id for e in found.gained] == ["e2"]
    assert [c.event.id for c in found.changed] == ["e1"]


def test_changed_figures_origins_and_periods_are_told_in_words_and_as_json() -> None:
    bounds = replace(event().bounds[0], high=2000.0, high_claim=ref("c"))
    now = event(bounds=(bounds,), origins=(event().origins[0], replace(hearsay_origin(), independent=True)), last=None)
    found = differs((event(),), (now,))
    words = difference_text(found, 100)
    assert "    ~ fighters, high: 1,500 → 2,000\n" in words
    assert "    ~ independent origins: 1 → 2\n" in words
    assert "    + origins: hearsay\n" in words
    (changed,) = json.loads(difference_line(found))["events"]["changed"]
    assert {"field": "figures.fighters.high", "was": 1500, "now": 2000} in changed["changes"]
    gained = [{"key": "o2", "words": "hearsay"}]
    assert {"field": "origins", "gained": gained, "lost": []} in changed["changes"]


def test_what_differs_outside_of_events_is_told() -> None:
    found = difference(earlier(linked(copies=())), earlier(linked(cycles=()), Policy.LATEST))
    words = difference_text(found, 100)
    assert "~ policy: range → latest\n" in words
    assert "+ copies:" in words
    assert "- cycles:" in words


def test_events_of_one_claim_are_counted_not_listed() -> None:
    found = differs((event(),), (event(), lone_event()))
    assert "Aid, no day" not in difference_text(found, 100)
    assert "1 (1 of one claim, not listed) gained" in difference_text(found, 100)
    assert "+ event Aid, no day (1 claim)" in difference_text(found, 100, everything=True)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "no JSON"),
        ("[]", "an object is missing"),
        ("{}", "it lacks 'documents'"),
        ('{"documents": 3}', "'documents' is no list"),
        ('{"documents": [{"id": 3}]}', "'id' is no text"),
        ("[" * 100_000, "nested too deep"),
    ],
)
def test_what_is_no_earlier_linking_is_wrong_use(text: str, complaint: str) -> None:
    with pytest.raises(UsageError, match=r"old\.json.*tawatur link --json") as raised:
        read_linked(text, "old.json")
    assert complaint in str(raised.value)


def test_every_field_that_goes_missing_is_told() -> None:
    whole = json.loads(linked_line(linked(), reports(), Policy.RANGE))
    for key in ("policy", "documents", "copies", "cycles", "events"):
        with pytest.raises(UsageError, match=key):
            read_linked(json.dumps({k: v for k, v in whole.items() if k != key}), "old.json")
