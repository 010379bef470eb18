"""Pages of PDF lookbooks, by PDFium.

A page that is one picture comes at that picture's own resolution. It is rendered rather than
extracted, because only rendering honours rotation, masks, inverted CMYK and colour spaces. Pages
without pictures are no photos.
"""

from __future__ import annotations

import hashlib
import math
import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from braind.errors import PhotoError
from braind.sources.decode import MAX_PIXELS
from braind.sources.refusals import unreadable

if TYPE_CHECKING:
    from pypdfium2 import PdfBitmap, PdfDocument, PdfImage, PdfPage

MAX_PAGES = 2_000
RENDER_SIDE = 1600
MAX_NATIVE_SIDE = 4096
RENDER_SECONDS = 8.0
MOST_PICTURES = 500  # are looked at, of a page

# Shares of a page's area: what makes a picture the whole page, and what is but a logo.
_FULL_PAGE = 0.85
_LOGO = 0.02

# PDFium must never be entered by two threads at once, not even for two documents.
_pdfium_lock = threading.Lock()


@contextmanager
def _open(path: Path) -> Iterator[PdfDocument]:
    """The open document, with PDFium to ourselves until it is closed."""
    import pypdfium2

    with _pdfium_lock:
        try:
            with path.open("rb") as file, closing(pypdfium2.PdfDocument(file)) as document:
                yield document
        except pypdfium2.PdfiumError as error:
            locked = re.search("password|security", str(error))
            raise _encrypted() if locked else _damaged() from error
        except OSError as error:
            raise unreadable(error) from error


def list_pages(path: Path) -> list[tuple[int, str]]:
    """Numbers and content hashes of the pages that show pictures."""
    with _open(path) as document, path.open("rb") as file:
        if len(document) > MAX_PAGES:
            raise _too_long()
        digest = hashlib.file_digest(file, "sha256")
        pages = [n for n in range(1, len(document) + 1) if _has_pictures(document, n)]
    digests = [digest.copy() for _ in pages]
    for page, named in zip(pages, digests, strict=True):
        named.update(str(page).encode())
    return [(page, named.hexdigest()) for page, named in zip(pages, digests, strict=True)]


def _has_pictures(document: PdfDocument, number: int) -> bool:
    from pypdfium2 import PdfiumError

    try:
        with closing(document[number - 1]) as page:
            return bool(_pictures(page))
    except PdfiumError:
        # Listed all the same, so that reading the broken page tells the user about it.
        return True


def draw_page(path: Path, number: int) -> bytes:
    """One page as a BMP file: the quickest of the formats that ``decode_photo`` reads."""
    file = BytesIO()
    with _open(path) as document, closing(document[number - 1]) as page:
        pictures = _pictures(page)
        if any(picture.pixels > MAX_PIXELS for picture in pictures):
            raise _too_large()
        long_side = max(page.get_size())
        scale = _render_side(pictures, long_side) / long_side
        with closing(render(page, scale, RENDER_SECONDS)) as bitmap:
            bitmap.to_pil().convert("RGB").save(file, "BMP")
    return file.getvalue()


def render(page: PdfPage, scale: float, seconds: float) -> PdfBitmap:
    """The page on white. Raises ``PhotoError`` (document_page_too_long) when it takes too long."""
    from pypdfium2 import PdfBitmap, raw

    width, height = (max(1, math.ceil(side * scale)) for side in page.get_size())
    bitmap = PdfBitmap.new_native(width, height, raw.FPDFBitmap_BGR)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
    end = monotonic() + seconds
    is_late = type(raw.IFSDK_PAUSE().NeedToPauseNow)(lambda _: monotonic() > end)
    pause = raw.IFSDK_PAUSE(version=1, NeedToPauseNow=is_late)
    status = raw.FPDF_RenderPageBitmap_Start(
        bitmap, page, 0, 0, width, height, 0, raw.FPDF_ANNOT, pause
    )
    raw.FPDF_RenderPage_Close(page)
    if status != raw.FPDF_RENDER_DONE:
        bitmap.close()
        raise _takes_too_long() if status == raw.FPDF_RENDER_TOBECONTINUED else _damaged()
    return bitmap


@dataclass(frozen=True, slots=True)
class _Picture:
    """A picture on a page: its share of the page's area, pixels in all, and pixels per point."""

    share: float
    pixels: int
    density: float


def _render_side(pictures: Sequence[_Picture], long_side: float) -> float:
    """How many pixels the page's long side gets."""
    if len(pictures) == 1 and pictures[0].share >= _FULL_PAGE:
        return min(pictures[0].density * long_side, MAX_NATIVE_SIDE)
    return RENDER_SIDE


def _pictures(page: PdfPage) -> list[_Picture]:
    """The pictures of a page, those within form objects too, without logos and icons."""
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    images = islice(page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE]), MOST_PICTURES)
    found = (_measure(image, page) for image in images)
    return [picture for picture in found if picture.share >= _LOGO]


def _measure(image: PdfImage, page: PdfPage) -> _Picture:
    bounds, container = image.get_bounds(), image.container
    while container is not None:
        bounds, container = container.get_matrix().on_rect(*bounds), container.container
    width, height = image.get_px_size()
    area = (bounds[2] - bounds[0]) * (bounds[3] - bounds[1])
    seen = _overlap(bounds, page.get_bbox())
    density = math.sqrt(width * height / area) if area > 0 else 0.0
    return _Picture(seen, width * height, density)


def _overlap(
    inner: tuple[float, float, float, float], outer: tuple[float, float, float, float]
) -> float:
    """The share of ``outer`` that ``inner`` covers; both are left, bottom, right, top."""
    width = min(inner[2], outer[2]) - max(inner[0], outer[0])
    height = min(inner[3], outer[3]) - max(inner[1], outer[1])
    whole = (outer[2] - outer[0]) * (outer[3] - outer[1])
    return max(0.0, width) * max(0.0, height) / whole if whole > 0 else 0.0


def _damaged() -> PhotoError:
    return PhotoError(
        "document_damaged", "The document, or this page of it, is damaged.", "Download it again."
    )


def _encrypted() -> PhotoError:
    return PhotoError(
        "document_encrypted",
        "The document is protected by a password.",
        "Save it without the password and add it again.",
    )


def _too_long() -> PhotoError:
    return PhotoError(
        "document_too_long",
        f"The document has more than {MAX_PAGES:,} pages.",
        "Split it into parts.",
    )


def _takes_too_long() -> PhotoError:
    return PhotoError(
        "document_page_too_long",
        f"Drawing the page takes more than {RENDER_SECONDS:.0f} seconds.",
        "Export its photos as pictures and add those.",
    )


def _too_large() -> PhotoError:
    return PhotoError(
        "photo_too_large",
        f"A picture on the page has more than {MAX_PIXELS // 1_000_000} million pixels.",
        "Export the document with smaller pictures.",
        limit=MAX_PIXELS,
    )
