"""What the choice of a recipe says."""

from PySide6.QtCore import QT_TRANSLATE_NOOP as mark

TEXTS = {
    "recipe.title": mark("recipe", "Recipe"),
    "recipe.about": mark(
        "recipe",
        "Which models read your photos. After a change, earlier looks stay as they are until they"
        " are read again; looks of different recipes are never compared.",
    ),
    "recipe.on": mark("recipe", "computed on"),
    "recipe.use": mark("recipe", "Use this recipe"),
    "recipe.in_use": mark("recipe", "In use"),
    "recipe.used": mark("recipe", "Photos are read with “{name}” from now on."),
    "recipe.default": mark("recipe", "BRAIND's own models"),
    "recipe.default.about": mark("recipe", "Small, fast, and all there: no download."),
    "recipe.original": mark("recipe", "The original pipeline"),
    "recipe.original.about": mark(
        "recipe",
        "YOLOv8, RMBG-1.4, deface, your own style classifier and BLIP, as BRAIND began. Some of"
        " its licences forbid commercial use.",
    ),
    "recipe.permissive": mark("recipe", "Large and permissive"),
    "recipe.permissive.about": mark(
        "recipe", "Larger models that may be used for any purpose; slower than BRAIND's own."
    ),
    "recipe.custom": mark("recipe", "My own"),
    "recipe.custom.about": mark("recipe", "The stages as you chose them."),
    "recipe.looking": mark("recipe", "Looking what is there"),
    "recipe.complete": mark("recipe", "All that it needs is there."),
    "recipe.install": mark("recipe", "Needs packages. Run: {command}"),
    "recipe.bundled": mark(
        "recipe",
        "Needs packages, which cannot be added to the installed program. Every ONNX model works"
        " here; torch models run in a Python environment of yours, chosen in Settings.",
    ),
    "recipe.python": mark("recipe", "Choose a Python environment…"),
    "recipe.models": mark("recipe", "Needs models from the list below: {names}"),
    "lavis.missing": mark(
        "recipe", "Needs LAVIS, which gets an environment of its own: about 6 GB to download."
    ),
    "lavis.install": mark("recipe", "Install LAVIS"),
    "lavis.going": mark("recipe", "Installing LAVIS, step {step} of {steps}: {note}"),
    "recipe.stale": mark("recipe", "{count} looks were read by another recipe."),
    "recipe.stale.one": mark("recipe", "{count} look was read by another recipe."),
    "recipe.again": mark("recipe", "Read them again"),
    "stage.person": mark("recipe", "Person and whole body"),
    "stage.cutout": mark("recipe", "Background"),
    "stage.face": mark("recipe", "Face"),
    "stage.style": mark("recipe", "Style"),
    "stage.visual": mark("recipe", "Overall look (optional)"),
    "stage.vqa": mark("recipe", "Ten answers"),
    "stage.words": mark("recipe", "Word vectors"),
    "device.auto": mark("recipe", "the best there is"),
    "device.cpu": mark("recipe", "the processor"),
    "recipe.own": mark("recipe", "BRAIND's own"),
    "recipe.none": mark("recipe", "None"),
    "device.cuda": mark("recipe", "an NVIDIA card"),
    "device.coreml": mark("recipe", "Apple's CoreML"),
    "device.dml": mark("recipe", "DirectML"),
}
