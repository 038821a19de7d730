"""What a figure takes from the text around it: unit, owner, period; and slips of the source."""

import pytest

from pactline.reading.actors import scan
from pactline.reading.numbers import numbers
from pactline.reading.oil import oil_figures
from pactline.reading.oil_lists import paired
from pactline.reading.oil_slips import mended
from pactline.reading.periods import periods
from pactline.reading.vocabulary import Vocabulary
from pactline.record.article import Article
from pactline.record.topic import load_topic


@pytest.fixture(scope="module")
def vocabulary():
    return Vocabulary(load_topic("venezuela-russia"))


def both(vocabulary, text, language="en", published="2024-06-10", title=None):
    found = Article(
        "a", "s", text, "h", "read", title=title, language=language, published=published, body_spans=[(0, len(text))]
    )
    return oil_figures(scan(found, vocabulary), vocabulary)


WHOSE = [
    pytest.param("en", "Chevron sent 205,000 bpd of oil to the United States.", ["Chevron"], id="destination"),
    pytest.param("en", "Oil exports from Venezuela: China was, by way of Malaysia, the destination of 373,000 bpd.", ["Venezuela"], id="buyer"),
    pytest.param("en", "Venezuela's oil news\nPemex pumped 1.8 million bpd of crude in May.", ["Pemex"], id="company-beside-the-actors"),
    pytest.param("en", "Liza Destiny and Liza Unity are licensed for 160,000 and 250,000 b/d of crude.", ["Liza Destiny", "Liza Unity"], id="list"),
    pytest.param("en", "Venezuela and Russia pumped 900,000 and 9.2 million bpd of oil, respectively.", ["Venezuela", "Russia"], id="respectively"),
    pytest.param("es", "Rusia y Venezuela produjeron 9,2 millones y 900.000 barriles diarios de crudo, respectivamente.", ["Russia", "Venezuela"],
                 id="respectivamente"),
    pytest.param("en", "Venezuela's output fell.\nChevron pumped 240,000 bpd of crude.\n\nExports of crude were 800,000 bpd.", ["Chevron", "Venezuela"],
                 id="a-paragraph-ends-a-company"),
    pytest.param("es", "La refinería Cardón -que con Amuay integra el CRP- procesa crudo con una capacidad de 310.000 bpd.", ["Cardon refinery"], id="aside"),
    pytest.param("en", "One of the plants is the 190,000 b/d Puerto La Cruz refinery for crude.", ["Puerto La Cruz refinery"], id="right-behind"),
    pytest.param("en", "Venezuelan oil output is 900,000 bpd, according to documents from state firm PDVSA.", ["Venezuela"], id="who-tells-owns-nothing"),
    pytest.param("pt", "O Brasil elevou a produção de petróleo a 3 milhões de bpd em maio. A Venezuela produziu 679 mil barris diários.", ["Brazil", "Venezuela"], id="article-of-a-name-is-no-destination"),
    pytest.param("en", "Iran pumped 3.2 million bpd of oil. Iraq said it had raised output to 4.5 million bpd.", ["Iran", "Iraq"], id="who-tells-of-its-own"),
    pytest.param("es", "Venezuela bombeó 900.000 bpd de crudo. Los países de la OPEP produjeron 26 millones de bpd.", ["Venezuela", "OPEC"], id="countries-of-the-cartel"),
    pytest.param("en", "Oman's crude output reached 1.05 million bpd.", ["Oman"], id="producer-beside-the-actors"),
    pytest.param("es", "Ecopetrol subió. Pemex reportó una producción de crudo de 1,9 millones de bpd.", ["Pemex"], id="who-reports-its-own"),
    pytest.param("en", "Crude makes its way to the 146,000 b/d El Palito plant.", ["El Palito refinery"], id="plant-behind-its-capacity"),
    pytest.param("en", "OPEC is expected to raise its oil ceiling to 24.5 million barrels a day.", ["OPEC"], id="the-cartel-itself"),
    pytest.param("en", "Venezuela's crude exports shrink.\nIndia, at 340,000 b/d, is the next best outlet for the oil.", ["Venezuela"], id="a-buyer-owns-nothing"),
    pytest.param("es", "El crudo de Venezuela.\nA Cuba salen 98.000 barriles de crudo al día; a China, 640.000.", ["Venezuela", "Venezuela"], id="a-cuba-a-china"),
    pytest.param("ru", "Нефть Венесуэлы.\nВ Китай уходит 160 тыс. баррелей нефти в сутки.", ["Venezuela"], id="в-китай-says-where-to"),
    pytest.param("ru", "В Венесуэле добывают 900 тыс. баррелей нефти в сутки.", ["Venezuela"], id="в-венесуэле-says-where"),
    pytest.param("pt", "O petróleo da Venezuela.\nA Índia comprou 300 mil barris de petróleo por dia.", ["India"], id="with-its-own-word-a-buyer-owns"),
    pytest.param("en", "China pumped 4.2 million bpd of crude. Venezuela made 900,000.", ["China", "Venezuela"], id="a-buyer-that-makes-oil-too"),
    pytest.param("es", "Petromiranda, que la rusa Rosneft comparte con la estatal, dio 1.200 barriles de crudo diarios.", ["Petromiranda"], id="relative-clause"),
    pytest.param("es", "El crudo de Venezuela.\nSolo Rosneft seguía cargando 200.000 bpd de crudo. Los envíos al exterior quedaron en 495.000 bpd.", ["Rosneft", "Venezuela"],
                 id="what-is-sold-is-the-country's"),
    pytest.param("en", "Venezuela's oil.\nChevron accounts for just under a quarter of Venezuela's oil output.", ["Chevron"], id="who-makes-up-a-share"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "owners"), WHOSE)
