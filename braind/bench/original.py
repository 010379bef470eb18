"""The original pipeline, asked naively and our way: the same photos, the same weights, one run.

*Naively*: every stage in torch's eager mode, one photo after another, one ``generate`` a question.
*Ours*: exported nets, photos together, BLIP as ``braind.backends.blip_net`` does it. Both compute
with one thread, so that CPU time is work and not waiting.
"""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from braind.backends.blip_vqa import BlipSettings, BlipVqa, normalised
from braind.backends.vqa_words import ENGLISH
from braind.bench import original_inputs as inputs
from braind.bench import original_nets as nets
from braind.bench.plan import Section, Spent, spent_on
from braind.domain import Floats, Pixels
from braind.registry import Stage, find_backend, require
from braind.vocabulary import QUESTIONS

GOAL = 4.5
PACKAGES = ("torch", "transformers", "onnx")
LONGEST = 5  # tokens an answer: random weights never end one
_TOLERANCE = 1e-4

Way = Callable[[Sequence[Pixels]], list[Any]]


@dataclass(frozen=True, slots=True)
class Contest:
    """One stage done in two ways, and how far apart two outcomes are (0 to 1)."""

    stage: str
    naive: Way
    ours: Way
    difference: Callable[[Sequence[Any], Sequence[Any]], float]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a stage cost in both ways, and how far apart the outcomes are."""

    stage: str
    naive: Spent
    ours: Spent
    difference: float


def bench_original(photos: Sequence[Pixels]) -> Iterator[tuple[str, Section | None]]:
    """What is being measured (with None), then the sections.

    Stages whose packages are missing are left out and named. Raises ``ModelError`` without those
    of BLIP.
    """
    require(replace(find_backend(Stage.VQA, "blip"), extra="bench,full", imports=PACKAGES))
    with one_thread(), tempfile.TemporaryDirectory(prefix="braind-bench-") as folder:
        outcomes = []
        yield "person", None
        for contest in _contests(Path(folder)):
            yield contest.stage, None
            outcomes.append(held(contest, photos))
        yield "precisions", compare(outcomes, len(photos))
        yield "done", _precisions(photos)


@contextmanager
def one_thread() -> Iterator[None]:
    """One thread for torch, as for the sessions of onnxruntime."""
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)


def _contests(folder: Path) -> Iterator[Contest]:
    """The stages in their order; each holds its nets only while it is measured."""
    from braind.bench.isnet import IsNet

    if find_spec("ultralytics"):
        yield _contest("person", nets.yolo(folder), (3, 640, 640), folder, inputs.framed)
    yield _contest("cutout", nets.seeded(IsNet), (3, 1024, 1024), folder, inputs.squashed)
    yield _faces()
    if find_spec("torchvision"):
        yield _contest("style", nets.shufflenet(), (3, 224, 224), folder, inputs.cropped)
    yield _questions()


def _contest(
    stage: str,
    net: nets.Net,
    shape: tuple[int, int, int],
    folder: Path,
    prepare: Callable[[Pixels], Floats],
) -> Contest:
    import torch

    session = nets.exported(net, shape, folder, stage)

    def naive(photos: Sequence[Pixels]) -> list[Any]:
        with torch.no_grad():
            pictures = (torch.from_numpy(prepare(photo))[None] for photo in photos)
            return [_first(net(one)).numpy()[0] for one in pictures]

    def ours(photos: Sequence[Pixels]) -> list[Any]:
        pictures = np.stack([prepare(photo) for photo in photos])
        return list(session.run({"image": pictures})["out"])

    return Contest(stage, naive, ours, nets.scaled_difference)


def _first(out: Any) -> Any:  # noqa: ANN401
    """Detectors also give the maps that their boxes were made of."""
    return out[0] if isinstance(out, tuple | list) else out


def _faces() -> Contest:
    """CenterFace is an ONNX file in both ways."""
    session = nets.centerface()

    def find(photos: Sequence[Pixels]) -> list[Any]:
        pictures = (inputs.in_steps(photo) for photo in photos)
        return [session.run({session.inputs[0]: one})[session.outputs[0]] for one in pictures]

    return Contest("face", find, find, nets.scaled_difference)


def _questions() -> Contest:
    model, tokenizer = nets.blip()
    ours = BlipVqa(model, tokenizer, "", BlipSettings(mode="generate", longest=LONGEST))

    def naive(photos: Sequence[Pixels]) -> list[Any]:
        return [[_asked(model, tokenizer, photo, n) for n in range(10)] for photo in photos]

    return Contest("vqa", naive, lambda photos: texts(ours, photos), differing)


def _asked(model: nets.Net, tokenizer: nets.Net, photo: Pixels, number: int) -> str:
    """One question, as the manual of transformers asks it."""
    import torch

    text = ENGLISH[QUESTIONS[number]]
    config = model.config
    pixels = torch.from_numpy(normalised(photo, config.vision_config.image_size))[None]
    ids = tokenizer(text, return_tensors="pt")["input_ids"]
    ids[0, 0] = config.text_config.bos_token_id + 1
    out = model.generate(ids, pixels, max_new_tokens=LONGEST)[0]
    return str(tokenizer.decode(out, skip_special_tokens=True)).strip()


def texts(backend: BlipVqa, photos: Sequence[Pixels]) -> list[list[str]]:
    """The ten texts of each photo."""
    return [[said.text for said in ten] for ten in backend.say(photos)]


def differing(one: Sequence[Any], other: Sequence[Any]) -> float:
    """The share of answers that differ."""
    pairs = [pair for ten in zip(one, other, strict=True) for pair in zip(*ten, strict=True)]
    return float(np.mean([a != b for a, b in pairs]))


def held(contest: Contest, photos: Sequence[Pixels]) -> Outcome:
    """Both ways, each after one photo to warm up."""
    given: dict[str, list[Any]] = {}
    spent = {}
    for name, way in (("naive", contest.naive), ("ours", contest.ours)):
        way(photos[:1])
        spent[name] = spent_on(lambda way=way, name=name: given.update({name: way(photos)}))  # type: ignore[misc]
    apart = contest.difference(given["naive"], given["ours"])
    return Outcome(contest.stage, spent["naive"], spent["ours"], apart)


def compare(outcomes: Sequence[Outcome], photos: int) -> Section:
    """The table of the stages and of all of them, for so many photos."""
    naive, ours = (
        Spent(sum(s.wall for s in way), sum(s.cpu for s in way))
        for way in ([o.naive for o in outcomes], [o.ours for o in outcomes])
    )
    apart = max(outcome.difference for outcome in outcomes)
    rows: list[tuple[str, ...]] = [("stage", "naive CPU s a photo", "ours", "times", "difference")]
    for one in [*outcomes, Outcome("all", naive, ours, apart)]:
        seconds = (f"{way.cpu / photos:.2f}" for way in (one.naive, one.ours))
        ratio = one.naive.cpu / max(one.ours.cpu, 1e-9)
        rows.append((one.stage, *seconds, f"{ratio:.1f}", f"{one.difference:.1e}"))
    ratio = naive.cpu / max(ours.cpu, 1e-9)
    missing = sorted({"person", "style"} - {outcome.stage for outcome in outcomes})
    is_equal = apart <= _TOLERANCE
    notes = [
        "equal outputs" if is_equal else "the outputs are NOT equal",
        f"wall time: {naive.wall / max(ours.wall, 1e-9):.1f} times as long; goal {GOAL} of CPU",
        *(f"without {name}: install braind[full] to include it" for name in missing),
    ]
    values = {
        "section": "original",
        "photos": photos,
        "naive_cpu_s": {o.stage: round(o.naive.cpu, 3) for o in outcomes},
        "ours_cpu_s": {o.stage: round(o.ours.cpu, 3) for o in outcomes},
        "naive_wall_s": round(naive.wall, 2),
        "ours_wall_s": round(ours.wall, 2),
        "times": round(ratio, 2),
        "largest_difference": apart,
        "equal": is_equal,
        "missing": missing,
    }
    title = f"The original pipeline, {photos} photos, random weights of the real sizes, float32"
    return Section(title, tuple(rows), values, tuple(notes))


def _precisions(photos: Sequence[Pixels]) -> Section:
    """BLIP in other number formats: what it costs, and how many answers change."""
    rows = [("BLIP in", "CPU s a photo", "answers that differ")]
    values: dict[str, Any] = {}
    expected: list[list[str]] = []
    for name in ("float32", "bfloat16", "float16", "int8"):
        backend = _blip_in(name)
        texts(backend, photos[:1])
        given: list[list[str]] = []
        spent = spent_on(lambda backend=backend, given=given: given.extend(texts(backend, photos)))  # type: ignore[misc]
        expected = expected or given
        apart = differing(expected, given)
        rows.append((name, f"{spent.cpu / len(photos):.2f}", f"{100 * apart:.0f}%"))
        values[name] = {"cpu_s": round(spent.cpu, 3), "differing": apart}
    notes = ("of random weights, whose answers are closer calls than those of learned ones",)
    values = {"section": "precisions", "photos": len(photos), "ways": values}
    return Section("BLIP's answers in other precisions", tuple(rows), values, notes)


def _blip_in(name: str) -> BlipVqa:
    """BLIP in a type of torch, or with the weights of its linear layers in eight bits."""
    import torch

    model, tokenizer = nets.blip()
    precision = "float32" if name == "int8" else name
    if name == "int8":
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it announces its successor
            quantize = torch.ao.quantization.quantize_dynamic
            model = quantize(model, {torch.nn.Linear}, dtype=torch.qint8, inplace=True)
    settings = BlipSettings(mode="generate", longest=LONGEST, precision=precision)
    return BlipVqa(model, tokenizer, "", settings)
