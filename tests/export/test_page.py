import base64
import hashlib
import re
import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.export import PAGE_START, page_html
from tawatur.model import Claim, ClaimType, Failure, Found, Language, Region, RegionKind, Report, Role, Span
from tests.export.made import ARABIC, claim, figure, full_claim, participant, report, source, span

VOID = ("meta",)
HOSTILE = "</title></style></script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>&amp;"


class Page(HTMLParser):
    """A page taken apart: its elements in order, each with the words in it; refuses tags that do not nest."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[int] = []
        self.elements: list[tuple[str, dict[str, str], list[str]]] = []
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs)
        self.elements.append((tag, {name: value or "" for name, value in attrs}, []))
        if tag not in VOID:
            self.open.append(len(self.elements) - 1)

    def handle_endtag(self, tag: str) -> None:
        assert self.elements[self.open.pop()][0] == tag

    def handle_data(self, data: str) -> None:
        for place in self.open:
            self.elements[place][2].append(data)

    def find(self, tag: str, **wanted: str) -> list[tuple[dict[str, str], str]]:
        """The elements of a tag whose attributes hold all of ``wanted`` (``class_`` among the classes)."""
        found = []
        for name, attributes, words in self.elements:
            kinds = attributes.get("class", "").split()
            given = {**attributes, "class_": wanted.get("class_", "") if wanted.get("class_") in kinds else ""}
            if name == tag and all(given.get(key) == value for key, value in wanted.items()):
                found.append((attributes, "".join(words)))
        return found

    def text(self) -> str:
        """The words of the first report's text."""
        return self.find("section", class_="text")[0][1]


def page(*reports: Report, failures: tuple[Failure, ...] = (), explain: bool = False) -> Page:
    return Page(page_html(reports, failures, explain=explain))


def marks(shown: Page) -> list[tuple[str, str]]:
    """Classes and words of each marked piece."""
    return [(attributes["class"], words) for attributes, words in shown.find("mark") if "data-in" in attributes]


