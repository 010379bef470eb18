"""Trains the eye for the light: which photo is how much redder, greener, bluer or brighter.

No annotation is needed: photographers have set their photos' whites right, so a photo lit by a
light of ours is told from the same photo without it. Two in five grounds are exchanged for plain
ones of any colour, so that a pink wall is not taken for pink light. Trained on "train" and "tune"
and on the drawn looks; the card quotes "val".
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional as F

from braind.domain import Floats, Photo
from braind.light import (
    GROUND_LEVELS,
    LEAST,
    SKIN_LEVELS,
    LightEye,
    features_count,
    ground_pixels,
    levels_of,
    light_features,
    skin_pixels,
)
from braind.sources import read_photo
from braind.training.crops import whole_cutouts
from braind.training.dataset import SEED, TRAIN, TUNE, load_looks
from braind.training.drawn import drawn_photos
from braind.training.lights import LIGHTS

HIDDEN, STEPS, BATCH = 64, 8000, 256
RATE, WEIGHT_DECAY = 3e-3, 0.1
LIT = 0.6  # of the examples: the others stay as photographed
WARMTH, TINT, BRIGHTNESS, CURVE = 0.1, 0.04, 0.16, 0.25  # deviations, natural logarithms
PLAIN, BARE = 0.4, 0.15  # examples with another ground, and with hidden skin
MIDDLE = 127.5


@dataclass(frozen=True)
class Scenes:
    """Levels of ground (N, 5, 3) and skin (N, 3, 3) in bytes, and whose skin is seen (N,)."""

    ground: Floats
    skin: Floats
    has_skin: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.ground)

    def take(self, index: NDArray[np.int64]) -> Scenes:
        """The rows of ``index``."""
        return Scenes(self.ground[index], self.skin[index], self.has_skin[index])

    def lit(self, factors: Floats, curves: Floats) -> Floats:
        """Features (N, F) under lights (N, 3) and tone curves (N,), exponents."""
        ground, skin = (under(levels, factors, curves) for levels in (self.ground, self.skin))
        return light_features(ground, skin, self.has_skin)


def scenes_of(photos: Iterable[Photo]) -> Scenes:
    """What the eye would see of each photo that shows somebody."""
    seen = [(ground_pixels(p, found), skin_pixels(found[0])) for p, found in whole_cutouts(photos)
            if found]  # fmt: skip
    seen = [(ground, skin) for ground, skin in seen if len(ground) >= LEAST]
    return Scenes(
        np.stack([levels_of(ground, GROUND_LEVELS) for ground, _ in seen]),
        np.stack([levels_of(skin, SKIN_LEVELS) for _, skin in seen]),
        np.array([len(skin) >= LEAST for _, skin in seen]),
    )


def under(levels: Floats, factors: Floats, curves: Floats) -> Floats:
    """Bytes (N, L, 3) as a light of ``factors`` (N, 3) and a tone curve (N,) would make them."""
    lit = np.clip(levels * factors[:, None] / 255, 0, 1) ** curves[:, None, None]
    return np.asarray(255 * lit, np.float32)


def random_lights(rng: np.random.Generator, count: int) -> tuple[Floats, Floats]:
    """Factors (N, 3) and tone curves (N,); many are plain, some are far off."""
    strength = rng.uniform(0, 2, (count, 1)) * (rng.random((count, 1)) < LIT)
    warmth, tint, brightness = (
        spread * rng.normal(size=(count, 1)) for spread in (WARMTH, TINT, BRIGHTNESS)
    )
    change = np.hstack([brightness + warmth, brightness + tint, brightness - warmth])
    curve = strength[:, 0] * CURVE * rng.normal(size=count)
    return np.exp(strength * change).astype(np.float32), np.exp(curve).astype(np.float32)


def plain_grounds(rng: np.random.Generator, count: int) -> Floats:
    """Levels (N, 5, 3) of studio walls: nearly white, some grey, some of any colour."""
    kind = rng.random((count, 1))
    tint = np.exp(0.03 * rng.normal(size=(count, 3)))
    white, grey = rng.uniform(0.7, 1, (count, 1)) * tint, rng.uniform(0.05, 0.95, (count, 1)) * tint
    colored = np.where(kind < 0.65, grey, rng.uniform(0.1, 0.95, (count, 3)))
    wall = np.where(kind < 0.45, white, colored)
    shading = rng.uniform(0, 0.18, (count, 1)) * np.array([-1.4, -0.5, 0, 0.4, 0.9])
    levels = np.clip(wall[:, None] * np.exp(shading)[..., None], 0, 1)
    return np.asarray(255 * levels, np.float32)


def change_of(factors: Floats, curves: Floats) -> Floats:
    """Logarithms (N, 3) of what a light makes of a middle grey."""
    middle = np.full((len(factors), 1, 3), MIDDLE, np.float32)
    return np.asarray(np.log(under(middle, factors, curves)[:, 0] / MIDDLE), np.float32)


def train(scenes: Scenes) -> LightEye:
    """The eye that tells random lights of ``scenes`` apart; deterministic."""
    torch.manual_seed(SEED)
    rng = np.random.default_rng(SEED)
    plain = scenes.lit(np.ones((len(scenes), 3), np.float32), np.ones(len(scenes), np.float32))
    mean, spread = (torch.from_numpy(v) for v in (plain.mean(0), plain.std(0) + 1e-3))
    net = nn.Sequential(
        nn.Linear(features_count(), HIDDEN), nn.ReLU(), nn.Dropout(0.1), nn.Linear(HIDDEN, 3)
    )
    optimiser = torch.optim.AdamW(net.parameters(), RATE, weight_decay=WEIGHT_DECAY)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, STEPS)
    for _ in range(STEPS):
        features, truth = (torch.from_numpy(v) for v in _lesson(scenes, rng))
        loss = F.mse_loss(net((features - mean) / spread), truth)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
    return _exported(net, mean, spread)


def _lesson(scenes: Scenes, rng: np.random.Generator) -> tuple[Floats, Floats]:
    """Features of a batch, and the logarithms of its lights."""
    some = scenes.take(rng.integers(0, len(scenes), BATCH))
    other = rng.random((BATCH, 1, 1)) < PLAIN
    ground = np.where(other, plain_grounds(rng, BATCH), some.ground)
    dressed = Scenes(ground, some.skin, some.has_skin & (rng.random(BATCH) >= BARE))
    lights = random_lights(rng, BATCH)
    return dressed.lit(*lights), change_of(*lights)


def _exported(net: nn.Sequential, mean: torch.Tensor, spread: torch.Tensor) -> LightEye:
    """With the features' scale folded into the first layer; rounded as it will be written."""
    first, last = ((layer.weight.detach().T, layer.bias.detach()) for layer in (net[0], net[3]))
    weight = first[0] / spread[:, None]
    bias = first[1] - mean @ weight
    inner, outer = (np.round(torch.vstack(part).numpy(), 4) for part in ((weight, bias), last))
    content = json.dumps([inner.tolist(), outer.tolist()])
    return LightEye(hashlib.sha256(content.encode()).hexdigest()[:12], inner, outer)


