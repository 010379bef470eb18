"""What the frame around the pages says, and what several pages say."""

from PySide6.QtCore import QT_TRANSLATE_NOOP as mark

TEXTS = {
    "motto": mark("shell", "Brands that look like you"),
    "undo": mark("shell", "Undo"),
    "place.library": mark("shell", "Library"),
    "place.match": mark("shell", "Match a photo"),
    "place.map": mark("shell", "Positioning map"),
    "place.compare": mark("shell", "Compare brands"),
    "place.models": mark("shell", "Models"),
    "place.settings": mark("shell", "Settings"),
    "another": mark("shell", "Another photo"),
    "cancel": mark("shell", "Cancel"),
    "retry": mark("shell", "Try again"),
    "notice.nothing": mark("shell", "There is no picture to paste."),
    "notice.url": mark(
        "shell", "That is an internet address. Copy the picture itself and paste it."
    ),
    "notice.folder": mark(
        "shell", "To compare with a folder, use File › Make brands from folders."
    ),
    "notice.several": mark("shell", "Several photos: the first one is matched."),
    "menu.file": mark("shell", "&File"),
    "menu.view": mark("shell", "&View"),
    "menu.help": mark("shell", "&Help"),
    "menu.open": mark("shell", "Choose photo…"),
    "menu.folders": mark("shell", "Make brands from folders…"),
    "menu.sample": mark("shell", "Try a drawn sample"),
    "menu.paste": mark("shell", "Paste"),
    "menu.quit": mark("shell", "Quit"),
    "menu.system": mark("shell", "Theme: as the system"),
    "menu.light": mark("shell", "Theme: light"),
    "menu.dark": mark("shell", "Theme: dark"),
    "menu.about": mark("shell", "About BRAIND"),
    "about.body": mark(
        "shell",
        "BRAIND {version}\n\nPhotos and results stay on this computer. Nothing is sent anywhere."
        "\n\nMade with Qt {qt} (LGPL-3.0).",
    ),
    "files.photos": mark("shell", "Photos"),
    "files.all": mark("shell", "All files"),
    "crash": mark("shell", "Something unexpected happened. Your library is safe."),
    "crash.hint": mark("shell", "Try again; if it happens again, restart BRAIND."),
}
