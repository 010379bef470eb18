from __future__ import annotations

import pytest
from pack_samples import RECIPE, opened, sample_pack

from braind.errors import PackError
from braind.packs import write_pack


@pytest.fixture
def file(tmp_path):
    return tmp_path / "sample.braindpack"


@pytest.fixture
def written(file):
    """The sample pack as it was written."""
    return write_pack(sample_pack(), file)


@pytest.fixture
def data(file, written):
    return file.read_bytes()


@pytest.fixture
def refusal(tmp_path):
    """The code of the error that some bytes are refused with, or None."""

    def read(data, recipe=RECIPE):
        file = tmp_path / "hostile.braindpack"
        file.write_bytes(data)
        try:
            opened(file, recipe)
        except PackError as error:
            assert error.what and error.hint
            return error.code
        return None

    return read
