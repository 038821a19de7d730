"""Writes are whole, and one run at a time holds an output folder."""

import multiprocessing
import os

import pytest

from pactline.record import files
from pactline.record.files import OutputBusy, held, write_whole


def test_a_file_is_replaced_whole(tmp_path):
    path = tmp_path / "report.html"
    write_whole(path, "old")
    write_whole(path, "new")
    assert path.read_text() == "new"
    assert [p.name for p in tmp_path.iterdir()] == ["report.html"]


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_failing_disk_leaves_the_old_file_and_nothing_beside_it(tmp_path, monkeypatch, call):
    path = tmp_path / "report.html"
    write_whole(path, "old")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, call, fail)
    with pytest.raises(OSError, match="No space left"):
        write_whole(path, "new")
    assert path.read_text() == "old"
    assert len(os.listdir(tmp_path)) == 1


def _try_to_hold(folder, answer):
    try:
        with held(folder):
            answer.put("held")
    except OutputBusy as error:
        answer.put(str(error))


def test_a_second_run_is_turned_away_and_a_later_one_is_not(tmp_path):
    context = multiprocessing.get_context("spawn")
    answer = context.Queue()
    for expected in ("another run is writing", "held"):
        second = context.Process(target=_try_to_hold, args=(tmp_path, answer))
        if expected == "held":
            second.start()
        else:
            with held(tmp_path):
                second.start()
                second.join()
        second.join()
        assert expected in answer.get()


def test_what_a_killed_run_left_half_written_is_removed(tmp_path):
    (tmp_path / ".report.html.99.tmp").write_text("half")
    with held(tmp_path):
        assert not list(tmp_path.glob(".*.tmp"))
