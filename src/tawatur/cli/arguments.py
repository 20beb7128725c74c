"""The words of the command: its parts, their options and what each may hold."""

import argparse
import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["ReadOptions", "parse"]

_LEAST_WIDTH = 20
_MOST_WIDTH = 10_000
_EXITS = "exit status: 0 all read, 1 some could not be read, 2 wrong use, 3 trouble of the program or the machine"


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What ``tawatur read`` was asked for.

    Attributes:
        paths: files, folders, or ``-`` for standard input.
        jsonl: a JSON Lines file of documents.
        json: whether to print JSON Lines in place of ledgers.
        attributions: whether each line of JSON also lists every sourced statement.
        html: file for a page with the claims marked in the texts; None for no page.
        date: publication date of documents that lack one.
        reader: name of the reader.
        explain: whether to name stage and rule of every field.
        width: columns of a ledger; None: those of the terminal.
        colour: whether colour is allowed.
    """

    paths: tuple[str, ...]
    jsonl: str | None
    json: bool
    attributions: bool
    html: str | None
    date: dt.date | None
    reader: str
    explain: bool
    width: int | None
    colour: bool


def parse(words: Sequence[str], version: str) -> ReadOptions:
    """What the words of a command ask for.

    Raises:
        SystemExit: with status 2 where the words do not fit together, 0 after ``--help`` and ``--version``.
    """
    parser = argparse.ArgumentParser(
        prog="tawatur",
        description="Reads news reports on armed conflict and keeps who says what, resting on whom.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"tawatur {version}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    read = commands.add_parser(
        "read",
        help="read reports and print their claims",
        description="Reads reports in Arabic, French or English and prints a ledger of sourced claims for each.",
        epilog=_EXITS,
        allow_abbrev=False,
    )
    _add_read_options(read)
    # argparse takes paths in one run only: those after an option that follows a path come back as the rest.
    chosen, rest = parser.parse_known_args(words)
    unknown = [word for word in rest if word.startswith("-") and word != "-"]
    if unknown:
        read.error(f"unknown option: {' '.join(unknown)}")
    paths = (*chosen.path, *rest)
    if not paths and chosen.jsonl is None:
        read.error("nothing to read: name a file or a folder, - for standard input, or --jsonl FILE")
    if chosen.attributions and not chosen.json:
        read.error("--attributions is for --json: give both")
    return ReadOptions(
        paths=paths,
        jsonl=chosen.jsonl,
        json=chosen.json,
        attributions=chosen.attributions,
        html=chosen.html,
        date=chosen.date,
        reader=chosen.reader,
        explain=chosen.explain,
        width=chosen.width,
        colour=not chosen.no_colour,
    )


def _add_read_options(read: argparse.ArgumentParser) -> None:
    read.add_argument("path", metavar="PATH", nargs="*", help="plain text or HTML, a folder, or - for standard input")
    read.add_argument("--jsonl", metavar="FILE", help="documents as JSON Lines (id, lang, date, outlet, text)")
    read.add_argument("--json", action="store_true", help="print one JSON document a line and nothing else")
    read.add_argument(
        "--attributions", action="store_true", help="with --json: list every sourced statement, whatever it is about"
    )
    read.add_argument("--html", metavar="OUT", help="also write a page to OUT that shows the claims in the texts")
    read.add_argument("--date", metavar="YYYY-MM-DD", type=_day, help="publication date of reports that lack one")
    read.add_argument("--reader", metavar="NAME", default="lexical", help="which reader (default: %(default)s)")
    read.add_argument("--explain", action="store_true", help="name the stage and rule that found each field")
    read.add_argument("--width", metavar="N", type=_width, help="columns of a ledger (default: the terminal's)")
    read.add_argument("--no-colour", action="store_true", help="no bold or dim type, even on a terminal")


def _day(word: str) -> dt.date:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", word):
        raise argparse.ArgumentTypeError(f"{word!r} is no date: write it as in 2020-03-06")
    try:
        return dt.date.fromisoformat(word)
    except ValueError as exc:
        raise argparse.ArgumentTypeError(f"{word!r} is no day of the calendar") from exc


def _width(word: str) -> int:
    if not re.fullmatch(r"[0-9]{1,5}", word) or not _LEAST_WIDTH <= int(word) <= _MOST_WIDTH:
        raise argparse.ArgumentTypeError(f"{word!r} is no width: write a number from {_LEAST_WIDTH} to {_MOST_WIDTH}")
    return int(word)
