"""From bytes to text: what the bytes are, in which encoding, and why they cannot be read where they cannot."""

import re
import unicodedata
from dataclasses import dataclass

from tawatur.errors import SourceError

__all__ = ["Decoded", "decode"]

_KINDS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"PK\x05\x06", "a zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"%!PS", "a PostScript document"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF87a", "a picture (GIF)"),
    (b"GIF89a", "a picture (GIF)"),
    (b"II*\x00", "a picture (TIFF)"),
    (b"MM\x00*", "a picture (TIFF)"),
    (b"OggS", "a recording"),
    (b"ID3\x03", "a recording"),
    (b"ID3\x04", "a recording"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a rar archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
)
_RIFF = re.compile(rb"RIFF.{4}(?:WEBP|WAVE|AVI )", re.DOTALL)
_BOMS: tuple[tuple[bytes, str], ...] = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_LABELS = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "windows-1256": "cp1256",
    "cp1256": "cp1256",
    "x-cp1256": "cp1256",
    "windows-1252": "cp1252",
    "cp1252": "cp1252",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-15": "iso8859-15",
    "iso-8859-6": "iso8859-6",
    "arabic": "iso8859-6",
    "macintosh": "mac-roman",
}
_META = re.compile(rb"<(?:meta|\?xml)[^<>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,20})", re.I)
_META_WITHIN = 4096
_BAD_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\r\f\v\x1a\x1b")
_LETTERS = re.compile(r"[^\W\d_]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_FRENCH_BYTES = re.compile(
    rb"[\x91-\x97\x9c\xa0\xab\xbb\xc0\xc2\xc7-\xcb\xce\xcf\xd4\xd9\xdb\xe0\xe2\xe7-\xeb\xee\xef\xf4\xf9\xfb]+"
)
_SAMPLE = 200_000
_ARABIC_ARTICLE = "ال"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the encoding that it was stored in.

    Attributes:
        text: the text without a leading byte order mark.
        encoding: name of the encoding, for people.
    """

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """The text that some bytes hold.

    A byte order mark is believed first, then UTF-8 if every byte fits it, then what a page says of
    itself, then UTF-16 and the one-byte encodings of Arabic and French, whichever gives words.

    Args:
        data: the bytes as received.

    Raises:
        SourceError: there is nothing to read, or it is no text, or its encoding cannot be told.
    """
    if not data.strip(b" \t\r\n\x00"):
        raise SourceError("it is empty: there is nothing to read")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding)
    _refuse_other_kinds(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _without_utf8(data, error)
    if "\x00" in text:
        return _without_marks(data)
    _refuse_controls(data)
    return Decoded(text.removeprefix("\ufeff"), "UTF-8")


def _refuse_other_kinds(data: bytes) -> None:
    head = data[:64].lstrip()
    kinds = (*_KINDS, (b"RIFF", "a picture or recording")) if _RIFF.match(head) else _KINDS
    for magic, kind in kinds:
        if head.startswith(magic):
            raise SourceError(f"it is {kind}, whatever it is called: save its text as plain text or HTML first")


def _strictly(body: bytes, encoding: str) -> Decoded:
    """The text that follows a byte order mark."""
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.upper().removesuffix("-LE").removesuffix("-BE")
        if error.end >= len(body):
            raise SourceError(
                f"its last character ({name}) is cut off: the file is incomplete; fetch it again"
            ) from error
        reason = f"byte {error.start} does not fit {name}, which its first bytes announce: it is damaged"
        raise SourceError(reason) from error
    _refuse_controls(text.encode("utf-8", "surrogatepass"))
    return Decoded(text, encoding.upper())


def _refuse_controls(data: bytes) -> None:
    bad = len(data) - len(data.translate(None, _BAD_CONTROLS))
    if (bad > 8 and bad > len(data) // 200) or b"\x00" in data:
        raise SourceError("it is binary data, not text: give the report as plain text or HTML")


def _without_utf8(data: bytes, error: UnicodeDecodeError) -> Decoded:
    """What bytes that are no UTF-8 are after all."""
    good = len(_MULTIBYTE.findall(data[:_SAMPLE]))
    if error.end >= len(data) and error.reason == "unexpected end of data" and good:
        raise SourceError("its last character (UTF-8) is cut off: the file is incomplete; fetch it again") from error
    if b"\x00" in data:
        return _without_marks(data)
    _refuse_controls(data)
    labelled = _label(data)
    if labelled and labelled != "utf-8":
        return _as(data, labelled, error)
    high = sum(len(run) for run in re.findall(rb"[\x80-\xff]+", data[:_SAMPLE]))
    if good and 2 * good > 0.8 * high:
        raise SourceError(
            f"byte {error.start} does not fit UTF-8, which the rest of it is: the file is damaged; fetch it again"
        ) from error
    return _one_byte(data, high, error)


def _label(data: bytes) -> str | None:
    match = _META.search(data, 0, _META_WITHIN)
    return _LABELS.get(match[1].decode("ascii").lower()) if match else None


def _as(data: bytes, encoding: str, error: UnicodeDecodeError) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as second:
        raise SourceError(f"byte {second.start} does not fit {encoding}, which the page says it is") from error


def _one_byte(data: bytes, high: int, error: UnicodeDecodeError) -> Decoded:
    """Windows-1256, ISO 8859-6, Windows-1252 or Latin-1, by the words they give."""
    sample = data[:_SAMPLE]
    low = len(re.findall(rb"[A-Za-z]", sample))
    if high > low:
        texts = [(data.decode(name, "replace"), name) for name in ("cp1256", "iso8859-6")]
        text, name = max(texts, key=lambda pair: pair[0][:_SAMPLE].count(_ARABIC_ARTICLE))
        arabic = len(re.findall("[\u0621-\u0652]", text[:_SAMPLE]))
        if "\ufffd" not in text and arabic > 0.7 * high and text[:_SAMPLE].count(_ARABIC_ARTICLE) > arabic // 200:
            return Decoded(text, "Windows-1256" if name == "cp1256" else "ISO 8859-6")
    elif sum(len(run) for run in _FRENCH_BYTES.findall(sample)) >= 0.8 * high and high < 0.25 * low:
        try:
            return Decoded(data.decode("cp1252"), "Windows-1252")
        except UnicodeDecodeError:
            return Decoded(data.decode("latin-1"), "Latin-1")
    raise SourceError("its encoding cannot be told: save it as UTF-8") from error


def _without_marks(data: bytes) -> Decoded:
    """UTF-16 that lacks its byte order mark, if it clearly is."""
    for encoding in ("utf-16-le", "utf-16-be"):
        if len(data) % 2:
            break
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        sample = text[:_SAMPLE]
        familiar = sum(c <= "\u024f" or "\u0600" <= c <= "\u06ff" or "\u2000" <= c <= "\u206f" for c in sample)
        letters = len(_LETTERS.findall(sample))
        controls = sum(unicodedata.category(c) == "Cc" and c not in "\t\n\r" for c in sample)
        if familiar >= 0.98 * len(sample) and letters >= 0.5 * len(sample) and not controls:
            return Decoded(text, encoding.upper())
    raise SourceError("it is binary data, not text: give the report as plain text or HTML")
