"""How good is this: rates and counts as a reader reads them, misses named and never quoted at length."""

import pandas as pd
import pytest
from lxml import html as parser

from pactline.findings.accuracy import COLUMNS, MISSES
from pactline.findings.pooling import pooled
from pactline.report.proof import disproved
from pactline.report.quality import accuracy_part, misses_part

from .conftest import article, study_of


def words_of(html):
    return " ".join(parser.fragment_fromstring(html, create_parent="div").text_content().split())


def missed(n, **other):
    row = {
        "set": "practice_oil",
        "table": "oil",
        "language": "es",
        "case": "c",
        "start": 0,
        "quote": "o" * 300,
        **other,
    }
    return pd.DataFrame([{**row, "start": i} for i in range(n)], columns=MISSES)


@pytest.mark.parametrize(
    ("n", "says"),
    [
        pytest.param(0, "Known misses: none", id="none"),
        pytest.param(1, "1 annotated statement is not found", id="one"),
        pytest.param(1200, "1,200 annotated statements are not found", id="many"),
    ],
)
def test_misses_are_counted(n, says):
    assert says in words_of(misses_part(missed(n)))


def test_ten_misses_are_shown_and_none_at_length():
    shown = parser.fragment_fromstring(misses_part(missed(30)), create_parent="div").findall(".//q")
    assert len(shown) == 10
    assert max(len(q.text_content()) for q in shown) <= 120


def test_hostile_words_of_a_miss_stay_words():
    assert "<script" not in misses_part(missed(1, quote="<script>x</script>", case="<script>"))


def test_misses_of_the_seeds_come_first():
    both = pd.concat([missed(10), missed(1, set="seeds", quote="first of all")])
    assert "first of all" in misses_part(both)


def studied(*groups, fields=("oil: subject",), languages=("all", "es")):
    """A study of one article whose reading was marked on sets of these names: 4 annotated, 4 found, 3 right."""
    study = study_of([article(1)])
    rows = [
        [group, field, language, 4, 4, 3, 0.75, 0.75, 0.75, 0.3, 0.95]
        for group in groups
        for field in fields
        for language in languages
    ]
    study.accuracy, study.misses = pd.DataFrame(rows, columns=COLUMNS), missed(1)
    study.accuracy_pooled = pooled(study.accuracy)
    return study


def rows_of(html, caption):
    tables = parser.fragment_fromstring(html, create_parent="div").iter("table")
    found = next(t for t in tables if t.find("caption").text_content() == caption)
    return [[cell.text_content() for cell in row] for row in found.find("tbody")]


def test_seeds_stand_first_and_languages_have_their_names():
    said = words_of(accuracy_part(studied("practice_oil", "seeds")))
    assert said.index("this report stands for") < said.index("practice articles are known")
    assert "practice, Spanish" in said
    assert "30%–95%" in said


def test_practised_and_unseen_stand_beside_one_another_whatever_sets_there_are():
    study = studied("practice_deals", "practice_oil", "seeds", "unseen_oil", "own_archive", fields=("deals: found",))
    html = accuracy_part(study)
    first = rows_of(html, "Right and wrong in a few lines")
    assert [row[:4] for row in first] == [
        ["deals: found", "this\u00a0report", "75%", "75%"],
        ["deals: found", "unseen", "75%", "75%"],
        ["deals: found", "practice", "75%", "75%"],
        ["deals: found", "own", "75%", "75%"],
    ]
    assert first[2][4:] == ["75%", "41%–93%", "6", "8", "8"]
    assert [row[0] for row in rows_of(html, "By set")] == [
        "own: archive",
        "practice: deals",
        "practice: oil",
        "unseen: oil",
    ]


@pytest.mark.parametrize("groups", [("unseen_pages",), ("practice_oil",), ("seeds",)])
def test_one_group_alone_is_enough(groups):
    study = studied(*groups, fields=("publication date",))
    assert len(rows_of(accuracy_part(study), "Every field")) == 1


def test_a_wrong_score_of_either_group_is_found():
    study = studied("practice_deals", "unseen_deals", fields=("deals: found",))
    html = f"<main>{accuracy_part(study)}</main>"
    assert disproved(html, study) == []
    for name in ("pooled unseen|deals: found|all", "pooled practice|deals: found|all", "unseen_deals|deals: found|all"):
        root = parser.document_fromstring(html)
        for line in [line for line in root.iter("tr") if line.get("data-row") == name]:
            line.findall("td")[-3].text = "99%"
        assert any(name in fault for fault in disproved(parser.tostring(root, encoding="unicode"), study))


def test_misses_of_every_group_are_among_those_named():
    both = pd.concat([missed(30), missed(2, set="unseen_oil", quote="never read"), missed(1, set="seeds", quote="own")])
    shown = parser.fragment_fromstring(misses_part(both), create_parent="div").findall(".//q")
    assert [q.text_content()[:3] for q in shown[:4]] == ["own", "nev", "ooo", "nev"]


def test_no_gold_is_said():
    assert "no annotated articles" in accuracy_part(study_of([article(1)]))
