"""Every way the four languages write an oil unit, and what is none."""

import csv
from pathlib import Path

import pytest

from pactline.reading.numbers import money, numbers
from pactline.reading.oil_units import measured
from pactline.reading.oil_words import figure_words
from pactline.reading.plain import plain
from pactline.record.topic import load_topic

with (Path(__file__).parent / "oil_units.csv").open(encoding="utf-8") as file:
    UNITS = list(csv.DictReader(file))

WORDS = figure_words(load_topic("venezuela-russia").commodity)


def unit_of(text, language):
    number, sums = numbers(text, language)[0], money(text, language)
    return measured(plain(text), number, {number.start: sums[0]} if sums else {}, WORDS)


@pytest.mark.parametrize("row", UNITS, ids=[f"{r['language']}-{r['number']}-{r['unit']}" for r in UNITS])
def test_units(row):
    found = unit_of(f"{row['number']} {row['unit']} in", row["language"])
    assert (found.kind, found.value) == (row["kind"], pytest.approx(float(row["value"])))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("250 barrows per day", "en", id="typo"), pytest.param("3 mtv channels", "en", id="mt-in-a-word"),
        pytest.param("40 kte", "en", id="kt-in-a-word"), pytest.param("5 m behind", "en", id="metres"),
        pytest.param("2,5 litros por cabeza", "es", id="litres"), pytest.param("3 km", "en", id="kilometres"),
    ],
)  # fmt: skip
def test_no_unit_of_oil(text, language):
    assert unit_of(text, language).kind == "bare"


@pytest.mark.parametrize("text", ["$3 million barrels", "$2.5 mmbbl", "$2 mb/d"])
def test_a_sum_before_barrels_is_neither(text):
    assert unit_of(text, "en") is None
