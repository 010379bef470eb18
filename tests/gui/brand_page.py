"""What tests of a brand's page look at, and what they choose there."""

from PySide6.QtWidgets import QLabel


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.text()]


def toasts(desk):
    return [text for frame in desk.window.toasts.shown for text in texts(frame)]


def select(page, *look_ids):
    grid, model = page.looks.grid, page.looks.model
    grid.clearSelection()
    for look_id in look_ids:
        index = model.index(model.row_of(look_id))
        grid.selectionModel().select(index, grid.selectionModel().SelectionFlag.Select)
