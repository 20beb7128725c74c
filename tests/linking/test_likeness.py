import pytest

from tawatur.linking import likeness
from tawatur.linking.letters import alike, parts, skeleton
from tawatur.linking.likeness import ENOUGH, Bearer, compare, fits


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Haftar", "Hifter"),
        ("حفتر", "Haftar"),
        ("حفتر", "Hifter"),
        ("Sarraj", "Serraj"),
        ("السراج", "el-Sarradj"),
        ("فايز", "فائز"),
        ("إبرهيم", "إبراهيم"),
        ("غوتيريش", "جوتيريش"),
        ("Bachagha", "باشاغا"),
        ("القذافي", "Kadhafi"),
        ("القذافي", "Gaddafi"),
        ("عبد الحميد", "Abdelhamid"),
        ("عبدالرحمن", "Abdul-Rahman"),
        ("Mohamed", "Muhammad"),
        ("بلقاسم", "Belgacem"),
    ],
)
def test_spellings_of_one_name_are_alike_and_looked_up_under_one_key(left: str, right: str) -> None:
    (one,), (other,) = parts(left), parts(right)
    assert skeleton(one) == skeleton(other)
    assert alike(one, other) > 0.7
    assert alike(one, other) == alike(other, one)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("السراج", "الدراج"),
        ("Hassan", "Hussein"),
        ("حسن", "Hussein"),
        ("Mohammed", "Mahmoud"),
        ("محمود", "Mohamed"),
        ("علاء", "Ali"),
        ("عمرو", "Omar"),
        ("صالح", "أسلحة"),
    ],
)
def test_other_names_are_not_alike_however_near_their_letters(left: str, right: str) -> None:
    (one,), (other,) = parts(left), parts(right)
    assert alike(one, other) == alike(other, one) == 0.0


def test_articles_sons_and_servants_make_no_parts_of_their_own() -> None:
    assert parts("Abdel Kader ben Salah") == parts("Abdelkader Salah")
    assert parts("عبد القادر بن صالح") == parts("عبدالقادر صالح")
    assert len(parts("نور الدين زنكي")) == len(parts("Noureddine al-Zenki")) == 3


def test_a_part_in_the_middle_may_be_left_out_and_another_part_may_not_stand_in_its_place() -> None:
    assert fits(("adel", "salem", "mansour"), ("adel", "mansour"))
    assert not fits(("adel", "salem", "mansour"), ("adel", "karim", "mansour"))
    assert not fits(("adel", "mansour"), ("fadel", "mansour"))


def test_a_bare_surname_fits_nobody() -> None:
    assert not fits(("mansour",), ("adel", "mansour"))
    assert not fits(("mansour",), ("mansour",))


def _bearer(id_: str, name: str, country: str | None = None) -> Bearer:
    return Bearer(id_, name, parts(name), country)


def _score(left: Bearer, right: Bearer) -> float:
    return sum(reason.score for reason in compare(left, right))


def test_a_rare_name_is_one_person_wherever_it_is_named() -> None:
    assert _score(_bearer("a", "Zoltan Brikhane", "LY"), _bearer("b", "Zoltan Brikhane", "SY")) >= ENOUGH
    assert _score(_bearer("a", "Zoltan Brikhane"), _bearer("b", "Zultan Brikhane")) >= ENOUGH


def test_a_frequent_name_needs_the_same_country() -> None:
    left = _bearer("a", "Mohammed Ali", "LY")
    assert _score(left, _bearer("b", "محمد علي", "LY")) >= ENOUGH
    assert _score(left, _bearer("b", "محمد علي", "YE")) < ENOUGH
    assert _score(left, _bearer("b", "محمد علي")) < ENOUGH


def test_a_merge_says_what_it_saw() -> None:
    reasons = {
        r.feature: r.words for r in compare(_bearer("a", "Adel Brikhane", "LY"), _bearer("b", "عادل بريخان", "LY"))
    }
    assert reasons["like_spelling"] == "Adel Brikhane and عادل بريخان are spellings of one name"
    assert reasons["same_country"] == "both named in reports on LY"


def test_each_feature_explains_itself_in_words_of_its_own() -> None:
    texts = [feature.__doc__ for feature in likeness.WEIGHTS]
    assert all(texts)
    assert len(set(texts)) == len(texts)
