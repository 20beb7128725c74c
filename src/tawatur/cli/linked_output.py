"""Where linked reports go: text or JSON to standard output, what could not be read to standard error."""

import io
from collections.abc import Sequence
from typing import Protocol, TextIO

from tawatur.cli.given_lines import whole_file
from tawatur.errors import UsageError
from tawatur.export import (
    Earlier,
    LinkedLook,
    difference,
    difference_line,
    difference_text,
    failure_text,
    linked_line,
    linked_text,
    read_linked,
)
from tawatur.model import Failure, Report
from tawatur.model.linked import Linked, Policy

__all__ = ["DifferenceOutput", "LinkedJsonOutput", "LinkedOutput", "LinkedTextOutput", "earlier_of"]


class LinkedOutput(Protocol):
    """What linked reports are printed with."""

    @property
    def failures(self) -> Sequence[Failure]:
        """What could not be read so far."""
        ...

    def failure(self, failure: Failure) -> None:
        """Print one report that could not be read, to standard error."""

    def linked(self, linked: Linked, reports: Sequence[Report]) -> None:
        """Print what linking made of the reports."""


class _Failing:
    """Failures as they come, one line each."""

    def __init__(self, err: TextIO) -> None:
        self._err = err
        self.failures: list[Failure] = []

    def failure(self, failure: Failure) -> None:
        """Print one report that could not be read, to standard error."""
        self.failures.append(failure)
        print(failure_text(failure), file=self._err, flush=True)


class LinkedJsonOutput(_Failing):
    """One JSON object, and nothing else on standard output."""

    def __init__(self, out: TextIO, err: TextIO, policy: Policy) -> None:
        super().__init__(err)
        self._out, self._policy = out, policy

    def linked(self, linked: Linked, reports: Sequence[Report]) -> None:
        """Print everything as one JSON object."""
        print(linked_line(linked, reports, self._policy), file=self._out)


class LinkedTextOutput(_Failing):
    """A block for each event of several claims, then copies, movements, circles and a summary."""

    def __init__(self, out: TextIO, err: TextIO, look: LinkedLook) -> None:
        super().__init__(err)
        self._out, self._look = out, look

    def linked(self, linked: Linked, reports: Sequence[Report]) -> None:
        """Print the events, most telling first."""
        print(linked_text(linked, reports, self.failures, self._look), end="", file=self._out)


class DifferenceOutput(_Failing):
    """What differs from an earlier linking, in words or as one JSON object."""

    def __init__(self, out: TextIO, err: TextIO, earlier: Earlier, look: LinkedLook, *, json: bool) -> None:
        super().__init__(err)
        self._out, self._earlier, self._look, self._json = out, earlier, look, json

    def linked(self, linked: Linked, reports: Sequence[Report]) -> None:
        """Print what differs."""
        now = read_linked(linked_line(linked, reports, self._look.policy), "what was linked")
        found = difference(self._earlier, now)
        if self._json:
            print(difference_line(found), file=self._out)
        else:
            text = difference_text(found, self._look.width, self._look.colour, self._look.everything)
            print(text, end="", file=self._out)


def earlier_of(word: str) -> Earlier:
    """The earlier linking of ``--diff``.

    Args:
        word: the file as the command names it.

    Raises:
        UsageError: it cannot be read, or is nothing that ``tawatur link --json`` printed.
    """
    with io.TextIOWrapper(io.BytesIO(whole_file(word, "--diff")), encoding="utf-8-sig") as file:
        try:
            return read_linked(file.read(), word)
        except UnicodeDecodeError as exc:
            raise UsageError(f"--diff {word!r} is no UTF-8 text: name a file that tawatur link --json printed") from exc
