"""Weapons and their numbers, in sentences written for the test: each id names the difficulty."""

from __future__ import annotations

import pytest

from pactline.reading.actors import scan
from pactline.reading.items import Item, items, recounted
from pactline.reading.vocabulary import Vocabulary
from pactline.record.article import Article
from pactline.record.topic import load_topic

VOCABULARY = Vocabulary(load_topic("venezuela-russia"))


def read(text: str, language: str) -> list[Item]:
    article = Article("a", "a.txt", text, "", "read", language=language, body_spans=[(0, len(text))])
    return items(text, 0, len(text), scan(article, VOCABULARY), VOCABULARY)


def told(text: str, language: str) -> list[tuple[str, int | None]]:
    return [(item.name, item.quantity) for item in read(text, language)]


NAMES = [
    ("en", "Caracas received 24 Su-30MK2 fighters.", [("Su-30MK2", 24)], "designation-with-noun"),
    ("en", "Caracas received 24 Su-30.", [("Su-30", 24)], "model-number-is-no-day"),
    ("en", "The Su-30MK2V jets arrived.", [("Su-30MK2", None)], "national-version-of-a-model"),
    ("en", "The first Su-30MKV landed.", [("Su-30MK2", None)], "other-spelling-of-a-version"),
    ("en", "It bought S-300VM (Antey-2500) systems.", [("S-300VM", None)], "alias-in-brackets"),
    ("en", "It bought Antey-2500 systems.", [("S-300VM", None)], "alias-alone"),
    ("en", "It bought 12 Sukhoi 30 MK2 jets.", [("Su-30MK2", 12)], "spaced-designation"),
    ("en", "It has 21 F-16s.", [("F-16", 21)], "plural-s-on-a-model"),
    ("en", "Three K-8s were delivered.", [("K-8 Karakorum", 3)], "short-name-with-plural-s"),
    ("en", "Iran shipped Shahed 191 drones.", [("Shahed-191", None)], "unlisted-model-of-known-pattern"),
    ("en", "Moscow offered the Su-30MKK.", [("Su-30MKK", None)], "unlisted-suffix"),
    ("en", "Peru flies the Mi-28NE.", [("Mi-28N", None)], "export-suffix"),
    ("en", "It wanted 10 BM-30 Smerch launchers.", [("BM-30 Smerch", 10)], "two-names-of-one-system"),
    ("en", "It ordered 20 Tor-M2E systems.", [("Tor-M2E", 20)], "sister-model-is-its-own"),
    ("en", "Two Mi-17V-5 helicopters came.", [("Mi-17", 2)], "mark-with-a-number"),
    ("en", "They refused parts for the old F-16s.", [("F-16 spare parts", None)], "parts-for-a-model"),
    ("en", "They refused F-16 spare parts.", [("F-16 spare parts", None)], "parts-after-a-model"),
    ("es", "Llegaron 24 cazas Su-30.", [("Su-30", 24)], "noun-before-designation"),
    ("es", "Compró 92 tanques rusos T-72.", [("T-72", 92)], "adjective-between-noun-and-name"),
    ("es", "Compró misiles Igla-S.", [("Igla-S", None)], "missile-name-of-an-air-defence-system"),
    ("es", "Recibió el sistema antiaéreo Tor-M1.", [("Tor-M1", None)], "definite-article-counts-nothing"),
    ("es", "Recibió 12 lanzacohetes Smerch.", [("BM-30 Smerch", 12)], "noun-part-of-the-alias"),
    ("pt", "Comprou 24 caças Su-30.", [("Su-30", 24)], "noun-before-designation"),
    ("pt", "Recebeu quatro helicópteros Mi-17.", [("Mi-17", 4)], "spelled-number"),
    ("pt", "Encomendou 100 mil fuzis AK-103.", [("AK-103", 100000)], "number-with-mil"),
    ("ru", "Поставлено 24 истребителя Су-30МК2.", [("Su-30MK2", 24)], "cyrillic-designation"),
    ("ru", "Заказаны три Ми-35М.", [("Mi-35M", 3)], "cyrillic-designation-spelled-number"),
    ("ru", "Поставлены комплексы С-300ВМ «Антей-2500».", [("S-300VM", None)], "cyrillic-alias-in-quotes"),
    ("ru", "Купили 100 тыс. автоматов АК-103.", [("AK-103", 100000)], "number-with-abbreviated-thousand"),
    ("ru", "Партия «Панцирей» отправлена.", [("Pantsir-S1", None)], "name-in-the-genitive"),
]

