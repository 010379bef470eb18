"""Every word of the window, and the switch between its languages.

Decision: the code names a text by a key; the tables beside this file give its English source,
marked for Qt's ``lupdate``, one table an area of the window. Korean lies in
``resources/i18n/*_ko.ts`` and is compiled into ``braind_ko.qm`` by ``packaging/translations.py``.
Qt tells every widget when the language changes.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

import braind
from braind.errors import BraindError
from braind_desktop.texts import (
    brand,
    compare,
    drops,
    errors,
    imports,
    jobs,
    library,
    looks,
    map,
    match,
    model_errors,
    models,
    recipe,
    recipe_errors,
    report,
    settings,
    shell,
)

Say = Callable[[], str]

AREAS = {
    "brand": brand.TEXTS,
    "compare": compare.TEXTS,
    "drops": drops.TEXTS,
    "errors": errors.TEXTS,
    "imports": imports.TEXTS,
    "jobs": jobs.TEXTS,
    "library": library.TEXTS,
    "looks": looks.TEXTS,
    "map": map.TEXTS,
    "match": match.TEXTS,
    "model_errors": model_errors.TEXTS,
    "models": models.TEXTS,
    "recipe": recipe.TEXTS,
    "recipe_errors": recipe_errors.TEXTS,
    "report": report.TEXTS,
    "settings": settings.TEXTS,
    "shell": shell.TEXTS,
}
_SOURCES = {key: (area, text) for area, texts in AREAS.items() for key, text in texts.items()}
LANGUAGES = {"ko": "한국어", "en": "English"}


def resources() -> Path:
    """Where the shipped files lie: inside the installed package, or in the checkout."""
    package = Path(braind.__file__).parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


class LanguageSwitch(QObject):
    """The language of the window; Qt sends ``LanguageChange`` to every widget on a change."""

    def __init__(self, app: QCoreApplication, language: str = "") -> None:
        super().__init__(app)
        self._app = app
        self._installed: list[QTranslator] = []
        korean = QLocale.system().language() is QLocale.Language.Korean
        self.choose(language or ("ko" if korean else "en"))

    def choose(self, language: str) -> None:
        """Speak "ko" or "en" from now on."""
        self.retire()
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        qt_words, ours = QTranslator(self), QTranslator(self)
        qt_words.load(f"qtbase_{language}", qt_folder)
        ours.load(
            f"braind_{language}", str(resources() / "i18n")
        )  # English has none: it is the source
        self._installed = [qt_words, ours]
        self._app.setProperty("language", language)
        QLocale.setDefault(QLocale(language))
        for new in self._installed:
            self._app.installTranslator(new)

    def retire(self) -> None:
        """Take the words away again."""
        for old in self._installed:
            self._app.removeTranslator(old)
        self._installed = []


def spoken_language() -> str:
    """The language of the window now: "ko" or "en"."""
    app = QCoreApplication.instance()
    return str(app.property("language") or "en") if app else "en"


def tr(key: str, **fill: object) -> str:
    """The text of a key, in the language of the window.

    With ``count`` 1, the text of "<key>.one" where there is one: "1 photo", not "1 photos".
    Raises KeyError for a key that nobody wrote.
    """
    if fill.get("count") == 1 and f"{key}.one" in _SOURCES:
        key = f"{key}.one"
    area, source = _SOURCES[key]
    return QCoreApplication.translate(area, source).format(**fill)


def say(key: str, **fill: object) -> Say:
    """The same, to be asked for again whenever the language changes."""
    return lambda: tr(key, **fill)


def capital(text: str) -> str:
    """With a capital first letter, for a word of the vocabulary that stands alone."""
    return text[:1].upper() + text[1:]


def plain(text: str) -> str:
    """For tooltips and message boxes, which take whatever looks like HTML for HTML.

    Names come from other people's packs, and HTML may fetch files and pictures of servers.
    """
    return f"<span>{escape(text)}</span>" if "<" in text else text


def error_texts(error: Exception) -> tuple[str, str]:
    """What happened and what to do, in the language of the window."""
    if not isinstance(error, BraindError):
        return tr("crash"), tr("crash.hint")
    key = f"error.{error.code}"
    if spoken_language() == "en" or key not in _SOURCES:
        return error.what, error.hint
    return tr(key, **error.details), tr(f"{key}.hint", **error.details)


def error_text(code: str) -> str:
    """What happened, of a failure that only its code is left of."""
    key = f"error.{code}"
    return tr(key) if key in _SOURCES else code.replace("_", " ")
