"""Which licences the user has accepted: written down before the first byte is fetched."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from braind.errors import ModelError
from braind.models.atomic import read_json, write_json
from braind.models.kinds import ModelFile

LICENCES = "licences.json"


def accepted_on(folder: Path, model: ModelFile) -> str:
    """When the user accepted this model's present licence (ISO 8601), or an empty text."""
    found = read_json(folder / LICENCES).get(model.id)
    if not isinstance(found, dict) or found.get("spdx") != model.licence.spdx:
        return ""
    return str(found.get("accepted_on", ""))


def accept(folder: Path, model: ModelFile) -> None:
    """Write down that the user accepts a model's licence. Raises ``StoreError``."""
    known = read_json(folder / LICENCES)
    entry = {
        "spdx": model.licence.spdx,
        "link": model.licence.link,
        "accepted_on": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    write_json(folder / LICENCES, {**known, model.id: entry})


def require_acceptance(folder: Path, model: ModelFile) -> None:
    """Pass if the licence was accepted. Raises ``ModelError``: licence_not_accepted."""
    if accepted_on(folder, model):
        return
    licence = model.licence
    uses = "" if licence.commercial_ok else " It is not free for commercial use."
    raise ModelError(
        "licence_not_accepted",
        f"The model {model.id!r} is under the licence {licence.spdx}: {licence.link}.{uses}",
        "Read it, then say that you accept it (--accept-licence).",
        model=model.id,
        spdx=licence.spdx,
        link=licence.link,
        commercial_ok=licence.commercial_ok,
    )
