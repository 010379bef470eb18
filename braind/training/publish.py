"""From checkpoints to ``resources/models``: calibrate, export with parity, write the cards."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from braind.domain import Region
from braind.training.cards import AGREEMENT, DRAWN, GARMENTS, LOOKS, write_card
from braind.training.dataset import SEED, TRAIN, TUNE, load_looks, tag_names
from braind.training.export import (
    LOOK_QUESTIONS,
    GarmentGraph,
    ParserGraph,
    StyleGraph,
    export_in_bytes,
)
from braind.training.garments import SIDES, reader, trained_weights
from braind.training.loop import averaged
from braind.training.nets import LookParser
from braind.training.opinions import Scale, style_scale
from braind.training.parser import LARGE, newest
from braind.training.style import KINDS, StyleTargets, candidate, heads, lessons, looks_of, report
from braind.training.targets import unweigh

EXAMPLES = 3  # pictures in the parity check
PARSER, READERS = ("parser-small.pt",), ("style-encoder.pt", "garments.pt")
RANGED = 96  # training pictures that set the ranges of eight-bit numbers


def _keep_heads(net: nn.Module, names: tuple[str, ...]) -> nn.Module:
    net.heads = nn.ModuleDict({name: net.heads[name] for name in names})
    return net


def publish_parser(data: Path, runs: Path, models: Path) -> None:
    """Export the mean of the two newest look parsers."""
    net = LookParser(len(Region), len(tag_names(data)))
    weights, phases = newest(runs)
    net.load_state_dict(weights)
    photos = torch.from_numpy(_sample(runs / "cache", "photos", _trained(data)))
    small = F.interpolate(photos.permute(0, 3, 1, 2).float(), size=LARGE, mode="area")
    pictures = small.round().byte().permute(0, 2, 3, 1).contiguous()
    path = models / "parser.onnx"
    inputs, examples = {"image": pictures[:EXAMPLES]}, {"image": pictures.numpy()}
    parity = export_in_bytes(ParserGraph(net), inputs, path, examples)
    write_card(
        path,
        task="regions of a look, people, visible body parts",
        input="uint8 (N, 288, 192, 3) RGB, photo letterboxed on 114",
        outputs={"regions": "logits (N, 15, 144, 96)", "people": "(N, 3)", "parts": "(N, 5)"},
        classes=[region.name.lower() for region in Region],
        data=[LOOKS, GARMENTS, DRAWN],
        recipe={
            "net": "residual U-Net, plain convolutions, widths 24-192, four more blocks on its two "
            "coarsest levels",
            "phases": phases,
            "blended": "the mean of the weights after the last two phases",
            "scenes": "whole photos moved and cropped; figures pasted on plain, graded, street and "
            "textile grounds at 0.35-1.3 scale; pairs; empty grounds; light, noise, blur; in the "
            "last four phases passers-by painted behind the figures of photos, in the last two "
            "garments dyed in the colours of others",
            "optimiser": "AdamW, cosine, bf16, averaged weights",
            "warm_start": "from a net of 74 epochs without those blocks, which began as identities",
            "self_training": "the 691 unparsed training photos use the maps of the net before "
            "each phase, held to the regions that their tags allow; read mirrored too in the last "
            "four",
            "numbers": "eight bits, heads excepted",
            "seed": f"2028 and 2029 in the last two phases, {SEED} before",
        },
        **parity.noted(),
        parameters=sum(p.numel() for p in net.parameters()),
    )


def _trained(data: Path) -> list[int]:
    return [i for i, row in enumerate(load_looks(data)) if row.split == "train"]


def _sample(cache: Path, name: str, rows: list[int]) -> np.ndarray:
    """``RANGED`` of the cached pictures ``name``, evenly spread over ``rows``."""
    chosen = rows[:: max(1, len(rows) // RANGED)][:RANGED]
    return np.load(cache / f"{name}.npy", mmap_mode="r")[chosen]


def _compared_before(model: Path) -> dict[str, object]:
    """The rows of nets compared earlier, whose checkpoints may be gone."""
    card = model.with_suffix(".json")
    if not card.exists():
        return {}
    return json.loads(card.read_text(encoding="utf-8"))["comparison_on_tune"]["nets"]


def _chosen_look(data: Path, runs: Path) -> tuple[str, nn.Module, dict[str, object]]:
    """The candidate with the best tune score: its kind, the net, and the table of all."""
    names = tag_names(data)
    crops, rows = looks_of(data, runs / "cache", TUNE)
    targets = StyleTargets(rows, names)
    table, nets = {}, {}
    for kind in KINDS:
        path = runs / f"style-{kind}.pt"
        if path.exists():
            nets[kind] = candidate(kind, names)
            weights, epochs = averaged(path)
            nets[kind].load_state_dict(weights)
            size = sum(p.numel() for p in nets[kind].parameters())
            table[kind] = {
                **report(nets[kind].eval(), crops, targets),
                "epochs": epochs,
                "parameters": size,
            }
    best = max(table, key=lambda kind: table[kind]["style F1"] + 0.25 * table[kind]["season"])
    return best, nets[best], dict(table)


def _garment_net(runs: Path) -> tuple[nn.Module, int]:
    """The garment reader, and after how many epochs."""
    net = reader()
    weights, epochs = averaged(runs / "garments.pt")
    net.load_state_dict(weights)
    return net.eval(), epochs


def publish_readers(data: Path, runs: Path, models: Path) -> None:
    """Export the best look net and the garment net, whose styles share a scale."""
    cache = runs / "cache"
    kind, look, table = _chosen_look(data, runs)
    garments, epochs = _garment_net(runs)
    scale = style_scale(look, garments, data, cache)  # before tune is trained on
    last = {
        net: _finish(net, runs / f"{name}-final.pt")
        for net, name in ((look, f"style-{kind}"), (garments, "garments"))
    }
    _unweigh(look, LOOK_QUESTIONS, lessons(data, cache, _seen(last[look]))[1].weights)
    _unweigh(garments, GarmentGraph.names, trained_weights(data, cache, _seen(last[garments])))
    _publish_style(kind, look, last[look], table, scale, data, runs, models)
    _publish_garments(garments, epochs, last[garments], scale, data, runs, models)


def _seen(last: int) -> frozenset[str]:
    return TRAIN | TUNE if last else TRAIN


def _told(last: int) -> str:
    return f"{last} epochs with tune's photos among the others, once all was chosen on them"


def _finish(net: nn.Module, path: Path) -> int:
    """Give ``net`` the weights of its last epochs, see ``final``; returns how many they were."""
    if not path.exists():
        return 0
    weights, epochs = averaged(path)
    net.load_state_dict(weights)
    return epochs


def _unweigh(net: nn.Module, names: Sequence[str], weights: dict[str, Tensor]) -> None:
    """Undo class weights; the season keeps its, with which it is likelier on tune."""
    for name in set(names) & set(weights) - {"season", "styles"}:
        unweigh(net.heads[name], weights[name])


def _publish_style(
    kind: str,
    net: nn.Module,
    last: int,
    table: dict[str, object],
    scale: Scale,
    data: Path,
    runs: Path,
    models: Path,
) -> None:
    """With the table of all that were compared."""
    graph = StyleGraph(_keep_heads(net, ("styles", *LOOK_QUESTIONS)), *scale)
    path = models / "style.onnx"
    pictures = _sample(runs / "cache", "looks", _trained(data))
    earlier = _compared_before(path)
    inputs = {"image": torch.from_numpy(pictures[:EXAMPLES])}
    parity = export_in_bytes(graph, inputs, path, {"image": pictures})
    write_card(
        path,
        task="seven independent styles of a face-cropped cutout, and what a whole look answers",
        input="uint8 (N, 384, 192, 3) RGB, cutout letterboxed on 128",
        outputs={
            "styles": "(N, 7) scores, 0.5 = operating point",
            **dict.fromkeys(LOOK_QUESTIONS, "probabilities over the question's words"),
        },
        data=[LOOKS, DRAWN],
        recipe={
            "net": kind,
            "side_tasks": sorted(heads(len(tag_names(data)))),
            "optimiser": "AdamW, cosine, bf16, averaged weights, mixup",
            "warm_start": "from the net shipped before (60 epochs with dyes and its finest levels "
            "learning, too; before that 16 with dyes, 20 without, 26 at 256 x 128); then 14 epochs "
            "in stronger light, and those told below",
            "dyed": "each garment in the colour of another one, with a chance of 0.2",
            "light": "exposure, contrast, tone curve, white balance and saturation changed up to "
            "1.3 times as far as for the parser, each picture by its own share of that",
            "numbers": "eight bits, heads excepted",
            "calibration": "Platt scaling on tune of the opinion pooled with the garment net's; "
            "0.5 where F1 should be best; class weights of training are taken out of all answers "
            "but the season",
            "last": _told(last),
            "seed": f"81 in the last stretch without tune's photos, {SEED} otherwise",
        },
        comparison_on_tune={
            "note": "macro F1 at each net's own best thresholds on the same 146 photos; the "
            "encoders started from the look parser's of their time, ShuffleNetV2 x1.0 from "
            "scratch; the encoder without a size saw 384 x 192; a plain encoder that also sees the "
            "parser's regions was no better",
            "nets": {**earlier, **table},
        },
        **parity.noted(),
    )


def _garment_examples(cache: Path, rows: list[int]) -> dict[str, np.ndarray]:
    """Upper and lower crops in turns."""
    pairs = [
        np.stack([_sample(cache, f"{side}{part}", rows) for side in SIDES], 1)
        for part in ("", "-marks")
    ]
    crops, marks = (pair.reshape(-1, *pair.shape[2:]) for pair in pairs)
    return {"image": crops, "marks": marks, "side": np.arange(len(crops)) % len(SIDES)}


def _publish_garments(
    net: nn.Module, epochs: int, last: int, scale: Scale, data: Path, runs: Path, models: Path
) -> None:
    examples = _garment_examples(runs / "cache", _trained(data))
    inputs = {name: torch.from_numpy(values[::40]) for name, values in examples.items()}
    path = models / "garments.onnx"
    graph = GarmentGraph(_keep_heads(net, GarmentGraph.names), *scale)
    parity = export_in_bytes(graph, inputs, path, examples)
    write_card(
        path,
        task="item, material and pattern of one garment crop; season and styles of its look",
        input="image uint8 (N, 224, 224, 3) RGB on 128; marks uint8 (N, 224, 224), the parser's "
        "class of each pixel, plus 15 on the garment itself; side int64 (N,) 0 upper, 1 lower",
        outputs={
            "item": "(N, 22)",
            "material": "(N, 16)",
            "pattern": "(N, 11)",
            "season": "(N, 4)",
            "styles": "(N, 7) scores",
        },
        data=[LOOKS, GARMENTS, DRAWN],
        recipe={
            "net": "the look parser's encoder, fine-tuned; heads over its two top levels, pooled "
            "over the whole crop, the garment, and the rest of the figure",
            "epochs": epochs,
            "warm_start": "from the net shipped before, whose crops had 160 pixels (14 epochs with "
            "dyes, 39 with marks, 36 without); then 9 epochs at 224 pixels without styles and "
            "season, and 24 with them; its finest levels learned, too",
            "side_tasks": ["material and pattern of lying garments"],
            "dyed": "each garment in the colour of another one, with a chance of 0.3",
            "numbers": "eight bits, heads excepted",
            "mixed": "worn crops with single-garment photos; item sets for coarse labels; mixup",
            "pooled": "at run time with the style net's opinion of the whole look",
            "calibration": "class weights of training are taken out of item, material and pattern",
            "last": _told(last),
            "rate": "8e-4 in the last three stretches, 1.2e-3 before",
            "seed": f"77, 78 and 79 in the last three stretches, {SEED} before",
        },
        annotator_agreement={k: v for k, v in AGREEMENT.items() if "_" in k and k != "styles_f1"},
        **parity.noted(),
    )


def run(data: Path, runs: Path, models: Path = Path("resources/models")) -> None:
    """Publish whatever has its checkpoints."""
    needed = {publish_parser: PARSER, publish_readers: READERS}
    for publish, names in needed.items():
        if all((runs / name).exists() for name in names):
            publish(data, runs, models)
            print(json.dumps({"published": publish.__name__.removeprefix("publish_")}))
