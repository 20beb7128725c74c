"""Who and what a report's names mean: namesakes, weak wordings, short forms, roles, places and their relations."""

import pytest

from tawatur.model import Claim, Location, Participant
from tawatur.reading import Reading
from tests.reading.conftest import Read, claim_with


def located(reading: Reading, words: str) -> Location:
    """The location of the participant that holds some words."""
    text = reading.document.text
    found = [p for c in reading.claims for p in c.participants if words in p.span.cut(text)]
    assert found, [p.span.cut(text) for c in reading.claims for p in c.participants]
    location = found[0].location
    assert location is not None, found[0]
    return location


def spots(reading: Reading) -> list[Location]:
    """All locations of a reading, in order."""
    return [p.location for c in reading.claims for p in c.participants if p.location is not None]


def party(reading: Reading, words: str) -> Participant:
    text = reading.document.text
    return next(p for c in reading.claims for p in c.participants if words in p.span.cut(text))


def source_of(claim: Claim) -> tuple[str, str | None]:
    return claim.chain[0].name, claim.chain[0].entity


# -- namesakes -----------------------------------------------------------------------------------

LIBYAN = {
    "en": "The Libyan army moved out of Benghazi at dawn. Two officers were killed in Tripoli on Monday.",
    "fr": "L'armée libyenne a quitté Benghazi à l'aube. Deux officiers ont été tués à Tripoli lundi.",
    "ar": "غادر الجيش الليبي بنغازي فجرا. وقتل ضابطان في طرابلس يوم الاثنين.",
}
LEBANESE = {
    "en": "The Lebanese army closed the Beirut road in Lebanon. Two officers were killed in Tripoli on Monday.",
    "fr": "L'armée libanaise a fermé la route de Beyrouth au Liban. Deux officiers ont été tués à Tripoli lundi.",
    "ar": "أغلق الجيش اللبناني طريق بيروت في لبنان. وقتل ضابطان في طرابلس يوم الاثنين.",
}
TRIPOLI = {"en": "Tripoli", "fr": "Tripoli", "ar": "طرابلس"}


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_the_country_of_the_text_tells_two_tripolis_apart(read: Read, language: str) -> None:
    libyan = located(read(LIBYAN[language], language), TRIPOLI[language])
    lebanese = located(read(LEBANESE[language], language), TRIPOLI[language])
    assert (libyan.country, lebanese.country) == ("LY", "LB")
    assert libyan.latitude != lebanese.latitude


def test_a_country_named_beside_a_town_outweighs_that_of_the_text(read: Read) -> None:
    text = "The Libyan army left Benghazi. Libyans met in Misrata. A guard was killed in Tripoli, Lebanon."
    assert located(read(text, "en"), "Tripoli").country == "LB"


def test_a_name_that_two_towns_bear_stays_open_where_nothing_decides(read: Read) -> None:
    reading = read("قتل حارس في البيضاء مساء أمس.", "ar")
    assert all(p.entity is None for c in reading.claims for p in c.participants)
    yemeni = read("أعلن الجيش اليمني في صنعاء حالة التأهب. وقتل حارس في البيضاء مساء أمس.", "ar")
    assert located(yemeni, "البيضاء").country == "YE"


# -- weak wordings -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "with_support", "without", "name"),
    [
        (
            "ar",
            "وصل نوري المالكي إلى المطار. وقال المالكي إن جنديين قتلا.",
            "قال المالكي إن جنديين قتلا.",
            "Nouri al-Maliki",
        ),
        (
            "fr",
            "Omar el-Béchir est arrivé. Béchir a déclaré que deux soldats avaient été tués.",
            "Béchir a déclaré que deux soldats avaient été tués.",
            "Omar al-Bashir",
        ),
        (
            "en",
            "Omar al-Bashir came home. Bashir said that two soldiers had been killed.",
            "Bashir said that two soldiers had been killed.",
            "Omar al-Bashir",
        ),
    ],
)
def test_a_surname_names_somebody_only_with_support(
    read: Read, language: str, with_support: str, without: str, name: str
) -> None:
    supported = [c for c in read(with_support, language).claims if c.chain]
    alone = [c for c in read(without, language).claims if c.chain]
    assert source_of(supported[0])[0] == name
    assert source_of(supported[0])[1] is not None
    assert source_of(alone[0])[1] is None
    assert source_of(alone[0])[0] != name


