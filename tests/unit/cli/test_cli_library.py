from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from engine_fakes import (
    NO_FOOT,
    NOBODY,
    FakePipeline,
    fake_words,
    write_folder,
    write_photo,
)

from braind.cli import cli
from braind.cli.app import App
from braind.engine import Engine


def test_import_counts_and_the_second_run_finds_duplicates(braind, tmp_path):
    write_folder(tmp_path / "in", 3)
    write_photo(tmp_path / "in" / "foot.png", 50, NO_FOOT)
    counts = braind.json("import", "--brand", "Moss", tmp_path / "in")
    assert counts == {
        "event": "finished", "found": 4, "added": 3, "looks": 3, "cut": 0, "duplicate": 0,
        "near_duplicates": 0, "excluded": 1, "failed": 0,
    }  # fmt: skip
    out = braind("import", "--brand", "Moss", tmp_path / "in").stdout
    assert out.splitlines()[1].split() == ["there", "already", "4"]


def test_import_says_why_photos_were_left_out(braind, tmp_path):
    write_photo(tmp_path / "in" / "foot.png", 50, NO_FOOT)
    write_photo(tmp_path / "in" / "nobody.png", 51, NOBODY)
    out = braind("import", "--brand", "Moss", tmp_path / "in").stdout
    assert "the left foot is cut off 1" in out and "nobody to be seen 1" in out
    assert "왼발이 잘렸어요 1" in braind(
        "import", "--brand", "둘", write_photo(tmp_path / "n.png", 60, NO_FOOT), "--lang", "ko"
    ).stdout  # fmt: skip


def test_a_failed_photo_exits_with_1_and_is_named(braind, tmp_path):
    write_folder(tmp_path / "in", 1)
    (tmp_path / "in" / "broken.jpg").write_bytes(b"\xff\xd8")
    result = braind("import", "--brand", "Moss", tmp_path / "in")
    assert result.exit_code == 1
    assert "broken.jpg: The picture is damaged" in result.stderr


class InterruptedApp(App):
    """A terminal on which the user presses Ctrl-C at the first look."""

    def tell(self, event, line=""):
        if event["event"] == "look":
            raise KeyboardInterrupt
        super().tell(event, line)


def test_an_interrupt_keeps_what_was_committed(braind, tmp_path):
    write_folder(tmp_path / "in", 40)
    app = InterruptedApp(braind.library, True, "en", lambda: FakePipeline([]), fake_words)
    command = ["import", "--brand", "Moss", str(tmp_path / "in")]
    result = CliRunner().invoke(cli, command, obj=app, catch_exceptions=False)
    assert result.exit_code == 130
    assert json.loads(result.stderr.splitlines()[-1])["event"] == "cancelled"
    kept = braind.json("brands")[0]["looks"]
    counts = braind.json("import", "--brand", "Moss", tmp_path / "in")
    assert 0 < kept <= 40
    assert (counts["added"], counts["duplicate"]) == (40 - kept, kept)


def test_import_tells_programs_what_happens(braind, tmp_path):
    write_folder(tmp_path / "in", 2)
    result = braind("import", "--brand", "Moss", tmp_path / "in", "--json")
    events = [json.loads(line) for line in result.stderr.splitlines()]
    kinds = [event["event"] for event in events]
    assert kinds.count("look") == 2 and kinds[-1] == "progress"
    assert events[-1]["done"] == events[-1]["total"] == 2


@pytest.mark.parametrize("options", [[], ["--brand", "A", "--brand-per-folder"], ["--brand", " "]])
def test_import_needs_exactly_one_way_to_name_brands(braind, tmp_path, options):
    assert braind("import", tmp_path, *options).exit_code == 2


def test_brands_are_listed_in_columns(stocked):
    shapes = stocked.json("brands")
    assert [(shape["brand"], shape["looks"]) for shape in shapes] == [
        ("Moss", 4),
        ("Nord", 4),
        ("오월상점", 4),
    ]
    lines = stocked("brands").stdout.splitlines()
    assert lines[:3] == ["Moss      4", "Nord      4", "오월상점  4"]
    assert lines[-1] == "3 brands, 12 looks"


def test_reading_commands_do_not_make_a_library(braind, tmp_path):
    for words in (["brands"], ["profile", "X"], ["similar", "X"], ["rename", "X", "Y"],
                  ["remove", "X"], ["match", write_photo(tmp_path / "q.png", 1)]):  # fmt: skip
        result = braind(*words)
        assert result.exit_code == 4, words
        assert "There is no library" in result.stderr
    assert not braind.library.exists()


def test_profile_shows_what_a_brand_is(stocked):
    shape = stocked.json("profile", "nord")
    assert (shape["brand"], shape["count"], shape["excluded"], shape["stale"]) == ("Nord", 4, 0, 0)
    assert max(shape["styles"], key=lambda s: shape["styles"][s]["mean"]) == "amekaji"
    nearest = shape["nearest_brands"]
    assert len(nearest["brands"]) + len(nearest["nearest"]) == 2
    out = stocked("profile", "Nord").stdout
    assert "4 looks, photos excluded: 0" in out and "cohesion" in out and "nearest brands" in out


def test_profile_says_how_far_it_can_be_trusted(stocked, tmp_path):
    shape = stocked.json("profile", "nord")
    assert (shape["reliable"], shape["doubts"]) == (False, ["few_looks"])
    assert shape["shoots"] == shape["self_test"]["shoots"] == 4
    for style in shape["styles"].values():
        assert style["interval"][0] <= style["mean"] <= style["interval"][1]
    assert shape["cohesion_interval"][0] <= shape["cohesion"] <= shape["cohesion_interval"][1]
    assert {one["brand"] for one in shape["neighbours"]} == {"Moss", "오월상점"}
    assert shape["sub_styles"] == []
    english, korean = (stocked("profile", "nord", "--lang", lang).stdout for lang in ("en", "ko"))
    assert "Not reliable yet. There are only 4 looks." in english
    assert "아직 믿기 어려워요. 룩이 4개뿐이에요." in korean
    assert "Among the nearest three" in english and "the looks are of a piece" in english.lower()


