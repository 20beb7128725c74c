"""A place in a document's text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in one document's text.

    The document is the one that holds the span: a span never travels without it. Words are cut
    from the text through the span and never stored beside it.

    Attributes:
        start: offset of the first code point, from 0.
        end: offset after the last code point; greater than ``start``.
    """

    start: int
    end: int

    def cut(self, text: str) -> str:
        """The words that the span covers in ``text``."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: "Span") -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end
