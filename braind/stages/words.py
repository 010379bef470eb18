"""Words become vectors: 96 numbers a word from meaning, 25 after PCA, as a versioned artefact.

Decision: the PCA basis is part of the artefact. Refitting it would change what stored looks mean,
so a word space has an ``id`` (a hash of its content) that every recipe names. PCA over millions of
answers is PCA over how often each word occurs: milliseconds, whatever the number of looks.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

import numpy as np
from numpy.typing import NDArray

from braind.domain import Floats
from braind.errors import ModelError
from braind.vocabulary import ANSWERS, UNKNOWN, Question

DIMENSIONS = 96  # of the shipped table
KEPT = 25
ID_LENGTH = 12  # hex digits
_ARRAYS = ("words", "meanings", "mean", "basis")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip entry can have: files repeat to the byte


class WordsBackend(Protocol):
    """Gives words their meaning in numbers."""

    @property
    def identity(self) -> Mapping[str, object]:
        """What decides the vectors, as JSON values."""
        ...

    def embed_words(self, words: Sequence[str]) -> Floats:
        """One vector a word, float32 (N, D), D at least 25; no meaning here: all zeros."""
        ...


@dataclass(frozen=True, slots=True)
class WordSpace:
    """A word table with its PCA basis; an embedded ``WordsBackend``.

    ``meanings`` is float32 (W, D), one row for each of ``words``, D being 96 in the shipped table;
    ``mean`` (D,) and ``basis`` (25, D) are the fitted PCA. "unknown" has no meaning and is never
    among the words.
    """

    words: tuple[str, ...]
    meanings: Floats
    mean: Floats
    basis: Floats

    @staticmethod
    def fit(words: Sequence[str], meanings: Floats, counts: NDArray[np.int64]) -> WordSpace:
        """Fit the PCA to words (W,), their meanings (W, D) and how often each occurs, (W,)."""
        weights = np.asarray(counts, np.float64) / np.sum(counts)
        table = np.asarray(meanings, np.float64)
        mean = weights @ table
        centred = table - mean
        _, axes = np.linalg.eigh((centred * weights[:, None]).T @ centred)
        basis = axes[:, ::-1][:, :KEPT].T
        # The sign of an axis is arbitrary: fixing it makes every fit write the same bytes.
        strongest = np.abs(basis).argmax(axis=1)
        basis = basis * np.sign(basis[np.arange(KEPT), strongest])[:, None]
        return WordSpace(
            tuple(words), table.astype(np.float32), mean.astype(np.float32),
            basis.astype(np.float32),
        )  # fmt: skip

    @staticmethod
    def load(path: Path) -> WordSpace:
        """Read a saved word space. Raises ModelError when it is missing or damaged."""
        try:
            with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as file:
                words, meanings, mean, basis = (file[name] for name in _ARRAYS)
            space = WordSpace(tuple(words.tolist()), meanings, mean, basis)
            if meanings.shape[:1] != words.shape or basis.shape != (KEPT, meanings.shape[1]):
                raise ValueError("arrays of other shapes")
            return space
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
            raise ModelError(
                "words_unreadable",
                f"The word vectors at {path} cannot be used: {error}.",
                "Install BRAIND again.",
                path=str(path),
            ) from error

    def save(self, path: Path | BinaryIO) -> None:
        """Write the artefact; the same content always gives the same bytes."""
        with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as file:
            for name, array in self._arrays().items():
                stream = io.BytesIO()
                np.save(stream, array, allow_pickle=False)
                file.writestr(zipfile.ZipInfo(f"{name}.npy", _EPOCH), stream.getvalue())

    @property
    def id(self) -> str:
        """A short hash of all that decides a vector."""
        content = hashlib.sha256()
        for array in self._arrays().values():
            content.update(array.tobytes())
        return content.hexdigest()[:ID_LENGTH]

    @property
    def identity(self) -> Mapping[str, object]:
        """What decides the vectors: the id of this space."""
        return {"words": self.id}

    @property
    def vectors(self) -> dict[str, Floats]:
        """The kept 25 numbers of every word, float32 (25,), centred on the mean answer."""
        rows = (self.meanings - self.mean) @ self.basis.T
        return dict(zip(self.words, rows, strict=True))

    def embed_words(self, words: Sequence[str]) -> Floats:
        """Meanings of words, float32 (N, D); zeros for words outside the table."""
        rows = dict(zip(self.words, self.meanings, strict=True))
        empty = np.zeros(self.meanings.shape[1], np.float32)
        return np.stack([rows.get(word, empty) for word in words] or [empty])[: len(words)]

    def table(self, question: Question) -> Floats:
        """Unit vectors of a question's answers, float32 (len(ANSWERS[question]), 25).

        "unknown", and any word without a meaning, is a row of zeros.
        """
        vectors = self.vectors
        rows = np.zeros((len(ANSWERS[question]), KEPT), np.float32)
        for row, word in zip(rows, ANSWERS[question], strict=True):
            if word != UNKNOWN and word in vectors:
                row[:] = vectors[word] / max(float(np.linalg.norm(vectors[word])), 1e-9)
        return rows

    def _arrays(self) -> dict[str, NDArray[np.generic]]:
        arrays = (np.array(self.words, dtype="U"), self.meanings, self.mean, self.basis)
        return dict(zip(_ARRAYS, arrays, strict=True))
