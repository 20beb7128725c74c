"""The command behind `make quality`."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from tools.quality.corpora import ROOT, SAMPLES, corpora, mark_samples
from tools.quality.floors import FLOORS, floors_text, load_floors, pin, shortfalls
from tools.quality.gate import Run, score_corpora
from tools.quality.table import page_text, table_text

PAGE = ROOT / "docs" / "quality.md"


def score_all() -> Run:
    """Score every marked report that is here."""
    return score_corpora(corpora())


def main(
    words: Sequence[str] | None = None,
    floors: Path = FLOORS,
    page: Path = PAGE,
    score: Callable[[], Run] = score_all,
) -> int:
    """Score, print, write the page, hold the floors.

    Args:
        words: the words after the command's name; None takes those it was started with.
        floors: the file that keeps the floors.
        page: the page to write.
        score: what scores.

    Returns:
        The exit status: 1 where a floor does not hold, or may not be set.
    """
    options = _options(words)
    if options.mark:
        (SAMPLES / "gold.jsonl").write_text(mark_samples(), encoding="utf-8")
    run = score()
    print(table_text(run.scores))
    page.write_text(page_text(run.scores), encoding="utf-8")
    pinned = load_floors(floors)
    if options.pin:
        try:
            pinned = pin(pinned, run.floored(), run.digests, lower=options.lower, new_gold=options.new_gold)
        except ValueError as exc:
            print(exc, file=sys.stderr)
            return 1
        floors.write_text(floors_text(pinned), encoding="utf-8")
    wrong = shortfalls(pinned, run.scores, run.digests)
    print(*wrong, sep="\n", file=sys.stderr, end="\n" if wrong else "")
    return int(bool(wrong))


def _options(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.quality", description=__doc__)
    parser.add_argument("--mark", action="store_true", help="first anchor samples/marked.jsonl anew into gold.jsonl")
    parser.add_argument("--pin", action="store_true", help="set the floors to this run's figures, rounded down")
    parser.add_argument("--lower", action="store_true", help="with --pin: floors may fall")
    parser.add_argument("--new-gold", action="store_true", help="with --pin: the marks may have changed")
    options = parser.parse_args(words)
    if (options.lower or options.new_gold) and not options.pin:
        parser.error("--lower and --new-gold go with --pin")
    return options


if __name__ == "__main__":
    sys.exit(main())
