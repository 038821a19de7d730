"""Languages of short and long bodies, those included that no rule reads."""

from __future__ import annotations

import pytest

from pactline.corpus.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("The minister said on Monday that the tankers would sail within the week.", "en", id="english"),
        pytest.param("El ministro dijo el lunes que los buques zarparán dentro de una semana.", "es", id="spanish"),
        pytest.param(
            "O ministro disse na segunda-feira que os navios vão zarpar em uma semana.", "pt", id="portuguese"
        ),
        pytest.param("Министр сообщил в понедельник, что танкеры выйдут в море через неделю.", "ru", id="russian"),
        pytest.param("Міністр повідомив у понеділок, що танкери вийдуть у море через тиждень.", "uk", id="ukrainian"),
        pytest.param("Le ministre a déclaré lundi que les navires partiraient dans la semaine.", "fr", id="french"),
        pytest.param("Der Minister sagte am Montag, die Tanker würden in einer Woche auslaufen.", "de", id="german"),
        pytest.param("Il ministro ha detto lunedì che le navi salperanno entro una settimana.", "it", id="italian"),
        pytest.param("Bakan pazartesi günü tankerlerin bir hafta içinde yola çıkacağını söyledi.", "tr", id="turkish"),
        pytest.param("قال الوزير يوم الاثنين إن السفن ستبحر خلال أسبوع من الميناء.", "ar", id="arabic"),
        pytest.param("部长星期一表示,油轮将在一周内起航前往哈瓦那港口。", "zh", id="chinese"),
        pytest.param("Minister powiedział w poniedziałek, że tankowce wypłyną w ciągu tygodnia.", "pl", id="no-rules"),
        pytest.param(
            "De minister zei maandag dat de tankers binnen een week zullen uitvaren.", "nl", id="no-rules-dutch"
        ),
        pytest.param("", None, id="empty"),
        pytest.param("12.03.2019 16:40 — 3", None, id="digits"),
        pytest.param("\0\0\0", None, id="nul"),
    ],
)
def test_language(text, language):
    assert language_of(text) == language


def test_only_the_beginning_is_read():
    assert language_of("El ministro dijo el lunes que sí. " * 20 + "Министр сообщил. " * 1000) == "es"


def test_a_lone_surrogate_is_no_crash():
    assert language_of("The minister said \ud800 on Monday that the tankers would sail.") == "en"


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        pytest.param("Подробности позже.", "ru-RU", "ru", id="short-text-takes-the-declared"),
        pytest.param("Más información pronto.", "es_VE", "es", id="underscore"),
        pytest.param("", "pt", "pt", id="no-text"),
        pytest.param("The minister said on Monday that they sail.", "Spanish", "en", id="declared-in-words"),
        pytest.param("El ministro dijo el lunes que los buques zarparán. " * 5, "en-US", "es", id="template-is-wrong"),
        pytest.param("Minister powiedział w poniedziałek, że tankowce wypłyną. " * 4, "en", "pl", id="no-rules"),
    ],
)
def test_a_declared_language_counts_where_the_text_is_short(text, declared, language):
    assert language_of(text, declared=declared) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("El president va dir ahir que els vaixells no sortiran del port fins a la setmana que ve, segons va informar una font.", "ca", id="catalan"),
        pytest.param("Президентът на Венецуела заяви в сряда, че страната му ще купи руски танкове и самолети, съобщи агенцията.", "bg", id="bulgarian"),
        pytest.param("Прэзідэнт Венесуэлы заявіў у сераду, што яго краіна купіць расійскія танкі і самалёты, паведамляе агенцтва.", "be", id="belarusian"),
        pytest.param("Президенти рӯзи чоршанбе гуфт, ки кишвараш аз ин давлат танк ва ҳавопаймо мехарад, хабар медиҳад.", None, id="tajik"),
        pytest.param("Die president het Woensdag gesê sy land sal Russiese tenks en vliegtuie koop, en dat dit was die begin.", "af", id="afrikaans"),
    ],
)  # fmt: skip
def test_neighbours_of_a_language_with_rules(text, language):
    found = language_of(text)
    assert found == language if language else found not in ("en", "es", "pt")
