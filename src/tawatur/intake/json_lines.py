"""Reports given as JSON Lines, each with what is already known of it."""

import datetime as dt
import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from tawatur.errors import SourceError
from tawatur.intake.documents import MAX_BYTES, Given, describe
from tawatur.model import Document, Failure, Language

__all__ = ["from_jsonl"]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?=T|\Z|\s)", re.ASCII)
_BOM = b"\xef\xbb\xbf"
_CHUNK = 1 << 20


def from_jsonl(stream: BinaryIO, origin: str, *, date: dt.date | None) -> Iterator[Document | Failure]:
    """The reports of a JSON Lines stream, in its order.

    Each line is an object with ``text`` and, where they are known, ``id``, ``lang``, ``date``,
    ``outlet`` and ``title``; these are kept as given and the text stays unchanged. Other fields are
    passed over. A line that is wrong becomes a Failure that names it.

    Args:
        stream: the lines, as bytes.
        origin: where they come from, for people.
        date: day of publication for reports that neither give nor state one.
    """
    seen: dict[str, int] = {}
    for number, line in _numbered(stream):
        where = f"{origin}, line {number}"
        if isinstance(line, str):
            yield Failure(where, "intake", line)
            continue
        try:
            document = _document(line, where, date)
            first = seen.setdefault(document.id, number)
            if first != number:
                raise SourceError(f"its id {document.id!r} is that of line {first}: each report needs an id of its own")
        except SourceError as error:
            yield Failure(where, "intake", str(error))
        else:
            yield document


def _numbered(stream: BinaryIO) -> Iterator[tuple[int, bytes | str]]:
    """Each line that is not blank with its number; in place of one that cannot be had, the reason."""
    number = 0
    while True:
        number += 1
        try:
            line = stream.readline(MAX_BYTES + 1)
            if not line:
                return
            if len(line) > MAX_BYTES:
                while line and not line.endswith(b"\n"):
                    line = stream.readline(_CHUNK)
                yield number, f"the line is longer than {MAX_BYTES // 1_000_000} MB, the most that one report may hold"
                continue
        except OSError as error:
            yield number, f"it cannot be read: {error.strerror or type(error).__name__}"
            return
        if number == 1:
            line = line.removeprefix(_BOM)
        if line.strip():
            yield number, line


def _document(line: bytes, origin: str, date: dt.date | None) -> Document:
    row = _row(line)
    text = row.get("text")
    if not isinstance(text, str):
        raise SourceError("it has no text: each line needs the field text, a string")
    day = _day(row)
    given = Given(
        id=_string(row, "id"),
        language=_language(row),
        date=day,
        date_found="given" if day else None,
        outlet=_string(row, "outlet"),
        title=_string(row, "title"),
    )
    return describe(text, origin, given, date)


def _row(line: bytes) -> dict[str, object]:
    try:
        row = json.loads(line.decode("utf-8"), object_pairs_hook=_once)
    except UnicodeDecodeError as error:
        raise SourceError(f"byte {error.start} of the line is no UTF-8: JSON Lines are written in UTF-8") from error
    except json.JSONDecodeError as error:
        raise SourceError(f"it is no JSON: {error.msg} at character {error.pos + 1}") from error
    except RecursionError as error:
        raise SourceError("its JSON is nested too deep") from error
    except ValueError as error:
        raise SourceError("it holds a number that is too long") from error
    if not isinstance(row, dict):
        raise SourceError("it is no JSON object: each line is one report between { and }")
    return row


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    row = dict(pairs)
    if len(row) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise SourceError(f"it gives {twice!r} twice")
    return row


def _string(row: dict[str, object], key: str) -> str | None:
    value = row.get(key)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise SourceError(f"{key} must be a string or null")
    return value


def _language(row: dict[str, object]) -> Language | None:
    value = _string(row, "lang")
    if value is None:
        return None
    try:
        return Language(value)
    except ValueError as error:
        raise SourceError(f"lang is {value[:20]!r}; it must be one of {', '.join(Language)}") from error


def _day(row: dict[str, object]) -> dt.date | None:
    value = _string(row, "date")
    if value is None:
        return None
    match = _DAY.match(value)
    try:
        if match:
            return dt.date.fromisoformat(match[0])
    except ValueError:
        pass
    raise SourceError(f"date is {value[:20]!r}; it must be a day written as 2020-03-06")
