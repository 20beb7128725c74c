"""Stage: what the lexicon says of each word, homographs decided by their neighbours."""

from dataclasses import replace

from tawatur.lexicon.clitics import proclitics_of
from tawatur.lexicon.entries import (
    EntryKind,
    Name,
    NameKind,
    Word,
    WordClass,
)
from tawatur.lexicon.phrasebook import Hit
from tawatur.lexicon.spelling import written
from tawatur.model import Language
from tawatur.reading.homographs import Decision, Slots
from tawatur.reading.record import Marks, Reading, Tag
from tawatur.text.tokens import Tokens

__all__ = ["tag"]


def tag(reading: Reading) -> Reading:
    """Fill ``marks``: one tag a token, and the entries that stand there."""
    tokens = reading.tokens
    size = len(tokens)
    slots = Slots(size)
    cased = reading.lexicon.language is not Language.AR
    accented = None
    if reading.lexicon.language is Language.FR:
        accented = [written(tokens.text[start:end]) for start, end in zip(tokens.starts, tokens.ends, strict=True)]
    for hit in reading.lexicon.phrasebook.find(tokens.folded, accented):
        if cased and hit.entry.kind is EntryKind.NAME and not _written_as_name(tokens, hit):
            continue
        slots.put(hit)
    tags = [Tag.NOUN.value] * size
    proclitics = [""] * size
    classes: list[frozenset[WordClass]] = [frozenset()] * size
    words: list[Hit | None] = [None] * size
    timed = _covered(size, ((p.first, p.last) for p in reading.periods))
    counted = _covered(size, ((q.number_first, q.number_last) for q in reading.quantities))
    ends = frozenset(sentence.last - 1 for sentence in reading.sentences)
    decide = Decision(reading.lexicon, tokens, slots, tags, proclitics)
    at = 0
    while at < size:
        chosen = slots.words[at]
        if chosen:
            classes[at] = frozenset(h.entry.data.class_ for h in chosen if isinstance(h.entry.data, Word))
            words[at] = chosen[0]
        if timed[at]:
            tags[at] = Tag.TIME
            proclitics[at] = proclitics_of(tokens.folded[at], reading.lexicon.stems)
            at += 1
            continue
        if tokens.folded[at] == "." and at not in ends and at + 1 not in ends:
            tags[at] = Tag.MARK
            at += 1
            continue
        width = decide.at(at, counted=counted[at])
        for inner in range(at + 1, min(at + width, size)):
            tags[inner] = tags[at]
        at += width
    marks = Marks(
        tags="".join(tags),
        proclitics=tuple(proclitics),
        nouns=tuple(slots.nouns),
        names=tuple(slots.names),
        triggers=tuple(tuple(hits) for hits in slots.triggers),
        cues=tuple(tuple(hits) for hits in slots.cues),
        classes=tuple(classes),
        words=tuple(words),
        verbs=tuple(slots.verbs),
    )
    return replace(reading, marks=marks)


def _written_as_name(tokens: Tokens, hit: Hit) -> bool:
    """Whether a name stands with a capital, as English and French names do but for peoples and adjectives."""
    name = hit.entry.data
    assert isinstance(name, Name)
    if name.adjective or name.kind is NameKind.PEOPLE:
        return True
    return any(
        tokens.text[tokens.starts[at]].isupper()
        or (not tokens.text[tokens.starts[at]].isascii()
        and tokens.text[tokens.starts[at]] >= "\u0600")
        for at in range(hit.first, hit.last)
    )


def _covered(size: int, ranges: object) -> list[bool]:
    row = [False] * size
    for first, last in ranges:  # type: ignore[attr-defined]  # an iterable of pairs
        for at in range(first, last):
            row[at] = True
    return row
