"""What a chapter notebook needs beside its charts: the stylesheet inside JupyterLab, and the mark of its end."""

from __future__ import annotations

from typing import Any

from pactline.report.evidence import of_chapter
from pactline.report.markup import SENTINEL, TEMPLATES, Fragment


def look() -> Fragment:
    """The stylesheet of the page, so that charts and tables look the same in JupyterLab."""
    return Fragment(f"<style>{(TEMPLATES / 'page.css').read_text(encoding='utf-8')}</style>")


def evidence(study: Any, shown: Any) -> Fragment:
    """Every sentence behind what the notebook has shown (IPython's `Out`); the report prints it once for all chapters."""
    return Fragment(f"<!-- {SENTINEL} -->{of_chapter(study, shown).html}")
