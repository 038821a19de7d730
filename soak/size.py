"""The longest text and the largest corpus, read to the end, with the memory they took."""

from __future__ import annotations

import json
import random
import sys
import tempfile
from pathlib import Path
from typing import Any

from soak.measured import Measured, measured

MOST_BYTES = 1_000_000_000
"""Memory in which a million articles must be read."""
OUTLETS = ("Reuters", "AP", "TASS", "El Nacional", "Folha")
ITEMS = ("Su-30 fighters", "Mi-17 helicopters", "T-72 tanks", "S-300 systems", "Igla missiles")


def run(articles: int, megabytes: int) -> dict[str, Any]:
    """Read a text of so many megabytes and a corpus of so many short articles.

    returns  for each: seconds, megabytes of memory, exit code; and what broke a promise
    """
    with tempfile.TemporaryDirectory(prefix="pactline-soak-") as folder:
        one = Path(folder, "long.txt")
        one.write_text(_long(megabytes * 1_000_000), encoding="utf-8")
        long = _read(one, Path(folder, "cache-long"))
        many = Path(folder, "news.jsonl")
        _write(many, articles)
        short = _read(many, Path(folder, "cache-many"))
    violations = [
        f"{name} ended with {m.code}: {m.said[-300:]}" for name, m in (("text", long), ("corpus", short)) if m.code
    ]
    if short.peak > MOST_BYTES:
        violations.append(f"{articles} articles took {short.peak / 1e6:.0f} MB")
    return {
        "text_megabytes": megabytes, "text_seconds": round(long.seconds), "text_memory": round(long.peak / 1e6),
        "articles": articles, "seconds": round(short.seconds), "memory": round(short.peak / 1e6), "violations": violations,
    }  # fmt: skip


def _read(corpus: Path, cache: Path) -> Measured:
    return measured([sys.executable, "-m", "pactline", "check", str(corpus)], variables={"PACTLINE_CACHE": str(cache)})


def _article(picked: random.Random, n: int) -> str:
    return (
        f"Officials met for the {n}th time on Tuesday. Russia agreed to sell {picked.randint(2, 90)} {picked.choice(ITEMS)} to "
        f"Venezuela, a minister said in town {picked.randint(1, 9999)}. Venezuela produced {picked.randint(400, 3400)},000 barrels "
        f"of oil per day in {picked.choice(('May', 'June', 'July'))} {picked.randint(1999, 2023)}, according to OPEC."
    )


def _long(size: int) -> str:
    picked, parts, length = random.Random(1), [], 0
    while length < size:
        parts.append(_article(picked, len(parts)))
        length += len(parts[-1]) + 2
    return "\n\n".join(parts)[:size]


def _write(path: Path, articles: int) -> None:
    picked = random.Random(2)
    with path.open("w", encoding="utf-8") as file:
        for n in range(articles):
            day = f"{picked.randint(1999, 2023)}-{picked.randint(1, 12):02d}-{picked.randint(1, 28):02d}"
            row = {"id": f"a{n}", "text": _article(picked, n), "published": day, "outlet": picked.choice(OUTLETS)}
            file.write(json.dumps(row) + "\n")
