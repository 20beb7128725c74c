"""The marked reports that the reader is scored on, and what it reads in them."""

import hashlib
import io
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tawatur import route
from tawatur.export import codebook_line
from tawatur.model import Document, Failure, Report
from tools.quality.anchor import Anchor

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
SHARED = ROOT.parent / "shared" / "gold"
"""The marked reports of others lie beside the project, never in it."""

Lines = dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Corpus:
    """A set of marked reports.

    Attributes:
        name: what it is called in the table and among the floors.
        gold: its marks, one document a line.
        jsonl: its documents; None where they are the sample files.
        folds: which fold each document is in; None where it has none.
    """

    name: str
    gold: Path
    jsonl: Path | None = None
    folds: Path | None = None

    def digest(self) -> str:
        """SHA-256 of the marks, in hexadecimal."""
        return hashlib.sha256(self.gold.read_bytes()).hexdigest()


SAMPLE_CORPUS = Corpus("samples", SAMPLES / "gold.jsonl")


def corpora(shared: Path = SHARED) -> tuple[Corpus, ...]:
    """The samples, and what of the marked reports of others is there."""
    outside = (
        Corpus("seed", shared / "seed.jsonl", shared / "seed_document.jsonl"),
        Corpus("dev", shared / "dev" / "gold.jsonl", shared / "dev" / "documents.jsonl", shared / "dev" / "folds.json"),
    )
    return (SAMPLE_CORPUS, *(corpus for corpus in outside if corpus.gold.is_file()))


def sample_files() -> tuple[Path, ...]:
    """The twelve sample reports, in order of their names."""
    return tuple(sorted(path for path in SAMPLES.iterdir() if path.suffix in (".txt", ".html")))


def load_lines(path: Path) -> Lines:
    """The documents of a JSON Lines file, by id."""
    with path.open(encoding="utf-8") as lines:
        return {line["id"]: line for line in map(json.loads, filter(str.strip, lines))}


def read_corpus(corpus: Corpus) -> Lines:
    """What the lexical reader reads in a corpus, as the command prints it, by id.

    Raises:
        ValueError: a document could not be read; the text says which and why.
    """
    paths = [] if corpus.jsonl else [str(path) for path in sample_files()]
    found = route.documents(paths, str(corpus.jsonl) if corpus.jsonl else None, io.BytesIO())
    return {line["id"]: line for line in _lines(found)}


def sample_documents() -> dict[str, Document]:
    """The sample reports as the program takes them in, by the name of their file without its ending.

    Raises:
        ValueError: one of them could not be taken in; the text says which and why.
    """
    found: dict[str, Document] = {}
    for path in sample_files():
        for item in route.documents([str(path)], None, io.BytesIO()):
            if isinstance(item, Failure):
                raise ValueError(f"{item.origin}: {item.reason}")
            found[path.stem] = item
    return found


def read_samples() -> dict[str, Report]:
    """What the lexical reader reads in the sample reports, by the name of their file without its ending."""
    documents = sample_documents()
    reports = route.read(documents.values(), route.make_reader("lexical"))
    return dict(zip(documents, map(_report, reports), strict=True))


def mark_samples() -> str:
    """The gold of the samples: their marks by quotation, anchored in the texts that the program reads.

    Raises:
        ValueError: a mark does not fit its text; the message lists every fault.
    """
    documents, faults, lines = sample_documents(), [], []
    for name, marks in load_lines(SAMPLES / "marked.jsonl").items():
        document = documents[name]
        anchor = Anchor(name, document.text)
        line = {
            "id": document.id,
            "file": name,
            "lang": document.language.value,
            "date": document.date.isoformat() if document.date is not None else None,
            "outlet": document.outlet,
            "claims": [anchor.claim(claim) for claim in marks["claims"]],
        }
        faults += anchor.faults
        lines.append(json.dumps(line, ensure_ascii=False) + "\n")
    if faults:
        raise ValueError("\n".join(faults))
    return "".join(lines)


def _lines(found: Iterable[Document | Failure]) -> Iterable[dict[str, Any]]:
    for result in route.read(found, route.make_reader("lexical")):
        yield json.loads(codebook_line(_report(result)))


def _report(result: Report | Failure) -> Report:
    if isinstance(result, Failure):
        raise ValueError(f"{result.origin}: {result.stage}: {result.reason}")
    return result
