"""From a page as sent to a small, harmless page: bounded nesting, few attributes, no scripts, nothing hidden."""

import re
from dataclasses import dataclass, field

from tawatur.errors import SourceError

__all__ = ["MAX_DEPTH", "MAX_PAGE", "MAX_TAGS", "Markup", "looks_like_page", "tidy"]

MAX_PAGE = 5_000_000
"""Characters that a page may hold, tags included; the heaviest news pages have about 3,000,000."""

MAX_DEPTH = 1000
"""Tags that may stand open inside one another; browsers stop at 512, real pages stay under 100."""

MAX_TAGS = 100_000
"""Tags that a page may hold; the longest news pages have about 10,000."""

_MAX_ATTRIBUTES = 200
_SNIFF = 2048
_PAGE = re.compile(
    r"\s*(?:<\?xml[^<>]{0,200}>\s*)?(?:<!--[^<>]{0,500}-->\s*)*<(?:!doctype\s+html|(?:html|head|body)[\s>])", re.I
)
_FRAGMENT = re.compile(r"\s*<(?:div|p|article|section|main|table|span|h1|meta|title|script|b|font|ul)[\s>]", re.I)
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9:-]{0,40}")
_ATTRIBUTE = re.compile(r"[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]*)))?")
_KEPT = re.compile(r"(?:class|id|property|name|content|itemprop|datetime|lang|role)\Z")
_VOID = re.compile(r"(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)\Z", re.I)
_CLOSES_ITSELF = re.compile(r"(?:p|li|td|th|tr|dd|dt|option|tbody|thead|body|html|head)\Z", re.I)
_RAW = re.compile(r"(?:script|style|textarea|noscript|iframe|template|xmp|noembed|noframes|object|svg|math)\Z", re.I)
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


@dataclass(slots=True)
class Markup:
    """A page made harmless, with what it says of itself in its tags.

    Attributes:
        html: the page with scripts, comments, hidden parts and most attributes taken out.
        metas: name or property of each meta tag, in lower case, to its content; the first wins.
        times: values of ``datetime`` on ``time`` tags.
        data: contents of JSON-LD scripts.
        language: the ``lang`` of the page.
    """

    html: str = ""
    metas: dict[str, str] = field(default_factory=dict)
    times: list[str] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    language: str | None = None


def looks_like_page(text: str, name: str | None = None) -> bool:
    """Whether a text is HTML, by its name's ending or by how it begins."""
    ending = (name or "").lower().rpartition(".")[2]
    head = text[:_SNIFF].lstrip("\ufeff")
    if ending in ("html", "htm", "xhtml"):
        return True
    return _PAGE.match(head) is not None or (_FRAGMENT.match(head) is not None and head.count("<") > 2)


def tidy(html: str) -> Markup:
    """Take out of a page what is no text, in one pass over it.

    Args:
        html: the page as decoded.

    Raises:
        SourceError: it is longer, or its tags are nested deeper or are more, than a page that a person reads.
    """
    if len(html) > MAX_PAGE:
        raise SourceError(f"it is a page of more than {MAX_PAGE:,} characters: give the report's text alone")
    return _Tidier(html).run()


class _Tidier:
    """One pass over a page; keeps how many tags stand open."""

    def __init__(self, html: str) -> None:
        self._html = html
        self._is_xml = html.lstrip().startswith("<?xml")
        self._out: list[str] = []
        self._found = Markup()
        self._open: dict[str, int] = {}
        self._depth = 0

    def run(self) -> Markup:
        position, tags = 0, 0
        while (start := self._html.find("<", position)) >= 0:
            self._out.append(self._html[position:start])
            tags += 1
            if tags > MAX_TAGS:
                raise SourceError(f"it holds more than {MAX_TAGS:,} tags: give the report's text alone")
            position = self._tag(start)
        self._out.append(self._html[position:])
        self._found.html = "".join(self._out)
        return self._found

    def _tag(self, start: int) -> int:
        """Take one tag that begins at ``start``; the position after it."""
        html = self._html
        following = html[start + 1 : start + 2]
        if html.startswith("<!--", start):
            return self._after("-->", start + 4)
        if following in ("!", "?"):
            return self._after(">", start + 1)
        if following == "/":
            match = _NAME.match(html, start + 2)
            if match:
                self._close(match[0].lower())
            return self._after(">", start + 2)
        match = _NAME.match(html, start + 1)
        if match is None:
            self._out.append("&lt;")
            return start + 1
        return self._element(match[0].lower(), match.end())

    def _after(self, mark: str, start: int) -> int:
        end = self._html.find(mark, start)
        return len(self._html) if end < 0 else end + len(mark)

    def _element(self, name: str, position: int) -> int:
        attributes, end = self._attributes(position)
        if _RAW.match(name):
            closed = self._html.startswith("/>", end - 2) and (self._is_xml or name in ("svg", "math"))
            return end if closed else self._raw(name, attributes, end)
        self._note(name, attributes)
        if not _VOID.match(name):
            self._count(name)
            self._out.append(_written(name, attributes))
        elif name in ("br", "hr"):
            self._out.append(f"<{name}>")
        return end

    def _attributes(self, position: int) -> tuple[dict[str, str], int]:
        html = self._html
        found: dict[str, str] = {}
        while (match := _ATTRIBUTE.match(html, position)) is not None:
            key = match[1].lower()
            if len(found) < _MAX_ATTRIBUTES:
                found.setdefault(key, match[2] or match[3] or match[4] or "")
            position = match.end()
        return found, self._after(">", position)

    def _raw(self, name: str, attributes: dict[str, str], start: int) -> int:
        """Leave out an element whose inside is no text of the report."""
        match = re.compile(rf"</{name}[\s/>]", re.I).search(self._html, start)
        end = match.start() if match else len(self._html)
        if name == "script" and attributes.get("type", "").lower().startswith("application/ld+json"):
            self._found.data.append(self._html[start:end])
        return self._after(">", end)

    def _note(self, name: str, attributes: dict[str, str]) -> None:
        if name == "meta":
            content = attributes.get("content")
            for key in ("property", "name", "itemprop"):
                if key in attributes and content:
                    self._found.metas.setdefault(attributes[key].lower(), content)
        elif name == "time" and "datetime" in attributes:
            self._found.times.append(attributes["datetime"])
        elif name == "html" and "lang" in attributes:
            self._found.language = attributes["lang"].lower()[:2]

    def _count(self, name: str) -> None:
        if _CLOSES_ITSELF.match(name):
            return
        self._open[name] = self._open.get(name, 0) + 1
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise SourceError(f"its tags are nested more than {MAX_DEPTH:,} deep: give the report's text alone")

    def _close(self, name: str) -> None:
        self._out.append(f"</{name}>")
        if self._open.get(name, 0):
            self._open[name] -= 1
            self._depth -= 1


def _is_hidden(attributes: dict[str, str]) -> bool:
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden", "").lower() == "true"
        or _UNSEEN.search(attributes.get("style", "")) is not None
    )


def _written(name: str, attributes: dict[str, str]) -> str:
    hidden = " hidden" if _is_hidden(attributes) else ""
    kept = "".join(
        f' {key}="{value.replace(chr(34), "&quot;")}"' for key, value in attributes.items() if _KEPT.match(key)
    )
    return f"<{name}{kept}{hidden}>"
