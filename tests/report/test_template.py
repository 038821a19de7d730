"""Style and script stay small."""

import pytest

from pactline.report.markup import TEMPLATES


@pytest.mark.parametrize(("name", "most"), [("page.css", 20_000), ("page.js", 4_000)])
def test_size(name, most):
    assert (TEMPLATES / name).stat().st_size < most
