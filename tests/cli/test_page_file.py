import io
from pathlib import Path

import pytest

from tawatur.cli.output import JsonOutput
from tawatur.cli.page_file import PageOutput, page_target
from tawatur.errors import StoreError, UsageError
from tawatur.export import PAGE_START, page_html
from tawatur.model import Failure
from tests.export.made import full_claim, report

FAILURE = Failure("x.pdf", "intake", "a PDF, not text")


def written(target: Path) -> str:
    """What standard output holds after a page of one report and one failure went to ``target``."""
    out = io.StringIO()
    output = PageOutput(JsonOutput(out, io.StringIO(), explain=False), target, explain=True)
    output.report(report([full_claim()]))
    output.failure(FAILURE)
    output.close()
    return out.getvalue()


def test_the_page_holds_what_was_read_and_what_was_not_and_nothing_else_is_left(tmp_path: Path) -> None:
    target = page_target(str(tmp_path / "page.html"), [])
    assert written(target).count("\n") == 1
    expected = page_html([report([full_claim()])], [FAILURE], explain=True)
    assert target.read_bytes() == expected.encode()
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_a_page_replaces_a_page_and_keeps_its_rights(tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    target.write_text(PAGE_START + "an older one", encoding="utf-8")
    target.chmod(0o640)
    written(page_target(str(target), []))
    assert "an older one" not in target.read_text(encoding="utf-8")
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_link_to_a_page_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link.html").symlink_to("page.html")
    written(page_target(str(tmp_path / "link.html"), []))
    assert (tmp_path / "link.html").is_symlink()
    assert (tmp_path / "page.html").read_text(encoding="utf-8").startswith(PAGE_START)


@pytest.mark.parametrize("content", ["", "notes", "<!DOCTYPE html>\n<html><p>mine", PAGE_START[:-1]])
def test_what_is_no_such_page_is_never_overwritten(tmp_path: Path, content: str) -> None:
    target = tmp_path / "mine.html"
    target.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match="is there already and is no such page"):
        page_target(str(target), [])
    with pytest.raises(StoreError, match="no such page"):
        written(target)
    assert target.read_text(encoding="utf-8") == content
    assert [path.name for path in tmp_path.iterdir()] == ["mine.html"]


@pytest.mark.parametrize(
    ("word", "complaint"),
    [
        ("", "no name of a file"),
        ("-", "no name of a file"),
        ("a\0b", "no name of a file"),
        ("folder", "is a folder"),
        ("none/page.html", "a folder that is not there"),
        ("loop", "no name of a file"),
        ("/dev/null", "no ordinary file"),
    ],
)
def test_a_place_where_no_page_can_be_is_wrong_use(
    word: str, complaint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(UsageError, match=complaint):
        page_target(word, [])


def test_a_page_in_a_folder_that_is_read_would_be_read_the_next_time(tmp_path: Path) -> None:
    (tmp_path / "reports" / "old").mkdir(parents=True)
    with pytest.raises(UsageError, match="which is read"):
        page_target(str(tmp_path / "reports" / "old" / "page.html"), ["-", str(tmp_path / "reports")])
    assert page_target(str(tmp_path / "page.html"), ["-", str(tmp_path / "reports")]) == tmp_path / "page.html"


def test_a_page_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    target = page_target(str(tmp_path / "folder" / ("n" * 255)), [])
    (tmp_path / "folder").rmdir()
    with pytest.raises(StoreError, match="cannot be written"):
        written(target)
    assert not list(tmp_path.iterdir())
