"""Short fuzzing that any run of the tests does, and what longer fuzzing has found, read for ever after."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from soak.fuzz import FOUND, SEEDS
from soak.targets import TARGETS, BrokenPromise, hold

CASES = sorted(p for p in FOUND.glob("*/*") if p.is_file())
bits = st.sampled_from([word.encode() for seed in SEEDS for word in seed.replace(" ", " \n").split("\n")])
mixed = st.lists(st.one_of(bits, st.binary(max_size=12)), max_size=60).map(b"".join)


@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_was_found_once_is_not_found_again(case) -> None:
    TARGETS[case.parent.name](case.read_bytes())


@pytest.mark.parametrize("target", TARGETS)
@settings(max_examples=40, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@given(data=mixed)
def test_no_bytes_break_a_promise(target: str, data: bytes) -> None:
    TARGETS[target](data)


def test_a_broken_promise_is_seen() -> None:
    with pytest.raises(BrokenPromise, match="offsets"):
        hold(False, "offsets")
