"""Stage: the noun phrases of each sentence, with what governs them and what they name."""

from dataclasses import replace

from tawatur.model import Language
from tawatur.reading.phrases import Chunker
from tawatur.reading.phrases_arabic import ArabicChunker
from tawatur.reading.phrases_latin import LatinChunker
from tawatur.reading.record import Phrase, Reading

__all__ = ["chunk"]

_CHUNKERS: dict[Language, type[Chunker]] = {
    Language.AR: ArabicChunker,
    Language.EN: LatinChunker,
    Language.FR: LatinChunker,
}


def chunk(reading: Reading) -> Reading:
    """Fill ``phrases``: every noun phrase in order of the text."""
    assert reading.marks is not None
    language = reading.lexicon.language
    chunker = _CHUNKERS[language](reading.tokens, reading.marks, language)
    found: list[Phrase] = []
    for sentence in reading.sentences:
        chunker.sentence(sentence.first, sentence.last, found)
    return replace(reading, phrases=tuple(found))
