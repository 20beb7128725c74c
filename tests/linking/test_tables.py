import dataclasses

import ibis
import pytest

from tawatur.linking import tables
from tawatur.linking.candidates import Key, Row
from tawatur.linking.happenings import Family
from tawatur.linking.pairing import WEIGHTS
from tawatur.linking.tables import Engine, candidate_pairs, scored_pairs, smallest_labels


def _row(number: int, document: str, **fields: object) -> Row:
    blank = {field.name: None for field in dataclasses.fields(Row)}
    plain = {"told": True, "long": False, "spots": 0, "actors": 0, "targets": 0, "unreal": False, "denial": False}
    whole = {
        **blank,
        **plain,
        "family": Family.FIGHTING.value,
        "type": "ASSAULT",
        "number": number,
        "document": document,
        **fields,
    }
    return Row(**whole)  # type: ignore[arg-type]  # fields by name, from a table of blanks


def test_the_columns_of_a_row_are_its_fields() -> None:
    assert tuple(field.name for field in dataclasses.fields(Row)) == tables.COLUMNS


@pytest.mark.parametrize("dialect", ["duckdb", "postgres", "trino"])
def test_the_expressions_lean_on_no_engine_of_their_own(dialect: str) -> None:
    rows = ibis.table(tables.ROWS, name="rows")
    keys = ibis.table(tables.KEYS, name="keys")
    blocks = ibis.table(tables.BLOCKS, name="blocks")
    both = ibis.table({"a": "int64", "b": "int64"}, name="both")
    labels = ibis.table({"node": "int64", "label": "int64"}, name="labels")
    pairs = candidate_pairs(blocks)
    for expression in (pairs, scored_pairs(rows, keys, pairs, WEIGHTS), smallest_labels(both, labels)):
        assert "SELECT" in ibis.to_sql(expression, dialect=dialect)


def test_spark_finds_what_duckdb_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    sql = pytest.importorskip("pyspark.sql", reason="the extra for clusters is not installed")
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    monkeypatch.setenv("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
    session = sql.SparkSession.builder.master("local[1]").config("spark.sql.shuffle.partitions", 2).getOrCreate()
    spark = Engine(ibis.pyspark.connect(session))
    rows = [_row(n, f"d{n}", spots=1, first=738000 + n, last=738000 + n, weekday=n % 7) for n in range(12)]
    keys = [Key(n, "spot", f"s{n % 3}", 220) for n in range(12)]
    blocks = [("block", n, n) for n in range(12)]
    edges = Engine().edges(rows, keys, blocks, WEIGHTS, -10_000)
    assert spark.edges(rows, keys, blocks, WEIGHTS, -10_000) == edges
    pairs = [(edge.left, edge.right) for edge in edges if edge.total > 0]
    assert spark.components(12, pairs) == Engine().components(12, pairs)


def test_a_block_compares_neighbours_and_not_all_with_all() -> None:
    size = 400
    rows = [_row(n, f"d{n}") for n in range(size)]
    edges = Engine().edges(rows, [], [("block", n, n) for n in range(size)], WEIGHTS, -10_000)
    furthest = max(edge.right - edge.left for edge in edges)
    assert len(edges) < size * furthest
    assert furthest < size / 4
    assert all((n, n + 1) in {(edge.left, edge.right) for edge in edges} for n in range(size - 1))


def test_slices_give_what_one_go_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [_row(n, f"d{n}") for n in range(30)]
    keys = [Key(n, "spot", f"s{n % 3}", 220) for n in range(30)]
    blocks = [("block", n, n) for n in range(30)]
    whole = Engine().edges(rows, keys, blocks, WEIGHTS, 0)
    monkeypatch.setattr(tables, "_AT_ONCE", 7)
    assert Engine().edges(rows, keys, blocks, WEIGHTS, 0) == whole


def test_what_two_share_weighs_by_kind() -> None:
    rows = [_row(0, "a", spots=1), _row(1, "b", spots=1)]
    keys = [Key(0, "spot", "azaz", 220), Key(1, "spot", "azaz", 220), Key(0, "actor", "azaz", 1)]
    (edge,) = Engine().edges(rows, keys, [("block", 0, 0), ("block", 0, 1)], WEIGHTS, 0)
    assert dict(edge.scores) == {"same_spot": 220, "same_type": 30}


def test_places_a_few_kilometres_apart_are_near() -> None:
    rows = [
        _row(0, "a", spots=1, latitude=36.50, longitude=36.90),
        _row(1, "b", spots=1, latitude=36.52, longitude=36.93),
        _row(2, "c", spots=1, latitude=35.50, longitude=36.93),
    ]
    edges = Engine().edges(rows, [], [("block", 0, n) for n in range(3)], WEIGHTS, -10_000)
    seen = {(edge.left, edge.right): dict(edge.scores) for edge in edges}
    assert "near_spot" in seen[0, 1]
    assert "other_spot" in seen[0, 2]


def test_no_happenings_have_no_pairs() -> None:
    assert Engine().edges([], [], [], WEIGHTS, 0) == ()
    assert Engine().components(0, []) == ()
