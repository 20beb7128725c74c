"""Rings in a graph of who rests on whom."""

from collections.abc import Mapping, Sequence

__all__ = ["rings"]


def rings(steps: Mapping[str, Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """The shortest way round for every step that leads back to where it began, each ring once.

    >>> rings({"a": ["b"], "b": ["c", "a"], "c": ["a"], "d": ["a"]})
    (('a', 'b'), ('a', 'b', 'c'))

    Args:
        steps: node -> the nodes that it rests on.

    Returns:
        Rings that begin at the first of their nodes by the alphabet, in order.
    """
    found: set[tuple[str, ...]] = set()
    for first in steps:
        for second in steps[first]:
            back = _shortest(steps, second, first)
            if back is not None:
                ring = (first, *back[:-1])
                turn = ring.index(min(ring))
                found.add((*ring[turn:], *ring[:turn]))
    return tuple(sorted(found))


def _shortest(steps: Mapping[str, Sequence[str]], start: str, goal: str) -> tuple[str, ...] | None:
    """The shortest path from one node to another, first by the alphabet among equals."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    while ways:
        following: list[tuple[str, ...]] = []
        for way in ways:
            if way[-1] == goal:
                return way
            for node in sorted(steps.get(way[-1], ())):
                if node not in seen:
                    seen.add(node)
                    following.append((*way, node))
        ways = following
    return None
