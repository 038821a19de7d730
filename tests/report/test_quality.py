"""How good is this: rates and counts as a reader reads them, misses named and never quoted at length."""

import pandas as pd
import pytest
from lxml import html as parser

from pactline.findings.accuracy import COLUMNS, MISSES
from pactline.findings.pooling import pooled
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


def test_seeds_stand_apart_and_languages_have_their_names():
    study = study_of([article(1)])
    rows = [
        [group, "oil: subject", language, 4, 4, 4, 1.0, 1.0, 1.0, 0.51, 1.0]
        for group in ("practice_oil", "seeds")
        for language in ("all", "es")
    ]
    study.accuracy, study.misses = pd.DataFrame(rows, columns=COLUMNS), missed(1)
    study.accuracy_pooled = pooled(study.accuracy)
    said = words_of(accuracy_part(study))
    assert said.index("Measured on the annotated articles") < said.index("Measured on all practice articles")
    assert "practice, Spanish" in said
    assert "51%–100%" in said


def test_no_gold_is_said():
    assert "no annotated articles" in accuracy_part(study_of([article(1)]))
