import json
import subprocess
import sys
from pathlib import Path

import pytest

from tools.quality.anchor import Anchor
from tools.quality.corpora import SAMPLE_CORPUS as SAMPLE
from tools.quality.corpora import SAMPLES, SHARED, load_lines, read_corpus
from tools.quality.gate import score_corpus
from tools.quality.score import meets, summarise, tally


def _claim(**fields: object) -> dict[str, object]:
    plain = {"type": "ASSAULT", "evidence": [0, 40], "trigger": [5, 10], "chain": [], "args": [], "figures": []}
    return {**plain, **fields}


def test_a_head_read_for_a_long_noun_phrase_meets_it() -> None:
    assert meets([10, 40], [12, 16])
    assert not meets([12, 16], [10, 40])
    assert not meets(None, [1, 2])


def test_a_denial_read_as_an_assertion_costs_its_stance() -> None:
    row = summarise([tally([_claim(stance="denies")], [_claim(stance="asserts")])])
    assert (row["event"], row["stance"]) == (100, 0)


def test_a_claim_of_the_wrong_type_is_detected_only() -> None:
    row = summarise([tally([_claim()], [_claim(type="RETREAT")])])
    assert (row["detect"], row["event"]) == (100, 0)


def test_a_claim_is_paired_once() -> None:
    count = tally([_claim()], [_claim(), _claim()])
    assert count["detect"] == [1, 1, 2]


def test_the_figures_are_those_of_the_codebooks_own_script(tmp_path: Path) -> None:
    script = SHARED / "score.py"
    if not script.is_file():
        pytest.skip("the codebook's own script (shared/gold beside the project) is not here")
    gold, read = SAMPLES / "gold.jsonl", tmp_path / "read.jsonl"
    lines = read_corpus(SAMPLE)
    read.write_text("".join(json.dumps(line) + "\n" for line in lines.values()), encoding="utf-8")
    words = [sys.executable, str(script), str(gold), str(read), "--json"]
    theirs = json.loads(subprocess.run(words, capture_output=True, text=True, check=True).stdout)["all"]
    assert score_corpus(SAMPLE, load_lines(gold), lines)["samples"] == pytest.approx(theirs, nan_ok=True)


def test_a_quotation_is_found_inside_its_evidence_first() -> None:
    anchor = Anchor("x", "a plane left. Then a plane landed.")
    claim = anchor.claim({"ev": "Then a plane landed", "tr": "plane", "type": "TRANSFER"})
    assert (claim["evidence"], claim["trigger"], anchor.faults) == ([14, 33], [21, 26], [])


def test_every_fault_of_a_mark_is_named() -> None:
    anchor = Anchor("x", "a plane left.")
    anchor.claim(
        {
            "ev": "a plane left",
            "tr": "ship",
            "type": "FLIGHT",
            "figures": [{"q": "a", "low": "one", "high": 1, "unit": "planes"}],
            "date": {"q": "left", "from": "2020", "to": "2020-01-01"},
        }
    )
    assert [fault.split(": ", 1)[1].split(":")[0] for fault in anchor.faults] == [
        "unknown type",
        "trigger not in the text",
        "figure is no number",
        "unknown unit",
        "date is not YYYY-MM-DD",
    ]
