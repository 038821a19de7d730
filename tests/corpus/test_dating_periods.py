"""Months, weeks and quarters that a page prints beside its article, its own address and its code. Pages made up here."""

import pytest

from pactline.corpus.articles import to_article
from pactline.corpus.dating_periods import month_of_week
from pactline.record.article import Document

BODY = {
    "en": "The frigates left port with fuel for a month, and the admiral said that nobody should read more into it than that.",
    "es": "Las fragatas zarparon con combustible para un mes, y el almirante dijo que nadie debía ver en ello otra cosa más.",
    "pt": "As fragatas zarparam com combustível para um mês, e o almirante disse que ninguém devia ver nisso outra coisa.",
    "ru": "Фрегаты вышли в море с запасом топлива на месяц, и адмирал сказал, что ничего другого в этом видеть не следует.",
}


def dated(text, url=None):
    return to_article(Document(text, "page.txt", "page", url=url), "page", events=[]).published


FOUND = {
    "month-alone-under-the-paper": ("2012-08", "Harbour Review\nAugust 2012\n\nFrigates leave\n\n{en}\n"),
    "month-between-dashes": ("2010-02", "DOSSIER — February 2010 — SHIPS\n\n{en}\n"),
    "month-and-desk": ("2023-09", "Zarpan las fragatas\n\nseptiembre de 2023 // Redacción Nacionales\n\n{es}\n"),
    "month-and-genre": ("2024-03", "Fragatas\n\nmarzo de 2024 · Reportaje\n\n{es}\n"),
    "month-in-portuguese": ("2016-05", "Fragatas deixam o porto\n\nMaio de 2016 | Defesa\n\n{pt}\n"),
    "month-in-russian": ("2014-11", "Фрегаты вышли в море\n\nНоябрь 2014 · Обзор\n\n{ru}\n"),
    "place-and-month-at-the-end": ("2005-10", "Frigates leave\n\n{en}\n\nHaifa, October 2005\n"),
    "week-of-a-digest": ("2017-09", "FLEET DIGEST — Week 38, 2017\n\n{en}\n"),
    "week-in-two-months": ("2017", "FLEET DIGEST — Week 31, 2017\n\n{en}\n"),
    "week-in-spanish": ("2017-09", "Boletín naval | Semana 38 de 2017\n\n{es}\n"),
    "quarter": ("2013", "Q1 2013 · PLANS AND SHIPS\n\n{en}\n"),
    "quarter-in-russian": ("2013", "Обзор флота | 1-й квартал 2013\n\n{ru}\n"),
    "season": ("2019", "Harbour Quarterly · Spring 2019\n\n{en}\n"),
    "code-on-its-own-line": ("2010-05-14", "Frigates leave port\n\n{en}\n\nHW24-EN-14052010-0931-ESP\n"),
    "signed-for-print": ("2018-12-06", "Фрегаты вышли в море\n\n{ru}\n\nНомер подписан в печать 06.12.2018 в 19.40\n"),
    "labelled-address": ("2022-10-14", "Frigates leave\n\n{en}\n\nURL: https://harbour.example/2022/10/14/frigates\n"),
}


@pytest.mark.parametrize(("date", "page"), FOUND.values(), ids=FOUND)
def test_a_printed_period_dates_the_article(date, page):
    assert dated(page.format_map(BODY)) == date


NOTHING = {
    "list-of-archives": "Frigates leave\n\n{en}\n\nAugust 2012\nJuly 2012\nJune 2012\n",
    "calendar": "Frigates leave\n\n{en}\n\nAugust 2012\nM T W T F S S\n1 2 3 4 5 6 7\n",
    "copyright-with-its-month": "Frigates leave\n\n{en}\n\n© February 2026, H.R. LLC\n",
    "headline-on-a-month": "Fuel sold to ships in October 2015\n\n{en}\n",
    "month-of-a-link": "Frigates leave\n\n{en}\n\nPrevious: August 2012\n",
    "headline-with-its-day": "Frigates leave\n\n{en}\n\nThe harbour poet is dead (14/04/2020)\n",
    "day-of-printing": "Frigates leave\nPrinted: 03.02.2016\n\n{en}\n",
    "address-of-another-site": "Frigates leave\n\n{en}\n\nhttps://other.example/2022/10/14/frigates\n",
    "serial-number": "Frigates leave\n\n{en}\n\nISSN-20991340-X\n",
}


@pytest.mark.parametrize("page", NOTHING.values(), ids=NOTHING)
def test_other_months_and_days_date_nothing(page):
    assert dated(page.format_map(BODY)) is None


def test_its_own_address_printed_at_the_end():
    page = "Frigates leave\n\n{en}\n\nharbour.example/2022/10/14/frigates | Share\n".format_map(BODY)
    assert dated(page, url="https://www.harbour.example/frigates") == "2022-10-14"
    assert dated(page, url="https://copy.example/frigates") is None


def test_an_address_of_another_month_is_surer_than_a_line():
    page = "Harbour Review\nAugust 2012\n\nFrigates leave\n\n{en}\n".format_map(BODY)
    assert dated(page, url="https://harbour.example/2013/02/frigates") == "2013-02"
    assert dated(page, url="https://harbour.example/2012/frigates") == "2012-08"


@pytest.mark.parametrize(("week", "month"), [(1, "2018-01"), (5, "2018"), (53, None)])
def test_months_of_weeks(week, month):
    assert month_of_week(2018, week) == month
