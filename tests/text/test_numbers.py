import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.lexicon.numerals import load_numerals
from tawatur.model import Language
from tawatur.text.numbers import Number, NumberShape, digits_value, find_numbers
from tawatur.text.tokens import tokenise
from tests.text.spelled import spelled


def numbers(text: str, language: Language) -> list[Number]:
    words = load_numerals(language)
    tokens = tokenise(text)
    return find_numbers(tokens, words, words.table.find(tokens.folded))


@given(number=st.integers(min_value=2, max_value=999_999), language=st.sampled_from(Language))
def test_a_number_spelled_out_comes_back_as_one_number(number: int, language: Language) -> None:
    text = spelled(number, language)
    assert [(n.low, n.high, n.first, n.last) for n in numbers(text, language)] == [
        (number, number, 0, len(tokenise(text)))
    ]


@given(left=st.integers(min_value=2, max_value=99), right=st.integers(min_value=2, max_value=99))
def test_two_numbers_with_a_noun_between_stay_two(left: int, right: int) -> None:
    text = f"{spelled(left, Language.EN)} soldiers and {spelled(right, Language.EN)} rebels"
    assert [n.low for n in numbers(text, Language.EN)] == [left, right]


@given(number=st.integers(min_value=1, max_value=999_999_999))
def test_separators_of_thousands_do_not_change_a_number(number: int) -> None:
    for mark, language in ((",", Language.EN), (".", Language.FR), (".", Language.AR), ("٬", Language.AR)):
        assert digits_value(f"{number:,}".replace(",", mark), language) == number


@given(number=st.integers(min_value=1000, max_value=999_999_999), gap=st.sampled_from(" \u00a0\u202f"))
def test_thousands_set_off_by_spaces_are_one_number(number: int, gap: str) -> None:
    text = f"{number:,}".replace(",", gap) + " soldats"
    assert [n.low for n in numbers(text, Language.FR)] == [number]


@pytest.mark.parametrize(
    ("written", "language", "value"),
    [
        ("1,4", Language.FR, 1.4),
        ("1.4", Language.EN, 1.4),
        ("20.000", Language.FR, 20_000),
        ("1.125", Language.EN, 1.125),
        ("1,234.5", Language.EN, 1234.5),
        ("0.5", Language.AR, 0.5),
        ("02.10.2017", Language.FR, None),
        ("1,2,3", Language.EN, None),
    ],
)
def test_a_separator_means_what_its_language_means_by_it(written: str, language: Language, value: float | None) -> None:
    assert digits_value(written, language) == value


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("1,4 مليون نازح", Language.AR, 1_400_000),
        ("٦٢ ألفاً من السكان", Language.AR, 62_000),
        ("١٥٠٠ مقاتل", Language.AR, 1500),
        ("10 آلاف و436 طردا", Language.AR, 10_436),
        ("ألف وخمسمئة جندي", Language.AR, 1500),
        ("نصف مليون نازح", Language.AR, 500_000),
        ("مليون ونصف نازح", Language.AR, 1_500_000),
        ("بألفي عنصر", Language.AR, 2000),
        ("un millier de recrues", Language.FR, 1000),
        ("une vingtaine de camions", Language.FR, 20),
        ("2,5 millions de civils", Language.FR, 2_500_000),
        ("a quarter of a million people", Language.EN, 250_000),
        ("two dozen boats", Language.EN, 24),
        ("1.9 million others", Language.EN, 1_900_000),
    ],
)
def test_scales_halves_and_rounded_words_are_worked_out(text: str, language: Language, value: float) -> None:
    assert [n.low for n in numbers(text, language)] == [value]


@pytest.mark.parametrize(
    ("text", "language", "low", "high"),
    [
        ("عشرات القتلى", Language.AR, 24, 99),
        ("عشرات الآلاف من النازحين", Language.AR, 20_000, 99_999),
        ("بضعة آلاف من المقاتلين", Language.AR, 2000, 9999),
        ("ومئات الآلاف", Language.AR, 200_000, 999_999),
        ("des centaines de milliers de déplacés", Language.FR, 200_000, 999_999),
        ("plusieurs dizaines de recrues", Language.FR, 24, 99),
        ("tens of thousands of people", Language.EN, 20_000, 99_999),
        ("several hundred rebels", Language.EN, 200, 999),
        ("scores of prisoners", Language.EN, 24, 99),
    ],
)
def test_vague_plurals_have_the_codebook_s_ends(text: str, language: Language, low: float, high: float) -> None:
    found = numbers(text, language)
    assert [(n.low, n.high, n.shape) for n in found] == [(low, high, NumberShape.VAGUE)]


@pytest.mark.parametrize(
    ("text", "language"),
    [("un soldat a été tué", Language.FR), ("a soldier was killed", Language.EN), ("كميات من الذخيرة", Language.AR)],
)
def test_articles_and_words_that_only_look_like_numbers_are_none(text: str, language: Language) -> None:
    assert numbers(text, language) == []
