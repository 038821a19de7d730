"""Dates, bodies and copies of the annotated pages shipped with the topic, beside htmldate, trafilatura, jusText and MinHash.

The tools for HTML get each page as a document of its lines, one paragraph each, with the first line as its title. The rows
marked HTML are of whole pages of HTML, made up in the shapes of news sites, with menus, cookies, teasers and comments.
"""

import html
import json
import re
from collections.abc import Callable, Iterable
from importlib.resources import files
from itertools import combinations, pairwise
from pathlib import Path

import justext
import trafilatura
from datasketch import MinHash, MinHashLSH
from htmldate import find_date

from pactline.corpus.articles import to_article
from pactline.corpus.copies import find_copies
from pactline.corpus.readers import documents
from pactline.record.article import Article, Document
from pactline.record.topic import load_topic

GOLD = files("pactline") / "topics" / "venezuela_russia" / "gold"
HTML = Path(__file__).parent.parent / "tests" / "corpus" / "pages"
LANGUAGES = {
    "en": "English",
    "es": "Spanish",
    "pt": "Portuguese",
    "ru": "Russian",
    "fr": "French",
    "de": "German",
    "it": "Italian",
}
SHINGLE = 4
THRESHOLDS = {"MinHash, similarity 0.5": 0.5, "MinHash, tuned on the labelled pairs": 0.2}
"""MinHash over runs of four words. 0.5 is a usual threshold; 0.2 is the best of 0.1-0.8 on these pairs, with the best of 2-5
words, so that row is MinHash's ceiling and no forecast."""

NAMES = {True: "copies", False: "not_copies"}
CUT = 4
"""An outlet that prints the first quarter of a story and no more."""


