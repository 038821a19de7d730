"""How the report was made: parameters, rules that fired, candidates rejected, corrections, versions, inputs, citation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from importlib.metadata import metadata
from typing import Any

from pactline.report.citing import cite, claim_key
from pactline.report.markup import block, escape, label
from pactline.report.tables import each, table
from pactline.report.wording import paragraph

MOST_INPUTS = 20
"""Input files whose hash stands on the page; manifest.json has all."""
MOST_REJECTED = 30


def method_part(study: Any, manifest: Mapping[str, Any]) -> str:
    """The whole section.

    manifest  as study.manifest gives it: pactline, code, libraries, parameters, inputs; each may be missing
    """
    parts = [_parameters(study, manifest), corrections_part(study), _rules(study), _rejected(study)]
    parts += [_versions(manifest), _inputs(manifest), citation(study, manifest)]
    return block("method-body", "method", "".join(parts)).html


def citation(study: Any, manifest: Mapping[str, Any]) -> str:
    """How to cite the software and this report, from the metadata of the installed package as CITATION.cff has it."""
    about = metadata("pactline")
    version = f", version {manifest['pactline']}" if manifest.get("pactline") else ""
    code = f", code {manifest['code'][:12]}" if manifest.get("code") else ""
    said = (
        f"{about['Author']}: pactline: {about['Summary'][0].lower()}{about['Summary'][1:]}{version}{code}. Software, "
        f"{about['License-Expression']} licence. Topic: {study.topic.settings['title']}; {len(study.offered):,} documents."
    )
    return paragraph(f'<b>To cite this report:</b> <span data-plain="">{escape(said)}</span>')


def _parameters(study: Any, manifest: Mapping[str, Any]) -> str:
    given = {**study.parameters, **manifest.get("parameters", {})}
    rows = [
        [escape(name), f"<code>{escape(value)}</code>" if value is not None else "not set"]
        for name, value in sorted(given.items())
    ]
    return table("Parameters of this report", ["parameter", "value"], rows)


def _rules(study: Any) -> str:
    """Rules that fired, each linked to what it found."""
    rows = []
    for name, frame in (("deals", study.deals), ("oil", study.oil)):
        fired = Counter(frame["rule"])
        for rule, n in sorted(fired.items(), key=lambda p: (-p[1], p[0])):
            keys = [claim_key(c) for c in frame.loc[frame["rule"] == rule, "claim_id"]]
            rows.append([f"<code>{escape(rule)}</code>", name, cite(f"{n:,}", keys, "statements")])
    if not rows:
        return paragraph("No rule for deals or oil fired.")
    return table("Rules that fired", ["rule", "table", "times"], rows, numeric=["times"])


def _rejected(study: Any) -> str:
    near = study.near_misses
    if near.empty:
        return ""
    counts = Counter(zip(near["table"], near["rule"], near["reason"], strict=True))
    rows = [
        [
            f"<code>{escape(label(rule, 60))}</code>",
            escape(where),
            f'<span data-plain="" data-count="{escape(f"rejected:{where}|{rule}|{reason}")}">{n:,}</span>',
            _plain(label(reason, 120)),
        ]
        for (where, rule, reason), n in sorted(counts.items(), key=lambda p: (-p[1], p[0]))
    ]
    columns = ["rule", "what it might have been", "number", "reason"]
    return table("Candidates that were rejected", columns, rows[:MOST_REJECTED], total=len(rows), file="near_misses.csv",
                 numeric=["number"])  # fmt: skip


def _versions(manifest: Mapping[str, Any]) -> str:
    own = {"pactline": manifest.get("pactline"), "code and word lists, hash": (manifest.get("code") or "")[:16]}
    held = {**own, **manifest.get("libraries", {})}
    rows = [[escape(name), f"<code>{escape(version)}</code>"] for name, version in held.items() if version]
    return table("Versions that made this report", ["part", "version"], rows) if rows else ""


def _inputs(manifest: Mapping[str, Any]) -> str:
    """The first input files with their hashes, behind closed details."""
    inputs = manifest.get("inputs", {})
    if not inputs:
        return ""
    first = list(inputs.items())[:MOST_INPUTS]
    rows = [[escape(label(source, 60)), f"<code>{escape(digest[:16])}</code>"] for source, digest in first]
    inner = table("SHA-256 of each source text, first 16 digits", ["document", "hash"], rows, total=len(inputs),
                  file="manifest.json")  # fmt: skip
    return f'<details><summary>Hashes of the documents</summary><div data-plain="">{inner}</div></details>'


def corrections_part(study: Any) -> str:
    """How many of an analyst's corrections were applied, each linked to what it changed, and those that match nothing."""
    applied, unmatched = study.corrections_applied, study.corrections_unmatched
    if applied.empty and unmatched.empty:
        return ""
    total, file = len(applied) + len(unmatched), str(study.parameters.get("corrections"))
    said = f"{_plain(f'{len(applied):,} of {total:,}')} corrections by an analyst were applied."
    parts = [paragraph(said)]
    if len(applied):
        columns = ["what", "words", "set", "matched", "who", "note"]
        rows = _applied(study)
        parts.append(table("Corrections that were applied", columns, rows, total=len(rows), file=file))
    if len(unmatched):
        lost = [
            [_plain(label(text, 160)) for text in (r.line, r.action, r.quote, r.why, r.note)] for r in each(unmatched)
        ]
        columns = ["line", "what", "words", "why", "note"]
        parts.append(table("Corrections that no longer match anything", columns, lost, total=len(lost), file=file))
    return "".join(parts)


def _applied(study: Any) -> list[list[str]]:
    held = {*study.deals["claim_id"], *study.oil["claim_id"]}
    return [
        [
            cite(r.action, [claim_key(r.claim_id)]) if r.claim_id in held else escape(r.action),
            *(_plain(label(text, 160)) for text in (r.quote, r.set, r.matched, r.who, r.note)),
        ]
        for r in each(study.corrections_applied)
    ]


def _plain(text: str) -> str:
    """Words shown as they are, whose digits are no figures of this report."""
    return f'<span data-plain="">{escape(text)}</span>'
