import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from wcwidth import wcwidth

from tawatur import __version__

ENGLISH = "Fighters reach the coast\n\nThe harbour agency said on Tuesday that 300 fighters had arrived in Benghazi.\n"
FRENCH = "Des combattants arrivent\n\nSelon l'agence du port, 300 combattants sont arrivés mardi à Benghazi.\n"
ARABIC = "وصول مقاتلين إلى الساحل\n\nقالت وكالة المرفأ إن 300 مقاتل وصلوا يوم الثلاثاء إلى بنغازي.\n"


def run(*words: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command as a stranger runs it, with a locale that knows no Arabic."""
    surroundings = {**os.environ, "LC_ALL": "C", "COLUMNS": "80", **environment}
    return subprocess.run(
        [sys.executable, "-m", "tawatur", *words], input=stdin, env=surroundings, capture_output=True, check=False
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three reports and a file that is none."""
    for name, text in (("a.txt", ARABIC), ("e.txt", ENGLISH), ("f.txt", FRENCH)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "p.txt").write_bytes(b"%PDF-1.7\n\x00\x01\x02")
    return tmp_path


def test_a_report_is_printed_as_a_ledger(folder: Path) -> None:
    done = run("read", str(folder / "a.txt"))
    assert done.returncode == 0, done.stderr
    assert "وصول مقاتلين إلى الساحل" in done.stdout.decode()
    assert "Arabic" in done.stdout.decode()


@pytest.mark.parametrize("columns", ["80", "160"])
def test_a_ledger_keeps_to_the_width_of_the_terminal(folder: Path, columns: str) -> None:
    done = run("read", str(folder), COLUMNS=columns)
    widths = [sum(max(0, wcwidth(char)) for char in line) for line in done.stdout.decode().splitlines()]
    assert max(widths) == int(columns)


def test_under_json_only_json_goes_to_standard_output(folder: Path) -> None:
    done = run("read", str(folder), "--json")
    lines = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [line["lang"] for line in lines] == ["ar", "en", "fr"]
    assert done.returncode == 1
    assert len(done.stderr.decode().splitlines()) == 1
    assert "p.txt: not read" in done.stderr.decode()


def test_standard_input_is_read_for_a_dash_with_the_date_given() -> None:
    done = run("read", "-", "--json", "--date", "2020-03-06", stdin=ENGLISH.encode())
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["date"] == "2020-03-06"


def test_documents_from_json_lines_keep_what_was_given(tmp_path: Path) -> None:
    given = {"id": "one", "lang": "fr", "date": "2020-03-06", "outlet": "Le Fanal", "text": FRENCH}
    path = tmp_path / "documents.jsonl"
    path.write_text(json.dumps(given) + "\n", encoding="utf-8")
    line = json.loads(run("read", "--jsonl", str(path), "--json").stdout)
    assert {key: line[key] for key in ("id", "lang", "date", "outlet")} == {
        key: given[key] for key in ("id", "lang", "date", "outlet")
    }


def test_a_missing_file_is_a_clear_line_and_the_others_are_read(folder: Path) -> None:
    done = run("read", str(folder / "none.txt"), str(folder / "e.txt"), "--json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["lang"] == "en"
    assert len(done.stderr.decode().splitlines()) == 1
    assert "none.txt" in done.stderr.decode()


def test_an_unknown_reader_is_wrong_use_and_the_known_are_named(folder: Path) -> None:
    done = run("read", str(folder), "--reader", "crystal-ball")
    assert done.returncode == 2
    assert done.stdout == b""
    assert "lexical" in done.stderr.decode()


def test_the_same_input_gives_the_same_bytes(folder: Path) -> None:
    seeds = [run("read", str(folder), "--json", "--explain", PYTHONHASHSEED=seed).stdout for seed in ("1", "2")]
    assert seeds[0] == seeds[1]


def test_a_closed_pipe_is_no_noise(folder: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "tawatur", "read", *[str(folder / "a.txt")] * 50, "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    with process.stdout, process.stderr:
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.wait() == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_results_that_cannot_be_written_end_with_status_3(folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tawatur", "read", str(folder / "a.txt")],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 3
    assert "cannot be written" in done.stderr.decode()


def test_the_version_is_that_of_the_package() -> None:
    assert run("--version").stdout.decode() == f"tawatur {__version__}\n"


def test_a_page_is_written_beside_the_ledger_and_beside_json(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    target = tmp_path_factory.mktemp("out") / "page.html"
    plain = run("read", str(folder))
    done = run("read", str(folder), "--html", str(target))
    assert (done.returncode, done.stdout) == (1, plain.stdout)
    first = target.read_text(encoding="utf-8")
    assert "p.txt (intake)" in first.replace("<bdi>", "").replace("</bdi>", "")
    done = run("read", str(folder), "--html", str(target), "--json", "--explain")
    assert [json.loads(line)["lang"] for line in done.stdout.decode().splitlines()] == ["ar", "en", "fr"]
    assert target.read_text(encoding="utf-8") != first


def test_a_file_of_somebody_else_is_not_overwritten_and_nothing_is_read(folder: Path) -> None:
    mine = folder / "e.txt"
    done = run("read", str(folder / "a.txt"), "--html", str(mine))
    assert done.returncode == 2
    assert done.stdout == b""
    assert "no such page" in done.stderr.decode()
    assert mine.read_text(encoding="utf-8") == ENGLISH


def test_sourced_statements_point_at_their_words() -> None:
    done = run("read", "-", "--json", "--attributions", stdin=ENGLISH.encode())
    (statement,) = json.loads(done.stdout)["attributions"]
    cut = {name: [ENGLISH[start:end] for start, end in spans] for name, spans in statement.items()}
    assert (cut["source"], cut["cue"]) == (["The harbour agency"], ["said"])
    assert "300 fighters had arrived" in "".join(cut["content"])
