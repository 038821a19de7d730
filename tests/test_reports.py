"""The report in git is the one this code makes from the seeds, to the byte."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_report_in_git_is_what_the_build_makes(tmp_path, seeds_study):
    made = tmp_path / "made.html"
    done = subprocess.run(
        [sys.executable, "-m", "pactline", "report", str(ROOT / "seeds"), "--out", str(made)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    same = made.read_bytes() == (ROOT / "reports" / "venezuela-russia.html").read_bytes()
    assert same, "run `make report` and commit reports/venezuela-russia.html with the change"
