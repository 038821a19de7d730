"""make bench: run every bench_*.py and write benchmarks/RESULTS.md."""

import platform
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
    parts = ["# Measurements", f"Machine: {machine}. " + ", ".join(f"{n} {version(n)}" for n in LIBRARIES) + "."]
    for path in sorted(HERE.glob("bench_*.py")):
        module = import_module(f"benchmarks.{path.stem}")
        print(f"{path.stem} ...", flush=True)
        parts += [f"## {(module.__doc__ or path.stem).strip().splitlines()[0]}", table(module.run())]
    text = "\n\n".join(parts) + "\n"
    (HERE / "RESULTS.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
