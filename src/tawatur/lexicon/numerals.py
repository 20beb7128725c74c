"""The words of counting in each language: numbers, bounds, measures, duals, and what makes a number a name."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from tawatur.errors import LexiconError
from tawatur.lexicon.loading import Row, data_folder, load_table, rows
from tawatur.lexicon.word_table import Sense, WordTable, fold_form
from tawatur.model import Language, Unit

__all__ = [
    "BoundSide",
    "BoundWord",
    "DualNoun",
    "FractionWord",
    "LinkWord",
    "LooseWord",
    "MarkWord",
    "NumberClass",
    "NumberWord",
    "NumeralWords",
    "OrdinalWord",
    "RangeWord",
    "Sense",
    "UnitWord",
    "VagueWord",
    "WordTable",
    "load_numerals",
]

Examples = list[tuple[str, tuple[str, ...], str]]


class NumberClass(StrEnum):
    """How a number word combines with its neighbours."""

    ARTICLE = "article"
    ONE = "one"
    UNIT = "unit"
    TEEN_UNIT = "teen-unit"
    TEN = "ten"
    TEEN = "teen"
    TENS = "tens"
    DOZEN = "dozen"
    HUNDRED = "hundred"
    HUNDREDS = "hundreds"
    SCALE = "scale"
    PLURAL = "plural"
    DOUBLE = "double"
    ROUGH = "rough"


class BoundSide(StrEnum):
    """What a bound word leaves of a number: both ends, only the lower, only the upper."""

    ABOUT = "about"
    LEAST = "least"
    MORE = "more"
    MOST = "most"


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A cardinal number word."""

    value: float
    class_: NumberClass


@dataclass(frozen=True, slots=True)
class VagueWord:
    """A word like "dozens": what it allows alone and when it multiplies ("dozens of thousands")."""

    low: float
    high: float
    times_low: float
    times_high: float


@dataclass(frozen=True, slots=True)
class LooseWord:
    """A word that makes a number vague ("several thousand")."""


@dataclass(frozen=True, slots=True)
class LinkWord:
    """The word between the parts of a compound number."""


@dataclass(frozen=True, slots=True)
class OrdinalWord:
    """An ordinal, as in the days of a month."""

    value: int


@dataclass(frozen=True, slots=True)
class FractionWord:
    """A half, a third, a quarter."""

    value: float


@dataclass(frozen=True, slots=True)
class BoundWord:
    """A word that bounds a number, before or after it."""

    side: BoundSide
    after: bool


@dataclass(frozen=True, slots=True)
class RangeWord:
    """A word that opens ("between", "from") or joins ("to") a range."""

    role: str


@dataclass(frozen=True, slots=True)
class UnitWord:
    """A unit of measure; ``measure`` is "time", "hour", "minute" or "dual" where it measures time."""

    unit: Unit
    factor: float
    measure: str | None


@dataclass(frozen=True, slots=True)
class DualNoun:
    """A noun in the dual, which is a quantity by itself.

    Attributes:
        unit: what it counts.
        indefinite: with the article it names places that were told before, and counts nothing.
        nominative: only its nominative is unlike the plural; it is often an adjective.
    """

    unit: Unit | None
    indefinite: bool
    nominative: bool


@dataclass(frozen=True, slots=True)
class MarkWord:
    """A word that tells what a number beside it is, by its kind ("numbered", "age-before", ...)."""

    kind: str


Counting = (
    NumberWord
    | VagueWord
    | LooseWord
    | LinkWord
    | OrdinalWord
    | FractionWord
    | BoundWord
    | RangeWord
    | UnitWord
    | DualNoun
    | MarkWord
)
"""What a word of counting can be."""


@dataclass(frozen=True, slots=True)
class NumeralWords:
    """The words of counting of one language.

    Attributes:
        language: the language.
        table: all of them, looked up by word.
        numbers: folded number words by themselves, to take hyphened compounds apart.
        units: folded measures by themselves, for "five-year".
        starters: folded words that a number can begin with.
        afters: folded words that a bound after a number can begin with.
        duals: folded words that are duals.
        times: folded words that measure time.
        examples: where each entry stands, its forms, and its example sentence.
    """

    language: Language
    table: WordTable[Counting]
    numbers: Mapping[str, NumberWord]
    units: Mapping[str, UnitWord]
    starters: frozenset[str]
    afters: frozenset[str]
    duals: frozenset[str]
    times: frozenset[str]
    examples: tuple[tuple[str, tuple[str, ...], str], ...]


