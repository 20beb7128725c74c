import datetime as dt
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.intake import MAX_BYTES, from_jsonl
from tawatur.model import Document, Failure, Language, document_id

TEXT = "The pier is closed\n\nThe mayor said on Monday that the pier was closed because of the storm."


def _read(*lines: object, date: dt.date | None = None) -> list[Document | Failure]:
    data = b"".join(line if isinstance(line, bytes) else json.dumps(line).encode() + b"\n" for line in lines)
    return list(from_jsonl(io.BytesIO(data), "x.jsonl", date=date))


def _reason(line: object) -> str:
    (item,) = _read(line)
    assert isinstance(item, Failure), item
    assert (item.origin, item.stage) == ("x.jsonl, line 1", "intake")
    return item.reason


def test_what_is_given_is_kept() -> None:
    row = {"id": "a-1", "lang": "fr", "date": "2020-03-06", "outlet": "النموذج", "text": TEXT, "url": "x"}
    (document,) = _read(row)
    assert isinstance(document, Document)
    kept = (document.id, document.language, document.date, document.outlet, document.text, document.origin)
    assert kept == ("a-1", Language.FR, dt.date(2020, 3, 6), "النموذج", TEXT, "x.jsonl, line 1")
    assert document.date_found == "given"


def test_what_is_not_given_is_found() -> None:
    text = TEXT.replace("\n\n", "\n6 March 2020\n\n")
    for row in ({"text": text}, {"text": text, "id": None, "lang": None, "date": None, "outlet": None, "title": None}):
        (document,) = _read(row, date=dt.date(2021, 1, 1))
        assert isinstance(document, Document)
        assert (document.id, document.language) == (document_id(text), Language.EN)
        assert (document.date, document.date_found) == (dt.date(2020, 3, 6), "date line")


@pytest.mark.parametrize(
    "text", ["\ufeff" + TEXT, "  " + TEXT + " \r\n", TEXT.replace(" ", "\u200f "), TEXT + "\u0000😀"]
)
def test_the_text_stays_unchanged(text: str) -> None:
    (document,) = _read({"text": text})
    assert isinstance(document, Document)
    assert document.text == text
    assert document.title is not None
    assert document.title.cut(text).replace("\u200f", "") == "The pier is closed"


def test_a_given_headline_is_found_in_the_text() -> None:
    (document,) = _read({"text": "STORM\n" + TEXT, "title": "The pier is closed"})
    assert isinstance(document, Document)
    assert document.title is not None
    assert document.title.cut(document.text) == "The pier is closed"


def test_a_headline_that_the_text_lacks_is_no_span() -> None:
    (document,) = _read({"text": TEXT, "title": "Another"})
    assert isinstance(document, Document)
    assert document.title is None


def test_a_byte_order_mark_before_the_first_line_is_no_json() -> None:
    (document,) = _read(b"\xef\xbb\xbf" + json.dumps({"text": TEXT}).encode())
    assert isinstance(document, Document)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "it is no JSON"),
        (b"\xff{}\n", "no UTF-8"),
        (b"[" * 100_000, "nested too deep"),
        (b'{"text": ' + b"1" * 10_000 + b"}", "number"),
        (b'{"text": "a", "text": "b"}', "'text' twice"),
        ([], "no JSON object"),
        ("text", "no JSON object"),
        (5, "no JSON object"),
        ({}, "no text"),
        ({"text": None}, "no text"),
        ({"text": True}, "no text"),
        ({"text": ["a"]}, "no text"),
        ({"text": ""}, "empty"),
        ({"text": " \n\u3000"}, "empty"),
        ({"text": "😀😀 12"}, "no words"),
        ({"text": TEXT + "\ud800"}, "half a character"),
        ({"text": "Армия сообщила в понедельник"}, "language"),
        ({"text": TEXT, "id": 5}, "id must be a string"),
        ({"text": TEXT, "id": True}, "id must be a string"),
        ({"text": TEXT, "outlet": {"name": "x"}}, "outlet must be a string"),
        ({"text": TEXT, "title": False}, "title must be a string"),
        ({"text": TEXT, "lang": "de"}, "lang is 'de'; it must be one of ar, fr, en"),
        ({"text": TEXT, "lang": True}, "lang must be a string"),
        ({"text": TEXT, "date": 20200306}, "date must be a string"),
        ({"text": TEXT, "date": True}, "date must be a string"),
        ({"text": TEXT, "date": "2020-02-31"}, "must be a day written as 2020-03-06"),
        ({"text": TEXT, "date": "6 March 2020"}, "must be a day written as 2020-03-06"),
        ({"text": TEXT, "date": "٢٠٢٠-٠٣-٠٦"}, "must be a day written as 2020-03-06"),
    ],
)
def test_a_wrong_line_is_a_failure_that_names_it(line: object, reason: str) -> None:
    assert reason in _reason(line)


def test_the_lines_around_a_wrong_one_are_read() -> None:
    items = _read({"text": TEXT, "id": "a"}, b"\n", b"{\n", {"text": TEXT, "id": "a"}, {"text": TEXT, "id": "b"})
    assert [item.origin for item in items] == [f"x.jsonl, line {n}" for n in (1, 3, 4, 5)]
    assert [type(item) for item in items] == [Document, Failure, Failure, Document]
    assert isinstance(items[2], Failure)
    assert "that of line 1" in items[2].reason


def test_a_line_that_is_too_long_is_passed_over() -> None:
    items = _read(b'{"text": "' + b"a" * MAX_BYTES + b'"}\n', {"text": TEXT})
    assert [type(item) for item in items] == [Failure, Document]
    assert items[1].origin == "x.jsonl, line 2"


def test_an_empty_stream_holds_no_report() -> None:
    assert _read() == []


@given(st.lists(st.binary(max_size=60), max_size=4))
def test_any_lines_are_reports_or_failures(lines: list[bytes]) -> None:
    for item in _read(*(line + b"\n" for line in lines)):
        assert isinstance(item, Document | Failure)


@given(
    st.fixed_dictionaries(
        {},
        optional=dict.fromkeys(
            ("id", "lang", "date", "outlet", "title", "text"), st.none() | st.booleans() | st.text()
        ),
    )
)
def test_any_row_is_a_report_or_a_failure(row: dict[str, object]) -> None:
    (item,) = _read(row)
    assert isinstance(item, Document | Failure)
