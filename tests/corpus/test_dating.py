"""Dates of whole pages: one table of pages that have a date, one of pages whose date is refused."""

import time

import pytest

from pactline.corpus.dating import date_article
from pactline.record.article import Document

BODY = (
    "The ministry in Caracas said that talks on spare parts for its fighter jets have gone on for several weeks and that "
    "an answer from Moscow is awaited. Officials would not say how much the order may cost."
)
CUERPO = (
    "El ministerio informó en Caracas que las conversaciones sobre repuestos para sus aviones siguen desde hace varias "
    "semanas y que se espera una respuesta de Moscú. Las autoridades no dijeron cuánto costará el pedido."
)
CORPO = (
    "O ministério informou em Caracas que as conversas sobre peças para os seus aviões seguem há várias semanas e que "
    "se espera uma resposta de Moscou. As autoridades não disseram quanto vai custar a encomenda."
)
ТЕКСТ = (
    "Министерство в Каракасе сообщило, что переговоры о запасных частях для истребителей идут уже несколько недель и что "
    "ответа из Москвы пока ждут. Сколько может стоить этот заказ, представители ведомства не сказали."
)

EVENTS = [
    {"id": "landing", "date": "2018-12-10", "event": "Two bombers land", "aliases": "December 2018 bomber visit", "told_as": "tu-160+maiquetia"},
    {"id": "war", "date": "2008-08-08", "date_end": "2008-08-12", "event": "War", "aliases": "war with Georgia|Georgia war"},
    {"id": "recognised", "date": "2009-09-10", "event": "Abkhazia is recognised", "aliases": "recognized Abkhazia"},
    {"id": "vote", "date": "2024-07-28", "event": "Election", "aliases": "July 28 vote|elecciones del 28 de julio"},
    {"id": "oath", "date": "2019-01-10", "event": "Oath", "aliases": "second term|sworn in on January 10"},
    {"id": "victory", "date": "1945-05-09", "event": "Victory", "aliases": "Victory over Nazi|Победы в Великой"},
    {"id": "treaty", "date": "2025-05-07", "event": "Treaty", "aliases": "strategic partnership treaty"},
    {"id": "fair", "date": "2022-10-12", "date_end": "2022-10-14", "event": "Fair", "aliases": "Energy Fair 2022", "told_as": "energy fair 2022"},
    {"id": "raid", "date": "2018-08-04", "event": "Drone raid", "aliases": "drone raid", "told_as": "drones+parade"},
    {"id": "fleet", "date": "2008-11-25", "event": "Fleet arrives", "aliases": "", "told_as": "admiral chabanenko"},
    {"id": "embargo", "date": "2020-10-18", "event": "Embargo ends", "aliases": "arms embargo on Iran"},
    {"id": "oath-moscow", "date": "2008-05-07", "event": "Inauguration", "aliases": "inauguration of Dmitry Medvedev"},
]  # fmt: skip


def dated(text, *, url=None, language="en", published=None, hints=(), title=None, spans=None, clutter=(), crawled=None):
    record = Document(text, "a.txt", "a", url=url, published=published, date_hints=tuple(hints), title=title)
    return date_article(
        text,
        document=record,
        body_spans=spans or [(0, len(text))],
        clutter=clutter,
        language=language,
        events=EVENTS,
        crawled=crawled,
    )


