"""The command line: ``braind`` and ``python -m braind``."""

from braind.cli.main import cli, main

__all__ = ["cli", "main"]
