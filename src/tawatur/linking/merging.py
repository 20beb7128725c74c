"""Which wordings of unknown names are one: candidates by key, features, a person's rulings first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tawatur.linking.gathering import Gathered
from tawatur.linking.known import Known
from tawatur.linking.letters import skeleton
from tawatur.linking.likeness import ENOUGH, Bearer, block_keys, compare, fits, known_bearers
from tawatur.model.linked import Reason, Ruling, RulingKind

__all__ = ["Merged", "merge"]

_BLOCK = 64
"""No name is compared with more than so many others under one key: beyond that the key says nothing."""

_RULED = 9.0


@dataclass(frozen=True, slots=True)
class Merged:
    """Which wordings are one.

    Attributes:
        roots: id of a wording or known entity -> id of the entity that it belongs to, where that is another.
        reasons: id of an entity -> why its wordings were merged.
    """

    roots: Mapping[str, str]
    reasons: Mapping[str, tuple[Reason, ...]]

    def root(self, id_: str) -> str:
        """The entity of a wording or of a known entity."""
        return self.roots.get(id_, id_)


@dataclass(frozen=True, slots=True)
class _Edge:
    score: float
    left: str
    right: str
    reasons: tuple[Reason, ...]


@dataclass(slots=True)
class _Cluster:
    members: list[str]
    reasons: list[Reason] = field(default_factory=list)


class _Clusters:
    """Clusters of ids that grow by edges and never hold two that must stay apart."""

    def __init__(self, bearers: Mapping[str, Bearer], known: Known, apart: Iterable[tuple[str, str]]) -> None:
        self._bearers = bearers
        self._known = known
        self._of: dict[str, _Cluster] = {}
        self._apart: dict[str, set[str]] = {}
        for left, right in apart:
            self._apart.setdefault(left, set()).add(right)
            self._apart.setdefault(right, set()).add(left)

    def join(self, edge: _Edge, *, ruled: bool = False) -> None:
        """Make one of the clusters of two ids, unless that brings together what must stay apart."""
        left, right = self._cluster(edge.left), self._cluster(edge.right)
        if left is right or any(other in self._apart.get(one, ()) for one in left.members for other in right.members):
            return
        if not ruled and not self._agree(left, right):
            return
        left.members.extend(right.members)
        left.reasons.extend((*right.reasons, *edge.reasons))
        for member in right.members:
            self._of[member] = left

    def _cluster(self, id_: str) -> _Cluster:
        return self._of.setdefault(id_, _Cluster([id_]))

    def _agree(self, left: _Cluster, right: _Cluster) -> bool:
        """Whether no two known entities meet, and the fullest names do not contradict each other."""
        if any(m in self._known.names for m in left.members) and any(m in self._known.names for m in right.members):
            return False
        one, other = self._fullest(left), self._fullest(right)
        return one is None or other is None or fits(one.parts, other.parts)

    def _fullest(self, cluster: _Cluster) -> Bearer | None:
        unknown = [self._bearers[m] for m in cluster.members if m in self._bearers]
        return min(unknown, key=lambda b: (-len(b.parts), b.id), default=None)

    def merged(self) -> Merged:
        """The clusters with the id of each: the lexicon's, else that of the fullest name."""
        roots: dict[str, str] = {}
        reasons: dict[str, tuple[Reason, ...]] = {}
        for cluster in {id(c): c for c in self._of.values()}.values():
            fullest = self._fullest(cluster)
            lexical = [member for member in cluster.members if member in self._known.names]
            root = min(lexical) if lexical else fullest.id if fullest is not None else min(cluster.members)
            roots.update((member, root) for member in cluster.members if member != root)
            reasons[root] = tuple(sorted(dict.fromkeys(cluster.reasons), key=lambda r: (-r.score, r.feature, r.words)))
        return Merged(roots, reasons)


def merge(gathered: Gathered, known: Known, rulings: Sequence[Ruling]) -> Merged:
    """Decide which wordings are one.

    Rulings come first; then the surest pairs, so that a doubtful one never stands in the way of a sure
    one. Only wordings that share a key are ever compared.

    Args:
        gathered: the unknown names.
        known: the gazetteers.
        rulings: on ids of wordings or of known entities.
    """
    apart = [pair for ruling in rulings if ruling.kind is RulingKind.DIFFERENT for pair in _ruled(ruling, gathered)]
    together = [pair for ruling in rulings if ruling.kind is RulingKind.SAME for pair in _ruled(ruling, gathered)]
    clusters = _Clusters(gathered.bearers, known, apart)
    for left, right in sorted(together):
        if left in gathered.bearers or left in known.names:
            clusters.join(_Edge(_RULED, left, right, (_by_ruling(),)), ruled=True)
    bearers = sorted(gathered.bearers.values(), key=lambda b: b.id)
    edges = [*_unknown_pairs(bearers), *_known_pairs(bearers)]
    for edge in sorted(edges, key=lambda e: (-e.score, e.left, e.right)):
        clusters.join(edge)
    return clusters.merged()


def _ruled(ruling: Ruling, gathered: Gathered) -> list[tuple[str, str]]:
    """The pairs of wordings that a ruling is about: an id of a name wherever it is borne means all its bearers."""
    left = gathered.wordings.get(ruling.left, (ruling.left,))
    right = gathered.wordings.get(ruling.right, (ruling.right,))
    return [(one, other) for one in left for other in right if one != other]


def _by_ruling() -> Reason:
    return Reason("by_ruling", _RULED, "a person said so")


def _unknown_pairs(bearers: Sequence[Bearer]) -> list[_Edge]:
    blocks: dict[tuple[str, str], list[Bearer]] = {}
    for bearer in bearers:
        for key in block_keys(bearer.parts):
            blocks.setdefault(key, []).append(bearer)
    edges: dict[tuple[str, str], _Edge] = {}
    for block in blocks.values():
        for at, right in enumerate(block):
            for left in block[max(0, at - _BLOCK) : at]:
                if (left.id, right.id) not in edges:
                    edge = _edge(left, right)
                    if edge is not None:
                        edges[left.id, right.id] = edge
    return list(edges.values())


def _known_pairs(bearers: Sequence[Bearer]) -> list[_Edge]:
    """Unknown wordings that are a spelling of the name of one whom the lexicon holds, if of no more than one."""
    found: list[_Edge] = []
    index = known_bearers()
    for bearer in bearers:
        edges: dict[str, _Edge] = {}
        for other in index.get(tuple(map(skeleton, bearer.parts)), ()):
            edge = _edge(other, bearer)
            if edge is not None and (other.id not in edges or edges[other.id].score < edge.score):
                edges[other.id] = edge
        if len(edges) == 1:
            found.extend(edges.values())
    return found


def _edge(left: Bearer, right: Bearer) -> _Edge | None:
    reasons = compare(left, right)
    score = sum(reason.score for reason in reasons)
    return _Edge(score, left.id, right.id, reasons) if score >= ENOUGH else None
