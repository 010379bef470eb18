"""The nets of the original pipeline in their real sizes, with random weights.

Speed does not depend on what was learned. The weights are spread so that BLIP's answers depend on
picture and question, or equal answers would prove nothing.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from braind.backends.context import BackendContext
from braind.backends.onnx_face import open_centerface
from braind.backends.onnx_session import OnnxSession
from braind.backends.vqa_words import ENGLISH
from braind.lexicon import tokens_of
from braind.weights import weights_at

Net = Any  # torch is not there where types are checked
SEED = 7
OPSET = 17
WORDS = 30_522  # of BERT's vocabulary; BLIP adds two
_SPECIAL = ("[PAD]", "[UNK]", "?")
_LATER = {"[CLS]": 101, "[SEP]": 102, "[MASK]": 103}
_SPREAD, _FROM_QUESTION = 0.03, 0.3


def seeded(make: Any) -> Net:  # noqa: ANN401
    """A net in evaluation mode whose weights are the same in every run."""
    import torch

    torch.manual_seed(SEED)
    return make().eval().requires_grad_(False)


def exported(net: Net, shape: Sequence[int], folder: Path, name: str) -> OnnxSession:
    """The net as an ONNX session of one thread; pictures of ``shape`` (3, H, W), any number."""
    import torch

    path = folder / f"{name}.onnx"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter tells its own history
        torch.onnx.export(
            net, (torch.zeros(1, *shape),), str(path), dynamo=False, opset_version=OPSET,
            input_names=["image"], output_names=["out"],
            dynamic_axes={"image": {0: "n"}, "out": {0: "n"}},
        )  # fmt: skip
    return OnnxSession(weights_at(path), threads=1)


def yolo(folder: Path) -> Net:
    """YOLOv8m of five classes, convolutions and norms already one."""
    from braind.backends.ultralytics_person import load_ultralytics

    load_ultralytics(folder / "ultralytics")
    from ultralytics.nn.tasks import DetectionModel

    net = seeded(lambda: DetectionModel("yolov8m.yaml", nc=5, verbose=False))
    return net.fuse(verbose=False)


def centerface() -> OnnxSession:
    """The face detector: its weights are there."""
    return open_centerface(BackendContext("cpu", 1))


def shufflenet() -> Net:
    """ShuffleNetV2 with seven outputs."""
    from torchvision.models import shufflenet_v2_x1_0

    return seeded(lambda: shufflenet_v2_x1_0(weights=None, num_classes=7))


def blip() -> tuple[Net, Net]:
    """BLIP-VQA base and a tokenizer with as many words as BERT's."""
    import torch
    from transformers import BertTokenizer, BlipConfig, BlipForQuestionAnswering

    text = {"num_attention_heads": 12, "vocab_size": WORDS + 2, "bos_token_id": WORDS}
    net = seeded(lambda: BlipForQuestionAnswering(BlipConfig(text_config=text)))
    for name, weights in net.named_parameters():
        if weights.ndim > 1:
            is_answering = "text_decoder" in name and "crossattention" in name
            wide = is_answering and ("value" in name or "dense" in name)
            torch.nn.init.normal_(weights, std=_FROM_QUESTION if wide else _SPREAD)
    return net, BertTokenizer(vocab=blip_vocabulary())


def blip_vocabulary() -> dict[str, int]:
    """The words of the questions among others; BLIP's ids of special tokens."""
    asked = dict.fromkeys(word for text in ENGLISH.values() for word in tokens_of(text))
    places = [n for n in range(WORDS) if n not in _LATER.values()]
    words = [*_SPECIAL, *asked, *(f"word{n}" for n in range(WORDS))]
    return {**dict(zip(words, places, strict=False)), **_LATER}


def scaled_difference(one: Sequence[Any], other: Sequence[Any]) -> float:
    """The largest difference of arrays, as a share of the largest value."""
    largest = max(float(np.abs(a).max()) for a in one)
    apart = max(float(np.abs(a - b).max()) for a, b in zip(one, other, strict=True))
    return apart / max(largest, 1e-9)
