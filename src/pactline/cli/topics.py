"""The command line's `topic new` and `topic check`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pactline.cli.messages import FAILED, fail, printable, tell, told

topic_app = typer.Typer(help="Start and check a topic of your own.", no_args_is_help=True)


@topic_app.command("new")
def topic_new(
    name: Annotated[str, typer.Argument(help="The topic's name, as iran-russia; countries named in it are the pair.")],
    folder: Annotated[Path | None, typer.Option(help="Folder to make; NAME where left out.")] = None,
    pair: Annotated[
        tuple[str, str] | None,
        typer.Option(help="Codes of the two countries, as IRN RUS; the first one's oil is followed."),
    ] = None,
) -> None:
    """Write the folder of a new topic: commented files that work at once, to be filled by hand."""
    from pactline.record.topic_new import new_topic, pair_of

    made = folder or Path(name)
    with told():
        first, second = new_topic(name, made, pair)
    tell(f"wrote {made}: {first} and {second}")
    if pair is None and pair_of(name) is None:
        tell("the name tells no two countries, so the pair is an example: set it with --pair, or in topic.toml")
    tell(f"next: pactline topic check {made}")


@topic_app.command("check")
def topic_check(
    topic: Annotated[str, typer.Argument(help="Name of a shipped topic, or a folder that holds a topic.toml.")],
) -> None:
    """List every fault of a topic with file and line; exit with 1 where there is one."""
    from pactline.record.topic import check_topic, topic_folder

    with told():
        loaded, faults = check_topic(topic)
        folder = topic_folder(topic)
    for fault in faults:
        typer.echo(printable(f"{folder}/{fault}"))
    if loaded is None or faults:
        fail(
            f"{len(faults)} {'fault' if len(faults) == 1 else 'faults'} in the topic {folder.name}: mend these lines",
            FAILED,
        )
    typer.echo(f"{loaded.name}: {len(loaded.actors)} actors, {len(loaded.events)} events; no fault")
