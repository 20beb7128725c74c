"""Who said it in Arabic: the hard cases, each with a look-alike that must not fire."""

import pytest

from tawatur.model import Stance
from tests.reading.conftest import Read, claim_with, sources

AGREEING = [
    (
        "قال قائد الشرطة إن وكالة محلية ذكرت أن الجسر سليم. وأضاف أن مسلحين هاجموا الحاجز.",
        "هاجموا",
        ["قائد الشرطة"],
    ),
    (
        "ذكرت الإذاعة أن المحافظ قال إن الجسر سليم. وأضافت أن مسلحين هاجموا الحاجز.",
        "هاجموا",
        ["الإذاعة"],
    ),
    (
        "قال الطبيب إن شهودا حضروا. وذكرت مصادر طبية أن الوضع هادئ. وأضافت أن الطائرات قصفت الحي.",
        "قصفت",
        ["مصادر طبية"],
    ),
    (
        "وبحسب ما أورد الموقع، فإن مصادر عدة أكدت الخبر، مبرزا أن الجنود انسحبوا من التل.",
        "انسحبوا",
        ["الموقع"],
    ),
]


@pytest.mark.parametrize(("text", "trigger", "expected"), AGREEING)
def test_an_elided_subject_is_the_last_speaker_whose_form_agrees(
    read: Read, text: str, trigger: str, expected: list[str]
) -> None:
    reading = read(text, "ar")
    assert sources(reading, claim_with(reading, trigger)) == expected


SUBJECTS = [
    ('وتابع وكيل المحافظة قائلا: "القوات انسحبت من المدينة".', "انسحبت", ["وكيل المحافظة"]),
    ("وأكد المصدر سقوط قذائف على الحي حيث قصفت الطائرات السوق.", "قصفت", ["المصدر"]),
    ("وكان التحالف الذي تقوده الدولة، أعلن في وقت سابق أن طائراته قصفت الميناء.", "قصفت", ["التحالف"]),
    ("قال دبلوماسي طلب عدم كشف هويته إن الجنود انسحبوا من التل.", "انسحبوا", ["دبلوماسي"]),
    ("نشرت صحيفة مقالة عن الضابط الذي قال إن الجنود انسحبوا من التل.", "انسحبوا", ["الضابط"]),
    ('وأضاف المصدر لـ"المدار" أن الجنود انسحبوا من التل.', "انسحبوا", ["المصدر"]),
    ("كما ذكرت أنها رأت الجنود. وقالت سيدة إن الجنود انسحبوا من التل.", "انسحبوا", ["سيدة"]),
]


@pytest.mark.parametrize(("text", "trigger", "expected"), SUBJECTS)
def test_the_subject_of_a_verb_of_saying_is_found_where_it_stands(
    read: Read, text: str, trigger: str, expected: list[str]
) -> None:
    reading = read(text, "ar")
    assert sources(reading, claim_with(reading, trigger)) == expected


def test_an_object_that_does_not_agree_with_the_verb_is_not_who_speaks(read: Read) -> None:
    reading = read("قال الوزير إن الوضع هادئ. وأعلن حالة الطوارئ قائلا إن مسلحين هاجموا الجسر.", "ar")
    assert sources(reading, claim_with(reading, "هاجموا")) == ["الوزير"]


def test_a_word_with_the_ending_of_the_feminine_is_no_verb_with_a_pronoun(read: Read) -> None:
    reading = read('قالت الناطقة في إفادة صحفية "الجنود انسحبوا من التل".', "ar")
    assert sources(reading, claim_with(reading, "انسحبوا")) == ["الناطقة"]


HEADLINES = [
    ("مصدر عسكري: مسلحون هاجموا الجسر", "هاجموا", ["مصدر عسكري"]),
    ("وزارة الصحة: مسلحون هاجموا المشفى", "هاجموا", ["وزارة الصحة"]),
    ("الجيش: طائرات قصفت المرفأ", "قصفت", ["الجيش"]),
]


@pytest.mark.parametrize(("text", "trigger", "expected"), HEADLINES)
def test_a_speaker_alone_before_a_colon_is_the_source_of_a_headline(
    read: Read, text: str, trigger: str, expected: list[str]
) -> None:
    reading = read(text, "ar")
    assert sources(reading, claim_with(reading, trigger)) == expected


TOPICS = [
    ("الأزمة الليبية: مسلحون هاجموا الجسر", "هاجموا"),
    ("سوريا: مسلحون هاجموا الجسر\n\nأعلن مسؤول أن الهجوم وقع في سوريا ليلا.", "هاجموا"),
    ("مقتل ضابط: مسلحون هاجموا الجسر", "هاجموا"),
]


