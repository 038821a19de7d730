"""Pages as agencies, portals, journals and mailing lists print them, each with days on it that are not its own; made up here."""

import pytest

from pactline.corpus.articles import to_article
from pactline.record.article import Document
from pactline.record.topic import load_topic

EVENTS = load_topic("venezuela-russia").events

PAGES = {
    "russian-agency-with-its-copyright": (
        "2012-08-02",
        """
РИА Новости
МОСКВА, 2 авг - РИА Новости. Россия поставит Венесуэле еще два комплекса С-300 до конца года, сообщил в четверг журналистам представитель Рособоронэкспорта.
По его словам, контракт подписан в 2009 году, а первые машины прибыли в апреле 2012 года. Стоимость не раскрывается.
© РИА Новости, 2012
""",
    ),
    "american-agency-with-month-first": (
        "2006-07-27",
        """
July 27 (Bloomberg) -- Venezuelan President Hugo Chavez signed contracts to buy 24 Sukhoi fighters and 53 helicopters during a visit to Moscow today, Russia's arms exporter said.
The contracts are worth more than $3 billion, Sergei Ladygin told reporters. The first jets will arrive before the end of the year.
To contact the reporter on this story: Jane Roe in Moscow at jroe@example.net
Last Updated: July 27, 2006 10:12 EDT
""",
    ),
    "agency-time-code-at-the-foot": (
        "2009-09-14",
        """
UNCLASSIFIED
WASHINGTON (AFP) - The United States said Monday it was concerned about Venezuela's purchase of Russian tanks after President Hugo Chavez announced a 2.2-billion-dollar credit line from Moscow the day before.
"We have expressed our concerns," State Department spokesman Ian Kelly said.
dc/pfg 141912 GMT Sep 09
""",
    ),
    "two-digit-year-and-an-archive-of-years": (
        "2019-03-25",
        """
Домой  Новости  Мир
Просмотров: 1204  Комментариев: 3
Два российских военных самолета прибыли в Каракас
25.03.19
Два самолета с российскими военными прибыли в субботу в аэропорт Майкетия, сообщил журналист Хавьер Майорка. На борту находились около ста человек и 35 тонн груза.
В посольстве России подтвердили приезд специалистов, уточнив, что речь идет о рабочих консультациях.
03.04.2024 Погода: облачно
Архив: 2017 2018 2019 2020 2021 2022 2023 2024
""",
    ),
    "spanish-date-line-above-a-wire": (
        "2008-11-25",
        """
Primera plana / Mundo
Martes, 25 de noviembre de 2008
Llegan a La Guaira los buques rusos
LA GUAIRA, Venezuela (AP) _ Buques de guerra rusos llegaron el martes a aguas venezolanas para unas maniobras conjuntas, las primeras de su tipo desde la Guerra Fría.
El crucero Pedro el Grande fue recibido con 21 salvas. El presidente Medvedev llega mañana a Caracas.
Copyright 2008 The Associated Press. Todos los derechos reservados.
""",
    ),
    "bombers-told-as-news": (
        "2018-12-10",
        """
AVIACIÓN MILITAR
Dos bombarderos Tu-160 llegan a Maiquetía
Redacción | Hoy a las 17:40
Dos bombarderos estratégicos rusos Tu-160 aterrizaron este lunes en el aeropuerto de Maiquetía junto a un An-124 y un Il-62, informó el ministerio de Defensa.
El ministro Vladimir Padrino López les dio la bienvenida y dijo que realizarán vuelos operativos combinados.
Noticias relacionadas
Hace 2 años: Venezuela recibe misiles antitanque
""",
    ),
    "an-oath-told-as-news": (
        "2013-04-19",
        """
CARACAS -- Nicolas Maduro was sworn in as Venezuela's president on Friday in a ceremony attended by leaders from Brazil, Argentina and Iran.
He promised to keep buying Russian weapons, as his mentor Hugo Chavez had done before his death last month.
Story filed: 18:12 | Photo desk | Corrections
""",
    ),
    "a-profile-without-a-day": (
        None,
        """
Rosoboronexport, the Russian state arms exporter, sells tanks, aircraft and air-defence systems to some seventy countries. Among its customers in Latin America have been Peru, Venezuela, Mexico and Brazil.
The company was formed in 2000 out of two rivals. It employs several hundred people in its offices abroad.
Page last updated: never. This profile is part of our Who's Who of the arms trade.
""",
    ),
    "edition-with-its-month": (
        "2021-11",
        """
Revista Defensa y Poder | Edición noviembre 2021 | Pág. 14
Los tanques T-72 cumplen una década en Venezuela
Hace diez años llegaron al puerto de La Guaira los primeros T-72B1 que Venezuela compró a Rusia con un crédito de 2.200 millones de dólares.
De los 92 carros entregados en 2011, según fuentes militares, menos de la mitad puede salir hoy del cuartel.
Digitalizado el 4/2/2023
""",
    ),
    "stamp-with-a-bar": (
        "2017-08-12",
        """
Trump says he will not rule out a military option for Venezuela
Sat Aug 12, 2017 | 03:15 BST
BEDMINSTER, N.J. (Reuters) - U.S. President Donald Trump threatened military intervention in Venezuela on Friday, in a surprise escalation of Washington's response to the crisis there.
Venezuela's defence minister called the threat "an act of craziness".
""",
    ),
    "dateline-of-tankers-told-as-news": (
        "2020-05-25",
        """
TEHERÁN, 25 may (Xinhua) -- El primero de cinco buques tanque iraníes con combustible atracó hoy lunes en la refinería de El Palito, Venezuela, informó la agencia IRNA.
El buque Fortune había entrado el sábado en aguas venezolanas, escoltado por la armada.
Los otros cuatro llegarán en los próximos días.
""",
    ),
    "a-warning-told-as-news": (
        "2022-01-13",
        """
Russia's deputy foreign minister Sergei Ryabkov said on Thursday he could neither confirm nor rule out that Moscow would send military assets to Cuba and Venezuela if talks with the United States fail.
In remarks televised by RTVI in Geneva, he said that "it all depends on the action by our U.S. counterparts".
The talks on Monday in Geneva brought no progress.
(c) 2023 The Gazette. Powered by NewsCMS.
""",
    ),
    "a-year-so-far": (
        "2019",
        """
Producción de crudo
La producción de Venezuela bajó en julio a 742.000 barriles diarios, según el informe de la OPEP publicado este viernes, frente a los 774.000 de junio. En lo que va de 2019 ha perdido casi medio millón de barriles diarios.
El ministro no hizo comentarios.
""",
    ),
    "stamp-right-above-the-headline": (
        "2015-02-13",
        """
13/02/2015 - 09h41
Ministro russo visita Venezuela, Nicarágua e Cuba
Da France Presse
O ministro russo da Defesa, Serguei Shoigu, encerrou em Havana uma viagem de três dias por Venezuela, Nicarágua e Cuba, informou seu gabinete.
26/11/2024 Mercado: dólar a R$ 5,80
""",
    ),
    "spanish-month-first": (
        "2024-11-07",
        """
Noviembre 07, 2024 07:10 PM
VTV
El presidente Nicolás Maduro recibió este jueves en Miraflores al viceprimer ministro ruso Dmitri Chernishenko, con quien firmó 17 acuerdos en energía, defensa e inteligencia.
La comisión de alto nivel celebró su edición 18.
""",
    ),
    "telegraph-style": (
        "2010-10-15",
        """
Friday 15 October 2010 | Blog Feed | All feeds
Hugo Chávez to get nuclear plant from Russia
By our foreign staff 5:12PM BST 15 Oct 2010
Russia has agreed to build Venezuela's first nuclear power plant, President Dmitry Medvedev said after talks in the Kremlin with Hugo Chávez on Friday.
Venezuela will also buy tanks under a loan agreed last year.
Related Articles
Chavez turns to Belarus 17 Mar 2010
Tanks for Caracas 13 Sep 2009
""",
    ),
    "mailing-list": (
        "2011-12-16",
        """
From: list@arms.example
Subject: [armslist] Venezuela: Russia lends another 4 bn
Date: Fri, 16 Dec 2011 08:44:10 +0300
To: undisclosed

Venezuela will receive a further four billion dollars from Russia for weapons over the next two years, President Hugo Chavez said in a speech on television.
The first half is to be drawn in 2012, the second in 2013, he said.
--
To unsubscribe write to list-off@arms.example. Archive since 1998.
""",
    ),
    "annual": (
        "2014",
        """
Defence Review Annual 2014, chapter 7
Latin America
Venezuela remained the largest importer of Russian arms in the region, with deliveries of S-300VM and Buk-M2E systems completed in the course of the year.
Scanned by the library, 12/06/2018
""",
    ),
    "updated-in-brackets": (
        "2023-04-18",
        """
LAVROV ARRIVES IN CARACAS
Apr 18, 2023 6:22 PM EDT
(Updated Apr 19, 2023 2:10 AM EDT)
Russian Foreign Minister Sergei Lavrov arrived in Venezuela on Tuesday as part of a tour of Latin America that also takes him to Nicaragua and Cuba.
He met his counterpart Yvan Gil and President Nicolas Maduro.
""",
    ),
    "french-wire": (
        "2005-11-29",
        """
Publié le mardi 29 novembre 2005
Caracas achète douze avions à l'Espagne
CARACAS (AFP) - L'Espagne a signé lundi avec le Venezuela la vente de huit navires et douze avions de transport, malgré l'opposition de Washington.
Le contrat porte sur 1,7 milliard d'euros. © AFP 2005
""",
    ),
    "german-issue-and-day": (
        "2007-07-19",
        """
Der Spiegelbote, Ausgabe 29/2007
Caracas kauft U-Boote
Von Hans Meier, Moskau
19.07.2007
Venezuela verhandelt mit Russland über den Kauf von fünf U-Booten, bestätigte ein Sprecher des Exportunternehmens am Mittwoch in Moskau.
Der Preis soll bei einer Milliarde Dollar liegen.
""",
    ),
    "turkish-portal": (
        "2016-09-12",
        """
12 Eylül 2016 Pazartesi 14:05 | Son güncelleme 14:40
Venezuela Rusya'dan yeni helikopter istiyor
Venezuela Savunma Bakanı, ordunun Rus yapımı helikopterlerinin bakımı için Moskova ile yeni bir anlaşma yapılacağını açıkladı.
Görüşmelerin ekim ayında sürmesi bekleniyor.
""",
    ),
    "arabic-portal": (
        "2018-02-22",
        """
الخميس 22 فبراير 2018 الساعة 11:45
فنزويلا تبحث مع روسيا شراء طائرات
أعلن وزير الدفاع الفنزويلي أن بلاده تجري مباحثات مع موسكو من أجل شراء طائرات مقاتلة جديدة، وذلك خلال لقاء مع الصحفيين في العاصمة كاراكاس.
وأضاف أن الاتفاق قد يوقع قبل نهاية العام.
""",
    ),
    "chinese-portal": (
        "2019-08-16",
        """
参考消息网8月16日报道 俄媒称，俄罗斯国防部长绍伊古与委内瑞拉国防部长帕德里诺15日在莫斯科签署了关于军舰互访港口的协议。
报道称，帕德里诺感谢俄罗斯不承认瓜伊多。
2019-08-16 09:12:44 来源：参考消息网 责任编辑：李某
""",
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_the_day_is_the_articles_own(name):
    published, text = PAGES[name]
    assert to_article(Document(text.strip(), "a.txt", "a"), "a", events=EVENTS).published == published
