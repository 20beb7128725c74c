import io

from tawatur.cli.output import Progress


def test_what_goes_on_is_told_in_place_of_the_count_and_taken_away_again() -> None:
    err = io.StringIO()
    progress = Progress(err, shown=True, noun="pairs")
    for _ in range(6):
        progress.step()
    progress.say("linking 3 claims")
    progress.clear()
    progress.clear()
    assert err.getvalue() == "\r6 pairs\r\x1b[Klinking 3 claims\r\x1b[K"


def test_nothing_is_told_off_a_terminal() -> None:
    err = io.StringIO()
    progress = Progress(err, shown=False)
    progress.say("linking")
    progress.clear()
    assert err.getvalue() == ""
