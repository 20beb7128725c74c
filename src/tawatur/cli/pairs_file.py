"""The file of ``tawatur same``: pairs of sentences."""

import io
from collections.abc import Iterator
from typing import BinaryIO

from tawatur.cli.given_lines import json_object, lines_of, text_field, whole_file
from tawatur.errors import SourceError
from tawatur.model import Failure, Language
from tawatur.route import Pair, Sentence

__all__ = ["pairs_of"]


def pairs_of(word: str, stdin: BinaryIO) -> Iterator[Pair | Failure]:
    """The pairs of a JSON Lines file of ``id``, ``left`` and ``right``, each side with ``lang`` and ``text``.

    Other fields are passed over. A line that is wrong becomes a Failure that names it.

    Args:
        word: the file as the command names it, ``-`` for standard input.
        stdin: standard input as bytes.

    Raises:
        UsageError: the file cannot be read.
    """
    stream = stdin if word == "-" else io.BytesIO(whole_file(word, "PAIRS"))
    seen: dict[str, int] = {}
    for number, line in lines_of(stream):
        origin = f"{word}, line {number}"
        try:
            pair = _pair(line, origin)
            first = seen.setdefault(pair.id, number)
            if first != number:
                raise SourceError(f"its id {pair.id!r} is that of line {first}: each pair needs an id of its own")
        except SourceError as exc:
            yield Failure(origin, "intake", str(exc))
        else:
            yield pair


def _pair(line: bytes, origin: str) -> Pair:
    row = json_object(line)
    return Pair(text_field(row, "id"), _sentence(row.get("left"), "left"), _sentence(row.get("right"), "right"), origin)


def _sentence(side: object, name: str) -> Sentence:
    if not isinstance(side, dict):
        raise SourceError(f"it needs the field {name}, an object with lang and text")
    code = text_field(side, "lang", name)
    if code not in tuple(Language):
        raise SourceError(f"{name}.lang is {code[:20]!r}; it must be one of {', '.join(Language)}")
    return Sentence(Language(code), text_field(side, "text", name))
