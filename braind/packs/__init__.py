"""Brand packs: brands exchanged without photos."""

from braind.packs.gathering import gather_brand
from braind.packs.kinds import Pack, PackBrand, PackLook
from braind.packs.reading import read_pack
from braind.packs.signing import make_key
from braind.packs.writing import write_pack

__all__ = [
    "Pack",
    "PackBrand",
    "PackLook",
    "gather_brand",
    "make_key",
    "read_pack",
    "write_pack",
]
