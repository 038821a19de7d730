"""The age a line ends in."""

import pytest

from pactline.corpus.body_ages import age


@pytest.mark.parametrize(
    ("said", "found"),
    [
        pytest.param("by ann 3 hours ago", "3 hours ago", id="english"),
        pytest.param("ana hace 12 minutos", "hace 12 minutos", id="spanish"),
        pytest.param("redação 120 minutos atrás", "120 minutos atrás", id="portuguese-longest"),
        pytest.param("ольга 14 недель назад", "14 недель назад", id="russian-genitive"),
        pytest.param("ольга 2 недели назад", "2 недели назад", id="russian"),
        pytest.param("ahmet 4 hafta önce", "4 hafta önce", id="turkish"),
        pytest.param("the 24 jets left a few hours ago", None, id="digits-that-are-no-age"),
        pytest.param("it was said two hours ago", None, id="in-letters"),
        pytest.param("3 hours ago the fleet sailed", None, id="not-at-the-end"),
        pytest.param("", None, id="empty"),
    ],
)
def test_age(said: str, found: str | None) -> None:
    match = age(said)
    assert (match[0] if match else None) == found
