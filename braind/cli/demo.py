"""The demo: a sample library, drawn and read on the spot, and a match that explains itself."""

from __future__ import annotations

import tempfile
from pathlib import Path

from braind.cli.app import App
from braind.cli.library_commands import follow_import
from braind.cli.photo_commands import write_page
from braind.cli.saving import png
from braind.cli.shapes import event_shape, result_shape
from braind.cli.texts import say
from braind.cli.views import match_view
from braind.engine import Engine, MatchResult, look_ids_of
from braind.events import ImportFinished
from braind.files import write_whole

_TOP = 5


def run_demo(app: App, folder: Path | None) -> None:
    """Draw, import, match, show. Raises ``StoreError`` and ``ModelError``."""
    home = _home(folder)
    with app.engine(library=home / "library.braind") as engine:
        # Asked for first, so that a missing model is told before anything is drawn.
        app.tell({"event": "recipe", "recipe": engine.recipe})
        photo = home / "photo.png"
        counts = _build(app, engine, photo)
        result = engine.match(photo, top=_TOP)
        shape = {
            "folder": str(home),
            "photo": str(photo),
            "page": str(home / "match.html"),
            "import": event_shape(counts),
            "match": result_shape(result, engine.photo_paths(look_ids_of(result.ranking))),
        }
        app.give(shape, lambda: _view(app, engine, result, home))
        write_page(app, engine, result, home / "match.html")


def _home(folder: Path | None) -> Path:
    """The folder to build in, absolute; a temporary one is kept, for it holds the result."""
    if folder is None:
        return Path(tempfile.mkdtemp(prefix="braind-demo-"))
    return folder.absolute()


def _build(app: App, engine: Engine, photo: Path) -> ImportFinished:
    """Fill the library, and write the photo to match, unless all that was done before."""
    folder = photo.parent / "photos"
    # The photo is written last, so the others are there when it is.
    is_drawn = photo.exists()
    line = say("reading" if is_drawn else "drawing", app.language)
    app.tell({"event": "reading" if is_drawn else "drawing"}, line)
    job = engine.import_photos([folder], None) if is_drawn else engine.import_sample(folder)
    counts = follow_import(app, job, is_quiet=True)
    if not is_drawn:
        write_whole(photo, [png(engine.sample_photo().pixels)])
    return counts


def _view(app: App, engine: Engine, result: MatchResult, home: Path) -> str:
    brands = engine.brands()
    looks = sum(brand.looks for brand in brands)
    return "\n".join(
        [
            say("demo_library", app.language, brands=len(brands), looks=looks),
            "",
            match_view(result, app.language),
            "",
            say("demo_folder", app.language, path=home),
        ]
    )
