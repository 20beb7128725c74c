"""The golden ledgers: what is read in each sample, quotations written out, for people to look over in a diff."""

import json
import sys
from typing import Any

from tawatur.export import codebook_line
from tawatur.model import Report
from tools.quality.corpora import ROOT, read_samples

GOLDEN = ROOT / "tests" / "route" / "golden"
_SPANS = ("span", "trigger", "evidence", "cue")


def golden_texts() -> dict[str, str]:
    """The golden file of each sample, by the name of its file without its ending."""
    return {name: _golden(report) for name, report in read_samples().items()}


def _golden(report: Report) -> str:
    line = json.loads(codebook_line(report, explain=True))
    return json.dumps(_quoted(line, report.document.text), ensure_ascii=False, indent=1) + "\n"


def _quoted(value: Any, text: str) -> Any:
    """A value with each span written as ``start-end words``, so that a diff can be read."""
    if isinstance(value, list):
        return [_quoted(item, text) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: _quote(item, text) if key in _SPANS and isinstance(item, list) else _quoted(item, text)
        for key, item in value.items()
    }


def _quote(span: list[int], text: str) -> str:
    start, end = span
    return f"{start}-{end} {text[start:end]}"


def main() -> int:
    """Write the golden files anew."""
    GOLDEN.mkdir(parents=True, exist_ok=True)
    texts = golden_texts()
    for old in GOLDEN.glob("*.json"):
        if old.stem not in texts:
            old.unlink()
    for name, text in texts.items():
        (GOLDEN / f"{name}.json").write_text(text, encoding="utf-8")
    print(f"{len(texts)} golden files in {GOLDEN.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
