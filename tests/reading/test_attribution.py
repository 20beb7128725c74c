"""Who said it: the hard cases of attribution, in the languages where they occur."""

import pytest

from tawatur.model import Stance
from tests.reading.conftest import Read, claim_with, sources

NEAREST = [
    ("ar", "قال متحدث عسكري إن طائرات قصفت مطار المدينة.", "قصفت", ["متحدث عسكري"]),
    ("ar", "وذكرت صحيفة النهار المحلية أن مئتي مقاتل وصلوا إلى ميناء سرت.", "وصلوا", ["صحيفة النهار المحلية"]),
    ("ar", "الوزير قال إن القوات انسحبت من البلدة.", "انسحبت", ["الوزير"]),
    ("ar", "قصفت المدفعية حيا سكنيا، بحسب مصدر طبي.", "قصفت", ["مصدر طبي"]),
    ("ar", "ووفقا لشهود عيان، اقتحم الجنود القرية فجرا.", "اقتحم", ["لشهود عيان"]),
    ("ar", "قُتل سبعة جنود في كمين قرب الحدود، حسبما أفادت وزارة الدفاع.", "قُتل", ["وزارة الدفاع"]),
    ("fr", "Le ministre a affirmé que l'armée avait bombardé le village.", "bombardé", ["Le ministre"]),
    ("fr", '"Les soldats ont attaqué notre quartier", a raconté une habitante.', "attaqué", ["une habitante"]),
    ("fr", "Selon une source militaire, trois miliciens ont été tués.", "tués", ["une source militaire"]),
    ("fr", "Trois miliciens ont été tués, selon une source militaire.", "tués", ["une source militaire"]),
    ("en", "The mayor said that rebels shelled the market.", "shelled", ["The mayor"]),
    ("en", "Rebels shelled the market, a doctor said.", "shelled", ["a doctor"]),
    ("en", "According to a local official, gunmen attacked the convoy.", "attacked", ["a local official"]),
    ("en", '"They bombed the school," said a teacher.', "bombed", ["a teacher"]),
]


@pytest.mark.parametrize(("language", "text", "trigger", "expected"), NEAREST)
def test_the_nearest_source_is_found(read: Read, language: str, text: str, trigger: str, expected: list[str]) -> None:
    reading = read(text, language)
    assert sources(reading, claim_with(reading, trigger)) == expected


CARRIED = [
    ("ar", "قال قائد الشرطة إن الوضع هادئ. وأضاف أن مسلحين هاجموا الحاجز ليلا.", "هاجموا", ["قائد الشرطة"]),
    ("ar", "أكد المحافظ وقف القتال، مشيرا إلى أن الجيش انسحب من الحي.", "انسحب", ["المحافظ"]),
    (
        "fr",
        '"Nous avons peur", a dit le maire. Les rebelles ont attaqué le pont, a-t-il ajouté.',
        "attaqué",
        ["le maire"],
    ),
    (
        "en",
        "The general said the road was open. He added that gunmen attacked the bridge.",
        "attacked",
        ["The general"],
    ),
]


@pytest.mark.parametrize(("language", "text", "trigger", "expected"), CARRIED)
def test_a_pronoun_or_an_elided_subject_points_back_to_the_last_full_naming(
    read: Read, language: str, text: str, trigger: str, expected: list[str]
) -> None:
    reading = read(text, language)
    assert sources(reading, claim_with(reading, trigger)) == expected


NESTED = [
    ("ar", "نقلت وكالة الأنباء عن مصدر أمني قوله إن مسلحين خطفوا مهندسا.", "خطفوا", ["وكالة الأنباء", "مصدر أمني"]),
    ("ar", "أوردت القناة، نقلا عن مصدر طبي، أن القصف قتل عاملين.", "قتل", ["القناة", "مصدر طبي"]),
]


@pytest.mark.parametrize(("language", "text", "trigger", "expected"), NESTED)
def test_a_chain_nests_where_the_text_nests(
    read: Read, language: str, text: str, trigger: str, expected: list[str]
) -> None:
    reading = read(text, language)
    assert sources(reading, claim_with(reading, trigger)) == expected


DENIED = [
    ("ar", "نفى المتحدث باسم الجيش أن تكون طائراته قد قصفت المستشفى.", "قصفت", Stance.DENIES),
    ("fr", "Le porte-parole a démenti que l'armée ait bombardé l'hôpital.", "bombardé", Stance.DENIES),
    ("en", "The spokesman denied that the army bombed the hospital.", "bombed", Stance.DENIES),
    ("ar", "زعم الفصيل أن الجيش قصف المدرسة.", "قصف", Stance.DOUBTS),
    ("fr", "Une frappe aurait tué douze civils.", "tué", Stance.DOUBTS),
]


@pytest.mark.parametrize(("language", "text", "trigger", "stance"), DENIED)
def test_the_stance_is_that_of_the_nearest_source(
    read: Read, language: str, text: str, trigger: str, stance: Stance
) -> None:
    assert claim_with(read(text, language), trigger).stance is stance


NO_SOURCE = [
    ("fr", "Les soldats ont été déployés selon les besoins.", "déployés"),
    ("ar", "نقل الهلال الأحمر الجرحى بعد أن قصفت الطائرات الحي.", "قصفت"),
    ("en", "The army attacked the village on Monday.", "attacked"),
]


@pytest.mark.parametrize(("language", "text", "trigger"), NO_SOURCE)
def test_words_that_only_look_like_cues_attribute_nothing(read: Read, language: str, text: str, trigger: str) -> None:
    claim = claim_with(read(text, language), trigger)
    assert claim.chain == ()
    assert claim.cue is None


UNSOURCED = [
    ("ar", "قيل إن مسلحين هاجموا القافلة.", "هاجموا"),
    ("en", "It was reported that gunmen attacked the convoy.", "attacked"),
]


@pytest.mark.parametrize(("language", "text", "trigger"), UNSOURCED)
def test_a_passive_of_saying_keeps_its_cue_and_names_nobody(read: Read, language: str, text: str, trigger: str) -> None:
    claim = claim_with(read(text, language), trigger)
    assert claim.chain == ()
    assert claim.cue is not None


TOLD = [
    ("en", "A spokesman told Reuters on Monday that rebels shelled the market.", "shelled", "Reuters"),
    ("fr", "« Les rebelles ont attaqué le pont », a déclaré à l'AFP un responsable local.", "attaqué", "AFP"),
    ("ar", "قال مصدر عسكري لوكالة رويترز إن الجيش قصف القرية.", "قصف", "Reuters"),
]


@pytest.mark.parametrize(("language", "text", "trigger", "medium"), TOLD)
def test_whom_a_source_told_is_kept_beside_the_chain(
    read: Read, language: str, text: str, trigger: str, medium: str
) -> None:
    claim = claim_with(read(text, language), trigger)
    assert claim.medium is not None
    assert claim.medium.name == medium
    assert len(claim.chain) == 1


def test_an_outlet_that_is_only_spoken_of_is_no_medium(read: Read) -> None:
    claim = claim_with(read("A spokesman said that rebels shelled the office of Reuters.", "en"), "shelled")
    assert claim.medium is None
