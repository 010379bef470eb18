"""A quiet, frugal onnxruntime session around verified bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from braind.backends.batches import is_allocation_failure
from braind.backends.context import BackendContext
from braind.backends.devices import PROVIDERS, device_of, providers_for, unavailable, usable_devices
from braind.errors import ModelError
from braind.models import Weights
from braind.weights import StoredWeights

Array = NDArray[Any]
_QUIET = 3  # errors only


class OnnxSession:
    """One net. ``sha256`` identifies its weights; sessions may be used by one thread at a time.

    ``device`` is where it really computes. Raises ``ModelError`` when the asked device is not
    available or the bytes are not a usable net.
    """

    def __init__(
        self, weights: Weights | StoredWeights, device: str = "cpu", threads: int = 1
    ) -> None:
        import onnxruntime

        providers = providers_for(device)
        source = weights.content if isinstance(weights, Weights) else str(weights.path)
        try:
            self._session = onnxruntime.InferenceSession(
                source, _options(threads, providers), providers=providers
            )
        except Exception as error:  # onnxruntime raises its own unnamed classes
            raise ModelError(
                "model_unusable",
                f"onnxruntime cannot load the model: {error}",
                "Get the model or install BRAIND again, or update onnxruntime.",
            ) from error
        self.device = device_of(self._session.get_providers())
        if device not in ("auto", self.device):  # it is there, but its libraries are not
            raise unavailable(device, usable_devices())
        self.sha256 = weights.sha256
        self.inputs = tuple(value.name for value in self._session.get_inputs())
        self.outputs = tuple(value.name for value in self._session.get_outputs())

    def frame(self, width: int, height: int) -> tuple[int, int]:
        """Width and height of the pictures (N, C, H, W) that the first input takes.

        The given ones where the file leaves them open. Raises ``ModelError`` for other inputs.
        """
        shape = self._session.get_inputs()[0].shape
        if len(shape) != 4:
            raise unfit(f"it takes arrays of {len(shape)} dimensions, not pictures")
        high, wide = (size if isinstance(size, int) else 0 for size in shape[2:])
        return wide or width, high or height

    @property
    def notes(self) -> Mapping[str, str]:
        """What the file says about itself, by name."""
        return dict(self._session.get_modelmeta().custom_metadata_map)

    def run(self, feeds: Mapping[str, Array]) -> dict[str, Array]:
        """Every output by its name, in the net's order.

        Raises MemoryError, and ``ModelError`` for a net that cannot be fed so.
        """
        try:
            values = self._session.run(None, dict(feeds))
        except Exception as error:
            if is_allocation_failure(error):
                raise MemoryError(str(error)) from error
            raise unfit(str(error)) from error
        named = zip(self.outputs, values, strict=True)
        return _Outputs({name: np.asarray(value) for name, value in named})


class _Outputs(dict[str, Array]):
    def __missing__(self, name: str) -> Array:
        raise unfit(f"it has no output “{name}”")


def unfit(why: str) -> ModelError:
    """The error for a net that loads, but has other inputs or outputs than its task needs."""
    return ModelError(
        "model_unfit",
        f"The model does not fit its task: {why}",
        "Get it again, or choose another one.",
    )


def _options(threads: int, providers: Sequence[str]) -> Any:  # noqa: ANN401
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = _QUIET
    # Spinning threads would burn the cores that the other worker computes on.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # DirectML refuses memory patterns.
    options.enable_mem_pattern = PROVIDERS["dml"] not in providers
    return options


def open_session(model_id: str, context: BackendContext, file: str = "") -> OnnxSession:
    """A session of a model. Raises ``ModelError`` when its file is missing or damaged."""
    return session_of(context.find_weights(model_id, file), context)


def session_of(weights: Weights | StoredWeights, context: BackendContext) -> OnnxSession:
    """A session of weights; the context remembers the device."""
    session = OnnxSession(weights, context.device, context.threads)
    context.devices_in_use.add(session.device)
    return session
