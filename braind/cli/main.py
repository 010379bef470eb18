"""The group of commands, and the way into it."""

from __future__ import annotations

import io
import sys
from multiprocessing import freeze_support

import click

from braind import __version__
from braind.cli.app import App, common_options
from braind.cli.job_commands import COMMANDS as JOB_COMMANDS
from braind.cli.library_commands import COMMANDS as LIBRARY_COMMANDS
from braind.cli.looks_commands import COMMANDS as LOOKS_COMMANDS
from braind.cli.map_commands import COMMANDS as MAP_COMMANDS
from braind.cli.model_commands import COMMANDS as MODEL_COMMANDS
from braind.cli.pack_commands import COMMANDS as PACK_COMMANDS
from braind.cli.photo_commands import COMMANDS as PHOTO_COMMANDS
from braind.cli.recipe_commands import COMMANDS as RECIPE_COMMANDS
from braind.cli.report_commands import COMMANDS as REPORT_COMMANDS
from braind.cli.rival_commands import COMMANDS as RIVAL_COMMANDS
from braind.cli.tool_commands import COMMANDS as TOOL_COMMANDS
from braind.cli.train_commands import COMMANDS as TRAIN_COMMANDS

_EPILOG = (
    "Exit codes: 0 done; 1 some photos failed; 2 wrong usage; 3 a model is missing; "
    "4 a file, a photo or the library cannot be read or written; 130 cancelled."
)


@click.group(epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="braind", message="%(prog)s %(version)s")
@common_options
@click.pass_context
def cli(ctx: click.Context, library: str | None, as_json: bool, lang: str | None) -> None:
    """Find the fashion brands that resemble you, by style, on your own machine."""
    ctx.obj = (ctx.obj or App()).changed(library, as_json, lang)


for _command in (
    *PHOTO_COMMANDS,
    *LIBRARY_COMMANDS,
    *JOB_COMMANDS,
    *MAP_COMMANDS,
    *LOOKS_COMMANDS,
    *RIVAL_COMMANDS,
    *REPORT_COMMANDS,
    *PACK_COMMANDS,
    *MODEL_COMMANDS,
    *RECIPE_COMMANDS,
    *TOOL_COMMANDS,
    *TRAIN_COMMANDS,
):
    cli.add_command(_command)


def main() -> None:
    """Run the command line of this process; never returns."""
    freeze_support()  # frozen, the process that tries to load a model is this program again
    for stream in (sys.stdout, sys.stderr):
        # A console of an old code page must not stop us at the first Hangul letter.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    cli(prog_name="braind")
