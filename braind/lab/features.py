"""What looks are clustered by: their look vectors, or what a trained classifier sees in them."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from braind.domain import Floats, Reason
from braind.engine import Engine
from braind.errors import StoreError
from braind.events import ImportFinished, PhotoExcluded, PhotoFailed, Progress
from braind.lab.pictures import Viewer
from braind.sources import count, open_sources
from braind.sources.decoding.pool import DecoderPool

FeatureEvent = Progress | PhotoFailed | PhotoExcluded


@dataclass(frozen=True, slots=True)
class Features:
    """Rows float32 (N, D), and the photo and brand of each."""

    rows: Floats
    paths: tuple[str, ...]
    brands: tuple[str, ...]


def of_library(engine: Engine) -> Features:
    """The look vectors of all looks of a library that are up to date."""
    table, rows = engine.look_vectors()
    names = {brand.id: brand.name for brand in engine.brands()}
    paths = engine.photo_paths(table.look_ids.tolist())
    return Features(
        rows,
        tuple(paths[look] for look in table.look_ids.tolist()),
        tuple(names[brand] for brand in table.brand_ids.tolist()),
    )


def of_photos(
    photos: Sequence[Path], open_engine: Callable[[Path], Engine]
) -> Generator[FeatureEvent, None, Features]:
    """The look vectors of photos, a job: they pass through a library that is thrown away."""
    with (
        TemporaryDirectory(prefix="braind-lab-") as folder,
        open_engine(Path(folder) / "lab.braind") as engine,
    ):
        for event in engine.import_photos(photos, "photos", accept_partial=True):
            if isinstance(event, (Progress, PhotoFailed, PhotoExcluded)):
                yield event
            elif isinstance(event, ImportFinished) and not event.looks:
                raise StoreError("library_empty", "No look was found.", "Add photos.")
        return of_library(engine)


def of_classifier(photos: Sequence[Path], model: Path) -> Generator[FeatureEvent, None, Features]:
    """The last feature map of a classifier of the lab, averaged over space, a job.

    Columns are scaled to spread 1. Raises ``ModelError``.
    """
    from braind.lab.gradcam import GradCam
    from braind.lab.trained import load_trained

    trained = load_trained(model)
    viewer = Viewer(trained.size, trained.view)
    rows: list[Floats] = []
    paths: list[str] = []
    decoder = DecoderPool()
    total = count(photos, decoder)
    with GradCam(trained) as watch:
        for number, photo in enumerate(open_sources(photos, decoder=decoder)):
            yield Progress(number, total)
            if isinstance(photo, PhotoFailed):
                yield photo
            elif (seen := viewer.see(photo)) is None:
                yield PhotoExcluded(photo.path, (Reason.NOBODY,))
            else:
                rows.append(watch.features(seen.pixels))
                paths.append(photo.path)
    if not rows:
        raise StoreError("library_empty", "No look was found.", "Add photos.")
    stacked = np.stack(rows)
    spread = np.where(stacked.std(axis=0) > 0, stacked.std(axis=0), 1)
    return Features(
        np.asarray((stacked - stacked.mean(axis=0)) / spread, np.float32),
        tuple(paths),
        ("",) * len(paths),
    )
