"""The frozen things that BRAIND talks about. See the README for the vocabulary.

Arrays held here are never written to. Pixels are sRGB in RGB order, uint8, shape (H, W, 3) unless
said otherwise; boxes are in pixels of the picture that they belong to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

import numpy as np
from numpy.typing import NDArray

from braind.vocabulary import Part, Question, Style

Pixels = NDArray[np.uint8]
Floats = NDArray[np.float32]
# By how much a photo's light multiplies red, green and blue (sRGB values).
Light = tuple[float, float, float]
PLAIN_LIGHT: Light = (1.0, 1.0, 1.0)
Visual = NDArray[np.float16]

VISUAL_SIZE = 768  # numbers of a look's visual vector


class BodyPart(StrEnum):
    """The five body classes of the whole-body check."""

    LEFT_FOOT = "left_foot"
    RIGHT_FOOT = "right_foot"
    LOWER_BODY = "lower_body"
    UPPER_BODY = "upper_body"
    WHOLE_BODY = "whole_body"


class Reason(StrEnum):
    """Why a photo does not show one whole body."""

    NOBODY = "nobody"
    HALF_BODY = "half_body"
    NO_HEAD = "no_head"
    LEFT_FOOT = "left_foot_cut_off"
    RIGHT_FOOT = "right_foot_cut_off"
    SEVERAL_PEOPLE = "several_people"


class Region(IntEnum):
    """Classes of a look's parsing map."""

    BACKGROUND = 0
    FACE = 1
    HAIR = 2
    HEADWEAR = 3
    SKIN = 4
    UPPER = 5
    OUTER = 6
    DRESS = 7
    TROUSERS = 8
    SKIRT = 9
    LEGWEAR = 10
    LEFT_SHOE = 11
    RIGHT_SHOE = 12
    BAG = 13
    ACCESSORY = 14


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels: left and top inclusive, right and bottom exclusive."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Width in pixels."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Height in pixels."""
        return self.bottom - self.top

    @property
    def area(self) -> float:
        """Area in pixels, 0 for an empty box."""
        return max(0.0, self.width) * max(0.0, self.height)


@dataclass(frozen=True, slots=True)
class Photo:
    """One decoded image file, or one page of a document.

    ``pixels`` is a working copy (long side capped); ``size`` is the original (width, height) after
    its EXIF turn. ``content_hash`` is the SHA-256 hex of the file's bytes; ``page`` counts from 1.
    ``taken_at`` is when the camera says that it was taken, in seconds since 1970 as if its clock
    told UTC; 0 means not known. It leaves the library in no file. ``is_cut``: the end of the file
    is missing, and with it the lower part of the picture or its finer detail.
    """

    path: str
    content_hash: str
    pixels: Pixels
    size: tuple[int, int]
    page: int | None = None
    near_hash: int = 0
    taken_at: int = 0
    is_cut: bool = False

    @property
    def name(self) -> str:
        """What a user reads for this photo."""
        stem = self.path.replace("\\", "/").rsplit("/", 1)[-1]
        return stem if self.page is None else f"{stem} · {self.page}"


@dataclass(frozen=True, slots=True)
class Person:
    """One detected person, in pixels of ``Photo.pixels``.

    ``regions`` is a uint8 map of ``Region`` values and ``alpha`` a float32 person probability in
    0..1, both of shape (H, W) covering exactly ``frame`` of the photo at the detector's own
    resolution; both are None when the detector gives boxes only.
    """

    box: Box
    parts: dict[BodyPart, Box]
    missing: tuple[Reason, ...]
    score: float
    frame: Box
    regions: NDArray[np.uint8] | None = None
    alpha: Floats | None = None

    @property
    def is_whole(self) -> bool:
        """True when head and both feet are inside the photo."""
        return not self.missing


@dataclass(frozen=True, slots=True)
class Detection:
    """The whole-body verdict on a photo: who is there, and what is missing."""

    people: tuple[Person, ...]
    reasons: tuple[Reason, ...]

    @property
    def is_whole_body(self) -> bool:
        """True for exactly one person, seen from head to both feet."""
        return not self.reasons


@dataclass(frozen=True, slots=True)
class Cutout:
    """A person without background.

    ``rgba`` is uint8 (H, W, 4), straight alpha; ``box`` is where it lies in ``Photo.pixels``;
    ``regions`` is a uint8 (H, W) map of ``Region`` values, or None. ``faces`` are the rectangles
    that were cropped away (alpha and colour are zero there), in pixels of ``rgba``. ``light`` is
    what the photo was taken in; ``rgba`` is as photographed.
    """

    rgba: NDArray[np.uint8]
    box: Box
    regions: NDArray[np.uint8] | None = None
    faces: tuple[Box, ...] = ()
    light: Light = PLAIN_LIGHT


@dataclass(frozen=True, slots=True)
class StyleScores:
    """Seven independent probabilities, in the order of ``vocabulary.STYLES``; shape (7,)."""

    values: Floats

    def as_dict(self) -> dict[Style, float]:
        """The scores by style."""
        return {style: float(v) for style, v in zip(Style, self.values, strict=True)}


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of the closed list of ``question``, with a confidence in 0..1."""

    question: Question
    word: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Swatch:
    """One colour of a palette: "#rrggbb", the vocabulary's name, share of garment area in 0..1."""

    hex: str
    name: str
    share: float


