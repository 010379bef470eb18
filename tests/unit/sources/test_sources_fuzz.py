"""Whatever bytes lie in a file: the sources give photos or refusals, and soon."""

from __future__ import annotations

import zipfile
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from source_samples import encoded, four_corners, one_page_pdf, pdf_image, write_zip

from braind.domain import Photo
from braind.events import PhotoFailed
from braind.sources import open_sources

BOUNDED = settings(
    max_examples=60,
    deadline=timedelta(seconds=10),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
CHANGES = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(max_size=8)), max_size=6)
PDF = one_page_pdf(
    b"q 200 0 0 300 0 0 cm /I Do Q", b"/XObject << /I 5 0 R >>", pdf_image(four_corners())
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    entries = [("a.png", encoded(kind="PNG")), ("b/가.jpg", encoded()), ("note.txt", b"x" * 99)]
    path = write_zip(tmp_path_factory.mktemp("zip") / "looks.zip", entries, zipfile.ZIP_STORED)
    return path.read_bytes()


def changed(data, changes, cut):
    """The bytes with some of them overwritten, and the end cut off."""
    broken = bytearray(data)
    for place, patch in changes:
        start = int(place * len(broken))
        broken[start : start + len(patch)] = patch
    return bytes(broken[: int(len(broken) * cut)])


def survives(path, data):
    path.write_bytes(data)
    for found in open_sources([path]):
        assert isinstance(found, Photo | PhotoFailed)
        assert isinstance(found, Photo) or (found.message and str(path) in found.path)


@BOUNDED
@given(changes=CHANGES, cut=st.sampled_from([1.0, 1.0, 1.0, 0.99, 0.5]))
def test_any_archive(tmp_path, archive, changes, cut):
    survives(tmp_path / "x.zip", changed(archive, changes, cut))


@BOUNDED
@given(changes=CHANGES, cut=st.sampled_from([1.0, 1.0, 0.9, 0.5]))
def test_any_document(tmp_path, changes, cut):
    survives(tmp_path / "x.pdf", changed(PDF, changes, cut))


@BOUNDED
@given(
    kind=st.sampled_from(["JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF", "AVIF"]),
    changes=CHANGES,
    cut=st.sampled_from([1.0, 1.0, 0.95, 0.5]),
)
def test_any_picture(tmp_path, kind, changes, cut):
    survives(tmp_path / "x.jpg", changed(encoded(kind=kind), changes, cut))


@BOUNDED
@given(data=st.binary(max_size=400), suffix=st.sampled_from(["zip", "pdf", "jpg"]))
def test_any_bytes(tmp_path, data, suffix):
    survives(tmp_path / f"x.{suffix}", data)
