"""Where sentences, paragraphs and quotations begin and end."""

from dataclasses import dataclass

from tawatur.text.tokens import Tokens

__all__ = ["Quotation", "Sentence", "find_quotations", "find_sentences"]

_ENDS = frozenset((*".!?؟۔", "..."))
_OPEN = {"«": "»", "“": "”", "„": "“", "‹": "›", "‟": "”"}
_CLOSERS = frozenset("»”›")
_STRAIGHT = frozenset('"＂')
_LONGEST = 250
_AFTER_END = frozenset("»”›\")]’'")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as a range of tokens.

    Attributes:
        first: index of its first token.
        last: index after its last token.
        paragraph: number of the paragraph that it stands in, from 0.
    """

    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between two quotation marks, the marks included, as a range of tokens."""

    first: int
    last: int


def find_sentences(tokens: Tokens, abbreviations: frozenset[str] = frozenset()) -> tuple[Sentence, ...]:
    """The sentences of a text, in order.

    A sentence ends at a full stop, question or exclamation mark, at an ellipsis, and where a line
    ends, even one whose break is lost between two words; closing marks behind it still belong to it.
    A comma never ends one, in any language.

    Args:
        tokens: the text.
        abbreviations: folded words that a full stop follows without ending a sentence ("gen").

    Returns:
        Sentences without gaps: every token lies in one.
    """
    found: list[Sentence] = []
    first = paragraph = 0
    size = len(tokens)
    at = 0
    while at < size:
        line_end = at + 1 < size and "\n" in tokens.text[tokens.ends[at] : tokens.starts[at + 1]]
        if line_end or _is_end(tokens, at, abbreviations) or _glued(tokens, at) or _overlong(tokens, first, at):
            last = at + 1
            while not line_end and last < size and _closes(tokens, last):
                last += 1
            if not line_end and last < size:
                line_end = "\n" in tokens.text[tokens.ends[last - 1] : tokens.starts[last]]
            found.append(Sentence(first, last, paragraph))
            first = last
            if line_end:
                paragraph += 1
            at = last
        else:
            at += 1
    if first < size:
        found.append(Sentence(first, size, paragraph))
    return tuple(found)


def _is_end(tokens: Tokens, at: int, abbreviations: frozenset[str]) -> bool:
    return tokens.folded[at] in _ENDS and tokens.kinds[at] == "p" and _ends_here(tokens, at, abbreviations)


def _glued(tokens: Tokens, at: int) -> bool:
    """Whether a word runs into the next without a space."""
    if at + 1 >= len(tokens) or tokens.ends[at] != tokens.starts[at + 1]:
        return False
    return tokens.text[tokens.ends[at] - 1].isalpha() and tokens.text[tokens.ends[at]].isupper()


def _overlong(tokens: Tokens, first: int, at: int) -> bool:
    """Whether a stretch without a sentence end is cut here all the same: at a comma if there is one."""
    length = at - first + 1
    return length >= _LONGEST and (tokens.kinds[at] == "p" or length >= 2 * _LONGEST)


def _closes(tokens: Tokens, at: int) -> bool:
    return tokens.folded[at] in _AFTER_END and tokens.starts[at] == tokens.ends[at - 1]


def _ends_here(tokens: Tokens, at: int, abbreviations: frozenset[str]) -> bool:
    """Whether the stop at ``at`` ends a sentence."""
    if at + 1 >= len(tokens):
        return True
    following = tokens.text[tokens.starts[at + 1]]
    glued = tokens.starts[at + 1] == tokens.ends[at]
    if tokens.folded[at] != ".":
        return following not in _ENDS
    if following in _ENDS:
        return False
    before = tokens.folded[at - 1] if at and tokens.ends[at - 1] == tokens.starts[at] else ""
    if before in abbreviations or (len(before) == 1 and before.isalpha()):
        return False
    if glued:
        opens = following in '"«“' or following in _AFTER_END
        return opens or following.isupper() or "\u0600" <= following <= "\u06ff"
    return not following.islower()


def find_quotations(tokens: Tokens, sentences: tuple[Sentence, ...]) -> tuple[Quotation, ...]:
    """The quotations of a text, outermost only, in order.

    Marks are matched within a paragraph. A mark that finds no partner there opens nothing, so that
    an odd one costs at most its own paragraph.
    """
    found: list[Quotation] = []
    begin = 0
    for number, sentence in enumerate(sentences):
        if number + 1 == len(sentences) or sentences[number + 1].paragraph != sentence.paragraph:
            found.extend(_quotations_between(tokens, begin, sentence.last))
            begin = sentence.last
    return tuple(found)


def _quotations_between(tokens: Tokens, first: int, last: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened, closer = -1, ""
    for at in range(first, last):
        mark = tokens.folded[at]
        if opened < 0:
            if mark in _OPEN:
                opened, closer = at, _OPEN[mark]
            elif mark in _STRAIGHT and not (_ends_words(tokens, at) and not _begins_words(tokens, at)):
                opened, closer = at, mark
        elif mark in _STRAIGHT and closer == mark and _begins_words(tokens, at) and not _ends_words(tokens, at):
            opened = at
        elif mark == closer or (mark in _CLOSERS and closer in _CLOSERS):
            found.append(Quotation(opened, at + 1))
            opened = -1
    return found


def _begins_words(tokens: Tokens, at: int) -> bool:
    """Whether a straight mark can open: nothing but space or an opening mark stands before it."""
    start = tokens.starts[at]
    return start == 0 or tokens.text[start - 1].isspace() or tokens.text[start - 1] in "([«“"


def _ends_words(tokens: Tokens, at: int) -> bool:
    """Whether a straight mark can close: it stands at the end of words, not before one."""
    end = tokens.ends[at]
    return end == len(tokens.text) or not tokens.text[end].isalnum()
