import json

import pytest
from wcwidth import wcwidth

from tawatur.export import DecidedPair, decided_line, decided_text
from tawatur.model import Document, Language
from tawatur.model.linked import Reason

LEFT = Document("l", "وصل 300 مقاتل إلى بنغازي.", Language.AR)
RIGHT = Document("r", "Quelque 300 combattants sont arrivés à Benghazi.", Language.FR)


def pair(*, same: bool = True) -> DecidedPair:
    why = (Reason("counts", 1.5, "300"), Reason("same_place", -0.25, "بنغازي against Benghazi"))
    return DecidedPair("p1", LEFT, RIGHT, same, why)


def test_a_line_tells_id_decision_and_why() -> None:
    assert json.loads(decided_line(pair())) == {
        "id": "p1",
        "same": True,
        "why": [
            {"feature": "counts", "score": 1.5, "words": "300"},
            {"feature": "same_place", "score": -0.25, "words": "بنغازي against Benghazi"},
        ],
    }


def test_a_row_tells_the_decision_what_spoke_for_and_against_it_and_the_sentences() -> None:
    lines = decided_text(pair(same=False), 80).splitlines()
    assert lines[0].startswith("different  p1 · + counts: 300 · − same place:")
    assert lines[-1] == f"  fr  {RIGHT.text}"


def test_sentences_stand_beside_the_decision_on_a_wide_terminal() -> None:
    first, second = decided_text(pair(), 160).splitlines()
    assert "300 مقاتل" in first
    assert second.strip() == f"fr  {RIGHT.text}"


def test_a_pair_that_nothing_speaks_of_says_so() -> None:
    assert "nothing spoke for it" in decided_text(DecidedPair("p1", LEFT, RIGHT, False, ()), 80)


@pytest.mark.parametrize("width", [20, 60, 80, 120, 160])
def test_no_row_is_wider_than_the_terminal(width: int) -> None:
    told = decided_text(pair(), width)
    assert max(sum(max(0, wcwidth(c)) for c in line) for line in told.splitlines()) <= width
