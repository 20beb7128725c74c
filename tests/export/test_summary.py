import re

import pytest
from wcwidth import wcwidth

from tawatur.export import summary_text
from tawatur.model import Claim, ClaimType, Cue, Failure, Language, Stance
from tests.export.made import ARABIC, FOUND, claim, full_claim, report, source, span

MARKS = re.compile("[\u200e\u202a\u202b\u202c]")


def row(label: str, *claims: Claim) -> str:
    text = MARKS.sub("", summary_text([report(claims)], [], 400))
    return next(line[10:] for line in text.splitlines() if line.startswith(label))


def test_reports_are_counted_by_language_with_those_not_read() -> None:
    made = [report(), report(), report(language=Language.FR)]
    text = summary_text(made, [Failure("x.pdf", "intake", "a PDF")], 80)
    assert "reports   3 read (2 Arabic, 1 French), 1 not read\n" in text


def test_claims_are_counted_by_type_the_most_frequent_first() -> None:
    claims = [claim(type=ClaimType.ASSAULT), claim(), claim()]
    assert row("claims", *claims) == "3, TRANSFER 2, ASSAULT 1"


def test_claims_are_counted_by_who_stands_behind_them() -> None:
    hearsay = claim(cue=Cue(span(ARABIC, "قال"), FOUND))
    assert row("said by", full_claim(), claim(), claim(), hearsay) == (
        "1 with a source, 2 in the outlet's own voice, 1 unsourced"
    )


def test_a_source_counts_once_a_claim_wherever_it_stands_in_the_chain() -> None:
    near, far = source(ARABIC, "وكالة", "Harbour"), source(ARABIC, "مصدر", "an officer")
    assert row("sources", claim(chain=(near, far, near)), claim(chain=(far,))) == "an officer 2, Harbour 1"


def test_only_stances_that_are_not_plain_are_counted() -> None:
    assert row("stance", claim(), claim(stance=Stance.DENIES)) == "denies 1"
    assert "stance" not in summary_text([report([claim()])], [], 80)


def test_figures_are_counted_by_unit() -> None:
    assert row("figures", full_claim()) == "1, fighters 1"


def test_nothing_read_is_summed_up_too() -> None:
    text = summary_text([], [Failure("x.pdf", "intake", "a PDF")], 80)
    assert "reports   0 read, 1 not read\n" in text


@pytest.mark.parametrize("width", [20, 40, 80, 160])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    chain = (source(ARABIC, "مصدر عسكري لوكالة المرفأ"),)
    text = summary_text([report([full_claim(), claim(chain=chain)])] * 3, [], width)
    for line in text.splitlines():
        assert sum(max(0, wcwidth(char)) for char in line) + len(MARKS.findall(line)) <= width


def test_the_same_counts_stand_in_the_same_order() -> None:
    claims = [claim(type=kind) for kind in ClaimType]
    assert summary_text([report(claims)], [], 80) == summary_text([report(claims[::-1])], [], 80)
