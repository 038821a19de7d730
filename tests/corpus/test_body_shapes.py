"""Ways in which sites, forums and press services frame an article; the body is found to the word. Made up for these tests."""

import pytest

from pactline.corpus.articles import to_article
from pactline.record.article import Document

ENGLISH = [
    "The minister said the two tankers would sail for Havana within the week, but he gave no price for the cargo.",
    "The state company did not answer a request for comment, and the embassy in Moscow declined to say more about the talks.",
    "Two more tankers wait at anchor off the coast, according to a firm that follows ships from space.",
]
SPANISH = [
    "El ministro dijo que los dos buques zarparán hacia La Habana dentro de una semana, pero no dio el precio de la carga.",
    "La empresa estatal no respondió a una petición de comentarios y la embajada en Moscú no quiso decir más sobre las conversaciones.",
    "Otros dos buques esperan fondeados frente a la costa, según una empresa que sigue barcos por satélite.",
]
RUSSIAN = [
    "Министр сообщил, что два танкера выйдут в Гавану в течение недели, однако цену груза он не назвал никому.",
    "Государственная компания на запрос не ответила, а в посольстве в Москве отказались рассказывать подробнее.",
    "Еще два танкера стоят на якоре у берега, по данным компании, которая следит за судами из космоса.",
]
HEADLINE = "Tankers to sail for Havana within the week"


def paragraphs(body):
    return "\n\n".join(body)


