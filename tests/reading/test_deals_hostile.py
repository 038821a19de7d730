"""Deal statements on bad input: any text, endless sentences and lists, and what a row owes to its source."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pactline.reading.actors import scan
from pactline.reading.deal_sentence import WINDOW, windows
from pactline.reading.deals import deal_statements
from pactline.reading.vocabulary import Vocabulary
from pactline.record.article import Article
from pactline.record.schema import DEALS, NEAR_MISSES, frame
from pactline.record.topic import load_topic

VOCABULARY = Vocabulary(load_topic("venezuela-russia"))
PIECES = st.sampled_from(
    ["Russia", "Venezuela", "sold", "24", "Su-30MK2", "vendió", "контракт", "поставку", "танков", "not", "denied", "if", ",", ".",
     "“", "(", "\n", "$4 billion", "to", "from", "a", "Rusia", "À", "10" * 15, "\u200b", "Иран", "les", "'s", "?", "tanks", "would"]
)  # fmt: skip


def read(text: str, language: str = "en") -> tuple[list[dict], list[dict]]:
    article = Article("a", "a", text, "h", "read", language=language, published="2019-08", body_spans=[(0, len(text))])
    return deal_statements(scan(article, VOCABULARY), VOCABULARY)


@settings(max_examples=120, deadline=None)
@given(st.lists(PIECES, max_size=40).map(" ".join), st.sampled_from(["en", "es", "pt", "ru"]))
def test_any_order_of_words_gives_rows_that_fit_the_tables(text: str, language: str) -> None:
    rows, refused = read(text, language)
    frame(rows, DEALS)
    frame(refused, NEAR_MISSES)
    assert all(text[row["start"] : row["end"]] == row["quote"] for row in [*rows, *refused])


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_without_a_crash(text: str) -> None:
    rows, refused = read(text)
    assert all(text[row["start"] : row["end"]] == row["quote"] for row in [*rows, *refused])


@pytest.mark.parametrize("language", ["en", "es", "pt", "ru"])
def test_an_endless_sentence_is_read_in_windows(language: str) -> None:
    text = "Russia sold tanks to Venezuela and " * 4000
    found = list(windows(text, (0, len(text)), language))
    assert max(len(words.lower) for words in found) <= WINDOW
    assert sum(len(words.lower) for words in found) == 4000 * 6


def test_a_sentence_of_20000_words_tells_one_fact() -> None:
    rows, _ = read("Russia sold 24 Su-30MK2 fighters to Venezuela " * 2500)
    assert {(row["status"], *row["supplier"], *row["recipient"]) for row in rows} == {("delivered", "RUS", "VEN")}


def test_a_thousand_items_do_not_break_a_row() -> None:
    rows, _ = read("Russia sold Venezuela " + ", ".join(f"{n} tanks" for n in range(2, 1000)) + ".")
    assert rows
    assert rows[0]["supplier"] == ["RUS"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("\n\n \t", id="white-space"),
        pytest.param("“Russia sold (tanks to Venezuela", id="unbalanced-quotes"),
        pytest.param("Rоssija sоld tаnks", id="look-alike-letters"),
        pytest.param("(" * 3000, id="only-brackets"),
        pytest.param("Russia sold 1" + "0" * 30 + " tanks to Venezuela.", id="quantity-of-10-to-the-30"),
    ],
)
def test_bad_text(text: str) -> None:
    rows, refused = read(text)
    assert all(text[row["start"] : row["end"]] == row["quote"] for row in [*rows, *refused])


def test_a_language_without_lists_is_passed_over() -> None:
    assert read("La Russie a vendu des chars au Venezuela.", "fr") == ([], [])


def test_an_article_read_twice_tells_the_same() -> None:
    text = "Russia delivered 24 Su-30MK2 fighters to Venezuela. Iran offered Caracas drones."
    assert read(text) == read(text)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        pytest.param(
            "The army flew it in. Venezuela signed a contract with Russia for the Sputnik V vaccine.",
            "other-trade",
            id="vaccine",
        ),
        pytest.param("Troops paraded. Russia sold 10 buildings to Venezuela.", "no-arms", id="no-weapon"),
        pytest.param(
            "Soldiers stood by. Venezuela signed an agreement with Russia.",
            "no-military-word",
            id="agreement-of-any-sort",
        ),
        pytest.param("If Russia sold tanks to Venezuela, analysts would worry.", "hypothetical", id="if"),
        pytest.param("Does Russia sell tanks to Venezuela?", "question", id="question"),
        pytest.param("Russia has not yet delivered the tanks to Venezuela.", "negated", id="not-yet"),
        pytest.param(
            "Russia and the United States signed an arms control treaty on missiles.", "arms-control", id="arms-control"
        ),
        pytest.param("The tanks were sold.", "no-parties", id="nobody-named"),
    ],
)
def test_a_refusal_is_kept_with_its_rule(text: str, rule: str) -> None:
    rows, refused = read(text)
    assert not rows
    assert rule in {row["rule"] for row in refused}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Russia sold 10 buildings to Venezuela.", id="sale"),
        pytest.param("Venezuela firmó un acuerdo con Rusia sobre la pesca.", id="agreement"),
        pytest.param("The warm welcome delighted visitors; Venezuela bought ten buses.", id="war-in-warm"),
        pytest.param("Они говорили про покупку автобусов.", id="acronym-in-small-letters"),
        pytest.param("Farms and alarms were sold in the relationship.", id="inside-words"),
    ],
)
def test_an_article_without_a_word_of_arms_is_not_read_for_deals(text: str) -> None:
    assert read(text) == ([], [])
