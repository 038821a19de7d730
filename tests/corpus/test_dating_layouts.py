"""The same story dated in the ways of papers, agencies and blogs in ten languages; and pages that only seem to be dated."""

import pytest

from pactline.corpus.articles import to_article
from pactline.record.article import Document

STORIES = {
    "en": (
        "Tankers to sail for Havana within the week",
        "The minister said the two tankers would sail for Havana within the week, but he gave no price for the cargo.\n\n"
        "The state company did not answer a request for comment, and the embassy in Moscow declined to say more about it.",
    ),
    "es": (
        "Los buques zarparán hacia La Habana esta semana",
        "El ministro dijo que los dos buques zarparán hacia La Habana dentro de una semana, pero no dio el precio.\n\n"
        "La empresa estatal no respondió a una petición de comentarios y la embajada en Moscú no quiso decir más.",
    ),
    "pt": (
        "Navios vão zarpar para Havana nesta semana",
        "O ministro disse que os dois navios vão zarpar para Havana em uma semana, mas não deu o preço da carga.\n\n"
        "A empresa estatal não respondeu a um pedido de comentário, e a embaixada em Moscou não quis dizer mais.",
    ),
    "ru": (
        "Танкеры выйдут в Гавану в течение недели",
        "Министр сообщил, что два танкера выйдут в Гавану в течение недели, однако цену груза он не назвал никому.\n\n"
        "Государственная компания на запрос не ответила, а в посольстве в Москве отказались рассказывать подробнее.",
    ),
    "fr": (
        "Les pétroliers partiront bientôt pour La Havane",
        "Le ministre a déclaré que les deux pétroliers partiraient pour La Havane dans la semaine, sans dire le prix.\n\n"
        "La compagnie d'État n'a pas répondu à une demande de commentaire, et l'ambassade n'a rien voulu dire.",
    ),
    "de": (
        "Tanker laufen bald nach Havanna aus",
        "Der Minister sagte, die beiden Tanker würden innerhalb einer Woche nach Havanna auslaufen, nannte aber keinen Preis.\n\n"
        "Das staatliche Unternehmen antwortete nicht auf eine Anfrage, und die Botschaft wollte nichts weiter sagen.",
    ),
    "it": (
        "Le petroliere salperanno presto per L'Avana",
        "Il ministro ha detto che le due petroliere salperanno per L'Avana entro una settimana, ma non ha dato il prezzo.\n\n"
        "La società statale non ha risposto a una richiesta di commento e l'ambasciata non ha voluto dire altro.",
    ),
    "tr": (
        "Tankerler yakında Havana'ya doğru yola çıkacak",
        "Bakan, iki tankerin bir hafta içinde Havana'ya doğru yola çıkacağını söyledi ancak yükün fiyatını açıklamadı.\n\n"
        "Devlet şirketi yorum talebine yanıt vermedi ve büyükelçilik görüşmeler hakkında daha fazla bilgi vermedi.",
    ),
    "ar": (
        "ناقلتا نفط تبحران قريبا إلى هافانا",
        "قال الوزير إن الناقلتين ستبحران إلى هافانا خلال أسبوع من ميناء لا غوايرا، لكنه لم يذكر ثمن الشحنة التي تحملانها.\n\n"
        "ولم ترد الشركة الحكومية على طلب للتعليق، كما رفضت السفارة في موسكو الإدلاء بمزيد من التفاصيل حول المحادثات.",
    ),
    "zh": (
        "两艘油轮将启航前往哈瓦那",
        "部长表示，两艘油轮将在一周内从拉瓜伊拉港启航前往哈瓦那，但他没有透露货物的价格，也没有说明合同的其他条件。\n\n"
        "国有公司没有回应置评请求，驻莫斯科大使馆也拒绝透露更多有关会谈的情况。",
    ),
}
DAY = "2019-03-05"  # a Tuesday


def dated(language, layout, url=None):
    headline, body = STORIES[language]
    return to_article(Document(layout.format(h=headline, b=body), "a.txt", "a", url=url), "a").published


