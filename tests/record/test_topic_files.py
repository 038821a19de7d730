"""Every file of a topic: what is wrong with it is told with file and line, all at once."""

import json
import re

import pytest

from pactline.record.topic import TopicError, check_topic, load_topic
from pactline.record.topic_new import new_topic
from pactline.record.topic_reference import COLUMNS
from pactline.record.topic_tables import numbered_rows, read_rows

GOLD = {"id": "a", "text": "Russia sold Iran jets.", "published": {"date": "2023-11"}, "deals": [], "oil": []}
DEAL = {"kind": "transfer", "status": "agreed", "supplier": "RUS", "recipient": "IRN", "quote": "Russia sold Iran jets"}
FIGURE = {"measure": "production", "basis": "level", "bound": "exact", "quote": "sold Iran", "as_of": "2023"}


@pytest.fixture
def topic(tmp_path):
    folder = tmp_path / "iran-russia"
    new_topic("iran-russia", folder)
    return folder


def put(folder, name, text):
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def line_with(path, start):
    return path.read_text(encoding="utf-8").split("\n").index(next(
        line for line in path.read_text(encoding="utf-8").split("\n") if line.startswith(start))) + 1  # fmt: skip


def test_a_new_topic_has_no_fault_and_knows_its_pair(topic):
    loaded, faults = check_topic(topic)
    assert faults == []
    assert loaded.settings["pair"] == ["IRN", "RUS"]
    assert {"iran", "russia"} <= {row["id"] for row in loaded.actors}
    assert len(loaded.weapons) > 300


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        pytest.param('pair = ["IRN", "RUS"]', 'pair = ["IRN", "RUX"]', "'RUX' is no ISO", id="unknown-code"),
        pytest.param('pair = ["IRN", "RUS"]', 'pair = ["IRN"]', "name two countries", id="one-country"),
        pytest.param('pair = ["IRN", "RUS"]', 'pair = [["IRN"], "RUS"]', "is no ISO", id="nested-list"),
        pytest.param('pair = ["IRN", "RUS"]', 'pair = "IRN RUS"', "must be a list", id="wrong-type"),
        pytest.param("languages = [", "langauges = [", "did you mean languages?", id="misspelt-key"),
        pytest.param('"pt", "ru"]', '"pt", "fa"]', "language 'fa' has no rules", id="language-without-rules"),
        pytest.param('question = "', 'question = ""\nx = "', "question is ''", id="empty-text"),
        pytest.param('question = "', "question = ", "no TOML", id="no-toml"),
        pytest.param(
            'commodity = "oil"', 'commodity = "unobtainium"', "no word list unobtainium", id="unknown-commodity"
        ),
        pytest.param('# supplier = "RUS"', 'supplier = "CHN"', "none of the pair", id="supplier-outside-the-pair"),
    ],
)
def test_a_fault_of_the_settings_is_told_with_its_line(topic, old, new, fault):
    path = topic / "topic.toml"
    text = path.read_text(encoding="utf-8")
    line = text[: text.index(old)].count("\n") + 1
    put(topic, "topic.toml", text.replace(old, new, 1))
    told = [f for f in check_topic(topic)[1] if fault in f]
    assert told
    assert told[0].startswith(f"topic.toml:{line}:")


TEXTS, LISTS = ("name", "title", "question", "oil_subject", "commodity", "supplier"), ("languages", "pair")
WRONG = {
    "number": ("3", "the number 3"),
    "fraction": ("2.5", "the number 2.5"),
    "true": ("true", "the word true"),
    "date": ("2020-01-31", "the date 2020-01-31"),
    "table": ("{ code = 1 }", "a table"),
}
CASES = [
    *(pytest.param(key, *wrong, id=f"{key}-{kind}") for key in (*TEXTS, *LISTS) for kind, wrong in WRONG.items()),
    *(pytest.param(key, '["a", "b"]', "a list", id=f"{key}-list") for key in TEXTS),
    *(pytest.param(key, '"VEN"', "'VEN'", id=f"{key}-text") for key in LISTS),
    *(pytest.param(key, "[]", "an empty list", id=f"{key}-empty") for key in LISTS),
    *(pytest.param(key, '""', "''", id=f"{key}-empty") for key in TEXTS),
]


