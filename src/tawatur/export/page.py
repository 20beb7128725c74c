"""Reports as one web page that stands alone: each text with its claims marked in it, beside a list of them.

The page asks nothing of the network: its policy (CSP) allows one style and one script, both in the
page and named by their hashes, and nothing else. Whatever comes from a report is escaped, and what
could unsettle the order of the words around it stands in an isolate (``<bdi>``).
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files
from itertools import pairwise

from tawatur.export.columns import Cell, clipped
from tawatur.export.credits import credited
from tawatur.export.explain import reasons
from tawatur.export.wording import amount, chain, language, movement, parties, period, standing, things
from tawatur.model import Claim, Document, Failure, Found, Language, Report, Span

__all__ = ["PAGE_START", "page_html"]

PAGE_START = '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta name="generator" content="tawatur read --html">\n'
"""What every page begins with, and nothing else: by it a page is told from other files."""

_LONGEST = 500
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029]")
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ARABIC = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200c\u200d]+"
_RIGHT_TO_LEFT = re.compile(f"{_ARABIC}(?: +{_ARABIC})*")
_LINE = re.compile("[^\r\n]+")


@dataclass(frozen=True, slots=True)
class _Mark:
    """What some words of a text are to one of its claims.

    Attributes:
        span: the words.
        role: the class that shows it: "trigger", "part", ...
        label: the same for people: "trigger", "actor", ...
        number: the claim's number in its report.
        claim: the claim.
        found: what found it.
    """

    span: Span
    role: str
    label: str
    number: int
    claim: Claim
    found: Found


@dataclass(frozen=True, slots=True)
class _Layer:
    """A stretch of a text that looks different whatever it is to a claim: the headline, what is not read."""

    span: Span
    role: str
    label: str


def page_html(reports: Sequence[Report], failures: Sequence[Failure], *, explain: bool) -> str:
    """One page with all reports, their claims marked in the text, after an index where there are several.

    The page needs no other file and reaches for none. The same reports give the same page.

    Args:
        reports: what was read.
        failures: what could not be read.
        explain: whether stage and rule of every field are told, in the list and under the pointer.
    """
    style, script = _data("page_style.css"), _data("page_script.js")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    count = f"{len(reports)} report" if len(reports) == 1 else f"{len(reports)} reports"
    name = _title(reports[0].document) if len(reports) == 1 else f"Claims in {count}"
    return "".join(
        (
            PAGE_START,
            '<meta charset="utf-8">\n',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n',
            '<meta name="referrer" content="no-referrer">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            f"<title>{_attribute(name)}</title>\n<style>{style}</style>\n</head>\n<body>\n",
            f'<header id="top">\n<h1>Claims in {count}</h1>\n',
            *_index(reports),
            *_unread(failures),
            *_legend(reports),
            "</header>\n<main>\n",
            *(_article(number, report, explain) for number, report in enumerate(reports, 1)),
            f"</main>\n<script>{script}</script>\n</body>\n</html>\n",
        )
    )


@cache
def _data(name: str) -> str:
    return (files("tawatur.export") / "data" / name).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    """The hash of a style or script by which the policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _safe(text: str) -> str:
    """A text from outside for the body of the page: escaped, without controls and overrides of direction."""
    return escape(_UNSAFE.sub("\ufffd", _LINE_ENDS.sub("\n", text)))


def _attribute(text: str) -> str:
    """A text for a place that knows no isolates: no control of direction is left in it."""
    return _safe(_DIRECTIONS.sub("", text))


def _isolated(text: str) -> str:
    """A name or title among English words: it keeps its own direction and leaves theirs alone."""
    return text if text.isascii() and text.isalnum() else f"<bdi>{_safe(clipped(text, _LONGEST))}</bdi>"


def _mixed(text: str) -> str:
    """English words with Arabic ones among them, such as the name of a rule, read from left to right."""
    parts: list[str] = []
    place = 0
    for match in _RIGHT_TO_LEFT.finditer(text):
        parts += [_attribute(text[place : match.start()]), f"<bdi>{_attribute(match[0])}</bdi>"]
        place = match.end()
    return "".join((*parts, _attribute(text[place:])))


def _title(document: Document) -> str:
    return clipped(document.title.cut(document.text), _LONGEST) if document.title is not None else "(no title)"


def _facts(report: Report, explain: bool) -> str:
    document, count = report.document, len(report.claims)
    day = document.date.isoformat() if document.date is not None else "no date"
    if explain and document.date_found is not None:
        day += f" (by {document.date_found})"
    facts = [document.outlet if document.outlet is not None else "no outlet", day, language(document.language)]
    facts.append(f"{count} claim" if count == 1 else f"{count} claims")
    names = dict.fromkeys(region.name or "" for region in credited(document))
    told = [_isolated(fact) for fact in facts]
    if names:
        told.append("with " + ", ".join(map(_isolated, names)))
    return " · ".join(told)


