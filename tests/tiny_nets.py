"""Tiny nets in the real file layout: they see a drawn figure on its grey wall, and nothing else.

Every net has the inputs and outputs of the real one. What it finds is written into it; it finds it
wherever the picture is not plain wall (or the grey of a frame).
"""

from __future__ import annotations

import atexit
import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from blip_samples import save_tiny_blip
from stage_fakes import GROUND, PAINT

from braind.backends.siglip import canonical
from braind.backends.ultralytics_person import load_ultralytics
from braind.domain import Region
from braind.registry import Stage
from braind.vocabulary import STYLES
from braind.weights import find_weights, weights_at
from braind.wordspaces import answer_words

FRAME_GREY = 114
WALL = GROUND[0]


def find_tiny(model_id, file=""):
    """What ``BackendContext`` asks: a tiny net where there is one, else the shipped weights."""
    if model_id not in BUILDERS:
        return find_weights(model_id, file)
    return weights_at(tiny_path(model_id, file))


def tiny_path(model_id, file=""):
    """The file of a tiny net, made at its first use."""
    usual = "model.pt" if model_id == "yolov8-torch" else "model.onnx"
    path = _folder() / model_id / (file or usual)
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        BUILDERS[model_id](path)
    return path


@cache
def _folder():
    folder = TemporaryDirectory()
    atexit.register(folder.cleanup)
    return Path(folder.name)


class Graph:
    """A few operations, by name, as an ONNX file."""

    def __init__(self, name, shape, kind=None):
        import onnx

        self._onnx, self._nodes, self._consts = onnx, [], []
        kind = kind or onnx.TensorProto.FLOAT
        self._input = onnx.helper.make_tensor_value_info(name, kind, shape)
        self.input = name

    def const(self, value, dtype=np.float32):
        name = f"c{len(self._consts)}"
        tensor = self._onnx.numpy_helper.from_array(np.asarray(value, dtype), name)
        self._consts.append(tensor)
        return name

    def add(self, op, *inputs, out="", **attributes):
        out = out or f"n{len(self._nodes)}"
        self._nodes.append(self._onnx.helper.make_node(op, list(inputs), [out], **attributes))
        return out

    def unlike(self, greys, tolerance):
        """1 where the input is none of the grey levels, in any channel: (N, 1, H, W)."""
        apart = None
        for grey in greys:
            levels = self.const(np.reshape(grey, (1, 3, 1, 1)))
            own = self.add("Abs", self.add("Sub", self.input, levels))
            own = self.add("ReduceMax", own, self.const([1], np.int64), keepdims=1)
            apart = own if apart is None else self.add("Min", apart, own)
        there = self.add("Greater", apart, self.const(tolerance))
        return self.add("Cast", there, to=self._onnx.TensorProto.FLOAT)

    def anything(self, greys, tolerance):
        """1 where a picture has anything but the grey levels: (N, 1, 1, 1)."""
        seen = self.unlike(greys, tolerance)
        return self.add("ReduceMax", seen, self.const([1, 2, 3], np.int64), keepdims=1)

    def save(self, path, outputs, notes=None):
        helper = self._onnx.helper
        values = [
            helper.make_tensor_value_info(name, self._onnx.TensorProto.FLOAT, None)
            for name in outputs
        ]
        graph = helper.make_graph(self._nodes, "tiny", [self._input], values, self._consts)
        opset = [helper.make_opsetid("", 18)]
        model = helper.make_model(graph, opset_imports=opset, ir_version=9)
        helper.set_model_props(model, notes or {})
        self._onnx.save(model, path)


def mask_net(mean, deviation, gain, offset, side=256):
    """A cutout net: ``gain`` where the figure is, plus ``offset``."""

    def build(path):
        graph = Graph("input", [1, 3, side, side])
        wall = (np.full(3, WALL / 255) - mean) / np.array(deviation)
        seen = graph.unlike([wall], 0.04)
        scaled = graph.add("Mul", seen, graph.const(gain))
        graph.add("Add", scaled, graph.const(offset), out="output")
        graph.save(path, ["output"])

    return build