def test_another_bearer_of_a_surname_in_the_report_is_no_known_person(read: Read) -> None:
    text = "Spokesman Islam Bashir met reporters in Khartoum. Bashir said that two Sudanese soldiers had been killed."
    claim = claim_with(read(text, "en"), "killed")
    assert source_of(claim) == ("Islam Bashir", None)


def test_a_noun_that_an_outlet_bears_as_its_title_is_the_noun(read: Read) -> None:
    claim = claim_with(read("قال السفير إن جنديين قُتلا في الهجوم.", "ar"), "قُتلا")
    assert source_of(claim)[1] is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("On Monday Michael Jordan attacked the plan.", "Jordan"),
        ("On Monday the mayor Tripoli Farrugia attacked the plan.", "Tripoli"),
    ],
)
def test_a_place_inside_a_longer_name_is_no_place(read: Read, text: str, words: str) -> None:
    assert party(read(text, "en"), words).entity is None


def test_jordan_the_country_is_a_country(read: Read) -> None:
    assert party(read("Jordan attacked the camp at dawn.", "en"), "Jordan").entity == "country-jo"


# -- unknown names, roles, short forms -----------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "text", "full"),
    [
        (
            "en",
            "Spokesman Martin Nesmeyan met reporters. Nesmeyan said that ten soldiers had been killed.",
            "Martin Nesmeyan",
        ),
        (
            "fr",
            "Le porte-parole Étienne Vaudrac a parlé. Vaudrac a déclaré que dix soldats avaient été tués.",
            "Étienne Vaudrac",
        ),
        ("ar", "وصل المتحدث وليام سبرلنغر إلى جنيف. وقال سبرلنغر إن عشرة جنود قُتلوا.", "وليام سبرلنغر"),
    ],
)
def test_a_short_form_takes_the_fullest_wording_of_an_unknown_name(
    read: Read, language: str, text: str, full: str
) -> None:
    claim = next(c for c in read(text, language).claims if c.chain)
    assert source_of(claim) == (full, None)


def test_a_role_names_somebody_where_the_report_gives_it_to_him(read: Read) -> None:
    given = "The army commander Khalifa Haftar came home. The army commander said that ten rebels were killed."
    missing = "Khalifa Haftar came home. The army commander said that ten rebels were killed."
    assert source_of(claim_with(read(given, "en"), "killed"))[1] == "khalifa-haftar"
    assert source_of(claim_with(read(missing, "en"), "killed"))[1] is None


def test_a_bare_noun_takes_up_the_only_fuller_wording(read: Read) -> None:
    one = "وصل الجيش الليبي إلى المدينة. وانسحب الجيش من المخيم."
    two = "وصل الجيش الليبي إلى المدينة، ووصل الجيش التركي إليها. وانسحب الجيش من المخيم."
    assert claim_with(read(one, "ar"), "وانسحب").participants[0].entity is not None
    assert claim_with(read(two, "ar"), "وانسحب").participants[0].entity is None


@pytest.mark.parametrize(
    ("language", "text", "town"),
    [
        ("en", "Ankara said that two soldiers were killed in Ankara.", "Ankara"),
        ("fr", "Ankara a déclaré que deux soldats avaient été tués à Ankara.", "Ankara"),
        ("ar", "أعلنت أنقرة أن جنديين قُتلا في أنقرة.", "أنقرة"),
    ],
)
def test_a_capital_speaks_for_its_government_and_stays_a_town_as_a_place(
    read: Read, language: str, text: str, town: str
) -> None:
    reading = read(text, language)
    claim = next(c for c in reading.claims if c.chain)
    assert source_of(claim) == ("Turkey", "country-tr")
    place = next(p for p in claim.participants if town in p.span.cut(text))
    assert (place.name, place.entity) == ("Ankara", "ankara")


