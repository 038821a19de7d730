"""Oil figures in four languages: what is read, and what a reader must not take for output."""

from pathlib import Path

import pytest

from pactline.reading.actors import scan
from pactline.reading.oil import LONGEST, oil_figures
from pactline.reading.vocabulary import Vocabulary
from pactline.record.article import Article
from pactline.record.topic import load_topic


@pytest.fixture(scope="module")
def vocabulary():
    return Vocabulary(load_topic("venezuela-russia"))


def article(text, language, published="2020-06-10"):
    return Article("a", "s", text, "h", "read", language=language, published=published, body_spans=[(0, len(text))])


def read(vocabulary, text, language="en", published="2020-06-10"):
    rows, misses = oil_figures(scan(article(text, language, published), vocabulary), vocabulary)
    assert all(text[r["start"] : r["end"]] == r["quote"] for r in (*rows, *misses))
    assert all(r["value_stated"] in r["quote"] for r in rows)
    return rows


FOUND = [
    ("en", "Venezuela's oil output fell by 82,000 bpd in May.", [("production", "change", 82000, "b/d", "down")]),
    ("en", "Venezuela's oil output rose to 1.2 million barrels per day.", [("production", "level", 1.2e6, "b/d", None)]),
    ("en", "Venezuela pumped 820,000 b/d, 10,000 b/d more than in April.",
     [("production", "level", 820000, "b/d", None), ("production", "change", 10000, "b/d", "up")]),
    ("en", "Oil exports dropped 20% in May, to 400,000 barrels a day.",
     [("exports", "change", 20, "%", "down"), ("exports", "level", 400000, "b/d", None)]),
    ("en", "Venezuela holds proven oil reserves of 303 billion barrels.", [("reserves", "level", 303e9, "bbl", None)]),
    ("en", "Oil provides 95% of Venezuela's export revenue.", [("share", "level", 95, "%", None)]),
    ("en", "The country plans to raise crude output to 2 million bpd.", [("target", "level", 2e6, "b/d", None)]),
    ("en", "Crude production was 3.2 mb/d.", [("production", "level", 3.2e6, "b/d", None)]),
    ("en", "Crude production was 745 kb/d.", [("production", "level", 745000, "b/d", None)]),
    ("en", "Russia produced 520 million tonnes of oil in 2010.", [("production", "level", 520e6, "t", None)]),
    ("en", "Nameplate capacity of the upgraders for producing crude is 450,000 b/d.", [("capacity", "level", 450000, "b/d", None)]),
    ("en", "Oil revenue came to $5 billion last year.", [("revenue", "level", 5e9, "USD", None)]),
    ("en", "Oil output slipped from 2.3 million bpd to 2.1 million bpd.",
     [("production", "level", 2.3e6, "b/d", None), ("production", "level", 2.1e6, "b/d", None)]),
    ("en", "Crude output saw a drop of 50,000 barrels a day.", [("production", "change", 50000, "b/d", "down")]),
    ("es", "La producción de petróleo de Venezuela cayó en 82.000 barriles diarios.", [("production", "change", 82000, "b/d", "down")]),
    ("es", "El país produjo 918.000 barriles diarios de crudo en febrero, un alza de 6.000 barriles.",
     [("production", "level", 918000, "b/d", None), ("production", "change", 6000, "b/d", "up")]),
    ("es", "La producción petrolera subió a 1,2 millones de barriles por día.", [("production", "level", 1.2e6, "b/d", None)]),
    ("es", "Venezuela extrajo un millón 47 mil barriles diarios, en junio un millón 50.",
     [("production", "level", 1047000, "b/d", None), ("production", "level", 1050000, "b/d", None)]),
    ("es", "Las exportaciones de crudo bajaron a 500.000 bpd.", [("exports", "level", 500000, "b/d", None)]),
    ("es", "Las reservas probadas de petróleo suman 303.000 millones de barriles.", [("reserves", "level", 303e9, "bbl", None)]),
    ("es", "La refinería de Amuay tiene una capacidad de 645.000 bpd.", [("capacity", "level", 645000, "b/d", None)]),
    ("es", "La meta es elevar la producción petrolera a 2 millones de barriles diarios.", [("target", "level", 2e6, "b/d", None)]),
    ("pt", "A produção petrolífera da Venezuela recuou cerca de 13%.", [("production", "change", 13, "%", "down")]),
    ("pt", "A Venezuela produziu 2,072 milhões de barris por dia em 2017.", [("production", "level", 2072000, "b/d", None)]),
    ("pt", "As exportações de petróleo caíram para 400 mil barris por dia.", [("exports", "level", 400000, "b/d", None)]),
    ("pt", "A Venezuela produziu 1.339 milhões de barris por dia.", [("production", "level", 1339000, "b/d", None)]),
    ("ru", "Добыча нефти в Венесуэле превысила 3 млн баррелей в сутки.", [("production", "level", 3e6, "b/d", None)]),
    ("ru", "Добыча нефти снизилась на 77 тыс. баррелей в сутки.", [("production", "change", 77000, "b/d", "down")]),
    ("ru", "Экспорт нефти вырос до 500 тыс. б/с.", [("exports", "level", 500000, "b/d", None)]),
    ("ru", "Венесуэла намерена довести добычу нефти до 2 млн б/с.", [("target", "level", 2e6, "b/d", None)]),
    ("ru", "Доказанные запасы нефти составляют 300 млрд баррелей.", [("reserves", "level", 300e9, "bbl", None)]),
]  # fmt: skip

