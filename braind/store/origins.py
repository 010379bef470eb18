"""Where looks came from that were not read from photos here: brand packs."""

from __future__ import annotations

from braind.domain import PackOrigin
from braind.store.session import Session

_ADD = """
INSERT INTO packs (hash, owner, licence, signer) VALUES (:pack, :owner, :licence, :signer)
ON CONFLICT DO NOTHING
"""
_OF_BRAND = """
SELECT hash AS pack, owner, licence, signer, COUNT(*) AS looks
FROM looks JOIN packs ON packs.id = pack_id WHERE brand_id = :brand_id GROUP BY packs.id
"""
_FORGET = "DELETE FROM packs WHERE NOT EXISTS (SELECT 1 FROM looks WHERE pack_id = packs.id)"


class Origins(Session):
    """The part of a library that knows whose looks came in packs, and on what terms."""

    def origins(self, brand_id: int) -> list[PackOrigin]:
        """The packs that looks of a brand came from, oldest first, with their numbers of looks."""
        return [PackOrigin(**row) for row in self._rows(_OF_BRAND, brand_id=brand_id)]

    def _pack_id(self, origin: PackOrigin) -> int:
        self._write(
            _ADD,
            pack=origin.pack,
            owner=origin.owner,
            licence=origin.licence,
            signer=origin.signer,
        )
        return int(self._value("SELECT id FROM packs WHERE hash = :pack", pack=origin.pack))

    def _forget_unused_packs(self) -> None:
        self._write(_FORGET)
