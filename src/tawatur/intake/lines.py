"""The lines of a text, without the blanks and invisible marks around them."""

import re
from dataclasses import dataclass

from tawatur.model import Span

__all__ = ["Line", "lines_of"]

_AROUND = " \t\u00a0\u1680\u2000-\u200f\u202a-\u202f\u205f-\u2069\u3000\ufeff\u00ad\u061c"
_BREAKS = "\n\r\v\f\x85\u2028\u2029"
_LINE = re.compile(rf"[^{_BREAKS}{_AROUND}](?:[^{_BREAKS}]*[^{_BREAKS}{_AROUND}])?")
_MOST = 2000
_FINAL = re.compile(r"[.!?؟…。][\"'”»’)\]\s]*\Z")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank.

    Attributes:
        start: offset of its first character.
        end: offset after its last character.
        text: its characters.
        gap: whether a blank line stands before it.
    """

    start: int
    end: int
    text: str
    gap: bool

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    @property
    def is_closed(self) -> bool:
        """Whether it ends as a sentence does."""
        return _FINAL.search(self.text[-12:]) is not None


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not blank; of a very long text the first and last 2,000."""
    found, before = [], 0
    for match in _LINE.finditer(text):
        gap = text.count("\n", before, match.start()) > 1
        found.append(Line(match.start(), match.end(), match[0], gap))
        before = match.end()
    return found if len(found) <= 2 * _MOST else [*found[:_MOST], *found[-_MOST:]]
