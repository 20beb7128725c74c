import datetime as dt
import random

import pytest

from tawatur import route
from tawatur.linking import copies, precedence
from tawatur.linking.copies import find
from tawatur.linking.fingerprints import SURE, fingerprints, pairs, shingles
from tawatur.linking.pages import runs
from tawatur.model import Document, Language, Region, RegionKind, Report, Span
from tawatur.model.linked import Copy, CopyKind, Ruling, RulingKind

WIRE = """Three trucks with medicine reached the besieged town of Dar Salma on Monday, aid workers said.
The convoy had waited at the last checkpoint for nineteen hours because the guards asked for new papers, a driver said.
Doctors in the town hospital said that they had run out of blood bags and were reusing needles after boiling them.
The local council counted 412 wounded people since the road was closed in the autumn, most of them hurt by shelling.
Both sides had promised the mediators to let food and medicine through, but no date for the next convoy was given.
A spokeswoman for the mediators said talks on opening a second road would begin in the coming days in the port city."""

OTHER = """Medicine has arrived in Dar Salma for the first time in months, relief officials confirmed on Monday.
Residents lined the main street when the vehicles rolled in shortly before noon, a teacher told us by telephone.
The hospital there had been treating patients by torchlight and without anaesthetics, its director said.
Officials put the number of wounded at 412 and said that forty of them needed to be taken out of the town.
It was not clear whether more deliveries would follow, since the fighting around the northern hills goes on."""

STATEMENT = (
    "We shall open the crossing for the sick and for those who carry them, we shall close it to every armed man "
    "whatever his flag, and we shall publish each evening the names of those who were let through and of those who "
    "were sent back"
)

ARABIC = """الأمم المتحدة: نزوح 4200 أسرة من ترهونة
طرابلس - قال مكتب الأمم المتحدة لتنسيق الشؤون الإنسانية يوم الأربعاء إن 4200 أسرة نزحت من مدينة ترهونة منذ مطلع مارس.
وأضاف المكتب أن 37 مدنيا قتلوا وأصيب 112 آخرون في قصف استهدف أحياء جنوب طرابلس خلال الأسبوع الماضي.
ونفت قوات خليفة حفتر مسؤوليتها عن القصف، واتهمت حكومة الوفاق بقصف مطار معيتيقة.
وكانت تركيا قد أرسلت 1500 مقاتل إلى ليبيا في فبراير، بحسب المرصد السوري لحقوق الإنسان.
ودعت ألمانيا وفرنسا إلى وقف إطلاق النار، بينما أعلنت مصر أنها ستستضيف محادثات في القاهرة في 18 أبريل."""

FRENCH = """Libye : 4 200 familles ont fui Tarhouna, selon l'ONU
TRIPOLI - Quelque 4.200 familles ont fui la ville de Tarhouna depuis début mars, a indiqué mercredi le Bureau de \
coordination des affaires humanitaires de l'ONU.
Selon le Bureau, 37 civils ont été tués et 112 autres blessés dans des bombardements qui ont visé des quartiers au sud \
de Tripoli la semaine dernière.
Les forces de Khalifa Haftar ont nié toute responsabilité et ont accusé le Gouvernement d'union nationale d'avoir \
bombardé l'aéroport de Mitiga.
La Turquie avait envoyé 1.500 combattants en Libye en février, selon l'Observatoire syrien des droits de l'Homme.
L'Allemagne et la France ont appelé à un cessez-le-feu, tandis que l'Egypte a annoncé qu'elle accueillerait des \
pourparlers au Caire le 18 avril."""

ENGLISH_ON_THE_SAME = """Shelling kills dozens in Tripoli suburbs
TRIPOLI - At least 37 civilians died in a week of shelling in southern Tripoli, medics said on Wednesday.
Residents described nights in cellars. The health ministry put the number of wounded at 112; two hospitals were hit.
The United Nations said 4,200 families had left Tarhouna. Forces loyal to Khalifa Haftar denied responsibility.
The European Union is considering a naval mission. Russia and the United Arab Emirates support Haftar, while Turkey
backs the government in Tripoli. Talks in Geneva broke up on 28 February after three days without a result."""


