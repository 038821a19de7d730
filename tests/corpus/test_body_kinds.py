"""Every line of a page with the kind it is left out under, `body` for the article's own; made up for these tests."""

import pytest

from pactline.corpus.body import layout
from pactline.corpus.body_phrases import clutter_phrases

PAGES = {
    "menus-and-clock-of-a-portal": """
timestamp|Сегодня: среда, 11 февраля
menu|Лента  Политика  Общество  Происшествия
title|Министр обсудил с кубинскими военными учебу офицеров
timestamp|Размещено: 13.02.15 в 14:20 | Просмотров: 811
body|ГАВАНА, 13 фев - Министр обороны посетил Кубу, где встретился с главой республики и с министром вооруженных сил.
body|Стороны говорили о заходах боевых кораблей в порты и об учебе кубинских офицеров, сообщили журналистам в ведомстве.
headline-list|Читайте также
teaser|В столице пройдет лыжный забег, победителей которого ждут путевки на юг.
disclaimer|© 2001—2022 При перепечатке ссылка обязательна
""",
    "breadcrumb-and-teasers-in-full-sentences": """
menu|paper.example  »  Archive  »  Latin America
title|Peru's admirals want South Korean hulls
source-line|Article from our print edition, issue 3/2024, page 41. Uploaded 11.09.2025 10:02
body|On 16 April the Peruvian state yard and a Korean firm signed a contract worth $463 million for a frigate and two landing craft.
body|The agreement was reached the month before, when the Korean firm was chosen over bidders from Spain, Italy and the Netherlands.
headline-list|Related stories
headline-list|Chile looks for two tankers
teaser|The navy of Chile will buy two tankers before the end of the year, its chief told reporters on Monday.
headline-list|Cuba repairs its only frigate
teaser|A yard in Havana has begun to mend the frigate that ran aground in June, the state press reports.
""",
    "comments-without-a-label": """
title|Tankers to sail for Havana within the week
body|The minister said the two tankers would sail for Havana within the week, but he gave no price for the cargo.
body|The state company did not answer a request for comment, and the embassy in Moscow declined to say more about the talks.
comments|seadog67 – 12 September 2025: And yet not a single ship has sailed. I was in the port last week.
comments|Ana M. (hace 3 horas): Ya era hora de que zarparan, digo yo, después de tanto tiempo de espera.
comments|Editor – 13 September 2025: One has sailed since.
""",
    "comments-under-one-word": """
title|Tankers to sail for Havana within the week
body|The minister said the two tankers would sail for Havana within the week, but he gave no price for the cargo.
body|The state company did not answer a request for comment, and the embassy in Moscow declined to say more about the talks.
body|Two more tankers wait at anchor off the coast, according to a firm that follows ships from space.
comments|COMMENTS
comments|And yet not a single ship has sailed. I was in the port last week.
""",
    "second-article-with-its-byline": """
title|Tankers to sail for Havana within the week
byline|By Jane Roe
timestamp|March 5, 2019
body|The minister said the two tankers would sail for Havana within the week, but he gave no price for the cargo.
body|The state company did not answer a request for comment, and the embassy in Moscow declined to say more about the talks.
body|Two more tankers wait at anchor off the coast, according to a firm that follows ships from space.
second-article|Parliament votes on the budget
second-article|By John Doe
second-article|Lawmakers voted on the budget for the coming year on Tuesday, after a debate that went on all night.
second-article|The opposition had asked for another week, and some of its members left the chamber in protest.
""",
    "second-article-with-its-dateline": """
title|Tankers to sail for Havana within the week
body|CARACAS, March 5 (Reuters) - The minister said the two tankers would sail for Havana within the week, but gave no price.
body|The state company did not answer a request for comment, and the embassy in Moscow declined to say more about the talks.
body|Two more tankers wait at anchor off the coast, according to a firm that follows ships from space.
second-article|Parliament votes on the budget
second-article|LIMA, March 5 (Reuters) - Lawmakers voted on the budget for the coming year on Tuesday, after a debate of a whole night.
second-article|The opposition had asked for another week, and some of its members left the chamber in protest.
""",
    "subheadings-make-no-second-article": """
title|Tankers to sail for Havana within the week
byline|By Jane Roe
body|The minister said the two tankers would sail for Havana within the week, but he gave no price for the cargo.
body|The state company did not answer a request for comment, and the embassy in Moscow declined to say more about the talks.
body|A fleet in need of repair
body|Two more tankers wait at anchor off the coast, according to a firm that follows ships from space.
body|The long way round
body|They sail around the cape, which takes them two weeks more than the canal, and costs twice as much in fuel.
""",
    "credits-and-appeals": """
caption|FILE - A tanker at anchor off the port of La Guaira, March 1, 2019. (AP Photo/Jane Roe)
title|Tankers to sail for Havana within the week
body|The minister said the two tankers would sail for Havana within the week, but he gave no price for the cargo.
body|The state company did not answer a request for comment, and the embassy in Moscow declined to say more about the talks.
repeated|The minister said the two tankers would sail for Havana within the week, but he gave no price for the cargo.
body|Two more tankers wait at anchor off the coast, according to a firm that follows ships from space.
agency-credit|(Reporting by Jane Roe; Editing by John Doe)
subscription|Subscribe to our newsletter
disclaimer|The views expressed in this article are the author's own and do not reflect the paper's policy.
share-bar|Share on Facebook
""",
    "a-standfirst-and-a-bullet": """
title|Tankers to sail for Havana within the week
standfirst|Minister names no price, embassy declines to say more about the talks of the two states.
byline|By Jane Roe
body|• The minister said the two tankers would sail for Havana within the week.
body|• He gave no price for the cargo, and the state company did not answer.
body|• Two more tankers wait at anchor off the coast, a firm that follows ships says.
""",
    "headlines-without-a-label-at-the-end": """
title|Tankers to sail for Havana within the week
body|The minister said the two tankers would sail for Havana within the week, but he gave no price for the cargo.
body|The state company did not answer a request for comment, and the embassy in Moscow declined to say more about the talks.
headline-list|Peso falls to a new low against the dollar
headline-list|Rain is expected in the south of the country
headline-list|Bus drivers go on strike for a second day
""",
}  # fmt: skip


def split(page):
    return [line.split("|", 1) for line in page.strip().splitlines()]


def kinds_of(text):
    found = layout(text)
    marked = [*((start, end, "body") for start, end in found.body_spans), *found.clutter]
    at = 0
    for line in text.split("\n\n"):
        yield next((kind for start, end, kind in marked if start <= at < end), "")
        at += len(line) + 2


@pytest.mark.parametrize("name", PAGES)
def test_each_line_has_its_kind(name):
    lines = split(PAGES[name])
    text = "\n\n".join(words for _, words in lines)
    assert list(zip(kinds_of(text), (words for _, words in lines), strict=True)) == [tuple(line) for line in lines]


def test_every_kind_given_is_described():
    given = {kind for page in PAGES.values() for kind, _ in split(page)} - {"body"}
    assert given <= set(clutter_phrases()["kinds"])
    named_in_the_task = {
        "menu", "share-bar", "headline-list", "teaser", "caption", "agency-credit", "disclaimer", "subscription",
        "comments", "second-article", "repeated",
    }  # fmt: skip
    assert named_in_the_task <= given
