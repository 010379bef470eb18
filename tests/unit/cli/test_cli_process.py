"""The program as it is started from a shell."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest


def run(*words, **environment):
    return subprocess.run(
        [sys.executable, "-m", "braind", *map(str, words)],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "LC_ALL": "C.UTF-8", **environment},
        check=False,
    )


def test_help_names_every_command_and_the_exit_codes():
    result = run("--help")
    assert result.returncode == 0
    for command in ("analyze", "import", "brands", "profile", "similar", "match", "rename",
                    "remove", "doctor", "evaluate", "bench", "demo"):  # fmt: skip
        assert f"  {command} " in result.stdout
    assert "130" in result.stdout


@pytest.mark.parametrize("words", [["nonsense"], ["analyze"], ["match"], ["brands", "--lang", "x"]])
def test_wrong_usage_exits_with_2(words):
    assert run(*words).returncode == 2


def test_a_missing_library_exits_with_4_and_a_sentence(tmp_path):
    result = run("brands", "--library", tmp_path / "none.braind")
    assert result.returncode == 4
    assert result.stderr.startswith("braind: There is no library")
    assert "Traceback" not in result.stderr


def test_the_library_can_be_named_in_the_environment(tmp_path):
    result = run("brands", "--json", BRAIND_LIBRARY=str(tmp_path / "mine.braind"))
    assert "mine.braind" in json.loads(result.stderr)["message"]


def test_the_library_is_the_users_own_by_default(tmp_path):
    result = run("brands", XDG_DATA_HOME=str(tmp_path), HOME=str(tmp_path))
    assert str(tmp_path) in result.stderr


def test_a_pipe_of_another_encoding_gets_plain_json(tmp_path):
    result = run("brands", "--json", "--library", tmp_path / "없음", PYTHONIOENCODING="ascii")
    assert result.stderr.isascii()
    assert "없음" in json.loads(result.stderr)["message"]