def test_profile_names_the_styles_inside_a_brand(stocked, tmp_path):
    for group, count in ((0, 9), (4, 7)):
        write_folder(tmp_path / "two" / str(group), count, seed=500 + 100 * group, group=group)
    stocked("import", "--brand", "Two", tmp_path / "two")
    groups = stocked.json("profile", "two")["sub_styles"]
    assert [len(group["looks"]) for group in groups] == [9, 7]
    assert [group["share"] for group in groups] == [0.5625, 0.4375]
    assert all(group["traits"] and None not in group["photos"] for group in groups)
    out = stocked("profile", "two").stdout
    assert "styles inside the brand" in out and "56%" in out
    assert "casual style" in out


def test_profile_tells_nothing_of_when_photos_were_taken(stocked):
    text = json.dumps(stocked.json("profile", "nord"))
    assert "taken_at" not in text and "ground" not in text


def test_similar_ranks_the_other_brands(stocked):
    shape = stocked.json("similar", "Moss")
    found = shape["brands"] + shape["nearest"]
    assert sorted(brand["brand"] for brand in found) == ["Nord", "오월상점"]
    assert all(pair["query"] and pair["photo"] for brand in found for pair in brand["evidence"])


def test_rename_and_remove(stocked):
    assert stocked.json("rename", "오월상점", "May")["brand"] == "May"
    assert stocked("rename", "May", "Moss").exit_code == 2
    assert stocked("rename", "May", "Mai").stdout == "“May” is now “Mai”.\n"
    result = stocked("remove", "Mai", "--yes")
    assert "4 looks are out of the library" in result.stdout
    assert [shape["brand"] for shape in stocked.json("brands")] == ["Moss", "Nord"]


def test_marks_are_said_back_and_name_a_famous_brand(stocked, tmp_path):
    assert stocked("mark", "moss", "--mine").stdout == "Moss: my brand\n"
    assert stocked.json("mark", "nord", "--well-known")["is_well_known"] is True
    assert "well known" in stocked("brands").stdout
    query = write_photo(tmp_path / "q.png", 99, group=1)
    assert stocked.json("match", query)["answers"]["famous_brand"]["answer"] == "Nord"
    assert "similar famous brand: Nord" in stocked("match", query).stdout
    assert stocked("mark", "Moss", "--not-mine").stdout == "Moss: no mark\n"
    assert stocked("mark", "Moss").exit_code == 2


def test_an_unknown_brand_is_a_usage_error(stocked):
    for words in (["profile", "X"], ["similar", "X"], ["remove", "X"], ["rename", "X", "Y"]):
        result = stocked(*words)
        assert result.exit_code == 2
        assert "no brand “X”" in result.stderr


def test_a_file_that_is_no_library_exits_with_4(braind):
    braind.library.write_text("my diary")
    assert braind("brands").exit_code == 4
    assert braind.library.read_text() == "my diary"


def test_options_may_stand_before_or_after_the_command(stocked, tmp_path):
    before = stocked("--library", stocked.library, "--json", "brands")
    after = stocked("brands", "--json", "--library", stocked.library)
    assert before.stdout == after.stdout
    assert json.loads(before.stdout)
    assert stocked("brands", "--library", tmp_path / "other.braind").exit_code == 4


def test_an_import_can_choose_names_people_and_photos(braind, tmp_path):
    for number, folder in enumerate(("East", "West", "Rest")):
        write_folder(tmp_path / "in" / folder, 2, seed=10 * number)
    left_out = tmp_path / "in" / "West" / "0.png"
    run = braind(
        "import", tmp_path / "in", "--brand-per-folder", "--folder-name", "East=Sunrise",
        "--folder-name", "Rest=", "--one-person", "--skip", left_out,
    )  # fmt: skip
    assert run.exit_code == 0
    brands = braind.json("brands")
    assert [(b["brand"], b["looks"]) for b in brands] == [("Sunrise", 2), ("West", 1)]
    assert braind("import", tmp_path / "in", "--brand", "A", "--only", left_out).exit_code == 0
    assert braind("import", tmp_path, "--brand-per-folder", "--folder-name", "x").exit_code == 2


def test_jobs_of_the_window_are_listed(braind, tmp_path):
    photos = write_folder(tmp_path / "in", 2)
    with Engine(
        braind.library, make_pipeline=lambda: FakePipeline([]), load_words=fake_words
    ) as engine:
        job = engine.import_photos(photos, "Moss")
        list(engine.journal("import", "Moss", {"command": ["import", "in"]}, job))
    shown = braind("jobs").stdout
    assert "Moss" in shown and "done" in shown and "added 2" in shown
    (record,) = braind.json("jobs")
    assert record["counts"] == {"added": 2} and record["command"] == ["import", "in"]


def test_the_sample_and_sources_exclude_each_other(braind, tmp_path):
    assert braind("import", "--sample", tmp_path, "--brand", "A").exit_code == 2
    assert braind("import", "--brand", "A").exit_code == 2


def test_copies_are_kept_beside_the_library(braind, tmp_path):
    write_folder(tmp_path / "in", 2)
    braind.json("import", "--brand", "Moss", "--copy", tmp_path / "in")
    (kept,) = tmp_path.rglob("* photos/Moss")
    assert sorted(path.name for path in kept.iterdir()) == ["0.png", "1.png"]
    assert str(kept) in braind("profile", "Moss", "--json").stdout
