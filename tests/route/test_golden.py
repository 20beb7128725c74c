from tools.quality.golden import GOLDEN, golden_texts


def test_the_samples_are_read_as_the_golden_ledgers_say() -> None:
    texts = golden_texts()
    kept = {path.stem: path.read_text(encoding="utf-8") for path in GOLDEN.glob("*.json")}
    changed = sorted(name for name in texts.keys() | kept.keys() if texts.get(name) != kept.get(name))
    assert not changed, f"run `make golden`, look at the diff and keep it if it is better: {', '.join(changed)}"
