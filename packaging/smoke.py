"""Use a frozen BRAIND as its users would: ``python packaging/smoke.py dist/BRAIND``.

Runs in an empty home folder whose name has a space and Hangul, and without a network where the
system lets us cut it off. The command line builds the sample library, imports photos that are made
here (JPEG, PNG, HEIC where it can be written, PDF), matches and writes a Korean report; the window
starts offscreen, and under Xvfb where that is there, and is photographed. Whatever is missing in
the bundle fails here.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

# As ``contents`` names it; this script also runs where BRAIND's packages are not installed.
CONSOLE = "braind" if sys.platform == "linux" else "braind-cli"
WINDOW_SECONDS = 90
MANY = 240  # photos, more than an import reads in its own process
# A user who has been here before: the window opens on the library, in Korean.
LOOKED_AROUND = "[General]\nwelcomed=true\nplace=library\nlanguage=ko\n"
BAD = ("Traceback", "ModuleNotFoundError", "No module named", "ImportError", "cannot open shared")


class Smoke:
    """One frozen folder, one home folder."""

    def __init__(self, folder: Path, home: Path, shots: Path) -> None:
        exe = ".exe" * (sys.platform == "win32")
        self.console = folder / f"{CONSOLE}{exe}"
        self.window = folder / f"BRAIND{exe}"
        self.home, self.shots = home, shots
        keep = ("PATH", "SYSTEMROOT", "LANG", "DISPLAY", "FONTCONFIG_PATH", "TEMP")
        self.environment = {k: v for k, v in os.environ.items() if k in keep} | {
            "HOME": str(home), "USERPROFILE": str(home), "LOCALAPPDATA": str(home / "local"),
            "XDG_DATA_HOME": str(home / "data"), "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_CACHE_HOME": str(home / "cache"), "XDG_STATE_HOME": str(home / "state"),
            "QT_QPA_PLATFORM": "offscreen",
        }  # fmt: skip
        self.prefix = without_network()

    def braind(self, *arguments: str | Path) -> str:
        """Run the console program; SystemExit tells what it said when it fails."""
        command = [*self.prefix, str(self.console), *map(str, arguments)]
        done = subprocess.run(
            command, env=self.environment, cwd=self.home, capture_output=True, text=True,
            encoding="utf-8", timeout=600, check=False,
        )  # fmt: skip
        said = done.stdout + done.stderr
        if done.returncode or any(word in said for word in BAD):
            raise SystemExit(f"braind {arguments[0]} failed ({done.returncode}):\n{said[-3000:]}")
        return done.stdout

    def open_window(self, name: str, *before: str, platform: str) -> float:
        """Start the window, which photographs itself and ends; seconds until it was painted."""
        shot = self.shots / f"{name}.png"
        environment = self.environment | {"QT_QPA_PLATFORM": platform}
        started = time.monotonic()
        done = subprocess.run(
            [*before, str(self.window), "--new-instance", "--photograph", str(shot),
             "--library", str(self.home / "smoke.braind")],
            env=environment, cwd=self.home, capture_output=True, text=True,
            timeout=WINDOW_SECONDS, check=False,
        )  # fmt: skip
        spent = time.monotonic() - started
        log = "".join(p.read_text("utf-8", "replace") for p in self.home.rglob("desktop.log"))
        if done.returncode or not shot.exists() or any(w in log + done.stderr for w in BAD):
            raise SystemExit(f"the window failed ({done.returncode}):\n{done.stderr}{log[-3000:]}")
        return spent


def without_network() -> list[str]:
    """What to put before a command so that it has no network; nothing where we may not."""
    unshare = shutil.which("unshare")
    if not unshare:
        return []
    prefix = [unshare, "-rn"]
    tried = subprocess.run([*prefix, "true"], capture_output=True, check=False)
    return prefix if tried.returncode == 0 else []


def make_photos(braind: Smoke, folder: Path) -> list[Path]:
    """Photos of a drawn look in several formats, from the sample that the frozen program drew."""
    from PIL import Image

    drawn = (
        sorted((braind.home / "demo").rglob("*.jpg"))[:4]
        or sorted((braind.home / "demo").rglob("*.png"))[:4]
    )
    folder.mkdir(parents=True)
    pictures = [Image.open(path).convert("RGB") for path in drawn]
    files = [folder / "하나.jpg", folder / "둘.png", folder / "lookbook.pdf"]
    pictures[0].save(files[0])
    pictures[1].save(files[1])
    pictures[2].save(files[2], save_all=True, append_images=pictures[3:])
    try:
        pictures[3].save(folder / "셋.avif")
        files.append(folder / "셋.avif")
    except (OSError, KeyError):
        print("no AVIF can be written here: going on without")
    return files


def import_many(braind: Smoke, library: Path, photo: Path) -> None:
    """So many files that processes of their own read them; all but one are the same."""
    folder = photo.parent / "many"
    folder.mkdir()
    for number in range(MANY):
        shutil.copy(photo, folder / f"{number}{photo.suffix}")
    braind.braind("--library", library, "import", "--brand", "Many", folder)


def smoke(folder: Path, shots: Path) -> dict[str, object]:
    """The whole way; what was measured."""
    with tempfile.TemporaryDirectory() as place:
        home = Path(place) / "새 사용자 home"
        home.mkdir()
        run, figures = Smoke(folder, home, shots), {}
        started = time.monotonic()
        figures["version"] = run.braind("--version").strip()
        figures["start_s"] = round(time.monotonic() - started, 2)
        figures["network"] = "cut off" if run.prefix else "left on"
        run.braind("--lang", "ko", "demo", "--folder", home / "demo")
        files = make_photos(run, home / "사진")
        library = home / "smoke.braind"
        run.braind("--library", library, "import", "--brand", "무드라벨", *files[:-1])
        run.braind("--library", library, "import", "--brand", "Other", *files[-2:])
        import_many(run, home / "many.braind", files[0])
        found = json.loads(run.braind("--library", library, "match", files[0], "--json"))
        if not found:
            raise SystemExit("nothing was matched")
        report = home / "리포트.pdf"
        run.braind("--library", library, "--lang", "ko", "report", "무드라벨", "-o", report)
        if report.read_bytes()[:5] != b"%PDF-":
            raise SystemExit("the report is no PDF")
        run.braind("--library", library, "doctor")
        settings = home / "config" / "braind" / "window.ini"
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(LOOKED_AROUND, encoding="utf-8")
        figures["window_s"] = round(run.open_window("window", platform="offscreen"), 2)
        if shutil.which("xvfb-run"):
            xvfb = ("xvfb-run", "-a", "-s", "-screen 0 1440x900x24")
            figures["xvfb_s"] = round(run.open_window("xvfb", *xvfb, platform="xcb"), 2)
        figures["MB"] = round(sum(f.stat().st_size for f in folder.rglob("*")
                                  if f.is_file() and not f.is_symlink()) / 1e6)  # fmt: skip
        return figures


def main() -> None:
    """Parse the command line, and print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="dist/BRAIND")
    parser.add_argument("--shots", type=Path, default=Path("dist"), help="where pictures go")
    asked = parser.parse_args()
    asked.shots.mkdir(parents=True, exist_ok=True)
    print(json.dumps(smoke(asked.folder.resolve(), asked.shots.resolve()), ensure_ascii=False))


if __name__ == "__main__":
    main()
