"""What any match of a pattern must hold."""

import re

import pytest

from pactline.reading.literals import gate, literals


@pytest.mark.parametrize(
    ("pattern", "pieces"),
    [
        pytest.param(r"\boil\b|crude", {"oil", "crude"}, id="words"),
        pytest.param("(?:saudi )?aramco", {"aramco"}, id="optional-group"),
        pytest.param("нефт[а-я]*", {"нефт"}, id="ending"),
        pytest.param("ku[- ]maloob[- ]zaap", {"maloob"}, id="classes-between"),
        pytest.param("liza(?! (?:destiny|unity))", {"liza"}, id="lookahead"),
        pytest.param("colou?rs", {"colo"}, id="optional-letter"),
        pytest.param("(?:a|b)oil|c(?:d(?:e)f)?gg", {"oil", "gg"}, id="nested-groups"),
        pytest.param(r"ba+c\.d", {"ba"}, id="repeated-letter"),
    ],
)
def test_the_longest_certain_piece_of_every_alternative(pattern: str, pieces: set[str]) -> None:
    assert literals(pattern) == pieces


@pytest.mark.parametrize("pattern", [r"oil|\d+", "(?:oil|gas)", "a|oil", "[a-z]{3,9}", ""])
def test_an_alternative_without_a_certain_piece_lets_every_text_through(pattern: str) -> None:
    assert literals(pattern) is None
    assert gate(pattern)("nothing of it")


@pytest.mark.parametrize("text", ["crude oil", "the soil", "нефтяной", "no such thing", ""])
def test_a_gate_lets_every_text_with_a_match_through(text: str) -> None:
    patterns = (r"\boil\b|crude", "нефт[а-я]*")
    assert gate(*patterns)(text) or not any(re.search(p, text) for p in patterns)


def test_a_gate_keeps_other_texts_out() -> None:
    assert not gate("crude", "barrel")("A concert in the park.")
