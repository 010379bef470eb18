"""Pages for people: one self-contained HTML file, without script, that opens offline."""

from braind.report.page import MatchPage, RankedBrand, match_page

__all__ = ["MatchPage", "RankedBrand", "match_page"]
