"""What single lines look like, and that offsets hold on any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pactline.corpus.body import layout
from pactline.corpus.body_lines import joined, lines, look


@pytest.mark.parametrize(
    ("line", "prose"),
    [
        pytest.param("The fleet sailed for Havana on Friday, the navy said.", True, id="sentence"),
        pytest.param("“We have what we need for years to come,”", True, id="quotation-with-comma"),
        pytest.param("Иран направил в Венесуэлу пять танкеров с бензином.", True, id="russian"),
        pytest.param("委内瑞拉总统星期五宣布,该国将从俄罗斯购买九十二辆坦克。", True, id="chinese"),
        pytest.param("The talks went on for hours. Nobody would say what they were for, or who", True, id="cut-inside"),
        pytest.param("Secondary sources put output lower compared with the […]", True, id="cut-by-the-feed"),
        pytest.param("Fleet sails for Havana", False, id="headline"),
        pytest.param("Who will pay for the tanks?", False, id="headline-with-question"),
        pytest.param("Vitaly Salnik.", False, id="name"),
        pytest.param("By Jane Roe, Staff Writer", False, id="byline"),
        pytest.param("Updated 10:15 AM EST, Tue March 5, 2019", False, id="stamp"),
        pytest.param("5 марта 2010, 14:22", False, id="russian-stamp"),
        pytest.param("MENAFN01112025000228011069ID1110279561", False, id="code"),
        pytest.param("https://example.org/a/b", False, id="address"),
        pytest.param("", False, id="empty"),
    ],
)
def test_prose(line, prose):
    assert look(line, 0).prose == prose


@pytest.mark.parametrize(
    ("text", "run"),
    [
        pytest.param(
            "The Soviets put up the station in 1964, three\nyears after the landing.", True, id="hard-wrapped"
        ),
        pytest.param("Los\ncomponentes con los que se montan dos\nbaterías de misiles.", True, id="short-first-line"),
        pytest.param("Blog de defensa\nlunes, 8 de marzo de 2010", False, id="spanish-date-in-lower-case"),
        pytest.param("Moscú entregará helicópteros\npor Redacción", False, id="spanish-byline-in-lower-case"),
        pytest.param("Fleet sails\nThe fleet sailed.", False, id="capital"),
        pytest.param("Fleet sails\n\n\n\nwith 200 men on board", False, id="far-below"),
    ],
)
def test_sentences_over_several_lines(text, run):
    assert joined(text, lines(text))[0].prose == run


def test_the_crawls_date_is_no_part_of_the_first_sentence():
    text = " date 2023-09-14 The fleet sailed for Havana on Friday, the navy said."
    found = layout(text)
    assert [text[a:b] for a, b in found.body_spans] == ["The fleet sailed for Havana on Friday, the navy said."]
    assert [(text[a:b], kind) for a, b, kind in found.clutter] == [("date 2023-09-14", "corpus-date-prefix")]


PIECES = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from(
            ["\n", "\r\n", "\\n", "\u2028", "Leave a Reply", "Related", "Share this:", "• nick", "By Jane Roe", "\0", "\ud800",
             "The fleet sailed for Havana on Friday, the navy said. ", "5 March 2019, 10:22", "READ:", "...", "Photo: EFE"]
        ),
    ),
    max_size=30,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(PIECES)
def test_body_and_clutter_divide_the_text(pieces):
    text = "".join(pieces)
    found = layout(text)
    marked = sorted([*found.body_spans, *((a, b) for a, b, _ in found.clutter)])
    assert all(0 <= a < b <= len(text) for a, b in marked)
    assert all(first[1] <= second[0] for first, second in pairwise(marked))
    assert all(kind for _, _, kind in found.clutter)
    assert layout(text) == found


@settings(max_examples=80, deadline=None)
@given(PIECES)
def test_nothing_but_space_and_line_marks_is_lost(pieces):
    text = "".join(pieces)
    found = layout(text)
    kept = {i for a, b in [*found.body_spans, *((a, b) for a, b, _ in found.clutter)] for i in range(a, b)}
    lost = "".join(c for i, c in enumerate(text) if i not in kept)
    assert lost.replace("\\n", "").strip() == ""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param(" \n\t\n", id="white-space"),
        pytest.param("\0" * 1000, id="nuls"),
        pytest.param("\ud800 \udfff" * 100, id="lone-surrogates"),
        pytest.param("word " * 400_000, id="one-long-line"),
        pytest.param("x" * 2_000_000, id="no-space"),
        pytest.param(" " * 2_000_000 + "a", id="mostly-space"),
        pytest.param("abc\n" * 20_000, id="many-short-lines"),
        pytest.param("The fleet sailed on Friday, the navy said.\n" * 5_000, id="one-line-again-and-again"),
        pytest.param("the fleet that sailed\n" * 5_000, id="never-a-capital"),
        pytest.param("  • nick\n\nA comment that is long enough to be a sentence.\n" * 3_000, id="comments-only"),
        pytest.param("Foo bar. " + "A," * 38 + "a", id="credit-that-is-none"),
        pytest.param("Related\n" * 10_000, id="labels-only"),
    ],
)
def test_hostile_texts_end(text):
    found = layout(text)
    assert sum(b - a for a, b in found.body_spans) + sum(b - a for a, b, _ in found.clutter) <= len(text)
