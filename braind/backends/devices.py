"""Where nets compute: the devices by name, and what onnxruntime can do with them here."""

from __future__ import annotations

from braind.errors import ModelError

AUTO = "auto"
CPU = "cpu"
# The fastest first: what "auto" tries in this order.
PROVIDERS = {
    "cuda": "CUDAExecutionProvider",
    "dml": "DmlExecutionProvider",
    "coreml": "CoreMLExecutionProvider",
    CPU: "CPUExecutionProvider",
}
DEVICES = (AUTO, *reversed(PROVIDERS))
_NAMES = {provider: device for device, provider in PROVIDERS.items()}


def usable_devices() -> tuple[str, ...]:
    """The devices of the installed onnxruntime, the fastest first; the CPU is always there."""
    import onnxruntime

    there = set(onnxruntime.get_available_providers())
    return tuple(device for device, provider in PROVIDERS.items() if provider in there)


def providers_for(device: str) -> list[str]:
    """What to ask onnxruntime for. Raises ``ModelError`` for a device that it does not have."""
    usable = usable_devices()
    if device != AUTO and device not in usable:
        raise unavailable(device, usable)
    first = usable[0] if device == AUTO else device
    return list(dict.fromkeys([PROVIDERS[first], PROVIDERS[CPU]]))


def device_of(providers: list[str]) -> str:
    """The device that a session really uses, from its providers, the preferred one first."""
    return _NAMES.get(providers[0], providers[0])


def unavailable(device: str, usable: tuple[str, ...]) -> ModelError:
    """The error for a device that was asked for by name and cannot be had."""
    return ModelError(
        "device_unavailable",
        f"BRAIND cannot compute on {device!r} here.",
        f"Use one of: {AUTO}, {', '.join(usable)}.",
        device=device,
    )
