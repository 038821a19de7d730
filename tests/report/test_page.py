"""The page stays whole whatever the tables hold: nothing at all, one of each, thousands, hostile words."""

import re

import pytest
from lxml import html as parser

from pactline.report import audit, evidence
from pactline.report.audit import PageError
from pactline.report.citing import EvidenceError, cite

from .conftest import TEXT, article, check, deal, mention, oil, page_of, study_of
from .large import large_study

HOSTILE = [
    pytest.param("<script>alert(1)</script>", id="script"),
    pytest.param('" onmouseover="alert(1)', id="attribute"),
    pytest.param("$\\frac{1}{$ and $1.2bn and $3.4bn", id="mathtext"),
    pytest.param("a | b | c\n| --- |", id="markdown-table"),
    pytest.param("оружие 🚀 武器 سلاح", id="scripts-and-emoji"),
    pytest.param("safe\u202etxt.exe\u200b\x00\x1b[31m", id="bidi-and-control"),
    pytest.param("\u200fשלום\u200f סוף 12", id="right-to-left-marks"),
    pytest.param("O" * 300, id="300-characters"),
    pytest.param("]]></svg><img src=x onerror=alert(1)>", id="svg-break"),
    pytest.param("_hidden", id="underscore-first"),
]


def test_a_whole_study_makes_a_page_whose_figures_all_lead_somewhere(whole_study):
    page = page_of(whole_study)
    assert audit.faults(page) == []
    assert "Su-30" in page
    assert page == page_of(whole_study)


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_articles_stay_words(words):
    claim = oil(attributed_to=words, subject=words)
    study = study_of(
        [article(1, title=words, outlet=words, url="javascript:alert(1)", published_basis=words, published_conflicts=[words], source=words)],
        [mention(surface=words, actor=words)],
        [deal(items=[{"name": words, "category": "other", "quantity": None, "bound": None}])], [claim], [check(claim)],
        texts={"x1": TEXT[:40] + words + TEXT[40:]},
    )  # fmt: skip
    page = page_of(study)
    root = parser.document_fromstring(page)
    assert len(root.findall(".//script")) == 1
    assert not root.findall(".//img")
    assert not [e for e in root.iter() if isinstance(e.tag, str) for name in e.attrib if name.startswith("on")]
    assert not [a for a in root.iter("a") if (a.get("href") or "").lower().startswith(("javascript", "data"))]
    assert not re.search("[\x00-\x08\x1b\u200b\u202e\ud800]", page)


@pytest.mark.parametrize(
    ("study", "says"),
    [
        pytest.param(study_of([article(1)]), "no arms deal", id="no-deals-no-oil-no-actors"),
        pytest.param(study_of([article(1)], [mention()]), "only actor named", id="one-actor"),
        pytest.param(study_of([article(1, published=None)], [mention()], [deal(event_date=None)]), "no date", id="no-dates"),
        pytest.param(study_of([article(1)], [], [deal()]), "oil figure", id="no-oil"),
        pytest.param(study_of([article(1, status="empty", problem="0 bytes", words=0)]), "could not be read", id="nothing-read"),
        pytest.param(study_of([article(1)], [], [deal(items=[])]), "No deal names what is supplied", id="no-items"),
        pytest.param(study_of([article(1)], [], [deal(supplier=[], recipient=[])]), "not named", id="no-parties"),
        pytest.param(study_of([article(1)], oils=[oil(as_of=None), oil(start=60, as_of="past")]), "million b/d", id="oil-without-period"),
    ],
)  # fmt: skip
def test_what_is_lacking_is_said(study, says):
    page = page_of(study)
    assert audit.faults(page) == []
    assert says in parser.document_fromstring(page).text_content()


def test_two_thousand_actors_show_the_first_and_count_the_rest():
    many = [mention(start=i, end=i + 1, actor_id=f"a{i}", actor=f"Actor {i:04}") for i in range(2000)]
    page = page_of(study_of([article(1, text="x" * 2001)], many, texts={"x1": "x" * 2001}))
    assert "2,000" in page
    assert len(page) < 400_000


@pytest.fixture(scope="module")
def large_page():
    """A page of ten thousand articles, 4,000 deal statements, 3,000 oil figures and 300 actors."""
    return page_of(large_study())