def test_the_policy_allows_the_style_and_the_script_of_the_page_by_hash_and_nothing_else() -> None:
    html = page_html([report([full_claim()])], (), explain=True)
    shown = Page(html)
    (policy,) = [a["content"] for a, _ in shown.find("meta") if a.get("http-equiv") == "Content-Security-Policy"]
    for tag in ("style", "script"):
        ((attributes, words),) = shown.find(tag)
        digest = base64.b64encode(hashlib.sha256(words.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
        assert not attributes
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert html.index("Content-Security-Policy") < html.index("<style")


def test_nothing_on_the_page_leads_away_or_runs_from_an_attribute() -> None:
    shown = page(report([full_claim()]), report([claim()]), failures=(Failure("x", "intake", "y"),), explain=True)
    for tag, attributes, _ in shown.elements:
        assert tag not in ("link", "img", "iframe", "base", "object", "form")
        assert not [name for name in attributes if name.startswith("on") or name in ("src", "style", "srcset")]
        assert attributes.get("href", "#").startswith("#")
    ((_, style),) = shown.find("style")
    assert "url(" not in style
    assert "@import" not in style


def test_every_word_from_outside_is_escaped() -> None:
    text = f"{HOSTILE}\nوصلوا {HOSTILE}"
    trigger = span(text, "وصلوا")
    found = Found(HOSTILE, HOSTILE)
    told = replace(
        claim(text, trigger=trigger, evidence=Span(trigger.start, len(text)), found=found),
        chain=(replace(source(text, "وصلوا", HOSTILE), found=found),),
        participants=(replace(participant(text, Role.ACTOR, "وصلوا", HOSTILE), found=found),),
    )
    region = Region(Span(0, 8), RegionKind.CREDIT, HOSTILE, HOSTILE)
    given = report([told], text, outlet=HOSTILE, origin=HOSTILE, date_found=HOSTILE, regions=(region,), id=HOSTILE)
    shown = page(given, given, failures=(Failure(HOSTILE, HOSTILE, HOSTILE),), explain=True)
    counts = Counter(tag for tag, _, _ in shown.elements)
    assert counts["script"] == counts["style"] == counts["title"] == 1
    assert counts["img"] == 0
    assert shown.text().split() == text.split()


def test_controls_half_surrogates_and_overrides_of_direction_are_shown_as_such() -> None:
    html = page_html([report([], "a\x00\x1b[31mb\u202ec\ud800d")], (), explain=False)
    html.encode()
    assert Page(html).text().strip() == "a\ufffd\ufffd[31mb\ufffdc\ufffdd"


@pytest.mark.parametrize("control", ["\u202b", "\u202e", "\u2067"])
def test_places_that_know_no_isolates_hold_no_control_of_direction(control: str) -> None:
    region = Region(span(ARABIC, "قال"), RegionKind.FURNITURE, f"rule {control}")
    shown = page(report([], f"a{control}b\n" + ARABIC, regions=(region,)))
    assert control not in "".join(shown.find("title")[0][1])
    assert not [a for _, a, _ in shown.elements if control in a.get("title", "")]


def test_line_ends_of_every_kind_part_lines_and_empty_lines_part_paragraphs() -> None:
    shown = page(report([], "one\r\ntwo\r\n \r\nthree\rfour\n\n\nfive", title=None))
    paragraphs = [words for attributes, words in shown.find("p") if not attributes]
    assert paragraphs[-3:] == ["one\ntwo", "three\nfour", "five"]


@pytest.mark.parametrize(("code", "way"), [(Language.AR, "rtl"), (Language.FR, "ltr"), (Language.EN, "ltr")])
def test_a_text_runs_in_the_direction_of_its_language(code: Language, way: str) -> None:
    shown = page(report([], language=code))
    ((attributes, _),) = shown.find("section", class_="text")
    assert (attributes["lang"], attributes["dir"]) == (code.value, way)
    assert [a for _, a, _ in shown.elements if a.get("dir") == "rtl"] == ([attributes] if way == "rtl" else [])


def test_arabic_in_the_list_and_the_index_is_isolated() -> None:
    html = page_html([report([full_claim()]), report()], (), explain=True)
    outside = re.sub(r'<section class="text".*?</section>|title="[^"]*"|<bdi[^>]*>.*?</bdi>', "", html, flags=re.S)
    assert not re.findall("[\u0600-\u06ff]+", outside)


def test_a_piece_shows_all_that_holds_of_it_and_pieces_are_cut_where_marks_begin_or_end() -> None:
    text = "abcdef"
    told = replace(
        claim(text, trigger=Span(2, 4), evidence=Span(0, 6)),
        participants=(replace(participant(text, Role.ACTOR, "bc"), span=Span(1, 3)),),
    )
    found = [(set(names.split()), words) for names, words in marks(page(report([told], text, title=None)))]
    assert found == [
        ({"evidence"}, "a"),
        ({"evidence", "part"}, "b"),
        ({"trigger", "TRANSFER", "evidence", "part"}, "c"),
        ({"trigger", "TRANSFER", "evidence"}, "d"),
        ({"evidence"}, "ef"),
    ]


def test_a_piece_of_several_claims_means_the_claim_of_its_trigger_first_and_else_the_narrowest() -> None:
    wide = claim("abcdef", trigger=Span(0, 1), evidence=Span(0, 6))
    narrow = claim("abcdef", trigger=Span(3, 4), evidence=Span(1, 5))
    shown = page(report([wide, narrow], "abcdef", title=None))
    assert [(a["data-in"].split()[0], words) for a, words in shown.find("mark") if "data-in" in a] == [
        ("1.trigger.TRANSFER", "a"),
        ("2.evidence", "bc"),
        ("2.trigger.TRANSFER", "d"),
        ("2.evidence", "e"),
        ("1.evidence", "f"),
    ]


def test_each_claim_and_its_trigger_lead_to_each_other_even_where_claims_share_a_trigger() -> None:
    both = [full_claim(), claim(type=ClaimType.PRESENCE)]
    shown = page(report(both), report([full_claim()]))
    ids = Counter(a["id"] for _, a, _ in shown.elements if "id" in a)
    assert max(ids.values()) == 1
    leads = {a["href"].removeprefix("#") for _, a, _ in shown.elements if "href" in a}
    assert leads <= ids.keys()
    assert {"r1-t1", "r1-t2", "r1-c1", "r2-t1", "r2-c1"} <= leads
    (item,) = [words for a, words in shown.find("li") if a.get("id") == "r1-c2"]
    assert "PRESENCE" in item


def test_each_part_of_a_claim_is_marked_as_what_it_is() -> None:
    told = marks(page(report([full_claim()])))
    for role, words in (
        ("cue", "قال"),
        ("source", "مصدر عسكري"),
        ("medium", "لوكالة المرفأ"),
        ("part", "دمشق"),
        ("figure", "300 مقاتل"),
        ("period", "يوم الثلاثاء"),
        ("trigger", "وصلوا"),
    ):
        assert [names for names, marked in told if marked == words and role in names.split()], role


def test_what_is_not_read_is_greyed_with_its_rule_under_the_pointer() -> None:
    region = Region(span(ARABIC, "لوكالة المرفأ"), RegionKind.BYLINE, "agency behind a dash")
    ((attributes, words),) = [
        found for found in page(report([], regions=(region,))).find("span", class_="skipped") if "title" in found[0]
    ]
    assert words == "لوكالة المرفأ"
    assert attributes["title"] == "not read, byline: agency behind a dash"


def test_reasons_are_told_only_when_asked_for() -> None:
    silent = page_html([report([full_claim()])], (), explain=False)
    told = page_html([report([full_claim()])], (), explain=True)
    for reason in ("weekday", "subject of the cue", "by given", "no denial", "origin of the frame"):
        assert reason not in silent
        assert reason in told
    assert "1 TRANSFER: period by periods: weekday" in told


def test_several_reports_have_an_index_and_those_not_read_are_told() -> None:
    assert not page(report()).find("nav")
    shown = page(report(), report([claim()]), failures=(Failure("x.pdf", "intake", "a PDF, not text"),))
    ((_, index),) = shown.find("nav")
    assert "0 claims" in index
    assert "1 claim" in index
    assert "x.pdf (intake): a PDF, not text" in shown.find("section", class_="unread")[0][1]


def test_a_reading_without_any_report_is_still_a_page() -> None:
    assert "Claims in 0 reports" in page(failures=(Failure("x", "intake", "y"),)).find("h1")[0][1]


def test_a_page_is_known_by_its_beginning_and_the_same_reports_give_the_same_page() -> None:
    one, other = (page_html([report([full_claim()])], (), explain=True) for _ in range(2))
    assert one.startswith(PAGE_START)
    assert one == other


@given(st.data())
def test_whatever_is_marked_the_words_of_the_text_stay_as_they_are(data: st.DataObject) -> None:
    text = data.draw(st.text(alphabet="ab <&>\n\r\u0628\u0646\u064e\U0001f600", min_size=1, max_size=40))
    edge = st.integers(0, len(text))
    spans = st.tuples(edge, edge).filter(lambda pair: pair[0] != pair[1]).map(lambda pair: Span(min(pair), max(pair)))
    claims = [
        _marked(data.draw(spans), data.draw(spans), data.draw(spans)) for _ in range(data.draw(st.integers(0, 3)))
    ]
    region = Region(data.draw(spans), RegionKind.FURNITURE, "drawn")
    shown = page(report(claims, text, title=None, regions=(region,)))
    assert "".join(shown.text().split()) == "".join(text.split())


def _marked(trigger: Span, evidence: Span, part: Span) -> Claim:
    told = claim("x", trigger=trigger, evidence=evidence)
    return replace(told, figures=(replace(figure("x", "x", 1, 1), span=part),))


STYLE = Page(page_html([], (), explain=False)).find("style")[0][1]
LIGHT, DARK = re.findall(r":root \{(.*?)\}", STYLE, re.S)


def _variables(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): ([^;]+);", block))


def _luminance(red: float, green: float, blue: float) -> float:
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _of_hex(code: str) -> float:
    digits = code.lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    red, green, blue = (int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return _luminance(red, green, blue)


def _of_hsl(hue: float, strong: str) -> float:
    saturation, lightness = (float(part.rstrip("%")) / 100 for part in strong.split())
    swing = saturation * min(lightness, 1 - lightness)

    def channel(place: int) -> float:
        turn = (place + hue / 30) % 12
        return lightness - swing * max(-1, min(turn - 3, 9 - turn, 1))

    return _luminance(channel(0), channel(8), channel(4))


def _contrast(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


@pytest.mark.parametrize("block", [LIGHT, DARK], ids=["light", "dark"])
def test_words_stand_out_from_every_mark(block: str) -> None:
    colours = _variables(block)
    for name in ("paper", "panel", "now", "cue", "source", "medium", "part", "figure", "period"):
        assert _contrast(_of_hex(colours["ink"]), _of_hex(colours[name])) >= 7, name
    for name in ("quiet", "link", "faint"):
        assert _contrast(_of_hex(colours[name]), _of_hex(colours["paper"])) >= 4.5, name
    for name in ("evidence", "ring", *(f"{role}-line" for role in ("cue", "source", "medium", "part", "period"))):
        assert _contrast(_of_hex(colours[name]), _of_hex(colours["paper"])) >= 3, name


@pytest.mark.parametrize("block", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("kind", ClaimType)
def test_each_type_has_a_colour_that_its_word_stands_out_from(kind: ClaimType, block: str) -> None:
    (hue,) = re.findall(rf"\.{kind.value} \{{ --hue: (\d+) \}}", STYLE)
    colours = _variables(block)
    strong = _of_hsl(float(hue), colours["strong"])
    assert _contrast(_of_hex(colours["on-strong"]), strong) >= 4.5
    assert _contrast(_of_hex(colours["paper"]), strong) >= 4.5


def test_no_two_types_share_a_colour() -> None:
    hues = re.findall(r"--hue: (\d+)", STYLE)
    assert len(set(hues)) == len(hues) == len(ClaimType)


def test_no_mark_has_what_parts_the_letters_of_an_arabic_word() -> None:
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", STYLE, flags=re.S))
    about = [(selector.strip(), body) for selector, body in rules if re.search(r"\bmark\b|headline|skipped", selector)]
    assert about
    parting = re.compile(
        r"padding|margin|display|border-(?:inline|left|right|radius)|letter-spacing|font-size|position"
    )
    assert not [(selector, body) for selector, body in about if parting.search(body)]


def test_every_role_has_its_look_and_its_line_in_the_legend() -> None:
    shown = page(report([full_claim()]))
    legend = {a["class"].split()[0] for a, _ in shown.find("mark") if "data-in" not in a}
    roles = {name for names, _ in marks(shown) for name in names.split() if name.islower()} - {"headline"}
    assert roles == legend
    assert not [role for role in roles if f"mark.{role} " not in STYLE]


CHROMIUM = shutil.which("chromium")


@pytest.mark.skipif(CHROMIUM is None, reason="needs chromium")
def test_in_a_browser_choosing_a_claim_shows_its_words_alone(tmp_path: Path) -> None:
    other = claim(type=ClaimType.PRESENCE, trigger=span(ARABIC, "لدعم"), evidence=span(ARABIC, "لدعم قوات الشرق"))
    (tmp_path / "page.html").write_text(page_html([report([full_claim(), other])], (), explain=False), encoding="utf-8")
    quiet = ("--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
    words = [CHROMIUM or "", "--headless", "--no-sandbox", *quiet, "--disable-component-update", "--disable-sync"]
    words += [f"--user-data-dir={tmp_path / 'profile'}", "--enable-logging=stderr", "--dump-dom"]
    address = (tmp_path / "page.html").as_uri() + "#r1-t2"
    done = subprocess.run([*words, address], capture_output=True, check=True, timeout=120)
    assert b"CONSOLE" not in done.stderr
    shown = Page(done.stdout.decode())
    assert [a["id"] for _, a, _ in shown.elements if a.get("aria-current") == "true"] == ["r1-c2"]
    now = [words for names, words in marks(shown) if "now" in names.split()]
    assert "".join(now) == "لدعم قوات الشرق"
    assert [names for names, words in marks(shown) if words == "وصلوا"] == [""]
