"""The file of ``--rulings``: what people laid down about what is the same."""

import io

from tawatur.cli.given_lines import json_object, lines_of, text_field, whole_file
from tawatur.errors import SourceError, UsageError
from tawatur.model.linked import Ruling, RulingKind

__all__ = ["rulings_of"]


def rulings_of(word: str | None) -> tuple[Ruling, ...]:
    """The rulings of a JSON Lines file of ``kind`` (same or different), ``left`` and ``right`` (ids).

    Args:
        word: the file as the command names it; None for none.

    Raises:
        UsageError: the file cannot be read, or a line of it is wrong or contradicts another; the text names the line.
    """
    if word is None:
        return ()
    found: dict[tuple[str, str], tuple[int, Ruling]] = {}
    for number, line in lines_of(io.BytesIO(whole_file(word, "--rulings"))):
        try:
            ruling = _ruling(line)
            first, known = found.setdefault((ruling.left, ruling.right), (number, ruling))
            if known.kind is not ruling.kind:
                raise SourceError(f"it says {ruling.kind.value} where line {first} says {known.kind.value}: keep one")
        except SourceError as exc:
            raise UsageError(f"--rulings {word!r}, line {number}: {exc}") from exc
    return tuple(ruling for _, ruling in found.values())


def _ruling(line: bytes) -> Ruling:
    row = json_object(line)
    kind = text_field(row, "kind")
    if kind not in tuple(RulingKind):
        raise SourceError(f"kind is {kind[:20]!r}; it must be one of {', '.join(RulingKind)}")
    left, right = sorted((text_field(row, "left"), text_field(row, "right")))
    if left == right:
        raise SourceError("left and right are one id: a ruling is about two")
    return Ruling(RulingKind(kind), left, right)
