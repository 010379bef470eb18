"""The command line on a library in a temporary folder, with a pipeline that reads corner pixels."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from engine_fakes import FakePipeline, fake_words, write_folder

from braind.cli import cli
from braind.cli.app import App


class Terminal:
    """Runs commands; ``calls`` are the photos that were read."""

    def __init__(self, library):
        self.library = library
        self.calls = []

    def __call__(self, *words, make_pipeline=None, **options):
        app = App(
            self.library,
            make_pipeline=make_pipeline or (lambda: FakePipeline(self.calls)),
            load_words=fake_words,
            settings=self.library.with_name("settings.json"),
        )
        args = [str(word) for word in words]
        if "--lang" not in args:
            args = ["--lang", "en", *args]
        return CliRunner().invoke(cli, args, obj=app, catch_exceptions=False, **options)

    def json(self, *words):
        """The JSON of a command that went well."""
        result = self(*words, "--json")
        assert result.exit_code == 0, result.stderr
        return json.loads(result.stdout)


@pytest.fixture
def braind(tmp_path):
    return Terminal(tmp_path / "library.braind")


@pytest.fixture
def stocked(braind, tmp_path):
    """A library of three brands with four looks each."""
    for group, name in enumerate(["Moss", "Nord", "오월상점"]):
        write_folder(tmp_path / "brands" / name, 4, seed=10 * group, group=group)
    result = braind("import", "--brand-per-folder", tmp_path / "brands")
    assert result.exit_code == 0
    return braind
