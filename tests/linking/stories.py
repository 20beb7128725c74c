"""Short reports of our own on happenings of our own, read by the reader, for tests of linking."""

import datetime as dt
from dataclasses import replace
from functools import cache

from tawatur.intake import from_text
from tawatur.model import Language, Report
from tawatur.route import LexicalReader

_READER = LexicalReader()


@cache
def read(id_: str, text: str, date: str | None = None, outlet: str | None = None, language: str = "en") -> Report:
    """A report read from a text, under an id of its own."""
    day = dt.date.fromisoformat(date) if date is not None else None
    document = from_text(text, date=day, language=Language(language), outlet=outlet)
    return _READER.read(replace(document, id=id_))


def shelling(id_: str, date: str | None, town: str, killed: str, outlet: str | None = None) -> Report:
    """A report on the shelling of a town, with its dead."""
    text = f"{killed} people were killed in shelling on the town of {town} on Tuesday, residents said."
    return read(id_, text, date, outlet or f"{id_} News")
