"""Floors under the scores: held by every run, raised freely, lowered only when somebody says so."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")

Scores = Mapping[str, Mapping[str, float]]
"""Row of the table -> measure -> figure in percent."""


@dataclass(frozen=True, slots=True)
class Floors:
    """What is pinned.

    Attributes:
        digests: corpus -> SHA-256 of its marks.
        floors: row of the table -> measure -> the least figure.
    """

    digests: Mapping[str, str]
    floors: Scores


def load_floors(path: Path = FLOORS) -> Floors:
    """The pinned floors and digests."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return Floors(dict(table.get("digests", {})), {row: dict(least) for row, least in table.get("floors", {}).items()})


def shortfalls(pinned: Floors, scores: Scores, digests: Mapping[str, str]) -> list[str]:
    """What is wrong with a run, a sentence each; empty where every floor holds.

    Args:
        pinned: what is pinned.
        scores: figures of this run; a floor whose row is not among them is not looked at.
        digests: digests of the marks that this run was scored against.
    """
    found = []
    for corpus, digest in digests.items():
        if corpus not in pinned.digests:
            found.append(f"{corpus}: its marks are not pinned; run with --pin")
        elif pinned.digests[corpus] != digest:
            found.append(f"{corpus}: its marks are not the pinned ones; look at what changed, then --pin --new-gold")
    for row, least in pinned.floors.items():
        for measure, floor in least.items():
            figure = scores[row][measure] if row in scores else floor
            if not figure >= floor:
                found.append(f"{row}: {measure} is {figure:.1f}, below its floor of {floor:g}")
    return found


def pin(
    pinned: Floors, scores: Scores, digests: Mapping[str, str], *, lower: bool = False, new_gold: bool = False
) -> Floors:
    """The floors that a run sets: its own figures, rounded down; rows that it did not score stay.

    Args:
        pinned: what is pinned so far.
        scores: figures of the run, only those that get a floor.
        digests: digests of the marks of the run.
        lower: whether a floor may fall.
        new_gold: whether the marks may differ from the pinned ones.

    Raises:
        ValueError: a floor would fall, or marks differ, without leave.
    """
    refused = []
    changed = [corpus for corpus, digest in digests.items() if pinned.digests.get(corpus, digest) != digest]
    if changed and not new_gold:
        refused.append(f"the marks of {', '.join(sorted(changed))} have changed; --new-gold pins them")
    set_anew = {row: {m: float(int(figure)) for m, figure in least.items()} for row, least in scores.items()}
    for row, least in set_anew.items():
        for measure, floor in least.items():
            if floor < pinned.floors.get(row, {}).get(measure, floor):
                refused.append(f"{row}: {measure} would fall to {floor:g}; --lower lets it")
    if any("would fall" in reason for reason in refused) and lower:
        refused = [reason for reason in refused if "would fall" not in reason]
    if refused:
        raise ValueError("\n".join(refused))
    return Floors({**pinned.digests, **digests}, {**pinned.floors, **set_anew})


def floors_text(pinned: Floors) -> str:
    """The floors as the file that keeps them."""
    lines = ["# Pinned by `make quality`; CONTRIBUTING.md says when a floor may fall.", "", "[digests]"]
    lines += [f'{corpus} = "{digest}"' for corpus, digest in sorted(pinned.digests.items())]
    for row, least in sorted(pinned.floors.items()):
        lines += ["", f'[floors."{row}"]', *(f"{measure} = {floor:g}" for measure, floor in sorted(least.items()))]
    return "\n".join(lines) + "\n"
