"""BLIP-VQA through transformers: ten English questions about a whole cutout."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
from PIL import Image

from braind.backends.context import BackendContext
from braind.backends.vqa_words import (
    ENGLISH,
    Said,
    answers_from,
    closed_answers,
    wording,
)
from braind.colors import shipped_namer
from braind.domain import Answer, Cutout, Floats, Pixels
from braind.errors import ModelError
from braind.vocabulary import QUESTIONS

CONFIG, WEIGHTS, VOCABULARY = "config.json", "model.safetensors", "vocab.txt"
GROUND = 255
MEAN = np.array([0.48145466, 0.4578275, 0.40821073], np.float32)  # CLIP's
DEVIATION = np.array([0.26862954, 0.26130258, 0.27577711], np.float32)
BATCH = 8
_PART = 1 << 20


@dataclass(frozen=True, slots=True)
class BlipSettings:
    """How answers are found; all of it decides them and belongs to the recipe.

    ``mode`` "rank" takes the most probable answer of the closed list, of the ``candidates`` whose
    first token is most probable; "generate" writes up to ``longest`` tokens and maps them to the
    list. The famous brand is always written. ``colors`` come from the garments' pixels or, as all
    other answers, from BLIP.
    """

    mode: Literal["rank", "generate"] = "rank"
    colors: Literal["pixels", "blip"] = "pixels"
    candidates: int = 8
    longest: int = 10


class BlipVqa:
    """Answers from weights in the layout of the Hugging Face hub.

    ``folder`` holds config.json, model.safetensors and vocab.txt. ``precision`` is the torch type
    to compute in. Raises ``ModelError`` when a file is missing or does not fit.
    """

    def __init__(
        self,
        folder: Path,
        settings: BlipSettings | None = None,
        device: str = "cpu",
        precision: str = "float32",
    ) -> None:
        import torch

        from braind.backends.blip_net import BlipNet

        self.settings = settings or BlipSettings()
        self._torch, self._device, self._precision = torch, device, precision
        model, self._tokenizer = _load(folder, device, precision)
        self.size = int(model.config.vision_config.image_size)
        self._net = BlipNet(model)
        self._sha256 = _sha256(folder / WEIGHTS)
        self._questions, self._mask = self._encode(model.config.text_config.bos_token_id + 1)
        self._closed = [self._closed_tokens(closed_answers(question)) for question in QUESTIONS]

    @property
    def identity(self) -> Mapping[str, object]:
        """Backend, weights, questions, settings, and which colours are named how."""
        return {
            "backend": "blip",
            "weights": self._sha256,
            "precision": self._precision,
            "picture": [self.size, GROUND],
            "colors_named": shipped_namer().id,
            **asdict(self.settings),
            **wording(),
        }

    def answer_questions(self, cutouts: Sequence[Cutout]) -> list[tuple[Answer, ...]]:
        """Ten answers for each face-cropped cutout, in the order of ``vocabulary.QUESTIONS``."""
        measure = self.settings.colors == "pixels"
        pictures = [on_ground(cutout) for cutout in cutouts]
        return [
            answers_from(cutout, said, measure)
            for start in range(0, len(cutouts), BATCH)
            for cutout, said in zip(
                cutouts[start : start + BATCH],
                self.say(pictures[start : start + BATCH]),
                strict=True,
            )
        ]

    def say(self, pictures: Sequence[Pixels]) -> list[list[Said]]:
        """What BLIP answers about RGB pictures of any size: ten answers each."""
        inputs = np.stack([normalised(picture, self.size) for picture in pictures])
        pixels = self._torch.from_numpy(inputs).to(self._device, self._dtype)
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

    @property
    def _dtype(self) -> Any:  # noqa: ANN401 (torch has no types here)
        return getattr(self._torch, self._precision)

    def _ranked(self, asked: Any, count: int) -> dict[int, Said]:  # noqa: ANN401
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
        questions = both["input_ids"].to(self._device)
        questions[:, 0] = first
        return questions, both["attention_mask"].bool().to(self._device)

    def _closed_tokens(self, closed: Mapping[str, str]) -> list[tuple[str, list[int]]]:
        encode = self._tokenizer.encode
        return [(text, encode(text, add_special_tokens=False)) for text in closed]

    def _text(self, tokens: Sequence[int]) -> str:
        return str(self._tokenizer.decode(list(tokens), skip_special_tokens=True)).strip()


def create(context: BackendContext) -> BlipVqa:
    """Build it from the downloaded weights. Raises ``ModelError`` when there are none."""
    return BlipVqa(Path("blip-vqa-base"), device=context.device)


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


def _load(folder: Path, device: str, precision: str) -> tuple[Any, Any]:
    """The net and its tokenizer, from local files of safe formats only."""
    for name in (CONFIG, WEIGHTS, VOCABULARY):
        if not (folder / name).is_file():
            raise ModelError(
                "model_missing",
                f"BLIP needs {name} in “{folder}”.",
                "Run: braind models get blip-vqa-base",
                model="blip-vqa-base",
            )
    try:
        return _read(folder, device, precision)
    except Exception as error:  # transformers, safetensors and torch raise what they like
        raise ModelError(
            "model_unusable",
            f"BLIP cannot be loaded from “{folder}”: {error}",
            "Check it: braind models verify blip-vqa-base",
            model="blip-vqa-base",
        ) from error


def _read(folder: Path, device: str, precision: str) -> tuple[Any, Any]:
    import torch
    from transformers import BertTokenizer, BlipForQuestionAnswering
    from transformers.utils import logging

    logging.disable_progress_bar()
    if json.loads((folder / CONFIG).read_text("utf-8")).get("model_type") != "blip":
        raise ValueError("its config.json describes another net")
    model, report = BlipForQuestionAnswering.from_pretrained(
        folder,
        dtype=getattr(torch, precision),
        use_safetensors=True,
        local_files_only=True,
        output_loading_info=True,
    )
    if report["missing_keys"] or report["mismatched_keys"]:
        raise ValueError(f"weights are missing: {sorted(report['missing_keys'])[:3]}")
    return model.eval().to(device), BertTokenizer.from_pretrained(folder, local_files_only=True)


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while part := stream.read(_PART):
            digest.update(part)
    return digest.hexdigest()