def cases(*names: str) -> list[dict]:
    """The annotated pages of these files."""
    return [
        json.loads(line) for name in names for line in (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ]


def page(case: dict) -> str:
    """A page of HTML that shows the text line by line."""
    shown = [html.escape(line) for line in case["text"].splitlines() if line.strip()]
    paragraphs = "".join(f"<p>{line}</p>" for line in shown)
    return f'<html lang="{case["lang"]}"><head><title>{shown[0]}</title></head><body>{paragraphs}</body></html>'


def article(case: dict) -> Article:
    """The page as pactline reads it."""
    document = Document(case["text"], case["id"], case["id"], url=case.get("url"))
    return to_article(document, case["id"], events=load_topic("venezuela-russia").events)


def scores(task: str, tool: str, number: int, right: float, found: float, wanted: float) -> dict:
    """One row: precision, recall and F1 from counts."""
    precision, recall = right / found if found else 0.0, right / wanted if wanted else 0.0
    f1 = 2 * right / (found + wanted) if found + wanted else 0.0
    shown = {"precision": precision, "recall": recall, "F1": f1}
    return {"task": task, "tool": tool, "cases": number, **{name: f"{value:.3f}" for name, value in shown.items()}}


def dates() -> Iterable[dict]:
    """Publication dates: a date counts as right at the page's own precision, or where it is coarser and true."""
    pages = [case for case in cases("practice_pages", "practice_deals", "practice_oil") if "published" in case]
    tools: dict[str, Callable[[dict], str | None]] = {
        "pactline": lambda case: article(case).published,
        "htmldate": lambda case: find_date(page(case), url=case.get("url"), original_date=True),
    }
    for tool, date_of in tools.items():
        found = [(date_of(case), case["published"]) for case in pages]
        right = sum(_true(date, gold) for date, gold in found)
        yield scores(
            "date", tool, len(pages), right, sum(bool(d) for d, _ in found), sum(bool(g["date"]) for _, g in found)
        )


def _true(date: str | None, gold: dict) -> bool:
    return bool(date and gold["date"]) and (gold["date"].startswith(date) or date in gold.get("also_right", []))


def bodies() -> Iterable[dict]:
    """Main text, counted in words: those of the annotated body against those of the body found."""
    pages = [case for case in cases("practice_pages") if "body_offsets" in case]
    tools: dict[str, Callable[[dict], str]] = {
        "pactline": lambda case: article(case).body,
        "trafilatura": lambda case: trafilatura.extract(page(case)) or "",
        "trafilatura, recall first": lambda case: trafilatura.extract(page(case), favor_recall=True) or "",
        "jusText": _by_justext,
    }
    for tool, body_of in tools.items():
        counts = [_shared(body_of(case), [case["text"][a:b] for a, b in case["body_offsets"]]) for case in pages]
        yield scores("body", tool, len(pages), *(sum(column) for column in zip(*counts, strict=True)))


def _by_justext(case: dict) -> str:
    return _without_boilerplate(page(case), case["lang"])


def _without_boilerplate(markup: str | bytes, language: str) -> str:
    known = LANGUAGES.get(language)
    paragraphs = justext.justext(markup, justext.get_stoplist(known)) if known else ()
    return "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)


def _shared(found: str, body: list[str]) -> tuple[int, int, int]:
    """Words of the body that were found, words found, words of the body; each word of a text counts once for its place."""
    wanted, got = _numbered(" ".join(body)), _numbered(found)
    return len(wanted & got), len(got), len(wanted)


def _numbered(text: str) -> set[tuple[str, int]]:
    seen: dict[str, int] = {}
    for word in text.split():
        seen[word] = seen.get(word, 0) + 1
    return {(word, nth) for word, count in seen.items() for nth in range(count)}


def html_pages() -> list[tuple[Path, str, list[str], str]]:
    """(file, day of publication, paragraphs of the body, language) of the pages of HTML among the tests, made up for them."""
    found = []
    for path in sorted(HTML.glob("*.html")):
        day, *body = path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
        named = re.search(r'<html[^>]*\slang="(\w\w)', path.read_text(encoding="utf-8"))
        found.append((path, day, body, named[1] if named else "en"))
    return found


def of_html() -> Iterable[dict]:
    """Days and bodies of the pages of HTML; every tool reads the file as it is."""
    pages = html_pages()
    read = {path: to_article(next(documents(path)), path.stem) for path, _, _, _ in pages}
    days: dict[str, Callable[[Path], str | None]] = {
        "pactline": lambda path: read[path].published,
        "htmldate": lambda path: find_date(path.read_text(encoding="utf-8"), original_date=True),
    }
    for tool, day_of in days.items():
        given = [(day_of(path), day) for path, day, _, _ in pages]
        yield scores(
            "date, HTML", tool, len(pages), sum(a == b for a, b in given), sum(bool(a) for a, _ in given), len(pages)
        )
    texts: dict[str, Callable[[Path, str], str]] = {
        "pactline": lambda path, _: read[path].body,
        "trafilatura": lambda path, _: (
            trafilatura.extract(path.read_text(encoding="utf-8"), include_comments=False) or ""
        ),
        "jusText": lambda path, language: _without_boilerplate(path.read_bytes(), language),
    }
    for tool, text_of in texts.items():
        counts = [_shared(text_of(path, language), body) for path, _, body, language in pages]
        yield scores("body, HTML", tool, len(pages), *(sum(column) for column in zip(*counts, strict=True)))


def copies() -> Iterable[dict]:
    """Labelled pairs, the same wire story or not; all tools get the bodies that pactline found."""
    labelled = cases("practice_copies")
    read = {case["id"]: article(case) for case in labelled}
    bodies = {name: one.body for name, one in read.items()}
    pairs = [(case["id"], o, want) for case in labelled for want in (True, False) for o in case[NAMES[want]]]
    yield from _compared("copies, labelled pairs", bodies, pairs)


def cut_copies() -> Iterable[dict]:
    """Every page of the practice files beside its own first quarter, and beside the first quarter of the next page."""
    full = {case["id"]: article(case).body for case in cases("practice_deals", "practice_oil")}
    bodies = {**full, **{f"{name} cut": " ".join(b.split()[: len(b.split()) // CUT]) for name, b in full.items()}}
    names = list(full)
    pairs = [(a, f"{a} cut", True) for a in names] + [(a, f"{b} cut", False) for a, b in pairwise(names)]
    yield from _compared("copies, cut to a quarter", bodies, pairs)


def _compared(task: str, bodies: dict[str, str], pairs: list[tuple[str, str, bool]]) -> Iterable[dict]:
    tools = {"pactline": _by_runs(bodies), **{tool: _by_minhash(bodies, least) for tool, least in THRESHOLDS.items()}}
    for tool, alike in tools.items():
        found = [((a, b) in alike or (b, a) in alike, want) for a, b, want in pairs]
        right, given, wanted = sum(g and w for g, w in found), sum(g for g, _ in found), sum(w for _, w in found)
        yield scores(task, tool, len(pairs), right, given, wanted)


def _by_runs(bodies: dict[str, str]) -> set[tuple[str, str]]:
    found = find_copies((name, None, [body]) for name, body in bodies.items())
    stands = {name: first or name for name, (first, _) in found.items()}
    return {(a, b) for a, b in combinations(stands, 2) if stands[a] == stands[b]}


def _by_minhash(bodies: dict[str, str], threshold: float) -> set[tuple[str, str]]:
    index, hashes = MinHashLSH(threshold=threshold, num_perm=256), {}
    for name, body in bodies.items():
        words = body.casefold().split()
        hashes[name] = MinHash(num_perm=256)
        hashes[name].update_batch([" ".join(words[i : i + SHINGLE]).encode() for i in range(len(words) - SHINGLE + 1)])
        index.insert(name, hashes[name])
    return {
        (a, b) for a in hashes for b in index.query(hashes[a]) if a != b and hashes[a].jaccard(hashes[b]) >= threshold
    }


def run() -> list[dict]:
    """The rows of all tasks."""
    return [*dates(), *bodies(), *of_html(), *copies(), *cut_copies()]
