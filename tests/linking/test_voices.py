from typing import NamedTuple

import pytest

from tawatur.linking.publishers import names_publisher, outlet_id
from tawatur.linking.voices import Number, VoiceKind, words_voice
from tawatur.model import Language


class Case(NamedTuple):
    language: str
    words: str
    kind: VoiceKind
    number: Number = Number.ONE
    entity: str = ""
    role: str | None = None


_CASES = (
    Case("en", "a hospital official", VoiceKind.UNNAMED, role="medical"),
    Case("en", "several military sources", VoiceKind.UNNAMED, Number.SEVERAL, role="military"),
    Case("en", "Reuters", VoiceKind.OUTLET, entity="reuters"),
    Case("en", "the newspaper Delta Mirror", VoiceKind.OUTLET, entity="delta mirror"),
    Case("en", "local media", VoiceKind.PRESS),
    Case("en", "our correspondent in Zuwara", VoiceKind.OWN),
    Case("en", "Salem Alaywan", VoiceKind.NAMED),
    Case("en", "the mayor of Bani Walid", VoiceKind.NAMED),
    Case("en", "UN experts", VoiceKind.NAMED, entity="un-experts"),
    Case("en", "A spokesman for Haftar's Libyan National Army", VoiceKind.NAMED, entity="libyan-national-army"),
    Case("en", "Western diplomats", VoiceKind.UNNAMED, Number.SEVERAL, role="diplomatic"),
    Case("fr", "Plusieurs sources", VoiceKind.UNNAMED, Number.SEVERAL),
    Case("fr", "Un ancien contractuel du groupe Wagner", VoiceKind.UNNAMED, role="fighter"),
    Case("fr", "le ministère libyen de la Santé", VoiceKind.NAMED),
    Case("fr", "la presse française", VoiceKind.PRESS),
    Case("fr", "Moscou", VoiceKind.NAMED, entity="country-ru"),
    Case("fr", "L'Observatoire syrien des droits de l'homme", VoiceKind.NAMED, entity="sohr"),
    Case("ar", "مصدر عسكري في حكومة الوفاق", VoiceKind.UNNAMED, role="military"),
    Case("ar", "مصادر متعددة", VoiceKind.UNNAMED, Number.SEVERAL),
    Case("ar", "أحد سكان ترهونة", VoiceKind.UNNAMED, role="on the spot"),
    Case("ar", "وزير الداخلية في حكومة الوفاق فتحي باشاغا", VoiceKind.NAMED, entity="fathi-bashagha"),
    Case("ar", "السفارة الروسية في دمشق", VoiceKind.NAMED),
    Case("ar", "موقع «السارية»", VoiceKind.OUTLET, entity="الساريه"),
    Case("ar", "وسائل إعلام فرنسية", VoiceKind.PRESS),
    Case("ar", "صحيفة محلية", VoiceKind.PRESS),
    Case("ar", "مراسلنا", VoiceKind.OWN),
    Case("ar", "المراسل", VoiceKind.OWN),
    Case("ar", "مراسل شبكة السارية", VoiceKind.OUTLET, entity="شبكه الساريه"),
    Case("en", "a Reuters correspondent", VoiceKind.OUTLET, entity="reuters"),
    Case("ar", "الناشط مصبح الزنكلوني", VoiceKind.NAMED),
    Case("ar", "الناشط الميداني", VoiceKind.UNNAMED, role="activist"),
)


@pytest.mark.parametrize("case", _CASES, ids=lambda case: str(case.words))
def test_the_words_tell_who_speaks(case: Case) -> None:
    voice = words_voice(case.words, Language(case.language))
    assert (voice.kind, voice.number, voice.entity) == (case.kind, case.number, case.entity)
    assert case.role is None or case.role in voice.roles


def test_an_official_of_a_side_is_tied_to_it_and_not_taken_for_it() -> None:
    voice = words_voice("مسؤول في وزارة الخارجية التركية", Language.AR)
    assert voice.kind is VoiceKind.UNNAMED
    assert voice.ties == {"country-tr"}


def test_a_witness_has_a_place_and_a_seat_of_government_is_none() -> None:
    assert words_voice("des témoins à Saraqeb", Language.FR).places == {"saraqib"}
    assert not words_voice("Une source liée aux autorités de Tripoli", Language.FR).places


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The Sample Courier", "Sample Courier"),
        ("صحيفة العيّنة (نموذج)", "صحيفة العيّنة"),
        ("«السارية»", "موقع السارية"),
        ("the newspaper Delta Mirror", "Delta Mirror"),
        ("lemonde.fr", "لوموند"),
    ],
)
def test_two_ways_to_write_a_publisher_give_one_id(left: str, right: str) -> None:
    assert outlet_id(left) == outlet_id(right)


def test_publishers_that_differ_have_different_ids() -> None:
    names = ("Harbour Post", "Delta Post", "Daily Star", "Morning Star", "قناة العيّنة (نموذج)", "وكالة أنباء المثال")
    assert len({outlet_id(name) for name in names}) == len(names)


@pytest.mark.parametrize(
    ("name", "address", "same"),
    [
        ("عفرين بوست", "afrinpost.net", True),
        ("صحيفة جسر", "jesrpress.com", True),
        ("السورية نت", "alsouria.net", True),
        ("Harbour Post", "www.harbourpost.example", True),
        ("رويترز", "alsouria.net", False),
        ("Harbour Post", "deltamirror.example", False),
        ("Harbour Post", "Delta Mirror", False),
    ],
)
def test_a_web_address_is_known_by_the_name_it_spells(name: str, address: str, same: bool) -> None:
    assert names_publisher(name, address) is same
