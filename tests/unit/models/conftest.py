"""A folder for models and a hub on this machine, away from the settings of whoever runs this."""

from __future__ import annotations

import os

import pytest
from model_hub import Hub, serving
from model_samples import CONTENT


@pytest.fixture(autouse=True)
def calm_environment(monkeypatch):
    for name in [*os.environ]:
        if name.lower().endswith("_proxy") or name.startswith("HF_"):
            monkeypatch.delenv(name)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("BRAIND_MODELS", str(tmp_path / "models"))
    return tmp_path / "models"


@pytest.fixture
def run_hub():
    """Start hubs that are stopped at the end."""
    open_hubs = []

    def start(*plan, **files):
        hub = Hub(files.pop("files", None) or {"own/net/data.txt": CONTENT}, *plan)
        context = serving(hub)
        open_hubs.append(context)
        return context.__enter__()

    yield start
    for context in open_hubs:
        context.__exit__(None, None, None)
