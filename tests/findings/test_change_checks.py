"""A change told with both its levels: whether the text agrees with itself, and when nothing can be said."""

import pandas as pd
import pytest

from pactline.findings.change_checks import SERIES
from pactline.findings.checks import oil_checks
from pactline.reading.actors import scan
from pactline.reading.oil import oil_figures
from pactline.reading.vocabulary import Vocabulary
from pactline.record import schema
from pactline.record.article import Article
from pactline.record.topic import load_topic


@pytest.fixture(scope="module")
def vocabulary():
    return Vocabulary(load_topic("venezuela-russia"))


def checks_of(vocabulary, text, language="en", duplicate_of=None) -> pd.DataFrame:
    article = Article(
        "a", "s", text, "h", "read", language=language, published="2018-01-20", body_spans=[(0, len(text))]
    )
    row = {
        "article_id": "a", "source": "s", "content_hash": "h", "status": "read", "published_precision": "day",
        "published_conflicts": [], "body_spans": [], "clutter": [], "words": 1, "duplicate_of": duplicate_of,
    }  # fmt: skip
    oil = schema.frame(oil_figures(scan(article, vocabulary), vocabulary)[0], schema.OIL)
    found = oil_checks(oil, schema.frame([row], schema.ARTICLES), monthly=[], annual=[])
    return found[found["series"] == SERIES]


@pytest.mark.parametrize(
    ("language", "text", "verdict"),
    [
        ("en", "Venezuela's oil output fell by 82,000 bpd from 1.827 million bpd to 1.745 million bpd.", "agrees"),
        ("en", "Venezuela's oil output fell by 182,000 bpd from 1.827 million bpd to 1.745 million bpd.", "differs"),
        ("en", "Oil exports dropped 20% in May, from 500,000 b/d to 400,000 b/d.", "agrees"),
        ("en", "Oil exports dropped 40% in May, from 500,000 b/d to 400,000 b/d.", "differs"),
        ("en", "Oil exports fell by a third, from 900,000 b/d to 620,000 b/d.", "agrees"),
        ("en", "Oil output rose by 82,000 bpd from 1.827 million bpd to 1.745 million bpd.", "differs"),
        ("es", "La producción petrolera cayó en 82.000 bpd desde 1,827 millones de bpd hasta 1,745 millones de bpd.", "agrees"),
        ("es", "La producción petrolera cayó en 282.000 bpd desde 1,827 millones de bpd hasta 1,745 millones de bpd.", "differs"),
        ("pt", "A produção de petróleo caiu 100 mil barris por dia, de 1,5 milhão para 1,4 milhão de barris por dia.", "agrees"),
        ("ru", "Добыча нефти снизилась на 50 тыс. б/с, с 700 тыс. б/с до 650 тыс. б/с.", "agrees"),
        ("ru", "Добыча нефти снизилась на 150 тыс. б/с, с 700 тыс. б/с до 650 тыс. б/с.", "differs"),
    ],
    ids=[
        "agrees", "differs", "percent", "percent-differs", "a-third-is-loose", "direction", "es", "es-differs", "pt",
        "ru", "ru-differs",
    ],
)  # fmt: skip
def test_change_beside_its_levels(vocabulary, language, text, verdict):
    found = checks_of(vocabulary, text, language)
    assert list(found["verdict"]) == [verdict]
    assert "the text goes from" in found["note"].iloc[0]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Venezuela's oil output fell by 82,000 bpd to 1.745 million bpd.", id="no-level-left"),
        pytest.param("Venezuela's oil output fell from 1.827 million bpd to 1.745 million bpd.", id="no-change"),
        pytest.param("Oil output fell by at least 20,000 bpd from 1.8 million bpd to 1.7 million bpd.", id="a-bound"),
        pytest.param(
            "Oil output fell by 82,000 bpd. "
            + "Talks went on for days and nobody left the room. " * 2
            + "Exports went from 1.8 million bpd to 1.7 million bpd.",
            id="another-measure-further-on",
        ),
    ],
)
def test_nothing_to_check(vocabulary, text):
    assert checks_of(vocabulary, text).empty


def test_the_difference_is_told(vocabulary):
    found = checks_of(vocabulary, "Oil exports dropped 40% in May, from 500,000 b/d to 400,000 b/d.")
    assert found["reference_bpd"].iloc[0] == -100_000
    assert found["difference_percent"].iloc[0] == -100.0


def test_a_wire_copy_is_not_checked_again(vocabulary):
    text = "Venezuela's oil output fell by 82,000 bpd from 1.827 million bpd to 1.745 million bpd."
    assert checks_of(vocabulary, text, duplicate_of="b").empty
