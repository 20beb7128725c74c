from tawatur.export.credits import credited
from tawatur.model import Document, Language, Region, RegionKind, Span


def names(*given: str | None) -> list[str | None]:
    regions = tuple(Region(Span(at, at + 1), RegionKind.BYLINE, "rule", name) for at, name in enumerate(given))
    document = Document("made", "x" * 9, Language.EN, outlet="The Lighthouse", regions=regions)
    return [region.name for region in credited(document)]


def test_agencies_and_people_are_credits_in_order() -> None:
    assert names("Harbour agency", "A. Writer") == ["Harbour agency", "A. Writer"]


def test_the_outlet_itself_its_day_and_furniture_are_none() -> None:
    assert names("The Lighthouse", "2020-03-06", None) == []