def _index(reports: Sequence[Report]) -> Iterator[str]:
    if len(reports) < 2:
        return
    yield '<nav aria-label="Reports">\n<ol class="index">\n'
    for number, report in enumerate(reports, 1):
        link = f'<a href="#r{number}">{_isolated(_title(report.document))}</a>'
        yield f'<li>{link}\n<p class="facts">{_facts(report, False)}</p></li>\n'
    yield "</ol>\n</nav>\n"


def _unread(failures: Sequence[Failure]) -> Iterator[str]:
    if not failures:
        return
    yield f'<section class="unread">\n<h2>{len(failures)} not read</h2>\n<ul>\n'
    for failure in failures:
        yield f"<li>{_isolated(failure.origin)} ({_isolated(failure.stage)}): {_isolated(failure.reason)}</li>\n"
    yield "</ul>\n</section>\n"


def _legend(reports: Sequence[Report]) -> Iterator[str]:
    kinds = sorted({claim.type.value for report in reports for claim in report.claims})
    yield f'<details class="legend" open>\n<summary>What the marks mean</summary>\n{_data("page_legend.html")}'
    if kinds:
        yield "<ul>\n" + "".join(f'<li><span class="kind {kind}">{kind}</span></li>\n' for kind in kinds) + "</ul>\n"
    yield "<p>Choose a claim or a trigger to see the words of that claim alone; Esc shows all again.</p>\n</details>\n"


def _article(number: int, report: Report, explain: bool) -> str:
    document, place = report.document, f"r{number}"
    origin = document.origin if document.origin is not None else document.id
    way = "rtl" if document.language is Language.AR else "ltr"
    jumps = f'<a href="#{place}-claims">claims</a> · <a href="#top">top</a>'
    rows = (_item(place, row, report, explain) for row in enumerate(report.claims, 1))
    return "".join(
        (
            f'<article id="{place}" aria-labelledby="{place}-title">\n<h2 id="{place}-title">',
            f'<bdi lang="{document.language.value}">{_safe(_title(document))}</bdi></h2>\n',
            f'<p class="facts">{_facts(report, explain)}</p>\n',
            f'<p class="facts">{_isolated(origin)} · read by {_isolated(report.reader)}',
            f'<span class="jump"> · {jumps}</span></p>\n<div class="sides">\n',
            f'<section class="text" aria-label="Text" lang="{document.language.value}" dir="{way}">\n',
            *_text(place, report, explain),
            f'</section>\n<section class="claims" id="{place}-claims" aria-label="Claims">\n<ol>\n',
            *rows,
            "</ol>\n</section>\n</div>\n</article>\n",
        )
    )


def _item(place: str, row: tuple[int, Claim], report: Report, explain: bool) -> str:
    """A claim in the list: a link to its trigger in the text, then its fields in English."""
    number, claim = row
    kind = claim.type.value
    words = _isolated(claim.trigger.cut(report.document.text))
    head = f'<a href="#{place}-t{number}">{number} <span class="kind">{kind}</span> {words}</a>'
    states = "".join(f' <span class="standing">{word}</span>' for word in standing(claim))
    fields = [*parties(claim), ("what", things(claim)), ("count", amount(claim)), ("where", movement(claim))]
    fields += [("when", period(claim)), ("says", chain(report.document, claim))]
    told = "".join(f"<dt>{label}</dt><dd>{_cells(cells)}</dd>\n" for label, cells in fields if cells)
    why = ""
    if explain:
        found = "".join(f"<dt>{name}</dt><dd>{_mixed(str(reason))}</dd>\n" for name, reason in reasons(claim))
        why = f'<dl class="found">\n{found}</dl>\n'
    return (
        f'<li id="{place}-c{number}" class="{kind}" data-claim="{number}">\n'
        f'<h3 class="head">{head}{states}</h3>\n<dl>\n{told}</dl>\n{why}</li>\n'
    )


def _cells(cells: Sequence[Cell]) -> str:
    parts: list[str] = []
    for cell in cells:
        if parts and not cell.tight:
            parts.append(" ")
        parts.append(_safe(cell.text) if cell.text.isascii() or cell.text == "→" else _isolated(cell.text))
    return "".join(parts)


def _text(place: str, report: Report, explain: bool) -> Iterator[str]:
    """The text of a report in paragraphs, cut where any mark begins or ends.

    Marks overlap and nest freely; each piece between two cuts is one element that shows all that holds of it.
    """
    document = report.document
    marks = [mark for number, claim in enumerate(report.claims, 1) for mark in _marks(number, claim)]
    layers = [_Layer(r.span, "skipped", f"not read, {r.kind.value}: {r.rule}") for r in document.regions]
    if document.title is not None:
        layers.append(_Layer(document.title, "headline", "headline"))
    blocks = list(_blocks(document.text))
    starts, ends = {block.start for block in blocks}, {block.end for block in blocks}
    linked: set[int] = set()
    inside = False
    for span, over in _pieces([*marks, *layers], starts | ends):
        if span.start in starts:
            inside = True
            yield "<p>"
        if inside:
            words = _safe(span.cut(document.text))
            yield _linked(place, over, linked, _marked(over, words, explain))
        if span.end in ends:
            inside = False
            yield "</p>\n"


