"""Corrections: written whole, replayed on every build, matched by id or by the words, refused with a line number."""

import csv

import pandas as pd
import pytest

from pactline import open_study
from pactline.findings.corrections import replay
from pactline.findings.rulings import COLUMNS, CorrectionError, Ruling, load, save
from pactline.record import schema

TEXT = "Russia will sell Venezuela 24 jets. Output fell to 1 million barrels a day. Moscow sent two ships to Havana."
FIRST, SECOND, THIRD = (0, 35), (36, 75), (76, 109)


def place(span):
    return {"article_id": "a1", "start": span[0], "end": span[1], "quote": TEXT[span[0] : span[1]]}


def deal(claim, span=FIRST, **other):
    row = {"claim_id": claim, **place(span), "kind": "transfer", "status": "offered", "supplier": ["RUS"], "recipient": ["VEN"],
           "supplier_basis": "stated", "recipient_basis": "stated", "items": [], "modality": "fact", "rule": "sale"}  # fmt: skip
    return {**row, **other}


def oil(claim, span=SECOND, **other):
    row = {"claim_id": claim, **place(span), "measure": "production", "basis": "level", "value": 1e6, "unit": "b/d",
           "value_stated": "1 million barrels a day", "bound": "exact", "rule": "level"}  # fmt: skip
    return {**row, **other}


def tables(deals=(), oils=()):
    frames = {t.name: schema.frame([], t) for t in schema.EXTRACTED}
    return {**frames, "deals": schema.frame(deals, schema.DEALS), "oil": schema.frame(oils, schema.OIL)}


def ruling(action="correct", claim="c1", *, table="deals", span=FIRST, about="transfer", **values):
    return Ruling(action, table, claim, "a1", TEXT[span[0] : span[1]], about, values, "Ana", "see page 2")


def replayed(rulings, deals=(), oils=(), texts=None):
    return replay(tables(deals, oils), {"a1": TEXT} if texts is None else texts, rulings)


def test_a_correction_sets_its_fields_and_no_other():
    given = tables([deal("c1"), deal("c2", THIRD)])
    done = replay(given, {"a1": TEXT}, [ruling(status="agreed", supplier=["IRN"])])
    found = done.tables["deals"].set_index("claim_id")
    assert (found.loc["c1", "status"], found.loc["c1", "supplier"], found.loc["c1", "rule"]) == (
        "agreed",
        ["IRN"],
        "sale",
    )
    assert (found.loc["c2", "status"], given["deals"]["status"].tolist()) == ("offered", ["offered", "offered"])
    assert done.applied[["claim_id", "matched", "who"]].to_numpy().tolist() == [["c1", "by id", "Ana"]]


def test_a_rejected_statement_is_a_near_miss_with_the_reason():
    done = replayed([ruling("reject")], [deal("c1")])
    assert done.tables["deals"].empty
    assert done.tables["near_misses"][["rule", "reason", "table"]].to_numpy().tolist() == [
        ["analyst", "see page 2", "deals"]
    ]


def test_two_statements_rejected_in_the_same_words_are_one_near_miss():
    done = replayed([ruling("reject"), ruling("reject", "c2")], [deal("c1"), deal("c2", kind="support")])
    assert (len(done.tables["near_misses"]), len(done.applied)) == (1, 2)


def test_an_accepted_statement_stays_as_it_is():
    done = replayed([ruling("accept")], [deal("c1")])
    pd.testing.assert_frame_equal(done.tables["deals"], tables([deal("c1")])["deals"])
    assert len(done.applied) == 1


def test_an_added_statement_points_at_its_words():
    added = ruling(
        "add",
        "c9",
        span=THIRD,
        kind="transfer",
        status="delivered",
        supplier=["RUS"],
        recipient=["CUB"],
        items=[],
        modality="fact",
    )
    row = replayed([added]).tables["deals"].iloc[0]
    assert (TEXT[row["start"] : row["end"]], row["rule"]) == (TEXT[slice(*THIRD)], "analyst")


