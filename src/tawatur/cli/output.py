"""Where results go: ledgers or JSON to standard output, failures and progress to standard error."""

import io
import sys
from typing import Protocol, TextIO

from tawatur.export import codebook_line, failure_text, ledger_text, summary_text
from tawatur.model import Failure, Report

__all__ = ["JsonOutput", "LedgerOutput", "Output", "Progress", "make_utf8"]

_FEW = 5


class Output(Protocol):
    """What a reading is printed with."""

    def report(self, report: Report) -> None:
        """Print one report."""

    def failure(self, failure: Failure) -> None:
        """Print one report that could not be read, to standard error."""

    def close(self) -> None:
        """Print what comes after the last report."""


class JsonOutput:
    """One JSON document a line, and nothing else on standard output."""

    def __init__(self, out: TextIO, err: TextIO, *, explain: bool, attributions: bool = False) -> None:
        self._out, self._err = out, err
        self._explain, self._attributions = explain, attributions

    def report(self, report: Report) -> None:
        """Print one report as a line of JSON."""
        print(codebook_line(report, self._explain, self._attributions), file=self._out, flush=True)

    def failure(self, failure: Failure) -> None:
        """Print one report that could not be read, to standard error."""
        print(failure_text(failure), file=self._err, flush=True)

    def close(self) -> None:
        """Nothing comes after the last report."""


class LedgerOutput:
    """A ledger for each report, and a closing summary where there was more than one."""

    def __init__(self, out: TextIO, err: TextIO, *, width: int, explain: bool, colour: bool) -> None:
        self._out, self._err = out, err
        self._width, self._explain, self._colour = width, explain, colour
        self._reports: list[Report] = []
        self._failures: list[Failure] = []

    def report(self, report: Report) -> None:
        """Print the ledger of one report."""
        self._reports.append(report)
        print(ledger_text(report, self._width, self._explain, self._colour), file=self._out, flush=True)

    def failure(self, failure: Failure) -> None:
        """Print one report that could not be read, to standard error."""
        self._failures.append(failure)
        print(failure_text(failure), file=self._err, flush=True)

    def close(self) -> None:
        """Print the closing summary where more than one report was met."""
        if len(self._reports) + len(self._failures) > 1:
            print(summary_text(self._reports, self._failures, self._width), end="", file=self._out)


class Progress:
    """A count of what is done so far on one line of a terminal, shown after the first few."""

    def __init__(self, err: TextIO, *, shown: bool, noun: str = "reports") -> None:
        self._err, self._shown, self._noun = err, shown, noun
        self._count, self._stands = 0, False

    def step(self) -> None:
        """Count one."""
        self._count += 1
        if self._shown and self._count > _FEW:
            print(f"\r{self._count} {self._noun}", end="", file=self._err, flush=True)
            self._stands = True

    def say(self, words: str) -> None:
        """Show some words in place of the count."""
        if self._shown:
            print(f"\r\x1b[K{words}", end="", file=self._err, flush=True)
            self._stands = True

    def clear(self) -> None:
        """Take the count off the line, for other words to stand there."""
        if self._stands:
            print("\r\x1b[K", end="", file=self._err, flush=True)
            self._stands = False


def make_utf8() -> None:
    """Let both outputs write UTF-8 whatever the locale, with line feeds, and never fail on a character.

    The same input then gives the same bytes everywhere; what UTF-8 cannot hold (half surrogates in
    file names) is written as an escape.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
