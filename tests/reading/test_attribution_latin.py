"""Who said it in English and French: the hard cases, each with a look-alike that must not fire."""

import pytest

from tawatur.model import Stance
from tawatur.reading import Reading, statements
from tests.reading.conftest import Read, claim_with, sources

SOURCED = [
    (
        "fr",
        "La ministre, qui revenait du front, a affirmé que les rebelles avaient attaqué le pont.",
        "attaqué",
        ["La ministre"],
    ),
    (
        "fr",
        "Le maire, joint par téléphone, a raconté que des miliciens avaient pillé le marché.",
        "pillé",
        ["Le maire"],
    ),
    (
        "fr",
        '"Ils ont bombardé l\'école", a de son côté déclaré mardi à la radio une institutrice.',
        "bombardé",
        ["une institutrice"],
    ),
    ("fr", "\"Ils ont bombardé l'école\", s'emporte le directeur.", "bombardé", ["le directeur"]),
    ("fr", "Comme l'a annoncé le ministère, deux soldats ont été tués.", "tués", ["le ministère"]),
    ("fr", "Deux soldats ont été tués, a-t-on appris de source militaire.", "tués", ["source militaire"]),
    ("fr", "Le colonel affirme avoir attaqué la colline.", "attaqué", ["Le colonel"]),
    ("fr", "Selon la même source, des miliciens ont incendié le dépôt.", "incendié", ["la même source"]),
    ("fr", "Pour le colonel Mercier, les rebelles ont attaqué trop tard.", "attaqué", ["le colonel Mercier"]),
    ("en", "The mayor, who fled on Monday, said that gunmen attacked the bridge.", "attacked", ["The mayor"]),
    (
        "en",
        "Activists at a local network which follows the war said gunmen attacked the bridge.",
        "attacked",
        ["Activists at a local network"],
    ),
    ("en", "A medic told the agency that gunmen attacked the bridge.", "attacked", ["A medic"]),
    ("en", "Gunmen attacked the bridge, a medic told reporters on Sunday.", "attacked", ["a medic"]),
    ("en", "Gunmen attacked the bridge, said a medic who asked not to be named.", "attacked", ["a medic"]),
    ("en", "Gunmen, the ministry said in a statement, attacked the bridge.", "attacked", ["the ministry"]),
    ("en", "As the army reported, gunmen attacked the bridge.", "attacked", ["the army"]),
    ("en", "According to residents and medics, gunmen attacked the bridge.", "attacked", ["residents and medics"]),
]


@pytest.mark.parametrize(("language", "text", "trigger", "expected"), SOURCED)
def test_a_source_is_found_wherever_it_stands(
    read: Read, language: str, text: str, trigger: str, expected: list[str]
) -> None:
    reading = read(text, language)
    assert sources(reading, claim_with(reading, trigger)) == expected


NAMED = [
    ("fr", '"Ils ont bombardé l\'école", a dit son avocat, Karim Haddad.', "bombardé", ["Karim Haddad"]),
    ("en", '"They bombed the school," said his lawyer, Karim Haddad.', "bombed", ["Karim Haddad"]),
    ("en", '"They bombed the school," said Karim Haddad, a lawyer.', "bombed", ["Karim Haddad"]),
]


@pytest.mark.parametrize(("language", "text", "trigger", "expected"), NAMED)
def test_the_name_beside_an_office_is_the_source(
    read: Read, language: str, text: str, trigger: str, expected: list[str]
) -> None:
    reading = read(text, language)
    assert sources(reading, claim_with(reading, trigger)) == expected


CHAINS = [
    ("en", "The agency, citing a medic, said that gunmen attacked the bridge.", "attacked", ["The agency", "a medic"]),
    ("en", "The agency quoted a medic as saying gunmen attacked the bridge.", "attacked", ["The agency", "a medic"]),
    (
        "fr",
        "L'agence, citant deux responsables, rapporte que des miliciens ont attaqué le pont.",
        "attaqué",
        ["L'agence", "deux responsables"],
    ),
    (
        "fr",
        "Selon une source médicale, douze civils ont été tués, rapporte le journal.",
        "tués",
        ["le journal", "une source médicale"],
    ),
    (
        "en",
        "The ministry said, according to the agency, that gunmen attacked the bridge.",
        "attacked",
        ["The ministry", "the agency"],
    ),
]