def _marks(number: int, claim: Claim) -> Iterator[_Mark]:
    yield _Mark(claim.evidence, "evidence", "evidence", number, claim, claim.found)
    yield _Mark(claim.trigger, "trigger", "trigger", number, claim, claim.found)
    for participant in claim.participants:
        yield _Mark(participant.span, "part", participant.role.value, number, claim, participant.found)
    for figure in claim.figures:
        yield _Mark(figure.span, "figure", "figure", number, claim, figure.found)
    if claim.period is not None:
        yield _Mark(claim.period.span, "period", "period", number, claim, claim.period.found)
    if claim.cue is not None:
        yield _Mark(claim.cue.span, "cue", "cue", number, claim, claim.cue.found)
    for source in claim.chain:
        yield _Mark(source.span, "source", "source", number, claim, source.found)
    if claim.medium is not None:
        yield _Mark(claim.medium.span, "medium", "medium", number, claim, claim.medium.found)


def _blocks(text: str) -> Iterator[Span]:
    """Lines of a text that stand together without an empty line between them."""
    start = end = -1
    for line in _LINE.finditer(text):
        if line[0].isspace():
            continue
        gap = text[end : line.start()].replace("\r\n", "\n") if end >= 0 else ""
        if len(gap) > 1:
            yield Span(start, end)
        if end < 0 or len(gap) > 1:
            start = line.start()
        end = line.end()
    if end >= 0:
        yield Span(start, end)


def _pieces(over: Iterable[_Mark | _Layer], edges: set[int]) -> Iterator[tuple[Span, Sequence[_Mark | _Layer]]]:
    """The pieces between two neighbouring cuts, in order, each with all that lies over it."""
    waiting = sorted(over, key=lambda item: item.span)
    cuts = sorted(edges.union(*((item.span.start, item.span.end) for item in waiting)))
    current: list[_Mark | _Layer] = []
    place = 0
    for start, end in pairwise(cuts):
        current = [item for item in current if item.span.end > start]
        while place < len(waiting) and waiting[place].span.start <= start:
            current.append(waiting[place])
            place += 1
        yield Span(start, end), current


def _ranked(over: Sequence[_Mark | _Layer]) -> list[_Mark]:
    """The marks of a piece, those of the claim that a click means first: its trigger, else the narrowest claim."""
    marks = [item for item in over if isinstance(item, _Mark)]
    triggers = {mark.number for mark in marks if mark.role == "trigger"}

    def rank(mark: _Mark) -> tuple[bool, int, int, bool]:
        width = mark.claim.evidence.end - mark.claim.evidence.start
        return mark.number not in triggers, width, mark.number, mark.role != "trigger"

    return sorted(marks, key=rank)


def _marked(over: Sequence[_Mark | _Layer], words: str, explain: bool) -> str:
    """A piece of text as an element that shows what it is; the words alone where it is nothing."""
    marks = _ranked(over)
    layers = [item for item in over if isinstance(item, _Layer)]
    if not marks and not layers:
        return words
    names = [layer.role for layer in layers]
    roles: list[str] = []
    labels = [layer.label for layer in layers]
    for mark in marks:
        kind = mark.claim.type.value
        if mark.role == "trigger":
            roles.append(f"{mark.number}.trigger.{kind}")
            names += [] if "trigger" in names else ["trigger", kind]
        else:
            roles.append(f"{mark.number}.{mark.role}")
            names.append(mark.role)
        labels.append(f"{mark.number} {kind}: {mark.label}" + (f" by {mark.found}" if explain else ""))
    told = f'class="{" ".join(dict.fromkeys(names))}" title="{_attribute(chr(10).join(dict.fromkeys(labels)))}"'
    if not marks:
        return f"<span {told}>{words}</span>"
    return f'<mark {told} data-in="{" ".join(dict.fromkeys(roles))}">{words}</mark>'


def _linked(place: str, over: Sequence[_Mark | _Layer], linked: set[int], marked: str) -> str:
    """A marked piece as a link to the claims that it is the first word of the trigger of; ``linked`` keeps which."""
    new = [mark.number for mark in _ranked(over) if mark.role == "trigger" and mark.number not in linked]
    if not new:
        return marked
    linked.update(new)
    first, *others = new
    for number in others:
        marked = f'<span id="{place}-t{number}">{marked}</span>'
    return f'<a id="{place}-t{first}" href="#{place}-c{first}">{marked}</a>'
