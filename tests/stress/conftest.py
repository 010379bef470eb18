"""One workshop for all jobs, as starting it costs more than most jobs."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session")
def shop() -> Iterator[object]:
    if os.name == "nt":
        pytest.skip("processes cannot be forked here, and starting each anew takes too long")
    from workshop import Workshop

    with Workshop() as shop:
        yield shop