PRINTED = [
    pytest.param(f"Jets wait for parts\n\nMonday, 26. October 2020 16:02\n\n{BODY}", "en", "2020-10-26", id="stamp-with-ordinal-stop"),
    pytest.param(f"Jets wait for parts in Caracas\nBy A. Writer Published November 08, 2024 | 11:10 AM\n{BODY}", "en", "2024-11-08", id="byline-published"),
    pytest.param(f"Jets wait for parts in Caracas\nMiami Paper ^ | June 29, 2005 | A. WRITER\n\n{BODY}", "en", "2005-06-29", id="source-line"),
    pytest.param(f"Jets wait for parts in Caracas\nPosted on 06/29/2005 3:22:20 AM PDT by a member\n{BODY}", "en", "2005-06-29", id="month-first-forced-by-29"),
    pytest.param(f"Date: Fri, 18 Oct 2002 15:28:59 -0700 (PDT)\nSubject: oil\n\n{BODY}", "en", "2002-10-18", id="mail-header"),
    pytest.param(f"Jets wait for parts in Caracas\n\nLast Updated: Fri, Aug 16, 2019 00:48 hrs\n\n{BODY}", "en", "2019-08-16", id="last-updated-alone"),
    pytest.param(f"Jets wait for parts in Caracas\nUpdated: 9 May 2019\nPublished: 7 May 2019\n{BODY}", "en", "2019-05-07", id="published-beats-updated"),
    pytest.param(f"The Paper\nFriday, October 19, 2001; Page A26\n\nBase closes in Havana\n\nMEXICO CITY, Oct. 18 -- {BODY}", "en", "2001-10-19", id="printed-edition-beats-dateline"),
    pytest.param(f"Истребители ждут запчастей\n\nВласть 15 августа, 2019 / 17:34\n\n{ТЕКСТ}", "ru", "2019-08-15", id="russian-comma-before-year"),
    pytest.param(f"Истребители ждут запчастей\n03.04.2018 12:10\n{ТЕКСТ}", "ru", "2018-04-03", id="russian-dotted"),
    pytest.param(f"Aviões esperam peças de Moscou\n\n26/12/2018 1 Por Redação\n\n{CORPO}", "pt", "2018-12-26", id="counter-after-date"),
    pytest.param(f"Aviões esperam peças de Moscou\nPublicado em 05/07/2018 às 10h20\n{CORPO}", "pt", "2018-07-05", id="portuguese-day-first"),
    pytest.param(f"{CUERPO}\nPUBLICADO: 13 de mayo de 2020", "es", "2020-05-13", id="label-at-the-end"),
    pytest.param(f"Los aviones esperan repuestos de Moscú\n3 de abril de 2010\n{CUERPO}", "es", "2010-04-03", id="spanish-below-headline"),
    pytest.param(f"Caracas, Venezuela, 13 January 2006 – {BODY}", "en", "2006-01-13", id="dateline-with-year"),
    pytest.param(f"No End to Blackout\n\n(Argus, 10.Mar.2019) — {BODY}", "en", "2019-03-10", id="dateline-in-brackets"),
    pytest.param(f"September 28, 2008: {BODY}", "en", "2008-09-28", id="dateline-colon"),
    pytest.param(f"Two aircraft bring freight to Caracas\n\n25.03.2019, Caracas.\n\n{BODY}", "en", "2019-03-25", id="place-after-dotted-date"),
    pytest.param(f"Caracas, (Agency One - Agency Two News - 8th Nov, 2024) {BODY}", "en", "2024-11-08", id="dateline-inside-agency"),
    pytest.param(f"{BODY}\nThursday, July 24, 2008\nMissiles 'would keep oil safe'\nNo comments:", "en", "2008-07-24", id="only-date-after-the-body"),
    pytest.param(f"Jets wait for parts in Caracas\n{BODY}\n\nMENAFN01112025000228011069ID1110279561", "en", "2025-11-01", id="agency-code-day-first"),
    pytest.param(f" date 2024-06-06 International\nJets wait for parts\n{BODY}", "en", "2024-06-06", id="prefix-of-the-record"),
    pytest.param(f" date 2018-01 A produção caiu, publicou a Opep nesta quinta-feira (18). {CORPO}", "pt", "2018-01-18", id="prefix-month-and-numbered-weekday"),
    pytest.param(f" date 2018-01 A produção caiu, publicou a Opep nesta quarta-feira (18). {CORPO}", "pt", "2018-01", id="numbered-weekday-that-does-not-fit"),
    pytest.param(f"Les avions attendent des pièces\nPublié le jeudi 15 août 2019\n{BODY}", "fr", "2019-08-15", id="french"),
    pytest.param(f"Kampfjets warten auf Ersatzteile\n15. März 2019, 12:30 Uhr\n{BODY}", "de", "2019-03-15", id="german"),
    pytest.param(f"Gli aerei aspettano i ricambi russi\nPubblicato il 15 agosto 2019\n{BODY}", "it", "2019-08-15", id="italian"),
    pytest.param(f"Uçaklar yedek parça bekliyor\nYayınlanma: 6 Ağustos 2018 Pazartesi\n{BODY}", "tr", "2018-08-06", id="turkish"),
    pytest.param(f"委内瑞拉等待俄罗斯零件\n发布时间:2019年8月15日\n{BODY}", "zh", "2019-08-15", id="chinese"),
    pytest.param(f"الطائرات تنتظر قطع الغيار من موسكو\nتاريخ النشر: 15 أغسطس 2019\n{BODY}", "ar", "2019-08-15", id="arabic"),
    pytest.param(f"الطائرات تنتظر قطع الغيار من موسكو\nتاريخ النشر: ١٥ آب ٢٠١٩\n{BODY}", "ar", "2019-08-15", id="arabic-indic-digits-levant-month"),
    pytest.param(f'{{"publishedAt": "2026-03-23T10:15:00.000Z",\n "text": "\\nPosted: Mar 20, 2026 / 06:30 PM CDT\\n{BODY}"}}', "en", "2026-03-20", id="first-publication-before-repost"),
    pytest.param(f"Jets wait for parts\n08:14 AM, October 30, 2015\n{BODY}\nAlso Read\nSeptember 21, 2015\nNovember 28, 2019", "en", "2015-10-30", id="tail-lists-other-days"),
    pytest.param(f"Latest news\nAnother story of the day, 9 May 2024\nAnd one more of another day, 2 June 2024\nJets wait for parts in Caracas\n5 May 2019\n{BODY}", "en", "2019-05-05", id="stamp-nearest-to-the-article"),
    pytest.param(f"Vol. 45 No. 33, August 15, 2019\nJets wait for parts in Caracas\n{BODY}", "en", "2019-08-15", id="issue-of-a-journal"),
    pytest.param(f"Москва. 15 августа 2019. INTERFAX.RU - {ТЕКСТ}", "ru", "2019-08-15", id="agency-in-capitals-after-the-date"),
    pytest.param(f"Газета №145 от 15.08.2019, стр. 4\nИстребители ждут запчастей\n{ТЕКСТ}", "ru", "2019-08-15", id="russian-issue-number"),
    pytest.param(f"Thursday, June 6, 2024\n\nFour warships are due in Cuba\n\nThe visit was announced on Thursday. {BODY}", "en", "2024-06-06", id="line-above-headline-borne-out-by-weekday"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "expected"), PRINTED)
