"""The form under the analyst's panel: confirm a statement, take it out, or set its status, and see at once what follows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pactline.record.schema import DEAL_STATUSES
from pactline.report.markup import escape

ASK = "Paste a claim_id from a table above."


def form(study: Any) -> Any:
    """Widgets that write rulings into the study's corrections; what cannot be is said and nothing is written."""
    import ipywidgets as widgets

    claim = widgets.Text(description="claim_id", continuous_update=False)
    status = widgets.Dropdown(options=sorted(DEAL_STATUSES), description="status")
    note, who = widgets.Text(description="note"), widgets.Text(description="who")
    words = widgets.HTML(f"<p>{ASK}</p>")

    def act(rule: Callable[[], None], done: str) -> Callable[[Any], None]:
        return lambda _: setattr(words, "value", _told(study, claim.value.strip(), rule, done))

    def more() -> dict[str, str]:
        return {"note": note.value, "who": who.value}

    buttons = {
        "is right": act(lambda: study.accept(claim.value.strip(), **more()), "Confirmed."),
        "is wrong": act(lambda: study.reject(claim.value.strip(), **more()), "Taken out of every count."),
        "set status": act(lambda: study.correct(claim.value.strip(), status=status.value, **more()), "Corrected."),
    }
    made = [widgets.Button(description=name) for name in buttons]
    for button, pressed in zip(made, buttons.values(), strict=True):
        button.on_click(pressed)
    claim.observe(lambda _: setattr(words, "value", evidence_or_why_not(study, claim.value.strip())), names="value")
    return widgets.VBox([widgets.HBox([claim, status, note, who], layout=_wrapped()), widgets.HBox(made), words])


def evidence_or_why_not(study: Any, claim_id: str) -> str:
    """HTML of a statement's words, or of the reason why there are none."""
    if not claim_id:
        return f"<p>{ASK}</p>"
    try:
        return str(study.evidence(claim_id).html)
    except LookupError as error:
        return f"<p>{escape(str(error))}</p>"


def _told(study: Any, claim_id: str, rule: Callable[[], None], done: str) -> str:
    """What became of a ruling."""
    if not claim_id:
        return f"<p>{ASK}</p>"
    try:
        rule()
    except (ValueError, OSError) as error:
        return f"<p><b>Not written:</b> {escape(str(error))}</p>"
    return f"<p><b>{done}</b> {len(study.rulings):,} in {escape(str(study.corrections))}; the chart above follows.</p>"


def _wrapped() -> Any:
    import ipywidgets as widgets

    return widgets.Layout(flex_flow="row wrap")
