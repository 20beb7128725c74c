"""Which reports are timed: real ones where they lie beside the project, else the samples with variation."""

import datetime as dt
import random
import re
from itertools import pairwise
from pathlib import Path

from tawatur.intake import from_jsonl, from_text
from tawatur.model import Document, Language

__all__ = ["ROOT", "amount", "joined", "parts", "reports", "without_stops"]

ROOT = Path(__file__).parent.parent
"""The folder of the project."""

_CORPUS = ROOT.parent / "shared" / "corpus"
_SAMPLES = ROOT / "samples"
_DAY = dt.date(2020, 1, 15)
_STOP = re.compile(r"[.!?؟;؛:…]+|\n+")


def reports(language: Language, words: int) -> list[Document]:
    """Reports of one language with about so many words together.

    Args:
        language: which language.
        words: how many words; the last report may go over. Where there are fewer, all there are.
    """
    chosen: list[Document] = []
    for document in _real(language) or _varied(language, words):
        if amount(chosen) >= words:
            break
        chosen.append(document)
    return chosen


def amount(documents: list[Document]) -> int:
    """How many words, parted by space, documents have together."""
    return sum(len(document.text.split()) for document in documents)


def parts(language: Language, count: int, words: int) -> list[str]:
    """Stretches of running text of exactly so many words each, made of reports joined."""
    # A line keeps its end, so that headlines and paragraphs stay what they are.
    text = "\n\n".join(document.text for document in _enough(language, count * words))
    marks = [match.end() for match in re.finditer(r"\S+\s*", text)]
    ends = [0, *(marks[number * words - 1] for number in range(1, count + 1))]
    return [text[first:last] for first, last in pairwise(ends)]


def joined(texts: list[str], language: Language) -> Document:
    """One report made of several stretches of text."""
    return from_text("".join(texts), date=_DAY, language=language)


def without_stops(text: str) -> str:
    """A text as one sentence that does not end: no full stop, colon, semicolon or new line."""
    return " ".join(_STOP.sub(" ", text).split()) + " "


def _enough(language: Language, words: int) -> list[Document]:
    chosen = found = reports(language, words)
    while amount(chosen) < words:
        chosen = chosen + found
    return chosen


def _real(language: Language) -> list[Document]:
    path = _CORPUS / f"{language}.jsonl"
    if not path.exists():
        return []
    with path.open("rb") as stream:
        return [found for found in from_jsonl(stream, path.name, date=_DAY) if isinstance(found, Document)]


def _varied(language: Language, words: int) -> list[Document]:
    """The sample reports with their paragraphs in other orders and with other numbers."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(_SAMPLES.glob(f"{language}-*.txt"))]
    chance = random.Random(language)
    made: list[Document] = []
    total = 0
    while total < words:
        title, *paragraphs = chance.choice(texts).split("\n\n")
        chance.shuffle(paragraphs)
        text = re.sub(r"\b\d{2}\b", lambda _: str(chance.randint(10, 99)), "\n\n".join([title, *paragraphs]))
        made.append(from_text(text, date=_DAY, language=language))
        total += len(text.split())
    return made
