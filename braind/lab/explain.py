"""Where a trained classifier looks, as a job: the way the original pipeline found its flaw.

Its nets looked at faces, bags and backgrounds, which is why faces and grounds are taken away
before anything is learned. Shares of heat mean something beside the size of each area: heat that
is spread evenly falls on an area by its size.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path

import torch
from PIL import Image

from braind.domain import Photo, Reason
from braind.events import PhotoExcluded, PhotoFailed, Progress
from braind.lab.gradcam import GradCam
from braind.lab.heat import heat_by_area, show, size_by_area, spread
from braind.lab.kinds import HeatSeen
from braind.lab.pictures import Seen, Viewer
from braind.lab.trained import Trained, load_trained
from braind.sources import count, open_sources
from braind.sources.decoding.pool import DecoderPool
from braind.vocabulary import Style

ExplainEvent = Progress | PhotoFailed | PhotoExcluded | HeatSeen


def explain(
    model: Path, photos: Sequence[Path], out: Path, style: Style | None = None
) -> Generator[ExplainEvent, None, None]:
    """Write a Grad-CAM picture of each photo into ``out``, a job.

    ``style`` is the one to explain, by default the one that the photo has most of. Raises
    ``ModelError`` when the model is none of the lab's or does not know the style.
    """
    trained = load_trained(model)
    chosen = None if style is None else trained.place_of(style)
    viewer = Viewer(trained.size, trained.view)
    decoder = DecoderPool()
    total = count(photos, decoder)
    out.mkdir(parents=True, exist_ok=True)
    with GradCam(trained) as cam:
        for number, photo in enumerate(open_sources(photos, decoder=decoder)):
            yield Progress(number, total)
            if isinstance(photo, PhotoFailed):
                yield photo
                continue
            seen = viewer.see(photo)
            if seen is None:
                yield PhotoExcluded(photo.path, (Reason.NOBODY,))
                continue
            yield _explain(cam, trained, photo, seen, chosen, out)
    yield Progress(total, total)


def _explain(
    cam: GradCam, trained: Trained, photo: Photo, seen: Seen, chosen: int | None, out: Path
) -> HeatSeen:
    scores = cam.scores(seen.pixels)
    place = int(scores.argmax()) if chosen is None else chosen
    heat = spread(cam.heat(scores[place]), trained.size)
    style = trained.labels[place]
    path = out / f"{Path(photo.name).stem}-{photo.content_hash[:6]}-{style}.png"
    Image.fromarray(show(seen.pixels, heat)).save(path)
    return HeatSeen(
        photo.path,
        style,
        float(torch.sigmoid(scores[place].detach())),
        heat_by_area(heat, seen.regions),
        size_by_area(seen.regions),
        path,
    )