@pytest.mark.parametrize(
    ("rulings", "deals", "oils", "expected"),
    [
        pytest.param([ruling("accept")], [deal("new")], [], "new", id="same-words-new-id"),
        pytest.param([ruling("accept")], [deal("new", (0, 34))], [], "new", id="the-rule-now-takes-fewer-words"),
        pytest.param([ruling("accept")], [deal("new", (0, 75))], [], "new", id="the-rule-now-takes-more-words"),
        pytest.param([ruling("accept")], [deal("s", kind="support"), deal("new")], [], "new", id="the-kind-decides-in-the-same-words"),
        pytest.param([ruling("accept")], [deal("new", kind="support")], [], "new", id="the-kind-changed"),
        pytest.param(
            [ruling("accept", table="oil", span=SECOND, about="production 1 million barrels a day")],
            [], [oil("cap", measure="capacity"), oil("new")], "new", id="two-figures-in-one-sentence",
        ),
        pytest.param([ruling("accept")], [deal("x", THIRD)], [], "no statement of its article carries", id="the-words-are-gone"),
        pytest.param([ruling("accept", about="training")], [deal("x"), deal("y", kind="support")], [], "2 statements carry", id="it-could-be-either"),
        pytest.param([ruling("accept")], [], [oil("x", FIRST)], "no statement of its article carries", id="another-table"),
    ],
)  # fmt: skip
def test_rulings_find_their_statement_by_the_words_when_rules_changed(rulings, deals, oils, expected):
    done = replayed(rulings, deals, oils)
    assert (done.applied["claim_id"].tolist() or done.unmatched["why"].tolist())[0].startswith(expected)
    assert len(done.applied) + len(done.unmatched) == 1


def test_words_take_no_statement_from_the_ruling_that_names_it():
    done = replayed([ruling("reject", "gone"), ruling("accept", "c1")], [deal("c1")])
    assert done.applied["action"].tolist() == ["accept"]
    assert done.unmatched["why"].tolist() == ["another line rules on the statement that carries these words"]


def test_an_article_that_left_the_corpus_is_said():
    added = ruling("add", "c9", kind="transfer", status="agreed", supplier=[], recipient=[], items=[], modality="fact")
    done = replayed([ruling("accept"), added], texts={})
    assert done.unmatched["why"].tolist() == ["the corpus does not hold its article"] * 2


def test_without_rulings_the_tables_are_the_ones_given():
    given = tables([deal("c1")])
    assert replay(given, {}, []).tables["deals"] is given["deals"]


