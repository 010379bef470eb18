"""BLIP-VQA through transformers: ten English questions about a whole cutout."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from PIL import Image

from braind.backends.batches import Batches
from braind.backends.context import BackendContext
from braind.backends.torch_device import torch_device
from braind.backends.vqa_words import (
    ENGLISH,
    Said,
    answers_from,
    check_choice,
    closed_answers,
    wording,
)
from braind.colors import shipped_namer
from braind.domain import Answer, Cutout, Floats, Pixels
from braind.errors import ModelError
from braind.vocabulary import QUESTIONS
from braind.weights import StoredWeights

if TYPE_CHECKING:
    from braind.backends.blip_net import Asked

CONFIG, WEIGHTS, VOCABULARY = "config.json", "model.safetensors", "vocab.txt"
GROUND = 255
MEAN = np.array([0.48145466, 0.4578275, 0.40821073], np.float32)  # CLIP's
DEVIATION = np.array([0.26862954, 0.26130258, 0.27577711], np.float32)
BATCH = 4  # pictures: more gain little, and take 200 MB each
MODEL = "blip-vqa-base"
CHOICES = {
    "mode": ("rank", "generate"),
    "colors": ("pixels", "blip"),
    "precision": ("float32", "bfloat16", "float16"),
}

Net = Any  # transformers is not there where types are checked


@dataclass(frozen=True, slots=True)
class BlipSettings:
    """How answers are found; all of it decides them and belongs to the recipe.

    ``mode`` "rank" takes the most probable answer of the closed list, of the ``candidates`` whose
    first token is most probable; "generate" writes up to ``longest`` tokens and maps them to the
    list. The famous brand is always written. ``colors`` come from the garments' "pixels" or, as
    all other answers, from "blip". ``precision`` is the torch type to compute in. Raises
    ``ModelError`` for a word that is none of these, or a number below 1.
    """

    mode: str = "rank"
    colors: str = "pixels"
    candidates: int = 8
    longest: int = 10
    precision: str = "float32"

    def __post_init__(self) -> None:
        for name, words in CHOICES.items():
            check_choice(name, getattr(self, name), words)
        for name in ("candidates", "longest"):
            if getattr(self, name) < 1:
                raise ModelError(
                    "setting_wrong", f"The setting {name} has to be 1 or more.", setting=name
                )


class BlipVqa:
    """Answers of a ``BlipForQuestionAnswering`` with its tokenizer; ``sha256`` is the weights'.

    Raises ``ModelError`` for a device that torch does not have.
    """

    def __init__(
        self,
        model: Net,
        tokenizer: Net,
        sha256: str,
        settings: BlipSettings | None = None,
        device: str = "cpu",
    ) -> None:
        import torch

        from braind.backends.blip_net import BlipNet

        self.settings = settings or BlipSettings()
        self.device = torch_device(device)
        self.size = int(model.config.vision_config.image_size)
        self._torch, self._type = torch, getattr(torch, self.settings.precision)
        self._tokenizer, self._sha256 = tokenizer, sha256
        self._net = BlipNet(model.eval().to(self.device, self._type))
        self._questions, self._mask = self._encode(model.config.text_config.bos_token_id + 1)
        self._closed = [self._closed_tokens(closed_answers(question)) for question in QUESTIONS]
        self._batches = Batches(BATCH)

    @staticmethod
    def load(
        folder: Path, sha256: str, settings: BlipSettings | None = None, device: str = "cpu"
    ) -> BlipVqa:
        """From config.json, model.safetensors and vocab.txt, as on the Hugging Face hub.

        Raises ``ModelError`` when a file is missing or does not fit.
        """
        return BlipVqa(*_load(folder), sha256, settings, device)

    @property
    def identity(self) -> Mapping[str, object]:
        """Backend, weights, questions, settings, and which colours are named how."""
        return {
            "backend": "blip",
            "weights": self._sha256,
            "picture": [self.size, GROUND],
            "colors_named": shipped_namer().id,
            **asdict(self.settings),
            **wording(),
        }

    def answer_questions(self, cutouts: Sequence[Cutout]) -> list[tuple[Answer, ...]]:
        """Ten answers for each face-cropped cutout, in the order of ``vocabulary.QUESTIONS``."""
        measure = self.settings.colors == "pixels"
        said = self._batches.run(self.say, [on_ground(cutout) for cutout in cutouts])
        return [answers_from(c, one, measure) for c, one in zip(cutouts, said, strict=True)]

    def say(self, pictures: Sequence[Pixels]) -> list[list[Said]]:
        """What BLIP answers about RGB pictures of any size: ten answers each."""
        inputs = np.stack([normalised(picture, self.size) for picture in pictures])
        pixels = self._torch.from_numpy(inputs).to(self.device, self._type)
        asked = self._net.ask(self._net.see(pixels), self._questions, self._mask)
        ranked = self._ranked(asked, len(pictures)) if self.settings.mode == "rank" else {}
        rows = [row for row in range(len(pictures) * len(QUESTIONS)) if row not in ranked]
        written = self._net.generate(asked, rows, self.settings.longest)
        said = ranked | {
            row: Said(self._text(one.tokens), math.exp(one.log_probability))
            for row, one in zip(rows, written, strict=True)
        }
        count = len(QUESTIONS)
        return [[said[n * count + i] for i in range(count)] for n in range(len(pictures))]

    def _ranked(self, asked: Asked, count: int) -> dict[int, Said]:
        """The best closed answer by row; rows without a closed list are left out."""
        lists = self._closed * count
        tokens = [[ids for _, ids in closed] for closed in lists]
        scores = self._net.rank(asked, tokens, self.settings.candidates)
        return {
            row: _most_probable([text for text, _ in closed], logs)
            for row, (closed, logs) in enumerate(zip(lists, scores, strict=True))
            if closed
        }

    def _encode(self, first: int) -> tuple[Any, Any]:
        """Token ids and mask of the ten questions; BLIP was trained with [ENC] in first place."""
        texts = [ENGLISH[question] for question in QUESTIONS]
        both = self._tokenizer(texts, padding=True, return_tensors="pt")
        questions = both["input_ids"].to(self.device)
        questions[:, 0] = first
        return questions, both["attention_mask"].bool().to(self.device)

    def _closed_tokens(self, closed: Mapping[str, str]) -> list[tuple[str, list[int]]]:
        encode = self._tokenizer.encode
        return [(text, encode(text, add_special_tokens=False)) for text in closed]

    def _text(self, tokens: Sequence[int]) -> str:
        return str(self._tokenizer.decode(list(tokens), skip_special_tokens=True)).strip()


def create(context: BackendContext) -> BlipVqa:
    """Build it from the downloaded weights. Raises ``ModelError`` when there are none."""
    weights = context.find_weights(MODEL, WEIGHTS)
    assert isinstance(weights, StoredWeights), "downloaded models lie on disk"
    settings = BlipSettings(**cast(dict[str, Any], context.settings))
    backend = BlipVqa.load(weights.path.parent, weights.sha256, settings, context.device)
    context.devices_in_use.add(backend.device)
    return backend


def on_ground(cutout: Cutout) -> Pixels:
    """uint8 RGB (H, W, 3): the cutout on white."""
    image = Image.fromarray(cutout.rgba)
    ground = Image.new("RGBA", image.size, (GROUND, GROUND, GROUND, 255))
    return np.asarray(Image.alpha_composite(ground, image).convert("RGB"))


def normalised(picture: Pixels, size: int) -> Floats:
    """float32 (3, size, size): squashed with bicubic filtering, CLIP's mean and deviation."""
    square = Image.fromarray(picture).resize((size, size), Image.Resampling.BICUBIC)
    values = np.asarray(square, np.float32) / 255
    values = (values - MEAN) / DEVIATION
    return np.ascontiguousarray(values.transpose(2, 0, 1))


