"""Words counted in bytes are as many as the expressions they stand for match."""

import re

import pytest

from pactline.corpus.word_counts import runs_of_words, words_with_letters

RUNS, LETTERED = re.compile(r"\w+"), re.compile(r"[^\W\d_][\w'’-]*")
TEXTS = [
    pytest.param("The fleet sailed for Havana on Friday, the navy said.", id="plain"),
    pytest.param("Венесуэла купит 24 Су-30МК2 — «сообщил» источник…", id="russian-with-quotes"),
    pytest.param("¿Qué? ¡Sí! a?b what?? 50% of $5m", id="question-marks-stand-for-letters"),
    pytest.param("a_b __ _1 2019-x 24-hour O'Neill don’t ’tis -- x-", id="hyphens-apostrophes-low-lines"),
    pytest.param("٣ x٣ ²m ½ Ⅷ ①", id="figures-of-other-scripts"),
    pytest.param("中文新闻 日本語 한국어 ไทย", id="no-spaces"),
    pytest.param("e\u0301 cafe\u0301s zero\u200bwidth soft\u00adhyphen", id="marks-that-join"),
    pytest.param("\ud800 broken\udfff \x00 \x1f\x85\u2028end", id="broken-and-control"),
    pytest.param("", id="empty"),
]


@pytest.mark.parametrize("text", TEXTS)
def test_as_many_as_the_expressions_match(text: str) -> None:
    assert runs_of_words(text) == len(RUNS.findall(text))
    assert words_with_letters(text) == len(LETTERED.findall(text))
