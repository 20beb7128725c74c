"""How fast is the reader, beside others and by itself? ``python -m benchmarks.speed``; see docs/speed.md."""
