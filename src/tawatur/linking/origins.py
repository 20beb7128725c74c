"""How many independently say it: where the claims of an event come from, and which of these places count."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tawatur.linking.citations import Citations
from tawatur.linking.endings import End, Ending, endings
from tawatur.linking.groups import Group
from tawatur.linking.voices import Number, Voice
from tawatur.model.linked import Chain, Origin, OriginKind

__all__ = ["of_event"]

_ID = 16
_MOST_WORDS = 3
_CIRCLE = "circle"


def of_event(group: Group, citations: Citations) -> tuple[Origin, ...]:
    """The origins of an event, those that count first.

    Named sources count each, an outlet that is cited and not held counts as one, all unnamed sources of
    one outlet are one, and count only where role or place tells them from those of others. An outlet's
    own voice counts where its report says that somebody was there or names no source at all.

    Args:
        group: the event.
        citations: who rests on whom.
    """
    found = endings(group, citations)
    by_end: dict[End, dict[str, list[Ending]]] = defaultdict(lambda: defaultdict(list))
    for ending in found:
        by_end[ending.end][ending.key].append(ending)
    named = [_named(key, rows) for key, rows in sorted(by_end[End.NAMED].items())]
    outlets = _outlets(by_end, citations)
    firm = [origin for origin in (*named, *outlets) if origin.independent]
    unnamed = _unnamed(by_end[End.UNNAMED], named, bool(firm))
    loose = [*_circles(by_end[End.CIRCLE]), *_unsourced(group, by_end[End.UNSOURCED])]
    origins = _at_least_one([*named, *outlets, *unnamed, *loose], citations)
    return tuple(sorted(origins, key=lambda o: (not o.independent, o.kind.value, o.name, o.id)))


def _named(key: str, rows: Sequence[Ending]) -> Origin:
    outlets = sorted({row.links[0] for row in rows})
    reason = f"{rows[0].name} is named by {outlets[0]}"
    if len(outlets) > 1:
        reason = f"{len(outlets)} outlets come down to {rows[0].name}: {', '.join(outlets)}"
    return _origin(OriginKind.SOURCE, key, rows[0].name, True, rows, _with(reason, rows))


def _outlets(by_end: Mapping[End, Mapping[str, Sequence[Ending]]], citations: Citations) -> list[Origin]:
    """Outlets at the end of chains: cited ones, those that saw it, those that speak for themselves."""
    origins: list[Origin] = []
    for key in sorted({key for end in _OUTLET_ENDS for key in by_end[end]}):
        seen, cited, own = (by_end[end].get(key, ()) for end in _OUTLET_ENDS)
        rows = [*seen, *cited, *own]
        name = rows[0].name
        if seen:
            counts, reason = True, f"{name} has it at first hand: {seen[0].how}"
        elif cited:
            counts, reason = True, _cited(name, cited)
        else:
            counts, reason = _own_voice(name, own, citations)
        origins.append(_origin(OriginKind.OUTLET, key, name, counts, rows, _with(reason, rows)))
    return origins


_OUTLET_ENDS = (End.SEEN, End.CITED_OUTLET, End.OWN_VOICE)


def _cited(name: str, rows: Sequence[Ending]) -> str:
    outlets = sorted({row.links[0] for row in rows})
    who = outlets[0] if len(outlets) == 1 else f"{len(outlets)} outlets ({', '.join(outlets)})"
    return f"{who} had it from {name}; what that rests on is not told, and its own report is not held"


def _own_voice(name: str, rows: Sequence[Ending], citations: Citations) -> tuple[bool, str]:
    """Whether an outlet's own voice counts, and why: it was there, or it names no source for anything."""
    for row in rows:
        words = citations.manners[row.documents[-1]].was_there
        if words is not None:
            return True, f"{name} says that it was there: '{words}'"
    for row in rows:
        if not citations.manners[row.documents[-1]].names_sources:
            return True, f"{name} tells it in its own voice, names no source, and copies nobody who is held"
    return False, f"{name} tells it in its own voice in a report that names its sources for other things only"


@dataclass(frozen=True, slots=True)
class _Profile:
    """What is told of all the unnamed sources of one outlet."""

    key: str
    name: str
    rows: tuple[Ending, ...]
    voices: tuple[Voice, ...]
    roles: frozenset[str]
    ties: frozenset[str]
    places: frozenset[str]

    @property
    def words(self) -> str:
        """The words of its sources, the first few."""
        words = list(dict.fromkeys(voice.words for voice in self.voices))
        more = f" and {len(words) - _MOST_WORDS} more" if len(words) > _MOST_WORDS else ""
        return ", ".join(f"'{w}'" for w in words[:_MOST_WORDS]) + more

    def is_bare(self) -> bool:
        """Whether nothing is told of them: 'sources', 'an official'."""
        return not (self.roles or self.ties or self.places)


def _profile(key: str, rows: Sequence[Ending]) -> _Profile:
    voices = tuple(row.voice for row in rows if row.voice is not None)
    roles, ties, places = (
        frozenset(item for voice in voices for item in getattr(voice, part)) for part in ("roles", "ties", "places")
    )
    return _Profile(key, rows[0].name, tuple(rows), voices, roles, ties, places)


