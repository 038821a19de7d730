"""Numbers with their units, read by pactline's grammar, by quantulum3 and by Microsoft's recognizers-text-suite.

The sentences are those of the annotated oil pages that come with pactline (topics/venezuela_russia/gold): what a second
person read as value and unit there is what a reader has to find, one by one; what a reader finds outside of the annotated
words (a date, a price, a cargo) is held against none of them. Right is the value within a thousandth, of the right kind: a
flow, a volume, a mass, money or per cent.

recognizers-text-suite 1.0.2a2, the last release, does not import beside today's packages: it wants `emoji<2`. It is
therefore no dependency, and its rows are there only where it imports:

    uv pip install --target build/recognizers recognizers-text-suite "emoji<2"
    PYTHONPATH=build/recognizers python -m benchmarks

quantulum3 has English only. recognizers-text-suite has English, Spanish and Portuguese and no Russian, and knows barrels
and tonnes but no barrels a day. In favour of both, barrels that "a day" follows in the text count as a flow and a number
below one without a unit as a share; of a range either end or the middle is right.
"""

import json
import time
from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.resources import files
from typing import NamedTuple

from pactline.reading.numbers import money, numbers
from pactline.reading.oil_units import measured
from pactline.reading.oil_words import figure_words
from pactline.reading.plain import plain
from pactline.reading.sentences import sentences
from pactline.record.topic import load_topic

WORDS = figure_words(load_topic("venezuela-russia").commodity)
GOLD = files("pactline") / "topics" / "venezuela_russia" / "gold" / "practice_oil.jsonl"
UNITS = {"b/d": "flow", "bbl": "volume", "t": "mass", "t/y": "mass", "%": "percent"}
KINDS = {
    "percentage": "percent", "barrel": "volume", "tonne": "mass", "metric ton": "mass", "dollar": "money", "ruble": "money",
    "russian ruble": "money", "united states dollar": "money", "barrel per day": "flow", "ton": "mass",
}  # fmt: skip
DAILY = ("per day", "a day", "daily", "diarios", "diários", "por día", "por dia", "al día", "в сутки", "в день")
NEAR = 0.001


class Found(NamedTuple):
    """A value of a kind, and where it stands in its sentence."""

    value: float
    kind: str
    start: int
    end: int


class Told(NamedTuple):
    """A sentence and what is annotated in it: the values that are right, the kind, and the words' place."""

    language: str
    text: str
    figures: tuple[tuple[tuple[float, ...], str, int, int], ...]


Reader = Callable[[str, str], list[Found]]


def told() -> list[Told]:
    """The annotated sentences, each once, in the order of the pages."""
    cases = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    return [one for case in cases for one in _told(case["text"], case["lang"], case["oil"])]


def _told(text: str, language: str, rows: list[dict]) -> list[Told]:
    placed = [(text.find(row["quote"]), row) for row in rows]
    found = []
    for start, end in sentences(text, [(0, len(text))], language):
        inside = tuple(
            (_right(row), UNITS.get(row["unit"], "money"), at - start, at - start + len(row["quote"]))
            for at, row in placed
            if start <= at < end
        )
        if inside:
            found.append(Told(language, text[start:end], inside))
    return found


def _right(row: dict) -> tuple[float, ...]:
    low, high = row["value"], row["value_high"]
    return (low,) if high is None else (low, high, (low + high) / 2)


def ours(language: str, text: str) -> list[Found]:
    """Our reading of a sentence; numbers without a unit are left out, a fraction is a share."""
    folded, found, sums = plain(text), numbers(text, language), money(text, language)
    paid = {n.start: m for n in found for m in sums if m.start <= n.start < m.end}
    shares = [Found(n.value * 100, "percent", n.start, n.end) for n in found if n.kind == "fraction"]
    read = [measured(folded, number, paid, WORDS) for number in found if number.kind == "number"]
    units = [
        Found(m.value, "mass" if m.kind == "mass_year" else m.kind, m.number.start, m.end)
        for m in read
        if m is not None and m.kind != "bare"
    ]
    return shares + units


