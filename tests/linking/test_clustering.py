import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.linking.clustering import clusters_of
from tawatur.linking.days import When
from tawatur.linking.entities import resolve
from tawatur.linking.happenings import Happening, clash_of_days, happenings_of
from tawatur.linking.tables import Edge, Engine
from tests.linking.stories import shelling

SUNDAY = When(weekday=6)


def _happening(id_: str, date: str, town: str) -> Happening:
    report = shelling(id_, date, town, "Three")
    return happenings_of(report, resolve([report]))[0]


def _edge(left: int, right: int, score: int = 400) -> Edge:
    return Edge(left, right, (("same_spot", score),))


def test_a_pair_makes_one_cluster() -> None:
    happenings = {0: _happening("a", "2022-02-16", "Azaz"), 1: _happening("b", "2022-02-16", "Azaz")}
    assert clusters_of(happenings, [_edge(0, 1)]) == ((0, 1),)


def test_a_chain_does_not_tie_two_towns_together() -> None:
    both = _happening("b", "2022-02-16", "Azaz")
    vague = Happening("v v", both.family, (), both.when, told=False)
    happenings = {0: _happening("a", "2022-02-16", "Azaz"), 1: vague, 2: _happening("c", "2022-02-16", "Afrin")}
    found = clusters_of(happenings, [_edge(0, 1, 500), _edge(1, 2, 400)])
    assert found == ((0, 1), (2,))


def test_a_chain_does_not_tie_two_days_together() -> None:
    happenings = {n: _happening("abc"[n], f"2022-0{n + 2}-16", "Azaz") for n in range(2)}
    assert clusters_of(happenings, [_edge(0, 1)]) == ((0,), (1,))


def test_rulings_come_before_pairs() -> None:
    happenings = {0: _happening("a", "2022-02-16", "Azaz"), 1: _happening("b", "2022-02-16", "Azaz")}
    assert clusters_of(happenings, [_edge(0, 1)], apart=[(0, 1)]) == ((0,), (1,))
    apart = {0: _happening("a", "2022-02-16", "Azaz"), 1: _happening("c", "2022-02-16", "Afrin")}
    assert clusters_of(apart, [], together=[(0, 1)]) == ((0, 1),)


def test_the_order_of_the_pairs_does_not_matter() -> None:
    happenings = {n: _happening("abc"[n], "2022-02-16", "Azaz") for n in range(3)}
    edges = [_edge(0, 1), _edge(1, 2), _edge(0, 2)]
    assert clusters_of(happenings, edges) == clusters_of(happenings, edges[::-1])


def test_days_clash_only_where_both_say_something() -> None:
    assert not clash_of_days(SUNDAY, When(month=2, day=27))
    assert clash_of_days(SUNDAY, When(weekday=2))
    assert clash_of_days(When(month=2, day=27), When(month=3, day=4))
    assert not clash_of_days(When(month=12, day=31), When(month=1, day=1))
    day = dt.date(2022, 2, 27)
    assert not clash_of_days(When.on(day, day), When(month=2, day=27))


def _by_hand(size: int, pairs: list[tuple[int, int]]) -> tuple[int, ...]:
    labels = list(range(size))
    for _ in range(size):
        for one, other in pairs:
            labels[one] = labels[other] = min(labels[one], labels[other])
    return tuple(labels)


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=14))
def test_components_on_tables_are_those_found_by_hand(pairs: list[tuple[int, int]]) -> None:
    assert Engine().components(12, pairs) == _by_hand(12, pairs)


def test_a_long_chain_is_one_component() -> None:
    pairs = [(n, n + 1) for n in range(60)]
    assert set(Engine().components(61, pairs)) == {0}
