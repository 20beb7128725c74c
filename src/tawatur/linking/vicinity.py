"""The sentences around a claim, and who is said in them to confirm it."""

from tawatur.lexicon.entries import Noun, NounKind
from tawatur.lexicon.kit import load_lexicon
from tawatur.lexicon.source_words import SourceSense, load_source_words
from tawatur.linking.voices import Voice, VoiceKind, words_voice
from tawatur.model import Report, Role, Span
from tawatur.text.sentences import find_sentences
from tawatur.text.tokens import tokenise

__all__ = ["Vicinity"]

_DESCRIBING = (SourceSense.ONE, SourceSense.SEVERAL, SourceSense.ROLE)


class Vicinity:
    """The sentences of one report."""

    def __init__(self, report: Report) -> None:
        """Cut a report into sentences."""
        self._report = report
        self._text, self._language = report.document.text, report.document.language
        tokens = tokenise(self._text)
        rows = find_sentences(tokens)
        self._sentences = tuple(Span(tokens.starts[row.first], tokens.ends[row.last - 1]) for row in rows)

    def caveat(self, span: Span) -> str | None:
        """A sentence that says that there is no proof, at what a span tells or beside it; None where there is none."""
        found = (sentence for sentence in self._near(span, 1, 1) if self._says(sentence, SourceSense.UNPROVEN))
        return next((sentence.cut(self._text) for sentence in found), None)

    def has_caveat(self) -> bool:
        """Whether any sentence says that there is no proof."""
        return any(self._says(sentence, SourceSense.UNPROVEN) for sentence in self._sentences)

    def confirming(self, span: Span) -> tuple[Voice, ...]:
        """Unnamed sources that confirm what a span tells, in its own sentence or in the one behind it."""
        found: dict[str, Voice] = {}
        for sentence in self._near(span, 0, 1):
            if self._says(sentence, SourceSense.CONFIRMS):
                for source in self._sources(sentence) or self._source_nouns(sentence):
                    voice = words_voice(source.cut(self._text), self._language)
                    if voice.kind is VoiceKind.UNNAMED:
                        found.setdefault(voice.words, voice)
        return tuple(found.values())

    def _near(self, span: Span, before: int, after: int) -> tuple[Span, ...]:
        touched = [at for at, sentence in enumerate(self._sentences) if sentence.touches(span)]
        if not touched:
            return ()
        return self._sentences[max(0, touched[0] - before) : touched[-1] + 1 + after]

    def _says(self, sentence: Span, sense: SourceSense) -> bool:
        words = load_source_words(self._language).find(tokenise(sentence.cut(self._text)).folded)
        return any(word.sense is sense for word in words)

    def _sources(self, sentence: Span) -> tuple[Span, ...]:
        """Whoever speaks or acts in a sentence, as far as anything was read in it."""
        claims = self._report.claims
        spans = [span for statement in self._report.attributions for span in statement.sources]
        spans += [source.span for claim in claims for source in claim.chain]
        spans += [p.span for claim in claims for p in claim.participants if p.role is Role.ACTOR]
        return tuple(sorted(span for span in set(spans) if sentence.holds(span)))

    def _source_nouns(self, sentence: Span) -> tuple[Span, ...]:
        """Sources in a sentence in which nothing was read: nouns for sources with the words that count or describe."""
        tokens = tokenise(sentence.cut(self._text))
        covered = sorted(
            {
                at
                for word in load_source_words(self._language).find(tokens.folded)
                if word.sense in _DESCRIBING
                for at in range(word.first, word.last)
            }
        )
        nouns = {
            hit.first
            for hit in load_lexicon(self._language).phrasebook.find(tokens.folded)
            if isinstance(hit.entry.data, Noun) and hit.entry.data.kind is NounKind.SOURCE
        }
        runs: list[list[int]] = []
        for at in covered:
            if runs and runs[-1][-1] == at - 1:
                runs[-1].append(at)
            else:
                runs.append([at])
        start = sentence.start
        return tuple(
            Span(start + tokens.starts[run[0]], start + tokens.ends[run[-1]]) for run in runs if nouns & set(run)
        )
