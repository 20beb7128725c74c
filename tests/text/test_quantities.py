import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.lexicon.numerals import load_numerals
from tawatur.model import Language, Unit
from tawatur.text.quantities import Quantity, QuantityShape, find_quantities
from tawatur.text.tokens import tokenise
from tests.text.spelled import spelled

AR, FR, EN = Language.AR, Language.FR, Language.EN


def quantities(text: str, language: Language) -> tuple[Quantity, ...]:
    return find_quantities(tokenise(text), load_numerals(language))


def ends(text: str, language: Language) -> list[tuple[float | None, float | None]]:
    return [(q.low, q.high) for q in quantities(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "low", "high"),
    [
        ("أصيب أكثر من 30 متظاهرا", AR, 30, None),
        ("قتل ما لا يقل عن تسعة حراس", AR, 9, None),
        ("جرح 7 عمال على الأقل في الانفجار", AR, 7, None),
        ("نزحت نحو مئتي أسرة", AR, 200, 200),
        ("بقي أقل من 50 مقاتلا", AR, None, 50),
        ("تجاوز العدد وتجاوز 500 نازح", AR, 500, None),
        ("ils sont plus de trois cents recrues", FR, 300, None),
        ("au moins deux roquettes sont tombées", FR, 2, None),
        ("près de 4.000 recrues attendent", FR, 4000, 4000),
        ("moins de dix camions sont passés", FR, None, 10),
        ("at least one guard was hurt", EN, 1, None),
        ("as many as 60 guards were hurt", EN, None, 60),
        ("up to 80 recruits arrived", EN, None, 80),
        ("some 40 recruits arrived", EN, 40, 40),
        ("three guards at least were hurt", EN, 3, None),
    ],
)
def test_a_bound_leaves_one_end_open(text: str, language: Language, low: float | None, high: float | None) -> None:
    assert ends(text, language) == [(low, high)]


@pytest.mark.parametrize(
    ("text", "language", "low", "high"),
    [
        ("وصل بين 20 و30 خبيرا", AR, 20, 30),
        ("يقدر عددهم بنحو 60 إلى 70 ألف مقاتل", AR, 60_000, 70_000),
        ("بلغت النسبة من 1 إلى 3% من القوة", AR, 1, 3),
        ("entre vingt et trente camions sont passés", FR, 20, 30),
        ("une colonne de 2.500 à 3.000 recrues", FR, 2500, 3000),
        ("between 20 and 30 trucks passed", EN, 20, 30),
        ("20-30 trucks passed", EN, 20, 30),
    ],
)
def test_two_numbers_joined_are_one_range(text: str, language: Language, low: float, high: float) -> None:
    found = quantities(text, language)
    assert [(q.low, q.high, q.shape) for q in found] == [(low, high, QuantityShape.RANGE)]


def test_a_change_from_one_number_to_another_is_two_quantities() -> None:
    assert ends("Les effectifs sont passés de 4.500 à 5.100 recrues.", FR) == [(4500, 4500), (5100, 5100)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("صوت المجلس على القرار 2254", AR),
        ("دمرت دبابة من طراز تي 72", AR),
        ("اندلعت الحرب عام 2014 في الشمال", AR),
        ("وصل الوفد في 15 يوليو 2016", AR),
        ("بدأ القصف عند الساعة 10", AR),
        ("اعتقل شاب عمره 19 عاما", AR),
        ('أطلقوا صاروخ "نسر 2" على الجبل', AR),
        ("قالت الفرقة 30 إنها انسحبت", AR),
        ("عقد اللقاء يوم الاثنين", AR),
        ("les F-16 ont décollé", FR),
        ("un homme âgé de 35 ans est mort", FR),
        ("elle est morte à 25 ans", FR),
        ("le tir a eu lieu à 16h30", FR),
        ("le 4e régiment est parti lundi 29 juin", FR),
        ("dans la nuit du 4 au 5 janvier", FR),
        ("la résolution 2254 du Conseil", FR),
        ("un militaire a été tué", FR),
        ("a woman was killed by a shell", EN),
        ("Resolution 2254 was passed in 2015", EN),
        ("Division 17 pulled back on March 19, 2014", EN),
        ("the raid began at 5 am", EN),
        ("call 218-11 for more", EN),
        ("no one was hurt", EN),
        ("a 34-year-old man was held", EN),
    ],
)
def test_names_dates_times_ages_and_articles_count_nothing(text: str, language: Language) -> None:
    assert quantities(text, language) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("قتل جنديان في الكمين", 2),
        ("أسقطت طائرتين فوق البحر", 2),
        ("نزح نحو ألفي شخص", 2000),
        ("دام الحصار شهرين", 2),
        ("أصيب حارسان اثنان", 2),
    ],
)
def test_an_arabic_dual_is_a_quantity(text: str, value: int) -> None:
    assert ends(text, AR) == [(value, value)]