def test_whose_figure_it_is(vocabulary, language, text, owners):
    assert [r["subject"] for r in both(vocabulary, text, language)[0]] == owners


def test_a_headline_about_a_company_of_another_country(vocabulary):
    text = (
        "Pemex stops the fall\nVenezuela and its crude are far.\n\nCrude exports grew by 50,000 bpd to 1.2 million bpd."
    )
    assert {r["subject"] for r in both(vocabulary, text, title="Pemex stops the fall")[0]} == {"Pemex"}


WHEN = [
    pytest.param("en", "Oil output was 900,000 bpd in May, 17% more than in the same month of 2022.", ["2024-05", "2024-05"], id="compared-month"),
    pytest.param("es", "La producción petrolera subió en mayo a 900.000 bpd, un 5% más que en igual lapso de 2023.", ["2024-05", "2024-05"], id="igual-lapso"),
    pytest.param("ru", "Добыча нефти в мае выросла на 1,2% к тому же месяцу прошлого года.", ["2024-05"], id="тому-же-месяцу"),
    pytest.param("ru", "К 2028 году компания намерена довести добычу нефти до 120 тыс. баррелей в сутки.", ["2028"], id="к-году"),
    pytest.param("es", "Venezuela, que en 2008 sacaba más de 3 millones de barriles de crudo al día, produjo 900.000 bpd en mayo.", ["2008", "2024-05"],
                 id="que-en-is-no-comparison"),
    pytest.param("en", "Oil exports rose 30% in May, above the previous month's 545,000 bpd.", ["2024-05", "2024-04"], id="possessive-period"),
    pytest.param("en", "Oil revenue was $636 million between January and March.", ["2024"], id="span-of-months"),
    pytest.param("en", "Oil output averaged 900,000 bpd last quarter.", ["2024"], id="last-quarter"),
    pytest.param("pt", "O país quer produzir 1 milhão de barris de petróleo por dia até o fim da década.", ["2030"], id="end-of-decade"),
    pytest.param("es", "La producción de crudo caerá a 750.000 bpd antes de que termine el año.", ["2024"], id="antes-de-que-is-no-past"),
    pytest.param("en", "Oil output was 900,000 and 880,000 bpd in May and April, respectively.", ["2024-05", "2024-04"], id="respectively"),
    pytest.param("pt", "A produção de petróleo foi de 900 mil e 880 mil bpd em maio e abril, respectivamente.", ["2024-05", "2024-04"], id="respectivamente"),
    pytest.param("ru", "Добыча нефти составила 900 тыс. и 880 тыс. баррелей в сутки в мае и апреле соответственно.", ["2024-05", "2024-04"], id="соответственно"),
    pytest.param("es", "El bombeo de crudo quedó, dice el informe que la OPEP divulgó el 9 de junio, en 717.000 bpd.", ["2024"], id="day-of-telling"),
    pytest.param("en", "Crude exports were 727,000 bpd in April, a tenth less than in March (809,000).", ["2024-04", "2024-04", "2024-03"], id="compared-in-brackets"),
    pytest.param("en", "Crude output was 800,000 bpd in May.\nExports of crude were 600,000 bpd.", ["2024-05", "2024"], id="over-a-paragraph-the-year-alone"),
    pytest.param("es", "El país, que en 1998 producía 3 millones de barriles de crudo, depende hoy de China. Exporta 600.000 bpd de crudo.", ["1998", "2024"], id="history-in-passing"),
    pytest.param("ru", "Компания рассчитывает добывать 200 тыс. баррелей нефти в сутки, но не раньше 2030 года.", ["2030"], id="не-раньше-is-no-past"),
    pytest.param("en", "Crude output of Venezuela was 800,000 bpd in the past year.\nExports of crude were 600,000 bpd.", ["2023", "2023"], id="an-article-of-a-year"),
    pytest.param("en", "The minister keeps to his goal of 1.2 million bpd of crude for December.", ["2024-12"], id="goal-for-a-month-to-come"),
    pytest.param("en", "Oil output was 800,000 bpd in May.\nThe refinery has a capacity of 300,000 bpd of crude.", ["2024-05", "2024"], id="what-stands-is-of-today"),
    pytest.param("es", "Las exportaciones de crudo se ubicaron en 388.000 bpd, el nivel más bajo desde la década de 1940.", ["2024"], id="record-since-is-no-period"),
    pytest.param("es", "Colombia produjo en mayo 735.000 bpd de crudo, un descenso del 15,4 % interanual.", ["2024-05", "2024-05"], id="interanual-is-the-same-month"),
    pytest.param("en", "Oil output has risen to 645,000 bpd since the start-up of a third vessel in November.", ["2024"], id="since-an-event-is-no-period"),
    pytest.param("en", "LIMA, 10 June (AFP) - Venezuela exported 700,000 bpd of crude, mostly of the heavy grades that it makes in the east, in May.", ["2024-05"], id="dateline-gives-way"),
    pytest.param("ru", "Россия в августе добровольно сократит добычу нефти на 500 тыс. баррелей в сутки.", ["2024-08"], id="будущее"),
    pytest.param("en", "In August oil production is to be lowered to 800,000 bpd.", ["2024-08"], id="a-month-to-come"),
    pytest.param("en", "Venezuela pumps 700,000 bpd of oil.", ["2024"], id="no-month-is-made-up"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "dates"), WHEN)
