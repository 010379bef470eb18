"""What people and programs read about packs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from braind.cli.shapes import ranking_shape
from braind.cli.tables import table
from braind.cli.texts import say

if TYPE_CHECKING:
    from braind.engine import PackMerged, PackRanking
    from braind.packs import Pack

Shape = dict[str, Any]


def pack_shape(pack: Pack) -> Shape:
    """A pack, without its looks."""
    return {
        "id": pack.id,
        "recipe": pack.recipe,
        "owner": pack.owner,
        "licence": pack.licence,
        "signer": pack.signer or None,
        "looks": pack.looks,
        "thumbnails": pack.thumbnails,
        "brands": [{"brand": brand.name, "looks": len(brand.looks)} for brand in pack.brands],
    }


def merged_shape(merged: PackMerged) -> Shape:
    """What a merge did."""
    brands = [
        {"brand": brand.name, "merged_as": brand.merged_as, "added": brand.added}
        for brand in merged.brands
    ]
    return {"id": merged.pack.id, "merged": brands}


def compared_shape(compared: PackRanking, paths: Mapping[int, str]) -> Shape:
    """A ranking of the brands of library and pack."""
    guests = {look_id: look.path for look_id, look in compared.guests.items()}
    return {"id": compared.pack.id, **ranking_shape(compared.ranking, {**paths, **guests})}


def pack_view(pack: Pack, language: str) -> str:
    """A pack, without its looks."""
    unknown = say("pack_not_told", language)
    facts = [
        (say("pack_owner", language), pack.owner or unknown),
        (say("pack_licence", language), pack.licence or unknown),
        (say("pack_signer", language), pack.signer or say("pack_unsigned", language)),
        (say("pack_thumbnails", language), f"{pack.thumbnails:,} / {pack.looks:,}"),
    ]
    brands = [(brand.name, f"{len(brand.looks):,}") for brand in pack.brands]
    total = say("totals", language, brands=len(brands), looks=f"{pack.looks:,}")
    return "\n".join([table(facts), "", table(brands, numbers=(1,)), "", total])


def merged_view(merged: PackMerged, language: str) -> str:
    """What a merge did."""
    return "\n".join(
        say("pack_merged", language, brand=brand.merged_as, looks=f"{brand.added:,}")
        for brand in merged.brands
    )
