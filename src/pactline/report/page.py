"""The page: its sections in order, its evidence, and the check that no figure stands without any."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from pactline.report import evidence
from pactline.report.audit import audited
from pactline.report.excerpts import EXCERPT
from pactline.report.markup import TEMPLATES, block, escape
from pactline.report.method import method_part
from pactline.report.proof import proved
from pactline.report.prose import corpus_line, in_short
from pactline.report.quality import accuracy_part
from pactline.report.since import changes_part
from pactline.report.slim import slim

LONG = 600_000
"""Characters of a page whose evidence the browser lays out only when it comes near; pictures of a shorter page show all of it."""
_LINK = re.compile(r'(href="#([\w-]+)") data-keys="[^"]*"')
"""A citing link; its keys are replaced by the number of its evidence, which paper shows beside the figure."""


def assemble(
    study: Any, chapters: Sequence[tuple[str, str, str]], *, title: str, changes: Any = None,
    manifest: Mapping[str, Any] | None = None, excerpt: int = EXCERPT,
) -> str:  # fmt: skip
    """The whole page as text.

    chapters  (id, title, HTML) of the executed notebooks
    manifest  what the run was made from, as study.manifest gives it
    excerpt   characters shown of one statement at most
    raises    EvidenceError, PageError: a figure without evidence stops the build
    """
    sentences = "".join(f"<li><b>{name}</b> <span>{told}</span></li>" for name, told in in_short(study, changes))
    parts = [("in-short", "In short", block("short", "in short", f"<ul>{sentences}</ul>").html, True)]
    parts += [(name, heading, html, False) for name, heading, html in chapters]
    if changes is not None:
        parts.append(("changes", "Since the last run", changes_part(changes, study), True))
    parts.append(("quality", "How good is this?", accuracy_part(study), True))
    parts.append(("method", "Method", method_part(study, manifest or {}), True))
    line = block("head-line", "head", f'<p class="line">{corpus_line(study)}</p>').html
    cited = line + "".join(html for _, _, html, _ in parts)
    gathered, numbers = evidence.gathered(study, cited, excerpt=excerpt)
    parts.append(("evidence", "Evidence", f'<div class="evidence">{gathered}</div>', True))
    html = _fill(title, study.topic.settings["question"], line, parts, (manifest or {}).get("pactline", ""))
    return slim(_LINK.sub(lambda link: f'{link[1]} data-n="{numbers[link[2]]}"', proved(audited(html), study, changes)))


def _fill(title: str, question: str, line: str, parts: Sequence[tuple[str, str, str, bool]], version: str) -> str:
    loader = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, keep_trailing_newline=True)
    script = (TEMPLATES / "page.js").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return loader.get_template("page.html.j2").render(
        long=sum(len(html) for *_, html, _ in parts) > LONG,
        title=Markup(escape(title)), question=Markup(escape(question)), corpus_line=Markup(line), version=version,
        style=Markup((TEMPLATES / "page.css").read_text(encoding="utf-8")), script=Markup(script), script_hash=digest,
        parts=[{"id": i, "title": heading, "html": Markup(html), "heading": shown} for i, heading, html, shown in parts],
    )  # fmt: skip
