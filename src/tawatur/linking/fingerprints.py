"""Which documents could share a run of words: winnowed fingerprints, and pairs through an index of them.

Of each few neighbouring shingles the one with the least hash is kept (winnowing, Schleimer and
others 2003). Unlike MinHash, which estimates how alike two whole texts are, this never misses a run
of ``SURE`` shared words, however long the texts around it, which is what a borrowed paragraph is.
"""

import zlib
from array import array
from collections.abc import Iterable, Sequence

__all__ = ["SHINGLE", "SURE", "code", "fingerprints", "pairs", "shingles"]

SHINGLE = 5
"""Words in a shingle."""

_WINDOW = 6
SURE = SHINGLE + _WINDOW - 1
"""A shared run of so many words is always seen."""

_BASE = 0x5851F42D4C957F2D
_MASK = (1 << 64) - 1
_LEAVING = pow(_BASE, SHINGLE, 1 << 64)
_CROWD = 24
_FIRST = 3


def code(word: str) -> int:
    """A number for a folded word, the same on every machine."""
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def shingles(codes: Sequence[int]) -> Sequence[int]:
    """The hash of every shingle of a row of words, by its first word.

    >>> shingles([1, 2, 3, 4, 5, 6])[1] == shingles([2, 3, 4, 5, 6])[0]
    True
    """
    found = array("Q")
    rolling = 0
    for at, value in enumerate(codes):
        rolling = (rolling * _BASE + value) & _MASK
        if at >= SHINGLE:
            rolling = (rolling - codes[at - SHINGLE] * _LEAVING) & _MASK
        if at >= SHINGLE - 1:
            found.append(((rolling ^ (rolling >> 29)) * _BASE) & _MASK)
    return found


def fingerprints(hashes: Sequence[int]) -> set[int]:
    """The fingerprints of a row of words by its shingles: the least hash of each window of them."""
    if len(hashes) <= _WINDOW:
        return {min(hashes)} if hashes else set()
    columns = [hashes[at : len(hashes) - _WINDOW + 1 + at] for at in range(_WINDOW)]
    return set(map(min, *columns))


def pairs(documents: Iterable[Iterable[int]], least: int) -> list[tuple[int, int]]:
    """Pairs of documents that share fingerprints, the earlier one first, in order.

    A fingerprint that a crowd of documents bears is not paired all with all: each of the crowd is
    paired with the first few and with the one before it, so that the work grows with the documents.

    Args:
        documents: the fingerprints of each document, in a fixed order.
        least: how many a pair must share.
    """
    bearers: dict[int, array[int]] = {}
    alone: dict[int, int] = {}
    for number, values in enumerate(documents):
        for value in values:
            if value in bearers:
                bearers[value].append(number)
            elif value in alone:
                bearers[value] = array("I", (alone.pop(value), number))
            else:
                alone[value] = number
    del alone
    shared: dict[tuple[int, int], int] = {}
    for row in bearers.values():
        for pair in _paired(row):
            shared[pair] = shared.get(pair, 0) + 1
    return sorted(pair for pair, count in shared.items() if count >= least)


def _paired(row: Sequence[int]) -> Iterable[tuple[int, int]]:
    if len(row) <= _CROWD:
        return ((left, right) for at, right in enumerate(row) for left in row[:at])
    first = row[:_FIRST]
    return (
        pair
        for at, right in enumerate(row)
        if at
        for pair in dict.fromkeys([*((left, right) for left in first[:at]), (row[at - 1], right)])
    )
