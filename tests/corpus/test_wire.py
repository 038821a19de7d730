"""Credits of agencies, and the mentions, photographs and everyday words that are none."""

import time

import pytest

from pactline.corpus.wire import wire_agency

SAID = "The minister said that the tankers would sail."

DATELINES = [
    pytest.param("MOSCOW, Dec 11 (Reuters) - The Kremlin said talks go on.", "Reuters", id="brackets-and-dash"),
    pytest.param("CARACAS, Venezuela (AP) — The president said on Monday.", "AP", id="two-places"),
    pytest.param("CARACAS (AP) _ The president said on Monday.", "AP", id="underscore"),
    pytest.param("CARACAS, (AFP) — El presidente dijo que no.", "AFP", id="comma-before-bracket"),
    pytest.param("MOSCOW, December 11. /TASS/. Russia will deliver tanks.", "TASS", id="slashes"),
    pytest.param("МОСКВА, 11 декабря. /ТАСС/. Россия поставит танки.", "TASS", id="russian-slashes"),
    pytest.param("/ТАСС/. Россия поставит танки.", "TASS", id="slashes-and-nothing-before"),
    pytest.param("ТАСС, 11 декабря. Россия поставит танки.", "TASS", id="name-before-the-date"),
    pytest.param("TASS, December 11. Russia will deliver tanks.", "TASS", id="name-before-the-date-english"),
    pytest.param("МОСКВА, 11 дек — РИА Новости. Россия поставит танки.", "RIA Novosti", id="dash-and-full-stop"),
    pytest.param("МОСКВА, 11 дек - РИА Новости, Иван Петров. Россия поставит.", "RIA Novosti", id="dash-and-reporter"),
    pytest.param("Москва. 11 декабря. INTERFAX.RU - Россия поставит танки.", "Interfax", id="address-as-name"),
    pytest.param("MOSCOW. Dec 11 (Interfax-AVN) - Russia will deliver tanks.", "Interfax", id="military-service"),
    pytest.param("Киев. 11 декабря. (Интерфакс-Украина) — Россия.", "Interfax-Ukraine", id="longer-name-first"),
    pytest.param("MOSCÚ (Sputnik) — Rusia entregará tanques.", "Sputnik", id="spanish-place"),
    pytest.param("Caracas, 11 dic (EFE).- Rusia entregará tanques.", "EFE", id="spanish-stop-dash"),
    pytest.param("Caracas, 11 de diciembre (Efe).- Rusia entregará tanques.", "EFE", id="spanish-day-of-month"),
    pytest.param("CARACAS, 11 Dic. (EUROPA PRESS) - Rusia entregará tanques.", "Europa Press", id="two-words"),
    pytest.param("Caracas, 11 dic (Prensa Latina) Rusia entregará tanques.", "Prensa Latina", id="no-dash"),
    pytest.param("Caracas, 05 Mar. AVN.- El presidente dijo que no.", "AVN", id="no-brackets"),
    pytest.param("La Habana, 3 de abr (Xinhua) -- Rusia entregará tanques.", "Xinhua", id="article-in-the-place"),
    pytest.param("新华社加拉加斯12月11日电 委内瑞拉总统表示", "Xinhua", id="chinese"),
    pytest.param("Brasília, 11 dez (Lusa) - A Rússia vai entregar tanques.", "Lusa", id="portuguese"),
    pytest.param("ROMA, 5 MAR - (ANSA) Il ministro ha detto di no.", "ANSA", id="dash-then-bracket"),
    pytest.param("(MENAFN- Khaama Press) Russia will deliver tanks.", "MENAFN", id="distributor-and-source"),
    pytest.param("Moscow (dpa) - Russia will deliver tanks.", "DPA", id="own-lower-case"),
    pytest.param("(AFP) - Russia will deliver tanks.", "AFP", id="nothing-before"),
    pytest.param("AFP - Russia will deliver tanks.", "AFP", id="name-and-dash"),
    pytest.param("AP: In the Gulf of Oman, ships met at night.", "AP", id="name-and-colon"),
    pytest.param("EFE | LA PRENSA DE LARA.- Los días 13 y 14", "EFE", id="name-and-bar"),
    pytest.param("CARACAS (Reuters Breakingviews) - Russia will deliver.", "Reuters", id="service-after-the-name"),
    pytest.param("CARACAS, Dec 11 (AFP/EFE) - Russia will deliver tanks.", "AFP", id="two-agencies-first-counts"),
    pytest.param("TEHRAN, Dec. 11 (MNA) – Iran will deliver fuel.", "Mehr", id="initials"),
    pytest.param("(Bloomberg) -- Russia will deliver tanks.", "Bloomberg", id="double-dash"),
    pytest.param("ANKARA (AA) - Turkey will buy gold.", "Anadolu", id="two-letters"),
    pytest.param("Buenos Aires, 5 mar (Télam) El ministro dijo que no.", "Télam", id="accent"),
]

