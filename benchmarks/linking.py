"""How linking grows: seconds and memory for ten times the claims, from real reports multiplied.

    python -m benchmarks.linking REPORTS.jsonl... [--claims 10000 100000]

The reports are read once. Each further round of them has other days, other places and people in place of those
named, other counts, and half of its other words spelled with other letters of the same number, so that no
round is a copy of another and every span still points at its words. Each size runs in a process of its own.
"""

import argparse
import datetime as dt
import hashlib
import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, pairwise

from tawatur import route
from tawatur.linking import link
from tawatur.model import Claim, Figure, Location, Participant, Period, Report

_ARABIC = "بتثجحخدذرزسشصضطظعغفقكلمنه"
_LATIN = "bcdfghjklmnpqrstvwxz"
_WORD = re.compile(r"[^\W\d_]{4,}|\d+")
_DAYS_BETWEEN = 17
_MEGABYTE = 1024


@dataclass(frozen=True, slots=True)
class Cast:
    """All people and places that the reports name: who stands in for whom is a step along them."""

    people: tuple[str, ...]
    places: tuple[Location, ...]

    @classmethod
    def of(cls, reports: Iterable[Report]) -> "Cast":
        """Whom and what some reports name."""
        everybody = [p for r in reports for c in r.claims for p in c.participants]
        people = {p.entity for p in everybody if p.entity is not None and p.location is None}
        places = {p.location.name: p.location for p in everybody if p.location is not None}
        return cls(tuple(sorted(people)), tuple(places[name] for name in sorted(places)))

    def person(self, entity: str | None, step: int) -> str | None:
        """Who stands in for somebody in a round."""
        if entity is None or entity not in self.people:
            return entity
        return self.people[(self.people.index(entity) + step) % len(self.people)]

    def place(self, place: Location | None, step: int) -> Location | None:
        """What place stands in for one."""
        if place is None:
            return None
        names = [p.name for p in self.places]
        return self.places[(names.index(place.name) + step * 7) % len(self.places)]


def main() -> None:
    """Measure the sizes asked for, or, as a child, one of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="+")
    parser.add_argument("--claims", nargs="+", type=int, default=[10_000, 100_000])
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one is not None:
        _say(json.dumps(_measured(options.reports, options.one)))
        return
    rows = [_child(options.reports, size) for size in options.claims]
    for row in rows:
        figures = f"{row['seconds']:7.1f} s  {row['megabytes']:6.0f} MB  {row['events']:.0f} events"
        _say(f"{row['claims']:>8.0f} claims  {figures}")
    for before, after in pairwise(rows):
        grown = after["seconds"] / before["seconds"]
        _say(f"{after['claims'] / before['claims']:.1f} times the claims take {grown:.1f} times as long")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _child(paths: Sequence[str], size: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.linking", *paths, "--one", str(size)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return {key: float(value) for key, value in json.loads(done.stdout).items()}


def _measured(paths: Sequence[str], size: int) -> dict[str, float]:
    reports = list(_up_to(_rounds(_read(paths)), size))
    started = time.perf_counter()
    linked = link(reports)
    return {
        "claims": sum(len(report.claims) for report in reports),
        "seconds": time.perf_counter() - started,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MEGABYTE,
        "events": len(linked.events),
    }


def _read(paths: Sequence[str]) -> tuple[Report, ...]:
    reader = route.make_reader("lexical")
    items = (item for path in paths for item in route.documents([], path, sys.stdin.buffer))
    return tuple(report for report in route.read(items, reader) if isinstance(report, Report) and report.claims)


def _up_to(reports: Iterator[Report], size: int) -> Iterator[Report]:
    held = 0
    for report in reports:
        if held >= size:
            return
        held += len(report.claims)
        yield report


def _rounds(reports: tuple[Report, ...]) -> Iterator[Report]:
    cast = Cast.of(reports)
    for step in count():
        yield from (report if step == 0 else varied(report, cast, step) for report in reports)


def varied(report: Report, cast: Cast, step: int) -> Report:
    """A report as it could be of another day and place: the same claims, other words of the same length."""
    document = report.document
    shift = dt.timedelta(days=_DAYS_BETWEEN * step)
    text = _WORD.sub(lambda found: _respelled(found.group(), step), document.text)
    day = document.date + shift if document.date is not None else None
    dateline = document.dateline + shift if document.dateline is not None else None
    return replace(
        report,
        document=replace(document, id=f"{document.id}-{step}", text=text, date=day, dateline=dateline),
        claims=tuple(_claim(claim, cast, step, shift) for claim in report.claims),
    )


def _claim(claim: Claim, cast: Cast, step: int, shift: dt.timedelta) -> Claim:
    return replace(
        claim,
        id=hashlib.sha256(f"{claim.id} {step}".encode()).hexdigest()[:16],
        participants=tuple(_participant(p, cast, step) for p in claim.participants),
        figures=tuple(_figure(figure, step) for figure in claim.figures),
        period=_period(claim.period, shift),
    )


def _participant(participant: Participant, cast: Cast, step: int) -> Participant:
    place = cast.place(participant.location, step)
    entity = place.entity if place is not None else cast.person(participant.entity, step)
    return replace(participant, entity=entity, location=place)


def _figure(figure: Figure, step: int) -> Figure:
    more = step % 23
    low = figure.low + more if figure.low is not None else None
    return replace(figure, low=low, high=figure.high + more if figure.high is not None else None)


def _period(period: Period | None, shift: dt.timedelta) -> Period | None:
    return None if period is None else replace(period, first=period.first + shift, last=period.last + shift)


def _respelled(word: str, step: int) -> str:
    """A word with other consonants, for half of the words of a round; other digits for a number."""
    if word.isdigit():
        return word
    if hashlib.sha256(f"{word} {step}".encode()).digest()[0] % 2:
        return word
    turns = hashlib.sha256(f"round {step}".encode()).digest()
    return "".join(_turned(letter, turns[at % len(turns)]) for at, letter in enumerate(word))


def _turned(letter: str, turn: int) -> str:
    for letters in (_ARABIC, _LATIN):
        at = letters.find(letter.lower())
        if at >= 0:
            return letters[(at + turn) % len(letters)]
    return letter


if __name__ == "__main__":
    main()
