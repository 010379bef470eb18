"""The look parser: train at 128×192, then 192×288; propose maps for unparsed photos in between.

The U-Net shape follows Ronneberger et al. 2015 with residual blocks; the loss is cross-entropy
plus soft Dice (Milletari et al. 2016) on the person.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from braind.domain import Region
from braind.training import augment
from braind.training.cache import ensure_cache
from braind.training.dataset import TRAIN, TUNE, load_looks, merged_classes, tag_names
from braind.training.drawn import ensure_drawn_scenes
from braind.training.loop import Plan, Run, averaged, blended
from braind.training.nets import LookParser
from braind.training.scenes import IGNORE, Looks, Scene, SceneMaker, Size, load, with_drawn
from braind.training.warm import start_from_file

SMALL: Size = (192, 128)
LARGE: Size = (288, 192)
FULL: Size = (384, 256)
BATCH = 16


def class_weights(looks: Looks) -> Tensor:
    """Weights (C - 1,) of the regions but background: rare ones count more (root of share)."""
    pixels = torch.bincount(
        looks.regions[looks.parsed][:, ::4, ::4].flatten(), minlength=len(Region)
    )
    share = (pixels[1:] / pixels[1:].sum()).clamp_min(0.01)
    weights = share**-0.5
    return weights / (weights * share).sum()


def scene_loss(net: LookParser, scene: Scene, weights: Tensor) -> Tensor:
    """Outline, garments, verdict and side losses of one batch.

    The softmax factorises: person or background everywhere, and which region given a person only
    where there is one. Small garments would drown in background otherwise.
    """
    regions, people, parts, side = net(scene.images.to(memory_format=torch.channels_last))
    logits = regions.float()
    coarse = scene.regions[:, ::2, ::2]  # garment classes at the net's own stride are enough
    named = torch.where(coarse > 0, coarse - 1, IGNORE)
    loss = _outline_loss(logits, scene.regions)
    loss = loss + F.cross_entropy(logits[:, 1:], named, weights, ignore_index=IGNORE)
    loss = loss + 0.3 * F.cross_entropy(people.float(), scene.people, ignore_index=IGNORE)
    seen = (scene.parts != IGNORE).float()
    part_loss = F.binary_cross_entropy_with_logits(
        parts.float(), scene.parts.clamp_min(0), reduction="none"
    )
    loss = loss + 0.3 * (part_loss * seen).sum() / seen.sum().clamp_min(1)
    side_loss = F.binary_cross_entropy_with_logits(side.float(), scene.side, reduction="none")
    return loss + 6 * (side_loss * scene.side_known).mean()


def _outline_loss(logits: Tensor, regions: Tensor) -> Tensor:
    """Cross-entropy and soft Dice of person against background, at full resolution."""
    known = (regions != IGNORE).float()
    truth = (regions > 0).float()
    margin = torch.logsumexp(logits[:, 1:], 1) - logits[:, 0]
    margin = F.interpolate(margin[:, None], size=truth.shape[1:], mode="bilinear")[:, 0]
    outline = F.binary_cross_entropy_with_logits(margin, truth, reduction="none")
    person = torch.sigmoid(margin)
    overlap = (2 * (person * truth * known).sum((1, 2)) + 20) / (
        ((person + truth) * known).sum((1, 2)) + 20
    )
    return 2 * (outline * known).sum() / known.sum() + (1 - overlap).mean()


@torch.no_grad()
def region_probabilities(net: nn.Module, photos: Tensor, size: Size) -> Tensor:
    """Region probabilities (N, C, 384, 256) of uint8 (N, 3, H, W) photos, in float32."""
    out = []
    for some in photos.split(16):
        x = F.interpolate(some.float() / 255, size=size, mode="area")
        logits = net(augment.normalise(x).to(memory_format=torch.channels_last))[0]
        out.append(F.interpolate(logits.float(), size=FULL, mode="bilinear").softmax(1))
    return torch.cat(out)


def overlap_scores(probabilities: Tensor, truth: Tensor) -> tuple[float, np.ndarray]:
    """Mean person-mask IoU over photos, and IoU per class over all pixels (C,)."""
    person, real = probabilities[:, 0] < 0.5, truth > 0
    both, either = (person & real).sum((1, 2)), (person | real).sum((1, 2))
    named = probabilities.argmax(1)
    per_class = [
        ((named == r) & (truth == r)).sum().item()
        / max(1, ((named == r) | (truth == r)).sum().item())
        for r in Region
    ]
    return float((both / either.clamp_min(1)).mean()), np.array(per_class)


def _checker(looks: Looks, size: Size) -> Callable[[nn.Module], str]:
    chosen = looks.parsed.nonzero()[:, 0]
    photos, truth = looks.photos[chosen], looks.regions[chosen]

    def check(net: nn.Module) -> str:
        iou, per_class = overlap_scores(region_probabilities(net, photos, size), truth)
        return f"tune person IoU {iou:.4f}, mean class IoU {per_class.mean():.3f}"

    return check


def _train_phase(
    net: LookParser,
    looks: Looks,
    check: Callable[[nn.Module], str],
    grounds: Tensor,
    size: Size,
    plan: Plan,
    path: Path,
) -> nn.Module:
    maker = SceneMaker(looks, size, grounds)
    steps = len(looks) // BATCH
    run, weights = Run(net, plan, steps, path), class_weights(looks)

    def one_epoch() -> float:
        order = torch.randperm(len(looks))[: steps * BATCH].split(BATCH)
        return run.one_pass(order, maker.batch, lambda scene: scene_loss(net, scene, weights))

    run.epochs(one_epoch, check)
    return run.average


def allowed_regions(data: Path) -> Tensor:
    """Bool (N, C): which regions a photo can have, as its tags say which garments it shows."""
    table, names = merged_classes(data), tag_names(data)
    allowed = torch.zeros(len(rows := load_looks(data)), len(Region)).bool()
    always = (Region.BACKGROUND, Region.FACE, Region.SKIN, Region.HAIR, Region.LEFT_SHOE)
    for i, row in enumerate(rows):
        seen = [int(table[names.index(tag) + 1]) for tag in row.tags]
        allowed[i, [*always, Region.RIGHT_SHOE, *seen]] = True
    return allowed


def propose_maps(net: nn.Module, data: Path, cache: Path, target: Path) -> None:
    """Write the net's own maps for every photo (self-training, Lee 2013), held to its tags.

    Each photo is read as it is and mirrored.
    """
    photos = torch.from_numpy(np.load(cache / "photos.npy")).permute(0, 3, 1, 2)
    maps = []
    for some, can in zip(photos.split(64), allowed_regions(data).split(64), strict=True):
        twin = region_probabilities(net, some.flip(3), LARGE).flip(3)[:, augment.MIRRORED]
        probabilities = (region_probabilities(net, some, LARGE) + twin) / 2
        person = probabilities[:, :1] < 0.5
        named = (probabilities * can[:, :, None, None])[:, 1:].argmax(1, keepdim=True) + 1
        maps.append((named * person)[:, 0].byte().numpy())
    np.save(target, np.concatenate(maps))


@dataclass(frozen=True)
class Phase:
    """One stretch of training, with a checkpoint of its own.

    Scenes of ``size`` are cut from photos of the size ``source``: enlarged figures stay sharp
    where it is larger.
    """

    name: str
    size: Size
    source: Size
    epochs: int
    rate: float


PHASES = (
    Phase("parser-small", SMALL, SMALL, 28, 2e-3),
    Phase("parser-large", LARGE, LARGE, 18, 1.2e-3),
    Phase("parser-street", LARGE, FULL, 26, 1.2e-3),
    Phase("parser-street-again", LARGE, FULL, 20, 1.2e-3),  # better maps of unparsed photos
    Phase("parser-dyed", LARGE, FULL, 20, 1.2e-3),
    Phase("parser-dyed-again", LARGE, FULL, 16, 1.2e-3),
)
SHIPPED = Path("resources/models/parser.onnx")
BLENDED = 2  # phases whose weights are averaged


def newest(runs: Path) -> tuple[dict[str, Tensor], dict[str, int]]:
    """The mean of the weights after the last two phases, and the epochs of every phase done."""
    paths = [runs / f"{phase.name}.pt" for phase in PHASES]
    done = {path.stem: averaged(path) for path in paths if path.exists()}
    weights = blended([weights for weights, _ in done.values()][-BLENDED:])
    return weights, {name: epochs for name, (_, epochs) in done.items()}


def _start(net: LookParser, maker: SceneMaker) -> bool:
    """Give ``net`` the shipped parser's weights; False where there is none."""
    if SHIPPED.exists():
        looks = len(maker)
        scenes = [maker.batch(torch.randperm(looks)[:BATCH]).images for _ in range(8)]
        start_from_file(net, SHIPPED, (torch.cat(scenes),))
    return SHIPPED.exists()


