"""Downloads over every kind of bad line."""

from __future__ import annotations

import time

import pytest
from model_samples import CONTENT, PLENTY, get, line_to, model_of, names_in, row

from braind.errors import ModelError
from braind.models.fetching import get_model
from braind.models.loadtest import Limits
from braind.models.steps import Step
from braind.models.transfer import reach
from braind.models.upkeep import remove_model

HALF = len(CONTENT) // 2
INSTALLED = {"licences.json", "net/installed.json", "net/data.txt"}


def failing(hub, folder, file=None, **line):
    with pytest.raises(ModelError) as caught:
        get(model_of(file or row()), folder, line_to(hub, **line))
    return caught.value


def arrived(folder):
    return (folder / "net/data.txt").read_bytes()


def test_a_download_reports_its_bytes_and_lands_whole(run_hub, folder):
    hub = run_hub()
    steps = get(model_of(row()), folder, line_to(hub))
    bytes_ = [step.done for step in steps]
    assert bytes_ == sorted(bytes_) and bytes_[-1] == steps[-1].total == len(CONTENT)
    assert {step.note for step in steps} - {Step.WAIT} == {Step.DOWNLOAD, Step.TEST}
    assert arrived(folder) == CONTENT
    assert names_in(folder) == INSTALLED


def test_what_is_installed_is_not_asked_for(run_hub, folder):
    hub = run_hub()
    get(model_of(row()), folder, line_to(hub))
    get(model_of(row()), folder, line_to(hub))
    assert hub.ranges() == [None]


@pytest.mark.parametrize("published", [True, False])
def test_a_broken_transfer_goes_on_where_it_stopped(run_hub, folder, published):
    hub = run_hub("break", "break")
    get(model_of(row(published=published)), folder, line_to(hub))
    assert hub.ranges() == [None, f"bytes={HALF}-", f"bytes={HALF + HALF // 2}-"]
    assert hub.asked[1]["If-Range"].startswith('"')
    assert arrived(folder) == CONTENT


def test_a_silent_line_is_given_up_and_taken_up_again(run_hub, folder):
    hub = run_hub("stall")
    begun = time.monotonic()
    get(model_of(row()), folder, line_to(hub, stall=0.3))
    assert time.monotonic() - begun < hub.silence / 2
    assert hub.ranges() == [None, f"bytes={HALF}-"]
    assert arrived(folder) == CONTENT


def test_a_silent_line_can_be_left_at_once(run_hub, folder):
    hub = run_hub("stall")
    job = get_job(folder, line_to(hub, stall=hub.silence))
    begun = time.monotonic()
    assert any(step.note == Step.WAIT and step.done == HALF for step in job)
    job.close()
    assert time.monotonic() - begun < hub.silence / 2
    assert (folder / "net/data.txt.part").stat().st_size == HALF


def test_a_model_has_one_job_at_a_time(run_hub, folder):
    hub = run_hub("slow")
    job = get_job(folder, line_to(hub))
    next(job)
    assert failing(hub, folder).code == "model_busy"
    with pytest.raises(ModelError) as caught:
        remove_model(model_of(row()), folder)
    assert caught.value.code == "model_busy"
    get(model_of(row(), model_id="other"), folder, line_to(run_hub()))
    job.close()
    get(model_of(row()), folder, line_to(hub))


def test_a_slow_line_is_no_silent_one(run_hub, folder):
    hub = run_hub("slow")
    get(model_of(row()), folder, line_to(hub, stall=0.2))
    assert hub.ranges() == [None]


def test_waiting_for_a_new_try_can_be_seen_and_cancelled(run_hub, folder):
    hub = run_hub("break")
    line = line_to(hub)
    patient = type(line)(line.route, line.stall, (600.0,), line.free)
    job = get_job(folder, patient)
    begun = time.monotonic()
    assert any(step.note == Step.WAIT for step in job)
    job.close()
    assert time.monotonic() - begun < 60


def get_job(folder, line):
    return get_model(model_of(row()), folder, line, Limits(), accept_licence=True)


