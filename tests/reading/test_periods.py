"""Periods of a sentence, resolved against the publication date."""

import pytest

from pactline.reading.periods import periods

CASES = [
    ("en", "2018-01-20", "Output fell in December", ["2017-12"]),
    ("en", "2018-01-20", "in December, from a year earlier", ["2017-12", "2016-12"]),
    ("en", "2023-09-14", "during last August", ["2023-08"]),
    ("en", "2023-09-14", "last month, this month and next month", ["2023-08", "2023-09", "2023-10"]),
    ("en", "2018-01-20", "last month", ["2017-12"]),
    ("en", "2020-06-10", "last year and this year", ["2019", "2020"]),
    ("en", "2020-06-10", "on Sept. 27, 2007", ["2007-09-27"]),
    ("en", "2020-06-10", "27 September 2007", ["2007-09-27"]),
    ("en", "2020-06-10", "in 2012", ["2012"]),
    ("en", "2020-06-10", "between 2015 and 2018", ["2015"]),
    ("en", "2020-06-10", "in the 1990s", ["1990"]),
    ("en", "2020-06-10", "five years ago", ["2015"]),
    ("en", "2020-06-10", "a decade ago", ["2010"]),
    ("en", "2024-11-08", "once produced more", ["past"]),
    ("en", "2024-11-08", "three million at its peak", ["past"]),
    ("en", None, "in March", [None]),
    ("en", None, "in March 2019", ["2019-03"]),
    ("en", "2026-01-20", "so far this year", ["2026"]),
    ("en", "2007-09-27", "a quota of 2.47 million b/d in November", ["2007-11"]),
    ("en", "2022-03-15", "is forecast to grow in April", ["2022-04"]),
    ("es", "2019-08-20", "en julio 734 mil barriles, durante junio 750 mil", ["2019-07", "2019-06"]),
    ("es", "2026-01-25", "para el cierre de diciembre de 2025", ["2025-12"]),
    ("es", "2026-01-25", "desde el primero de enero de 2017", ["2017-01"]),
    ("es", "2026-01-25", "el 5 de enero de 2017", ["2017-01-05"]),
    ("es", "2020-06-10", "el mes pasado y el año pasado", ["2020-05", "2019"]),
    ("es", "2020-06-10", "hace dos años", ["2018"]),
    ("es", "2020-06-10", "Venezuela llegó a producir", ["past"]),
    ("es", "2020-06-10", "actualmente", ["2020-06"]),
    ("pt", "2018-01-18", "ao longo de 2017, ante o volume do ano anterior", ["2017", "2016"]),
    ("pt", "2018-01-18", "no mês passado", ["2017-12"]),
    ("pt", "2018-01-18", "em março de 2016", ["2016-03"]),
    ("ru", "2020-05-03", "в 2018 году", ["2018"]),
    ("ru", "2020-05-03", "в апреле", ["2020-04"]),
    ("ru", "2020-05-03", "в прошлом году и в прошлом месяце", ["2019", "2020-04"]),
    ("ru", "2020-05-03", "сейчас", ["2020-05"]),
    ("ru", "2020-05-03", "два года назад", ["2018"]),
    ("ru", "2020-05-03", "когда-то", ["past"]),
    ("ru", "2020-05-03", "5 мая 2019", ["2019-05-05"]),
]

NONE = [
    ("en", "output may fall"), ("en", "they march on"), ("en", "2,019 barrels"), ("en", "2000 barrels"), ("en", "1.2019"),
    ("es", "2000 barriles"), ("pt", "2000 barris"), ("ru", "2000 баррелей"), ("ru", "на марше"), ("en", ""),
]  # fmt: skip


@pytest.mark.parametrize(("language", "published", "text", "expected"), CASES, ids=[f"{n}-{t}" for n, _, t, _ in CASES])
def test_periods(language, published, text, expected):
    assert [p.date for p in periods(text, language, published)] == expected


@pytest.mark.parametrize(("language", "text"), NONE, ids=[f"{n}-{t}" for n, t in NONE])
def test_what_is_no_period(language, text):
    assert periods(text, language, "2020-06-10") == []


@pytest.mark.parametrize("text", ["31 February 2019", "99 June 2019", "June 0, 2019"])
def test_a_day_that_does_not_exist_leaves_the_month(text):
    assert all(len(p.date or "") <= 7 for p in periods(text, "en", "2020-06-10"))


def test_the_anchor_carries_from_the_sentence_before():
    assert [p.date for p in periods("a year earlier", "en", "2020-06-10", anchor="2017-12")] == ["2016-12"]
