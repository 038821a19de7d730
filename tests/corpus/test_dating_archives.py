"""Copies in archives, corrections, old and formal ways to write a day: what dates the article and what only its copy. Made up here."""

import pytest

from pactline.corpus.articles import to_article
from pactline.corpus.dating_address import address_date
from pactline.record.article import Document

TITLE = "Frigates leave the old port"
BODY = (
    "The frigates left port with fuel for a month, and the admiral said that nobody should read more into it than that."
)

ADDRESSES = {
    "copy-of-a-dated-address": ("https://web.archive.org/web/20210605101010/https://a.example/2019/03/12/x", "2019-03-12"),
    "copy-with-flags-and-a-port": ("http://web.archive.org/web/20210605101010id_/http://www.a.example:80/2019/03/12/x", "2019-03-12"),
    "copy-of-an-address-without-a-scheme": ("https://web.archive.org/web/2021/a.example/2019/03/12/x", "2019-03-12"),
    "national-archive": ("https://arquivo.pt/wayback/20210605101010/http://a.example/2019/03/12/", "2019-03-12"),
    "copy-of-an-undated-address": ("https://web.archive.org/web/20210605101010/https://a.example/frigates", None),
    "short-address-of-an-archive": ("https://archive.ph/20210605/", None),
    "day-glued-to-its-month": ("https://a.example/world/frigates-leave-12mar2019.html", "2019-03-12"),
    "number-glued-to-a-word": ("https://a.example/world/frigates-12ships2019.html", None),
}  # fmt: skip


@pytest.mark.parametrize(("url", "date"), ADDRESSES.values(), ids=ADDRESSES)
def test_an_archives_own_day_is_that_of_the_copy(url, date):
    found = address_date(url)
    assert (found and found.date) == date


PAGES = {
    "correction-below": ("2019-03-12", "{t}\nMarch 12, 2019\n\n{b}\n\nCorrection, March 15, 2019: an earlier version misnamed the admiral."),
    "correction-alone": (None, "{t}\n\n{b}\n\nThis article was amended on 15 March 2019 to correct a name."),
    "updated-above-published": ("2019-03-12", "Editor's note: This story was updated on March 14, 2019.\n{t}\nPublished March 12, 2019\n\n{b}"),
    "archive-header": ("2019-03-12", "ARCHIVE | World | 12 March 2019\n{t}\n\n{b}"),
    "archived-and-stamped": ("2019-03-12", "Archived from the original on 5 June 2021\n{t}\nBy Jane Roe\n12 March 2019\n\n{b}"),
    "captures": ("2019-03-12", "Wayback Machine 3 captures 12 Mar 2019 - 5 Jun 2021\n{t}\n12 March 2019\n\n{b}"),
    "roman-month": ("2019-03-12", "{t}\n12.III.2019\n\n{b}"),
    "roman-numerals-of-ships": (None, "{t}\nClass II VI 2019\n\n{b}"),
    "spaced-figures": ("2019-03-12", "{t}\n12. 3. 2019\n\n{b}"),
    "days-of-the-month-of": ("2019-03-12", "Lima, a los 12 días del mes de marzo de 2019\n{t}\n\n{b}"),
    "dias-do-mes-de": ("2019-03-12", "Lisboa, aos 12 dias do mês de março de 2019\n{t}\n\n{b}"),
    "issue-of-two-months": ("2019", "March/April 2019\n{t}\n\n{b}"),
    "webinar-above": ("2019-03-12", "{t}\nWebinar: 5 June 2019, register now\n12 March 2019\n\n{b}"),
    "month-day-year-by-its-clock": ("2019-03-12", "{t}\n03/12/2019 04:15 PM EDT\n\n{b}"),
    "order-of-another-date": ("2019-03-12", "{t}\n12/03/2019 04:15 GMT\n\n{b}\n\nRelated\nUnion votes 25/02/2019"),
}  # fmt: skip


@pytest.mark.parametrize(("date", "page"), PAGES.values(), ids=PAGES)
def test_days_around_an_article(date, page):
    text = page.format(t=TITLE, b=BODY)
    assert to_article(Document(text, "page.txt", "page"), "page", events=[]).published == date
