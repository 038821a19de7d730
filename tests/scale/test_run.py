"""A corpus in parts: the same results however it is cut, only what changed read again, nothing lost to a bad article."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from pactline import cache
from pactline.corpus.load_report import reason_of
from pactline.record.article import Document
from pactline.scale.workers import READ, Done, Task, read_task

from .conftest import digest
from .news import document, news


def ids(results, table="articles"):
    return set(results[table]["article_id"])


@pytest.mark.parametrize("part", [1, 5, 500])
def test_results_do_not_depend_on_the_size_of_parts(read, tmp_path, part):
    expected, _ = read(news(), room=str(tmp_path / "four"))
    found, reread = read(news(), room=str(tmp_path / "other"), part=part)
    assert digest(found) == digest(expected)
    assert reread == len(news()) + 1, "the undated copy is read again with the date of the other"


def test_results_do_not_depend_on_the_order_of_documents(read, tmp_path):
    expected, _ = read(news(), room=str(tmp_path / "sorted"))
    for seed in range(3):
        shuffled = random.Random(seed).sample(news(), len(news()))
        found, _ = read(shuffled, room=str(tmp_path / f"shuffled-{seed}"))
        assert digest(found) == digest(expected)


def test_the_same_corpus_is_not_read_twice(read):
    first, _ = read(news())
    again, reread = read(news())
    assert reread == 0
    assert digest(again) == digest(first)


CHANGES = [
    pytest.param(lambda docs: [*docs, document(77)], 1, id="one-added-at-the-end"),
    pytest.param(lambda docs: [document(77), *docs], 1, id="one-added-at-the-beginning"),
    pytest.param(lambda docs: [*docs[:3], replace(docs[3], text=docs[3].text + " So it is."), *docs[4:]], 1, id="one-changed"),
    pytest.param(lambda docs: [*docs[:3], replace(docs[3], published="2001-01-01"), *docs[4:]], 1, id="one-with-another-date"),
    pytest.param(lambda docs: docs[1:], 0, id="one-gone"),
    pytest.param(lambda docs: docs[::2] + docs[1::2], 0, id="another-order"),
    pytest.param(lambda docs: [replace(d, source=f"moved/{d.source}") for d in docs], 0, id="all-moved"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "changed"), CHANGES)
def test_only_what_changed_is_read_again(read, tmp_path, change, changed):
    read(news())
    found, reread = read(change(news()))
    assert reread == changed
    fresh, _ = read(change(news()), room=str(tmp_path / "fresh"))
    assert digest(found) == digest(fresh)


def test_what_is_gone_is_gone_everywhere(read):
    dated, undated = news()[-2:]
    before, _ = read(news())
    table = before["articles"].set_index("article_id")
    assert table.loc[undated.own_id, "published"] == dated.published
    assert table.loc[undated.own_id, "duplicate_of"] == dated.own_id
    after, reread = read([d for d in news() if d is not dated and d.own_id != dated.own_id])
    table = after["articles"].set_index("article_id")
    assert reread == 0, "the undated article was read before without a date"
    assert table["published"].isna()[undated.own_id]
    assert table["duplicate_of"].isna()[undated.own_id]
    assert dated.own_id not in after.texts
    assert all(dated.own_id not in ids(after, name) for name in after)


def test_other_code_reads_everything_again(read, monkeypatch):
    _, first = read(news())
    monkeypatch.setattr(cache, "code_version", lambda: "other")
    _, again = read(news())
    assert again == first


def test_two_documents_of_one_id_and_text_are_both_read(read):
    twice = [Document("Russia sold ten tanks to Venezuela.", f"{n}.txt", "x") for n in range(3)]
    found, _ = read(twice)
    assert len(ids(found)) == 3


def test_texts_are_those_of_the_documents(read):
    found, _ = read(news(), part=3)
    assert dict(found.texts) == {d.own_id: d.text for d in news()}
    assert "nobody" not in found.texts
    assert found.texts.get("nobody", "") == ""


def test_a_corpus_without_documents_has_empty_tables(read):
    found, reread = read([])
    assert reread == 0
    assert {name: len(found[name]) for name in found} == dict.fromkeys(found, 0)


def poisoned(task: Task) -> Done:
    """Read a part; a text with POISON in it breaks the reading."""
    from pactline.record.rooms import Room
    from pactline.scale.kept import Kept

    if task.kind == READ and any(
        "POISON" in one.document.text for one in Kept(Room(task.address), task.version).documents(task.name)
    ):
        return Done(task, "ZeroDivisionError: division by zero")
    return read_task(task)


@pytest.mark.parametrize("part", [1, 4, 500])
def test_a_poisoned_article_is_named_and_costs_no_other(read, tmp_path, part):
    bad = [*news()[:5], document(50, "POISON for the reader."), *news()[5:], document(51, "More POISON.")]
    found, _ = read(bad, part=part, work=poisoned)
    clean, _ = read(news(), room=str(tmp_path / "clean"))
    rows = found["articles"].set_index("article_id")
    assert set(rows.index) == ids(clean) | {"a050", "a051"}
    assert set(rows.index[rows["status"] == "unreadable"]) == {"a050", "a051"}
    assert reason_of(rows.loc["a050", "problem"]) == "failed"
    assert "ZeroDivisionError" in rows.loc["a050", "problem"]
    assert digest(found) | {"articles.parquet": ""} == digest(clean) | {"articles.parquet": ""}
    _, reread = read(bad, part=part, work=poisoned)
    assert reread == 0, "what is set aside is not tried again by the same code"


def test_an_error_of_the_reading_sets_the_article_aside(read, monkeypatch):
    from pactline.scale import parts

    real = parts.to_article

    def breaking(one, article_id, **options):
        if article_id == "a003":
            raise RecursionError("too deep")
        return real(one, article_id, **options)

    monkeypatch.setattr(parts, "to_article", breaking)
    found, _ = read(news())
    rows = found["articles"].set_index("article_id")
    assert list(rows.index[rows["status"] == "unreadable"]) == ["a003"]
    assert "RecursionError: too deep" in rows.loc["a003", "problem"]


class Stopped(BaseException):
    """Somebody stops the run."""


def test_an_interrupted_run_goes_on_where_it_stopped(read, tmp_path):
    done = []

    def stopping(task: Task) -> Done:
        if len(done) == 2:
            raise Stopped
        done.append(task)
        return read_task(task)

    with pytest.raises(Stopped):
        read(news(), work=stopping)
    found, reread = read(news())
    assert reread == len(news()) + 1 - 8, "two parts of four were kept"
    fresh, _ = read(news(), room=str(tmp_path / "fresh"))
    assert digest(found) == digest(fresh)


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("damaged", "most"),
    [
        pytest.param("read/*/*/deals.parquet", 4, id="a-table-of-a-part"),
        pytest.param("read/*/*/runs.parquet", 4, id="runs-of-a-part"),
        pytest.param("documents/*.parquet", 4, id="documents"),
        pytest.param("whole/*/deals.parquet", 0, id="a-whole-table"),
        pytest.param("whole/*/texts.parquet", 0, id="where-texts-lie"),
        pytest.param("told/*/*/testimony.parquet", 0, id="testimony"),
        pytest.param("read/*/index.parquet", 0, id="index"),
    ],
)
def test_what_is_damaged_is_made_anew(read, tmp_path, damaged, most):
    first, _ = read(news())
    expected = digest(first)
    path = sorted((tmp_path / "room").glob(damaged))[0]
    flip(path)
    for whole in (tmp_path / "room" / "whole").iterdir() if "whole" not in damaged else []:
        (whole / "sums.sha256").unlink()
    found, reread = read(news())
    assert digest(found) == expected
    assert dict(found.texts) == {d.own_id: d.text for d in news()}
    assert reread <= most


def test_a_part_without_its_sums_was_never_finished(read, tmp_path):
    first, _ = read(news())
    expected = digest(first)
    sorted((tmp_path / "room").glob("read/*/*/sums.sha256"))[0].unlink()
    found, reread = read([*news(), document(90)])
    assert reread > 1
    assert ids(found) == ids(first) | {"a090"}
    assert digest(read(news())[0]) == expected