@cache
def load_numerals(language: Language) -> NumeralWords:
    """The words of counting of a language, checked.

    Args:
        language: the language.

    Returns:
        The words, indexed.

    Raises:
        LexiconError: a data file is missing or an entry is wrong; the text names file and entry.
    """
    entries: list[tuple[str, Counting]] = []
    examples: Examples = []
    for file, sections in (("numbers", _NUMBERS), ("quantities", _QUANTITIES)):
        name = f"{language}/{file}.toml"
        table = load_table(data_folder() / language / f"{file}.toml")
        for section, build in sections.items():
            for row, where in rows(table, section, name):
                try:
                    value = build(row)
                except (KeyError, ValueError, TypeError) as error:
                    raise LexiconError(f"{where}: {error}") from error
                forms = forms_of(row, where)
                entries.extend((form, value) for form in forms)
                examples.append((where, forms, str(row.get("example", ""))))
    entries.extend(_calendar_marks(language))
    single = [(fold_form(form), value) for form, value in entries]
    table_of_all = WordTable(entries)
    return NumeralWords(
        language=language,
        table=table_of_all,
        numbers={words[0]: value for words, value in single if len(words) == 1 and isinstance(value, NumberWord)},
        units={words[0]: value for words, value in single if len(words) == 1 and isinstance(value, UnitWord)},
        starters=table_of_all.first_words(lambda v: isinstance(v, NumberWord | VagueWord | LooseWord | FractionWord)),
        afters=table_of_all.first_words(lambda v: isinstance(v, BoundWord) and v.after),
        duals=table_of_all.first_words(lambda v: isinstance(v, DualNoun)),
        times=table_of_all.first_words(lambda v: isinstance(v, UnitWord) and v.measure in ("time", "dual")),
        examples=tuple(examples),
    )


def ordinals(language: Language) -> Iterator[tuple[str, OrdinalWord]]:
    """The ordinals of a language with their wordings, for the days of a month."""
    table = load_table(data_folder() / language / "numbers.toml")
    for row, where in rows(table, "ordinal", f"{language}/numbers.toml"):
        value = OrdinalWord(int(_amount(row, "value")))
        yield from ((form, value) for form in forms_of(row, where))


def _calendar_marks(language: Language) -> Iterator[tuple[str, Counting]]:
    """Months and year words, so that the numbers beside them are known for dates."""
    name = f"{language}/dates.toml"
    table = load_table(data_folder() / language / "dates.toml")
    for row, where in rows(table, "month", name):
        yield from ((form, MarkWord("month")) for form in forms_of(row, where))
    for row, where in rows(table, "weekday", name):
        yield from ((form, MarkWord("weekday")) for form in forms_of(row, where))
    for row, where in rows(table, "mark", name):
        if row.get("kind") == "year-word":
            yield from ((form, MarkWord("year-word")) for form in forms_of(row, where))


def forms_of(row: Row, where: str) -> tuple[str, ...]:
    """The wordings of an entry; a dual has them from its stem.

    Raises:
        LexiconError: they are missing or no texts, or the entry has no example.
    """
    example = row.get("example")
    if not isinstance(example, str) or not example.strip():
        raise LexiconError(f"{where}: needs an example")
    stem = row.get("stem")
    if isinstance(stem, str) and stem:
        return _dual_forms(stem, nominative=row.get("only") == "nominative", construct=row.get("construct") is True)
    forms = row.get("forms")
    if not isinstance(forms, list) or not forms or not all(isinstance(form, str) and form.strip() for form in forms):
        raise LexiconError(f"{where}: forms must be a list of texts")
    return tuple(forms)


def _dual_forms(stem: str, *, nominative: bool, construct: bool) -> tuple[str, ...]:
    base = stem[:-1] + "ت" if stem.endswith("ة") else stem
    endings = ["ان", *(() if nominative else ("ين",)), *(("ي",) if construct else ())]
    return tuple(base + ending for ending in endings)


def _number(row: Row) -> Counting:
    return NumberWord(_amount(row, "value"), NumberClass(str(row["class"])))


def _vague(row: Row) -> Counting:
    return VagueWord(*(_amount(row, key) for key in ("low", "high", "times_low", "times_high")))


def _bound(row: Row) -> Counting:
    return BoundWord(BoundSide(str(row["sets"])), {"before": False, "after": True}[str(row["place"])])


def _unit(row: Row) -> Counting:
    factor = _amount(row, "factor") if "factor" in row else 1
    return UnitWord(Unit(str(row["unit"])), factor, str(row["measure"]) if "measure" in row else None)


def _dual(row: Row) -> Counting:
    return DualNoun(
        Unit(str(row["unit"])) if "unit" in row else None,
        indefinite=row.get("indefinite") is True,
        nominative=row.get("only") == "nominative",
    )


def _amount(row: Row, key: str) -> float:
    value = row[key]
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"{key} must be a number")
    return value


_NUMBERS: dict[str, Callable[[Row], Counting]] = {
    "number": _number,
    "vague": _vague,
    "loose": lambda _: LooseWord(),
    "link": lambda _: LinkWord(),
    "ordinal": lambda row: OrdinalWord(int(_amount(row, "value"))),
    "fraction": lambda row: FractionWord(_amount(row, "value")),
}
_QUANTITIES: dict[str, Callable[[Row], Counting]] = {
    "bound": _bound,
    "range": lambda row: RangeWord(str(row["role"])),
    "unit": _unit,
    "dual": _dual,
    "mark": lambda row: MarkWord(str(row["kind"])),
}
