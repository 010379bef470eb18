"""What Linux desktops want: a menu entry, an icon, file types; and a Debian package."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).parent / "linux"
HOME = "opt/braind"
CONTROL = """\
Package: braind
Version: {version}
Section: graphics
Priority: optional
Architecture: {machine}
Depends: libegl1, libgl1, libxkbcommon0, libdbus-1-3, libfontconfig1, libxcb-cursor0
Installed-Size: {size}
Maintainer: The BRAIND developers <braind@localhost>
Description: finds the fashion brands that resemble you
 By style, from photos, on your own computer: nothing is uploaded.
"""


def arrange(folder: Path, icons: Path) -> None:
    """Put the desktop files into ``share`` of the folder, and a script that installs them."""
    share = folder / "share"
    for kind, name in (("applications", "braind.desktop"), ("mime/packages", "braind.xml")):
        (share / kind).mkdir(parents=True, exist_ok=True)
        shutil.copy(HERE / name, share / kind)
    for size in (16, 24, 32, 48, 64, 128, 256, 512):
        place = share / f"icons/hicolor/{size}x{size}/apps"
        place.mkdir(parents=True, exist_ok=True)
        shutil.copy(icons / f"braind-{size}.png", place / "braind.png")
    shutil.copy(HERE / "install.sh", folder)
    shutil.copy(HERE / "AppRun", folder)


def debian_package(folder: Path, out: Path, version: str) -> Path:
    """A package that puts the folder below /opt, and the desktop files where they belong."""
    machine = subprocess.run(
        ["dpkg", "--print-architecture"], check=True, capture_output=True, text=True
    ).stdout.strip()
    target = out / f"braind_{version}_{machine}.deb"
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        root.chmod(0o755)
        shutil.copytree(folder, root / HOME, symlinks=True)
        shutil.copytree(folder / "share", root / "usr/share")
        (root / "usr/bin").mkdir()
        (root / "usr/bin/braind").symlink_to(f"/{HOME}/braind")
        (root / "usr/bin/braind-desktop").symlink_to(f"/{HOME}/BRAIND")
        size = sum(f.stat().st_size for f in root.rglob("*") if f.is_file()) // 1024
        (root / "DEBIAN").mkdir()
        control = CONTROL.format(version=version, machine=machine, size=size)
        (root / "DEBIAN/control").write_text(control, encoding="utf-8")
        command = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z4", "--build", place, str(target)]
        subprocess.run(command, check=True, capture_output=True)
    return target
