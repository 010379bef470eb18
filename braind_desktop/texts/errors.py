"""Failures in the languages other than English: what happened, and what to do next.

Keys are the codes of ``BraindError``; English users read the error's own, more exact words.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP as mark

TEXTS = {
    "error.photo_nobody": mark("errors", "No person found."),
    "error.photo_nobody.hint": mark("errors", "Use a photo of one person from head to feet."),
    "error.photo_half_body": mark("errors", "Only part of the body is in the photo."),
    "error.photo_half_body.hint": mark("errors", "Use a full-body photo, or continue anyway."),
    "error.photo_missing": mark("errors", "File not found."),
    "error.photo_missing.hint": mark("errors", "Check whether it was moved or renamed."),
    "error.photo_empty": mark("errors", "The file is empty."),
    "error.photo_empty.hint": mark("errors", "Download or copy it again."),
    "error.photo_unsupported": mark("errors", "Unsupported format."),
    "error.photo_unsupported.hint": mark("errors", "Use JPG, PNG, WebP, HEIC, TIFF or AVIF."),
    "error.photo_unreadable": mark("errors", "No permission to read this file."),
    "error.photo_unreadable.hint": mark("errors", "Choose another photo."),
    "error.photo_damaged": mark("errors", "Can't open this photo; it looks damaged."),
    "error.photo_damaged.hint": mark("errors", "Use another photo."),
    "error.photo_too_large": mark("errors", "The photo is too large."),
    "error.photo_too_large.hint": mark("errors", "Make it smaller and open it again."),
    "error.photo_too_small": mark("errors", "The photo is too small."),
    "error.photo_too_small.hint": mark("errors", "Use a larger photo."),
    "error.library_empty": mark("errors", "There are no looks to compare with yet."),
    "error.library_empty.hint": mark("errors", "Import photos of some brands first."),
    "error.library_newer": mark("errors", "This library was made by a newer version."),
    "error.library_newer.hint": mark("errors", "Update BRAIND."),
    "error.library_foreign": mark("errors", "This is not a BRAIND library."),
    "error.library_foreign.hint": mark("errors", "Choose another file."),
    "error.library_unreachable": mark("errors", "Can't open the library."),
    "error.library_unreachable.hint": mark("errors", "Check the folder and its permissions."),
    "error.model_missing": mark("errors", "A model file is missing."),
    "error.model_missing.hint": mark("errors", "Fetch it, or install BRAIND again."),
    "error.model_damaged": mark("errors", "A model file is damaged."),
    "error.model_damaged.hint": mark("errors", "Fetch it again, or install BRAIND again."),
}
