"""Training scenes for the look parser: photos, pasted figures, pairs of people, empty grounds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from braind.domain import Region
from braind.training import augment, passers
from braind.training.dataset import load_looks, tag_names
from braind.training.dyes import dye
from braind.vocabulary import STYLES

Size = tuple[int, int]  # height, width
IGNORE = -1

HEAD = (Region.FACE, Region.HAIR, Region.HEADWEAR)
UPPER = (Region.UPPER, Region.OUTER, Region.DRESS)
LOWER = (Region.TROUSERS, Region.SKIRT, Region.LEGWEAR, Region.DRESS)
PASSERS_BY = (0.35, 0.2)  # chances of one and of another
PART_REGIONS = (HEAD, (Region.LEFT_SHOE,), (Region.RIGHT_SHOE,), UPPER, LOWER)


@dataclass(frozen=True)
class Looks:
    """The annotated looks as tensors: photos uint8 (N, 3, H, W), regions uint8 (N, H, W)."""

    photos: Tensor
    regions: Tensor
    parsed: Tensor
    side: Tensor  # (N, tags + 7) multi-hot tags, then styles at grade ≥ 1
    several: Tensor
    whole: Tensor  # the annotated view is "full"
    tagged: Tensor  # (N, 1) 1 where ``side`` is known

    def __len__(self) -> int:
        return len(self.photos)

    def at(self, size: Size) -> Looks:
        """The same looks at another size."""
        photos = F.interpolate(self.photos.float(), size=size, mode="area").round().byte()
        regions = F.interpolate(self.regions[:, None].float(), size=size, mode="nearest")[:, 0]
        return replace(self, photos=photos, regions=regions.byte())


def load(data: Path, cache: Path, splits: frozenset[str], pseudo: Path | None = None) -> Looks:
    """Looks of ``splits``, as cached; ``pseudo``: region maps proposed for unparsed photos."""
    rows = load_looks(data)
    keep = [i for i, row in enumerate(rows) if row.split in splits]
    photos = torch.from_numpy(np.load(cache / "photos.npy", mmap_mode="r")[keep]).permute(
        0, 3, 1, 2
    )
    regions = torch.from_numpy(np.load(cache / "regions.npy", mmap_mode="r")[keep])
    parsed = torch.tensor([rows[i].has_parsing for i in keep])
    if pseudo is not None and pseudo.exists():
        proposed = torch.from_numpy(np.load(pseudo, mmap_mode="r")[keep])
        regions = torch.where(parsed[:, None, None], regions, proposed)
        parsed = torch.ones_like(parsed)
    names = tag_names(data)
    side = torch.tensor(
        [
            [float(tag in rows[i].tags) for tag in names]
            + [float(rows[i].labels[style] != "0") for style in STYLES]
            for i in keep
        ]
    )
    several = torch.tensor([rows[i].labels["people"] != "1" for i in keep])
    whole = torch.tensor([rows[i].labels["view"] == "full" for i in keep])
    tagged = torch.ones(len(keep), 1)
    return Looks(photos.contiguous(), regions.contiguous(), parsed, side, several, whole, tagged)


def with_drawn(looks: Looks, cache: Path) -> Looks:
    """``looks`` as cached, and the drawn figures of the cache, which have no tags."""
    pictures = torch.from_numpy(np.load(cache / "drawn-photos.npy")).permute(0, 3, 1, 2)
    maps = torch.from_numpy(np.load(cache / "drawn-regions.npy"))
    count = len(pictures)
    return Looks(
        torch.cat([looks.photos, pictures]),
        torch.cat([looks.regions, maps]),
        torch.cat([looks.parsed, torch.ones(count).bool()]),
        torch.cat([looks.side, torch.zeros(count, looks.side.shape[1])]),
        torch.cat([looks.several, torch.zeros(count).bool()]),
        torch.cat([looks.whole, torch.ones(count).bool()]),
        torch.cat([looks.tagged, torch.zeros(count, 1)]),
    )


@dataclass(frozen=True)
class Scene:
    """One training batch; ``IGNORE`` marks what is not known."""

    images: Tensor
    regions: Tensor
    people: Tensor  # (N,) 0 nobody, 1 one, 2 several
    parts: Tensor  # (N, 5) 0 or 1
    side: Tensor
    side_known: Tensor  # (N, 1) 1 where tags and styles are still to be seen


def _count(regions: Tensor) -> Tensor:
    count, classes = len(regions), len(Region)
    owner = torch.arange(count)[:, None, None] * classes
    pixels = torch.bincount((regions.long() + owner).flatten(), minlength=count * classes)
    pixels = pixels.view(count, classes).float()
    return torch.stack([pixels[:, list(group)].sum(1) for group in PART_REGIONS], 1)


def visible_parts(before: Tensor, after: Tensor, how: augment.Placement, ratio: float) -> Tensor:
    """(N, 5) truth: is at least half of the part's area still inside? ``IGNORE`` when it never was.

    ``ratio`` is the output's pixel count over the source's.
    """
    was = _count(before)
    flipped = how.flip.bool()
    was[flipped] = was[flipped][:, [0, 2, 1, 3, 4]]
    share = _count(after) / (was * (how.scale**2 * how.stretch * ratio)[:, None]).clamp_min(1)
    truth = (share > 0.5).float()
    truth[was < 4] = IGNORE
    return truth


def photo_window(cropped: Tensor, size: Size) -> Tensor:
    """(N, 1, H, W) mask of what a photo of another shape would cover once it is letterboxed.

    A real crop ends at the letterbox bars, not at the frame: most lose rows, some columns.
    """
    count = len(cropped)
    share = torch.where(cropped, augment.uniform(count, 0.3, 0.95), 1.0)[:, None, None, None]
    upright = (torch.rand(count, 1, 1, 1) < 0.8).float()
    rows = torch.linspace(-1, 1, size[0])[None, None, :, None].abs()
    columns = torch.linspace(-1, 1, size[1])[None, None, None, :].abs()
    return ((rows * upright + columns * (1 - upright)) <= share).float()


class SceneMaker:
    """Draws batches of scenes at one size from the training looks."""

    def __init__(self, looks: Looks, size: Size, grounds: Tensor) -> None:
        self._looks, self._size = looks, size
        with_map = looks.parsed.nonzero()[:, 0]
        plates = []
        for some in with_map.split(64):
            photos = looks.photos[some].float() / 255
            masks = (looks.regions[some] > 0).float()[:, None]
            plates.append((augment.fill_behind(photos, masks) * 255).byte())
        self._plates = torch.cat(plates)
        self._grounds = grounds
        self._figures = with_map

    def __len__(self) -> int:
        return len(self._looks)

    def whole_photos(self, index: Tensor) -> Scene:
        """Photos as they are, moved, scaled and cropped."""
        looks, count = self._looks, len(index)
        images, maps = looks.photos[index].float() / 255, looks.regions[index]
        how = augment.random_placement(count, (0.7, 2.2), 1.0)
        calm = ~looks.parsed[index] | (torch.rand(count) < 0.35)
        scale = torch.where(calm, augment.uniform(count, 0.75, 1.04), how.scale)
        shift_x, shift_y = (torch.where(calm, s * 0.15, s) for s in (how.shift_x, how.shift_y))
        cropped = ~calm & (torch.rand(count) < 0.5)
        scale = torch.where(cropped, augment.uniform(count, 0.8, 1.5), scale)
        shift_y = torch.where(cropped, augment.uniform(count, -0.8, 0.8), shift_y)
        how = augment.Placement(scale, shift_x, shift_y, how.turn, how.stretch, how.flip)
        moved, labels, inside = augment.place(images, maps, how, self._size)
        window = photo_window(cropped, self._size)
        inside, labels = inside * window, labels * window[:, 0].long()
        moved = moved * window
        fill = torch.where(torch.rand(count, 1, 1, 1) < 0.5, 114 / 255, torch.rand(count, 3, 1, 1))
        fill = torch.where(cropped[:, None, None, None], 114 / 255, fill)
        parts = visible_parts(maps, labels, how, self._pixel_ratio(maps))
        unseen = ~looks.parsed[index]
        parts[unseen] = torch.where(looks.whole[index], 1.0, float(IGNORE))[unseen][:, None]
        people = torch.where(looks.several[index], 2, 1)
        people[(looks.several[index] & ~calm)] = IGNORE
        labels[unseen] = IGNORE
        nothing = looks.parsed[index] & (labels > 0).flatten(1).float().mean(1).lt(0.002)
        people[nothing] = 0
        known = ((scale < 1.3) & ~cropped).float()[:, None] * looks.tagged[index]
        moved = dye(moved, labels.clamp_min(0))
        images, crowd = self._with_passers_by(moved, labels, inside, how)
        people[crowd & (people == 1)] = IGNORE
        images = images + fill * (1 - inside)
        return Scene(images, labels, people, parts, looks.side[index], known)

    def _with_passers_by(
        self, images: Tensor, labels: Tensor, inside: Tensor, how: augment.Placement
    ) -> tuple[Tensor, Tensor]:
        """Some of the pictures with people behind, and where (N,) there are several now."""
        count, crowd = len(images), torch.zeros(len(images)).bool()
        images = images.clone()
        for chance in PASSERS_BY:
            here = (torch.rand(count) < chance).nonzero()[:, 0]
            if not len(here):
                continue
            index = self._figures[torch.randint(len(self._figures), (len(here),))]
            behind = passers.stand_behind(how.take(here))
            photos = self._looks.photos[index].float() / 255
            other, names, _ = augment.place(photos, self._looks.regions[index], behind, self._size)
            images[here], area = passers.paint_behind(
                images[here], labels[here], inside[here], other, names
            )
            crowd[here] |= area > passers.CROWD * (labels[here] != 0).sum((1, 2))
        return images, crowd

    def pasted_figures(self, count: int, pair_share: float = 0.25) -> Scene:
        """Figures cut out and pasted on other grounds, sometimes two side by side."""
        looks = self._looks
        index = self._figures[torch.randint(len(self._figures), (count,))]
        maps = looks.regions[index]
        pair = torch.rand(count) < pair_share
        how = augment.random_placement(count, (0.35, 1.3), 0.9)
        side = torch.where(torch.rand(count) < 0.5, 1.0, -1.0) * augment.uniform(count, 0.3, 0.6)
        how = augment.Placement(
            torch.where(pair, how.scale.clamp(0.4, 0.95), how.scale),
            torch.where(pair, side, how.shift_x),
            how.shift_y, how.turn, how.stretch, how.flip,
        )  # fmt: skip
        ground = self._ground(count)
        images, labels, how = self._paste(
            ground, torch.zeros(count, *self._size).long(), index, how
        )
        parts = visible_parts(maps, labels, how, self._pixel_ratio(maps))
        second = augment.Placement(
            how.scale * augment.uniform(count, 0.85, 1.15), -how.shift_x,
            how.shift_y + 0.05 * torch.randn(count), how.turn, how.stretch, how.flip,
        )  # fmt: skip
        both, both_labels, _ = self._paste(images, labels, index.roll(1), second)
        images[pair], labels[pair] = both[pair], both_labels[pair]
        parts[pair] = IGNORE
        people = torch.where(pair, 2, 1)
        seen = (parts == 1).any(1) | pair
        people[~seen] = torch.where((labels > 0).flatten(1).any(1), IGNORE, 0)[~seen]
        clear = (how.scale > 0.45) & (how.scale < 1.2) & ~pair
        known = clear.float()[:, None] * looks.tagged[index]
        return Scene(images, labels, people, parts, looks.side[index], known)

    def empty(self, count: int) -> Scene:
        """Grounds and single garments with nobody there."""
        images = self._ground(count)
        parts = torch.zeros(count, 5)
        side = torch.zeros(count, self._looks.side.shape[1])
        labels = torch.zeros(count, *self._size).long()
        return Scene(images, labels, torch.zeros(count).long(), parts, side, torch.zeros(count, 1))

    def batch(self, index: Tensor) -> Scene:
        """Whole photos of ``index``, half as many pasted figures, and a few empty
        grounds, relit.
        """
        kinds = [
            self.whole_photos(index),
            self.pasted_figures(len(index) // 2),
            self.empty(max(1, len(index) // 8)),
        ]
        joined = [torch.cat([getattr(k, name) for k in kinds]) for name in Scene.__annotations__]
        return Scene(augment.normalise(augment.relight(joined[0])), *joined[1:])

    def _pixel_ratio(self, maps: Tensor) -> float:
        return self._size[0] * self._size[1] / (maps.shape[1] * maps.shape[2])

    def _paste(
        self, ground: Tensor, below: Tensor, index: Tensor, how: augment.Placement
    ) -> tuple[Tensor, Tensor, augment.Placement]:
        photos = self._looks.photos[index].float() / 255
        moved, labels, _ = augment.place(photos, self._looks.regions[index], how, self._size)
        alpha = augment.soften((labels > 0).float()[:, None])
        moved = dye(moved, labels)
        lit = (moved * torch.exp(0.15 * torch.randn(len(moved), 1, 1, 1))).clamp(0, 1)
        images = ground * augment.floor_shadow(labels) * (1 - alpha) + lit * alpha
        return images, torch.where(labels > 0, labels, below), how

    def _ground(self, count: int) -> Tensor:
        ground = augment.studio(count, self._size)
        kind = torch.rand(count)
        how = augment.random_placement(count, (1.0, 2.5), 0.9)
        for source, low, high in ((self._plates, 0.4, 0.85), (self._grounds, 0.85, 1.0)):
            mine = (kind >= low) & (kind < high)
            some = source[torch.randint(len(source), (int(mine.sum()),))].float() / 255
            if len(some):
                grid = how.take(mine).grid(self._size, some.shape[2] / some.shape[3])
                ground[mine] = F.grid_sample(
                    some, grid, padding_mode="reflection", align_corners=False
                )
        return ground
