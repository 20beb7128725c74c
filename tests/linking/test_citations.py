import inspect
from collections.abc import Sequence

from tawatur.linking import citations
from tawatur.linking.citations import Citations, Rest, Way
from tawatur.linking.matching import WEIGHTS
from tawatur.linking.rings import rings
from tawatur.linking.voices import VoiceKind
from tawatur.model import Language, Report, Stance
from tawatur.model.linked import ClaimRef, Copy, CopyKind
from tests.linking.factory import Count, Names, Told, Who, group_of, report, who


def _graph(*reports: Report, copies: Sequence[Copy] = ()) -> Citations:
    return citations.graph(reports, (group_of(*reports),), Names(reports), copies)


def _rest(graph: Citations, of: Report, claim: int = 0) -> Rest | None:
    return graph.rests.get(ClaimRef(of.document.id, of.claims[claim].id))


def _told(sentence: str, *chain: Who, trigger: str = "landed", **more: object) -> Told:
    return Told(sentence, trigger, chain=chain, cue="said", **more)  # type: ignore[arg-type]  # fields of a claim


def _story(id_: str, outlet: str, date: str | None, *chain: Who) -> Report:
    names = ", ".join(one.words for one in chain) or "nobody"
    return report(id_, outlet, date, _told(f"Two planes landed, said {names}.", *chain))


def test_a_report_that_came_later_is_not_what_an_earlier_one_cites() -> None:
    early = _story("a", "Harbour Post", "2020-03-01", who("Delta Mirror"))
    late = _story("b", "Delta Mirror", "2020-03-02", who("a pilot"))
    rest = _rest(_graph(early, late), early)
    assert rest is not None
    assert (rest.outlet, rest.document) == ("delta mirror", None)


def test_a_cited_report_gives_its_reasons() -> None:
    early = _story("a", "Harbour Post", "2020-03-01", who("a pilot"))
    late = _story("b", "Delta Mirror", "2020-03-02", who("Harbour Post"))
    rest = _rest(_graph(early, late), late)
    assert rest is not None
    assert (rest.way, rest.document) == (Way.CITED, "a")
    assert "cites Harbour Post, which published it" in [reason.words for reason in rest.reasons]


def test_of_two_reports_of_one_outlet_the_one_with_the_same_figure_is_meant() -> None:
    def _counted(id_: str, date: str, number: int, *chain: Who) -> Report:
        outlet = "Delta Mirror" if chain[0].words == "Harbour Post" else "Harbour Post"
        sentence = f"{number} men landed, said {chain[0].words}."
        counts = (Count(f"{number} men", number, number),)
        return report(id_, outlet, date, _told(sentence, *chain, counts=counts))

    one, other = _counted("a", "2020-03-01", 40, who("a pilot")), _counted("b", "2020-03-02", 70, who("a guard"))
    rest = _rest(_graph(one, other, late := _counted("c", "2020-03-03", 40, who("Harbour Post"))), late)
    assert rest is not None
    assert rest.document == "a"


def test_a_copy_rests_on_its_original_whatever_it_cites() -> None:
    original = _story("a", "Harbour Post", "2020-03-01", who("Reuters", entity="reuters"))
    copier = _story("b", "Delta Mirror", "2020-03-01", who("Reuters", entity="reuters"))
    graph = _graph(original, copier, copies=(Copy(CopyKind.REPRINT, "b", "a", 1.0, ()),))
    rest = _rest(graph, copier)
    assert rest is not None
    assert (rest.way, rest.document) == (Way.COPY, "a")
    cited = _rest(graph, original)
    assert cited is not None
    assert (cited.way, cited.outlet) == (Way.CITED, "reuters")


def test_shared_paragraphs_leave_claims_alone_that_the_original_does_not_make() -> None:
    original = report("a", "Harbour Post", "2020-03-01")
    copier = _story("b", "Delta Mirror", "2020-03-02", who("a pilot"))
    graph = _graph(original, copier, copies=(Copy(CopyKind.PARAGRAPHS, "b", "a", 0.3, ()),))
    assert _rest(graph, copier) is None


def test_an_outlet_is_no_source_of_its_own_report() -> None:
    own = _story("a", "The Sample Courier", "2020-03-01", who("Sample Courier"), who("a mayor"))
    graph = _graph(own)
    assert [voice.words for voice in graph.voices[ClaimRef("a", own.claims[0].id)]] == ["a mayor"]
    assert _rest(graph, own) is None


