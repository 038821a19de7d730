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
    "spanish-portal-with-numbered-comments": (
        "2009-07-27",
        """
Noticias24
Lunes, 27 Jul 2009 | 7:12 pm | Por: N24
Suecia pide explicaciones a Venezuela por lanzacohetes hallados en poder de las FARC
(Estocolmo, 27 de julio - AFP) .- El gobierno de Suecia pidió explicaciones a Venezuela sobre la forma en que armas antitanque suecas llegaron a manos de las FARC, informó un alto funcionario.
"Estamos en contacto con las autoridades", dijo Jens Eriksson.
Suecia no vende armas a Venezuela desde 2006.
Comentarios (211)
1. pedro perez dijo:
Lunes, 27 Jul 2009 a las 7:20 pm
que explique el ministro pues
2. la maga dijo:
Lunes, 27 Jul 2009 a las 7:31 pm
eso es viejo, de los años 80
""",
    ),
    "wire-page-with-trending-stories": (
        "2014-11-05",
        """
World | Wed Nov 5, 2014 10:37am EST
Venezuela's PDVSA looks to import crude from Russia - sources
CARACAS
(Reuters) - Venezuela's state oil company is in talks with Russia to import light crude for blending, two sources familiar with the plan said on Wednesday.
A first cargo could arrive in December, they added.
(Reporting by the Caracas newsroom; editing by G. Crosse)
Trending Stories
1 Republicans seize Senate in Obama's sixth year
2 Exclusive: Ebola vaccine trial
Pictures of the day
""",
    ),
    "british-last-updated-and-see-also": (
        "2006-06-16",
        """
BBC NEWS | Americas | Chavez unveils new rifles
Last Updated: Friday, 16 June 2006, 02:21 GMT 03:21 UK
E-mail this to a friend   Printable version
Chavez unveils new rifles
Venezuelan President Hugo Chavez has taken delivery of the first of 100,000 Kalashnikov rifles bought from Russia.
He told soldiers that the country would build its own factory for the rifles and their ammunition.
SEE ALSO:
Venezuela to buy Russian jets 15 Jun 06 | Americas
US bans arms sales to Venezuela 16 May 06 | Americas
The BBC is not responsible for the content of external internet sites
""",
    ),
    "columnist-with-month-after-day": (
        "2019-12-24",
        """
Navidad amarga para Pdvsa
Por Eulogio Pérez | @eulogio
24 diciembre, 2019 - 8:00 am
Pdvsa cierra el año con una producción de 714.000 barriles diarios, la más baja en siete décadas, según cifras de la OPEP de noviembre.
El plan para 2020 habla de dos millones.
Ud. puede leer también: Navidad sin gasolina en los Andes
Únete a nuestro canal en Telegram
¿Qué opinas? 3 respuestas
""",
    ),
    "blog-with-its-day-above": (
        "2010-09-21",
        """
Mi blog de aviación
MARTES, 21 DE SEPTIEMBRE DE 2010
Llegan los K-8W
Los últimos entrenadores K-8W comprados a China llegaron a la base de Barquisimeto, con lo que suman dieciocho aparatos, informó la Aviación Militar.
Costaron 82 millones de dólares, pagados con el fondo chino.
Publicado por Águila en 10:15
Enviar por correo electrónico
3 comentarios:
Anónimo 22 de septiembre de 2010, 08:12
Y los Su-30 para cuándo
Entrada más reciente   Inicio   Entrada antigua
Archivo del blog
► 2012 (3)
▼ 2010 (44)
""",
    ),
    "brazilian-magazine": (
        "2021-03-02",
        """
Chamada para capa
Brasil fecha acordo de manutenção de helicópteros Mi-35
02 de Março de 2021 - 15:10 | por Da Redação
Compartilhe
A Força Aérea Brasileira prorrogou por um ano o contrato de suporte dos helicópteros AH-2 Sabre, de fabricação russa, que deixam o serviço em 2022.
O valor do aditivo é de 12 milhões de reais.
Tags: FAB, AH-2 Sabre
Artigo anterior
Marinha recebe novo navio
Próximo artigo
Exército testa blindado
DEIXE UMA RESPOSTA Cancelar resposta
""",
    ),
    "russian-portal-with-clock-in-brackets": (
        "2022-08-13",
        """
Армейские игры стартовали в Венесуэле
Дата публикации: 13.08.2022 (21:05)
Текст: Отдел новостей
Конкурс «Снайперский рубеж» Армейских международных игр впервые открылся в субботу в Баркисимето, сообщает министерство обороны.
В нем участвуют команды десяти стран.
© При использовании материалов гиперссылка обязательна. 2004-2024
""",
    ),
    "capitals-and-update": (
        "2018-05-21",
        """
El Nuevo Heraldo
MAYO 21, 2018 06:01 PM,
ACTUALIZADO MAYO 22, 2018 09:12 AM
EEUU prohíbe comprar deuda venezolana
Washington / AFP
El presidente Donald Trump firmó este lunes una orden que prohíbe comprar cuentas por cobrar del gobierno venezolano, un día después de la reelección de Nicolás Maduro.
"No reconoceremos el resultado", dijo un funcionario.
""",
    ),
    "french-with-update": (
        "2013-07-02",
        """
Accueil > International > Amériques
Maduro à Moscou
Le Monde du pétrole.fr avec AFP | 02.07.2013 à 18h40 • Mis à jour le 03.07.2013 à 09h12
Le président vénézuélien Nicolas Maduro a rencontré mardi Vladimir Poutine au Kremlin, où les deux hommes ont parlé de pétrole et d'armement.
Réagir   Classer   Imprimer   Envoyer
Partager   facebook twitter
""",
    ),
    "forum-with-join-dates": (
        "2012-03-30",
        """
Pages: 1 2 »
Thread: Venezuela BMP-3 arrival
#1 | 30-03-2012, 04:41 PM | tankman | Senior Member | Join Date: May 2007 | Posts: 1,204
Army receives BMP-3s
The first BMP-3 vehicles were shown at Fuerte Tiuna today by General Rangel, who said that 123 would be in the country by the end of the year. Source: AVN
#2 | 31-03-2012, 01:15 AM | jorge | Member | Join Date: Jan 2010
Nice, any pictures of the mortar version?
""",
    ),
    "press-release": (
        "2020-02-18",
        """
State Department / Press Release / FEBRUARY 18, 2020
Treasury Targets Russian Oil Brokerage Firm
Washington - Today, the U.S. Department of the Treasury's Office of Foreign Assets Control designated Rosneft Trading S.A. for operating in the oil sector of the Venezuelan economy.
Didier Casimiro, its president, was listed too.
####
""",
    ),
    "masthead-with-its-number": (
        "2011-11-24",
        """
Jueves 24/11/11
La Razón de Maracay * Año XX * Nº 6.612
ZAMORA AC: LLEGAN MÁS TANQUES
Arribó ayer a Puerto Cabello el segundo lote de tanques T-72, informó el comandante Strategico Henry Rangel Silva, quien dijo que son 35 unidades.
Otro barco vendrá en diciembre.
""",
    ),
    "live-page": (
        "2026-01-05",
        """
LIVE
Updated 3 minutes ago
Maduro appears in New York court
Jan 5, 2026 / 12:34 PM EST
Nicolás Maduro pleaded not guilty on Monday before a federal judge in Manhattan, two days after U.S. forces seized him in Caracas.
Acting President Delcy Rodríguez was sworn in the same day.
3h ago / Russia condemns the raid
5h ago / Oil opens higher
""",
    ),
    "clipping": (
        "2008-07-22",
        """
Tuesday July 22 2008 — Page 3 — Clipping service of the Embassy
The Herald of the Isthmus
CHAVEZ ARRIVES IN MOSCOW FOR ARMS
Moscow, Tuesday — President Hugo Chavez of Venezuela arrived here today for talks on tanks and a strategic alliance which he said would protect his country from the United States.
He met President Dmitry Medvedev at his residence outside the city.
""",
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_the_day_is_the_articles_own(name):
    published, text = PAGES[name]
    assert to_article(Document(text.strip(), "a.txt", "a"), "a", events=EVENTS).published == published


ENDS = {
    "spanish-portal-with-numbered-comments": ("(Estocolmo", "desde 2006."),
    "wire-page-with-trending-stories": ("(Reuters)", "they added."),
    "british-last-updated-and-see-also": ("Venezuelan President", "their ammunition."),
    "columnist-with-month-after-day": ("Pdvsa cierra", "dos millones."),
    "blog-with-its-day-above": ("Los últimos", "fondo chino."),
    "brazilian-magazine": ("A Força", "de reais."),
    "russian-portal-with-clock-in-brackets": ("Конкурс", "десяти стран."),
    "capitals-and-update": ("El presidente", "un funcionario."),
    "french-with-update": ("Le président", "d'armement."),
    "press-release": ("Washington", "listed too."),
    "masthead-with-its-number": ("Arribó", "en diciembre."),
    "live-page": ("Nicolás", "the same day."),
    "clipping": ("Moscow, Tuesday", "the city."),
}


@pytest.mark.parametrize("name", ENDS)
def test_the_body_begins_and_ends_with_the_article(name):
    begin, end = ENDS[name]
    body = to_article(Document(PAGES[name][1].strip(), "a.txt", "a"), "a", events=EVENTS).body
    assert body.startswith(begin)
    assert body.endswith(end)
