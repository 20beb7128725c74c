"""Reports in files, folders and on standard input; one that cannot be read becomes a Failure."""

import datetime as dt
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from tawatur.errors import SourceError
from tawatur.intake.documents import MAX_BYTES, receive
from tawatur.model import Document, Failure

__all__ = ["from_paths", "from_stream"]

_ENDINGS = (".txt", ".html", ".htm", ".xhtml", "")
_SNIFF = 512
_TOO_LARGE = f"it is larger than {MAX_BYTES // 1_000_000} MB, the most that one report may hold: split it"


def from_paths(paths: Sequence[Path], *, date: dt.date | None) -> Iterator[Document | Failure]:
    """The reports in files and folders, in the order given, each path once.

    Of a folder and the folders in it, the files ending in .txt, .html, .htm or .xhtml are read, and those
    without an ending that hold text, in the order of their names. Names that begin with a dot and links to
    folders are left out.

    Args:
        paths: files and folders.
        date: day of publication for reports that state none.

    Yields:
        A Document, or a Failure with the reason, for each file.
    """
    for path in dict.fromkeys(paths):
        if _is_folder(path):
            yield from _from_folder(path, date)
        else:
            yield _from_file(path, date)


def from_stream(stream: BinaryIO, origin: str = "-", *, date: dt.date | None = None) -> Document | Failure:
    """The one report that a stream holds.

    Args:
        stream: standard input or any other binary stream.
        origin: where it comes from, for people.
        date: day of publication if the report states none.
    """
    try:
        data = stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise SourceError(_TOO_LARGE)
        return receive(data, origin, date=date)
    except OSError as error:
        return Failure(origin, "intake", f"it cannot be read: {_why(error)}")
    except SourceError as error:
        return Failure(origin, "intake", str(error))


def _from_file(path: Path, date: dt.date | None) -> Document | Failure:
    origin = _shown(path)
    try:
        return receive(_read(path), origin, name=path.name, date=date)
    except FileNotFoundError:
        return Failure(origin, "intake", "there is no such file")
    except OSError as error:
        return Failure(origin, "intake", f"it cannot be read: {_why(error)}")
    except ValueError as error:
        return Failure(origin, "intake", f"it is no name of a file: {error}")
    except SourceError as error:
        return Failure(origin, "intake", str(error))


def _read(path: Path) -> bytes:
    """The bytes of a file that is no device or pipe and not too large."""
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise SourceError("it is no ordinary file: send what it holds to standard input and read that with -")
    if found.st_size > MAX_BYTES:
        raise SourceError(_TOO_LARGE)
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise SourceError(_TOO_LARGE)
    return data


def _from_folder(folder: Path, date: dt.date | None) -> Iterator[Document | Failure]:
    read = False
    for path, problem in _walk(folder):
        if problem is not None:
            yield Failure(_shown(path), "intake", problem)
        else:
            yield _from_file(path, date)
        read = True
    if not read:
        yield Failure(_shown(folder), "intake", "the folder holds no .txt, .html, .htm or .xhtml file to read")


def _walk(folder: Path) -> Iterator[tuple[Path, str | None]]:
    """The files to read in a folder, in order, with what is wrong with those that cannot be."""
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            entries = sorted(os.scandir(path), key=lambda entry: os.fsencode(entry.name), reverse=True)
        except OSError as error:
            yield path, f"the folder cannot be opened: {_why(error)}"
            continue
        files: list[Path] = []
        folders: list[Path] = []
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(path / entry.name)
            elif not _is_folder(path / entry.name) and _is_wanted(path / entry.name):
                files.append(path / entry.name)
        for file in reversed(files):
            yield file, _wrong_link(file, folder) if file.is_symlink() else None
        waiting.extend(folders)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _wrong_link(link: Path, folder: Path) -> str | None:
    try:
        target = link.resolve(strict=True)
    except (OSError, RuntimeError):
        return "it is a link that leads nowhere"
    if target.is_relative_to(folder.resolve()):
        return None
    return "it is a link that leads out of the folder: name the file itself"


def _is_wanted(path: Path) -> bool:
    if path.suffix.lower() not in _ENDINGS:
        return False
    if path.suffix:
        return True
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            head = file.read(_SNIFF)
    except OSError:
        return True
    return head[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" not in head


def _shown(path: Path) -> str:
    """A path as people can read it, without characters that a terminal would obey."""
    text = os.fsencode(path).decode("utf-8", "replace")
    return "".join(c if c.isprintable() else "\ufffd" for c in text)


def _why(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
