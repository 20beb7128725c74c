"""What one fresh process needs: ``python -m benchmarks.fresh REPORTS LANGUAGE...`` prints it as JSON."""

import json
import resource
import sys
import time

_MEGABYTE_IN_KILOBYTES = 1024


def main(words: list[str]) -> None:
    """Load, read so many reports of the languages in turn, and print seconds and megabytes.

    Args:
        words: how many reports, then the languages.
    """
    begun = time.process_time()
    from tawatur.lexicon import load_lexicon
    from tawatur.model import Language
    from tawatur.route import LexicalReader

    imported = time.process_time()
    languages = [Language(word) for word in words[1:]]
    for language in languages:
        load_lexicon(language)
    loaded = time.process_time()
    from benchmarks.texts import reports

    piles = [reports(language, 400_000) for language in languages]
    reader = LexicalReader()
    for number in range(int(words[0])):
        pile = piles[number % len(piles)]
        reader.read(pile[number // len(piles) % len(pile)])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MEGABYTE_IN_KILOBYTES
    row = {"import": imported - begun, "load": loaded - imported, "peak": peak}
    sys.stdout.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
