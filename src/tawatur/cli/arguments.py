"""The words of the command: its parts, their options and what each may hold."""

import argparse
import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tawatur.model.linked import Policy

__all__ = ["LinkOptions", "Options", "ReadOptions", "SameOptions", "parse"]

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


@dataclass(frozen=True, slots=True)
class LinkOptions:
    """What ``tawatur link`` was asked for.

    Attributes:
        paths: files, folders, or ``-`` for standard input.
        jsonl: a JSON Lines file of documents.
        json: whether to print one JSON object in place of text.
        policy: how low, best and high of an event are chosen.
        date: publication date of documents that lack one.
        reader: name of the reader.
        rulings: file of what people laid down; None for none.
        diff: file of what ``--json`` printed earlier, to be compared with; None to print the events themselves.
        everything: whether events of one claim are printed as well.
        width: columns of the text; None: those of the terminal.
        colour: whether colour is allowed.
    """

    paths: tuple[str, ...]
    jsonl: str | None
    json: bool
    policy: Policy
    date: dt.date | None
    reader: str
    rulings: str | None
    diff: str | None
    everything: bool
    width: int | None
    colour: bool


@dataclass(frozen=True, slots=True)
class SameOptions:
    """What ``tawatur same`` was asked for.

    Attributes:
        pairs: a JSON Lines file of pairs of sentences, ``-`` for standard input.
        json: whether to print JSON Lines in place of a table.
        reader: name of the reader.
        width: columns of the table; None: those of the terminal.
        colour: whether colour is allowed.
    """

    pairs: str
    json: bool
    reader: str
    width: int | None
    colour: bool


Options = ReadOptions | LinkOptions | SameOptions
"""What any command was asked for."""


def parse(words: Sequence[str], version: str) -> Options:
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
    for name, told, description, complete in _COMMANDS:
        command = commands.add_parser(name, help=told, description=description, epilog=_EXITS, allow_abbrev=False)
        command.set_defaults(command=command, options=complete(command))
    # argparse takes paths in one run only: those after an option that follows a path come back as the rest.
    chosen, rest = parser.parse_known_args(words)
    unknown = [word for word in rest if word.startswith("-") and word != "-"]
    if unknown:
        chosen.command.error(f"unknown option: {' '.join(unknown)}")
    options: Options = chosen.options(chosen, tuple(rest))
    return options


_Taken = Callable[[argparse.Namespace, tuple[str, ...]], Options]


def _read(command: argparse.ArgumentParser) -> _Taken:
    _add_sources(command, "print one JSON document a line and nothing else")
    command.add_argument(
        "--attributions", action="store_true", help="with --json: list every sourced statement, whatever it is about"
    )
    command.add_argument("--html", metavar="OUT", help="also write a page to OUT that shows the claims in the texts")
    command.add_argument("--explain", action="store_true", help="name the stage and rule that found each field")
    _add_looks(command)

    def taken(chosen: argparse.Namespace, rest: tuple[str, ...]) -> ReadOptions:
        paths = _paths(command, chosen, rest)
        if chosen.attributions and not chosen.json:
            command.error("--attributions is for --json: give both")
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

    return taken


def _link(command: argparse.ArgumentParser) -> _Taken:
    _add_sources(command, "print one JSON object and nothing else")
    command.add_argument(
        "--policy",
        metavar="NAME",
        type=_policy,
        default=Policy.CONSERVATIVE,
        help=f"how figures are chosen: {', '.join(Policy)} (default: %(default)s)",
    )
    command.add_argument("--rulings", metavar="FILE", help="what is the same and what is not, as JSON Lines")
    command.add_argument("--diff", metavar="OLD.json", help="print what differs from what --json printed earlier")
    command.add_argument("--all", action="store_true", help="print events of one claim as well")
    _add_looks(command)

    def taken(chosen: argparse.Namespace, rest: tuple[str, ...]) -> LinkOptions:
        paths = _paths(command, chosen, rest)
        if "-" in (chosen.rulings, chosen.diff):
            command.error("--rulings and --diff take a file: - is for reports alone")
        return LinkOptions(
            paths=paths,
            jsonl=chosen.jsonl,
            json=chosen.json,
            policy=chosen.policy,
            date=chosen.date,
            reader=chosen.reader,
            rulings=chosen.rulings,
            diff=chosen.diff,
            everything=chosen.all,
            width=chosen.width,
            colour=not chosen.no_colour,
        )

    return taken


def _same(command: argparse.ArgumentParser) -> _Taken:
    command.add_argument("pairs", metavar="PAIRS", help="pairs of sentences as JSON Lines, or - for standard input")
    command.add_argument("--json", action="store_true", help="print one JSON object a line and nothing else")
    _add_looks(command)

    def taken(chosen: argparse.Namespace, rest: tuple[str, ...]) -> SameOptions:
        if rest:
            command.error(f"one file of pairs is read at a time: {' '.join(rest)} is too much")
        return SameOptions(
            pairs=chosen.pairs,
            json=chosen.json,
            reader=chosen.reader,
            width=chosen.width,
            colour=not chosen.no_colour,
        )

    return taken


_COMMANDS: tuple[tuple[str, str, str, Callable[[argparse.ArgumentParser], _Taken]], ...] = (
    (
        "read",
        "read reports and print their claims",
        "Reads reports in Arabic, French or English and prints a ledger of sourced claims for each.",
        _read,
    ),
    (
        "link",
        "read reports and tell which of it is the same",
        "Reads reports and prints the events that they tell of, with how many tell of them independently.",
        _link,
    ),
    (
        "same",
        "tell whether two sentences claim the same",
        "Reads pairs of sentences and tells of each pair whether the two claim one and the same thing, and why.",
        _same,
    ),
)


def _paths(command: argparse.ArgumentParser, chosen: argparse.Namespace, rest: tuple[str, ...]) -> tuple[str, ...]:
    paths = (*chosen.path, *rest)
    if not paths and chosen.jsonl is None:
        command.error("nothing to read: name a file or a folder, - for standard input, or --jsonl FILE")
    return paths


def _add_sources(command: argparse.ArgumentParser, json_help: str) -> None:
    command.add_argument(
        "path", metavar="PATH", nargs="*", help="plain text or HTML, a folder, or - for standard input"
    )
    command.add_argument("--jsonl", metavar="FILE", help="documents as JSON Lines (id, lang, date, outlet, text)")
    command.add_argument("--json", action="store_true", help=json_help)
    command.add_argument("--date", metavar="YYYY-MM-DD", type=_day, help="publication date of reports that lack one")


def _add_looks(command: argparse.ArgumentParser) -> None:
    command.add_argument("--reader", metavar="NAME", default="lexical", help="which reader (default: %(default)s)")
    command.add_argument("--width", metavar="N", type=_width, help="columns of the text (default: the terminal's)")
    command.add_argument("--no-colour", action="store_true", help="no bold or dim type, even on a terminal")


def _policy(word: str) -> Policy:
    try:
        return Policy(word)
    except ValueError as exc:
        raise argparse.ArgumentTypeError(f"there is no policy {word!r}; there are: {', '.join(Policy)}") from exc


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
