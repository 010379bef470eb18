"""The command that writes a brand's report."""

from __future__ import annotations

from pathlib import Path

import click

from braind.cli.app import App, command
from braind.cli.stale import tell_stale
from braind.cli.texts import say

# Named here, because the documents themselves are loaded only when one is made.
SECTION_NAMES = ("style", "attributes", "cohesion", "sub_styles", "rivals", "position", "apart")


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
@click.option(
    "--section", "sections", metavar="NAME", multiple=True, type=click.Choice(SECTION_NAMES),
    help="Only this section (can be given several times): " + ", ".join(SECTION_NAMES) + ".",
)  # fmt: skip
@click.option("--no-pictures", is_flag=True, help="Without photos of looks.")
def report(
    app: App, brand: str, output: Path, sections: tuple[str, ...], no_pictures: bool
) -> None:
    """Write a report about a brand that can be handed on.

    It holds profile, palette, typical looks, competitors with evidence, map, differences, method
    and limits; never where photos lie. A PNG shows all pages of the PDF side by side.
    """
    from braind.report import FORMATS

    if output.suffix.lower() not in FORMATS:
        raise click.UsageError(f"the file must end in {', '.join(FORMATS)}")
    with app.engine(read_only=True) as engine:
        made = engine.brand_report(
            brand, app.language, sections=sections, with_pictures=not no_pictures
        )
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
