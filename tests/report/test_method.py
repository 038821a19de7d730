"""Method: what the report was made from, and how to cite it."""

import re
from pathlib import Path

from pactline.report.audit import faults
from pactline.report.method import citation, method_part

from .conftest import article, deal, study_of

MANIFEST = {
    "pactline": "1.2.3", "code": "ab" * 32, "libraries": {"pandas": "9.8.7"}, "parameters": {"start": None, "topic": "venezuela-russia"},
    "inputs": {f"f{i}.txt": f"{i:064x}" for i in range(50)},
}  # fmt: skip


def test_versions_parameters_and_inputs_stand_on_the_page():
    study = study_of([article(1)], [], [deal()])
    html = method_part(study, MANIFEST)
    for words in (
        "1.2.3",
        "pandas",
        "9.8.7",
        "abababababababab",
        "venezuela-russia",
        "not set",
        "20 of 50 rows",
        "manifest.json",
    ):
        assert words in html
    assert not [f for f in faults(f"<html><body><main>{html}</main></body></html>") if "without evidence" in f]


def test_a_build_without_manifest_still_has_a_method():
    html = method_part(study_of([article(1)]), {})
    assert "Versions" not in html
    assert "To cite" in html


def test_hostile_file_names_stay_words():
    assert "<img" not in method_part(study_of([article(1)]), {"inputs": {"<img src=x>": "0" * 64}})


def test_the_citation_says_what_the_citation_file_says():
    text = (Path(__file__).parents[2] / "CITATION.cff").read_text(encoding="utf-8")
    said = citation(study_of([article(1)]), MANIFEST)
    assert re.search(r'- name: "(.+)"', text)[1] in said
    assert re.search(r"^license: (.+)$", text, re.MULTILINE)[1] in said
    title = re.search(r'^title: "(.+)"$', text, re.MULTILINE)[1]
    assert title in said