REFUSED = [
    ("en", "The tanker carried 2 million barrels of crude."), ("en", "Crude inventories fell by 3.8 million barrels last week."),
    ("en", "About 14mn bl of crude wait offshore in tankers at anchor."), ("en", "The spill released 20,000 barrels of oil."),
    ("en", "World oil demand will grow by 1.2 million b/d."), ("en", "Brent crude rose to $60.20 a barrel."),
    ("en", "Only one oil rig was left, down from 25 rigs."), ("en", "Rosneft owns a 40% stake in the oil venture."),
    ("en", "The army dropped 40 barrel bombs."), ("en", "Gun barrels: 3,000 were delivered."), ("en", "Oil prices rose 5%."),
    ("en", "Inflation in the oil country passed 2600%."), ("en", "China lent Venezuela $50 billion for oil."),
    ("en", "Oil production needs 10^400 barrels."), ("en", "Oil output was 10^400 bpd."), ("en", "Oil output was $3 million barrels."), ("en", "Output was 1.2.3,4 million bpd."),
    ("en", "Venezuela bought 24 Su-30 jets."), ("en", "The plant makes 25,000 rifles a year."), ("en", "One million people left the oil country."),
    ("en", "Analysts expected a 447,000-barrel build in crude stocks."), ("en", "A cargo of 500,000 barrels of crude left Jose."),
    ("es", "El buque cargó 2 millones de barriles de crudo."), ("es", "Los inventarios de crudo cayeron 3,8 millones de barriles."),
    ("es", "El derrame vertió 20.000 barriles de petróleo."), ("es", "El Brent cerró a 49,63 dólares el barril."),
    ("es", "Rosneft posee una participación de 40% en la empresa petrolera."), ("es", "Lanzaron 40 barriles bomba."),
    ("es", "China prestó 50.000 millones de dólares a cambio de petróleo."), ("es", "Venezuela compró 24 aviones."),
    ("pt", "O navio levou 2 milhões de barris de petróleo."), ("pt", "Os estoques de petróleo caíram 3 milhões de barris."),
    ("pt", "O Brent fechou a 60 dólares por barril."), ("pt", "A Venezuela comprou 24 caças."),
    ("ru", "Танкер доставил 2 млн баррелей нефти."), ("ru", "Запасы нефти в хранилищах упали на 3 млн баррелей."),
    ("ru", "Нефть подорожала до 60 долларов за баррель."), ("ru", "Венесуэла купила 24 самолета."), ("ru", "Инфляция превысила 2600%."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), FOUND, ids=[f"{n}-{t[:44]}" for n, t, _ in FOUND])
