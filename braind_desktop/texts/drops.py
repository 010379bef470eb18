"""What is said about drops and pastes, and about brand packs."""

from PySide6.QtCore import QT_TRANSLATE_NOOP as mark

TEXTS = {
    "drop.promise.match": mark("drops", "Let go to match"),
    "drop.promise.import": mark("drops", "Let go to import"),
    "drop.promise.add": mark("drops", "Let go to add to this brand"),
    "drop.promise.choose": mark("drops", "Let go to match or import this photo"),
    "drop.promise.look_inside": mark("drops", "Let go to look inside"),
    "drop.promise.match_look": mark("drops", "Let go to match this look"),
    "drop.promise.pin": mark("drops", "Let go to pin this look"),
    "drop.promise.open_pack": mark("drops", "Let go to open this brand pack"),
    "drop.promise.open_library": mark("drops", "Let go to open this library"),
    "drop.promise.add_model": mark("drops", "Let go to add this model"),
    "drop.promise.search": mark("drops", "Let go to search for this"),
    "drop.promise.tell_address": mark("drops", "Copy the picture itself and paste it"),
    "drop.promise.tell_kind": mark("drops", "This kind of file cannot be used here"),
    "drop.promise.tell_models": mark("drops", "Only files of models can be used here"),
    "drop.promise.tell_nothing": mark("drops", "Drop a photo or a folder here"),
    "drop.address": mark(
        "drops", "That is an internet address. Copy the picture itself and paste it here."
    ),
    "drop.nothing": mark("drops", "Drop a photo or a folder, please."),
    "drop.models": mark("drops", "Only files of models can be used here."),
    "drop.kind": mark(
        "drops", "{kind} cannot be used yet. JPG, PNG, WebP, HEIC, TIFF, AVIF, zip and PDF can."
    ),
    "drop.kind.video": mark("drops", "Videos"),
    "drop.kind.raw": mark("drops", "RAW photos"),
    "drop.kind.design": mark("drops", "Design files"),
    "drop.kind.shortcut": mark("drops", "Shortcuts"),
    "drop.kind.archive": mark("drops", "Archives of this kind"),
    "drop.kind.model": mark("drops", "Model files"),
    "drop.pinned": mark("drops", "The look is pinned."),
    "drop.added": mark("drops", "Added to “{brand}”."),
    "drop.not_added": mark("drops", "Nothing new for “{brand}” in there."),
    "drop.pasted": mark("drops", "Pasted picture"),
    "drop.choice": mark("drops", "What shall become of this photo?"),
    "drop.choice.match": mark("drops", "Find brands like it"),
    "drop.choice.add": mark("drops", "Add to a brand"),
    "drop.busy": mark("drops", "This photo is being matched already."),
    "pack.title": mark("drops", "Brand pack"),
    "pack.reading": mark("drops", "Reading the pack"),
    "pack.holds": mark("drops", "Brands: {brands} · looks: {looks}"),
    "pack.brands": mark("drops", "Brands in the pack"),
    "pack.owner": mark("drops", "From: {owner}"),
    "pack.licence": mark("drops", "Licence: {licence}"),
    "pack.signed": mark("drops", "Signed; the signature is right."),
    "pack.unsigned": mark("drops", "Not signed: open it only if you know where it comes from."),
    "pack.add": mark("drops", "Add to the library"),
    "pack.add.count": mark("drops", "Add {count} brands"),
    "pack.add.count.one": mark("drops", "Add {count} brand"),
}
