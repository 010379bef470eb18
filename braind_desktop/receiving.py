"""What the window does with what was dropped or pasted: one small answer an act of the table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from braind.domain import Edit
from braind.events import LookIndexed
from braind_desktop.cores import chosen_cores
from braind_desktop.desk import Desk, Place
from braind_desktop.drops import Act, Dropped, Payload
from braind_desktop.pictures import photo_of
from braind_desktop.texts import say, tr
from braind_desktop.views.drop_choice import DropChoice
from braind_desktop.wishes import ImportWish

if TYPE_CHECKING:
    from braind.engine import Engine
    from braind_desktop.pages import Page


def receive(dropped: Dropped, page: Page) -> None:
    """Do what the table says for the page."""
    _ANSWERS[dropped.act(page.home)](dropped, page)


def match(dropped: Dropped, page: Page) -> None:
    """Match the photos, on the match page."""
    image, paths = dropped.image, dropped.paths
    sources = list(paths) if image.isNull() else [photo_of(image, tr("pasted"))]
    page.desk.go(Place.MATCH, sources=sources)


def import_all(dropped: Dropped, page: Page) -> None:
    """Ask how to import it, for the brand of the page if that is a brand's."""
    page.desk.import_asked.emit(list(_files_of(dropped, page.desk)), page.brand_in_front())


def add(dropped: Dropped, page: Page) -> None:
    """Add one photo to the brand of the page at once; that can be taken back."""
    brand = page.brand_in_front()
    if not brand:
        import_all(dropped, page)
        return
    files = tuple(str(file) for file in _files_of(dropped, page.desk))
    cores = chosen_cores(page.desk.settings)
    _add_at_once(page.desk, ImportWish(files, brand, accept_partial=True, workers=cores))


def choose(dropped: Dropped, page: Page) -> None:
    """Ask whether to match the photo or to import it."""
    dialog = DropChoice(page)
    dialog.matched.connect(lambda: match(dropped, page))
    dialog.imported.connect(lambda: import_all(dropped, page))
    dialog.open()


def look_inside(dropped: Dropped, page: Page) -> None:
    """An archive or document with one photo is matched; another is imported."""
    (path,) = dropped.paths

    def answer(holds_one: bool) -> None:
        (match if holds_one else import_all)(dropped, page)

    page.desk.ask(page, lambda engine: engine.holds_one_photo(path), answer,
                  lambda _: import_all(dropped, page), slot="drop")  # fmt: skip


def match_look(dropped: Dropped, page: Page) -> None:
    """Match a look of this library by its photo."""
    looks = dropped.looks[:1]

    def answer(paths: dict[int, str]) -> None:
        found = [Path(path) for path in paths.values()]
        if found:
            page.desk.go(Place.MATCH, sources=found)

    page.desk.ask(page, lambda engine: engine.photo_paths(looks), answer, slot="drop")


def pin(dropped: Dropped, page: Page) -> None:
    """Make looks of this library stand for their brand."""
    looks = dropped.looks

    def work(engine: Engine) -> None:
        edits = engine.edits(looks)
        engine.edit_looks({look: replace(edit, is_pinned=True) for look, edit in edits.items()})

    page.desk.start(lambda engine: iter([work(engine)]))
    page.desk.toast(say("drop.pinned"))


def open_library(dropped: Dropped, page: Page) -> None:
    """Work with another library."""
    page.desk.open_library(dropped.paths[0])


def open_pack(dropped: Dropped, page: Page) -> None:
    """Show what a pack holds."""
    page.desk.pack_asked.emit(dropped.paths[0])


def add_model(dropped: Dropped, page: Page) -> None:
    """The models page looks at the files."""
    page.add_files(list(dropped.paths))


def search(dropped: Dropped, page: Page) -> None:
    """A text goes into the search field of a page that has one."""
    if not page.search_for(dropped.words):
        tell("drop.nothing")(dropped, page)


def tell_kind(dropped: Dropped, page: Page) -> None:
    """Refuse a kind of file by its name."""
    kind = "model" if dropped.payload is Payload.MODEL else dropped.words
    page.desk.toast(lambda: tr("drop.kind", kind=tr(f"drop.kind.{kind}")))


def tell(key: str) -> Callable[[Dropped, Page], None]:
    """Say a sentence."""
    return lambda dropped, page: page.desk.toast(say(key))


def _add_at_once(desk: Desk, wish: ImportWish) -> None:
    """Import, and offer to put what it gave into the trash again."""
    looks: list[int] = []

    def hear(event: object) -> None:
        if isinstance(event, LookIndexed):
            looks.append(event.look.id)

    def take_back() -> None:
        edits = dict.fromkeys(looks, Edit(is_removed=True))
        desk.start(lambda engine: iter([engine.edit_looks(edits)]))

    def tell_end() -> None:
        if looks:
            desk.toast(say("drop.added", brand=wish.brand), take_back)
        else:
            desk.toast(say("drop.not_added", brand=wish.brand))

    task = desk.start(wish.run, wish.brief())
    task.reported.connect(hear)
    task.finished.connect(tell_end)


def _files_of(dropped: Dropped, desk: Desk) -> tuple[Path, ...]:
    """The files, of which pasted pixels become one beside the library."""
    if dropped.image.isNull():
        return dropped.paths
    return (keep_picture(dropped.image, desk.libraries.current.parent, datetime.now()),)


def keep_picture(image: QImage, folder: Path, now: datetime) -> Path:
    """Write a pasted picture into a folder of its own; it is named by the time."""
    home = folder / "pasted"
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    stem = f"{tr('drop.pasted')} {now:%Y-%m-%d %H.%M}"
    names = (f"{stem}{f' ({n})' if n else ''}.png" for n in range(1000))
    path = next(home / name for name in names if not (home / name).exists())
    path.touch(mode=0o600)
    image.save(str(path))
    return path


_ANSWERS: dict[Act, Callable[[Dropped, Page], None]] = {
    Act.MATCH: match, Act.IMPORT: import_all, Act.ADD: add, Act.CHOOSE: choose,
    Act.LOOK_INSIDE: look_inside, Act.MATCH_LOOK: match_look, Act.PIN: pin,
    Act.OPEN_PACK: open_pack, Act.OPEN_LIBRARY: open_library, Act.ADD_MODEL: add_model,
    Act.SEARCH: search, Act.TELL_ADDRESS: tell("drop.address"), Act.TELL_KIND: tell_kind,
    Act.TELL_MODELS: tell("drop.models"), Act.TELL_NOTHING: tell("drop.nothing"),
}  # fmt: skip
