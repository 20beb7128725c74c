import pytest

from tawatur.linking.same import FEATURES, LEAST, decide
from tests.linking.stories import read

SENT = "Turkey sent about 700 Syrian fighters to Tripoli."
SAME = [
    (("en", SENT), ("fr", "La Turquie a envoyé environ 700 combattants syriens à Tripoli.")),
    (
        ("en", "At least 21 people were killed in an air strike on Aden."),
        ("ar", "قتل 21 شخصا على الأقل في غارة جوية على عدن."),
    ),
    (
        ("ar", "نفى الجيش السوداني قصف مدينة الأبيض."),
        ("en", "The Sudanese army denied shelling the town of El Obeid."),
    ),
]
OTHER = [
    ("counts", SENT, "Turkey sent about 90 Syrian fighters to Tripoli."),
    ("spots", SENT, "Turkey sent about 700 Syrian fighters to Sirte."),
    ("parties", SENT, "Russia sent about 700 Syrian fighters to Tripoli."),
    ("denied", "The Sudanese army shelled El Obeid.", "The Sudanese army denied shelling El Obeid."),
    ("supposed", "Turkey sent fighters to Tripoli.", "Turkey will send fighters to Tripoli next month."),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_one_claim_in_two_languages_is_the_same(left: tuple[str, str], right: tuple[str, str]) -> None:
    decision = decide(read("l", left[1], language=left[0]), read("r", right[1], language=right[0]))
    assert decision.same, decision.why


@pytest.mark.parametrize(("feature", "left", "right"), OTHER)
def test_another_figure_place_actor_or_stance_is_another_claim_and_says_so(feature: str, left: str, right: str) -> None:
    decision = decide(read("l", left), read("r", right))
    assert not decision.same
    assert next(reason.score for reason in decision.why if reason.feature == feature) < 0


def test_the_seat_of_a_government_may_stand_for_it() -> None:
    decision = decide(
        read("l", "Ankara sent about 700 Syrian fighters to Tripoli."),
        read("r", "Turkey sent about 700 Syrian fighters to Tripoli."),
    )
    assert decision.same, decision.why


def test_left_and_right_may_change_places() -> None:
    for _, left, right in OTHER:
        one, other = read("l", left), read("r", right)
        assert decide(one, other).same == decide(other, one).same


def test_sentences_on_different_things_are_not_the_same() -> None:
    decision = decide(
        read("l", "Turkey sent about 700 Syrian fighters to Tripoli."),
        read("r", "The ministers of Egypt and Greece signed an agreement in Cairo."),
    )
    assert not decision.same


def test_the_sum_of_the_reasons_decides() -> None:
    for _, left, right in OTHER:
        decision = decide(read("l", left), read("r", right))
        assert decision.same == (sum(reason.score for reason in decision.why) >= LEAST)


def test_no_two_features_say_the_same_of_themselves() -> None:
    assert len({feature.__doc__ for feature in FEATURES}) == len(FEATURES)
