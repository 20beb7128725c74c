import pytest

from tawatur.linking import citations, drift
from tawatur.model import Language, Report, Stance, Unit
from tawatur.model.linked import Drift, DriftKind
from tests.linking.factory import Count, Names, Told, Who, group_of, report, who


def _drifts(*reports: Report) -> tuple[Drift, ...]:
    group = group_of(*reports)
    return drift.of_event(group, citations.graph(reports, (group,), Names(reports), ()))


def _held(counts: tuple[Count, ...], *chain: Who, sentence: str = "A pilot said that {} landed.") -> Report:
    words = sentence.format(counts[0].words if counts else "planes")
    return report(
        "a", "Harbour Post", "2020-03-01", Told(words, "landed", chain=chain or (who("A pilot"),), counts=counts)
    )


def _repeated(counts: tuple[Count, ...], *behind: Who) -> Report:
    number = counts[0].words if counts else "planes"
    words = f"{number} landed, Harbour Post said, citing {', '.join(b.words for b in behind) or 'nobody'}."
    chain = (who("Harbour Post"), *behind)
    return report("b", "Delta Mirror", "2020-03-02", Told(words, "landed", chain=chain, counts=counts))


def _count(words: str, low: float | None, high: float | None, unit: Unit = Unit.FIGHTERS) -> tuple[Count, ...]:
    return (Count(words, low, high, unit),)


@pytest.mark.parametrize(
    ("before", "after", "kinds"),
    [
        (_count("300 men", 300, 300), _count("300 men", 300, 300), []),
        (_count("300 men", 300, 300), _count("3,000 men", 3000, 3000), [DriftKind.FIGURE]),
        (_count("hundreds of men", 200, 999), _count("300 men", 300, 300), []),
        (_count("dozens of men", 24, 99), _count("300 men", 300, 300), [DriftKind.FIGURE]),
        (_count("at least 33 men", 33, None), _count("33 men", 33, 33), [DriftKind.HEDGE]),
        (_count("fewer than 2,000 men", None, 2000), _count("2,000 men", 2000, 2000), [DriftKind.HEDGE]),
        (_count("at least 33 men", 33, None), _count("at least 33 men", 33, None), []),
        (_count("300 troops", 300, 300, Unit.TROOPS), _count("300 men", 300, 300), []),
        (_count("300 men", 300, 300), _count("33 planes", 33, 33, Unit.AIRCRAFT), []),
    ],
)
def test_figures_are_compared_by_what_their_words_allow(
    before: tuple[Count, ...], after: tuple[Count, ...], kinds: list[DriftKind]
) -> None:
    assert [d.kind for d in _drifts(_held(before), _repeated(after))] == kinds


@pytest.mark.parametrize(
    ("before", "after", "drifts"),
    [
        (who("A pilot"), who("a pilot"), False),
        (who("A pilot"), who("a military source"), True),
        (who("A pilot"), who("a source"), False),
        (who("A pilot"), who("Omar Sallabi"), True),
        (who("Omar Sallabi"), who("Omar Sallabi"), False),
        (who("AFRICOM", entity="africom"), who("Khalifa Haftar", entity="khalifa-haftar"), True),
    ],
)
def test_a_source_is_renamed_where_name_or_role_is_another(before: Who, after: Who, drifts: bool) -> None:
    men = _count("70 men", 70, 70)
    held = _held(men, before, sentence=f"{before.words} said that {{}} landed.")
    assert [d.kind for d in _drifts(held, _repeated(men, after))] == ([DriftKind.RENAMED] if drifts else [])


def test_several_sources_of_an_origin_that_has_several_are_no_drift() -> None:
    held = _held((), who("Several pilots"), sentence="Several pilots said that {} landed.")
    assert not _drifts(held, _repeated((), who("several sources")))


def test_one_source_that_becomes_several_is_quoted_on_both_sides() -> None:
    (found,) = _drifts(
        _held((), who("A source"), sentence="A source said that {} landed."), _repeated((), who("sources"))
    )
    assert found.kind is DriftKind.MULTIPLIED
    assert found.words == "'A source' (Harbour Post) became 'sources' (Delta Mirror)"


def test_a_denial_that_the_repeater_tells_as_well_is_not_lost() -> None:
    def _with_denial(of: Report, *chain: Who) -> Report:
        denied = Told("No plane ever came, it said.", "came", chain=chain, stance=Stance.DENIES)
        document = of.document
        told = Told(document.text, "landed", chain=(who("A pilot" if document.id == "a" else "Harbour Post"),))
        return report(document.id, document.outlet, str(document.date), told, denied)

    held = _with_denial(_held(()))
    (lost,) = _drifts(held, _repeated(()))
    assert lost.kind is DriftKind.DENIAL
    assert lost.origin.claim == held.claims[1].id
    assert not _drifts(held, _with_denial(_repeated(())))


def test_a_caveat_that_is_kept_in_another_language_is_not_lost() -> None:
    held = report(
        "a",
        "Le Phare",
        "2020-03-01",
        Told("Sans preuve, un pilote parle d'avions arrivés.", "arrivés", chain=(who("un pilote"),)),
        language=Language.FR,
    )
    kept = Told("ذكرت «Le Phare» من دون دليل أن طائرات وصلت.", "وصلت", chain=(who("«Le Phare»"),))
    lost = Told("ذكرت «Le Phare» أن طائرات وصلت.", "وصلت", chain=(who("«Le Phare»"),))
    for told, kinds in ((kept, []), (lost, [DriftKind.HEDGE])):
        repeated = report("b", "صحيفة الميناء", "2020-03-02", told, language=Language.AR)
        assert [d.kind for d in _drifts(held, repeated)] == kinds


def test_outlets_that_do_not_rest_on_each_other_do_not_drift() -> None:
    other = report(
        "b", "Delta Mirror", "2020-03-02", Told("A guard said 900 men landed.", "landed", chain=(who("A guard"),))
    )
    assert not _drifts(_held(_count("300 men", 300, 300)), other)
