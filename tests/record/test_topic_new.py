"""A new topic: a folder that works at once, all of it or nothing."""

import pytest

from pactline.record.topic import TopicError, check_topic
from pactline.record.topic_new import new_topic, pair_of


@pytest.mark.parametrize(
    ("name", "pair"),
    [
        pytest.param("iran-russia", ("IRN", "RUS"), id="two-countries"),
        pytest.param("united-states-saudi-arabia", ("USA", "SAU"), id="names-of-two-words"),
        pytest.param("russia-russia", None, id="one-country-twice"),
        pytest.param("gas", None, id="no-country"),
        pytest.param("iran", None, id="one-country"),
        pytest.param("iran-drones", None, id="one-country-and-a-word"),
    ],
)
def test_the_pair_that_a_name_tells(name, pair):
    assert pair_of(name) == pair


@pytest.mark.parametrize("pair", [("IRN", "RUS"), ("tcd", "fra"), ("TUV", "NRU")], ids=["known", "small", "unlisted"])
def test_any_pair_makes_a_sound_topic(tmp_path, pair):
    given = new_topic("own", tmp_path / "t", pair)
    loaded, faults = check_topic(tmp_path / "t")
    assert faults == []
    assert loaded.settings["pair"] == list(given) == [code.upper() for code in pair]
    assert loaded.settings["oil_subject"] in {row["canonical_name"] for row in loaded.actors}


@pytest.mark.parametrize(
    ("name", "pair", "fault"),
    [
        pytest.param("Iran Russia", None, "small letters, digits and hyphens", id="capitals"),
        pytest.param("../x", None, "no name for a topic", id="path"),
        pytest.param("venezuela-russia", None, "ships with pactline", id="shipped"),
        pytest.param("own", ("IRN", "XXX"), "name two countries", id="unknown-code"),
        pytest.param("own", ("IRN", "IRN"), "name two countries", id="one-country-twice"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(tmp_path, name, pair, fault):
    with pytest.raises(TopicError, match=fault):
        new_topic(name, tmp_path / "t", pair)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_holds_something_is_left_alone(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(TopicError, match="nothing was written"):
        new_topic("own", tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["notes.txt"]


def test_a_disk_that_refuses_leaves_nothing_behind(tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pactline.record.topic_new.os.replace", refuse)
    with pytest.raises(OSError, match="No space left"):
        new_topic("own", tmp_path / "t")
    assert list(tmp_path.iterdir()) == []