NOUNS = [
    ("es", "Llegaron dos baterías de misiles antiaèreos S-300VM.", [("S-300VM", 2)], "misspelt-adjective"),
    ("en", "India bought such subs.", [("submarines", None)], "short-word"),
    ("en", "It has the AK-103, a rifle known to all.", [("AK-103", None)], "description-in-apposition"),
    (
        "en",
        "It asked for surveillance drones and GPS jammers.",
        [("surveillance drones", None), ("GPS jammers", None)],
        "heads-with-modifiers",
    ),
    ("en", "It asked for 14 new missile batteries.", [("missile batteries", 14)], "adjective-between-number-and-noun"),
    ("en", "He sent a nuclear submarine.", [("nuclear submarine", 1)], "indefinite-article-is-one"),
    ("en", "It wants an advanced air-defense system.", [("air-defense system", 1)], "article-before-adjective"),
    ("en", "They sold 30 fighters and 30 helicopters.", [("fighters", 30), ("helicopters", 30)], "coordination"),
    ("en", "They sold twenty-four military planes.", [("military planes", 24)], "hyphenated-number"),
    ("en", "It ordered a dozen patrol boats.", [("patrol boats", 12)], "dozen"),
    ("en", "It ordered five diesel-electric submarines.", [("diesel-electric submarines", 5)], "hyphenated-modifier"),
    ("en", "It bought anti-aircraft missiles.", [("anti-aircraft missiles", None)], "modifier-changes-category"),
    ("en", "It bought 12 Russian-built attack helicopters.", [("attack helicopters", 12)], "origin-before-noun"),
    ("en", "Two modern missile ships are planned.", [("missile ships", 2)], "adjective-after-number"),
    ("en", "It got helicopter spare parts.", [("helicopter spare parts", None)], "parts-of-a-category"),
    (
        "en",
        "It will supply weapons and military equipment.",
        [("weapons and military equipment", None)],
        "umbrella-words-are-one",
    ),
    ("en", "It bought radar systems.", [("radar systems", None)], "weak-head-with-modifier"),
    ("en", "It bought six training and light attack jets.", [("light attack jets", 6)], "coordinated-modifiers"),
    ("en", "Three of the ten helicopters arrived.", [("helicopters", 3)], "part-of-a-whole"),
    (
        "en",
        "It bought six ground-attack drones and unmanned aircraft.",
        [("ground-attack drones", 6), ("unmanned aircraft", None)],
        "modifier-makes-it-unmanned",
    ),
    ("es", "Pidió sistemas de defensa aérea.", [("air-defence systems", None)], "complement-after-noun"),
    ("es", "Compró 38 helicópteros rusos.", [("helicopters", 38)], "origin-after-noun"),
    ("es", "Envió un submarino nuclear.", [("nuclear submarines", 1)], "indefinite-article-is-one"),
    ("es", "Recibió fusiles de asalto y cazas.", [("assault rifles", None), ("fighter jets", None)], "coordination"),
    ("es", "Recibió baterías antiaéreas.", [("anti-aircraft batteries", None)], "weak-head-with-adjective"),
    ("es", "Pidió repuestos de aviones.", [("aircraft spare parts", None)], "parts-with-complement"),
    ("es", "Llegaron cuatro buques de guerra.", [("warships", 4)], "compound-noun"),
    ("es", "Compró 100.000 fusiles.", [("assault rifles", 100000)], "thousands-with-a-point"),
    ("es", "Compró misiles antiaéreos portátiles.", [("portable anti-aircraft missiles", None)], "two-adjectives"),
    ("pt", "Comprou 35 carros de combate modernos.", [("tanks", 35)], "compound-noun-with-adjective"),
    ("pt", "Pediu sistemas de mísseis.", [("missile systems", None)], "weak-head-with-complement"),
    ("pt", "Pediu baterias antiaéreas.", [("anti-aircraft batteries", None)], "weak-head-with-adjective"),
    ("pt", "Recebeu um submarino.", [("submarines", 1)], "indefinite-article-is-one"),
    ("pt", "Recebeu aviões de transporte.", [("transport aircraft", None)], "complement-after-noun"),
    ("pt", "Recebeu munições e fuzis.", [("ammunition", None), ("assault rifles", None)], "coordination"),
    ("ru", "Страна получит 35 танков.", [("tanks", 35)], "genitive-plural"),
    ("ru", "Страна купила десятки боевых вертолетов.", [("combat helicopters", None)], "tens-are-no-number"),
    ("ru", "Страна просит системы ПВО.", [("air-defence systems", None)], "acronym-after-noun"),
    ("ru", "Страна купила подводные лодки.", [("submarines", None)], "two-word-noun"),
    ("ru", "Заказано десять новых боевых вертолётов.", [("combat helicopters", 10)], "letter-yo-and-adjectives"),
    ("ru", "Страна просит зенитные ракетные комплексы.", [("anti-aircraft missile systems", None)], "two-adjectives"),
    ("ru", "Поставлены запчасти для вертолетов.", [("helicopter spare parts", None)], "parts-for-a-category"),
    ("ru", "Поставлено стрелковое оружие.", [("small arms", None)], "two-word-collective"),
    ("ru", "Переданы крылатые ракеты.", [("cruise missiles", None)], "adjective-names-the-missile"),
]

