import pytest

from tawatur.intake import from_text
from tawatur.model import Document, RegionKind

BODY = {
    "ar": "قال متحدث باسم البلدية إن الميناء فتح أبوابه من جديد، وإن العمال عادوا إلى أعمالهم بعد الظهر.",
    "fr": "Le maire a déclaré que la jetée était fermée depuis lundi à cause de la tempête.",
    "en": "The mayor said on Monday that the pier was closed because of the storm.",
}
TITLE = {"ar": "الميناء يفتح أبوابه", "fr": "La jetée est fermée", "en": "The pier is closed"}


def _marked(document: Document) -> list[tuple[RegionKind, str | None, str]]:
    return [(region.kind, region.name, region.span.cut(document.text)) for region in document.regions]


@pytest.mark.parametrize(
    ("language", "dateline", "name"),
    [
        ("ar", "دمشق - سانا:", "SANA"),
        ("ar", "القدس ـ د.ب.أ:", "DPA"),
        ("ar", "أتلانتا، الولايات المتحدة (CNN)--", "CNN"),
        ("ar", "(CNN)--", "CNN"),
        ("ar", "بيروت (أ ف ب) -", "AFP"),
        ("ar", "بيروت (رويترز) –", "Reuters"),
        ("ar", "عدن (المثال)-", "المثال"),
        ("en", "Aleppo (AFP) -", "AFP"),
        ("en", "BEIRUT (Reuters) -", "Reuters"),
        ("en", "DAMASCUS, Syria (AP) —", "AP"),
        ("en", "MOSCOW (Sputnik)", "Sputnik"),
        ("en", "Damascus, SANA -", "SANA"),
        ("en", "TRIPOLI —", None),
        ("fr", "PARIS, 6 mars (Reuters) -", "Reuters"),
        ("fr", "Tripoli (AFP) –", "AFP"),
    ],
)
def test_a_dateline_is_marked_with_its_agency(language: str, dateline: str, name: str | None) -> None:
    document = from_text(f"{TITLE[language]}\n\n{dateline} {BODY[language]}\n{BODY[language]}")
    assert _marked(document) == [(RegionKind.DATELINE, name, dateline)]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ar", "اجتمع الوفدان في جلسة سياسية - عسكرية - أمنية في المدينة مساء الأحد."),
        ("ar", "قالت وكالة الأنباء السورية (سانا) إن الميناء فتح أبوابه."),
        ("ar", "رويترز: الميناء فتح أبوابه من جديد بعد أيام من الإغلاق كما قال شهود."),
        ("en", "The Health Ministry (which is run by the town) said that the pier was closed."),
        ("en", "The SANA news agency said the pier was closed - for good."),
        ("fr", "Le Gouvernement d'union (GNA) a déclaré que la jetée était fermée."),
    ],
)
def test_a_sentence_that_names_an_agency_or_holds_a_dash_is_no_dateline(language: str, sentence: str) -> None:
    assert _marked(from_text(f"{TITLE[language]}\n\n{sentence}\n{BODY[language]}")) == []


@pytest.mark.parametrize(
    ("language", "caption"),
    [
        ("ar", "مراكب الصيادين في الميناء القديم(سالم الراوي/فرانس برس)"),
        ("ar", "مراكب الصيادين في الميناء القديم (الأناضول)"),
        ("ar", "مراكب الصيادين في الميناء القديم (أرشيف)"),
        ("en", "Fishing boats in the old harbour (Salem Rawi/AFP)"),
        ("en", "Fishing boats in the old harbour. (AFP Photo)"),
        ("en", "Fishing boats in the old harbour (Photo: Salem Rawi)"),
        ("fr", "Des bateaux de pêche dans le vieux port (Salem Rawi/AFP)"),
    ],
)
def test_a_caption_that_ends_in_a_credit_is_left_out(language: str, caption: str) -> None:
    document = from_text(f"{TITLE[language]}\n\n{caption}\n{BODY[language]}\n{BODY[language]}")
    assert "".join(text for _, _, text in _marked(document)) in (caption, "(AFP Photo)")


@pytest.mark.parametrize(
    "sentence",
    [
        "وفتح الميناء أبوابه بحسب بيان نشرته وكالة الأنباء الرسمية (سانا).",
        "وفتح الميناء أبوابه بحسب بيان نشرته وكالة الأنباء الرسمية (سانا)",
        f"{BODY['ar'][:-1]}، {BODY['ar'][:-1]} (تاس)",
    ],
)
def test_a_sentence_that_ends_in_an_agency_s_short_name_stays(sentence: str) -> None:
    assert _marked(from_text(f"{TITLE['ar']}\n\n{BODY['ar']}\n{sentence}\n{BODY['ar']}")) == []


@pytest.mark.parametrize(
    ("language", "credit", "name"), [("ar", "(أ ف ب)", "AFP"), ("ar", "(رويترز)", "Reuters"), ("fr", "(AFP)", "AFP")]
)
def test_an_agency_in_brackets_after_a_sentence_is_a_credit_and_the_sentence_stays(
    language: str, credit: str, name: str
) -> None:
    document = from_text(f"{TITLE[language]}\n\n{BODY[language]}\n{BODY[language]} {credit}")
    assert _marked(document) == [(RegionKind.CREDIT, name, credit)]


@pytest.mark.parametrize("line", ["عواصم - وكالات", "النموذج أونلاين | متابعات", "إدلب / سالم الراوي / الأناضول"])
def test_a_line_of_names_with_an_agency_under_the_headline_is_left_out(line: str) -> None:
    document = from_text(f"{TITLE['ar']}\n\n{line}\n{BODY['ar']}\n{BODY['ar']}")
    assert [text for _, _, text in _marked(document)] == [line]


def test_a_signature_under_the_last_line_is_a_credit() -> None:
    document = from_text(f"{TITLE['ar']}\n\n{BODY['ar']}\n\nالنموذج/ أ ف ب")
    assert _marked(document) == [(RegionKind.CREDIT, "AFP", "النموذج/ أ ف ب")]
