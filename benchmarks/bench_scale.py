"""Scale: the whole reading beside spaCy and the bare search, growth, workers, one per cent changed, the whole report.

Rows a to g of the issue that asked for them. Seconds are of this machine; what counts is each ratio, measured in one run.
`--quick` uses a tenth of the articles, `--long` adds a million.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks import articles, peers
from benchmarks.reading import reading
from pactline.reading.aliases import entry_aliases
from pactline.reading.vocabulary import Vocabulary
from pactline.record.topic import load_topic
from pactline.scale.workers import Here

Row = dict[str, str]
QUICK, LONG = "--quick" in sys.argv, "--long" in sys.argv
SHARE = 10 if QUICK else 1
TURNS = 3
"""Times that what is compared is measured, in turns; the fastest counts, as the others were disturbed."""
SPACY_ARTICLES, MODEL_ARTICLES = 200, 40
"""Articles that spaCy's pipelines read in a turn: they are slow, and steady from one article to the next."""
CORES = os.cpu_count() or 1
ROOT = Path(__file__).parents[1]
SCALE = ROOT / "docs" / "scale.md"


def run() -> list[Row]:
    """All rows."""
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="pactline-bench-") as folder:
        for step in (against_others, growth, workers, changed, report):
            for row in step(Path(folder)):
                print(" | ".join(row.values()), flush=True)
                rows.append(row)
    return rows


def billion(told: dict[str, float], count: int, mix: str) -> None:
    """Write into docs/scale.md what a billion articles of a mix cost, from the largest corpus of it that was measured."""
    reading_ms = 1000 * (told["seconds"] - told["joined"]) / count
    joined_ms, kept_kb = 1000 * told["joined"] / count, told["kept_mb"] * 1024 / count
    text = SCALE.read_text(encoding="utf-8")
    row = (
        f"| {mix}, from {count:,} | {reading_ms:.2f} | {reading_ms / 3.6:,.0f} | {joined_ms:.2f} | {joined_ms / 3.6:,.0f} |"
        f" {kept_kb:.1f} | {kept_kb * 1e9 / 2**30:,.1f} |"
    )
    lines = [row if line.startswith(f"| {mix}, from ") else line for line in text.splitlines()]
    SCALE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _row(what: str, articles_: str, ours: str, other: str, ratio: str, target: str, floor: str) -> Row:
    return {
        "what": what, "articles": articles_, "pactline": ours, "beside": other, "ratio": ratio, "target": target, "floor": floor,
    }  # fmt: skip


def _corpus(folder: Path, count: int, mix: str, **options: Any) -> Path:
    path = folder / f"{mix}-{count}{'-changed' if options else ''}.jsonl"
    if not path.exists():
        articles.write(path, count, mix, **options)
    return path


def _cpu(work: Callable[[], Any]) -> float:
    """Processor seconds of a piece of work."""
    gc.collect()
    begin = time.process_time()
    work()
    return time.process_time() - begin