@pytest.mark.parametrize(("key", "value", "told"), CASES)
def test_a_wrong_type_is_told_with_file_line_and_key_and_stops_the_loading(topic, key, value, told):
    path = topic / "topic.toml"
    kept = [li for li in path.read_text(encoding="utf-8").splitlines() if not li.startswith((f"{key} ", f"# {key} "))]
    put(topic, "topic.toml", "\n".join([*kept, f"{key} = {value}", ""]))
    must = "a list in square brackets" if key in LISTS else "a text in quotation marks"
    start = f"topic.toml:{len(kept) + 1}: {key} is {told}: it must be {must}"
    assert any(fault.startswith(start) for fault in check_topic(topic)[1])
    with pytest.raises(TopicError, match=re.escape(start)):
        load_topic(topic)


@pytest.mark.parametrize(
    ("key", "value", "fault"),
    [
        pytest.param("pair", '["IRN", 3]', "pair: '3' is no ISO 3166-1", id="number-in-the-pair"),
        pytest.param("languages", '["en", 7]', "languages: language '7' has no rules", id="number-among-languages"),
        pytest.param("languages", '["en", ["es"]]', "languages: language \"['es']\" has no rules", id="list-in-a-list"),
        pytest.param("supplier", '"Russia"', "supplier: 'Russia' is no ISO 3166-1", id="name-for-a-code"),
        pytest.param("suplier", '"RUS"', "there is no key suplier: did you mean supplier?", id="misspelt"),
        pytest.param("colour", "[1, 2]", "there is no key colour", id="unknown"),
        pytest.param('"two words"', "3", "there is no key two words", id="unknown-in-quotation-marks"),
    ],
)
def test_what_no_key_can_hold_is_told_with_file_line_and_key(topic, key, value, fault):
    path = topic / "topic.toml"
    kept = [li for li in path.read_text(encoding="utf-8").splitlines() if not li.startswith((f"{key} ", f"# {key} "))]
    put(topic, "topic.toml", "\n".join([*kept, f"{key} = {value}", ""]))
    assert f"topic.toml:{len(kept) + 1}: {fault}" in "\n".join(check_topic(topic)[1])


def test_every_fault_of_the_settings_is_told_at_once(topic):
    text = (topic / "topic.toml").read_text(encoding="utf-8")
    put(topic, "topic.toml", f"{text}\ncolour = 1\n[sides]\nred = 2\n")
    told = "\n".join(check_topic(topic)[1])
    assert "there is no key colour" in told
    assert "there is no key sides" in told


def test_a_missing_setting_says_what_it_is_for(topic):
    path = topic / "topic.toml"
    put(topic, "topic.toml", "".join(li for li in path.open(encoding="utf-8") if not li.startswith("oil_subject")))
    assert check_topic(topic)[1] == [
        "topic.toml:1: missing oil_subject: name of the country whose oil is followed, as in actors.csv"
    ]


