from collections.abc import Sequence

import pytest

from tests.linking.chains import ChainSet, Outcome, Row, made, outcome, rows

_ROWS = tuple(rows())


@pytest.fixture(params=_ROWS, ids=lambda row: str(row["name"]))
def chain_set(request: pytest.FixtureRequest) -> ChainSet:
    return made(request.param)


def _outcome(chain_set: ChainSet) -> Outcome:
    return outcome(chain_set.reports, chain_set.copies)


def test_there_are_forty_sets_and_ten_of_them_are_read_from_texts() -> None:
    read = [row for row in _ROWS if any("text" in report for report in row["report"])]
    assert len(_ROWS) >= 40
    assert len(read) >= 10
    assert len({row["name"] for row in _ROWS}) == len(_ROWS)
    languages = {report.get("language", "en") for row in _ROWS for report in row["report"]}
    assert languages == {"ar", "fr", "en"}


def test_the_independent_origins_are_those_that_are_known(chain_set: ChainSet) -> None:
    found = _outcome(chain_set)
    assert found.count == chain_set.expected["origins"], _told(found)


def test_each_origin_is_there_with_its_reason(chain_set: ChainSet) -> None:
    found = _outcome(chain_set)
    for expected in chain_set.expected["origin"]:
        fitting = [o for o in found.origins if _fits(expected, o.name, o.reason, o.independent, o.kind.value)]
        assert fitting, f"{expected} in\n{_told(found)}"
        if "links" in expected:
            assert any(list(c.links) == expected["links"] for o in fitting for c in o.chains), _told(found)


def test_every_claim_ends_in_one_origin(chain_set: ChainSet) -> None:
    claims = [chain.claim for origin in _outcome(chain_set).origins for chain in origin.chains]
    telling = [c for report in chain_set.reports for c in report.claims if c.stance.value != "denies"]
    assert len(claims) == len(set(claims)) == len(telling)


def test_the_cycles_are_those_that_are_known(chain_set: ChainSet) -> None:
    found = [[list(cycle.links), sorted(cycle.documents)] for cycle in _outcome(chain_set).cycles]
    assert found == [[c["links"], c["documents"]] for c in chain_set.expected.get("cycle", ())]


def test_the_drifts_are_those_that_are_known_with_words_of_both_sides(chain_set: ChainSet) -> None:
    found = _outcome(chain_set).drifts
    expected = chain_set.expected.get("drift", ())
    assert [d.kind.value for d in found] == [d["kind"] for d in expected], found
    for drift, row in zip(found, expected):
        assert (drift.origin.document, drift.repeater.document) == (row["from"], row["to"])
        assert not _missing(row["words"], drift.words), drift.words


def test_the_proposed_grade_follows_from_the_count(chain_set: ChainSet) -> None:
    grade = _outcome(chain_set).grade
    assert (grade.credibility if grade else 0) == chain_set.expected["grade"]


def test_the_order_of_reports_makes_no_difference(chain_set: ChainSet) -> None:
    assert outcome(chain_set.reports[::-1], chain_set.copies[::-1]) == _outcome(chain_set)


def _fits(expected: Row, name: str, reason: str, independent: bool, kind: str) -> bool:
    same = expected.get("counts", True) == independent and expected["kind"] == kind
    return same and expected["name"] in name and not _missing(expected["reason"], reason)


def _missing(parts: str | Sequence[str], words: str) -> list[str]:
    return [part for part in ([parts] if isinstance(parts, str) else parts) if part not in words]


def _told(found: Outcome) -> str:
    return "\n".join(
        f"{'+' if o.independent else '-'} {o.kind.value}: {o.name} | {o.reason} | {[c.links for c in o.chains]}"
        for o in found.origins
    )
