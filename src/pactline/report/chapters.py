"""What a chapter notebook needs beside its charts: the stylesheet inside JupyterLab, and the mark of its end."""

from __future__ import annotations

import threading
from typing import Any

from pactline.report.evidence import of_chapter
from pactline.report.markup import SENTINEL, TEMPLATES, Fragment


def look() -> Fragment:
    """The stylesheet of the page, so that charts and tables look the same in JupyterLab."""
    return Fragment(f"<style>{(TEMPLATES / 'page.css').read_text(encoding='utf-8')}</style>")


def evidence(study: Any, shown: Any) -> Fragment:
    """Every sentence behind what the notebook has shown (IPython's `Out`); the report prints it once for all chapters."""
    return Fragment(f"{ended()}{of_chapter(study, shown).html}")


def ended() -> str:
    """The mark of a chapter's end.

    raises  RuntimeError while a thread of the chapter still runs: what it prints would land in another cell
    """
    left = [t.name for t in threading.enumerate() if not t.daemon and t is not threading.main_thread()]
    if left:
        raise RuntimeError(
            f"threads still run at the end of the chapter ({', '.join(left)}); wait for them in their cell"
        )
    return f"<!-- {SENTINEL} -->"
