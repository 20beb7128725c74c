import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcwidth

from tawatur.export.columns import Cell, clipped, fold_cells, plain, width_of

MARKS = "\u200e\u202a\u202b\u202c"
LRM, RLE, PDF = "\u200e", "\u202b", "\u202c"


def bare(shown: str) -> str:
    return shown.translate(dict.fromkeys(map(ord, MARKS)))


def test_words_break_between_and_not_within() -> None:
    lines = fold_cells([Cell("fighters arrived in Benghazi on Tuesday")], 18)
    assert [line.shown for line in lines] == ["fighters arrived", "in Benghazi on", "Tuesday"]


def test_a_word_wider_than_the_line_is_broken_within() -> None:
    assert "".join(line.shown for line in fold_cells([Cell("x" * 50)], 12)) == "x" * 50


def test_a_comma_never_begins_a_line() -> None:
    for width in range(9, 30):
        lines = fold_cells([Cell("Damascus"), Cell(",", tight=True), Cell("Latakia")], width)
        assert not any(line.shown.startswith(",") for line in lines)


def test_an_arabic_cell_is_embedded_between_left_to_right_marks() -> None:
    (line,) = fold_cells([Cell("دمشق"), Cell("→"), Cell("بنغازي")], 40)
    assert line.shown == f"{LRM}{RLE}دمشق{PDF}{LRM} → {LRM}{RLE}بنغازي{PDF}{LRM}"


def test_an_arabic_cell_over_two_lines_is_embedded_on_each() -> None:
    lines = fold_cells([Cell("وصل المقاتلون إلى بنغازي")], 18)
    assert len(lines) > 1
    for line in lines:
        assert line.shown.startswith(LRM + RLE)
        assert line.shown.endswith(PDF + LRM)


def test_a_latin_cell_carries_no_mark() -> None:
    (line,) = fold_cells([Cell("Le Monde"), Cell("→"), Cell("Élysée")], 40)
    assert line.shown == "Le Monde → Élysée"


def test_vowel_signs_take_no_column() -> None:
    assert width_of("قُتِلَ") == 3


def test_emphasis_surrounds_the_strong_words_and_takes_no_column() -> None:
    (line,) = fold_cells([Cell("they *went away* today", strong=(5, 16))], 60, ("<", ">"))
    assert line.shown == "they <*went away*> today"
    assert line.width == len("they *went away* today")


@pytest.mark.parametrize("char", ["\x1b", "\x00", "\x07", "\x7f", "\x9b", "\ud800"])
def test_what_could_command_a_terminal_is_replaced(char: str) -> None:
    assert plain(f"a{char}b") == "a\ufffdb"


@pytest.mark.parametrize("char", ["\u202e", "\u2066", "\u2069", "\u200f", "\u061c", "\u200b", "\ufeff", "\u00ad"])
def test_direction_controls_of_the_text_are_dropped(char: str) -> None:
    assert plain(f"a{char}b") == "ab"


def test_white_space_of_any_kind_is_one_space_but_a_no_break_space_stays() -> None:
    assert plain(" 1\u00a0500 \t\n\u2028 morts ") == "1\u00a0500 morts"


def test_a_text_gone_out_of_hand_is_clipped() -> None:
    assert clipped("abcdef", 3) == "abc…"
    assert clipped("abc", 3) == "abc"


@given(st.lists(st.tuples(st.text(max_size=60), st.booleans()), max_size=5), st.integers(6, 50))
def test_no_line_is_wider_than_it_may_be_marks_counted_in(made: list[tuple[str, bool]], width: int) -> None:
    cells = [Cell(text, tight=tight) for text, tight in made]
    for line in fold_cells(cells, width):
        assert "\n" not in line.shown
        assert line.width == sum(max(0, wcwidth(char)) for char in bare(line.shown))
        assert line.marks == sum(line.shown.count(mark) for mark in MARKS)
        assert line.width + line.marks <= width


@given(st.text(st.sampled_from("abc دمشق1.,(«é\u064e")), st.integers(6, 50))
def test_no_character_is_lost_in_folding(text: str, width: int) -> None:
    shown = "".join(bare(line.shown) for line in fold_cells([Cell(text)], width))
    assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", text)


@given(st.text(max_size=200))
def test_plain_text_holds_nothing_that_a_terminal_obeys(text: str) -> None:
    assert not {unicodedata.category(char) for char in plain(text)} & {"Cc", "Cs"}
