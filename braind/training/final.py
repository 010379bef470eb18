"""The last epochs of the nets that read looks, with the photos of tune among those that teach.

Nets, shares, scales and thresholds are chosen on tune, which therefore is not trained on. Once all
is chosen its photos, a tenth, are worth more as lessons: both nets train on with them. Nothing is
chosen after that, and of these nets tune tells nothing any more; ``val`` does. The parser stays: it
outlines photos that it has not seen as well as those that it has.
"""

from __future__ import annotations

from pathlib import Path

from braind.training import garments, style


def run(data: Path, runs: Path) -> None:
    """Finish each net of which there is a checkpoint."""
    for kind in style.KINDS:
        if (runs / f"style-{kind}.pt").exists():
            style.finish(data, runs, kind)
    if (runs / "garments.pt").exists():
        garments.finish(data, runs)
