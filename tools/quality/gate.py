"""One run of the gate: read every marked report that is there, score it, hold it against the floors."""

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tools.quality.corpora import Corpus, Lines, load_lines, read_corpus
from tools.quality.score import HEADLINE, Tally, summarise, tally

SEEN, UNSEEN = "dev folds 0+1", "dev folds 2+3"
_FLOORED = ("detect", "score")
_FLOORED_WHOLE = ("seed", "dev")
_SEEN_FOLDS = (0, 1)


@dataclass(frozen=True, slots=True)
class Run:
    """What one run found.

    Attributes:
        scores: row of the table -> measure -> figure.
        digests: corpus -> digest of its marks.
    """

    scores: dict[str, dict[str, float]]
    digests: dict[str, str]

    def floored(self) -> dict[str, dict[str, float]]:
        """The figures that get a floor: detect and score in every row, the headline measures for whole real corpora."""
        return {row: dict(_floored(row, figures)) for row, figures in self.scores.items()}


def _floored(row: str, figures: dict[str, float]) -> Iterator[tuple[str, float]]:
    measures = (*_FLOORED, *HEADLINE) if row in _FLOORED_WHOLE else _FLOORED
    return ((measure, figures[measure]) for measure in measures if not math.isnan(figures[measure]))


def score_corpora(corpora: Iterable[Corpus]) -> Run:
    """Read and score corpora.

    Raises:
        ValueError: a marked report could not be read.
    """
    scores: dict[str, dict[str, float]] = {}
    digests: dict[str, str] = {}
    for corpus in corpora:
        digests[corpus.name] = corpus.digest()
        scores.update(score_corpus(corpus, load_lines(corpus.gold), read_corpus(corpus)))
    return Run(scores, digests)


def score_corpus(corpus: Corpus, gold: Lines, read: Lines) -> dict[str, dict[str, float]]:
    """The rows of one corpus: all of it, each language where there are several, seen and unseen folds."""
    counts = {id_: tally(line["claims"], _claims(read, id_)) for id_, line in gold.items()}
    rows = {corpus.name: summarise(list(counts.values()))}
    languages = sorted({str(line["lang"]) for line in gold.values()})
    if len(languages) > 1:
        for language in languages:
            rows[f"{corpus.name} {language}"] = summarise(
                [counts[id_] for id_, line in gold.items() if line["lang"] == language]
            )
    if corpus.folds is not None:
        folds: dict[str, int] = json.loads(corpus.folds.read_text(encoding="utf-8"))
        rows[SEEN] = summarise(_of_folds(counts, folds, seen=True))
        rows[UNSEEN] = summarise(_of_folds(counts, folds, seen=False))
    return rows


def _claims(read: Lines, id_: str) -> Sequence[dict[str, Any]]:
    line = read.get(id_, {"claims": []})
    claims: Sequence[dict[str, Any]] = line["claims"]
    return claims


def _of_folds(counts: dict[str, Tally], folds: dict[str, int], *, seen: bool) -> list[Tally]:
    return [count for id_, count in counts.items() if (folds[id_] in _SEEN_FOLDS) == seen]