def _report(
    id_: str, text: str, date: str | None = "2020-03-02", outlet: str | None = None, credit: str | None = None
) -> Report:
    regions: tuple[Region, ...] = ()
    if credit is not None:
        text = f"{text}\n({credit})"
        regions = (Region(Span(len(text) - len(credit) - 2, len(text)), RegionKind.CREDIT, "made", credit),)
    day = dt.date.fromisoformat(date) if date is not None else None
    return Report(Document(id_, text, Language.EN, day, outlet, None, regions), (), "made by hand")


def _told(found: tuple[Copy, ...]) -> list[tuple[str, CopyKind, str]]:
    return [(copy.copier, copy.kind, copy.original) for copy in found]


def _edited(text: str) -> str:
    """The wire as a desk would print it: a new headline, a sentence cut, words changed."""
    lines = text.replace("nineteen", "almost twenty").replace("local council", "municipality").split("\n")
    return "\n".join(
        ("Medicine reaches Dar Salma", *lines[:4], *lines[5:], "Our correspondent contributed to this report.")
    )


def test_a_reprint_is_a_copy_of_the_earlier_report() -> None:
    found = find([_report("b", WIRE, "2020-03-02"), _report("a", WIRE, "2020-03-03")])
    assert _told(found) == [("a", CopyKind.REPRINT, "b")]
    assert found[0].shared == 1.0
    assert "published on 2020-03-03, the other on 2020-03-02" in {reason.words for reason in found[0].reasons}


def test_a_wire_with_light_edits_is_a_rewrite_with_the_passages_that_were_kept() -> None:
    edited = _report("b", _edited(WIRE), "2020-03-03")
    (copy,) = find([_report("a", WIRE), edited])
    assert (copy.copier, copy.kind, copy.original) == ("b", CopyKind.REWRITE, "a")
    kept = " ".join(span.cut(edited.document.text) for span in copy.passages)
    assert "reusing needles after boiling them" in kept
    assert "almost twenty" not in kept
    assert "correspondent" not in kept


def test_a_borrowed_paragraph_is_found_in_a_long_report_of_other_content() -> None:
    taken = "\n".join(WIRE.split("\n")[1:3])
    (copy,) = find([_report("a", WIRE), _report("b", f"{OTHER}\n{taken}\n{OTHER[::-1]}", "2020-03-03")])
    assert copy.kind is CopyKind.PARAGRAPHS
    assert copy.original == "a"
    assert copy.shared < 0.4


def test_two_reports_on_one_event_written_independently_are_no_copies() -> None:
    assert find([_report("a", WIRE), _report("b", OTHER, "2020-03-03")]) == ()


def test_a_statement_that_both_quote_makes_no_copy() -> None:
    left, right = f'{WIRE}\n"{STATEMENT}," the commander said.', f'{OTHER}\nIn his words: "{STATEMENT}".'
    assert find([_report("a", left), _report("b", right, "2020-03-03")]) == ()
    unquoted = [_report("a", left.replace('"', "")), _report("b", right.replace('"', ""), "2020-03-03")]
    assert _told(find(unquoted)) == [("b", CopyKind.PARAGRAPHS, "a")]


def test_a_paragraph_kept_for_months_is_background_and_no_copy() -> None:
    taken = "\n".join(WIRE.split("\n")[1:3])
    later = f"{OTHER}\n{taken}\n{OTHER[::-1]}"
    assert find([_report("a", WIRE), _report("b", later, "2020-06-03")]) == ()


def test_what_an_outlet_prints_under_every_report_is_no_copy() -> None:
    teasers = "\n".join(WIRE.split("\n")[1:3])
    texts = (OTHER, OTHER[::-1], STATEMENT + STATEMENT[::-1], ENGLISH_ON_THE_SAME)
    reports = [_report(str(n), f"{text}\n{teasers}", outlet="The Daily Example") for n, text in enumerate(texts)]
    assert find(reports) == ()


def test_fifty_outlets_that_print_one_dispatch_are_fifty_copies_of_one_document() -> None:
    reports = [_report(f"{n:02}", WIRE, f"2020-03-{2 + n // 10:02}", f"Outlet {n}") for n in range(51)]
    found = find(reports)
    assert len(found) == 50
    assert {copy.original for copy in found} == {"00"}


def test_a_report_out_of_two_has_two_originals() -> None:
    both = find([_report("a", WIRE), _report("b", OTHER), _report("c", f"{WIRE}\n{OTHER}", "2020-03-03")])
    assert [(copy.copier, copy.original) for copy in both] == [("c", "a"), ("c", "b")]


