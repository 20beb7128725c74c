"""Which words of an English or French report name a happening."""

import pytest

from tawatur.model import ClaimType, Unit
from tests.reading.conftest import Read, claim_with

COMPOUNDS = [
    ("en", "Aid workers of the army wait at the gate.", "Aid"),
    ("en", "The army bought attack helicopters.", "attack"),
    ("fr", "L'armée a acheté des avions de combat.", "combat"),
    ("fr", "Le juge d'instruction a rencontré le soldat.", "instruction"),
]


@pytest.mark.parametrize(("language", "text", "word"), COMPOUNDS)
def test_a_word_inside_a_longer_noun_names_no_happening(read: Read, language: str, text: str, word: str) -> None:
    reading = read(text, language)
    assert all(word not in claim.trigger.cut(text) for claim in reading.claims)


def test_a_happening_told_of_the_speaker_in_a_relative_clause_is_a_claim(read: Read) -> None:
    text = "The alliance, which bombed the port in May, said on Monday that rebels had fled."
    assert claim_with(read(text, "en"), "bombed").type is ClaimType.ASSAULT


def test_an_attack_and_a_far_away_one_in_a_french_clause_are_two_claims(read: Read) -> None:
    near = "Un soldat a été tué dans une attaque."
    far = (
        "Un soldat a été tué dans le nord du pays près du village de Aïn Safa "
        "au lendemain de la visite du gouverneur et de la grande attaque du marché."
    )
    assert len(read(near, "fr").claims) == 1
    assert claim_with(read(far, "fr"), "tué") != claim_with(read(far, "fr"), "attaque")


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Depuis 2015, 45 soldats ont été tués dans cette guerre.", ClaimType.PRESENCE),
        ("En 2016, trois soldats ont été tués dans une embuscade.", ClaimType.ASSAULT),
    ],
)
def test_only_many_dead_of_a_long_time_are_losses_added_up(read: Read, text: str, type_: ClaimType) -> None:
    assert claim_with(read(text, "fr"), "tués").type is type_


def test_two_words_glued_by_a_lost_line_break_end_a_sentence(read: Read) -> None:
    text = "Trois villages sont tombés dans les campsDepuis lundi, l'armée bombarde le port."
    reading = read(text, "fr")
    assert [text[reading.tokens.starts[s.first] :][:6] for s in reading.sentences] == ["Trois ", "Depuis"]
    assert claim_with(reading, "bombarde").type is ClaimType.ASSAULT


@pytest.mark.parametrize("name", ["YouTube", "WhatsApp", "TotalEnergies", "iPhone"])
def test_a_name_with_a_capital_inside_stays_one_word(read: Read, name: str) -> None:
    reading = read(f"La vidéo vue sur {name} montre un port.", "fr")
    assert name.lower() in reading.tokens.folded
    assert len(reading.sentences) == 1


@pytest.mark.parametrize("text", ["He was killed ten miles from Derna.", "Un film de 30 minutes montre un homme tué."])
def test_miles_and_minutes_are_no_dead(read: Read, text: str) -> None:
    reading = read(text, "en" if text.startswith("He") else "fr")
    units = [figure.unit for claim in reading.claims for figure in claim.figures]
    assert Unit.KILLED not in units


def test_an_english_noun_that_only_points_back_is_no_claim(read: Read) -> None:
    text = "The attack was over. The attack on the port killed two guards."
    assert [claim.trigger.cut(text) for claim in read(text, "en").claims] == ["killed"]
