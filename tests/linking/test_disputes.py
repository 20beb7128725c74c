from dataclasses import replace

from tawatur.linking.disputes import disputes_of
from tawatur.linking.figures import counts_of
from tawatur.linking.groups import Group
from tawatur.model import ClaimType, Report, Stance, Unit
from tawatur.model.linked import Dispute, DisputeKind
from tests.linking.factory import Count, Told, group_of, place, report


def _struck(id_: str, killed: int | None = None, date: str = "2022-02-16", days: str | None = None,
            stance: Stance = Stance.ASSERTS, town: tuple[str, str] | None = None) -> Report:  # fmt: skip
    sentence = f"{killed} people were killed on {days} in {town[0] if town else 'town'}"
    told = Told(
        sentence,
        "killed",
        ClaimType.ASSAULT,
        stance=stance,
        parts=(place(town[0], town[0], town[1], "SY"),) if town else (),
        counts=() if killed is None else (Count(str(killed), killed, killed, Unit.KILLED),),
        days=None if days is None else (days, days, days),
    )
    return report(id_, f"{id_} News", date, told)


def _disputes(group: Group, *reports: Report) -> dict[DisputeKind, Dispute]:
    counts = counts_of(group, {r.document.id: r.document.date for r in reports})
    return {dispute.kind: dispute for dispute in disputes_of(group, counts, str.title)}


def _of(*reports: Report) -> dict[DisputeKind, Dispute]:
    return _disputes(group_of(*reports), *reports)


def _sides(dispute: Dispute) -> dict[str, set[str]]:
    return {side.value: {ref.document for ref in side.claims} for side in dispute.sides}


def test_two_tolls_of_one_day_are_a_dispute_with_its_sides() -> None:
    found = _of(_struck("a", 40), _struck("b", 12), _struck("c", 12))[DisputeKind.FIGURE]
    assert _sides(found) == {"12": {"b", "c"}, "40": {"a"}}
    assert found.words == "killed: 12 or 40"


def test_a_toll_that_grows_from_day_to_day_is_none() -> None:
    assert DisputeKind.FIGURE not in _of(_struck("a", 12), _struck("b", 40, date="2022-02-18"))


def test_a_toll_that_shrinks_is_one() -> None:
    assert DisputeKind.FIGURE in _of(_struck("a", 40), _struck("b", 12, date="2022-02-18"))


def test_tolls_that_agree_are_none() -> None:
    assert not _of(_struck("a", 12), _struck("b", 12))


def test_a_denial_disputes_that_it_happened() -> None:
    found = _of(_struck("a", 12), _struck("b", stance=Stance.DENIES))[DisputeKind.HAPPENED]
    assert _sides(found) == {"happened": {"a"}, "did not happen": {"b"}}


def test_two_days_are_a_dispute() -> None:
    found = _of(_struck("a", 3, days="2022-02-14"), _struck("b", 3, days="2022-02-15"))[DisputeKind.DAY]
    assert list(_sides(found)) == ["2022-02-14", "2022-02-15"]


def test_two_sides_blamed_are_a_dispute() -> None:
    reports = (_struck("a", 3), _struck("b", 3))
    group = group_of(*reports)
    one, other = group.members
    blaming = replace(group, members=(replace(one, actors=("country-tr",)), replace(other, actors=("country-ru",))))
    found = _disputes(blaming, *reports)[DisputeKind.ACTOR]
    assert _sides(found) == {"Country-Ru": {"b"}, "Country-Tr": {"a"}}


def test_an_army_and_its_government_are_one_side() -> None:
    reports = (_struck("a", 3), _struck("b", 3))
    group = group_of(*reports)
    one, other = group.members
    blaming = replace(group, members=(replace(one, actors=("country-tr",)), replace(other, actors=("turkish-army",))))
    assert DisputeKind.ACTOR not in _disputes(blaming, *reports)


def test_two_sides_that_act_together_are_no_dispute() -> None:
    reports = (_struck("a", 3), _struck("b", 3))
    group = group_of(*reports)
    one, other = group.members
    both = replace(one, actors=("country-ru", "country-tr"))
    blaming = replace(group, members=(both, replace(other, actors=("country-ru",))))
    assert DisputeKind.ACTOR not in _disputes(blaming, *reports)
