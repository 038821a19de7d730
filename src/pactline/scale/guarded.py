"""Reading in a process that can be killed: each article has its time and its memory, and no text stalls or ends the run.

The process reads one part after the other and notes which article it is at. Where it stays at one for too long, or dies,
the part has failed at that article: Run reads the rest without it, and names it in the load report.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pactline.record.killable import Killable, Note, NotSurvived
from pactline.record.rooms import Room
from pactline.scale.kept import Damaged, Kept
from pactline.scale.workers import Done, Task, Work, WorkersError, read_task

TIMEOUT, ENDED = "timeout", "the process that read it died"


@dataclass(frozen=True)
class Budget:
    """What an article may cost.

    seconds      at one article, whatever its length; what is short takes milliseconds
    characters   of it that are read in a further second, at the least
    starting     seconds for the process to start, and for what looks at a whole part at once
    """

    seconds: float = 60
    characters: float = 5_000
    starting: float = 600

    def of(self, lengths: Sequence[int]) -> Callable[[int | None], float]:
        """Seconds for each place in a part, by the lengths of its articles."""

        def seconds(at: int | None) -> float:
            if at is None or at >= len(lengths):
                return self.starting + sum(lengths) / self.characters
            return self.seconds + lengths[at] / self.characters

        return seconds


@cache
def _child() -> Killable:
    return Killable("pactline.scale.guarded:read_one")


@dataclass
class Guarded:
    """A process beside this one that is killed where an article is not survived; see scale.workers.Workers."""

    budget: Budget = field(default_factory=Budget)
    child: Killable = field(default_factory=_child)

    def each(self, work: Work, tasks: Iterable[Task]) -> Iterator[Done]:
        """See Workers."""
        return (self.again(work, task) for task in tasks)

    def again(self, work: Work, task: Task) -> Done:
        """See Workers. `work` is read_task: the process has no other."""
        assert work is read_task
        documents = Kept(Room(task.address), task.version).documents(task.name)
        seconds = self.budget.of([len(one.document.text) for one in documents])
        try:
            return _outcome(task, json.loads(self.child.ask(json.dumps(task).encode(), seconds)))
        except WorkersError:
            return work(task)  # the files of the code were changed since this process read them: it reads as it knows
        except NotSurvived as error:
            why = f"{TIMEOUT}: {error}" if "seconds" in str(error) else ENDED
            return Done(task, why, error.at)


def read_one(request: bytes, note: Note) -> bytes:
    """What the child does with a task."""
    at: list[int | None] = [None]

    def noted(place: int | None) -> None:
        at[0] = place
        note(place)

    try:
        done = read_task(Task(*json.loads(request)), noted)
        answer: dict[str, Any] = {"failure": done.failure, "at": at[0]}
    except Damaged as error:
        answer = {"damaged": str(error)}
    except WorkersError as error:
        answer = {"workers": str(error)}
    except OSError as error:
        answer = {"disk": [error.errno, error.strerror or str(error), error.filename and str(error.filename)]}
    return json.dumps(answer).encode()


def _outcome(task: Task, answer: dict[str, Any]) -> Done:
    """The answer of the child, with what it raised raised here."""
    if "damaged" in answer:
        raise Damaged(answer["damaged"])
    if "workers" in answer:
        raise WorkersError(answer["workers"])
    if "disk" in answer:
        raise OSError(*answer["disk"])
    return Done(task, answer["failure"], answer["at"] if answer["failure"] else None)
