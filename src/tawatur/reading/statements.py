"""Every sourced statement of a reading, whether a claim stands in it or not."""

from tawatur.model import Span, Statement
from tawatur.reading.record import Attribution, Reading, Tag

__all__ = ["statements"]

_EDGES = frozenset((Tag.COMMA.value, Tag.STOP.value))


def statements(reading: Reading) -> tuple[Statement, ...]:
    """The attributions of a reading as spans of its text, in order of their cues.

    Args:
        reading: a report that has gone through all stages.
    """
    return tuple(
        statement for attribution in reading.attributions if (statement := _statement(reading, attribution)) is not None
    )


def _statement(reading: Reading, attribution: Attribution) -> Statement | None:
    content = tuple(span for first, last in attribution.content if (span := _trimmed(reading, first, last)) is not None)
    if not content:
        return None
    carried = attribution.region[0] == attribution.region[1]
    return Statement(
        sources=_sources(reading, attribution),
        cue=None if carried else _span(reading, *attribution.cue),
        content=content,
        found=attribution.found,
    )


def _sources(reading: Reading, attribution: Attribution) -> tuple[Span, ...]:
    if attribution.mention is not None:
        return (_span(reading, *attribution.mention),)
    return tuple(_span(reading, speaker.first, speaker.last) for speaker in attribution.speakers)


def _trimmed(reading: Reading, first: int, last: int) -> Span | None:
    """A stretch of tokens without the commas and stops at its edges."""
    assert reading.marks is not None
    tags = reading.marks.tags
    while first < last and tags[first] in _EDGES:
        first += 1
    while last > first and tags[last - 1] in _EDGES:
        last -= 1
    return _span(reading, first, last) if last > first else None


def _span(reading: Reading, first: int, last: int) -> Span:
    return Span(reading.tokens.starts[first], reading.tokens.ends[last - 1])
