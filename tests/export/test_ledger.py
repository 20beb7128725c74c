import re

import pytest
from wcwidth import wcwidth

from tawatur.export import failure_text, ledger_text
from tawatur.model import Claim, Cue, Failure, Language, Role, Span, Stance, Status, Unit
from tests.export.made import ARABIC, FOUND, claim, credit, figure, full_claim, participant, report, source, span

MARKS = re.compile("[\u200e\u202a\u202b\u202c]")
WIDTHS = (20, 37, 59, 60, 80, 119, 120, 160, 240)


def shown(*claims: Claim, width: int = 80, explain: bool = False) -> str:
    """The ledger without its direction marks."""
    return MARKS.sub("", ledger_text(report(claims), width, explain))


def field(text: str, label: str) -> str:
    """The first line that a label introduces."""
    found = re.search(rf"\s{label} +(.+)", text)
    assert found, f"no {label} in:\n{text}"
    return found[1].strip()


def test_the_header_names_title_outlet_date_language_and_number_of_claims() -> None:
    lines = shown(claim()).splitlines()
    assert lines[1].strip() == "وصول مقاتلين إلى بنغازي"
    assert lines[2].strip() == "The Lighthouse · 2020-03-06 · Arabic · 1 claim"
    assert lines[3].strip() == "made.txt"


def test_the_header_says_what_is_not_known() -> None:
    text = ledger_text(report(date=None, outlet=None, title=None, origin=None, language=Language.FR), 80)
    assert text.splitlines()[1:] == ["  (no title)", "  no outlet · no date · French · 0 claims", "  made"]


def test_the_header_names_credited_agencies_once() -> None:
    text = "قتل جندي. (المرفأ) (المرفأ)"
    regions = (credit(text, "(المرفأ) (المرفأ)", "Harbour"), credit(text, "(المرفأ)", "Harbour"))
    assert "· with Harbour\n" in ledger_text(report(text=text, regions=regions), 80)


def test_a_full_claim_shows_every_field() -> None:
    text = shown(full_claim())
    assert re.search(r"^  1  TRANSFER ", text, re.MULTILINE)
    assert field(text, "whom") == "قوات الشرق"
    assert field(text, "what") == "300 مقاتل"
    assert field(text, "count") == "300 fighters"
    assert field(text, "where") == "Damascus → Benghazi, via طائرة شحن"
    assert field(text, "when") == "2020-03-03"
    assert field(text, "says") == "The Lighthouse → unnamed military source (told to"
    assert "*وصلوا*" in text


def test_fields_that_a_claim_lacks_take_no_line() -> None:
    labels = re.findall(r"^.{19}(\w+) ", shown(claim()), re.MULTILINE)
    assert labels == ["says", "words"]


def test_who_and_whom_stand_on_one_line_with_an_arrow() -> None:
    parties = (
        participant(ARABIC, Role.ACTOR, "قوات الشرق", "Eastern Forces"),
        participant(ARABIC, Role.RECIPIENT, "مصدر", "A"),
        participant(ARABIC, Role.RECIPIENT, "وكالة", "B"),
    )
    assert field(shown(claim(participants=parties)), "who") == "Eastern Forces → A, B"


@pytest.mark.parametrize(
    ("role", "printed"),
    [(Role.ORIGIN, "from X"), (Role.DESTINATION, "to X"), (Role.PLACE, "at X"), (Role.VIA, "via X")],
)
def test_a_place_alone_says_what_it_is(role: Role, printed: str) -> None:
    assert field(shown(claim(participants=(participant(ARABIC, role, "دمشق", "X"),))), "where") == printed


@pytest.mark.parametrize(
    ("low", "high", "unit", "printed"),
    [
        (1500, 1500, Unit.FIGHTERS, "1,500 fighters"),
        (3000, None, Unit.TROOPS, "3,000 or more troops"),
        (None, 2000, Unit.PEOPLE, "up to 2,000 people"),
        (24, 99, Unit.KILLED_OR_INJURED, "24 to 99 killed or injured"),
        (1, 1, Unit.SHIPS, "1 ship"),
        (1, 1, Unit.PEOPLE, "1 person"),
        (2.5, 2.5, Unit.MONEY_USD, "2.5 USD"),
        (5, 5, Unit.OTHER, "5"),
    ],
)
def test_figures_are_put_in_words(low: float | None, high: float | None, unit: Unit, printed: str) -> None:
    assert field(shown(claim(figures=(figure(ARABIC, "300", low, high, unit),))), "count") == printed


def test_an_empty_chain_without_a_cue_is_the_outlets_own_voice() -> None:
    assert field(shown(claim()), "says") == "The Lighthouse, in its own voice"


