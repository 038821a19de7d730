"""Pages whose stamp is of another time than their words: those in office, what is still to come, the news told. Made up here."""

import pytest

from pactline.corpus.articles import to_article
from pactline.record.article import Document
from pactline.record.topic import load_topic

EVENTS = load_topic("venezuela-russia").events


def dated(text):
    return to_article(Document(text, "page.txt", "page"), "page", events=EVENTS)


NOT_BELIEVED = {
    "weather-line-above-an-election-to-come": (
        ("2025-03-03", "2024"),
        """
Monday, March 3, 2025 | 24 C partly cloudy
The Island Voice
Maduro and Gonzalez close campaigns
CARACAS - Candidates are filling squares across Venezuela before the presidential election to be held on July 28. Edmundo Gonzalez leads in most polls, and Nicolas Maduro seeks a third term.
""",
    ),
    "exchange-rate-beside-the-clock": (
        ("2019-10-12", None),
        """
Caracas 27° | Sat 12 Oct 2019 | Dollar 19,876
Diario del Puerto
Chávez recibirá a Medvédev
El presidente Hugo Chávez recibirá la próxima semana a su homólogo ruso en el palacio de Miraflores, informó la cancillería.
""",
    ),
    "posting-stamp-of-a-ship-still-to-sail": (
        ("2012-02-14", "2008"),
        """
Russian warships will sail to Venezuela
Added by admin on 14.02.2012 11:20
MOSCOW - The nuclear cruiser Peter the Great will sail to the Caribbean in November for joint exercises with the Venezuelan navy, a navy spokesman said on Monday.
President Dmitry Medvedev and President Hugo Chavez agreed on the exercise in July.
""",
    ),
    "clock-above-a-president-elect-and-an-outgoing-one": (
        ("2021-10-05", None),
        """
Tuesday, October 5, 2021 Subscribe
Russia hopes for thaw
MOSCOW - Foreign Minister Sergei Lavrov said Russia hopes that president-elect Barack Obama will drop the missile shield plans of outgoing President George W. Bush.
""",
    ),
    "clock-above-a-funeral-to-come": (
        ("2019-10-14", "2013-03"),
        """
14 октября 2019, 12:40
Россия проводит Чавеса в последний путь
Делегация России во главе с Игорем Сечиным вылетает в Каракас на похороны президента Венесуэлы Уго Чавеса, скончавшегося во вторник.
Вице-президент Николас Мадуро будет исполнять обязанности главы государства до выборов.
""",
    ),
    "label-of-a-repost-against-two-signs": (
        ("2021-08-22", "2018-12-10"),
        """
Postado em 22/08/2021
Bombardeiros russos chegam à Venezuela
Dois bombardeiros Tu-160 pousaram na segunda-feira em Maiquetía, informou o Ministério da Defesa da Rússia. O presidente eleito Jair Bolsonaro criticou a missão.
""",
    ),
    "page-that-says-what-day-it-is": (
        ("2019-08-08", "2013"),
        """
Data atual: quinta-feira, 8 de agosto de 2019
Jornal do Norte
Capriles e Maduro em campanha
O presidente interino da Venezuela, Nicolás Maduro, e o candidato opositor Henrique Capriles encerraram a campanha com comícios em Caracas.
""",
    ),
    "sanctions-still-threatened": (
        ("2019-01-12", "2018"),
        """
Sábado 12 de enero de 2019 | 31°C
Falcón: bajaré el precio del petróleo
El candidato opositor Henri Falcón dijo que renegociará la deuda con Rusia si gana las elecciones presidenciales de Venezuela previstas para el 20 de mayo.
""",
    ),
}


@pytest.mark.parametrize(("dates", "text"), NOT_BELIEVED.values(), ids=NOT_BELIEVED)
def test_a_stamp_of_another_time_is_listed_and_not_believed(dates, text):
    stamped, published = dates
    article = dated(text)
    assert article.published == published
    assert any(conflict.startswith(stamped) for conflict in article.published_conflicts)


