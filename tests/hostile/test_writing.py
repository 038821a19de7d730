"""Every call that can fail is made to fail in turn, and runs are killed at random: the old tables or the new, never a mixture."""

from __future__ import annotations

import hashlib
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from pactline import cache
from pactline.record import files, schema
from pactline.report.bundle import write_tables

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


def test_every_table_is_whole_wherever_the_disk_fails(tmp_path: Path) -> None:
    old, new = ({"articles": tables(value)["articles"]} for value in ("old", "new"))
    write_tables(old, tmp_path, manifest={})
    known = {p.name: p.read_bytes() for p in tmp_path.iterdir()}

    def check(failed: bool) -> None:
        assert failed, "a failure was swallowed"
        assert sorted(known) == sorted(p.name for p in tmp_path.iterdir())
        kept = schema.from_parquet(tmp_path / "articles.parquet", schema.ARTICLES)
        assert list(kept["article_id"]) in (["old"], ["new"])
        for path in tmp_path.glob("*.jsonl"):
            assert all(json.loads(line) for line in path.read_text().splitlines())
        write_tables(old, tmp_path, manifest={})

    assert each_failure(lambda: write_tables(new, tmp_path, manifest={}), check) >= 20
    kept = schema.from_parquet(tmp_path / "articles.parquet", schema.ARTICLES)
    assert list(kept["article_id"]) == ["new"]


def test_a_cache_holds_all_or_nothing_wherever_the_disk_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PACTLINE_CACHE", str(tmp_path / "cache"))

    def check(failed: bool) -> None:
        assert not failed, "what cannot be kept costs time, not results"
        kept = cache.load("key")
        assert kept is None or list(kept["articles"]["article_id"]) == ["new"]
        assert not (tmp_path / "cache").exists() or not list((tmp_path / "cache").glob(".tmp-*"))

    assert each_failure(lambda: cache.store("key", tables("new")), check) >= 2
    assert cache.load("key") is not None


def test_a_damaged_cache_is_never_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One bit wrong anywhere, two hundred times: the cache is a miss each time, and what is kept after it is read again."""
    monkeypatch.setenv("PACTLINE_CACHE", str(tmp_path))
    rows = tables("the very words of an article")
    picked = random.Random(1)
    for _ in range(200):
        cache.store("key", rows)
        path = tmp_path / "key" / "articles.parquet"
        data = bytearray(path.read_bytes())
        data[picked.randrange(len(data))] ^= 1 << picked.randrange(8)
        path.write_bytes(data)
        assert cache.load("key") is None
        assert not (tmp_path / "key").exists()
    cache.store("key", rows)
    assert cache.load("key") is not None


def extract(corpus: Path, out: Path, kept: Path) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PACTLINE_CACHE": str(kept)}
    command = [sys.executable, "-m", "pactline", "extract", str(corpus), "--out", str(out)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.mark.parametrize("kills", [pytest.param(3, id="few"), pytest.param(100, id="hundred", marks=pytest.mark.soak)])
def test_a_killed_run_leaves_whole_tables_and_the_next_repairs(tmp_path: Path, kills: int) -> None:
    corpus, out = tmp_path / "corpus", tmp_path / "out"
    corpus.mkdir()
    for n in range(20):
        text = f"Russia agreed on Tuesday to sell {n + 2} Su-30 fighters to Venezuela, the ministry said."
        (corpus / f"{n}.txt").write_text(text)
    start = time.monotonic()
    assert extract(corpus, out, tmp_path / "cache").wait() == 0
    whole = time.monotonic() - start
    reference = {p.name: p.read_bytes() for p in out.iterdir() if p.is_file() and p.name != "manifest.json"}
    picked = random.Random(kills)
    for n in range(kills):
        run = extract(corpus, out, tmp_path / f"cache-{n % 3}")
        try:
            run.wait(picked.uniform(0.5, 1.1) * whole)
        except subprocess.TimeoutExpired:
            run.kill()
            run.wait()
        assert {name: (out / name).read_bytes() for name in reference} == reference
    assert extract(corpus, out, tmp_path / "cache-0").wait() == 0
    left = {p.name: p.read_bytes() for p in out.iterdir() if p.is_file()}
    hashes = json.loads(left.pop("manifest.json"))["outputs"]
    assert left == reference, "nothing half written stays behind"
    assert all(hashlib.sha256(left[name]).hexdigest() == sum_ for name, sum_ in hashes.items())