def test_a_dual_that_is_another_dual_s_adjective_is_not_counted_twice() -> None:
    assert ends("جرح شابان شقيقان قرب السوق", AR) == [(2, 2)]
    assert ends("جرح شابان وطفلان قرب السوق", AR) == [(2, 2), (2, 2)]


def test_a_plural_written_like_a_dual_is_no_quantity() -> None:
    assert quantities("فر المقاتلين من القرية", AR) == ()


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("على بعد 30 كلم من الحدود", AR, 30, Unit.KILOMETRES),
        ("سيطروا على سبعين في المئة من الحي", AR, 70, Unit.PERCENT),
        ("رصدت سبعة ملايين دولار للمشروع", AR, 7_000_000, Unit.MONEY_USD),
        ("دام النزاع ثلاثة عقود", AR, 30, Unit.YEARS),
        ("بقي في السجن ثلاث سنوات ونصف", AR, 3.5, Unit.YEARS),
        ("خلال الأشهر الستة الماضية", AR, 6, Unit.MONTHS),
        ("استمرت الهدنة لمدة شهر", AR, 1, Unit.MONTHS),
        ("une aide de cinq millions d'euros", FR, 5_000_000, Unit.MONEY_EUR),
        ("à 200 mètres du pont", FR, 0.2, Unit.KILOMETRES),
        ("la trêve a duré 48 heures", FR, 2, Unit.DAYS),
        ("ils tiennent 10% du pays", FR, 10, Unit.PERCENT),
        ("le siège a duré un an", FR, 1, Unit.YEARS),
        ("il purge cinq ans de prison", FR, 5, Unit.YEARS),
        ("a five-year war", EN, 5, Unit.YEARS),
        ("in less than two weeks", EN, None, Unit.WEEKS),
        ("the bridge cost $400 last year", EN, 400, Unit.MONEY_USD),
        ("half of the district lies in ruins", EN, 50, Unit.PERCENT),
    ],
)
def test_a_measure_beside_the_number_gives_the_unit(
    text: str, language: Language, value: float | None, unit: Unit
) -> None:
    assert [(q.low, q.unit_hint) for q in quantities(text, language)] == [(value, unit)]


@pytest.mark.parametrize(
    ("text", "language", "noun"),
    [
        ("أسروا 12 ضابطا في القرية", AR, "ضابطا"),
        ("أسروا خمسة من الضباط", AR, "الضباط"),
        ("عاد الضباط الأربعة", AR, "الضباط"),
        ("dix autres gendarmes ont été blessés", FR, "gendarmes"),
        ("une dizaine d'otages ont été libérés", FR, "otages"),
        ("fourteen of the rebels fled", EN, "rebels"),
        ("the raid killed 12.", EN, None),
    ],
)
def test_the_counted_noun_is_pointed_at(text: str, language: Language, noun: str | None) -> None:
    tokens = tokenise(text)
    quantity = find_quantities(tokens, load_numerals(language))[0]
    assert (None if quantity.noun is None else tokens.cut(quantity.noun, quantity.noun + 1)) == noun


def test_an_article_in_a_row_of_counted_people_counts_one() -> None:
    assert ends("trois gendarmes et un douanier ont été arrêtés", FR) == [(3, 3), (1, 1)]


def test_years_are_told_from_quantities_of_the_same_size() -> None:
    assert ends("وصل 2000 شخص عام 2015 إلى المخيم", AR) == [(2000, 2000)]
    assert ends("En 2015, près de 2000 personnes ont fui.", FR) == [(2000, 2000)]


@given(
    count=st.integers(min_value=3, max_value=999_999),
    language=st.sampled_from(Language),
    more=st.sampled_from(["", "At least 3 more.", "قتل 5 على الأقل.", "Plus de dix sont morts.", "2 - 3"]),
)
def test_what_follows_changes_nothing_before_it(count: int, language: Language, more: str) -> None:
    noun = {AR: "مقاتلا", FR: "combattants", EN: "fighters"}[language]
    text = f"({spelled(count, language)} {noun}).\n"
    alone = quantities(text, language)
    assert [(q.low, q.high) for q in alone] == [(count, count)]
    assert quantities(text + more, language)[: len(alone)] == alone


@given(
    text=st.text(alphabet="ab 0123456789.,-/:()%$ \n'مائةألفوعشرين", max_size=60), language=st.sampled_from(Language)
)
def test_any_text_gives_quantities_that_lie_inside_of_it(text: str, language: Language) -> None:
    tokens = tokenise(text)
    for quantity in find_quantities(tokens, load_numerals(language)):
        assert 0 <= quantity.first <= quantity.number_first < quantity.number_last <= quantity.last <= len(tokens)
        assert quantity.noun is None or 0 <= quantity.noun < len(tokens)
        assert quantity.low is not None or quantity.high is not None
