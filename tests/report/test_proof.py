"""Every number on the page is counted again from its evidence; the check is shown to fire on each kind of number."""

import re

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as parser

from pactline.findings.accuracy import COLUMNS, MISSES
from pactline.findings.pooling import pooled
from pactline.record import schema
from pactline.report import page
from pactline.report.audit import PageError
from pactline.report.citing import article_key, cite, claim_key
from pactline.report.figures_corpus import outlet_of, title_of, titled
from pactline.report.markup import label
from pactline.report.proof import disproved, proved
from pactline.report.tables import each
from pactline.report.wording import item_words

from .conftest import article, check, deal, mention, oil, page_of, study_of


@pytest.fixture
def unstripped(monkeypatch):
    """Builds the page and gives it as it is before the keys of its evidence are dropped."""

    def build(study):
        kept = []
        monkeypatch.setattr(page, "proved", lambda html, *_: kept.append(html) or html)
        page_of(study)
        return kept[0]

    return build


def rich_study():
    claims = [oil(), oil("x2", start=60, as_of="2019", value=2.4e6, value_stated="2.4 million")]
    return study_of(
        [article(1, clutter=[[0, 6, "caption"]]), article(2, published="2019-08"), article(3, published=None, duplicate_of="x1", outlet=None)],
        [mention(), mention("x2"), mention(start=32, end=41, surface="Venezuela", actor_id="venezuela", actor="Venezuela", form="short")],
        [deal(value=1.5e9, currency="USD", value_usd=1.5e9), deal("x2", status="denied", modality="denied"), deal("x3", event_date="2019")],
        claims, [check(claims[0])], outside=[mention(kind="caption")],
    )  # fmt: skip


def test_every_number_of_a_page_is_what_its_evidence_says(unstripped):
    study = rich_study()
    assert disproved(unstripped(study), study) == []


def test_every_count_of_a_page_that_is_changed_is_found(unstripped):
    study = rich_study()
    root = parser.document_fromstring(unstripped(study))
    changed = 0
    for link in root.iter("a"):
        if (
            link.get("data-is")
            and not link.get("data-is").startswith(("gap", "silent"))
            and re.fullmatch(r"\d+", link.text or "")
        ):
            link.text = str(int(link.text) + 1_000)
            changed += 1
    found = disproved(parser.tostring(root, encoding="unicode"), study)
    assert changed > 50
    assert len(found) >= changed


def scored_study():
    """The rich study with its reading marked, so that each kind of number stands on its page, and more rows than a table shows."""
    study = rich_study()
    rows = [
        [s, "deals: found", "all", 17, 18, 16, 0.9, 0.9, 0.9, 0.7, 0.99]
        for s in ("seeds", "unseen_deals", "practice_deals")
    ]
    study.accuracy = pd.DataFrame(rows, columns=COLUMNS)
    study.accuracy_pooled = pooled(study.accuracy)
    study.misses = pd.DataFrame([["practice_deals", "deals", "en", "c", i, "words"] for i in range(3)], columns=MISSES)
    outside = [mention(start=i, end=i + 1, actor_id=f"o{i}", actor=f"Other {i}", kind="caption") for i in range(40)]
    study.outside_mentions = schema.frame(outside, schema.OUTSIDE_MENTIONS)
    study.near_misses = schema.frame([
        {"article_id": "x1", "start": 0, "end": 6, "quote": "Russia", "table": "deals", "rule": f"r{i}", "reason": "no arms"} for i in range(40)
    ], schema.NEAR_MISSES)  # fmt: skip
    return study


PLACES = {
    "head": "//p[@class='line']//a[@data-keys]",
    "summary": "//*[@id='short']//a[@data-keys]",
    "summary-of-accuracy": "//*[@id='short']//a[@data-score]",
    "prose": "//*[@id='deals-words']//a[@data-keys]",
    "title-of-a-chart": "//figcaption/h3//a[@data-keys]",
    "source-line-of-a-chart": "//p[@class='source']//a[@data-keys]",
    "words-in-a-chart": "//*[name()='svg']//a[@data-keys]//*[name()='text']",
    "label-of-a-mark": "//*[name()='svg']//a[@data-keys]/@aria-label",
    "words-of-a-mark-without-text": "//*[name()='svg']//a[@data-keys]/*[name()='title']",
    "table": "//table//td//a[@data-keys]",
    "data-of-a-chart": "//details//table//td//a[@data-keys]",
    "accuracy": "//tr[@data-row]/td[5]",
    "accuracy-count": "//tr[@data-row]/td[last()]",
    "missed": "//*[starts-with(@data-count, 'missed:')]",
    "all-missed": "//*[@data-count='all-missed']",
    "rejected": "//*[starts-with(@data-count, 'rejected:')]",
    "rows-under-a-table": "//p[@class='note'][contains(., ' rows; ')]",
    "actors-under-a-table": "//p[@class='note'][contains(., ' actors; ')]",
    "actors-of-an-article": "//details[@class='named']/summary",
    "reading-of-a-statement": "//p[@class='reading']",
}
"""Every kind of place in which a number stands on the page."""


@pytest.mark.parametrize("place", PLACES)
def test_the_check_fires_wherever_a_number_stands(place, scored_page):
    study, html = scored_page
    root = parser.document_fromstring(html)
    wrong = 0
    for found in root.xpath(PLACES[place]):
        node = found.getparent() if isinstance(found, str) else found
        if isinstance(found, str) and re.search(r"\d", found):
            node.set("aria-label", _other(found))
            wrong += 1
        elif not isinstance(found, str) and re.search(r"\d", node.text or ""):
            node.text = _other(node.text)
            wrong += 1
        if wrong:
            break
    assert wrong == 1, f"no number stands in {place}"
    assert disproved(parser.tostring(root, encoding="unicode"), study) != []


