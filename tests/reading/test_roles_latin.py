"""Who takes part in a happening in English and French."""

import pytest

from tawatur.model import Role
from tests.reading.conftest import Read, claim_with

FILLED = [
    ("fr", "Un village attaqué par des miliciens brûle encore.", "attaqué", Role.RECIPIENT, "Un village"),
    ("fr", "Un village attaqué par des miliciens brûle encore.", "attaqué", Role.ACTOR, "des miliciens"),
    ("fr", "Deux frères, des hommes de vingt ans, ont attaqué le poste.", "attaqué", Role.ACTOR, "Deux frères"),
    ("fr", "Les rebelles se sont retirés de la ville.", "retirés", Role.ACTOR, "Les rebelles"),
    ("fr", "Les rebelles ont décidé de bombarder la caserne.", "bombarder", Role.ACTOR, "Les rebelles"),
    ("fr", "Le convoi a été, selon nous, attaqué par des miliciens.", "attaqué", Role.RECIPIENT, "Le convoi"),
    ("en", "Gunmen tried to attack the barracks.", "attack", Role.ACTOR, "Gunmen"),
    ("en", "The village was attacked by gunmen.", "attacked", Role.RECIPIENT, "The village"),
    ("en", "The village was attacked by gunmen.", "attacked", Role.ACTOR, "gunmen"),
    ("en", "The brothers, two men in their twenties, attacked the post.", "attacked", Role.ACTOR, "The brothers"),
    ("en", "A mortar shell hit the school.", "hit", Role.VIA, "A mortar shell"),
    ("en", "Five men were killed in clashes with the army.", "killed", Role.ACTOR, "the army"),
    (
        "en",
        "Five men were killed in an attack on the village of Ain Safa.",
        "killed",
        Role.PLACE,
        "the village of Ain Safa",
    ),
    (
        "en",
        "The army launched an attack on the village of Ain Safa.",
        "launched",
        Role.RECIPIENT,
        "the village of Ain Safa",
    ),
]


@pytest.mark.parametrize(("language", "text", "trigger", "role", "words"), FILLED)
def test_a_slot_of_the_clause_gives_its_role(
    read: Read, language: str, text: str, trigger: str, role: Role, words: str
) -> None:
    reading = read(text, language)
    claim = claim_with(reading, trigger)
    assert words in [p.span.cut(text) for p in claim.participants if p.role is role]


NOT_FILLED = [
    ("fr", "Des miliciens ont attaqué le village.", "attaqué", Role.RECIPIENT, "Des miliciens"),
    ("fr", "Les rebelles s'étaient retirés de la ville.", "retirés", Role.ACTOR, "s'"),
    ("fr", "Le maire, lundi, a attaqué le préfet.", "attaqué", Role.RECIPIENT, "Le maire"),
    ("en", "Gunmen had attacked the village.", "attacked", Role.RECIPIENT, "Gunmen"),
]


@pytest.mark.parametrize(("language", "text", "trigger", "role", "words"), NOT_FILLED)
def test_what_only_stands_beside_the_verb_is_not_put_in_the_wrong_slot(
    read: Read, language: str, text: str, trigger: str, role: Role, words: str
) -> None:
    reading = read(text, language)
    claim = claim_with(reading, trigger)
    assert words not in [p.span.cut(text) for p in claim.participants if p.role is role]