BELIEVED = {
    "full-stamp-against-one-tense": (
        "2008-12-02",
        """
Venezuela, Russia end first part of drills
2008-12-02
LA GUAIRA - Ships of both navies practised the defence of a convoy. The second part of the exercise, scheduled to take place on December 2 and 3 off Venezuela, is about air defence, an admiral said.
""",
    ),
    "a-look-back-under-its-byline": (
        "2019-03-06",
        """
The Harbor Times
By Ann Lee
March 6, 2019
What is left of Chavez's arms deals
When President Hugo Chavez signed the first contracts in 2006, Defense Secretary Donald Rumsfeld protested. President George W. Bush banned sales to Caracas. Today half of the jets do not fly.
""",
    ),
    "a-stamp-that-the-years-told-bear-out": (
        "2014-06-04",
        """
Business Line
4 June 2014
Rosneft lends to PDVSA
Rosneft will lend PDVSA 2 billion dollars, the companies said on Wednesday. In 2013 President Vladimir Putin had received President Nicolas Maduro in Moscow.
""",
    ),
    "a-daily-of-midnight": (
        "2012-04-12",
        """
LA JORNADA DEL CENTRO
jueves 12 de abril de 2012 12:00 AM

Pocas obras a la vista tras sesenta convenios

CARACAS.- Los dos gobiernos han suscrito desde 2006 más de sesenta convenios, según un balance de la Comisión de Finanzas.
""",
    ),
    "a-dateline-in-a-forwarded-message": (
        "2008-12-01",
        """
Subject: warships
Sent: Tue, 2 Dec 2008 09:41:10 +0000

Friends, this came last night.

Ships start joint drill

LA GUAIRA, Venezuela, Dec 1 (Reuters) - Russian and Venezuelan warships began manoeuvres in the Caribbean on Monday, the first of their kind in the region since the Cold War ended.
""",
    ),
    "a-dateline-above-a-writers-edit": (
        "2010-05-03",
        """
MOSCOW, May 3 (Agency) - Two tankers left port on Monday for the Caribbean with fuel for the squadron, a navy spokesman said.

The ships will be away for a month, he added.

Last edited by Harpoon7; 05-04-2010 at 02:14 AM. Reason: typo
""",
    ),
    "a-dateline-that-closes-its-line-with-the-month-first": (
        "2017-01-31",
        """
Cae la producción colombiana
PORTADA - Bogotá, enero 31 de 2017

La producción de petróleo de Colombia promedió el año pasado 885.000 barriles por día, reveló el ministro de Minas y Energía.
""",
    ),
    "a-dateline-whose-year-is-that-of-a-plan": (
        "2019-05-16",
        """
MOSCOW, May 16. /Agency/. The plant under construction in Maracay will start making rifles before the close of 2019, the director told reporters on Thursday. Some 30 contracts were signed in 2005-2013.
""",
    ),
    "a-dateline-under-an-anniversary-to-come": (
        "2025-03-12",
        """
La Habana, 12 mar (Agencia) El ministro cubano y el secretario del Consejo de Seguridad conversaron este miércoles en Moscú sobre los planes de cooperación, invitado el primero a los actos previos al aniversario 80 de la victoria sobre el fascismo, en mayo próximo.
""",
    ),
    "a-dateline-above-a-range-of-copyright-years": (
        "2012-12-20",
        """
© 2004-2019 Агентство Волга-Пресс
САРАТОВ, 20 декабря. (Волга-Пресс) Завод получил заказ на двигатели для вертолетов. В 2011 году предприятие выпустило сто моторов, в этом году - сто сорок, сообщил директор в четверг.
""",
    ),
    "a-dateline-with-the-year-before-told-and-its-weekday": (
        "2018-06-12",
        """
Producción cae
Caracas, 12 jun (Agencia).- La producción cayó en mayo a 1,392 millones de barriles, informó este martes el ministerio. En 2017 el promedio fue de 1,911 millones.
""",
    ),
    "a-dateline-above-a-republication": (
        "2015-09-18",
        """
CARACAS, 18 sep (Agencia) - Un caza Sukhoi-30 se estrelló en Apure cerca de Elorza, informó el viernes el ministro de Defensa, Vladimir Padrino, en un comunicado que leyó ante la prensa.
(Corrige el lugar. Publicada de nuevo el 21/09/2015)
""",
    ),
    "an-agencys-year-with-the-plan-of-that-year": (
        "2024",
        """
Exports climb on cargoes

(Bloomberg) -- The company exported an average of 760,000 barrels a day in April, 10% more than the month before. The minister said that it still aims to end 2024 with one million barrels a day.

©2024 Bloomberg L.P.
""",
    ),
    "a-later-half-of-the-one-year-told": (
        "2023",
        """
PDVSA revisa empresas mixtas
La vicepresidenta recibió en Caracas a directivos de la compañía para revisar la marcha de las empresas mixtas. Se acordó acelerar la perforación durante el segundo semestre de 2023.
""",
    ),
}


@pytest.mark.parametrize(("published", "text"), BELIEVED.values(), ids=BELIEVED)
def test_a_day_that_the_words_bear_out_is_believed(published, text):
    assert dated(text).published == published


SILENT = {
    "comments": """
Maduro promete nuevos cazas
El presidente Nicolás Maduro prometió nuevos aviones de combate para la Fuerza Aérea durante un acto en Maracay.
El mandatario no precisó el número ni el origen de los aparatos.
Comentarios
jose_perez - 14/02/2016 11:32
¿Con qué dinero?
""",
    "correction": """
Planes land in Caracas
Two military planes landed near Caracas with nearly a hundred troops on board, the government said.
They left again after some days, according to the airport.
Correction: April 2, 2019
""",
    "page-last-modified-years-after-those-in-office": """
Spain to sell ships to Venezuela
Spain will go ahead with the sale of eight patrol boats, Prime Minister Jose Luis Rodriguez Zapatero said, despite objections from Secretary of State Condoleezza Rice.
Page last modified 3 May 2013
""",
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_a_day_of_something_else_dates_nothing(text):
    assert dated(text).published is None
