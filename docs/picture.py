"""Take the picture in the README from a built report: python docs/picture.py [REPORT] [PNG]."""

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parents[1]
CHROMIUM = "chromium"
WIDTH, HEIGHT = 1180, 1500
COLOURS = 96
"""A chart page has few: a palette makes the file a third of its size without a visible loss."""


def take(report: Path, picture: Path) -> None:
    """Open the report in headless Chromium, as a reader would, and keep what the window shows."""
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "raw.png"
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=1", f"--user-data-dir={folder}/profile",
                 f"--window-size={WIDTH},{HEIGHT}", f"--screenshot={raw}"]  # fmt: skip
        subprocess.run([CHROMIUM, *flags, report.resolve().as_uri()], check=True, capture_output=True, timeout=120)
        Image.open(raw).convert("RGB").quantize(COLOURS, method=Image.Quantize.MEDIANCUT).save(picture, optimize=True)


if __name__ == "__main__":
    given = [Path(p) for p in sys.argv[1:]] or [ROOT / "reports" / "venezuela-russia.html"]
    take(given[0], given[1] if len(given) > 1 else ROOT / "docs" / "report.png")
