"""Numbers with their units, read by pactline's grammar, by quantulum3 and by Microsoft's recognizers-text-suite.

F1 and time on the same sentences. recognizers-text-suite 1.0.2a2, the last release, does not import beside today's
packages: it wants `emoji<2`. It is therefore no dependency, and its rows are there only where it imports:

    uv pip install --target build/recognizers recognizers-text-suite "emoji<2"
    PYTHONPATH=build/recognizers python -m benchmarks

quantulum3 has English only. recognizers-text-suite has English, Spanish and Portuguese and no Russian, and knows barrels
and tonnes but no barrels a day: barrels that "a day" follows in the text are counted as a flow in its favour.
"""

import time
from functools import cache
from importlib import import_module

from pactline.reading.numbers import money, numbers
from pactline.reading.oil_units import measured
from pactline.reading.oil_words import figure_words
from pactline.reading.plain import plain
from pactline.record.topic import load_topic

WORDS = figure_words(load_topic("venezuela-russia").commodity)

SENTENCES = [
    (
        "en",
        "Output fell by 82,000 barrels per day to 1.745 million barrels per day.",
        [(82000, "flow"), (1745000, "flow")],
    ),
    ("en", "Exports reached 423,000 bpd in May.", [(423000, "flow")]),
    ("en", "The country pumped 3.2 mb/d.", [(3200000, "flow")]),
    ("en", "Oil brings 95% of income.", [(95, "percent")]),
    ("en", "They earn around $67 million monthly.", [(67e6, "money")]),
    ("en", "Reserves stand at 303 billion barrels.", [(303e9, "volume")]),
    ("en", "Russia made 520 million tonnes of oil.", [(520e6, "mass")]),
    ("en", "They sold 24 Su-30 and S-300 systems for $2.2 billion.", [(2.2e9, "money")]),
    ("es", "El país produjo 918.000 barriles diarios.", [(918000, "flow")]),
    ("es", "Extrajo un millón 47 mil barriles diarios.", [(1047000, "flow")]),
    ("es", "Cayó 2,87% hasta 1,434 millones de bpd.", [(2.87, "percent"), (1434000, "flow")]),
    ("es", "Un crédito de $3.000 millones.", [(3e9, "money")]),
    ("pt", "Produziu 2,072 milhões de barris por dia.", [(2072000, "flow")]),
    ("pt", "Vai pagar US$ 1,1 bilhão.", [(1.1e9, "money")]),
    ("ru", "Добыча составила 1 105 000 баррелей в сутки.", [(1105000, "flow")]),
    ("ru", "Экспорт упал на 700 тыс. б/с.", [(700000, "flow")]),
    ("ru", "Кредит на 4 трлн 836 млрд рублей.", [(4.836e12, "money")]),
    ("en", "OPEC raised its ceiling by 1.5 million to 24.5 million barrels a day.", [(24.5e6, "flow")]),
    ("en", "Imports averaged 745 kb/d, a 12.5 per cent rise.", [(745000, "flow"), (12.5, "percent")]),
    ("en", "The 1-million-bpd mark was passed in 2025.", [(1e6, "flow")]),
    ("en", "Amuay ran at 41% of its 310,000 bpd.", [(41, "percent"), (310000, "flow")]),
    ("en", "The field holds two and a half billion barrels.", [(2.5e9, "volume")]),
    ("en", "Sales brought in $636.1 million between January and March.", [(636.1e6, "money")]),
    ("en", "The ministry counted 16 million litres of oil a day.", [(16e6 * 0.00628981, "flow")]),
    ("es", "Sumó 6 mil 300 millones de dólares, 6 por ciento más.", [(6.3e9, "money"), (6, "percent")]),
    ("es", "Bombeó un millón veinticinco mil barriles diarios.", [(1025000, "flow")]),
    ("es", "Las reservas suman 303.000 millones de barriles.", [(303e9, "volume")]),
    ("pt", "As exportações renderam R$ 42,5 bilhões.", [(42.5e9, "money")]),
    ("pt", "Foram 3,59 milhões de barris por dia, alta de 17%.", [(3590000, "flow"), (17, "percent")]),
    ("ru", "Добыча выросла на 1,2% и составила 43,78 млн тонн.", [(1.2, "percent"), (43.78e6, "mass")]),
    ("ru", "Запасы оцениваются более чем в 53 млрд баррелей.", [(53e9, "volume")]),
    ("ru", "Выручка превысила 3,2 трлн рублей.", [(3.2e12, "money")]),
]
KINDS = {
    "percentage": "percent", "barrel": "volume", "tonne": "mass", "metric ton": "mass", "dollar": "money", "ruble": "money",
    "russian ruble": "money", "united states dollar": "money", "barrel per day": "flow", "ton": "mass",
}  # fmt: skip


