"""The lines of a file that a command names: rulings, pairs. A line that is wrong is told by its number."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from tawatur.errors import SourceError, UsageError

__all__ = ["json_object", "lines_of", "text_field", "whole_file"]

_BOM = b"\xef\xbb\xbf"


def whole_file(word: str, option: str) -> bytes:
    """The bytes of a file.

    Args:
        word: the file as the command names it.
        option: the option that names it, for people.

    Raises:
        UsageError: it cannot be read.
    """
    try:
        return Path(word).read_bytes()
    except (OSError, ValueError) as exc:
        reason = exc.strerror if isinstance(exc, OSError) and exc.strerror else str(exc)
        raise UsageError(f"{option} {word!r} cannot be read: {reason}") from exc


def lines_of(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank, each with its number."""
    for number, line in enumerate(stream, 1):
        line = line.removeprefix(_BOM) if number == 1 else line
        if line.strip():
            yield number, line


def json_object(line: bytes) -> Mapping[str, object]:
    """The JSON object of a line.

    Raises:
        SourceError: the line is none; the text says what is wrong with it.
    """
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise SourceError(f"byte {error.start} of the line is no UTF-8: JSON Lines are written in UTF-8") from error
    except json.JSONDecodeError as error:
        raise SourceError(f"it is no JSON: {error.msg} at character {error.pos + 1}") from error
    except RecursionError as error:
        raise SourceError("its JSON is nested too deep") from error
    except ValueError as error:
        raise SourceError("it holds a number that is too long") from error
    if not isinstance(row, dict):
        raise SourceError("it is no JSON object: each line is one object between { and }")
    return row


def text_field(row: Mapping[str, object], key: str, where: str = "") -> str:
    """A field that must hold words.

    Args:
        row: the object.
        key: the name of the field.
        where: what the object is, for people (``left``).

    Raises:
        SourceError: the field is missing, empty or no string.
    """
    value = row.get(key)
    if not isinstance(value, str) or not value.strip():
        raise SourceError(f"it needs the field {where + '.' if where else ''}{key}, a string that is not empty")
    return value
