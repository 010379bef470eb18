"""Pages and documents for people, made of what the engine found; they open without a network."""

from braind.report.brand_document import METHOD, SECTIONS, brand_document
from braind.report.brand_report import BrandReport, Competitor, ModelNote
from braind.report.formats import FORMATS
from braind.report.page import MatchPage, RankedBrand, match_page
from braind.report.tables import csv_bytes, harmless

__all__ = [
    "FORMATS",
    "METHOD",
    "SECTIONS",
    "BrandReport",
    "Competitor",
    "MatchPage",
    "ModelNote",
    "RankedBrand",
    "brand_document",
    "csv_bytes",
    "harmless",
    "match_page",
]
