"""python -m soak WHAT: one of the long runs, or all; results go to soak/results.json, and docs/reliability.md is made from them."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from typing import Any

from soak import page


def kills(options: argparse.Namespace) -> Mapping[str, Any]:
    """kill -9 at random moments."""
    from soak import kills

    return kills.run(options.number, page=not options.tables)


def faults(options: argparse.Namespace) -> Mapping[str, Any]:
    """Every call to the disk fails in turn."""
    from soak import faults

    return faults.run(step=options.step)


def fuzz(options: argparse.Namespace) -> Mapping[str, Any]:
    """Coverage-guided fuzzing, the time shared among the targets."""
    from soak import fuzz

    names = [options.target] if options.target else list(fuzz.SHARE)
    whole = sum(fuzz.SHARE[name] for name in names)
    runs = [fuzz.run(name, max(1, options.seconds * fuzz.SHARE[name] // whole)) for name in names]
    return {"targets": runs, "violations": [f"{r['target']}: {name}" for r in runs for name in r["findings"]]}


def catalogue(_: argparse.Namespace) -> Mapping[str, Any]:
    """All inputs of the tests of hostile inputs as one corpus."""
    from soak import catalogue

    return catalogue.run()


def size(options: argparse.Namespace) -> Mapping[str, Any]:
    """The longest text and the largest corpus."""
    from soak import size

    return size.run(options.articles, options.megabytes)


def reading(options: argparse.Namespace) -> Mapping[str, Any]:
    """A packed archive and a folder of many files, as far as articles."""
    from soak import reading

    return reading.run(options.packed, options.files)


RUNS: dict[str, Callable[[argparse.Namespace], Mapping[str, Any]]] = {
    "kills": kills, "faults": faults, "fuzz": fuzz, "catalogue": catalogue, "size": size,
    "reading": reading,
}  # fmt: skip


def main() -> int:
    """Run, record, write the page; 1 where a promise was broken."""
    options = _options()
    found = RUNS[options.what](options) if options.what != "page" else {}
    if found and not options.no_record:
        page.record(options.what, " ".join(sys.argv[1:]), found)
    if not options.no_record:
        page.write()
    sys.stdout.write(json.dumps(found) + "\n")
    return int(bool(page.broken(found)))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m soak", description=__doc__)
    parser.add_argument("what", choices=[*RUNS, "page"])
    parser.add_argument("--number", type=int, default=300, help="kills")
    parser.add_argument("--tables", action="store_true", help="kills: build tables alone, no page")
    parser.add_argument("--step", type=int, default=1, help="faults: every so manieth call")
    parser.add_argument("--seconds", type=int, default=600, help="fuzz: in all")
    parser.add_argument("--target", help="fuzz: one target alone")
    parser.add_argument("--articles", type=int, default=1_000_000, help="size: articles of the corpus")
    parser.add_argument("--megabytes", type=int, default=19, help="size: megabytes of the longest text")
    parser.add_argument("--packed", type=int, default=100_000, help="reading: articles of the packed archive")
    parser.add_argument("--files", type=int, default=20_000, help="reading: files of the folder")
    parser.add_argument("--no-record", action="store_true", help="print what was found and keep nothing")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
