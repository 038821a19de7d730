"""Redrawing a chart of the analyst's panel over 5,000 articles, the first time and again, by processor time."""

import time

from pactline.report import panel
from pactline.report.panel import CHARTS, Choice, drawn
from tests.report.large import large_study

ARTICLES = 5_000


def run() -> list[dict]:
    """Seconds and size of each chart, with nothing chosen and with one outlet chosen."""
    study = large_study(ARTICLES, deals=2_500, oils=1_650)
    outlet = panel.options(study)["outlets"][0]
    rows = []
    for chart in CHARTS:
        for chosen, choice in (("nothing", Choice()), ("one outlet", Choice(outlets=(outlet,)))):
            first, _ = _timed(study, chart, choice)
            again, size = _timed(study, chart, choice)
            rows.append(
                {
                    "chart": chart,
                    "chosen": chosen,
                    "first (s)": first,
                    "again (s)": again,
                    "sent (kB)": round(size / 1000),
                }
            )
    return rows


def _timed(study: object, chart: str, choice: Choice) -> tuple[float, int]:
    began = time.process_time()
    html = drawn(study, chart, choice)
    return round(time.process_time() - began, 2), len(html)
