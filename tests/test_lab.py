"""JupyterLab for real: the workbench opens, runs, filters, and a correction changes the chart before the analyst's eyes."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from pactline import open_study

from .conftest import ROOT

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
         "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]  # fmt: skip
PATIENCE = 180_000
"""Milliseconds until what is waited for must have happened, on a machine that does much else."""


@pytest.fixture
def desk(tmp_path):
    """An analyst's folder: the workbench, the seeds beside it, Jupyter's own files."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    (tmp_path / "notebooks").mkdir()
    shutil.copy(ROOT / "notebooks" / "explore.ipynb", tmp_path / "notebooks")
    return tmp_path


@pytest.fixture
def lab(desk):
    """JupyterLab on this machine; its address once it says that it listens."""
    pytest.importorskip("jupyterlab")
    own = {f"JUPYTER_{name}_DIR": str(desk / "jupyter" / name.lower()) for name in ("CONFIG", "DATA", "RUNTIME")}
    environment = {
        **os.environ,
        **own,
        "IPYTHONDIR": str(desk / "ipython"),
        "JUPYTERLAB_SETTINGS_DIR": str(desk / "jupyter" / "lab"),
    }
    command = [sys.executable, "-m", "jupyter", "lab", "--no-browser", "--allow-root", "--ip=127.0.0.1", "--port=0", "--IdentityProvider.token=desk",
               "--LabApp.news_url=", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"]  # fmt: skip
    server = subprocess.Popen(command, cwd=desk / "notebooks", env=environment, stderr=subprocess.PIPE, text=True)
    heard = []
    for line in server.stderr:
        heard.append(line)
        if found := re.search(r"http://127\.0\.0\.1:\d+/lab", line):
            break
    else:
        pytest.fail("JupyterLab did not start:\n" + "".join(heard))
    yield found[0]
    server.terminate()
    server.communicate(timeout=60)


@pytest.mark.browser
@pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed")
def test_an_analyst_filters_corrects_and_sees_the_chart_change(lab, desk):
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        page = browser.new_page(viewport={"width": 1600, "height": 1400})
        page.set_default_timeout(PATIENCE)
        page.goto(f"{lab}/tree/explore.ipynb?token=desk")
        page.locator(".jp-Notebook .jp-Cell").first.click()
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.locator(".lm-Menu-item", has_text=re.compile(r"^Run All Cells\s*$")).click()
        counts = page.locator(".widget-html-content p", has_text=re.compile(r"\d+ articles?, \d+ deals?")).first
        counts.wait_for()
        counts.scroll_into_view_if_needed()
        playwright.expect(counts).to_have_text(re.compile(r"^5 articles, "), timeout=PATIENCE)
        deals = deals_in(counts.text_content())

        actors = page.locator(".widget-select-multiple", has_text="actors").locator("select")
        name, articles = rarest_actor(desk)
        actors.select_option(label=name)
        playwright.expect(counts).to_have_text(re.compile(rf"^{articles} articles?, "), timeout=PATIENCE)
        actors.evaluate("s => { s.selectedIndex = -1; s.dispatchEvent(new Event('change', {bubbles: true})) }")
        playwright.expect(counts).to_have_text(re.compile(rf"^5 articles, {deals} deals"), timeout=PATIENCE)

        claim = claim_alone(desk)
        page.locator(".widget-text", has_text="claim_id").locator("input").fill(claim)
        page.locator(".widget-text", has_text="claim_id").locator("input").press("Enter")
        page.locator(".widget-html-content .wb mark").first.wait_for()
        page.get_by_role("button", name="is wrong", exact=True).click()
        page.get_by_text("Taken out of every count.").wait_for()
        playwright.expect(counts).to_have_text(re.compile(rf"^5 articles, {deals - 1} deals"), timeout=PATIENCE)
        browser.close()
    assert claim in (desk / "notebooks" / "corrections.csv").read_text(encoding="utf-8")


def deals_in(text):
    return int(re.search(r"(\d+) deals?", text)[1])


def rarest_actor(desk):
    """The actor that the fewest articles name, and in how many."""
    named = open_study(desk / "seeds").mentions.groupby("actor")["article_id"].nunique().sort_values(kind="stable")
    return named.index[0], int(named.iloc[0])


def claim_alone(desk):
    """The id of a statement that is a deal of its own, so that the deal goes with it."""
    events = open_study(desk / "seeds").deal_events
    return next(claims[0] for claims in events["claims"] if len(claims) == 1)


def run(notebook, cwd, **parameters):
    """Run a notebook from a folder, with other parameters."""
    made = nbformat.read(notebook, as_version=4)
    for cell in made.cells:
        if "parameters" in cell.metadata.get("tags", []):
            cell.source += "".join(f"\n{name} = {value!r}" for name, value in parameters.items())
    NotebookClient(made, timeout=600, resources={"metadata": {"path": str(cwd)}}).execute()
    return made


def test_run_from_another_folder_the_workbench_says_where_it_looked(tmp_path, own_cache):
    with pytest.raises(CellExecutionError) as caught:
        run(ROOT / "notebooks" / "explore.ipynb", tmp_path)
    assert f"no file or folder ../seeds (looked for from {tmp_path})" in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_run_from_another_folder_with_its_corpus_named_it_works_and_writes_nothing(tmp_path, own_cache):
    made = run(ROOT / "notebooks" / "explore.ipynb", tmp_path, corpus=str(ROOT / "seeds"))
    assert not [out for cell in made.cells for out in cell.get("outputs", []) if out.output_type == "error"]
    assert list(tmp_path.iterdir()) == []


def test_over_a_cache_of_another_time_it_reads_anew(tmp_path, monkeypatch):
    monkeypatch.setenv("PACTLINE_CACHE", str(tmp_path / "cache"))
    first = told(run(ROOT / "notebooks" / "explore.ipynb", ROOT / "notebooks"))
    kept = [p for p in (tmp_path / "cache").rglob("*") if p.is_file()]
    assert kept
    for path in kept:
        path.write_bytes(b"of another time")
    assert told(run(ROOT / "notebooks" / "explore.ipynb", ROOT / "notebooks")) == first
    assert "Su-30" in first


def told(made):
    """What the study answered in a notebook that was run."""
    asked = [cell for cell in made.cells if cell.source.startswith("study.")]
    return json.dumps([out.get("data") for cell in asked for out in cell.outputs])
