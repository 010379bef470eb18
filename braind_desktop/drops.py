"""What was dropped or pasted, and what to do with it: one table for every page.

Read in this order: looks of this library, local files, picture bytes, a picture inside HTML, an
address, text. Nothing is opened here; files are looked at only to tell folders from files.
"""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as BadBase64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from urllib.parse import unquote, urlsplit

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage, QPixmap

from braind_desktop.desk import Place
from braind_desktop.pictures import LOOK_MIME

MOST_IN_A_QUEUE = 30
PHOTOS = frozenset({
    ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".heic", ".heif", ".avif", ".tif", ".tiff",
    ".bmp", ".dib", ".gif",
})  # fmt: skip
BUNDLES = frozenset({".zip", ".pdf"})
MODELS = frozenset([".onnx", ".safetensors", ".pt", ".pth", ".bin"])
# Kinds that people try, by the name that a refusal gives them.
KINDS = {
    "video": [".mp4", ".mov", ".avi", ".mkv", ".webm", ".m4v"],
    "raw": [".raw", ".cr2", ".cr3", ".nef", ".arw", ".dng", ".orf", ".rw2", ".raf"],
    "design": [".psd", ".ai", ".sketch", ".fig", ".indd", ".svg"],
    "shortcut": [".lnk", ".url", ".webloc", ".desktop"],
    "archive": [".rar", ".7z", ".tar", ".gz"],
}
_REFUSED = {suffix: kind for kind, suffixes in KINDS.items() for suffix in suffixes}
_IN_HTML = re.compile(r"<img[^>]+src\s*=\s*[\"']([^\"']+)", re.IGNORECASE)


class Payload(StrEnum):
    """What it is."""

    PHOTO = "photo"
    PHOTOS = "photos"  # few enough for a queue
    CROWD = "crowd"  # too many for one
    FOLDER = "folder"
    FOLDERS = "folders"  # or folders and files together
    BUNDLE = "bundle"  # a zip archive or a PDF
    PACK = "pack"
    LIBRARY = "library"
    MODEL = "model"
    PICTURE = "picture"  # bytes without a file
    LOOK = "look"  # a look of this library
    ADDRESS = "address"
    FILE = "file"  # one whose name says nothing
    OTHER = "other"  # a kind of file that BRAIND does not read
    WORDS = "words"
    NOTHING = "nothing"


class Act(StrEnum):
    """What to do with it."""

    MATCH = "match"
    IMPORT = "import"  # into the brand of the page, where it is a brand's
    ADD = "add"  # one photo, at once, into the brand of the page
    CHOOSE = "choose"  # between match and import
    LOOK_INSIDE = "look_inside"  # match what holds one photo, import the rest
    MATCH_LOOK = "match_look"
    PIN = "pin"
    OPEN_PACK = "open_pack"
    OPEN_LIBRARY = "open_library"
    ADD_MODEL = "add_model"
    SEARCH = "search"
    TELL_ADDRESS = "tell_address"
    TELL_KIND = "tell_kind"
    TELL_MODELS = "tell_models"
    TELL_NOTHING = "tell_nothing"


_ELSEWHERE = (Place.LIBRARY, Place.MAP, Place.COMPARE, Place.SETTINGS)


def _row(match: Act, library: Act, brand: Act, models: Act = Act.TELL_MODELS) -> dict[Place, Act]:
    shelf = dict.fromkeys(_ELSEWHERE, library)
    return {Place.MATCH: match, Place.BRAND: brand, Place.MODELS: models, **shelf}


TABLE: Mapping[Payload, Mapping[Place, Act]] = {
    Payload.PHOTO: _row(Act.MATCH, Act.CHOOSE, Act.ADD),
    Payload.PHOTOS: _row(Act.MATCH, Act.IMPORT, Act.IMPORT),
    Payload.CROWD: _row(Act.IMPORT, Act.IMPORT, Act.IMPORT),
    Payload.FOLDER: _row(Act.IMPORT, Act.IMPORT, Act.IMPORT, Act.ADD_MODEL),
    Payload.FOLDERS: _row(Act.IMPORT, Act.IMPORT, Act.IMPORT),
    Payload.BUNDLE: _row(Act.LOOK_INSIDE, Act.IMPORT, Act.IMPORT, Act.ADD_MODEL),
    Payload.PACK: _row(Act.OPEN_PACK, Act.OPEN_PACK, Act.OPEN_PACK, Act.OPEN_PACK),
    Payload.LIBRARY: _row(*[Act.OPEN_LIBRARY] * 4),
    Payload.MODEL: _row(Act.TELL_KIND, Act.TELL_KIND, Act.TELL_KIND, Act.ADD_MODEL),
    Payload.PICTURE: _row(Act.MATCH, Act.CHOOSE, Act.ADD),
    Payload.LOOK: _row(Act.MATCH_LOOK, Act.MATCH_LOOK, Act.PIN),
    Payload.ADDRESS: _row(Act.TELL_ADDRESS, Act.TELL_ADDRESS, Act.TELL_ADDRESS),
    Payload.FILE: _row(Act.MATCH, Act.CHOOSE, Act.ADD, Act.ADD_MODEL),
    Payload.OTHER: _row(Act.TELL_KIND, Act.IMPORT, Act.IMPORT),
    Payload.WORDS: _row(Act.TELL_NOTHING, Act.SEARCH, Act.TELL_NOTHING),
    Payload.NOTHING: _row(Act.TELL_NOTHING, Act.TELL_NOTHING, Act.TELL_NOTHING),
}


