"""What can go wrong with recipes and what they name, for other languages: see ``errors``."""

from PySide6.QtCore import QT_TRANSLATE_NOOP as mark

TEXTS = {
    "error.recipe_unknown": mark("recipe_errors", "There is no recipe “{recipe}”."),
    "error.recipe_unknown.hint": mark("recipe_errors", "Choose another one."),
    "error.backend_unknown": mark("recipe_errors", "The model for this step is not known here."),
    "error.backend_unknown.hint": mark("recipe_errors", "Choose another one for this step."),
    "error.backend_not_installed": mark(
        "recipe_errors",
        "This needs packages that are not installed.",
    ),
    "error.backend_not_installed.hint": mark("recipe_errors", "Run: {command}"),
    "error.backend_not_bundled": mark(
        "recipe_errors",
        "This needs packages, which cannot be added to the installed program.",
    ),
    "error.backend_not_bundled.hint": mark(
        "recipe_errors",
        "Choose a Python environment that has them, in Settings.",
    ),
    "error.python_unusable": mark(
        "recipe_errors",
        "“{python}” does not answer as a Python 3.11 or newer.",
    ),
    "error.python_unusable.hint": mark(
        "recipe_errors",
        "Choose the interpreter of an environment, such as .venv/bin/python.",
    ),
    "error.python_unfit": mark(
        "recipe_errors",
        "This Python has another BRAIND ({found}) than this program ({wanted}), or none.",
    ),
    "error.python_unfit.hint": mark("recipe_errors", "Run: {command}"),
    "error.setting_wrong": mark("recipe_errors", "The setting “{setting}” does not fit."),
    "error.setting_wrong.hint": mark("recipe_errors", "Check the recipe's settings."),
    "error.setting_missing": mark("recipe_errors", "No style classifier has been chosen."),
    "error.setting_missing.hint": mark(
        "recipe_errors",
        "Train one, then name its file in the recipe.",
    ),
    "error.settings_damaged": mark("recipe_errors", "The settings can't be read."),
    "error.settings_damaged.hint": mark(
        "recipe_errors",
        "Mend {path} or delete it; then the defaults hold.",
    ),
    "error.device_unknown": mark("recipe_errors", "There is no device “{device}”."),
    "error.device_unknown.hint": mark("recipe_errors", "Choose auto, cpu, cuda, dml or coreml."),
    "error.device_unavailable": mark("recipe_errors", "BRAIND can't compute on “{device}” here."),
    "error.device_unavailable.hint": mark("recipe_errors", "Choose another device, or auto."),
    "error.memory_short": mark("recipe_errors", "There is not enough memory for this model."),
    "error.memory_short.hint": mark(
        "recipe_errors",
        "Close other programs, or choose a smaller model.",
    ),
    "error.detector_unfit": mark(
        "recipe_errors",
        "This detector can't tell a whole body from half of one.",
    ),
    "error.detector_unfit.hint": mark(
        "recipe_errors",
        "Use one with the five body classes, or with keypoints.",
    ),
    "error.classifier_card": mark("recipe_errors", "The classifier has no card that can be used."),
    "error.classifier_card.hint": mark(
        "recipe_errors",
        "Train it with “braind train style”, which writes the card.",
    ),
    "error.heads_unusable": mark("recipe_errors", "The style heads can't be used with this model."),
    "error.heads_unusable.hint": mark(
        "recipe_errors",
        "Train them again, or leave the setting empty.",
    ),
    "error.ultralytics_unsafe": mark(
        "recipe_errors",
        "This ultralytics would run code from weight files.",
    ),
    "error.ultralytics_unsafe.hint": mark("recipe_errors", "Update it."),
    "error.words_unreadable": mark("recipe_errors", "The word vectors can't be used."),
    "error.words_unreadable.hint": mark("recipe_errors", "Install BRAIND again."),
    "error.photo_moved": mark("recipe_errors", "The photo is not where it was."),
    "error.photo_moved.hint": mark("recipe_errors", "Put it back, or look for moved photos."),
    "error.photo_changed": mark("recipe_errors", "Another picture is in this place now."),
    "error.photo_changed.hint": mark("recipe_errors", "Import it anew if it belongs to the brand."),
    "error.photo_in_pack": mark("recipe_errors", "The look came in a pack, without its photo."),
    "error.photo_in_pack.hint": mark("recipe_errors", "Ask the pack's owner for a new one."),
    "error.worker_died": mark("recipe_errors", "The model's process ended before it answered."),
    "error.worker_died.hint": mark(
        "recipe_errors",
        "Start again: what was finished is kept. If it recurs, the memory may be too small.",
    ),
    "error.worker_failed": mark("recipe_errors", "The model's process could not answer."),
    "error.worker_failed.hint": mark(
        "recipe_errors",
        "Check its model files, or install it again.",
    ),
    "error.lavis_missing": mark("recipe_errors", "LAVIS is not installed."),
    "error.lavis_missing.hint": mark("recipe_errors", "Run: braind models install-lavis"),
}
