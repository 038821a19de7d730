"""Sets taken together: counts are added, rates are not averaged, the seeds stay out."""

import pandas as pd

from pactline.findings.accuracy import COLUMNS, wilson
from pactline.findings.pooling import pooled


def scores(*rows):
    return pd.DataFrame(
        [[s, f, lang, g, n, r, None, None, None, None, None] for s, f, lang, g, n, r in rows], columns=COLUMNS
    )


def test_counts_are_added_and_rates_counted_from_them():
    found = pooled(
        scores(
            ("practice_a", "x", "all", 10, 10, 10),
            ("practice_b", "x", "all", 90, 50, 0),
            ("seeds", "x", "all", 5, 5, 5),
        )
    ).iloc[0]
    assert (found["set"], found["gold"], found["found"], found["right"]) == ("practice", 100, 60, 10)
    assert (found["recall"], found["precision"], found["f1"]) == (0.1, 0.167, 0.125)
    assert (found["low"], found["high"]) == wilson(10, 100)


def test_languages_and_fields_stay_apart():
    table = pooled(scores(("p_a", "x", "en", 1, 1, 1), ("p_a", "x", "es", 1, 1, 0), ("p_b", "y", "en", 0, 2, 0)))
    assert list(zip(table["field"], table["language"], strict=True)) == [("x", "en"), ("x", "es"), ("y", "en")]
    assert table["recall"].tolist()[:2] == [1.0, 0.0]
    assert pd.isna(table["recall"].iloc[2])


def test_no_other_set_gives_no_row():
    assert pooled(scores(("seeds", "x", "all", 1, 1, 1))).empty


def test_sets_of_another_first_word_are_another_group():
    table = pooled(
        scores(("practice_oil", "x", "all", 4, 4, 4), ("unseen_oil", "x", "all", 4, 4, 2), ("own", "x", "all", 1, 1, 1))
    )
    assert list(zip(table["set"], table["recall"], strict=True)) == [("own", 1.0), ("practice", 1.0), ("unseen", 0.5)]
