"""The gate in front of papermill: a parameter is data or it is refused, by name."""

from pathlib import Path

import numpy as np
import pytest

from pactline.report.parameters import ParameterError, checked, declared_by

NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "corpus.ipynb"


class Text(str):
    def __repr__(self):
        return "__import__('os').getpid()"


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        pytest.param({"perod": "year"}, "did you mean period", id="typo"),
        pytest.param({'y=1;import os;os.system("true");z': 1}, "no parameter", id="code-in-name"),
        pytest.param({"__class__": 1}, "no parameter", id="dunder"),
        pytest.param({"print": 1}, "no parameter", id="builtin"),
        pytest.param({1: 1}, "no parameter", id="name-is-a-number"),
        pytest.param({"period": 3}, "text is needed", id="wrong-type"),
        pytest.param({"period": None}, "text is needed", id="null-for-text"),
        pytest.param({"start": 2019}, "text is needed", id="number-for-date"),
        pytest.param({"period": Text("year")}, "holds a Text", id="subclass-with-its-own-repr"),
        pytest.param({"corpus": Path("seeds")}, "holds a", id="path"),
        pytest.param({"start": ("a",)}, "holds a tuple", id="tuple"),
        pytest.param({"start": np.str_("2019")}, "holds a str_", id="numpy"),
        pytest.param({"start": float("nan")}, "finite", id="nan"),
        pytest.param({"fields": {1: "x"}}, "no text", id="key-is-a-number"),
        pytest.param({"corpus": "x" * 20_000}, "too large", id="too-large"),
    ],
)
def test_refused(parameters, message):
    with pytest.raises(ParameterError, match=message):
        checked(NOTEBOOK, parameters)


@pytest.mark.parametrize(
    "parameters",
    [
        {}, {"period": "month", "start": None, "end": "2019-08"}, {"corpus": "it's \"quoted\" \\ {t} $x$"},
        {"fields": {"published": "pubDate"}},
    ],
)  # fmt: skip
def test_let_through(parameters):
    assert checked(NOTEBOOK, parameters) == parameters


def test_every_chapter_declares_the_same_parameters():
    declared = [declared_by(NOTEBOOK.with_name(f"{n}.ipynb")) for n in ("corpus", "actors", "arms_deals", "oil_output")]
    assert all(d == declared[0] for d in declared)
