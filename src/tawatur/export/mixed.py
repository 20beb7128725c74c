"""Sentences of the program's own that hold Arabic names and quotations, as cells for a terminal.

A sentence of ours runs from left to right. Each stretch of Arabic in it becomes a cell of its own, so that
two names beside each other do not change places where a terminal reorders the line.
"""

import re
from collections.abc import Iterator

from tawatur.export.columns import Cell

__all__ = ["mixed"]

_LETTER = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe"
_INNER = f'{_LETTER}0-9\\s()\\[\\]«»“”"./…-'
_RUN = re.compile(f'[(\\[«“"]*[{_LETTER}](?:[{_INNER}]*[{_LETTER})\\]»”"…])?')
_BRACKETS = {"(": ")", "[": "]", "«": "»", "“": "”"}
_QUOTED = re.compile(f"(?:(?<=\\s')|(?<=\\(')|(?<=^'))[^']*[{_LETTER}][^']*(?='(?!\\w))")


def mixed(text: str) -> list[Cell]:
    """A sentence as cells: each stretch of Arabic one, whatever stands between them others.

    What stands between single quotation marks and holds Arabic is one cell, digits and Latin letters included.

    >>> [cell.text for cell in mixed("B: 2 outlets, قناة الف (عينة), موقع باء")]
    ['B: 2 outlets,', 'قناة الف (عينة)', ',', 'موقع باء']
    """
    cells: list[Cell] = []
    place = 0
    for start, end in _stretches(text):
        cells += [*_cell(text, place, start), *_cell(text, start, end)]
        place = end
    return [*cells, *_cell(text, place, len(text))]


def _cell(text: str, start: int, end: int) -> Iterator[Cell]:
    words = text[start:end]
    if words.strip():
        beside = start > 0 and not text[start - 1].isspace() and not words[0].isspace()
        yield Cell(words.strip(), tight=beside)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    place = 0
    for quoted in _QUOTED.finditer(text):
        yield from _runs(text, place, quoted.start())
        yield quoted.span()
        place = quoted.end()
    yield from _runs(text, place, len(text))


def _runs(text: str, place: int, last: int) -> Iterator[tuple[int, int]]:
    while match := _RUN.search(text, place, last):
        start, end = match.span()
        start, end = _balanced(text, start, end)
        yield start, end
        place = end


def _balanced(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without brackets whose other half stands outside of it; it ends before one that opens within."""
    open_: list[int] = []
    for at in range(start, end):
        if text[at] in _BRACKETS:
            open_.append(at)
        elif text[at] in _BRACKETS.values():
            if not open_ or _BRACKETS[text[open_[-1]]] != text[at]:
                return start, at
            open_.pop()
    while open_ and open_[0] == start:
        start = open_.pop(0) + 1
    return start, start + len(text[start : open_[0]].rstrip()) if open_ else end
