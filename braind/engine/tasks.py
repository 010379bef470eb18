"""What an import has to do: one task a photo, found in sources that a user names."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path

from braind.engine.naming import brand_of
from braind.events import Event, PhotoFailed, Progress
from braind.sources import SourceEntry, iter_entries
from braind.sources.decoding import HERE, Decoder

_SCAN_STEP = 200


@dataclass(frozen=True, slots=True)
class Task:
    """One photo for a brand and a lookbook (by name; empty: none).

    ``expected`` is the content hash that it must have, empty for any. ``accept_partial`` keeps
    people who are not seen from head to feet.
    """

    brand: str
    entry: SourceEntry | PhotoFailed
    lookbook: str = ""
    expected: str = ""
    accept_partial: bool = False


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What to import. ``brand`` None makes every folder of the sources a brand.

    ``names`` gives folders' brands other names; an empty name leaves the folder out. Of the
    photos, by label, those of ``skip`` are left out, and all but those of ``only`` if there are
    any.
    """

    sources: Sequence[Path]
    brand: str | None
    lookbook: str | None = None
    accept_partial: bool = False
    names: Mapping[str, str] = field(default_factory=dict)
    skip: Set[str] = frozenset()
    only: Set[str] = frozenset()

    def task_for(self, entry: SourceEntry | PhotoFailed, source: Path) -> Task | None:
        """What to do with a photo; None leaves it out."""
        brand = self._brand_for(entry, source)
        if brand is None:
            return None
        return Task(brand, entry, self.lookbook or "", accept_partial=self.accept_partial)

    def _brand_for(self, entry: SourceEntry | PhotoFailed, source: Path) -> str | None:
        label = entry.path if isinstance(entry, PhotoFailed) else entry.label
        if label in self.skip or (self.only and label not in self.only):
            return None
        if self.brand or isinstance(entry, PhotoFailed):
            return self.brand or ""
        folder = brand_of(entry, source)
        return self.names.get(folder, folder) or None


def scan_sources(plan: ImportPlan, decoder: Decoder = HERE) -> Generator[Event, None, list[Task]]:
    """List everything first, which is cheap, so that progress has an end to move towards."""
    tasks: list[Task] = []
    for source in plan.sources:
        for entry in iter_entries([source], decoder):
            task = plan.task_for(entry, source)
            if task is not None:
                tasks.append(task)
            if len(tasks) % _SCAN_STEP == 0:
                yield Progress(0, len(tasks))
    yield Progress(0, len(tasks))
    return tasks
