"""The long form of the attacks: ``python tests/stress/run.py NAME…``; without names, all.

Prints what is wrong, and exits with 1 when anything is.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[folders]) for folders in (1, 2)]


def crashes() -> Iterator[str]:
    """20 kills of every job."""
    from crashes import attack
    from stress_jobs import TARGETS
    from workshop import Workshop

    with Workshop() as shop:
        for kind in TARGETS:
            photos = 30_000 if kind == "migration" else 240
            for problem in attack(shop, kind, kills=20, photos=photos, seed=1):
                yield f"{kind}: {problem}"


def disk() -> Iterator[str]:
    """A disk that is full at ten places of every job."""
    from disk import attack
    from stress_jobs import TARGETS
    from workshop import Workshop

    shares = tuple(n / 11 for n in range(1, 11))
    with Workshop() as shop:
        for kind in TARGETS:
            photos = 9000 if kind == "migration" else 240
            for problem in attack(shop, kind, shares, photos=photos):
                yield f"{kind}: {problem}"


def inputs() -> Iterator[str]:
    """Over a thousand bad files."""
    from inputs import attack

    return attack(cuts=60, operators=300_000)


def load() -> Iterator[str]:
    """10,000 photos and 300,000 looks."""
    from load import attack

    return attack(photos=10_000, looks=300_000, crowd=10_000, pace=0.9)


ATTACKS: dict[str, Callable[[], Iterator[str]]] = {
    "crashes": crashes,
    "disk": disk,
    "inputs": inputs,
    "load": load,
}


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in ATTACKS]
    if unknown:
        print(f"unknown: {', '.join(unknown)}; there are {', '.join(ATTACKS)}", file=sys.stderr)
        return 2
    found = 0
    for name in names or ATTACKS:
        begun = time.monotonic()
        problems = list(ATTACKS[name]())
        found += len(problems)
        took = time.monotonic() - begun
        print(f"{name}: {len(problems)} problems, {took:.0f} s", *problems, sep="\n  ")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