def test_dates_printed_on_the_page(text, language, expected):
    found = dated(text, language=language)
    assert found.published == expected
    assert "(rule " in found.basis


ADDRESSES = [
    pytest.param("https://example.org/2008/09/27/loan-for-arms/", "2008-09-27", id="slashes"),
    pytest.param("https://example.org/elinteres/2017-05-12/crudo", "2017-05-12", id="dashes"),
    pytest.param("https://example.org/economics/16/10/2010/5703df689a79", "2010-10-16", id="day-first-slashes"),
    pytest.param("http://example.org/articles/20080928.aspx?comments=Y", "2008-09-28", id="yyyymmdd"),
    pytest.param("http://example.org/amp/16102010/story", "2010-10-16", id="ddmmyyyy"),
    pytest.param("http://example.org/20021018oil.html", "2002-10-18", id="yyyymmdd-glued-to-word"),
    pytest.param("https://example.org/2013/04/baterias.html", "2013-04", id="year-and-month-only"),
    pytest.param("https://example.org/2013/noticias/baterias.html", "2013", id="year-only"),
    pytest.param("https://example.org/news/?p=409845", None, id="story-number"),
    pytest.param("https://example.org/world/1077577477.html", None, id="ten-digit-serial-is-no-time"),
    pytest.param("https://example.org/article/1030403840368013312", None, id="nineteen-digit-serial"),
    pytest.param("https://example.org/2019/13/45/story", "2019", id="impossible-month-leaves-the-year"),
    pytest.param("https://2019.example.org/story", None, id="year-in-the-host-name"),
    pytest.param("https://example.org/radars-jy-27-2026", None, id="year-in-a-slug"),
    pytest.param(None, None, id="no-address"),
]  # fmt: skip


