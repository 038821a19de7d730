"""The command line's `actors suggest`."""

from __future__ import annotations

from typing import Annotated

import typer

from pactline.cli.messages import WRONG, fail, told, watched
from pactline.cli.options import Corpus, TopicName

actors_app = typer.Typer(help="Work on the actors of a topic.", no_args_is_help=True)


@actors_app.command("suggest")
def suggest(
    corpus: Corpus,
    topic: TopicName = "venezuela-russia",
    least: Annotated[int, typer.Option(min=1, help="Name it at least this often.")] = 2,
    model: Annotated[
        str | None, typer.Option(help="An installed spaCy pipeline whose entities are counted too.")
    ] = None,
) -> None:
    """List names that recur and that the topic does not know, ready to paste into actors.csv."""
    from pactline.scale.names import suggest_actors
    from pactline.study import open_study

    with told():
        study = open_study(corpus, topic, progress=watched)
        try:
            found = suggest_actors(study.articles, study.texts, study.topic, least=least, model=model)
        except OSError:
            if model is None:
                raise
            fail(f"--model: no spaCy pipeline {model} is installed; install it, or leave the option out", WRONG)
    typer.echo(found, nl=False)
