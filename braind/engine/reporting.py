"""Reports: gathering what is known about a brand, and writing it into a file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from braind.engine.honest import HonestCalls
from braind.engine.mapping import MapCalls
from braind.engine.matching import WITHIN, closeness
from braind.engine.model_notes import model_notes
from braind.engine.rivals import RivalCalls
from braind.errors import ReportError
from braind.files import write_whole
from braind.insights.kinds import Axis, Differentiation, MapAxis, PositionMap
from braind.insights.substyles import sub_styles
from braind.report import FORMATS, BrandReport, Competitor, brand_document
from braind.search import similar_brands
from braind.vocabulary import Style

_RIVALS = 5
_COMPARED = 3
_SPOTS = 4
_AXES = (MapAxis(Style.CHIC, Style.CASUAL), MapAxis(Axis.LIGHTNESS))


class ReportCalls(RivalCalls, MapCalls, HonestCalls):
    """The part of an engine that makes a brand's report. Runs no model."""

    def brand_report(
        self,
        brand: str,
        language: str = "en",
        made_on: date | None = None,
        *,
        sections: Iterable[str] = (),
        with_pictures: bool = True,
    ) -> BrandReport:
        """Everything that a report about a brand shows, in "ko" or "en"; ``made_on`` is today.

        ``sections`` are names of ``report.SECTIONS``; none stands for all.

        Raises ``StoreError``: ``brand_not_found``, and ``brand_empty`` when nothing of the brand
        was read by the current models; and ``ModelError``.
        """
        found, comparison = self._with_looks(brand), self._compare()
        looks = self.library.looks(found.id, recipe=self.recipe)
        wardrobe, rivals = self._wardrobe(brand, looks), self.competitors(brand)
        report = BrandReport(
            found,
            self._honest(wardrobe),
            tuple(looks),
            language,
            made_on or date.today(),
            WITHIN,
            len(comparison.index.brand_ids),
            len(comparison.index),
            {book.id: book.name for book in self.library.lookbooks(found.id)},
            len(self.library.excluded(found.id, self.recipe)),
            max(0, found.looks - len(looks)),
            sub_styles(comparison.index, wardrobe.rows),
            rivals,
            self._differences_from(brand, rivals),
            self.look_alikes(brand),
            self._maps(),
            self.white_space(_SPOTS),
            model_notes(self.chosen),
            tuple(self.library.origins(found.id)),
            tuple(sections),
        )
        shown = brand_document(report).look_ids() if with_pictures else ()
        return replace(report, pictures={look: self.library.thumbnail(look) for look in shown})

    def write_report(self, report: BrandReport, path: Path) -> Path:
        """Write a report in the format of the path's suffix (see ``report.FORMATS``).

        An older file stays until the new one is complete. Raises ``ReportError``:
        ``report_format_unknown``, ``font_missing``; ``StoreError``: ``file_not_written``.
        """
        make = FORMATS.get(path.suffix.lower())
        if make is None:
            raise ReportError(
                "report_format_unknown",
                f"There is no report format “{path.suffix}”.",
                f"Use one of: {', '.join(FORMATS)}.",
                suffix=path.suffix,
            )
        write_whole(path, [make(report)])
        return path

    def preview_report(self, report: BrandReport) -> bytes:
        """All pages of a report as one PNG. Raises ``ReportError`` (``font_missing``)."""
        return FORMATS[".png"](report)

    def likeness(self, brand: str, other: str) -> Competitor:
        """How alike two brands are, with the pairs of looks that show it.

        Raises ``StoreError``: ``brand_not_found``, ``brand_empty``.
        """
        ours, theirs = self._with_looks(brand), self._with_looks(other)
        comparison = self._compare()
        levels = comparison.brand_levels
        ranking = similar_brands(comparison.index, [theirs], ours.id, 1, levels)
        (match,) = ranking.matches or ranking.nearest
        return Competitor(match, closeness(levels, match.score))

    def competitors(self, brand: str, top: int = _RIVALS) -> tuple[Competitor, ...]:
        """The clear matches of a brand, or the nearest of the others where there is none.

        Raises ``StoreError`` (``brand_not_found``).
        """
        found, comparison = self.library.brand(brand), self._compare()
        levels = comparison.brand_levels
        ranking = similar_brands(comparison.index, comparison.brands, found.id, top, levels)
        shown = ranking.matches or ranking.nearest
        return tuple(Competitor(match, closeness(levels, match.score)) for match in shown)

    def _differences_from(
        self, brand: str, rivals: Iterable[Competitor]
    ) -> tuple[Differentiation, ...]:
        nearest = list(rivals)[:_COMPARED]
        return tuple(self.differences(brand, rival.match.brand.name) for rival in nearest)

    def _maps(self) -> tuple[PositionMap, ...]:
        return self.position_map(), self.position_map(_AXES)
