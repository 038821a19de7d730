"""Articles that tell their own day, month or year in words, with the date written out beside them; no stamp, no address. Made up here."""

import pytest

from pactline.corpus.articles import to_article
from pactline.record.article import Document

TOLD = {
    "today-paren": ('2019-03-12', 'Frigates leave\n\nThe frigates left port today (12 March 2019) with fuel for a month, the navy said in a statement to the press.\n\nNobody would say for how long they will be at sea.'),
    "hoy-martes": ('2019-03-12', 'Zarpan las fragatas\n\nLas fragatas zarparon hoy, martes 12 de marzo de 2019, con combustible para un mes, dijo la marina en un comunicado.'),
    "segodnya": ('2019-03-12', 'Фрегаты вышли в море\n\nФрегаты вышли в море сегодня, 12 марта 2019 года, с запасом топлива на месяц, сообщил флот в своем заявлении.'),
    "ayer": ('2019-03-12', 'Zarpan las fragatas\n\nLas fragatas zarparon ayer, lunes 11 de marzo de 2019, con combustible para un mes, dijo la marina en un comunicado.'),
    "vchera": ('2019-03-12', 'Фрегаты вышли в море\n\nФрегаты вышли в море вчера, 11 марта 2019 года, с запасом топлива на месяц, сообщил флот в своем заявлении.'),
    "background-only": (None, 'Frigates leave\n\nThe frigates, which came on 5 June 2007, left port with fuel for a month, the navy said in a statement to the press.'),
    "on-date": (None, 'Frigates leave\n\nOn March 12, 2019, the frigates left port with fuel for a month, the navy said in a statement to the press of Lima.'),
    "wire-year-from-text": ('2019-03-12', 'Frigates leave\n\nLIMA, March 12 (Reuters) - The frigates left port on Tuesday with fuel for a month. In 2018 the navy had no fuel for them at all, a captain said.'),
    "mid-2019": ('2019', 'Frigates leave\n\nThe frigates will be back by the end of this year, 2019, the navy said in a statement to the press, and the captain agreed.'),
    "so-far-2019": ('2019', 'Frigates leave\n\nThe frigates have been at sea for 40 days so far in 2019, the navy said in a statement to the press, and the captain agreed.'),
    "en-lo-que-va": ('2019', 'Zarpan las fragatas\n\nEn lo que va de 2019 las fragatas han pasado cuarenta días en el mar, dijo la marina en un comunicado a la prensa.'),
    "s-nachala": ('2019', 'Фрегаты вышли в море\n\nС начала 2019 года фрегаты провели в море сорок дней, сообщил флот в своем заявлении для журналистов города.'),
    "last-year-2018": ('2019', 'Frigates leave\n\nLast year, in 2018, the frigates were forty days at sea; now they left port with fuel for a month, the navy said.'),
    "el-ano-pasado": ('2019', 'Zarpan las fragatas\n\nEl año pasado, en 2018, las fragatas pasaron cuarenta días en el mar; ahora zarparon con combustible para un mes.'),
    "v-proshlom": ('2019', 'Фрегаты вышли в море\n\nВ прошлом, 2018 году фрегаты провели в море сорок дней, а теперь вышли с запасом топлива на месяц, сообщил флот.'),
    "ano-passado": ('2019', 'Fragatas deixam o porto\n\nNo ano passado, em 2018, as fragatas passaram quarenta dias no mar; agora saíram com combustível para um mês.'),
    "next-year": ('2019', 'Frigates leave\n\nThe frigates left port with fuel for a month and will be sold next year, in 2020, the navy said in a statement.'),
    "previous-month": ('2019-03', 'Frigates leave\n\nThe frigates left port with fuel for a month. Last month, in February 2019, the navy had none, a captain said to the press.'),
    "el-mes-pasado": ('2019-03', 'Zarpan las fragatas\n\nLas fragatas zarparon con combustible para un mes. El mes pasado, febrero de 2019, la marina no tenía nada, dijo un capitán.'),
    "this-month-named": ('2019-03', 'Frigates leave\n\nThe frigates left port with fuel for a month. Earlier this month, in March 2019, the navy had none, a captain said.'),
    "mes-en-curso": ('2019-03', 'Zarpan las fragatas\n\nLas fragatas zarparon con combustible para un mes. En el mes en curso, marzo de 2019, la marina recibió crudo, dijo un capitán.'),
    "v-etom-mesyace": ('2019-03', 'Фрегаты вышли в море\n\nФрегаты вышли в море с запасом топлива на месяц. В прошлом месяце, феврале 2019 года, топлива не было, сказал капитан.'),
    "since-a-day": (None, "Frigates leave\n\nThe frigates, at sea since March 12, 2019, left port with fuel for a month, the navy said to the press."),
    "clock-that-says-today": (None, "Today, March 12, 2019\nHarbour Post\nFrigates leave the port\n\nThe frigates left port with fuel for a month, the navy said to the press."),
    "last-month-and-a-later-year": ("2021", "Frigates leave\n\nThe frigates left port. Last month, in February 2019, there was no fuel, a captain wrote then. So far in 2021 there is, he said."),
    "a-month-of-something-else": (None, "Frigates leave\n\nThe frigates left port. Last month the navy had no fuel at all. In the war of February 2019 it had, a captain said."),
    "order-of-the-numbers-open": (None, "Fragatas deixam o porto\n\nAs fragatas deixaram o porto nesta terça-feira (12/03/2019) com combustível para um mês, informou a marinha em nota."),
    "week-ended": (None, 'Frigates leave\n\nThe frigates left port with fuel for a month, the navy said in a statement to the press of Lima.\n\nIn the week ended March 8, 2019, the navy burnt all it had.'),
    "since-last-week-date": ('2019-03', 'Frigates leave\n\nThe frigates left port last week, on March 6, 2019, with fuel for a month, the navy said in a statement to the press of Lima.'),
    "la-semana-pasada": ('2019-03', 'Zarpan las fragatas\n\nLas fragatas zarparon la semana pasada, el 6 de marzo de 2019, con combustible para un mes, dijo la marina en un comunicado.'),
    "na-proshloy": ('2019-03', 'Фрегаты вышли в море\n\nФрегаты вышли в море на прошлой неделе, 6 марта 2019 года, с запасом топлива на месяц, сообщил флот.'),
    "tomorrow": ('2019-03-12', 'Frigates leave\n\nThe frigates leave port tomorrow, March 13, 2019, with fuel for a month, the navy said in a statement to the press of Lima.'),
    "zavtra": ('2019-03-12', 'Фрегаты выйдут в море\n\nФрегаты выйдут в море завтра, 13 марта 2019 года, с запасом топлива на месяц, сообщил флот в своем заявлении.'),
    "amanha": ('2019-03-12', 'Fragatas deixam o porto\n\nAs fragatas deixam o porto amanhã, 13 de março de 2019, com combustível para um mês, informou a marinha em nota.'),
    "next-week": ('2019-03', 'Frigates leave\n\nThe frigates leave port next week, on March 20, 2019, with fuel for a month, the navy said in a statement to the press of Lima.'),
    "pasado-martes": ('2019-03', 'Zarpan las fragatas\n\nLas fragatas zarparon el pasado martes 5 de marzo de 2019 con combustible para un mes, dijo la marina en un comunicado.'),
    "ultima-terca": ('2019-03', 'Fragatas deixam o porto\n\nAs fragatas deixaram o porto na última terça-feira, 5 de março de 2019, com combustível para um mês, informou a marinha.'),
    "v-minuvshiy": ('2019-03', 'Фрегаты вышли в море\n\nФрегаты вышли в море в минувший вторник, 5 марта 2019 года, с запасом топлива на месяц, сообщил флот.'),
    "last-tuesday": ('2019-03', 'Frigates leave\n\nThe frigates left port last Tuesday, March 5, 2019, with fuel for a month, the navy said in a statement to the press of Lima.'),
    "last-day-without-a-weekday": (None, "Frigates leave\n\nThe last frigate of the class, on March 6, 2019, left port with fuel for a month, the navy said to the press."),
    "last-week-of-a-year-told-later": ("2021", "Frigates leave\n\nThe frigates left port last week, on March 6, 2019, a captain wrote then. So far in 2021 they have not, he said."),
}  # fmt: skip


@pytest.mark.parametrize(("date", "text"), TOLD.values(), ids=TOLD)
def test_an_article_tells_its_own_time(date, text):
    assert to_article(Document(text, "page.txt", "page"), "page", events=[]).published == date
