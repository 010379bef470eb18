"""Take the README's picture anew: a match in the drawn sample library, in the window.

Run it after the models or the window have changed: ``python packaging/readme_picture.py``. It needs
a font with Hangul and no display. Everything in the picture is drawn by BRAIND.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PIL import Image

sys.path.insert(0, str(Path(__file__).parent))

from screenshots import make_sample, photograph

TARGET = Path(__file__).parents[1] / "resources" / "readme.png"
COLORS = 256  # of the file: a fifth of its size, and no difference to the eye


def main() -> None:
    """Photograph the window, and keep the page that shows a match."""
    from PySide6.QtWidgets import QApplication

    from braind_desktop.theme import Mode

    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        photograph(app, make_sample(Path(folder)), out, [(Mode.LIGHT, "en")])
        picture = Image.open(out / "match-light-en.png").convert("RGB")
    picture.quantize(COLORS, dither=Image.Dither.NONE).save(TARGET, optimize=True)
    print(f"{TARGET}: {TARGET.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
