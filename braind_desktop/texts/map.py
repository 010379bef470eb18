"""What the positioning map says."""

from PySide6.QtCore import QT_TRANSLATE_NOOP as mark

TEXTS = {
    "map.context": mark("map", "{count} brands · {looks} looks"),
    "map.context.one": mark("map", "{count} brand · {looks} looks"),
    "map.near": mark("map", "Alike close together"),
    "map.axes": mark("map", "Two axes"),
    "map.x": mark("map", "From left to right"),
    "map.y": mark("map", "From bottom to top"),
    "map.axis.lightness": mark("map", "Dark ↔ light"),
    "map.axis.saturation": mark("map", "Muted ↔ vivid"),
    "map.axis.warmth": mark("map", "Cool ↔ warm"),
    "map.axis.pattern": mark("map", "Plain ↔ patterned"),
    "map.axis.cohesion": mark("map", "Varied ↔ uniform"),
    "map.table": mark("map", "As a table"),
    "map.compare": mark("map", "Compare two"),
    "map.export": mark("map", "Export…"),
    "map.saved": mark("map", "Saved as {name}."),
    "map.not_saved": mark("map", "{name} could not be written. Choose another folder."),
    "map.copied": mark("map", "The map is on the clipboard."),
    "map.note": mark("map", "Closer means more alike; the directions have no meaning."),
    "map.trust": mark(
        "map", "Trustworthiness {share}: how well neighbours on the map are neighbours in fact."
    ),
    "map.few": mark("map", "With fewer than five brands a map says little."),
    "map.free": mark("map", "White space"),
    "map.free.about": mark("map", "Mixtures of styles that no brand here stands for."),
    "map.nearest": mark("map", "Nearest: {names}"),
    "map.full": mark("map", "The brands here cover all mixtures of styles."),
    "map.empty": mark("map", "No brands on the map yet"),
    "map.empty.body": mark("map", "Import the photos of some brands, and they appear here."),
    "map.brand": mark("map", "{name}, {looks} looks"),
    "map.spoken": mark(
        "map", "Map of {count} brands. Tab goes from brand to brand, Enter opens one."
    ),
    "map.brand_column": mark("map", "Brand"),
    "map.style": mark("map", "Strongest style"),
}