def test_the_file_reads_back_as_it_was_written(tmp_path):
    written = [
        ruling(status="agreed"),
        Ruling("accept", "oil", "c2", "=HYPERLINK(1)", 'a, "b"\nc', "'@x", {}, "", "-1"),
    ]
    save(tmp_path / "c.csv", written)
    assert load(tmp_path / "c.csv") == written
    with (tmp_path / "c.csv").open(encoding="utf-8", newline="") as file:
        assert not [cell for row in csv.reader(file) for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_an_edit_in_a_spreadsheet_with_a_byte_order_mark_and_empty_lines_is_read(tmp_path):
    save(tmp_path / "c.csv", [ruling(status="agreed")])
    text = (tmp_path / "c.csv").read_text(encoding="utf-8")
    (tmp_path / "c.csv").write_text(
        "\ufeff" + text.replace("\n", "\r\n") + ",,,,,,,,\r\n", encoding="utf-8", newline=""
    )
    assert load(tmp_path / "c.csv") == [ruling(status="agreed")]


HEAD = ",".join(COLUMNS)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param("", "line 1: the columns must be", id="empty"),
        pytest.param("claim,status\n1,agreed\n", "line 1: the columns must be", id="other-columns"),
        pytest.param(f"{HEAD}\naccept,deals,c1\n", "line 2: 3 cells where 9", id="too-few-cells"),
        pytest.param(f"{HEAD}\naccept,deals,c1,a1,one, two,transfer,,,\n", "line 2: 10 cells where 9", id="comma-in-the-words"),
        pytest.param(f"{HEAD}\nchange,deals,c1,a1,q,,,,\n", "line 2: action is 'change': use accept", id="no-such-action"),
        pytest.param(f"{HEAD}\naccept,events,c1,a1,q,,,,\n", "line 2: table is 'events'", id="no-such-table"),
        pytest.param(f"{HEAD}\naccept,deals,,a1,,,,,\n", "line 2: claim_id is empty", id="no-claim"),
        pytest.param(f"{HEAD}\ncorrect,deals,c1,a1,q,,status=agreed,,\n", "write the fields as JSON", id="values-not-json"),
        pytest.param(f"{HEAD}\ncorrect,deals,c1,a1,q,,[1],,\n", "write the fields as JSON", id="values-a-list"),
        pytest.param(f"{HEAD}\ncorrect,deals,c1,a1,q,,{'[' * 5000},,\n", "write the fields as JSON", id="values-deeply-nested"),
        pytest.param(f'{HEAD}\ncorrect,deals,c1,a1,q,,"{{""status"": ""done""}}",,\n', "line 2: status is 'done': allowed are agreed", id="status-is-no-status"),
        pytest.param(f"{HEAD}\ncorrect,deals,c1,a1,q,,,,\n", "values is empty", id="corrects-nothing"),
        pytest.param(f'{HEAD}\nadd,deals,c1,a1,q,,"{{""kind"": ""transfer""}}",,\n', "status is missing", id="added-without-status"),
        pytest.param(f"{HEAD}\naccept,deals,c1,a1,q,,,,\nreject,deals,c1,a1,q,,,,\n", "line 3: c1 has a line already, line 2", id="ruled-twice"),
        pytest.param(f'{HEAD}\naccept,deals,c1,a1,"q,,,,\n', "line 2: no CSV from here on", id="open-quotation-mark"),
        pytest.param(f'{HEAD}\naccept,deals,c1,a1,"two\nlines",,,,\nnone,deals,c2,a1,q,,,,\n', "line 4: action is 'none'", id="line-numbers-count-lines-not-rows"),
    ],
)  # fmt: skip
def test_nonsense_is_refused_with_its_line(tmp_path, content, message):
    path = tmp_path / "c.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(CorrectionError, match="mend these lines or delete them") as refusal:
        load(path)
    assert message in str(refusal.value)


def test_all_faults_come_at_once(tmp_path):
    (tmp_path / "c.csv").write_text(f"{HEAD}\nx,deals,c1,a1,q,,,,\ny,deals,c2,a1,q,,,,\n", encoding="utf-8")
    with pytest.raises(CorrectionError, match=r"line 2: .*\n.*line 3: "):
        load(tmp_path / "c.csv")


def test_bytes_that_are_no_text_and_paths_that_are_no_file_are_refused(tmp_path):
    (tmp_path / "c.csv").write_bytes(b"\xff\xfe\x00a")
    with pytest.raises(CorrectionError, match="not UTF-8"):
        load(tmp_path / "c.csv")
    for path in (tmp_path, tmp_path / "nowhere" / "c.csv"):
        with pytest.raises(CorrectionError, match="name a CSV file in a folder that exists"):
            load(path)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        pytest.param({"status": "done"}, "status is 'done': allowed are", id="no-status"),
        pytest.param({"status": None}, "status must not be empty", id="emptied"),
        pytest.param({"quote": "x"}, "no field 'quote'", id="the-words-are-not-ours"),
        pytest.param({"nonsense": 1}, "no field 'nonsense'", id="no-field"),
        pytest.param({"event_date": "yesterday"}, "write a date as", id="no-date"),
        pytest.param({"supplier": "Russia"}, "codes of three letters", id="name-for-code"),
        pytest.param({"value": float("nan")}, "a number is needed", id="nan"),
        pytest.param({"value": True}, "a number is needed", id="true-is-no-number"),
        pytest.param({"items": [{"name": "Su-30", "category": "plane"}]}, "category is 'plane'", id="no-category"),
        pytest.param({"items": [{"name": "Su-30", "category": "aircraft", "quantity": "many"}]}, "quantity 'many'", id="quantity-no-number"),
        pytest.param({"items": ["Su-30"]}, "list items as", id="item-is-a-name"),
        pytest.param({}, "name a field to correct", id="nothing-to-correct"),
    ],
)  # fmt: skip
def test_a_bad_correction_writes_nothing(own_study, fields, message):
    with pytest.raises(CorrectionError, match=message):
        own_study.correct(own_study.deals["claim_id"][0], **fields)
    assert not own_study.corrections.exists()


