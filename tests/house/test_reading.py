import json
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tawatur import route
from tawatur.export import codebook_line
from tawatur.model import Failure, Report, Span
from tools.quality.corpora import ROOT, read_samples, sample_documents, sample_files


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    return read_samples()


def _spans(report: Report) -> Iterator[tuple[str, Span]]:
    document = report.document
    if document.title is not None:
        yield "title", document.title
    yield from ((f"region {region.rule}", region.span) for region in document.regions)
    for claim in report.claims:
        yield "trigger", claim.trigger
        yield "evidence", claim.evidence
        yield from (("source", source.span) for source in claim.chain)
        yield from (("participant", participant.span) for participant in claim.participants)
        yield from (("figure", figure.span) for figure in claim.figures)
        yield from (("lone part", part.span) for part in (claim.cue, claim.medium, claim.period) if part is not None)


def test_each_sample_yields_claims(reports: dict[str, Report]) -> None:
    assert len(reports) == 12
    assert not [name for name, report in reports.items() if not report.claims]


def test_every_span_lies_in_its_document(reports: dict[str, Report]) -> None:
    outside = [
        f"{name}: {what} {span}"
        for name, report in reports.items()
        for what, span in _spans(report)
        if not 0 <= span.start < span.end <= len(report.document.text) or not span.cut(report.document.text).strip()
    ]
    assert not outside, "\n".join(outside)


def test_every_trigger_lies_in_its_evidence(reports: dict[str, Report]) -> None:
    outside = [
        f"{name}: {claim.trigger.cut(report.document.text)}"
        for name, report in reports.items()
        for claim in report.claims
        if not claim.evidence.holds(claim.trigger)
    ]
    assert not outside, "\n".join(outside)


def test_every_claim_has_an_id_of_its_own(reports: dict[str, Report]) -> None:
    ids = [claim.id for report in reports.values() for claim in report.claims]
    assert len(ids) == len(set(ids))


def test_a_report_does_not_depend_on_those_before_it(reports: dict[str, Report]) -> None:
    documents = list(sample_documents().values())
    backwards = list(route.read(reversed(documents), route.make_reader("lexical")))
    assert not [row for row in backwards if isinstance(row, Failure)]
    lines = {codebook_line(report) for report in backwards if isinstance(report, Report)}
    assert lines == {codebook_line(report) for report in reports.values()}


def _command(files: list[str], seed: str) -> bytes:
    words = [sys.executable, "-m", "tawatur", "read", "--json", "--explain", *files]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, check=True).stdout


def test_the_same_input_gives_the_same_bytes() -> None:
    files = [path.relative_to(ROOT).as_posix() for path in sample_files()]
    there, back = _command(files, "1"), _command(files[::-1], "4242")
    assert there.splitlines() == back.splitlines()[::-1]
    assert len({json.loads(line)["id"] for line in there.splitlines()}) == len(files)
