from tawatur.linking import link
from tawatur.model import Unit
from tests.linking.stories import read


def test_a_movement_is_a_row_with_its_ends() -> None:
    text = "Turkey sent 700 Syrian fighters from Azaz to Tripoli on Tuesday."
    flow = link([read("a", text, "2020-03-04", "A News")]).flows[0]
    assert (flow.low, flow.high) == (700, 700)
    assert flow.by == "Turkey"
    assert flow.destination is not None
    assert flow.destination.entity == "tripoli"
    assert flow.first is not None
    assert flow.first.isoformat() == "2020-03-03"


def test_a_row_counts_the_origins_of_its_event() -> None:
    text = "Turkey sent 700 Syrian fighters from Azaz to Tripoli on Tuesday, the army said."
    linked = link([read("a", text, "2020-03-04", "A News"), read("b", text + " More.", "2020-03-04", "B News")])
    event = next(event for event in linked.events if event.id == linked.flows[0].event)
    assert linked.flows[0].origins == sum(origin.independent for origin in event.origins)


def test_what_moves_nothing_is_no_row() -> None:
    assert not link([read("a", "Three people were killed in shelling on Azaz.", "2020-03-04")]).flows


def test_units_that_move_come_before_others() -> None:
    text = "Turkey sent 700 Syrian fighters to Tripoli on Tuesday, two days after the talks."
    flow = link([read("a", text, "2020-03-04")]).flows[0]
    assert flow.unit in (Unit.FIGHTERS, Unit.PEOPLE)
