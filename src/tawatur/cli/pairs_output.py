"""Where decided pairs go: a table or JSON Lines to standard output, what could not be read to standard error."""

from collections.abc import Callable
from typing import TextIO

from tawatur.export import DecidedPair, failure_text
from tawatur.model import Failure

__all__ = ["PairsOutput"]


class PairsOutput:
    """One pair after the other as it is decided; under a table stands how many are the same."""

    def __init__(self, out: TextIO, err: TextIO, shown: Callable[[DecidedPair], str], *, counted: bool) -> None:
        self._out, self._err, self._shown, self._counted = out, err, shown, counted
        self._same = self._different = 0
        self.failures = 0

    def pair(self, pair: DecidedPair) -> None:
        """Print one pair."""
        self._same += pair.same
        self._different += not pair.same
        print(self._shown(pair), file=self._out, flush=True)

    def failure(self, failure: Failure) -> None:
        """Print one pair that could not be read, to standard error."""
        self.failures += 1
        print(failure_text(failure), file=self._err, flush=True)

    def close(self) -> None:
        """Print the counts, where they were asked for."""
        if self._counted:
            unread = f", {self.failures} not read" if self.failures else ""
            noun = "pair" if self._same + self._different == 1 else "pairs"
            count = f"{self._same + self._different} {noun}"
            print(f"{count}: {self._same} same, {self._different} different{unread}", file=self._out)
