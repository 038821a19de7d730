"""An article that its reading does not survive is named with its reason, and costs no other article anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactline.corpus.load_report import reason_of
from pactline.record.killable import Killable
from pactline.scale.guarded import Budget, Guarded
from pactline.scale.workers import Here, hired

from .conftest import digest
from .news import document, news


@pytest.fixture
def fragile(monkeypatch):
    """Workers whose process stalls, dies or swells where a text says so."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    child = Killable("deadly:read_one", memory=1_500_000_000)
    yield Guarded(Budget(seconds=1, characters=1e9, starting=120), child)
    child.close()


def test_a_process_beside_reads_the_same(read, tmp_path):
    with hired(0) as workers:
        assert isinstance(workers, Guarded)
        found, _ = read(news(), workers=workers, room=str(tmp_path / "beside"))
    expected, _ = read(news(), workers=Here(), room=str(tmp_path / "here"))
    assert digest(found) == digest(expected)


@pytest.mark.parametrize(("word", "reason"), [("STALL", "timeout"), ("DIE", "failed"), ("SWELL", "memory")])
@pytest.mark.parametrize("place", [0, 2, 12], ids=["first", "within", "last"])
def test_the_guilty_article_is_named_and_the_rest_is_read(read, tmp_path, fragile, word, reason, place):
    bad = [*news()[:place], document(50, f"{word} the reader."), *news()[place:]]
    found, _ = read(bad, part=500, workers=fragile)
    clean, _ = read(news(), room=str(tmp_path / "clean"))
    rows = found["articles"].set_index("article_id")
    assert list(rows.index[rows["status"] != "read"]) == ["a050"]
    assert reason_of(rows.loc["a050", "problem"]) == reason
    assert digest(found) | {"articles.parquet": ""} == digest(clean) | {"articles.parquet": ""}


def test_the_time_of_an_article_grows_with_its_length():
    seconds = Budget(seconds=60, characters=5_000, starting=600).of([10, 5_000_000])
    assert seconds(0) == pytest.approx(60, abs=0.1)
    assert seconds(1) == 1060
    assert seconds(None) == pytest.approx(1600, abs=0.1)
