"""Lines known by their phrases, and sentences that begin or end with the same words and are no clutter."""

from __future__ import annotations

import pytest

from pactline.corpus.body_credits import credited
from pactline.corpus.body_lines import look
from pactline.corpus.body_phrases import clutter_phrases


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("Photo: EFE", "caption", id="photo"),
        pytest.param("FILE - A bomber over an airfield near Murmansk, Aug. 16, 2005.", "caption", id="file"),
        pytest.param("Above Photo: A ship in the port of La Guaira.", "caption", id="above-photo"),
        pytest.param("A frigate enters Havana in June. (AP Photo/Ramon E.)", "caption", id="ap-photo"),
        pytest.param(
            "A ship is seen in the port of La Guaira.LUIS ACOSTA/AFP/GETTY IMAGES", "caption", id="glued-credit"
        ),
        pytest.param("Фото: пресс-служба Минобороны", "caption", id="russian-photo"),
        pytest.param("Foto: Divulgação/Exército", "caption", id="portuguese-photo"),
        pytest.param("READ: Maduro tells ambassador to go", "headline-list", id="read"),
        pytest.param("Lea también: Colombia refuerza la frontera", "headline-list", id="lea-también"),
        pytest.param("Читайте также: Каракас просит новый кредит", "headline-list", id="читайте-также"),
        pytest.param("Bayern teen out as Australia name four5 minutes ago", "headline-list", id="age-glued"),
        pytest.param("Peru sacudida por un sismo hace 2 horas", "headline-list", id="hace"),
        pytest.param("Dólar cai na abertura há 3 horas", "headline-list", id="há"),
        pytest.param("Доллар подешевел 15 минут назад", "headline-list", id="назад"),
        pytest.param("Facebook Twitter WhatsApp Email Print Telegram", "share-bar", id="networks"),
        pytest.param("FacebookXPinterestEmailEmailEmailShare", "share-bar", id="networks-glued"),
        pytest.param("Compartir en Facebook", "share-bar", id="compartir"),
        pytest.param("Get our free daily newsletter in your inbox every morning.", "subscription", id="newsletter"),
        pytest.param("Published November 08, 2024 | 11:10 AM", "timestamp", id="published"),
        pytest.param("Опубликовано: 5 марта 2010", "timestamp", id="опубликовано"),
        pytest.param("This site uses cookies to give you the best experience.", "page-furniture", id="cookies"),
        pytest.param("— Sputnik (@SputnikInt) July 2, 2025", "embedded-post", id="tweet"),
        pytest.param("Advertisement", "page-furniture", id="advertisement"),
        pytest.param("Story continues below advertisement", "page-furniture", id="story-continues"),
        pytest.param("OT/JRE/SL", "code", id="initials"),
        pytest.param("Published in 2008, the report was never answered by the ministry.", "", id="not-published"),
        pytest.param("We and our partners store cookies on this device for years.", "cookie-notice", id="partners"),
        pytest.param("The ships left port two hours ago, the ministry in Caracas said.", "", id="not-an-age"),
        pytest.param("Reading the treaty took the deputies no more than one hour.", "", id="not-read"),
        pytest.param("He spoke of oil, of Russia and of OPEC.", "", id="not-a-credit"),
        pytest.param("Fleet sails for Havana", "", id="headline"),
    ],
)
def test_clutter_in_one_line(line, kind):
    assert look(line, 0).kind == kind


@pytest.mark.parametrize(
    ("line", "part"),
    [
        pytest.param("Related Stories", "headline-list", id="related"),
        pytest.param("MORE FROM WORLD", "headline-list", id="more-from"),
        pytest.param("LATEST WORLD STORIES", "headline-list", id="any-latest"),
        pytest.param('In "World"', "headline-list", id="in-section"),
        pytest.param("Te puede interesar:", "headline-list", id="te-puede-interesar"),
        pytest.param("Mais lidas", "headline-list", id="mais-lidas"),
        pytest.param("Новости партнёров", "headline-list", id="партнёры"),
        pytest.param("İlgili Haberler", "headline-list", id="turkish-dotted-i"),
        pytest.param("Leave a Reply", "comments", id="leave-a-reply"),
        pytest.param("3 Comments", "comments", id="counted"),
        pytest.param("2 thoughts on “Caracas shows its missiles”", "comments", id="thoughts-on"),
        pytest.param("Anónimo dijo...", "comments", id="dijo"),
        pytest.param("Deja una respuesta", "comments", id="deja"),
        pytest.param("Комментарии (3)", "comments", id="комментарии"),
        pytest.param("Legal Disclaimer:", "disclaimer", id="disclaimer"),
        pytest.param("Copyright 2020 The Associated Press. All rights reserved.", "disclaimer", id="copyright-year"),
        pytest.param("Todos los derechos reservados", "disclaimer", id="derechos"),
        pytest.param("(Reporting by J. Doe; Editing by B. Roe)", "agency-credit", id="reporting-by"),
        pytest.param("Tags: Russia, oil", "source-line", id="tags"),
        pytest.param("Fuente: RIA Novosti", "source-line", id="fuente"),
        pytest.param("Подписывайтесь на наш канал", "share-bar", id="подписывайтесь"),
        pytest.param("Related to this is the debt, which stands at three billion dollars.", "", id="not-related"),
        pytest.param("Sponsored by Moscow, the talks went on in Havana for a week.", "", id="not-sponsored"),
        pytest.param("Copyright law in Venezuela has not changed since 1993.", "", id="not-copyright"),
        pytest.param("Featured weapons of the parade", "", id="not-featured"),
        pytest.param("Responses from Caracas", "", id="not-responses"),
        pytest.param("Sources close to the talks said that nothing was signed.", "", id="not-sources"),
        pytest.param("Disclaimers aside, the ministry stands by its figures.", "", id="not-disclaimer"),
    ],
)
def test_parts_of_the_page(line, part):
    assert look(line, 0).ends == part


def test_a_heading_in_capitals_is_no_credit():
    assert not credited("WHAT NOW? THE OIL AND THE ARMY")


def test_phrases_are_in_lower_case_and_stand_in_a_section_once():
    for section, kinds in clutter_phrases().items():
        if section == "kinds":
            continue
        phrases = [phrase for entry in kinds.values() for phrase in entry["phrases"]]
        assert phrases == [phrase.lower() for phrase in phrases]
        assert len(set(phrases)) == len(phrases), section


def test_every_kind_is_named_and_described():
    named = {kind for section, kinds in clutter_phrases().items() if section not in ("kinds", "own") for kind in kinds}
    described = clutter_phrases()["kinds"]
    assert named <= set(described)
    assert len(set(described.values())) == len(described)
