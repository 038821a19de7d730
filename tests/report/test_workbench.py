"""What an analyst asks a study: the words are found, shown in their place, and never become markup."""

import pandas as pd
import pytest
from lxml import html as parser

from pactline.findings.corrections import APPLIED
from pactline.report import workbench
from pactline.report.workbench import UnknownError, layered

from .conftest import TEXT, article, deal, mention, oil, study_of

HOSTILE = '<img src=x onerror=alert(1)>"</script>'


def words_of(fragment):
    return parser.fragment_fromstring(fragment.html, create_parent="div").text_content()


def marked(fragment, role):
    root = parser.fragment_fromstring(fragment.html, create_parent="div")
    return [m.text_content() for m in root.iter("mark") if f"m-{role}" in m.get("class").split()]


def test_evidence_shows_the_sentence_in_its_surroundings_with_its_words_marked(whole_study):
    shown = workbench.evidence(whole_study, deal()["claim_id"])
    assert [marked(shown, role) for role in ("supplier", "recipient", "item", "quantity")] == [
        ["Russia"],
        ["Venezuela"],
        ["Su-30"],
        ["24"],
    ]
    assert "Output was about" in words_of(shown)


@pytest.mark.parametrize("ask", [workbench.evidence, workbench.why, workbench.article], ids=lambda f: f.__name__)
def test_what_does_not_exist_is_refused_with_what_is_near(whole_study, ask):
    near = "x1" if ask is workbench.article else deal()["claim_id"]
    with pytest.raises(UnknownError, match=f"did you mean {near}.*See"):
        ask(whole_study, near + "0")
    with pytest.raises(UnknownError, match="there is no"):
        ask(whole_study, None)


@pytest.mark.parametrize(
    ("words", "places"),
    [
        pytest.param("Su-30", 3, id="as-written"),
        pytest.param("su-30", 3, id="another-case"),
        pytest.param("24  Su-30", 3, id="white-space"),
        pytest.param("S.-30", 0, id="a-dot-is-a-dot"),
        pytest.param("(", 0, id="half-a-pattern"),
        pytest.param("<script>", 0, id="markup"),
    ],
)
def test_find_looks_through_every_body(whole_study, words, places):
    shown = workbench.find(whole_study, words)
    assert len(marked(shown, "item")) == places
    assert f"{places} places" in words_of(shown)
    assert "<script>" not in shown.html


def test_find_leaves_out_what_is_not_the_article_and_shows_one_sentence():
    text = "Menu Su-30. Moscow sent a Su-30. It was late."
    study = study_of([article(1, text=text, body_spans=[[12, len(text)]])], texts={"x1": text})
    shown = workbench.find(study, "Su-30")
    assert "1 place " in words_of(shown)
    assert "Moscow sent a Su-30." in words_of(shown)
    assert not {"Menu", "late"} & set(words_of(shown).replace(".", "").split())
    with pytest.raises(UnknownError, match="name the words"):
        workbench.find(study, "  ")


def test_find_in_a_large_corpus_shows_the_first_and_counts_all():
    shown = workbench.find(study_of([article(n) for n in range(150)]), "Su-30")
    assert (len(marked(shown, "item")), "150 places" in words_of(shown)) == (100, True)


def test_an_article_is_shown_whole_with_its_clutter_greyed():
    text = "Menu. " + TEXT + " Share this."
    study = study_of(
        [article(1, body_spans=[[6, 6 + len(TEXT)]])], [mention(start=6, end=12)], [deal(start=6, end=62)], texts={"x1": text}
    )  # fmt: skip
    shown = workbench.article(study, "x1")
    assert marked(shown, "clutter") == ["Menu. ", " Share this."]
    assert marked(shown, "party") == ["Russia"]
    assert "".join(marked(shown, "claim")) == text[6:62]
    assert text in words_of(shown)


def test_an_article_that_could_not_be_read_says_why():
    study = study_of([article(1, status="empty", problem="0 bytes", body_spans=[], words=0)], texts={"x1": ""})
    assert "Not read: 0 bytes" in words_of(workbench.article(study, "x1"))


def test_layers_outside_the_text_are_dropped_and_nothing_is_lost():
    html = layered("abc", [(2, 9, "claim"), (1, 1, "claim"), (-1, 2, "party"), (0, 3, "party"), (1, 2, "claim")])
    assert parser.fragment_fromstring(html, create_parent="p").text_content() == "abc"


def test_why_tells_value_words_and_basis(whole_study):
    found = workbench.why(whole_study, deal()["claim_id"]).set_index("field")
    assert found.loc["supplier"].tolist() == ["RUS", "Russia", "stated in the sentence"]
    assert found.loc["recipient", "basis"].startswith("from the sentences before")
    assert found.loc["status", "basis"] == "rule sale"
    assert found.loc["items", "words"] == "24, Su-30"
    figure = workbench.why(whole_study, oil()["claim_id"]).set_index("field")
    assert figure.loc["value"].tolist() == ["1,000,000", "one million barrels a day", "words of the sentence"]


def test_why_names_a_party_that_stands_before_the_sentence():
    study = study_of(
        [article(1)], [mention()], [deal(start=57, end=99, supplier_basis="context", items=[], marks=None)]
    )
    assert (
        workbench.why(study, study.deals["claim_id"][0]).set_index("field").loc["supplier", "words"]
        == "Russia (before the sentence)"
    )


def test_a_correction_is_told(whole_study):
    claim = deal()["claim_id"]
    row = dict.fromkeys(APPLIED, "") | {
        "claim_id": claim,
        "action": "correct",
        "set": "status = agreed",
        "who": "Ana",
        "note": "p. 2",
    }
    whole_study.corrections_applied = pd.DataFrame([row])
    assert workbench.why(whole_study, claim).iloc[-1].tolist() == [
        "correction",
        "status = agreed",
        "",
        "correct by Ana: p. 2",
    ]


@pytest.mark.parametrize("ask", ["evidence", "find", "article"])
def test_words_of_articles_never_become_markup(ask):
    text = f"Russia sold Venezuela {HOSTILE} jets \u202e."
    study = study_of(
        [article(1, text=text, title=HOSTILE, outlet=HOSTILE, published_basis=HOSTILE)],
        [mention()], [deal(end=len(text), rule=HOSTILE, items=[{"name": HOSTILE, "category": "other", "quantity": 1, "bound": None}])],
        texts={"x1": text},
    )  # fmt: skip
    given = {"evidence": study.deals["claim_id"][0], "find": "sold", "article": "x1"}[ask]
    shown = getattr(workbench, ask)(study, given)
    root = parser.fragment_fromstring(shown.html, create_parent="div")
    assert not list(root.iter("img", "script"))
    assert "\u202e" not in shown.html
    assert shown._repr_mimebundle_()["text/html"] == shown.html