LAYOUTS = {
    "en": [
        "{h}\nBy Jane Roe\nMarch 5, 2019\n\n{b}",
        "{h}\n\nTuesday, March 5, 2019 | 4:15 p.m. EST\n\n{b}",
        "{h}\nJane Roe, 5 Mar 2019, 16:15 GMT\n{b}",
        "Home > World\n{h}\nPublished: 5:15 AM, Tue Mar 5, 2019  | Updated: 9:15 AM, Wed Mar 6, 2019\n{b}",
        "{h}\n{b}\n\nPublished in The Herald on 5 March 2019",
        "{h}\n{b}\n\n— Gulf newsletter, March 5, 2019. Unsubscribe here.",
        "{h}\nWritten by Jane Roe on 05 March 2019\n{b}",
        "{h}\nTue 5 Mar 2019 16.15 GMT Last modified on Wed 6 Mar 2019 09.00 GMT\n{b}",
        "{h}\n{b}\n\nFirst published on March 5, 2019 / 4:15 PM\n\n© 2024 The Paper. All rights reserved.",
        "{h}\nMOSCOW, March 5, 2019 (AP) — {b}",
        "{h}\nMOSCOW, March 5, 2019. {b}",
        "{h}\nIssue Date: 05-Mar-2019\n{b}",
        "{h}\n05-Mar-19 16:15\n{b}",
        "{h}\n05.03.19 16:15\n{b}",
        "{h}\n3/5/2019 4:15:22 PM PST\n{b}",
        "{h}\n05MAR2019\n{b}",
        "{h}\n(Originally published March 5, 2019; reposted August 9, 2021)\n{b}",
        "{h}\n{b}\nSource: Coast Wire (March 5, 2019). Accessed on May 3, 2021.",
        "{h}\nCaracas, Tuesday, 5 March (Press Office)\n{b}\n\nThe plan was agreed upon in 2018.",
        "{h}\nFirst posted 05 March 2019 | 16:15 IST\nLast updated 7 March 2019\n{b}",
        "Event: Oil Forum, 12-14 June 2019, Lima. Register now\n{h}\nMarch 5, 2019\n{b}",
        "{h}\nThis entry was posted on Tuesday, March 5th, 2019 at 4:15 pm and is filed under Oil.\n{b}",
        "{h}\n[2019/03/05]\n{b}",
        "{h}\nby Jane Roe -March 5, 20190\n{b}",
        "{h}\nUpdated 1615 GMT (0015 HKT) March 5, 2019\n{b}",
        "{h}\nPosted By Jane Roe On March 5, 2019 @ 4:15 pm In News | Comments Disabled\n{b}",
        "{h}\nStory by Jane Roe • Mar 5, 2019\n• 3 min read\n{b}",
        "Friday, May 17, 2024\n{h}\nBy Jane Roe, 5 March 2019\n{b}",
        "{h}\nMOSCOW (AFP) - {b}\n\npfg/mdl\nAFP 051615 GMT MAR 19\nNNNN",
        "{h}\n{b}\n\nAP-WF-03-05-19 1615GMT",
        "{h}\n{b}\n\n(END) Dow Jones Newswires 03-05-19 1615ET",
        "{h}\n{b}\n\nDocument AFPR000020190305ef35005gt",
        "{h}\nMarch 5 (Reuters) - {b}\n\n© Thomson Reuters 2019 All rights reserved",
        "{h}\nHAVANA, March 5, (DPI) – On Tuesday {b}\n\n— Department of Public Information, 2019",
        "20190305 GMT 1409 | World\ncopyright c 1997-2024 Wire Holdings. 2024 archive edition\n{h}\n{b}\n\nmoved to archive 03/03/2024 ##",
        '{{"modified":"2021-02-28T00:00:00Z","crawler":"2022-06-01"}}\n{h}\nMOSCOW, March 5 (AP) - {b}\n\nNext year, 2020, they sail again.',
        "{h}\nCaracas, 5 March (Argus)\n{b}\n\nOutput was higher in February 2019, the ministry told the agency.",
        "{h}\nReuters · 5 MAR · 17h31\n{b}\n\nThe fleet was sold in 2019.\n© COPYRIGHT 2000-2019, Networks",
        "{h}\nMarch 5, 2019\n{b}\n\nJoe says:\nMarch 9, 2019 at 4:15 pm\nGreat news, I must say.\n\nAnn says:\nMarch 10, 2019 at 6:15 pm\nNot at all, my friend.",
        "{h}\nMarch 5, 2019\n{b}\n\nLatest news\nOil falls again as stocks rise\nMarch 9, 2021\nPeso rises after the vote\nMarch 8, 2021",
    ],
    "es": [
        "{h}\nPor Juan Pérez\n5 de marzo de 2019\n{b}",
        "{h}\nCaracas, 5 mar (EFE).- {b}\n\n© EFE 2019",
        "{h}\nCaracas, 5 de marzo de 2019. {b}",
        "{h}\n05 MAR. 2019 - 16:15\n{b}",
        "{h}\nMARTES 05 DE MARZO DEL 2019\n{b}",
        "{h}\nEl 5 marzo, 2019\n{b}",
        "{h}\n5/3/19 16:15\n{b}",
        "{h}\nPor AVN/ Juan Pérez. Caracas, 05 Mar. 2019 AVN.- {b}",
        "{h}\n{b}\n\nCaracas, 05 de marzo 2019.- Prensa del Ministerio",
        "{h}\nHace 3 horas\n5 de marzo 2019 4:15 PM\n{b}",
    ],
    "pt": [
        "{h}\n05/03/2019 16h15 - Atualizado em 06/03/2019 09h00\n{b}",
        "{h}\nPublicado em 5 de março de 2019 às 16:15\n{b}",
        "{h}\n5.mar.2019 às 16h15\n{b}",
        "{h}\nMoscou, 5 mar 2019 (AFP) - {b}",
    ],
    "ru": [
        "{h}\n16:15 05.03.2019 (обновлено: 16:49 05.03.2019)\n{b}",
        "{h}\nМОСКВА, 5 мар 2019 — РИА Новости. {b}",
        "{h}\nМОСКВА, 5 марта 2019. {b}",
        "{h}\n5.03.19\n{b}",
        "{h}\nВт, 05/03/2019 - 16:15\n{b}",
        "{h}\n{b}\n\nКоммерсантъ №39 от 05.03.2019",
        "Сегодня: среда, 11 мая\n{h}\nРазмещено: 05.03.19 в 14:20 | Просмотров: 811\n{b}",
    ],
    "fr": ["{h}\nPublié le 5 mars 2019 à 16h15\n{b}", "{h}\nLe 05/03/2019\n{b}", "{h}\nPosté le : 5 mars 2019\n{b}"],
    "de": ["{h}\nStand: 05.03.2019 16:15 Uhr\n{b}", "{h}\nCaracas (dpa), 5. März 2019 - {b}"],
    "it": ["{h}\nPubblicato il 05/03/2019\n{b}", "{h}\nUltima modifica 6 marzo 2019\nCreato: 05 Marzo 2019\n{b}"],
    "tr": ["{h}\n05.03.2019 - 16:15 | Son Güncelleme: 06.03.2019\n{b}", "{h}\nGiriş: 05 Mart 2019 16:15\n{b}"],
    "ar": ["{h}\nالثلاثاء 5 مارس 2019\n{b}", "{h}\n٥ مارس ٢٠١٩\n{b}", "{h}\n5 آذار/مارس 2019\n{b}"],
    "zh": ["{h}\n2019年03月05日 16:15\n{b}", "{h}\n新华社加拉加斯2019年3月5日电 {b}", "{h}\n2019/03/05 16:15\n{b}"],
}  # fmt: skip


