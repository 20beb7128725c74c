"""How number words add up to one number: "trois cent vingt", "خمسة آلاف ومئتان", "twenty-five"."""

from tawatur.lexicon.numerals import NumberClass, NumberWord
from tawatur.model import Language

__all__ = ["NumberSum"]

_SCALES_DOWN = 10**15
_C = NumberClass


class NumberSum:
    """Adds number words up as long as they make one number."""

    def __init__(self, language: Language, start: float) -> None:
        self._language = language
        self._total: float = 0
        self._group: float = start
        self._digits = start != 0
        self._room: float = _SCALES_DOWN
        self.scale: float = 1
        self.only_one = False
        self.complete = start != 0
        self._last: NumberClass | None = None

    @property
    def value(self) -> float:
        """What the words add up to so far."""
        value = self._total + self._group
        rounded = round(value)
        return rounded if abs(value - rounded) < 1e-6 else value  # 1.1 million is whole

    def may_link(self, word: str) -> bool:
        """Whether "and"/"et" can go on here: after a ten in French, after a hundred or thousand in English."""
        if self._digits and self._total == 0:
            return False
        if self._language is Language.FR:
            return self._last is _C.TENS
        return self._last in (_C.HUNDRED, _C.SCALE) and bool(word)

    def add_digits(self, value: float) -> bool:
        """ "10 thousand and 436": digits after a scale."""
        if self._group != 0 or self._total == 0 or value >= self.scale or value < 1:
            return False
        self._group = value
        return True

    def add(self, word: NumberWord, *, joined: bool, begun: bool) -> bool:
        """Take a word in; False (and nothing changed) where it does not go on with the number."""
        c, v = word.class_, word.value
        arabic = self._language is Language.AR
        fits = self._arabic(c, v, joined=joined, begun=begun) if arabic else self._latin(c, v)
        if fits:
            self._last = c
            self.complete = c not in (_C.ARTICLE, _C.TEEN_UNIT) or self._total + self._group > v
            self.only_one = c is _C.ONE and self._total + self._group == 1
        return fits

    def _multiply(self, v: float) -> bool:
        if v >= self._room:
            return False
        self._total += (self._group or 1) * v
        self._group, self._room, self.scale = 0, v, v
        return True

    def _arabic(self, c: NumberClass, v: float, *, joined: bool, begun: bool) -> bool:
        group = self._group
        below_ten = 1 <= group % 100 <= 9
        if c in (_C.SCALE, _C.PLURAL):
            if c is _C.PLURAL and (group == 0 or joined):
                return False
            if group == 0 and self._total == 0 and begun:
                return False
            return not (joined and group != 0) and self._multiply(v)
        if self._digits and self._total == 0:
            return False
        if begun and not joined:
            if c is _C.TEN and below_ten and self._last in (_C.UNIT, _C.TEEN_UNIT):
                self._group += v
                return True
            if c is _C.HUNDRED and self._last is _C.UNIT and 3 <= group <= 9:
                self._group = group * v
                return True
            return False
        if group >= self._room or v >= self._room:
            return False
        if c is _C.DOUBLE:
            if group != 0:
                return False
            self._total += v
            self._room = self.scale = v / 2
            return True
        return self._add_below_thousand(c, v)

    def _add_below_thousand(self, c: NumberClass, v: float) -> bool:
        group = self._group
        if c in (_C.HUNDRED, _C.HUNDREDS):
            fits = group == 0
        elif c is _C.TENS:
            fits = group % 100 < 10 and self._last not in (_C.TEN, _C.TENS)
        else:
            fits = group % 100 == 0
        if fits:
            self._group += v
        return fits

    def _latin(self, c: NumberClass, v: float) -> bool:
        group = self._group
        if c is _C.SCALE:
            return (group != 0 or self._last is None or self._total == 0) and self._multiply(v)
        if (self._digits and self._total == 0) or (v >= self._room and c not in (_C.ROUGH, _C.DOZEN)):
            return False
        fits, value = self._latin_group(c, v, group)
        if fits:
            self._group = value
        return fits

    def _latin_group(self, c: NumberClass, v: float, group: float) -> tuple[bool, float]:
        """Whether a word below a thousand goes on, and what the group is then."""
        if c is _C.ROUGH:
            return group in (0, 1) and not self._total, v
        if c is _C.DOZEN:
            return group != 0 or self._last is not None, max(group, 1) * v
        if c is _C.HUNDRED:
            return group <= 9, (group or 1) * v
        rest = group % 100
        if c is _C.TENS and v == 20 and rest == 4 and self._last is _C.UNIT:
            return True, group + 76  # quatre-vingt
        if self._last in (_C.UNIT, _C.ONE, _C.ARTICLE) and rest % 10:
            return False, group
        return rest == 0 or self._after_ten(c, v, rest), group + v

    def _after_ten(self, c: NumberClass, v: float, rest: float) -> bool:
        """ "twenty-five", "soixante-quinze", "dix-sept", "quatre-vingt-dix-huit"."""
        french = self._language is Language.FR
        if c is _C.TEEN:
            return french and rest in (60, 80)
        if c is _C.TENS or rest % 10:
            return False
        return rest >= 20 or (french and v >= 7)
