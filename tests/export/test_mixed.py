import time

import pytest

from tawatur.export.columns import fold_cells
from tawatur.export.mixed import mixed

A, B = "وكالة المرفأ (عينة)", "موقع الدلتا"


def texts(words: str) -> list[str]:
    return [cell.text for cell in mixed(words)]


def rejoined(words: str) -> str:
    return "".join(("" if cell.tight or not at else " ") + cell.text for at, cell in enumerate(mixed(words)))


def test_two_names_beside_each_other_are_cells_of_their_own() -> None:
    assert texts(f"2 outlets: {A}, {B}") == ["2 outlets:", A, ",", B]


def test_a_bracket_that_closes_behind_the_name_is_none_of_its() -> None:
    assert texts(f"from {A} ({B}: a copy)") == ["from", A, "(", B, ": a copy)"]


def test_what_is_quoted_is_one_cell_with_its_digits_and_latin_letters() -> None:
    assert texts(f"{A} says '300 مقاتل من Wagner', {B} '1500 مقاتل'") == [
        A,
        "says '",
        "300 مقاتل من Wagner",
        "',",
        B,
        "'",
        "1500 مقاتل",
        "'",
    ]


def test_a_possessive_opens_no_quotation() -> None:
    assert texts(f"a copy of {A}'s report, told after {B}'s") == ["a copy of", A, "'s report, told after", B, "'s"]


@pytest.mark.parametrize(
    "words",
    [
        f"2 outlets: {A}, {B}",
        f"({A}): ({B})",
        f"{A} ({B} (x)) «{A}» “{B}",
        "((( ))) مصدر) ) (مصدر",
        "plain English only",
        "no 'quote' here",
    ],
)
def test_nothing_is_lost_or_moved(words: str) -> None:
    assert rejoined(words) == words


def test_an_empty_sentence_has_no_cells() -> None:
    assert mixed("  ") == []


def test_the_names_of_a_line_are_embedded_one_by_one() -> None:
    (line,) = fold_cells(mixed(f"{A}, {B}"), 80)
    assert line.shown.count("\u202b") == line.shown.count("\u202c") == 2


def test_a_flood_of_brackets_is_no_trouble() -> None:
    begun = time.perf_counter()
    assert rejoined("(" * 5000 + "مصدر") == "(" * 5000 + "مصدر"
    assert time.perf_counter() - begun < 2
