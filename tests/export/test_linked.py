import json
import random
from typing import Any

from tawatur.export import linked_line
from tawatur.model.linked import Policy
from tests.export.linked_made import DELTA, HARBOUR, SOURCE, event, linked, reports
from tests.export.made import ARABIC


def printed(**changes: Any) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(linked_line(linked(**changes), reports(), Policy.RANGE))
    return loaded


def told() -> dict[str, Any]:
    (found,) = (e for e in printed()["events"] if e["id"] == "e1")
    return dict(found)


def test_everything_is_one_object_on_one_line() -> None:
    line = linked_line(linked(), reports(), Policy.RANGE)
    assert "\n" not in line
    assert list(json.loads(line)) == [
        "policy", "documents", "entities", "copies", "events", "origins", "cycles", "disputes", "drifts", "flows",
    ]  # fmt: skip


def test_an_event_tells_when_where_and_how_many() -> None:
    found = told()
    assert found["documents"] == ["a", "b", "c"]
    assert found["period"] == {"from": "2020-03-03", "to": "2020-03-03"}
    assert (found["place"]["latitude"], found["place"]["longitude"]) == (32.1, 20.1)
    assert (found["place"]["name"], found["place"]["country"]) == ("Benghazi", "LY")
    fighters = found["figures"]["fighters"]
    assert (fighters["low"], fighters["best"], fighters["high"]) == (300, 300, 1500)
    assert fighters["high_claim"] == {"document": "b", "claim": "b1"}


def test_claims_stand_with_their_words_and_whom_they_are_put_down_to() -> None:
    claim = told()["claims"][0]
    start, end = claim["evidence"]
    assert (claim["document"], claim["outlet"]) == ("a", HARBOUR)
    assert claim["words"] == ARABIC[start:end]
    assert [source["words"] for source in claim["chain"]] == [SOURCE]
    assert [denial["document"] for denial in told()["denials"]] == ["c"]


def test_origins_stand_with_their_chains_and_reasons_and_once_more_over_all_events() -> None:
    found = told()
    assert (found["outlets"], found["independent_origins"]) == (3, 1)
    first = found["origins"][0]
    assert first["independent"] is True
    assert [chain["links"] for chain in first["chains"]] == [[HARBOUR, SOURCE], [DELTA, HARBOUR, SOURCE]]
    assert all(origin["reason"] for origin in found["origins"])
    over_all = {origin["id"]: origin for origin in printed()["origins"]}
    assert over_all["o1"]["events"] == [{"event": "e1", "independent": True, "claims": 2}]


def test_disputes_and_drifts_stand_with_their_event_and_in_lists_of_their_own() -> None:
    whole = printed()
    found = told()
    assert found["disputes"] == whole["disputes"]
    assert found["drifts"] == whole["drifts"]
    assert whole["disputes"][0]["sides"][1] == {"value": "1500", "claims": [{"document": "b", "claim": "b1"}]}
    assert [e["disputes"] for e in whole["events"] if e["id"] == "e2"] == [[]]


def test_what_nobody_says_is_null() -> None:
    (lone,) = (e for e in printed()["events"] if e["id"] == "e2")
    assert (lone["period"], lone["place"], lone["figures"], lone["grade"]) == (None, None, {}, None)


def test_the_order_of_the_reports_does_not_show() -> None:
    line = linked_line(linked(), reports(), Policy.RANGE)
    for seed in range(5):
        shuffled = reports()
        random.Random(seed).shuffle(shuffled)
        assert linked_line(linked(), shuffled, Policy.RANGE) == line


def test_controls_and_line_separators_are_escaped() -> None:
    line = linked_line(linked(events=(event(title="a\x1b[31m\u2028\x9bb"),)), reports(), Policy.RANGE)
    assert not {"\x1b", "\u2028", "\x9b"} & set(line)
    assert json.loads(line)["events"][0]["title"] == "a\x1b[31m\u2028\x9bb"