@pytest.mark.parametrize(("language", "layout"), [(lang, one) for lang, all_ in LAYOUTS.items() for one in all_])
def test_a_printed_day_is_read(language, layout):
    assert dated(language, layout) == DAY


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/2019/mar/05/tankers",
        "https://a.example/news-5-march-2019-tankers",
        "https://a.example/noticias/5-de-marzo-de-2019/buques",
        "https://a.example/news/20190305/story",
        "https://a.example/tankers-2019-03-05/",
        "https://a.example/noticia-25-03-2019.html",
    ],
)
def test_a_day_in_an_address(url):
    assert dated("en", "{h}\n{b}", url) in (DAY, "2019-03-25")


@pytest.mark.parametrize(
    ("layout", "published"),
    [
        pytest.param("{h}\n{b}\n\n© 2024 The Paper", None, id="copyright-alone"),
        pytest.param("{h}\nMarch 5 (Local Desk) - {b}\n\n© 2024 The Paper", None, id="copyright-of-another-holder"),
        pytest.param("{h}\nMarch 5 (Local Desk) - On Monday {b}\n\n— Ministry of Information, 2020", None, id="source's-year-of-another-weekday"),
        pytest.param("{h}\n3 hours ago\n{b}", None, id="age-alone"),
        pytest.param("{h}\n{b}\n\nISSN 0000-0000 · Last crawled 2026-01-17T03:12Z", None, id="day-of-the-crawl"),
        pytest.param("{h}\n{b}\n\nPrinted from example.org on 5 March 2019", None, id="day-of-the-printout"),
        pytest.param("{h}\n{b}\n\nRelated\nOil falls — March 9, 2021\nPeso rises — March 8, 2021", None, id="other-stories"),
        pytest.param("{h}\n{b}\n\nUBX0417 4 P 0389 RUS /AFP-HS27\n1010158", None, id="serial-numbers"),
        pytest.param("{h}\n{b}\n\nFILE - The president waves to supporters in Caracas, May 20, 2018. (AP Photo/J. Doe)", None, id="caption"),
        pytest.param("{h}\nFrom our print edition, issue 3/2024, page 41. Uploaded 11.09.2025 10:02\n{b}", "2024", id="print-issue"),
        pytest.param("{h}\nMarch 2024 issue\n{b}", "2024-03", id="print-issue-with-its-month"),
        pytest.param("{h}\n5/3/2019\n{b}", "2019", id="either-order"),
        pytest.param("{h}\n08-11-10 16:15\n{b}", None, id="any-order"),
        pytest.param("{h}\n08-11-10 16:15\n{b}\n\nThe ships had been ordered in 2009, and paid for in 2010.", "2010", id="years-told-near-one-reading"),
        pytest.param("{h}\n24-11-08 16:15\n{b}\n\nThe ships had been ordered in 2007, and paid for in 2008.", "2008-11-24", id="settled-by-the-years-told"),
    ],
)  # fmt: skip
def test_pages_that_only_seem_to_be_dated(layout, published):
    assert dated("en", layout) == published


