"""Blocks by the meaning of sentences: happenings told in like words of any language stand side by side.

Vectors part topics and not figures, actors or denials: they only say what to compare, never what is the same.
"""

import hashlib
from collections.abc import Callable, Sequence

from tawatur.linking.happenings import Happening

__all__ = ["Encode", "vector_blocks"]

Encode = Callable[[Sequence[str]], Sequence[Sequence[float]]]
"""Turns sentences into vectors of one length."""

_BANDS = 6
_BITS = 10


def vector_blocks(happenings: Sequence[Happening], encode: Encode) -> list[tuple[str, int]]:
    """Blocks of happenings whose vectors lie on the same side of the same planes.

    The planes are derived from their numbers, so that every run has the same ones; two happenings whose
    vectors agree well share a block in one of the bands, and others seldom do.

    Args:
        happenings: the happenings, by number.
        encode: what makes vectors of sentences.

    Returns:
        Block and number of the happening.
    """
    texts = [_evidence(happening) for happening in happenings]
    vectors = encode(texts) if texts else []
    if not len(vectors):
        return []
    planes = [[_plane(band * _BITS + bit, len(vectors[0])) for bit in range(_BITS)] for band in range(_BANDS)]
    found = []
    for number, (happening, vector) in enumerate(zip(happenings, vectors, strict=True)):
        for band, sides in enumerate(planes):
            bits = "".join("1" if _side(plane, vector) else "0" for plane in sides)
            found.append((f"{happening.family} means {band}:{bits}", number))
    return found


def _evidence(happening: Happening) -> str:
    """The longest evidence of its claims, of equals the first."""
    texts = [s.member.claim.evidence.cut(s.member.report.document.text) for s in happening.claims]
    return max(texts, key=len)


def _plane(number: int, size: int) -> tuple[int, ...]:
    """A direction of ones and minus ones, from its number alone."""
    digest = hashlib.shake_256(f"plane {number}".encode()).digest((size + 7) // 8)
    return tuple(1 if digest[at // 8] >> (at % 8) & 1 else -1 for at in range(size))


def _side(plane: Sequence[int], vector: Sequence[float]) -> bool:
    return sum(sign * value for sign, value in zip(plane, vector, strict=True)) > 0