@pytest.mark.parametrize(("url", "expected"), ADDRESSES)
def test_dates_in_addresses(url, expected):
    assert dated(BODY, url=url).published == expected


FOLLOWS = [
    pytest.param(f"Two Tu-160 bombers came in at Maiquetia on Monday. {BODY} In 2016 things were quieter.", "2018-12-10", id="event-told-as-news-with-weekday"),
    pytest.param(f"Two Tu-160 bombers had reached Maiquetia on Monday; on Wednesday's mission jets flew with them. {BODY}", "2018-12-12", id="later-weekday-of-the-same-week"),
    pytest.param(f"Drones went off over a parade in Caracas on Saturday, state television said. {BODY}", "2018-08", id="weekend-event-only-its-month"),
    pytest.param(f"Ministers met at the Energy Fair 2022, which ends on Friday, an official said this Thursday. {BODY}", "2022-10-13", id="this-thursday-inside-an-event-of-days"),
    pytest.param(f"Ministers met at the Energy Fair 2022, an official said on Thursday. {BODY}", "2022-10", id="event-of-days-only-its-month"),
    pytest.param(f"The destroyer Admiral Chabanenko will in a matter of hours be here, he said Sunday. {BODY}", "2008-11-23", id="imminent-event"),
    pytest.param(f"MOSCOW, September 12 (RIA Novosti) – {BODY} Chavez had just recognized Abkhazia, after last August's war with Georgia.", "2009-09-12", id="yearless-dateline-after-a-dated-event"),
    pytest.param(f"Saturday\nApril 18\nEmbargo must be prolonged, says minister\n\nThe arms embargo on Iran expires six months from today, he wrote. {BODY}", "2020-04-18", id="counted-back-from-an-event"),
    pytest.param(f"Talks come ahead of the presidential election this month, most polls before the July 28 vote show. {BODY}", "2024-07", id="this-month-beside-an-event"),
    pytest.param(f"The deal would be signed next month as he comes for the inauguration of Dmitry Medvedev. {BODY}", "2008-04", id="next-month-beside-an-event"),
    pytest.param(f"Washington threatened sanctions last month, due on July 25. Unrest goes on since Jan. 10 when he was sworn in for a second term. {BODY}", "2019-08", id="last-month-after-a-dated-oath"),
    pytest.param(f"The minister said last Saturday 17 August, at the close of the Army Games 2019, that it grows. {BODY}", "2019-08", id="weekday-fixes-the-year"),
    pytest.param(f"He came to Moscow for the 80th anniversary of the Victory over Nazi Germany. {BODY}", "2025", id="anniversary"),
    pytest.param(f"This year fifty tanks arrive; the rest follow by the end of the year or early in 2017. {BODY}", "2016", id="end-of-year-or-early-next"),
    pytest.param(f"Troops stay from July 1 to December 31 of this year, as the plan for the second half of 2022 has it. {BODY}", "2022", id="half-of-its-own-year"),
    pytest.param(f"Stocks fell for the week ended January 2. A glut this year may reach 3 million in the first half of 2026. {BODY}", "2026-01", id="week-ended"),
    pytest.param(f"The drop is told in the OPEC report for July 2019. {BODY}", "2019", id="monthly-report-gives-the-year"),
    pytest.param(f"{BODY}\n— Agency (@agency) July 2, 2025", "2025-07", id="embedded-post-gives-the-month"),
    pytest.param(f"On January 5, 2026, PDVSA began to pump less, as exports halved last month. {BODY}", "2026-01", id="full-date-in-the-lead"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FOLLOWS)
def test_dates_that_follow_from_the_words(text, expected):
    assert dated(text).published == expected


REFUSED = [
    pytest.param(BODY, "en", id="nothing-dated"),
    pytest.param(f"{BODY}\nCopyright 2024 The Paper. All rights reserved.", "en", id="copyright-alone"),
    pytest.param(f"{BODY}\n© 2019-2024 The Paper", "en", id="copyright-span"),
    pytest.param(f"FILE - A bomber near Murmansk, Aug. 16, 2005.\n\n{BODY}", "en", id="file-caption"),
    pytest.param(f"Jets wait for parts\n\nLeaders in Beijing, January 7, 2015. REUTERS/A. Name/Pool\n\n{BODY}", "en", id="agency-caption"),
    pytest.param(f"July 25, 2024\n\nOil: who is ahead\n\n{BODY}", "en", id="bare-line-above-headline-unsupported"),
    pytest.param(f"{BODY} They were handed over on Sunday.", "en", id="weekday-alone"),
    pytest.param(f"On March 13 Venezuela tried out six jets from China. {BODY}", "en", id="month-and-day-without-year"),
    pytest.param(f"MOSCOW, September 12 (RIA Novosti) – {BODY}", "en", id="yearless-dateline-alone"),
    pytest.param(f"{BODY} He stated in November 2025 that two aircraft had been delivered.", "en", id="past-month-in-the-text"),
    pytest.param(f"{BODY} In 2006 it wanted twelve systems; deliveries began in 2008.", "en", id="years-looked-back-on"),
    pytest.param(f"{BODY} Output may pass two million by 2018.", "en", id="forecast-year"),
    pytest.param(f"Output rose in February to 918,000 barrels from January. {BODY}", "en", id="months-without-year"),
    pytest.param(f"{BODY}\nMA/IRN83789640", "en", id="serial-number-in-footer"),
    pytest.param(f"• 6 years ago\n{BODY}", "en", id="relative-age"),
    pytest.param(f"Jets wait\n5 minutes ago\n{BODY}", "en", id="minutes-ago"),
    pytest.param(f"{BODY}\nOther stories\nSeptember 21, 2015\nJune 29, 2015", "en", id="list-of-other-days-in-the-tail"),
    pytest.param(f"No sábado, 3 de janeiro, houve um ataque; na terça-feira (7) não quis comentar. {CORPO}", "pt", id="weekday-and-day-that-clash"),
    pytest.param(f"Jets wait for parts in Caracas\nPublished: 31 December 9999\n{BODY}", "en", id="year-9999"),
    pytest.param(f"Jets wait for parts in Caracas\nPublished: 30 February 2019\n{BODY}", "en", id="thirtieth-of-february"),
    pytest.param(f"Jets wait for parts in Caracas\nMonday, 15 August 2019\n{BODY}", "en", id="weekday-does-not-fit"),
    pytest.param(f"Two Tu-160 bombers were once at Maiquetia, and 2021 was another year. They say so on Monday. {BODY}", "en", id="event-looked-back-on"),
    pytest.param(f"Two Tu-160 bombers came in at Maiquetia. {BODY}", "en", id="event-without-its-weekday"),
    pytest.param("", "en", id="empty"),
    pytest.param("\x00" * 500, None, id="nul-bytes"),
    pytest.param("近年来,两国来往更多。两国的联系始于20世纪60年代。", "zh", id="decade-in-chinese"),
    pytest.param(f"{BODY}\nRetrieved 12 March 2020.", "en", id="day-of-retrieval"),
    pytest.param(f"Offer expires 12 March 2020\nJets wait for parts in Caracas\n{BODY}", "en", id="day-of-expiry"),
    pytest.param(f"Join our webinar 12 March 2020\nJets wait for parts in Caracas\n{BODY}", "en", id="day-of-a-webinar"),
    pytest.param(f"24 Su-30 and 12 Mi-17 were bought. {BODY}", "en", id="designations-are-no-dates"),
    pytest.param(f"{BODY} The bases closed on 17 October 2001, he recalled.", "en", id="one-old-day-in-the-text"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language"), REFUSED)
def test_pages_that_stay_undated(text, language):
    found = dated(text, language=language)
    assert found.published is None
    assert found.basis is None


ORDERS = [
    pytest.param("06/07/2019", "en", "", None, "2019", id="open-order-is-only-the-year"),
    pytest.param("06/07/2019", "es", "", None, "2019-07-06", id="spanish-is-day-first"),
    pytest.param("06.07.2019", "en", "", None, "2019-07-06", id="dots-are-day-first"),
    pytest.param("06/07/2019", "en", "Updated: 26/07/2019", None, "2019-07-06", id="another-date-of-the-page-day-first"),
    pytest.param("06/07/2019", "en", "Updated: 06/27/2019", None, "2019-06-07", id="another-date-of-the-page-month-first"),
    pytest.param("06/07/2019", "en", "", "https://example.org/2019/06/story", "2019-06-07", id="month-of-the-address"),
    pytest.param("11/12/2025", "en", "", "https://example.org/20251211/1", "2025-12-11", id="day-of-the-address"),
    pytest.param("Friday, 06/07/2019", "en", "", None, "2019-06-07", id="weekday-beside-it"),
    pytest.param("05/05/2019", "en", "", None, "2019-05-05", id="same-in-both-orders"),
]  # fmt: skip


@pytest.mark.parametrize(("stamp", "language", "more", "url", "expected"), ORDERS)
def test_numeric_order_is_settled_or_left_open(stamp, language, more, url, expected):
    text = f"Jets wait for parts in Caracas\nPosted on {stamp} by a member\n{more}\n{BODY}"
    assert dated(text, language=language, url=url).published == expected


METADATA = [
    pytest.param("2019-08-15T22:10:00Z", (), "2019-08-15", id="record"),
    pytest.param("2019-08", (), "2019-08", id="record-as-coarse-as-it-is"),
    pytest.param("not known", (), None, id="record-that-is-no-date"),
    pytest.param("9999-12-31", (), None, id="record-of-year-9999"),
    pytest.param(None, (("article:published_time", "2019-08-15T01:00:00+03:00"),), "2019-08-15", id="meta-published"),
    pytest.param(None, (("datePublished", "2019-08-15"), ("dateModified", "2021-01-01")), "2019-08-15", id="json-ld-modified-loses"),
    pytest.param(None, (("dateModified", "2021-01-01"),), "2021-01-01", id="modified-where-nothing-else"),
    pytest.param(None, (("warc-date", "2021-01-01T00:00:00Z"),), None, id="crawl-day-is-no-publication"),
    pytest.param("2022-05-05", (("warc-date", "2021-01-01T00:00:00Z"),), None, id="later-than-the-crawl"),
    pytest.param(None, (("JSON-LD dateCreated", "2021-01-01"), ("JSON-LD datePublished", "2021-01-03")), "2021-01-03", id="published-before-created"),
    pytest.param(None, (("pdf:CreationDate", "2021-01-01"),), None, id="pdf-made-later"),
    pytest.param(None, (("http:Last-Modified", "2021-01-01"),), None, id="server-clock"),
    pytest.param(None, (("time", "2021-01-01"),), "2021-01-01", id="only-time-element"),
    pytest.param(None, (("time", "2021-01-01"), ("time", "2021-02-01")), None, id="time-elements-of-other-stories"),
    pytest.param(None, (("meta expirationDate", "2021-01-01"),), None, id="expiry"),
    pytest.param(None, (("generator", "2021-01-01"),), None, id="unknown-name"),
]  # fmt: skip


@pytest.mark.parametrize(("published", "hints", "expected"), METADATA)
def test_dates_of_the_record_and_the_page_head(published, hints, expected):
    assert dated(BODY, published=published, hints=hints).published == expected


CONFLICTS = [
    pytest.param(f"Tuesday, 02 January 2024 12:17 GMT\n\nLetters to Moscow\n\n{BODY}\nMENAFN01112025000228011069", "2024-01-02", "clock", id="clock-against-code"),
    pytest.param(f"Jets wait for parts in Caracas\nMonday, 15 August 2019\n{BODY}", "2019-08-15", "weekday", id="weekday-mismatch"),
    pytest.param(f"Jets wait for parts in Caracas\nPublished: 31 December 9999\n{BODY}", "9999", "no such day", id="year-9999"),
    pytest.param(f"FILE - A bomber near Murmansk, Aug. 16, 2005.\n\n{BODY}", "2005-08-16", "picture", id="caption"),
    pytest.param(f"{BODY}\nCopyright 2024 The Paper", "2024", "copyright line dates no article", id="copyright"),
    pytest.param(f"July 25, 2024\n\nOil: who is ahead\n\n{BODY}", "2024-07-25", "clock", id="page-clock"),
    pytest.param(f"May 5, 2015\n\nOil: who is ahead\n\nIt was said on Monday after the December 2018 bomber visit. {BODY}", "2015-05-05", "as past", id="before-an-event-told-as-past"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "date", "reason"), CONFLICTS)
def test_disbelieved_dates_are_listed_with_the_reason(text, date, reason):
    assert any(date in conflict and reason in conflict for conflict in dated(text).conflicts)


def test_future_of_the_corpus_is_impossible():
    text = f"Jets wait for parts in Caracas\nPublished: 5 May 2031\n{BODY}"
    found = dated(text, crawled="2026-11-01")
    assert found.published is None
    assert any("later than the page was fetched" in conflict for conflict in found.conflicts)


def test_serial_of_an_address_counts_as_seconds_only_where_the_story_agrees():
    url = "https://example.org/world/bombers-1544529403"
    assert dated(f"The planes came on Monday. {BODY}", url=url).published == "2018-12-11"
    assert dated(BODY, url=url).published is None


def test_blog_path_of_another_month_loses_to_a_recent_weekday():
    text = f"Dijo el pasado sábado 17 de agosto, al cerrarse los Army Games 2019, que la cooperación crece. {CUERPO}"
    found = dated(text, url="https://example.org/2020/01/cooperacion.html", language="es")
    assert found.published == "2019-08"
    assert any("2020-01" in conflict for conflict in found.conflicts)


def test_known_caption_and_comment_spans_hold_no_date_of_the_article():
    text = f"Jets wait for parts in Caracas\n5 May 2019\n{BODY}"
    start = text.index("5 May")
    assert dated(text, clutter=[(start, start + 10, "comments")]).published is None


def test_thousands_of_dates_take_linear_time():
    few, many = "5 May 2019, on Monday last month.\n" * 200, "5 May 2019, on Monday last month.\n" * 40_000
    began = time.perf_counter()
    dated(few)
    middle = time.perf_counter()
    dated(many)
    assert time.perf_counter() - middle < 40 * (middle - began) + 1


@pytest.mark.parametrize(
    "unit", ["Published ", "5 5 5 5 ", "a" * 50, "((((", "mayo de de ", "2019-01-", "MENAFN", "© "], ids=repr
)
def test_hostile_repetition_ends(unit):
    assert dated(unit * 20_000).published is None


def test_lone_surrogate_and_bidi_marks_do_no_harm():
    assert (
        dated(f"\ud800 \u202e Jets wait for parts in Caracas\nPublished: 5 May 2019\n{BODY}").published == "2019-05-05"
    )


def test_same_page_same_answer():
    text = PRINTED[0].values[0]
    assert dated(text) == dated(text)


def test_event_of_common_words_says_nothing_of_this_month():
    rows = [{"id": "t", "date": "2025-01-10", "event": "Oath", "aliases": "third term"}]
    text = f"He seeks a third term in the election this month. {BODY}"
    record = Document(text, "a.txt", "a")
    found = date_article(text, document=record, body_spans=[(0, len(text))], clutter=[], language="en", events=rows)
    assert found.published is None
