"""Pythons as users may have them: scripts that start the one of the tests."""

import os
import sys
from pathlib import Path

import braind

ROOT = Path(braind.__file__).parents[1]


def python_at(path, *places, options=""):
    """A Python that finds packages in these places first."""
    search = os.pathsep.join(map(str, (*places, ROOT)))
    return script(path, f'PYTHONPATH="{search}" exec "{sys.executable}" {options} "$@"')


def bare_python(path):
    """A Python without any package."""
    return script(path, f'exec "{sys.executable}" -I -S "$@"')


def script(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
    path.chmod(0o755)
    return path


def other_braind(folder, version="0.0.9"):
    """A place with a BRAIND of another version."""
    (folder / "braind").mkdir(parents=True)
    (folder / "braind" / "__init__.py").write_text(f'__version__ = "{version}"\n', "utf-8")
    return folder


def package(folder, name, version="1.2"):
    """A place with a package that holds nothing."""
    about = folder / f"{name}-{version}.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
    (folder / f"{name}.py").write_text("")
    return folder
