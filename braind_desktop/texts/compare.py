"""What the comparison of two brands says."""

from PySide6.QtCore import QT_TRANSLATE_NOOP as mark

TEXTS = {
    "compare.left": mark("compare", "The one brand"),
    "compare.right": mark("compare", "The other brand"),
    "compare.pick": mark("compare", "Choose a brand"),
    "compare.swap": mark("compare", "Swap"),
    "compare.export": mark("compare", "Export…"),
    "compare.copied": mark("compare", "The comparison is on the clipboard."),
    "compare.two": mark("compare", "Choose two brands"),
    "compare.two.body": mark("compare", "Then you see what they share and what sets them apart."),
    "compare.same": mark("compare", "That is the same brand"),
    "compare.same.body": mark("compare", "Choose another one on either side."),
    "compare.styles": mark("compare", "Style"),
    "compare.legend": mark("compare", "● {ours}     ■ {theirs} (dashed)"),
    "compare.likeness": mark("compare", "How alike"),
    "compare.palettes": mark("compare", "Palettes"),
    "compare.shared": mark("compare", "What they share"),
    "compare.apart": mark("compare", "What sets them apart"),
    "compare.none": mark("compare", "Nothing that stands out."),
    "compare.pairs": mark("compare", "Looks that are most alike"),
    "compare.pairs.about": mark("compare", "The one brand left, the other right, in each pair."),
    "compare.pairs.spoken": mark("compare", "{count} pairs of look-alike photos"),
    "compare.own": mark("compare", "Looks that are most their own"),
    "compare.own.spoken": mark("compare", "{count} looks of {brand} unlike the other brand's"),
}
