from tawatur.linking.candidates import Key, Row, blocks_of, keys_of, row_of
from tawatur.linking.entities import resolve
from tawatur.linking.happenings import Family, Happening, happenings_of
from tawatur.linking.pairing import FEATURES, LEAST, WEIGHTS, reasons
from tawatur.linking.tables import Edge, Engine
from tawatur.model import Report
from tests.linking.stories import read, shelling


def _happenings(*reports: Report) -> list[Happening]:
    who = resolve(reports)
    return [h for report in reports for h in happenings_of(report, who) if h.family is Family.FIGHTING]


def _edge(*reports: Report, least: int = -10_000) -> tuple[Edge, list[Happening]]:
    happenings = _happenings(*reports)
    rows: list[Row] = [row_of(n, h) for n, h in enumerate(happenings)]
    keys: list[Key] = [key for n, h in enumerate(happenings) for key in keys_of(n, h)]
    edges = Engine().edges(rows, keys, [("all", 0, n) for n in range(len(happenings))], WEIGHTS, least)
    return max(edges, key=lambda e: e.total), happenings


def test_every_feature_weighs_something_and_says_what_it_is() -> None:
    assert {feature.__name__ for feature in FEATURES} == set(WEIGHTS)
    assert len({feature.__doc__ for feature in FEATURES}) == len(FEATURES)
    assert all(feature.__doc__ for feature in FEATURES)


def test_the_same_town_day_and_toll_speak_for_one_event() -> None:
    edge, _ = _edge(shelling("a", "2022-02-16", "Azaz", "Three"), shelling("b", "2022-02-16", "Azaz", "Three"))
    scores = dict(edge.scores)
    assert {"same_spot", "same_day", "same_counts"} <= scores.keys()
    assert edge.total >= LEAST


def test_another_town_speaks_against_it() -> None:
    edge, _ = _edge(shelling("a", "2022-02-16", "Azaz", "Three"), shelling("b", "2022-02-16", "Afrin", "Three"))
    assert dict(edge.scores)["other_spot"] < 0
    assert edge.total < LEAST


def test_another_day_speaks_against_it() -> None:
    edge, _ = _edge(shelling("a", "2022-02-16", "Azaz", "Three"), shelling("b", "2022-03-16", "Azaz", "Three"))
    assert dict(edge.scores)["other_day"] < 0
    assert edge.total < LEAST


def test_a_toll_that_cannot_have_grown_speaks_against_it() -> None:
    edge, _ = _edge(shelling("a", "2022-02-16", "Azaz", "Three"), shelling("b", "2022-02-16", "Azaz", "Ninety"))
    assert dict(edge.scores)["counts_apart"] < 0


def test_a_toll_that_may_have_grown_does_not() -> None:
    edge, _ = _edge(shelling("a", "2022-02-16", "Azaz", "Three"), shelling("b", "2022-02-16", "Azaz", "Five"))
    assert "counts_apart" not in dict(edge.scores)


def test_a_denial_is_not_held_to_figures() -> None:
    denial = read(
        "b", "The army denied killing ninety people in shelling on the town of Azaz on Tuesday.", "2022-02-16"
    )
    edge, _ = _edge(shelling("a", "2022-02-16", "Azaz", "Three"), denial)
    assert "counts_apart" not in dict(edge.scores)


def test_a_village_that_no_list_knows_is_compared_by_its_name() -> None:
    one = read("a", "قتل مدنيان في قصف على قرية زربطونة شمال البلاد.", language="ar")
    other = read("b", "طال القصف قرية زربطونة وسقط قتيلان.", language="ar")
    edge, _ = _edge(one, other)
    assert dict(edge.scores)["same_spot"] > 0


def test_a_weekday_counts_where_no_report_has_a_date() -> None:
    one = read("a", "قتل مدنيان اليوم الأحد في قصف على مدينة أعزاز.", language="ar")
    other = read("b", "سقط قتيلان اليوم الأحد في قصف على مدينة أعزاز.", language="ar")
    third = read("c", "سقط قتيلان اليوم الأربعاء في قصف على مدينة أعزاز.", language="ar")
    assert "same_weekday" in dict(_edge(one, other)[0].scores)
    assert "other_weekday" in dict(_edge(one, third)[0].scores)


def test_reasons_say_what_each_feature_saw() -> None:
    edge, happenings = _edge(shelling("a", "2022-02-16", "Azaz", "Three"), shelling("b", "2022-02-16", "Azaz", "Three"))
    seen = {r.feature: (r.score, r.words) for r in reasons(edge, happenings[edge.left], happenings[edge.right])}
    assert seen["same_counts"][1] == "killed 3"
    assert seen["same_spot"] == (2.2, "azaz")


def test_reports_that_share_no_block_are_never_compared() -> None:
    one, other = _happenings(
        shelling("a", "2022-02-16", "Azaz", "Three"),
        read("b", "Two soldiers were shot in Tripoli in May 2019.", "2020-01-01"),
    )
    assert not set(blocks_of(one)) & set(blocks_of(other))


def test_two_claims_of_one_report_are_no_pair() -> None:
    report = read(
        "a",
        "Three people were killed in shelling on the town of Azaz on Tuesday.\n"
        "Two people were killed in shelling on the town of Afrin on Tuesday.",
        "2022-02-16",
    )
    happenings = _happenings(report)
    rows = [row_of(n, h) for n, h in enumerate(happenings)]
    keys = [key for n, h in enumerate(happenings) for key in keys_of(n, h)]
    assert len(happenings) == 2
    assert not Engine().edges(rows, keys, [("all", 0, 0), ("all", 0, 1)], WEIGHTS, -10_000)
