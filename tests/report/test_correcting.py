"""The form for corrections: what it writes, what the chart does then, and what it says where nothing can be written."""

import pytest

from pactline import open_study
from pactline.report import panel
from pactline.report.correcting import ASK, form

widgets = pytest.importorskip("ipywidgets")
TEXT = (
    "MOSCOW, Aug 15, 2019 - Russia agreed on Thursday to sell 24 Su-30 fighter jets to Venezuela for $1.5 billion, "
    "the Defense Ministry said. Venezuela's oil output fell to 742,000 barrels per day in July, according to OPEC."
)


@pytest.fixture
def study(tmp_path, own_cache):
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    return open_study(tmp_path / "one.txt", corrections=tmp_path / "corrections.csv")


def parts(made):
    fields, buttons, words = made.children
    return {f.description: f for f in fields.children}, {b.description: b for b in buttons.children}, words


def test_a_claim_shows_its_words_and_an_unknown_one_what_to_do(study):
    fields, _, words = parts(form(study))
    assert ASK in words.value
    fields["claim_id"].value = study.deals["claim_id"][0]
    assert "m-item" in words.value
    fields["claim_id"].value = "zzz"
    assert "there is no statement" in words.value


@pytest.mark.parametrize(
    ("button", "deals", "status"),
    [
        pytest.param("is right", 1, "agreed", id="accept"),
        pytest.param("is wrong", 0, None, id="reject"),
        pytest.param("set status", 1, "cancelled", id="correct"),
    ],
)
def test_a_button_writes_a_ruling_and_the_chart_follows(study, button, deals, status):
    *_, picture, made = panel.panel(study).children
    before = picture.value
    fields, buttons, words = parts(made)
    fields["claim_id"].value, fields["status"].value = study.deals["claim_id"][0], "cancelled"
    fields["who"].value = "Ana"
    buttons[button].click()
    assert "1 in " in words.value
    assert len(study.deals) == deals
    assert study.deals["status"].tolist() == ([status] if status else [])
    assert "Ana" in study.corrections.read_text(encoding="utf-8")
    assert (picture.value == before) is (button == "is right")


def test_what_cannot_be_is_said_and_nothing_is_written(study):
    fields, buttons, words = parts(form(study))
    buttons["is wrong"].click()
    assert ASK in words.value
    fields["claim_id"].value = "zzz"
    buttons["is wrong"].click()
    assert "Not written" in words.value
    assert not study.corrections.exists()
    study.corrections = None
    fields["claim_id"].value = study.deals["claim_id"][0]
    buttons["is wrong"].click()
    assert "keeps no corrections: open it as" in words.value


def test_a_correction_in_a_cell_redraws_the_panel_too(study):
    *_, picture, _ = panel.panel(study).children
    assert "1 deal" in picture.value
    study.reject(study.deals["claim_id"][0])
    assert "0 deals" in picture.value


def test_a_corrected_field_is_the_analysts_and_the_others_the_rules(study):
    claim = study.deals["claim_id"][0]
    study.correct(claim, status="cancelled", who="Ana")
    basis = study.why(claim).set_index("field")["basis"]
    assert basis["status"] == "corrected by Ana"
    assert basis["kind"].startswith("rule ")
