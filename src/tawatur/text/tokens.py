"""The words of a text with their folded spelling and their way home."""

from dataclasses import dataclass
from functools import lru_cache

from tawatur.lexicon.spelling import fold, split

__all__ = ["Tokens", "tokenise"]

_fold_once = lru_cache(maxsize=1 << 16)(fold)
"""Reports of one outlet share most of their words."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words, numbers and marks of a text, as parallel rows.

    Attributes:
        text: the text they were cut from.
        starts: offset of each token's first code point.
        ends: offset after each token's last code point.
        folded: spelling under which each is looked up.
        kinds: ``w`` word, ``n`` digits, ``p`` mark, one letter a token.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    folded: tuple[str, ...]
    kinds: str

    def __len__(self) -> int:
        """How many tokens there are."""
        return len(self.starts)

    def cut(self, first: int, last: int) -> str:
        """The text from token ``first`` up to but not including token ``last``."""
        return self.text[self.starts[first] : self.ends[last - 1]]


def tokenise(text: str) -> Tokens:
    """The tokens of a text.

    >>> tokenise("قالت «رويترز»: 12 قتيلاً").folded
    ('قالت', '«', 'رويترز', '»', ':', '12', 'قتيلا')
    """
    found = split(text)
    words = [text[start:end] for start, end, _ in found]
    return Tokens(
        text,
        tuple([start for start, _, _ in found]),
        tuple([end for _, end, _ in found]),
        tuple(map(_fold_once, words)),
        "".join([kind for _, _, kind in found]),
    )
