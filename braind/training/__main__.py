"""``python -m braind.training MODEL``: train, evaluate and export one of the shipped models."""

from __future__ import annotations

import argparse
from importlib import import_module
from pathlib import Path

NETS = ("parser", "garments", "style", "final", "publish")
TABLES = ("light", "colors", "words")  # small artefacts beside the nets
TRAINED = (*NETS, "light")  # these need the ``train`` extra
MEASURED = ("evaluate", "evidence")


def main() -> None:
    """Parse the command line and run the chosen recipe."""
    parser = argparse.ArgumentParser(prog="python -m braind.training", description=__doc__)
    parser.add_argument("model", choices=(*NETS, *TABLES, *MEASURED))
    parser.add_argument("--data", type=Path, required=True, help="folder with ccp/ and garments/")
    parser.add_argument("--runs", type=Path, default=Path("runs"), help="checkpoints and cache")
    parser.add_argument("--out", type=Path, default=Path("resources"), help="where artefacts go")
    parser.add_argument("--threads", type=int, default=2)
    chosen = parser.parse_args()
    recipe = import_module(f"braind.training.{chosen.model}")
    if chosen.model in TRAINED:
        import torch

        torch.set_num_threads(chosen.threads)
    where = chosen.out / "words" if chosen.model in TABLES else chosen.runs
    recipe.run(chosen.data, where)


if __name__ == "__main__":
    main()
