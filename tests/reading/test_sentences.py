"""Where sentences end: marks, abbreviations, initials, quotes, bullets, glued paragraphs, wrapped lines."""

import pytest

from pactline.reading.sentences import LONGEST, sentences


def cut(text, spans=None):
    return [text[start:end] for start, end in sentences(text, spans or [(0, len(text))], "en")]


CASES = [
    pytest.param("He left. She stayed.", ["He left.", "She stayed."], id="two"),
    pytest.param("He left.  She stayed.", ["He left.", "She stayed."], id="double-space"),
    pytest.param("It was the end.Next came Maduro.", ["It was the end.", "Next came Maduro."], id="glued-paragraphs"),
    pytest.param("It flew old F-16s./ppA firm won.", ["It flew old F-16s.", "A firm won."], id="glued-by-tag-residue"),
    pytest.param("He said “no.”/pThe rest left.", ["He said “no.”", "The rest left."], id="tag-residue-after-quote"),
    pytest.param("He left.</p><p>She stayed.", ["He left.", "She stayed."], id="paragraph-tags"),
    pytest.param("He asked “Why?” She left.", ["He asked “Why?”", "She left."], id="quote-ends-it"),
    pytest.param("He left!\nShe stayed", ["He left!", "She stayed"], id="line-break"),
    pytest.param("• One bullet\n• Another", ["• One bullet", "• Another"], id="bullets-by-line"),
    pytest.param("Points: • One • Two", ["Points:", "• One", "• Two"], id="bullets-in-a-line"),
    pytest.param("In the U.S. The plan failed.", ["In the U.S.", "The plan failed."], id="acronym-then-starter"),
    pytest.param("Era así. ¿Por qué? ¡No!", ["Era así.", "¿Por qué?", "¡No!"], id="spanish-marks"),
    pytest.param("В 2018 г. Он уехал.", ["В 2018 г.", "Он уехал."], id="russian-year-then-starter"),
    pytest.param("Он помог им. Потом уехал.", ["Он помог им.", "Потом уехал."], id="russian-pronoun-no-abbreviation"),
    pytest.param("Wait... Then it came.", ["Wait...", "Then it came."], id="ellipsis"),
    pytest.param("Llegó en mar. El buque salió.", ["Llegó en mar.", "El buque salió."], id="month-like-noun-ends"),
]

WHOLE = [
    pytest.param("It costs 5 ./parts each.", id="a-path-is-no-tag-residue"),
    pytest.param("Mr. Putin met Gen. Padrino.", id="titles"),
    pytest.param("George W. Bush came.", id="initial"),
    pytest.param("J.D. Vance came.", id="two-initials"),
    pytest.param("U.S. Secretary Rice spoke.", id="acronym-before-a-title"),
    pytest.param("Output was 1.745 million.", id="decimal"),
    pytest.param("He flew No. 5 on Jan. 5, 2019.", id="number-and-month"),
    pytest.param("Read Pravda.Ru for more.", id="domain"),
    pytest.param('"Why?" he asked.', id="question-goes-on"),
    pytest.param("Sold to Aramco Co. Ltd. and others.", id="company"),
    pytest.param("At 5 p.m. Tuesday it rose.", id="time-of-day"),
    pytest.param("El Sr. Pérez y el Gral. Padrino hablaron.", id="spanish-titles"),
    pytest.param("Fue el núm. 5, pág. 3.", id="spanish-numbers"),
    pytest.param("EE.UU. compró 1.745.000 barriles.", id="spanish-thousands"),
    pytest.param("O dep. João foi.", id="portuguese-title"),
    pytest.param("Добыча 3,2 млн. барр. в сутки.", id="russian-units"),
    pytest.param("В 2018 г. Россия продала.", id="russian-year-goes-on"),
    pytest.param("А. В. Иванов сказал.", id="russian-initials"),
    pytest.param("«Да», — сказал он.", id="russian-quote"),
    pytest.param(
        "A line of news that the width of the page has broken\nin the middle of a sentence.", id="wrapped-line"
    ),
]


@pytest.mark.parametrize("text, expected", CASES)
def test_ends(text, expected):
    assert cut(text) == expected


@pytest.mark.parametrize("text", WHOLE)
def test_goes_on(text):
    assert cut(text) == [text]


def test_offsets_point_into_the_source_and_never_cross_a_span():
    text = "Menu. He left. Ad here. She stayed."
    assert cut(text, [(6, 14), (24, 35)]) == ["He left.", "She stayed."]


def test_time_grows_with_the_text_only():
    assert len(cut("He left. " * 20_000)) == 20_000
    assert len(cut("." * 50_000)) <= 50_000 // LONGEST + 1
