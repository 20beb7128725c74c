import pytest

from tawatur.settings import Settings


@pytest.mark.parametrize(
    ("environment", "colour"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_colour_is_left_out_where_the_surroundings_ask_for_it(environment: dict[str, str], colour: bool) -> None:
    assert Settings.from_environment(environment).colour is colour