@pytest.mark.parametrize(
    ("name", "row", "fault"),
    [
        pytest.param("actors.csv", "b,Bo,king" + "," * 18, "type 'king'", id="actor-below-comments"),
        pytest.param("actors.csv", "b,Shahed-136,company,IRN" + "," * 17, "is the weapon shahed-136", id="weapon-too"),
        pytest.param("weapons.csv", "x,X-1,boat,IRN,system" + "," * 6, "category 'boat'", id="weapon-category"),
        pytest.param("weapons.csv", "x,X-1,ship,XYZ,system" + "," * 6, "origin_iso3 'XYZ'", id="weapon-origin"),
        pytest.param("weapons.csv", "x,X-1,ship,IRN,model" + "," * 6, "kind 'model'", id="weapon-kind"),
        pytest.param("weapons.csv", ",X-1,ship,IRN,system" + "," * 6, "needs an id", id="weapon-without-id"),
        pytest.param(
            "weapons.csv", "x,X-1,uav,IRN,system,Shahed 136" + "," * 5, "belongs already to shahed-136 among the shipped",
            id="alias-of-a-shipped-weapon",
        ),
        pytest.param("events.csv", "e,2019-13,,day,E" + "," * 6, "date '2019-13'", id="event-date"),
        pytest.param("reference/oil_production_monthly.csv", "IRN,2019,5,x,x,s,p", "month '2019' is no month", id="year-for-month"),
        pytest.param("reference/oil_production_monthly.csv", "IRN,2019-01,5 000,x,x,s,p", "'5 000' is no number", id="number"),
        pytest.param("reference/oil_production_monthly.csv", "IRN,2019-01,nan,x,x,s,p", "'nan' is no number", id="nan"),
        pytest.param("reference/oil_production_monthly.csv", "Iran,2019-01,5,x,x,s,p", "'Iran' is no ISO", id="country-name"),
        pytest.param("reference/oil_production_monthly.csv", "IRN,2019-01,5,x,x,,p", "source is empty", id="no-source"),
        pytest.param("reference/oil_production_annual.csv", "IRN,2019-01,5,x,yes,i,s,p", "is no year", id="month-for-year"),
        pytest.param("reference/oil_production_annual.csv", "IRN,2019,5,x,perhaps,i,s,p", "none of yes, no", id="yes-or-no"),
        pytest.param(
            "reference/arms_transfers.csv", "RUS,IRN,2019,,Su-35,,aircraft,two dozen,,,,,,,,,s,p", "no whole number", id="count",
        ),
        pytest.param("reference/arms_transfers.csv", "RUS,IRN,2019,,Su-35,,aircraft,,,,,,2020,,,,s,p", "no list of deliveries", id="by-year"),
        pytest.param("reference/arms_transfers.csv", "RUS,IRN,soon,,Su-35,,aircraft,,,,,,,,,,s,p", "is no year", id="order-year"),
    ],
)  # fmt: skip
def test_a_faulty_row_is_told_with_its_line(topic, name, row, fault):
    text = (topic / name).read_text(encoding="utf-8") + row + "\n"
    put(topic, name, text)
    told = [f for f in check_topic(topic)[1] if fault in f]
    assert [f.partition(": ")[0] for f in told] == [f"{name}:{text.count(chr(10))}"]


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("x,X-1,ship,IRN,system" + "," * 6, id="new-weapon"),
        pytest.param("shahed-136,Shahed-136,uav,IRN,system,Shahed 136|Kamikaze 9" + "," * 5, id="in-place-of-a-shipped-one"),
        pytest.param('# x,"a comment, with " quotes', id="comment"),
        pytest.param("", id="blank-line"),
    ],
)  # fmt: skip
def test_sound_weapons(topic, row):
    put(topic, "weapons.csv", (topic / "weapons.csv").read_text(encoding="utf-8") + row + "\n")
    assert check_topic(topic)[1] == []


@pytest.mark.parametrize(
    ("case", "fault"),
    [
        pytest.param({"text": "nothing", "deals": [DEAL]}, "deals 1: the text does not hold the quote", id="quote"),
        pytest.param({"deals": [DEAL | {"status": "sold"}]}, "deals 1: status 'sold' is none of", id="status"),
        pytest.param({"deals": [DEAL | {"kind": ["a"]}]}, "deals 1: kind ['a'] is none of", id="kind-is-a-list"),
        pytest.param({"deals": [DEAL | {"supplier": "Russia"}]}, "supplier 'Russia' is no ISO", id="country"),
        pytest.param({"deals": [DEAL | {"date": "May 2019"}]}, "date 'May 2019' is no date", id="date"),
        pytest.param({"deals": ["Su-35"]}, "deals 1: is no object", id="no-object"),
        pytest.param({"deals": {}}, "deals is no list", id="no-list"),
        pytest.param({"oil": [FIGURE | {"measure": "output"}]}, "oil 1: measure 'output'", id="measure"),
        pytest.param({"oil": [FIGURE | {"quote": ""}]}, "oil 1: has no quote", id="no-quote"),
        pytest.param({"published": {"date": "yesterday"}}, "published date 'yesterday'", id="published"),
        pytest.param({"text": " "}, "text is empty", id="no-text"),
        pytest.param({"id": 7}, "a text `id`", id="id-is-a-number"),
    ],
)
def test_a_faulty_annotation_is_told_with_its_line(topic, case, fault):
    put(topic, "gold/own.jsonl", f"{json.dumps(GOLD)}\n\n{json.dumps(GOLD | {'id': 'b'} | case)}\n")
    (told,) = check_topic(topic)[1]
    assert told.startswith("gold/own.jsonl:3: ")
    assert fault in told


