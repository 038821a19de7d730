"""A corpus read: documents to parts, parts to workers, what was read before left alone, then the steps across articles."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from pactline import cache
from pactline.corpus.dating_corpus import Redated
from pactline.record.article import Document
from pactline.record.rooms import Room
from pactline.record.topic import TOPICS, Topic
from pactline.scale import results
from pactline.scale.across import LISTED, LIVE, new_dates, parts_of, write_whole
from pactline.scale.kept import Kept
from pactline.scale.offered import PART_DOCUMENTS, Offered, article_ids, doc_of, offered, parts
from pactline.scale.results import Results
from pactline.scale.workers import READ, TOLD, Done, Here, Task, Work, Workers, WorkersError, read_task

Progress = Callable[[Iterable[Any], str], Iterable[Any]]
OVER = ("timeout:", "memory:")
"""How a failure begins that says what an article cost."""
TRIES = 3
"""Times a corpus is gone through: once, and again where parts that were kept turn out to be damaged."""


def unwatched(items: Iterable[Any], _: str) -> Iterable[Any]:
    """Show no progress."""
    return items


@dataclass
class Run:
    """One reading of a corpus.

    reread  documents that were read in this run, because they, the code or the topic were new
    """

    topic: Topic
    kept: Kept
    workers: Workers = field(default_factory=Here)
    progress: Progress = unwatched
    part: int = PART_DOCUMENTS
    work: Work = read_task
    reread: int = 0

    def results(self, corpus: Callable[[], Iterable[Document]]) -> Results:
        """The extracted tables of a corpus: read, or as they were kept.

        corpus   gives the documents from the beginning, each time it is called
        raises   OSError where results cannot be kept, WorkersError where workers cannot work
        """
        live = self._read(lambda: self._numbered(corpus()))
        name = self._name(live)
        return results.found(self.kept, name) or self._joined(name, live)

    def _joined(self, name: str, live: pa.Table) -> Results:
        changed = new_dates(self.kept, live, lambda: self._told(live))
        if changed:
            again = self._read(lambda: self._redated(live, changed))
            live = _replaced(live, again, changed)
        return results.keep(self.kept, name, lambda folder: write_whole(self.kept, live, folder))

    def _name(self, live: pa.Table) -> str:
        digest = hashlib.sha256(self.kept.version.encode())
        for batch in live.select(["key", "source"]).to_batches():
            for key, source in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                digest.update(key + source.encode("utf-8", "surrogatepass") + b"\x1e")
        return digest.hexdigest()

    def _numbered(self, documents: Iterable[Document]) -> Iterator[Offered]:
        one_by_one = iter(self.progress(documents, "reading articles"))
        yield from _with_ids(one_by_one)

    def _read(self, documents: Callable[[], Iterable[Offered]]) -> pa.Table:
        """Have read what was not read before; where each document's reading is (columns LIVE)."""
        fresh: set[str] = set()
        for _ in range(TRIES):
            listing: list[pa.Table] = []
            fresh |= self._read_new(self._unknown(documents(), listing))
            live = _live(listing, self.kept)
            bad = [n for n in parts_of(live) if n not in fresh and not self.kept.is_sound(READ, n)]
            for name in bad:
                self.kept.drop(READ, name)
            if not bad and not live.column("part").null_count:
                return live
        raise WorkersError(
            f"{self.kept.room.address}: parts that were just written cannot be read back; check the disk"
        )

    def _unknown(self, documents: Iterable[Offered], listing: list[pa.Table]) -> Iterator[Offered]:
        """Documents that were not read before; every one is listed."""
        index = self.kept.index()
        one_by_one = iter(documents)
        while some := list(islice(one_by_one, PART_DOCUMENTS)):
            keys = [one.key for one in some]
            listing.append(_listed(some))
            where = index.find(keys)
            yield from (one for one, part in zip(some, where, strict=True) if part is None)

    def _read_new(self, documents: Iterable[Offered]) -> set[str]:
        """Read documents in parts; the names of the parts."""
        names: set[str] = set()
        failed: list[Done] = []
        for done in self.workers.each(self.work, self._tasks(documents)):
            if done.failure is None:
                names.add(done.task.name)
            else:
                failed.append(done)
        for done in sorted(failed):
            names |= self._settled(done)
        return names

    def _tasks(self, documents: Iterable[Offered]) -> Iterator[Task]:
        for part in parts(documents, most=self.part):
            self.reread += len(part)
            yield self._task(READ, self.kept.keep_documents(part))

    def _task(self, kind: str, name: str) -> Task:
        return Task(kind, self.kept.room.address, self.kept.version, _address(self.topic), name)

    def _settled(self, failed: Done) -> set[str]:
        """Read a part that failed once more, then in halves, until the article that breaks the reading stands alone.

        Where it is known at which article it failed, that one is read alone at once. One task at a time, so that no
        innocent part is lost beside it.
        """
        names: set[str] = set()
        waiting = self._smaller(failed) if failed.at is not None else [failed.task]
        while waiting:
            done = self.workers.again(self.work, waiting.pop())
            if done.failure is None:
                names.add(done.task.name)
            elif len(documents := self.kept.documents(done.task.name)) > 1:
                waiting += self._smaller(done)
            else:
                self._set_aside(done.task.name, documents, done.failure)
                names.add(done.task.name)
        return names

    def _smaller(self, failed: Done) -> list[Task]:
        """What is to be read in the place of a part that failed: around the article at which it did, or its halves."""
        documents = self.kept.documents(failed.task.name)
        middle = len(documents) // 2
        cuts = (middle, middle) if failed.at is None else (failed.at, failed.at + 1)
        pieces = (documents[: cuts[0]], documents[cuts[0] : cuts[1]], documents[cuts[1] :])
        return [self._task(READ, self.kept.keep_documents(piece)) for piece in pieces if piece]

    def _set_aside(self, name: str, documents: Sequence[Offered], failure: str) -> None:
        from pactline.scale.parts import refused_part  # where nothing fails, spaCy is not needed here

        over = failure if failure.startswith(OVER) else f"failed: reading it ended twice in {failure}"
        problem = f"{over}; report it with the article"
        self.kept.keep(READ, name, refused_part(documents, " ".join(problem.split())))

    def _told(self, live: pa.Table) -> list[str]:
        """Have all articles tell what they know of others' dates; the names of their parts."""
        names = parts_of(live)
        tasks = (self._task(TOLD, name) for name in names if not self.kept.is_sound(TOLD, name))
        for done in self.workers.each(self.work, tasks):
            if done.failure is not None:
                raise WorkersError(f"part {done.task.name} could not be asked about dates: {done.failure}")
        return names

    def _redated(self, live: pa.Table, changed: dict[int, Redated]) -> Iterator[Offered]:
        """The documents whose date others have changed, with their new dates."""
        rows = [row for row in live.select(["doc", "part"]).to_pylist() if row["doc"] in changed]
        for part in sorted({row["part"] for row in rows}):
            for one in self.kept.documents(part):
                if (new := changed.get(doc_of(one.key))) is not None:
                    yield offered(one.article_id, one.document, new)


