"""The commodity whose figures a topic follows: its words, its units, and what its chapter counts in."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

FILE = "commodity.toml"
SHIPPED = Path(str(files("pactline"))) / "words" / "commodities"
DEFAULT = "oil"
Sections = dict[str, dict[str, str]]

STATE_COMPANIES = {"pdvsa": "VEN", "national iranian oil company": "IRN"}
"""Companies whose output is their state's: by the hydrocarbons law of 2001 PDVSA holds every Venezuelan field alone or with
the majority of a joint venture, and the National Iranian Oil Company holds every Iranian one, so their figures are set beside
the national series, and the note says so. Russia has none:
Rosneft makes two fifths of Russian output."""
_WORDS = ("units", "words", "measures", "other", "change", "by", "level", "from", "share", "subject", "sources")
_OWNERS = ("producers", "plants", "states")
_SETTINGS = ("name", "title", "spoken_of", "symbols", "scaled", "limits", "flows", "axis", "buyers")
_KINDS = ("flow", "volume", "volume_year", "mass", "mass_year")
_REQUIRED = ("name", "spoken_of", "symbols", "units", "flows", "axis")
LIMITS = {
    "largest_flow": 1e15, "largest_volume": 1e15, "smallest_flow": 0.0, "mega": 1e15, "bare_from": 1e15, "bare_to": 0.0,
    "daily_from": 0.0, "daily_below": 0.0, "volume_from": 0.0,
}  # fmt: skip
"""Limits a word list may leave out, as if it had none; see words/commodities/oil.toml for what each says."""


@dataclass(frozen=True, eq=False)
class Commodity:
    """One commodity, as its word list says.

    words       section -> key -> alternatives of a regular expression, those of words/figures.toml included
    spoken_of   a regular expression: a sentence that it finds speaks of the commodity
    symbols     kind of unit (flow, volume, volume_year, mass, mass_year) -> the unit of the table
    scaled      key of words["units"] -> (kind, how many of the kind's symbol one of them is)
    flows       unit of the table -> how much of the chapter's unit, the first one, it is
    owners      (name, ISO3, regular expression, `company`, `plant` or `state`): who may own a figure besides the topic's actors
    buyers      ISO3 of countries that buy more of it than they sell
    axis        label of the chapter's axis and the scale its numbers are divided by
    """

    name: str
    title: str
    words: Sections
    spoken_of: str
    symbols: Mapping[str, str]
    scaled: Mapping[str, tuple[str, float]]
    flows: Mapping[str, float]
    owners: tuple[tuple[str, str, str, str], ...]
    axis_label: str
    axis_scale: float
    limits: Mapping[str, float] = field(default_factory=dict)
    buyers: frozenset[str] = frozenset()

    def symbol(self, kind: str) -> str:
        """The table's unit for a kind; a volume a year without a symbol of its own is a volume."""
        return self.symbols.get(kind) or self.symbols[kind.removesuffix("_year")]

    def limit(self, name: str) -> float:
        """A limit of plausibility, in the unit of the kind it is for."""
        return self.limits.get(name, LIMITS[name])


def load_commodity(folder: Path, name: str = DEFAULT) -> Commodity:
    """The topic's own word list, else the shipped one of that name.

    raises  ValueError listing every fault, OSError where there is no such list
    """
    path = commodity_file(folder, name)
    given = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    if faults := commodity_faults(given):
        raise ValueError("; ".join(faults))
    return _made(given)


def commodity_file(folder: Path, name: str) -> Path:
    """Where the words of a topic's commodity stand."""
    own = folder / FILE
    return own if own.exists() else SHIPPED / f"{name}.toml"


def shipped_commodities() -> list[str]:
    """Names of the word lists that come with pactline."""
    return sorted(path.stem for path in SHIPPED.glob("*.toml"))


def topic_commodity_faults(folder: Path, name: str) -> list[str]:
    """What is wrong with the commodity a topic names, for its list of faults."""
    path = commodity_file(folder, name)
    if not path.exists():
        return [f"topic.toml: there is no word list {name}: use {', '.join(shipped_commodities())}, or add {FILE}"]
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return [f"{path.name}: cannot be read: {error}"]
    return [f"{path.name}: {fault}" for fault in commodity_faults(given)]


def commodity_faults(given: Mapping[str, Any]) -> list[str]:
    """Faults of a word list: keys that are missing or unknown, units without a symbol, words that are no pattern."""
    faults = [f"missing {key}" for key in _REQUIRED if not given.get(key)]
    faults += [f"there is no section {key}" for key in given if key not in (*_SETTINGS, *_WORDS, *_OWNERS)]
    if faults:
        return faults
    faults += [f"symbols.{kind}: use {', '.join(_KINDS)}" for kind in given["symbols"] if kind not in _KINDS]
    faults += [
        f"units.{k}: no symbol for it"
        for k in ("flow", "volume", "mass")
        if k in given["units"] and k not in given["symbols"]
    ]
    faults += [f"limits.{name} is not used" for name in given.get("limits", {}) if name not in LIMITS]
    for key, (kind, _) in given.get("scaled", {}).items():
        if kind.removesuffix("_year") not in given["symbols"] and kind not in given["symbols"]:
            faults.append(f"scaled.{key}: no symbol for {kind}")
        if key not in given["units"] and key != "per_day":
            faults.append(f"scaled.{key}: no words in units")
    patterns = {f"{s}.{k}": v for s in _WORDS for k, v in given.get(s, {}).items()} | {"spoken_of": given["spoken_of"]}
    patterns |= {f"{s}.{k}": v[4:] for s in _OWNERS for k, v in given.get(s, {}).items()}
    return faults + [f"{name}: no regular expression: {why}" for name, v in patterns.items() if (why := _unfit(v))]


def _unfit(pattern: Any) -> str | None:
    if not isinstance(pattern, str) or not pattern:
        return "empty"
    try:
        matched = re.compile(pattern).match("")
    except re.error as error:
        return str(error)
    return "it finds nothing at all, everywhere" if matched else None


def _made(given: Mapping[str, Any]) -> Commodity:
    shared = tomllib.loads((SHIPPED.parent / "figures.toml").read_text(encoding="utf-8"))
    words: Sections = {section: dict(entries) for section, entries in shared.items()}
    for section in _WORDS:
        for key, alternatives in given.get(section, {}).items():
            known = words.setdefault(section, {}).get(key)
            words[section][key] = f"{alternatives}|{known}" if known else alternatives
    return Commodity(
        given["name"], given.get("title", given["name"].capitalize()), words, given["spoken_of"], given["symbols"],
        {key: (kind, float(factor)) for key, (kind, factor) in given.get("scaled", {}).items()},
        {unit: float(factor) for unit, factor in given["flows"].items()},
        tuple(_owners(given)), given["axis"]["label"], float(given["axis"]["scale"]), given.get("limits", {}),
        frozenset(given.get("buyers", ())),
    )  # fmt: skip


def _owners(given: Mapping[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    for section, kind in zip(_OWNERS, ("company", "plant", "state"), strict=True):
        for name, told in given.get(section, {}).items():
            country, _, pattern = told.partition(" ")
            yield name, country, pattern, kind
