"""Inputs that are no ordinary report, made by code: a clear line or a Document for each, soon and in little room."""

import io
import random
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tawatur.errors import SourceError
from tawatur.intake import from_paths, receive
from tawatur.model import Document, Failure, Language

AR = "قال متحدث باسم البلدية إن الميناء فتح أبوابه من جديد، وإن العمال عادوا إلى أعمالهم بعد الظهر"
FR = "Le maire a déclaré que la jetée était fermée depuis lundi à cause de la tempête"
EN = "The mayor said on Monday that the pier was closed because of the storm"
GOOD = f"الميناء يفتح أبوابه\n\n{AR}.\n"
MOST_SECONDS = 6.0
MOST_BYTES = 500_000_000


def _zip() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("report.txt", GOOD)
    return held.getvalue()


def _noise(size: int, low: int = 0) -> bytes:
    chance = random.Random(7)
    return bytes(chance.randrange(low, 256) for _ in range(size))


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "empty"),
    "only spaces": (lambda: b" \r\n\t ", "empty"),
    "only wide spaces": (lambda: "\u3000\u00a0\u2003".encode(), "empty"),
    "only a byte order mark": (lambda: b"\xef\xbb\xbf", "empty"),
    "only a UTF-16 mark": (lambda: b"\xff\xfe", "empty"),
    "only zeros": (lambda: b"\0" * 1000, "empty"),
    "only emoji": (lambda: "😀🔥💣 👍🏽".encode(), "no words"),
    "only digits": (lambda: b"12 345 6,7\n8", "no words"),
    "only marks": (lambda: "!؟ … «» — ،".encode(), "no words"),
    "only invisible controls": (lambda: "\u200b\u200f\u202e\u2066 \ufeff".encode(), "no words"),
    "only combining marks": (lambda: "\u064b\u0651\u0301".encode() * 9, "no words"),
    "half a UTF-8 sequence": (lambda: GOOD.encode()[:-3], "cut off"),
    "half a euro sign": (lambda: f"{AR} €".encode()[:-1], "cut off"),
    "half a UTF-16 unit": (lambda: GOOD.encode("utf-16")[:-1], "cut off"),
    "half a surrogate pair": (lambda: f"{EN} 😀".encode("utf-16")[:-2], "cut off"),
    "one bad byte in UTF-8": (lambda: AR.encode()[:50] + b"\xfe\xfe" + AR.encode()[50:], "does not fit UTF-8"),
    "bad bytes after a UTF-8 mark": (
        lambda: b"\xef\xbb\xbf" + EN.encode() + b"\xff " + EN.encode(),
        "does not fit UTF-8",
    ),
    "lone surrogate in UTF-16": (lambda: b"\xff\xfe\x00\xd8" + EN.encode("utf-16-le"), "does not fit UTF-16"),
    "a PDF": (lambda: b"%PDF-1.7\n" + _noise(500), "PDF"),
    "a PDF after blank lines": (lambda: b"\r\n\r\n%PDF-1.4 text only", "PDF"),
    "a zip archive": (_zip, "zip"),
    "a PNG": (lambda: b"\x89PNG\r\n\x1a\n" + _noise(99), "PNG"),
    "a JPEG": (lambda: b"\xff\xd8\xff\xe0" + _noise(99), "JPEG"),
    "a GIF": (lambda: b"GIF89a" + _noise(99), "GIF"),
    "a WebP": (lambda: b"RIFF\x24\x00\x00\x00WEBPVP8 " + _noise(99), "picture"),
    "a gzip archive": (lambda: b"\x1f\x8b\x08\x00" + _noise(99), "gzip"),
    "a 7z archive": (lambda: b"7z\xbc\xaf\x27\x1c" + _noise(99), "7z"),
    "an old Word document": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + _noise(99), "office"),
    "an RTF document": (lambda: b"{\\rtf1\\ansi The port is open}", "RTF"),
    "a program": (lambda: b"\x7fELF\x02\x01" + _noise(99), "program"),
    "a database": (lambda: b"SQLite format 3\x00" + _noise(99), "database"),
    "noise": (lambda: _noise(20_000), "binary"),
    "high noise": (lambda: _noise(20_000, 128), "encoding"),
    "text with zeros": (lambda: EN.encode().replace(b" ", b"\0"), "binary"),
    "text with many controls": (lambda: EN.encode().replace(b" ", b"\x01"), "binary"),
    "Russian": (lambda: "Мэр сообщил в понедельник, что пристань закрыта".encode(), "language"),
    "Russian in Windows-1251": (lambda: ("Мэр сообщил, что пристань закрыта " * 9).encode("cp1251"), "encoding"),
    "Chinese": (lambda: "市长星期一说码头因风暴关闭".encode(), "language"),
    "Persian": (
        lambda: "شهردار روز دوشنبه گفت که اسکله بسته است و کشتی‌ها چشم به راه هستند تا راه باز شود".encode(),
        "language",
    ),
    "Spanish": (
        lambda: "El alcalde dijo el lunes que el muelle estaba cerrado por la tormenta y que no abriría".encode(),
        "language",
    ),
    "one word": (lambda: b"Xyzzy", "language"),
    "50 MB of one line": (lambda: (EN.encode() + b" ") * 720_000, "20 MB"),
    "a text of half a million signs": (lambda: (EN.encode() + b" ") * 6_000, "300,000 characters"),
    "a text of three million characters": (lambda: (EN.encode() + b" ") * 42_000, "2,000,000 characters"),
    "100,000 nested tags": (lambda: b"<html><body>" + b"<div>" * 100_000 + EN.encode(), "nested"),
    "100,000 nested tags, closed": (lambda: b"<div>" * 100_000 + EN.encode() + b"</div>" * 100_000, "nested"),
    "100,000 misnested tags": (lambda: b"<html>" + b"<a><b><i>" * 33_000 + b"</a></b></i>" * 33_000, "nested"),
    "a million tags": (lambda: b"<html>" + b"<br>" * 1_000_000 + EN.encode(), "tags"),
    "a page without text": (lambda: b"<!DOCTYPE html><html><head></head><body></body></html>", "no text"),
    "a page that is all script": (lambda: b"<html><script>var a = 'The port is open'", "no text"),
    "a page of 15 MB": (lambda: b"<html><p>" + (EN.encode() + b" ") * 210_000, "5,000,000 characters"),
}

