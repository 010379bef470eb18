"""What the import dialog and the sheet of its results say."""

from PySide6.QtCore import QT_TRANSLATE_NOOP as mark

TEXTS = {
    "import.title": mark("imports", "Import photos"),
    "import.where": mark("imports", "From"),
    "import.nowhere": mark(
        "imports", "Add a folder, photos, a zip archive or a PDF lookbook, or drop them here."
    ),
    "import.add_folder": mark("imports", "Add folder"),
    "import.add_files": mark("imports", "Add files"),
    "import.remove": mark("imports", "Remove {name}"),
    "import.more": mark("imports", "and {count} more"),
    "import.files": mark("imports", "Photos, zip archives, PDF lookbooks"),
    "import.brand": mark("imports", "For which brand"),
    "import.one": mark("imports", "One brand"),
    "import.each": mark("imports", "Every folder is a brand"),
    "import.name": mark("imports", "Name of the brand"),
    "import.folder": mark("imports", "Folder"),
    "import.as": mark("imports", "Brand"),
    "import.photos": mark("imports", "Photos"),
    "import.table": mark("imports", "Folders and their brands"),
    "import.table.tip": mark(
        "imports", "Click a name to change it. A folder without a name is left out."
    ),
    "import.rules": mark("imports", "Leave out"),
    "import.rule.partial": mark("imports", "Close-ups and people who are cut off"),
    "import.rule.several": mark("imports", "Photos of several people"),
    "import.rule.nobody": mark(
        "imports", "Photos without a person are always left out. You can take everything back."
    ),
    "import.counts": mark(
        "imports", "{found} found · {new} new · {duplicate} known · {failed} unreadable"
    ),
    "import.scanning": mark("imports", "Looking…"),
    "import.eta": mark("imports", "Takes about {count} minutes on this computer"),
    "import.eta.one": mark("imports", "Takes about {count} minute on this computer"),
    "import.eta.unknown": mark("imports", "The first photos will tell how long it takes"),
    "import.start": mark("imports", "Import {count} photos"),
    "import.start.one": mark("imports", "Import {count} photo"),
    "import.grid": mark("imports", "New photos; click one to leave it out"),
    "import.nothing": mark("imports", "There is nothing new in there."),
    "import.way": mark("imports", "Way"),
    "import.in_place": mark("imports", "Use them where they are"),
    "import.copy": mark("imports", "Copy into the library"),
    "import.place": mark("imports", "Photos stay where they are; none is copied or changed."),
    "import.copy.room": mark(
        "imports", "{need} needed · {free} free. The originals stay as they are."
    ),
    "import.copy.full": mark("imports", "Not enough room: {need} needed · {free} free."),
    "import.sources": mark("imports", "{count} places"),
    "import.sources.one": mark("imports", "{count} place"),
    "import.choice": mark("imports", "{first} and {count} more"),
    "result.title": mark("imports", "What became of the photos"),
    "result.sum": mark("imports", "{found} photos found"),
    "result.all": mark("imports", "All {count}"),
    "result.added": mark("imports", "Added {count}"),
    "result.duplicate": mark("imports", "Known {count}"),
    "result.excluded": mark("imports", "Left out {count}"),
    "result.failed": mark("imports", "Unreadable {count}"),
    "result.word.added": mark("imports", "Added"),
    "result.word.duplicate": mark("imports", "Known already"),
    "result.word.excluded": mark("imports", "Left out"),
    "result.word.failed": mark("imports", "Unreadable"),
    "result.file": mark("imports", "Photo"),
    "result.what": mark("imports", "Result"),
    "result.why": mark("imports", "Reason"),
    "result.folder": mark("imports", "Folder"),
    "result.table": mark("imports", "Photos of this import"),
    "result.retry": mark("imports", "Try again"),
    "result.retry_all": mark("imports", "Try all again"),
    "result.anyway": mark("imports", "Import anyway"),
    "result.anyway_all": mark("imports", "Import all anyway"),
    "result.show": mark("imports", "Show in folder"),
    "result.save": mark("imports", "Save list (CSV)"),
    "result.csv": mark("imports", "Tables (*.csv)"),
    "result.saved": mark("imports", "The list is saved."),
    "result.close": mark("imports", "Close"),
    "result.none": mark("imports", "None"),
    "file_not_written": mark("imports", "The file could not be written."),
}
