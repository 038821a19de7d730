"""One study of the seeds, read once for all tests that look at results."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory):
    """Tests keep what they read in a folder of their own, never in the user's cache."""
    patch = pytest.MonkeyPatch()
    patch.setenv("PACTLINE_CACHE", str(tmp_path_factory.mktemp("cache")))
    yield
    patch.undo()


@pytest.fixture(scope="session")
def seeds_study(own_cache):
    from pactline import open_study

    return open_study(ROOT / "seeds", topic="venezuela-russia")
