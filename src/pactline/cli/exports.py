"""The command line's `export`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pactline.cli.messages import WRONG, fail, tell, told
from pactline.cli.options import Corpus, Corrections, TopicName
from pactline.interop import FORMATS


def export(
    corpus: Corpus,
    out: Annotated[Path, typer.Option(help="Folder for the files.")],
    topic: TopicName = "venezuela-russia",
    formats: Annotated[
        list[str] | None, typer.Option("--format", help=f"{', '.join(FORMATS)}; repeatable, all where left out.")
    ] = None,
    corrections: Corrections = None,
) -> None:
    """Write actors, deals and figures in the forms that other tools read."""
    from pactline.interop.exports import export as write
    from pactline.record.files import held
    from pactline.study import open_study

    chosen = list(dict.fromkeys(formats or FORMATS))
    if unknown := [name for name in chosen if name not in FORMATS]:
        fail(f"--format is {unknown[0]!r}: allowed are {', '.join(FORMATS)}", WRONG)
    if corrections is not None and not corrections.exists():
        fail(f"--corrections: there is no {corrections}", WRONG)
    with told(), held(out):
        study = open_study(corpus, topic, corrections=corrections)
        for path in write(study, out, chosen):
            tell(f"wrote {path}")