def _other(words):
    """The first number of the words is another one."""
    return re.sub(r"\d[\d,]*", lambda n: str(int(n[0].replace(",", "")) + 977), words, count=1)


@pytest.fixture(scope="module")
def scored_page():
    kept = []
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(page, "proved", lambda html, *_: kept.append(html) or html)
        study = scored_study()
        page_of(study)
    assert disproved(kept[0], study) == []
    return study, kept[0]


@pytest.mark.parametrize(
    ("words", "of", "holds"),
    [
        pytest.param("1", "deals", True, id="count"),
        pytest.param("2", "deals", False, id="wrong-count"),
        pytest.param("24 Su-30", "", True, id="items"),
        pytest.param("25 Su-30", "", False, id="wrong-quantity"),
        pytest.param("24 Su-35", "", False, id="wrong-designation"),
        pytest.param("1.5 billion USD", "", True, id="money"),
        pytest.param("1.6 billion USD", "", False, id="wrong-sum"),
        pytest.param("8 November 2024", "", True, id="date"),
        pytest.param("9 November 2024", "", False, id="wrong-day"),
        pytest.param("Russia → Venezuela, 2024: 1 deal", "", True, id="noun-in-a-label"),
        pytest.param("Russia → Venezuela, 2024: 3 deals", "", False, id="wrong-count-in-a-label"),
        pytest.param("1", "sources", True, id="sources"),
        pytest.param("7", "statements", False, id="told-by-chance-is-no-count"),
        pytest.param("30", "deals", False, id="a-number-of-the-quote-is-no-count"),
    ],
)
def test_what_a_number_may_say(words, of, holds):
    study = study_of([article(1)], [], [deal(value=1.5e9, value_usd=1.5e9, currency="USD", event_date="2024-11-08")])
    keys = claim_key(study.deals["claim_id"][0])
    found = disproved(f'<main><a href="#x" data-keys="{keys}" data-is="{of}">{words}</a></main>', study)
    assert (found == []) is holds


def test_a_difference_from_the_reference_is_counted_again():
    claim = oil()
    study = study_of([article(1)], [], [], [claim], [check(claim)])
    key = claim_key(claim["claim_id"])
    link = '<main><a data-keys="{}" data-is="{}">{}</a></main>'
    assert disproved(link.format(key, "difference", "+4.2%"), study) == []
    assert disproved(link.format(key, "difference", "+4.3%"), study) != []
    of = f"reference:{claim['claim_id']}"
    assert disproved(link.format(key, of, "960,000 b/d"), study) == []
    assert disproved(link.format(key, of, "970,000 b/d"), study) != []


def test_a_fall_beside_a_fall_of_the_reference_is_no_fault():
    claim = oil(basis="change", direction="down")
    study = study_of([article(1)], [], [], [claim], [check(claim, reference_bpd=-40_000.0, difference_percent=-3.0)])
    of = f"reference:{claim['claim_id']}"
    html = f'<main><a data-keys="{claim_key(claim["claim_id"])}" data-is="{of}">-40,000 b/d</a></main>'
    assert disproved(html, study) == []
    assert disproved(html.replace("40,000", "41,000"), study) != []


def test_a_line_under_a_table_that_miscounts_its_rows_is_found():
    study = study_of([article(1)])
    rows = "<tr><th>x</th></tr>" * 3
    html = '<main><div><table><tbody>{}</tbody></table></div><p class="note">{} of 9 rows; x.csv has all.</p></main>'
    assert disproved(html.format(rows, 3), study) == []
    assert disproved(html.format(rows, 4), study) != []


def test_a_page_with_a_wrong_number_is_not_published():
    study = study_of([article(1)], [], [deal()])
    key = claim_key(study.deals["claim_id"][0])
    with pytest.raises(PageError, match="not what their evidence says"):
        proved(f'<main><a data-keys="{key}" data-is="deals">2</a></main>', study)


def test_every_number_of_the_seeds_page_and_of_its_accuracy(seeds_study, unstripped):
    html = unstripped(seeds_study)
    assert disproved(html, seeds_study) == []
    root = parser.document_fromstring(html)
    line = next(line for line in root.iter("tr") if line.get("data-row"))
    line.findall("td")[-3].text = "1%"
    assert any("scored" in fault for fault in disproved(parser.tostring(root, encoding="unicode"), seeds_study))


WORDS = st.text(st.sampled_from("0123456789,.…-/%$€ QU+⟦⟧\u200b\u202e٣²ⅧabЖ\n"), min_size=1, max_size=200)


@settings(max_examples=60, deadline=None)
@given(WORDS)
def test_no_words_of_an_article_are_taken_for_a_wrong_number(words):
    """A page must never be held back because a headline, an outlet or an item is strange."""
    items = [{"name": words, "category": "other", "quantity": 24, "bound": "exact"}]
    study = study_of([article(1, title=words, outlet=words)], [], [deal(items=items)], texts={"x1": words})
    row = next(each(titled(study.articles, study.texts)))
    claim = next(each(study.deals))
    html = (
        cite(title_of(row), [article_key("x1")])
        + cite(outlet_of(row), [article_key("x1")])
        + cite(label(item_words(claim.items), 110), [claim_key(claim.claim_id)])
        + cite(label(f"{title_of(row)}, {outlet_of(row)}, 8 November 2024", 160), [article_key("x1")])
    )
    assert disproved(f"<main>{html}</main>", study) == []
