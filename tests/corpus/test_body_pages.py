"""Whole pages, made up for these tests: every line that is marked `> ` is the article's, and no other."""

from __future__ import annotations

import pytest

from pactline.corpus.body import layout

MARK = "> "

PAGES = {
    "menu-and-share-bar": """
-Home
-World
-Business
Sport
Sign in
Home / World / Americas
Oil minister sees tankers back by spring
By Jane Roe, Staff Writer
Updated 10:15 AM EST, Tue March 5, 2019
> Venezuela's oil minister said on Tuesday that tankers would return by spring.
> "We are ready," he told reporters in Caracas.
> The state company gave no figures, and analysts doubt that the fields can recover so fast.
Share this:
Click to share on Twitter (Opens in new window)
Click to share on Facebook (Opens in new window)
Related
Maduro flies to Moscow for talks on debt
March 1, 2019
In "World"
""",
    "read-also-and-advertisement-inside": """
Moscow offers frigates to Caracas
> CARACAS, March 5 (Reuters) - Russia has offered two frigates to Venezuela, a navy source said on Tuesday.
> The offer includes training of the crews.
Advertisement
Story continues below advertisement
> No price was given, and the ministry in Caracas did not answer a request for comment.
ALSO READ: Five things to know about the Caribbean fleet
> The two sides meet again in June to settle the credit.
(Reporting by John Doe; Editing by Jane Roe)
Our Standards: The Thomson Reuters Trust Principles.
""",
    "spanish-paper": """
Inicio
Mundo
Venezuela
Portada » Mundo » Moscú entregará helicópteros
Moscú entregará diez helicópteros
5 marzo, 2010
por Redacción
Compartir en Facebook
Compartir en Twitter
> Rusia entregará diez helicópteros a Venezuela antes de fin de año, informó el lunes el ministro de Defensa.
> El contrato, firmado en 2006, incluye la formación de pilotos y el mantenimiento de los aparatos.
> "Son para la vigilancia de la frontera", explicó el ministro.
Lea también: Colombia refuerza la frontera
> Caracas pagará con un crédito ruso a siete años.
Etiquetas: Rusia, helicópteros
Comparte esta noticia:
Te puede interesar
El precio del petróleo cae por tercer día
La oposición convoca una marcha para el sábado
Deja una respuesta
Tu dirección de correo electrónico no será publicada.
""",
    "portuguese-portal": """
Início
Notícias
Moscou vai vender tanques à Venezuela
Por Fulano de Tal
05/03/2010 14h22 - Atualizado em 05/03/2010 15h10
Foto: Divulgação/Exército
> A Rússia vai vender tanques à Venezuela, disse nesta sexta-feira o ministro da Defesa.
> O acordo prevê crédito de dez anos e treinamento de tropas.
Publicidade
> O valor do contrato não foi divulgado, e a oposição pediu explicações no Congresso.
Leia mais:
Chávez visita Moscou em abril
Siga o canal no WhatsApp
Mais lidas
1
Dólar fecha em queda
2
Governo anuncia novo pacote
""",
    "russian-portal": """
Главная
Новости
Политика
Москва поставит Каракасу вертолеты
5 марта 2010, 14:22
Автор: Иван Петров
Фото: Пресс-служба Минобороны
> Россия поставит Венесуэле десять вертолетов до конца года, сообщил в пятницу министр обороны.
> Контракт предусматривает обучение экипажей и обслуживание техники.
Читайте также: Каракас просит новый кредит
> Сумма сделки не называется, но эксперты говорят о сотнях миллионов долларов.
Подписывайтесь на наш канал в Telegram
Теги: Венесуэла, вертолеты
Новости партнёров
Курс рубля вырос на открытии торгов
В Москве ожидается снег
Комментарии (3)
Гость
А кто платить будет за эти вертолеты, интересно знать?
""",
    "bulleted-body": """
Key points from the defence pact
> - Russia will train 120 pilots in Caracas by the end of 2011.
> - Venezuela will buy 24 aircraft on credit over seven years.
> - Both navies will exercise together each November.
""",
    "one-sentence": """
Venezuela gets first Su-30s
> Two Russian-built Su-30 fighters landed in Venezuela on Friday, the air force said.
""",
    "teasers-cut-by-dots": """
Russia to refit Venezuelan tanks
> Russia will refit the tanks of Venezuela's army under a contract signed in 2013, officials said on Monday.
> The work starts in May in Valencia and will take four years, according to the ministry of defence.
> A second batch would follow if money can be found for it.
Brazil votes on pension reform
Lawmakers in Brasilia sat through the night before they voted on a plan that would...
Chile mine strike ends after a month
Workers at the pit accepted an offer of the owners, a union leader said on...
Peru names new finance minister
The economist who held the post two years ago returns after a week of...
""",
    "subheadings-are-body": """
What we know about the arms deal
> Russia and Venezuela signed an arms deal on Monday after months of talks in both capitals.
> What was agreed
> Venezuela buys tanks and air-defence systems on credit, the Kremlin said in a statement.
> Who pays for it
> A Russian bank lends the money over seven years, and oil serves as the security.
> What Washington says
> The State Department called the purchase excessive and asked the region to be watchful.
""",
    "single-line": """
> CARACAS: Venezuela signed a deal for 24 fighters on Monday. The planes arrive next year. Critics say that the country has no money for them. The minister denies it.
""",
    "comments-with-says": """
Caracas shows its new missiles
Posted on July 5, 2012 by admin
> Venezuela showed its new missiles at a parade on Thursday, with the president on the stand.
> The launchers came from Russia last year under a contract of 2009 that was never made public.
2 thoughts on “Caracas shows its new missiles”
John Q says:
July 6, 2012 at 9:12 am
I saw them on the road from the port, there were at least six of them.
Reply
maria says:
July 7, 2012 at 1:30 pm
Who needs missiles when there is no flour in the shops?
Reply
""",
    "second-articles-below": """
Iran ships fuel to Caracas
> An Iranian tanker reached Venezuela with fuel on Sunday, port workers said.
> It is the fourth this year, and a fifth is on its way.
More in World
Floods in Peru kill nine
Rain has fallen for two weeks on the northern coast, where nine people were swept away on Saturday.
Ecuador elects a mayor
The former journalist won the vote in Quito by a wide margin, the electoral council said on Sunday.
""",
    "spanish-blog": """
Blog de defensa
lunes, 8 de marzo de 2010
Venezuela recibe sus primeros Igla
> El Ejército de Venezuela ha recibido los primeros misiles Igla-S, según la prensa rusa.
> El lote forma parte de un contrato firmado en 2006, del que no se dieron cifras.
Publicado por Juan en 10:22
Enviar por correo electrónico
3 comentarios:
Anónimo dijo...
Excelente noticia para la defensa de nuestra patria bolivariana, saludos.
9 de marzo de 2010, 3:15
""",
    "captions-inside": """
> The Kremlin said the ships would stay for a week in the port of La Guaira.
A Russian frigate enters the port of Havana in June 2019. (AP Photo/Ramon Espinosa)
> They carry no nuclear arms, according to the ministry.
Vladimir Putin and Nicolas Maduro shake hands in Moscow in 2018. Maxim Shemetov / Reuters
> Washington watches the visit closely, an official said on Tuesday.
© 2019 Example Media. All rights reserved.
""",
    "newsletter-inside": """
Caracas in talks on drones
> Venezuela is in talks with Iran on drones, a minister said on Sunday.
Get our free daily newsletter in your inbox every morning.
Thank you for signing up!
> The drones would be built in Maracay from parts that are shipped from Iran.
Follow @example on X
Download the app for iOS and Android.
""",
    "blog-footer": """
The Caribbean Desk
News and analysis from the region
Wednesday, August 14, 2019
Navy visits agreed in Moscow
Posted by admin at 10:22 PM
> Russia and Venezuela agreed in Moscow that their navies will visit each other's ports, the ministries said.
> It is the first paper of the kind between the two countries, which have traded arms since 2005.
Labels: Navy, Russia
No comments:
Post a Comment
Newer Post
Older Post
Home
Subscribe to: Post Comments (Atom)
""",
    "broadcaster-notices": """
Watch Live
NEWS
Oil tankers turn back
by: Staff
Posted: Jan 3, 2020 / 10:00 AM EST / Updated: Jan 3, 2020 / 10:00 AM EST
This is an archived article and the information in the article may be outdated.
> (AP) — Two tankers turned back on Friday before they reached Venezuela, ship trackers say.
> The owners feared that the United States would seize their cargo.
Copyright 2020 The Associated Press. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.
""",
    "forum-post": """
Skip to content
Forum index
Venezuelan Su-30 thread
Post by flanker27 » Tue Sep 12, 2006 4:11 pm
> MOSCOW, September 12 (RIA Novosti) - The first Su-30 fighters for Venezuela are ready, the plant said on Tuesday.
> Four of them fly to Barcelona by the end of the month.
Top
""",
    "russian-ticker-above": """
закрыть
Лента новостей
14:20
В Перу произошло землетрясение
14:05
Доллар подешевел на торгах
Россия и Венесуэла договорились о поставках танков
12 сентября 2009 в 10:15
© РИА Новости / Алексей Никольский
> МОСКВА, 12 сен - РИА Новости.
> Россия и Венесуэла договорились о поставках танков Т-72, заявил в пятницу президент Уго Чавес.
> По его словам, речь идет о 92 машинах, которые прибудут до конца года.
> Ранее Каракас получил 24 истребителя.
Обсудить
Подписаться на новости
""",
    "portuguese-blog": """
Blog do Fulano
Marinha russa volta ao Caribe
terça-feira, 11 de junho de 2024
> Quatro navios da Marinha russa chegam esta semana a Havana, informou a chancelaria cubana na quinta-feira.
> Nenhum deles leva armas nucleares, segundo a nota.
Compartilhar no WhatsApp
Clique para compartilhar no Facebook (abre em nova janela)
Relacionado
Navios iranianos passam pelo canal
10 de maio de 2023
Nenhum comentário:
Postar um comentário
""",
    "standfirst-and-agency-line": """
Diario de la Frontera
Edición digital
SUSCRÍBETE
Venezuela compra radares chinos
El contrato se firmó en Pekín y cubre toda la costa
AFP
Caracas - 12/09/2008 - 10:22
Actualizado: 12/09/2008 - 11:40
> Venezuela comprará radares chinos para vigilar toda su costa, anunció el viernes el presidente Hugo Chávez.
> Los equipos llegarán en 2009 y costarán 150 millones de dólares, agregó.
PUBLICIDAD
> La Fuerza Aérea enviará técnicos a China para aprender a manejarlos.
TE RECOMENDAMOS
Bolivia nacionaliza una refinería
Archivado en: Venezuela, China, radares
Si quieres seguir leyendo, suscríbete a nuestro boletín.
""",
    "newsletter-above": """
Sign up for our newsletter
Email address
Iran ships drones
By Jane Doe and John Roe
June 1, 2020, 9:30 a.m. ET
Credit...Adriana Loureiro Fernandez for The New York Times
> CARACAS, Venezuela — Iran has shipped drones to Venezuela, according to three officials who saw the manifest.
> The drones came in crates that were marked as spare parts for farm machines.
> Neither government answered questions.
A version of this article appears in print on June 2, 2020, Section A, Page 8 of the New York edition.
""",
    "headline-in-capitals": """
U.S. BLOCKS SPANISH PLANES
January 13, 2006
> The U.S. has refused Spain licences for 12 planes that Venezuela has ordered.
> Madrid said on Friday that it would build them with European parts.
""",
    "short-quotations": """
Minister on the S-300
> "We have what we need," the minister said. "Nobody will fly over us."
> He was asked about the S-300.
> "Yes, they are here," he said.
> "And they work."
""",
    "turkish": """
Anasayfa
Dünya
Venezuela Rusya'dan tank alıyor
12.09.2009 - 10:15
Paylaş
> Venezuela Devlet Başkanı Hugo Chavez, Rusya'dan 92 tank alacaklarını cuma günü açıkladı.
> Chavez, tankların yıl sonuna kadar ülkeye geleceğini söyledi.
İlgili Haberler
Peru'da deprem oldu
Yorumlar
""",
    "chinese": """
首页
国际
委内瑞拉将从俄罗斯购买坦克
2009-09-12 10:15
来源:新华社
> 委内瑞拉总统查韦斯星期五宣布,该国将从俄罗斯购买九十二辆坦克。
> 查韦斯说,这些坦克将于年底前运抵加拉加斯,双方还将签署能源合作协议。
相关新闻
秘鲁发生地震
""",
    "arabic": """
الرئيسية
فنزويلا تشتري دبابات روسية
12/09/2009
> أعلن الرئيس الفنزويلي هوغو تشافيز يوم الجمعة أن بلاده ستشتري 92 دبابة من روسيا.
> وأضاف تشافيز أن الدبابات ستصل قبل نهاية العام الحالي إلى كراكاس.
اقرأ أيضا
زلزال في بيرو
""",
    "nothing-but-headlines": """
Latest headlines
Peru shaken by quake
Dollar falls for third day
Brazil names new central banker
Lithium mine sold
Tanker seized off Aruba
Chile votes on Sunday
""",
    "numbered-headings": """
Ten things about the Su-30
> The Su-30 is a two-seat fighter that Russia sells to a dozen countries.
> 1. Range
> It flies 3,000 kilometres without refuelling, and carries eight tons of weapons.
> 2. Price
> Buyers have paid between 30 and 60 million dollars for each, depending on the package.
> 3. Users
> Venezuela bought 24 in 2006, and India has more than 200 of its own licence.
""",
}


