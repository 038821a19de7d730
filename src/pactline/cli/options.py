"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Corpus = Annotated[str, typer.Argument(help="File or folder of articles, or its address, such as s3://bucket/news.")]
Workers = Annotated[int, typer.Option(min=0, help="Processes that read beside this one; the result is the same.")]
Scheduler = Annotated[str | None, typer.Option(help="A Dask cluster that reads instead, such as tcp://host:8786.")]
TopicName = Annotated[
    str, typer.Option("--topic", help="Name of a shipped topic, or a folder that holds a topic.toml.")
]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 3 where a document was refused.")]
Fields = Annotated[
    list[str] | None, typer.Option("--field", help="How records name a field, as published=pubDate; repeatable.")
]
Corrections = Annotated[
    Path | None, typer.Option("--corrections", help="CSV of an analyst's rulings, as study.correct(...) writes it.")
]
