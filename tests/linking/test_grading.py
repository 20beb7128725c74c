import pytest

from tawatur.linking import citations, grading, origins
from tawatur.model import Report, Stance, Unit
from tawatur.model.linked import Dispute, DisputeKind, Grade
from tests.linking.factory import Count, Names, Told, Who, group_of, report, who

_ONE, _OTHER = who("Omar Sallabi"), who("the Red Crescent", entity="red-crescent")


def _story(id_: str, outlet: str, *chain: Who, stance: Stance = Stance.ASSERTS, count: Count | None = None) -> Report:
    sentence = f"{count.words if count else 'Planes'} landed, said {', '.join(c.words for c in chain) or 'nobody'}."
    told = Told(sentence, "landed", chain=chain, cue="said", stance=stance, counts=(count,) if count else ())
    return report(id_, outlet, "2020-03-01", told)


def _grade(*reports: Report, disputes: tuple[DisputeKind, ...] = ()) -> Grade | None:
    group = group_of(*reports)
    found = origins.of_event(group, citations.graph(reports, (group,), Names(reports), ()))
    return grading.propose(group, found, [Dispute("event", kind, (), "") for kind in disputes])


_TWO = (_story("a", "Harbour Post", _ONE), _story("b", "Delta Mirror", _OTHER))
_DENIAL = _story("d", "Third Paper", who("Moscow", entity="moscow"), stance=Stance.DENIES)


def _value(grade: Grade | None) -> int | None:
    return None if grade is None else grade.credibility


@pytest.mark.parametrize(
    ("reports", "disputes", "value"),
    [
        (_TWO, (), 1),
        (_TWO, (DisputeKind.FIGURE,), 2),
        (_TWO, (DisputeKind.PLACE, DisputeKind.DAY), 2),
        (_TWO, (DisputeKind.ACTOR,), 3),
        ((*_TWO, _DENIAL), (DisputeKind.HAPPENED,), 3),
        (_TWO[:1], (), None),
        (_TWO[:1], (DisputeKind.FIGURE,), None),
        ((_TWO[0], _DENIAL), (), 4),
        ((_story("a", "Harbour Post"), _DENIAL), (), 5),
        ((_story("a", "Harbour Post"),), (), None),
    ],
)
def test_the_table_says_what_is_proposed(
    reports: tuple[Report, ...], disputes: tuple[DisputeKind, ...], value: int | None
) -> None:
    assert _value(_grade(*reports, disputes=disputes)) == value


def test_two_sources_that_one_report_quotes_do_not_confirm_each_other() -> None:
    told = [Told(f"Planes landed, said {w.words}.", "landed", chain=(w,), cue="said") for w in (_ONE, _OTHER)]
    alone = report("a", "Harbour Post", "2020-03-01", *told)
    assert _grade(alone) is None
    assert _value(_grade(alone, _DENIAL)) == 4


def test_origins_that_count_different_things_do_not_confirm_each_other() -> None:
    men, flights = Count("90 men", 90, 90), Count("3 flights", 3, 3, Unit.FLIGHTS)
    assert (
        _grade(_story("a", "Harbour Post", _ONE, count=men), _story("b", "Delta Mirror", _OTHER, count=flights)) is None
    )


def test_the_reason_names_the_origins_and_what_speaks_against_them() -> None:
    grade = _grade(*_TWO, _DENIAL)
    assert grade is not None
    assert "2 independent origins" in grade.why
    assert "Omar Sallabi" in grade.why
    assert "1 claim in 1 report denies it" in grade.why


def test_disputes_of_other_events_are_passed_over() -> None:
    group = group_of(*_TWO)
    found = origins.of_event(group, citations.graph(_TWO, (group,), Names(_TWO), ()))
    assert _value(grading.propose(group, found, [Dispute("another", DisputeKind.HAPPENED, (), "")])) == 1
