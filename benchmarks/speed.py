"""Measures the speed of the reader in one run: ``python -m benchmarks.speed``; docs/speed.md says how and why."""

import argparse
import gc
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.rivals import Reads, rivals
from benchmarks.texts import ROOT, amount, joined, parts, reports, without_stops
from tawatur.model import Document, Language
from tawatur.route import LexicalReader

_WANTED = {"spaCy, the model as it comes": 10.0, "textacy quotations, parse included": 5.0}
_MOST_MEGABYTES = 400
_MOST_GROWTH = 11.0
_MOST_START = 1.5
_STARTS = 5
_STEPS = (1, 2, 5, 10)
_LANGUAGES = (Language.EN, Language.FR, Language.AR)
_OWN = "tawatur, full reading"


def main(words: Sequence[str] | None = None) -> int:
    """Measure and print; the exit status is 0 whatever the figures are.

    Args:
        words: the words after the command's name; None takes those it was started with.
    """
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--words", type=int, default=20_000, help="words of English that all read (default 20000)")
    parser.add_argument("--rounds", type=int, default=5, help="rounds, of which the median counts (default 5)")
    parser.add_argument("--own", action="store_true", help="leave the others out even where they are installed")
    options = parser.parse_args(words)
    # The others come last: a child is said to hold at least what its parent held, and their objects slow the
    # collector of garbage down for everybody in the process.
    _fresh()
    _start()
    _languages(options.words, options.rounds)
    _growth(options.rounds)
    _compare({} if options.own else rivals(), options.words, options.rounds)
    return 0


def _say(line: str = "") -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _verdict(good: bool, wanted: str) -> str:
    return f"OK ({wanted})" if good else f"SHORT OF {wanted}"


def _seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _medians(works: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """CPU seconds of each work: all in turn, round after round, once more before to warm up."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for number in range(rounds + 1):
        for name, work in works.items():
            seconds = _seconds(work)
            if number:
                taken[name].append(seconds)
    return {name: statistics.median(found) for name, found in taken.items()}


def _reading(documents: Sequence[Document]) -> Callable[[], object]:
    reader = LexicalReader()

    def work() -> None:
        for document in documents:
            reader.read(document)

    return work


def _compare(others: dict[str, Reads], words: int, rounds: int) -> None:
    documents = reports(Language.EN, words)
    _say(f"English, {len(documents)} reports, {amount(documents)} words, median of {rounds} rounds in turn")
    if not others:
        _say("  spaCy and textacy are left out (benchmarks/requirements.txt says what to install)")
    works = {_OWN: _reading(documents), **{name: _all(read, documents) for name, read in others.items()}}
    gc.collect()
    gc.freeze()
    seconds = _medians(works, rounds)
    gc.unfreeze()
    for name, taken in seconds.items():
        line = f"  {name:36} {amount(documents) / taken:9,.0f} words per CPU-second"
        if name != _OWN:
            ratio = taken / seconds[_OWN]
            line += f"; the reader is {ratio:.1f} times as fast"
            if name in _WANTED:
                line += f"  {_verdict(ratio >= _WANTED[name], f'{_WANTED[name]:.0f} times')}"
        _say(line)
    _say()


def _all(read: Reads, documents: Sequence[Document]) -> Callable[[], object]:
    return lambda: [read(document.text) for document in documents] and None


def _languages(words: int, rounds: int) -> None:
    piles = {language: reports(language, words) for language in _LANGUAGES}
    seconds = _medians({language: _reading(pile) for language, pile in piles.items()}, rounds)
    _say("By language, full reading, words per CPU-second")
    for language, pile in piles.items():
        _say(f"  {language}  {amount(pile) / seconds[language]:9,.0f}  ({amount(pile)} words)")
    _say()


def _growth(rounds: int) -> None:
    """Longer and longer texts: what one takes beside its parts read each alone."""
    _say("Growth: time of a text of 1, 2, 5, 10 times n words, beside the mean of its parts of n words")
    for kind, words, change in (("one long report", 1500, str), ("one sentence without stops", 500, without_stops)):
        for language in _LANGUAGES:
            pieces = [change(part) for part in parts(language, _STEPS[-1], words)]
            alone = {f"part {number}": _reading([joined([piece], language)]) for number, piece in enumerate(pieces)}
            longer = {f"{step}": _reading([joined(pieces[:step], language)]) for step in _STEPS}
            seconds = _medians({**alone, **longer}, rounds)
            ratios = []
            for step in _STEPS:
                mean = statistics.fmean(seconds[f"part {number}"] for number in range(step))
                ratios.append(seconds[f"{step}"] / mean)
            shown = " ".join(f"{ratio:6.2f}" for ratio in ratios)
            verdict = _verdict(ratios[-1] <= _MOST_GROWTH, f"at most {_MOST_GROWTH:.0f}")
            _say(f"  {kind:27} {language}, n = {words:5}: {shown}  {verdict}")
    _say()


def _fresh() -> None:
    _say("A fresh process: CPU seconds to import and to load, and its peak memory after 1,000 reports")
    for languages in (*((language,) for language in _LANGUAGES), _LANGUAGES):
        command = [sys.executable, "-m", "benchmarks.fresh", "1000", *languages]
        done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
        row = json.loads(done.stdout)
        verdict = _verdict(row["peak"] < _MOST_MEGABYTES, f"under {_MOST_MEGABYTES} MB")
        name = ", ".join(languages)
        _say(f"  {name:10}  import {row['import']:.2f}, load {row['load']:.2f}, {row['peak']:4.0f} MB  {verdict}")
    _say()


def _start() -> None:
    _say("`tawatur read FILE` on one sample: wall seconds, the quickest of 5, and CPU seconds")
    for language in _LANGUAGES:
        sample: Path = min(ROOT.glob(f"samples/{language}-*.txt"))
        taken = []
        before = _children()
        for _ in range(_STARTS):
            begun = time.perf_counter()
            command = [sys.executable, "-m", "tawatur", "read", str(sample)]
            subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
            taken.append(time.perf_counter() - begun)
        burnt = (_children() - before) / _STARTS
        verdict = _verdict(min(taken) < _MOST_START, f"under {_MOST_START} s")
        _say(f"  {language}  {min(taken):.2f} s, {burnt:.2f} CPU s  {verdict}")
    _say()


def _children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    sys.exit(main())
