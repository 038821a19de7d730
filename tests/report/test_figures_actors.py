"""The matrix of who is named together, small and large."""

from types import SimpleNamespace

import pandas as pd
import pytest

from pactline.report.figures_actors import FIGURES_UP_TO, together


def study(actors: int) -> SimpleNamespace:
    rows = [
        {"article_id": f"x{k}", "start": i, "end": i + 1, "surface": "x", "actor_id": f"actor-{i:02d}", "actor": f"Actor {i}",
         "actor_type": "state", "country": None, "form": "name"}
        for k in range(4) for i in range(actors) if (i * k) % 3 != 1
    ]  # fmt: skip
    return SimpleNamespace(mentions=pd.DataFrame(rows))


@pytest.mark.parametrize("actors", [10, 60])
def test_the_matrix_names_each_actor_and_has_its_table_and_words(actors: int) -> None:
    html = str(together(study(actors), most=60))
    assert all(f">Actor {i}<" in html for i in range(actors))
    assert "Articles naming both" in html
    assert "<table" in html


def test_ten_actors_are_shown_where_no_number_is_asked_for() -> None:
    assert ">Actor 9<" in str(together(study(60)))
    assert ">Actor 10<" not in str(together(study(60)))
    assert FIGURES_UP_TO >= 10
