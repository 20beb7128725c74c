"""The words of a text with their folded spelling and their way home."""

from dataclasses import dataclass

from tawatur.lexicon.spelling import fold, split

__all__ = ["Tokens", "tokenise"]


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
    known: dict[str, str] = {}
    starts, ends, folded, kinds = [], [], [], []
    for start, end, kind in split(text):
        word = text[start:end]
        spelling = known.get(word)
        if spelling is None:
            spelling = known[word] = fold(word)
        starts.append(start)
        ends.append(end)
        folded.append(spelling)
        kinds.append(kind)
    return Tokens(text, tuple(starts), tuple(ends), tuple(folded), "".join(kinds))
