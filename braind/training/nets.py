"""The nets that BRAIND trains: plain convolutions where data is dense, ShuffleNetV2 for styles."""

from __future__ import annotations

from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn import functional as F

WIDTHS = (24, 40, 80, 128, 192)
# More blocks on the coarse levels: there they cost little, and it is decided what a garment is.
DEEP = (0, 0, 1, 3)
PLAIN = (0, 0, 0, 0)


def conv(inputs: int, outputs: int, size: int = 3, stride: int = 1, groups: int = 1) -> nn.Module:
    """Convolution, batch normalisation, ReLU."""
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, size, stride, size // 2, groups=groups, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(inplace=True),
    )


class Residual(nn.Module):
    """Two 3×3 convolutions around an identity; a ``silent`` one starts as the identity alone."""

    def __init__(self, width: int, silent: bool = False) -> None:
        super().__init__()
        last = nn.BatchNorm2d(width)
        if silent:
            nn.init.zeros_(last.weight)
        self.body = nn.Sequential(
            conv(width, width), nn.Conv2d(width, width, 3, padding=1, bias=False), last
        )

    def forward(self, x: Tensor) -> Tensor:
        """Add the block's correction."""
        return F.relu(x + self.body(x))


class Encoder(nn.Module):
    """Five levels of features, at strides 2, 4, 8, 16 and 32.

    ``extra`` says how many more blocks than one each stage has.
    """

    def __init__(self, widths: tuple[int, ...] = WIDTHS, extra: tuple[int, ...] = DEEP) -> None:
        super().__init__()
        self.stem = conv(3, widths[0], 5, 2)
        self.stages = nn.ModuleList(
            nn.Sequential(
                conv(before, width, 3, 2),
                Residual(width),
                *(Residual(width, silent=True) for _ in range(more)),
            )
            for (before, width), more in zip(pairwise(widths), extra, strict=True)
        )
        self._is_fixed = False

    def fix_early(self) -> None:
        """Train down to stride 8 only: the finest two levels cost most and are the most general."""
        self._is_fixed = True
        for part in self._early():
            part.requires_grad_(False).eval()

    def train(self, mode: bool = True) -> Encoder:
        """As usual, but what is fixed stays in evaluation mode."""
        super().train(mode)
        if self._is_fixed:
            for part in self._early():
                part.eval()
        return self

    def _early(self) -> tuple[nn.Module, nn.Module]:
        return self.stem, self.stages[0]

    def forward(self, x: Tensor, hint: Tensor | None = None) -> list[Tensor]:
        """Features of a normalised (N, 3, H, W) batch, finest first.

        ``hint`` (N, 40, H/4, W/4) is added to the features at stride 4.
        """
        features = [self.stem(x)]
        for stage in self.stages:
            features.append(stage(features[-1]))
            if hint is not None and len(features) == 2:
                features[-1] = features[-1] + hint
        return features


class Decoder(nn.Module):
    """A light feature pyramid down to stride 2."""

    def __init__(self, classes: int, widths: tuple[int, ...] = WIDTHS) -> None:
        super().__init__()
        ladder = (24, 48, 64, 128)
        self.lateral = nn.ModuleList(
            nn.Conv2d(width, step, 1) for width, step in zip(widths, ladder, strict=False)
        )
        self.lift = nn.ModuleList(
            nn.Conv2d(above, step, 1)
            for above, step in zip((*ladder[1:], widths[-1]), ladder, strict=True)
        )
        self.smooth = nn.ModuleList(conv(step, step) for step in ladder)
        self.head = nn.Conv2d(ladder[0], classes, 1)

    def forward(self, features: list[Tensor]) -> Tensor:
        """Class logits at stride 2."""
        x = features[-1]
        for level in range(3, -1, -1):
            x = F.interpolate(self.lift[level](x), size=features[level].shape[2:], mode="bilinear")
            x = self.smooth[level](x + self.lateral[level](features[level]))
        return self.head(x)


def pooled(x: Tensor) -> Tensor:
    """Mean and maximum over space, side by side."""
    return torch.cat([x.mean((2, 3)), x.amax((2, 3))], 1)


