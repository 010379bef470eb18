"""The page of models over a hub on this machine."""

import zipfile

import pytest
from model_hub import Hub, serving
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QMessageBox, QPushButton

from braind_desktop.desk import Place
from braind_desktop.dialogs.licence import LicenceDialog
from braind_desktop.dialogs.which_model import WhichModelDialog
from braind_desktop.widgets.basics import Label

BIG = "Salesforce/blip-vqa-base/model.safetensors"
CONTENT = bytes(6_000_000)


@pytest.fixture
def page(desk, tmp_path, monkeypatch):
    monkeypatch.setenv("BRAIND_MODELS", str(tmp_path / "models"))
    for name in ("HF_ENDPOINT", "http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)
    desk.desk.go(Place.MODELS)
    desk.settle()
    return desk.window.page


def press(row, text):
    button = next(b for b in row.findChildren(QPushButton) if b.text().startswith(text))
    button.click()


def shown(row):
    return [b.text() for b in row.findChildren(QPushButton) if b.isVisible()]


def use(page, hub):
    page.route.server.setCurrentIndex(page.route.server.findData("own"))
    page.route.address.setText(hub.url)
    page.route.proxy.setCurrentIndex(page.route.proxy.findData("none"))


def accept(desk, page):
    (dialog,) = page.findChildren(LicenceDialog)
    assert not dialog.fetch.isEnabled()
    dialog.agree.setChecked(True)
    dialog.fetch.click()
    desk.qtbot.wait(10)


def test_what_ships_is_there_and_the_rest_can_be_fetched(page):
    parser, blip = page.rows["parser"], page.rows["blip-vqa-base"]
    assert parser.state.text() == "Comes with BRAIND" and not parser.findChildren(QPushButton)
    assert blip.state.text() == "Not installed" and "BSD-3-Clause" in blip.licence.text()
    assert "not for commercial use" in page.rows["rmbg-1.4"].licence.text()
    assert "0 B used" in page.place.text()


def test_nothing_is_fetched_before_the_licence_is_accepted(desk, page):
    with serving(Hub({BIG: CONTENT})) as hub:
        use(page, hub)
        press(page.rows["rmbg-1.4"], "Download")
        (dialog,) = page.findChildren(LicenceDialog)
        assert dialog.warning.isVisibleTo(dialog) and "127.0.0.1" in page.route.host()
        dialog.reject()
        desk.settle()
        assert hub.asked == []


def test_a_download_shows_its_progress_can_be_paused_and_goes_on(desk, page):
    with serving(Hub({BIG: CONTENT}, "slow", "slow", "slow")) as hub:
        use(page, hub)
        row = page.rows["blip-vqa-base"]
        press(row, "Download")
        accept(desk, page)
        desk.qtbot.waitUntil(lambda: row.bar.isVisible() and row.bar.value() > 0, timeout=20_000)
        assert row.state.text() == "Downloading" and "MB" in row.detail.text()
        press(row, "Pause")
        desk.qtbot.waitUntil(lambda: row.state.text() == "Not complete yet", timeout=20_000)
        asked = len(hub.asked)
        press(row, "Go on")  # the licence was accepted before
        desk.qtbot.waitUntil(lambda: len(hub.asked) > asked, timeout=20_000)
        assert hub.asked[-1].get("Range", "").startswith("bytes=")
        press(row, "Pause")
        desk.settle()


def test_a_server_that_has_not_got_it_is_told_in_the_row(desk, page):
    with serving(Hub({})) as hub:
        use(page, hub)
        row = page.rows["yunet"]
        press(row, "Download")
        accept(desk, page)
        desk.qtbot.waitUntil(lambda: row.state.property("tone") == "err", timeout=30_000)
        desk.settle()
        assert row.state.text() and row.detail.text()
        desk.qtbot.waitUntil(lambda: shown(row) == ["Try again"], timeout=20_000)


def test_a_server_can_be_tried(desk, page):
    with serving(Hub({})) as hub:
        use(page, hub)
        page.route.attempt.click()
        desk.qtbot.waitUntil(lambda: page.route.answer.text() == "127.0.0.1 answers.")
    page.route.attempt.click()
    desk.qtbot.waitUntil(lambda: "127.0.0.1" in page.route.answer.text()
                         and "answers" not in page.route.answer.text(), timeout=20_000)  # fmt: skip


def test_a_file_that_does_not_tell_its_model_is_asked_about(desk, page, tmp_path):
    file = tmp_path / "holiday.onnx"
    file.write_bytes(b"not a model")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    page.take(mime)
    desk.qtbot.waitUntil(lambda: page.findChildren(WhichModelDialog) != [], timeout=20_000)
    (dialog,) = page.findChildren(WhichModelDialog)
    offered = [dialog.models.itemData(place) for place in range(dialog.models.count())]
    assert "yunet" in offered and "yolov8" in offered and "parser" not in offered
    assert any("holiday.onnx" in label.text() for label in dialog.findChildren(Label))
    dialog.models.setCurrentIndex(offered.index("yolov8"))
    dialog.do.click()
    # It is taken at one's word, but a file that is none is refused with a reason.
    desk.qtbot.waitUntil(lambda: page.rows["yolov8"].state.property("tone") == "err",
                         timeout=20_000)  # fmt: skip
    desk.settle()
    assert not (tmp_path / "models/yolov8/yolov8.onnx").exists()


def test_an_own_program_is_added_after_a_warning(desk, page, tmp_path):
    assert [b.text() for b in page.rows["yolov8-torch"].findChildren(QPushButton)] == [
        "Add from file"
    ]
    file = tmp_path / "body.pt"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("archive/data.pkl", b"N.")
    page.add_files([file])
    desk.qtbot.waitUntil(lambda: page.findChildren(QMessageBox) != [], timeout=20_000)
    (warning,) = page.findChildren(QMessageBox)
    assert "can run what its maker put in" in warning.text()
    assert not (tmp_path / "models/yolov8-torch/yolov8.pt").exists()
    next(b for b in warning.buttons() if b.text() == "Add it anyway").click()
    row = page.rows["yolov8-torch"]
    desk.qtbot.waitUntil(lambda: "not verified" in row.state.text().lower(), timeout=20_000)
    desk.settle()


def test_the_page_speaks_korean(desk, page):
    desk.window.menus.actions["ko"].trigger()
    desk.qtbot.wait(20)
    assert page.rows["parser"].state.text() == "기본으로 들어 있어요"
    assert page.rows["parser"].name.text() == "사람과 옷 영역"