TOTALS = [
    ("en", "Iran sent 12 Shahed 191 and 129.", [("drones", 12), ("Shahed-191", None), ("Shahed-129", None)], "number-over-two-models"),
    ("en", "It wants a dozen Yak-130 fighter jets and MiG-29 fighter-bombers.", [("fighter jets", 12), ("Yak-130", None), ("MiG-29", None)], "dozen-over-two-models"),
    ("en", "It got five Mi-17 and two Mi-26.", [("Mi-17", 5), ("Mi-26", 2)], "each-with-its-own"),
    ("en", "It got 10 helicopters (six Mi-17, three Mi-35M and one Mi-26).", [("Mi-17", 6), ("Mi-35M", 3), ("Mi-26", 1)], "total-told-in-parts"),
    ("en", "It is buying the Su-30MK2, 24 jets in all.", [("Su-30MK2", 24)], "number-in-apposition"),
    ("en", "It is buying T-72 tanks (92).", [("T-72", 92)], "number-in-brackets"),
    ("en", "It got 24 Su-30 and S-300.", [("Su-30", 24), ("S-300", None)], "other-category-is-not-counted"),
    ("es", "Recibió 12 Mi-17 y Mi-26.", [("helicopters", 12), ("Mi-17", None), ("Mi-26", None)], "number-over-two-models"),
    ("es", "Recibió seis Mi-17 y dos Mi-26.", [("Mi-17", 6), ("Mi-26", 2)], "each-with-its-own"),
    ("pt", "Recebeu dez Mi-17 e Mi-26.", [("helicopters", 10), ("Mi-17", None), ("Mi-26", None)], "number-over-two-models"),
    ("ru", "Поставят 10 вертолетов (шесть Ми-17В-5, три Ми-35М и один Ми-26Т).", [("Mi-17", 6), ("Mi-35M", 3), ("Mi-26", 1)], "total-told-in-parts"),
    ("ru", "Поставлено 12 Су-30 и Су-35.", [("aircraft", 12), ("Su-30", None), ("Su-35", None)], "number-over-two-models"),
    ("en", "The frigate Admiral Levchenko docked.", [("Admiral Levchenko", 1)], "ship-named-in-full"),
    ("en", "It bought Russian weapons, among them 24 Su-30.", [("Su-30", 24)], "umbrella-gives-way"),
]  # fmt: skip

