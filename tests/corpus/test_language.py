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
