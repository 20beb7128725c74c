"""Who is who: mentions of all reports, languages and scripts resolved to entities, each merge with its reasons."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tawatur.lexicon.spelling import fold_phrase
from tawatur.linking.gathering import Gathered, gather, name_id
from tawatur.linking.known import Known, load_known
from tawatur.linking.letters import parts
from tawatur.linking.mentions import Place, Slot, is_pronoun, slots
from tawatur.linking.merging import Merged, merge
from tawatur.linking.pages import in_order
from tawatur.model import Participant, Report, Span
from tawatur.model.linked import LinkedEntity, Mention, Reason, Ruling

__all__ = ["Entities", "resolve"]

_WORDS = "words-"
_LONGEST_PRONOUN = 12


@dataclass(frozen=True, slots=True)
class Entities:
    """Who is named where.

    Three kinds of id: the lexicon's (``khalifa-haftar``); one of an unknown name (``name-...``); and one
    of a mere description (``words-...``: 'civilians', 'a military source'), which is in no list of
    entities. Descriptions of participants have the same id wherever they stand in the same words;
    those of sources only within one report, since 'a military source' of another report is
    another; a pronoun has an id of its own.

    Attributes:
        linked: the entities, known and unknown, by id.
        by_id: the same by id.
    """

    linked: tuple[LinkedEntity, ...]
    by_id: Mapping[str, LinkedEntity]
    _slots: Mapping[Place, str]
    _descriptions: Mapping[str, str]
    _merged: Merged
    _outlets: Mapping[str, str]

    def of_source(self, document_id: str, claim_id: str, index: int) -> str:
        """The id of the source at a place of a claim's chain, nearest first."""
        return self._slots[document_id, claim_id, "source", index]

    def of_medium(self, document_id: str, claim_id: str) -> str | None:
        """The id of the outlet that a claim's source told it to; None where nobody says."""
        return self._slots.get((document_id, claim_id, "medium", 0))

    def of_participant(self, document_id: str, claim_id: str, index: int) -> str:
        """The id of a participant of a claim."""
        return self._slots[document_id, claim_id, "participant", index]

    def of_outlet(self, document_id: str) -> str | None:
        """The id of the outlet that publishes a document: the lexicon's, else one of its name; None without outlet."""
        return self._outlets.get(document_id)

    def of_words(self, words: str) -> str:
        """The id of an outlet, agency or name that stands outside of claims: in a credit line, a byline."""
        return self._merged.root(_id_of_words(words, load_known()))

    def name(self, id_: str) -> str:
        """What people call it: plain English for the known, else the fullest wording."""
        held = self.by_id.get(id_)
        if held is not None:
            return held.name
        name = load_known().names.get(id_)
        return name.english if name is not None else self._descriptions.get(id_, id_)

    def is_named(self, id_: str) -> bool:
        """Whether the id is of somebody named, known or not, and not of a description."""
        return not id_.startswith(_WORDS)

    def country(self, id_: str) -> str | None:
        """The country of a known entity; None where it has none, or nobody knows it."""
        name = load_known().names.get(id_)
        return name.country if name is not None else None


def resolve(reports: Iterable[Report], rulings: Sequence[Ruling] = ()) -> Entities:
    """Resolve the sources, media, participants and outlets of reports.

    Args:
        reports: in any order; the answer is the same.
        rulings: on ids of entities, or of wordings (``gathering.name_id``): ``same`` makes them one,
            ``different`` keeps them apart whatever speaks for it.
    """
    ordered = in_order(reports)
    known = load_known()
    gathered = gather(ordered, known)
    book = _Book(known, gathered, merge(gathered, known, rulings))
    for report in ordered:
        book.enter(report)
    return book.entities()


@dataclass(slots=True)
class _Entry:
    """What is known of one entity while its mentions are read."""

    mentions: dict[tuple[str, Span], str] = field(default_factory=dict)
    wordings: dict[str, Counter[str]] = field(default_factory=dict)
    shorts: dict[str, dict[Reason, None]] = field(default_factory=dict)


