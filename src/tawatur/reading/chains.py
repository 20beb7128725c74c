"""The sources behind a claim, nearest first."""

from tawatur.model import Source, Span
from tawatur.reading.naming import Namer
from tawatur.reading.record import Attribution, Happening, Reading, Speaker

__all__ = ["Chains"]


class Chains:
    """Finds the attributions over each happening of one report and makes chains of them."""

    def __init__(self, reading: Reading, namer: Namer) -> None:
        self._tokens = reading.tokens
        self._namer = namer
        self._covering: dict[int, list[Attribution]] = {}
        for attribution in reading.attributions:
            for first, last in attribution.content:
                for at in range(first, last):
                    self._covering.setdefault(at, []).append(attribution)

    def over(self, happening: Happening) -> list[Attribution]:
        """The attributions whose content holds the trigger, outermost first."""
        holding = []
        for attribution in self._covering.get(happening.first, ()):
            if not attribution.cue[0] <= happening.first < attribution.cue[1]:
                holding.append(attribution)
        holding.sort(key=lambda a: (0, -a.region[0]) if a.region[0] > happening.first else (1, a.region[0]))
        return holding

    def medium(self, attributions: list[Attribution]) -> Source | None:
        """Whom the source told it to, where the text says so."""
        for attribution in attributions:
            if attribution.medium is not None:
                return self._source(attribution.medium, attribution)
        return None

    def chain(self, attributions: list[Attribution]) -> tuple[Source, ...]:
        """The sources of some attributions, outermost first, each once."""
        chain: list[Source] = []
        for attribution in attributions:
            for speaker in attribution.speakers:
                source = self._source(speaker, attribution)
                if not any(
                    s.span == source.span or (s.entity is not None and s.entity == source.entity) for s in chain
                ):
                    chain.append(source)
        return tuple(chain)

    def _source(self, speaker: Speaker, attribution: Attribution) -> Source:
        span = self._span(speaker.first, speaker.last)
        called = self._namer.source(speaker.first, speaker.last, speaker.name)
        return Source(span, called.name, called.entity, attribution.found, called.named)

    def _span(self, first: int, last: int) -> Span:
        return Span(self._tokens.starts[first], self._tokens.ends[last - 1])
