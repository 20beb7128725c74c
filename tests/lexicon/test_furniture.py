from pathlib import Path

import pytest

from tawatur.errors import LexiconError
from tawatur.intake import from_text
from tawatur.intake.dates import find_day, is_date_line
from tawatur.lexicon import furniture
from tawatur.lexicon.furniture import Agency, Phrase, Place, load_furniture
from tawatur.model import Language

BODY = {
    Language.AR: "قال متحدث باسم بلدية النموذج إن الميناء فتح أبوابه يوم الأحد بعد أن غادرته السفن، وإن العمال عادوا "
    "إلى أعمالهم من الصباح حتى المساء، وإن الطريق إلى المدينة صار سالكا من جديد أمام الناس بعد أيام طويلة.",
    Language.FR: "Un porte-parole de la mairie a déclaré que le port était ouvert depuis dimanche, après le départ des "
    "navires, et que les ouvriers avaient repris le travail du matin au soir sur les quais, selon la radio locale.",
    Language.EN: "A spokesman for the town hall said that the port had been open since Sunday, after the ships had "
    "left, and that the workers were back at work from morning to night on all of the quays of the old harbour.",
}
CASES = [(language, phrase) for language in Language for phrase in load_furniture(language).phrases]
SIGNED = [(language, agency) for language in Language for agency in load_furniture(language).agencies]


@pytest.mark.parametrize(("language", "phrase"), CASES, ids=[f"{lang} {p.text} ({p.place})" for lang, p in CASES])
def test_each_phrase_marks_its_example_and_nothing_else(language: Language, phrase: Phrase) -> None:
    glue = " " if phrase.place is Place.TAIL else "\n"
    text = f"{BODY[language]}\n{BODY[language]}{glue}{phrase.example}"
    marked = [region.span.cut(text) for region in from_text(text, language=language).regions]
    assert marked == [phrase.example]


@pytest.mark.parametrize(("language", "agency"), SIGNED, ids=[f"{lang} {a.name}" for lang, a in SIGNED])
def test_each_agency_is_found_in_its_example(language: Language, agency: Agency) -> None:
    is_dateline = agency.example.endswith(("-", ":", ")--"))
    body = BODY[language]
    text = f"{agency.example} {body}" if is_dateline else f"{body}\n{agency.example}\n{body}"
    names = [region.name for region in from_text(f"{text}\n{body}", language=language).regions]
    assert names == [agency.name]


@pytest.mark.parametrize("language", Language)
def test_each_month_and_date_word_is_read_in_its_example(language: Language) -> None:
    known = load_furniture(language)
    for month in known.months:
        day = find_day(month.example)
        assert day is not None, month.example
        assert day.date.month == month.number
        for form in month.forms:
            assert (found := find_day(f"7 {form} 2020")) is not None, form
            assert found.date.month == month.number
    assert all(is_date_line(example, language) for example in known.date_examples)


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ('[[phrase]]\ntext = "x"\nkind = "button"\nplace = "line"\nexample = "x"', "button"),
        ('[[phrase]]\ntext = "x"\nkind = "credit"\nplace = "nowhere"\nexample = "x"', "nowhere"),
        ('[[phrase]]\ntext = "x"\nkind = "credit"\nplace = "line"', "example"),
        ('[[agency]]\nname = "X"\nforms = ["a", "a"]\nexample = "a"', "twice"),
        ('[[month]]\nnumber = true\nforms = ["a"]\nexample = "a"', "number"),
    ],
)
def test_a_wrong_row_stops_the_program_and_says_where(
    row: str, complaint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "en"
    folder.mkdir()
    header = '[header]\nsource = "s"\nlicence = "l"\ndate = "2026-11-29"\nrule = "r"\n[tell]\nwords = ["a"]\n'
    (folder / "furniture.toml").write_text(header + row, encoding="utf-8")
    monkeypatch.setattr(furniture, "data_folder", lambda: tmp_path)
    with pytest.raises(LexiconError, match=complaint):
        load_furniture.__wrapped__(Language.EN)
