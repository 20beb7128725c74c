"""Lines for a terminal: how wide words are, where lines break, and how Arabic keeps its place among Latin.

What terminals really show is written down in docs/terminal.md. In short: some print letters in
the order of the text, some reorder each line. So that a line means the same in both, every run
with Arabic in it is embedded (RLE ... PDF) between two left-to-right marks. These take no column,
but one terminal (mlterm) breaks a line where columns and marks together reach its width: lines are
broken as if each mark took one.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from wcwidth import wcwidth

__all__ = ["Cell", "Line", "clipped", "fold_cells", "plain", "width_of"]

_LRM, _LRE, _RLE, _PDF = "\u200e", "\u202a", "\u202b", "\u202c"
_ZWNJ = "\u200c"
_BREAKS = re.compile("[^\\S\u00a0\u2007\u202f]+")
_WORDS = re.compile("[\\S\u00a0\u2007\u202f]+")
_RTL = frozenset({"R", "AL", "AN"})
_PLACEHOLDER = "\ufffd"
_MARKS = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """A run of words on a ledger that belong together: a name, a quotation, a separator.

    Attributes:
        text: its words, as they come from the document or from the program.
        tight: whether it follows the cell before it without a space, as a comma does.
        strong: the part of ``text`` to be set off in colour, as start and end; None for none.
    """

    text: str
    tight: bool = False
    strong: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line, or a part of one: what to print and how many columns it takes.

    Attributes:
        shown: the characters to print, with marks that take no column.
        width: the columns that they take.
        marks: how many of the characters are direction marks.
    """

    shown: str
    width: int
    marks: int = 0

    def padded(self, width: int) -> "Line":
        """The line filled up with spaces to ``width`` columns; unchanged where it is that wide."""
        if self.width >= width:
            return self
        return Line(self.shown + " " * (width - self.width), width, self.marks)


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    cell: int
    size: int
    tight: bool
    strong: bool


def plain(text: str) -> str:
    """A text from outside as one line that is safe to print.

    White space becomes one space. Controls, half surrogates and other unprintable characters become
    U+FFFD. Direction controls and invisible joiners are dropped: they could unsettle the columns.

    >>> plain("a\\x1b[31m\\n b")
    'a\ufffd[31m b'
    """
    line = _BREAKS.sub(" ", text).strip()
    return line if line.isascii() and line.isprintable() else "".join(_visible(line))


def _visible(text: str) -> Iterator[str]:
    for char in text:
        category = unicodedata.category(char)
        if char == _ZWNJ:
            yield char
        elif category == "Cf" or "\ufe00" <= char <= "\ufe0f":
            continue
        elif category in ("Cc", "Cs") or wcwidth(char) < 0:
            yield _PLACEHOLDER
        else:
            yield char


def clipped(text: str, most: int) -> str:
    """A text cut short after ``most`` characters, with an ellipsis: for names and titles gone out of hand."""
    return text if len(text) <= most else text[:most] + "…"


def width_of(text: str) -> int:
    """The columns that a text takes: marks none, wide letters two."""
    return len(text) if text.isascii() and text.isprintable() else sum(max(0, wcwidth(char)) for char in text)


def fold_cells(cells: Sequence[Cell], width: int, emphasis: tuple[str, str] = ("", "")) -> list[Line]:
    """Cells set one after the other in lines of at most ``width`` columns and marks, broken between words.

    A word wider than a line is broken within. Every cell with Arabic in it keeps its place on each
    of its lines, whether the terminal reorders or not.

    Args:
        cells: what to print, in reading order.
        width: the columns there are; at least 6.
        emphasis: codes before and after what is ``strong``; they must take no column.

    >>> [line.shown for line in fold_cells([Cell("from Damascus"), Cell("to Benghazi")], 16)]
    ['from Damascus to', 'Benghazi']
    """
    ways = [_direction(cell.text) for cell in cells]
    lines: list[Line] = []
    line: list[_Word] = []
    for knot in _knots(cells, ways, width):
        if line and _cost([*line, *knot], ways) > width:
            lines.append(_set(line, ways, emphasis))
            line = []
        line.extend(knot)
    if line:
        lines.append(_set(line, ways, emphasis))
    return lines


def _cost(words: Sequence[_Word], ways: Sequence[str]) -> int:
    """The columns and marks that words take on one line."""
    return _columns(words) + _marks(words, ways)


def _columns(words: Sequence[_Word]) -> int:
    spaces = sum(not word.tight for word in words[1:])
    return spaces + sum(word.size for word in words)


def _marks(words: Sequence[_Word], ways: Sequence[str]) -> int:
    runs = [word.cell for place, word in enumerate(words) if not place or words[place - 1].cell != word.cell]
    return _MARKS * sum(bool(ways[cell]) for cell in runs)


def _knots(cells: Sequence[Cell], ways: Sequence[str], width: int) -> Iterator[list[_Word]]:
    """Words that must not be parted by a line end: each with the tight ones that follow it."""
    knot: list[_Word] = []
    for word in _words(cells):
        if knot and (not word.tight or _cost([*knot, word], ways) > width):
            yield knot
            knot = []
        *whole, rest = _pieces(word, width - _MARKS if ways[word.cell] else width)
        for piece in whole:
            yield [piece]
        knot.append(rest)
    if knot:
        yield knot


def _words(cells: Sequence[Cell]) -> Iterator[_Word]:
    for number, cell in enumerate(cells):
        first, last = cell.strong or (0, 0)
        tight = cell.tight
        for match in _WORDS.finditer(cell.text):
            text = plain(match[0])
            if text:
                yield _Word(text, number, width_of(text), tight, match.start() < last and first < match.end())
                tight = False


def _pieces(word: _Word, width: int) -> list[_Word]:
    """The word itself, or its parts where it is wider than a line."""
    if word.size <= width:
        return [word]
    pieces, used = [""], 0
    for char in word.text:
        size = width_of(char)
        if pieces[-1] and used + size > width:
            pieces.append("")
            used = 0
        pieces[-1] += char
        used += size
    return [replace(word, text=piece, size=width_of(piece), tight=False) for piece in pieces]


def _set(words: Sequence[_Word], ways: Sequence[str], emphasis: tuple[str, str]) -> Line:
    shown: list[str] = []
    for place, word in enumerate(words):
        before = words[place - 1] if place else None
        after = words[place + 1] if place + 1 < len(words) else None
        inside = before is not None and before.cell == word.cell
        way = ways[word.cell]
        if before is not None and not word.tight:
            shown.append(" ")
        if way and not inside:
            shown.append(_LRM + way)
        if word.strong and not (inside and before is not None and before.strong):
            shown.append(emphasis[0])
        shown.append(word.text)
        stays = after is not None and after.cell == word.cell
        if word.strong and not (stays and after is not None and after.strong):
            shown.append(emphasis[1])
        if way and not stays:
            shown.append(_PDF + _LRM)
    return Line("".join(shown), _columns(words), _marks(words, ways))


def _direction(text: str) -> str:
    """The embedding that a cell needs: none without right-to-left letters, else that of its first letter."""
    if text.isascii():
        return ""
    kinds = [unicodedata.bidirectional(char) for char in text]
    if not _RTL.intersection(kinds):
        return ""
    first = next(kind for kind in kinds if kind == "L" or kind in _RTL)
    return _LRE if first == "L" else _RLE
