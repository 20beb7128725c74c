"""Which numbers count nothing: years and days, clock times, ages, and names that hold a number."""

from tawatur.lexicon.numerals import FractionWord, MarkWord, NumeralWords, RangeWord, UnitWord
from tawatur.lexicon.word_table import pick
from tawatur.model import Language
from tawatur.text.numbers import Number, NumberShape, Senses
from tawatur.text.tokens import Tokens

__all__ = ["NumberNames"]

_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_CLITIC_LETTERS = frozenset("وفبلكا")
_YEAR_TAILS = frozenset({"م", "ه", "هـ"})
_OLDEST = 110
_QUOTES = frozenset('"«»“”')
_NAME_WORDS = 3


class NumberNames:
    """Judges the numbers of one text by the words beside them."""

    def __init__(self, tokens: Tokens, words: NumeralWords, found: Senses) -> None:
        self._t = tokens
        self._words = words
        self._found = found

    def mark(self, at: int, kind: str) -> bool:
        """Whether a word of that kind stands at a place."""
        return any(isinstance(s.value, MarkWord) and s.value.kind == kind for s in self._found.get(at, ()))

    def is_name(self, number: Number, *, bounded: bool) -> bool:
        """Whether a number counts nothing.

        Args:
            number: the number.
            bounded: a word like "more than" stands before it, which no year or name has.
        """
        if number.shape in (NumberShape.VAGUE, NumberShape.SHARE):
            return False
        if number.low == 0 or self.mark(number.first, "fixed") or self._monday(number):
            return True
        if number.shape is NumberShape.DIGITS and (self._glued(number) or self._clock_or_date(number)):
            return True
        if self._age(number):
            return True
        if bounded:
            return False
        return self._of_a_date(number) or self.is_part_of_name(number) or self.is_year(number)

    def _monday(self, number: Number) -> bool:
        """Arabic "the two" is Monday."""
        first = self._t.folded[number.first]
        return number.low == 2 and number.last == number.first + 1 and first.endswith("اثنين") and "لاث" in first

    def years(self, left: Number, right: Number) -> bool:
        """Whether two numbers around "to" are years."""
        return all(n.plain and _FIRST_YEAR <= n.low <= _LAST_YEAR for n in (left, right)) and not self.mark(
            right.last, "counted"
        )

    def is_glued(self, number: Number) -> bool:
        """Whether letters, a clock or other digits at a number show that it is no year ("1950s", "1900 GMT")."""
        t = self._t
        after = number.last
        tail = after < len(t) and t.starts[after] == t.ends[after - 1] and t.folded[after] in _YEAR_TAILS
        return (
            (self._glued(number) and not tail)
            or self.mark(after, "clock-after")
            or (
                number.first > 1
                and t.folded[number.first - 1] in ("-", "/", ":")
                and t.kinds[number.first - 2] == "n"
                and len(t.folded[number.first - 2]) < 4
            )
        )

    def half_after(self, at: int) -> bool:
        """Whether "and a half" follows a span of time."""
        return any(
            isinstance(s.value, FractionWord) and (s.length > 1 or s.proclitics.startswith("و"))
            for s in self._found.get(at, ())
        )

    def _glued(self, number: Number) -> bool:
        """Letters without a space: "16h30", "4e", "2015م"; but "بـ7" and "60km" are quantities."""
        t = self._t
        before, after = number.first - 1, number.last
        if (
            before >= 0
            and t.ends[before] == t.starts[number.first]
            and t.kinds[before] != "p"
            and not _is_clitic(t.folded[before])
        ):
            return True
        if after < len(t) and t.starts[after] == t.ends[after - 1] and t.kinds[after] != "p":
            unit = any(isinstance(s.value, UnitWord) for s in self._found.get(after, ()))
            return t.folded[after] in _YEAR_TAILS or not (unit or len(t.folded[after]) > 3)
        return False

    def _clock_or_date(self, number: Number) -> bool:
        t = self._t
        written = t.folded[number.first]
        if written.startswith("0") and written.isdigit() and len(written) > 1:
            return True
        if self._chained(number):
            return True
        for mark, digits in ((number.first - 1, number.first - 2), (number.last, number.last + 1)):
            if 0 <= digits < len(t) and t.kinds[digits] == "n" and t.folded[mark] in ("/", ":", "+", "x"):
                return True
            if (
                0 <= mark < len(t)
                and t.folded[mark] == "-"
                and 0 <= digits < len(t)
                and t.kinds[digits] == "n"
                and (len(t.folded[digits]) == 4 or len(t.folded[number.first]) == 4)
            ):
                return True
        if number.first and t.folded[number.first - 1] in ("#", "°", "º"):
            return True
        return self.mark(number.last, "clock-after") or (
            number.last + 1 < len(t) and t.folded[number.last] == "h" and t.kinds[number.last + 1] == "n"
        )

    def _chained(self, number: Number) -> bool:
        """Digits, hyphen, digits without a space that make no range: "218-11", "10-07-2016"."""
        t = self._t
        for left in (number.first, number.first - 2):
            right = left + 2
            if (
                left < 0
                or right >= len(t)
                or t.folded[left + 1] != "-"
                or t.kinds[left] != "n"
                or t.kinds[right] != "n"
            ):
                continue
            if t.ends[left] != t.starts[left + 1] or t.ends[left + 1] != t.starts[right]:
                continue
            low, high = t.folded[left], t.folded[right]
            if not (low.isdigit() and high.isdigit()) or int(low) >= int(high) or high.startswith("0"):
                return True
            if (right + 1 < len(t) and t.folded[right + 1] == "-") or (left and t.folded[left - 1] == "-"):
                return True
        return False

    def _of_a_date(self, number: Number) -> bool:
        """A day before or after the name of a month, a year after one or after "year"."""
        t = self._t
        after = number.last
        while (
            after < len(t)
            and after - number.last < 2
            and (t.folded[after] in ("من", "of", "de", "/", "-") or self.mark(after, "ordinal-tail"))
        ):
            after += 1
        small = number.low == number.high and number.low <= 31
        if (
            small
            and self.mark(after, "month")
            and not (self._words.language is Language.AR and t.folded[after].startswith("ال"))
        ):
            return number.shape is NumberShape.DIGITS or after > number.last
        if small and self._day_list(number):
            return True
        if (
            small
            and number.shape is NumberShape.DIGITS
            and self._words.language is not Language.AR
            and self.mark(number.first - 1, "weekday")
            and not self.mark(number.last, "counted")
        ):
            return True
        before = number.first - 1
        while before >= 0 and number.first - before < 4 and t.folded[before] in (")", "(", ",", "،", "/", "."):
            before -= 1
        if before < 0:
            return False
        if self.mark(before, "month") or self._month_ends(before):
            return number.shape is NumberShape.DIGITS and (
                number.low >= _PREFIX_YEAR or before == number.first - 1 or t.folded[number.first - 1] == "."
            )
        return self.mark(before, "year-word") and number.shape is NumberShape.DIGITS and number.low >= _PREFIX_YEAR

    def _month_ends(self, at: int) -> bool:
        """A month of two words ("كانون الثاني") ends here."""
        return at > 0 and any(
            isinstance(s.value, MarkWord) and s.value.kind == "month" and s.length == 2
            for s in self._found.get(at - 1, ())
        )

    def _day_list(self, number: Number) -> bool:
        """ "20 et 21 décembre", "4-5 March": the first of two days."""
        t = self._t
        at = number.last
        if at + 1 >= len(t) or number.shape is not NumberShape.DIGITS:
            return False
        joins = pick(self._found, at, RangeWord)
        if (joins is not None and joins[0].role == "to") or t.folded[at] == "/":
            return t.kinds[at + 1] == "n" and self.mark(at + 2, "month")
        return False

    def is_part_of_name(self, number: Number) -> bool:
        """ "Resolution 2254", "base 17", "تي 72": a number that is part of a name."""
        before = number.first - 1
        if before < 0:
            return False
        if number.shape is not NumberShape.DIGITS:
            return self._t.folded[number.first].startswith("ال") and self.mark(before, "numbered")
        if self._t.folded[before] in ("و", "and", "et") and before and self._t.kinds[before - 1] == "n":
            return self.mark(before - 2, "numbered") and not self.mark(number.last, "counted")
        if _is_clitic(self._t.folded[before]) and self._t.ends[before] == self._t.starts[number.first]:
            before -= 1
            if before < 0:
                return False
        if self._in_quoted_name(number):
            return True
        if self._t.kinds[before] == "p" and self._t.folded[before] in ("-", ".", "(") and before > 0:
            before -= 1
            if not self.mark(before, "numbered") or self._t.folded[before + 1] == "(":
                return False
        return self.mark(before, "numbered") and not self.mark(number.last, "counted")

    def _in_quoted_name(self, number: Number) -> bool:
        """Digits at the end of a short quotation: the missile "Jericho 2"."""
        t = self._t
        end = number.last
        if end >= len(t) or t.folded[end] not in _QUOTES or t.starts[end] != t.ends[end - 1]:
            return False
        words = range(max(0, number.first - _NAME_WORDS), number.first - 1)
        return any(t.folded[i] in _QUOTES and t.ends[i] == t.starts[i + 1] for i in words)

    def is_year(self, number: Number) -> bool:
        """A bare number that could be a year is one unless something countable follows it."""
        if not number.plain or not _FIRST_YEAR <= number.low <= _LAST_YEAR:
            return False
        if any(isinstance(s.value, UnitWord) for s in self._found.get(number.last, ())):
            return False
        return not (self.mark(number.last, "counted") and number.low % 50 == 0) and not (
            self.mark(number.last, "counted") and self._words.language is Language.AR
        )

    def _age(self, number: Number) -> bool:
        t = self._t
        if number.low > _OLDEST:
            return False
        before, after = number.first - 1, number.last
        for start in range(max(0, before - 4), before + 1):
            for sense in self._found.get(start, ()):
                if (
                    isinstance(sense.value, MarkWord)
                    and sense.value.kind == "age-before"
                    and start + sense.length >= number.first - 2
                    and start + sense.length <= number.first
                ):
                    return True
        if self.mark(after, "age-after"):
            return True
        unit = next(
            (s for s in self._found.get(after, ()) if isinstance(s.value, UnitWord) and s.value.measure == "time"), None
        )
        if unit is not None:
            after += unit.length
            if self.mark(after, "age-after"):
                return True
        if (
            after < len(t)
            and t.folded[after] == "-"
            and after + 1 < len(t)
            and t.folded[after + 1] in ("year-old", "years-old")
        ):
            return True
        if before < 0:
            return False
        if unit is not None and self._words.language is Language.FR and t.folded[number.last] in ("ans", "an"):
            return self._french_age(number, after)
        if after >= len(t):
            return False
        enclosed = (t.folded[before] == "(" and t.folded[after] == ")") or (
            t.folded[before] in (",", "،") and t.folded[after] in (",", "،") and number.low == number.high
        )
        return enclosed and (unit is not None or (number.low == int(number.low) < 100 and number.plain))

    def _french_age(self, number: Number, after: int) -> bool:
        """ "un homme de 35 ans", "à 25 ans", "Jean, 33 ans,": but "une peine de 5 ans", "5 ans de prison"."""
        t = self._t
        before = number.first - 1
        if self.mark(after, "sentence"):
            return False
        if t.folded[before] == "à":
            return True
        if t.folded[before] in (",", "("):
            return number.low >= 10 and not (
                after < len(t) and t.kinds[after] == "w" and t.folded[after] not in ("et", "a", "est")
            )
        return (
            t.folded[before] in ("de", "d'")
            and before > 0
            and t.kinds[before - 1] == "w"
            and not any(self.mark(i, "lasting") for i in range(max(0, before - 3), before))
        )

    def names_a_date(self, end: int) -> bool:
        """Whether a month, a year or a number follows: "شهر مارس", "عام 2011"."""
        t = self._t
        return end < len(t) and (t.kinds[end] == "n" or self.mark(end, "month"))


_PREFIX_YEAR = 1000


def _is_clitic(word: str) -> bool:
    """Whether a word is only Arabic letters that are written onto the next ("بـ7")."""
    return bool(word) and all(letter in _CLITIC_LETTERS for letter in word)
