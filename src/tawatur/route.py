"""In which order do the rooms work, and what happens when one of them fails?"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from tawatur.errors import SourceError, UsageError
from tawatur.export import DecidedPair
from tawatur.intake import from_jsonl, from_paths, from_stream, from_text
from tawatur.lexicon import load_lexicon
from tawatur.model import Document, Failure, Language, Report
from tawatur.model.linked import Linked, Policy, Ruling
from tawatur.model.version import VERSION
from tawatur.reading import read_document, statements

__all__ = [
    "READERS",
    "LexicalReader",
    "Pair",
    "Reader",
    "Sentence",
    "distinct",
    "documents",
    "link_reports",
    "make_reader",
    "read",
    "read_text",
    "same_pairs",
]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or short text to be compared, with its language."""

    language: Language
    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences that may claim the same.

    Attributes:
        id: its id.
        left: one sentence.
        right: the other.
        origin: where it comes from, for people.
    """

    id: str
    left: Sentence
    right: Sentence
    origin: str


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


def distinct(reports: Iterable[Report]) -> tuple[tuple[Report, ...], tuple[Failure, ...]]:
    """One report of each id, and a row for each that says something else under the id of another.

    Which of several is kept does not depend on the order they come in; a report given twice is kept once.
    """
    kept: dict[str, Report] = {}
    doubled: list[Failure] = []
    for report in sorted(reports, key=_sorting):
        document = report.document
        first = kept.setdefault(document.id, report)
        if _sorting(first) != _sorting(report):
            other = first.document.origin or first.document.outlet or "another report"
            reason = f"its id {document.id!r} is that of {other}: give both as JSON Lines, each with an id of its own"
            doubled.append(Failure(document.origin or document.id, "linking", reason))
    return tuple(kept.values()), tuple(doubled)


def _sorting(report: Report) -> tuple[str, str, str, str]:
    document = report.document
    return document.id, document.text, document.outlet or "", str(document.date or "")


def link_reports(
    reports: Sequence[Report], policy: Policy = Policy.CONSERVATIVE, rulings: Sequence[Ruling] = ()
) -> Linked:
    """Everything that can be said of a set of reports together, whatever order they stand in.

    Args:
        reports: what was read.
        policy: how low, best and high of an event are chosen.
        rulings: what people laid down about what is the same and what is not.

    Raises:
        LexiconError: shipped data is wrong.
    """
    from tawatur.linking import link  # its tables take longer to load than a report to read

    return link(reports, rulings, policy)


def same_pairs(pairs: Iterable[Pair | Failure], reader: Reader) -> Iterator[DecidedPair | Failure]:
    """Whether the sentences of each pair claim the same; a pair that cannot be read becomes a row with the reason."""
    from tawatur.linking import decide  # as in link_reports

    for pair in pairs:
        if isinstance(pair, Failure):
            yield pair
            continue
        try:
            left, right = (reader.read(from_text(s.text, language=s.language)) for s in (pair.left, pair.right))
        except SourceError as error:
            yield Failure(pair.origin, "reading", str(error))
            continue
        decision = decide(left, right)
        yield DecidedPair(pair.id, left.document, right.document, decision.same, decision.why)