def ours(language: str, text: str) -> list[tuple[float, str]]:
    """Our reading of a sentence; numbers without a unit are left out."""
    folded, found, sums = plain(text), numbers(text, language), money(text, language)
    paid = {n.start: m for n in found for m in sums if m.start <= n.start < m.end}
    read = [measured(folded, number, paid, WORDS) for number in found]
    return [(m.value, m.kind) for m in read if m is not None and m.kind != "bare"]


def theirs(language: str, text: str) -> list[tuple[float, str]]:
    """quantulum3's reading, its units named as ours; dimensionless numbers are left out."""
    from quantulum3 import parser

    return [
        (q.value, KINDS.get(q.unit.name, q.unit.name))
        for q in parser.parse(text, lang="en_US")
        if q.unit.name != "dimensionless"
    ]


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


def microsofts(language: str, text: str) -> list[tuple[float, str]]:
    """recognizers-text-suite's reading, its units named as ours; a barrel followed by "a day" in the text is a flow."""
    dimension, currency, percentage = _microsoft(CULTURES.get(language, "English"))
    found = []
    for model, kind in ((dimension, None), (currency, "money"), (percentage, "percent")):
        for result in model.parse(text):
            unit = kind or next((name for stem, name in STEMS.items() if stem in result.text.lower()), "other")
            daily = unit == "volume" and _per_day(text[result.end + 1 :])
            value = _number(result.resolution.get("value"))
            if value is not None:
                found.append((value, "flow" if daily else unit))
    return found


def _per_day(after: str) -> bool:
    return after.lstrip().startswith(("per day", "a day", "diarios", "por dia", "в сутки"))


def _number(value: str | None) -> float | None:
    try:
        return float((value or "").rstrip("%").replace(",", "."))
    except ValueError:
        return None


def measure(name: str, read, sentences) -> dict:
    """F1 and time of one reader."""
    right = gold = told = 0
    start = time.perf_counter()
    for language, text, expected in sentences:
        found = read(language, text)
        left = list(found)
        for value, kind in expected:
            match = next((f for f in left if f[1] == kind and abs(f[0] - value) <= 0.001 * value), None)
            right += match is not None
            if match is not None:
                left.remove(match)
        gold, told = gold + len(expected), told + len(found)
    took = time.perf_counter() - start
    f1 = 2 * right / (gold + told) if gold + told else 0.0
    return {"reader": name, "sentences": len(sentences), "right": right, "of": gold, "found": told, "F1": round(f1, 3),
            "ms a sentence": round(1000 * took / len(sentences), 2)}  # fmt: skip


def run() -> list[dict]:
    """One row per reader and set of sentences."""
    english = [s for s in SENTENCES if s[0] == "en"]
    readers = {"pactline": ours, "quantulum3": theirs}
    if microsoft_installed():
        readers["recognizers-text-suite"] = microsofts
    for read in readers.values():
        read("en", "3 barrels")
    return [
        measure(f"{name}, {of}", read, sentences)
        for of, sentences in (("English", english), ("four languages", SENTENCES))
        for name, read in readers.items()
    ]
