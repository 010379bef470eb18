"""An accident of ours: logged with where it was, told once and calmly, and one can go on."""

import logging
import sys
import threading

import pytest
from PySide6.QtWidgets import QMessageBox

from braind_desktop.crash import CrashTeller
from braind_desktop.dialogs.diagnostics import DiagnosticsDialog


@pytest.fixture
def teller(desk):
    return CrashTeller(desk.window)


def stumble(teller):
    try:
        raise ValueError("a stumble")
    except ValueError:
        teller.hear(*sys.exc_info())


def boxes(desk):
    return [box for box in desk.window.findChildren(QMessageBox) if box.isVisible()]


def press(box, text):
    next(button for button in box.buttons() if button.text() == text).click()


def test_it_is_logged_and_told_and_one_goes_on(desk, teller, caplog):
    stumble(teller)
    desk.qtbot.waitUntil(lambda: len(boxes(desk)) == 1)
    (box,) = boxes(desk)
    assert box.text() == "Something unexpected happened. Your library is safe."
    assert "You can go on working." in box.informativeText()
    (record,) = [one for one in caplog.records if one.levelno == logging.CRITICAL]
    told = logging.Formatter().format(record)
    assert "in stumble" in told and "ValueError: a stumble" in told
    press(box, "Go on")
    desk.qtbot.waitUntil(lambda: not boxes(desk))
    assert desk.window.isVisible()


def test_many_accidents_are_one_message_until_it_is_read(desk, teller):
    stumble(teller)
    stumble(teller)
    desk.qtbot.waitUntil(lambda: bool(boxes(desk)))
    desk.qtbot.wait(50)
    assert len(boxes(desk)) == 1
    press(boxes(desk)[0], "Go on")
    desk.qtbot.waitUntil(lambda: not boxes(desk))
    stumble(teller)
    desk.qtbot.waitUntil(lambda: len(boxes(desk)) == 1)


def test_the_accident_of_another_thread_is_told_in_the_window(desk, teller, caplog):
    def work():
        try:
            raise KeyError("elsewhere")
        except KeyError:
            teller.hear_of_thread(threading.ExceptHookArgs((*sys.exc_info(), None)))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    desk.qtbot.waitUntil(lambda: len(boxes(desk)) == 1)
    assert "elsewhere" in caplog.text


def test_diagnostics_are_made_from_the_message(desk, teller):
    stumble(teller)
    desk.qtbot.waitUntil(lambda: bool(boxes(desk)))
    press(boxes(desk)[0], "Make diagnostics file…")
    desk.settle()
    desk.qtbot.waitUntil(lambda: bool(desk.window.findChildren(DiagnosticsDialog)))
    (dialog,) = desk.window.findChildren(DiagnosticsDialog)
    assert dialog.isVisible()


def test_an_interrupt_is_left_to_python(desk, teller, capsys, caplog):
    teller.hear(KeyboardInterrupt, KeyboardInterrupt(), None)
    desk.qtbot.wait(50)
    assert not boxes(desk) and not caplog.records
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_it_hears_while_installed(desk, teller):
    before = sys.excepthook, threading.excepthook
    try:
        teller.install()
        assert (sys.excepthook, threading.excepthook) == (teller.hear, teller.hear_of_thread)
        teller.retire()
        assert sys.excepthook is sys.__excepthook__
        assert threading.excepthook is threading.__excepthook__
    finally:
        sys.excepthook, threading.excepthook = before
