"""What the dialog for a brand's report says."""

from PySide6.QtCore import QT_TRANSLATE_NOOP as mark

TEXTS = {
    "report.title": mark("report", "Report on {brand}"),
    "report.format": mark("report", "Format"),
    "report.language": mark("report", "Language"),
    "report.sections": mark("report", "Sections"),
    "report.style": mark("report", "Style and palette"),
    "report.attributes": mark("report", "Items, materials, patterns, seasons"),
    "report.cohesion": mark("report", "Cohesion, typical and outlying looks"),
    "report.sub_styles": mark("report", "Sub-styles"),
    "report.rivals": mark("report", "Closest brands with evidence"),
    "report.position": mark("report", "Positioning map"),
    "report.apart": mark("report", "What sets it apart"),
    "report.photos": mark("report", "Photos"),
    "report.pictures": mark("report", "With photos of looks"),
    "report.pictures.about": mark("report", "Faces are cropped away in all of them."),
    "report.preview": mark("report", "Preview of the pages"),
    "report.preparing": mark("report", "Preparing the pages"),
    "report.seen": mark("report", "Method and limits are always part of a report."),
    "report.no_pages": mark("report", "This format is for spreadsheets and programs: no pages."),
    "report.save": mark("report", "Save report…"),
    "report.written": mark("report", "The report is in {name}."),
}
