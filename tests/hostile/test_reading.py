"""Texts that have misled or stalled an extractor, read end to end: HOSTILE cases 13-21 and 25-28."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pandas as pd
import pytest

from pactline import open_study
from pactline.study import Study

DEAL = "Russia delivered 24 Su-30 fighters to Venezuela."
FIGURE = "Venezuela produced {} barrels of oil per day in 2019, OPEC said on Tuesday."
NOISE = "Production in Venezuela rose, the ministry said {} and went on to speak of oil."


def read(folder: Path, texts: dict[str, str]) -> Study:
    corpus = folder / "corpus"
    corpus.mkdir()
    for name, text in texts.items():
        (corpus / f"{name}.txt").write_bytes(text.encode())
    return open_study(corpus)


def held_to_its_source(study: Study) -> Study:
    """Every quote and surface of every table stands at its offsets."""
    for name, words in (("mentions", "surface"), ("deals", "quote"), ("oil", "quote"), ("near_misses", "quote")):
        for row in study.tables[name].to_dict("records"):
            assert study.texts[row["article_id"]][row["start"] : row["end"]] == row[words], (name, row)
    return study


def inside(text: str, mark: str) -> str:
    """The text with a mark inside every word of letters longer than three."""
    return " ".join(w[:2] + mark + w[2:] if w.isalpha() and len(w) > 3 else w for w in text.split(" "))


ODD = [
    pytest.param(inside(DEAL, "\u200b"), id="13-zero-width-space"),
    pytest.param(inside(DEAL, "\u00ad"), id="13-soft-hyphen"),
    pytest.param(inside(DEAL, "\u2060"), id="13-word-joiner"),
    pytest.param(inside(DEAL, "\u200d\u200c\ufeff"), id="13-three-joiners"),
    pytest.param("\u202e" + DEAL + "\u202c", id="14-bidi-override"),
    pytest.param(DEAL.replace("Venezuela", "\u2067Venezuela\u2069"), id="14-bidi-isolate"),
    pytest.param(DEAL.replace("a", "\u0430").replace("e", "\u0435").replace("24", "24"), id="15-cyrillic-look-alikes"),
    pytest.param(DEAL.replace("o", "\u03bf"), id="15-greek-look-alike"),
    pytest.param(DEAL.replace("24 Su-30", "24\u00a0Su\u201130"), id="16-no-break-space-and-hyphen"),
    pytest.param(DEAL.replace("24", "\uff12\uff14"), id="17-full-width-digits"),
    pytest.param("\u0130\u0130\u0130 \u0130stanbul. " + DEAL, id="21-letter-that-grows"),
]


@pytest.mark.parametrize("case", [p.id for p in ODD])
def test_what_a_reader_sees_is_read(catalogue: Study, case: str) -> None:
    (deal,) = of(catalogue.deals, case)
    assert (deal["supplier"], deal["recipient"]) == (["RUS"], ["VEN"])
    assert [(item["name"], item["quantity"]) for item in deal["items"]] == [("Su-30", 24)]


@pytest.mark.parametrize("case", [p.id for p in ODD if p.id.startswith("15")])
def test_letters_that_pass_for_others_are_flagged(catalogue: Study, case: str) -> None:
    (article,) = of(catalogue.offered, case)
    assert article["status"] == "read"
    assert str(article["problem"]).startswith("suspicious: letters of two alphabets in")
    assert catalogue.load_report.noted["suspicious"] == 2


def test_composed_and_decomposed_twins_say_the_same(tmp_path: Path) -> None:
    text = "Nicolás Maduro anunció que Rusia entregó 24 cazas a Venezuela."
    study = read(tmp_path, {form: unicodedata.normalize(form.upper(), text) for form in ("nfc", "nfd")})
    held_to_its_source(study)
    said = study.mentions.groupby("article_id")["actor_id"].agg(list)
    assert said["nfc"] == said["nfd"]
    assert len(said["nfc"]) == 3


VALUES = [
    pytest.param("3\u00a0500\u00a0000", 3_500_000, id="16-no-break-space"),
    pytest.param("3\u202f500\u202f000", 3_500_000, id="16-narrow-no-break-space"),
    pytest.param("3\u2009500\u2009000", 3_500_000, id="16-thin-space"),
    pytest.param("\uff13\uff15\uff10\uff10\uff10\uff10", 350_000, id="17-full-width"),
    pytest.param("٣٥٠٠٠٠", 350_000, id="17-arabic-indic"),
    pytest.param("7\u200b42,000", 742_000, id="13-zero-width-in-a-number"),
    pytest.param("742\u00ad,000", 742_000, id="13-soft-hyphen-in-a-number"),
    pytest.param("²", None, id="18-superscript"),
    pytest.param("2.5² million", None, id="18-power"),
    pytest.param("9" * 400, None, id="19-400-digits"),
    pytest.param("9" * 5000, None, id="19-5000-digits"),
    pytest.param("1" + " million" * 60, None, id="19-millions-of-millions"),
    pytest.param("1e400", None, id="19-exponent"),
    pytest.param("1.2.3", None, id="20-version-number"),
    pytest.param("3,500,.", None, id="20-stray-separators"),
    pytest.param("1,2,3,4", None, id="20-list"),
    pytest.param("NaN", None, id="22-nan"),
    pytest.param("inf", None, id="22-inf"),
]


@pytest.mark.parametrize(("case", "value"), [(p.id, p.values[1]) for p in VALUES], ids=[p.id for p in VALUES])
def test_a_number_is_read_by_its_value_or_not_at_all(catalogue: Study, case: str, value: float | None) -> None:
    assert [row["value"] for row in of(catalogue.oil, case)] == ([] if value is None else [value])


@pytest.mark.parametrize("word", ["NaN", "None", "null", "NA", "nil", "N/A"])
def test_a_word_that_tables_take_for_nothing_stays_a_word(tmp_path: Path, word: str) -> None:
    corpus = tmp_path / "news.csv"
    corpus.write_text(f'id,source,text\n{word},{word},"{word}"\n007,x,"{DEAL}"\n', encoding="utf-8")
    study = open_study(corpus)
    assert sorted(study.offered["article_id"]) == sorted([word, "007"])
    assert study.texts[word] == word
    assert not study.offered["article_id"].isna().any()


RUNS = [
    *(pytest.param(mark * 100_000, id=f"25-{name}") for mark, name in (
        ("=", "equals"), ("(", "brackets"), (".", "stops"), ("-", "hyphens"), ("'", "apostrophes"), ("\u200b", "zero-width"),
        ("\u00a0", "no-break-spaces"), ("A", "letters"), ("9", "digits"), ("\u0301", "accents"), ("½", "fractions"),
    )),
    pytest.param("1," * 50_000, id="26-commas-in-a-number"),
    pytest.param("1 000 " * 16_000, id="26-groups"),
    pytest.param("12-" * 33_000, id="26-ranges"),
    pytest.param("between 1 and " * 2_000, id="26-between"),
    pytest.param("U.S." * 8_000, id="26-initials"),
    pytest.param("1 million barrels per day " * 1_000, id="26-figures"),
    pytest.param("12/05/2019 " * 3_000, id="26-dates"),
    pytest.param("Russia's " * 3_000, id="28-one-actor"),
    pytest.param("sold to " * 4_000, id="28-predicates"),
    pytest.param("word " * 20_000, id="24-sentence-of-20000-words"),
    pytest.param("24 Su-30 fighters, " * 1_000, id="28-list-of-1000-items"),
    pytest.param("a\n" * 50_000, id="24-lines"),
]  # fmt: skip


@pytest.mark.parametrize("case", [p.id for p in RUNS])
def test_no_text_hides_what_stands_beside_it(catalogue: Study, case: str) -> None:
    assert [item["name"] for item in of(catalogue.deals, case)[0]["items"]] == ["Su-30"]


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Study:
    """All of the cases as one corpus: that it ends at all is the first thing tested."""
    texts = {p.id: p.values[0] for p in ODD}
    texts |= {p.id: FIGURE.format(p.values[0]) for p in VALUES}
    texts |= {p.id: DEAL + "\n\n" + NOISE.format(p.values[0]) for p in RUNS}
    return held_to_its_source(read(tmp_path_factory.mktemp("catalogue"), texts))


def of(table: pd.DataFrame, case: str) -> list[dict[str, object]]:
    return table[table["article_id"] == case].to_dict("records")


def test_every_document_is_accounted_for(tmp_path: Path) -> None:
    study = read(tmp_path, {"empty": "", "blank": " \n", "good": DEAL, "nul": "\x00"})
    assert len(study.offered) == 4
    assert int(pd.Series(study.offered["status"]).value_counts().sum()) == 4