@pytest.mark.parametrize(("text", "trigger"), TOPICS)
def test_a_topic_or_a_place_before_a_colon_says_nothing(read: Read, text: str, trigger: str) -> None:
    assert claim_with(read(text, "ar"), trigger).chain == ()


NESTED = [
    ("نقلت صحيفة محلية عن طبيب قوله إن الطائرات قصفت المشفى.", "قصفت", ["صحيفة محلية", "طبيب"]),
    ('ونقلت الوكالة على لسان المحافظ قوله: "الطائرات قصفت المشفى".', "قصفت", ["الوكالة", "المحافظ"]),
    ("ونسبت الإذاعة إلى الضابط قوله إن الجنود انسحبوا من التل.", "انسحبوا", ["الضابط"]),
]


@pytest.mark.parametrize(("text", "trigger", "expected"), NESTED)
def test_whom_an_outlet_quotes_stands_behind_it_in_the_chain(
    read: Read, text: str, trigger: str, expected: list[str]
) -> None:
    reading = read(text, "ar")
    assert sources(reading, claim_with(reading, trigger)) == expected


def test_a_source_in_a_clause_of_contrast_stands_beside_the_first_one(read: Read) -> None:
    reading = read("وفيما يقول الجيش إنه ملتزم بالاتفاق، قال المرصد إن مسلحين هاجموا الجسر.", "ar")
    assert sources(reading, claim_with(reading, "هاجموا")) == ["المرصد"]


def test_two_sources_with_two_figures_keep_their_own(read: Read) -> None:
    reading = read("قال ناشطون إن القصف قتل أربعين شخصا، فيما قالت الحكومة إن الغارة أودت بحياة عشرة.", "ar")
    assert sources(reading, claim_with(reading, "قتل")) == ["ناشطون"]
    assert sources(reading, claim_with(reading, "أودت")) == ["الحكومة"]


DENIED = [
    "نفى المتحدث باسم الجيش قصف المشفى بالمدفعية.",
    "قال المتحدث باسم الجيش إنه لا صحة للأنباء عن قصف المشفى.",
    "رفضت وزارة الدفاع ادعاءات بقصف المشفى.",
    "قال الوزير إن الأمر واضح، نافيا أن تكون الطائرات قصفت المشفى.",
]


@pytest.mark.parametrize("text", DENIED)
def test_denying_a_happening_or_a_report_of_it_denies(read: Read, text: str) -> None:
    assert claim_with(read(text, "ar"), "قصف").stance is Stance.DENIES


LOOK_LIKE_DENIALS = [
    "أكد المتحدث باسم الجيش قصف المشفى بالمدفعية.",
    "رفضت وزارة الدفاع وقف قصف المدينة.",
]


@pytest.mark.parametrize("text", LOOK_LIKE_DENIALS)
def test_affirming_or_refusing_to_act_does_not_deny(read: Read, text: str) -> None:
    assert claim_with(read(text, "ar"), "قصف").stance is Stance.ASSERTS


NOT_SAID = [
    ("ولم يذكر الضابط أن الطائرات قصفت المشفى.", "قصفت"),
    ("ولم توضح الوزارة متى انسحبت القوات من التل.", "انسحبت"),
]


@pytest.mark.parametrize(("text", "trigger"), NOT_SAID)
def test_what_somebody_did_not_say_is_not_put_down_to_them(read: Read, text: str, trigger: str) -> None:
    assert claim_with(read(text, "ar"), trigger).chain == ()


def test_who_did_not_say_one_thing_is_still_who_says_the_next(read: Read) -> None:
    reading = read("ولم يورد المتحدث تفاصيل، وشدد على أن الجنود انسحبوا من التل.", "ar")
    assert sources(reading, claim_with(reading, "انسحبوا")) == ["المتحدث"]


ADVERBIAL = [
    ("انسحب الجنود من التل، وفق أرقام الأمم المتحدة.", "انسحب", ["الأمم المتحدة"]),
    ("انسحب الجنود من التل، بحسب ما نشرته صحيفة محلية.", "انسحب", ["صحيفة محلية"]),
    ("انسحب الجنود من التل، حسبما أفاد شهود عيان.", "انسحب", ["شهود عيان"]),
]


@pytest.mark.parametrize(("text", "trigger", "expected"), ADVERBIAL)
def test_an_adverbial_source_is_whoever_it_goes_back_to(
    read: Read, text: str, trigger: str, expected: list[str]
) -> None:
    reading = read(text, "ar")
    assert sources(reading, claim_with(reading, trigger)) == expected


