from itertools import pairwise

from tawatur.intake import from_text
from tawatur.model import Document

LONG = (
    "قال متحدث باسم البلدية إن الميناء فتح أبوابه من جديد، وإن العمال عادوا إلى أعمالهم بعد الظهر، وإن السفن التي "
    "كانت تنتظر في عرض البحر دخلت واحدة بعد أخرى، وسط فرح الناس الذين خرجوا إلى الشاطئ للمرة الأولى منذ أيام طويلة."
)
LINKS = [
    f"خبر آخر من أخبار المدينة {word}" for word in ("القديمة", "الجديدة", "العليا", "السفلى", "البيضاء", "الخضراء")
]


def _marked(document: Document) -> list[str]:
    return [region.span.cut(document.text) for region in document.regions]


def test_links_to_other_stories_are_left_out_to_the_end() -> None:
    links = "\n\n".join(["مقالات ذات صلة", *LINKS[:3]])
    assert _marked(from_text(f"الميناء يفتح أبوابه\n\n{LONG}\n\n{links}")) == [links]


def test_a_heading_of_links_above_the_report_takes_only_itself() -> None:
    assert _marked(from_text(f"الميناء يفتح أبوابه\n\nالأكثر قراءة\n\n{LONG}")) == ["الأكثر قراءة"]


def test_a_run_of_headlines_without_a_heading_is_left_out() -> None:
    links = "\n\n".join(LINKS)
    assert _marked(from_text(f"الميناء يفتح أبوابه\n\n{LONG}\n\n{links}")) == [links]


def test_a_list_that_belongs_to_the_report_stays() -> None:
    toll = "\n".join(
        f"حي {name}: {n} جرحى" for n, name in enumerate(("الميناء", "السوق", "القلعة", "الجبل", "النهر", "الباب"))
    )
    assert _marked(from_text(f"الميناء يفتح أبوابه\n\n{LONG}\n{toll}\n{LONG}")) == []


def test_a_report_of_short_lines_alone_stays() -> None:
    assert _marked(from_text("\n\n".join(LINKS))) == []


def test_words_of_furniture_inside_a_sentence_stay() -> None:
    text = (
        "المساهمون في الشركة يجتمعون\n\nوقال المساهمون إنهم تابعوا الأمر على تويتر وفيسبوك، وإن حجم الخسائر كبير.\n"
        f"{LONG}\nتحرير المدينة انتهى أمس، كما قال السكان الذين عادوا إلى بيوتهم."
    )
    assert _marked(from_text(text)) == []


def test_buttons_in_another_language_are_left_out() -> None:
    assert _marked(from_text(f"الميناء يفتح أبوابه\n\nFacebook\n\nShare\n\n{LONG}")) == ["Facebook", "Share"]


def test_regions_stand_in_order_and_never_overlap() -> None:
    text = f"الميناء يفتح أبوابه\n06 مارس 2020\n+ الخط -\nبيروت (رويترز) - {LONG}\nاقرأ أيضا: خبر (رويترز)\nالمساهمون"
    spans = [region.span for region in from_text(text).regions]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert len(spans) == 5


def test_marks_of_direction_hide_no_phrase() -> None:
    assert _marked(from_text(f"الميناء يفتح أبوابه\n\n\u202eالمساهمون\u202c.\n\n{LONG}")) == ["المساهمون\u202c."]