def _address(topic: Topic) -> str:
    """How a worker finds a topic: a shipped one by its name, as its own installation has it; another by its folder."""
    return topic.name if topic.folder.parent == TOPICS else str(topic.folder.resolve())


def open_room() -> Room:
    """The room that the cache names."""
    return Room(cache.address())


def _with_ids(documents: Iterator[Document]) -> Iterator[Offered]:
    seen: list[Document] = []

    def noted() -> Iterator[Document]:
        for document in documents:
            seen.append(document)
            yield document

    for article_id in article_ids(noted()):
        yield offered(article_id, seen.pop())


def _listed(some: Sequence[Offered]) -> pa.Table:
    columns = [one.article_id for one in some], [one.key for one in some], [one.document.source for one in some]
    return pa.table([pa.array(column, field.type) for column, field in zip(columns, LISTED, strict=True)], LISTED)


def _live(listing: Sequence[pa.Table], kept: Kept) -> pa.Table:
    """Columns LIVE of what was listed."""
    table = pa.concat_tables([_listed([]), *listing])
    keys = table.column("key").to_pylist()
    docs = pa.array([doc_of(key) for key in keys], pa.uint64())
    return table.append_column(LIVE[3], docs).append_column(LIVE[4], pa.array(kept.index().find(keys), pa.string()))


def _replaced(live: pa.Table, again: pa.Table, changed: dict[int, Redated]) -> pa.Table:
    """The articles, those that were read again with another date in the place of their first reading."""
    same = pa.array([doc not in changed for doc in live.column("doc").to_pylist()], pa.bool_())
    moved = live.filter(pc.invert(same))
    lies = dict(zip(moved.column("article_id").to_pylist(), moved.column("source").to_pylist(), strict=True))
    sources = pa.array([lies[article_id] for article_id in again.column("article_id").to_pylist()], pa.string())
    return pa.concat_tables([live.filter(same), again.set_column(2, LIVE[2], sources)])