def against_others(folder: Path) -> Iterator[Row]:
    """a, b and c: the whole reading in this process, in turns with the others, over the same articles."""
    names = _names()
    ruler, model, search = peers.entity_ruler(names), peers.statistical(), peers.aho_corasick(names)
    warm = _corpus(folder, 80, "on-topic", change_every=1)
    _read(warm, folder)
    targets = {"on-topic": ("8 times", "3 times"), "five-percent": ("40 times", "12 times")}
    for mix, (target, floor) in targets.items():
        count = 1000 // SHARE * (1 if mix == "on-topic" else 4)
        corpus = _corpus(folder, count, mix)
        texts = [json.loads(line)["text"] for line in corpus.read_text(encoding="utf-8").splitlines()]
        few = texts[:: max(1, len(texts) // SPACY_ARTICLES)][:SPACY_ARTICLES]
        ours, spacy = _in_turns(
            lambda corpus=corpus: _read(corpus, folder), lambda few=few: [ruler(text) for text in few]
        )
        ours, spacy = ours / count, spacy / len(few)
        yield _row(
            f"a. spaCy blank, sentencizer, EntityRuler; {mix}", f"{count:,}", _rate(ours), _rate(spacy),
            f"{spacy / ours:.1f} times", target, floor,
        )  # fmt: skip
        slow = _cpu(lambda few=few: [model(text) for text in few[:MODEL_ARTICLES]]) / len(few[:MODEL_ARTICLES])
        yield _row(
            f"b. en_core_web_sm's architecture; {mix}", f"{count:,}", _rate(ours), _rate(slow),
            f"{slow / ours:.0f} times", "100 times" if mix == "on-topic" else "", "40 times" if mix == "on-topic" else "",
        )  # fmt: skip
        size = sum(len(text.encode()) for text in texts) / 1e6
        bare = min(_cpu(lambda texts=texts: [search(text) for text in texts]) for _ in range(TURNS)) / count
        yield _row(
            f"c. the bare Aho-Corasick search; {mix}", f"{count:,}", f"{size / count / ours:.1f} MB/s",
            f"{size / count / bare:.0f} MB/s", f"1/{ours / bare:.0f}",
            "1/30" if mix == "on-topic" else "", "1/100" if mix == "on-topic" else "",
        )  # fmt: skip


def _names() -> list[str]:
    vocabulary = Vocabulary(load_topic(articles.TOPIC))
    entries = (*vocabulary.actors.values(), *vocabulary.weapons.values())
    return sorted({name for entry in entries for name, *_ in entry_aliases(entry)})


def _read(corpus: Path, folder: Path) -> None:
    """A whole reading from the file to the tables on disk, with nothing kept from before."""
    with tempfile.TemporaryDirectory(dir=folder) as room:
        reading(corpus, Here(), Path(room))


def _in_turns(*works: Callable[[], Any]) -> list[float]:
    """Processor seconds of each, the fastest of some turns, one after the other in each turn."""
    turns = [[_cpu(work) for work in works] for _ in range(TURNS)]
    return [min(times) for times in zip(*turns, strict=True)]


def _rate(seconds: float) -> str:
    return f"{1 / seconds:,.0f} articles/s"


def _measured(corpus: Path, *options: str) -> dict[str, float]:
    """What benchmarks.reading tells of a corpus, in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.reading", str(corpus), *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told


def growth(folder: Path) -> Iterator[Row]:
    """d: time per article and memory as the corpus grows, with all tables written at the end."""
    sizes = [1000, 10_000, 100_000, *([1_000_000] if LONG else [])]
    for mix in ("five-percent", "on-topic"):
        first = None
        for size in (size // SHARE for size in sizes):
            if mix == "on-topic" and size > 100_000:
                continue
            corpus = _corpus(folder, size, mix)
            told = _measured(corpus, "--tables")
            corpus.unlink()
            if not QUICK:
                billion(told, size, mix)
            each = told["seconds"] / size
            first = first or each
            yield _row(
                f"d. growth, with all tables; {mix}", f"{size:,}", f"{each * 1000:.2f} ms an article",
                f"{told['peak_mb']:,.0f} MB at most, {told['kept_mb'] * 1024 / size:.1f} kB kept an article",
                f"{each / first:.2f} of the first", "1.15, 1 GB" if size == 100_000 else "1 GB", "",
            )  # fmt: skip


def workers(folder: Path) -> Iterator[Row]:
    """e: one and two workers of Dask, in turns; they are warm before the clock is started."""
    count = 4000 // SHARE
    corpus = _corpus(folder, count, "on-topic")
    turns = [[_measured(corpus, "--workers", str(n))["seconds"] for n in (1, 2)] for _ in range(1 if QUICK else 2)]
    one, two = (min(times) for times in zip(*turns, strict=True))
    yield _row(
        f"e. Dask, two workers beside one, {CORES} cores; on-topic", f"{count:,}", f"{two:.1f} s", f"{one:.1f} s",
        f"{one / two:.2f} times", "1.7 times", "1.6 times",
    )  # fmt: skip


def changed(folder: Path) -> Iterator[Row]:
    """f: one per cent of the articles changed after a whole reading."""
    for mix in ("on-topic", "five-percent"):
        count = (4000 if mix == "on-topic" else 20_000) // SHARE
        corpus, later = _corpus(folder, count, mix), _corpus(folder, count, mix, change_every=100)
        told = _measured(corpus, "--again", str(later))
        allowed = 0.05 * told["seconds"] + 2
        yield _row(
            f"f. one per cent changed; {mix}", f"{count:,}", f"{told['again']:.2f} s, {told['reread']:.0f} read again",
            f"{told['seconds']:.1f} s", f"{100 * told['again'] / told['seconds']:.1f} %", f"under {allowed:.1f} s (5 % and 2 s)", "",
        )  # fmt: skip


def report(folder: Path) -> Iterator[Row]:
    """g: the whole report, its tables cached, beside four notebooks by the usual tools, and beside plain Python."""
    seeds = str(ROOT / "seeds")
    ours = [sys.executable, "-m", "pactline", "report", seeds, "--out", str(folder / "report" / "page.html")]
    theirs = [sys.executable, "-m", "benchmarks.peers", "papermill", seeds, str(folder)]
    plain = [sys.executable, "-m", "benchmarks.peers", "plain", seeds, str(folder)]
    _seconds(ours)
    turns = [[_seconds(command) for command in (ours, theirs, plain)] for _ in range(TURNS)]
    own, papermill, python = (min(times) for times in zip(*turns, strict=True))
    yield _row(
        "g. report beside four notebooks, papermill then nbconvert", "5", f"{own:.1f} s", f"{papermill:.1f} s",
        f"{own / papermill:.2f} of it", "0.5", "0.6",
    )  # fmt: skip
    yield _row(
        "g. report beside the same cells in plain Python", "5", f"{own:.1f} s", f"{python:.1f} s",
        f"{own / python:.1f} times", "3 times", "4 times",
    )  # fmt: skip


def _seconds(command: Sequence[str]) -> float:
    begin = time.perf_counter()
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    return time.perf_counter() - begin
