"""The command line: report, extract, check, changes, export, actors, topic, corrections, lab.

Exit codes: 0 done · 1 failed, or nothing usable · 2 wrong parameters · 3 a document was refused, with --strict ·
75 another run holds the output.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape

from pactline import __version__
from pactline.cli_actors import actors_app
from pactline.cli_checks import (
    absolute,
    check_dates,
    check_files,
    check_period,
    check_places,
    fields_of,
    topic_parameter,
)
from pactline.cli_corrections import corrections_app
from pactline.cli_exports import export
from pactline.cli_messages import FAILED, REFUSED, WRONG, console, fail, printable, told, watched
from pactline.cli_topics import topic_app
from pactline.record.files import held, sha256_of
from pactline.record.rooms import is_address, written_here
from pactline.record.sets import faults, page_and_tables, together

NOTEBOOKS = next(
    (p for p in (Path(__file__).parent / "notebooks", Path(__file__).parents[2] / "notebooks") if p.is_dir()),
    Path("notebooks"),
)

app = typer.Typer(help=__doc__, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
app.add_typer(actors_app, name="actors")
app.add_typer(topic_app, name="topic")
app.add_typer(corrections_app, name="corrections")

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


@app.command()
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
        _usable(study, corpus)
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
                _write(study, room, {path.name: staged})
        if tables is not None:
            _pack(zip_file, path, tables)
    _tell(study.load_report)
    _tell_corrections(study)
    console.print(f"wrote {escape(printable(str(path)))}", highlight=False)
    _finish(study, strict)


@app.command()
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
            _write(study, room, {})
        _usable(study, corpus)
    _tell(study.load_report)
    _tell_corrections(study)
    _finish(study, strict)


@app.command()
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
    _tell(study.load_report)
    for row in study.articles[study.articles["status"] != "read"].to_dict("records"):
        console.print(
            f"{row['status']}: {escape(printable(row['source']))}: {escape(printable(row['problem'] or ''))}",
            highlight=False,
        )
    _usable(study, corpus)
    _finish(study, strict)


@app.command()
def changes(
    old: Annotated[Path, typer.Argument(help="Tables of the earlier run, as extract wrote them.")],
    new: Annotated[Path, typer.Argument(help="Tables of the later run.")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Say what is new, gone or changed between two runs; exit with 1 where anything is."""
    from pactline.findings.changes import changes as compare
    from pactline.record.schema import to_jsonl
    from pactline.report.bundle import read_tables

    for folder in (old, new):
        if not (folder / "articles.parquet").exists():
            fail(f"{folder} holds no tables: write them with `pactline extract CORPUS --out {folder}`", WRONG)
    with told():
        found = compare(read_tables(old), read_tables(new))
    if as_json:
        sys.stdout.write(to_jsonl(found))
    else:
        for row in found.to_dict("records"):
            typer.echo(printable(f"{row['change']:8} {row['table']:9} {row['what']}"))
            if isinstance(row["quote"], str):
                typer.echo(printable(f"{'':18} “{' '.join(row['quote'].split())}”"))
    if not found.empty:
        raise typer.Exit(1)


@app.command()
def verify(
    tables: Annotated[Path, typer.Argument(help="Folder that extract or report --tables wrote.")],
    page: Annotated[Path | None, typer.Option(help="The page that was written with them.")] = None,
) -> None:
    """Say whether tables, and their page, are whole and of one run; exit with 1 where they are not."""
    found = faults(tables, page)
    for fault in found:
        typer.echo(printable(fault))
    if found:
        raise typer.Exit(FAILED)


app.command()(export)


@app.command()
def lab() -> None:
    """Open JupyterLab with the notebooks."""
    if find_spec("jupyterlab") is None:
        fail("JupyterLab is not installed: run `make lab`, or `pip install 'pactline[lab]'`", FAILED)
    raise typer.Exit(subprocess.call([sys.executable, "-m", "jupyter", "lab", str(NOTEBOOKS)]))


@app.callback(invoke_without_command=True)
def version(show: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    """What the news says about a relationship between states, every figure one click from its sentence."""
    if show:
        typer.echo(__version__)
        raise typer.Exit()


def main() -> None:
    """Entry point of the command."""
    try:
        app()
    except KeyboardInterrupt:
        console.print("stopped; what was finished is kept")
        sys.exit(130)


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


def _write(study: Any, folder: Path, page: dict[str, Path]) -> None:
    """Write the tables beside what the folder of this run holds already; the manifest knows all of it, and the page."""
    from pactline.report.bundle import write_tables
    from pactline.study import manifest

    beside = sorted(p for p in folder.rglob("*") if p.is_file())
    about = {**manifest(study), "page": {name: sha256_of(path) for name, path in page.items()}}
    with study.table_pieces() as tables:
        write_tables(tables, folder, manifest=about, beside=beside)


def _pack(zip_file: Path | None, page: Path, tables: Path) -> None:
    from pactline.report.parcel import files_below, write_zip

    if zip_file is not None:
        write_zip(zip_file, {page.name: page, **files_below(tables, "tables")})


def _held(out: str) -> AbstractContextManager[None]:
    """One run at a time; an address is held by a lock on this machine, as stores of objects know none."""
    from pactline import cache

    return held(cache.folder() / "locks" / sha256(out.encode()).hexdigest() if is_address(out) else Path(out))


def _usable(study: Any, corpus: str) -> None:
    if not study.holds_articles:
        _tell(study.load_report)
        fail(
            f"nothing in {corpus} could be read as an article: `pactline check {corpus}` says why, document by document",
            FAILED,
        )


def _tell(load_report: Any) -> None:
    for line in load_report.lines():
        console.print(escape(printable(line)), highlight=False)


def _tell_corrections(study: Any) -> None:
    if not study.rulings:
        return
    console.print(f"corrections: {len(study.corrections_applied)} of {len(study.rulings)} applied", highlight=False)
    for row in study.corrections_unmatched.to_dict("records"):
        console.print(
            escape(printable(f"line {row['line']} ({row['action']} {row['claim_id']}) matches nothing: {row['why']}")),
            highlight=False,
        )


def _finish(study: Any, strict: bool) -> None:
    refused = study.load_report.offered - study.load_report.read
    if refused:
        console.print(f"{refused} not read: `pactline check` names each and says why", highlight=False)
    if strict and refused:
        raise typer.Exit(REFUSED)


if __name__ == "__main__":
    main()
