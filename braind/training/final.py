"""The last epochs of every net, with the photos of tune among those that teach.

Nets, shares, scales and thresholds are chosen on tune, which therefore is not trained on. Once all
is chosen its photos, a tenth, are worth more as lessons: each net trains on with them. Nothing is
chosen after that, and of these nets tune tells nothing any more; ``val`` does.
"""

from __future__ import annotations

from pathlib import Path

from braind.training import garments, parser, style


def run(data: Path, runs: Path) -> None:
    """Finish each net of which there is a checkpoint."""
    if any((runs / f"{phase.name}.pt").exists() for phase in parser.PHASES):
        parser.finish(data, runs)
    for kind in style.KINDS:
        if (runs / f"style-{kind}.pt").exists():
            style.finish(data, runs, kind)
    if (runs / "garments.pt").exists():
        garments.finish(data, runs)
