"""In which order do the rooms work, and what happens when one of them fails?"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Protocol

from tawatur.errors import SourceError, UsageError
from tawatur.intake import from_jsonl, from_paths, from_stream, from_text
from tawatur.lexicon import load_lexicon
from tawatur.model import Document, Failure, Language, Report
from tawatur.model.version import VERSION
from tawatur.reading import read_document, statements

__all__ = ["READERS", "LexicalReader", "Reader", "documents", "make_reader", "read", "read_text"]


class Reader(Protocol):
    """Whatever turns a document into claims."""

    @property
    def name(self) -> str:
        """Name and version, as a report keeps them."""
        ...

    def read(self, document: Document) -> Report:
        """Read one document."""
        ...


class LexicalReader:
    """Reads with the word lists alone; needs no model."""

    name = f"lexical {VERSION}"

    def read(self, document: Document) -> Report:
        """Read one document with the lexicon of its language.

        Raises:
            LexiconError: shipped data is wrong.
        """
        reading = read_document(document, load_lexicon(document.language))
        return Report(document, reading.claims, self.name, statements(reading))


READERS = {"lexical": LexicalReader}
"""The readers there are, by the name that the command takes."""


def make_reader(name: str) -> Reader:
    """The reader of a name.

    Raises:
        UsageError: there is none of that name.
    """
    if name not in READERS:
        raise UsageError(f"there is no reader {name!r}; there are: {', '.join(sorted(READERS))}")
    return READERS[name]()


def documents(
    paths: Sequence[str], jsonl: str | None, stdin: BinaryIO, date: dt.date | None = None
) -> Iterator[Document | Failure]:
    """All documents that a command names, in its order: paths first, then the lines of a JSON Lines file.

    Args:
        paths: files and folders; ``-`` is standard input.
        jsonl: a JSON Lines file, ``-`` for standard input; None for none.
        stdin: standard input as bytes.
        date: day of publication for those that state none.
    """
    for path in paths:
        if path == "-":
            yield from_stream(stdin, origin="-", date=date)
        else:
            yield from from_paths([Path(path)], date=date)
    if jsonl == "-":
        yield from from_jsonl(stdin, "-", date=date)
    elif jsonl is not None:
        try:
            with Path(jsonl).open("rb") as stream:
                yield from from_jsonl(stream, jsonl, date=date)
        except OSError as error:
            yield Failure(jsonl, "intake", f"the file cannot be opened ({error.strerror}); check the path")


def read(items: Iterable[Document | Failure], reader: Reader) -> Iterator[Report | Failure]:
    """Read documents one by one; a report that cannot be read becomes a row with stage and reason."""
    for item in items:
        if isinstance(item, Failure):
            yield item
            continue
        try:
            yield reader.read(item)
        except SourceError as error:
            yield Failure(item.origin or item.id, "reading", str(error))


def read_text(
    text: str, *, date: dt.date | None = None, language: Language | None = None, outlet: str | None = None
) -> Report:
    """Read one report given as text, with the lexical reader.

    Raises:
        SourceError: the text holds no report in a language that is read.
    """
    return LexicalReader().read(from_text(text, date=date, language=language, outlet=outlet))
