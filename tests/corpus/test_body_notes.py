"""Notes on authors, notices of the site, adverts and films around an article; each beside sentences that look alike. Made up here."""

import pytest

from pactline.corpus.body import layout

STORY = {
    "en": "Frigates leave port\n\nThe frigates left port on Friday with fuel for a month, the navy said.\n\nThey are to return in May, it added, if the weather allows.\n",
    "es": "Zarpan las fragatas\n\nLas fragatas zarparon el viernes con combustible para un mes, dijo la marina.\n\nDeben volver en mayo, agregó, si el tiempo lo permite.\n",
    "pt": "Fragatas deixam o porto\n\nAs fragatas zarparam na sexta-feira com combustível para um mês, disse a marinha.\n\nDevem voltar em maio, acrescentou, se o tempo permitir.\n",
    "ru": "Фрегаты вышли в море\n\nФрегаты вышли в море в пятницу с запасом топлива на месяц, сообщил флот.\n\nВернутся они в мае, добавил он, если позволит погода.\n",
}


def body(text):
    return "".join(text[a:b] for a, b in layout(text).body_spans)


NOTES = {
    "writer-teaches": ("en", "The writer teaches naval history in Turin."),
    "author-in-brackets": ("en", "(The author is a retired admiral.)"),
    "named-reporter": ("en", "Jane Doe is a reporter in Lima."),
    "named-with-a-book": (
        "en",
        "John Q. Public is a senior fellow at the Harbour Institute and author of Ships. Follow him on Twitter.",
    ),
    "autora": ("es", "La autora es profesora de literatura. Las opiniones no comprometen a este medio."),
    "periodista": ("es", "Ana Ruiz es periodista y colabora con varias revistas de este medio."),
    "autor-pt": ("pt", "O autor é professor de relações internacionais em Lisboa."),
    "avtor": ("ru", "Автор — доцент кафедры истории флота."),
    "liability": ("en", "HarbourWire accepts no liability for decisions taken on the strength of this item."),
    "subscribers-only": ("en", "This copy is for subscribers' use through 06/05."),
    "letters": ("en", "Write to: PO Box 9. Letters may be shortened."),
    "no-responsabilidad": ("es", "Este portal no se hace responsable de las opiniones de sus columnistas."),
    "nao-reflete": ("pt", "O texto não reflete necessariamente a opinião do jornal e de seus editores."),
    "mnenie": ("ru", "Мнение автора может не совпадать с позицией редакции нашего издания."),
    "code-line": ("en", "HW24-EN-14052010-0931-ESP"),
    "initials": ("ru", "Корректор М. Л."),
    "turkish-writer": ("en", "Yazar: H. L."),
    "film": ("en", "Rusting frigates of the world (4:11)"),
}


@pytest.mark.parametrize(("language", "note"), NOTES.values(), ids=NOTES)
def test_a_closing_note_is_no_part_of_the_article(language, note):
    found = body(f"{STORY[language]}\n{note}\n")
    assert note not in found
    assert found.rstrip().endswith(STORY[language].strip()[-20:])


OWN = {
    "the-author-as-the-news": ("en", "The author was released on Monday after a night in the port's cells."),
    "named-in-the-article": (
        "en",
        "Admiral Doe spoke to the crews before they left.\n\nJane Doe is an analyst in Lima.",
    ),
    "a-lawyer": ("en", "Maria Ruiz is a lawyer, and the crews have paid her to sue the navy."),
    "detained-author": ("es", "El autor es buscado por la policía del puerto desde el martes pasado."),
    "responsible-minister": ("es", "El ministro dijo que la marina no se hace ilusiones con el tiempo de mayo."),
    "liability-in-the-news": ("en", "The yard refused to take the blame for the delay, a court heard."),
    "prohibited-in-the-news": ("ru", "Адмирал отметил, что ответственность за задержку несет верфь."),
}


@pytest.mark.parametrize(("language", "sentence"), OWN.values(), ids=OWN)
def test_a_sentence_of_the_news_that_looks_like_a_note_stays(language, sentence):
    assert sentence.rsplit("\n", 1)[-1] in body(f"{STORY[language]}\n{sentence}\n")


INSIDE = {
    "advert-with-an-appeal": "ADVERTISEMENT\nSummer camps for kids: register by April 30!",
    "advert-in-spanish": "Publicidad\nOfertas de verano en el puerto",
    "headline-to-read-next": "Read this next:\nCarnival band launch draws record crowd",
    "film-of-the-channel": "Now on HarbourTV: How to pickle anything",
    "page-of-a-paper": "- continued from page 6 -",
    "headline-again": "Frigates leave port",
}


@pytest.mark.parametrize("clutter", INSIDE.values(), ids=INSIDE)
def test_what_stands_between_two_paragraphs_is_left_out(clutter):
    title, first, second = STORY["en"].strip().split("\n\n")
    found = body(f"{title}\n\n{first}\n\n{clutter}\n\n{second}\n")
    assert found == first + second


def test_a_quotation_ends_what_is_to_be_read_next():
    said = '"Years of patience," the minister added.'
    title, first, second = STORY["en"].strip().split("\n\n")
    assert said in body(f"{title}\n\n{first}\n\nRead this next:\nCarnival draws a crowd\n\n{said}\n\n{second}\n")


def test_a_lead_printed_again_at_the_end_does_not_move_the_beginning():
    title, first, second = STORY["en"].strip().split("\n\n")
    third = "Nobody on the pier could say which port the frigates will call at first, or whether the tanker goes along."
    assert body(f"{title}\n\n{first}\n\n{second}\n\n{third}\n\n{title}\n{first}\n").startswith(first)


def test_forwarded_mail_begins_below_its_rule():
    mail = "Subject: ships\nFrom: a member\n\nComrades, this came over the wire last night, sorry if you have seen it already.\n\n"
    assert "Comrades" not in body(f"{mail}----- Forwarded -----\n\n{STORY['en']}")


def test_a_post_is_left_out_with_the_line_that_names_who_posted_it():
    title, first, second = STORY["en"].strip().split("\n\n")
    post = "Fair winds to the crews, and thanks for all you do!\n— Navy (@navy) March 1, 2019"
    assert body(f"{title}\n\n{first}\n{post}\n{second}\n") == first + second


def test_a_sentence_above_a_post_on_one_line_stays():
    title, first, second = STORY["en"].strip().split("\n\n")
    post = "Fair winds to the crews! pic.twitter.com/abc"
    assert body(f"{title}\n\n{first}\n{post}\n{second}\n") == first + second
