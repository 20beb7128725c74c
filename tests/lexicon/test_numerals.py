from collections.abc import Mapping

import pytest

from tawatur.errors import LexiconError
from tawatur.lexicon.numerals import DualNoun, MarkWord, NumberWord, UnitWord, forms_of, load_numerals
from tawatur.lexicon.word_table import WordTable, fold_form, pick
from tawatur.model import Language
from tawatur.text import tokenise


@pytest.mark.parametrize("language", Language)
def test_each_entry_is_found_in_its_own_example(language: Language) -> None:
    words = load_numerals(language)
    missed = []
    for where, forms, example in words.examples:
        table = WordTable([(form, form) for form in forms])
        if not table.find(tokenise(example).folded):
            missed.append(where)
    assert not missed, f"{len(missed)} examples hold no form of their entry: {', '.join(missed[:20])}"


def test_only_arabic_has_duals() -> None:
    assert [language for language in Language if load_numerals(language).duals] == [Language.AR]


@pytest.mark.parametrize(
    ("word", "taken"),
    [("خمسة", ""), ("وخمسة", "و"), ("بخمسة", "ب"), ("فالخمسة", "فال"), ("للخمسة", "لال"), ("وللخمسة", "ولال")],
)
def test_proclitics_are_taken_off_an_arabic_number(word: str, taken: str) -> None:
    found = load_numerals(Language.AR).table.find(tokenise(word).folded)
    picked = pick(found, 0, NumberWord)
    assert picked is not None
    assert (picked[0].value, picked[2]) == (5, taken)


def test_a_definite_thousand_keeps_its_own_article() -> None:
    found = load_numerals(Language.AR).table.find(tokenise("والآلاف").folded)
    assert pick(found, 0, NumberWord) is not None


def test_the_longest_wording_is_first() -> None:
    table = WordTable([("plus", "short"), ("plus de", "long")])
    assert [sense.value for sense in table.find(("plus", "de"))[0]] == ["long", "short"]
    assert [sense.value for sense in table.find(("plus", "tard"))[0]] == ["short"]


def test_a_wording_that_ends_in_an_elision_keeps_it_as_a_word() -> None:
    assert fold_form("plus d'") == ("plus", "d'")


def test_an_ambiguous_dual_has_only_its_nominative() -> None:
    table = load_numerals(Language.AR).table
    assert pick(table.find(("مسلحان",)), 0, DualNoun) is not None
    assert pick(table.find(("مسلحين",)), 0, DualNoun) is None
    assert pick(table.find(("طايرتين",)), 0, DualNoun) is not None


def test_months_and_weekdays_are_known_to_the_words_of_counting() -> None:
    table = load_numerals(Language.FR).table
    kinds = {s.value.kind for s in table.find(("juillet",))[0] if isinstance(s.value, MarkWord)}
    assert "month" in kinds
    assert pick(table.find(("km",)), 0, UnitWord) is not None


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"forms": ["dix"]}, "example"),
        ({"forms": [], "example": "Dix."}, "forms"),
        ({"forms": ["dix", 10], "example": "Dix."}, "forms"),
    ],
)
def test_an_entry_without_forms_or_example_stops_the_program(row: Mapping[str, object], fault: str) -> None:
    with pytest.raises(LexiconError, match=fault):
        forms_of(row, "fr/numbers.toml, number 1")
