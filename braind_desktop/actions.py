"""What a user can ask for: one small job an action, run with the engine of a lane."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from braind.events import Event
from braind_desktop import wishes
from braind_desktop.tasks import Job

if TYPE_CHECKING:
    from braind.engine import Engine


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the library holds to compare with."""

    brands: int
    looks: int


def look_around(engine: Engine) -> Shelf:
    """What there is to compare with."""
    brands = [brand for brand in engine.brands() if brand.looks]
    return Shelf(len(brands), sum(brand.looks for brand in brands))


def use_sample(engine: Engine) -> Iterator[Event]:
    """Fill the library with drawn brands."""
    yield from engine.import_sample()


def job_again(kind: str, parameters: Mapping[str, object]) -> Job | None:
    """The job of a journal's record; None for a kind that cannot be taken up."""
    if kind == wishes.KIND:
        return wishes.wish_of(parameters).run
    return None
