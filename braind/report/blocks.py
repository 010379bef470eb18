"""A report as content: what is said and shown, before it becomes a page or a printed document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from braind.report.shapes import Drawing


class Tone(StrEnum):
    """How loud a text is."""

    BODY = "body"
    QUIET = "quiet"
    SMALL = "small"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    text: str
    tone: Tone = Tone.BODY


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a part of a section; ``aside`` stands quietly beside it."""

    text: str
    aside: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A share of 0..1 with its name and value in words, and its interval if it has one."""

    name: str
    value: str
    share: float
    interval: tuple[float, float] | None = None
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """Shares below each other; ``is_stacked`` puts the names above the bars."""

    bars: tuple[Bar, ...]
    title: str = ""
    is_stacked: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """One number that matters, as a bar of 0..1 with its interval."""

    value: str
    share: float
    interval: tuple[float, float]
    note: str


@dataclass(frozen=True, slots=True)
class Scale:
    """How close something is, 0..1, with a mark where ``mark`` lies."""

    share: float
    mark: float
    note: str


@dataclass(frozen=True, slots=True)
class Color:
    """A colour of a palette: "#rrggbb", its name, its share of 0..1."""

    hex: str
    name: str
    share: float


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as a band, widths by share."""

    colors: tuple[Color, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing, and what it shows in words."""

    drawing: Drawing
    description: str


@dataclass(frozen=True, slots=True)
class Looks:
    """Pictures of looks in a row that has room for ``places``; ``description`` is of each."""

    look_ids: tuple[int, ...]
    description: str
    places: int = 5


@dataclass(frozen=True, slots=True)
class Pair:
    """Two looks side by side and a line about them."""

    left: int
    right: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of looks in a row that has room for ``places``."""

    pairs: tuple[Pair, ...]
    left: str
    right: str
    places: int = 3


@dataclass(frozen=True, slots=True)
class Facts:
    """Terms and what is to be said about them."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Points:
    """Short sentences as a list."""

    sentences: tuple[str, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks beside each other; ``widths`` are their shares of the width, summing to 1."""

    columns: tuple[tuple[Block, ...], ...]
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """Blocks that belong together and are not torn apart by a page."""

    blocks: tuple[Block, ...]


Block = (
    Text | Heading | Bars | Figure | Scale | Palette | Chart | Looks | Pairs | Facts | Points
    | Columns | Card
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of the report; ``starts_page`` asks for a new page in print, if one is due."""

    id: str
    title: str
    note: str
    blocks: tuple[Block, ...]
    starts_page: bool = True


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page: whose report, when, the looks that stand for it, what it comes down to."""

    kicker: str
    title: str
    line: str
    looks: Looks
    summary: tuple[tuple[str, str], ...]
    notice: str


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report in one language; ``footer`` is on every printed page."""

    language: str
    title: str
    tagline: str
    footer: str
    no_picture: str
    cover: Cover
    sections: tuple[Section, ...]

    def look_ids(self) -> list[int]:
        """The looks whose pictures are shown, each once."""
        blocks = (block for section in self.sections for block in section.blocks)
        return list(dict.fromkeys(_look_ids((self.cover.looks, *blocks))))


def _look_ids(blocks: Iterable[Block]) -> Iterator[int]:
    for block in blocks:
        if isinstance(block, Looks):
            yield from block.look_ids
        elif isinstance(block, Pairs):
            yield from (look for pair in block.pairs for look in (pair.left, pair.right))
        elif isinstance(block, Columns):
            for column in block.columns:
                yield from _look_ids(column)
        elif isinstance(block, Card):
            yield from _look_ids(block.blocks)
