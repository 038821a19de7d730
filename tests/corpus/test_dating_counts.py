"""Years that follow from a count beside a year, and those that a hedge or a round number leaves open. Made up here."""

import pytest

from pactline.corpus.articles import to_article
from pactline.record.article import Document

FOUND = {
    "years-ago": ("2019", "The fleet was here before, three years ago, in 2016, the admiral told the press in the port."),
    "year-first": ("2018", "Not since the visit in 2014, four years ago, has the port seen a cruiser of that size, he said."),
    "hace-anos": ("2019", "La flota estuvo aquí hace cuatro años, en 2015, recordó el ministro ante la prensa en el puerto."),
    "cumple": ("2019", "La comisión cumple así dieciocho años, pues nació en 2001, recordó el ministro ante la prensa."),
    "ha-anos": ("2019", "A frota esteve aqui há seis anos, em 2013, lembrou o ministro aos jornalistas reunidos no porto."),
    "let-nazad": ("2013", "Флот был здесь пять лет назад, в 2008 году, напомнил министр журналистам утром в порту города."),
    "founded": ("2020", "The yard turns 12 this week; it was founded in 2008, and its owner gave a party for all workers."),
}  # fmt: skip

OPEN = {
    "almost": "The fleet was here almost ten years ago, in 2008, the admiral told the press in the sunny port.",
    "casi": "La flota estuvo aquí hace casi cuatro años, en 2015, recordó el ministro ante la prensa del puerto.",
    "round": "The fleet was here twenty years ago, in 1999, the admiral told the press in the sunny port of Lima.",
    "two-words": "Флот был здесь двадцать один год назад, в 1998 году, напомнил министр журналистам утром в порту.",
    "other-count": "The fleet had three ships in 2016, and five years of war had made each of them a wreck, he said.",
    "later-year": "The fleet was here three years ago, in 2016; by what was found in 2021 and 2022 it came for the oil.",
}


def published(sentence):
    return to_article(Document(f"On the fleet\n\n{sentence}\n", "page.txt", "page"), "page", events=[]).published


@pytest.mark.parametrize(("year", "sentence"), FOUND.values(), ids=FOUND)
def test_a_count_beside_a_year_tells_the_articles_own(year, sentence):
    assert published(sentence) == year


@pytest.mark.parametrize("sentence", OPEN.values(), ids=OPEN)
def test_a_count_that_is_no_exact_one_tells_nothing(sentence):
    assert published(sentence) is None
