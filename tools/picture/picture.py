"""Draw the picture of the README: the ledger of one report, as a terminal that knows Arabic shows it.

    python tools/picture/picture.py samples/ar-01-damascus-benghazi.txt --lines 40

Needs Chromium and the font DejaVu Sans Mono; for maintainers, no part of the tests. Look at the
picture before it is committed.
"""

import argparse
import html
import io
import math
import subprocess
import tempfile
from pathlib import Path

from tawatur.export import ledger_text
from tawatur.model import Report
from tawatur.route import documents, make_reader, read

COLUMN, ROW, EDGE = 8.43, 19, 16  # pixels of DejaVu Sans Mono at 14 pixels
CODES = {"\x1b[1m": "<b>", "\x1b[2m": "<i>", "\x1b[22m": "</b></i>"}
PAGE = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; background: #15191f; color: #d7dce2 }}
pre {{ margin: {edge}px; font: 14px/{row}px "DejaVu Sans Mono"; unicode-bidi: plaintext }}
b {{ color: #ffffff }} i {{ font-style: normal; color: #8a94a0 }}
</style><pre>{body}</pre>"""


def main() -> None:
    """Read the report, set its ledger as a page and let the browser draw it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("report", help="the report to read")
    parser.add_argument("--width", type=int, default=100, help="columns (default: %(default)s)")
    parser.add_argument("--lines", type=int, default=46, help="lines to show (default: %(default)s)")
    parser.add_argument("--browser", default="chromium", help="the browser's command (default: %(default)s)")
    parser.add_argument("--out", type=Path, default=Path("docs/images/ledger.png"), help="default: %(default)s")
    options = parser.parse_args()
    results = list(read(documents([options.report], None, io.BytesIO()), make_reader("lexical")))
    (report,) = (result for result in results if isinstance(result, Report))
    lines = whole_blocks(ledger_text(report, options.width, colour=True).splitlines(), options.lines)
    draw(lines, options.width, options.out, options.browser)
    print(f"{options.out}: {len(lines)} lines; look at it before it is committed")


def whole_blocks(lines: list[str], most: int) -> list[str]:
    """The first lines, cut at the last empty one so that no claim is shown in part."""
    if len(lines) <= most:
        return lines
    return lines[: max(number for number in range(most + 1) if not lines[number])]


def draw(lines: list[str], width: int, out: Path, browser: str) -> None:
    """Draw lines of a ledger into a PNG file of twice the size."""
    body = html.escape("\n".join(lines))
    for code, tag in CODES.items():
        body = body.replace(code, tag)
    size = f"{math.ceil(width * COLUMN) + 2 * EDGE},{len(lines) * ROW + 2 * EDGE}"
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "ledger.html")
        page.write_text(PAGE.format(edge=EDGE, row=ROW, body=body), encoding="utf-8")
        command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        command += [f"--user-data-dir={folder}/profile", "--force-device-scale-factor=2", "--hide-scrollbars"]
        command += [f"--window-size={size}", f"--screenshot={out.resolve()}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True)


if __name__ == "__main__":
    main()
