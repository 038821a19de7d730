"""What pactline is measured against: spaCy pipelines over the same texts, and four notebooks with the usual tools."""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"
CHAPTERS = ("corpus", "actors", "arms_deals", "oil_output")
TAGS = ("NN", "NNP", "NNS", "VBD", "VBZ", "IN", "DT", "JJ", "CD", ".", ",", "RB", "CC", "PRP", "TO")
DEPS = (
    "ROOT",
    "nsubj",
    "dobj",
    "prep",
    "pobj",
    "det",
    "amod",
    "compound",
    "punct",
    "advmod",
    "cc",
    "conj",
    "nummod",
    "aux",
)
LABELS = ("PERSON", "ORG", "GPE", "DATE", "CARDINAL", "MONEY", "NORP", "QUANTITY", "PERCENT", "PRODUCT")
SENTENCES = ["Russia sold ten fighters to Venezuela in May .", "Oil output fell , the ministry said on Monday ."]


def entity_ruler(names: Iterable[str]) -> Any:
    """spaCy's blank pipeline with sentencizer and entity ruler over a vocabulary."""
    import spacy

    nlp = spacy.blank("xx")
    nlp.add_pipe("sentencizer")
    ruler: Any = nlp.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
    ruler.add_patterns([{"label": "NAME", "pattern": name} for name in names])
    return nlp


def statistical() -> Any:
    """tok2vec, tagger, parser and ner of en_core_web_sm's sizes, with random weights: the arithmetic is the same.

    The sizes are those of the pipeline's published config: width 96, depth 4, window 1, three maxout pieces, hash tables of
    5000, 1000, 2500, 2500 and 50 rows; parser and ner with 64 hidden units; ner with a tok2vec of its own.
    """
    import spacy
    from spacy.training import Example

    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": _tok2vec()})
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "nO": None, "tok2vec": listener}})
    nlp.add_pipe("parser", config={"model": _transitions("parser", listener)})
    nlp.add_pipe("ner", config={"model": _transitions("ner", _tok2vec())})
    nlp.initialize(
        lambda: [Example.from_dict(nlp.make_doc(s), _annotated(s.split(), n)) for n, s in enumerate(SENTENCES * 9)]
    )
    return nlp


def _tok2vec() -> dict[str, Any]:
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2", "width": 96, "include_static_vectors": False,
            "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY"], "rows": [5000, 1000, 2500, 2500, 50],
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2", "width": 96, "depth": 4, "window_size": 1, "maxout_pieces": 3,
        },
    }  # fmt: skip


def _transitions(kind: str, tok2vec: dict[str, Any]) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2", "state_type": kind, "extra_state_tokens": kind == "parser",
        "hidden_width": 64, "maxout_pieces": 2, "use_upper": True, "nO": None, "tok2vec": tok2vec,
    }  # fmt: skip


def _annotated(words: Sequence[str], turn: int) -> dict[str, Any]:
    """Labels for a sentence, in turn, so that a model is made for all of them."""
    count = len(words)
    return {
        "tags": [TAGS[(turn + i) % len(TAGS)] for i in range(count)],
        "heads": [max(0, i - 1) for i in range(count)],
        "deps": ["ROOT", *(DEPS[1 + (turn + i) % (len(DEPS) - 1)] for i in range(count - 1))],
        "entities": [f"U-{LABELS[(turn + i) % len(LABELS)]}" if i % 3 == 0 else "O" for i in range(count)],
    }


def aho_corasick(names: Sequence[str]) -> Callable[[str], Any]:
    """The bare search for a vocabulary: what no reading that looks at every letter can be faster than."""
    from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

    automaton = AhoCorasick(
        [name.lower() for name in names], matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA
    )
    return lambda text: automaton.find_matches_as_indexes(text.lower())


def by_papermill(corpus: str, work: Path) -> None:
    """The four chapters one after the other through papermill's API, each made HTML by nbconvert's default exporter."""
    import logging

    import papermill
    from nbconvert import HTMLExporter

    logging.getLogger("papermill").setLevel(logging.ERROR)
    for name in CHAPTERS:
        made = work / f"{name}.ipynb"
        given = {"corpus": corpus}
        papermill.execute_notebook(NOTEBOOKS / f"{name}.ipynb", made, parameters=given, progress_bar=False)
        html, _ = HTMLExporter().from_filename(str(made))
        made.with_suffix(".html").write_text(html, encoding="utf-8")


def in_plain_python(corpus: str, work: Path) -> None:
    """The cells of the four chapters in this process: the same charts, as the strings that they are shown as."""
    import nbformat

    shown = []
    for name in CHAPTERS:
        scope: dict[str, Any] = {"__name__": "__main__", "Out": {}}
        for cell in nbformat.read(NOTEBOOKS / f"{name}.ipynb", 4).cells:
            if cell.cell_type == "code":
                shown.append(_run(cell.source, scope))
                scope["corpus"] = corpus
    (work / "plain.html").write_text("\n".join(shown), encoding="utf-8")


def _run(source: str, scope: dict[str, Any]) -> str:
    """Run a cell; what its last line is shown as."""
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "cell", "exec"), scope)
    value = eval(compile(ast.Expression(last.value), "cell", "eval"), scope) if isinstance(last, ast.Expr) else None  # noqa: S307 - our notebooks
    show = getattr(value, "_repr_html_", None) or getattr(value, "_repr_markdown_", None)
    return str(show() if show else value or "")


if __name__ == "__main__":
    {"papermill": by_papermill, "plain": in_plain_python}[sys.argv[1]](sys.argv[2], Path(sys.argv[3]))
