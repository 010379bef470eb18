"""Colour profiles that tests make from nothing."""

import struct
from itertools import product

import numpy as np
from PIL import Image

_GRID = 17
_TO_XYZ = np.array(  # linear sRGB to XYZ under D50
    [[0.4360, 0.3851, 0.1431], [0.2225, 0.7169, 0.0606], [0.0139, 0.0971, 0.7141]]
)
_WHITE = np.array([0.9642, 1.0, 0.8249])


def to_opponents(image):
    """The picture in the manner of XYB: red against green, light, and blue, as three channels."""
    red, green, blue = np.moveaxis(np.asarray(image, np.float64), 2, 0)
    stored = np.stack([(red - green + 255) / 2, (red + green) / 2, blue], axis=2)
    return Image.fromarray(stored.round().astype(np.uint8))


def opponent_profile():
    """The profile of ``to_opponents``: a table of colours, as pictures in XYB have."""
    steps = np.array(list(product(np.linspace(0, 1, _GRID), repeat=3)))
    against, light, blue = steps.T
    rgb = np.stack([light + against - 0.5, light - against + 0.5, blue], axis=1).clip(0, 1)
    lab = _lab(rgb)
    words = np.stack([lab[:, 0] * 652.8, (lab[:, 1] + 128) * 256, (lab[:, 2] + 128) * 256], axis=1)
    colours = words.round().clip(0, 65535).astype(">u2").tobytes()
    straight = struct.pack(">6H", 0, 65535, 0, 65535, 0, 65535)
    unit = struct.pack(">9i", *(65536 * np.eye(3, dtype=int)).ravel())
    table = b"mft2\0\0\0\0" + bytes([3, 3, _GRID, 0]) + unit + struct.pack(">2H", 2, 2)
    return _profile({b"A2B0": table + straight + colours + straight})


def _lab(rgb):
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    xyz = linear @ _TO_XYZ.T / _WHITE
    root = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    x, y, z = root.T
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=1)


def _profile(tables):
    white = struct.pack(">3i", *(65536 * _WHITE).round().astype(int))
    tables = {
        b"desc": b"desc\0\0\0\0" + struct.pack(">I", 5) + b"test\0" + bytes(79),
        b"cprt": b"text\0\0\0\0none\0",
        b"wtpt": b"XYZ \0\0\0\0" + white,
        **tables,
    }
    place, index, body = 128 + 4 + 12 * len(tables), b"", b""
    for name, content in tables.items():
        index += name + struct.pack(">2I", place + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    kind = b"\x02\x40\0\0mntrRGB Lab "
    head = struct.pack(">I4x16s12x4s28x12s48x", place + len(body), kind, b"acsp", white)
    return head + struct.pack(">I", len(tables)) + index + body