def test_a_cancelled_download_is_taken_up_by_the_next(run_hub, folder):
    hub = run_hub("slow")
    job = get_job(folder, line_to(hub))
    first = next(step for step in job if step.note == Step.DOWNLOAD)
    job.close()
    assert names_in(folder / "net") == {"data.txt.part", "data.txt.part.tag"}
    assert (folder / "net/data.txt.part").stat().st_size == first.done < len(CONTENT)
    steps = get(model_of(row()), folder, line_to(hub))
    assert hub.ranges() == [None, f"bytes={first.done}-"]
    assert steps[0].note == Step.CHECK
    assert arrived(folder) == CONTENT


def test_a_server_that_ignores_ranges_is_read_from_the_start(run_hub, folder):
    hub = run_hub("break", "whole")
    get(model_of(row()), folder, line_to(hub))
    assert arrived(folder) == CONTENT


@pytest.mark.parametrize("published", [True, False])
def test_bytes_of_another_place_are_never_appended(run_hub, folder, published):
    hub = run_hub("break", "wrong range")
    get(model_of(row(published=published)), folder, line_to(hub))
    assert hub.ranges() == [None, f"bytes={HALF}-", None]
    assert arrived(folder) == CONTENT


def test_a_file_that_changed_in_between_is_read_from_the_start(run_hub, folder):
    hub = run_hub("break")
    with pytest.raises(ModelError):
        get(model_of(row(published=False)), folder, line_to(hub, tries=1))
    hub.files["own/net/data.txt"] = CONTENT[::-1]
    get(model_of(row(published=False)), folder, line_to(hub))
    assert hub.ranges()[-1] == f"bytes={HALF}-"
    assert arrived(folder) == CONTENT[::-1]


@pytest.mark.parametrize(("published", "asked"), [(True, f"bytes={HALF}-"), (False, None)])
def test_without_an_etag_only_a_published_hash_allows_to_go_on(run_hub, folder, published, asked):
    hub = run_hub("break")
    hub.tags = False
    with pytest.raises(ModelError):
        get(model_of(row(published=published)), folder, line_to(hub, tries=1))
    get(model_of(row(published=published)), folder, line_to(hub))
    assert hub.ranges() == [None, asked]
    assert arrived(folder) == CONTENT


def test_a_weak_etag_proves_nothing(run_hub, folder):
    hub = run_hub("weak")
    job = get_job(folder, line_to(hub))
    next(step for step in job if step.note == Step.DOWNLOAD)
    job.close()
    assert (folder / "net/data.txt.part.tag").read_text() == ""


def test_too_much_from_before_is_thrown_away(run_hub, folder):
    (folder / "net").mkdir(parents=True)
    (folder / "net/data.txt.part").write_bytes(CONTENT + b"more")
    hub = run_hub(416)
    get(model_of(row()), folder, line_to(hub))
    assert hub.ranges() == [f"bytes={len(CONTENT) + 4}-", None]
    assert arrived(folder) == CONTENT


def test_other_bytes_than_published_are_deleted(run_hub, folder):
    hub = run_hub("wrong")
    assert failing(hub, folder).code == "model_damaged"
    assert names_in(folder) == {"licences.json"}
    get(model_of(row()), folder, line_to(hub))
    assert arrived(folder) == CONTENT


def test_another_size_than_published_is_not_even_fetched(run_hub, folder):
    hub = run_hub()
    error = failing(hub, folder, row(size=len(CONTENT) + 1))
    assert error.code == "model_damaged"
    assert not (folder / "net/data.txt.part").stat().st_size


@pytest.mark.parametrize("trouble", [503, 429, 500, 408])
def test_an_overloaded_server_is_asked_again(run_hub, folder, trouble):
    hub = run_hub(trouble, trouble)
    get(model_of(row()), folder, line_to(hub))
    assert len(hub.asked) == 3


@pytest.mark.parametrize(
    ("plan", "requests", "code"),
    [
        ((404,), 1, "download_refused"),
        ((403,), 1, "download_refused"),
        ((500,) * 9, 3, "download_failed"),
    ],
)
def test_refusals_end_in_a_plain_error(run_hub, folder, plan, requests, code):
    hub = run_hub(*plan)
    assert failing(hub, folder).code == code
    assert len(hub.asked) == requests


