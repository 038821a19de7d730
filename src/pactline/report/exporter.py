"""An executed notebook as a piece of the page: our own fragments as they are, anything else as plain text."""

from __future__ import annotations

import re
from typing import Any

from nbconvert.exporters.templateexporter import TemplateExporter
from nbconvert.filters.markdown_mistune import markdown2html_mistune
from traitlets import default

from pactline.report.markup import MIME, TEMPLATES, escape

HIDDEN = frozenset({"parameters", "injected-parameters", "lab-only"})
_HEADING = re.compile(r"<(/?)h([1-5])\b[^>]*>")


class ChapterExporter(TemplateExporter):
    """nbconvert's machinery with our template and without its second parse of the page."""

    file_extension = ".html"
    template_file = "chapter.html.j2"

    def _template_file_default(self) -> str:
        return "chapter.html.j2"

    @default("template_paths")
    def _our_folder(self) -> list[str]:
        return [str(TEMPLATES)]

    def default_filters(self) -> Any:
        yield from super().default_filters()
        yield ("own_markdown", markdown)
        yield ("escape_text", escape)


def chapter(notebook: Any) -> str:
    """HTML of a notebook: prose, outputs, and its code behind closed details."""
    exporter = ChapterExporter()
    html, _ = exporter.from_notebook_node(notebook, resources={"mime": MIME, "hidden": HIDDEN})
    return str(html)


def markdown(source: str) -> str:
    """Prose written by the authors of the notebooks (never data); headings one step down, the page has the first."""
    html = str(markdown2html_mistune(source))
    html = re.sub(r'<a class="anchor-link"[^>]*>[^<]*</a>', "", html)
    return _HEADING.sub(lambda m: f"<{m[1]}h{int(m[2]) + 1}>", html)
