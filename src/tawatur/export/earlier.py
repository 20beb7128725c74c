"""What an earlier linking came to, read back from the JSON that it printed."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tawatur.errors import UsageError

__all__ = ["Earlier", "EarlierEvent", "read_linked"]

Scalar = str | int | float | None
_SCALARS = ("type", "title", "outlets", "independent_origins")


@dataclass(frozen=True, slots=True)
class EarlierEvent:
    """An event as its JSON tells it, ready to be compared.

    Attributes:
        id: its id.
        title: a line for people.
        claims: document and claim of each claim, denials included.
        values: its single values by the name of the field, ``figures.killed.low`` for those within.
        lists: its lists by the name of the field: key of each item with words for people.
    """

    id: str
    title: str
    claims: frozenset[tuple[str, str]]
    values: Mapping[str, Scalar]
    lists: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Earlier:
    """A set of linked reports as its JSON tells it.

    Attributes:
        policy: how low, best and high were chosen.
        documents: id of each document with words for people.
        copies: who copied whom, as a key with words for people.
        cycles: outlets that rest on each other, likewise.
        events: its events, in their order.
    """

    policy: str
    documents: Mapping[str, str]
    copies: Mapping[str, str]
    cycles: Mapping[str, str]
    events: tuple[EarlierEvent, ...]


def read_linked(text: str, name: str) -> Earlier:
    """What ``tawatur link --json`` printed, read back.

    Args:
        text: what it printed.
        name: the name of the file, for people.

    Raises:
        UsageError: it is something else.
    """
    try:
        whole = _object(json.loads(text))
        documents = {_text(row, "id"): _document(row) for row in _rows(whole, "documents")}
        return Earlier(
            policy=_text(whole, "policy"),
            documents=documents,
            copies=dict(_copies(whole, documents)),
            cycles=dict(_cycles(whole)),
            events=tuple(_event(row, documents) for row in _rows(whole, "events")),
        )
    except (ValueError, KeyError, TypeError, RecursionError) as exc:
        raise UsageError(f"{name!r} is nothing that tawatur link --json printed ({_what(exc)})") from exc


def _what(exc: Exception) -> str:
    if isinstance(exc, json.JSONDecodeError):
        return f"no JSON: {exc.msg} at line {exc.lineno}, character {exc.colno}"
    if isinstance(exc, KeyError):
        return f"it lacks {exc.args[0]!r}"
    return "its JSON is nested too deep" if isinstance(exc, RecursionError) else str(exc)


def _object(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise TypeError("an object is missing")
    return value


def _rows(row: Mapping[str, object], key: str) -> Iterator[Mapping[str, object]]:
    return (_object(item) for item in _list(row, key))


def _list(row: Mapping[str, object], key: str) -> list[object]:
    value = row[key]
    if not isinstance(value, list):
        raise TypeError(f"{key!r} is no list")
    return value


def _text(row: Mapping[str, object], key: str) -> str:
    value = row[key]
    if not isinstance(value, str):
        raise TypeError(f"{key!r} is no text")
    return value


def _scalar(row: Mapping[str, object], key: str) -> Scalar:
    value = row[key]
    if value is not None and not isinstance(value, str | int | float):
        raise TypeError(f"{key!r} is no single value")
    return value


def _document(row: Mapping[str, object]) -> str:
    return ", ".join(str(row[key]) for key in ("outlet", "date") if row[key] is not None) or _text(row, "id")


def _copies(whole: Mapping[str, object], documents: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for row in _rows(whole, "copies"):
        copier, original, kind = _text(row, "copier"), _text(row, "original"), _text(row, "kind")
        words = f"{documents[copier]} repeats {documents[original]} ({kind})"
        yield f"{copier} {original} {kind}", words


def _cycles(whole: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for row in _rows(whole, "cycles"):
        words = " → ".join(str(link) for link in _list(row, "links"))
        yield words, words


def _event(row: Mapping[str, object], documents: Mapping[str, str]) -> EarlierEvent:
    claims = dict(_claims(row, "claims"))
    denials = dict(_claims(row, "denials"))
    return EarlierEvent(
        id=_text(row, "id"),
        title=_text(row, "title"),
        claims=frozenset((*claims, *denials)),
        values=dict(_values(row)),
        lists={
            "documents": {str(id_): documents[str(id_)] for id_ in _list(row, "documents")},
            "claims": {claim: words for (_, claim), words in claims.items()},
            "denials": {claim: words for (_, claim), words in denials.items()},
            "participants": dict(_participants(row)),
            "origins": {_text(o, "id"): _text(o, "name") for o in _rows(row, "origins") if o["independent"]},
            "disputes": {_text(d, "words"): _text(d, "words") for d in _rows(row, "disputes")},
            "drifts": {_text(d, "words"): f"{_text(d, 'kind')}: {_text(d, 'words')}" for d in _rows(row, "drifts")},
        },
    )


def _claims(row: Mapping[str, object], key: str) -> Iterator[tuple[tuple[str, str], str]]:
    for claim in _rows(row, key):
        outlet = _scalar(claim, "outlet")
        yield (_text(claim, "document"), _text(claim, "claim")), f"{outlet or 'no outlet'}: '{_text(claim, 'words')}'"


def _participants(row: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for part in _rows(row, "participants"):
        words = f"{_text(part, 'name')} ({_text(part, 'role')})"
        yield words, words


def _values(row: Mapping[str, object]) -> Iterator[tuple[str, Scalar]]:
    for key in _SCALARS:
        yield key, _scalar(row, key)
    for name, inner, keys in (
        ("period", row["period"], ("from", "to")),
        ("place", row["place"], ("name", "country")),
        ("grade", row["grade"], ("credibility", "why")),
    ):
        for key in keys:
            yield f"{name}.{key}", None if inner is None else _scalar(_object(inner), key)
    for unit, bounds in _object(row["figures"]).items():
        for key in ("low", "best", "high"):
            yield f"figures.{unit}.{key}", _scalar(_object(bounds), key)