LOOK_LIKE_SOURCES = [
    ("انسحب الجنود من التل وفق الاتفاق.", "انسحب"),
    ("انسحب الجنود من التل حسب الحاجة.", "انسحب"),
    ("نقل المسعفون الجرحى بعدما قصفت الطائرات السوق.", "قصفت"),
    ("شكر الوزير الضابط بعدما هاجموا الجسر.", "هاجموا"),
]


@pytest.mark.parametrize(("text", "trigger"), LOOK_LIKE_SOURCES)
def test_terms_and_other_verbs_are_no_sources(read: Read, text: str, trigger: str) -> None:
    assert claim_with(read(text, "ar"), trigger).chain == ()


UNSOURCED = [
    "قيل إن مسلحين هاجموا القافلة.",
    "يزعم أن مسلحين هاجموا القافلة.",
]


@pytest.mark.parametrize("text", UNSOURCED)
def test_a_passive_of_saying_names_nobody_and_keeps_its_cue(read: Read, text: str) -> None:
    claim = claim_with(read(text, "ar"), "هاجموا")
    assert claim.chain == ()
    assert claim.cue is not None


def test_first_person_inside_a_quotation_is_its_speaker_not_the_one_before(read: Read) -> None:
    reading = read('قال العامل إن السوق مغلقة. وأوضح الطبيب "أعتقد أن الجنود انسحبوا من التل".', "ar")
    assert sources(reading, claim_with(reading, "انسحبوا")) == ["الطبيب"]


RESUMED = [
    ("حشد الحرس دباباته قرب الجسر، كما يقول شيخ القرية.", "حشد", ["شيخ القرية"]),
    ("استهدف الجيش مخازن في الوادي ليلا، وفق ما أفاد الأربعاء.", "استهدف", ["الجيش"]),
    ("صدرت الصحف بعد إعلان وزارة الدفاع الأحد مقتل أربعة جنود في الوادي.", "مقتل", ["وزارة الدفاع"]),
    ("سارعت وزارة الدفاع إلى التأكيد على أن الجنود انسحبوا من التل.", "انسحبوا", ["وزارة الدفاع"]),
    ("أما رئيس الوزراء، سامي البدري، فقال إن الجنود انسحبوا من التل.", "انسحبوا", ["رئيس الوزراء"]),
    ("وجاء في وكالة سانا أن مسلحين هاجموا الجسر.", "هاجموا", ["وكالة سانا"]),
    ("أكدت مصادر طبية مقتل عشرين شخصا في الوادي.", "مقتل", ["مصادر طبية"]),
    (
        'ذكرت الصحيفة أن وفدا وصفته بـ"الرفيع" حضر الاجتماع في البلدة.',
        "حضر",
        ["الصحيفة"],
    ),
]


@pytest.mark.parametrize(("text", "trigger", "expected"), RESUMED)
def test_a_source_without_that_is_found_by_its_place(read: Read, text: str, trigger: str, expected: list[str]) -> None:
    reading = read(text, "ar")
    assert sources(reading, claim_with(reading, trigger)) == expected


def test_what_also_says_with_that_behind_it_is_no_adverbial(read: Read) -> None:
    reading = read("انسحب الجنود من التل. كما يقول شيخ القرية إن مسلحين هاجموا الجسر.", "ar")
    assert claim_with(reading, "انسحب").chain == ()
    assert sources(reading, claim_with(reading, "هاجموا")) == ["شيخ القرية"]


STANCES = [
    ("تعرض الحي لقصف عنيف، وهو ما نفته الحكومة.", "قصف", Stance.DENIES),
    ("تعرض الحي لقصف عنيف، وهو ما أكدته الحكومة.", "قصف", Stance.ASSERTS),
    ("قال العمدة إنه لم يقع أي هجوم على البلدة.", "هجوم", Stance.DENIES),
    ("قال العمدة إن أي هجوم على البلدة خطأ.", "هجوم", Stance.ASSERTS),
    ("زار الخبراء موقع الهجوم المزعوم في البلدة.", "الهجوم", Stance.DOUBTS),
    ("أدانت الوزارة الهجوم على السفينة في الميناء المزعوم.", "الهجوم", Stance.ASSERTS),
    ("زار الخبراء موقع ما يعتقد أنه هجوم بالغاز.", "هجوم", Stance.DOUBTS),
]


@pytest.mark.parametrize(("text", "trigger", "stance"), STANCES)
def test_a_hedge_or_a_denial_counts_where_it_stands_near(read: Read, text: str, trigger: str, stance: Stance) -> None:
    assert claim_with(read(text, "ar"), trigger).stance is stance