SHAPES = [
    pytest.param(f"{HEADLINE}\n\n{paragraphs(ENGLISH)}\n\nJoe Smith\nMarch 9, 2019 at 4:15 pm\nThey have been saying this since Christmas, and nobody has seen a tanker move.\nReply\n\nAnn\nMarch 10, 2019 at 9:12 am\nOne left this morning, I saw it from the beach with my own eyes.\nReply", ENGLISH, id="comments-name-stamp-text"),
    pytest.param(f"{HEADLINE}\n\n{paragraphs(ENGLISH)}\n\nLike\nDislike\nReport\n↳ @seadog: They have been saying this since Christmas, and nobody has seen a tanker move.", ENGLISH, id="comment-arrow"),
    pytest.param(f"{HEADLINE}\n\n{paragraphs(ENGLISH)}\n\n2 Comments\nSort by Oldest\nJoe Smith\nThey have been saying this since Christmas, and nobody has seen a tanker move.\nLike · Reply · 3y", ENGLISH, id="facebook-comments"),
    pytest.param(f"{HEADLINE}\n\n{paragraphs(ENGLISH)}\n\nDisqus\n0 Comments\nYour email address will not be published.", ENGLISH, id="disqus"),
    pytest.param(f"{HEADLINE}\n\n{ENGLISH[0]}\n\n[Read more: Peso falls to new low]\n\n{ENGLISH[1]}\n\n>> Watch: tankers leave port\n\n{ENGLISH[2]}", ENGLISH, id="bracket-read-more"),
    pytest.param(f"{HEADLINE}\n\n{ENGLISH[0]}\n\nADVERTISEMENT\n\n{ENGLISH[1]}\n\nStory continues below this ad\n\n{ENGLISH[2]}", ENGLISH, id="ads"),
    pytest.param(f"{HEADLINE}\n\n{ENGLISH[0]}\n\n(Adds details on the cargo in paragraph 3)\n\n{ENGLISH[1]}\n\n{ENGLISH[2]}\n\nReporting by Jane Roe in Caracas and John Doe in Moscow; Editing by A. B. Smith", ENGLISH, id="editor-note"),
    pytest.param(f"Skip to main content\nSearch\nMenu\nU.S.\nWorld\nPolitics\nSports\nEntertainment\nBusiness\nScience\nFact Check\nOddities\nBe Well\nNewsletters\nAP Buyline\n{HEADLINE}\nBY JANE ROE\nPublished 4:15 PM EST, March 5, 2019\nShare\n\n{paragraphs(ENGLISH)}", ENGLISH, id="AP-menu"),
    pytest.param(f"{HEADLINE}\n\n{paragraphs(ENGLISH)}\n\nAbout the author\nJane Roe covers oil for the paper and has lived in Caracas since 2010. Follow her on Twitter.", ENGLISH, id="about-author"),
    pytest.param(f"{HEADLINE}\n\n{paragraphs(ENGLISH)}\n\nJane Roe is a reporter in Caracas. She can be reached at jroe@example.com.", ENGLISH, id="author-line"),
    pytest.param(f"{HEADLINE}\n\n• Two tankers chartered by the state company\n• Price not disclosed\n• Embassy silent\n\n{paragraphs(ENGLISH)}", ENGLISH, id="key-points"),
    pytest.param(f"Los buques zarparán esta semana\n\n{SPANISH[0]}\n\nMira también: Los precios del pan\n\n{SPANISH[1]}\n\n{SPANISH[2]}\n\nTemas relacionados\nLa Habana | Buques\n\nEntrá y participá\nNotas relacionadas\nSube el dólar por tercer día seguido", SPANISH, id="arg"),
    pytest.param(f"Los buques zarparán esta semana\n\n{paragraphs(SPANISH)}\n\nVISITA NUESTRAS SECCIONES: Internacionales – Nacionales\n\nPara mantenerte informado sigue nuestro canal en Telegram https://t.me/x\n\nCon información de EFE", SPANISH, id="ven"),
    pytest.param(f"Los buques zarparán esta semana\n\n{paragraphs(SPANISH)}\n\nEscrito por Juan\nCategoría: Nacionales\nVisto: 1.204 veces\n¡Comparte!", SPANISH, id="visto"),
    pytest.param(f"Танкеры выйдут в Гавану\n\n{paragraphs(RUSSIAN)}\n\nФото: Reuters\nПодписывайтесь на наш Telegram-канал, чтобы быть в курсе важных новостей.\n\nПоделиться:\nОшибка в тексте? Выделите её и нажмите Ctrl + Enter", RUSSIAN, id="ru-foot"),
    pytest.param(f"Танкеры выйдут в Гавану\n\n{RUSSIAN[0]}\n\nЧИТАЙТЕ ТАКЖЕ\nИндия просит отсрочки по кредиту\n\n{RUSSIAN[1]}\n\n{RUSSIAN[2]}\n\nНовости СМИ2\nДоллар подорожал\nВ столице ждут дождей", RUSSIAN, id="ru-inline"),
    pytest.param(f"Танкеры выйдут в Гавану\n\n{paragraphs(RUSSIAN)}\n\n— Вы верите в это?\n\n0 комментариев\nВойдите, чтобы оставить комментарий", [*RUSSIAN, "— Вы верите в это?"], id="ru-question"),
    pytest.param(f"{HEADLINE}\n\n{paragraphs(ENGLISH)}\n\n-30-", ENGLISH, id="-30-"),
    pytest.param(f"{HEADLINE}\n\n{paragraphs(ENGLISH)}\n\n###\n\nMedia contact: press@example.com, +1 555 0100\nAbout Coast Oil: Coast Oil is a leading producer with offices in six countries.", ENGLISH, id="press-release"),
    pytest.param(f"HOME PAGE\nMONEY\nSPORT\nLIFE\n{HEADLINE}\n{HEADLINE}\n\nBy Jane Roe For The Paper\nPublished: 16:15 GMT, 5 March 2019 | Updated: 17:00 GMT, 5 March 2019\n\n0\nView comments\n\n{paragraphs(ENGLISH)}\n\nShare or comment on this article: Tankers to sail for Havana", ENGLISH, id="mail"),
]  # fmt: skip


@pytest.mark.parametrize(("page", "body"), SHAPES)
def test_the_article_to_the_word(page, body):
    assert to_article(Document(page, "a.txt", "a"), "a").body.split() == paragraphs(body).split()
