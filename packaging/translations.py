"""Brings the translations up to date: ``python packaging/translations.py [--check]``.

Extracts the texts of ``braind_desktop/texts`` into one ``.ts`` file an area, and compiles all of
them into ``resources/i18n/braind_ko.qm``. With ``--check`` nothing is written: it fails when a
text has no Korean, or when the compiled file is not what the ``.ts`` files give.
"""

from __future__ import annotations

import filecmp
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

import PySide6

ROOT = Path(__file__).parent.parent
TEXTS, I18N = ROOT / "braind_desktop" / "texts", ROOT / "resources" / "i18n"
COMPILED = "braind_ko.qm"


def areas() -> list[str]:
    """The names of the tables of texts."""
    return sorted(path.stem for path in TEXTS.glob("*.py") if path.stem != "__init__")


def extract() -> None:
    """Merge the sources of every area into its ``.ts`` file."""
    for area in areas():
        _run(
            "lupdate", "-silent", "-no-obsolete", "-locations", "none",
            "-tr-function-alias", "QT_TRANSLATE_NOOP+=mark",
            str(TEXTS / f"{area}.py"), "-ts", str(I18N / f"{area}_ko.ts"),
        )  # fmt: skip


def compile_into(folder: Path) -> Path:
    """Compile all ``.ts`` files into one; returns it."""
    target = folder / COMPILED
    sources = [str(I18N / f"{area}_ko.ts") for area in areas()]
    _run("lrelease", "-silent", *sources, "-qm", str(target))
    return target


def missing() -> list[str]:
    """The sources that have no Korean, each with its area; also those that no file knows."""
    return [
        f"{area}: {message.findtext('source')}"
        for area in areas()
        for message in ElementTree.parse(I18N / f"{area}_ko.ts").iter("message")
        if not message.findtext("translation")
    ]


def _run(tool: str, *arguments: str) -> None:
    program = Path(PySide6.__file__).parent / (tool + ".exe" * (sys.platform == "win32"))
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{tool} failed: {done.stdout}{done.stderr}")


def main() -> None:
    """Bring up to date, or check."""
    if "--check" not in sys.argv[1:]:
        extract()
        compile_into(I18N)
        print(*(f"no Korean: {text}" for text in missing()), sep="\n")
        return
    with tempfile.TemporaryDirectory() as folder:
        same = filecmp.cmp(compile_into(Path(folder)), I18N / COMPILED, shallow=False)
    if missing() or not same:
        raise SystemExit("\n".join(missing()) or f"{COMPILED} is out of date")


if __name__ == "__main__":
    main()