def test_a_credit_line_goes_before_the_date_of_the_same_days() -> None:
    agency = _report("b", WIRE, "2020-03-03", "AFP")
    (copy,) = find([_report("a", WIRE, "2020-03-02", "The Daily Example", credit="Agence France-Presse"), agency])
    assert (copy.copier, copy.original) == ("a", "b")
    assert copy.reasons[-1].feature == "credits_outlet"


def test_of_two_on_one_day_the_one_without_the_credit_copied() -> None:
    (copy,) = find([_report("a", WIRE), _report("b", WIRE, credit="Agence France-Presse")])
    assert (copy.copier, copy.original) == ("a", "b")
    assert copy.reasons[-1].words == "only the other credits afp"


def test_where_nothing_tells_who_was_first_the_ids_do() -> None:
    (copy,) = find([_report("b", WIRE), _report("a", WIRE)])
    assert (copy.copier, copy.original) == ("b", "a")
    assert copy.reasons[-1].feature == "by_id"


def test_rulings_forbid_and_force_copies() -> None:
    reports = [_report("a", WIRE), _report("b", WIRE, "2020-03-03"), _report("c", OTHER, "2020-03-04")]
    rulings = [Ruling(RulingKind.DIFFERENT, "a", "b"), Ruling(RulingKind.SAME, "a", "c")]
    found = find(reports, rulings)
    assert _told(found) == [("c", CopyKind.REWRITE, "a")]
    assert found[0].reasons[0].words == "a person said so"


@pytest.fixture(scope="module")
def libya() -> dict[str, Report]:
    texts = {"ar": ARABIC, "fr": FRENCH, "en": ENGLISH_ON_THE_SAME}
    return {key: route.read_text(text, date=dt.date(2020, 4, 2), outlet=f"Outlet {key}") for key, text in texts.items()}


def test_a_translation_is_found_by_figures_names_and_days_in_their_order(libya: dict[str, Report]) -> None:
    found = find(libya.values())
    assert [(copy.kind, {copy.copier, copy.original}) for copy in found] == [
        (CopyKind.TRANSLATION, {libya["ar"].document.id, libya["fr"].document.id})
    ]
    assert found[0].shared > 0.8
    assert "4200" in found[0].reasons[0].words


def test_a_report_on_the_same_event_in_another_language_is_no_translation(libya: dict[str, Report]) -> None:
    assert find([libya["ar"], libya["en"]]) == ()
    assert find([libya["fr"], libya["en"]]) == ()


def test_any_order_of_the_reports_gives_the_same_copies(libya: dict[str, Report]) -> None:
    reports = [*libya.values(), _report("a", WIRE), _report("b", _edited(WIRE)), _report("c", f"{OTHER}\n{WIRE}", None)]
    reports += [_report("d", OTHER, "2020-03-05"), _report("e", WIRE, "2020-03-01", "AFP")]
    first = find(reports)
    assert len(first) >= 4
    for seed in range(5):
        assert find(random.Random(seed).sample(reports, len(reports))) == first


def test_a_run_of_sure_length_is_seen_wherever_it_stands() -> None:
    for seed in range(40):
        numbers = random.Random(seed)
        run = [numbers.getrandbits(32) for _ in range(SURE)]
        left, right = ([numbers.getrandbits(32) for _ in range(60)] for _ in range(2))
        left[seed % 40 : seed % 40], right[seed // 2 : seed // 2] = run, run
        assert fingerprints(shingles(left)) & fingerprints(shingles(right))


def test_a_crowd_is_paired_with_its_first_and_with_its_neighbours() -> None:
    found = pairs([{1}] * 1000, least=1)
    assert len(found) < 5000
    assert all((0, number) in found for number in range(1, 1000))


def test_runs_of_bits_are_read_from_the_lowest() -> None:
    assert runs(0) == []
    assert runs(0b1) == [(0, 1)]
    assert runs(0b111000110) == [(1, 3), (6, 9)]


def test_each_feature_of_a_copy_explains_itself() -> None:
    texts = [getattr(copies, name).__doc__ for name in copies.WEIGHTS]
    texts += [feature.__doc__ for feature in precedence.WEIGHTS]
    assert all(texts)
    assert len(set(texts)) == len(texts)
