"""The year of a day told without one, from those whom the first sentences name in office."""

import pytest

from pactline.corpus.articles import to_article
from pactline.record.article import Document

EVENTS = [
    {"id": "m", "date": "2008-05-07", "date_end": "2012-05-07", "event": "Medvedev is president", "aliases": "President Dmitry Medvedev|президент России Дмитрий Медведев", "topic": "office"},
    {"id": "c", "date": "1999-02-02", "date_end": "2013-03-05", "event": "Chávez is president", "aliases": "President Hugo Chavez|presidente Hugo Chávez", "topic": "office"},
    {"id": "p", "date": "2014-10-24", "date_end": "", "event": "Padrino is minister", "aliases": "Defense Minister Vladimir Padrino", "topic": "office"},
]  # fmt: skip
MORE = "\n\nThe state company did not answer a request for comment, and the embassy in Moscow declined to say more about it."


@pytest.mark.parametrize(
    ("stamp", "lead", "published"),
    [
        pytest.param("Saturday, September 12", "Russian President Dmitry Medvedev said that the two ships would sail for Havana within weeks.", "2009-09-12", id="the-one-saturday"),
        pytest.param("суббота, 12 сентября", "Президент России Дмитрий Медведев заявил, что корабли выйдут в море через неделю после ремонта.", "2009-09-12", id="russian"),
        pytest.param("Saturday, September 12", "President Hugo Chavez told President Dmitry Medvedev that the two ships would sail for Havana.", "2009-09-12", id="both-in-office"),
        pytest.param("Saturday, September 12", "Former President Dmitry Medvedev said that the two ships would sail for Havana within weeks.", None, id="no-longer-in-office"),
        pytest.param("September 12", "President Dmitry Medvedev said that the two ships would sail for Havana within some weeks from now.", None, id="no-weekday"),
        pytest.param("Saturday, September 12", "President Hugo Chavez said that the two ships would sail for Havana within some weeks from now.", None, id="too-many-years-in-office"),
        pytest.param("Saturday, September 12", "Defense Minister Vladimir Padrino said that the two ships would sail for Havana within weeks.", None, id="still-in-office"),
        pytest.param("Saturday, September 12", "President Dmitry Medvedev said that the ships, which were sold in 2010, would sail in two weeks.", None, id="later-than-the-one-year"),
    ],
)  # fmt: skip
def test_the_year_in_office(stamp, lead, published):
    found = to_article(
        Document(f"Ships to sail within weeks\n{stamp}\n\n{lead}{MORE}", "a.txt", "a"), "a", events=EVENTS
    )
    assert found.published == published