def test_half_of_a_compound_is_not_the_capital(read: Read) -> None:
    claim = claim_with(read("The London-based monitor said that ten rebels were killed.", "en"), "killed")
    assert source_of(claim)[1] is None


# -- places --------------------------------------------------------------------------------------


PLAIN = {
    "en": "Ten men were killed in {}.",
    "fr": "Dix soldats ont été tués à {}.",
    "ar": "قُتل عشرة رجال في {}.",
}


@pytest.mark.parametrize(
    ("language", "text", "place", "relation"),
    [
        ("en", "Ten men were killed in a village 70 km east of Derna.", "Derna", ("direction", "east", 70)),
        ("en", "Ten men were killed in northern Syria.", "Syria", ("direction", "north", None)),
        ("en", "Ten men were killed in the outskirts of Derna.", "Derna", ("outskirts", None, None)),
        ("fr", "Dix hommes ont été tués à 70 km à l'est de Derna.", "Derna", ("direction", "east", 70)),
        ("fr", "Dix hommes ont été tués au sud de Tripoli.", "Tripoli", ("direction", "south", None)),
        ("ar", "قُتل عشرة رجال في شرق درنة.", "درنة", ("direction", "east", None)),
        ("ar", "قُتل عشرة رجال في شمال العراق.", "العراق", ("direction", "north", None)),
    ],
)
def test_a_relation_to_a_place_is_kept_and_never_moves_it(
    read: Read, language: str, text: str, place: str, relation: tuple[str, str | None, int | None]
) -> None:
    spot, bare = spots(read(text, language))[0], spots(read(PLAIN[language].format(place), language))[0]
    assert spot.relation is not None
    assert (spot.relation.kind, spot.relation.direction, spot.relation.distance_km) == relation
    assert bare.relation is None
    assert (spot.entity, spot.latitude, spot.longitude) == (bare.entity, bare.latitude, bare.longitude)


def test_beside_a_town_is_not_the_town_and_within_a_country_is(read: Read) -> None:
    beside = party(read("Ten men were killed in a village 70 km east of Derna.", "en"), "village")
    within = party(read("Ten men were killed in northern Syria.", "en"), "Syria")
    assert (beside.name, beside.entity) == ("70 km east of Derna", None)
    assert (within.name, within.entity) == ("northern Syria", "country-sy")


def test_the_capital_of_the_text_is_found_and_none_is_guessed(read: Read) -> None:
    libyan = read("وصل الجيش الليبي إلى بنغازي. وقُتل حارس في العاصمة.", "ar")
    assert located(libyan, "العاصمة").entity == "tripoli"
    nameless = read("قُتل حارس في العاصمة.", "ar")
    assert all(p.location is None for c in nameless.claims for p in c.participants)


def test_an_adjective_tells_the_country_of_a_spot_without_a_name(read: Read) -> None:
    location = located(read("قُتل عشرة رجال في القرى اللبنانية.", "ar"), "القرى")
    assert (location.country, location.entity, location.latitude) == ("LB", None, None)


def test_a_base_of_a_country_may_lie_anywhere(read: Read) -> None:
    reading = read("Ten men were killed in the American bases.", "en")
    assert all(p.location is None for c in reading.claims for p in c.participants)


def test_an_indefinite_title_with_adjectives_is_no_name(read: Read) -> None:
    claim = next(c for c in read("قال ضابط مخضرم مغمور إن عشرة جنود قُتلوا.", "ar").claims if c.chain)
    assert source_of(claim)[0] == "ضابط مخضرم مغمور"


def test_every_decision_says_what_settled_it(read: Read) -> None:
    reading = read(LEBANESE["en"], "en")
    location = located(reading, "Tripoli")
    assert location.found.stage == "locations"
    assert "LB" in location.found.rule
