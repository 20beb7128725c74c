"""``tawatur link`` and ``tawatur same``, started as a stranger starts them."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from wcwidth import wcwidth

WIRE = "قالت وكالة المرفأ إن 300 مقاتل سوري وصلوا يوم 3 مارس 2020 من دمشق إلى بنغازي."
ENGLISH = "The Harbour Agency said 300 Syrian fighters arrived in Benghazi from Damascus on 3 March 2020."
APART = "Air strikes killed 12 civilians in the city of Idlib on 20 February 2020, the civil defence said."
DOCUMENTS = [
    {"id": "ar", "lang": "ar", "date": "2020-03-04", "outlet": "صحيفة الميناء (عينة)", "text": WIRE},
    {"id": "en", "lang": "en", "date": "2020-03-05", "outlet": "The Specimen Post", "text": ENGLISH},
    {"id": "apart", "lang": "en", "date": "2020-02-21", "outlet": "Sample Gazette", "text": APART},
]


def run(*words: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    surroundings = {**os.environ, "LC_ALL": "C", "COLUMNS": "80", **environment}
    return subprocess.run(
        [sys.executable, "-m", "tawatur", *words], input=stdin, env=surroundings, capture_output=True, check=False
    )


def lines(*rows: dict[str, Any]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


@pytest.fixture
def documents(tmp_path: Path) -> str:
    path = tmp_path / "documents.jsonl"
    path.write_bytes(lines(*DOCUMENTS))
    return str(path)


@pytest.fixture
def linked(documents: str) -> dict[str, Any]:
    done = run("link", "--jsonl", documents, "--json")
    assert done.returncode == 0, done.stderr
    loaded: dict[str, Any] = json.loads(done.stdout)
    return loaded


def test_two_languages_tell_of_one_event(linked: dict[str, Any]) -> None:
    (arrival,) = (e for e in linked["events"] if len(e["documents"]) > 1)
    assert arrival["documents"] == ["ar", "en"]
    assert arrival["period"] == {"from": "2020-03-03", "to": "2020-03-03"}
    assert arrival["figures"]["fighters"]["best"] == 300
    assert arrival["outlets"] == 2
    assert not [e for e in linked["events"] if "apart" in e["documents"] and len(e["documents"]) > 1]


def test_the_same_reports_in_any_order_give_the_same_bytes(documents: str) -> None:
    first = run("link", "--jsonl", documents, "--json", PYTHONHASHSEED="1").stdout
    other = run("link", "--jsonl", "-", "--json", stdin=lines(*reversed(DOCUMENTS)), PYTHONHASHSEED="2").stdout
    assert first == other
    assert first.count(b"\n") == 1


def test_the_terminal_shows_events_of_several_claims(documents: str) -> None:
    done = run("link", "--jsonl", documents)
    told = done.stdout.decode()
    assert done.returncode == 0, done.stderr
    assert "2 outlets, " in told
    assert "of one claim each (--all prints them)" in told
    assert "Idlib" in run("link", "--jsonl", documents, "--all").stdout.decode()
    assert max(sum(max(0, wcwidth(c)) for c in line) for line in told.splitlines()) <= 80


def test_the_width_can_be_set(documents: str) -> None:
    told = run("link", "--jsonl", documents, "--width", "160").stdout.decode()
    assert told.splitlines()[0] == "─" * 160


def test_a_report_that_cannot_be_read_is_told_and_the_others_are_linked(documents: str, tmp_path: Path) -> None:
    (tmp_path / "p.txt").write_bytes(b"%PDF-1.7\n\x00\x01\x02")
    done = run("link", str(tmp_path / "p.txt"), "--jsonl", documents, "--json")
    assert done.returncode == 1
    assert len(json.loads(done.stdout)["documents"]) == 3
    assert "p.txt: not read (intake)" in done.stderr.decode()


def test_no_report_at_all_gives_empty_lists_and_a_summary() -> None:
    done = run("link", "--jsonl", "-", "--json")
    assert (done.returncode, json.loads(done.stdout)["events"]) == (0, [])
    assert "0 linked" in run("link", "--jsonl", "-").stdout.decode()


def test_a_policy_is_followed_and_named(documents: str) -> None:
    whole = json.loads(run("link", "--jsonl", documents, "--json", "--policy", "range").stdout)
    assert whole["policy"] == "range"
    assert {b["policy"] for e in whole["events"] for b in e["figures"].values()} == {"range"}


def test_a_ruling_parts_what_was_one(linked: dict[str, Any], documents: str, tmp_path: Path) -> None:
    (arrival,) = (e for e in linked["events"] if len(e["documents"]) > 1)
    by_document = {claim["document"]: claim["claim"] for claim in arrival["claims"]}
    path = tmp_path / "rulings.jsonl"
    path.write_bytes(lines({"kind": "different", "left": by_document["en"], "right": by_document["ar"]}))
    done = run("link", "--jsonl", documents, "--json", "--rulings", str(path))
    assert done.returncode == 0, done.stderr
    assert not [e for e in json.loads(done.stdout)["events"] if len(e["documents"]) > 1]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{", "no JSON"),
        ("[]", "no JSON object"),
        ('{"left": "a", "right": "b"}', "kind"),
        ('{"kind": "twin", "left": "a", "right": "b"}', "one of same, different"),
        ('{"kind": "same", "left": "a"}', "right"),
        ('{"kind": "same", "left": 1, "right": "b"}', "left"),
        ('{"kind": "same", "left": "a", "right": "a"}', "one id"),
        ('{"kind": "different", "left": "y", "right": "x"}', "line 1 says same"),
    ],
)
def test_a_ruling_that_is_wrong_is_wrong_use_and_its_line_is_named(
    line: str, complaint: str, documents: str, tmp_path: Path
) -> None:
    path = tmp_path / "rulings.jsonl"
    path.write_text(f'{{"kind": "same", "left": "x", "right": "y"}}\n\n{line}\n', encoding="utf-8")
    done = run("link", "--jsonl", documents, "--rulings", str(path))
    assert (done.returncode, done.stdout) == (2, b"")
    assert "line 3" in done.stderr.decode()
    assert complaint in done.stderr.decode()


def test_what_a_new_report_changes_is_told_in_words_and_as_json(documents: str, tmp_path: Path) -> None:
    old = tmp_path / "old.json"
    old.write_bytes(run("link", "--jsonl", "-", "--json", stdin=lines(DOCUMENTS[0], DOCUMENTS[2])).stdout)
    words = run("link", "--jsonl", documents, "--diff", str(old))
    assert words.returncode == 0, words.stderr
    assert "+ documents: The Specimen Post, 2020-03-05" in words.stdout.decode()
    assert "~ outlets: 1 → 2" in words.stdout.decode()
    found = json.loads(run("link", "--jsonl", documents, "--diff", str(old), "--json").stdout)
    (changed,) = found["events"]["changed"]
    assert {"field": "outlets", "was": 1, "now": 2} in changed["changes"]
    assert found["events"]["lost"] == []


def test_a_set_does_not_differ_from_itself(documents: str, tmp_path: Path) -> None:
    old = tmp_path / "old.json"
    old.write_bytes(run("link", "--jsonl", documents, "--json").stdout)
    found = json.loads(run("link", "--jsonl", documents, "--diff", str(old), "--json").stdout)
    assert (found["changes"], found["events"]["changed"], found["events"]["gained"]) == ([], [], [])


@pytest.mark.parametrize("content", [None, b"", b"{}", b"\xff\xfe", b'{"events": []}'])
def test_an_earlier_file_that_is_none_is_wrong_use_and_nothing_is_read(
    content: bytes | None, documents: str, tmp_path: Path
) -> None:
    old = tmp_path / "old.json"
    if content is not None:
        old.write_bytes(content)
    done = run("link", "--jsonl", documents, "--diff", str(old))
    assert (done.returncode, done.stdout) == (2, b"")
    assert len(done.stderr.decode().splitlines()) == 1
    assert "old.json" in done.stderr.decode()


def pair(id_: str, left: str, right: str) -> dict[str, Any]:
    return {"id": id_, "left": {"lang": "ar", "text": left}, "right": {"lang": "en", "text": right}}


def test_pairs_are_decided_one_a_line(tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    more = ENGLISH.replace("300", "1,500")
    path.write_bytes(lines(pair("p1", WIRE, ENGLISH), pair("p2", WIRE, more), pair("p3", WIRE, APART)))
    done = run("same", str(path), "--json")
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(row["id"], row["same"]) for row in rows] == [("p1", True), ("p2", False), ("p3", False)]
    assert all(row["why"] for row in rows)


def test_pairs_are_a_table_on_a_terminal() -> None:
    done = run("same", "-", stdin=lines(pair("p1", WIRE, ENGLISH)))
    told = done.stdout.decode()
    assert told.startswith("same       p1 · ")
    assert told.endswith("1 pair: 1 same, 0 different\n")


def test_a_pair_that_is_wrong_is_told_with_its_line_and_the_others_are_decided() -> None:
    wrong: list[dict[str, Any]] = [
        {"id": "x"},
        {"id": "y", "left": {"lang": "de", "text": "a"}, "right": {"lang": "en", "text": "b"}},
    ]
    done = run("same", "-", "--json", stdin=lines(*wrong, pair("p1", WIRE, ENGLISH), pair("p1", WIRE, ENGLISH)))
    assert done.returncode == 1
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["p1"]
    told = done.stderr.decode().splitlines()
    assert [line.split(":")[0] for line in told] == ["-, line 1", "-, line 2", "-, line 4"]
    assert "ar, fr, en" in told[1]


def test_a_missing_file_of_pairs_is_wrong_use(tmp_path: Path) -> None:
    done = run("same", str(tmp_path / "none.jsonl"))
    assert (done.returncode, done.stdout) == (2, b"")
    assert "none.jsonl" in done.stderr.decode()
