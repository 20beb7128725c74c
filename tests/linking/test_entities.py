import random
from dataclasses import replace

import pytest

from tawatur.linking.entities import Entities, resolve
from tawatur.linking.gathering import name_id
from tawatur.linking.mentions import expansions
from tawatur.model import Found, Language, Report
from tawatur.model.linked import LinkedEntity, Ruling, RulingKind
from tests.linking.factory import Told, place, report, who

_NAMED = Found("names", "a name that no list holds")


def _saying(id_: str, *names: str, where: str = "LY", language: Language = Language.EN) -> Report:
    """A report with a claim for each name, put down to its bearer, in one country."""
    told = [
        Told(
            f"{name} said two convoys had left Market{number}.",
            "left",
            chain=(who(name),),
            parts=(place(f"Market{number}", country=where),),
        )
        for number, name in enumerate(names)
    ]
    made = report(id_, "The Daily Example", "2020-03-03", *told, language=language)
    claims = tuple(
        replace(c, chain=tuple(replace(s, named=_NAMED) if len(s.name.split()) > 1 else s for s in c.chain))
        for c in made.claims
    )
    return replace(made, claims=claims)


def _source(entities: Entities, made: Report, number: int = 0) -> str:
    return entities.of_source(made.document.id, made.claims[number].id, 0)


def _entity(entities: Entities, id_: str) -> LinkedEntity:
    return entities.by_id[id_]


def test_an_unknown_name_is_one_entity_across_reports_languages_and_scripts() -> None:
    english, french = _saying("a", "Adel Brikhane"), _saying("b", "Adil Brikhane", language=Language.FR)
    arabic = _saying("c", "عادل بريخان", language=Language.AR)
    entities = resolve([english, french, arabic])
    ids = {_source(entities, made) for made in (english, french, arabic)}
    assert len(ids) == 1
    entity = _entity(entities, ids.pop())
    assert not entity.known
    assert entity.names == (("ar", ("عادل بريخان",)), ("en", ("Adel Brikhane",)), ("fr", ("Adil Brikhane",)))
    assert [mention.document for mention in entity.mentions] == ["a", "b", "c"]
    assert "Adel Brikhane and Adil Brikhane are spellings of one name" in {r.words for r in entity.reasons}


def test_a_spelling_that_the_lexicon_lacks_is_the_one_it_knows() -> None:
    known = report(
        "a", None, None, Told("Khalifa Haftar said no.", "said", chain=(who("Khalifa Haftar", None, "khalifa-haftar"),))
    )
    other = _saying("b", "Khaleefa Hefter")
    entities = resolve([known, other])
    assert _source(entities, other) == _source(entities, known) == "khalifa-haftar"
    entity = _entity(entities, "khalifa-haftar")
    assert entity.known
    assert dict(entity.names)["en"] == ("Khaleefa Hefter", "Khalifa Haftar")
    assert dict(entity.names)["ar"] == ("خليفة حفتر",)


def test_two_people_with_one_letter_between_them_stay_two() -> None:
    left, right = _saying("a", "فايز السراج", language=Language.AR), _saying("b", "فايز الدراج", language=Language.AR)
    entities = resolve([left, right])
    assert _source(entities, left) != _source(entities, right)


def test_a_bare_surname_is_whoever_the_same_report_names_in_full() -> None:
    full, elsewhere = _saying("a", "Adel Brikhane", "Brikhane"), _saying("b", "Brikhane")
    entities = resolve([full, elsewhere])
    assert _source(entities, full, 1) == _source(entities, full)
    assert _source(entities, elsewhere) != _source(entities, full)
    reasons = _entity(entities, _source(entities, full)).reasons
    assert [r.words for r in reasons] == ["a names nobody else of that surname in full"]


def test_a_bare_surname_that_two_bear_is_neither() -> None:
    made = _saying("a", "Adel Brikhane", "Salem Brikhane", "Brikhane")
    entities = resolve([made])
    assert len({_source(entities, made, number) for number in range(3)}) == 3


