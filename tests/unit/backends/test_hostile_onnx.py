"""Nets that are none, or that were made for something else, in the place of every role's own."""

from functools import cache

import pytest
from stage_fakes import FakePerson, cutout_of, draw_figure, empty_map, figure_photo
from tiny_nets import Graph

from braind.backends.context import BackendContext
from braind.errors import ModelError
from braind.hosting import METHODS
from braind.registry import Stage, all_specs, create
from braind.weights import weights_at

pytest.importorskip("onnx", reason="nets are made with onnx, of the extra “test”")

SHAPES = {
    "a number": [],
    "a row": [3],
    "a table": [1, 10],
    "small pictures": ["n", 3, 64, 64],
    "films": [1, 1, 3, 8, 8],
}
NO_NETS = {"empty": b"", "noise": b"\x08\x07x" * 99, "text": b"no net", "pickle": b"\x80\x04."}
# The faces' net comes from a package and words are no net; the rest takes users' files.
ROLES = [
    spec for spec in all_specs()
    if ("onnxruntime" in spec.imports and spec.stage not in (Stage.FACE, Stage.WORDS))
    or spec.name == "yunet"
]  # fmt: skip


@cache
def seen():
    """What a role is shown, by its stage."""
    cutout = cutout_of(draw_figure(empty_map(), 28, 10, 120))
    photo = figure_photo()
    people = FakePerson().detect_people([photo])[0].people
    return {Stage.PERSON: ([photo],), Stage.CUTOUT: (photo, people)}, ([cutout],)


def use(spec, path):
    """Build the role's backend on a file, and ask it."""
    settings = {name: str(path) for name in spec.settings if name == "file"}
    context = BackendContext(find_weights=lambda *_: weights_at(path))
    backend = create(spec, context, settings)
    special, usual = seen()
    getattr(backend, METHODS[spec.stage])(*special.get(spec.stage, usual))


def is_refused(spec, path):
    with pytest.raises(ModelError) as caught:
        use(spec, path)
    return caught.value.what and caught.value.hint


@pytest.fixture(params=ROLES, ids=lambda spec: f"{spec.stage}-{spec.name}")
def spec(request):
    """Every role in turn, if its packages are here."""
    if line := request.param.install_line():
        pytest.skip(f"needs packages that are not installed: {line}")
    return request.param


def test_nets_of_another_shape_are_refused_in_words(spec, tmp_path):
    for name, shape in SHAPES.items():
        path = tmp_path / f"{name}.onnx"
        graph = Graph("input", shape)
        graph.add("Identity", graph.input, out="out")
        graph.save(path, ["out"])
        assert is_refused(spec, path), name


def test_what_is_no_net_is_refused_in_words(spec, tmp_path):
    for name, content in NO_NETS.items():
        path = tmp_path / f"{name}.onnx"
        path.write_bytes(content)
        assert is_refused(spec, path), name
