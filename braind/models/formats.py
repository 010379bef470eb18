"""Which kinds of files are trusted how far: weights are read as data, never run as code.

ONNX, safetensors, JSON, plain text and npz without pickles hold data only. A PyTorch ``.pt`` file
is a program: it is opened only if its bytes are known, or its user was warned and vouches for it.
"""

from __future__ import annotations

import json
import math
import zipfile
from collections.abc import Collection
from hashlib import file_digest
from pathlib import Path

from braind.errors import ModelError

DATA_SUFFIXES = frozenset({".onnx", ".safetensors", ".json", ".npz", ".txt"})
PROGRAM_SUFFIXES = frozenset({".pt", ".pth"})
_LONGEST_HEADER = 100_000_000
_BITS = {
    "BOOL": 8, "U8": 8, "I8": 8, "F8_E5M2": 8, "F8_E4M3": 8, "I16": 16, "U16": 16, "F16": 16,
    "BF16": 16, "I32": 32, "U32": 32, "F32": 32, "F64": 64, "I64": 64, "U64": 64,
}  # fmt: skip


def check_program(path: Path, pinned: Collection[str] = (), *, warned: bool = False) -> str:
    """The SHA-256 of a ``.pt`` file that may be unpickled, with ``weights_only``.

    ``pinned`` are the hashes of files that were accepted before; ``warned`` says that the user
    was told the risk and wants it. Raises ``ModelError``: model_program_refused, model_missing.
    """
    try:
        with path.open("rb") as stream:
            digest = file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise ModelError("model_missing", f"The model file {path} cannot be read.") from error
    if digest in pinned or warned:
        return digest
    raise ModelError(
        "model_program_refused",
        f"“{path.name}” is a PyTorch file: opening it can run what its maker put in.",
        "Use an ONNX file instead; or, if you trust its maker, say so (--trust).",
        path=str(path),
    )


def check_data(path: Path) -> None:
    """Look whether a file is what its name says, without loading it into a net.

    ONNX is left to the load test. Raises ``ModelError``: model_unusable.
    """
    check = _CHECKS.get(path.suffix)
    if check is None:
        return
    try:
        check(path)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, zipfile.BadZipFile) as error:
        raise unusable(path, str(error)) from error


def unusable(path: Path, why: str) -> ModelError:
    """The file is there, but is no model that can be opened."""
    return ModelError(
        "model_unusable",
        f"The model file “{path.name}” cannot be opened: {why}",
        "BRAIND goes on with the base model. Fetch this one again, or update BRAIND.",
        path=str(path),
    )


def _check_safetensors(path: Path) -> None:
    """The layout of safetensors: length, JSON header, then tensors without gaps or overlaps."""
    size = path.stat().st_size
    with path.open("rb") as stream:
        length = int.from_bytes(stream.read(8), "little")
        if not 2 <= length <= min(_LONGEST_HEADER, size - 8):
            raise ValueError("its header has no sensible length")
        header = json.loads(stream.read(length))
    end = 0
    header.pop("__metadata__", None)
    for name, tensor in sorted(header.items(), key=lambda pair: pair[1]["data_offsets"]):
        start, stop = tensor["data_offsets"]
        bits = math.prod(tensor["shape"]) * _BITS[tensor["dtype"]]
        if start != end or (stop - start) * 8 != bits:
            raise ValueError(f"its tensor {name!r} does not lie where the header says")
        end = stop
    if 8 + length + end != size:
        raise ValueError("its size is not that of its tensors")


def _check_json(path: Path) -> None:
    json.loads(path.read_text("utf-8"))


def _check_npz(path: Path) -> None:
    import numpy as np

    with np.load(path, allow_pickle=False) as arrays:
        for name in arrays.files:
            arrays[name]


def _check_torch(path: Path) -> None:
    if not zipfile.is_zipfile(path):
        raise ValueError("it is no PyTorch file of version 1.6 or newer")


_CHECKS = {
    ".safetensors": _check_safetensors,
    ".json": _check_json,
    ".npz": _check_npz,
    ".pt": _check_torch,
    ".pth": _check_torch,
}
