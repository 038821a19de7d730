"""Runs of words as numbers: the same for a body whatever else is given with it, different for different words."""

import random

import numpy as np
import pytest

from pactline.corpus.copy_runs import AT_ONCE, runs_of_bodies

WORDS = [f"word{i}" for i in range(5000)]


def body(seed: int, words: int) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=words))


def slow_count(text: str) -> int:
    """Different runs of five words, counted the plain way."""
    words = text.casefold().split()
    return len({tuple(words[i : i + 5]) for i in range(len(words) - 4)})


@pytest.mark.parametrize("words", [0, 1, 4, 5, 6, 800, 30_000])
def test_as_many_runs_as_there_are(words):
    text = body(words, words)
    (found,) = runs_of_bodies([text])
    assert len(found) == slow_count(text)
    assert (np.diff(found.astype(object)) > 0).all()


def test_a_body_s_runs_do_not_depend_on_its_company():
    bodies = [body(i, n) for i, n in enumerate((3, 800, 0, 20_000, 5, 40_000, 700, 700))]
    together = runs_of_bodies(bodies)
    alone = [runs_of_bodies([one])[0] for one in bodies]
    assert all(np.array_equal(a, b) for a, b in zip(together, alone, strict=True))
    assert max(map(len, bodies)) > AT_ONCE


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        pytest.param("one two three four five", "ONE, two - three\nfour five!", True, id="case-and-marks"),
        pytest.param("one two three four five", "two one three four five", False, id="order-of-words"),
        pytest.param("one two three four five", "eno two three four five", False, id="order-of-letters"),
        pytest.param("a b c d aa", "a b c da a", False, id="where-words-end"),
        pytest.param("委内瑞拉总", "委内瑞总拉", False, id="order-of-characters"),
    ],
)
def test_what_is_one_run(a, b, same):
    first, second = runs_of_bodies([a, b])
    assert len(first) == len(second) == 1
    assert (first[0] == second[0]) is np.bool_(same)


def test_hardly_any_two_of_a_million_runs_meet_by_chance():
    texts = [body(i, 5004) for i in range(200)]
    everything = {tuple(words[i : i + 5]) for words in (t.split() for t in texts) for i in range(len(words) - 4)}
    assert len(np.unique(np.concatenate(runs_of_bodies(texts)))) == len(everything)
