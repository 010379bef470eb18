"""What words mean by a sentence-transformers model (Reimers and Gurevych 2019): 384 numbers a word.

The model is a BERT whose last states are averaged over a text; transformers alone runs it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from braind.backends.batches import Batches
from braind.backends.context import BackendContext
from braind.backends.torch_device import torch_device
from braind.domain import Floats
from braind.errors import ModelError
from braind.weights import StoredWeights

AT_ONCE = 64


class SentenceWords:
    """Embeds words with the model in a folder."""

    def __init__(self, weights: StoredWeights, device: str) -> None:
        import torch
        import transformers

        self._torch, self._sha256 = torch, weights.sha256
        self.device = torch_device(device)
        folder, local = str(weights.path.parent), {"local_files_only": True}
        try:
            self._tokenizer = transformers.AutoTokenizer.from_pretrained(folder, **local)
            net = transformers.AutoModel.from_pretrained(folder, use_safetensors=True, **local)
        except Exception as error:  # whatever a folder of something else makes it raise
            raise ModelError(
                "model_unusable",
                f"transformers cannot load the model in {folder}: {error}",
                "Get the model again.",
            ) from error
        self._net = net.to(self.device).eval()

    @property
    def identity(self) -> Mapping[str, object]:
        """Backend and weights."""
        return {"backend": "sentence-transformers", "weights": self._sha256}

    def embed_words(self, words: Sequence[str]) -> Floats:
        """One unit vector a word, float32 (N, 384)."""
        return np.stack(Batches(AT_ONCE).run(self._embed, list(words)))

    def _embed(self, words: Sequence[str]) -> list[Floats]:
        batch = self._tokenizer(list(words), padding=True, truncation=True, return_tensors="pt")
        batch = batch.to(self.device)
        with self._torch.inference_mode():
            states = self._net(**batch).last_hidden_state
        mask = batch["attention_mask"][..., None].to(states.dtype)
        means = (states * mask).sum(1) / mask.sum(1)
        return list(self._torch.nn.functional.normalize(means, dim=1).cpu().numpy())


def create(context: BackendContext) -> SentenceWords:
    """Build it from the fetched model."""
    weights = context.find_weights("minilm", "model.safetensors")
    assert isinstance(weights, StoredWeights), "a fetched model lies on disk"
    backend = SentenceWords(weights, context.device)
    context.devices_in_use.add(backend.device)
    return backend
