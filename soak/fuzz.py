"""Coverage-guided fuzzing of readers and grammars, for a bounded time.

With atheris, which has wheels for Linux; elsewhere Hypothesis draws the bytes, which knows nothing of coverage.
A finding is written to tests/hostile/found/TARGET/, where an ordinary test reads it for ever after.
"""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

FOUND = Path(__file__).parents[1] / "tests" / "hostile" / "found"
SECONDS_AN_INPUT = 20
MEGABYTES = 2_000
SHARE = {"claims": 4, "files": 3, "dates": 2, "body": 2, "numbers": 2, "page": 1}
"""Targets and their parts of the time."""
LONGEST = 4_096
"""Bytes of an input: longer ones are the business of the tests of time."""
SEEDS = (
    "Russia agreed on Tuesday, Aug. 15, 2019, to sell 24 Su-30 fighters to Venezuela for $1.5 billion, the ministry said.",
    "La producción de Venezuela cayó a 1.434.000 barriles diarios en agosto de 2009, según la OPEP. Rusia vendió 24 cazas.",
    "A Rússia não vendeu dois helicópteros Mi-17 à Venezuela em 2012; a produção subiu 3,5% para 2,5 milhões de barris por dia.",
    "Россия поставила Венесуэле 24 истребителя Су-30 на 1,5 млрд долларов в 2008 году. Добыча нефти упала до 742 тыс. баррелей в сутки.",
    '{"id": "1", "text": "Oil fell.", "published": "2019-08-15", "n": [1, 2.5e3, null]}\n{"text": "War"}',
    'id,text,published\n1,"Oil, ""crude"", fell",2019-08-15\n2,War,\n',
    "<html><head><title>Oil</title><meta property='og:title' content='x'></head><body><article><p>Oil fell.</p></article></body></html>",
    "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 5\r\n\r\nhello\r\n\r\n",
    "By JOHN SMITH\nCARACAS (Reuters) - Posted 10:15 GMT 15/08/2019\n\nShare this\n\nThe president said so. \n\nRelated: Oil",
)  # fmt: skip


def run(target: str, seconds: int) -> dict[str, Any]:
    """Fuzz one target in a process of its own.

    returns  target, engine, executions, seconds, findings (names of the files they were written to)
    """
    start = time.monotonic()
    engine = "atheris" if importlib.util.find_spec("atheris") else "hypothesis"
    command = [sys.executable, "-m", "soak.fuzz", engine, target, str(seconds)]
    before = _found(target)
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    executions = re.findall(r"(?:number_of_executed_units:|executions) (\d+)", done.stderr + done.stdout)
    if not executions:
        raise RuntimeError(f"the fuzzer did not run: {done.stderr[-1000:]}")
    return {
        "target": target, "engine": engine, "executions": int(executions[-1]), "seconds": round(time.monotonic() - start),
        "findings": sorted(_found(target) - before), "last": done.stderr[-2000:] if _found(target) - before else "",
    }  # fmt: skip


def _found(target: str) -> set[str]:
    return {p.name for p in (FOUND / target).glob("*")}


def _with_atheris(target: str, seconds: int) -> None:
    import atheris

    with atheris.instrument_imports(include=["pactline"], enable_loader_override=False):
        from soak.targets import TARGETS
    TARGETS[target](SEEDS[0].encode())  # words and rules are read now, and are no part of the first input's time
    room = FOUND / target
    room.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="pactline-fuzz-") as corpus:
        for n, seed in enumerate(SEEDS):
            for first in range(12 if target == "files" else 5):
                Path(corpus, f"{n}-{first}").write_bytes(bytes([first]) + seed.encode())
        options = [
            f"-max_total_time={seconds}", f"-timeout={SECONDS_AN_INPUT}", f"-rss_limit_mb={MEGABYTES}", f"-max_len={LONGEST}",
            f"-artifact_prefix={room}/", f"-report_slow_units={SECONDS_AN_INPUT}", "-print_final_stats=1", "-verbosity=1",
        ]  # fmt: skip
        atheris.Setup([sys.argv[0], *options, corpus], TARGETS[target])
        atheris.Fuzz()


def _with_hypothesis(target: str, seconds: int) -> None:
    from hypothesis import HealthCheck, given, settings
    from hypothesis import strategies as st

    from soak.targets import TARGETS

    bits = [word for seed in SEEDS for word in re.split(r"(\W)", seed)]
    pieces = st.one_of(st.sampled_from(bits).map(str.encode), st.binary(max_size=30))
    end, done = time.monotonic() + seconds, 0

    def once(data: bytes) -> None:
        nonlocal done
        done += 1
        try:
            TARGETS[target](data)
        except Exception:
            (FOUND / target).mkdir(parents=True, exist_ok=True)
            (FOUND / target / f"crash-{abs(hash(data)):x}").write_bytes(data)
            raise

    drawn = given(st.lists(pieces, max_size=200).map(b"".join))(once)
    checked = settings(max_examples=500, deadline=None, database=None, suppress_health_check=list(HealthCheck))(drawn)
    while time.monotonic() < end:
        checked()
    sys.stderr.write(f"executions {done}\n")


if __name__ == "__main__":
    {"atheris": _with_atheris, "hypothesis": _with_hypothesis}[sys.argv[1]](sys.argv[2], int(sys.argv[3]))
