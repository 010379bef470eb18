"""Model cards: JSON beside each ONNX file, written by the evaluation and never by hand."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from braind.report import card_texts

LOOKS = {
    "name": card_texts.LOOKS,
    "photos": "1,316 for training, 146 for choosing and calibrating, 210 for validation",
    "source": "Yang, Luo, Lin, CVPR 2014; the photographers are not named",
    "licence": "Apache-2.0 (repository)",
    "labels": "parsing maps by the authors (625 for training, 74 for choosing, 100 for "
    "validation); styles and attributes read photo by photo by AI raters, one rater a photo",
}
GARMENTS = {
    "name": card_texts.GARMENTS,
    "photos": "3,709 for training, split by sender",
    "source": "alexeygrigorev/clothing-dataset",
    "licence": "CC0-1.0",
    "labels": "item words by the senders; colour, pattern and material by AI raters, one pass",
}
DRAWN = {
    "name": card_texts.DRAWN,
    "licence": "Apache-2.0 (this project)",
    "labels": "exact, from the renderer",
}
AGREEMENT = {
    "note": "a second independent rater on 150 photos",
    "styles_f1": {
        "casual": 0.86, "amekaji": 0.74, "girlish": 0.85, "dandy": 0.94, "sports": 0.75,
        "chic": 0.89, "street": 0.90, "macro": 0.85,
    },
    "upper_item": 0.89, "upper_color": 0.88, "upper_material": 0.88, "upper_pattern": 0.91,
    "lower_item": 0.91, "lower_color": 0.91, "lower_material": 0.81, "lower_pattern": 0.94,
    "season": 0.77,
}  # fmt: skip
LIMITS = [english for english, _ in card_texts.CARD_LIMITS]


def rounded(value: object) -> object:
    """Numbers to four significant digits, all the way down: stable, and never a false 0."""
    if isinstance(value, float):
        return float(f"{value:.4g}")
    if isinstance(value, dict):
        return {str(key): rounded(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [rounded(item) for item in value]
    return value


def write_card(model: Path, **facts: object) -> Path:
    """Write the card of an ONNX file: its identity first, then ``facts``, then the limits."""
    content = model.read_bytes()
    card = {
        "id": model.stem,
        "file": model.name,
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "licence": "Apache-2.0",
        **{name: rounded(value) for name, value in facts.items()},
        "limits": LIMITS,
    }
    path = model.with_suffix(".json")
    path.write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def update_card(model: Path, **facts: object) -> None:
    """Replace some facts of an existing card, keeping its order."""
    path = model.with_suffix(".json")
    card = json.loads(path.read_text(encoding="utf-8"))
    card.update({name: rounded(value) for name, value in facts.items()})
    path.write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
