"""What the rows on scale share: their columns, the corpora they read, and one reading measured in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from benchmarks import articles

Row = dict[str, str]
QUICK = "--quick" in sys.argv
LARGEST = int(sys.argv[sys.argv.index("--largest") + 1]) if "--largest" in sys.argv else 100_000
LARGEST *= 10 if "--long" in sys.argv else 1
SHARE = 10 if QUICK else 1
ROOT = Path(__file__).parents[1]


def measured_row(what: str, articles_: str, ours: str, other: str, ratio: str, target: str, floor: str) -> Row:
    return {
        "what": what, "articles": articles_, "pactline": ours, "beside": other, "ratio": ratio, "target": target, "floor": floor,
    }  # fmt: skip


def corpus_of(folder: Path, count: int, mix: str, **options: Any) -> Path:
    path = folder / f"{mix}-{count}{'-changed' if options else ''}.jsonl"
    if not path.exists():
        articles.write(path, count, mix, **options)
    return path


def reading_of(corpus: Path, *options: str) -> dict[str, float]:
    """What benchmarks.reading tells of a corpus, in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.reading", str(corpus), *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told