def errors(
    eye: LightEye, scenes: Scenes, ground: Sequence[int] | None = None
) -> dict[str, dict[str, float]]:
    """By light, the root mean square of what ``eye`` errs by in tint and in brightness.

    In logarithms. With ``ground``, a colour in bytes, the people stand before a wall of it.
    """
    if ground is not None:
        walls = np.broadcast_to(np.array(ground, np.float32), scenes.ground.shape)
        scenes = Scenes(walls, scenes.skin, scenes.has_skin)
    found = {}
    for name, factors in LIGHTS.items():
        lights = np.tile(np.array(factors, np.float32), (len(scenes), 1))
        curves = np.ones(len(scenes), np.float32)
        found[name] = sizes(eye.changes(scenes.lit(lights, curves)) - change_of(lights, curves))
    return found


def sizes(changes: Floats) -> dict[str, float]:
    """Root mean squares of the tint and the brightness of some changes, (N, 3)."""
    brightness = changes.mean(1, keepdims=True)
    parts = {"tint": changes - brightness, "brightness": brightness}
    return {name: round(float(np.sqrt((part**2).mean())), 3) for name, part in parts.items()}


def run(data: Path, out: Path) -> None:
    """Train and evaluate; writes light.json and light.card.json into ``out``."""
    looks = load_looks(data)
    seen, unseen = (
        scenes_of(
            read_photo(data / f"ccp/photos/{row.photo}.jpg")
            for row in looks
            if (row.split in TRAIN | TUNE) == of_training
        )
        for of_training in (True, False)
    )
    drawn = scenes_of(drawn_photos())
    scenes = Scenes(*map(np.concatenate, zip(astuple(seen), astuple(drawn), strict=True)))
    eye = train(scenes)
    content = {"id": eye.id, "inner": _rows(eye.inner), "outer": _rows(eye.outer)}
    (out / "light.json").write_text(json.dumps(content, separators=(",", ":")) + "\n", "utf-8")
    card = _card(eye, len(seen), len(drawn), unseen)
    text = json.dumps(card, indent=1, ensure_ascii=False)
    (out / "light.card.json").write_text(text + "\n", "utf-8")
    print(text)


def _rows(values: Floats) -> list[list[float]]:
    return [[round(float(value), 4) for value in row] for row in values]


def _card(eye: LightEye, looks: int, drawn: int, unseen: Scenes) -> dict[str, Any]:
    nothing = {n: sizes(np.log(np.array([light], np.float32))) for n, light in LIGHTS.items()}
    walls = {"white": (245, 245, 245), "grey": (150, 150, 150), "pink": (235, 190, 195)}
    return {
        "id": eye.id,
        "what": "How a photo's light changes its colours, from levels of ground and skin.",
        "data": "ccp (Apache-2.0 repository, photographers unnamed) under lights of our own; no "
        "annotation; drawn looks of ours.",
        "trained_on": {"looks": looks, "drawn": drawn},
        "settings": {
            "hidden": HIDDEN, "steps": STEPS, "batch": BATCH, "rate": RATE, "lit": LIT,
            "warmth": WARMTH, "tint": TINT, "brightness": BRIGHTNESS, "curve": CURVE,
            "plain": PLAIN, "hidden_skin": BARE, "weight_decay": WEIGHT_DECAY,
        },
        "val": {
            "unit": "root mean square of the natural logarithm of the factors",
            "photos": len(unseen),
            "no_estimate": nothing,
            "street": errors(eye, unseen),
            **{f"{name}_wall": errors(eye, unseen, color) for name, color in walls.items()},
        },
        "limits": "Lights are factors of sRGB values, as a wrong white balance makes them; several "
        "lights in one photo are taken for one. Photos are trusted to be right on average. Before "
        "a plain wall little is known but the skin, and dim light there goes unnoticed.",
    }  # fmt: skip