def test_when_it_was(vocabulary, language, text, dates):
    assert [r["as_of"] for r in both(vocabulary, text, language)[0]] == dates


def test_an_article_without_a_date_is_of_the_last_year_it_tells_of(vocabulary):
    text = "Sanctions came in 2019. In May 2020 oil output fell; by 2025 it is to double. In June it was 356,000 bpd."
    assert [r["as_of"] for r in both(vocabulary, text, published=None)[0]] == ["2020-06"]


def test_an_article_without_any_year_gives_no_date(vocabulary):
    assert [r["as_of"] for r in both(vocabulary, "Oil output was 356,000 bpd in June.", published=None)[0]] == [None]


def test_a_slip_of_a_thousand_is_mended_and_told(vocabulary):
    rows, misses = both(vocabulary, "Oil output was 801,000 bpd in April. In May Venezuela pumped 802 bpd of oil.")
    assert [(r["value"], r["value_stated"]) for r in rows] == [(801000.0, "801,000 bpd"), (802000.0, "802 bpd")]
    assert rows[1]["rule"].endswith("-slip")
    assert [m["rule"] for m in misses] == ["oil-slip"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Venezuela pumped 802 bpd of oil in May.", id="nothing-to-compare"),
        pytest.param("Oil output was 801,000 bpd in April. Wells gave less than 802 bpd of oil.", id="a-bound"),
        pytest.param("Oil output was 90,000 bpd in April. In May Venezuela pumped 802 bpd of oil.", id="not-alike"),
    ],
)
def test_no_slip_is_made_up(vocabulary, text):
    assert not [r for r in both(vocabulary, text)[0] if r["rule"].endswith("-slip")]


