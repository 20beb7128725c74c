from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.errors import SourceError
from tawatur.intake.decoding import decode

ARABIC = "قال متحدث باسم البلدية إن الميناء فتح أبوابه، وإن العمال عادوا إلى أعمالهم بعد الظهر"
FRENCH = "Le maire a déclaré que la jetée était fermée à cause de la tempête, « par prudence »"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ARABIC, "utf-8"),
        (ARABIC, "utf-8-sig"),
        (ARABIC, "utf-16"),
        (ARABIC, "utf-16-le"),
        (ARABIC, "utf-16-be"),
        (ARABIC, "utf-32"),
        (ARABIC, "cp1256"),
        (ARABIC, "iso8859-6"),
        (FRENCH, "utf-8"),
        (FRENCH, "utf-16"),
        (FRENCH, "utf-16-le"),
        (FRENCH, "cp1252"),
        (FRENCH, "latin-1"),
    ],
)
def test_text_is_read_in_the_encodings_that_reports_come_in(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_no_character_of_the_text(encoding: str) -> None:
    assert decode("The port is open".encode(encoding)).text[0] == "T"


def test_a_page_is_read_as_it_says_if_its_bytes_are_no_utf8() -> None:
    page = f'<html><head><meta charset="windows-1256"></head><body><p>{ARABIC}</p>'
    assert ARABIC in decode(page.encode("cp1256")).text


def test_bytes_that_are_utf8_are_read_so_whatever_the_page_says() -> None:
    page = f'<html><head><meta charset="windows-1256"></head><body><p>{ARABIC}</p>'
    assert ARABIC in decode(page.encode("utf-8")).text


def test_a_charset_that_decodes_more_than_text_is_not_obeyed() -> None:
    page = b'<meta charset="unicode_escape"><p>\xe9t\xe9 \\u0041 la ville est calme</p>'
    assert "\\u0041" in decode(page).text


@pytest.mark.parametrize("cut", [1, 2])
def test_a_cut_last_character_is_told_from_another_encoding(cut: int) -> None:
    with pytest.raises(SourceError, match="cut off"):
        decode(f"{ARABIC}€".encode()[:-cut])


def test_one_damaged_byte_is_told_from_another_encoding() -> None:
    data = ARABIC.encode()
    with pytest.raises(SourceError, match="byte 39 does not fit UTF-8"):
        decode(data[:39] + b"\xff" + data[40:])


def test_a_report_that_begins_like_a_picture_is_text() -> None:
    assert decode(b"RIFFA (Sample) - The port is open").encoding == "UTF-8"


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    with suppress(SourceError):
        assert isinstance(decode(data).text, str)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1))
def test_utf8_is_never_altered(text: str) -> None:
    if text.strip(" ") and not text.startswith("\ufeff"):
        with suppress(SourceError):
            assert decode(text.encode()).text == text
