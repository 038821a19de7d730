"""Tables of older versions are read as far as they can be."""

import pytest

from pactline.record.schema import DEALS, frame, from_stored


def test_a_column_that_an_older_version_did_not_write_is_read_as_empty():
    older = frame([], DEALS).astype("string").drop(columns=["marks"])
    assert "marks" in from_stored(older, DEALS).columns


def test_a_column_that_every_version_writes_must_be_there():
    older = frame([], DEALS).astype("string").drop(columns=["items"])
    with pytest.raises(KeyError, match="items"):
        from_stored(older, DEALS)
