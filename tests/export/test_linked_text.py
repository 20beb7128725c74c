from dataclasses import replace
from typing import Any

import pytest
from wcwidth import wcwidth

from tawatur.export import LinkedLook, linked_text
from tawatur.export.columns import Line
from tawatur.export.layout import PLAIN
from tawatur.export.origins_tree import origin_lines
from tawatur.export.shelf import Shelf
from tawatur.model import Failure, Feature, Found, Location
from tawatur.model.linked import Chain, OriginKind, Policy
from tests.export.linked_made import (
    DELTA,
    HARBOUR,
    POST,
    SOURCE,
    event,
    linked,
    lone_event,
    ref,
    reports,
    source_origin,
)

MARKS = dict.fromkeys(map(ord, "\u200e\u202a\u202b\u202c"))


def text(width: int = 80, *, everything: bool = False, colour: bool = False, failures: int = 0, **changes: Any) -> str:
    look = LinkedLook(width, Policy.RANGE, everything, colour)
    rows = [Failure(f"{n}.pdf", "intake", "a PDF") for n in range(failures)]
    return linked_text(linked(**changes), reports(), rows, look).translate(MARKS)


def bare(lines: list[Line]) -> list[str]:
    return [line.shown.translate(MARKS) for line in lines]


def test_a_block_tells_what_when_where_and_how_many() -> None:
    told = text(110)
    assert "  1  Transfer at Benghazi, 2020-03-03\n" in told
    assert "     when      2020-03-03\n" in told
    assert "     where     Benghazi (LY), 32.10°N 20.10°E\n" in told
    assert "     figures   300 to 1,500 fighters, best 300\n" in told
    assert f"300 (low, best): {HARBOUR} → unnamed military source" in told
    assert f"1,500 (high): {DELTA} → unnamed military source" in told


def test_outlets_stand_beside_independent_origins() -> None:
    assert "     origins   3 outlets, 1 independent origin\n" in text()


def test_chains_are_a_tree_from_the_origin_to_the_outlets() -> None:
    lines = bare(origin_lines([source_origin()], Shelf(reports()), 80, PLAIN))
    assert lines[:3] == [
        f"1. {SOURCE} · a source",
        f"   └─ {HARBOUR} · 2020-03-03",
        f"      └─ {DELTA} · 2020-03-04",
    ]
    assert lines[3].startswith("   2 outlets come down to it:")


def test_those_who_rest_on_one_stand_side_by_side_below_it() -> None:
    chains = (
        Chain(ref("a"), (HARBOUR, SOURCE), ("a",)),
        Chain(ref("b"), (DELTA, HARBOUR, SOURCE), ("b", "a")),
        Chain(ref("c"), (POST, HARBOUR, SOURCE), ("c", "a")),
    )
    lines = bare(origin_lines([source_origin(chains=chains)], Shelf(reports()), 80, PLAIN))
    assert lines[2:4] == [f"      ├─ {DELTA} · 2020-03-04", f"      └─ {POST} · 2020-03-05"]


def test_an_outlet_in_its_own_voice_is_its_own_tree() -> None:
    origin = source_origin(kind=OriginKind.OUTLET, name=POST, chains=(Chain(ref("c"), (POST,), ("c",)),), reason="own")
    assert bare(origin_lines([origin], Shelf(reports()), 80, PLAIN)) == [
        f"1. {POST} · an outlet · 2020-03-05",
        "   own",
    ]


def test_an_outlet_that_was_told_itself_does_not_stand_below_itself() -> None:
    chains = (Chain(ref("c"), (POST, POST, "its correspondent"), ("c",)),)
    origin = source_origin(kind=OriginKind.OUTLET, name=POST, chains=chains)
    assert bare(origin_lines([origin], Shelf(reports()), 80, PLAIN))[0] == f"1. {POST} · an outlet · 2020-03-05"


def test_an_origin_that_does_not_count_has_no_number_and_stands_last() -> None:
    lines = bare(origin_lines(list(reversed(event().origins)), Shelf(reports()), 80, PLAIN))
    assert lines[0].startswith("1. ")
    assert "–  hearsay · unsourced, does not count" in "\n".join(lines[1:])


