"""How far read claims meet gold claims: the codebook's own measures, figure for figure.

Documents are matched on "id"; a gold document that was not read counts as read with no claim. A span
that was read meets a gold span where at least half of what was read lies inside it: the head of a long
noun phrase will do, a whole sentence put for a name will not.

Each figure is a micro-averaged F1 in percent over all documents:

    detect   a gold claim and a read claim are paired (evidence shares a fifth, or the triggers meet)
    event    ... and have the same type
    source   ... and agree on the nearest source of the chain (spans meet, or the same name)
    chain    ... and agree on the whole chain, nearest first
    args     (role, span) of paired claims
    figures  (low, high, unit) with spans that meet, paired or not
    dates    paired claims that resolve to the same first and last day
    stance   denies and doubts of paired claims (plain assertions on both sides are no item)
    score    the mean of event, source, args, figures and dates
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

HEADLINE = ("event", "source", "args", "figures", "dates")
"""The measures whose mean is the score."""

MEASURES = ("detect", *HEADLINE, "chain", "stance")
"""Every measure that is counted."""

Item = Mapping[str, Any]
Range = Sequence[int]
Tally = dict[str, list[int]]


def _overlap(a: Range | None, b: Range | None) -> int:
    if not a or not b:
        return 0
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def _likeness(a: Range, b: Range) -> float:
    shared = _overlap(a, b)
    return shared / (a[1] - a[0] + b[1] - b[0] - shared) if shared else 0.0


def meets(gold: Range | None, read: Range | None) -> bool:
    """Whether at least half of the span that was read lies in the gold span.

    >>> meets([10, 20], [12, 14]), meets([10, 20], [0, 40])
    (True, False)
    """
    return bool(gold) and read is not None and 2 * _overlap(gold, read) >= max(1, read[1] - read[0])


def _same_source(a: Item, b: Item) -> bool:
    left, right = (str(source.get("name") or "").casefold().strip() for source in (a, b))
    return meets(a.get("span"), b.get("span")) or (bool(left) and left == right)


def pair(gold: Sequence[Item], read: Sequence[Item]) -> list[tuple[Item, Item]]:
    """One-to-one pairs of (gold claim, read claim), best first."""
    weighed = []
    for g, left in enumerate(gold):
        for r, right in enumerate(read):
            near = _likeness(left["evidence"], right["evidence"])
            anchor = meets(left.get("trigger"), right.get("trigger"))
            if near >= 0.2 or anchor:
                weighed.append((2 * anchor + near + 1.5 * (left["type"] == right["type"]), -g, -r))
    pairs, used_gold, used_read = [], set(), set()
    for _, g, r in sorted(weighed, reverse=True):
        if -g in used_gold or -r in used_read:
            continue
        used_gold.add(-g)
        used_read.add(-r)
        pairs.append((gold[-g], read[-r]))
    return pairs


def _matches(left: Iterable[Item], right: Iterable[Item], same: Callable[[Item, Item], bool]) -> int:
    rest, found = list(right), 0
    for item in left:
        for other in rest:
            if same(item, other):
                rest.remove(other)
                found += 1
                break
    return found


def _same_argument(a: Item, b: Item) -> bool:
    return bool(a["role"] == b["role"]) and meets(a["span"], b["span"])


def _same_figure(a: Item, b: Item) -> bool:
    return (a["low"], a["high"], a["unit"]) == (b["low"], b["high"], b["unit"]) and meets(a["span"], b["span"])


def _days(claim: Item) -> tuple[str | None, str | None] | None:
    date = claim.get("date") or {}
    return (date.get("from"), date.get("to")) if date.get("from") else None


def _figures(claims: Iterable[Item]) -> list[Item]:
    seen: dict[tuple[Any, ...], Item] = {}
    for claim in claims:
        for figure in claim.get("figures", ()):
            seen[(tuple(figure["span"]), figure["low"], figure["high"], figure["unit"])] = figure
    return list(seen.values())


def tally(gold: Sequence[Item], read: Sequence[Item]) -> Tally:
    """For each measure of one document: how many were found, are in gold, were read."""
    pairs = pair(gold, read)
    count: Tally = {}

    def add(measure: str, found: int, in_gold: int, in_read: int) -> None:
        count[measure] = [found, in_gold, in_read]

    add("detect", len(pairs), len(gold), len(read))
    add("event", sum(g["type"] == r["type"] for g, r in pairs), len(gold), len(read))
    sourced = [sum(bool(c.get("chain")) for c in side) for side in (gold, read)]
    chained = [(g["chain"], r["chain"]) for g, r in pairs if g.get("chain") and r.get("chain")]
    add("source", sum(_same_source(g[0], r[0]) for g, r in chained), sourced[0], sourced[1])
    whole = sum(len(g) == len(r) and all(map(_same_source, g, r)) for g, r in chained)
    add("chain", whole, sourced[0], sourced[1])
    arguments = [sum(len(c.get("args", ())) for c in side) for side in (gold, read)]
    found = sum(_matches(g.get("args", ()), r.get("args", ()), _same_argument) for g, r in pairs)
    add("args", found, arguments[0], arguments[1])
    gold_figures, read_figures = _figures(gold), _figures(read)
    add("figures", _matches(gold_figures, read_figures, _same_figure), len(gold_figures), len(read_figures))
    dated = [sum(bool(_days(c)) for c in side) for side in (gold, read)]
    add("dates", sum(_days(g) == _days(r) for g, r in pairs if _days(g)), dated[0], dated[1])
    marked = [sum(_stance(c) != "asserts" for c in side) for side in (gold, read)]
    add("stance", sum(_stance(g) == _stance(r) != "asserts" for g, r in pairs), marked[0], marked[1])
    return count


def _stance(claim: Item) -> str:
    return str(claim.get("stance", "asserts"))


def _f1(found: int, in_gold: int, in_read: int) -> float:
    return 200 * found / (in_gold + in_read) if in_gold + in_read else math.nan


def summarise(counts: Sequence[Tally]) -> dict[str, float]:
    """The measures over any number of documents, with their mean as ``score``; nan where there was nothing to find."""
    total = {m: [sum(c[m][i] for c in counts) for i in range(3)] for m in MEASURES}
    row = {m: _f1(*total[m]) for m in MEASURES}
    known = [row[m] for m in HEADLINE if not math.isnan(row[m])]
    row["score"] = sum(known) / len(known) if known else math.nan
    row["documents"], row["claims"] = len(counts), total["event"][1]
    return row
