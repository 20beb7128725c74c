"""Pairs and components as table expressions: on DuckDB here, on any other engine of ibis unchanged.

This is the one module that knows ibis. What goes in and comes out are records; which engine works is a
question of the connection alone. Everything is counted in hundredths, as whole numbers, so that the order in
which an engine adds up cannot change a decision.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter
from typing import get_args, get_type_hints

import ibis
import pyarrow
from ibis import _
from ibis.expr.types import BooleanValue, IntegerValue, NumericValue, Table

from tawatur.linking.candidates import Key, Row
from tawatur.linking.happenings import BY_FORCE

__all__ = [
    "BLOCKS",
    "COLUMNS",
    "KEYS",
    "ROWS",
    "Edge",
    "Engine",
    "candidate_pairs",
    "scored_pairs",
    "smallest_labels",
]

_NEIGHBOURS = 40
_CHUNK = 50_000
_NEAR, _FAR = 6, 1_000_000
_AT_ONCE = 60_000
"""Pairs scored in one go: what bounds the memory."""
_KM_PER_DEGREE = 111

_TYPES = {str: "string", int: "int64", float: "float64", bool: "boolean"}


def _type_of(hint: object) -> str:
    """The type of a column for the annotation of a field, with or without None."""
    return next(_TYPES[type_] for type_ in (get_args(hint) or (hint,)) if type_ in _TYPES)


ROWS = ibis.schema({name: _type_of(hint) for name, hint in get_type_hints(Row).items()})
KEYS = ibis.schema({"number": "int64", "kind": "string", "key": "int64", "weight": "int64"})
_LINKS = ibis.schema({"a": "int64", "b": "int64"})
_LABELS = ibis.schema({"node": "int64", "label": "int64"})
BLOCKS = ibis.schema({"block": "string", "day": "int64", "number": "int64"})
COLUMNS = tuple(ROWS.names)
"""The columns of a happening, as its record has them."""

_cells = attrgetter(*COLUMNS)
_KINDS = ("spot", "area", "country", "actor", "target", "count", "rare")


@dataclass(frozen=True, slots=True)
class Edge:
    """Two happenings with what each feature says of them.

    Attributes:
        left: number of the one.
        right: number of the other, which is greater.
        scores: feature -> hundredths, those that are zero left out.
    """

    left: int
    right: int
    scores: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """The sum of all features."""
        return sum(score for _, score in self.scores)


class Engine:
    """Scores pairs and finds components with the expressions of this module."""

    def __init__(self, connection: ibis.BaseBackend | None = None) -> None:
        """Work on a connection.

        Args:
            connection: an ibis connection; an own DuckDB in memory where none is given.
        """
        self._connection = connection if connection is not None else ibis.duckdb.connect()

    def edges(
        self,
        rows: Sequence[Row],
        keys: Iterable[Key],
        blocks: Iterable[tuple[str, int, int]],
        weights: Mapping[str, int],
        least: int,
    ) -> tuple[Edge, ...]:
        """The pairs that share a block and reach a score, in order.

        Args:
            rows: the happenings.
            keys: what they can share.
            blocks: block, day to sort by within it, number of the happening.
            weights: feature -> hundredths.
            least: the least sum of a pair.
        """
        if not rows:
            return ()
        rows_table = ibis.memtable(_arrow(map(_cells, rows), ROWS))
        keys_table = ibis.memtable(_arrow(_numbered(keys), KEYS))
        neighbours = candidate_pairs(ibis.memtable(_arrow(blocks, BLOCKS)))
        pairs = self._connection.to_pyarrow(neighbours.order_by("left", "right"))
        edges: list[Edge] = []
        for start in range(0, pairs.num_rows, _AT_ONCE):
            part = ibis.memtable(pairs.slice(start, _AT_ONCE))
            scored = scored_pairs(rows_table, keys_table, part, weights)
            found = scored.filter(_sum([scored[name] for name in weights]) >= least)
            edges.extend(_edges(self._connection.to_pyarrow(found).to_pylist(), weights))
        return tuple(sorted(edges, key=lambda e: (e.left, e.right)))

    def components(self, size: int, pairs: Sequence[tuple[int, int]]) -> tuple[int, ...]:
        """For each of so many numbers, the smallest number that pairs connect it with.

        Args:
            size: how many numbers there are.
            pairs: connected numbers.
        """
        labels = list(range(size))
        if not pairs:
            return tuple(labels)
        both = ibis.memtable(_arrow([*pairs, *((b, a) for a, b in pairs)], _LINKS))
        current = sorted({(n, n) for pair in pairs for n in pair})
        while True:
            spread = smallest_labels(both, ibis.memtable(_arrow(current, _LABELS)))
            found = self._connection.to_pyarrow(spread).to_pylist()
            current = [(row["node"], row["new"]) for row in found]
            if all(row["new"] == row["label"] for row in found):
                break
        for node, label in current:
            labels[node] = label
        return tuple(labels)


def _arrow(rows: Iterable[tuple[object, ...]], schema: ibis.Schema) -> pyarrow.Table:
    """Rows as columns, some of them at a time, so that they are never held twice."""
    arrow_schema = schema.to_pyarrow()
    iterator = iter(rows)
    batches = []
    while chunk := list(islice(iterator, _CHUNK)):
        columns = [pyarrow.array(cells, type_) for cells, type_ in zip(zip(*chunk), arrow_schema.types, strict=True)]
        batches.append(pyarrow.record_batch(columns, schema=arrow_schema))
    return pyarrow.Table.from_batches(batches, schema=arrow_schema)


def _numbered(keys: Iterable[Key]) -> Iterator[tuple[int, str, int, int]]:
    """The keys with a number for each in place of its words, which join faster and in less memory."""
    numbers: dict[tuple[str, str], int] = {}
    for key in keys:
        yield key.number, key.kind, numbers.setdefault((key.kind, key.key), len(numbers)), key.weight


def _edges(found: Iterable[dict[str, int]], weights: Mapping[str, int]) -> Iterator[Edge]:
    for row in found:
        yield Edge(row["left"], row["right"], tuple((name, row[name]) for name in weights if row[name]))


def candidate_pairs(blocks: Table) -> Table:
    """Pairs of neighbours: within a block, sorted by day, each with so many of those behind it."""
    ranked = blocks.mutate(
        rank=ibis.row_number().over(ibis.window(group_by=blocks.block, order_by=[blocks.day, blocks.number]))
    )
    left = ranked.mutate(chunk=ranked["rank"] // _NEIGHBOURS)
    ahead = ranked.mutate(chunk=ranked["rank"] // _NEIGHBOURS - 1)
    right = ibis.union(left, ahead).rename(other="number", other_rank="rank", other_block="block", other_day="day")
    right = right.rename(other_chunk="chunk")
    joined = left.join(right, [left.block == right.other_block, left.chunk == right.other_chunk])
    close = joined.filter(joined["other_rank"] > joined["rank"], joined["other_rank"] <= joined["rank"] + _NEIGHBOURS)
    pairs = close.select(left=ibis.least(close.number, close.other), right=ibis.greatest(close.number, close.other))
    return pairs.distinct()


def scored_pairs(rows: Table, keys: Table, pairs: Table, weights: Mapping[str, int]) -> Table:
    """Every pair of different reports and one family with a column for each feature."""
    one = rows.rename(lambda name: f"l_{name}")
    other = rows.rename(lambda name: f"r_{name}")
    joined = pairs.join(one, pairs.left == one.l_number).join(other, _.right == other.r_number)
    apart = joined.filter(joined.l_document != joined.r_document, joined.l_family == joined.r_family)
    shared = _shared(apart.select("left", "right"), keys)
    wide = apart.left_join(shared, [apart.left == shared.s_left, apart.right == shared.s_right])
    return wide.select("left", "right", **_features(wide, weights))


def _shared(pairs: Table, keys: Table) -> Table:
    """For each pair, the weights of the keys that both have, by kind."""
    mine = keys.rename(a_number="number", a_kind="kind", a_key="key", a_weight="weight")
    theirs = keys.rename(b_number="number", b_kind="kind", b_key="key", b_weight="weight")
    joined = pairs.join(mine, pairs.left == mine.a_number)
    joined = joined.join(theirs, [joined.right == theirs.b_number, joined.a_key == theirs.b_key])
    sums = {f"s_{kind}": _weight_if(joined, kind).sum() for kind in _KINDS}
    return joined.group_by(s_left=joined.left, s_right=joined.right).aggregate(**sums)


def _weight_if(joined: Table, kind: str) -> IntegerValue:
    return ibis.ifelse(joined.a_kind == kind, joined.a_weight, 0)


def _features(t: Table, weights: Mapping[str, int]) -> dict[str, NumericValue]:
    """One column of hundredths for each feature; pairing.py says in words what each stands for."""
    s = {kind: ibis.coalesce(t[f"s_{kind}"], 0) for kind in _KINDS}
    days = _days_apart(t)
    told = t.l_told & t.r_told
    distance = _distance(t)
    has_spots = (t.l_spots > 0) & (t.r_spots > 0)
    near = has_spots & (s["spot"] == 0) & (ibis.coalesce(distance, _FAR) <= _NEAR)
    calendar = t.l_day_of_year.notnull() & t.r_day_of_year.notnull() & days.isnull()
    weekday = t.l_weekday.notnull() & t.r_weekday.notnull() & days.isnull() & ~calendar
    of_year = (t.l_day_of_year - t.r_day_of_year).abs()
    of_week = (t.l_weekday - t.r_weekday + 7) % 7
    force = t.l_family.isin(sorted(BY_FORCE))
    denial = t.l_denial != t.r_denial
    on: dict[str, BooleanValue] = {
        "near_spot": near,
        "other_spot": has_spots & (s["spot"] == 0) & ~near,
        "same_area": (s["area"] > 0) & (s["spot"] == 0),
        "same_day": (days == 0) & told,
        "next_day": (days == 1) & told,
        "near_publication": (days <= 3) & ~told,
        "other_day": ((days > 1) & told) | ((days > 10) & ~told),
        "same_date": calendar & (of_year <= 1),
        "other_date": calendar & (of_year > 1) & (of_year < 371),
        "same_weekday": weekday & (of_week == 0),
        "next_weekday": weekday & of_week.isin([1, 6]),
        "other_weekday": weekday & ~of_week.isin([0, 1, 6]),
        "other_stretch": told & (t.l_long != t.r_long),
        "counts_apart": ~denial & _apart(t),
        "same_actor": s["actor"] > 0,
        "other_actor": (t.l_actors > 0) & (t.r_actors > 0) & (s["actor"] == 0),
        "same_parties": ~force & (s["actor"] > 0) & (s["target"] > 0),
        "same_type": t.l_type == t.r_type,
        "other_type": t.l_type != t.r_type,
        "unreal": t.l_unreal != t.r_unreal,
    }
    found: dict[str, NumericValue] = {name: ibis.ifelse(on[name], weights[name], 0) for name in weights if name in on}
    found["same_spot"] = ibis.least(s["spot"], weights["same_spot"])
    found["same_target"] = ibis.least(s["target"], weights["same_target"])
    found["same_counts"] = ibis.least(s["count"], weights["same_counts"])
    found["same_words"] = ibis.least(s["rare"], weights["same_words"])
    return found


def _days_apart(t: Table) -> IntegerValue:
    """How many days lie between; null where a year is unknown on either side."""
    gap = ibis.greatest(t.l_first, t.r_first) - ibis.least(t.l_last, t.r_last)
    known = t.l_first.notnull() & t.r_first.notnull()
    return ibis.ifelse(known, ibis.greatest(gap, 0), ibis.null("int64"))


def _distance(t: Table) -> NumericValue:
    """Kilometres between the finest places, on a flat map that is true for short ways."""
    middle = ((t.l_latitude + t.r_latitude) / 2).radians()
    north = (t.l_latitude - t.r_latitude) * _KM_PER_DEGREE
    east = (t.l_longitude - t.r_longitude) * _KM_PER_DEGREE * middle.cos()
    return (north * north + east * east).sqrt()


def _apart(t: Table) -> BooleanValue:
    """Whether counts of the same thing differ by more than a growing toll does."""
    found = None
    for unit in ("killed", "injured", "moved"):
        one, other = t[f"l_{unit}"], t[f"r_{unit}"]
        low, high = ibis.least(one, other), ibis.greatest(one, other)
        apart = one.notnull() & other.notnull() & (high > low * 3) & (high - low > 3)
        found = apart if found is None else found | apart
    assert found is not None
    return found


def _sum(columns: Sequence[NumericValue]) -> NumericValue:
    total = columns[0]
    for column in columns[1:]:
        total = total + column
    return total


def smallest_labels(both: Table, labels: Table) -> Table:
    """Each node with its label and the smallest label among itself, its neighbours and its label's own label."""
    neighbour = labels.rename(n_node="node", n_label="label")
    spread = both.join(neighbour, both.b == neighbour.n_node).group_by("a").aggregate(least=_.n_label.min())
    up = labels.rename(u_node="node", u_label="label")
    joined = labels.join(spread, labels.node == spread.a).join(up, _.label == up.u_node)
    return joined.select("node", "label", new=ibis.least(joined.label, joined.least, joined.u_label))
