"""Workers of Dask: the same results as in one process, whatever happens to them on the way."""

from __future__ import annotations

import multiprocessing
import os
import signal
import socket
import sys
import time
from collections.abc import Iterator

import cloudpickle
import psutil
import pytest

from pactline.scale.workers import READ, Cluster, Done, Task, WorkersError, hired, read_task

from .conftest import digest
from .news import document, news

cloudpickle.register_pickle_by_value(sys.modules[__name__])


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    """Two processes of this machine."""
    with hired(2) as workers:
        yield workers


def test_the_results_are_those_of_one_process(read, tmp_path, cluster):
    alone, _ = read(news(), room=str(tmp_path / "alone"))
    together, _ = read(news(), room=str(tmp_path / "together"), workers=cluster, part=2)
    assert digest(together) == digest(alone)
    again, reread = read(news(), room=str(tmp_path / "together"), part=5)
    assert reread == 0, "what workers have read serves one process, too"
    assert digest(again) == digest(alone)


def slowly(task: Task) -> Done:
    time.sleep(0.2)
    return read_task(task)


def test_a_worker_killed_in_the_middle_changes_nothing(read, tmp_path, cluster):
    expected, _ = read(news(), room=str(tmp_path / "undisturbed"))
    victims = sorted(child.pid for child in multiprocessing.active_children() if child.pid)
    killed = []

    def killing(documents, _):
        for n, one in enumerate(documents):
            if n == 9 and not killed:
                os.kill(victims[0], signal.SIGKILL)
                killed.append(victims[0])
            yield one

    found, _ = read(news(), workers=cluster, part=1, work=slowly, progress=killing)
    assert killed
    assert digest(found) == digest(expected)


def deadly(task: Task) -> Done:
    """Read a part; a text with POISON in it kills the process that reads it."""
    from pactline.record.rooms import Room
    from pactline.scale.kept import Kept

    documents = Kept(Room(task.address), task.version).documents(task.name)
    if task.kind == READ and any("POISON" in one.document.text for one in documents):
        os._exit(1)
    return read_task(task)


def test_an_article_that_kills_its_reader_is_named_and_costs_no_other(read, tmp_path, cluster):
    bad = [*news()[:5], document(50, "POISON for the reader."), *news()[5:]]
    found, _ = read(bad, workers=cluster, part=4, work=deadly)
    rows = found["articles"].set_index("article_id")
    assert list(rows.index[rows["status"] == "unreadable"]) == ["a050"]
    assert "twice in the death of the process" in rows.loc["a050", "problem"]
    clean, _ = read(news(), room=str(tmp_path / "clean"))
    assert digest(found) | {"articles.parquet": ""} == digest(clean) | {"articles.parquet": ""}


def full(task: Task) -> Done:
    raise OSError(28, "No space left on device", "/somewhere/part.parquet")


def test_a_full_disk_of_a_worker_is_told_and_is_no_fault_of_an_article(read, cluster):
    with pytest.raises(OSError, match="No space left"):
        read(news(), workers=cluster, work=full)
    _, reread = read(news())
    assert reread == len(news()) + 1


def test_no_other_machine_reaches_the_workers(cluster):
    here = psutil.Process()
    ports = [c for process in (here, *here.children(recursive=True)) for c in process.net_connections("inet")]
    listening = {c.laddr.ip for c in ports if c.status == psutil.CONN_LISTEN}
    assert listening == {"127.0.0.1"}


def test_there_is_no_dashboard(cluster):
    address = cluster.client.cluster.scheduler.http_server
    with socket.create_connection(("127.0.0.1", address.port)) as line:
        line.sendall(b"GET /status HTTP/1.0\r\n\r\n")
        assert b" 404 " in line.recv(100)


def test_a_scheduler_that_does_not_answer_is_told_within_seconds():
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{closed.getsockname()[1]}"
    begin = time.monotonic()
    with pytest.raises(WorkersError, match=r"no scheduler answers at tcp://.*dask scheduler"), hired(0, address):
        pass
    assert time.monotonic() - begin < 15


@pytest.mark.parametrize(
    "address",
    ["nonsense", "tcp://", "tcp://no-such-host.invalid:8786", "no-such-host.invalid:8786", "http://127.0.0.1:1"],
)
def test_an_address_that_cannot_be_is_told(address):
    with pytest.raises(WorkersError, match="no scheduler answers"), hired(0, address):
        pass


def test_a_scheduler_without_workers_is_told(cluster):
    from distributed import LocalCluster

    empty = LocalCluster(n_workers=0, host="127.0.0.1", dashboard_address=None, processes=False, protocol="tcp://")
    with empty, pytest.raises(WorkersError, match="has no workers"), hired(0, empty.scheduler_address):
        pass


def test_a_standing_cluster_serves(read, tmp_path, cluster):
    expected, _ = read(news(), room=str(tmp_path / "alone"))
    with hired(0, cluster.client.scheduler.address) as workers:
        found, _ = read(news(), workers=workers, room=str(tmp_path / "standing"))
    assert digest(found) == digest(expected)


def test_without_dask_it_is_told_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(WorkersError, match=r"pactline\[cluster\]"), hired(2):
        pass
