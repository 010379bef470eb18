"""What an installer holds of others: a CycloneDX bill, the notices, and a gate for licences."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from importlib.metadata import distributions
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from braind import __version__
from braind.engine.licences import Notice, notices_of

# What may not be in the default bundle unless a choice ("OR") leaves something else.
FORBIDDEN = re.compile(r"\b(A?GPL|CC-BY-NC\S*|NonCommercial|Commons-Clause|SSPL)", re.IGNORECASE)
LIBRARIES = (
    # Not Python packages of their own, but inside those that are.
    ("Qt", "LGPL-3.0-only", "in PySide6_Essentials; replaceable: its libraries lie in the folder"),
    ("libheif and libde265", "LGPL-3.0-or-later", "in pi_heif"),
    ("PDFium", "Apache-2.0", "in pypdfium2"),
    ("CPython", "PSF-2.0", "the interpreter"),
    ("PyInstaller's bootloader", "Apache-2.0", "GPL-2.0 with an exception for what it bundles"),
)


def our_licence() -> str:
    """The text of the Apache License 2.0, as packages under it carry it."""
    for package in distributions():
        for file in package.files or ():
            if file.name.upper().startswith("LICENSE"):
                text = _read(Path(str(package.locate_file(file))))
                if text.lstrip().startswith("Apache License") and "END OF TERMS" in text:
                    return text
    raise SystemExit("No installed package carries the Apache License 2.0.")


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def is_allowed(licence: str) -> bool:
    """Whether a licence, or one of those it leaves to choose from, may be shipped."""
    choices = re.split(r"\bOR\b", licence.strip("()"))
    return any(not FORBIDDEN.search(choice.replace("LGPL", "")) for choice in choices)


def refuse_forbidden(notices: Iterable[Notice]) -> None:
    """SystemExit that names every package whose licence may not be shipped."""
    bad = [f"{n.name} {n.version}: {n.licence}" for n in notices if not is_allowed(n.licence)]
    if bad:
        raise SystemExit("Not for the default bundle:\n" + "\n".join(bad))


def write_bill(bundled: list[str], folder: Path) -> list[Notice]:
    """Write ``sbom.cdx.json`` and ``THIRD-PARTY.txt``; returns what is in them."""
    notices = notices_of(bundled)
    refuse_forbidden(notices)
    bill = json.dumps(_cyclonedx(notices), indent=1, ensure_ascii=False)
    (folder / "sbom.cdx.json").write_text(bill, encoding="utf-8")
    (folder / "THIRD-PARTY.txt").write_text(_told(notices), encoding="utf-8")
    return notices


def _cyclonedx(notices: Iterable[Notice]) -> dict[str, object]:
    """A CycloneDX 1.5 document."""
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid5(NAMESPACE_URL, f'braind/{__version__}')}",
        "version": 1,
        "metadata": {
            "component": {"type": "application", "name": "BRAIND", "version": __version__,
                          "licenses": [{"license": {"id": "Apache-2.0"}}]},
        },
        "components": [
            *(
                {"type": "library", "name": n.name, "version": n.version,
                 "purl": f"pkg:pypi/{n.name.lower()}@{n.version}",
                 "licenses": [{"license": {"name": n.licence}}]}
                for n in notices
            ),
            *(
                {"type": "library", "name": name, "description": note,
                 "licenses": [{"license": {"id": licence}}]}
                for name, licence, note in LIBRARIES
            ),
        ],
    }  # fmt: skip


def _told(notices: Iterable[Notice]) -> str:
    parts = ["BRAIND is under the Apache License 2.0. It is shipped with the work of others:\n"]
    parts += [f"{name}: {licence} ({note})" for name, licence, note in LIBRARIES]
    for notice in notices:
        head = f"{notice.name} {notice.version}: {notice.licence}"
        parts.append(f"\n{'=' * len(head)}\n{head}\n{'=' * len(head)}\n\n{notice.text}")
    return "\n".join(parts) + "\n"
