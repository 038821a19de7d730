"""The largest archive in one packed file and in a folder of single files: read into articles, with the memory that took."""

from __future__ import annotations

import gzip
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.articles import article
from soak.measured import Measured, measured

MOST_BYTES = 600_000_000
"""Memory in which either must be read."""

READ = (
    "import sys; from collections import Counter; from pathlib import Path;"
    "from pactline.corpus.articles import to_article; from pactline.corpus.readers import documents;"
    "from pactline.record.topic import load_topic; events = load_topic('venezuela-russia').events;"
    "found = Counter(to_article(one, str(n), events=events).status for n, one in enumerate(documents(Path(sys.argv[1]))));"
    "print(found['read'])"
)


def run(articles: int, files: int) -> dict[str, Any]:
    """Read so many articles of a .jsonl.gz and so many .txt files of a folder, in a process each."""
    with tempfile.TemporaryDirectory(prefix="pactline-soak-") as folder:
        packed, single = Path(folder, "news.jsonl.gz"), Path(folder, "files")
        with gzip.open(packed, "wt", encoding="utf-8", compresslevel=3) as file:
            file.writelines(json.dumps(article(n, "five-percent")) + "\n" for n in range(articles))
        for n in range(files):
            one = article(n, "five-percent", edition=1)
            path = single / f"{n % 100:02d}" / f"{one['id']}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{one['outlet']}\n{one['published']}\n\n{one['text']}", encoding="utf-8")
        of_file, of_folder = (_read(path) for path in (packed, single))
    wanted = (("packed file", of_file, articles), ("folder", of_folder, files))
    violations = [f"{name}: {m.said[-200:]}" for name, m, n in wanted if m.code or m.said.strip() != str(n)]
    violations += [f"{name} took {m.peak / 1e6:.0f} MB" for name, m, _ in wanted if m.peak > MOST_BYTES]
    return {
        "articles": articles, "seconds": round(of_file.seconds), "memory": round(of_file.peak / 1e6),
        "files": files, "files_seconds": round(of_folder.seconds), "files_memory": round(of_folder.peak / 1e6),
        "violations": violations,
    }  # fmt: skip


def _read(corpus: Path) -> Measured:
    return measured([sys.executable, "-c", READ, str(corpus)])
