"""An administrator on Windows is told that nothing can be dropped."""

from braind_desktop.elevation import is_elevated


def refuse():
    raise AssertionError("only Windows is asked")


def test_only_an_administrator_on_windows_is_elevated():
    assert is_elevated("win32", lambda: True)
    assert not is_elevated("win32", lambda: False)
    assert not is_elevated("linux", refuse) and not is_elevated("darwin", refuse)


def test_the_match_page_says_what_to_do_instead(desk):
    banner = desk.view.sheet.no_drops
    assert not banner.isVisible()
    banner.setVisible(is_elevated("win32", lambda: True))
    assert banner.isVisible() and "dragging photos in does not work" in banner.text()
