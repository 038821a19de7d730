"""What a corpus adds up to, piece by piece, is what its frames give at once."""

from __future__ import annotations

from itertools import islice, pairwise, repeat

import pandas as pd
import pyarrow as pa
import pytest

from pactline import open_study
from pactline.record import schema
from pactline.scale import findings

from .conftest import TOPIC

GOLD = TOPIC.folder / "gold"


@pytest.fixture(scope="module")
def study():
    return open_study(GOLD)


@pytest.mark.parametrize("at_once", [1, 7, 10_000])
@pytest.mark.parametrize("period", ["month", "year"])
def test_pieces_add_up_to_the_whole(study, tmp_path, monkeypatch, at_once, period):
    monkeypatch.setattr(findings, "AT_ONCE", at_once)
    monkeypatch.setattr(study, "period", period)
    study.__dict__.pop("timelines", None)
    findings.write_findings(study.extracted, tmp_path, TOPIC, period=period)
    for table in findings.FOUND:
        expected = pd.DataFrame(getattr(study, table.name))
        found = [*findings.pieces(tmp_path, table)] or [schema.frame([], table)]
        together = pd.DataFrame(pd.concat(found, ignore_index=True))
        pd.testing.assert_frame_equal(together, expected)


def test_tables_are_the_same_in_pieces_and_as_frames(study):
    with study.table_pieces() as pieces:
        for name, frame in study.tables.items():
            found = [*pieces[name]] or [frame.iloc[:0]]
            pd.testing.assert_frame_equal(pd.DataFrame(pd.concat(found, ignore_index=True)), pd.DataFrame(frame))


@pytest.mark.parametrize("sizes", [[1], [3, 3, 3], [9], [1, 8, 1, 1, 4], [2, 2, 2, 2, 2, 2]])
@pytest.mark.parametrize("batch", [1, 2, 5, 100])
def test_no_piece_is_cut_within_a_block(monkeypatch, sizes, batch):
    monkeypatch.setattr(findings, "AT_ONCE", 4)
    names = [name for number, size in enumerate(sizes) for name in repeat(f"block {number}", size)]
    one_by_one = iter(names)
    batches = []
    while some := list(islice(one_by_one, batch)):
        batches.append(pa.record_batch({"piece": some}))
    found = [piece["piece"].to_pylist() for piece in findings.cut(batches)]
    assert [name for piece in found for name in piece] == names
    assert all(set(a).isdisjoint(b) for a, b in pairwise(found))
    assert all(len(piece) >= 4 for piece in found[:-1])
