"""The unknown names of many reports with what stands around them, and the short forms that one report explains."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tawatur.lexicon.entries import NameKind
from tawatur.lexicon.spelling import fold_phrase
from tawatur.linking.known import Known
from tawatur.linking.letters import alike, parts, skeleton
from tawatur.linking.likeness import Bearer, is_common
from tawatur.linking.mentions import Place, Slot, country_of, expansions, slots, surname, titles, unknown_name
from tawatur.model import Report
from tawatur.model.linked import Reason

__all__ = ["Gathered", "Short", "gather", "name_id"]

_ALIKE = 0.8
_WEIGHT = 1.0


@dataclass(frozen=True, slots=True)
class Short:
    """A short form that a report explains by a fuller wording of its own.

    Attributes:
        meant: id of the fuller wording, or of the known entity.
        wording: the short form.
        reason: why.
    """

    meant: str
    wording: str
    reason: Reason


@dataclass(slots=True)
class _Seen:
    """What was seen of one wording while gathering."""

    words: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    titles: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Gathered:
    """All unknown names.

    Attributes:
        bearers: by id of the wording.
        named: place in a claim -> id of the unknown name that stands there, with its words.
        shorts: place in a claim -> what the short form there means.
        wordings: id that stands for a wording wherever it is named -> ids of its bearers.
    """

    bearers: Mapping[str, Bearer]
    named: Mapping[Place, tuple[str, str]]
    shorts: Mapping[Place, Short]
    wordings: Mapping[str, tuple[str, ...]]


def name_id(name: str | tuple[str, ...], scope: str = "") -> str:
    """The id of an unknown name, from its parts; scope is the country or report that tells bearers apart.

    >>> name_id("Adel el-Mansour") == name_id("Adel Mansour")
    True
    """
    split = parts(name) if isinstance(name, str) else name
    key = "\n".join((*split, f"@{scope}")) if scope else "\n".join(split)
    return f"name-{hashlib.sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def gather(reports: Iterable[Report], known: Known) -> Gathered:
    """Collect the unknown names of all reports.

    Within one report a name means one; across reports a rare name does too, while a frequent one
    ("Mohammed Ali") is told apart by the country that the reports are about.
    """
    seen: dict[str, _Seen] = {}
    split_of: dict[str, tuple[str, ...]] = {}
    named: dict[Place, tuple[str, str]] = {}
    shorts: dict[Place, Short] = {}
    for report in reports:
        document, country = report.document.id, country_of(report, known)
        full: dict[str, tuple[str, ...]] = {}
        for slot in slots(report):
            name = unknown_name(slot.item, report, known)
            if name is None:
                if slot.item.entity is not None:
                    _add_known(full, slot.item.entity, known)
                continue
            split = parts(name)
            id_ = name_id(split, (country or document) if is_common(split) else "")
            named[slot.place(document)] = id_, name
            split_of[id_] = full[id_] = split
            held = seen.setdefault(id_, _Seen())
            held.words[name] += 1
            held.documents.add(document)
            held.titles |= titles(slot.item, report)
            if country is not None:
                held.countries[country] += 1
        shorts.update(_shorts(report, full, known, named))
    wordings: dict[str, set[str]] = {}
    for id_, split in split_of.items():
        wordings.setdefault(name_id(split), set()).add(id_)
    bearers = {id_: _bearer(id_, split_of[id_], held) for id_, held in sorted(seen.items())}
    return Gathered(bearers, named, shorts, {wording: tuple(sorted(found)) for wording, found in wordings.items()})


def _bearer(id_: str, split: tuple[str, ...], seen: _Seen) -> Bearer:
    words = min(seen.words, key=lambda word: (-seen.words[word], word))
    country = min(seen.countries, key=lambda code: (-seen.countries[code], code), default=None)
    return Bearer(id_, words, split, country, frozenset(seen.titles), frozenset(seen.documents))


def _add_known(full: dict[str, tuple[str, ...]], entity: str, known: Known) -> None:
    name = known.names.get(entity)
    if entity not in full and name is not None and name.kind is NameKind.LEADER:
        full[entity] = parts(name.english)


def _shorts(
    report: Report, full: Mapping[str, tuple[str, ...]], known: Known, named: Mapping[Place, tuple[str, str]]
) -> dict[Place, Short]:
    """The bare surnames and abbreviations of a report that it explains itself."""
    document = report.document
    spelled = _meanings(expansions(document.text), full, known) if "(" in document.text else {}
    if not full and not spelled:
        return {}
    lasts: dict[str, list[str]] = {}
    for id_, name in full.items():
        if len(name) > 1:
            lasts.setdefault(skeleton(name[-1]), []).append(id_)
    known_words: dict[str, Short | None] = {}
    found: dict[Place, Short] = {}
    for slot in slots(report):
        words, place = slot.item.name, slot.place(document.id)
        if slot.item.entity is not None or place in named:
            continue
        if words not in known_words:
            known_words[words] = _spelled(slot, report, spelled) or _surname(slot, report, full, lasts)
        short = known_words[words]
        if short is not None:
            found[place] = short
    return found


def _spelled(slot: Slot, report: Report, spelled: Mapping[str, tuple[str, str]]) -> Short | None:
    words = slot.item.name.split()
    if not spelled or not 0 < len(words) <= 2:
        return None
    meant = spelled.get(" ".join(fold_phrase(words[-1])))
    if meant is None:
        return None
    reason = Reason("spelled_out", _WEIGHT, f"{report.document.id} spells {words[-1]} out: {meant[1]}")
    return Short(meant[0], words[-1], reason)


def _surname(
    slot: Slot, report: Report, full: Mapping[str, tuple[str, ...]], lasts: Mapping[str, list[str]]
) -> Short | None:
    bare = surname(slot.item, report)
    meant = [id_ for id_ in lasts.get(skeleton(bare[0]), ()) if alike(bare[0], full[id_][-1]) >= _ALIKE] if bare else []
    if len(meant) != 1:
        return None
    words = f"{report.document.id} names nobody else of that surname in full"
    return Short(meant[0], slot.item.name, Reason("surname_in_report", _WEIGHT, words))


def _meanings(
    spelled: Mapping[str, str], full: Mapping[str, tuple[str, ...]], known: Known
) -> dict[str, tuple[str, str]]:
    """What each abbreviation means: a known entity, or an unknown name that the report has in full."""
    found: dict[str, tuple[str, str]] = {}
    by_parts = {split: id_ for id_, split in full.items()}
    for short, words in spelled.items():
        meant = known.whole(words) or by_parts.get(parts(words))
        if meant is not None:
            found[" ".join(fold_phrase(short))] = meant, words
    return found
