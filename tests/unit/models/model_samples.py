"""A small model, and lines to a hub on this machine that lose their patience at once."""

from __future__ import annotations

import hashlib
from pathlib import Path

from braind.models import Licence, ModelFile, Origin, WeightFile
from braind.models.fetching import get_model
from braind.models.loadtest import Limits
from braind.models.route import Line, Route

CONTENT = bytes(range(256)) * 4000
SHA256 = hashlib.sha256(CONTENT).hexdigest()
MIT = Licence("MIT", link="https://example.org/licence")
PLENTY = 10**12


def line_to(hub, tries=3, stall=5.0, free=lambda folder: PLENTY, **route):
    return Line(Route(hub.url, **{"proxy": "", **route}), stall, (0.0,) * (tries - 1), free)


def row(path="data.txt", content=CONTENT, published=True, **more):
    """A file of a model, with the hash of its bytes if it is published."""
    digest = hashlib.sha256(content).hexdigest() if published else ""
    url = "{hub}/own/net/resolve/main/" + path
    return WeightFile(path, **{"sha256": digest, "about": len(content), "urls": (url,), **more})


def model_of(*files, model_id="net"):
    return ModelFile(model_id, files, MIT, origin=Origin.DOWNLOAD)


def get(model, folder, line, **options):
    """Fetch a model whose licence is accepted; the steps that it took."""
    options.setdefault("accept_licence", True)
    return list(get_model(model, Path(folder), line, Limits(), **options))


def names_in(folder):
    """All files below a folder, but for the empty ones that locks are held on."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".lock")
    return {path.relative_to(folder).as_posix() for path in files}
