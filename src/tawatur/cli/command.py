"""The command ``tawatur``: from its words to its exit status."""

import io
import os
import shutil
import signal
import sys
from collections.abc import Sequence
from functools import partial
from typing import BinaryIO

from tawatur import __version__, route
from tawatur.cli.arguments import LinkOptions, Options, ReadOptions, SameOptions, parse
from tawatur.cli.linked_output import DifferenceOutput, LinkedJsonOutput, LinkedOutput, LinkedTextOutput, earlier_of
from tawatur.cli.output import JsonOutput, LedgerOutput, Output, Progress, make_utf8
from tawatur.cli.page_file import PageOutput, page_target
from tawatur.cli.pairs_file import pairs_of
from tawatur.cli.pairs_output import PairsOutput
from tawatur.cli.rulings_file import rulings_of
from tawatur.errors import StoreError, TawaturError, UsageError
from tawatur.export import LinkedLook, decided_line, decided_text
from tawatur.model import Failure, Report
from tawatur.settings import Settings

__all__ = ["main"]

_SOME_UNREAD, _WRONG_USE, _TROUBLE = 1, 2, 3
_SIGNALLED = 128


def main(words: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status.

    Args:
        words: the words after the command's name; None takes those it was started with.

    Raises:
        SystemExit: from the parser, on wrong use, ``--help`` and ``--version``.
    """
    make_utf8()
    if sys.stdout is None:
        return _complain(UsageError("standard output is closed; there is nowhere to print to"), _WRONG_USE)
    options = parse(sys.argv[1:] if words is None else words, __version__)
    try:
        status = _run(options, Settings.from_environment(os.environ))
        sys.stdout.flush()
    except UsageError as exc:
        return _complain(exc, _WRONG_USE)
    except BrokenPipeError:
        # Python flushes standard output once more at exit: it must not meet the broken pipe again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _SIGNALLED + signal.SIGPIPE
    except KeyboardInterrupt:
        return _SIGNALLED + signal.SIGINT
    except TawaturError as exc:
        return _complain(exc, _TROUBLE)
    except OSError as exc:
        return _complain(StoreError(f"the results cannot be written: {exc.strerror}"), _TROUBLE)
    return status


def _run(options: Options, settings: Settings) -> int:
    if isinstance(options, LinkOptions):
        return _link(options, settings)
    return _same(options, settings) if isinstance(options, SameOptions) else _read(options, settings)


def _read(options: ReadOptions, settings: Settings) -> int:
    """Read what was asked for and print it; the exit status."""
    reader = route.make_reader(options.reader)
    output = _output(options, settings)
    progress = _progress()
    failed = False
    documents = route.documents(options.paths, options.jsonl, _stdin(), options.date)
    for result in route.read(documents, reader):
        progress.step()
        if isinstance(result, Failure):
            failed = True
            progress.clear()
            output.failure(result)
        else:
            output.report(result)
    progress.clear()
    output.close()
    return _SOME_UNREAD if failed else 0


def _link(options: LinkOptions, settings: Settings) -> int:
    """Read what was asked for, link it and print that; the exit status."""
    reader = route.make_reader(options.reader)
    rulings = rulings_of(options.rulings)
    output = _linked_output(options, settings)
    progress = _progress()
    reports: list[Report] = []
    documents = route.documents(options.paths, options.jsonl, _stdin(), options.date)
    for result in route.read(documents, reader):
        progress.step()
        if isinstance(result, Failure):
            progress.clear()
            output.failure(result)
        else:
            reports.append(result)
    progress.clear()
    kept, doubled = route.distinct(reports)
    for failure in doubled:
        output.failure(failure)
    progress.say(f"linking {sum(len(report.claims) for report in kept)} claims of {len(kept)} reports")
    linked = route.link_reports(kept, options.policy, rulings)
    progress.clear()
    output.linked(linked, kept)
    return _SOME_UNREAD if output.failures else 0


def _same(options: SameOptions, settings: Settings) -> int:
    """Decide the pairs that were asked for and print that; the exit status."""
    reader = route.make_reader(options.reader)
    width, colour = _width(options.width), _coloured(settings, wanted=options.colour)
    shown = decided_line if options.json else partial(decided_text, width=width, colour=colour)
    output = PairsOutput(sys.stdout, sys.stderr, shown, counted=not options.json)
    progress = _progress("pairs")
    for result in route.same_pairs(pairs_of(options.pairs, _stdin()), reader):
        progress.step()
        if isinstance(result, Failure):
            progress.clear()
            output.failure(result)
        else:
            output.pair(result)
    progress.clear()
    output.close()
    return _SOME_UNREAD if output.failures else 0


def _stdin() -> BinaryIO:
    """Standard input; started without one, as by a scheduler, Python has no object for it."""
    return sys.stdin.buffer if sys.stdin is not None else io.BytesIO()


def _progress(noun: str = "reports") -> Progress:
    return Progress(sys.stderr, shown=sys.stderr.isatty() and not sys.stdout.isatty(), noun=noun)


def _width(asked: int | None) -> int:
    return asked if asked is not None else shutil.get_terminal_size().columns


def _coloured(settings: Settings, *, wanted: bool) -> bool:
    return wanted and settings.colour and sys.stdout.isatty()


def _linked_output(options: LinkOptions, settings: Settings) -> LinkedOutput:
    colour = _coloured(settings, wanted=options.colour)
    look = LinkedLook(_width(options.width), options.policy, options.everything, colour)
    if options.diff is not None:
        earlier = earlier_of(options.diff)
        return DifferenceOutput(sys.stdout, sys.stderr, earlier, look, json=options.json)
    if options.json:
        return LinkedJsonOutput(sys.stdout, sys.stderr, options.policy)
    return LinkedTextOutput(sys.stdout, sys.stderr, look)


def _output(options: ReadOptions, settings: Settings) -> Output:
    printed = _printed(options, settings)
    if options.html is None:
        return printed
    return PageOutput(printed, page_target(options.html, options.paths), explain=options.explain)


def _printed(options: ReadOptions, settings: Settings) -> Output:
    if options.json:
        return JsonOutput(sys.stdout, sys.stderr, explain=options.explain, attributions=options.attributions)
    return LedgerOutput(
        sys.stdout,
        sys.stderr,
        width=_width(options.width),
        explain=options.explain,
        colour=_coloured(settings, wanted=options.colour),
    )


def _complain(exc: TawaturError, status: int) -> int:
    print(f"tawatur: {exc}", file=sys.stderr)
    return status
