"""Which documents repeat others: reprints, wire copy with light edits, shared paragraphs, translations."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tawatur.linking.fingerprints import fingerprints, pairs
from tawatur.linking.known import load_known
from tawatur.linking.pages import Page, Shared, in_order, pages, runs, share
from tawatur.linking.precedence import copier_first, publisher
from tawatur.linking.translations import Alignment, translated
from tawatur.model import Report
from tawatur.model.linked import Copy, CopyKind, Reason, Ruling, RulingKind

__all__ = ["WEIGHTS", "find"]

_LEAST_PRINTS = 2
_REPRINT, _REWRITE = 0.9, 0.4
_SHORTEST = 12
_PARAGRAPH, _STRAY = 20, 30
"""A borrowed paragraph has a run of so many words outside of quotation marks, and so many of them in all: what
stands inside, both may have been told."""

_BACKGROUND = 10
"""Days after which a shared paragraph is background that was kept, not news that was copied."""

_SAME = 0.95
"""An original that holds so much of what the best one holds is as good as it."""

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Borrowing:
    """What one page has of another."""

    copier: Page
    original: Page
    kind: CopyKind
    words: int
    shared: float
    reasons: tuple[Reason, ...]
    forced: bool


def find(reports: Iterable[Report], rulings: Sequence[Ruling] = ()) -> tuple[Copy, ...]:
    """The documents that repeat others, each with the one that it repeats.

    A copier is given the original that holds most of its text, the earliest of those that hold as
    much; a further one only where it holds text that the first has not. So a dispatch that fifty
    outlets print is fifty copies of one document, not a thousand pairs.

    Args:
        reports: in any order; the answer is the same.
        rulings: two document ids that are ``same`` are copies, ``different`` ones are none.

    Returns:
        By copier, then original.
    """
    desk = _Desk(in_order(reports))
    forced, forbidden = desk.ruled(rulings, RulingKind.SAME), desk.ruled(rulings, RulingKind.DIFFERENT)
    desk.compare(sorted((set(desk.alike()) | forced) - forbidden))
    borrowings = ((pair, desk.borrowed(pair, pair in forced)) for pair in desk.compared)
    found = {pair: borrowing for pair, borrowing in borrowings if borrowing is not None}
    for alignment in translated([page.report for page in desk.pages]):
        pair = (alignment.left, alignment.right)
        if pair not in forbidden and (pair not in found or found[pair].forced):
            found[pair] = desk.translated(alignment)
    return tuple(sorted(_chosen(found.values()), key=lambda copy: (copy.copier, copy.original)))


class _Desk:
    """The pages of all reports side by side, earliest first."""

    def __init__(self, reports: Sequence[Report]) -> None:
        known = load_known()
        self.pages = pages(reports)
        self._publishers = [publisher(report, known) for report in reports]
        self._numbers = {page.document.id: at for at, page in enumerate(self.pages)}
        self.compared: dict[Pair, Shared] = {}
        self._once: dict[int, int] = {}
        self._stock: dict[int, int] = {}

    def alike(self) -> list[Pair]:
        """Pairs that could share a run of words."""
        return pairs((fingerprints(page.hashes) for page in self.pages), _LEAST_PRINTS)

    def ruled(self, rulings: Sequence[Ruling], kind: RulingKind) -> set[Pair]:
        """The pairs of pages that a person ruled on."""
        numbers = self._numbers
        return {
            (min(numbers[r.left], numbers[r.right]), max(numbers[r.left], numbers[r.right]))
            for r in rulings
            if r.kind is kind and r.left in numbers and r.right in numbers and r.left != r.right
        }

    def compare(self, candidates: Iterable[Pair]) -> None:
        """Find what each pair has in common, and what an outlet prints again and again."""
        for pair in candidates:
            shared = self.compared[pair] = share(self.pages[pair[0]], self.pages[pair[1]])
            outlets = [self._publishers[at].outlet for at in pair]
            if outlets[0] is not None and outlets[0] == outlets[1]:
                for at, words in zip(pair, (shared.left, shared.right)):
                    if words.bit_count() < _REWRITE * len(self.pages[at].codes):
                        self._stock[at] = self._stock.get(at, 0) | (self._once.get(at, 0) & words)
                        self._once[at] = self._once.get(at, 0) | words

    def borrowed(self, pair: Pair, forced: bool) -> _Borrowing | None:
        """What one of two pages has of the other; None where it is too little, or what both were told."""
        shared = self.compared[pair]
        if not shared.left and not forced:
            return None
        copier, original, why = self._copier_first(pair)
        page, other = self.pages[copier], self.pages[original]
        words = shared.left if copier == pair[0] else shared.right
        part = words.bit_count() / max(1, len(page.codes))
        kind = _kind(page, other, words, self._stock.get(copier, 0), part)
        if kind is None and not forced:
            return None
        longest = max((last - first for first, last in runs(words)), default=0)
        reasons = [shared_text(part), longest_run(longest), why]
        if forced:
            reasons.insert(0, by_ruling())
            across = page.document.language is not other.document.language
            kind = kind or (CopyKind.TRANSLATION if across else CopyKind.REWRITE)
        assert kind is not None
        return _Borrowing(page, other, kind, words, part, tuple(reasons), forced)

    def translated(self, alignment: Alignment) -> _Borrowing:
        """What a page has of one in another language."""
        pair = (alignment.left, alignment.right)
        copier, original, why = self._copier_first(pair)
        page = self.pages[copier]
        mine = alignment.left_side if copier == alignment.left else alignment.right_side
        reasons = (aligned(alignment, mine.share), why)
        words = page.bits(mine.spans)
        return _Borrowing(page, self.pages[original], CopyKind.TRANSLATION, words, mine.share, reasons, False)

    def _copier_first(self, pair: Pair) -> tuple[int, int, Reason]:
        left, right = (self._publishers[at] for at in pair)
        copier, _, why = copier_first(left, right)
        return (*pair, why) if copier is left else (*pair[::-1], why)


def _kind(page: Page, other: Page, words: int, stock: int, part: float) -> CopyKind | None:
    """How a page repeats another; None where it does not.

    Args:
        page: the copier.
        other: the original.
        words: the copier's words that the original has, as bits.
        stock: its words that several pages of its outlet have, which otherwise differ: teasers, background.
        part: share of its words that the original has.
    """
    if part >= _REPRINT and words.bit_count() >= _SHORTEST:
        return CopyKind.REPRINT
    own = words & ~page.quoted
    if part >= _REWRITE and own.bit_count() >= _STRAY:
        return CopyKind.REWRITE
    own &= ~stock
    first, last = other.document.date, page.document.date
    if first is not None and last is not None and abs((last - first).days) > _BACKGROUND:
        return None
    longest = max((end - start for start, end in runs(own)), default=0)
    return CopyKind.PARAGRAPHS if longest >= _PARAGRAPH and own.bit_count() >= _STRAY else None


def _chosen(found: Iterable[_Borrowing]) -> list[Copy]:
    """For each copier the originals that between them hold what it has of others."""
    by_copier: dict[str, list[_Borrowing]] = {}
    for borrowing in found:
        by_copier.setdefault(borrowing.copier.document.id, []).append(borrowing)
    copies: list[Copy] = []
    for candidates in by_copier.values():
        left = sorted(candidates, key=_precedence)
        taken = 0
        while left:
            most = max((b.words & ~taken).bit_count() for b in left)
            best = next(b for b in left if b.forced or (b.words & ~taken).bit_count() >= most * _SAME)
            if taken and most < _STRAY and not best.forced:
                break
            copies.append(_copy(best))
            taken |= best.words
            left = [b for b in left if b is not best and (b.forced or (b.words & ~taken).bit_count() >= _STRAY)]
    return copies


def _precedence(borrowing: _Borrowing) -> tuple[bool, bool, str, str]:
    document = borrowing.original.document
    return not borrowing.forced, document.date is None, str(document.date), document.id


def _copy(borrowing: _Borrowing) -> Copy:
    return Copy(
        kind=borrowing.kind,
        copier=borrowing.copier.document.id,
        original=borrowing.original.document.id,
        shared=round(borrowing.shared, 3),
        reasons=borrowing.reasons,
        passages=borrowing.copier.spans(borrowing.words),
    )


# -- features ---------------------------------------------------------------------------------------


def shared_text(part: float) -> Reason:
    """How much of the copier's text the original has too, in runs of eight words or more."""
    return Reason("shared_text", WEIGHTS["shared_text"] * part, f"{part:.0%} of its words stand in the other as well")


def longest_run(words: int) -> Reason:
    """How many words on end the two share at most."""
    weight = WEIGHTS["longest_run"] * min(1.0, words / 100)
    return Reason("longest_run", weight, f"up to {words} words on end")


def aligned(alignment: Alignment, part: float) -> Reason:
    """How much of what the copier tells in figures, names and days comes in the original in the same order."""
    words = f"{part:.0%} of its figures, names and days in the same order: {alignment.words}"
    return Reason("aligned", WEIGHTS["aligned"] * part, words)


def by_ruling() -> Reason:
    """A person laid down that the one repeats the other."""
    return Reason("by_ruling", WEIGHTS["by_ruling"], "a person said so")


WEIGHTS = {"shared_text": 4.0, "aligned": 3.0, "longest_run": 1.0, "by_ruling": 9.0}
"""How much each feature says at most; what settles the direction is weighed in ``precedence.WEIGHTS``."""