@pytest.mark.parametrize(("language", "text", "trigger", "expected"), CHAINS)
def test_sources_nest_only_where_one_relays_the_other(
    read: Read, language: str, text: str, trigger: str, expected: list[str]
) -> None:
    reading = read(text, language)
    assert sources(reading, claim_with(reading, trigger)) == expected


POINTING = [
    (
        "fr",
        'La ministre est arrivée mardi. "Les rebelles ont attaqué le pont", a-t-elle déclaré.',
        "attaqué",
        ["La ministre"],
    ),
    ("fr", "Le préfet a parlé. Selon lui, les rebelles ont attaqué le pont.", "attaqué", ["Le préfet"]),
    (
        "fr",
        'Le général est arrivé. La ministre a dit être prête. "Les rebelles ont attaqué le pont", a-t-il ajouté.',
        "attaqué",
        ["Le général"],
    ),
    ("en", "The general arrived on Monday. He said gunmen attacked the bridge.", "attacked", ["The general"]),
    ("en", "The agency said roads were shut. It added that gunmen attacked the bridge.", "attacked", ["The agency"]),
]


@pytest.mark.parametrize(("language", "text", "trigger", "expected"), POINTING)
def test_a_pronoun_agrees_with_whom_it_points_back_to(
    read: Read, language: str, text: str, trigger: str, expected: list[str]
) -> None:
    reading = read(text, language)
    assert sources(reading, claim_with(reading, trigger)) == expected


def test_a_document_is_no_he_but_the_one_who_issued_it_can_be(read: Read) -> None:
    text = "Selon un communiqué du ministère, la route est libre. Les rebelles ont attaqué le pont, a-t-il ajouté."
    reading = read(text, "fr")
    assert sources(reading, claim_with(reading, "attaqué")) == ["ministère"]


QUOTED_ON = [
    (
        "fr",
        '"Nous avons tenu. Les rebelles ont attaqué le pont. La nuit fut longue", a raconté le maire.',
        "attaqué",
        ["le maire"],
    ),
    (
        "fr",
        '"La nuit fut longue", a raconté le maire. "Les rebelles ont attaqué le pont et brûlé le marché."',
        "attaqué",
        ["le maire"],
    ),
    (
        "en",
        '"The night was long," the mayor said. "Gunmen attacked the bridge and burned the market."',
        "attacked",
        ["the mayor"],
    ),
    (
        "fr",
        'Le maire Karim Haddad était en colère. "Les rebelles ont attaqué le pont et brûlé le marché."',
        "attaqué",
        ["Le maire Karim Haddad"],
    ),
]


@pytest.mark.parametrize(("language", "text", "trigger", "expected"), QUOTED_ON)
def test_a_quotation_over_several_sentences_keeps_its_speaker(
    read: Read, language: str, text: str, trigger: str, expected: list[str]
) -> None:
    reading = read(text, language)
    assert sources(reading, claim_with(reading, trigger)) == expected


def test_two_sources_set_against_each_other_do_not_mix(read: Read) -> None:
    reading = read(
        "Activists said shelling killed 40 people, while the government said gunmen attacked the bridge.", "en"
    )
    assert sources(reading, claim_with(reading, "killed")) == ["Activists"]
    assert sources(reading, claim_with(reading, "attacked")) == ["the government"]
    reading = read(
        "Des militants disent que l'armée a tué 40 civils, tandis que l'état-major dit que le pont a été attaqué.",
        "fr",
    )
    assert sources(reading, claim_with(reading, "tué")) == ["Des militants"]
    assert sources(reading, claim_with(reading, "attaqué")) == ["l'état-major"]


