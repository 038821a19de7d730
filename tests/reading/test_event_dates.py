"""Which of the times around a statement is the deal's. The statement stands in [[ ]]; sentences written for the test."""

from __future__ import annotations

import pytest

from pactline.reading.actors import scan
from pactline.reading.event_dates import event_date
from pactline.reading.near_days import near_days
from pactline.reading.vocabulary import Vocabulary
from pactline.record.article import Article
from pactline.record.dates import precision
from pactline.record.topic import load_topic

VOCABULARY = Vocabulary(load_topic("venezuela-russia"))
PUBLISHED = "2010-04-16"
"""A Friday."""
FILLER = {
    "en": "The sky was grey that day. " * 8,
    "es": "El cielo estaba gris aquella vez. " * 8,
    "pt": "O céu estava cinzento nessa vez. " * 8,
    "ru": "Небо тогда было серым и тихим. " * 8,
}
"""Sentences that push a statement away from the head of the article, where news is told."""


def dated(marked: str, language: str, status: str, published: str | None, *, head: bool = False) -> str | None:
    marked = marked if head else FILLER[language] + "\n" + marked
    start, end = marked.index("[["), marked.index("]]") - 2
    text = marked.replace("[[", "").replace("]]", "")
    article = Article(
        "a", "a.txt", text, "", "read", language=language, published=published, body_spans=[(0, len(text))]
    )
    return event_date(scan(article, VOCABULARY), (start, end), status=status, published=published)[0]


FOUND = [
    ("en", "agreed", "[[Caracas signed the contract in 2006]].", "2006", "year"),
    ("en", "agreed", "[[Caracas signed the contract in July 2006]].", "2006-07", "month"),
    ("en", "agreed", "[[Caracas signed the contract on 27 July 2006]].", "2006-07-27", "day"),
    ("en", "agreed", "[[Caracas signed the contract on July 27, 2006]].", "2006-07-27", "day-the-american-way"),
    ("en", "agreed", "In 2006 [[Caracas signed the contract]].", "2006", "time-before-the-statement"),
    ("en", "agreed", "[[Caracas signed the contract]] in 2006.", "2006", "time-after-the-statement"),
    ("en", "delivered", "[[The first jets arrived last month]].", "2010-03", "last-month"),
    ("en", "agreed", "[[Last year it bought tanks]].", "2009", "last-year"),
    ("en", "agreed", "[[It will receive tanks next year]].", "2011", "next-year"),
    ("en", "agreed", "[[This year it is to receive tanks]].", "2010", "this-year"),
    ("en", "agreed", "[[In 2005-2006 it purchased helicopters]].", "2006", "range-carries-its-last-year"),
    ("en", "agreed", "From 2005 to 2009 [[it purchased helicopters]].", "2009", "range-in-words"),
    ("en", "delivered", "[[The jets were delivered in the first half of 2008]].", "2008", "half-year"),
    ("en", "delivered", "[[The jets were handed over on Sunday]].", "2010-04-11", "weekday"),
    ("en", "delivered", "[[The jets landed yesterday]].", "2010-04-15", "yesterday"),
    ("en", "agreed", "[[They will sign it on Monday]].", "2010-04-19", "weekday-ahead"),
    ("en", "offered", "Putin said on Tuesday that [[Moscow was ready to sell tanks]].", "2010-04", "offer-on-the-day-said"),
    ("en", "denied", "[[The ministry denied it on Wednesday]].", "2010-04-14", "denial-on-its-day"),
    ("en", "offered", "The minister said that [[Moscow was ready to sell tanks]].", "2010-04", "offer-of-the-news"),
    ("en", "agreed", "He signed papers in May 2008. [[They cover the sale of tanks]].", "2008-05", "sentence-before"),
    ("en", "delivered", "The head of the firm stated in March 2010: “[[Two aircraft have reached the buyer]].”", "2010-03", "quoted-after-a-colon"),
    ("es", "agreed", "[[Caracas firmó el contrato en 2006]].", "2006", "year"),
    ("es", "agreed", "[[Caracas firmó el contrato en abril de 2006]].", "2006-04", "month"),
    ("es", "agreed", "[[Caracas firmó el contrato el 27 de julio de 2006]].", "2006-07-27", "day"),
    ("es", "delivered", "[[Los aviones llegaron el mes pasado]].", "2010-03", "last-month"),
    ("es", "agreed", "[[El año pasado compró tanques]].", "2009", "last-year"),
    ("es", "delivered", "[[Los aviones llegaron el domingo]].", "2010-04-11", "weekday"),
    ("es", "delivered", "[[Los aviones llegaron ayer]].", "2010-04-15", "yesterday"),
    ("es", "agreed", "[[Entre 2005 y 2009 compró helicópteros]].", "2009", "range-in-words"),
    ("es", "offered", "El ministro dijo que [[Moscú está dispuesto a vender tanques]].", "2010-04", "offer-of-the-news"),
    ("pt", "agreed", "[[Caracas assinou o contrato em 2006]].", "2006", "year"),
    ("pt", "agreed", "[[Caracas assinou o contrato em abril de 2006]].", "2006-04", "month"),
    ("pt", "delivered", "[[Os aviões chegaram no mês passado]].", "2010-03", "last-month"),
    ("pt", "delivered", "[[Os aviões chegaram no domingo]].", "2010-04-11", "weekday"),
    ("pt", "agreed", "[[No ano passado comprou tanques]].", "2009", "last-year"),
    ("ru", "agreed", "[[Контракт подписан в 2006 году]].", "2006", "year"),
    ("ru", "agreed", "[[Контракт подписан в июле 2006 года]].", "2006-07", "month"),
    ("ru", "agreed", "[[Контракт подписан 27 июля 2006 года]].", "2006-07-27", "day"),
    ("ru", "agreed", "10 марта 2005 г. Завод [[подписал контракт на вертолеты]].", "2005-03-10", "abbreviation-is-no-end"),
    ("ru", "agreed", "[[За 2005-2009 гг. страна купила вертолеты]].", "2009", "range-carries-its-last-year"),
    ("ru", "delivering", "19-20 декабря 2009 г. [[делегация примет вертолеты]].", "2009-12", "stretch-of-days"),
    ("ru", "delivered", "[[Вертолеты прибыли в воскресенье]].", "2010-04-11", "weekday"),
    ("ru", "delivered", "[[Вертолеты прибыли вчера]].", "2010-04-15", "yesterday"),
    ("ru", "offered", "Министр заявил, что [[Москва готова продать танки]].", "2010-04", "offer-of-the-news"),
]  # fmt: skip