@dataclass(frozen=True, slots=True)
class Dropped:
    """What came: ``paths``, or an ``image``, or ``words`` (text, an address, a kind's name)."""

    payload: Payload
    paths: tuple[Path, ...] = ()
    image: QImage = field(default_factory=QImage)
    words: str = ""
    looks: tuple[int, ...] = ()

    def act(self, place: Place) -> Act:
        """What to do with it on a page."""
        return TABLE[self.payload][place]


def read(mime: QMimeData) -> Dropped:
    """Take what was dropped out of its wrapping."""
    if mime.hasFormat(LOOK_MIME):
        ids = bytes(mime.data(LOOK_MIME).data()).decode("ascii", "ignore").split(",")
        return Dropped(Payload.LOOK, looks=tuple(int(number) for number in ids if number.isdigit()))
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if files:
        return of_paths(files)
    for image in (_bytes_in(mime), _data_in(mime.html())):
        if not image.isNull():
            return Dropped(Payload.PICTURE, image=image)
    return _of_words(mime)


def of_paths(paths: Sequence[Path]) -> Dropped:
    """Files and folders by what they are; the disk is asked only which are folders."""
    folders = [path for path in paths if path.is_dir()]
    given = tuple(paths)
    if folders:
        return Dropped(Payload.FOLDER if len(paths) == 1 else Payload.FOLDERS, given)
    if len(paths) == 1:
        return _of_file(paths[0])
    photos = [path for path in paths if path.suffix.lower() in PHOTOS]
    if not photos and any(path.suffix.lower() in MODELS for path in paths):
        return Dropped(Payload.MODEL, given)
    few = len(photos) == len(paths) <= MOST_IN_A_QUEUE
    return Dropped(Payload.PHOTOS if few else Payload.CROWD, given)


def _of_file(path: Path) -> Dropped:
    suffix = path.suffix.lower()
    for payload, endings in (
        (Payload.PACK, {".braindpack"}), (Payload.LIBRARY, {".braind"}), (Payload.BUNDLE, BUNDLES),
        (Payload.MODEL, MODELS),
    ):  # fmt: skip
        if suffix in endings:
            return Dropped(payload, (path,), words=suffix.removeprefix("."))
    if suffix in _REFUSED:
        return Dropped(Payload.OTHER, (path,), words=_REFUSED[suffix])
    # Whatever its name: the engine looks at its bytes.
    return Dropped(Payload.PHOTO if suffix in PHOTOS else Payload.FILE, (path,))


def _bytes_in(mime: QMimeData) -> QImage:
    image = mime.imageData() if mime.hasImage() else None
    if isinstance(image, QPixmap):
        image = image.toImage()
    return image if isinstance(image, QImage) else QImage()


def _data_in(html: str) -> QImage:
    """The picture that lies in the HTML itself; browsers drag small ones like that."""
    for source in _IN_HTML.findall(html):
        head, comma, data = source.partition(",")
        if comma and head.startswith("data:image/") and head.endswith(";base64"):
            try:
                return QImage.fromData(b64decode(unquote(data), validate=False))
            except BadBase64:
                continue
    return QImage()


def _of_words(mime: QMimeData) -> Dropped:
    """An address, a path that was written out, or other text."""
    urls = [url.toString() for url in mime.urls()] + _IN_HTML.findall(mime.html())
    text = mime.text().strip()
    lines = [line.strip().strip('"') for line in (text.splitlines() if text else urls)]
    paths = [_path_in(line) for line in lines if line]
    if paths and all(path is not None for path in paths):
        return of_paths([path for path in paths if path is not None])
    for word in (*urls, *lines):
        if urlsplit(word).scheme in ("http", "https"):
            return Dropped(Payload.ADDRESS, words=word)
    return Dropped(Payload.WORDS if text else Payload.NOTHING, words=text)


def _path_in(text: str) -> Path | None:
    """The file or folder that a text names, if there is one."""
    named = unquote(urlsplit(text).path) if text.startswith("file://") else text
    try:
        path = Path(named).expanduser()
        return path if path.is_absolute() and path.exists() else None
    except (OSError, ValueError, RuntimeError):  # too long, or no name for a path at all
        return None


def promise(mime: QMimeData, place: Place) -> str:
    """The key of the sentence that says what letting go does; looks at names only."""
    names = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if mime.hasFormat(LOOK_MIME):
        payload = Payload.LOOK
    elif len(names) > 1:
        photos = all(name.suffix.lower() in PHOTOS for name in names)
        payload = Payload.PHOTOS if photos else Payload.CROWD
    elif names:
        payload = _of_file(names[0]).payload if names[0].suffix else Payload.FOLDER
    elif mime.hasImage():
        payload = Payload.PICTURE
    else:
        payload = Payload.ADDRESS if mime.hasUrls() else Payload.WORDS
    return f"drop.promise.{TABLE[payload][place]}"
