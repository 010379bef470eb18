"""What long work yields. A generator that yields these is a job; closing it cancels the job."""

from __future__ import annotations

from dataclasses import dataclass

from braind.domain import Look, Outcome, PhotoNote, Reason


@dataclass(frozen=True, slots=True)
class Progress:
    """``done`` of ``total`` photos are finished; ``total`` grows while sources are scanned."""

    done: int
    total: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class LookIndexed:
    """A look was committed to the library, under brand ``brand``."""

    brand: str
    look: Look


@dataclass(frozen=True, slots=True)
class PhotoDuplicate:
    """The photo's bytes are in the library already."""

    path: str


@dataclass(frozen=True, slots=True)
class NearDuplicate:
    """The photo was added, but seems to be a copy of the one that look ``look_id`` came from."""

    path: str
    look_id: int


@dataclass(frozen=True, slots=True)
class PhotoCut:
    """The photo's file is cut short; what is there of it was added all the same."""

    path: str


@dataclass(frozen=True, slots=True)
class PhotoExcluded:
    """The photo was read, but shows no usable whole body."""

    path: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class PhotoFailed:
    """The photo could not be read; ``code`` and ``message`` come from the ``BraindError``."""

    path: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class ImportFinished:
    """The counts of a finished import: added + duplicate + excluded + failed = found photos.

    ``near_duplicates`` of the added photos seem to be copies of others; ``looks`` is how many
    looks the added photos gave; ``cut`` of the added photos are cut short.
    """

    added: int
    duplicate: int
    excluded: int
    failed: int
    near_duplicates: int = 0
    looks: int = 0
    cut: int = 0

    @property
    def found(self) -> int:
        """How many photos the sources held."""
        return self.added + self.duplicate + self.excluded + self.failed


Event = (
    Progress
    | LookIndexed
    | PhotoDuplicate
    | NearDuplicate
    | PhotoCut
    | PhotoExcluded
    | PhotoFailed
    | ImportFinished
)


@dataclass(frozen=True, slots=True)
class JobBegun:
    """The first thing that a journaled job yields: what the journal calls it.

    ``notes`` are the photos that are finished already, of a job that is taken up.
    """

    id: int
    notes: tuple[PhotoNote, ...] = ()


def note_of(event: object) -> PhotoNote | None:
    """What an event says about a photo; None for events that are about something else."""
    if isinstance(event, LookIndexed):
        page = "" if event.look.page is None else f"#{event.look.page}"
        return PhotoNote(event.look.path + page, Outcome.ADDED)
    if isinstance(event, PhotoCut):
        return PhotoNote(event.path, Outcome.ADDED, "photo_cut")
    if isinstance(event, PhotoDuplicate):
        return PhotoNote(event.path, Outcome.DUPLICATE)
    if isinstance(event, PhotoExcluded):
        return PhotoNote(event.path, Outcome.EXCLUDED, ",".join(event.reasons))
    if isinstance(event, PhotoFailed):
        return PhotoNote(event.path, Outcome.FAILED, event.code)
    return None
