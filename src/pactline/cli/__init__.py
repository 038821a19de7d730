"""The command line: report, extract, check, changes, export, actors, topic, corrections, lab.

Exit codes: 0 done · 1 failed, or nothing usable · 2 wrong parameters · 3 a document was refused, with --strict ·
75 another run holds the output.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from pactline import __version__
from pactline.cli.actors import actors_app
from pactline.cli.corrections import corrections_app
from pactline.cli.exports import export
from pactline.cli.lab import lab
from pactline.cli.messages import console
from pactline.cli.reports import report
from pactline.cli.runs import changes, verify
from pactline.cli.tables import check, extract
from pactline.cli.topics import topic_app

app = typer.Typer(help=__doc__, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
for command in (report, extract, check, changes, verify, export, lab):
    app.command()(command)
app.add_typer(actors_app, name="actors")
app.add_typer(topic_app, name="topic")
app.add_typer(corrections_app, name="corrections")


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
