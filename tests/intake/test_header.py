import datetime as dt

import pytest

from tawatur.intake import from_text
from tawatur.model import Language, RegionKind

BODY_AR = "قال متحدث باسم البلدية إن الميناء فتح أبوابه من جديد، وإن العمال عادوا إلى أعمالهم بعد الظهر."
BODY_FR = "Le maire a déclaré que la jetée était fermée depuis lundi à cause de la tempête."
BODY_EN = "The mayor said on Monday that the pier was closed because of the storm."


def test_a_short_first_line_without_full_stop_is_the_headline() -> None:
    document = from_text(f"الميناء يفتح أبوابه\n\n{BODY_AR}")
    assert document.title is not None
    assert document.title.cut(document.text) == "الميناء يفتح أبوابه"


@pytest.mark.parametrize("text", [BODY_EN, f"{BODY_EN}\n{BODY_EN}", f"{BODY_EN[:-1]} " * 8 + f"\n\n{BODY_EN}"])
def test_a_text_that_begins_with_its_body_has_no_headline(text: str) -> None:
    assert from_text(text).title is None


def test_a_headline_stands_after_a_date_line_too() -> None:
    document = from_text(f"6 mars 2020\nLa jetée est fermée\n{BODY_FR}")
    assert document.title is not None
    assert document.title.cut(document.text) == "La jetée est fermée"
    assert document.date == dt.date(2020, 3, 6)


def test_outlet_and_date_under_the_headline_are_read_and_marked() -> None:
    text = f"الميناء يفتح أبوابه\n\nصحيفة النموذج\nالجمعة 6 مارس 2020\n\n{BODY_AR}"
    document = from_text(text)
    assert (document.outlet, document.date) == ("صحيفة النموذج", dt.date(2020, 3, 6))
    assert [(r.kind, r.name, r.span.cut(text)) for r in document.regions] == [
        (RegionKind.BYLINE, "صحيفة النموذج", "صحيفة النموذج"),
        (RegionKind.DATELINE, "2020-03-06", "الجمعة 6 مارس 2020"),
    ]


def test_a_writer_under_the_headline_is_no_outlet() -> None:
    document = from_text(f"The pier is closed\n\nSalem Rawi\n6 March 2020\n\n{BODY_EN}")
    assert document.outlet is None
    assert [region.name for region in document.regions] == ["Salem Rawi", "2020-03-06"]


@pytest.mark.parametrize("mark", ["-", "|", "–"])
def test_an_outlet_after_the_headline_is_taken_off_it(mark: str) -> None:
    document = from_text(f"The storm closes the old pier {mark} Sample Gazette\n\n{BODY_EN}")
    assert document.outlet == "Sample Gazette"
    assert document.title is not None
    assert document.title.cut(document.text) == "The storm closes the old pier"


@pytest.mark.parametrize("end", ["- monitor", "| Photos", "- witnesses say", "- Associated Press", "- Reuters"])
def test_what_else_ends_a_headline_is_no_outlet(end: str) -> None:
    document = from_text(f"The storm closes the old pier {end}\n\n{BODY_EN}")
    assert document.outlet is None
    assert document.title is not None
    assert document.title.cut(document.text).endswith(end)


@pytest.mark.parametrize(
    ("front", "date"),
    [
        ("Published March 6 2020 ", dt.date(2020, 3, 6)),
        ("Fri Mar 6 2020 ", dt.date(2020, 3, 6)),
        ("06.03.2020 ", dt.date(2020, 3, 6)),
        ("On 6 March 2020 ", None),
        ("6 March 2020, ", None),
    ],
)
def test_a_date_glued_to_the_body_is_a_dateline_only_where_no_sentence_holds_it(
    front: str, date: dt.date | None
) -> None:
    document = from_text(f"The pier is closed\n\n{front}{BODY_EN}")
    assert document.date == date
    assert [region.span.cut(document.text) for region in document.regions] == ([front.strip()] if date else [])


def test_a_signature_and_date_between_headline_and_body_part_them() -> None:
    text = f"Storm closes the pier AFP Friday 6 Mar 2020 {BODY_EN} {BODY_EN} {BODY_EN}"
    document = from_text(text)
    assert document.title is not None
    assert document.title.cut(text) == "Storm closes the pier"
    assert [region.span.cut(text) for region in document.regions] == ["AFP Friday 6 Mar 2020"]


def test_a_given_date_stays_and_the_text_s_own_is_marked() -> None:
    text = f"The pier is closed\n6 March 2020\n{BODY_EN}"
    document = from_text(text, date=dt.date(2021, 1, 1))
    assert (document.date, document.date_found) == (dt.date(2021, 1, 1), "given")
    assert [region.name for region in document.regions] == ["2020-03-06"]


def test_a_date_in_a_sentence_is_no_date_of_publication() -> None:
    assert from_text(f"La jetée est fermée\n\nLe 6 mars 2020, la tempête a touché la côte. {BODY_FR}").date is None


def test_an_outlet_given_with_the_report_stays() -> None:
    text = f"The storm closes the old pier - Sample Gazette\n\n{BODY_EN}"
    assert from_text(text, outlet="The Specimen", language=Language.EN).outlet == "The Specimen"
