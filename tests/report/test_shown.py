"""Tables that show themselves: units, links, the words on a click; and that stay DataFrames."""

import pickle

import pandas as pd
import pytest

from pactline.record import schema
from pactline.report.highlight import ROLES
from pactline.report.shown import MOST_ROWS, NearMisses, shown
from pactline.report.workbench import STYLE

from .conftest import article, deal, mention, oil, study_of


@pytest.fixture
def study():
    made = study_of([article(1, url="https://example.org/a")], [mention()],
                    [deal(value=1.5e9, currency="USD", marks=[[0, 6, "supplier"]])], [oil()])  # fmt: skip
    made.deals, made.oil = shown(made.deals, "deals", made), shown(made.oil, "oil", made)
    return made


def test_figures_have_units_articles_links_and_words_open_on_a_click(study):
    html = study.deals._repr_html_()
    assert "1.5 billion USD" in html
    assert "Russia → Venezuela" in html
    assert 'href="https://example.org/a"' in html
    assert "<details><summary>" in html
    assert '<mark class="m-supplier">Russia</mark>' in html
    assert "about 1 million b/d" in study.oil._repr_html_()


def test_kind_and_status_are_in_the_words_of_a_reader():
    made = study_of(
        [article(1), article(2)],
        [],
        [deal(kind="access", status="delivered"), deal("x2", kind="support", status="delivering")],
    )
    html = shown(made.deals, "deals", made)._repr_html_()
    assert "<td>ports and bases</td><td>visited</td>" in html
    assert "<td>maintenance and spares</td><td>ongoing</td>" in html


@pytest.mark.parametrize("name", ["deals", "oil"])
def test_a_choice_of_rows_still_shows_itself_and_a_choice_of_columns_is_pandas_own(study, name):
    frame = getattr(study, name)
    assert "<details>" in frame[frame["rule"].notna()]._repr_html_()
    assert "<details>" in frame.sort_values("start")._repr_html_()
    assert "<details>" not in frame[["claim_id", "rule"]]._repr_html_()


def test_nothing_of_an_article_becomes_markup():
    words = "<img src=x onerror=alert(1)>"
    made = study_of([article(1, title=words, outlet=words, url="javascript:alert(1)", text=words + " 12345")], [],
                    [deal(start=0, end=28, quote=words, items=[{"name": words, "category": "other", "quantity": None, "bound": None}])],
                    [oil(start=0, end=28, quote=words, subject=words, attributed_to=words)], texts={"x1": words + " 12345"})  # fmt: skip
    for name in ("deals", "oil"):
        html = shown(getattr(made, name), name, made)._repr_html_()
        assert "<img" not in html
        assert "javascript:" not in html


def test_long_tables_say_where_the_rest_is():
    made = study_of([article(1)], [], [deal(rule=f"r{i}", claim_id=f"c{i}") for i in range(MOST_ROWS + 1)])
    html = shown(made.deals, "deals", made)._repr_html_()
    assert html.count("<details>") == MOST_ROWS
    assert "panel.browse(study, &#x27;deals&#x27;)" in html or "panel.browse(study, 'deals')" in html


def test_an_empty_table_shows_itself():
    made = study_of([article(1)])
    assert "0 statements" in shown(made.deals, "deals", made)._repr_html_()


def test_they_are_data_frames_that_can_be_written_and_sent(study, tmp_path):
    plain = pd.DataFrame(study.deals)
    pd.testing.assert_frame_equal(pickle.loads(pickle.dumps(study.deals)), plain)  # noqa: S301
    schema.to_parquet(study.deals, tmp_path / "a.parquet")
    schema.to_parquet(plain, tmp_path / "b.parquet")
    assert (tmp_path / "a.parquet").read_bytes() == (tmp_path / "b.parquet").read_bytes()
    assert pd.concat([study.deals, plain]).shape[0] == 2


def test_near_misses_are_looked_at_by_rule_table_and_article(seeds_study):
    near = seeds_study.near_misses
    assert isinstance(near, NearMisses)
    assert len(near()) == len(near)
    rule = near["rule"][0]
    assert set(near(rule=rule)["rule"]) == {rule}
    assert len(near(table="deals")) + len(near(table="oil")) == len(near)
    assert near(article="nowhere").empty
    assert len(near[near["rule"] == rule]) == len(near(rule=rule))
    assert type(near(rule=rule)) is pd.DataFrame


def test_every_role_of_a_mark_has_a_look():
    assert not [role for role in ROLES if f".m-{role}" not in STYLE]