@pytest.fixture
def own_study(tmp_path, seeds_study):
    return open_study("seeds", corrections=tmp_path / "corrections.csv")


@pytest.fixture(autouse=True)
def in_the_project(monkeypatch, request):
    monkeypatch.chdir(request.config.rootpath)


def test_a_claim_that_does_not_exist_is_refused_and_nothing_written(own_study):
    with pytest.raises(CorrectionError, match=r"no statement 'zzz'.*claim_id in study\.deals"):
        own_study.reject("zzz")
    assert not own_study.corrections.exists()


def test_a_study_without_a_file_says_how_to_keep_corrections(seeds_study):
    with pytest.raises(CorrectionError, match="open it as open_study"):
        seeds_study.accept(seeds_study.deals["claim_id"][0])


def test_a_corrected_study_and_the_next_build_say_the_same(own_study):
    first, second = own_study.deals["claim_id"][:2]
    assert first in {c for claims in own_study.deal_events["claims"] for c in claims}
    own_study.correct(first, status="cancelled", note="=called off", who="Ana")
    own_study.correct(first, modality="reported")
    own_study.reject(second)
    own_study.accept(own_study.oil["claim_id"][0])
    row = own_study.deals.set_index("claim_id").loc[first]
    assert (row["status"], row["modality"], second in set(own_study.deals["claim_id"])) == (
        "cancelled",
        "reported",
        False,
    )
    again = open_study("seeds", corrections=own_study.corrections)
    for name in ("deals", "near_misses", "deal_events", "corrections_applied"):
        pd.testing.assert_frame_equal(getattr(own_study, name), getattr(again, name))
    assert len(again.corrections_applied) == 3
    assert again.corrections_applied["note"][0] == "=called off"


def test_a_rejected_statement_can_be_accepted_again(own_study):
    claim = own_study.deals["claim_id"][0]
    own_study.reject(claim)
    own_study.accept(claim)
    assert claim in set(own_study.deals["claim_id"])
    assert [r.action for r in own_study.rulings] == ["accept"]


def test_a_statement_is_added_once_its_words_can_be_found(own_study):
    article = own_study.articles["article_id"][2]
    words = own_study.texts[article][600:660]
    for quote, message in (
        ("not in the text", "does not hold the words"),
        ("e", "stand more than once"),
        ("", "does not hold"),
    ):
        with pytest.raises(CorrectionError, match=message):
            own_study.add("deals", article, quote, kind="access", status="agreed")
    with pytest.raises(CorrectionError, match="status is missing"):
        own_study.add("deals", article, words, kind="access")
    with pytest.raises(CorrectionError, match="no article 'x'"):
        own_study.add("deals", "x", words, kind="access", status="agreed")
    with pytest.raises(CorrectionError, match="no table 'events'"):
        own_study.add("events", article, words)
    claim = own_study.add("deals", article, words, kind="access", status="agreed", supplier="VEN", recipient="RUS")
    own_study.correct(claim, status="delivered")
    with pytest.raises(CorrectionError, match="delete its line"):
        own_study.reject(claim)
    assert own_study.deals.set_index("claim_id").loc[claim, ["status", "supplier"]].tolist() == ["delivered", ["VEN"]]


def test_a_line_written_by_hand_meanwhile_is_kept(own_study):
    first, second = own_study.deals["claim_id"][:2]
    other = open_study("seeds", corrections=own_study.corrections)
    other.accept(first)
    own_study.accept(second)
    assert {r.claim_id for r in load(own_study.corrections)} == {first, second}


def test_a_write_that_fails_leaves_the_old_file(own_study, monkeypatch):
    own_study.accept(own_study.deals["claim_id"][0])
    before = own_study.corrections.read_bytes()
    monkeypatch.setattr("os.replace", lambda *_: (_ for _ in ()).throw(OSError(28, "disk full")))
    with pytest.raises(OSError, match="disk full"):
        own_study.accept(own_study.deals["claim_id"][1])
    assert own_study.corrections.read_bytes() == before
    assert [p.name for p in own_study.corrections.parent.iterdir()] == ["corrections.csv"]
