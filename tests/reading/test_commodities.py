"""The chapter's commodity comes from the topic: other words, other units, the same reading."""

import shutil

import pytest

from pactline.reading.actors import scan
from pactline.reading.oil import oil_figures
from pactline.reading.oil_words import figure_words
from pactline.reading.vocabulary import Vocabulary
from pactline.record.article import Article
from pactline.record.commodity import FILE, SHIPPED, commodity_faults, load_commodity, shipped_commodities
from pactline.record.topic import TopicError, load_topic, topic_folder


def topic(path, *, commodity=None, words=None):
    """A copy of the shipped topic with another commodity."""
    folder = path / "topic"
    shutil.copytree(topic_folder("venezuela-russia"), folder, ignore=shutil.ignore_patterns("gold", "reference"))
    if commodity:
        settings = folder / "topic.toml"
        settings.write_text(settings.read_text(encoding="utf-8") + f'\ncommodity = "{commodity}"\n', encoding="utf-8")
    if words:
        (folder / FILE).write_text(words, encoding="utf-8")
    return folder


def read(vocabulary, text, language):
    found = Article("a", "s", text, "h", "read", language=language, published="2024-02-10", body_spans=[(0, len(text))])
    return oil_figures(scan(found, vocabulary), vocabulary)[0]


@pytest.fixture(scope="module")
def gas(tmp_path_factory):
    return Vocabulary(load_topic(topic(tmp_path_factory.mktemp("gas"), commodity="natural-gas")))


GAS = [
    ("en", "Russia's gas output fell to 638 bcm last year.", [("production", "level", 638e9, "m3")]),
    ("en", "Russia produced 638 billion cubic metres of gas in 2023.", [("production", "level", 638e9, "m3")]),
    ("en", "Russian gas exports dropped by 50 bcm to 100 bcm.", [("exports", "change", 50e9, "m3"), ("exports", "level", 100e9, "m3")]),
    ("en", "The pipeline has a capacity of 55 bcm a year.", [("capacity", "level", 55e9, "m3/y")]),
    ("en", "Venezuela holds gas reserves of 200 tcf.", [("reserves", "level", 200 * 2.83168e10, "m3")]),
    ("en", "Gas output rose to 4 bcf/d in May.", [("production", "level", 4 * 2.83168e7, "m3/d")]),
    ("es", "La producción de gas subió a 120 millones de metros cúbicos por día.", [("production", "level", 120e6, "m3/d")]),
    ("pt", "A Rússia exportou 90 bilhões de metros cúbicos de gás em 2023.", [("exports", "level", 90e9, "m3")]),
    ("ru", "Добыча газа в России выросла до 700 млрд кубометров.", [("production", "level", 700e9, "m3")]),
    ("en", "Venezuela's output of crude was 900,000 barrels per day.", []),
    ("en", "The gas cargo of 170,000 cubic metres left the port.", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), GAS, ids=[t[:44] for _, t, _ in GAS])
def test_a_topic_of_natural_gas(gas, language, text, expected):
    found = [(r["measure"], r["basis"], r["value"], r["unit"]) for r in read(gas, text, language)]
    assert found == [(m, b, pytest.approx(v), u) for m, b, v, u in expected]


def test_a_topic_of_oil_reads_no_gas():
    oil = Vocabulary(load_topic("venezuela-russia"))
    assert read(oil, "Russia produced 638 billion cubic metres of gas in 2023.", "en") == []


COPPER = """
name = "copper"
spoken_of = "copper|cobre"
symbols = { mass = "t" }
flows = { "t" = 1.0 }
axis = { label = "tonnes", scale = 1.0 }
[units]
mass = "tonnes|toneladas"
"""


def test_a_topic_brings_a_word_list_of_its_own(tmp_path):
    own = Vocabulary(load_topic(topic(tmp_path, words=COPPER)))
    assert [(r["value"], r["unit"]) for r in read(own, "Venezuela's copper output was 5,000 tonnes.", "en")] == [
        (5000.0, "t")
    ]


def test_shipped_lists_have_no_fault():
    assert shipped_commodities() == ["natural-gas", "oil"]
    for name in shipped_commodities():
        words = figure_words(load_commodity(SHIPPED, name))
        assert words.spoken_of("the gas and oil output")


FAULTS = [
    ("flows", 'flows = { "t" = 1.0 }', "", "missing flows"),
    ("symbol", 'mass = "t" }', 'weight = "t" }', "symbols.weight: use"),
    ("pattern", '"tonnes|toneladas"', '"tonnes|("', "no regular expression"),
    ("all", '"tonnes|toneladas"', '"(?:tonnes)?"', "finds nothing at all"),
    ("kind", "[units]", '[units]\nflow = "tpd"', "units.flow: no symbol for it"),
    ("section", "[units]", "[unit]", "there is no section unit"),
]


@pytest.mark.parametrize(("old", "new", "says"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS])
def test_a_faulty_list_says_what_is_wrong(tmp_path, old, new, says):
    assert old in COPPER
    with pytest.raises(TopicError, match=r"commodity\.toml: ") as caught:
        load_topic(topic(tmp_path, words=COPPER.replace(old, new)))
    assert says in str(caught.value)


def test_an_unknown_commodity_names_the_known_ones(tmp_path):
    with pytest.raises(TopicError, match="there is no word list tin: use natural-gas, oil"):
        load_topic(topic(tmp_path, commodity="tin"))


def test_a_list_without_a_unit_for_a_scale_is_refused():
    assert "scaled.x: no symbol for flow" in commodity_faults(
        {"name": "n", "spoken_of": "n", "symbols": {"mass": "t"}, "units": {"x": "y"}, "flows": {"t": 1}, "axis": {"label": "t", "scale": 1},
         "scaled": {"x": ["flow", 1]}}
    )  # fmt: skip
