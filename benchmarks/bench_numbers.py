"""Numbers with their units, read by pactline's grammar and by quantulum3: F1 and time on the same sentences."""

import time

from pactline.reading.numbers import money, numbers
from pactline.reading.oil_units import measured
from pactline.reading.plain import plain

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
    ("en", "Reserves stand at 303 billion barrels.", [(303e9, "barrels")]),
    ("en", "Russia made 520 million tonnes of oil.", [(520e6, "tonnes")]),
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
]
KINDS = {
    "percentage": "percent", "barrel": "barrels", "tonne": "tonnes", "metric ton": "tonnes", "dollar": "money", "ruble": "money",
    "russian ruble": "money", "united states dollar": "money", "barrel per day": "flow", "ton": "tonnes",
}  # fmt: skip


def ours(language: str, text: str) -> list[tuple[float, str]]:
    """Our reading of a sentence; numbers without a unit are left out."""
    folded, found, sums = plain(text), numbers(text, language), money(text, language)
    paid = {n.start: m for n in found for m in sums if m.start <= n.start < m.end}
    read = [measured(folded, number, paid) for number in found]
    return [(m.value, m.kind) for m in read if m is not None and m.kind != "bare"]


def theirs(language: str, text: str) -> list[tuple[float, str]]:
    """quantulum3's reading, its units named as ours; dimensionless numbers are left out."""
    from quantulum3 import parser

    return [
        (q.value, KINDS.get(q.unit.name, q.unit.name))
        for q in parser.parse(text, lang="en_US")
        if q.unit.name != "dimensionless"
    ]


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
    for read in (ours, theirs):
        read("en", "3 barrels")
    return [
        measure("pactline, English", ours, english),
        measure("quantulum3, English", theirs, english),
        measure("pactline, four languages", ours, SENTENCES),
        measure("quantulum3 (English only), four languages", theirs, SENTENCES),
    ]