def test_mending_leaves_other_rows_as_they_are():
    assert mended([], "b/d") == ([], [])


SPANS = [
    pytest.param("between January and March", "en", ["2024"], id="between"), pytest.param("de enero a marzo", "es", ["2024"], id="de-a"),
    pytest.param("in May and April", "en", ["2024-05", "2024-04"], id="and-is-a-list"), pytest.param("en el trimestre", "es", [None], id="no-anchor"),
    pytest.param("за девять месяцев", "ru", ["2024"], id="nine-months"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "dates"), SPANS)
def test_spans_of_months(text, language, dates):
    assert [p.date for p in periods(text, language, "2024-06-10")] == dates


def test_lists_pair_only_where_they_are_as_long():
    text = "in may and june 1 and 2 and 3"
    values, names = numbers(text, "en"), periods(text, "en", "2024-07")
    assert paired(text, values, names) == {}


HARD = [
    pytest.param("en", "Oil output was 1.2.3,4 million bpd.", id="separators-that-fit-nothing"), pytest.param("en", "Oil output was 10^400 barrels per day.", id="power"),
    pytest.param("en", "Oil output was $3 million barrels per day.", id="dollar-before-barrels"), pytest.param("en", "Oil output was 250,000 barrows a month.", id="typo"),
    pytest.param("en", "Oil output was 9" + "9" * 400 + " bpd.", id="endless-digits"), pytest.param("en", "Oil output was 1,,000 bpd,,, 2..5 bpd.", id="doubled-signs"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), HARD)
def test_bad_input_gives_no_wrong_scale(vocabulary, language, text):
    assert all(r["value"] <= 100 for r in both(vocabulary, text, language)[0])


def test_digits_of_other_scripts_are_digits(vocabulary):
    arabic = "".join(chr(0x0660 + int(c)) for c in "900000")
    assert [r["value"] for r in both(vocabulary, f"Venezuela's oil output was {arabic} bpd.")[0]] == [900000.0]


