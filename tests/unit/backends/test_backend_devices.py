import onnxruntime
import pytest

from braind.backends.context import BackendContext
from braind.backends.devices import PROVIDERS, device_of, providers_for, usable_devices
from braind.backends.onnx_session import open_session
from braind.errors import ModelError


def test_the_cpu_is_always_there_and_comes_last():
    assert usable_devices()[-1] == "cpu"
    assert {PROVIDERS[d] for d in usable_devices()} <= set(onnxruntime.get_available_providers())


def test_auto_falls_back_to_the_cpu():
    assert providers_for("auto")[-1] == "CPUExecutionProvider"
    assert providers_for("cpu") == ["CPUExecutionProvider"]


def test_a_device_that_is_not_there_is_an_error_with_those_that_are():
    absent = next(device for device in PROVIDERS if device not in usable_devices())
    with pytest.raises(ModelError) as caught:
        providers_for(absent)
    assert caught.value.code == "device_unavailable" and "cpu" in caught.value.hint


def test_the_device_really_in_use_is_told():
    assert device_of(["CoreMLExecutionProvider", "CPUExecutionProvider"]) == "coreml"
    context = BackendContext("auto")
    session = open_session("style", context)
    assert session.device in usable_devices() and context.devices_in_use == {session.device}
