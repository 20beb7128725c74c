import datetime as dt

import pytest

from tawatur.cli.arguments import ReadOptions, parse


def test_paths_may_stand_before_and_after_options() -> None:
    for words, paths in (
        (["read", "a.txt", "--json", "-", "folder"], ("a.txt", "-", "folder")),
        (["read", "--json", "a.txt", "b.txt"], ("a.txt", "b.txt")),
    ):
        options = parse(words, "0")
        assert isinstance(options, ReadOptions)
        assert options.paths == paths


def test_a_json_lines_file_makes_paths_optional() -> None:
    options = parse(["read", "--jsonl", "reports.jsonl"], "0")
    assert isinstance(options, ReadOptions)
    assert options.paths == ()
    assert options.jsonl == "reports.jsonl"


def test_what_is_not_asked_for_is_off() -> None:
    options = parse(["read", "a.txt"], "0")
    assert isinstance(options, ReadOptions)
    assert (options.json, options.explain, options.date, options.width) == (False, False, None, None)
    assert (options.html, options.attributions) == (None, False)
    assert options.reader == "lexical"
    assert options.colour


def test_every_option_is_taken_over() -> None:
    words = ["read", "a", "--json", "--date", "2020-03-06", "--reader", "other", "--explain", "--width", "100"]
    options = parse([*words, "--no-colour", "--attributions", "--html", "page.html"], "0")
    assert isinstance(options, ReadOptions)
    assert options.date == dt.date(2020, 3, 6)
    assert (options.json, options.reader, options.explain, options.width) == (True, "other", True, 100)
    assert not options.colour
    assert (options.html, options.attributions) == ("page.html", True)


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ([], "COMMAND"),
        (["write"], "write"),
        (["read"], "nothing to read"),
        (["read", "a", "--colour"], "unknown option: --colour"),
        (["read", "a", "--exp"], "unknown option: --exp"),
        (["read", "a", "--date", "6.3.2020"], "write it as in 2020-03-06"),
        (["read", "a", "--date", "20200306"], "write it as in 2020-03-06"),
        (["read", "a", "--date", "2020-02-30"], "no day of the calendar"),
        (["read", "a", "--width", "five"], "no width"),
        (["read", "a", "--width", "19"], "no width"),
        (["read", "a", "--attributions"], "for --json"),
        (["read", "a", "--html"], "expected one argument"),
    ],
)
def test_wrong_use_ends_with_status_2_and_says_what_is_wrong(
    words: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(words, "0")
    assert ended.value.code == 2
    printed = capsys.readouterr()
    assert complaint in printed.err
    assert printed.out == ""


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(["--version"], "1.2.3")
    assert ended.value.code == 0
    assert capsys.readouterr().out == "tawatur 1.2.3\n"