def run(data: Path, runs: Path, phases: tuple[Phase, ...] = PHASES) -> nn.Module:
    """Small pictures, then large ones, from the second net on with maps that the last proposed."""
    cache = ensure_cache(data, runs)
    ensure_drawn_scenes(cache)
    grounds = torch.from_numpy(np.load(cache / "garments.npy")[::3]).permute(0, 3, 1, 2)
    tune, parsed = (load(data, cache, splits) for splits in (TUNE, TRAIN))
    net: nn.Module = LookParser(len(Region), len(tag_names(data)))
    can_propose = _start(net, SceneMaker(parsed.at(SMALL), SMALL, grounds))
    for phase in phases:
        proposed = cache / f"proposed-{phase.name}.npy"
        if can_propose and not proposed.exists():
            propose_maps(net.eval(), data, cache, proposed)
        looks = with_drawn(load(data, cache, TRAIN, proposed), cache)
        looks = looks if phase.source == FULL else looks.at(phase.source)
        plan = Plan(phase.epochs, rate=phase.rate, save_every=3)
        check, path = _checker(tune, phase.size), runs / f"{phase.name}.pt"
        net.load_state_dict(
            _train_phase(net, looks, check, grounds, phase.size, plan, path).state_dict()
        )
        can_propose = True
    return net.eval()
