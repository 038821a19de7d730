"""A topic folder that cannot be used says all that is wrong with it at once."""

import pytest

from pactline.record.topic import TopicError, load_topic

SETTINGS = """name = "t"
title = "T"
question = "What?"
languages = ["en"]
pair = ["VEN", "RUS"]
oil_subject = "Venezuela"
"""
ACTORS = "id,canonical_name,type,country_iso3,aliases_en,aliases_need_care,valid_from,valid_to\n"
EVENTS = "id,date,precision,event,aliases\n"


def folder(path, *, settings=SETTINGS, actors=ACTORS + "a,Ana,person,VEN,,,,\n", events=EVENTS):
    for name, text in (("topic.toml", settings), ("actors.csv", actors), ("events.csv", events)):
        (path / name).write_text(text, encoding="utf-8")
    return path


def fault_of(path, **files):
    with pytest.raises(TopicError) as caught:
        load_topic(folder(path, **files))
    return str(caught.value)


def test_a_sound_topic_loads(tmp_path):
    topic = load_topic(folder(tmp_path))
    assert [row["id"] for row in topic.actors] == ["a"]


def test_the_shipped_topic_is_sound():
    assert len(load_topic("venezuela-russia").actors) > 400


def test_an_unknown_topic_names_the_shipped_ones():
    with pytest.raises(TopicError, match="venezuela-russia"):
        load_topic("atlantis")


@pytest.mark.parametrize(
    "row, fault",
    [
        pytest.param("b,Bo,person,VEN,Ana,,,", "actors.csv:3: alias 'Ana' belongs already to a on line 2", id="twice"),
        pytest.param("b,Bo,person,VEN,Bank,,,", "actors.csv:3: alias 'Bank' is a common word", id="common-word"),
        pytest.param("b,Bo,person,VEN,,,2019-13,", "actors.csv:3: valid_from '2019-13' is no date", id="broken-date"),
        pytest.param("b,Bo,person,VEN,,,2020,2019", "actors.csv:3: valid_from 2020 lies after", id="term-backwards"),
        pytest.param("b,Bo,king,VEN,,,,", "actors.csv:3: type 'king' is none of", id="wrong-type"),
        pytest.param("b,Bo,person,XXQ,,,,", "actors.csv:3: country_iso3 'XXQ' is no ISO", id="unknown-country"),
        pytest.param("a,Bo,person,VEN,,,,", "actors.csv:3: id 'a' stands already on line 2", id="duplicate-id"),
        pytest.param(",Bo,person,VEN,,,,", "actors.csv:3: an actor needs an id", id="no-id"),
        pytest.param("b,Bo,person,VEN,,,", "actors.csv:3: 7 cells where the header has 8", id="short-row"),
    ],
)
def test_a_faulty_actor_is_named_with_its_line(tmp_path, row, fault):
    assert fault in fault_of(tmp_path, actors=f"{ACTORS}a,Ana,person,VEN,,,,\n{row}\n")


@pytest.mark.parametrize(
    "alias, care",
    [
        pytest.param("Bank", "Bank", id="common-word-in-need-of-care"),
        pytest.param("CAST", "", id="capitals-tell-it-from-the-word"),
        pytest.param("Ana", "Ana", id="shared-in-need-of-care"),
        pytest.param("", "", id="no-alias"),
    ],
)
def test_sound_aliases(tmp_path, alias, care):
    load_topic(folder(tmp_path, actors=f"{ACTORS}a,Ana,person,VEN,,,,\nb,Bo,company,RUS,{alias},{care},,\n"))


def test_a_missing_column(tmp_path):
    assert "actors.csv:1: missing column type" in fault_of(tmp_path, actors=ACTORS.replace("type,", ""))


def test_a_line_inside_quotes_does_not_shift_the_numbers(tmp_path):
    rows = 'a,"Ana\nMaria",person,VEN,,,,\nb,Bo,king,VEN,,,,\n'
    assert "actors.csv:4: type 'king'" in fault_of(tmp_path, actors=ACTORS + rows)


@pytest.mark.parametrize(
    "row, fault",
    [
        pytest.param("e,2019-02-30,day,E,", "events.csv:2: date '2019-02-30' is no date", id="no-such-day"),
        pytest.param(
            "e,2019-02-03,day,E,Fall|Sturz\nf,2020-02-03,day,F,Sturz",
            "events.csv:3: alias 'Sturz' belongs already to e on line 2",
            id="alias-of-two",
        ),
        pytest.param("e,2019,day,E,", "events.csv:2: date 2019 has not the precision day", id="precision"),
    ],
)
def test_a_faulty_event(tmp_path, row, fault):
    assert fault in fault_of(tmp_path, events=f"{EVENTS}{row}\n")


def test_all_faults_of_all_files_in_one_message(tmp_path):
    told = fault_of(
        tmp_path,
        settings='name = "t"\n',
        actors=ACTORS + "a,Ana,king,VEN,,,,\n",
        events=EVENTS + "e,x,day,E,\n",
    )
    assert all(name in told for name in ("topic.toml:1: missing title", "actors.csv:2", "events.csv:2"))


@pytest.mark.parametrize("name", ["topic.toml", "actors.csv", "events.csv"])
def test_bytes_that_are_no_text(tmp_path, name):
    (folder(tmp_path) / name).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(TopicError, match=name):
        load_topic(tmp_path)
