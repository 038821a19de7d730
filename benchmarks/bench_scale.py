"""Scale: the whole reading beside spaCy and the bare search, workers, one per cent changed, the whole report.

Rows a, b, c, e, f and g of the issue that asked for them; d is in bench_growth. Seconds are those of processors where not said otherwise, as others may use the
machine; what counts is each ratio, measured in one run. `--quick` uses a tenth of the articles.
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
from benchmarks.measured import ROOT, SHARE, Row, corpus_of, measured_row, reading_of
from benchmarks.reading import reading
from pactline.reading.aliases import entry_aliases
from pactline.reading.vocabulary import Vocabulary
from pactline.record.topic import load_topic
from pactline.scale.workers import Here

TURNS = 3
"""Times that what is compared is measured, in turns; the fastest counts, as the others were disturbed."""
SPACY_ARTICLES, MODEL_ARTICLES = 200, 40
"""Articles that spaCy's pipelines read in a turn: they are slow, and steady from one article to the next."""
CORES = os.cpu_count() or 1


def run() -> Iterator[Row]:
    """All rows."""
    with tempfile.TemporaryDirectory(prefix="pactline-bench-") as folder:
        for step in (against_others, workers, changed, report):
            for row in step(Path(folder)):
                print(" | ".join(row.values()), flush=True)
                yield row


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
    warm = corpus_of(folder, 80, "on-topic", change_every=1)
    _read(warm, folder)
    targets = {"on-topic": ("8 times", "3 times"), "five-percent": ("40 times", "12 times")}
    for mix, (target, floor) in targets.items():
        count = 1000 // SHARE * (1 if mix == "on-topic" else 4)
        corpus = corpus_of(folder, count, mix)
        texts = [json.loads(line)["text"] for line in corpus.read_text(encoding="utf-8").splitlines()]
        few = texts[:: max(1, len(texts) // SPACY_ARTICLES)][:SPACY_ARTICLES]
        ours, spacy = _in_turns(
            lambda corpus=corpus: _read(corpus, folder), lambda few=few: [ruler(text) for text in few]
        )
        ours, spacy = ours / count, spacy / len(few)
        yield measured_row(
            f"a. spaCy blank, sentencizer, EntityRuler; {mix}", f"{count:,}", _rate(ours), _rate(spacy),
            f"{spacy / ours:.1f} times", target, floor,
        )  # fmt: skip
        slow = _cpu(lambda few=few: [model(text) for text in few[:MODEL_ARTICLES]]) / len(few[:MODEL_ARTICLES])
        yield measured_row(
            f"b. en_core_web_sm's architecture; {mix}", f"{count:,}", _rate(ours), _rate(slow),
            f"{slow / ours:.0f} times", "100 times" if mix == "on-topic" else "", "40 times" if mix == "on-topic" else "",
        )  # fmt: skip
        size = sum(len(text.encode()) for text in texts) / 1e6
        bare = min(_cpu(lambda texts=texts: [search(text) for text in texts]) for _ in range(TURNS)) / count
        yield measured_row(
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


def workers(folder: Path) -> Iterator[Row]:
    """e: one and two workers of Dask, in turns; they are warm before either clock is started."""
    count = 2000 // SHARE
    corpus = corpus_of(folder, count, "on-topic")
    one, two = (reading_of(corpus, "--workers", str(n)) for n in (1, 2))
    for how, key in (("by the clock", "seconds"), ("this process and the busiest worker", "path")):
        yield measured_row(
            f"e. Dask, two workers beside one, {CORES} cores; on-topic; {how}", f"{count:,}", f"{two[key]:.1f} s", f"{one[key]:.1f} s",
            f"{one[key] / two[key]:.2f} times", "1.7 times", "1.6 times",
        )  # fmt: skip


def changed(folder: Path) -> Iterator[Row]:
    """f: one per cent of the articles changed after a whole reading."""
    for mix in ("on-topic", "five-percent"):
        count = (2000 if mix == "on-topic" else 10_000) // SHARE
        corpus, later = corpus_of(folder, count, mix), corpus_of(folder, count, mix, change_every=100)
        told = reading_of(corpus, "--again", str(later))
        allowed = 0.05 * told["cpu"] + 2
        yield measured_row(
            f"f. one per cent changed; {mix}", f"{count:,}", f"{told['again_cpu']:.2f} s, {told['reread']:.0f} read again",
            f"{told['cpu']:.1f} s", f"{100 * told['again_cpu'] / told['cpu']:.1f} %", f"under {allowed:.1f} s (5 % and 2 s)", "",
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
    yield measured_row(
        "g. report beside four notebooks, papermill then nbconvert; by the clock", "5", f"{own:.1f} s", f"{papermill:.1f} s",
        f"{own / papermill:.2f} of it", "0.5", "0.6",
    )  # fmt: skip
    yield measured_row(
        "g. report beside the same cells in plain Python; by the clock", "5", f"{own:.1f} s", f"{python:.1f} s",
        f"{own / python:.1f} times", "3 times", "4 times",
    )  # fmt: skip


def _seconds(command: Sequence[str]) -> float:
    begin = time.perf_counter()
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    return time.perf_counter() - begin
