"""Who reads the parts: this process, processes of this machine, or a cluster that stands. The work is the same."""

from __future__ import annotations

import logging
import multiprocessing
import socket
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from pactline import cache as kept_results
from pactline.record.killable import Note, Noted
from pactline.record.rooms import Room
from pactline.record.topic import Topic, load_topic
from pactline.scale.kept import Kept

if TYPE_CHECKING:
    from distributed import Client, Future

    from pactline.reading.vocabulary import Vocabulary

READ, TOLD = "read", "told"
ANSWER_SECONDS = 5
"""How long a scheduler may take to answer."""
DIED = "the death of the process that read it"
LOOK_SECONDS, PATIENCE = 5, 24
"""A cluster without any worker is looked at so often, at such intervals, before it is given up."""
AHEAD = 2
"""Parts a worker has waiting for it, so that it is never idle and a corpus is never all in flight."""


class WorkersError(RuntimeError):
    """Workers that cannot be had; the message says what to do."""


class Task(NamedTuple):
    """A part to be read: everything a worker must know.

    kind     READ or TOLD
    address  the room where parts are kept
    topic    name of a shipped topic, or its folder
    name     the part's documents
    """

    kind: str
    address: str
    version: str
    topic: str
    name: str


class Done(NamedTuple):
    """What became of a task; `failure` says why its documents could not be read.

    at  the document at which it failed, by its place in the part, where that is known
    """

    task: Task
    failure: str | None = None
    at: int | None = None


Work = Callable[[Task], Done]


def _unnoted(_: int | None) -> None:
    """Note nothing."""


class Workers(Protocol):
    """Whoever does tasks."""

    def each(self, work: Work, tasks: Iterable[Task]) -> Iterator[Done]:
        """Do the tasks in any order; the next ones are taken from `tasks` only when somebody is free."""

    def again(self, work: Work, task: Task) -> Done:
        """Do a task that failed once more, where it can harm nobody else."""


def read_task(task: Task, note: Note = _unnoted) -> Done:
    """Read a part and keep its tables. A text that breaks the reading is a failure; a disk that cannot be used is an OSError.

    note  told the place of the document that is looked at
    """
    from pactline.scale.parts import ask_part, read_part

    kept = Kept(Room(task.address), task.version)
    documents = Noted(kept.documents(task.name), note)
    topic, vocabulary = _known(task.topic, task.version)
    try:
        if task.kind == READ:
            tables = read_part(documents, topic, vocabulary)
        else:
            tables = ask_part(documents, kept.table(READ, task.name, "articles"))
    except Exception as error:
        return Done(task, _why(error))
    kept.keep(task.kind, task.name, tables)
    return Done(task)


def _why(error: Exception) -> str:
    if isinstance(error, MemoryError):
        return "memory: reading it takes more memory than an article may"
    return f"{type(error).__name__}: {error}"[:200]


@cache
def _known(topic: str, version: str) -> tuple[Topic, Vocabulary]:
    """The topic and its vocabulary, made once in a process."""
    from pactline.reading.vocabulary import Vocabulary

    loaded = load_topic(topic if not Path(topic).is_absolute() else Path(topic))
    if kept_results.version_of(loaded) != version:
        raise WorkersError(
            f"a worker has another version of pactline, its libraries or the topic {topic}: install the same"
        )
    return loaded, Vocabulary(loaded)


class Here:
    """This process, one part after the other."""

    def each(self, work: Work, tasks: Iterable[Task]) -> Iterator[Done]:
        """See Workers."""
        return map(work, tasks)

    def again(self, work: Work, task: Task) -> Done:
        """See Workers."""
        return work(task)