def test_ten_thousand_articles_give_a_page_below_a_megabyte_and_a_half(large_page):
    assert len(large_page.encode()) < 1_400_000  # a real page has 50 kB more: accuracy, code, prose
    assert large_page.count("<") - large_page.count("</") < 40_000  # elements: what a browser has to lay out
    assert "10,000" in large_page


def test_charts_of_ten_thousand_articles_aggregate(large_page):
    root = parser.document_fromstring(large_page)
    for figure in root.iter("figure"):
        for drawing in figure.iter("svg"):
            assert len(list(drawing.iter("a"))) < 200, figure.getparent().get("id")
    oil_chart = root.get_element_by_id("fig-oil").find(".//svg")
    says = [title.text for title in oil_chart.iter("title") if "statements" in (title.text or "")]
    assert says
    assert sum(int(re.search(r": ([\d,]+) statements?", t)[1].replace(",", "")) for t in says) > 1_000


def test_long_tables_show_the_weightiest_rows_their_total_and_the_file(large_page):
    root = parser.document_fromstring(large_page)
    notes = [" ".join(p.text_content().split()) for p in root.iter("p") if "rows;" in p.text_content()]
    assert any(re.fullmatch(r"50 of [\d,]+ rows; deal_events.csv has all\.", note) for note in notes)
    sources = [
        int(row.findall("td")[-1].text_content())
        for row in root.get_element_by_id("tab-deals").iter("tr")
        if row.findall("td")
    ]
    assert len(sources) == 50
    assert sources == sorted(sources, reverse=True)


def test_evidence_of_ten_thousand_articles_is_what_the_page_cites_and_no_more(large_page):
    root = parser.document_fromstring(large_page)
    evidence_part = root.get_element_by_id("evidence")
    quotes = len(list(evidence_part.iter("blockquote")))
    assert 0 < quotes < 1_000
    assert "more in the exported tables" in evidence_part.text_content()
    assert "deals.csv" in evidence_part.text_content()


def test_a_figure_without_evidence_stops_the_build():
    with pytest.raises(PageError, match="'17' is a figure without evidence"):
        audit.audited("<html><body><main><p>There were <b>17</b> deals.</p></main></body></html>")


@pytest.mark.parametrize(
    ("main", "fault"),
    [
        pytest.param('<p>It fell <a href="#c-1">5</a> by 7</p>', "by 7", id="beside-a-link"),
        pytest.param('<p><a href="https://example.org/">12</a></p>', "12", id="link-that-leaves-the-page"),
        pytest.param("<svg><text>1.5</text></svg>", "1.5", id="inside-a-chart"),
        pytest.param("<table><tr><td>3</td></tr></table>", "3", id="table-cell"),
        pytest.param('<a href="#c-9">5</a>', "not on the page", id="dead-link"),
        pytest.param('<i id="c-1"></i>', "stands 2 times", id="repeated-id"),
    ],
)
def test_the_audit_fires(main, fault):
    found = audit.faults(f'<html><body><main>{main}</main><p id="c-1">evidence</p></body></html>')
    assert any(fault in f for f in found)


def test_axis_labels_code_and_evidence_are_no_figures():
    main = '<g data-axis=""><text>2019</text></g><code>1.0</code><div id="evidence">12 jets</div><p data-plain="">the 3rd</p>'
    assert audit.faults(f"<html><body><main>{main}</main></body></html>") == []


def test_citing_nothing_is_an_error():
    with pytest.raises(EvidenceError, match="without evidence"):
        cite(5, [])


def test_citing_what_the_study_does_not_hold_is_an_error(whole_study):
    with pytest.raises(EvidenceError, match="does not hold"):
        evidence.section(whole_study, cite(5, ["c-nonsense"]))


def test_excerpts_are_as_long_as_asked_for(whole_study):
    from pactline.report.page import assemble

    page = assemble(whole_study, [], title="T", excerpt=40)
    quotes = [q.text_content() for q in parser.document_fromstring(page).iter("blockquote")]
    assert quotes
    assert max(len(q) for q in quotes) <= 41
    assert "at most 40 characters" in page
