"""The matrix of who is named together, small and large."""

import re
from types import SimpleNamespace

import pandas as pd
import pytest

from pactline.report.figures_together import FIGURES_UP_TO, in_a_sentence, together


def study(actors: int) -> SimpleNamespace:
    rows = [
        {"article_id": f"x{k}", "start": i, "end": i + 1, "surface": "x", "actor_id": f"actor-{i:02d}", "actor": f"Actor {i}",
         "actor_type": "state", "country": None, "form": "name"}
        for k in range(4) for i in range(actors) if (i * k) % 3 != 1
    ]  # fmt: skip
    return SimpleNamespace(mentions=pd.DataFrame(rows))


@pytest.mark.parametrize(("actors", "most"), [(10, 10), (11, 60), (60, 60)])
def test_the_matrix_names_each_actor_and_has_its_table_and_words(actors: int, most: int) -> None:
    html = str(together(study(actors), most=most))
    assert all(f">Actor {i}<" in html for i in range(actors))
    assert "Articles naming both" in html
    assert "<table" in html


def test_ten_actors_are_shown_where_no_number_is_asked_for() -> None:
    assert ">Actor 9<" in str(together(study(60)))
    assert ">Actor 10<" not in str(together(study(60)))
    assert FIGURES_UP_TO >= 10


def test_the_large_matrix_is_left_out_where_the_small_one_has_all() -> None:
    assert "No more actors than that are named" in str(together(study(9), most=60))


def test_whoever_shares_but_one_article_is_in_no_large_matrix() -> None:
    once = study(12).mentions
    lone = once.head(1).assign(actor_id="lone", actor="Lone actor")
    html = str(together(SimpleNamespace(mentions=pd.concat([once, lone])), most=60))
    assert "Actor 11" in html
    assert "Lone actor" not in html


def test_the_large_matrix_says_of_how_many() -> None:
    html = str(together(study(60), most=60))
    assert "fig-together-many" in html
    assert ">60</a> actors" in html


def pairs(*rows: tuple[str, str, int, list[str]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["actor_a", "actor_b", "together", "articles"])


def test_a_sentence_that_names_two_counts_its_article_once() -> None:
    html = str(in_a_sentence(study(3), pairs(("actor-00", "actor-01", 5, ["x0", "x3"]))))
    assert ">2</a>" in html
    assert ">5<" not in html


def test_no_sentence_names_two() -> None:
    assert "No sentence names two" in str(in_a_sentence(study(1), pairs()))


def test_a_cut_table_names_the_file_that_has_all() -> None:
    html = together(study(60), most=60).html
    assert re.search(r"50 of [\d,]+ rows; <code>mentions.csv</code> has all", html)


def test_the_pairs_of_a_sentence_name_the_file_that_has_all() -> None:
    many = pairs(*((f"actor-{i:02d}", "actor-30", 1, ["x0"]) for i in range(20)))
    assert "15 of 20 rows; <code>mentions.csv</code> has all" in in_a_sentence(study(40), many).html