class _Book:
    """Reads the mentions of the reports once more and enters each under its entity."""

    def __init__(self, known: Known, gathered: Gathered, merged: Merged) -> None:
        self._known = known
        self._gathered = gathered
        self._merged = merged
        self._entries: dict[str, _Entry] = {}
        self._slots: dict[Place, str] = {}
        self._descriptions: dict[str, str] = {}
        self._ids: dict[tuple[str, str], str] = {}
        self._outlets: dict[str, str] = {}
        self._folded_forms: dict[str, tuple[tuple[str, ...], ...]] = {}
        self._proper: dict[tuple[str, str], str | None] = {}

    def enter(self, report: Report) -> None:
        """Enter the mentions of one report."""
        document = report.document
        if document.outlet is not None:
            self._outlets[document.id] = self._merged.root(_id_of_words(document.outlet, self._known))
        for slot in slots(report):
            id_, wording = self._named(report, slot)
            if id_ is None:
                id_ = self._described(report, slot)
            else:
                entry = self._entries.setdefault(id_, _Entry())
                entry.mentions[document.id, slot.item.span] = slot.item.span.cut(document.text)
                if wording is not None:
                    entry.wordings.setdefault(document.language.value, Counter())[wording] += 1
            self._slots[slot.place(document.id)] = id_

    def _named(self, report: Report, slot: Slot) -> tuple[str | None, str | None]:
        """The entity at a slot with the wording that names it there; nothing for a description."""
        item, place = slot.item, slot.place(report.document.id)
        if item.entity is not None:
            return self._merged.root(item.entity), self._wording(item.entity, item.span.cut(report.document.text))
        named = self._gathered.named.get(place)
        if named is not None:
            return self._merged.root(named[0]), named[1]
        short = self._gathered.shorts.get(place)
        if short is None:
            return None, None
        id_ = self._merged.root(short.meant)
        self._entries.setdefault(id_, _Entry()).shorts.setdefault(short.reason.feature, {}).setdefault(short.reason)
        return id_, short.wording

    def _described(self, report: Report, slot: Slot) -> str:
        """The id of a description, which stands for no entity."""
        document, item = report.document, slot.item
        words = item.span.cut(document.text)
        scope = "" if isinstance(item, Participant) else document.id
        if len(words) < _LONGEST_PRONOUN and is_pronoun(words, document.language):
            scope = f"{document.id} {slot.claim.id} {slot.what} {slot.index}"
        id_ = self._ids.get((scope, item.name))
        if id_ is None:
            key = f"{scope}\n{' '.join(fold_phrase(item.name))}"
            id_ = _WORDS + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
            self._ids[scope, item.name] = id_
            self._descriptions.setdefault(id_, item.name)
        return id_

    def _wording(self, entity: str, words: str) -> str | None:
        """The words of a mention that are a name of a known entity; None where it is called otherwise there."""
        key = entity, words
        if key not in self._proper:
            self._proper[key] = self._find_wording(entity, words)
        return self._proper[key]

    def _find_wording(self, entity: str, words: str) -> str | None:
        forms = self._folded_forms.get(entity)
        if forms is None:
            folded = {fold_phrase(form): form for form in self._known.forms.get(entity, ())}
            forms = self._folded_forms[entity] = tuple(sorted(folded, key=lambda form: (-len(form), form)))
        there = fold_phrase(words)
        for form in forms:
            for at in range(len(there) - len(form) + 1):
                if there[at : at + len(form)] == form:
                    return next(f for f in self._known.forms[entity] if fold_phrase(f) == form)
        return None

    # -- what comes out ---------------------------------------------------------------------------

    def entities(self) -> Entities:
        """Everything that was entered."""
        linked = tuple(self._linked(id_, entry) for id_, entry in sorted(self._entries.items()))
        by_id = {entity.id: entity for entity in linked}
        return Entities(linked, by_id, self._slots, self._descriptions, self._merged, self._outlets)

    def _linked(self, id_: str, entry: _Entry) -> LinkedEntity:
        known = self._known.names.get(id_)
        bearer = self._gathered.bearers.get(id_)
        name = known.english if known is not None else bearer.words if bearer is not None else id_
        wordings = {language: _most_frequent_first(counts) for language, counts in entry.wordings.items()}
        if known is not None:
            arabic = self._known.arabic(id_)
            for language, word in (("ar", arabic), ("en", known.english)):
                if word is not None and language not in wordings:
                    wordings[language] = [word]
        merged = self._merged.reasons.get(id_, ())
        mentions = sorted(entry.mentions.items())
        return LinkedEntity(
            id=id_,
            name=name,
            known=known is not None,
            names=tuple((language, tuple(words)) for language, words in sorted(wordings.items())),
            mentions=tuple(Mention(document, span, words) for (document, span), words in mentions),
            reasons=(*merged, *(_few(reasons) for _, reasons in sorted(entry.shorts.items()))),
        )


def _most_frequent_first(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda word: (-counts[word], word))


def _few(reasons: Iterable[Reason]) -> Reason:
    """Reasons of one feature as one: the first in words, and how many more there are."""
    first, *more = sorted(reasons, key=lambda reason: reason.words)
    words = f"{first.words}, and so in {len(more)} more" if more else first.words
    return Reason(first.feature, first.score, words)


def _id_of_words(words: str, known: Known) -> str:
    return known.outlet(words) or known.whole(words) or name_id(words if parts(words) else (words,))
