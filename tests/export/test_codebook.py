import json
from typing import Any

import pytest

from tawatur.export import codebook_line
from tawatur.model import Report, Unit
from tests.export.made import ARABIC, claim, credit, figure, full_claim, report, span


def line_of(made: Report, explain: bool = False) -> Any:
    return json.loads(codebook_line(made, explain))


def test_a_line_holds_the_fields_of_the_codebook_in_their_order() -> None:
    line = line_of(report([full_claim()]))
    assert list(line) == ["id", "lang", "date", "outlet", "title", "reader", "credits", "claims"]
    assert list(line["claims"][0]) == [
        "id", "type", "trigger", "evidence", "stance", "status", "chain", "cue", "medium", "args", "figures", "date",
    ]  # fmt: skip


def test_every_span_cuts_the_words_that_it_stands_for() -> None:
    read = line_of(report([full_claim()]))["claims"][0]
    words = {key: ARABIC[slice(*read[key])] for key in ("trigger", "cue")}
    words["source"] = ARABIC[slice(*read["chain"][0]["span"])]
    words["medium"] = ARABIC[slice(*read["medium"]["span"])]
    words["object"] = ARABIC[slice(*read["args"][0]["span"])]
    words["date"] = ARABIC[slice(*read["date"]["span"])]
    assert words == {
        "trigger": "وصلوا",
        "cue": "قال",
        "source": "مصدر عسكري",
        "medium": "لوكالة المرفأ",
        "object": "300 مقاتل",
        "date": "يوم الثلاثاء",
    }


def test_what_a_claim_lacks_is_null_or_empty_and_still_there() -> None:
    read = line_of(report([claim()]))["claims"][0]
    assert (read["chain"], read["args"], read["figures"]) == ([], [], [])
    assert (read["cue"], read["medium"], read["date"]) == (None, None, None)


def test_what_a_document_lacks_is_null() -> None:
    line = line_of(report(date=None, outlet=None, title=None))
    assert (line["date"], line["outlet"], line["title"]) == (None, None, None)


@pytest.mark.parametrize(
    ("low", "high", "printed"),
    [
        (1500.0, 1500.0, '"low": 1500, "high": 1500'),
        (3000, None, '"low": 3000, "high": null'),
        (1.5, 2.5, '"low": 1.5, "high": 2.5'),
        (None, 0.0, '"low": null, "high": 0'),
    ],
)
def test_whole_numbers_are_printed_as_integers(low: float | None, high: float | None, printed: str) -> None:
    made = report([claim(figures=(figure(ARABIC, "300", low, high, Unit.PEOPLE),))])
    assert printed in codebook_line(made)


def test_letters_stand_as_they_are_and_the_line_is_one_line() -> None:
    line = codebook_line(report([full_claim()]))
    assert "وصول مقاتلين إلى بنغازي" in line
    assert len(line.splitlines()) == 1


def test_separators_controls_and_half_surrogates_survive_as_escapes() -> None:
    outlet = "a\u2028b\x85c\x9bd\ud800e\x1bf\x00"
    line = codebook_line(report(outlet=outlet))
    assert len(line.splitlines()) == 1
    assert line.encode("utf-8")
    assert not any(ord(char) < 32 or 127 <= ord(char) < 160 for char in line)
    assert json.loads(line)["outlet"] == outlet


def test_credits_name_the_origins_that_the_page_gives() -> None:
    text = "قتل جندي. (وكالة المرفأ)"
    line = line_of(report(text=text, regions=(credit(text, "(وكالة المرفأ)", "Harbour agency"),)))
    start, end = span(text, "(وكالة المرفأ)").start, len(text)
    assert line["credits"] == [{"kind": "credit", "span": [start, end], "name": "Harbour agency"}]


def test_nothing_is_explained_unless_asked_for() -> None:
    line = line_of(report([full_claim()]))
    assert "found" not in line
    assert "found" not in line["claims"][0]


def test_an_explained_line_names_stage_and_rule_of_every_field() -> None:
    line = line_of(report([full_claim()]), explain=True)
    read = line["claims"][0]
    assert line["found"] == {"date": "given"}
    assert set(read["found"]) == set(read) - {"id", "found"}
    assert read["found"]["trigger"] == {"stage": "triggers", "rule": "verb وصل"}
    assert read["found"]["cue"] == {"stage": "cues", "rule": "verb قال"}
    for many in ("chain", "args", "figures"):
        assert len(read["found"][many]) == len(read[many])
    assert all(read["found"].values())


def test_the_same_report_gives_the_same_bytes() -> None:
    assert codebook_line(report([full_claim()]), True) == codebook_line(report([full_claim()]), True)
