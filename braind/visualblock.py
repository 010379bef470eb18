"""The visual vectors of looks, for scanning: half-precision rows that may lie in a mapped file.

Decision: a table of looks only says which stored vector is whose, so that sorting, filtering or
joining tables never copies the vectors: 300,000 looks have 460 MB of them. They are widened to
float32 a few hundred at a time, which stay in the second-level cache.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from braind.domain import VISUAL_SIZE, Floats, Visual

_CHUNK = 256
_UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class VisualSource:
    """M stored vectors float16 (M, 768), and 1 / length of each, float32 (M,); 0 for a zero one."""

    vectors: Visual
    scales: Floats

    @classmethod
    def of(cls, vectors: Visual) -> VisualSource:
        """Reads all vectors once. Raises ValueError where one has numbers that are not finite."""
        lengths = [np.sqrt(np.square(wide).sum(axis=1)) for _, wide in _widened(vectors)]
        norms = np.concatenate([*lengths, np.zeros(0, np.float32)])
        if not np.isfinite(norms).all():
            raise ValueError("visual vectors that are no numbers")
        return cls(vectors, np.divide(1, norms, out=np.zeros_like(norms), where=norms > 0))

    def __len__(self) -> int:
        return len(self.scales)


@dataclass(frozen=True, slots=True)
class VisualBlock:
    """What is known of the looks of N looks, row by row.

    ``rows`` intp (N,) count through the vectors of all ``sources``; -1 stands for a look without.
    """

    sources: tuple[VisualSource, ...]
    rows: NDArray[np.intp]

    @classmethod
    def of(cls, vectors: Sequence[Visual | None]) -> VisualBlock | None:
        """The block of some looks; None if none of them has a vector."""
        known = [vector for vector in vectors if vector is not None]
        if not known:
            return None
        has_vector = np.array([vector is not None for vector in vectors])
        rows = np.where(has_vector, np.cumsum(has_vector) - 1, _UNKNOWN)
        return cls((VisualSource.of(np.stack(known)),), rows)

    @classmethod
    def by_id(
        cls, source: VisualSource, owners: NDArray[np.int64], look_ids: NDArray[np.int64]
    ) -> VisualBlock:
        """The block of looks by id (N,); ``owners`` (M,), ascending, say whose each vector is."""
        places = np.searchsorted(owners, look_ids)
        places[places == len(owners)] = 0
        has_vector = owners[places] == look_ids if len(owners) else np.zeros(len(places), np.bool_)
        return cls((source,), np.where(has_vector, places, _UNKNOWN))

    @classmethod
    def unknown(cls, count: int) -> VisualBlock:
        """The block of looks without vectors."""
        return cls((), np.full(count, _UNKNOWN))

    def __len__(self) -> int:
        return len(self.rows)

    def take(self, rows: NDArray[np.intp]) -> VisualBlock:
        """The block of some of the looks, in the given order; copies no vector."""
        return VisualBlock(self.sources, self.rows[rows])

    def known(self) -> NDArray[np.bool_]:
        """Which looks have a vector that is not zero: (N,)."""
        scales = [np.zeros(0, np.float32), *(source.scales for source in self.sources)]
        return np.asarray(self._by_look(np.concatenate(scales)) > 0)

    def unit_vectors(self) -> Floats:
        """The vectors, of length 1 or 0: float32 (N, 768)."""
        vectors = np.zeros((len(self), VISUAL_SIZE), np.float32)
        start = 0
        for source in self.sources:
            own = np.flatnonzero((self.rows >= start) & (self.rows < start + len(source)))
            places = self.rows[own] - start
            vectors[own] = source.vectors[places] * source.scales[places, None]
            start += len(source)
        return vectors

    def dots(self, directions: Floats) -> Floats:
        """Dot products of the vectors of length 1 with Q directions: (Q, 768) -> (Q, N)."""
        found = [np.zeros((len(directions), 0), np.float32)]
        found += [_dots(source, directions) for source in self.sources]
        return np.stack([self._by_look(row) for row in np.concatenate(found, axis=1)])

    def _by_look(self, values: Floats) -> Floats:
        """Values of all vectors, (M,), as those of the looks, (N,); 0 for a look without."""
        return np.append(values, np.float32(0))[self.rows]


def join(parts: Sequence[tuple[VisualBlock | None, int]]) -> VisualBlock | None:
    """The blocks of tables and how many looks each table has, as one; None where none has any."""
    if all(block is None for block, _ in parts):
        return None
    sources: list[VisualSource] = []
    rows: list[NDArray[np.intp]] = []
    for block, count in parts:
        own = VisualBlock.unknown(count) if block is None else block
        first = sum(map(len, sources))
        rows.append(np.where(own.rows == _UNKNOWN, _UNKNOWN, own.rows + first))
        sources += own.sources
    return VisualBlock(tuple(sources), np.concatenate(rows))


def _dots(source: VisualSource, directions: Floats) -> Floats:
    """(Q, M): every vector of a source is widened once, however many directions there are."""
    found = np.empty((len(source), len(directions)), np.float32)
    columns = np.ascontiguousarray(directions.T)
    for start, wide in _widened(source.vectors):
        np.matmul(wide, columns, out=found[start : start + len(wide)])
    return np.ascontiguousarray(found.T) * source.scales


def _widened(vectors: Visual) -> Iterator[tuple[int, Floats]]:
    """The vectors in float32, some at a time, and where they begin; each overwrites the last."""
    room = np.empty((_CHUNK, VISUAL_SIZE), np.float32)
    for start in range(0, len(vectors), _CHUNK):
        part = vectors[start : start + _CHUNK]
        room[: len(part)] = part
        yield start, room[: len(part)]