def test_sound_annotations_and_two_of_one_id(topic):
    sound = json.dumps(
        GOLD | {"deals": [DEAL, DEAL | {"supplier": ["RUS", "CHN"]}], "oil": [FIGURE | {"as_of": "past"}]}
    )
    put(topic, "gold/own.jsonl", sound + "\n")
    assert check_topic(topic)[1] == []
    put(topic, "gold/own.jsonl", f"{sound}\n{sound}\n{{\n")
    assert [f[:22] for f in check_topic(topic)[1]] == ["gold/own.jsonl:2: id '", "gold/own.jsonl:3: no J"]


def test_names_that_shipped_words_have_too_are_told_but_keep_nothing_from_loading(topic):
    put(
        topic,
        "weapons.csv",
        (topic / "weapons.csv").read_text(encoding="utf-8") + "x,X-1,ship,IRN,system,Shahed 136" + "," * 5 + "\n",
    )
    assert len(check_topic(topic)[1]) == 1
    loaded = load_topic(topic)
    assert [row["id"] for row in loaded.weapons if "Shahed 136" in row["aliases"].split("|")] == ["x", "shahed-136"]


def test_a_faulty_annotation_does_not_keep_a_topic_from_loading(topic):
    put(topic, "gold/own.jsonl", "{")
    assert load_topic(topic).name == "iran-russia"


@pytest.mark.parametrize("name", sorted(COLUMNS))
def test_a_reference_file_without_its_columns(topic, name):
    put(topic, f"reference/{name}", "a,b\n1,2\n")
    column = next(iter(COLUMNS[name]))
    assert f"reference/{name}:1: missing column {column}" in check_topic(topic)[1]


def test_bytes_that_are_no_text_are_told_with_their_line(tmp_path):
    (tmp_path / "t.csv").write_bytes(b"id\n1\n\xff\n")
    assert numbered_rows(tmp_path / "t.csv", ["id"])[1] == ["t.csv:3: byte 5 is not UTF-8: save the file as UTF-8"]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("# c\nid,n\n1,2\n", [("1", "2")], id="comment-first"),
        pytest.param('id,n\n# a "b, c\n1,2\n', [("1", "2")], id="comment-with-a-quotation-mark"),
        pytest.param('id,n\n1,"x\n# y"\n', [("1", "x\n# y")], id="no-comment-inside-a-cell"),
        pytest.param("\ufeffid,n\n1,2\n", [("1", "2")], id="byte-order-mark"),
        pytest.param("id,n\n1,#2\n", [("1", "#2")], id="no-comment-inside-a-row"),
        pytest.param("# only\n", [], id="comments-only"),
        pytest.param("", [], id="empty"),
    ],
)
def test_comments_are_for_people(tmp_path, text, rows):
    (tmp_path / "t.csv").write_text(text, encoding="utf-8")
    assert [tuple(row.values()) for row in read_rows(tmp_path / "t.csv")] == rows


def test_a_quotation_mark_that_never_closes(tmp_path):
    (tmp_path / "t.csv").write_text('id,n\n1,2\n3,"x\n4,5\n', encoding="utf-8")
    rows, (fault,) = numbered_rows(tmp_path / "t.csv", ["id"])
    assert len(rows) == 1
    assert fault.startswith("t.csv:3: no CSV from here on")
