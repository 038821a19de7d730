"""One study of the seeds, read once for all tests that look at results."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def pytest_collection_modifyitems(config, items):
    """Long runs wait for `-m soak`."""
    if "soak" in config.getoption("markexpr"):
        return
    for item in items:
        if item.get_closest_marker("soak"):
            item.add_marker(pytest.mark.skip(reason="a long run: pytest -m soak"))


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