@pytest.mark.parametrize(
    ("language", "layout"),
    [
        pytest.param("en", "{h}\nNews | 5 Mar '19\n\n{b}", id="year-behind-an-apostrophe"),
        pytest.param("en", "{h}\nStory dated Tuesday, 5th of March 2019\n\n{b}", id="story-dated"),
        pytest.param("en", "{h}\n\n{b}\n\nThis story appeared in print on March 5, 2019, on page A4.", id="in-print-on"),
        pytest.param("en", "{h}\n\n{b}\n\nA version of this article appears in print on March 5, 2019, Section A", id="a-version-in-print"),
        pytest.param("es", "{h}\n\n{b}\n\nPublicado en la edición impresa del 5 de marzo de 2019", id="edicion-impresa"),
        pytest.param("ru", "{h}\n\n{b}\n\nГазета «Порт» от 5 марта 2019 года", id="paper-and-its-day"),
        pytest.param("en", "Paper 17\n2019-03-05\n\n{b}", id="no-headline-at-all"),
    ],
)  # fmt: skip
def test_a_day_of_a_print_or_of_a_text_without_a_headline(language, layout):
    assert dated(language, layout) == DAY


def test_a_clock_above_a_text_without_a_headline_names_its_weekday():
    assert dated("en", "Paper 17\nTuesday, 5 March 2019\n\n{b}") is None
