"""Who and what is named in the news: the gazetteers, as entries for the phrasebook.

Curated names stand in TOML files, generated ones in tab-separated files beside a TOML file with
their header, since parsing TOML takes too long for thousands of towns.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from tawatur.errors import LexiconError
from tawatur.lexicon.entries import Entry, EntryKind, Name, NameKind
from tawatur.lexicon.loading import data_folder, load_table, rows

__all__ = ["CURATED", "GENERATED", "load_governments", "load_names"]

CURATED = ("states", "places", "actors", "leaders", "media", "organisations")
"""The files that people keep, in ``data/names``."""

GENERATED = ("countries", "towns")
"""The files that ``tools/gazetteer/build.py`` writes, each with a header of the same name."""

_COLUMNS = ("id", "kind", "country", "latitude", "longitude", "english", "forms", "weak", "government_of")
_FIELDS = frozenset(
    (
        "id",
        "kind",
        "en",
        "en_forms",
        "fr",
        "ar",
        "weak_forms",
        "adjectives",
        "country",
        "lat",
        "lon",
        "government_of",
        "example",
    )
)
_ARTICLES = ("al-", "el-")


@dataclass(frozen=True, slots=True)
class _Entity:
    """One named thing with all its wordings, as the files have it."""

    name: Name
    plain: tuple[str, ...]
    weak: tuple[str, ...]
    adjectives: tuple[str, ...]
    government_of: str | None
    example: str | None


@cache
def load_names() -> tuple[Entry, ...]:
    """All names of the gazetteers, one entry for each entity and flavour (plain, weak, adjective).

    The lemma of a plain or weak entry is the English name; that of an adjective is its first form,
    which is English ("Turkish").

    Returns:
        The entries in the order of the files, curated ones first; their language is None.

    Raises:
        LexiconError: an entry is wrong or doubled; the text names file and entry.
    """
    return tuple(entry for entity in _entities() for entry in _entries(entity))


def load_governments() -> dict[str, str]:
    """Which names of towns and seats stand for a government ("Ankara said").

    Returns:
        Id of the town, palace or ministry -> id of the state it speaks for.

    Raises:
        LexiconError: as ``load_names``, or the state is unknown.
    """
    entities = _entities()
    known = {entity.name.entity for entity in entities}
    found = {e.name.entity: e.government_of for e in entities if e.government_of is not None}
    unknown = sorted(set(found.values()) - known)
    if unknown:
        raise LexiconError(f"names: government_of names the unknown {', '.join(unknown)}")
    return found


@cache
def _entities() -> tuple[_Entity, ...]:
    found: dict[str, _Entity] = {}
    states: dict[str, _Entity] = {}
    for file in CURATED:
        for entity, where in _curated(file):
            target = states if file == "states" else found
            if entity.name.entity in target:
                raise LexiconError(f"{where}: the id stands twice")
            target[entity.name.entity] = entity
    for file in GENERATED:
        for entity, where in _generated(file):
            more = states.pop(entity.name.entity, None)
            if entity.name.entity in found:
                raise LexiconError(f"{where}: the id stands twice")
            found[entity.name.entity] = entity if more is None else _joined(more, entity)
    if states:
        raise LexiconError(f"names/states.toml: no such country: {', '.join(sorted(states))}")
    return tuple(found.values())


def _joined(curated: _Entity, generated: _Entity) -> _Entity:
    """A country: what people wrote of it with its generated names."""
    plain = tuple(dict.fromkeys(curated.plain + tuple(f for f in generated.plain if f not in curated.weak)))
    return _Entity(curated.name, plain, curated.weak, curated.adjectives, curated.government_of, curated.example)


def _entries(entity: _Entity) -> Iterator[Entry]:
    name = entity.name
    flavours = (("", entity.plain), (" (weak)", entity.weak), (" (adjective)", entity.adjectives))
    for flavour, forms in flavours:
        if not forms:
            continue
        adjective = "adjective" in flavour
        data = Name(
            name.entity, name.kind, name.english, name.country, name.latitude, name.longitude,
            weak="weak" in flavour, adjective=adjective,
        )  # fmt: skip
        lemma = forms[0] if adjective else name.english
        example = entity.example if forms is entity.plain or not entity.plain else None
        yield Entry(EntryKind.NAME, f"names {name.entity}{flavour}", None, lemma, forms, data, example)


def _curated(file: str) -> Iterator[tuple[_Entity, str]]:
    name = f"names/{file}.toml"
    for row, place in rows(load_table(data_folder() / "names" / f"{file}.toml"), "name", name):
        where = f"{place}: {row.get('id', '?')}"
        unknown = row.keys() - _FIELDS
        if unknown:
            raise LexiconError(f"{where}: unknown field {', '.join(sorted(unknown))}")
        english, example = _text(row, "en", where), _text(row, "example", where)
        weak = _texts(row, "weak_forms", where)
        forms = (*_texts(row, "en_forms", where), *_texts(row, "fr", where), *_texts(row, "ar", where))
        plain = forms if english in weak else (english, *forms)
        clash = set(plain) & set(weak)
        if clash:
            raise LexiconError(f"{where}: both plain and weak: {', '.join(sorted(clash))}")
        name_ = Name(
            entity=_text(row, "id", where),
            kind=_kind(_text(row, "kind", where), where),
            english=english,
            country=_text(row, "country", where) if "country" in row else None,
            latitude=_degrees(row, "lat", 90, where),
            longitude=_degrees(row, "lon", 180, where),
        )
        government_of = _text(row, "government_of", where) if "government_of" in row else None
        adjectives = _variants(_texts(row, "adjectives", where), where)
        entity = _Entity(name_, _variants(plain, where), _variants(weak, where), adjectives, government_of, example)
        yield entity, where


def _generated(file: str) -> Iterator[tuple[_Entity, str]]:
    load_table(data_folder() / "names" / f"{file}.toml")
    text = (data_folder() / "names" / f"{file}.tsv").read_text(encoding="utf-8")
    head, *lines = (line for line in text.split("\n") if line and not line.startswith("#"))
    if tuple(head.split("\t")) != _COLUMNS:
        raise LexiconError(f"names/{file}.tsv: the columns must be {', '.join(_COLUMNS)}")
    for line in lines:
        cells = line.split("\t")
        where = f"names/{file}.tsv: {cells[0]}"
        if len(cells) != len(_COLUMNS):
            raise LexiconError(f"{where}: {len(cells)} cells for {len(_COLUMNS)} columns")
        id_, kind, country, latitude, longitude, english, forms, weak, government_of = cells
        try:
            point = (float(latitude), float(longitude)) if latitude else (None, None)
        except ValueError as error:
            raise LexiconError(f"{where}: {error}") from error
        name = Name(id_, _kind(kind, where), english, country or None, *point)
        plain, weak_ = tuple(filter(None, forms.split(";"))), tuple(filter(None, weak.split(";")))
        yield _Entity(name, plain, weak_, (), government_of or None, None), where


def _variants(forms: tuple[str, ...], where: str) -> tuple[str, ...]:
    """The forms with the spellings that follow from each by rule."""
    found: dict[str, None] = {}
    for form in forms:
        if not any(map(str.isalnum, form)):
            raise LexiconError(f"{where}: {form!r} holds no word")
        for spelling in _spellings(form):
            found.setdefault(spelling)
    return tuple(found)


def _spellings(form: str) -> Iterator[str]:
    """A form, with al- also as el- and as a word of its own, عبد ال joined, and ل before ال."""
    yield form
    joined = form.replace("عبد ال", "عبدال")
    if joined != form:
        yield joined
    for spelling in (form, joined) if joined != form else (form,):
        if spelling.startswith("ال"):
            rest = spelling.removeprefix("ال")
            yield ("ل" if rest.startswith("ل") else "لل") + rest
    lower = form.lower()
    for article in _ARTICLES:
        if article in lower:
            for other in _ARTICLES:
                yield lower.replace(article, other)
                yield lower.replace(article, other.replace("-", " "))


def _text(row: Mapping[str, object], key: str, where: str) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not value.strip():
        raise LexiconError(f"{where}: {key} must be a text")
    return value


def _texts(row: Mapping[str, object], key: str, where: str) -> tuple[str, ...]:
    value = row.get(key, [])
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        raise LexiconError(f"{where}: {key} must be a list of texts")
    if len(set(value)) != len(value):
        raise LexiconError(f"{where}: {key} holds a form twice")
    return tuple(value)


def _degrees(row: Mapping[str, object], key: str, limit: int, where: str) -> float | None:
    value = row.get(key)
    if value is None:
        return None
    if not isinstance(value, int | float) or abs(value) > limit:
        raise LexiconError(f"{where}: {key} must be a number of degrees up to {limit}")
    return float(value)


def _kind(value: str, where: str) -> NameKind:
    try:
        return NameKind(value)
    except ValueError as error:
        raise LexiconError(f"{where}: kind is {value!r}; it must be one of {', '.join(NameKind)}") from error
