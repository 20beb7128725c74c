import pytest

from tawatur.cli.arguments import LinkOptions, SameOptions, parse
from tawatur.model.linked import Policy


def test_what_is_not_asked_for_is_off() -> None:
    options = parse(["link", "a.txt"], "0")
    assert isinstance(options, LinkOptions)
    assert (options.json, options.everything, options.rulings, options.diff) == (False, False, None, None)
    assert options.policy is Policy.CONSERVATIVE


def test_every_option_of_linking_is_taken_over() -> None:
    words = ["link", "a", "--json", "b", "--policy", "most-origins", "--rulings", "r", "--diff", "o", "--all"]
    options = parse([*words, "--jsonl", "d", "--width", "90", "--no-colour", "--date", "2020-03-06"], "0")
    assert isinstance(options, LinkOptions)
    assert (options.paths, options.jsonl, options.json) == (("a", "b"), "d", True)
    assert (options.policy, options.rulings, options.diff) == (Policy.MOST_ORIGINS, "r", "o")
    assert (options.everything, options.width, options.colour) == (True, 90, False)
    assert str(options.date) == "2020-03-06"


def test_pairs_come_from_one_file() -> None:
    options = parse(["same", "pairs.jsonl", "--json"], "0")
    assert options == SameOptions("pairs.jsonl", json=True, reader="lexical", width=None, colour=True)


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["link"], "nothing to read"),
        (["link", "a", "--explain"], "unknown option: --explain"),
        (["link", "a", "--policy", "best"], "conservative, range, latest, most-origins"),
        (["link", "a", "--rulings", "-"], "take a file"),
        (["link", "a", "--diff", "-"], "take a file"),
        (["same"], "PAIRS"),
        (["same", "a", "b"], "one file of pairs"),
        (["same", "a", "--policy", "range"], "unknown option"),
    ],
)
def test_wrong_use_is_told_by_the_command_that_was_meant(
    words: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(words, "0")
    assert ended.value.code == 2
    told = capsys.readouterr().err
    assert complaint in told
    assert f"tawatur {words[0]}: error:" in told