def test_an_abbreviation_is_what_its_report_spells_out() -> None:
    made = report(
        "a",
        None,
        "2020-03-03",
        Told("The Syrian Network for Human Rights (SNHR) counted nine dead.", "counted", chain=(who("SNHR"),)),
    )
    bare = report("b", None, "2020-03-03", Told("QNHR counted nine dead.", "counted", chain=(who("QNHR"),)))
    entities = resolve([made, bare])
    assert _source(entities, made) == "snhr"
    assert "spells SNHR out" in _entity(entities, "snhr").reasons[0].words
    assert not entities.is_named(_source(entities, bare))


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("said the Northern Relief Network (NRN) today", "NRN", "Northern Relief Network"),
        (
            "selon l'Observatoire libyen des droits de l'Homme (OLDH)",
            "OLDH",
            "Observatoire libyen des droits de l'Homme",
        ),
        ("قالت قوات درع الشمال (قدش) إن", "قدش", "قوات درع الشمال"),
    ],
)
def test_abbreviations_are_spelled_by_the_initials_before_them(text: str, short: str, full: str) -> None:
    assert expansions(text) == {short: full}


def test_brackets_that_spell_nothing_are_no_abbreviation() -> None:
    assert expansions("the town of Sirte (LIBYA) and Aleppo (AFP) - two men (AB) left") == {}


def test_namesakes_in_reports_on_other_countries_stay_apart() -> None:
    left, same = _saying("a", "Mohammed Ali", "Mohammed Ali"), _saying("b", "Mohammed Ali", "Mohammed Ali")
    other = _saying("c", "Mohammed Ali", "Mohammed Ali", where="YE")
    entities = resolve([left, same, other])
    assert _source(entities, left) == _source(entities, same)
    assert _source(entities, left) != _source(entities, other)


def test_a_description_is_the_same_only_where_that_can_be_said() -> None:
    def told(id_: str) -> Report:
        sentence = "A military source said civilians had left."
        from_ = Told(sentence, "left", chain=(who("A military source"),), parts=(place("civilians"),))
        return report(id_, None, "2020-03-03", from_)

    left, right = told("a"), told("b")
    entities = resolve([left, right])
    assert _source(entities, left) != _source(entities, right)
    people = {entities.of_participant(made.document.id, made.claims[0].id, 0) for made in (left, right)}
    assert len(people) == 1
    assert not entities.is_named(people.pop())
    assert not entities.linked


def test_a_ruling_keeps_apart_what_would_be_merged() -> None:
    left, right = _saying("a", "Adel Brikhane"), _saying("b", "Adil Brikhane")
    ruling = Ruling(RulingKind.DIFFERENT, name_id("Adel Brikhane"), name_id("Adil Brikhane"))
    entities = resolve([left, right], [ruling])
    assert _source(entities, left) != _source(entities, right)


def test_a_ruling_makes_one_of_names_that_share_nothing() -> None:
    left, right = _saying("a", "Adel Brikhane"), _saying("b", "Colonel Thunder Bolt")
    ruling = Ruling(RulingKind.SAME, _source(resolve([left]), left), _source(resolve([right]), right))
    entities = resolve([left, right], [ruling])
    assert _source(entities, left) == _source(entities, right)
    assert "a person said so" in {r.words for r in _entity(entities, _source(entities, left)).reasons}


def test_a_ruling_names_an_unknown_one_as_one_whom_the_lexicon_knows_and_forbids_it_too() -> None:
    made = _saying("a", "Khaleefa Hefter")
    own = name_id("Khaleefa Hefter")
    apart = resolve([made], [Ruling(RulingKind.DIFFERENT, own, "khalifa-haftar")])
    assert _source(apart, made) == own
    stranger = _saying("b", "Thunder Bolt")
    named = resolve([stranger], [Ruling(RulingKind.SAME, name_id("Thunder Bolt"), "khalifa-haftar")])
    assert _source(named, stranger) == "khalifa-haftar"


def test_outlets_are_found_by_name_address_and_credit() -> None:
    reports = [report(str(n), outlet, None) for n, outlet in enumerate(("Le Monde", "lemonde.fr", "The Daily Example"))]
    entities = resolve(reports)
    assert entities.of_outlet("0") == entities.of_outlet("1") == entities.of_words("Le Monde")
    assert entities.of_outlet("2") == entities.of_words("The Daily Example")
    assert entities.of_outlet("2") != entities.of_outlet("0")
    assert entities.of_words("AFP") == "afp"


def test_the_order_of_the_reports_changes_nothing() -> None:
    names = ("Adel Brikhane", "عادل بريخان", "Adil Brikhane", "Mohammed Ali", "Salem Adel Brikhane", "Brikhane")
    reports = [_saying(str(n), *random.Random(n).sample(names, 3)) for n in range(12)]
    first = resolve(reports)
    for seed in range(5):
        mixed = random.Random(seed).sample(reports, len(reports))
        again = resolve(mixed)
        assert again.linked == first.linked
        assert [_source(again, r, 2) for r in reports] == [_source(first, r, 2) for r in reports]
