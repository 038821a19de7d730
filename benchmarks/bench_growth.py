"""Growth: time per article and memory as the corpus grows, with all tables written at the end.

Row d of the issue that asked for it. Seconds are those of processors, as others may use the machine. The largest corpus
of the five-percent mix has 100,000 articles, that on topic a tenth of it; `--long` makes both ten times as large, which takes
hours, `--largest 10000` smaller.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measured import LARGEST, QUICK, ROOT, SHARE, Row, corpus_of, measured_row, reading_of

SCALE = ROOT / "docs" / "scale.md"
SIZES = (1000, 10_000, 100_000, 1_000_000)
MIXES = {"five-percent": 1, "on-topic": 10}
"""The mixes, and how many times as long an article of each takes: so much smaller is its largest corpus."""


def run() -> Iterator[Row]:
    """All rows."""
    with tempfile.TemporaryDirectory(prefix="pactline-bench-") as folder:
        for row in growth(Path(folder)):
            print(" | ".join(row.values()), flush=True)
            yield row


def billion(told: dict[str, float], count: int, mix: str) -> None:
    """Write into docs/scale.md what a billion articles of a mix cost, from the largest corpus of it that was measured."""
    reading_ms = 1000 * (told["cpu"] - told["joined"]) / count
    joined_ms, kept_kb = 1000 * told["joined"] / count, told["kept_mb"] * 1024 / count
    text = SCALE.read_text(encoding="utf-8")
    row = (
        f"| {mix}, from {count:,} | {reading_ms:.2f} | {reading_ms * 1000 / 3.6:,.0f} | {joined_ms:.2f} | {joined_ms * 1000 / 3.6:,.0f} |"
        f" {kept_kb:.1f} | {kept_kb * 1e9 / 2**30:,.1f} |"
    )
    lines = [row if line.startswith(f"| {mix}, from ") else line for line in text.splitlines()]
    SCALE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def growth(folder: Path) -> Iterator[Row]:
    """d: time per article and memory as the corpus grows, with all tables written at the end."""
    for mix, times in MIXES.items():
        first = None
        for size in (size // SHARE for size in SIZES if size <= LARGEST // times):
            corpus = corpus_of(folder, size, mix)
            told = reading_of(corpus, "--tables")
            corpus.unlink()
            if not QUICK:
                billion(told, size, mix)
            each = told["cpu"] / size
            first = first or each
            yield measured_row(
                f"d. growth, with all tables; {mix}", f"{size:,}", f"{each * 1000:.2f} ms an article",
                f"{told['peak_mb']:,.0f} MB at most, {told['kept_mb'] * 1024 / size:.1f} kB kept an article",
                f"{each / first:.2f} of the first", "1.15, 1 GB" if size == 100_000 else "1 GB", "",
            )  # fmt: skip