SILENT = [
    ("en", "agreed", "[[Since 2005 it has bought arms]].", "beginning-of-a-stretch"),
    ("en", "agreed", "Since the strike of 2002 [[it has bought arms]].", "beginning-of-a-stretch-in-words"),
    ("en", "agreed", "Putin said on Tuesday that [[it had bought tanks]].", "day-of-mere-talk"),
    ("en", "delivered", "On Tuesday Putin said [[the tanks had come]].", "day-of-mere-talk-before"),
    ("en", "agreed", "[[It bought tanks]].", "no-time"),
    ("en", "agreed", "[[It bought 2000 rifles]].", "number-like-a-year"),
    ("en", "agreed", "[[It bought T-72 tanks]]; the town was founded in 1812.", "other-clause"),
    ("en", "agreed", "Elections were held in 2006.\n[[It bought tanks]].", "other-paragraph"),
    ("es", "agreed", "[[Desde 2005 ha comprado armas]].", "beginning-of-a-stretch"),
    ("es", "agreed", "Putin dijo el martes que [[compró tanques]].", "day-of-mere-talk"),
    ("es", "agreed", "[[Compró tanques]].", "no-time"),
    ("pt", "agreed", "[[Desde 2005 comprou armas]].", "beginning-of-a-stretch"),
    ("pt", "agreed", "[[Comprou tanques]].", "no-time"),
    ("ru", "agreed", "[[С 2005 года страна покупает оружие]].", "beginning-of-a-stretch"),
    ("ru", "agreed", "[[Страна купила танки]].", "no-time"),
    ("ru", "agreed", "Во вторник Путин заявил, [[что страна купила танки]].", "day-of-mere-talk"),
]


def cases(table):
    return [pytest.param(*row[:-1], id=f"{row[0]}-{row[-1]}") for row in table]


@pytest.mark.parametrize(("language", "status", "marked", "expected"), cases(FOUND))
def test_event_date(language, status, marked, expected):
    assert dated(marked, language, status, PUBLISHED) == expected


@pytest.mark.parametrize(("language", "status", "marked"), cases(SILENT))
def test_nothing_says_when(language, status, marked):
    assert dated(marked, language, status, PUBLISHED) is None


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        pytest.param("2010-04-16", "2010-04-15", id="day"),
        pytest.param("2010-04", "2010-04", id="month"),
        pytest.param("2010", "2010", id="year"),
        pytest.param(None, None, id="unknown"),
    ],
)
def test_a_weekday_is_no_finer_than_the_publication(published, expected):
    assert dated("[[The jets landed on Thursday]].", "en", "delivered", published) == expected


def test_news_at_the_head_is_of_the_month_of_publication():
    assert dated("[[Caracas has ordered five submarines]].", "en", "agreed", PUBLISHED, head=True) == "2010-04"


def test_news_of_the_first_days_of_a_month_may_be_older():
    assert dated("[[Caracas has ordered five submarines]].", "en", "agreed", "2010-04-01", head=True) is None


def test_a_weekday_at_the_head_tells_the_month_of_the_news():
    text = "On Wednesday the palace spoke. [[Caracas has ordered five submarines]]."
    assert dated(text, "en", "agreed", "2010-04-01", head=True) == "2010-03"


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("MOSCOW, March 3 (RIA) - [[Caracas bought tanks]].", id="city-day-agency"),
        pytest.param("(APP - 8th Nov, 2009) [[Caracas bought tanks]].", id="agency-and-day-in-brackets"),
        pytest.param("September 28, 2009: [[Caracas bought tanks]].", id="day-with-a-colon"),
    ],
)
def test_a_dateline_is_no_event(line):
    assert dated(line, "en", "agreed", PUBLISHED) is None


def test_without_publication_absolute_times_are_still_read():
    assert dated("[[It bought tanks in July 2006]].", "en", "agreed", None) == "2006-07"


def test_a_wrapped_line_is_one_sentence():
    text = "By the end of 2009 the country in the south of the\nregion will have a defence [[in which tanks will take part]]."
    assert dated(text, "en", "delivering", PUBLISHED) == "2009"


@pytest.mark.parametrize("status", ["requested", "agreed", "delivered", "denied"])
def test_every_answer_is_a_partial_date_or_nothing(status):
    for language, _, marked, *_ in (*FOUND, *SILENT):
        assert precision(dated(marked, language, status, PUBLISHED)) in {"day", "month", "year", "unknown"}


def test_near_days_point_at_their_words():
    text = "It came on Sunday and left last week."
    assert [text[p.start : p.end] for p in near_days(text, "en", PUBLISHED)] == ["Sunday", "last week"]


def test_a_sentence_of_twenty_thousand_words_is_read():
    text = "[[It bought tanks]] " + "and tanks " * 10_000 + "in 2006."
    assert dated(text, "en", "agreed", PUBLISHED) in (None, "2006")