def theirs(language: str, text: str) -> list[Found]:
    """quantulum3's reading, its units named as ours; other numbers without a unit are left out."""
    from quantulum3 import parser

    found = []
    for quantity in parser.parse(text, lang="en_US"):
        (start, end), unit, value = quantity.span, quantity.unit.name, quantity.value
        kind = KINDS.get(unit, unit)
        if unit == "dimensionless":
            kind, value = "percent" if 0 < value < 1 else "", value * 100
        if kind:
            found.append(Found(value, _flowing(kind, text[end:]), start, end))
    return found


CULTURES = {"en": "English", "es": "Spanish", "pt": "Portuguese"}
STEMS = {"barr": "volume", "ton": "mass"}


def microsoft_installed() -> bool:
    """Whether recognizers-text-suite imports here."""
    try:
        import_module("recognizers_number_with_unit")
    except ImportError:
        return False
    return True


@cache
def _microsoft(culture: str) -> tuple:
    numbers_module, units_module = import_module("recognizers_number"), import_module("recognizers_number_with_unit")
    name = getattr(numbers_module.Culture, culture)
    units = units_module.NumberWithUnitRecognizer(name)
    return (
        units.get_dimension_model(),
        units.get_currency_model(),
        numbers_module.NumberRecognizer(name).get_percentage_model(),
    )


def microsofts(language: str, text: str) -> list[Found]:
    """recognizers-text-suite's reading, its units named as ours."""
    dimension, currency, percentage = _microsoft(CULTURES.get(language, "English"))
    found = []
    for model, kind in ((dimension, None), (currency, "money"), (percentage, "percent")):
        for result in model.parse(text):
            unit = kind or next((name for stem, name in STEMS.items() if stem in result.text.lower()), "other")
            value = _number((result.resolution or {}).get("value"))
            if value is not None:
                found.append(Found(value, _flowing(unit, text[result.end + 1 :]), result.start, result.end + 1))
    return found


def _flowing(kind: str, after: str) -> str:
    return "flow" if kind == "volume" and after.lstrip(" ,").startswith(DAILY) else kind


def _number(value: str | None) -> float | None:
    try:
        return float((value or "").rstrip("%").replace(",", "."))
    except ValueError:
        return None


def measure(name: str, read: Reader, texts: list[Told]) -> dict:
    """Precision, recall, F1 and time of one reader."""
    start = time.perf_counter()
    readings = [read(one.language, one.text) for one in texts]
    took = time.perf_counter() - start
    right = sum(matched(one, found) for one, found in zip(texts, readings, strict=True))
    gold = sum(len(one.figures) for one in texts)
    found = sum(sum(_annotated(one, f) for f in found) for one, found in zip(texts, readings, strict=True))
    return {
        "reader": name, "sentences": len(texts), "figures": gold, "found": found, "right": right,
        "precision": round(right / max(found, 1), 3), "recall": round(right / gold, 3),
        "F1": round(2 * right / (gold + found), 3), "ms a sentence": round(1000 * took / len(texts), 2),
    }  # fmt: skip


def matched(one: Told, found: list[Found]) -> int:
    """How many annotated figures of a sentence are among those found, each found one counted once."""
    left, right = list(found), 0
    for values, kind, start, end in one.figures:
        match = next(
            (
                f
                for f in left
                if f.kind == kind
                and f.start < end
                and start < f.end
                and any(abs(f.value - v) <= NEAR * v for v in values)
            ),
            None,
        )
        if match is not None:
            left.remove(match)
            right += 1
    return right


def _annotated(one: Told, found: Found) -> bool:
    """Whether what was found touches any annotated words."""
    return any(found.start < end and start < found.end for _, _, start, end in one.figures)


def run() -> list[dict]:
    """One row per reader and set of sentences."""
    texts = told()
    english = [one for one in texts if one.language == "en"]
    readers: dict[str, Reader] = {"pactline": ours, "quantulum3": theirs}
    if microsoft_installed():
        readers["recognizers-text-suite"] = microsofts
    for read in readers.values():
        read("en", "3 barrels")
    return [
        measure(f"{name}, {of}", read, chosen)
        for of, chosen in (("English", english), ("four languages", texts))
        for name, read in readers.items()
    ]
