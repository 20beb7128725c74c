"""What on a page is not the report: share buttons, links to other stories, notices, lists of headlines."""

from collections.abc import Sequence
from functools import cache

from tawatur.intake.lines import Line
from tawatur.lexicon.furniture import Phrase, Place, load_furniture
from tawatur.lexicon.spelling import fold, fold_phrase, split
from tawatur.model import Language, Region, RegionKind, Span

__all__ = ["furniture_regions"]

_SHORT = 200
_BYLINE = 80
_TAIL = 600
_LONGEST_TAIL = 300
_PROSE = 160
_LIST = 6
Words = tuple[str, ...]


def furniture_regions(text: str, lines: Sequence[Line], language: Language) -> list[Region]:
    """The parts of a text that page furniture takes up.

    Args:
        text: the whole text.
        lines: its lines after the title, in order.
        language: the language of the report.

    Returns:
        Regions in no order; they may touch one another.
    """
    found: list[Region] = []
    prose = [index for index, line in enumerate(lines) if _is_prose(line)]
    last_prose = prose[-1] if prose else len(lines)
    for index, line in enumerate(lines):
        if len(line.text) > _SHORT:
            continue
        phrase = _phrase_of(line.text, language)
        if phrase is None:
            continue
        span = line.span
        if phrase.place is Place.REST and index > last_prose:
            span = Span(line.start, lines[-1].end)
        found.append(Region(span, phrase.kind, f"phrase {phrase.text!r}", _named(line.text, phrase)))
    return [*found, *_tails(text, language), *_lists(lines, last_prose)]


def _is_prose(line: Line) -> bool:
    return line.is_closed and len(line.text) > _PROSE


def _phrase_of(line: str, language: Language) -> Phrase | None:
    words = tuple(word for word in fold_phrase(line) if word)  # a mark of direction folds to nothing
    if not words:
        return None
    bare = _without_marks(words)
    whole = _whole_lines()
    phrase = whole.get(words) or whole.get(bare)
    if phrase is not None:
        return phrase
    for phrase in _edges(language).get((Place.START, words[0]), ()):
        if words[: len(phrase.words)] == phrase.words and _fits(phrase, line):
            return phrase
    for phrase in _edges(language).get((Place.END, bare[-1]), ()) if bare else ():
        if bare[-len(phrase.words) :] == phrase.words and _fits(phrase, line):
            return phrase
    return None


def _named(line: str, phrase: Phrase) -> str | None:
    """Who is named after the words of a byline or credit."""
    if phrase.kind is RegionKind.FURNITURE or phrase.place is not Place.START:
        return None
    starts = [start for start, end, _ in split(line) if fold(line[start:end])]
    first = starts[len(phrase.words)] if len(phrase.words) < len(starts) else len(line)
    return line[first:].strip(" :()|") or None


def _fits(phrase: Phrase, line: str) -> bool:
    """A byline is short and no sentence; a credit is no sentence."""
    if phrase.kind is RegionKind.BYLINE:
        return len(line) <= _BYLINE and not line.endswith((".", "،", ","))
    return phrase.kind is not RegionKind.CREDIT or phrase.place is Place.START or not line.endswith(".")


def _without_marks(words: Words) -> Words:
    first, last = 0, len(words)
    while first < last and not words[first][0].isalnum():
        first += 1
    while last > first and not words[last - 1][0].isalnum():
        last -= 1
    return words[first:last]


def _tails(text: str, language: Language) -> list[Region]:
    """A trailer glued to the end of the text: tags, a link back to the site."""
    start = max(0, len(text) - _TAIL)
    tail = text[start:]
    found: list[Region] = []
    for phrase in load_furniture(language).phrases:
        if phrase.place is not Place.TAIL:
            continue
        at = tail.rfind(phrase.text)
        while at > 0 and tail[at - 1].isalnum():
            at = tail.rfind(phrase.text, 0, at)
        end = len(text.rstrip())
        if at < 0 or len(tail) - at > _LONGEST_TAIL or start + at >= end:
            continue
        after = tail[at + len(phrase.text) :]
        if (after and after[0].isalnum() and phrase.text[-1].isalnum()) or ". " in after.rstrip():
            continue
        found.append(Region(Span(start + at, end), phrase.kind, f"phrase {phrase.text!r}"))
    return found


def _lists(lines: Sequence[Line], last_prose: int) -> list[Region]:
    """Runs of short lines set apart that end as no sentence does: headlines of other stories, menus."""
    found: list[Region] = []
    if last_prose == len(lines):
        return found
    run: list[Line] = []
    for line in [*lines, None]:
        if line is not None and not line.is_closed and len(line.text) <= _PROSE:
            run.append(line)
            continue
        if len(run) >= _LIST and 2 * sum(item.gap for item in run) > len(run):
            found.append(Region(Span(run[0].start, run[-1].end), RegionKind.FURNITURE, "list of short lines"))
        run = []
    return found


@cache
def _whole_lines() -> dict[Words, Phrase]:
    """Phrases that are a whole line, of all languages: Arabic pages carry English buttons."""
    return {
        words: phrase
        for language in Language
        for phrase in load_furniture(language).phrases
        if phrase.place in (Place.LINE, Place.REST)
        for words in (phrase.words, _without_marks(phrase.words))
        if words
    }


@cache
def _edges(language: Language) -> dict[tuple[Place, str], tuple[Phrase, ...]]:
    """Phrases that open or close a line, by place and by their first or last word."""
    found: dict[tuple[Place, str], tuple[Phrase, ...]] = {}
    for phrase in load_furniture(language).phrases:
        if phrase.place in (Place.START, Place.END):
            key = (phrase.place, phrase.words[0] if phrase.place is Place.START else phrase.words[-1])
            found[key] = (*found.get(key, ()), phrase)
    return found
