"""Every call that can fail is made to fail in turn, and runs are killed at random: the old set or the new, never a mixture."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from pactline import open_study
from pactline.record import files, schema
from pactline.record.sets import MixedError, faults, page_and_tables, together
from pactline.report.bundle import read_tables, write_tables
from soak.page import RESULTS

CALLS = ((os, "replace"), (os, "fsync"), (os, "open"), (Path, "open"), (Path, "rename"), (Path, "mkdir"))


class Disk:
    """Lets every call through but the n-th, which fails."""

    def __init__(self, patch: pytest.MonkeyPatch, n: int) -> None:
        self.count, self.n = 0, n
        for owner, name in CALLS:
            patch.setattr(owner, name, self._counting(getattr(owner, name)))

    def _counting(self, real: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object, **options: object) -> object:
            self.count += 1
            if self.count == self.n:
                raise OSError(28, "No space left on device")
            return real(*arguments, **options)

        return call


def tables(value: str) -> dict[str, pd.DataFrame]:
    row = {
        "article_id": value, "source": value, "content_hash": value, "status": "read", "published_precision": "unknown",
        "published_conflicts": [], "body_spans": [], "clutter": [], "words": 1,
    }  # fmt: skip
    return {t.name: schema.frame([row] if t.name == "articles" else [], t) for t in schema.EXTRACTED}


def each_failure(work: Callable[[], object], check: Callable[[bool], object]) -> int:
    """Run the work with call 1, 2, ... failing until a run meets no failure; the number of points that were tried."""
    for n in range(1, 1000):
        with pytest.MonkeyPatch.context() as patch:
            disk = Disk(patch, n)
            try:
                work()
                failed = False
            except OSError:
                failed = True
        if disk.count < n:
            return n - 1
        check(failed)
    raise AssertionError("the work never ended")


def test_a_file_is_old_or_new_wherever_the_disk_fails(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("old")

    def check(failed: bool) -> None:
        assert failed, "a failure was swallowed"
        assert path.read_text() in ("old", "new")
        assert [p.name for p in tmp_path.iterdir()] == ["page.html"]
        path.write_text("old")

    assert each_failure(lambda: files.write_whole(path, "new"), check) >= 4
    assert path.read_text() == "new"


def test_a_set_is_old_or_new_wherever_the_disk_fails(tmp_path: Path) -> None:
    old, new = ({"articles": tables(value)["articles"]} for value in ("old", "new"))

    def write(rows: dict[str, pd.DataFrame]) -> None:
        with files.held(out), together(out) as room:
            write_tables(rows, room, manifest={})

    out = tmp_path / "out"
    wanted = []
    for rows in (old, new, old):
        write(rows)
        wanted.append(snapshot(out))

    def check(failed: bool) -> None:
        there = snapshot(out)
        assert there in wanted
        assert failed or there == wanted[1], "what was said to be done was not"
        write(old)
        assert [p.name for p in tmp_path.iterdir()] == ["out"]

    assert each_failure(lambda: write(new), check) >= 20
    assert snapshot(out) == wanted[1]


def snapshot(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir() if not p.name.startswith(".")}


def test_a_page_and_tables_of_two_runs_are_told_apart(tmp_path: Path) -> None:
    page, out = tmp_path / "page.html", tmp_path / "tables"

    def write(value: str) -> None:
        with page_and_tables(page, out) as (staged, room):
            assert room is not None
            files.write_whole(staged, value)
            about = {"page": {"page.html": files.sha256_of(staged)}}
            write_tables({"articles": tables(value)["articles"]}, room, manifest=about)

    write("old")
    before = page.read_bytes()
    assert faults(out, page) == []
    write("new")
    assert faults(out, page) == []
    page.write_bytes(before)
    assert faults(out) == []
    assert [fault.split(":")[0] for fault in faults(out, page)] == ["page.html"]


@pytest.mark.parametrize("damage", ["a bit", "a table of another run", "no table", "no manifest", "half a manifest"])
def test_tables_that_are_not_whole_are_refused(tmp_path: Path, damage: str) -> None:
    rows = {t.name: schema.frame([], t) for t in schema.EXTRACTED}
    write_tables(rows, tmp_path, manifest={})
    assert set(read_tables(tmp_path)) == {"articles", "mentions", "deals", "oil"}
    deals, manifest = tmp_path / "deals.parquet", tmp_path / "manifest.json"
    if damage == "a bit":
        data = bytearray(deals.read_bytes())
        data[len(data) // 2] ^= 1
        deals.write_bytes(data)
    elif damage == "a table of another run":
        deals.write_bytes((tmp_path / "oil.parquet").read_bytes())
    elif damage == "no table":
        deals.unlink()
    elif damage == "no manifest":
        manifest.unlink()
    else:
        manifest.write_bytes(manifest.read_bytes()[:40])
    with pytest.raises(MixedError, match="write it again"):
        read_tables(tmp_path)


def corpus_of(folder: Path, count: int) -> Path:
    corpus = folder / "corpus"
    corpus.mkdir()
    for n in range(count):
        text = f"Russia agreed on Tuesday to sell {n + 2} Su-30 fighters to Venezuela, the ministry said."
        (corpus / f"{n}.txt").write_text(text)
    return corpus


@pytest.mark.parametrize("flips", [pytest.param(24, id="few"), pytest.param(200, id="200", marks=pytest.mark.soak)])
def test_a_damaged_cache_is_never_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flips: int) -> None:
    """One bit wrong anywhere in anything that is kept: it is found, and what stood there is read again."""
    kept = tmp_path / "cache"
    monkeypatch.setenv("PACTLINE_CACHE", str(kept))
    corpus = corpus_of(tmp_path, 3)

    def read() -> dict[str, str]:
        study = open_study(corpus)
        return {name: schema.to_jsonl(frame) for name, frame in study.extracted.items()} | dict(study.texts)

    wanted = read()
    picked = random.Random(1)
    for _ in range(flips):
        path = picked.choice(sorted(p for p in kept.rglob("*") if p.is_file()))
        data = bytearray(path.read_bytes())
        data[picked.randrange(len(data))] ^= 1 << picked.randrange(8)
        path.write_bytes(data)
        assert read() == wanted, path.name


def soak(*arguments: str) -> dict[str, object]:
    """A run of soak in a process of its own, as it forks; what it found."""
    command = [sys.executable, "-m", "soak", *arguments, "--no-record"]
    done = subprocess.run(command, cwd=RESULTS.parents[1], capture_output=True, text=True, check=False)
    assert done.stdout, done.stderr
    found: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_a_run_killed_at_random_leaves_a_whole_set_and_the_next_repairs() -> None:
    found = soak("kills", "--number", "20", "--tables")
    assert found["kills"] == 20
    assert int(str(found["at_work"])) > 5, "the kills came too late to mean anything"
    assert (found["torn"], found["two_runs_unnamed"], found["not_repaired"]) == (0, 0, 0)


def test_a_run_whose_disk_fails_or_that_dies_at_a_call_leaves_a_whole_set() -> None:
    found = soak("faults", "--step", "101")
    assert int(str(found["points"])) > 10
    assert found["violations"] == []
