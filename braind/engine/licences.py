"""Whose work BRAIND builds on: every package that is installed because of it, with its licence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

_REQUIREMENT = re.compile(r"^([A-Za-z0-9._-]+)([^;]*)(;.*)?$")
_LICENCE_FILES = ("licen", "copying", "notice")
_LONGEST = 60  # characters of a licence's name; longer ones are the whole text


@dataclass(frozen=True, slots=True)
class Notice:
    """One package: its name, version, licence's name and the licence's text as it is shipped."""

    name: str
    version: str
    licence: str
    text: str


def third_party(root: str = "braind") -> list[Notice]:
    """All packages that ``root`` needs, directly or not, by name; extras are left out."""
    found: dict[str, Distribution] = {}
    _gather(root, found)
    found.pop(_key(root), None)
    return [_notice(found[key]) for key in sorted(found)]


def notices_of(names: Iterable[str]) -> list[Notice]:
    """The notices of these installed packages, by name."""
    return [_notice(distribution(name)) for name in sorted(names, key=_key)]


def _gather(name: str, found: dict[str, Distribution]) -> None:
    if _key(name) in found:
        return
    try:
        package = distribution(name)
    except PackageNotFoundError:  # for another system or another Python
        return
    found[_key(name)] = package
    for needed in _required(package):
        _gather(needed, found)


def _required(package: Distribution) -> Iterator[str]:
    for line in package.requires or ():
        match = _REQUIREMENT.match(line)
        if match and "extra" not in (match.group(3) or ""):
            yield match.group(1)


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _notice(package: Distribution) -> Notice:
    meta = package.metadata
    return Notice(meta["Name"], package.version, _licence_of(package), _text_of(package))


def _licence_of(package: Distribution) -> str:
    meta = package.metadata
    stated = meta["License-Expression"] or ""
    if not stated:
        classes = meta.get_all("Classifier") or []
        named = [c.rsplit(" :: ", 1)[-1] for c in classes if c.startswith("License ::")]
        stated = ", ".join(name for name in named if name != "OSI Approved")
    if not stated:
        stated = meta["License"] or ""
    return stated if 0 < len(stated) <= _LONGEST else stated[:_LONGEST].split("\n", 1)[0] or "–"


def _text_of(package: Distribution) -> str:
    for file in package.files or ():
        if file.name.lower().startswith(_LICENCE_FILES) and file.suffix in ("", ".txt", ".md"):
            try:
                return file.read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError):
                continue
    return ""