SAID = [
    pytest.param("en", "Oil output will reach 10.36 million bpd, after 10.28 this year.", [10.36e6, 10.28e6], id="decimal-without-its-million"),
    pytest.param("es", "La OPEP cuenta 3,15 millones de bpd de crudo; otros, 2,39.", [3.15e6, 2.39e6], id="decimal-es"),
    pytest.param("ru", "Ирак оставит себе 4 млн баррелей нефти в сутки, Казахстан 1,468.", [4e6, 1.468e6], id="decimal-ru-groups-with-blanks"),
    pytest.param("es", "El país saca 900 mil barriles de crudo diarios contra 540.", [9e5, 5.4e5], id="thousand-said-once"),
    pytest.param("ru", "ОПЕК насчитала 2,6 млн баррелей нефти в сутки, сам Каракас 3,223 млн. Квота другая.", [2.6e6, 3.223e6], id="dot-of-an-abbreviation"),
    pytest.param("es", "No dicen eso las fuentes secundarias de la OPEP sobre el crudo: 927 mil.", [9.27e5], id="the-cartel's-sources-count-days"),
    pytest.param("en", "Oil exports went on: some 90,000 barrels flowed there every day.", [9e4], id="day-further-on"),
    pytest.param("ru", "Экспорт нефти принес 48 млрд долларов, на 16 млрд больше, чем годом ранее.", [48e9, 16e9], id="currency-said-once"),
    pytest.param("es", "Exportó 640.000 bpd de crudo y de ellos 264.000 abonan deudas.", [6.4e5, 2.64e5], id="verb-behind-a-number"),
    pytest.param("en", "It exports 640,000 bpd of crude and 264,000 serve the debt.", [6.4e5, 2.64e5], id="verb-behind-a-number-en"),
    pytest.param("en", "Oil output is 900,000 bpd. It employs 120,000 foreign workers.", [9e5], id="adjective-and-plural"),
    pytest.param("es", "El país produce 900.000 bpd de crudo y acoge a 120.000 médicos.", [9e5], id="plural-es"),
    pytest.param("pt", "O país produz 900 mil bpd de petróleo e emprega 120 mil operários.", [9e5], id="plural-pt"),
    pytest.param("ru", "Страна добывает 900 тыс. баррелей нефти в сутки, бежали 120 тыс. человек.", [9e5], id="genitive-plural-ru"),
    pytest.param("es", "La producción fue de 2 millones de bpd de crudo. El Merey se vendió a 60,21.", [2e6], id="a-price-is-no-decimal-of-millions"),
    pytest.param("en", "The industry pumped 900,000 bpd of oil; three ministers left.", [9e5], id="small-words-take-no-unit"),
    pytest.param("en", "Oil output is 900,000 bpd. A cushion of 300,000 barrels a day remains.", [9e5], id="a-surplus-is-no-figure"),
    pytest.param("en", "Crude output rose to 900,000 bpd. Diesel at the pump went up 5 percent.", [9e5], id="at-the-pump-is-no-output"),
    pytest.param("en", "Crude output was 2.7 million bpd. The well gives 500 bpd.", [2.7e6, 500], id="another-owner's-is-no-slip"),
]  # fmt: skip

CUTS = [
    pytest.param(
        "en", "Venezuela's portion of the new cut is 189,000 b/d of crude.", ("change", "down"), id="portion-of-a-cut"
    ),
    pytest.param("ru", "Россия уберет с рынка 471 тыс. баррелей нефти в сутки.", ("change", "down"), id="с-рынка"),
    pytest.param("es", "Moscú retirará del mercado 300.000 bpd de crudo.", ("change", "down"), id="del-mercado"),
    pytest.param(
        "pt",
        "O teto do petróleo da Venezuela é de 1,11 milhão de barris por dia.",
        ("level", None),
        id="a-ceiling-is-a-level",
    ),
    pytest.param(
        "en", "OPEC agreed to cut Venezuela's crude quota to 2 million b/d.", ("level", None), id="cut-to-a-level"
    ),
]


@pytest.mark.parametrize(("language", "text", "told"), CUTS)
def test_what_a_cut_amounts_to_is_a_change_and_what_it_leads_to_a_level(vocabulary, language, text, told):
    (row,) = both(vocabulary, text, language)[0]
    assert (row["measure"], row["basis"], row["direction"]) == ("target", *told)


@pytest.mark.parametrize(("language", "text", "values"), SAID)
def test_what_is_said_once_and_what_counts_other_things(vocabulary, language, text, values):
    assert [r["value"] for r in both(vocabulary, text, language)[0]] == pytest.approx(values)


def test_a_sum_keeps_how_often_it_comes(vocabulary):
    (row,) = both(vocabulary, "Russian firms earn around $67 million monthly from Venezuelan oil.")[0]
    assert row["value_stated"] == "67 million monthly"
    assert row["quote"].endswith("monthly")