def _most_probable(texts: Sequence[str], logs: Sequence[float]) -> Said:
    """The best text; its share of the probability of all."""
    best = int(np.argmax(logs))
    return Said(texts[best], float(1 / np.exp(np.asarray(logs) - logs[best]).sum()))


def _load(folder: Path) -> tuple[Net, Net]:
    """The net and its tokenizer, from local files of safe formats only."""
    for name in (CONFIG, WEIGHTS, VOCABULARY):
        if not (folder / name).is_file():
            raise ModelError(
                "model_missing",
                f"BLIP needs {name} in “{folder}”.",
                f"Run: braind models get {MODEL}",
                model=MODEL,
            )
    try:
        return _read(folder)
    except Exception as error:  # transformers, safetensors and torch raise what they like
        raise ModelError(
            "model_unusable",
            f"BLIP cannot be loaded from “{folder}”: {error}",
            f"Check it: braind models verify {MODEL}",
            model=MODEL,
        ) from error


def _read(folder: Path) -> tuple[Net, Net]:
    from transformers import BertTokenizer, BlipForQuestionAnswering
    from transformers.utils import logging

    logging.disable_progress_bar()
    if json.loads((folder / CONFIG).read_text("utf-8")).get("model_type") != "blip":
        raise ValueError("its config.json describes another net")
    model, report = BlipForQuestionAnswering.from_pretrained(
        folder, use_safetensors=True, local_files_only=True, output_loading_info=True
    )
    # transformers would make up what is missing.
    if report["missing_keys"] or report["mismatched_keys"]:
        raise ValueError(f"weights are missing: {sorted(report['missing_keys'])[:3]}")
    return model, BertTokenizer.from_pretrained(folder, local_files_only=True)