def _unnamed(by_owner: Mapping[str, Sequence[Ending]], named: Sequence[Origin], firm: bool) -> list[Origin]:
    """The unnamed sources, one origin for each outlet that they speak through."""
    profiles = [_profile(key, rows) for key, rows in by_owner.items()]
    profiles.sort(key=lambda p: (p.is_bare(), p.rows[0].claim, p.key))
    counted: list[_Profile] = []
    origins: list[Origin] = []
    for profile in profiles:
        counts, reason = _tells_apart(profile, counted, named, firm)
        if counts:
            counted.append(profile)
        name = f"unnamed sources of {profile.name}: {profile.words}"
        reason = _with(reason, profile.rows)
        origins.append(_origin(OriginKind.UNNAMED, profile.key, name, counts, profile.rows, reason))
    return origins


def _tells_apart(
    profile: _Profile, counted: Sequence[_Profile], named: Sequence[Origin], firm: bool
) -> tuple[bool, str]:
    """Whether an outlet's unnamed sources count, and which words make them so."""
    through = f"{profile.words}, unnamed, known through {profile.name} alone"
    if len({voice.words for voice in profile.voices}) > 1 or any(
        voice.number is Number.SEVERAL for voice in profile.voices
    ):
        through += "; one origin, however many they are said to be"
    tied = [origin for origin in named if origin.entity in profile.ties]
    if tied and not profile.roles and not profile.places:
        return False, f"{through}; may be {tied[0].name}, who is named elsewhere"
    if profile.is_bare() and (firm or counted):
        return False, f"{through}; neither role nor place tells them from the others'"
    differences: list[str] = []
    for other in counted:
        words = _difference(profile, other)
        if words is None:
            return False, f"{through}; neither role nor place tells them from {other.words} of {other.name}"
        differences.append(words)
    return True, f"{through}; {'; '.join(differences)}" if differences else through


def _difference(left: _Profile, right: _Profile) -> str | None:
    """What tells the sources of two outlets apart: other places, other roles, other ties; None where nothing does."""
    if left.places and right.places and not left.places & right.places:
        return f"other place than {right.name}'s: {_list(left.places)}, not {_list(right.places)}"
    if left.roles and right.roles and not left.roles & right.roles:
        return f"other role than {right.name}'s: {_list(left.roles)}, not {_list(right.roles)}"
    if left.ties and right.ties and not left.ties & right.ties:
        return f"of another side than {right.name}'s: {_list(left.ties)}, not {_list(right.ties)}"
    return None


def _list(items: frozenset[str]) -> str:
    return ", ".join(sorted(items))


def _circles(by_key: Mapping[str, Sequence[Ending]]) -> list[Origin]:
    return [
        _origin(OriginKind.OUTLET, key, "a circle of outlets", False, rows, _with("no origin outside is told", rows))
        for key, rows in sorted(by_key.items())
    ]


def _unsourced(group: Group, by_key: Mapping[str, Sequence[Ending]]) -> list[Origin]:
    return [
        _origin(OriginKind.UNSOURCED, f"{group.id} {key}", "hearsay", False, rows, _with("hearsay never counts", rows))
        for key, rows in sorted(by_key.items())
    ]


def _at_least_one(origins: list[Origin], citations: Citations) -> list[Origin]:
    """Where nothing counts but outlets tell it in their own voice, the first of them stands for all."""
    if any(origin.independent for origin in origins):
        return origins
    silent = [origin for origin in origins if origin.kind is OriginKind.OUTLET and origin.entity is not None]
    if not silent:
        return origins
    first = min(silent, key=lambda origin: (_first_day(origin, citations), origin.id))
    others = f"; it stands for all {len(silent)} outlets that do" if len(silent) > 1 else ""
    counted = _counted(first, f"{first.reason}; nothing else counts, so the earliest counts as one{others}")
    return [counted if origin is first else origin for origin in origins]


def _counted(origin: Origin, reason: str) -> Origin:
    return Origin(origin.id, origin.kind, origin.name, origin.entity, True, origin.chains, reason)


def _first_day(origin: Origin, citations: Citations) -> str:
    days = [citations.reports[chain.claim.document].document.date for chain in origin.chains]
    return min((day.isoformat() for day in days if day is not None), default="9999")


def _with(reason: str, rows: Sequence[Ending]) -> str:
    """A reason with how chains got there, each way once."""
    ways = list(dict.fromkeys(f"{row.links[0]}: {row.how}" for row in rows if row.how and row.how not in reason))
    return f"{reason} ({'; '.join(ways[:_MOST_WORDS])})" if ways else reason


def _origin(kind: OriginKind, key: str, name: str, counts: bool, rows: Sequence[Ending], reason: str) -> Origin:
    entity = key if kind in (OriginKind.OUTLET, OriginKind.SOURCE) and key != _CIRCLE else None
    id_ = hashlib.sha256(f"{kind}\n{key}".encode("utf-8", "surrogatepass")).hexdigest()[:_ID]
    chains = sorted((Chain(row.claim, row.links, row.documents) for row in rows), key=lambda c: (c.claim, c.links))
    return Origin(id_, kind, name, entity, counts, tuple(chains), reason)