NOT_COUNTED = [
    ("en", "In 2009 T-72 tanks were ordered.", [("T-72", None)], "year-before-a-model"),
    ("en", "It bought rifles of 7.62 mm.", [("rifles", None)], "calibre"),
    ("en", "It bought 7.62 mm rifles.", [("rifles", None)], "calibre-before-the-noun"),
    ("en", "It bought missiles with a range of 300 km.", [("missiles", None)], "range"),
    ("en", "It paid $30 million; submarines followed.", [("submarines", None)], "money-before-a-noun"),
    ("en", "It bought submarines under 12 contracts.", [("submarines", None)], "number-of-contracts"),
    ("en", "It lent 4 billion for tanks.", [("tanks", None)], "sum-before-a-noun"),
    ("en", "A batch of missiles was bought.", [("missiles", None)], "article-of-a-measure-word"),
    ("en", "A Su-30 contract was signed.", [("Su-30", None)], "article-of-the-contract"),
    ("en", "Several battalions of S-300VM came.", [("S-300VM", None)], "several-is-no-number"),
    ("en", "It wants fourth-generation fighters.", [("fighters", None)], "ordinal-generation"),
    ("en", "Resolution 1929 arms were seized.", [("arms", None)], "number-of-a-resolution"),
    ("en", "It bought 40% of the tanks.", [("tanks", None)], "percentage"),
    ("es", "En 2009 tanques T-72 fueron pedidos.", [("T-72", None)], "year-before-a-noun"),
    ("es", "Compró cartuchos de 7,62 milímetros.", [("ammunition", None)], "calibre"),
    ("es", "Firmó 12 contratos para comprar cazas.", [("fighter jets", None)], "number-of-contracts"),
    ("pt", "Em 2009 tanques T-72 foram pedidos.", [("T-72", None)], "year-before-a-noun"),
    ("pt", "Pagou 30 milhões de dólares por submarinos.", [("submarines", None)], "money-before-a-noun"),
    ("ru", "В 2009 году танки Т-72 были заказаны.", [("T-72", None)], "year-before-a-noun"),
    ("ru", "Подписано 12 контрактов на вертолеты.", [("helicopters", None)], "number-of-contracts"),
]

NOTHING = [
    ("en", "It is used against aircraft and missiles.", "targets-of-a-weapon"),
    ("es", "Sirve para derribar aviones.", "targets-of-a-weapon"),
    ("ru", "Комплекс уничтожает ракеты.", "targets-of-a-weapon"),
    ("en", "Helicopter pilots were trained.", "crew-is-no-weapon"),
    ("en", "Drone attacks killed ten people.", "attack-is-no-weapon"),
    ("en", "The submarine base was visited.", "base-is-no-weapon"),
    ("en", "A missile test was held.", "test-is-no-weapon"),
    ("en", "They came aboard two planes.", "carrier-of-people"),
    ("en", "Cargo arrived on board a Russian aircraft.", "carrier-of-goods"),
    ("en", "The goods are ready to ship.", "verb-to-ship"),
    ("en", "The systems of government differ.", "weak-head-alone"),
    ("en", "He drove his vehicle home.", "vehicle-alone"),
    ("en", "An 18-year-old was arrested.", "article-like-a-prefix"),
    ("en", "Oil output fell by 82,000 barrels.", "oil-figure"),
    ("en", "Vaccines were delivered in boxes.", "other-goods"),
    ("en", "It bought arms worth $4 billion.", "umbrella-with-a-price"),
    ("en", "Sam met his friends.", "name-like-an-acronym"),
    ("en", "Bands played at the parade.", "parade"),
    ("es", "Llenó los tanques de almacenamiento.", "storage-tank"),
    ("es", "Los tanques de combustible ardieron.", "fuel-tank"),
    ("es", "Su 30 cumpleaños fue ayer.", "possessive-like-a-prefix"),
    ("es", "Llegaron buques petroleros.", "merchant-ship"),
    ("es", "Salió a la caza del oso.", "hunt-is-no-fighter"),
    ("es", "Viajó a bordo de un avión.", "carrier-of-people"),
    ("es", "El sistema de salud colapsó.", "weak-head-alone"),
    ("es", "Compró armas por 4.000 millones de dólares.", "umbrella-with-a-price"),
    ("pt", "Os tanques de combustível arderam.", "fuel-tank"),
    ("pt", "O sistema de saúde colapsou.", "weak-head-alone"),
    ("pt", "Vieram a bordo de um avião.", "carrier-of-people"),
    ("pt", "Os navios mercantes partiram.", "merchant-ship"),
    ("ru", "Система здравоохранения рухнула.", "weak-head-alone"),
    ("ru", "Суда рассмотрели иск.", "court-like-a-vessel"),
    ("ru", "Цена нефти выросла на 30 долларов.", "oil-price"),
    ("ru", "Делегация прибыла на борту самолета.", "carrier-of-people"),
    ("ru", "Машина попала в аварию.", "car-alone"),
]