def test_found(vocabulary, language, text, expected):
    rows = read(vocabulary, text, language)
    assert [(r["measure"], r["basis"], r["value"], r["unit"], r["direction"]) for r in rows] == expected


@pytest.mark.parametrize(("language", "text"), REFUSED, ids=[f"{n}-{t[:44]}" for n, t in REFUSED])
def test_refused(vocabulary, language, text):
    assert read(vocabulary, text, language) == []


def test_a_refusal_says_why(vocabulary):
    _, misses = oil_figures(
        scan(article("The tanker carried 2 million barrels of crude.", "en"), vocabulary), vocabulary
    )
    assert [m["reason"] for m in misses] == ["no word says what is measured"] or misses[0][
        "reason"
    ] == "the load of a ship"


def test_rival_sources_stay_two_rows(vocabulary):
    text = (
        "According to OPEC's secondary sources Venezuela pumped 1.745 million bpd in December. "
        "By direct communication output was 1.621 million bpd in December."
    )
    rows = read(vocabulary, text, published="2018-01-20")
    assert [(r["value"], r["attributed_to"]) for r in rows] == [
        (1.745e6, "OPEC secondary sources"),
        (1.621e6, "OPEC direct communication"),
    ]
    assert {r["as_of"] for r in rows} == {"2017-12"}


def test_unit_and_measure_come_from_the_sentence_before(vocabulary):
    text = "Venezuela once produced more than three million barrels a day of oil. Now output has dropped to around one million barrels."
    rows = read(vocabulary, text, published="2024-11-08")
    assert [(r["value"], r["unit"], r["bound"], r["as_of"]) for r in rows] == [
        (3e6, "b/d", "at_least", "past"),
        (1e6, "b/d", "about", "2024-11"),
    ]


def test_the_country_is_the_one_the_article_is_about(vocabulary):
    rows = read(vocabulary, "Venezuela's oil crisis\nThe OPEC nation pumped 700,000 bpd in May.")
    assert [(r["subject"], r["country"]) for r in rows] == [("Venezuela", "VEN")]


def test_a_figure_told_twice_is_one_figure(vocabulary):
    sentence = "Venezuela pumped 700,000 bpd of oil in May."
    assert len(read(vocabulary, f"{sentence}\n{sentence}")) == 1


def test_endless_sentences_are_cut(vocabulary):
    text = "oil output 1,000 bpd " * (LONGEST // 5)
    rows, misses = oil_figures(scan(article(text, "en"), vocabulary), vocabulary)
    assert len(rows) == 1
    assert misses


def _sentences():
    for line in (Path(__file__).parent / "oil_sentences.tsv").read_text(encoding="utf-8").splitlines():
        language, text, expected = line.split("\t")
        figures = [f.split() for f in expected.split("; ") if f]
        yield pytest.param(
            language, text, sorted((m, b, float(v)) for m, b, v in figures), id=f"{language}-{text[:48]}"
        )


@pytest.mark.parametrize(("language", "text", "expected"), list(_sentences()))
def test_sentences_of_the_press(vocabulary, language, text, expected):
    rows = read(vocabulary, text, language, "2024-06-10")
    assert sorted((r["measure"], r["basis"], round(r["value"], 3)) for r in rows) == expected


SOURCES = [
    line.split("\t") for line in (Path(__file__).parent / "oil_sources.tsv").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("language", "text", "source"), SOURCES, ids=[f"{n}-{t[:48]}" for n, t, _ in SOURCES])
def test_who_says_so(vocabulary, language, text, source):
    assert [r["attributed_to"] or "" for r in read(vocabulary, text, language, "2024-06-10")] == [source]