# Where a net that finds the five body classes finds them: centre and size in shares of the frame.
BODY_BOXES = {
    "left foot": (0.55, 0.9, 0.06, 0.05),
    "right foot": (0.45, 0.9, 0.06, 0.05),
    "lower body": (0.5, 0.7, 0.2, 0.45),
    "upper body": (0.5, 0.3, 0.2, 0.35),
    "whole body": (0.5, 0.5, 0.25, 0.85),
}
# The 17 or 26 keypoints of a standing figure, in shares of its window.
_SIDES = {"shoulder": (0.1, 0.3), "elbow": (0.14, 0.4), "wrist": (0.15, 0.5), "hip": (0.07, 0.52),
          "knee": (0.07, 0.7), "ankle": (0.07, 0.86)}  # fmt: skip
_HEAD = [(0.5, 0.17), (0.53, 0.16), (0.47, 0.16), (0.55, 0.17), (0.45, 0.17)]
_BODY = [(0.5 + s * x, y) for x, y in _SIDES.values() for s in (1, -1)]
_FEET = [(0.5 + s * x, y) for x, y in ((0.08, 0.89), (0.1, 0.89), (0.06, 0.88)) for s in (1, -1)]
HALPE = np.array([*_HEAD, *_BODY, (0.5, 0.1), (0.5, 0.26), (0.5, 0.52), *_FEET])


def yolo_rows(side, classes, points=False):
    """(4 + classes [+ 51], N) of YOLOv8's layout, one sure box a class and plenty of nothing."""
    boxes = np.array(list(BODY_BOXES.values()) if classes > 1 else [BODY_BOXES["whole body"]])
    rows = np.zeros((4 + classes + 51 * points, len(boxes) + 20), np.float32)
    rows[:4, : len(boxes)] = boxes.T * side
    rows[4 : 4 + classes, : len(boxes)] = 0.9 * np.eye(classes)
    if points:
        whole = BODY_BOXES["whole body"]
        place = np.array(whole[:2]) + (HALPE[:17] - 0.5) * whole[2:]
        rows[5:, 0] = np.column_stack([place * side, np.full(17, 0.9)]).ravel()
    return rows


def yolo_net(path, names=tuple(BODY_BOXES), task="detect", side=320):
    graph = Graph("images", [1, 3, side, side])
    seen = graph.anything([np.full(3, g / 255) for g in (WALL, FRAME_GREY)], 0.04)
    flag = graph.add("Reshape", seen, graph.const([1, 1, 1], np.int64))
    rows = graph.const(yolo_rows(side, len(names), task == "pose")[None])
    graph.add("Mul", rows, flag, out="output0")
    graph.save(path, ["output0"], {"names": repr(dict(enumerate(names))), "task": task})


YOLOX_SIDE = 64
YOLOX_PERSON = (2, (0.5, 0.5), (20, 60))  # cell of stride 32, place in it, size in input pixels


