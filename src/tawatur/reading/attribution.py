"""Stage: who is said to have said what - cues, speakers, and how far their words reach."""

from dataclasses import replace

from tawatur.model import Language
from tawatur.reading.cues import Finder
from tawatur.reading.cues_arabic import ArabicFinder
from tawatur.reading.cues_latin import LatinFinder
from tawatur.reading.record import Attribution, Reading

__all__ = ["attribute"]

_FINDERS: dict[Language, type[Finder]] = {
    Language.AR: ArabicFinder,
    Language.EN: LatinFinder,
    Language.FR: LatinFinder,
}


def attribute(reading: Reading) -> Reading:
    """Fill ``attributions``, in order of their cues."""
    finder = _FINDERS[reading.lexicon.language](reading)
    found: list[Attribution] = []
    for sentence in reading.sentences:
        finder.sentence(sentence.first, sentence.last, found)
    return replace(reading, attributions=tuple(found))
