import io
import json
from dataclasses import replace

from tawatur.cli.output import JsonOutput, LedgerOutput, Progress
from tawatur.model import Failure, Found, Report, Span, Statement
from tests.export.made import full_claim, report

FAILURE = Failure("x.pdf", "intake", "a PDF, not text")


def test_json_output_keeps_failures_off_standard_output() -> None:
    out, err = io.StringIO(), io.StringIO()
    output = JsonOutput(out, err, explain=False)
    output.report(report([full_claim()]))
    output.failure(FAILURE)
    output.report(report())
    output.close()
    assert [json.loads(line)["id"] for line in out.getvalue().splitlines()] == ["made", "made"]
    assert err.getvalue() == "x.pdf: not read (intake): a PDF, not text\n"


def told(given: Report, *, attributions: bool) -> str:
    out = io.StringIO()
    JsonOutput(out, io.StringIO(), explain=False, attributions=attributions).report(given)
    return out.getvalue()


def test_sourced_statements_are_listed_only_when_asked_for() -> None:
    found = Found("attributions", "made")
    named = Statement((Span(2, 4), Span(8, 9)), Span(5, 7), (Span(0, 1), Span(10, 12)), found)
    bare = Statement((), None, (Span(20, 24),), found)
    given = replace(report([full_claim()]), attributions=(named, bare))
    assert json.loads(told(given, attributions=True)) == {
        **json.loads(told(given, attributions=False)),
        "attributions": [
            {"source": [[2, 4], [8, 9]], "cue": [[5, 7]], "content": [[0, 1], [10, 12]]},
            {"source": [], "cue": [], "content": [[20, 24]]},
        ],
    }
    assert "attributions" not in json.loads(told(given, attributions=False))


def test_a_report_without_sourced_statements_lists_none() -> None:
    assert json.loads(told(report(), attributions=True))["attributions"] == []


def test_one_report_has_no_closing_summary() -> None:
    out = io.StringIO()
    output = LedgerOutput(out, io.StringIO(), width=80, explain=False, colour=False)
    output.report(report([full_claim()]))
    output.close()
    assert "reports " not in out.getvalue()


def test_several_reports_end_in_a_summary_that_counts_failures_too() -> None:
    out, err = io.StringIO(), io.StringIO()
    output = LedgerOutput(out, err, width=80, explain=False, colour=False)
    output.report(report([full_claim()]))
    output.failure(FAILURE)
    output.close()
    assert "\nreports   1 read (1 Arabic), 1 not read\n" in out.getvalue()
    assert "x.pdf" in err.getvalue()


def test_progress_is_shown_after_the_first_few_and_taken_away() -> None:
    err = io.StringIO()
    progress = Progress(err, shown=True)
    for _ in range(5):
        progress.step()
    progress.clear()
    assert err.getvalue() == ""
    progress.step()
    progress.clear()
    assert err.getvalue() == "\r6 reports\r\x1b[K"


def test_progress_is_silent_off_a_terminal() -> None:
    err = io.StringIO()
    progress = Progress(err, shown=False)
    for _ in range(20):
        progress.step()
    progress.clear()
    assert err.getvalue() == ""