def yolox_net(path):
    """Undecoded rows: offsets in cells, logarithms of sizes, object and class scores."""
    side = YOLOX_SIDE
    graph = Graph("input", [1, 3, side, side])
    seen = graph.anything([np.full(3, g) for g in (WALL, FRAME_GREY)], 10)
    flag = graph.add("Reshape", seen, graph.const([1, 1, 1], np.int64))
    rows = np.zeros((sum((side // s) ** 2 for s in (8, 16, 32)), 6), np.float32)
    cell, place, size = YOLOX_PERSON
    rows[cell - 4] = (*place, *np.log(np.array(size) / 32), 0.95, 0.95)
    graph.add("Mul", graph.const(rows[None]), flag, out="output")
    graph.save(path, ["output"])


def rtmpose_net(path):
    graph = Graph("input", ["batch", 3, 256, 192])
    mean = graph.add("ReduceMean", graph.input, graph.const([1, 2, 3], np.int64), keepdims=0)
    zero = graph.add("Mul", mean, graph.const(0))
    zeros = graph.add("Unsqueeze", zero, graph.const([1, 2], np.int64))
    for axis, name, length in ((0, "simcc_x", 384), (1, "simcc_y", 512)):
        peaks = np.zeros((1, 26, length), np.float32)
        peaks[0, np.arange(26), np.round(HALPE[:, axis] * length).astype(int)] = 0.9
        graph.add("Add", graph.const(peaks), zeros, out=name)
    graph.save(path, ["simcc_x", "simcc_y"])


YUNET_CELL = (3, 20, 16)  # row and column of stride 8, size of the face in pixels


def yunet_net(path):
    graph = Graph("input", [1, 3, 640, 640])
    face = np.array(PAINT[Region.FACE][::-1])
    near = graph.add("Abs", graph.add("Sub", graph.input, graph.const(face.reshape(1, 3, 1, 1))))
    near = graph.add("ReduceMax", near, graph.const([1], np.int64), keepdims=1)
    near = graph.add("ReduceMin", near, graph.const([1, 2, 3], np.int64), keepdims=1)
    there = graph.add("Less", near, graph.const(3))
    flag = graph.add("Cast", there, to=1)
    flag = graph.add("Reshape", flag, graph.const([1, 1, 1], np.int64))
    outputs = []
    for stride in (8, 16, 32):
        cells = (640 // stride) ** 2
        for name, width in (("cls", 1), ("obj", 1), ("bbox", 4), ("kps", 10)):
            values = np.zeros((1, cells, width), np.float32)
            if stride == 8:
                row, column, size = YUNET_CELL
                place = row * 80 + column
                values[0, place] = 0.9 if name in ("cls", "obj") else 0
                if name == "bbox":
                    values[0, place] = (0.5, 0.5, *np.log([size / 8, size / 8]))
            outputs.append(graph.add("Mul", graph.const(values), flag, out=f"{name}_{stride}"))
    graph.save(path, outputs)


def _awaken(model):
    """Statistics of noise in the normalisations: without them an untrained net says nothing."""
    import torch

    norms = [layer for layer in model.modules() if isinstance(layer, torch.nn.BatchNorm2d)]
    for norm in norms:
        norm.momentum = 1.0
    blocks = torch.rand(4, 3, 20, 20).repeat_interleave(32, 2).repeat_interleave(32, 3)
    heads = [scale[-1] for scale in model.model[-1].cv3]
    for head in heads:
        head.register_forward_pre_hook(_even_out)
    with torch.no_grad():
        model.train()(blocks)
    for head in heads:
        head._forward_pre_hooks.clear()
    model.eval()


def _even_out(head, inputs):
    """Class scores that vary about a low level."""
    import torch

    torch.nn.init.normal_(head.weight, std=float(1 / inputs[0].norm(dim=1).mean()))
    head.bias.data.fill_(-2.5)


def torch_yolo(path, eager=False):
    """An untrained YOLOv8n with the five classes, saved by ultralytics.

    ``eager`` has it find much, here and there.
    """
    import torch
    import yaml

    ultralytics = load_ultralytics(_folder() / "ultralytics")
    plan = Path(ultralytics.__file__).parent / "cfg/models/v8/yolov8.yaml"
    content = yaml.safe_load(plan.read_text(encoding="utf-8"))
    content |= {"nc": len(BODY_BOXES), "scales": {"n": content["scales"]["n"]}}
    own = path.with_name("yolov8n-body.yaml")
    own.write_text(yaml.safe_dump(content), encoding="utf-8")
    torch.manual_seed(0)
    net = ultralytics.YOLO(str(own))
    net.model.names = dict(enumerate(BODY_BOXES))
    if eager:
        _awaken(net.model)
    net.save(path)


def image_tower(path):
    graph = Graph("pixel_values", ["batch", 3, 224, 224])
    colour = graph.add("ReduceMean", graph.input, graph.const([2, 3], np.int64), keepdims=0)
    spread = np.random.default_rng(0).normal(size=(3, 768))
    graph.add("MatMul", colour, graph.const(spread), out="image_embeds")
    graph.save(path, ["image_embeds"])


def text_tower(path):
    """With its tokenizer: a word a token."""
    from tokenizers import Tokenizer, models, pre_tokenizers, processors

    if path.name == "tokenizer.json":
        vocabulary = {word: i for i, word in enumerate(["<pad>", "</s>", "<unk>", *TOKENS])}
        reader = Tokenizer(models.WordLevel(vocabulary, unk_token="<unk>"))
        reader.pre_tokenizer = pre_tokenizers.Whitespace()
        reader.post_processor = processors.TemplateProcessing(
            single="$A </s>", special_tokens=[("</s>", 1)]
        )
        reader.save(str(path))
        return
    graph = Graph("input_ids", ["batch", 64], kind=7)  # int64
    table = np.random.default_rng(0).normal(size=(len(TOKENS) + 3, 768))
    rows = graph.add("Gather", graph.const(table), graph.input)
    graph.add("ReduceMean", rows, graph.const([1], np.int64), keepdims=0, out="text_embeds")
    graph.save(path, ["text_embeds"])


TOKENS = sorted({canonical(word) for word in answer_words()} | {"outfit", "casual", "dress"})


def classifier(path, output="logits"):
    """A style classifier of the user's own, with its card."""
    graph = Graph("image", ["batch", 3, 64, 32])
    colour = graph.add("ReduceMean", graph.input, graph.const([2, 3], np.int64), keepdims=0)
    spread = np.random.default_rng(0).normal(size=(3, 7))
    graph.add("MatMul", colour, graph.const(spread), out="styles")
    graph.save(path, ["styles"])
    card = {
        "labels": list(reversed(STYLES)),
        "input": {"size": [32, 64], "mean": [0.5] * 3, "std": [0.25] * 3, "resize": "letterbox"},
        "output": output,
    }
    path.with_suffix(".json").write_text(json.dumps(card), encoding="utf-8")


def sentence_bert(path):
    """A tiny BERT in the layout of sentence-transformers."""
    import torch
    import transformers

    torch.manual_seed(0)
    letters = [chr(code) for code in range(ord("a"), ord("z") + 1)]
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *letters, *(f"##{x}" for x in letters)]
    config = transformers.BertConfig(
        vocab_size=len(words), hidden_size=32, num_hidden_layers=1, num_attention_heads=2,
        intermediate_size=48,
    )  # fmt: skip
    transformers.BertModel(config).save_pretrained(path.parent)
    vocabulary = {word: i for i, word in enumerate(words)}
    transformers.BertTokenizerFast(vocab=vocabulary).save_pretrained(path.parent)


def is_made_tiny(spec):
    """Whether a backend runs on nets that are made here, with onnx."""
    return spec.name == "classifier" or any(model in BUILDERS for model in spec.models)


def tiny_settings(stage, name):
    """Settings that a backend cannot do without."""
    if (stage, name) == (Stage.STYLE, "classifier"):
        return {"file": str(tiny_path("classifier"))}
    return {}


_IMAGENET = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
_HALF = (0.5, 0.5, 0.5), (1.0, 1.0, 1.0)


def tiny_blip(path):
    save_tiny_blip(path.parent)


BUILDERS = {
    "blip-vqa-base": tiny_blip,
    "rmbg-1.4": mask_net(*_HALF, 0.7, 0.1),
    "rmbg-1.4-quantized": mask_net(*_HALF, 0.7, 0.1),
    "isnet-general": mask_net(*_HALF, 0.7, 0.1),
    "birefnet": mask_net(*_IMAGENET, 16, -8),
    "birefnet-lite": mask_net(*_IMAGENET, 1, 0),  # a file that ends in the sigmoid
    "yolov8": yolo_net,
    "yolov8-torch": torch_yolo,
    "yolox-tiny": yolox_net,
    "yolox-m": yolox_net,
    "rtmpose-s": rtmpose_net,
    "rtmpose-m": rtmpose_net,
    "yunet": yunet_net,
    "classifier": classifier,
    "fashion-siglip": image_tower,
    "fashion-siglip-text": text_tower,
    "minilm": sentence_bert,
}
