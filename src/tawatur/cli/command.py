"""The command ``tawatur``: from its words to its exit status."""

import io
import os
import shutil
import signal
import sys
from collections.abc import Sequence

from tawatur import __version__, route
from tawatur.cli.arguments import ReadOptions, parse
from tawatur.cli.output import JsonOutput, LedgerOutput, Output, Progress, make_utf8
from tawatur.cli.page_file import PageOutput, page_target
from tawatur.errors import StoreError, TawaturError, UsageError
from tawatur.model import Failure
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
        status = _read(options, Settings.from_environment(os.environ))
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


def _read(options: ReadOptions, settings: Settings) -> int:
    """Read what was asked for and print it; the exit status."""
    reader = route.make_reader(options.reader)
    output = _output(options, settings)
    progress = Progress(sys.stderr, shown=sys.stderr.isatty() and not sys.stdout.isatty())
    failed = False
    # Started without standard input, as by a scheduler, Python has no object for it.
    stdin = sys.stdin.buffer if sys.stdin is not None else io.BytesIO()
    documents = route.documents(options.paths, options.jsonl, stdin, options.date)
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
        width=options.width if options.width is not None else shutil.get_terminal_size().columns,
        explain=options.explain,
        colour=options.colour and settings.colour and sys.stdout.isatty(),
    )


def _complain(exc: TawaturError, status: int) -> int:
    print(f"tawatur: {exc}", file=sys.stderr)
    return status
