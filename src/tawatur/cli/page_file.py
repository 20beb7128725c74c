"""The page of ``--html``: where it may be written, and how it gets there whole or not at all."""

import os
import secrets
import stat
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from tawatur.cli.output import Output
from tawatur.errors import StoreError, UsageError
from tawatur.export import PAGE_START, page_html
from tawatur.model import Failure, Report

__all__ = ["PageOutput", "page_target"]


class PageOutput:
    """A page of all reports in a file, beside what another output prints."""

    def __init__(self, beside: Output, target: Path, *, explain: bool) -> None:
        self._beside, self._target, self._explain = beside, target, explain
        self._reports: list[Report] = []
        self._failures: list[Failure] = []

    def report(self, report: Report) -> None:
        """Print one report and keep it for the page."""
        self._reports.append(report)
        self._beside.report(report)

    def failure(self, failure: Failure) -> None:
        """Print one report that could not be read and keep it for the page."""
        self._failures.append(failure)
        self._beside.failure(failure)

    def close(self) -> None:
        """Print what comes after the last report, then write the page.

        Raises:
            StoreError: the page cannot be written; what stood in its place is still there.
        """
        self._beside.close()
        _write(self._target, page_html(self._reports, self._failures, explain=self._explain))


def page_target(word: str, sources: Sequence[str]) -> Path:
    """The file that a page goes to, links followed.

    Args:
        word: the file as the command names it.
        sources: the files and folders to be read: a page in one of the folders would be read the next time.

    Raises:
        UsageError: the file must not or cannot be written.
    """
    try:
        path = Path(word).resolve()
        problem = "is no name of a file" if word in ("", "-") else _problem(path) or _among(path, sources)
    except (OSError, RuntimeError, ValueError) as exc:
        raise UsageError(f"--html {word!r} is no name of a file: {exc}") from exc
    if problem is not None:
        raise UsageError(f"--html {word!r} {problem}")
    return path


def _problem(path: Path) -> str | None:
    """Why a page must not or cannot be written to a path; None where it can."""
    if path.is_dir():
        return "is a folder: name a file in it"
    if not path.parent.is_dir():
        return "lies in a folder that is not there: make the folder first"
    if path.exists() and not path.is_file():
        return "is no ordinary file"
    if path.exists() and not _is_page(path):
        return "is there already and is no such page: name another file, or remove it first"
    if not os.access(path.parent, os.W_OK):
        return "lies in a folder that cannot be written to"
    return None


def _is_page(path: Path) -> bool:
    start = PAGE_START.encode()
    with path.open("rb") as file:
        return file.read(len(start)) == start


def _among(path: Path, sources: Sequence[str]) -> str | None:
    for source in sources:
        folder = Path(source)
        if source != "-" and folder.is_dir() and path.is_relative_to(folder.resolve()):
            return (
                f"lies in {source!r}, which is read: the next time it would be taken for a report; write it elsewhere"
            )
    return None


def _write(path: Path, page: str) -> None:
    """Write a page beside its place first, then put it there in one step."""
    part = path.with_name(f".tawatur-{secrets.token_hex(8)}.part")
    try:
        problem = _problem(path)
        if problem is not None:
            raise StoreError(f"the page cannot be written: {path.name!r} {problem}")
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            if path.exists():
                part.chmod(stat.S_IMODE(path.stat().st_mode))
            file.write(page)
            file.flush()
            os.fsync(descriptor)
        part.replace(path)
    except OSError as exc:
        raise StoreError(f"the page cannot be written: {exc.strerror}") from exc
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
