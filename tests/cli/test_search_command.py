"""``cjgraph search`` shows what can be cited, and refuses what it can't take in one sentence."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cjgraph.store import DataFolder


def run(data: DataFolder, *arguments: str | bytes | Path) -> subprocess.CompletedProcess[str]:
    """Run the command as a user would."""
    given = [one if isinstance(one, bytes) else os.fsencode(one) for one in arguments]
    return subprocess.run(
        [os.fsencode(sys.executable), b"-m", b"cjgraph.cli", b"search", *given],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "CJGRAPH_DATA": str(data.root), "CJGRAPH_MODEL": "off"},
    )


def test_a_code_shows_the_finding_that_it_is_not_confirmed_and_who_published_it(
    loaded: DataFolder,
) -> None:
    done = run(loaded, "ev057-f1")
    assert done.returncode == 0
    assert "[EV057-F1]" in done.stdout
    assert "Not confirmed: The pooled result was not in the part" in done.stdout
    row = json.loads(run(loaded, "--json", "ev057-f1").stdout)["results"][0]
    assert row["confirmed"] is False
    assert row["locator"]["url"] in done.stdout
    assert str(row["year"]) in done.stdout
    assert (row["publisher"] or row["authors"][0]).split()[0] in done.stdout


def test_the_page_that_was_read_is_printed_rather_than_the_publication(
    loaded: DataFolder,
) -> None:
    row = json.loads(run(loaded, "--json", "EV003-F5").stdout)["results"][0]
    assert row["locator"]["url"] != row["url"]
    text = run(loaded, "EV003-F5").stdout
    assert row["locator"]["url"] in text and row["url"] not in text
    assert "Scottish Government, 2019" in text


def test_a_word_that_nobody_uses_is_said_first(loaded: DataFolder) -> None:
    done = run(loaded, "dogs in prison training")
    assert done.stdout.startswith("Nothing in the catalogue mentions: dogs.")
    assert "The evidence disagrees" not in done.stdout


def test_help_says_that_the_running_service_is_asked(loaded: DataFolder) -> None:
    assert "running service" in " ".join(run(loaded, "--help").stdout.split())


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([b"\xff\xfe"], "not text in UTF-8"),
        (["bail " * 500], "2,500 characters"),
        (["bail", "--batch", "lines.txt"], "either a text or --batch"),
    ],
)
def test_what_cannot_be_taken_is_refused_in_a_sentence(
    loaded: DataFolder, arguments: list[str | bytes], sentence: str
) -> None:
    done = run(loaded, *arguments)
    assert done.returncode == 2
    assert sentence in done.stderr and "Traceback" not in done.stderr
    assert done.stdout == ""


def test_an_empty_batch_is_said(loaded: DataFolder, tmp_path: Path) -> None:
    for name, content in (("nothing.txt", b""), ("blank.txt", b"\xef\xbb\xbf\n \r\n")):
        (tmp_path / name).write_bytes(content)
        done = run(loaded, "--batch", tmp_path / name)
        assert done.returncode == 2
        assert f"{name} is empty" in done.stderr


def test_a_batch_with_a_byte_order_mark_is_read(loaded: DataFolder, tmp_path: Path) -> None:
    batch = tmp_path / "batch.jsonl"
    batch.write_bytes(b'\xef\xbb\xbf{"id": "a", "text": "mentoring"}\r\nbail\r\n')
    done = run(loaded, "--batch", batch)
    assert done.returncode == 0
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(line["id"], line["query"]) for line in lines] == [("a", "mentoring"), (None, "bail")]


def test_a_batch_answers_every_line_and_fails_at_the_end(
    loaded: DataFolder, tmp_path: Path
) -> None:
    batch = tmp_path / "batch.jsonl"
    lines = [
        '["mentoring", "bail"]',
        '{"id": 2, "text": "\\ud800 bail"}',
        json.dumps({"id": 3, "text": "bail " * 500}),
        '{"id": 4, "text": null}',
        '{"id": 5}',
        '{"id": 6, "text": "mentoring"}',
    ]
    batch.write_text("\n".join(lines), encoding="utf-8")
    done = run(loaded, "--batch", batch)
    assert done.returncode == 1 and "Traceback" not in done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["id"] for one in found] == [None, "2", "3", "4", "5", "6"]
    assert ["error" in one for one in found] == [True] * 5 + [False]
    assert "list" in found[0]["error"] and "UTF-8" in found[1]["error"]
    assert "2,500 characters" in found[2]["error"]
