"""JSON that any program can split on line ends and any terminal can show."""

import json
import re

__all__ = ["json_text", "plain_number"]

_UNSAFE = re.compile("[\u007f-\u009f\u2028\u2029\ud800-\udfff]")


def json_text(value: object) -> str:
    """A value as JSON on one line, without the line end.

    Letters of every script stay as they are; half surrogates, line separators and terminal controls are
    written as ``\\uXXXX``.

    >>> json_text({"a": "é\\u2028"})
    '{"a": "é\\\\u2028"}'
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def plain_number(value: float | None) -> float | int | None:
    """A whole number without its ``.0``."""
    return int(value) if value is not None and value == int(value) else value
