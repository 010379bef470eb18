"""Runs in LAVIS' own environment: answers questions with its BLIP, in JSON lines.

A file of its own that needs the standard library, torch and lavis only. It is started as

    python -I lavis_worker.py FOLDER

where FOLDER holds ``model_base_vqa_capfilt_large.pth``, the checkpoint of LAVIS' ``blip_vqa`` model
for VQA 2.0, and ``vocab.txt`` of BERT (uncased); a ``med_config.json`` of its own is used if it
is there. A question is

    {"picture": base64 of RGB bytes, "size": [width, height], "questions": [...],
     "answers": [[...], ...], "mode": "rank" | "generate"}

and its answer {"said": [...]}, one text a question. Where a question has no answers to rank, one
is generated.
"""

from __future__ import annotations

import base64
import json
import os
import sys
from pathlib import Path
from typing import IO, Any

WEIGHTS, VOCABULARY, CONFIG = "model_base_vqa_capfilt_large.pth", "vocab.txt", "med_config.json"
CANDIDATES = 128

Net = Any  # torch and lavis have no types
Tensor = Any


def main(folder: Path) -> None:
    """Answer until the input ends."""
    out = _own_output()

    def say(message: dict[str, Any]) -> None:
        out.write(json.dumps(message) + "\n")
        out.flush()

    try:
        vqa = _Vqa(folder)
    except Exception as error:
        say({"error": f"{type(error).__name__}: {error}"})
        return
    say({"ready": True, "size": vqa.size})
    for line in sys.stdin:
        try:
            say({"said": vqa.answer(json.loads(line))})
        except Exception as error:
            say({"error": f"{type(error).__name__}: {error}"})


def _own_output() -> IO[str]:
    """The output pipe for us alone: what libraries print goes to the error output."""
    ours = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return ours


class _Vqa:
    """LAVIS' BLIP for questions, from local files only."""

    def __init__(self, folder: Path) -> None:
        os.environ.update(HF_HUB_OFFLINE="1", TRANSFORMERS_OFFLINE="1")
        import torch
        from lavis.processors.blip_processors import BlipImageEvalProcessor, BlipQuestionProcessor

        self._torch = torch
        checkpoint = torch.load(folder / WEIGHTS, map_location="cpu", weights_only=True)
        self._model, self.size = _build(folder, checkpoint["model"])
        self._see = BlipImageEvalProcessor(image_size=self.size)
        self._read = BlipQuestionProcessor()

    def answer(self, asked: dict[str, Any]) -> list[str]:
        from PIL import Image

        size = tuple(asked["size"])
        picture = Image.frombytes("RGB", size, base64.b64decode(asked["picture"]))
        image = self._see(picture)[None]
        with self._torch.inference_mode():
            return [
                self._say(image, self._read(question), closed, asked["mode"])
                for question, closed in zip(asked["questions"], asked["answers"], strict=True)
            ]

    def _say(self, image: Tensor, question: str, closed: list[str], mode: str) -> str:
        samples = {"image": image, "text_input": [question]}
        if mode == "generate" or not closed:
            (text,) = self._model.predict_answers(samples, inference_method="generate")
        else:
            (text,) = self._model.predict_answers(
                samples,
                inference_method="rank",
                answer_list=closed,
                num_ans_candidates=CANDIDATES,
            )
        return str(text)


def _build(folder: Path, weights: dict[str, Any]) -> tuple[Net, int]:
    """The net in the sizes of its weights, and how many pixels wide its pictures are."""
    vision = _vision(weights)
    text = _text_config(folder, vision.embed_dim)
    from lavis.models.blip_models.blip_vqa import BlipVQA
    from lavis.models.med import XBertEncoder, XBertLMHeadDecoder

    class LocalVqa(BlipVQA):
        @classmethod
        def init_tokenizer(cls) -> Net:
            return _tokenizer(folder)

    model = LocalVqa(vision, XBertEncoder(text, add_pooling_layer=False), XBertLMHeadDecoder(text))
    missing = model.load_state_dict(weights, strict=False).missing_keys
    missing = [name for name in missing if not name.endswith("position_ids")]
    if missing:
        raise ValueError(f"weights are missing: {missing[:3]}")
    return model.eval(), vision.patch_embed.img_size[0]


def _vision(weights: dict[str, Any]) -> Net:
    from lavis.models.vit import VisionTransformerEncoder

    class Remembering(VisionTransformerEncoder):
        """Sees a picture once, however many questions are asked about it."""

        def forward_features(self, picture: Tensor) -> Tensor:
            if getattr(self, "_picture", None) is not picture:
                self._states = super().forward_features(picture)
                self._picture = picture
            return self._states

    width, _, patch, _ = weights["visual_encoder.patch_embed.proj.weight"].shape
    places = weights["visual_encoder.pos_embed"].shape[1] - 1
    return Remembering(
        img_size=patch * round(places**0.5),
        patch_size=patch,
        embed_dim=width,
        depth=sum(name.endswith("attn.qkv.weight") for name in weights),
        num_heads=max(1, width // 64),
    )


def _text_config(folder: Path, width: int) -> Net:
    from lavis.common.utils import get_abs_path
    from transformers import BertConfig

    own = folder / CONFIG
    path = own if own.is_file() else get_abs_path("configs/models/med_config.json")
    config = BertConfig.from_json_file(path)
    config.encoder_width = width
    return config


def _tokenizer(folder: Path) -> Net:
    """BERT's, from a local list of words, with the two tokens that BLIP adds."""
    from transformers import BertTokenizer

    tokenizer = BertTokenizer(str(folder / VOCABULARY))
    tokenizer.add_special_tokens({"bos_token": "[DEC]"})
    tokenizer.add_special_tokens({"additional_special_tokens": ["[ENC]"]})
    tokenizer.enc_token_id = tokenizer.additional_special_tokens_ids[0]
    return tokenizer


if __name__ == "__main__":
    main(Path(sys.argv[1]))
