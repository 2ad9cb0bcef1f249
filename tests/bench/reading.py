"""Reading plans of every format, each file in a process of its own, beside bare libraries.

A page of a format that has none is counted as 350 words. Times are cold: they hold the
start of Python and the imports, but no embedding model.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.long_plans import long_pdf, long_workbook

PLANS = Path(__file__).parents[1] / "data" / "plans"
_ROUNDS = 3
_WORDS = 350
_LEAST = 0.05

_OURS = """
import json, resource, sys, time
begun = time.perf_counter()
from pathlib import Path
from ingest.plans import read_plan
reading = read_plan(Path(sys.argv[1]))
seconds = time.perf_counter() - begun
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([seconds, peak, reading.source.pages, len(reading.actions)]))
"""
_BARE = {
    ".pdf": "import pypdfium2\nd = pypdfium2.PdfDocument(sys.argv[1])\n"
    "text = ' '.join(page.get_textpage().get_text_range() for page in d)",
    ".docx": "import docx\ntext = ' '.join(t.text or '' for t in docx.Document(sys.argv[1])"
    ".element.body.iter('{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t'))",
    ".xlsx": "import openpyxl\nb = openpyxl.load_workbook(sys.argv[1], data_only=True)\n"
    "text = ' '.join(str(c) for s in b for r in s.iter_rows(values_only=True) for c in r if c)",
    ".html": "from lxml import html\ntext = html.parse(sys.argv[1]).getroot().text_content()",
    ".md": "text = open(sys.argv[1], encoding='utf-8').read()",
    ".txt": "text = open(sys.argv[1], encoding='utf-8').read()",
}


def measured(code: str, path: Path) -> list[float]:
    """Run code on a file a few times in fresh processes; return the run of median time."""
    environment = {**os.environ, "CJGRAPH_MODEL": "off"}
    runs: list[list[float]] = []
    for _ in range(_ROUNDS):
        done = subprocess.run(
            [sys.executable, "-c", code, str(path)],
            capture_output=True,
            text=True,
            check=True,
            env=environment,
        )
        runs.append(json.loads(done.stdout))
    middle = statistics.median(run[0] for run in runs)
    return next(run for run in runs if run[0] == middle)


def bare(path: Path) -> list[float]:
    """Time and number of words of the text that the bare library gives."""
    body = _BARE[path.suffix]
    code = (
        "import json, sys, time\nbegun = time.perf_counter()\n"
        f"{body}\nprint(json.dumps([time.perf_counter() - begun, len(text.split())]))"
    )
    return measured(code, path)


def main() -> None:
    """Print pages a second for each format, the ratio to the bare library, and peak memory."""
    print("Reading a plan, cold, without the model     pages     time  pages/s   bare  ratio  peak")
    with tempfile.TemporaryDirectory() as folder:
        files = [max(PLANS.rglob(f"*{ending}"), key=_size) for ending in _BARE]
        files += [long_pdf(Path(folder)), long_workbook(Path(folder))]
        for path in files:
            seconds, peak, pages, actions = measured(_OURS, path)
            plain, words = bare(path)
            pages = pages or max(1, round(words / _WORDS))
            print(
                f"  {path.name:<24} {actions:4.0f} actions {pages:8.0f} {seconds:7.2f} s "
                f"{pages / seconds:7.0f} {plain:5.2f} s {_ratio(seconds, plain)} {peak:4.0f} MB"
            )


def _ratio(ours: float, plain: float) -> str:
    """The ratio, or a dash where the bare way takes no time to speak of."""
    return f"{ours / plain:6.1f}" if plain > _LEAST else f"{'-':>6}"


def _size(path: Path) -> int:
    return path.stat().st_size if path.name != "README.md" else 0


if __name__ == "__main__":
    main()
