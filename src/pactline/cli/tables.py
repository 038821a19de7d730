"""The command line's `extract` and `check`: a corpus is read, and its tables written or its load report told."""

from __future__ import annotations

from contextlib import AbstractContextManager
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape

from pactline.cli.checks import check_files, fields_of
from pactline.cli.endings import finish, stop_where_nothing_was_read, tell_corrections, tell_load, write_set
from pactline.cli.messages import console, printable, told, watched
from pactline.cli.options import Corpus, Corrections, Fields, Scheduler, Strict, TopicName, Workers
from pactline.record.files import held
from pactline.record.rooms import is_address, written_here
from pactline.record.sets import together


def extract(
    corpus: Corpus,
    out: Annotated[str, typer.Option(help="Folder for the tables, or its address.")],
    topic: TopicName = "venezuela-russia",
    corrections: Corrections = None,
    strict: Strict = False,
    field: Fields = None,
    workers: Workers = 0,
    scheduler: Scheduler = None,
) -> None:
    """Write the tables of a corpus: articles, mentions, deals, oil, as JSONL, Parquet and CSV."""
    from pactline.study import open_study

    check_files({"--corrections": corrections})
    reading: dict[str, Any] = {"progress": watched, "workers": workers, "scheduler": scheduler}
    with told(), _held(out), written_here(out) as folder:
        study = open_study(corpus, topic, fields=fields_of(field), corrections=corrections, **reading)
        with together(folder) as room:
            write_set(study, room, {})
        stop_where_nothing_was_read(study, corpus)
    tell_load(study.load_report)
    tell_corrections(study)
    finish(study, strict)


def check(
    corpus: Corpus,
    topic: TopicName = "venezuela-russia",
    strict: Strict = False,
    field: Fields = None,
    workers: Workers = 0,
    scheduler: Scheduler = None,
) -> None:
    """Read a corpus and say what could not be read, and why."""
    from pactline.study import open_study

    with told():
        study = open_study(
            corpus, topic, fields=fields_of(field), progress=watched, workers=workers, scheduler=scheduler
        )
    tell_load(study.load_report)
    for row in study.articles[study.articles["status"] != "read"].to_dict("records"):
        console.print(
            f"{row['status']}: {escape(printable(row['source']))}: {escape(printable(row['problem'] or ''))}",
            highlight=False,
        )
    stop_where_nothing_was_read(study, corpus)
    finish(study, strict)


def _held(out: str) -> AbstractContextManager[None]:
    """One run at a time; an address is held by a lock on this machine, as stores of objects know none."""
    from pactline import cache

    return held(cache.folder() / "locks" / sha256(out.encode()).hexdigest() if is_address(out) else Path(out))
