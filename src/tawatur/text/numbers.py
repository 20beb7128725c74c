"""The numbers that a text writes, in digits or in words, before anything is known of what they count."""

from dataclasses import dataclass
from enum import StrEnum

from tawatur.lexicon.numerals import (
    Counting,
    FractionWord,
    LinkWord,
    LooseWord,
    NumberClass,
    NumberWord,
    NumeralWords,
    VagueWord,
)
from tawatur.lexicon.word_table import Sense, pick
from tawatur.model import Language
from tawatur.text.number_sum import NumberSum
from tawatur.text.tokens import Tokens

__all__ = ["Counted", "Number", "NumberShape", "Senses", "count", "digits_value", "find_numbers"]

Senses = dict[int, tuple[Sense[Counting], ...]]
"""What a table of counting words finds, by the index of the first token."""

_C = NumberClass
_GROUP = 3


class NumberShape(StrEnum):
    """How a number is written."""

    DIGITS = "digits"
    WORDS = "words"
    VAGUE = "vague"
    SHARE = "share"
    ONE = "one"


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written.

    Attributes:
        first: index of its first token.
        last: index after its last token.
        low: the least it stands for.
        high: the most; equal to ``low`` unless it is vague.
        shape: how it is written.
        scale: what its last word multiplied by ("70 thousand": 1000), 1 without one.
        plain: a bare whole number in digits without separators, which a year may be.
    """

    first: int
    last: int
    low: float
    high: float
    shape: NumberShape
    scale: float = 1
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """What a text counts with: found once, for its quantities and for its dates.

    Attributes:
        senses: the words of counting by the index of their first token.
        numbers: the numbers that they make, in order.
    """

    senses: Senses
    numbers: list[Number]


def count(tokens: Tokens, words: NumeralWords) -> Counted:
    """The words of counting of a text and its numbers."""
    senses = words.table.find(tokens.folded)
    return Counted(senses, find_numbers(tokens, words, senses))


def find_numbers(tokens: Tokens, words: NumeralWords, found: Senses) -> list[Number]:
    """All numbers of a text, in order, without overlap.

    Args:
        tokens: the text.
        words: the words of counting of its language.
        found: what ``words.table`` finds in it.

    Returns:
        The numbers. Articles ("a", "un") are none, nor are digits glued to letters ("16h30").
    """
    parser = _Parser(tokens, words, found)
    numbers: list[Number] = []
    at = 0
    kinds = tokens.kinds
    starters = words.starters
    starts = [i for i, word in enumerate(tokens.folded) if word in starters or kinds[i] == "n" or "-" in word]
    for index in starts:
        if index < at:
            continue
        number = parser.number(index)
        if number is not None:
            numbers.append(number)
            at = number.last
    return numbers


def digits_value(written: str, language: Language, *, scaled: bool = False) -> float | None:
    """The value of digits with their separators.

    Args:
        written: folded digits with separators as they stand ("1,500", "20.000", "1,4").
        language: decides between "1.500" as thousands (ar, fr) and as a decimal (en).
        scaled: a word like "million" follows, so that a single separator is a decimal one.

    Returns:
        The value, or None where the separators make no number ("02.10.2017").
    """
    if written.isdigit():
        return int(written) if len(written) < _GROUP * 5 else None
    marks = [c for c in written if not c.isdigit()]
    parts = written
    for mark in set(marks):
        parts = parts.replace(mark, " ")
    groups = parts.split(" ")
    if not all(groups):
        return None
    triples = all(len(group) == _GROUP for group in groups[1:]) and 0 < len(groups[0]) <= _GROUP and groups[0] != "0"
    if len(set(marks)) == 1:
        decimal_point = language is Language.EN and marks[0] == "."
        if triples and not (len(marks) == 1 and (scaled or decimal_point or marks[0] == "\u066b")):
            return int("".join(groups))
        return float(f"{groups[0]}.{groups[1]}") if len(marks) == 1 else None
    if (
        len(set(marks)) == 2 and len({*marks[:-1]}) == 1 and all(len(group) == _GROUP for group in groups[1:-1])
    ):  # two kinds of mark
        return float("".join(groups[:-1]) + "." + groups[-1])
    return None


class _Parser:
    """Reads one number at a place of one text."""

    def __init__(self, tokens: Tokens, words: NumeralWords, found: Senses) -> None:
        self._t = tokens
        self._words = words
        self._found = found
        self._arabic = words.language is Language.AR

    def _compound(self, word: str) -> list[NumberWord] | None:
        """The number words of a hyphened compound ("quatre-vingt-dix"); None where a part is none."""
        atoms: list[NumberWord] = []
        for part in word.split("-"):
            value = self._words.numbers.get(part)
            if value is not None:
                atoms.append(value)
            elif part not in ("et", "and"):
                return None
        return atoms

    def number(self, index: int) -> Number | None:
        """The number that begins at a token."""
        vague = self._vague(index)
        if vague is not None:
            return vague
        share = self._share(index)
        if share is not None:
            return share
        if self._t.kinds[index] == "n":
            return self._digits(index)
        return self._in_words(index, 0, index, NumberShape.WORDS, plain=False)

    def _vague(self, index: int) -> Number | None:
        start = index
        loose = pick(self._found, index, LooseWord)
        if loose is not None:
            index += loose[1]
        vague = pick(self._found, index, VagueWord)
        if vague is None:
            return None
        word, length, _ = vague
        plural = pick(self._found, index, NumberWord)
        if plural is not None and plural[0].class_ is not _C.PLURAL and loose is None and not self._bare(index):
            return None
        end = index + length
        times, end = self._times(end)
        if times == 1:
            return Number(start, end, word.low, word.high, NumberShape.VAGUE)
        return Number(start, end, word.times_low * times, word.times_high * times - 1, NumberShape.VAGUE, times)

    def _bare(self, index: int) -> bool:
        """Whether the word is only a plural ("hundreds"), no cardinal ("hundred")."""
        return self._t.folded[index].endswith("s")

    def _times(self, end: int) -> tuple[float, int]:
        """The scale that a vague word multiplies: "(dozens) of thousands"."""
        at = end
        while at < len(self._t) and self._t.folded[at] in _OF and at - end < 1:
            at += 1
        scale = pick(self._found, at, NumberWord)
        if scale is not None and (scale[0].class_ in (_C.PLURAL, _C.SCALE)) and "و" not in scale[2]:
            return scale[0].value, at + scale[1]
        vague = pick(self._found, at, VagueWord)
        if vague is not None and at > end and vague[0].low >= 2000:  # thousands and above multiply
            return vague[0].times_low / 2, at + vague[1]
        return 1, end

    def _share(self, index: int) -> Number | None:
        share = pick(self._found, index, FractionWord)
        if share is None or self._t.folded[index] in ("et", "and") or share[2].startswith("و"):
            return None
        end = index + share[1]
        at = end
        while at < len(self._t) and (self._t.folded[at] in _OF or self._t.folded[at] in _ARTICLES) and at - end < 2:
            at += 1
        scale = pick(self._found, at, NumberWord)
        if scale is not None and scale[0].class_ is _C.SCALE and scale[0].value >= 10**6 and "ال" not in scale[2]:
            value = share[0].value * scale[0].value
            return Number(index, at + scale[1], value, value, NumberShape.WORDS, scale[0].value)
        value = round(share[0].value * 100)
        return Number(index, end, value, value, NumberShape.SHARE)

    def _digits(self, index: int) -> Number | None:
        t = self._t
        end = index + 1
        written = t.folded[index]
        while self._spaced_triple(index, end):
            written += t.folded[end]
            end += 1
        scale = pick(self._found, end, NumberWord)
        scaled = scale is not None and scale[0].class_ in (_C.SCALE, _C.PLURAL) and not scale[2]
        value = digits_value(written, self._words.language, scaled=scaled)
        if value is None:
            return None
        plain = end == index + 1 and written.isdigit()
        return self._in_words(end, value, index, NumberShape.DIGITS, plain=plain)

    def _spaced_triple(self, first: int, at: int) -> bool:
        t = self._t
        return (
            at < len(t)
            and t.kinds[at] == "n"
            and len(t.folded[at]) == _GROUP
            and t.folded[at].isdigit()
            and t.starts[at] - t.ends[at - 1] == 1
            and t.text[t.ends[at - 1]] in " \u00a0\u202f\u2009"
            and t.folded[first].isdigit()
            and 0 < len(t.folded[first]) <= _GROUP
            and t.folded[first][0] != "0"
        )

    def _in_words(self, at: int, start: float, first: int, shape: NumberShape, *, plain: bool) -> Number | None:
        """Add up number words from ``at`` on; ``start`` is what digits gave before."""
        sum_ = NumberSum(self._words.language, start)
        end = at if start or shape is NumberShape.DIGITS else first
        while True:
            step = self._step(sum_, at, begun=at > first)
            if step is None:
                break
            at = step
            if sum_.complete:
                end = at
        if end == first:
            return None
        value = sum_.value
        if sum_.only_one:
            return Number(first, end, 1, 1, NumberShape.ONE)
        half, end = self._and_half(sum_, end)
        return Number(first, end, value + half, value + half, shape, sum_.scale, plain and end == first + 1)

    def _step(self, sum_: "NumberSum", at: int, *, begun: bool) -> int | None:
        """Take the next word into the sum; None where it does not belong to it."""
        t = self._t
        if at >= len(t):
            return None
        joined = False
        if begun and not self._arabic and pick(self._found, at, LinkWord) is not None and sum_.may_link(t.folded[at]):
            at, joined = at + 1, True
        if self._arabic and begun and t.folded[at] == "و" and at + 1 < len(t) and t.kinds[at + 1] == "n":
            value = digits_value(t.folded[at + 1], self._words.language)
            if value is None or not sum_.add_digits(value):
                return None
            return at + 2
        picked = self._joined_word(at) if begun and self._arabic else None
        picked = picked or pick(self._found, at, NumberWord)
        if picked is not None:
            word, length, taken = picked
            if begun and self._arabic and taken not in ("", "و", "ال", "وال"):
                return None
            if not sum_.add(word, joined=joined or taken.startswith("و"), begun=begun):
                return None
            return at + length
        if not self._arabic and at < len(t) and "-" in t.folded[at]:
            atoms = self._compound(t.folded[at])
            if atoms is not None and all(sum_.add(atom, joined=False, begun=True) for atom in atoms):
                return at + 1
        return None

    def _joined_word(self, at: int) -> tuple[NumberWord, int, str] | None:
        """A number word with "and" before it: inside of a number "واحد" is "and one (of eleven)"."""
        for sense in self._found.get(at, ()):
            if isinstance(sense.value, NumberWord) and sense.proclitics.startswith("و"):
                return sense.value, sense.length, sense.proclitics
        return None

    def _and_half(self, sum_: "NumberSum", end: int) -> tuple[float, int]:
        """ "(a million) and a half" right after a scale."""
        half = pick(self._found, end, FractionWord)
        if half is None:
            return 0, end
        joined = half[2].startswith("و") if self._arabic else half[1] > 1 and half[0].value == 0.5
        if not joined or (sum_.scale < 10**6 and self._arabic):
            return 0, end
        return half[0].value * sum_.scale, end + half[1]


_OF = frozenset({"of", "de", "d'", "من"})
_ARTICLES = frozenset({"a", "an", "un"})