def test_an_empty_chain_with_a_cue_is_unsourced() -> None:
    assert field(shown(claim(cue=Cue(span(ARABIC, "قال"), FOUND))), "says") == "The Lighthouse → unsourced"


def test_the_outlet_comes_before_its_sources_nearest_first() -> None:
    chain = (source(ARABIC, "وكالة", "Harbour agency"), source(ARABIC, "مصدر", "an officer"))
    assert field(shown(claim(chain=chain)), "says") == "The Lighthouse → Harbour agency → an officer"


def test_stance_and_status_show_only_where_they_are_not_plain() -> None:
    assert "denied" not in shown(claim())
    assert "done" not in shown(claim())
    text = shown(claim(stance=Stance.DENIES, status=Status.PLANNED))
    assert re.search(r"^ {5}denied ", text, re.MULTILINE)
    assert re.search(r"^ {5}planned", text, re.MULTILINE)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("explain", [False, True])
def test_no_line_is_wider_than_the_terminal(width: int, explain: bool) -> None:
    claims = [full_claim(), claim(evidence=Span(0, len(ARABIC)), status=Status.HYPOTHETICAL, stance=Stance.DOUBTS)]
    for line in ledger_text(report(claims), width, explain).splitlines():
        # mlterm counts a direction mark as a cell when it looks for the end of the line
        assert sum(max(0, wcwidth(char)) for char in line) + len(MARKS.findall(line)) <= width


@pytest.mark.parametrize("width", [60, 80, 119, 120, 160, 240])
def test_fields_begin_in_the_same_column_on_every_line(width: int) -> None:
    rows = [
        line for line in shown(full_claim(), width=width).splitlines()[5:] if line[:19].strip() in ("", "1  TRANSFER")
    ]
    assert {re.search(r"\S", row[19:]).start() for row in rows if row[19:27].strip()} == {0}  # type: ignore[union-attr]
    assert all(row[27] != " " for row in rows if row[19:27].strip())


def test_a_wide_terminal_shows_the_words_beside_the_fields() -> None:
    first = next(line for line in shown(full_claim(), width=160).splitlines() if "TRANSFER" in line)
    assert first[19:23] == "whom"
    assert first[89:].startswith("300 مقاتل *وصلوا*")


def test_arabic_is_embedded_wherever_it_stands() -> None:
    for width in WIDTHS:
        for line in ledger_text(report([full_claim()]), width, explain=True).splitlines():
            outside = re.sub("\u200e[\u202a\u202b][^\u202c]*\u202c\u200e", "", line)
            assert not re.search("[\u0600-\u06ff]", outside), line


def test_an_explained_ledger_names_the_stage_and_rule_of_each_field() -> None:
    text = shown(full_claim(), explain=True)
    assert field(text, "found") == "type by triggers: verb وصل"
    for reason in (
        "destination by roles: destination of the frame",
        "figure by figures: digits",
        "cue by cues: verb قال",
    ):
        assert reason in text
    assert "found" not in shown(full_claim())


def test_colour_changes_no_word_and_no_column() -> None:
    made = report([full_claim()])
    coloured = ledger_text(made, 80, colour=True)
    assert "\x1b[1m*وصلوا*\x1b[22m" in coloured
    assert re.sub(r"\x1b\[[0-9]+m", "", coloured) == ledger_text(made, 80)
    assert "\x1b" not in ledger_text(made, 80)


def test_a_text_cannot_command_the_terminal() -> None:
    text = "عنوان\x1b]0;x\x07\nقال إنهم وصلوا\x1b[2J\u202e إلى بنغازي"
    printed = ledger_text(report([claim(text, evidence=Span(7, len(text)))], text, outlet="a\x9b1mb"), 80)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", printed)


def test_a_sentence_gone_out_of_hand_is_quoted_around_its_trigger() -> None:
    text = "كلام " * 5000 + "وصلوا" + " كلام" * 5000
    printed = ledger_text(report([claim(text, evidence=Span(0, len(text)))], text), 80)
    assert "*وصلوا*" in printed
    assert len(printed) < 5000


def test_a_trigger_outside_the_evidence_is_still_shown() -> None:
    printed = shown(claim(evidence=span(ARABIC, "قوات الشرق")))
    assert field(printed, "words") == "قوات الشرق … *وصلوا*"


def test_a_failure_is_one_line_with_its_reason() -> None:
    line = failure_text(Failure("folder/a\nb.pdf", "intake", "a PDF, not text;\x1b[31m convert it first"))
    assert line == "folder/a b.pdf: not read (intake): a PDF, not text;\ufffd[31m convert it first"
