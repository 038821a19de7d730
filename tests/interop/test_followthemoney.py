"""FollowTheMoney: every value is one that the library itself accepts, and every statement says where it stands."""

import re
from collections import Counter

import pytest

from pactline.interop.followthemoney import entities, statements

ftm = pytest.importorskip("followthemoney")


@pytest.fixture(scope="module")
def said(tables):
    return statements(tables)


def test_every_entity_is_valid_by_the_library(said):
    for entity in entities(said):
        proxy = ftm.model.get_proxy(entity, cleaned=False)
        ftm.model.get(proxy.schema.name).validate(proxy.to_dict())
        assert proxy.to_dict()["properties"].keys() == entity["properties"].keys()


def test_every_value_is_as_the_library_cleans_it(said):
    wrong = []
    for row in said:
        prop = ftm.model.get(row["schema"]).get(row["prop"])
        if prop is None or prop.type.clean(row["value"]) != row["value"]:
            wrong.append((row["schema"], row["prop"], row["value"]))
    assert not wrong


def test_the_library_reads_the_statements_and_adds_them_up_to_the_same_entities(said):
    """Releases from 4.0 know statements; they need ICU, which has no wheels, so the lock file has an older one."""
    library = pytest.importorskip("followthemoney.statement")
    read = [library.Statement.from_dict(row) for row in said]
    assert [row.to_dict()["value"] for row in read] == [row["value"] for row in said]
    built = Counter((s.entity_id, s.prop, s.value) for s in read)
    listed = [(e["id"], prop, v) for e in entities(said) for prop, values in e["properties"].items() for v in values]
    assert set(built) == set(listed)
    assert len(listed) == len(set(listed))


def test_entities_point_at_entities_that_are_there(said):
    there = {row["entity_id"] for row in said}
    links = {row["value"] for row in said if ftm.model.get(row["schema"]).get(row["prop"]).type.name == "entity"}
    assert links <= there


def test_every_statement_of_a_deal_names_the_rule_and_the_place_of_its_words(said, tables):
    origins = [row for row in said if row["entity_id"].startswith(("deal-", "figure-", "link-"))]
    assert origins
    for row in origins:
        rule, place = row["origin"].rsplit(", ", 1)
        article, start, end = re.fullmatch(r"(.+)#(\d+)-(\d+)", place).groups()
        words = tables.texts[article][int(start) : int(end)]
        assert rule
        assert row["original_value"] in (words, None)
        assert words in (row["original_value"], row["value"])
        assert row["first_seen"] == tables.articles[article]["published"]


def test_ids_are_unique_and_two_runs_the_same(said, tables):
    assert len({row["id"] for row in said}) == len(said)
    assert statements(tables) == said


def test_what_the_library_does_not_know_is_found():
    with pytest.raises(ftm.exc.InvalidData):
        ftm.model.get("Event").validate(
            {"id": "x", "schema": "Event", "properties": {"involved": ["no id!\n"], "date": ["soon"]}}
        )
