import platform

import pytest
from python_fakes import bare_python, other_braind, package, python_at, script

from braind import __version__
from braind.errors import ModelError
from braind.pythons import Environment, examine_python, outside_variables
from braind.registry import BackendSpec, Stage, require

TORCHY = BackendSpec(
    Stage.VQA, "torchy", "x:y", extra="vqa", imports=("torchlike",), own_process=True
)
HERE = BackendSpec(Stage.VQA, "here", "x:y", imports=("numpy",))


def failure(path, packages=()):
    with pytest.raises(ModelError) as caught:
        examine_python(path, packages)
    return caught.value


def test_a_python_tells_what_it_has(tmp_path):
    path = python_at(tmp_path / "내 환경" / "python", package(tmp_path / "more", "torchlike"))
    found = examine_python(path, ("torchlike", "none_such", "numpy"))
    assert found.interpreter == str(path) and found.version == platform.python_version()
    assert found.packages["torchlike"] == "1.2" and set(found.packages) == {"torchlike", "numpy"}


@pytest.mark.skipif("os.name == 'nt'")
def test_an_environment_stands_for_its_interpreter(tmp_path):
    path = python_at(tmp_path / "venv" / "bin" / "python")
    assert examine_python(tmp_path / "venv", ()).interpreter == str(path)


@pytest.mark.parametrize("text", ["echo hello", "exit 3", "echo '{}'", "echo '[]'"])
def test_what_is_no_python_is_told(tmp_path, text):
    error = failure(script(tmp_path / "thing", text))
    assert error.code == "python_unusable" and ".venv/bin/python" in error.hint
    assert failure(tmp_path / "nothing").code == "python_unusable"


def test_another_version_of_braind_does_not_fit(tmp_path):
    error = failure(python_at(tmp_path / "python", other_braind(tmp_path / "old")))
    assert error.code == "python_unfit" and "has BRAIND 0.0.9" in error.what
    assert f'"{tmp_path}/python" -m pip install "braind[full]=={__version__}"' in error.hint


def test_a_python_without_braind_does_not_fit(tmp_path):
    error = failure(bare_python(tmp_path / "python"))
    assert error.code == "python_unfit" and "no BRAIND" in error.what


def test_a_row_is_installed_where_it_runs():
    bare, full = Environment("/p", "3.12", {}), Environment("/p", "3.12", {"torchlike": "2"})
    assert TORCHY.install_line() == 'pip install "braind[vqa]"'
    assert TORCHY.install_line(bare) == '"/p" -m pip install "braind[vqa]"'
    assert TORCHY.install_line(full) is None
    assert HERE.install_line(bare) is None and not HERE.belongs_to(bare)


def test_a_line_with_two_commands_is_said_for_the_environment():
    line = Environment("/p", "3.12", {}).line("pip install x && python -m spacy download y")
    assert line == '"/p" -m pip install x && "/p" -m spacy download y'


def test_the_installed_program_takes_no_packages(monkeypatch):
    monkeypatch.setattr("sys.frozen", True, raising=False)
    with pytest.raises(ModelError) as caught:
        require(TORCHY)
    assert caught.value.code == "backend_not_bundled"
    assert "braind recipe python" in caught.value.hint


def test_others_get_the_libraries_of_the_system(monkeypatch):
    monkeypatch.setenv("LD_LIBRARY_PATH", "/bundle")
    assert outside_variables()["LD_LIBRARY_PATH"] == "/bundle"
    monkeypatch.setattr("sys.frozen", True, raising=False)
    assert "LD_LIBRARY_PATH" not in outside_variables()
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/own")
    assert outside_variables()["LD_LIBRARY_PATH"] == "/own"
