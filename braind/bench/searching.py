"""Exact search: the factorised scan beside a dense product, faiss and usearch, on equal looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from importlib import import_module
from typing import Any

import numpy as np

from braind.bench.plan import BenchPlan, Section, Spent, best_of
from braind.domain import VISUAL_SIZE, Floats
from braind.looktable import LookTable
from braind.search import SearchIndex
from braind.search.vectors import WordTables, unit_rows
from braind.visualblock import VisualBlock, VisualSource
from braind.vocabulary import ANSWERS, QUESTIONS, STYLES

_BRANDS = 120
_DIMENSIONS = 25
_NEAREST = 10
_REPEATS, _FEW_REPEATS = 15, 5
# Different visual vectors, and rows whose dense cosines are compared.
_PICTURES, _COMPARED = 4099, 1000
_TOLERANCE = 1e-5
_RIVALS = ("faiss flat", "usearch exact")


def bench_search(plan: BenchPlan) -> Iterator[Section]:
    """A section a size."""
    words = random_words()
    for size in plan.sizes:
        yield _bench_size(SearchIndex(random_table(size), words))
    yield _bench_visual(with_visual(random_table(plan.sizes[-1])), words)


def random_words(seed: int = 1) -> WordTables:
    """Word tables of unit rows that mean nothing; "unknown" is zero."""
    rng = np.random.default_rng(seed)
    tables = {}
    for question in QUESTIONS:
        rows = rng.standard_normal((len(ANSWERS[question]), _DIMENSIONS)).astype(np.float32)
        rows[-1] = 0
        tables[question] = unit_rows(rows)
    return tables


def random_table(count: int, seed: int = 2) -> LookTable:
    """Looks of 120 brands with any style and any answers."""
    rng = np.random.default_rng(seed)
    answers = [rng.integers(0, len(ANSWERS[question]), count) for question in QUESTIONS]
    return LookTable(
        np.arange(1, count + 1, dtype=np.int64),
        rng.integers(1, _BRANDS + 1, count).astype(np.int32),
        rng.random((count, len(STYLES)), np.float32),
        np.stack(answers, axis=1).astype(np.uint8),
    )


def with_visual(table: LookTable, seed: int = 4) -> LookTable:
    """The same looks with visual vectors; one in some thousands is that of another look, too."""
    some = np.random.default_rng(seed).standard_normal((_PICTURES, VISUAL_SIZE)).astype(np.float32)
    vectors = np.resize(unit_rows(some).astype(np.float16), (len(table), VISUAL_SIZE))
    block = VisualBlock((VisualSource.of(vectors),), np.arange(len(table)))
    return replace(table, visual=block)


def _bench_visual(table: LookTable, words: WordTables) -> Section:
    """What the visual block of a recipe that has one adds to a search among the most looks."""
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

    index = SearchIndex(table, words)
    query = with_visual(random_table(1, seed=3))
    with threadpool_limits(1):
        spent = best_of(partial(index.look_scores, query), _FEW_REPEATS)
    rows = np.linspace(0, len(index) - 1, min(len(index), _COMPARED)).astype(np.intp)
    dense = index.row_vectors(rows) @ index.unit_vectors(query)[0]
    difference = float(np.abs(index.look_scores(query)[rows] - dense).max())
    values = {
        "section": "visual search",
        "looks": len(index),
        "cpu_ms": round(1e3 * spent.cpu, 3),
        "wall_ms": round(1e3 * spent.wall, 3),
        "megabytes": round(2 * VISUAL_SIZE * len(index) / 2**20),
        "largest_difference": difference,
        "equal": difference <= _TOLERANCE,
    }
    head = ("", "CPU ms", "wall ms", "MB")
    row = ("with the visual block", f"{1e3 * spent.cpu:.1f}", f"{1e3 * spent.wall:.1f}")
    title = f"Search with visual vectors, {len(index):,} looks"
    notes = (_told_difference(difference),)
    return Section(title, (head, (*row, f"{values['megabytes']}")), values, notes)


def _told_difference(difference: float) -> str:
    verdict = "equal to" if difference <= _TOLERANCE else "NOT equal to"
    return f"{verdict} the dense cosines: largest difference {difference:.1e}"


def _bench_size(index: SearchIndex) -> Section:
    from threadpoolctl import threadpool_limits

    query = random_table(1, seed=3)
    scan = partial(index.look_scores, query)
    dense = index.row_vectors(np.arange(len(index)))
    vector = index.unit_vectors(query)[0]
    with threadpool_limits(1):
        ways: dict[str, Spent] = {
            "factorised scan": best_of(scan, _REPEATS),
            "numpy dense": best_of(lambda: dense @ vector, _REPEATS),
        }
        ways |= {name: best_of(search, _REPEATS) for name, search in _rivals(dense, vector)}
    difference = float(np.abs(scan() - dense @ vector).max())
    return _section(index, ways, difference)


def _rivals(dense: Floats, vector: Floats) -> Iterator[tuple[str, Callable[[], object]]]:
    """Other people's exact search, one after another so that one copy is held at a time."""
    faiss, usearch = _found("faiss"), _found("usearch.index")
    if faiss:
        faiss.omp_set_num_threads(1)
        flat = faiss.IndexFlatIP(dense.shape[1])
        flat.add(dense)
        yield "faiss flat", lambda: flat.search(vector[None], _NEAREST)
        del flat
    if usearch:
        product = usearch.MetricKind.IP
        yield (
            "usearch exact",
            lambda: usearch.search(dense, vector[None], _NEAREST, product, exact=True, threads=1),
        )


def _found(module: str) -> Any:  # noqa: ANN401 (these packages have no types)
    """The module, or None where it is not installed or does not work."""
    try:
        return import_module(module)
    except ImportError:
        return None


def _section(index: SearchIndex, ways: dict[str, Spent], difference: float) -> Section:
    own = ways["factorised scan"].cpu
    rows = [("", "CPU ms", "wall ms", "times as long")]
    rows += [
        (name, f"{1e3 * s.cpu:.2f}", f"{1e3 * s.wall:.2f}", f"{s.cpu / max(own, 1e-9):.1f}")
        for name, s in ways.items()
    ]
    notes = [_told_difference(difference)]
    missing = [name for name in _RIVALS if name not in ways]
    if missing:
        notes.append(f"without {', '.join(missing)}: install braind[bench] to compare")
    values = {
        "section": "search",
        "looks": len(index),
        "cpu_ms": {name: round(1e3 * spent.cpu, 3) for name, spent in ways.items()},
        "wall_ms": {name: round(1e3 * spent.wall, 3) for name, spent in ways.items()},
        "largest_difference": difference,
        "equal": difference <= _TOLERANCE,
        "missing": missing,
    }
    return Section(f"Search, {len(index):,} looks", tuple(rows), values, tuple(notes))