def page(marked: str, *, between: str) -> tuple[str, list[tuple[int, int]]]:
    """The text of a marked page, and where its body's lines are."""
    text, body = "", []
    for line in marked.strip("\n").split("\n"):
        start = len(text)
        text += line.removeprefix(MARK) + between
        if line.startswith(MARK):
            body.append((start, start + len(line) - len(MARK)))
    return text, body


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n"], ids=["tight", "airy", "windows"])
@pytest.mark.parametrize("name", PAGES)
def test_the_article_and_nothing_around_it(name, between):
    text, body = page(PAGES[name], between=between)
    found = layout(text)
    spans = found.body_spans
    assert [line for line in body if not any(a <= line[0] and line[1] <= b for a, b in spans)] == []
    allowed = {i for a, b in body for i in range(a, b)}
    assert "".join(text[i] for a, b in spans for i in range(a, b) if i not in allowed).strip() == ""


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        pytest.param("menu-and-share-bar", {"page-furniture", "byline", "timestamp", "share-bar"}, id="menu"),
        pytest.param("captions-inside", {"caption", "disclaimer"}, id="captions"),
        pytest.param("comments-with-says", {"comments"}, id="comments"),
        pytest.param("teasers-cut-by-dots", {"title"}, id="teasers"),
        pytest.param("read-also-and-advertisement-inside", {"headline-list", "agency-credit"}, id="credits"),
        pytest.param("newsletter-inside", {"subscription"}, id="newsletter"),
        pytest.param("blog-footer", {"source-line", "comments"}, id="blog"),
        pytest.param("nothing-but-headlines", {"headline-list"}, id="headlines"),
        pytest.param("spanish-paper", {"share-bar", "source-line", "headline-list"}, id="spanish"),
        pytest.param("russian-portal", {"caption", "comments", "headline-list"}, id="russian"),
    ],
)
def test_clutter_has_a_named_kind(name, kinds):
    text, _ = page(PAGES[name], between="\n")
    assert kinds <= {kind for _, _, kind in layout(text).clutter}


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("broadcaster-notices", "Oil tankers turn back"),
        ("standfirst-and-agency-line", "Venezuela compra radares chinos"),
        ("blog-footer", "Navy visits agreed in Moscow"),
        ("forum-post", "Venezuelan Su-30 thread"),
        ("turkish", "Venezuela Rusya'dan tank alıyor"),
        ("chinese", "委内瑞拉将从俄罗斯购买坦克"),
        ("single-line", None),
        ("nothing-but-headlines", None),
    ],
)
def test_headline(name, title):
    text, _ = page(PAGES[name], between="\n")
    assert layout(text).title == title


def test_a_headline_from_metadata_goes_first():
    text, _ = page(PAGES["turkish"], between="\n")
    assert layout(text, title="From the record").title == "From the record"