def test_a_server_that_always_breaks_off_at_the_same_place_is_given_up(run_hub, folder):
    hub = run_hub(*["break"] * 50)
    hub.tags = False
    error = failing(hub, folder, row(published=False))
    assert error.code == "download_failed" and "kept" in error.hint
    assert len(hub.asked) < 10


def test_the_next_address_is_tried_when_one_refuses(run_hub, folder):
    hub = run_hub()
    urls = ("{hub}/own/net/resolve/main/gone.txt", *row().urls)
    get(model_of(row(urls=urls)), folder, line_to(hub))
    assert arrived(folder) == CONTENT


def test_redirects_in_a_circle_are_left(run_hub, folder):
    hub = run_hub("loop")
    assert failing(hub, folder).code == "download_refused"
    assert len(hub.asked) < 20


def test_a_redirect_off_the_secured_line_is_not_followed(run_hub, folder):
    hub = run_hub("to http://models.invalid/data.txt")
    error = failing(hub, folder)
    assert error.code == "download_insecure" and error.details["host"] == "models.invalid"


@pytest.mark.parametrize("target", ["file:///etc/hostname", "ftp://127.0.0.1/x"])
def test_a_redirect_to_other_protocols_is_not_followed(run_hub, folder, target):
    hub = run_hub(f"to {target}")
    assert failing(hub, folder).code in ("download_insecure", "download_refused")
    assert not (folder / "net/data.txt").exists()


def test_a_server_cannot_choose_the_files_name(run_hub, folder):
    get(model_of(row()), folder, line_to(run_hub("named")))
    assert names_in(folder.parent) == {f"models/{name}" for name in INSTALLED}


def test_a_full_disk_is_told_before_anything_is_fetched(run_hub, folder):
    hub = run_hub()
    error = failing(hub, folder, free=lambda folder: len(CONTENT))
    assert error.code == "disk_full" and error.details["free"] == "1 MB"
    assert hub.asked == []


def test_a_file_that_is_bigger_than_thought_is_noticed_in_time(run_hub, folder):
    hub = run_hub()
    error = failing(hub, folder, row(about=1000), free=lambda folder: 200_500_000)
    assert error.code == "disk_full"
    assert not (folder / "net/data.txt.part").stat().st_size


def test_an_address_that_nobody_serves_is_named_at_once(run_hub, folder):
    hub = run_hub()
    closed = line_to(hub)
    dead = type(closed)(type(closed.route)("http://127.0.0.1:9", ""), 5.0, (600.0,))
    with pytest.raises(ModelError) as caught:
        get(model_of(row()), folder, dead)
    assert caught.value.code == "download_unreachable"
    assert caught.value.details["host"] == "127.0.0.1"


def test_a_proxy_is_used_when_it_is_given(run_hub, folder):
    hub, proxy = run_hub(), run_hub()
    get(model_of(row()), folder, line_to(hub, proxy=proxy.url))
    assert proxy.through_proxy[0].startswith(hub.url) and hub.asked == []
    assert arrived(folder) == CONTENT


def test_a_proxy_of_the_environment_is_used_unless_there_shall_be_none(
    run_hub, folder, monkeypatch
):
    hub, proxy = run_hub(), run_hub()
    monkeypatch.setenv("http_proxy", proxy.url)
    get(model_of(row()), folder, line_to(hub, proxy=None))
    assert proxy.through_proxy
    proxy.through_proxy.clear()
    get(model_of(row(), model_id="other"), folder, line_to(hub))
    assert not proxy.through_proxy


def test_the_environment_can_forbid_the_network(run_hub, folder, monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    hub = run_hub()
    assert failing(hub, folder).code == "network_off"
    assert hub.asked == []


def test_a_server_can_be_tried(run_hub):
    reach(line_to(run_hub(), free=lambda folder: PLENTY))
    dead = line_to(run_hub())
    unknown = type(dead)(type(dead.route)("http://127.0.0.1:9", ""), 5.0)
    with pytest.raises(ModelError) as caught:
        reach(unknown)
    assert caught.value.code == "download_unreachable"
