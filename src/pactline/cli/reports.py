"""The command line's `report`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape

from pactline.cli.checks import (
    absolute,
    check_dates,
    check_files,
    check_period,
    check_places,
    fields_of,
    topic_parameter,
)
from pactline.cli.endings import finish, stop_where_nothing_was_read, tell_corrections, tell_load, write_set
from pactline.cli.lab import NOTEBOOKS
from pactline.cli.messages import FAILED, WRONG, console, fail, printable, told, watched
from pactline.cli.options import Corpus, Corrections, Fields, Scheduler, Strict, TopicName, Workers
from pactline.record.files import held
from pactline.record.rooms import is_address
from pactline.record.sets import page_and_tables


def report(
    corpus: Corpus = "seeds",
    topic: TopicName = "venezuela-russia",
    start: Annotated[str | None, typer.Option(help="First publication date: 2019, 2019-08 or 2019-08-15.")] = None,
    end: Annotated[str | None, typer.Option(help="Last publication date, likewise.")] = None,
    period: Annotated[str, typer.Option(help="Step of the timelines: month, quarter or year.")] = "year",
    title: Annotated[str | None, typer.Option(help="Title of the page; the topic's own where left out.")] = None,
    out: Annotated[Path | None, typer.Option(help="The HTML file; reports/TOPIC.html where left out.")] = None,
    since: Annotated[Path | None, typer.Option(help="Tables of an earlier run, to say what changed.")] = None,
    reference: Annotated[
        Path | None, typer.Option(help="CSV of an oil series of your own: month or year, kb_per_day.")
    ] = None,
    tables: Annotated[Path | None, typer.Option(help="Also write the tables and the executed notebooks here.")] = None,
    zip_file: Annotated[
        Path | None, typer.Option("--zip", help="Also pack page, tables and notebooks into this file; needs --tables.")
    ] = None,
    excerpt: Annotated[
        int, typer.Option(min=40, max=2000, help="Characters of a statement that the page shows at most.")
    ] = 400,
    corrections: Corrections = None,
    strict: Strict = False,
    field: Fields = None,
    workers: Workers = 0,
    scheduler: Scheduler = None,
) -> None:
    """Render one static HTML report from a corpus."""
    from pactline.study import open_study

    check_dates(start, end)
    check_period(period)
    check_files({"--since": since, "--reference": reference, "--corrections": corrections})
    check_places({"--out": out, "--tables": tables, "--zip": zip_file})
    if zip_file is not None and tables is None:
        fail("--zip packs what --tables writes: name a folder with --tables, too", WRONG)
    path = out or Path("reports") / f"{Path(topic).name}.html"
    window: dict[str, Any] = {"start": start, "end": end, "period": period}
    options = {
        **window,
        "fields": fields_of(field),
        "reference": absolute(reference),
        "corrections": absolute(corrections),
    }
    with told(), held(path.parent):
        study = open_study(corpus, topic, progress=watched, workers=workers, scheduler=scheduler, **options)
        stop_where_nothing_was_read(study, corpus)
        given = {
            "corpus": corpus if is_address(corpus) else str(Path(corpus).resolve()),
            "topic": topic_parameter(topic),
            "title": title,
            "since": absolute(since),
        }
        parameters = window | {name: value for name, value in (options | given).items() if value is not None}
        with page_and_tables(path, tables) as (staged, room):
            _working("running the notebooks", lambda: _render(study, parameters, path, since, staged, room, excerpt))
            if room is not None:
                write_set(study, room, {path.name: staged})
        if tables is not None:
            _pack(zip_file, path, tables)
    tell_load(study.load_report)
    tell_corrections(study)
    console.print(f"wrote {escape(printable(str(path)))}", highlight=False)
    finish(study, strict)


def _working(what: str, work: Callable[[], Any]) -> Any:
    """Show a spinner on a terminal, nothing elsewhere."""
    if not console.is_terminal:
        return work()
    with console.status(what):
        return work()


def _render(
    study: Any,
    parameters: dict[str, Any],
    path: Path,
    since: Path | None,
    staged: Path,
    room: Path | None,
    excerpt: int,
) -> None:
    from pactline import cache
    from pactline.findings.changes import changes
    from pactline.record.schema import CHANGES
    from pactline.report.audit import PageError
    from pactline.report.bundle import read_tables, write_pieces
    from pactline.report.citing import EvidenceError
    from pactline.report.parameters import ParameterError
    from pactline.report.render import RenderError, render
    from pactline.study import manifest

    changed = changes(read_tables(since), study.tables) if since else None
    if changed is not None and room is not None:
        write_pieces(CHANGES, [changed], room)
    try:
        render(
            NOTEBOOKS,
            study=study,
            parameters=parameters,
            out=path,
            environment={"PACTLINE_CACHE": cache.address()},
            changes=changed,
            manifest=manifest(study),
            beside=room / "notebooks" if room else None,
            staged=staged,
            excerpt=excerpt,
        )
    except ParameterError as error:
        fail(str(error), WRONG)
    except (RenderError, PageError, EvidenceError) as error:
        fail(str(error), FAILED)


def _pack(zip_file: Path | None, page: Path, tables: Path) -> None:
    from pactline.report.parcel import files_below, write_zip

    if zip_file is not None:
        write_zip(zip_file, {page.name: page, **files_below(tables, "tables")})
