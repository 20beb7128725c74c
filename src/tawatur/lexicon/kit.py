"""Everything that the lexicon knows for reading one language."""

import gc
from dataclasses import dataclass
from functools import cache

from tawatur.lexicon.calendar_words import CalendarWords, load_calendar_words
from tawatur.lexicon.entries import Entry, EntryKind, Frame, Noun, NounKind
from tawatur.lexicon.loading import data_folder, load_entries, load_frames, load_table
from tawatur.lexicon.names import load_names
from tawatur.lexicon.numerals import NumeralWords, load_numerals
from tawatur.lexicon.phrasebook import Phrasebook
from tawatur.lexicon.spelling import fold
from tawatur.model import Language

__all__ = ["Lexicon", "load_lexicon"]

_LONGEST_ABBREVIATION = 4


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words and names for one language, ready to be looked up.

    Attributes:
        language: which language.
        phrasebook: word lists and names together.
        frames: roles by slot, by name of frame.
        numerals: words of numbers and bounds.
        calendar: words of dates.
        abbreviations: folded titles that a full stop follows ("gen").
        stems: Arabic words that begin with a letter that could be a clitic and is none, among others.
        entries: the entries of the word lists, without the names.
    """

    language: Language
    phrasebook: Phrasebook
    frames: dict[str, Frame]
    numerals: NumeralWords
    calendar: CalendarWords
    abbreviations: frozenset[str]
    stems: frozenset[str]
    entries: tuple[Entry, ...]


def _arabic_stems() -> frozenset[str]:
    folder = data_folder() / "spelling"
    load_table(folder / "arabic_stems.toml")
    return frozenset((folder / "arabic_stems.txt").read_text(encoding="utf-8").split())


@cache
def load_lexicon(language: Language) -> Lexicon:
    """The lexicon of a language, loaded once a process.

    It lives as long as the process and holds some hundred thousand objects, which the collector of
    cycles would walk again and again: it rests while they are made, and is told to leave them alone.

    Raises:
        LexiconError: shipped data is wrong.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        lexicon = _loaded(language)
    finally:
        if collecting:
            gc.enable()
    gc.freeze()
    return lexicon


def _loaded(language: Language) -> Lexicon:
    entries = load_entries(language)
    titles = {
        fold(form)
        for entry in entries
        if isinstance(entry.data, Noun) and entry.data.kind is NounKind.TITLE
        for form in entry.forms
        if len(form) <= _LONGEST_ABBREVIATION
    }
    return Lexicon(
        language=language,
        phrasebook=Phrasebook((*entries, *load_names()), plain=frozenset({EntryKind.WORD})),
        frames=load_frames(language),
        numerals=load_numerals(language),
        calendar=load_calendar_words(language),
        abbreviations=frozenset(titles),
        stems=_arabic_stems() if language is Language.AR else frozenset(),
        entries=entries,
    )
