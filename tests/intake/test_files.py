import datetime as dt
import io
import os
from pathlib import Path

import pytest

from tawatur.intake import MAX_BYTES, from_paths, from_stream
from tawatur.model import Document, Failure

TEXT = "The pier is closed\n\nThe mayor said on Monday that the pier was closed because of the storm.\n"


def _origins(*paths: Path) -> list[str]:
    return [str(item.origin) for item in from_paths(paths, date=None)]


def _reason(path: Path) -> str:
    (item,) = from_paths([path], date=None)
    assert isinstance(item, Failure), item
    assert item.stage == "intake"
    return item.reason


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    names = "b.txt a.HTML c.htm d.xhtml plain deep/e.txt deep/deeper/f.txt skipped.pdf skipped.py .hidden .git/g.txt"
    for name in names.split():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    (tmp_path / "program").write_bytes(b"\x7fELF\x00\x00")
    return tmp_path


def test_a_folder_is_read_with_the_folders_in_it_in_the_order_of_their_names(folder: Path) -> None:
    names = ["a.HTML", "b.txt", "c.htm", "d.xhtml", "plain", "deep/e.txt", "deep/deeper/f.txt"]
    assert _origins(folder) == [str(folder / name) for name in names]


def test_files_are_read_in_the_order_given_and_each_once(folder: Path) -> None:
    there = [folder / "plain", folder / "b.txt", folder / "plain"]
    assert _origins(*there) == [str(folder / "plain"), str(folder / "b.txt")]


def test_a_file_named_by_itself_is_read_whatever_its_ending(folder: Path) -> None:
    assert isinstance(next(from_paths([folder / "skipped.py"], date=None)), Document)


def test_links_never_lead_in_circles_or_out_of_the_folder(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    before = _origins(folder)
    outside = tmp_path_factory.mktemp("outside") / "o.txt"
    outside.write_text(TEXT, encoding="utf-8")
    (folder / "deep" / "loop").symlink_to(folder)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    (folder / "inside.txt").symlink_to(folder / "b.txt")
    (folder / "outside.txt").symlink_to(outside)
    items = {Path(str(item.origin)).name: item for item in from_paths([folder], date=None)}
    assert len(items) == len(before) + 3
    assert isinstance(items["inside.txt"], Document)
    assert isinstance(items["outside.txt"], Failure)
    assert isinstance(items["self.txt"], Failure)
    assert "leads out of the folder" in items["outside.txt"].reason


def test_a_folder_without_reports_says_so(tmp_path: Path) -> None:
    assert "holds no .txt" in _reason(tmp_path)


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    assert _reason(tmp_path / "x.txt") == "there is no such file"


def test_a_name_that_cannot_be_a_file_is_a_failure() -> None:
    assert "no name of a file" in _reason(Path("a\x00b"))
    assert "cannot be read" in _reason(Path("x" * 5000))


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "no ordinary file" in _reason(tmp_path / "pipe.txt")
    assert "no ordinary file" in _reason(Path("/dev/zero"))


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(10**12)
    assert _reason(large) == "it is larger than 20 MB, the most that one report may hold: split it"


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may read everything")
def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    closed = tmp_path / "closed.txt"
    closed.write_text(TEXT, encoding="utf-8")
    closed.chmod(0)
    assert "permission denied" in _reason(closed)


def test_a_name_that_a_terminal_would_obey_is_shown_without_its_power(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m\nb\u202e.txt").write_text(TEXT, encoding="utf-8")
    assert _origins(tmp_path)[0].endswith("a\ufffd[31m\ufffdb\ufffd.txt")


def test_a_name_that_is_no_utf8_is_read(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xe9.txt"))
    path.write_text(TEXT, encoding="utf-8")
    (document,) = from_paths([tmp_path], date=None)
    assert isinstance(document, Document)
    assert str(document.origin).encode().decode().endswith("\ufffd.txt")


def test_standard_input_holds_one_report() -> None:
    document = from_stream(io.BytesIO(TEXT.encode()), date=dt.date(2020, 3, 6))
    assert isinstance(document, Document)
    assert (document.origin, document.date, document.text) == ("-", dt.date(2020, 3, 6), TEXT)


def test_standard_input_is_read_no_further_than_the_limit() -> None:
    class Endless(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            assert size == MAX_BYTES + 1
            return b"a" * size

    failure = from_stream(Endless())  # type: ignore[arg-type]  # enough of a stream
    assert isinstance(failure, Failure)
    assert "20 MB" in failure.reason


def test_a_date_is_used_only_where_the_report_states_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(TEXT.replace("\n\n", "\n6 March 2020\n\n"), encoding="utf-8")
    dates = [
        (d.date, d.date_found) for d in from_paths([tmp_path], date=dt.date(2021, 1, 1)) if isinstance(d, Document)
    ]
    assert dates == [(dt.date(2021, 1, 1), "given"), (dt.date(2020, 3, 6), "date line")]
