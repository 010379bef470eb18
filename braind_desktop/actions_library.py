"""What can be done with the brands of a library: one small function an action."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from braind.domain import Brand
from braind.events import Progress
from braind_desktop.changes import make_change
from braind_desktop.cores import chosen_cores, cores_option
from braind_desktop.desk import Desk
from braind_desktop.jobbook import Brief
from braind_desktop.texts import say

if TYPE_CHECKING:
    from braind.engine import BrandCard, Engine, Relinked


PATIENCE_S = 0.5


@dataclass(frozen=True, slots=True)
class Shelved:
    """The cards that are made by now; those of the ``rest`` follow."""

    cards: tuple[BrandCard, ...]
    rest: tuple[Brand, ...] = ()


@dataclass(frozen=True, slots=True)
class MissingFiles:
    """How many files of a brand are not where they were."""

    brand_id: int
    count: int


@dataclass(frozen=True, slots=True)
class Exported:
    """Reports were written."""

    count: int
    folder: str


def shelve(engine: Engine, is_growing: bool = False) -> Iterator[Shelved | MissingFiles]:
    """The brands of the library, and then which of their files are gone.

    While an import ``is_growing`` the library, it is looked at anew.
    """
    if is_growing:
        engine.refresh()
    brands, told = engine.brands(), 0.0
    cards: list[BrandCard] = []
    for number, brand in enumerate(brands):
        if monotonic() - told > PATIENCE_S:  # a large brand takes a while
            yield Shelved(tuple(cards), tuple(brands[number:]))
            told = monotonic()
        cards.append(engine.card(brand.name))
    yield Shelved(tuple(cards))
    for card in cards:
        yield MissingFiles(card.brand.id, len(engine.missing_photos(card.brand.name)))


def rename(desk: Desk, brand: Brand, new: str) -> None:
    """Give a brand another name."""
    make_change(
        desk,
        say("did.renamed", old=brand.name, new=new),
        lambda engine: engine.rename(brand.name, new),
        lambda engine: engine.rename(new, brand.name),
    )


def mark_mine(desk: Desk, brand: Brand, is_mine: bool) -> None:
    """Say whether a brand is the user's own."""
    make_change(
        desk,
        say("did.mine" if is_mine else "did.not_mine", name=brand.name),
        lambda engine: engine.mark(brand.name, is_mine=is_mine),
        lambda engine: engine.mark(brand.name, is_mine=brand.is_mine),
    )


def mark_known(desk: Desk, brand: Brand, is_known: bool) -> None:
    """Say whether a brand is well known."""
    make_change(
        desk,
        say("did.known" if is_known else "did.not_known", name=brand.name),
        lambda engine: engine.mark(brand.name, is_well_known=is_known),
        lambda engine: engine.mark(brand.name, is_well_known=brand.is_well_known),
    )


def delete(desk: Desk, brands: Sequence[Brand]) -> None:
    """Put brands into the trash."""
    make_change(
        desk,
        say("did.deleted", count=len(brands), name=brands[0].name),
        lambda engine: [engine.discard(brand.name) for brand in brands],
        lambda engine: [engine.restore(brand.id) for brand in brands],
    )


def export_reports(
    engine: Engine, names: Sequence[str], folder: Path, language: str
) -> Iterator[Progress | Exported]:
    """Write a PDF report of each brand into a folder."""
    for done, name in enumerate(names):
        yield Progress(done, len(names), name)
        safe = "".join("_" if letter in '\\/:*?"<>|' else letter for letter in name)
        engine.write_report(engine.brand_report(name, language), folder / f"{safe}.pdf")
    yield Progress(len(names), len(names))
    yield Exported(len(names), folder.name)


def read_again(desk: Desk, brand: str = "") -> None:
    """Read the photos, of one brand or of all, that the models in use have not read."""
    cores = chosen_cores(desk.settings)
    command = ["reanalyze", *(["--brand", brand] if brand else []), *cores_option(cores)]
    brief = Brief("reanalyze", brand or desk.libraries.name, command)
    desk.start(lambda engine: engine.reanalyze(brand or None, cores), brief)


def relink(engine: Engine, folder: Path) -> Iterator[Progress | Relinked]:
    """Look for moved photos in a folder."""
    yield from engine.relink(folder)
