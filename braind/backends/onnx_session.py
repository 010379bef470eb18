"""A quiet, frugal onnxruntime session around verified bytes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from braind.backends.context import BackendContext
from braind.errors import ModelError
from braind.models import Weights, find_model, read_weights

Array = NDArray[Any]
_PROVIDERS = {"cpu": "CPUExecutionProvider", "cuda": "CUDAExecutionProvider"}
_QUIET = 3  # errors only


class OnnxSession:
    """One net. ``sha256`` identifies its weights; sessions may be used by one thread at a time.

    Raises ``ModelError`` when the device is not available or the bytes are not a usable net.
    """

    def __init__(self, weights: Weights, device: str = "cpu", threads: int = 1) -> None:
        import onnxruntime

        provider = _PROVIDERS.get(device, "")
        if provider not in onnxruntime.get_available_providers():
            raise ModelError(
                "device_unavailable",
                f"onnxruntime cannot compute on {device!r} here.",
                "Use the device cpu.",
                device=device,
            )
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = _QUIET
        # Spinning threads would burn the cores that the other worker computes on.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            self._session = onnxruntime.InferenceSession(
                weights.content, options, providers=[provider]
            )
        except Exception as error:  # onnxruntime raises its own unnamed classes
            raise ModelError(
                "model_unusable",
                f"onnxruntime cannot load the model: {error}",
                "Install BRAIND again, or update onnxruntime.",
            ) from error
        self.sha256 = weights.sha256
        self.inputs = tuple(value.name for value in self._session.get_inputs())
        self.outputs = tuple(value.name for value in self._session.get_outputs())

    def run(self, feeds: Mapping[str, Array]) -> dict[str, Array]:
        """Every output by its name, in the net's order."""
        values = self._session.run(None, dict(feeds))
        return {name: np.asarray(value) for name, value in zip(self.outputs, values, strict=True)}


def open_session(model_id: str, context: BackendContext) -> OnnxSession:
    """A session of an embedded model. Raises ``ModelError`` when its file is missing or damaged."""
    return OnnxSession(read_weights(find_model(model_id)), context.device, context.threads)