LINES = [
    pytest.param("Reuters", "Reuters", id="alone"),
    pytest.param("By The Associated Press", "AP", id="by-the"),
    pytest.param("BY ASSOCIATED PRESS", "AP", id="capitals"),
    pytest.param("Por EFE", "EFE", id="por"),
    pytest.param("EFE/Caracas", "EFE", id="name-and-place"),
    pytest.param("Caracas / EFE", "EFE", id="place-and-name"),
    pytest.param("AP | Caracas", "AP", id="name-bar-place"),
    pytest.param("By Jane Roe | Reuters", "Reuters", id="reporter-bar-agency"),
    pytest.param("By Jane Roe, Reuters", "Reuters", id="reporter-comma-agency"),
    pytest.param("JANE ROE, Associated Press", "AP", id="reporter-without-by"),
    pytest.param("Source: Xinhua | 2019-03-05 | Editor: A. B.", "Xinhua", id="source-in-a-bar"),
    pytest.param("Fuente: RIA Novosti", "RIA Novosti", id="fuente"),
    pytest.param("Fonte: Agência Lusa", "Lusa", id="fonte"),
    pytest.param("Источник: ТАСС", "TASS", id="istochnik"),
    pytest.param("Con información de EFE", "EFE", id="con-informacion-de"),
    pytest.param("Com informações da Reuters", "Reuters", id="com-informacoes-da"),
    pytest.param("With inputs from AFP", "AFP", id="with-inputs-from"),
    pytest.param("Copyright 2019 The Associated Press. All rights reserved.", "AP", id="copyright"),
    pytest.param("© 2019 AFP", "AFP", id="copyright-sign"),
    pytest.param("(Reporting by Jane Roe in Moscow; Editing by John Doe)", "Reuters", id="reporting-and-editing"),
    pytest.param("(Reporte de Juan Pérez. Editado por Ana Gómez)", "Reuters", id="reporte-y-editado"),
    pytest.param("Our Standards: The Thomson Reuters Trust Principles.", "Reuters", id="standards"),
]

ENDINGS = [
    pytest.param(" (AFP)", "AFP", id="brackets"),
    pytest.param("\nEFE", "EFE", id="last-line"),
    pytest.param(" — Reuters", "Reuters", id="dash"),
    pytest.param(" (With inputs from IANS)", "IANS", id="inputs"),
    pytest.param(" (con información de AFP)", "AFP", id="informacion"),
    pytest.param(" Com informações da AFP.", "AFP", id="last-words"),
    pytest.param(" (Reporting by Jane Roe; Editing by John Doe)", "Reuters", id="reporters"),
]

REFUSED = [
    pytest.param("The Kremlin told Reuters that talks go on.", id="told"),
    pytest.param("Reuters reported on Monday that Russia will deliver tanks.", id="reported"),
    pytest.param("Russia will deliver tanks, TASS reported.", id="reported-after"),
    pytest.param("Россия поставит танки, сообщает ТАСС со ссылкой на министра.", id="russian-mention"),
    pytest.param("Russia will deliver tanks, TASS said. The deal is old.", id="said-within"),
    pytest.param("Fox News said on Monday, quoting AP and others, that ships met.", id="quoting"),
    pytest.param("AFP, Reuters and AP said that Russia will deliver tanks.", id="list-of-agencies"),
    pytest.param("In an interview with the agency (TASS) the minister said no.", id="brackets-in-a-sentence"),
    pytest.param("The minister spoke to Russian agency RIA Novosti. He said no.", id="full-stop-after-a-mention"),
    pytest.param("The tankers would sail. The report was first carried by AFP.", id="mention-at-the-end"),
    pytest.param("Download our APP - it is free.", id="app-for-a-program"),
    pytest.param("The app was down, said the minister (ap Rhys) - and", id="lower-case"),
    pytest.param("The Trend is clear. Output fell.", id="everyday-word"),
    pytest.param("Prime Minister Putin said on Monday.", id="prime-minister"),
    pytest.param("Sputnik V is a vaccine - Caracas bought it.", id="vaccine"),
    pytest.param("Russia will send Sputnik. It is a vaccine.", id="product-before-a-full-stop"),
    pytest.param("According to the Associated Press. Nobody confirmed it.", id="according-to"),
    pytest.param("CARACAS, March 5, 2019 /PRNewswire/ -- The firm", id="no-news-agency"),
    pytest.param("", id="empty"),
    pytest.param("\ud800\0", id="surrogate"),
]

LINES_REFUSED = [
    pytest.param("Photo: AFP", id="photo"),
    pytest.param("Foto: EFE/Juan Pérez", id="foto"),
    pytest.param("REUTERS/Andy Wong", id="photographer"),
    pytest.param("© РИА Новости / Алексей", id="photographer-after-a-sign"),
    pytest.param("Follow Reuters on Twitter", id="follow"),
    pytest.param("Reuters says the ships have sailed", id="headline-mention"),
    pytest.param("Moscow denies what Reuters says", id="headline-end"),
    pytest.param("© AFP/Getty Images", id="photo-agency"),
    pytest.param("Read AP style in full", id="style-book"),
    pytest.param("Share", id="share"),
    pytest.param("Reuters " * 60, id="long-line"),
]


@pytest.mark.parametrize(("body", "agency"), DATELINES)
def test_dateline(body, agency):
    assert wire_agency(body) == agency


@pytest.mark.parametrize(("ending", "agency"), ENDINGS)
def test_ending(ending, agency):
    assert wire_agency(SAID + ending) == agency


@pytest.mark.parametrize(("line", "agency"), LINES)
def test_line_of_its_own(line, agency):
    assert wire_agency(SAID, ["Share", line]) == agency


@pytest.mark.parametrize("body", REFUSED)
def test_mention_is_no_credit(body):
    assert wire_agency(body) is None


@pytest.mark.parametrize("line", LINES_REFUSED)
def test_line_is_no_credit(line):
    assert wire_agency(SAID, [line]) is None


def test_dateline_goes_before_other_credits():
    assert wire_agency("CARACAS (AP) — Russia will deliver tanks.", ["Source: Xinhua"]) == "AP"


@pytest.mark.parametrize("piece", ["A ", "A-", "1 Mar ", "(", "(reporting by "])
def test_time_does_not_grow_with_the_text(piece):
    text = piece * 50_000
    begun = time.process_time()
    wire_agency(text, [text])
    assert time.process_time() - begun < 1