class LookParser(nn.Module):
    """Photo → region logits, number of people, visible body parts; tags and styles on the side.

    The side heads exist to teach the encoder with the photos that have no parsing map; they are
    not exported.
    """

    PEOPLE, PARTS = 3, 5

    def __init__(self, regions: int, tags: int, styles: int = 7) -> None:
        super().__init__()
        width = WIDTHS[-1]
        self.encoder = Encoder()
        self.context = nn.Linear(width, width)
        self.decoder = Decoder(regions)
        self.verdict = nn.Sequential(nn.Linear(2 * width, 96), nn.ReLU())
        self.people = nn.Linear(96, self.PEOPLE)
        self.parts = nn.Linear(96, self.PARTS)
        self.side = nn.Sequential(nn.Dropout(0.2), nn.Linear(2 * width, tags + styles))

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Logits: regions (N, C, H/2, W/2), people (N, 3), parts (N, 5), tags and styles."""
        features = self.encoder(x)
        top = features[-1]
        features[-1] = top + self.context(top.mean((2, 3)))[:, :, None, None]
        seen = pooled(top)
        verdict = self.verdict(seen)
        return self.decoder(features), self.people(verdict), self.parts(verdict), self.side(seen)


class MarkPooling(nn.Module):
    """Means of feature maps over groups of marked pixels, and how much of the figure each mark has.

    ``groups`` lists, for each group, the marks that belong to it; mark 0 is the ground. Pooling by
    garment, as IRSN's item region pooling does, tells apart what a mean over all mixes up.
    """

    STRIDE = 4

    def __init__(self, marks: int, groups: tuple[tuple[int, ...], ...]) -> None:
        super().__init__()
        self.size = marks
        member = torch.zeros(marks, marks + len(groups))
        member[:, :marks] = torch.eye(marks)
        for place, group in enumerate(groups):
            member[list(group), marks + place] = 1
        self.register_buffer("member", member, persistent=False)

    def forward(self, coarse: Tensor, features: list[Tensor]) -> Tensor:
        """(N, K) from ``coarse`` marks (N, H/4, W/4) and maps at strides 16 and 32."""
        shown = self.member[coarse].permute(0, 3, 1, 2)
        total = shown[:, 1 : self.size].sum((1, 2, 3)).clamp_min(1)
        parts = [shown[:, : self.size].sum((2, 3)) / total[:, None]]
        for level, pace in zip(features, (4, 8), strict=True):
            mask = F.avg_pool2d(shown[:, self.size :], pace).flatten(2)
            means = mask @ level.flatten(2).transpose(1, 2).to(mask.dtype)
            parts.append((means / mask.sum(2, keepdim=True).clamp_min(0.25)).flatten(1))
        return torch.cat(parts, 1)


class LookReader(nn.Module):
    """Encoder and linear heads over pooled features of its two top levels; for crops and looks.

    With ``marks`` (how many there are) it also sees which garment each pixel belongs to: they are
    embedded at stride 4, and features are pooled over each of ``groups`` too.
    """

    def __init__(
        self,
        heads: dict[str, int],
        dropout: float = 0.3,
        marks: int = 0,
        groups: tuple[tuple[int, ...], ...] = (),
        extra: tuple[int, ...] = DEEP,
    ) -> None:
        super().__init__()
        self.encoder = Encoder(extra=extra)
        width = (WIDTHS[-1] + WIDTHS[-2]) * (2 + len(groups)) + marks
        self.hint = self.by_mark = None
        if marks:
            self.hint = nn.Embedding(marks, WIDTHS[1])
            nn.init.zeros_(self.hint.weight)
            self.by_mark = MarkPooling(marks, groups)
        self.dropout = nn.Dropout(dropout)
        self.heads = nn.ModuleDict({name: nn.Linear(width, size) for name, size in heads.items()})

    def forward(self, x: Tensor, marks: Tensor | None = None) -> dict[str, Tensor]:
        """Logits by head of a normalised (N, 3, H, W) batch and its marks, integers (N, H, W)."""
        seen = self.dropout(torch.cat(self._features(x, marks), 1))
        return {name: head(seen) for name, head in self.heads.items()}

    def _features(self, x: Tensor, marks: Tensor | None) -> list[Tensor]:
        if self.hint is None or self.by_mark is None or marks is None:
            *_, fine, top = self.encoder(x)
            return [pooled(top), pooled(fine)]
        half = MarkPooling.STRIDE // 2
        coarse = marks[:, half :: MarkPooling.STRIDE, half :: MarkPooling.STRIDE].long()
        *_, fine, top = self.encoder(x, self.hint(coarse).permute(0, 3, 1, 2))
        return [pooled(top), pooled(fine), self.by_mark(coarse, [fine, top])]


class ShuffleUnit(nn.Module):
    """The basic unit of ShuffleNetV2 (Ma et al. 2018): split, transform one half, shuffle."""

    def __init__(self, inputs: int, outputs: int, stride: int) -> None:
        super().__init__()
        half = outputs // 2
        self.stride = stride
        source = inputs if stride == 2 else half
        self.main = nn.Sequential(
            conv(source, half, 1), self._depthwise(half, stride), conv(half, half, 1)
        )
        if stride == 2:
            self.side = nn.Sequential(self._depthwise(inputs, 2), conv(inputs, half, 1))

    @staticmethod
    def _depthwise(width: int, stride: int) -> nn.Module:
        return nn.Sequential(
            nn.Conv2d(width, width, 3, stride, 1, groups=width, bias=False), nn.BatchNorm2d(width)
        )

    def forward(self, x: Tensor) -> Tensor:
        """Concatenate both halves and interleave their channels."""
        if self.stride == 2:
            halves = [self.side(x), self.main(x)]
        else:
            kept, changed = x.chunk(2, 1)
            halves = [kept, self.main(changed)]
        joined = torch.stack(halves, 2)
        return joined.flatten(1, 2)


class ShuffleNetV2(nn.Module):
    """ShuffleNetV2 ×1.0 with named heads; the last feature map gives an exact class map."""

    STAGES = ((116, 4), (232, 8), (464, 4))

    def __init__(self, heads: dict[str, int], dropout: float = 0.3) -> None:
        super().__init__()
        layers: list[nn.Module] = [conv(3, 24, 3, 2), nn.MaxPool2d(3, 2, 1)]
        width = 24
        for outputs, count in self.STAGES:
            for i in range(count):
                layers.append(ShuffleUnit(width, outputs, 2 if i == 0 else 1))
                width = outputs
        layers.append(conv(width, 1024, 1))
        self.features = nn.Sequential(*layers)
        self.dropout = nn.Dropout(dropout)
        self.heads = nn.ModuleDict({name: nn.Linear(1024, size) for name, size in heads.items()})

    def forward(self, x: Tensor, marks: Tensor | None = None) -> dict[str, Tensor]:
        """Logits by head of a normalised (N, 3, H, W) batch; ``marks`` are not looked at."""
        seen = self.dropout(self.features(x).mean((2, 3)))
        return {name: head(seen) for name, head in self.heads.items()}
