"""The two towers of FashionSigLIP: pictures and English texts in one space of 768 numbers."""

from __future__ import annotations

import hashlib
import html
import string
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image

from braind.backends.batches import Batches, are_same
from braind.backends.context import BackendContext
from braind.backends.onnx_session import Array, OnnxSession, open_session, session_of
from braind.domain import Cutout, Floats
from braind.errors import ModelError
from braind.files import write_whole
from braind.stages.style import GROUND
from braind.weights import StoredWeights

SIDE = 224
TOKENS = 64
AT_ONCE = 8
_PICTURE_OUTPUTS = ("image_embeds", "pooler_output")
_TEXT_OUTPUTS = ("text_embeds", "pooler_output")
_END = "</s>"  # ends a text and fills it up


class ImageTower:
    """Embeds cutouts, laid on a grey square and made 224 pixels wide (bicubic).

    The latest vectors are kept, because two stages may ask for them.
    """

    def __init__(self, session: OnnxSession) -> None:
        self._session = session
        self.sha256 = session.sha256
        self._batches = Batches(AT_ONCE)
        self._latest: tuple[Sequence[Cutout], Floats] = ((), np.zeros((0, 0), np.float32))

    def embed(self, cutouts: Sequence[Cutout]) -> Floats:
        """Unit vectors, float32 (N, D)."""
        if not are_same(cutouts, self._latest[0]):
            vectors = np.stack(self._batches.run(self._embed, cutouts))
            self._latest = tuple(cutouts), vectors
        return self._latest[1]

    def _embed(self, cutouts: Sequence[Cutout]) -> list[Floats]:
        pictures = np.stack([picture_of(cutout) for cutout in cutouts])
        outputs = self._session.run({self._session.inputs[0]: pictures})
        return list(_unit(outputs, _PICTURE_OUTPUTS))


def picture_of(cutout: Cutout) -> Array:
    """float32 (3, 224, 224), RGB from -1 to 1."""
    height, width = cutout.rgba.shape[:2]
    side = max(height, width)
    canvas = Image.new("RGBA", (side, side), (GROUND, GROUND, GROUND, 255))
    place = (side - width) // 2, (side - height) // 2
    canvas.alpha_composite(Image.fromarray(cutout.rgba), place)
    small = canvas.convert("RGB").resize((SIDE, SIDE), Image.Resampling.BICUBIC)
    return (np.asarray(small, np.float32) / np.float32(127.5) - 1).transpose(2, 0, 1)


class TextTower:
    """Embeds texts. The net is large and the texts are few, so it is opened when they are new.

    Needs the package ``tokenizers``.
    """

    def __init__(self, model_id: str, context: BackendContext) -> None:
        weights = context.find_weights(model_id, "")
        tokenizer = context.find_weights(model_id, "tokenizer.json")
        assert isinstance(weights, StoredWeights) and isinstance(tokenizer, StoredWeights)
        self._weights, self._tokenizer, self._context = weights, tokenizer, context
        self.sha256 = weights.sha256

    def embed(self, texts: Sequence[str]) -> Floats:
        """Unit vectors, float32 (N, D). Raises ``ModelError``."""
        kept = self._kept(texts)
        if kept is not None and kept.is_file():
            return np.asarray(np.load(kept, allow_pickle=False), np.float32)
        session = session_of(self._weights, self._context)
        ids = tokens_of(texts, self._tokenizer.path)
        name = session.inputs[0]
        rows = Batches(AT_ONCE).run(
            lambda batch: list(_unit(session.run({name: np.stack(batch)}), _TEXT_OUTPUTS)), ids
        )
        vectors = np.stack(rows).astype(np.float32)
        if kept is not None:
            content = BytesIO()
            np.save(content, vectors, allow_pickle=False)
            write_whole(kept, [content.getbuffer()], private=True)
        return vectors

    def _kept(self, texts: Sequence[str]) -> Path | None:
        cache = self._context.cache
        key = hashlib.sha256("\n".join([self.sha256, self._tokenizer.sha256, *texts]).encode())
        return cache / "texts" / f"{key.hexdigest()[:24]}.npy" if cache else None


def open_images(model_id: str, context: BackendContext) -> ImageTower:
    """The context's image tower: two stages may ask for it."""
    return context.shared(f"images {model_id}", lambda: ImageTower(open_session(model_id, context)))


def canonical(text: str) -> str:
    """As the tower was trained on: lower case, no punctuation, single spaces."""
    plain = html.unescape(html.unescape(text)).replace("_", " ")
    plain = plain.translate(str.maketrans("", "", string.punctuation)).lower()
    return " ".join(plain.split())


def tokens_of(texts: Sequence[str], tokenizer: Path) -> list[Array]:
    """int64 (64,) a text, filled up with the end token. Raises ``ModelError``."""
    from tokenizers import Tokenizer

    try:
        reader = Tokenizer.from_file(str(tokenizer))
    except Exception as error:  # it raises a plain Exception
        raise ModelError(
            "model_unusable",
            f"The tokenizer at {tokenizer} cannot be read: {error}",
            "Get the model again.",
        ) from error
    reader.enable_truncation(TOKENS)
    reader.enable_padding(length=TOKENS, pad_id=reader.token_to_id(_END) or 0, pad_token=_END)
    encoded = reader.encode_batch([canonical(text) for text in texts])
    return [np.array(one.ids, np.int64) for one in encoded]


def _unit(outputs: dict[str, Array], names: Sequence[str]) -> Floats:
    """The first known output, or the first of all, scaled to length 1."""
    found = next((outputs[name] for name in names if name in outputs), None)
    rows = next(iter(outputs.values())) if found is None else found
    rows = rows.astype(np.float32)
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9))