def test_a_chain_without_end_still_fits() -> None:
    links = tuple(f"outlet {n}" for n in range(60))
    lines = origin_lines([source_origin(chains=(Chain(ref("a"), links, ("a",)),))], Shelf(reports()), 40, PLAIN)
    assert max(line.width for line in lines) <= 40
    assert any("outlet 0" in line for line in bare(lines))


def test_disputes_tell_who_is_on_which_side_and_drift_is_told_in_words() -> None:
    told = text(110)
    assert "     disputed  fighters: 300 or 1500\n" in told
    assert f"               - 300: {HARBOUR}" in told
    assert "     drift     figure changed:" in told
    assert f"     denied    {POST} → unnamed military source" in told
    assert "     course    2020-03-03 300 fighters; 2020-03-04 1,500 fighters\n" in told
    assert "     grade     4 proposed: one independent origin" in told


def test_a_figure_that_stays_has_no_course() -> None:
    first = event().course[0]
    assert "course" not in text(events=(event(course=(first, replace(event().course[1], low=300.0, high=300.0))),))


def test_events_of_one_claim_are_counted_and_printed_only_on_demand() -> None:
    assert "Aid, no day" not in text()
    assert "1 shown, 1 of one claim each (--all prints them)" in text()
    assert "  2  Aid, no day\n" in text(everything=True)
    assert "of one claim each" not in text(everything=True)


def test_the_most_telling_event_stands_first_whatever_the_order() -> None:
    for events in ((lone_event(), event()), (event(), lone_event())):
        told = text(everything=True, events=events)
        assert told.index("Transfer at Benghazi") < told.index("Aid, no day")


def test_copies_movements_and_circles_follow() -> None:
    told = text(160)
    assert f"{DELTA} (2020-03-04) repeats {HARBOUR} (2020-03-03) · rewrite · 74% of its words" in told
    assert "300 to 1,500 fighters · 300 مقاتل · to Benghazi (LY) · for قوات الشرق · 2020-03-03 · 1 origin" in told
    assert f"  1  {POST} → {DELTA} → {POST}\n" in told


def test_a_country_stands_without_its_code() -> None:
    libya = Location("country-ly", "Libya", "LY", None, None, Feature.COUNTRY, None, Found("locations", "made"))
    assert "     where     Libya\n" in text(events=(event(place=libya),))


def test_what_could_not_be_read_is_counted() -> None:
    assert "3 linked, 2 not read, 3 outlets" in text(failures=2)


@pytest.mark.parametrize("width", [1, 20, 33, 59, 80, 119, 120, 160])
@pytest.mark.parametrize("colour", [False, True])
def test_no_line_is_wider_than_the_terminal(width: int, colour: bool) -> None:
    look = LinkedLook(width, Policy.RANGE, everything=True, colour=colour)
    told = linked_text(linked(), reports(), [], look)
    for code in ("\x1b[1m", "\x1b[22m", "\x1b[2m"):
        told = told.replace(code, "")
    assert max(sum(max(0, wcwidth(c)) for c in line) for line in told.splitlines()) <= max(width, 20)


def test_words_stand_beside_the_fields_on_a_wide_terminal_and_below_them_on_a_narrow_one() -> None:
    assert "     words     " in text(80)
    assert "     words     " not in text(160)
    assert "*وصلوا*" in text(160).splitlines()[2] + text(160).splitlines()[3]


def test_every_line_with_arabic_is_embedded_and_none_begins_with_it() -> None:
    for line in linked_text(linked(), reports(), [], LinkedLook(80, Policy.RANGE)).splitlines():
        assert line.count("\u202b") + line.count("\u202a") == line.count("\u202c")
        assert not line.startswith(("\u200e", "\u202b"))
        if any("\u0600" <= c <= "\u06ff" for c in line):
            assert "\u202b" in line or "\u202a" in line


def test_no_colour_means_no_codes() -> None:
    assert "\x1b" not in text()
    assert "\x1b[1m" in text(colour=True)


def test_controls_of_a_report_never_reach_the_terminal() -> None:
    assert "\x1b" not in text(events=(event(title="Trans\x1b[31mfer"),))
