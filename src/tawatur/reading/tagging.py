"""Stage: what the lexicon says of each word, homographs decided by their neighbours."""

from collections.abc import Iterable
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

_ONE_CLASS = {class_: frozenset((class_,)) for class_ in WordClass}


def tag(reading: Reading) -> Reading:
    """Fill ``marks``: one tag a token, and the entries that stand there."""
    tokens = reading.tokens
    size = len(tokens)
    slots = _looked_up(reading)
    tags = [Tag.NOUN.value] * size
    proclitics = [""] * size
    timed = _covered(size, ((p.first, p.last) for p in reading.periods))
    counted = _covered(size, ((q.number_first, q.number_last) for q in reading.quantities))
    ends = frozenset(sentence.last - 1 for sentence in reading.sentences)
    decide = Decision(reading.lexicon, tokens, slots, tags, proclitics)
    at = 0
    while at < size:
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
            slots.words[inner] = []
        at += width
    return replace(reading, marks=_marks("".join(tags), proclitics, slots))


def _looked_up(reading: Reading) -> Slots:
    """What the lexicon offers for each token."""
    tokens, language = reading.tokens, reading.lexicon.language
    slots = Slots(len(tokens))
    accented = None
    if language is Language.FR:
        accented = [written(tokens.text[start:end]) for start, end in zip(tokens.starts, tokens.ends, strict=True)]
    for hit in reading.lexicon.phrasebook.find(tokens.folded, accented):
        if language is Language.AR or hit.entry.kind is not EntryKind.NAME or _written_as_name(tokens, hit):
            slots.put(hit)
    return slots


def _marks(tags: str, proclitics: list[str], slots: Slots) -> Marks:
    nothing: frozenset[WordClass] = frozenset()
    return Marks(
        tags=tags,
        proclitics=tuple(proclitics),
        nouns=tuple(slots.nouns),
        names=tuple(slots.names),
        triggers=tuple(map(tuple, slots.triggers)),
        cues=tuple(map(tuple, slots.cues)),
        classes=tuple(_classes(hits) if hits else nothing for hits in slots.words),
        words=tuple(hits[0] if hits else None for hits in slots.words),
        verbs=tuple(slots.verbs),
        rivals={at: tuple(hits) for at, hits in slots.rivals.items()},
    )


def _classes(hits: list[Hit]) -> frozenset[WordClass]:
    """The closed classes that a word is of: mostly one."""
    first = hits[0].entry.data
    if len(hits) == 1 and isinstance(first, Word):
        return _ONE_CLASS[first.class_]
    return frozenset(h.entry.data.class_ for h in hits if isinstance(h.entry.data, Word))


def _written_as_name(tokens: Tokens, hit: Hit) -> bool:
    """Whether a name stands with a capital, as English and French names do but for peoples and adjectives.

    A name in capitals alone ("US", "WHO") wants them in the text too.
    """
    name = hit.entry.data
    assert isinstance(name, Name)
    if name.adjective or name.kind is NameKind.PEOPLE:
        return True
    word = tokens.text[tokens.starts[hit.first] : tokens.ends[hit.last - 1]]
    if hit.last - hit.first == 1 and not word.isupper() and word.upper() in hit.entry.forms:
        return any(form == word for form in hit.entry.forms)
    return any(
        tokens.text[tokens.starts[at]].isupper() or tokens.text[tokens.starts[at]] >= "\u0600"
        for at in range(hit.first, hit.last)
    )


def _covered(size: int, ranges: Iterable[tuple[int, int]]) -> list[bool]:
    row = [False] * size
    for first, last in ranges:
        for at in range(first, last):
            row[at] = True
    return row
