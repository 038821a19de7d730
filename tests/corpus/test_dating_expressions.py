"""Dates as they are written, in ten languages, and numbers that are none."""

import pytest

from pactline.corpus.dating_address import address_date
from pactline.corpus.dating_candidates import iso_day
from pactline.corpus.dating_codes import code_date
from pactline.corpus.dating_expressions import expressions
from pactline.corpus.dating_words import fold

WRITTEN = [
    pytest.param("26. October 2020", "en", (2020, 10, 26), id="ordinal-stop"),
    pytest.param("Oct. 18", "en", (None, 10, 18), id="abbreviated-yearless"),
    pytest.param("8th Nov, 2024", "en", (2024, 11, 8), id="ordinal-letters"),
    pytest.param("August 16th 2019", "en", (2019, 8, 16), id="month-first-ordinal"),
    pytest.param("10.Mar.2019", "en", (2019, 3, 10), id="stops-between"),
    pytest.param("06/29/2005", "en", (2005, 6, 29), id="month-first-numeric"),
    pytest.param("2019/8/15", "en", (2019, 8, 15), id="year-first-slashes"),
    pytest.param("1º de agosto de 2019", "es", (2019, 8, 1), id="spanish-ordinal"),
    pytest.param("26 noviembre 2024", "es", (2024, 11, 26), id="spanish-without-de"),
    pytest.param("5 de setiembre del 2010", "es", (2010, 9, 5), id="spanish-setiembre-del"),
    pytest.param("3 de março de 2018", "pt", (2018, 3, 3), id="portuguese"),
    pytest.param("15 августа, 2019", "ru", (2019, 8, 15), id="russian-comma"),
    pytest.param("19-20 декабря 2005 г.", "ru", (2005, 12, 20), id="russian-range"),
    pytest.param("2 мая", "ru", (None, 5, 2), id="russian-yearless"),
    pytest.param("1er août 2019", "fr", (2019, 8, 1), id="french-first"),
    pytest.param("15. März 2019", "de", (2019, 3, 15), id="german"),
    pytest.param("15 agosto 2019", "it", (2019, 8, 15), id="italian"),
    pytest.param("6 Ağustos 2018 Pazartesi", "tr", (2018, 8, 6), id="turkish"),
    pytest.param("2019年8月15日", "zh", (2019, 8, 15), id="chinese"),
    pytest.param("8月15日", "zh", (None, 8, 15), id="chinese-yearless"),
    pytest.param("15 أغسطس 2019", "ar", (2019, 8, 15), id="arabic"),
    pytest.param("12 شباط/فبراير 2008", "ar", (2008, 2, 12), id="arabic-both-names"),
    pytest.param("xxxxAugust 16, 2024", "en", (2024, 8, 16), id="glued-to-a-link"),
    pytest.param("July 2019", "en", (2019, 7, None), id="month-and-year"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "expected"), WRITTEN)
def test_written_dates(text, language, expected):
    (found,) = expressions(f"x: {text};", language)[0]
    assert (found.year, found.month, found.day) == expected


NO_DATES = [
    "24 Su-30 jets", "5 minutes ago", "7,62 mm", "3:15 p.m.", "12 Shahed 191 and 129", "2 out of 5", "1.339 milhões",
    "20 set pieces", "US $80 million", "10,000 km (6,200 miles)", "15 may be bought", "version 1.2.3", "call 555 1234",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_DATES)
def test_numbers_that_are_no_dates(text):
    assert expressions(text, "en") == ([], [])


UNREAL = [
    "30 February 2019",
    "2019-02-29",
    "31 April 2019",
    "9999-12-31",
    "31 December 9999",
    "0001-01-01",
    "31/31/2019",
]


@pytest.mark.parametrize("text", UNREAL)
def test_days_no_calendar_has(text):
    assert expressions(text, "en")[0] == []


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("Thursday, 15 August 2019", 3),
        ("15 августа 2019 (четверг)", 3),
        ("sábado, 3 de abril de 2010", 5),
        ("quinta-feira, 15 de agosto de 2019", 3),
        ("Saturday\nApril 18", 5),
        ("signed 15 August 2019", None),
    ],
)
def test_weekday_beside_a_date(text, weekday):
    assert expressions(text, None)[0][0].weekday == weekday


def test_offsets_point_at_the_words():
    text = "İstanbul, 6 Ağustos 2018 ve 7 Ağustos 2018"
    assert [text[e.start : e.end] for e in expressions(text, "tr")[0]] == ["6 Ağustos 2018", "7 Ağustos 2018"]


@pytest.mark.parametrize("text", ["İI\ud800é", "ß straße", "ЁЖ", "Ĳ ﬁ ǆ", "١٢"])
def test_fold_keeps_every_offset(text):
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("url", "date", "rule"),
    [
        ("https://a.example/2019/02/06/x", "2019-02-06", "url-day"),
        ("https://a.example/amp/20180403/x-1077577477.html", "2018-04-03", "url-day"),
        ("https://a.example/x-1544529403", "2018-12-11", "url-seconds"),
        ("https://a.example/2008/04/x", "2008-04", "url-month"),
        ("https://a.example/%32019/02/06/x", "2019-02-06", "url-day"),
        ("https://a.example/" + "9" * 5000, None, None),
        ("https://a.example/news/158771/x", None, None),
        ("", None, None),
    ],
)
def test_addresses(url, date, rule):
    found = address_date(url)
    assert (found.date if found else None, found.rule if found else None) == (date, rule)


def test_address_that_can_be_read_both_ways_says_so():
    assert address_date("https://a.example/06/07/2019/x").swapped == "2019-06-07"


@pytest.mark.parametrize("code", ["MENAFN99992025000", "MENAFN", "IRN83789640", "MENAFN3102202500"])
def test_codes_that_are_no_dates(code):
    assert code_date(code) is None


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2019-08-15", "2019-08-15"), ("2019-08-15T23:59:59+0300", "2019-08-15"), ("20190815T101500Z", "2019-08-15"),
        ("Thu, 15 Aug 2019 10:15:00 GMT", "2019-08-15"), ("August 15, 2019", "2019-08-15"), ("2019-08", "2019-08"),
        ("2019", "2019"), ("2019-13-01", None), ("9999-01-01", None), ("06/07/2019", None), ("yesterday", None), ("", None),
    ],
)  # fmt: skip
def test_values_of_metadata(value, day):
    assert iso_day(value) == day
