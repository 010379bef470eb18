from __future__ import annotations

from engine_fakes import write_folder


def test_the_doctor_reports_on_everything(engine, tmp_path):
    checks = {check.name: check for check in engine.doctor()}
    assert checks["braind"].ok and checks["sqlite"].ok and checks["telemetry"].ok
    assert checks["model centerface"].ok
    assert checks["pipeline"].detail == "recipe fake-recipe"
    assert "none yet" in checks["library"].detail
    assert checks["library folder"].ok and checks["temporary folder"].ok


def test_the_doctor_looks_into_the_library(make_engine, tmp_path):
    list(make_engine().import_photos(write_folder(tmp_path / "in", 3), "Moss"))
    checks = {check.name: check for check in make_engine(recipe="newer").doctor()}
    assert checks["library"].ok
    assert checks["library"].detail.startswith("1 brands, 3 looks")
    assert checks["looks of other models"].detail.startswith("3")


def test_a_file_that_is_no_library_is_found_out(make_engine, tmp_path):
    (tmp_path / "library.braind").write_text("something else")
    checks = {check.name: check for check in make_engine().doctor()}
    assert not checks["library"].ok
    assert checks["library"].hint
