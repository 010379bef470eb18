"""A brand's report as the bytes of a file, in each format that there is."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO

from braind.report.brand_document import brand_document
from braind.report.brand_page import brand_page
from braind.report.brand_pdf import brand_pdf
from braind.report.brand_report import BrandReport
from braind.report.records import brand_record
from braind.report.tables import brand_csv

_DOTS_PER_POINT = 1.7
_PAGES_BESIDE = 2
_GAP = 16
_GROUND = "#8c857b"


def report_html(report: BrandReport) -> bytes:
    """One self-contained page."""
    return brand_page(brand_document(report), report.pictures).encode("utf-8")


def report_pdf(report: BrandReport) -> bytes:
    """A4 pages. Raises ``ReportError`` (``font_missing``)."""
    return brand_pdf(brand_document(report), report.pictures, report.made_on)


def report_png(report: BrandReport) -> bytes:
    """One picture of all pages of the PDF, two beside each other, so that one name is one file.

    Raises ``ReportError`` (``font_missing``).
    """
    return pages_as_png(report_pdf(report))


def report_json(report: BrandReport) -> bytes:
    """For programs; no pictures and no paths."""
    record = brand_record(report)
    return json.dumps(record, ensure_ascii=False, indent=2, allow_nan=False).encode("utf-8")


FORMATS: dict[str, Callable[[BrandReport], bytes]] = {
    ".html": report_html,
    ".pdf": report_pdf,
    ".png": report_png,
    ".csv": brand_csv,
    ".json": report_json,
}


def pages_as_png(pdf: bytes) -> bytes:
    """The pages of a PDF, all of one size, on one sheet."""
    import pypdfium2
    from PIL import Image

    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.render(scale=_DOTS_PER_POINT).to_pil() for page in document]
    width, height = (side + _GAP for side in pages[0].size)
    rows = -(-len(pages) // _PAGES_BESIDE)
    columns = min(_PAGES_BESIDE, len(pages))
    sheet = Image.new("RGB", (columns * width + _GAP, rows * height + _GAP), _GROUND)
    for number, page in enumerate(pages):
        row, column = divmod(number, _PAGES_BESIDE)
        sheet.paste(page, (_GAP + column * width, _GAP + row * height))
    file = BytesIO()
    sheet.save(file, "PNG", optimize=False)
    return file.getvalue()
