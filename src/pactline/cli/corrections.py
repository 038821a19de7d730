"""The command line's `corrections gold`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pactline.cli.messages import FAILED, WRONG, fail, tell, told
from pactline.cli.options import TopicName

corrections_app = typer.Typer(help="Work on an analyst's corrections.", no_args_is_help=True)


@corrections_app.command("gold")
def gold(
    corpus: Annotated[str, typer.Argument(help="The file or folder of articles that was corrected.")],
    corrections: Annotated[Path, typer.Option(help="CSV of an analyst's rulings, as study.correct(...) writes it.")],
    out: Annotated[Path, typer.Option(help="The JSONL file; in a topic's gold folder it measures every report.")],
    topic: TopicName = "venezuela-russia",
    whole: Annotated[
        bool, typer.Option("--whole", help="The articles were read to the end: what has no ruling is right.")
    ] = False,
) -> None:
    """Write the rulings as annotated articles and say how well the reading does on them."""
    from pactline.findings.corrections_gold import gold_lines, score_corrections
    from pactline.record.files import write_whole
    from pactline.study import open_study

    if not corrections.exists():
        fail(f"--corrections: there is no {corrections}", WRONG)
    if not out.parent.is_dir():
        fail(f"--out: there is no folder {out.parent}; make it first", WRONG)
    with told():
        study = open_study(corpus, topic, corrections=corrections)
        cases = study.corrections_gold(whole=whole)
        if not cases:
            fail(f"{corrections} rules on no statement of {corpus}: nothing was written", FAILED)
        write_whole(out, gold_lines(cases))
    tell(f"wrote {out}: {len(cases)} {'article' if len(cases) == 1 else 'articles'}")
    for row in score_corrections(cases, study.extracted).query("language == 'all'").to_dict("records"):
        tell(f"{row['field']}: right {row['right']} of {row['gold']} annotated, {row['found']} found")
