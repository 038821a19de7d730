"""Reading a corpus of any size: in this process, in many, or on a cluster, with the same result.

run       documents to parts, parts to workers, what was read before left alone
parts     the one pure function from a part to its tables
workers   this process, processes of this machine, a Dask cluster
across    dates, copies and whole tables, in DuckDB over the parts
kept      parts on disk
results   whole tables on disk
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from pactline import cache
from pactline.corpus.readers import CorpusError, documents
from pactline.record.article import Document
from pactline.record.rooms import Room, is_address, remote_files
from pactline.record.topic import Topic
from pactline.scale.kept import Kept
from pactline.scale.results import Results
from pactline.scale.run import Progress, Run, unwatched
from pactline.scale.workers import WorkersError, hired

__all__ = ["Progress", "Results", "WorkersError", "documents_at", "read_corpus", "unwatched"]


def documents_at(corpus: str | Path, *, fields: Mapping[str, str] | None = None) -> Iterator[Document]:
    """Every document of a file or folder, by its path or its address; one file of an address is fetched at a time.

    raises  CorpusError where there is nothing
    """
    if not is_address(corpus):
        yield from documents(Path(corpus), fields=fields)
        return
    try:
        for folder in remote_files(str(corpus)):
            yield from documents(folder, fields=fields)
    except FileNotFoundError:
        raise CorpusError(f"no file or folder {corpus}: name one that holds articles") from None


def read_corpus(
    corpus: Callable[[], Iterable[Document]], topic: Topic, *, progress: Progress = unwatched, number: int = 0,
    scheduler: str | None = None,
) -> Results:  # fmt: skip
    """The extracted tables of a corpus, read or as they were kept.

    corpus     gives the documents from the beginning, each time it is called
    number     processes of this machine that read; 0: this one
    scheduler  address of a Dask cluster that reads instead
    raises     WorkersError; OSError where there is no room for results
    """
    version = cache.version_of(topic)
    with hired(number, scheduler) as workers:
        try:
            return Run(topic, Kept(Room(cache.address()), version), workers, progress).results(corpus)
        except OSError:
            scratch = TemporaryDirectory(prefix="pactline-")
            run = Run(topic, Kept(Room(scratch.name), version), workers, progress)
            return run.results(corpus).together_with(scratch)