def cases(table):
    return [pytest.param(*row[:-1], id=f"{row[0]}-{row[-1]}") for row in table]


@pytest.mark.parametrize(("language", "text", "expected"), cases([*NAMES, *NOUNS, *TOTALS, *NOT_COUNTED]))
def test_items(language, text, expected):
    assert told(text, language) == expected


@pytest.mark.parametrize(("language", "text"), cases(NOTHING))
def test_no_items(language, text):
    assert told(text, language) == []


def test_every_item_can_be_pointed_at():
    for language, text, *_ in (*NAMES, *NOUNS, *NOT_COUNTED):
        for item in read(text, language):
            assert 0 <= item.start < item.end <= len(text)
            assert text[item.start : item.end].strip()


def test_categories_come_from_the_weapons_list_or_the_noun():
    found = {
        item.name: item.category for item in read("It got Su-30, anti-aircraft missiles, unmanned aircraft.", "en")
    }
    assert found == {"Su-30": "aircraft", "anti-aircraft missiles": "air-defence", "unmanned aircraft": "uav"}


def test_a_row_is_what_the_table_holds():
    assert read("24 Su-30", "en")[0].row() == {
        "name": "Su-30",
        "category": "aircraft",
        "quantity": 24,
        "bound": "exact",
    }


def test_a_stretch_is_read_alone():
    text = "It sold 24 Su-30 and bought 12 T-72."
    article = Article("a", "a.txt", text, "", "read", language="en", body_spans=[(0, len(text))])
    assert [i.name for i in items(text, 20, len(text), scan(article, VOCABULARY), VOCABULARY)] == ["T-72"]


def test_a_number_beyond_all_counting_is_no_quantity():
    assert told("It bought 1" + "0" * 30 + " tanks.", "en") == [("tanks", None)]


def test_a_thousand_items_are_read_in_one_go():
    names = [f"{n} Su-{n % 60 + 30}" for n in range(2, 1002)]
    found = told(", ".join(names), "en")
    assert len(found) == 999 + 1
    assert found[0] == ("Su-32", 2)


def test_open_brackets_and_mixed_scripts_do_no_harm():
    assert told("(((«“ 24 Cу-30 ((" * 50, "ru") is not None


BEFORE = [
    ("en", "It ordered 38 Mi-17. ", "So far 34 have been handed over", [("Mi-17", 34)], "number-without-noun"),
    ("en", "It flies the Su-57E. ", "It expects a fleet of twelve", [("Su-57", 12)], "fleet-of-a-number"),
    ("en", "It wants the Tor-M1. ", "No contract was signed", [("Tor-M1", None)], "no-number"),
    ("es", "Pidió 38 helicópteros. ", "Ya 34 fueron entregados", [("helicopters", 34)], "number-without-noun"),
    ("ru", "Заказано 38 вертолетов. ", "Уже 34 переданы", [("helicopters", 34)], "number-without-noun"),
    ("en", "It ordered 38 Mi-17. ", "It signed 12 contracts", [("Mi-17", 38)], "number-of-contracts"),
    ("en", "It ordered 38 Mi-17. ", "In 2006 they came", [("Mi-17", 38)], "year"),
    ("en", "It ordered 38 Mi-17. ", "They cost $5 billion", [("Mi-17", 38)], "money"),
    ("en", "It ordered 38 Mi-17. ", "They came on May 15", [("Mi-17", 38)], "day-of-a-month"),
    ("en", "The weather was fine. ", "So far 34 have come", [], "nothing-before"),
    ("en", "It has 3 Su-30 and 4 T-72. ", "So far 2 have come", [("Su-30", 3), ("T-72", 4)], "two-sorts-before"),
]


@pytest.mark.parametrize(("language", "before", "statement", "expected"), cases(BEFORE))
def test_a_lone_number_counts_what_was_told_before(language, before, statement, expected):
    told_before = read(before, language)
    found = recounted(statement, 0, len(statement), language, told_before)
    assert [(item.name, item.quantity) for item in found] == expected