@dataclass(frozen=True, slots=True)
class Look:
    """One person's outfit in one photo, with all that was computed.

    ``thumbnail`` is a face-free WebP; ``near_hash`` is a 64-bit perceptual hash of the photo,
    ``ground_hash`` one of what surrounds the person (see ``braind.ground``), ``taken_at`` the
    photo's; 0 means not known. The latter two tell shoots apart and leave the library in no file.
    ``visual`` is what the outfit looks like as a direction, float16 (768,) of length 1; None where
    the recipe has no visual block. ``id``, ``brand_id`` and ``lookbook_id`` are 0 until the look is
    stored. ``is_pinned`` looks were called representative by hand.
    """

    photo_hash: str
    path: str
    styles: StyleScores
    answers: tuple[Answer, ...]
    palette: tuple[Swatch, ...]
    recipe: str
    thumbnail: bytes = field(repr=False, default=b"")
    page: int | None = None
    person: int = 0
    box: Box = Box(0, 0, 0, 0)
    reasons: tuple[Reason, ...] = ()
    near_hash: int = 0
    id: int = 0
    brand_id: int = 0
    lookbook_id: int = 0
    taken_at: int = 0
    ground_hash: int = 0
    is_pinned: bool = False
    visual: Visual | None = field(repr=False, default=None)


@dataclass(frozen=True, slots=True)
class Edit:
    """What somebody decided about a look by hand; no later analysis overrules it.

    An excluded look stays to be seen but counts nowhere; a removed one is in the trash. ``answers``
    stand in place of the models'.
    """

    is_excluded: bool = False
    is_pinned: bool = False
    is_removed: bool = False
    answers: Mapping[Question, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Brand:
    """A brand of the library and how many looks it has."""

    id: int
    name: str
    looks: int = 0
    is_mine: bool = False
    is_well_known: bool = False


@dataclass(frozen=True, slots=True)
class Lookbook:
    """A brand's set of looks, for example one season."""

    id: int
    brand_id: int
    name: str
    looks: int = 0


@dataclass(frozen=True, slots=True)
class PackOrigin:
    """The brand pack that looks came from, and how many: texts of a stranger, clean but untrusted.

    ``pack`` is the pack's id; ``signer`` the public key in hex that signed it, or empty.
    """

    pack: str
    owner: str
    licence: str
    signer: str = ""
    looks: int = 0


@dataclass(frozen=True, slots=True)
class StyleProfile:
    """What a brand's looks have in common, under one recipe.

    ``mean`` and ``spread`` (standard deviation) have shape (7,). ``answers`` maps each question to
    (word, share) pairs, most frequent first, "unknown" included. ``cohesion`` is in 0..1.
    ``typical`` and ``outliers`` are look ids, most typical and most outlying first.
    """

    brand_id: int
    recipe: str
    count: int
    mean: Floats
    spread: Floats
    palette: tuple[Swatch, ...]
    answers: dict[Question, tuple[tuple[str, float], ...]]
    cohesion: float
    typical: tuple[int, ...]
    outliers: tuple[int, ...]


class Level(StrEnum):
    """How alike, calibrated on the library itself."""

    VERY_SIMILAR = "very_similar"
    SIMILAR = "similar"
    SOMEWHAT = "somewhat_similar"
    NO_MATCH = "no_clear_match"


@dataclass(frozen=True, slots=True)
class EvidencePair:
    """Two look-alike looks: ``query_look`` is 0 for a photo outside the library."""

    query_look: int
    look: int
    score: float
    parts: dict[Part, float]


@dataclass(frozen=True, slots=True)
class BrandMatch:
    """One ranked brand.

    ``score`` is a cosine in -1..1 (not shown to people); ``parts`` are shares of the score that
    sum to 1; ``shared`` lists (question, word) pairs that query and evidence have in common.
    """

    brand: Brand
    rank: int
    score: float
    level: Level
    parts: dict[Part, float]
    evidence: tuple[EvidencePair, ...]
    shared: tuple[tuple[Question, str], ...] = ()
    shared_styles: tuple[Style, ...] = ()


class JobState(StrEnum):
    """How a job that the library keeps a record of stands."""

    RUNNING = "running"  # also when its process is gone: then it was interrupted
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class JobRecord:
    """A job as the library remembers it.

    ``parameters`` are plain JSON values: all that is needed to run it again. ``counts`` are
    numbers of photos by what became of them. Times are in seconds since 1970; ``ended_at`` is 0
    until the job has ended.
    """

    id: int
    kind: str
    title: str
    parameters: Mapping[str, object]
    state: JobState
    counts: Mapping[str, int]
    begun_at: float
    ended_at: float = 0.0


class Outcome(StrEnum):
    """What became of a photo of an import."""

    ADDED = "added"
    DUPLICATE = "duplicate"
    EXCLUDED = "excluded"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class PhotoNote:
    """One photo of an import; ``reason`` is a code, several of them are joined by commas."""

    path: str
    outcome: Outcome
    reason: str = ""
