"""The visual block on the shipped models and a tiny image tower in the real file layout."""

from __future__ import annotations

from pathlib import Path

import pytest
from e2e_albums import DRAWN_BRANDS, Album
from tiny_nets import find_tiny

from braind.backends.context import BackendContext
from braind.engine import Choice, Engine, Stage
from braind.pipeline import Pipeline
from braind.recipes import DEFAULT
from braind.vocabulary import BASE_PARTS, PARTS, Part

pytest.importorskip("onnx", reason="tiny nets are made with onnx, of the extra “test”")

RECIPE = DEFAULT.with_choice(Stage.VISUAL, Choice("fashion-siglip"))
ONLY_VISUAL = dict.fromkeys(BASE_PARTS, 0.0) | {Part.VISUAL: 1.0}


def make_pipeline() -> Pipeline:
    return Pipeline.of(RECIPE, BackendContext(find_weights=find_tiny))


def test_a_library_is_read_again_matched_and_exchanged(
    drawn_album: Album, drawn_brand: Path, tmp_path: Path
) -> None:
    name, path = DRAWN_BRANDS[0].name, tmp_path / "looks.braind"
    photo = drawn_album.asked[DRAWN_BRANDS[1].name][0]
    with Engine(path) as plain:
        list(plain.import_photos([drawn_brand], name))
        before = plain.match(photo)
    with Engine(path, recipe=RECIPE, make_pipeline=make_pipeline) as engine:
        assert engine.stale_count() == before.compared > 0
        list(engine.reanalyze())
        assert engine.stale_count() == 0
        result = engine.match(photo)
        assert result.look.visual is not None and result.look.visual.shape == (768,)
        (match,) = result.ranking.matches + result.ranking.nearest
        assert set(match.parts) == set(PARTS)
        own = engine.match(drawn_album.asked[name][0], weights=ONLY_VISUAL)
        (alike,) = own.ranking.matches + own.ranking.nearest
        assert alike.evidence[0].score == pytest.approx(1, abs=1e-3)
        *_, pack = engine.make_pack([name], tmp_path / "brand.braindpack")
        assert pack.looks == result.compared
    with Engine(path) as plain:
        again = plain.match(photo)
        assert again.ranking == before.ranking and again.compared == before.compared
