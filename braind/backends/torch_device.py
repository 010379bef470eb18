"""The device of backends that compute with torch."""

from __future__ import annotations

from braind.backends.devices import AUTO, CPU, unavailable


def torch_device(device: str) -> str:
    """Torch's name for a device. Raises ``ModelError`` where torch cannot compute there."""
    import torch

    usable = (*(("cuda",) if torch.cuda.is_available() else ()), CPU)
    if device != AUTO and device not in usable:
        raise unavailable(device, usable)
    return usable[0] if device == AUTO else device
