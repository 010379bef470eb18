"""What every command shares: its options, its two output streams, its exit codes."""

from __future__ import annotations

import functools
import json
import locale
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from braind.errors import BraindError, ModelError
from braind.vocabulary import LANGUAGES

if TYPE_CHECKING:
    from braind.engine import Engine
    from braind.engine.preferences import Preferences
    from braind.engine.reading import LookPipeline
    from braind.search.vectors import WordTables

OK, PARTLY_FAILED, USAGE, MODEL_MISSING, INPUT_OUTPUT, CANCELLED = 0, 1, 2, 3, 4, 130

# Failures that better arguments would have avoided.
_USAGE_CODES = frozenset(
    {
        "brand_not_found", "name_taken", "name_empty", "photo_no_such_person", "same_brand",
        "look_not_found", "look_of_other_brand", "lookbook_not_found", "recipe_unknown",
        "device_unknown", "backend_unknown", "setting_wrong", "model_unknown", "model_bundled",
        "model_unrecognised", "model_unconfirmed", "model_program_refused",
        "licence_not_accepted", "python_unusable", "models_folder_fixed", "models_folder_taken",
    }
)  # fmt: skip
# A model could have been there, but for the network or the disk.
_TRANSFER_CODES = frozenset(
    {
        "download_unreachable", "download_tls", "download_refused", "download_insecure",
        "download_failed", "network_off", "certificates_unreadable", "disk_full", "disk_filled",
        "models_folder_unwritable", "model_in_use", "model_busy",
    }
)  # fmt: skip
# The photo could be read, but not used.
_REJECTED_CODES = frozenset({"photo_nobody", "photo_half_body"})

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class App:
    """The settings of one run. Models other than the recipe's can be put in by tests.

    ``recipe`` and ``device`` overrule the user's preferences, which lie in the file ``settings``.
    """

    library: Path | None = None
    as_json: bool = False
    language: str = ""
    make_pipeline: Callable[[], LookPipeline] | None = None
    load_words: Callable[[], WordTables] | None = None
    settings: Path | None = None
    recipe: str = ""
    device: str = ""

    def changed(self, library: str | None, as_json: bool, language: str | None) -> App:
        """With the options of a command, which overrule those of the group."""
        return replace(
            self,
            library=Path(library) if library else self.library,
            as_json=as_json or self.as_json,
            language=language or self.language or _default_language(),
        )

    def engine(self, *, read_only: bool = False, library: Path | None = None) -> Engine:
        """An engine on the chosen library."""
        from braind.engine import Engine, default_library

        preferences = self.preferences()
        if self.device:
            preferences = preferences.computing_on(self.device)
        return Engine(
            library or self.library or default_library(),
            read_only=read_only,
            recipe=preferences.find(self.recipe),
            device=preferences.device,
            python=preferences.python,
            make_pipeline=self.make_pipeline,
            load_words=self.load_words,
        )

    def settings_file(self) -> Path:
        """Where the user's preferences lie."""
        from braind.engine.places import default_settings

        return self.settings or default_settings()

    def preferences(self) -> Preferences:
        """What the user prefers. Raises ``StoreError``."""
        from braind.engine.preferences import load_preferences

        return load_preferences(self.settings_file())

    def give(self, value: object, lines: Callable[[], str]) -> None:
        """The answer of a command on standard output: JSON, or lines for people."""
        click.echo(to_json(value, indent=2) if self.as_json else lines())

    def tell(self, event: Mapping[str, object], line: str = "") -> None:
        """News on standard error: a JSON line, or a line for people if there is one."""
        if self.as_json:
            click.echo(to_json(event), err=True)
        elif line:
            click.echo(line, err=True)


def to_json(value: object, indent: int | None = None) -> str:
    """JSON that the console's encoding can hold."""
    encoding = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "")
    return json.dumps(value, ensure_ascii=encoding != "utf8", indent=indent, allow_nan=False)


def common_options(function: Command) -> Command:
    """The options that may stand before or after a command."""
    for option in (
        click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the output."),
        click.option("--json", "as_json", is_flag=True, help="Give JSON, for programs."),
        click.option(
            "--library",
            metavar="FILE",
            envvar="BRAIND_LIBRARY",
            help="The library file to use instead of your own one.",
        ),
    ):
        function = option(function)
    return function


def recipe_options(function: Command) -> Command:
    """The options of commands that read photos."""
    for option in (
        click.option(
            "--recipe", metavar="NAME", default="", help="Read by this recipe, this once."
        ),
        click.option("--device", metavar="NAME", default="", help="Compute there, this once."),
    ):
        function = option(function)
    return function


def command(
    name: str, *, reads: bool = False
) -> Callable[[Callable[..., int | None]], click.Command]:
    """Make a function a command: it gets the ``App`` and its own options, and gives an exit code.

    Expected failures become one sentence, a hint and the right code; a bug still looks like one.
    One that ``reads`` photos gets the options of recipe and device as well.
    """

    def wrap(function: Callable[..., int | None]) -> click.Command:
        @functools.wraps(function)
        def run(library: str | None, as_json: bool, lang: str | None, **own: object) -> None:
            ctx = click.get_current_context()
            app = ctx.ensure_object(App).changed(library, as_json, lang)
            if reads:
                app = replace(app, recipe=str(own.pop("recipe")), device=str(own.pop("device")))
            try:
                code = function(app, **own) or OK
            except BraindError as error:
                code = _report(app, error)
            except KeyboardInterrupt:
                app.tell({"event": "cancelled"}, "Stopped. What was finished is kept.")
                code = CANCELLED
            ctx.exit(code)

        options = recipe_options(run) if reads else run
        return click.command(name)(common_options(options))

    return wrap


def _report(app: App, error: BraindError) -> int:
    event = {"event": "error", "code": error.code, "message": error.what, "hint": error.hint}
    app.tell(event, f"braind: {error}")
    if error.code in _USAGE_CODES:
        return USAGE
    if isinstance(error, ModelError) and error.code not in _TRANSFER_CODES:
        return MODEL_MISSING
    return PARTLY_FAILED if error.code in _REJECTED_CODES else INPUT_OUTPUT


def _default_language() -> str:
    """The user's language where it is one of ours, else English."""
    names = (os.environ.get(key) for key in ("BRAIND_LANG", "LC_ALL", "LC_MESSAGES", "LANG"))
    name = next(filter(None, names), None) or locale.getlocale()[0] or ""
    return "ko" if name.lower().startswith(("ko", "korean")) else "en"
