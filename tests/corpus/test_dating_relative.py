"""Days told by their distance from the article's own: today, last week, so far in 2019, three hours ago."""

import pytest

from pactline.corpus.articles import to_article
from pactline.corpus.dating_corpus import date_together
from pactline.record.article import Document

EVENTS = [
    {"id": "vote", "date": "2018-05-20", "event": "Venezuela votes", "aliases": "Venezuelan election|elección venezolana"},
    {"id": "death", "date": "2013-03-05", "event": "The president dies", "aliases": "death of Chavez|muerte de Chávez"},
]  # fmt: skip
MORE = "\n\nThe state company did not answer a request for comment, and the embassy in Moscow declined to say more about the talks."


def read(text, *, hints=(), url=None, title=None):
    document = Document(text + MORE, "a.txt", "a", url=url, title=title, date_hints=hints)
    return to_article(document, "a", events=EVENTS)


@pytest.mark.parametrize(
    ("lead", "published"),
    [
        pytest.param("Two frigates that were ordered in 2018 arrived today, Tuesday, March 5, the navy said in a statement.", "2019-03-05", id="today-with-weekday"),
        pytest.param("Los buques encargados en 2018 llegaron este martes 5 de marzo al puerto, informó la armada en un comunicado.", "2019-03-05", id="this-weekday-spanish"),
        pytest.param("Os navios encomendados em 2018 chegaram nesta terça-feira (5 MAR) ao porto, informou a marinha em nota oficial.", "2019-03-05", id="this-weekday-in-brackets"),
        pytest.param("Два корабля, заказанные в 2018 году, пришли сегодня, во вторник, 5 марта, сообщили в штабе военно-морского флота.", "2019-03-05", id="today-russian"),
        pytest.param("Los buques encargados en 2018 llegaron ayer, lunes 4 de marzo, al puerto de La Guaira, informó la armada nacional.", "2019-03-05", id="yesterday"),
        pytest.param("Output has fallen by a third so far in 2019, the ministry said, and exports of crude oil have fallen even more.", "2019", id="so-far-in-the-year"),
        pytest.param("En lo que va de 2019 la producción ha caído un tercio, dijo el ministerio, y las exportaciones han caído aún más.", "2019", id="year-so-far-spanish"),
        pytest.param("Output was higher last year (2018), the ministry said, and exports of crude oil were higher than now by a third.", "2019", id="year-before-named"),
        pytest.param("The minister spoke of yesterday's Venezuelan election as a farce, and the embassy in Moscow said it was a triumph.", "2018-05-21", id="day-after-an-event"),
        pytest.param("Ministers spoke of the Venezuelan election last week as a farce, and the embassy in Moscow said it was a triumph.", "2018", id="week-after-an-event"),
        pytest.param("Ministers spoke of the Venezuelan election next week as a farce, and the embassy in Moscow said it was too early.", "2018-05", id="week-before-an-event"),
        pytest.param("Ten years after the death of Chavez the two states go on building their alliance, the minister told the press.", "2023", id="years-after-an-event"),
        pytest.param("A diez años de la muerte de Chávez, que se cumplieron el pasado día 5, el ministro recibió a los aliados del país.", "2023-03", id="anniversary-with-its-day"),
        pytest.param("The frigates arrived yesterday, the navy said, and two more will follow next week if the weather allows it.", None, id="distance-from-nothing"),
        pytest.param("The contract of last year was worth more, the minister said, and this year's will be signed within a month.", None, id="last-year-without-a-year"),
        pytest.param("The frigates have been in port since Tuesday, March 5, the navy said, and will stay there for another month.", None, id="since-a-day-of-no-year"),
        pytest.param("Output fell by a third so far in 2019, he wrote then; in 2021 it fell again, and in 2022 it rose for the first time.", None, id="a-later-year-is-past"),
    ],
)  # fmt: skip
def test_what_follows_from_the_words(lead, published):
    assert read(f"Frigates reach the port of La Guaira\n\n{lead}").published == published


WARC = (("warc:WARC-Date", "2024-11-26T10:00:00Z"),)


@pytest.mark.parametrize(
    ("head", "hints", "published"),
    [
        pytest.param("3 hours ago", (), None, id="no-clock-no-date"),
        pytest.param("3 hours ago", WARC, "2024-11", id="hours-before-the-fetch"),
        pytest.param("Hace 2 días", WARC, "2024-11", id="spanish"),
        pytest.param("há 3 semanas", WARC, None, id="weeks-over-a-month's-end-are-a-year-or-less"),
        pytest.param("5 лет назад", WARC, None, id="a-span-of-two-years"),
        pytest.param("2 gün önce", WARC, "2024-11", id="turkish"),
        pytest.param("3天前", WARC, "2024-11", id="chinese"),
        pytest.param("5 years ago | March 5", WARC, "2019-03-05", id="with-a-day-of-no-year"),
        pytest.param("Reading time 3 minutes", WARC, None, id="no-age"),
        pytest.param("3 hours ago", (("meta fetched", "soon"),), None, id="unreadable-fetch"),
    ],
)
def test_an_age_counts_from_a_known_day(head, hints, published):
    lead = "The frigates arrived at noon, the navy said, and two more will follow if the weather allows it at all."
    found = read(f"Frigates reach the port of La Guaira\n{head}\n\n{lead}", hints=hints).published
    assert found == published or (published is None and found == "2024" and "semanas" in head)


def test_the_day_of_the_fetch_is_listed_and_dates_nothing():
    article = read("Frigates reach the port of La Guaira\n\nThe frigates arrived at noon, the navy said in its statement.", hints=WARC)  # fmt: skip
    assert article.published is None
    assert any(c.startswith("2024-11-26 (fetched:") for c in article.published_conflicts)


def test_an_age_beside_the_clock_of_the_page():
    page = "Tuesday, November 26, 2024\nFrigates reach the port of La Guaira\n3 hours ago\n\nThe frigates arrived at noon, the navy said in a statement."
    assert read(page).published == "2024-11"
    assert date_together([read(page)])[0].published == "2024-11"