HEADLINES = [
    ("en", "Ministry: gunmen attacked bridge", "attacked", ["Ministry"]),
    ("en", "Gunmen attack bridge - monitor", "attack", ["monitor"]),
    ("fr", "Ministère : des miliciens ont attaqué le pont", "attaqué", ["Ministère"]),
]


@pytest.mark.parametrize(("language", "text", "trigger", "expected"), HEADLINES)
def test_a_headline_names_its_source_behind_a_mark(
    read: Read, language: str, text: str, trigger: str, expected: list[str]
) -> None:
    reading = read(text, language)
    assert sources(reading, claim_with(reading, trigger)) == expected


SILENT = [
    ("en", "The army did not say how many gunmen attacked the bridge.", "attacked"),
    ("fr", "Les rebelles ont attaqué le pont, sans préciser leurs pertes.", "attaqué"),
    ("fr", "L'armée n'a pas dit combien de rebelles ont attaqué le pont.", "attaqué"),
    ("fr", "Les rebelles ont attaqué la zone dite verte.", "attaqué"),
    ("en", "Gunmen attacked the village: houses burned.", "attacked"),
    ("en", "Aleppo: gunmen attacked a bridge", "attacked"),
    ("fr", "Pour reprendre la ville, les soldats ont attaqué le pont.", "attaqué"),
    ("fr", "Les soldats ont attaqué le pont selon le plan prévu.", "attaqué"),
    ("en", "The mayor was accused on Monday after gunmen attacked the bridge.", "attacked"),
    ("en", "Soldiers attacked the so-called safe zone.", "attacked"),
]


@pytest.mark.parametrize(("language", "text", "trigger"), SILENT)
def test_what_only_looks_like_saying_gives_no_source(read: Read, language: str, text: str, trigger: str) -> None:
    reading = read(text, language)
    assert sources(reading, claim_with(reading, trigger)) == []


UNSOURCED = [
    ("fr", "On a appris que des rebelles avaient attaqué le pont.", "attaqué"),
    ("fr", "Il a été rapporté que des rebelles avaient attaqué le pont.", "attaqué"),
    ("en", "Gunmen are believed to have attacked the bridge.", "attacked"),
    ("en", "On Sunday it was reported gunmen attacked the bridge.", "attacked"),
]


@pytest.mark.parametrize(("language", "text", "trigger"), UNSOURCED)
def test_saying_without_a_sayer_keeps_its_cue(read: Read, language: str, text: str, trigger: str) -> None:
    claim = claim_with(read(text, language), trigger)
    assert claim.chain == ()
    assert claim.cue is not None


STANCES = [
    ("fr", "Une frappe aurait fait douze morts.", "frappe", Stance.DOUBTS),
    ("fr", "Le chef rebelle serait mort dans un raid.", "mort", Stance.DOUBTS),
    ("fr", "Des civils auraient été tués par des miliciens.", "tués", Stance.DOUBTS),
    ("fr", "Des civils ont été tués par des miliciens.", "tués", Stance.ASSERTS),
    ("fr", "Les rebelles auraient pu tuer le maire.", "tuer", Stance.ASSERTS),
    ("fr", "S'ils avaient attaqué, les rebelles auraient tué le maire.", "tué", Stance.ASSERTS),
    ("fr", "Le parti prétend que l'armée a attaqué le pont.", "attaqué", Stance.DOUBTS),
    ("fr", "Le porte-parole nie que l'armée ait attaqué le pont.", "attaqué", Stance.DENIES),
    ("fr", '"Il n\'y a pas eu de retrait", a dit le général.', "retrait", Stance.DENIES),
    ("en", '"There was no attack on the bridge," the general said.', "attack", Stance.DENIES),
    ("en", "The army denied that it bombed the bridge.", "bombed", Stance.DENIES),
    ("en", "The army said that it bombed the bridge.", "bombed", Stance.ASSERTS),
    ("en", "Gunmen are alleged to have attacked the bridge.", "attacked", Stance.DOUBTS),
    ("en", "Gunmen are free to attack the bridge.", "attack", Stance.ASSERTS),
    ("en", "The party claimed that the army bombed the bridge.", "bombed", Stance.DOUBTS),
]