def test_the_site_is_the_site_that_was_named_before() -> None:
    first = Told("وكتب موقع «السارية» أن مقاتلين وصلوا.", "وصلوا", chain=(who("موقع «السارية»"),), cue="وكتب")
    second = Told("وقال الموقع إن آخرين انتشروا.", "انتشروا", chain=(who("الموقع"),), cue="وقال")
    told = report("a", "صحيفة الميناء", "2020-03-01", first, second, language=Language.AR)
    voices = _graph(told).voices[ClaimRef("a", told.claims[1].id)]
    assert [(voice.kind, voice.entity) for voice in voices] == [(VoiceKind.OUTLET, "الساريه")]


def test_whoever_cites_a_found_report_once_cites_it_for_its_other_claims_too() -> None:
    page = report(
        "a",
        "Revue Exemple",
        "2020-03-01",
        Told("Un pilote a vu 70 hommes.", "vu", chain=(who("Un pilote"),), counts=(Count("70 hommes", 70, 70),)),
        language=Language.FR,
    )
    late = report(
        "b",
        "Harbour Post",
        "2020-03-02",
        _told("The magazine Revue said 70 men landed.", who("The magazine Revue"), counts=(Count("70 men", 70, 70),)),
        _told("More came, the magazine Revue said.", who("the magazine Revue"), trigger="came"),
    )
    graph = _graph(page, late)
    assert [rest.document for claim in (0, 1) if (rest := _rest(graph, late, claim))] == ["a", "a"]


def test_two_papers_that_the_lexicon_tells_apart_are_never_one_by_their_names() -> None:
    held = _story("a", "Washington Post", "2020-03-01", who("a pilot"))
    late = _story("b", "Harbour Post", "2020-03-02", who("Jerusalem Post"))
    rest = _rest(_graph(held, late), late)
    assert rest is None or rest.document is None


def test_reports_without_date_or_outlet_are_followed_all_the_same() -> None:
    held = report("a", None, None, _told("Two planes landed, said a pilot.", who("a pilot")))
    late = _story("b", "Harbour Post", None, who("the newspaper Delta Mirror"))
    graph = _graph(held, late)
    assert graph.outlet_name("a") == "document a"
    rest = _rest(graph, late)
    assert rest is not None
    assert rest.document is None


def test_denials_rest_on_denials() -> None:
    def _denied(id_: str, outlet: str, chain: Who) -> Report:
        told = (
            (f"It landed, said {chain.words}.", "landed", Stance.ASSERTS),
            (
                f"No plane came, said {chain.words}.",
                "came",
                Stance.DENIES,
            ),
        )
        claims = [_told(s, chain, trigger=t, stance=stance) for s, t, stance in told]
        return report(id_, outlet, "2020-03-01", *claims)

    held, late = _denied("a", "Harbour Post", who("the ministry")), _denied("b", "Delta Mirror", who("Harbour Post"))
    graph = _graph(held, late)
    told = [rest.told for claim in (0, 1) if (rest := _rest(graph, late, claim))]
    assert told == [ClaimRef("a", held.claims[0].id), ClaimRef("a", held.claims[1].id)]


def test_outlets_that_rest_on_each_other_for_different_events_are_no_cycle() -> None:
    def _pair(event: str, upper: str, lower: str) -> tuple[Report, Report]:
        return (
            _story(f"{event}1", upper, "2020-03-01", who(lower)),
            _story(f"{event}2", "Third Paper", "2020-03-02", who(upper)),
        )

    one, other = _pair("x", "Harbour Post", "Delta Mirror"), _pair("y", "Delta Mirror", "Harbour Post")
    groups = (group_of(*one, id_="x"), group_of(*other, id_="y"))
    reports = (*one, *other)
    assert not citations.graph(reports, groups, Names(reports), ()).cycles


def test_each_feature_says_in_a_sentence_of_its_own_what_it_sees() -> None:
    told = [inspect.getdoc(feature) or "" for feature in WEIGHTS]
    assert all(told)
    assert len(set(told)) == len(told)


def test_a_ring_is_found_once_and_begins_at_its_first_name() -> None:
    steps = {"c": ["a"], "b": ["c"], "a": ["b"], "d": ["a", "d2"], "d2": []}
    assert rings(steps) == (("a", "b", "c"),)