READ: dict[str, tuple[Callable[[], bytes], Language]] = {
    "Windows-1256": (lambda: GOOD.encode("cp1256"), Language.AR),
    "ISO 8859-6": (lambda: AR.replace("،", "").encode("iso8859-6"), Language.AR),
    "UTF-16": (lambda: GOOD.encode("utf-16"), Language.AR),
    "UTF-16 without a mark": (lambda: GOOD.encode("utf-16-be"), Language.AR),
    "Windows-1252": (lambda: f"« {FR} »".encode("cp1252"), Language.FR),
    "a byte order mark": (lambda: b"\xef\xbb\xbf" + GOOD.encode(), Language.AR),
    "old line ends": (lambda: GOOD.replace("\n", "\r").encode(), Language.AR),
    "no sentence end": (lambda: (AR + " ").encode() * 2_500, Language.AR),
    "a line of dashes": (lambda: (EN + "\n" + "A" + "-" * 250_000).encode(), Language.EN),
    "a line of brackets": (lambda: (EN + "\n" + "(" * 250_000).encode(), Language.EN),
    "a line of slashes": (lambda: (EN + "1/" * 120_000).encode(), Language.EN),
    "a line of spaces": (lambda: (EN + " " * 1_900_000 + "(AFP)").encode(), Language.EN),
    "many short lines": (lambda: (EN + "\n").encode() * 3_500, Language.EN),
    "a million blank lines": (lambda: (EN + "\n" * 1_000_000 + EN).encode(), Language.EN),
    "mixed directions": (lambda: f"{AR} ({EN}) {AR} {FR} {AR}".encode(), Language.AR),
    "bidi controls": (lambda: f"\u202e{EN}\u202c \u2067{EN}\u2069\u200f".encode() * 900, Language.EN),
    "zero-width marks in every word": (
        lambda: " ".join("\u200b" + w + "\u200d" for w in AR.split()).encode(),
        Language.AR,
    ),
    "characters of four bytes": (lambda: f"😀 {EN} 𝔄𝔅 {EN} 🇱🇾".encode(), Language.EN),
    "a control here and there": (lambda: f"{EN}\x07 {EN}\x0c{EN}".encode(), Language.EN),
    "an odd number of quotation marks": (lambda: f'"{EN} «{EN} “{EN}'.encode(), Language.EN),
    "unclosed tags": (lambda: f"<html><body><p>{EN}<p>{EN}<li>{EN}<td>".encode() * 900, Language.EN),
    "200,000 attributes": (lambda: b"<html><div " + b"a=1 b2=2 " * 100_000 + b">" + EN.encode(), Language.EN),
    "quotation marks that never close": (lambda: b"<html><p>" + EN.encode() + b'<a b="' * 90_000, Language.EN),
    "unclosed comments": (lambda: b"<html><p>" + EN.encode() + b"<!-- " * 90_000, Language.EN),
    "a page in Windows-1256": (
        lambda: f'<html><meta charset="windows-1256"><p>{AR}.</p>'.encode("cp1256"),
        Language.AR,
    ),
    "entities in entities": (lambda: f"<html><p>{EN} {'&amp;' * 9_000}lt;</p>".encode(), Language.EN),
    "an entity that would grow": (
        lambda: (
            b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "'
            + b"x" * 999
            + b'"><!ENTITY b "&a;&a;&a;">]><html><p>'
            + EN.encode()
            + b" &b;&b;&b;</p></html>"
        ),
        Language.EN,
    ),
    "an entity that would read a file": (
        lambda: (
            b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/hostname">]><html><p>'
            + EN.encode()
            + b" &a;</p></html>"
        ),
        Language.EN,
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_report_is_refused_with_a_clear_line(name: str) -> None:
    make, reason = REFUSED[name]
    data = make()
    started = time.perf_counter()
    with pytest.raises(SourceError) as raised:
        receive(data, name, name="report.txt")
    assert time.perf_counter() - started < MOST_SECONDS
    line = str(raised.value)
    assert reason in line
    assert 15 < len(line) < 200
    assert line.isprintable()


@pytest.mark.parametrize("name", READ)
def test_what_is_odd_but_a_report_is_read(name: str) -> None:
    make, language = READ[name]
    data = make()
    started = time.perf_counter()
    document = receive(data, name, name="report.txt")
    assert time.perf_counter() - started < MOST_SECONDS
    assert document.language is language


@pytest.mark.parametrize("name", ["a line of spaces", "many short lines", "no sentence end", "200,000 attributes"])
def test_no_odd_report_takes_much_room(name: str) -> None:
    data = READ[name][0]()
    tracemalloc.start()
    try:
        receive(data, name)
        assert tracemalloc.get_traced_memory()[1] < MOST_BYTES // 5
    finally:
        tracemalloc.stop()


def test_an_entity_of_a_page_neither_grows_nor_reads_a_file() -> None:
    grown, read = (receive(READ[name][0](), "x").text for name in READ if name.startswith("an entity that"))
    assert len(grown) < 2 * len(EN)
    assert not Path("/etc/hostname").is_file() or Path("/etc/hostname").read_text().strip() not in read


def test_the_good_reports_among_the_bad_are_read(tmp_path: Path) -> None:
    small = {name: made for name, (make, _) in REFUSED.items() if len(made := make()) < 100_000}
    for number, data in enumerate(small.values()):
        (tmp_path / f"{number:02}-bad.txt").write_bytes(data)
        (tmp_path / f"{number:02}-good.txt").write_text(GOOD, encoding="utf-8")
    items = list(from_paths([tmp_path], date=None))
    assert [type(item) for item in items] == [Failure, Document] * len(small)
    assert len(small) > 35
    assert all(item.text == GOOD for item in items if isinstance(item, Document))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_a_text_file_s_text_is_the_file_as_decoded(encoding: str) -> None:
    text = f"  الميناء يفتح أبوابه\r\n\r\n{AR}\t.\r\n\r\n "
    assert receive(text.encode(encoding), "x", name="x.txt").text == text


def _hold_together(document: Document) -> None:
    spans = [region.span for region in document.regions]
    assert spans == sorted(spans)
    for span in [*spans, *([document.title] if document.title else [])]:
        assert 0 <= span.start < span.end <= len(document.text)
        assert span.cut(document.text).strip()
    edges = sorted([*spans, *([document.title] if document.title else [])])
    assert all(a.end <= b.start for a, b in pairwise(edges))


_PIECES = st.sampled_from(
    (
        *(
            EN,
            AR,
            FR,
            "\n",
            "\n\n",
            ". ",
            "\u202e",
            " | ",
            "(AFP) -",
            "(رويترز)",
            "6 March 2020",
            "AFP Friday 6 Mar 2020 ",
        ),
        *("المساهمون", "+ الخط -", "Related news", "سمات", "Tags: a", "By Salem Rawi", "- Sample Gazette"),
        *("<p>", "</div>", "<html>"),
    )
)


@given(st.lists(_PIECES, min_size=1, max_size=30).map("".join))
def test_title_and_regions_lie_in_the_text_in_order_and_apart(text: str) -> None:
    try:
        document = receive(text.encode(), "x")
    except SourceError:
        return
    _hold_together(document)
    assert receive(text.encode(), "x") == document
    if "<" not in text:
        assert document.text == text


@given(st.binary(max_size=2000))
@example(b"<html>\xff\xfe<p>")
@example(b"\xff\xfe<\x00h\x00t\x00m\x00l\x00>\x00")
def test_any_bytes_are_a_document_or_refused(data: bytes) -> None:
    for name in ("x.txt", "x.html"):
        try:
            document = receive(data, "x", name=name)
        except SourceError:
            continue
        _hold_together(document)