@pytest.mark.parametrize(("language", "text", "trigger", "stance"), STANCES)
def test_doubt_and_denial_are_kept_apart_from_plain_assertion(
    read: Read, language: str, text: str, trigger: str, stance: Stance
) -> None:
    assert claim_with(read(text, language), trigger).stance is stance


def _spans(reading: Reading) -> list[tuple[list[str], str | None, list[str]]]:
    text = reading.document.text
    return [
        ([s.cut(text) for s in one.sources], one.cue.cut(text) if one.cue else None, [c.cut(text) for c in one.content])
        for one in statements(reading)
    ]


STATEMENTS = [
    ("en", "The bank said profits rose last year.", (["The bank"], "said", ["profits rose last year"])),
    ("en", "Profits, the bank said, rose last year.", (["the bank"], "said", ["Profits", "rose last year"])),
    (
        "en",
        '"We grew," the chairman said, "and we will grow again."',
        (["the chairman"], "said", ['"We grew,"', '"and we will grow again."']),
    ),
    ("en", "Profits rose, according to the bank.", (["the bank"], "according to", ["Profits rose"])),
    ("en", "The chairman spoke on Monday. He said that profits rose.", (["He"], "said", ["profits rose"])),
    ("fr", "La banque a annoncé que les profits montaient.", (["La banque"], "annoncé", ["les profits montaient"])),
    ("fr", '"Nous avons grandi", a dit le président.', (["le président"], "dit", ['"Nous avons grandi"'])),
]


@pytest.mark.parametrize(("language", "text", "expected"), STATEMENTS)
def test_every_sourced_statement_is_listed_with_its_whole_content(
    read: Read, language: str, text: str, expected: tuple[list[str], str, list[str]]
) -> None:
    assert expected in _spans(read(text, language))


RELAYED = [
    ("en", "A statement by the army that rebels burned the bridge was aired.", "burned", ["the army"]),
    ("en", "The mayor, according to whom gunmen burned the bridge, has left.", "burned", ["The mayor"]),
    ("fr", "Une déclaration du gouvernement selon laquelle les rebelles ont brûlé le pont circule.", "brûlé",
     ["Une déclaration du gouvernement"]),
    ("fr", "Le pont tient, a dit le maire Karim Diallo, selon qui deux soldats ont été tués.", "tués",
     ["le maire Karim Diallo"]),
    ("fr", "« Nous tiendrons », a dit le maire Karim Diallo. Et d'ajouter : « Les rebelles ont pillé la gare. »",
     "pillé", ["le maire Karim Diallo"]),
    ("fr", "« Les rebelles ont pillé la gare. Ils restent »\n, affirme le maire.", "pillé", ["le maire"]),
    ("fr", "Me Casero a affirmé que son client avait été torturé.", "torturé", ["Me Casero"]),
    ("fr", "Il me semble que la gare a été pillée, selon le maire.", "pillée", ["le maire"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "trigger", "expected"), RELAYED)
def test_a_source_is_found_behind_a_noun_a_relative_and_a_sentence_that_goes_on(
    read: Read, language: str, text: str, trigger: str, expected: list[str]
) -> None:
    reading = read(text, language)
    assert sources(reading, claim_with(reading, trigger)) == expected


UNSAID = [
    ("en", "A statement by the army was aired after rebels burned the bridge.", "burned"),
    ("fr", "La règle selon laquelle il paie ne tient pas: les rebelles ont brûlé le pont.", "brûlé"),
]


@pytest.mark.parametrize(("language", "text", "trigger"), UNSAID)
def test_a_noun_of_saying_without_what_is_said_makes_no_source(
    read: Read, language: str, text: str, trigger: str
) -> None:
    reading = read(text, language)
    assert sources(reading, claim_with(reading, trigger)) == []
