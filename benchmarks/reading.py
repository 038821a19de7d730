"""One reading of a corpus in a process of its own, measured: seconds by the clock and of processors, memory, as one line of JSON.

python -m benchmarks.reading CORPUS [--workers N] [--again CHANGED] [--tables]
"""

from __future__ import annotations

import argparse
import json
import resource
import tempfile
import time
from pathlib import Path
from typing import Any

import psutil

from benchmarks.articles import MIXES, article
from pactline import cache
from pactline.record.rooms import Room
from pactline.record.topic import load_topic
from pactline.report.bundle import write_tables
from pactline.scale import documents_at
from pactline.scale.kept import Kept
from pactline.scale.run import Run
from pactline.scale.workers import Workers, hired
from pactline.study import Study, manifest

MEGABYTE = 2**20
WARM = 40
"""Articles of each mix that are read first, so that word lists of every language are loaded."""


class Timed(Run):
    """A run that tells how many processor seconds the steps across articles took."""

    joined = 0.0

    def _joined(self, name: str, live: Any) -> Any:
        begin = time.process_time()
        results = super()._joined(name, live)
        self.joined = time.process_time() - begin
        return results


def reading(
    corpus: Path, workers: Workers, room: Path, *, tables: bool = False, part: int = 500
) -> tuple[float, Timed]:
    """Seconds for a whole reading, and the run."""
    topic = load_topic("venezuela-russia")
    run = Timed(topic, Kept(Room(str(room)), cache.version_of(topic)), workers, part=part)
    begin = time.perf_counter()
    results = run.results(lambda: documents_at(corpus))
    if tables:
        study = Study(topic=topic, texts=results.texts, extracted=results)
        with tempfile.TemporaryDirectory() as out, study.table_pieces() as pieces:
            write_tables(pieces, Path(out), manifest=manifest(study))
    return time.perf_counter() - begin, run


def spent() -> tuple[float, float]:
    """Processor seconds of this process and all that it has started, and of this one with the busiest of those that run.

    The second is what a run takes on cores that nobody else uses.
    """
    own, ended = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    running = [times.user + times.system for times in map(_times, psutil.Process().children(recursive=True))]
    here = own.ru_utime + own.ru_stime
    gone = ended.ru_utime + ended.ru_stime
    return here + gone + sum(running), here + gone + max(running, default=0.0)


def _times(child: psutil.Process) -> Any:
    return child.cpu_times()


def peak() -> float:
    """The most memory that any one process had so far, this one or one it has started, in MB."""
    most = [_high_water(child.pid) for child in psutil.Process().children(recursive=True)]
    return max(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, *most, 0.0)


def _high_water(pid: int) -> float:
    """VmHWM of a process that runs, in MB; 0 where the system does not tell."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--workers", type=int, default=0)
    parser.add_argument("--again", type=Path, help="read this corpus, too, once the first is kept")
    parser.add_argument("--tables", action="store_true", help="write all tables, too, as `pactline extract` does")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, hired(given.workers) as workers:
        warm = Path(folder, "warm.jsonl")
        records = (article(n, mix, edition=9) for mix in sorted(MIXES) for n in range(WARM))
        warm.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        reading(warm, workers, Path(folder, "warm"), part=1)
        room = Path(folder, "room")
        before = spent()
        seconds, run = reading(given.corpus, workers, room, tables=given.tables)
        cpu, path = (now - then for now, then in zip(spent(), before, strict=True))
        told = {"seconds": seconds, "cpu": cpu, "path": path, "read": run.reread, "joined": run.joined}
        if given.again:
            before = spent()
            told["again"], run = reading(given.again, workers, room, tables=given.tables)
            told["again_cpu"] = spent()[0] - before[0]
            told["reread"] = run.reread
        told["kept_mb"] = sum(p.stat().st_size for p in room.rglob("*") if p.is_file()) / MEGABYTE
        told["peak_mb"] = peak()
    print(json.dumps(told))


if __name__ == "__main__":
    main()
