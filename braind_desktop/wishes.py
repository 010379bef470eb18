"""What a user wants imported: said once, run as a job, kept in the journal, told as a command."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from braind_desktop.cores import USUAL, cores_option
from braind_desktop.jobbook import Brief

if TYPE_CHECKING:
    from braind.engine import Engine

KIND = "import"


@dataclass(frozen=True, slots=True)
class ImportWish:
    """The sources and what to make of them.

    ``brand`` empty makes every folder a brand, with ``names`` for those that get another name (an
    empty one leaves the folder out). ``skip`` and ``only`` are photos by the paths that events
    give. ``title`` is what people call it. ``copy`` keeps copies beside the library; ``workers``
    cores read.
    """

    sources: tuple[str, ...]
    brand: str = ""
    title: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    accept_partial: bool = False
    one_person: bool = False
    skip: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    copy: bool = False
    workers: int = USUAL

    def run(self, engine: Engine) -> Iterator[object]:
        """The job."""
        return engine.import_photos(
            [Path(source) for source in self.sources],
            self.brand or None,
            accept_partial=self.accept_partial,
            one_person=self.one_person,
            names=self.names,
            skip=self.skip,
            only=self.only,
            copy=self.copy,
            workers=self.workers,
        )

    def brief(self) -> Brief:
        """What the job is about."""
        return Brief(KIND, self.title or self.brand, self.command(), self.parameters())

    def again(self, photos: Sequence[str], lenient: bool = False) -> ImportWish:
        """The same for some of its photos; ``lenient`` takes whoever is in them."""
        whole = self.one_person and not lenient
        partial = self.accept_partial or lenient
        return replace(self, only=tuple(photos), skip=(), one_person=whole, accept_partial=partial)

    def parameters(self) -> dict[str, object]:
        """As plain JSON values."""
        return {
            "sources": list(self.sources), "brand": self.brand, "title": self.title,
            "names": dict(self.names), "accept_partial": self.accept_partial,
            "one_person": self.one_person, "skip": list(self.skip), "only": list(self.only),
            "copy": self.copy, "workers": self.workers,
        }  # fmt: skip

    def command(self) -> list[str]:
        """The arguments of the command line that do the same."""
        words = ["import", *self.sources]
        words += ["--brand", self.brand] if self.brand else ["--brand-per-folder"]
        words += [w for pair in self.names.items() for w in ("--folder-name", "=".join(pair))]
        words += ["--accept-partial"] * self.accept_partial + ["--one-person"] * self.one_person
        words += ["--copy"] * self.copy + cores_option(self.workers)
        words += [word for photo in self.skip for word in ("--skip", photo)]
        return words + [word for photo in self.only for word in ("--only", photo)]


def wish_of(parameters: Mapping[str, Any]) -> ImportWish:
    """The wish that ``parameters`` were made of."""
    known = {name: parameters[name] for name in ImportWish.__slots__ if name in parameters}
    lists = {name: tuple(value) for name, value in known.items() if isinstance(value, list)}
    return ImportWish(**{**known, **lists})
