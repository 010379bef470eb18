"""Colour arithmetic on "#rrggbb", and the tones that looks are painted with."""

from __future__ import annotations

import colorsys

Rgb = tuple[int, int, int]

# Shades of every colour word that a person would still call by that word.
TONES: dict[str, tuple[str, ...]] = {
    "black": ("#202025", "#26252b", "#1b1b20", "#2a292d"),
    "white": ("#f4f2ec", "#f0efea", "#faf8f4", "#eeebe3"),
    "gray": ("#8d9096", "#a7a9ac", "#6b6e74", "#9a9ca2"),
    "beige": ("#d8c6a8", "#cdb795", "#e2d4bd", "#c9b08a"),
    "brown": ("#6f4a32", "#8a5d3c", "#5a3b2a", "#7b5640"),
    "navy": ("#1f2b4a", "#26345a", "#1c2645", "#2a3a5e"),
    "blue": ("#2f5fa8", "#3b6fb8", "#2a4f93", "#4a74ad"),
    "skyblue": ("#a9c8e6", "#8fb8de", "#bcd6ec", "#9cc3dd"),
    "green": ("#2f6b4a", "#3f7f56", "#245c41", "#5d9a6c"),
    "khaki": ("#6e6a45", "#7c7650", "#5c5d3e", "#847b58"),
    "yellow": ("#e6bd3f", "#f0cd5a", "#dcae33", "#efd98a"),
    "orange": ("#d9783a", "#e28a45", "#cc6428", "#e59a5d"),
    "red": ("#b92f2f", "#c8383a", "#a82a2c", "#d14a45"),
    "pink": ("#e7aebb", "#f0c3cb", "#d98aa0", "#ecb7b3"),
    "purple": ("#6d4c8d", "#8b6bb0", "#5c3f7a", "#a98ec8"),
    "burgundy": ("#6b1f2e", "#7a2636", "#5a1a28", "#742a35"),
    "gold": ("#c2a14d", "#b8954a", "#cdae63"),
    "silver": ("#b9bcc2", "#c8cbd0", "#a9adb5"),
}
DENIM: dict[str, tuple[str, ...]] = {
    "blue": ("#4a6a94", "#5a7aa3", "#3d5c88"),
    "skyblue": ("#93b0cc", "#a5bfd8"),
    "navy": ("#27344f", "#2d3c5c"),
    "black": ("#2a2a2e", "#323236"),
    "gray": ("#75787d", "#8b8e93"),
    "white": ("#eeebe3",),
}
SKIN = ("#f3d3bb", "#eec5a5", "#e3b18d", "#c98f68", "#9c6644", "#6d452f")
HAIR = ("#1d1a1c", "#2b211e", "#43302a", "#5f4230", "#8a5f3d", "#c29a62", "#7c3f26", "#8f8a86")


def rgb(hex_color: str) -> Rgb:
    """Three bytes from "#rrggbb"."""
    return int(hex_color[1:3], 16), int(hex_color[3:5], 16), int(hex_color[5:7], 16)


def to_hex(color: tuple[float, ...]) -> str:
    """Three numbers in 0..255 as "#rrggbb"."""
    return "#" + "".join(f"{min(255, max(0, round(c))):02x}" for c in color)


def blend(a: str, b: str, share: float) -> str:
    """The colour ``share`` of the way from ``a`` to ``b``."""
    return to_hex(tuple(p + (q - p) * share for p, q in zip(rgb(a), rgb(b), strict=True)))


def luma(hex_color: str) -> float:
    """Perceived brightness in 0..1."""
    r, g, b = rgb(hex_color)
    return (0.299 * r + 0.587 * g + 0.114 * b) / 255


def deeper(hex_color: str, share: float = 0.35) -> str:
    """A darker, slightly richer and cooler tone: what an illustrator shades with."""
    h, light, s = colorsys.rgb_to_hls(*(c / 255 for c in rgb(hex_color)))
    return to_hex(
        tuple(255 * c for c in colorsys.hls_to_rgb(h, light * (1 - share), min(1, s * 0.98)))
    )


def lighter(hex_color: str, share: float = 0.3) -> str:
    """A tone towards white."""
    return blend(hex_color, "#ffffff", share)


def seam(hex_color: str) -> str:
    """A line colour that reads on cloth of this colour, dark on light and light on black."""
    if luma(hex_color) > 0.22:
        return blend(deeper(hex_color, 0.36), "#3d3a45", 0.24)
    return lighter(hex_color, 0.2)