@dataclass
class Cluster:
    """Workers of Dask, on this machine or elsewhere."""

    client: Client

    def each(self, work: Work, tasks: Iterable[Task]) -> Iterator[Done]:
        """See Workers. A task whose worker dies is done again by another; the second time it is a failure."""
        running: dict[Future, Task] = {}
        waiting = iter(tasks)
        while True:
            room = AHEAD * max(1, self._number()) - len(running)
            taken = [task for _, task in zip(range(room), waiting, strict=False)]
            running |= {self.client.submit(work, task, pure=False): task for task in taken}
            if not running:
                return
            for future in sorted(self._done(list(running)), key=lambda f: running[f].name):
                yield _outcome(future, running.pop(future))

    def _done(self, futures: list[Future]) -> Iterable[Future]:
        """The futures that are done, as soon as one is; WorkersError where nobody is left to do them."""
        from distributed import wait

        for _ in range(PATIENCE):
            with suppress(TimeoutError):
                return wait(futures, timeout=LOOK_SECONDS, return_when="FIRST_COMPLETED").done
            if self._number():
                return []
        raise WorkersError("all workers are gone and none came back: start again, the parts that were read are kept")

    def _number(self) -> int:
        return len(self.client.scheduler_info(n_workers=-1)["workers"])

    def again(self, work: Work, task: Task) -> Done:
        """See Workers. A process of its own does it, and nothing else: if that dies, this task has killed it."""
        import cloudpickle

        with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
            try:
                return pool.submit(_unpacked, cloudpickle.dumps((work, task))).result()
            except BrokenProcessPool:
                return Done(task, DIED)


def _unpacked(call: bytes) -> Done:
    import cloudpickle

    work, task = cloudpickle.loads(call)
    done: Done = work(task)
    return done


def _outcome(future: Future, task: Task) -> Done:
    from distributed import KilledWorker

    try:
        return future.result()
    except KilledWorker:
        return Done(task, DIED)


@contextmanager
def hired(number: int, scheduler: str | None = None) -> Iterator[Workers]:
    """One process beside this where number is 0, else so many processes of this machine, or the cluster of a scheduler.

    raises  WorkersError where they cannot be had
    """
    if scheduler:
        with _standing(scheduler) as client:
            yield Cluster(client)
    elif number:
        with _local(number) as client:
            yield Cluster(client)
    else:
        from pactline.scale.guarded import Guarded

        yield Guarded()


@contextmanager
def _local(number: int) -> Iterator[Client]:
    """Processes of this machine that no other machine reaches: no dashboard, every port bound to the machine itself."""
    dask, distributed = _dask()
    if getattr(multiprocessing.current_process(), "_inheriting", False):
        raise WorkersError(
            'put what starts workers under `if __name__ == "__main__":`, as each worker imports the script'
        )
    settings: dict[str, Any] = {
        "distributed.scheduler.allowed-failures": 1, "distributed.worker.multiprocessing-method": "spawn",
        "distributed.worker.memory.spill": False, "distributed.worker.memory.target": False,
    }  # fmt: skip
    with TemporaryDirectory(prefix="pactline-") as scratch, dask.config.set(settings):
        cluster = distributed.LocalCluster(
            n_workers=number, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address="127.0.0.1:0",
            scheduler_kwargs={"dashboard": False}, memory_limit="auto", local_directory=scratch, silence_logs=logging.CRITICAL,
        )  # fmt: skip
        with cluster, distributed.Client(cluster) as client:
            yield client


@contextmanager
def _standing(address: str) -> Iterator[Client]:
    _, distributed = _dask()
    _knock(address)
    try:
        client = distributed.Client(address, timeout=ANSWER_SECONDS)
    except (OSError, ValueError) as error:
        raise WorkersError(_silent(address, error)) from None
    with client:
        if not client.scheduler_info(n_workers=-1)["workers"]:
            raise WorkersError(f"the scheduler at {address} has no workers: start some with `dask worker {address}`")
        yield client


def _knock(address: str) -> None:
    """Whether anybody listens there; a client of Dask that finds nobody may never come to an end."""
    from distributed.comm import get_address_host_port

    try:
        host, port = get_address_host_port(address, strict=True)
        socket.create_connection((host, port), timeout=ANSWER_SECONDS).close()
    except (OSError, ValueError) as error:
        raise WorkersError(_silent(address, error)) from None


def _silent(address: str, error: Exception) -> str:
    why = str(error).splitlines()[0] if str(error) else type(error).__name__
    return f"no scheduler answers at {address} ({why}): start one with `dask scheduler`, or use --workers"


def _dask() -> tuple[Any, Any]:
    try:
        import dask
        import distributed
    except ImportError:
        raise WorkersError("workers need Dask: install `pactline[cluster]`") from None
    return dask, distributed
