"""Happenings to events: connected components, each taken apart again where its parts cannot be one."""

from collections import Counter
from collections.abc import Mapping, Sequence

from tawatur.linking.happenings import Happening, clash_of_days
from tawatur.linking.tables import Edge

__all__ = ["clusters_of"]


class _Cluster:
    """Happenings taken for one so far, with what a further one must not contradict."""

    def __init__(self, number: int, happening: Happening) -> None:
        self.members = [number]
        self.spots = Counter(happening.spots)
        self.whens = Counter([happening.when] if happening.told and happening.when is not None else [])
        self.banned: set[int] = set()

    def admits(self, other: "_Cluster") -> bool:
        """Whether the two can be one: places that meet, days that meet, nothing that forbids it."""
        if self.spots and other.spots and not self.main_spots & other.main_spots:
            return False
        if self.banned.intersection(other.members):
            return False
        if self.weekdays and other.weekdays and not self.weekdays & other.weekdays:
            return False
        pairs = [(a, b, m * n) for a, m in self.whens.items() for b, n in other.whens.items()]
        return 2 * sum(votes for a, b, votes in pairs if clash_of_days(a, b)) <= sum(votes for _, _, votes in pairs)

    @property
    def weekdays(self) -> set[int]:
        """The weekdays that its members tell."""
        return {when.weekday for when in self.whens if when.weekday is not None}

    @property
    def main_spots(self) -> set[str]:
        """The places that at least half as many of its members name as name the most frequent one."""
        most = max(self.spots.values(), default=0)
        return {spot for spot, count in self.spots.items() if 2 * count >= most}

    def take(self, other: "_Cluster") -> None:
        """Make the other a part of this one."""
        self.members.extend(other.members)
        self.spots.update(other.spots)
        self.whens.update(other.whens)
        self.banned |= other.banned


def clusters_of(
    happenings: Mapping[int, Happening],
    edges: Sequence[Edge],
    together: Sequence[tuple[int, int]] = (),
    apart: Sequence[tuple[int, int]] = (),
) -> tuple[tuple[int, ...], ...]:
    """Which happenings are one event each.

    The strongest pairs are joined first, and two clusters are joined only where their places and the days
    that are told meet: so two strikes on one day in one province stay two, and what reports recall of old
    wars does not tie all of them together. It is asked of one component at a time, since what it says of one
    depends on nothing outside of it: a cluster of machines can deal the components out.

    Args:
        happenings: the happenings of a component, by number.
        edges: its pairs that may be one.
        together: pairs that a person said are one.
        apart: pairs that a person said are not.

    Returns:
        The numbers of each cluster in order, the clusters in the order of their first numbers.
    """
    clusters = {n: _Cluster(n, happening) for n, happening in happenings.items()}
    home = {n: n for n in happenings}
    for one, other in apart:
        clusters[one].banned.add(other)
        clusters[other].banned.add(one)
    for one, other in together:
        _join(clusters, home, one, other, forced=True)
    for edge in sorted(edges, key=lambda e: (-e.total, e.left, e.right)):
        _join(clusters, home, edge.left, edge.right, forced=False)
    return tuple(sorted(tuple(sorted(cluster.members)) for cluster in clusters.values()))


def _join(clusters: dict[int, _Cluster], home: dict[int, int], one: int, other: int, *, forced: bool) -> None:
    mine, theirs = sorted((home[one], home[other]))
    if mine == theirs or not (forced or clusters[mine].admits(clusters[theirs])):
        return
    taken = clusters.pop(theirs)
    for number in taken.members:
        home[number] = mine
    clusters[mine].take(taken)


def edges_within(cluster: Sequence[int], by_left: Mapping[int, Sequence[Edge]]) -> tuple[Edge, ...]:
    """The pairs of one cluster that were taken for one."""
    inside = set(cluster)
    return tuple(edge for number in cluster for edge in by_left.get(number, ()) if edge.right in inside)
