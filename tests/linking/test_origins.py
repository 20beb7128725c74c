import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.linking import citations, origins
from tawatur.linking.groups import Group
from tawatur.model import Report
from tawatur.model.linked import Copy, CopyKind, Origin, OriginKind
from tests.linking.factory import Names, Told, Who, group_of, report, who


def _origins(*reports: Report, copies: tuple[Copy, ...] = (), group: Group | None = None) -> tuple[Origin, ...]:
    event = group_of(*reports) if group is None else group
    return origins.of_event(event, citations.graph(reports, (event,), Names(reports), copies))


def _count(found: tuple[Origin, ...]) -> int:
    return sum(origin.independent for origin in found)


def _story(id_: str, outlet: str, *chain: Who, date: str = "2020-03-01") -> Report:
    names = ", ".join(one.words for one in chain) or "nobody"
    return report(id_, outlet, date, Told(f"Two planes landed, said {names}.", "landed", chain=chain, cue="said"))


def test_five_outlets_that_lead_to_one_paper_are_one_origin() -> None:
    paper = _story("p", "Delta Mirror", who("a former contractor"))
    cites = [_story(f"c{n}", f"Outlet {n}", who("Delta Mirror"), date="2020-03-02") for n in range(3)]
    copies = (Copy(CopyKind.REPRINT, "r", "c0", 1.0, ()),)
    reprint = _story("r", "Outlet 9", who("Delta Mirror"), date="2020-03-03")
    (origin,) = _origins(paper, *cites, reprint, copies=copies)
    assert origin.independent
    assert len(origin.chains) == 5
    longest = max(origin.chains, key=lambda chain: len(chain.links))
    assert longest.links == ("Outlet 9", "Outlet 0", "Delta Mirror", "a former contractor")
    assert longest.documents == ("r", "c0", "p")


def test_a_copy_adds_a_source_that_the_original_does_not_have() -> None:
    original = _story("a", "Harbour Post", who("Omar Sallabi"))
    copier = report(
        "b",
        "Delta Mirror",
        "2020-03-02",
        Told("Two planes landed, said Omar Sallabi.", "landed", chain=(who("Omar Sallabi"),), cue="said"),
    )
    assert _count(_origins(original, copier, copies=(Copy(CopyKind.REWRITE, "b", "a", 0.6, ()),))) == 1


def test_an_event_without_claims_that_assert_it_has_no_origins() -> None:
    one = _story("a", "Harbour Post", who("the ministry"))
    whole = group_of(one)
    assert _origins(one, group=Group("event", whole.type, (), whole.members)) == ()


def test_own_voices_that_rest_on_each_other_in_a_ring_come_to_an_end() -> None:
    def _both(id_: str, outlet: str, other: str) -> Report:
        cited = Told(f"Planes landed, {other} said.", "landed", chain=(who(other),), cue="said")
        return report(id_, outlet, "2020-03-01", Told("Planes came at night.", "came"), cited)

    found = _origins(_both("a", "Harbour Post", "Delta Mirror"), _both("b", "Delta Mirror", "Harbour Post"))
    assert _count(found) == 0
    assert sum(len(origin.chains) for origin in found) == 4


def test_ids_are_derived_from_what_an_origin_is() -> None:
    one = _origins(_story("a", "Harbour Post", who("SOHR", entity="sohr")))
    other = _origins(_story("b", "Delta Mirror", who("المرصد", entity="sohr")))
    assert one[0].id == other[0].id
    assert one[0].id != _origins(_story("a", "Harbour Post", who("AFRICOM", entity="africom")))[0].id


def test_those_that_count_come_first() -> None:
    found = _origins(_story("a", "Harbour Post", who("sources")), _story("b", "Delta Mirror", who("Omar Sallabi")))
    assert [origin.independent for origin in found] == [True, False]
    assert found[1].kind is OriginKind.UNNAMED


_WHO = (
    who("a military source"), who("a hospital official"), who("sources"), who("Omar Sallabi"),
    who("Reuters", entity="reuters"), who("local media"), who("Outlet 0"), who("Outlet 1"),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(_WHO), max_size=2), min_size=1, max_size=5), st.randoms())
def test_any_web_of_outlets_is_counted_alike_in_any_order_and_never_beyond_its_claims(
    chains: list[list[Who]], random: object
) -> None:
    reports = [_story(f"d{n}", f"Outlet {n}", *chain) for n, chain in enumerate(chains)]
    found = _origins(*reports)
    shuffled = reports[:]
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    assert _origins(*shuffled) == found
    assert sum(len(origin.chains) for origin in found) == len(reports)
    assert _count(found) <= len({origin.id for origin in found})
    assert all(origin.reason for origin in found)


@pytest.mark.parametrize("number", [2, 7])
def test_bare_sources_of_many_outlets_are_one_origin_at_most(number: int) -> None:
    assert _count(_origins(*(_story(f"d{n}", f"Outlet {n}", who("sources")) for n in range(number)))) == 1
