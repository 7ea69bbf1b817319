"""One command for each figure: `python -m benchmarks`."""
