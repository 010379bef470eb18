"""Composing a look: everything that the earlier stages found, and a thumbnail without a face."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from PIL import Image

from braind.domain import (
    Answer,
    Cutout,
    Look,
    Person,
    Photo,
    Pixels,
    Region,
    StyleScores,
    Swatch,
    Visual,
)
from braind.figures import HEAD, region_mask
from braind.ground import hash_ground

THUMBNAIL_SIZE = (240, 240)
THUMBNAIL_QUALITY = 82
_HIDDEN = (*HEAD, Region.ACCESSORY, Region.BACKGROUND)
PAPER = (0xF4, 0xF2, 0xEE)  # a ground of its own: bystanders must not survive either


def compose_look(
    photo: Photo,
    person: Person,
    cutout: Cutout,
    styles: StyleScores,
    answers: Sequence[Answer],
    palette: Sequence[Swatch],
    recipe: str,
    index: int = 0,
    visual: Visual | None = None,
) -> Look:
    """The look of one person; ``cutout`` is face-cropped, ``index`` counts the photo's people."""
    return Look(
        photo_hash=photo.content_hash,
        path=photo.path,
        styles=styles,
        answers=tuple(answers),
        palette=tuple(palette),
        recipe=recipe,
        thumbnail=thumbnail(cutout),
        page=photo.page,
        person=index,
        box=person.box,
        reasons=person.missing,
        near_hash=photo.near_hash,
        taken_at=photo.taken_at,
        ground_hash=hash_ground(photo.pixels, person.box),
        visual=visual,
    )


def thumbnail(cutout: Cutout) -> bytes:
    """A WebP of a face-cropped cutout on paper, at most 240 pixels high and wide."""
    image = Image.fromarray(without_head(cutout))
    ground = Image.new("RGB", image.size, PAPER)
    ground.paste(image, mask=image)
    ground.thumbnail(THUMBNAIL_SIZE, Image.Resampling.BOX)
    out = BytesIO()
    ground.save(out, "WEBP", quality=THUMBNAIL_QUALITY, method=2)
    return out.getvalue()


def without_head(cutout: Cutout) -> Pixels:
    """What others may see of a face-cropped cutout: RGBA, uint8 (H, W, 4).

    The rest of the head goes, too: hair beside the cropped box may carry an edge of the cheek, and
    so may what is taken for glasses or earrings at its height.
    """
    if cutout.regions is None or not cutout.faces:
        return cutout.rgba
    beside = slice(0, int(max(face.bottom for face in cutout.faces)))
    rgba = cutout.rgba.copy()
    rgba[beside][region_mask(cutout.regions[beside], _HIDDEN)] = 0
    return rgba
