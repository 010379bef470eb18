"""Take the README's picture anew: the page of ``braind demo``, photographed by Chromium.

Run it after the models or the page have changed: ``python packaging/readme_picture.py``. It needs
``chromium`` and a font with Hangul. Everything in the picture is drawn by BRAIND.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

TARGET = Path(__file__).parents[1] / "resources" / "readme.png"
SIZE = 1180, 900
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main() -> None:
    """Run the demo and photograph its page."""
    with tempfile.TemporaryDirectory() as folder:
        demo, shot = Path(folder) / "demo", Path(folder) / "shot.png"
        braind = [sys.executable, "-m", "braind", "--lang", "en", "demo", "--folder", str(demo)]
        subprocess.run(braind, check=True, stdout=subprocess.DEVNULL)
        _photograph(demo / "match.html", shot)
        Image.open(shot).convert("RGB").save(TARGET, optimize=True)
    print(f"{TARGET}: {TARGET.stat().st_size // 1000} kB")


def _photograph(page: Path, shot: Path) -> None:
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        sys.exit(f"install one of: {', '.join(BROWSERS)}")
    size = f"--window-size={SIZE[0]},{SIZE[1]}"
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", size]
    command = [browser, *options, f"--screenshot={shot}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


if __name__ == "__main__":
    main()
