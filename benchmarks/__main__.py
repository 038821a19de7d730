"""make bench: run every bench_*.py and write benchmarks/RESULTS.md, row by row; `python -m benchmarks scan scale` runs these."""

import os
import platform
import sys
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).parent
LIBRARIES = ("pactline", "spacy", "pandas", "pyarrow", "duckdb", "ahocorasick_rs")


def table(rows: list[dict]) -> str:
    """Rows as a Markdown table; columns in the order of the first row."""
    names = list(rows[0])
    lines = [names, ["---"] * len(names), *([str(row.get(n, "")) for n in names] for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def main() -> None:
    """Run, print and write."""
    machine = f"{platform.processor() or platform.machine()}, Python {platform.python_version()}"
    load = f"{os.cpu_count()} cores, {os.getloadavg()[0]:.1f} processes at work as it began"
    head = f"# Measurements\n\nMachine: {machine}, {load}. " + ", ".join(f"{n} {version(n)}" for n in LIBRARIES) + "."
    chosen = [name for name in sys.argv[1:] if not name.startswith("-") and not name.isdigit()]
    parts = _parts()
    for path in sorted(HERE.glob("bench_*.py")):
        module = import_module(f"benchmarks.{path.stem}")
        title = (module.__doc__ or path.stem).strip().splitlines()[0]
        measured = parts.pop(title, "")
        if not chosen or path.stem.removeprefix("bench_") in chosen:
            print(f"{path.stem} ...", flush=True)
            rows: list[dict[str, str]] = []
            for row in module.run():
                rows.append(row)
                measured = table(rows)
                _write(head, {**parts, title: measured})
        parts[title] = measured or "not measured yet"
    _write(head, parts)


def _write(head: str, parts: dict[str, str]) -> None:
    text = "\n\n".join([head, *(f"## {title}\n\n{body}" for title, body in parts.items())]) + "\n"
    (HERE / "RESULTS.md").write_text(text, encoding="utf-8")


def _parts() -> dict[str, str]:
    """What was measured before, by its title."""
    path = HERE / "RESULTS.md"
    sections = path.read_text(encoding="utf-8").split("\n## ")[1:] if path.exists() else []
    return {title: body.strip() for title, _, body in (section.partition("\n") for section in sections)}


if __name__ == "__main__":
    main()
