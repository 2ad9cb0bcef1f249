"""What goes wrong in one place stays there: a dead worker, a stopped upload, an error."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import structlog

from api.logs import configure_logs
from api.uploads import sweep_uploads, upload_on_disk
from cjgraph.errors import QueryTimedOut
from cjgraph.store import DataFolder
from cjgraph.workers import WorkerPool
from tests.serving import free_port, wait_for


@pytest.fixture
def service(loaded: DataFolder, tmp_path: Path) -> Iterator[tuple[str, int]]:
    """A service of its own, since these tests hurt it: address and process id."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "cjgraph.cli", "serve", "--port", str(port)],
        env={
            **os.environ,
            "CJGRAPH_DATA": str(loaded.root),
            "CJGRAPH_QUERY_MEMORY_BYTES": "600000000",
            "TMPDIR": str(tmp_path),
        },
        stderr=subprocess.PIPE,
        text=True,
    )
    yield wait_for(process, port), process.pid
    process.terminate()
    process.communicate(timeout=20)


def workers_of(pid: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
            command = stat.with_name("cmdline").read_text()
        except OSError:
            continue
        if fields[1] == str(pid) and "spawn_main" in command:
            found.append(int(stat.parent.name))
    return found


@pytest.mark.skipif(not Path("/proc").exists(), reason="reads /proc")
@pytest.mark.parametrize("noticed", [True, False], ids=["noticed", "not yet noticed"])
def test_a_killed_idle_worker_is_replaced(service: tuple[str, int], noticed: bool) -> None:
    """One killed worker broke SPARQL and uploads until a restart, while health said ready."""
    address, pid = service
    query = {"query": "ASK { ?x a cj:NationalAim }"}
    assert httpx.get(address + "/sparql", params=query, timeout=30).status_code == 200
    workers = workers_of(pid)
    assert workers
    for worker in workers:
        os.kill(worker, signal.SIGKILL)
    time.sleep(0.5 if noticed else 0)
    health = httpx.get(address + "/health/ready", timeout=30).json()
    assert health["parts"]["graph"]["ready"] is True
    for _ in range(3):
        reply = httpx.get(address + "/sparql", params=query, timeout=30)
        assert reply.json()["boolean"] is True
    plan = {"file": ("plan.md", b"# Shopping list")}
    assert httpx.post(address + "/api/v1/validate", files=plan, timeout=60).status_code == 422


def test_a_query_beyond_its_memory_is_the_askers_fault(service: tuple[str, int]) -> None:
    address, _ = service
    query = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a"
    reply = httpx.get(address + "/sparql", params={"query": query}, timeout=60)
    assert reply.status_code in (413, 504)
    assert reply.headers["content-type"] == "application/problem+json"


def test_an_upload_is_deleted_even_when_its_worker_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Uploads that ran into the deadline stayed on disk, although nothing is kept."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with (
        WorkerPool(None, workers=1) as pool,
        pytest.raises(QueryTimedOut),
        upload_on_disk(b"secret", "plan.docx") as path,
    ):
        assert path.read_bytes() == b"secret"
        assert path.suffix == ".docx"
        pool.run(time.sleep, 0.5, 30)
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_service_left_is_swept_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    (tmp_path / f"cjgraph-upload-{ended.pid}-abc").mkdir()
    mine = tmp_path / f"cjgraph-upload-{os.getpid()}-abc"
    mine.mkdir()
    sweep_uploads()
    assert list(tmp_path.iterdir()) == [mine]


def test_the_log_holds_no_contents_of_requests(capsys: pytest.CaptureFixture[str]) -> None:
    """A traceback in the log carried the whole upload, names and addresses included."""
    try:
        configure_logs()
        upload = "Jane Example, jane@example.org"
        try:
            raise RuntimeError("it broke")
        except RuntimeError as error:
            assert upload
            structlog.get_logger("x").exception("unforeseen error", exc_info=error)
        logged = capsys.readouterr().err
        assert "it broke" in logged
        assert "Jane" not in logged.replace("upload = ", "")
        assert logged.count("\n") == 1, "one event is one line"
    finally:
        structlog.reset_defaults()


def test_head_and_preflight_are_answered(client: httpx.Client) -> None:
    head = client.head("/")
    assert head.status_code == 200
    assert head.content == b""
    preflight = client.options(
        "/sparql",
        headers={
            "Origin": "https://example.org",
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "Content-Type",
        },
    )
    assert preflight.status_code == 200
    assert preflight.headers["access-control-allow-origin"] == "*"
