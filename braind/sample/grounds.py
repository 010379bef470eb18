"""What lies behind the figures: studio papers, a street, a room, a park."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from braind.sample.spec import Ground
from braind.sample.tones import blend, deeper, lighter, rgb

Size = tuple[int, int]


def _vertical(size: Size, stops: list[tuple[float, str]]) -> Image.Image:
    """A vertical gradient through (height share, colour) stops."""
    at = np.linspace(0, 1, size[1])
    heights = [share for share, _ in stops]
    bands = [np.interp(at, heights, [rgb(tone)[k] for _, tone in stops]) for k in range(3)]
    column = np.stack(bands, axis=1)[:, None, :].round().astype(np.uint8)
    return Image.fromarray(np.repeat(column, size[0], axis=1))


def _glow(picture: Image.Image, center: tuple[float, float], radius: float, tone: str,
          strength: float) -> Image.Image:  # fmt: skip
    """Add a soft round light (or shadow) of colour ``tone``."""
    width, height = picture.size
    small = (max(2, width // 8), max(2, height // 8))
    x, y = np.meshgrid(np.linspace(0, 1, small[0]), np.linspace(0, height / width, small[1]))
    reach = np.hypot(x - center[0], y - center[1]) / radius
    alpha = (np.clip(1 - reach, 0, 1) ** 1.5 * strength * 255).astype(np.uint8)
    mask = Image.fromarray(alpha).resize(picture.size, Image.Resampling.BILINEAR)
    picture.paste(rgb(tone), (0, 0), mask)
    return picture


def _studio(size: Size, ground: Ground, rng: np.random.Generator) -> Image.Image:
    wall, floor = ground.hexes[0], ground.hexes[-1]
    picture = _vertical(
        size,
        [(0, lighter(wall, 0.1)), (0.62, wall), (0.8, blend(wall, floor, 0.6)), (1, floor)],
    )
    return _glow(picture, (0.5 + 0.2 * ground.light, 0.4), 1.0, "#ffffff", 0.22)


def _plain(size: Size, ground: Ground, rng: np.random.Generator) -> Image.Image:
    picture = Image.new("RGB", size, rgb(ground.hexes[0]))
    return _glow(picture, (0.5, 0.7), 0.95, lighter(ground.hexes[0], 0.5), 0.4)


def _panel(size: Size, ground: Ground, rng: np.random.Generator) -> Image.Image:
    """A studio with a tall coloured arch or board behind the figure."""
    wall, board = ground.hexes[0], ground.hexes[-1]
    picture = _vertical(size, [(0, wall), (0.84, deeper(wall, 0.04)), (0.845, deeper(wall, 0.1)),
                               (1, deeper(wall, 0.03))])  # fmt: skip
    width, height = size
    fine = Image.new("L", (width * 2, height * 2), 0)
    pen = ImageDraw.Draw(fine)
    box = (width * 0.36, height * 0.18, width * 1.64, height * 1.69)
    pen.rounded_rectangle(box, radius=width * 0.64, fill=255, corners=(True, True, False, False))
    picture.paste(rgb(board), (0, 0), fine.reduce(2))
    return _glow(picture, (0.5 + 0.3 * ground.light, 0.5), 0.9, "#ffffff", 0.16)


def _street(size: Size, ground: Ground, rng: np.random.Generator) -> Image.Image:
    """A wall of bricks or render above a pavement."""
    wall, stone = ground.hexes[0], ground.hexes[-1]
    width, height = size
    line = int(height * rng.uniform(0.72, 0.78))
    picture = _vertical(size, [(0, wall), (line / height, deeper(wall, 0.08)),
                               (line / height + 0.002, deeper(stone, 0.1)),
                               (1, stone)])  # fmt: skip
    pen = ImageDraw.Draw(picture)
    course = int(height / 42)
    for row in range(line // course + 1):
        y = line - row * course
        pen.line([(0, y), (width, y)], fill=rgb(deeper(wall, 0.1)), width=1)
        for k in range(-1, width // (course * 2) + 2):
            x = int(k * course * 2.2 + (row % 2) * course * 1.1)
            pen.line([(x, y - course), (x, y)], fill=rgb(deeper(wall, 0.1)), width=1)
            if rng.random() < 0.2:
                tone = rgb(blend(wall, "#ffffff" if rng.random() < 0.5 else "#4a2f2a", 0.09))
                pen.rectangle((x + 1, y - course + 1, x + course * 2.2 - 1, y - 1), fill=tone)
    for k in range(-7, 8):
        foot = (width / 2 + k * width * 0.28, height)
        pen.line([(width / 2 + k * width * 0.12, line), foot], fill=rgb(deeper(stone, 0.16)))
    for share in (0.12, 0.32, 0.62):
        y = line + round((height - line) * share)
        pen.line([(0, y), (width, y)], fill=rgb(deeper(stone, 0.16)))
    pen.rectangle((0, line - 5, width, line), fill=rgb(deeper(stone, 0.3)))
    picture = picture.filter(ImageFilter.BoxBlur(1))
    return _glow(picture, (0.5 + 0.5 * ground.light, 0.1), 1.3, "#fff3dc", 0.3)


def _city(size: Size, ground: Ground, rng: np.random.Generator) -> Image.Image:
    """Shopfronts out of focus above a road."""
    wall, stone = ground.hexes[0], ground.hexes[-1]
    width, height = size
    line, x = int(height * 0.74), -int(rng.integers(0, 30))
    picture = _vertical(size, [(0, lighter(wall, 0.4)), (line / height, wall),
                               (line / height + 0.01, deeper(stone, 0.12)),
                               (1, stone)])  # fmt: skip
    pen = ImageDraw.Draw(picture)
    while x < width:
        wide = int(rng.integers(36, 70))
        tone = blend(wall, ("#5b4a42", "#4c5863", "#7d8a80", "#b89b7c")[rng.integers(4)], 0.4)
        _shopfront(pen, (x, int(height * rng.uniform(0.0, 0.2)), x + wide - 2, line), tone, rng)
        x += wide
    blurred = picture.filter(ImageFilter.GaussianBlur(3.2))
    return _glow(blurred, (0.5 + 0.4 * ground.light, 0.1), 1.2, "#fff0d6", 0.4)


def _shopfront(pen: ImageDraw.ImageDraw, box: tuple[int, int, int, int], tone: str,
               rng: np.random.Generator) -> None:  # fmt: skip
    left, top, right, line = box
    pen.rectangle(box, fill=rgb(tone))
    for x in range(left + 5, right - 9, 15):
        for y in range(top + 8, line - 34, 29):
            glass = "#fbeecb" if rng.random() < 0.3 else "#33404b"
            pen.rectangle((x, y, x + 8, y + 17), fill=rgb(blend(tone, glass, 0.35)))
    pen.rectangle((left + 3, line - 23, right - 3, line - 1), fill=rgb(deeper(tone, 0.3)))
    pen.rectangle((left + 2, line - 27, right - 2, line - 22), fill=rgb(lighter(tone, 0.3)))


def _room(size: Size, ground: Ground, rng: np.random.Generator) -> Image.Image:
    """A room with the light of a window on the wall."""
    wall, wood = ground.hexes[0], ground.hexes[-1]
    width, height = size
    line = int(height * 0.77)
    picture = _vertical(size, [(0, deeper(wall, 0.05)), (line / height, wall),
                               (line / height + 0.002, deeper(wood, 0.1)), (1, wood)])  # fmt: skip
    pen = ImageDraw.Draw(picture)
    for k in range(-8, 9):
        pen.line([(width / 2 + k * width * 0.1, line), (width / 2 + k * width * 0.24, height)],
                 fill=rgb(deeper(wood, 0.13)))  # fmt: skip
    light = Image.new("L", size, 0)
    beam, start = ImageDraw.Draw(light), width * (0.08 if ground.light < 0 else 0.42)
    for row in range(2):
        for k in range(2):
            x, y = start + k * width * 0.23, height * (0.1 + row * 0.27)
            skew = width * 0.06 * -ground.light
            beam.polygon([(x, y), (x + width * 0.2, y + 12), (x + width * 0.2 + skew, y + 180),
                          (x + skew, y + 168)], fill=120)  # fmt: skip
    picture.paste(rgb(lighter(wall, 0.75)), (0, 0), light.filter(ImageFilter.BoxBlur(5)))
    pen.rectangle((0, line - 11, width, line), fill=rgb(lighter(wall, 0.45)))
    pen.line([(0, line - 11), (width, line - 11)], fill=rgb(deeper(wall, 0.12)))
    return picture.filter(ImageFilter.BoxBlur(0.6))


def _park(size: Size, ground: Ground, rng: np.random.Generator) -> Image.Image:
    """Trees out of focus above a path."""
    green, path = ground.hexes[0], ground.hexes[-1]
    width, height = size
    line = int(height * 0.7)
    picture = _vertical(size, [(0, lighter(green, 0.6)), (0.45, lighter(green, 0.5)),
                               (line / height, lighter(green, 0.1)), (line / height + 0.06, green),
                               (line / height + 0.11, path), (1, lighter(path, 0.12))])  # fmt: skip
    pen = ImageDraw.Draw(picture)
    trunk = rgb(blend(deeper(green, 0.3), "#5a483c", 0.4))
    for _ in range(6):
        x, w = rng.uniform(0, width), rng.uniform(2, 6)
        pen.rectangle((x, height * 0.3, x + w, line), fill=trunk)
    for _ in range(140):
        x, y = rng.uniform(-10, width + 10), height * 0.52 * rng.random() ** 1.4 - 15
        r = rng.uniform(5, 24)
        tone = blend(deeper(green, 0.12), lighter(green, 0.45), rng.random())
        pen.ellipse((x - r, y - r * 0.8, x + r, y + r * 0.8), fill=rgb(tone))
    for _ in range(40):
        x, y = rng.uniform(0, width), rng.uniform(line - 8, line + 6)
        tone = deeper(green, rng.uniform(0, 0.2))
        pen.ellipse((x - 13, y - 5, x + 13, y + 5), fill=rgb(tone))
    blurred = picture.filter(ImageFilter.GaussianBlur(4.2))
    return _glow(blurred, (0.5 + 0.4 * ground.light, 0.1), 1.2, "#fffbe2", 0.45)


_PAINTERS: dict[str, Callable[[Size, Ground, np.random.Generator], Image.Image]] = {
    "studio": _studio,
    "plain": _plain,
    "panel": _panel,
    "street": _street,
    "city": _city,
    "room": _room,
    "park": _park,
}
GROUNDS = tuple(_PAINTERS)
_BLURRED = ("city", "park")  # out of focus, so half the resolution is enough


def paint_ground(size: Size, ground: Ground, rng: np.random.Generator) -> Image.Image:
    """An RGB picture of ``size`` (width, height) for a figure to stand in."""
    if ground.kind not in _BLURRED:
        return _PAINTERS[ground.kind](size, ground, rng)
    half = _PAINTERS[ground.kind]((size[0] // 2, size[1] // 2), ground, rng)
    return half.resize(size, Image.Resampling.BICUBIC)


def floor_shadow(
    picture: Image.Image, feet: list[tuple[float, float]], unit: float, side: int
) -> None:
    """Contact shadows under the feet and a long soft one away from the light."""
    width, height = picture.size
    shadow = Image.new("L", (width // 3, height // 3), 0)
    pen = ImageDraw.Draw(shadow)
    x, y = (feet[0][0] + feet[1][0]) / 6, max(f[1] for f in feet) / 3
    u = unit / 3
    pen.ellipse((x - 9 * u - side * 5 * u, y - 1.8 * u, x + 9 * u - side * 5 * u, y + 0.9 * u),
                fill=70)  # fmt: skip
    shadow = shadow.filter(ImageFilter.BoxBlur(u * 1.5))
    pen = ImageDraw.Draw(shadow)
    for fx, fy in feet:
        box = (fx / 3 - 2.7 * u, fy / 3 - 1.2 * u, fx / 3 + 2.7 * u, fy / 3 + 0.45 * u)
        pen.ellipse(box, fill=150)
    shadow = shadow.filter(ImageFilter.BoxBlur(u * 0.7))
    picture.paste((24, 18, 30), (0, 0), shadow.resize(picture.size, Image.Resampling.BILINEAR))
