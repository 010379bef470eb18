"""What the settings, the first page and the helping dialogs say."""

from PySide6.QtCore import QT_TRANSLATE_NOOP as mark

TEXTS = {
    "settings.search": mark("settings", "Search settings"),
    "settings.nothing": mark("settings", "No setting has these words."),
    "settings.general": mark("settings", "General"),
    "settings.language": mark("settings", "Language"),
    "settings.theme": mark("settings", "Theme"),
    "settings.size": mark("settings", "Text size"),
    "settings.size.about": mark("settings", "Ctrl and + or − change it everywhere."),
    "settings.percent": mark("settings", "{value}"),
    "settings.library": mark("settings", "Library"),
    "settings.other": mark("settings", "Open another…"),
    "settings.new": mark("settings", "New…"),
    "settings.copy": mark("settings", "Save a copy…"),
    "settings.backup": mark("settings", "Backup"),
    "settings.backup.about": mark(
        "settings", "One file with brands, looks and face-free thumbnails, without your photos."
    ),
    "settings.backed_up": mark("settings", "The copy is in {name}."),
    "settings.analysis": mark("settings", "Analysis"),
    "python.title": mark("settings", "Python environment for torch models"),
    "python.about": mark(
        "settings",
        "BLIP, ultralytics and other torch models can run in a Python of your own that has the same"
        " version of BRAIND with its extra “full”.",
    ),
    "python.choose": mark("settings", "Choose…"),
    "python.test": mark("settings", "Test"),
    "python.forget": mark("settings", "Stop using"),
    "python.none": mark("settings", "None chosen"),
    "python.none.about": mark(
        "settings", "Choose its interpreter, such as .venv/bin/python or Scripts/python.exe."
    ),
    "python.looking": mark("settings", "Looking what it has…"),
    "python.has": mark("settings", "Python {version} with {packages}."),
    "python.lacks": mark("settings", "Missing: {packages}."),
    "settings.cores": mark("settings", "Cores for reading"),
    "settings.cores.about": mark(
        "settings", "More cores read photos faster, but take more memory and slow other programs."
    ),
    "settings.privacy": mark("settings", "Privacy"),
    "settings.promise": mark(
        "settings",
        "Photos and results stay on this computer. The app goes online only to download a model"
        " that you ask for, and never sends photos. Nothing is counted or reported.",
    ),
    "settings.recent": mark("settings", "Recent libraries"),
    "settings.recent.about": mark("settings", "The list in the File menu."),
    "settings.forget": mark("settings", "Forget"),
    "settings.forgotten": mark("settings", "The list is empty now."),
    "settings.advanced": mark("settings", "Advanced"),
    "settings.log": mark("settings", "Log"),
    "settings.log.about": mark("settings", "Kept on this computer, never sent."),
    "settings.open_folder": mark("settings", "Open folder"),
    "settings.diagnostics": mark("settings", "Diagnostics file"),
    "settings.diagnostics.about": mark(
        "settings", "Versions, checks and the log, without photos, names and paths."
    ),
    "settings.diagnostics.read": mark(
        "settings", "This is all that the file would hold. Save it and send it to whoever helps."
    ),
    "settings.make": mark("settings", "Make…"),
    "settings.save": mark("settings", "Save…"),
    "settings.saved": mark("settings", "Saved as {name}."),
    "settings.window": mark("settings", "Window"),
    "settings.window.about": mark("settings", "Size, theme and text as on the first day."),
    "settings.reset": mark("settings", "Reset"),
    "settings.about": mark("settings", "About"),
    "settings.licences": mark("settings", "Version and licences"),
    "settings.licences.about": mark("settings", "Whose work BRAIND builds on."),
    "settings.show": mark("settings", "Show"),
    "about.version": mark("settings", "Version {version} · Qt {qt} · Apache-2.0"),
    "about.promise": mark(
        "settings", "Photos and results stay on this computer. Nothing is sent anywhere."
    ),
    "about.others": mark("settings", "Third-party packages"),
    "about.name": mark("settings", "Package"),
    "about.number": mark("settings", "Version"),
    "about.licence": mark("settings", "Licence"),
    "about.no_text": mark("settings", "This package ships no licence text of its own."),
    "welcome.title": mark("settings", "Find the brands that look like you"),
    "welcome.promise": mark(
        "settings", "Photos are analysed on this computer only. Nothing is sent."
    ),
    "welcome.owner": mark("settings", "I run a brand"),
    "welcome.owner.about": mark(
        "settings", "Add a lookbook and see its style and the brands closest to it."
    ),
    "welcome.lookbook": mark("settings", "Import a lookbook"),
    "welcome.shopper": mark("settings", "I have a photo"),
    "welcome.shopper.about": mark(
        "settings", "One full-body photo is enough to see the brands that match."
    ),
    "welcome.sample": mark("settings", "Look around in the drawn sample first"),
}
