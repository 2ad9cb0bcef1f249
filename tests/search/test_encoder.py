from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from cjgraph.errors import FileNotReadable, ModelUnavailable, SyntaxFault
from cjgraph.search import Encoder, Passage, export_model

WORDS = [
    "bail",
    "housing",
    "re-offending",
    "Glasgow",
    "court",
    "women",
    "naïve",
    "£3.50",
    "CPO",
    "x",
]
TEXTS = [
    " ".join(WORDS[(row + at) % len(WORDS)] for at in range(row * row // 4)) for row in range(50)
]

REFERENCE = """
import sys, json, numpy as np
from sentence_transformers import SentenceTransformer
model = SentenceTransformer(sys.argv[1], device="cpu")
np.save(sys.argv[2], model.encode(json.load(sys.stdin), normalize_embeddings=True))
"""


@pytest.mark.model
def test_vectors_agree_with_sentence_transformers(model: Encoder, tmp_path: Path) -> None:
    from cjgraph.search._export import weights_folder

    if importlib.util.find_spec("sentence_transformers") is None:
        pytest.skip("needs sentence-transformers")
    out = tmp_path / "reference.npy"
    subprocess.run(
        [sys.executable, "-W", "ignore", "-c", REFERENCE, str(weights_folder()), str(out)],
        input=json.dumps(TEXTS), text=True, check=True, capture_output=True,
    )  # fmt: skip
    cosines = (np.load(out) * model.encode(TEXTS)).sum(axis=1)
    assert len(cosines) == 50
    assert cosines.min() >= 0.999


@pytest.mark.model
def test_vectors_have_length_one_and_keep_the_order_of_their_texts(model: Encoder) -> None:
    together = model.encode(TEXTS)
    assert together.shape == (50, 384) and together.dtype == np.float32
    assert np.allclose(np.linalg.norm(together, axis=1), 1.0, atol=1e-5)
    alone = np.concatenate([model.encode([text]) for text in TEXTS])
    assert np.allclose(together, alone, atol=1e-4)


@pytest.mark.model
def test_no_text_gives_no_vector(model: Encoder) -> None:
    assert model.encode([]).shape == (0, 384)


@pytest.mark.model
def test_text_is_read_up_to_256_pieces_and_not_beyond(model: Encoder) -> None:
    base = "bail " * 200
    one, longer, far = model.encode([base, base + "housing " * 30, "bail " * 254])
    beyond = model.encode(["bail " * 254 + "housing " * 300])[0]
    assert float(one @ longer) < 0.999
    assert float(far @ beyond) == pytest.approx(1.0, abs=1e-5)


@pytest.mark.model
def test_any_text_can_be_encoded(model: Encoder) -> None:
    vectors = model.encode(["\ud800 lone", "\x00", "", "\U0001f41f" * 400])
    assert np.isfinite(vectors).all()


@pytest.mark.model
def test_exporting_again_gives_the_same_folder_at_once(
    model: Encoder, pytestconfig: pytest.Config
) -> None:
    assert pytestconfig.cache is not None
    folder = pytestconfig.cache.mkdir("models")
    exported = export_model(folder)
    assert exported == folder / model.fingerprint
    manifest = json.loads((exported / "manifest.json").read_text())
    assert (manifest["dimensions"], manifest["max_tokens"]) == (384, 256)
    assert not [p for p in folder.iterdir() if p.name.startswith(".building")]


@pytest.mark.model
def test_a_model_folder_that_lacks_a_file_or_is_damaged_is_named(
    model: Encoder, pytestconfig: pytest.Config, tmp_path: Path
) -> None:
    assert pytestconfig.cache is not None
    exported = export_model(pytestconfig.cache.mkdir("models"))
    for name in ("manifest.json", "tokenizer.json"):
        shutil.copy(exported / name, tmp_path / name)
    with pytest.raises(FileNotReadable, match=r"model\.onnx"):
        Encoder.load(tmp_path)
    (tmp_path / "model.onnx").write_bytes(b"")
    (tmp_path / "manifest.json").write_text("{}")
    with pytest.raises(SyntaxFault, match=r"manifest\.json"):
        Encoder.load(tmp_path)


def test_without_the_extra_the_error_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *rest: None if name == "torch" else real(name)
    )
    with pytest.raises(ModelUnavailable, match="not installed: torch") as caught:
        export_model(tmp_path)
    assert caught.value.hint and "cjgraph[semantic]" in caught.value.hint
    assert [*tmp_path.iterdir()] == []


def test_a_passage_without_finding_is_encoded_by_its_title() -> None:
    assert Passage("EV900", None, "Invented title").semantic_text() == "Invented title"
