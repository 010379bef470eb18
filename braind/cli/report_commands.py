"""The command that writes a brand's report."""

from __future__ import annotations

from pathlib import Path

import click

from braind.cli.app import App, command
from braind.cli.stale import tell_stale
from braind.cli.texts import say


@command("report")
@click.argument("brand", metavar="BRAND")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; its suffix decides: .html, .pdf, .png, .csv or .json.",
)
def report(app: App, brand: str, output: Path) -> None:
    """Write a report about a brand that can be handed on.

    It holds profile, palette, typical looks, competitors with evidence, map, differences, method
    and limits; never where photos lie. A PNG shows all pages of the PDF side by side.
    """
    from braind.report import FORMATS

    if output.suffix.lower() not in FORMATS:
        raise click.UsageError(f"the file must end in {', '.join(FORMATS)}")
    with app.engine(read_only=True) as engine:
        made = engine.brand_report(brand, app.language)
        engine.write_report(made, output)
        shape = {
            "brand": made.brand.name,
            "file": str(output),
            "format": output.suffix.lower().lstrip("."),
            "language": made.language,
            "bytes": output.stat().st_size,
            "reliable": made.honest.is_reliable,
            "doubts": [doubt.value for doubt in made.honest.doubts],
        }
        app.give(shape, lambda: say("report_written", app.language, path=output))
        tell_stale(app, engine)


COMMANDS = (report,)
