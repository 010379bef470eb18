import hashlib
import shutil
import sys
import zipfile
from base64 import urlsafe_b64encode

import pytest

from braind.errors import ModelError
from braind.lavis import Recipe, find_python_311, install_lavis, lavis_home, lavis_python

FILES = {
    "lavis/__init__.py": "",
    "salesforce_lavis-1.0.2.dist-info/METADATA": (
        "Metadata-Version: 2.1\nName: salesforce-lavis\nVersion: 1.0.2\n"
    ),
    "salesforce_lavis-1.0.2.dist-info/WHEEL": (
        "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    ),
}


def stand_in(folder):
    """A package of the same name that holds nothing."""
    path = folder / "salesforce_lavis-1.0.2-py3-none-any.whl"
    record = []
    with zipfile.ZipFile(path, "w") as wheel:
        for name, text in FILES.items():
            wheel.writestr(name, text)
            digest = urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=")
            record.append(f"{name},sha256={digest.decode()},{len(text)}")
        name = "salesforce_lavis-1.0.2.dist-info/RECORD"
        wheel.writestr(name, "\n".join([*record, f"{name},,"]))
    return path


def local(*packages, check="import lavis"):
    return Recipe(tuple(map(str, packages)), ("--no-index", "--no-deps"), check)


def failure(job):
    with pytest.raises(ModelError) as caught:
        list(job)
    return caught.value


def this_python():
    return sys.executable


def test_the_recipe_is_the_one_that_was_found_to_work():
    assert Recipe().packages[:2] == ("salesforce-lavis==1.0.2", "numpy<2")
    assert "torch===2.13.0" in Recipe().packages and "torchvision==0.28.0" in Recipe().packages


def test_an_environment_is_built_checked_and_found(tmp_path):
    home = tmp_path / "한글 lavis"
    events = list(install_lavis(home, local(stand_in(tmp_path)), this_python))
    assert (events[0].done, events[0].total) == (0, 3) and events[-1].done == 3
    assert [e.done for e in events] == sorted(e.done for e in events)
    assert any("Successfully installed" in e.note for e in events)
    assert lavis_python(home).is_relative_to(home)
    shutil.rmtree(home)
    assert failure_of_python(home).code == "lavis_missing"


def failure_of_python(home):
    with pytest.raises(ModelError) as caught:
        lavis_python(home)
    return caught.value


def test_without_an_environment_the_command_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("BRAIND_MODELS", str(tmp_path))
    assert lavis_home().parent == tmp_path
    error = failure_of_python(None)
    assert error.code == "lavis_missing" and "braind models install-lavis" in error.hint


def test_without_a_network_it_says_so(tmp_path):
    home, nowhere = tmp_path / "lavis", "http://127.0.0.1:9/simple"
    options = ("--index-url", nowhere, "--retries", "1", "--timeout", "1", "--isolated")
    recipe = Recipe(("braind-no-such-package",), options, "")
    error = failure(install_lavis(home, recipe, this_python))
    assert error.code == "offline" and "network" in error.hint
    assert not home.exists()


def test_an_environment_that_does_not_load_is_not_kept(tmp_path):
    home = tmp_path / "lavis"
    recipe = local(stand_in(tmp_path), check="import lavis.models")
    error = failure(install_lavis(home, recipe, this_python))
    assert error.code == "lavis_install_failed" and "lavis.models" in error.what
    assert not home.exists()


def test_a_job_that_is_closed_leaves_nothing_behind(tmp_path):
    home = tmp_path / "lavis"
    job = install_lavis(home, local(stand_in(tmp_path)), this_python)
    home.mkdir()
    next(job)
    job.close()
    assert not home.exists()


def test_a_missing_python_is_told_before_anything_is_done(tmp_path):
    error = failure(install_lavis(tmp_path / "lavis", local(), lambda: None))
    assert error.code == "python_missing" and "Python 3.11" in error.hint
    assert not (tmp_path / "lavis").exists()


def test_the_running_python_serves_if_it_is_the_right_one():
    if sys.version_info[:2] == (3, 11):
        assert find_python_311() == sys.executable
