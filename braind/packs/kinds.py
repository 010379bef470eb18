"""The frozen things that a pack is made of.

Decision: a pack's look has no field that names, dates or finds a photo: no path, no file name, no
time, no place in the photo, and neither the photo's checksum nor its perceptual hash, by which
others could test whether a photo that they have is in a pack. Comparing needs to know only which
looks come from copies of one photo and which from one shoot; that is said by numbers that mean
something inside the pack alone. A look is named by what was read in it.

A look's visual vector goes along where the recipe has one: without it, looks of that recipe could
not be compared fully. Like styles and answers it is computed from the outfit without face and
ground. As it is exact, whoever has both the photo and the same models can tell by it, as by the
styles, that the photo was read.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from braind.domain import Answer, Look, Reason, StyleScores, Swatch
from braind.packs.strict import digest, dump
from braind.vocabulary import QUESTIONS

# Looks of one shoot share a folder and this made-up ground, which is how shoots are told.
_GROUND = 0x8000_8000_8000_8000
_SHORT = 12
HALF = np.dtype("<f2")


@dataclass(frozen=True, slots=True)
class PackLook:
    """A look without its photo.

    ``styles`` has 7 scores and ``answers`` and ``confidences`` 10 entries, in the order of the
    vocabulary; all numbers are in 0..1 with the precision of float32. ``photo`` and ``shoot`` are
    the place, among the brand's looks, of the first look of the same photo (or a copy) and of the
    same shoot; ``person`` counts the people of a photo. ``thumbnail`` is a face-free WebP or empty;
    ``visual`` the visual vector, 768 little-endian float16, or empty.
    """

    styles: tuple[float, ...]
    answers: tuple[str, ...]
    confidences: tuple[float, ...]
    palette: tuple[Swatch, ...]
    reasons: tuple[Reason, ...] = ()
    lookbook: str = ""
    person: int = 0
    photo: int = 0
    shoot: int = 0
    thumbnail: bytes = field(repr=False, default=b"")
    visual: bytes = field(repr=False, default=b"")
    id: str = field(init=False)

    def __post_init__(self) -> None:
        palette = [(swatch.hex, swatch.name, swatch.share) for swatch in self.palette]
        read = [self.styles, self.answers, self.confidences, palette, self.reasons]
        read += [digest(self.visual)] if self.visual else []
        object.__setattr__(self, "id", digest(dump(read)))


@dataclass(frozen=True, slots=True)
class PackBrand:
    """A brand and its looks, by lookbook and then by id."""

    name: str
    looks: tuple[PackLook, ...]

    def library_looks(self, recipe: str) -> list[Look]:
        """The looks as a library keeps them, in the same order; their paths lead nowhere."""
        return [self._library_look(look, recipe) for look in self.looks]

    def _library_look(self, look: PackLook, recipe: str) -> Look:
        shoot, photo = self.looks[look.shoot].id, self.looks[look.photo].id
        words = zip(QUESTIONS, look.answers, look.confidences, strict=True)
        return Look(
            photo_hash=look.id,
            path=f"pack/{shoot[:_SHORT]}/{look.id[:_SHORT]}",
            styles=StyleScores(np.array(look.styles, np.float32)),
            answers=tuple(Answer(*answer) for answer in words),
            palette=look.palette,
            recipe=recipe,
            thumbnail=look.thumbnail,
            person=look.person,
            reasons=look.reasons,
            near_hash=int(photo[:16], 16),
            ground_hash=_GROUND,
            visual=np.frombuffer(look.visual, HALF) if look.visual else None,
        )


@dataclass(frozen=True, slots=True)
class Pack:
    """Brands to be exchanged. Texts are clean but untrusted: escape them like any user's words.

    ``id`` is the SHA-256 hex of the manifest, which names all that is in the pack; ``signer`` is
    the Ed25519 public key in hex whose signature was checked, or empty for an unsigned pack.
    """

    recipe: str
    brands: tuple[PackBrand, ...]
    owner: str = ""
    licence: str = ""
    id: str = ""
    signer: str = ""

    @property
    def looks(self) -> int:
        """How many looks all brands have."""
        return sum(len(brand.looks) for brand in self.brands)

    @property
    def thumbnails(self) -> int:
        """How many of the looks have a picture."""
        return sum(bool(look.thumbnail) for brand in self.brands for look in brand.looks)
