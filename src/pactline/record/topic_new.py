"""A new topic: a folder of commented files that works at once, to be filled by hand."""

from __future__ import annotations

import csv
import io
import os
import re
import tempfile
import unicodedata
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from pactline.record.countries import COUNTRY_CODES, country_names
from pactline.record.topic import TOPICS, TopicError, shipped_names
from pactline.record.topic_tables import read_rows, rows_of

STARTER = Path(str(files("pactline"))) / "record" / "starter"
EXAMPLE_PAIR = ("VEN", "RUS")
"""The pair of the first topic: stands in a new one whose name tells no countries, until the user sets another."""
EVERYWHERE = (
    "united-states",
    "china",
    "european-union",
    "nato",
    "united-nations",
    "opec",
    "international-energy-agency",
)
"""Actors that news of most pairs of countries name."""


def new_topic(name: str, folder: Path, pair: Sequence[str] | None = None) -> tuple[str, str]:
    """Write a topic's folder, all of it or nothing; returns the pair that it is about.

    name    such as `iran-russia`; countries named in it are the pair
    folder  the folder to make; it must not exist, or be empty
    pair    two ISO 3166-1 alpha-3 codes, where the name does not tell them
    raises  TopicError for a name or pair that cannot be, or a folder that holds something; OSError
    """
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", name):
        raise TopicError(f"{name!r} is no name for a topic: use small letters, digits and hyphens, as iran-russia")
    if name in shipped_names():
        raise TopicError(f"the topic {name} ships with pactline: choose another name")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise TopicError(f"{folder} exists already: choose another name or folder, nothing was written")
    first, second = _checked(pair or pair_of(name) or EXAMPLE_PAIR)
    names = country_names()
    words = {
        "NAME": name, "TITLE": f"{names[first]} and {names[second]}", "FIRST": first, "SECOND": second,
        "SUBJECT": names[first], "FOLDER": str(folder),
    }  # fmt: skip
    texts = {path.relative_to(STARTER): path.read_text(encoding="utf-8") for path in sorted(STARTER.rglob("*.*"))}
    filled = {path: re.sub("@([A-Z]+)@", lambda m: words[m[1]], text) for path, text in texts.items()}
    filled[Path("actors.csv")] += _actors(first, second, filled[Path("actors.csv")])
    _write(folder, filled)
    return first, second


def pair_of(name: str) -> tuple[str, str] | None:
    """The two countries a topic's name tells, or None.

    >>> pair_of("iran-russia"), pair_of("north-korea-russia"), pair_of("gas")
    (('IRN', 'RUS'), ('PRK', 'RUS'), None)
    """
    codes = {_plain(country): code for code, country in country_names().items()}
    parts = name.split("-")
    for cut in range(1, len(parts)):
        sides = (codes.get(" ".join(parts[:cut])), codes.get(" ".join(parts[cut:])))
        if sides[0] and sides[1] and sides[0] != sides[1]:
            return sides[0], sides[1]
    return None


def _plain(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return " ".join(re.findall("[a-z0-9]+", folded))


def _checked(pair: Sequence[str]) -> tuple[str, str]:
    codes = [code.strip().upper() for code in pair]
    if len(codes) != 2 or codes[0] == codes[1] or not set(codes) <= COUNTRY_CODES:
        raise TopicError(
            f"the pair is {' '.join(pair)!r}: name two countries by their ISO 3166-1 alpha-3 codes, as IRN RUS"
        )
    return codes[0], codes[1]


def _actors(first: str, second: str, starter: str) -> str:
    """Rows of the pair's states and of those that are named everywhere, from the topics that ship."""
    header = next(cells for _, cells in rows_of(starter))
    known = {row["id"]: row for path in sorted(TOPICS.glob("*/actors.csv")) for row in read_rows(path)}
    states = {row["country_iso3"]: row for row in reversed(known.values()) if row["type"] == "state"}
    chosen = [states.get(code) or _state(code) for code in (first, second)]
    chosen += [known[i] for i in EVERYWHERE if i in known and known[i] not in chosen]
    out = io.StringIO()
    csv.DictWriter(out, header, restval="", extrasaction="ignore", lineterminator="\n").writerows(chosen)
    return out.getvalue()


def _state(code: str) -> dict[str, str]:
    name = country_names()[code]
    return {"id": _plain(name).replace(" ", "-"), "canonical_name": name, "type": "state", "country_iso3": code}


def _write(folder: Path, texts: dict[Path, str]) -> None:
    """Write beside and rename, so that half a topic is never seen."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as beside:
        made = Path(beside) / "topic"
        for path, text in texts.items():
            (made / path).parent.mkdir(parents=True, exist_ok=True)
            (made / path).write_text(text, encoding="utf-8")
        os.replace(made, folder)
