"""Build what users install: ``python packaging/build.py`` in an environment with ``.[package]``.

Makes ``dist/BRAIND`` (PyInstaller, one folder), the bill of materials in it, and the archive of
this system: ``.tar.xz`` and ``.deb`` on Linux, a ``.dmg`` on macOS, an installer on Windows.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import platform
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from bill import our_licence, write_bill
from contents import CONSOLE, NAME, ROOT
from icons import draw_icons
from linux_package import arrange, debian_package

from braind import __version__

DIST, WORK = ROOT / "dist", ROOT / "build" / "installer"


def freeze() -> Path:
    """Run PyInstaller; returns the folder that it made."""
    WORK.mkdir(parents=True, exist_ok=True)
    (WORK / "version.json").write_text(json.dumps({"version": __version__}), encoding="utf-8")
    draw_icons(ROOT / "resources" / "icon.svg", WORK)
    shutil.rmtree(DIST / NAME, ignore_errors=True)
    command = [
        sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN",
        "--distpath", str(DIST), "--workpath", str(WORK / "work"), str(HERE / "braind.spec"),
    ]  # fmt: skip
    subprocess.run(command, check=True, cwd=ROOT)
    return DIST / NAME


def link_twin(folder: Path) -> None:
    """Give the program its second name, under which it is the command line."""
    if sys.platform != "win32":
        twin = folder / CONSOLE
        twin.unlink(missing_ok=True)
        twin.symlink_to(NAME)


def slim(folder: Path) -> None:
    """Take the debugging symbols from the interpreter's own libraries, where there are any.

    Libraries out of wheels are left alone: they were rewritten, and ``strip`` can break them.
    """
    if sys.platform != "linux" or shutil.which("strip") is None:
        return
    own = [*folder.rglob("libpython*.so*"), *folder.rglob("lib-dynload/*.so")]
    subprocess.run(["strip", "--strip-unneeded", *map(str, own)], check=True)


def document(folder: Path) -> None:
    """Put the bill of materials, notices, licence and version beside the programs."""
    bundled = json.loads((WORK / "bundled.json").read_text(encoding="utf-8"))
    write_bill(bundled, folder)
    (WORK / "LICENSE.txt").write_text(our_licence(), encoding="utf-8")
    shutil.copy(WORK / "LICENSE.txt", folder)
    shutil.copy(HERE / "CHANGELOG.md", folder)


def archive(folder: Path) -> list[Path]:
    """The files to publish for this system."""
    tag = f"{NAME}-{__version__}-{sys.platform}-{platform.machine().lower()}"
    if sys.platform == "linux":
        arrange(folder, WORK)
        packed = DIST / f"{tag}.tar.xz"
        with (
            lzma.open(packed, "wb", preset=6) as stream,
            tarfile.open(fileobj=stream, mode="w") as tar,
        ):
            tar.add(folder, NAME)
        return [packed, debian_package(folder, DIST, __version__)]
    if sys.platform == "darwin":
        image = DIST / f"{tag}.dmg"
        subprocess.run(["bash", str(HERE / "macos" / "disk_image.sh"), str(DIST), str(image)],
                       check=True)  # fmt: skip
        return [image]
    script = HERE / "windows" / "braind.iss"
    subprocess.run(["iscc", f"/DVersion={__version__}", f"/O{DIST}", str(script)], check=True)
    return [DIST / f"{NAME}-{__version__}-setup.exe"]


def checksums(files: list[Path]) -> None:
    """Write ``SHA256SUMS`` as ``sha256sum -c`` reads it."""
    lines = []
    for file in files:
        with file.open("rb") as stream:
            lines.append(f"{hashlib.file_digest(stream, 'sha256').hexdigest()}  {file.name}\n")
    (DIST / "SHA256SUMS").write_text("".join(lines), encoding="ascii")


def size_of(path: Path) -> int:
    """Bytes of a file, or of all below a folder; what is linked counts once."""
    if path.is_file():
        return path.stat().st_size
    files = (file for file in path.rglob("*") if file.is_file() and not file.is_symlink())
    return sum(file.stat().st_size for file in files)


def main() -> None:
    """Build, and say what came out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--no-archive", action="store_true", help="only the folder")
    asked = parser.parse_args()
    folder = freeze()
    link_twin(folder)
    slim(folder)
    document(folder)
    files = [] if asked.no_archive else archive(folder)
    checksums(files)
    for path in (folder, *files):
        print(f"{path.relative_to(ROOT)}: {size_of(path) / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
