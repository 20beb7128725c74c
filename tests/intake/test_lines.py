from hypothesis import given
from hypothesis import strategies as st

from tawatur.intake.lines import lines_of


@given(st.text())
def test_each_line_is_cut_from_the_text(text: str) -> None:
    lines = lines_of(text)
    assert all(text[line.start : line.end] == line.text and line.text.strip() for line in lines)
    assert [line.start for line in lines] == sorted({line.start for line in lines})


def test_blanks_and_invisible_marks_around_a_line_are_left_out() -> None:
    lines = lines_of("\u200f  The port is open \u202c\r\n\r\n\u00a0\nNext")
    assert [line.text for line in lines] == ["The port is open", "Next"]
    assert [line.gap for line in lines] == [False, True]


def test_a_line_that_ends_in_a_closed_quotation_is_closed() -> None:
    closed, still, open_ = lines_of('He said "no."\nIs it so؟\nThe port')
    assert (closed.is_closed, still.is_closed, open_.is_closed) == (True, True, False)


def test_of_a_very_long_text_both_ends_are_kept() -> None:
    lines = lines_of("a\n" * 10_000)
    assert len(lines) == 4000
    assert lines[-1].end == 19_999
