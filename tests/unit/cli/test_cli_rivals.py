import pytest
from engine_fakes import write_folder
from PIL import Image


@pytest.fixture
def seasons(braind, tmp_path):
    """Moss in two seasons, of which the second is what Fjord wears."""
    books = [("Moss", "SS24", 0), ("Moss", "FW24", 1), ("Moss", "Basics", 0), ("Nord", "SS24", 0)]
    for seed, (brand, book, group) in enumerate([*books, ("Fjord", "FW24", 1)]):
        write_folder(tmp_path / f"{seed}", 6, seed=10 * seed, group=group)
        done = braind("import", "--brand", brand, "--lookbook", book, tmp_path / f"{seed}")
        assert done.exit_code == 0
    return braind


def test_compare_in_sentences_and_for_programs(seasons):
    shape = seasons.json("compare", "nord", "Fjord")
    assert (shape["brand"], shape["other"]) == ("Nord", "Fjord")
    assert {"question", "word", "ours", "theirs", "effect", "strength"} == set(shape["apart"][0])
    assert shape["own_looks"][0]["photo"].endswith(".png")
    english = seasons("compare", "Nord", "Fjord").stdout
    assert "What sets it apart" in english and "than Fjord (" in english
    assert f"#{shape['own_looks'][0]['look']}" in english
    korean = seasons("compare", "Nord", "Fjord", "--lang", "ko").stdout
    assert "Fjord보다" in korean and "닮은 점" in korean


def test_compare_says_when_there_is_nothing_to_say(seasons, tmp_path):
    write_folder(tmp_path / "two", 2, seed=200, group=0)
    seasons("import", "--brand", "Two", tmp_path / "two")
    assert "Nothing that could not be chance." in seasons("compare", "Two", "Nord").stdout


def test_without_look_alikes_there_is_no_alert(seasons):
    """The fake pipeline answers four questions, too few to call outfits the same."""
    assert seasons.json("lookalikes", "Nord") == {"brand": "Nord", "look_alikes": []}
    assert "No other brand has a nearly identical look." in seasons("lookalikes", "Nord").stdout


def test_a_copied_photo_is_an_alert(seasons, tmp_path):
    Image.open(tmp_path / "3" / "0.png").save(tmp_path / "copy.bmp")
    seasons("import", "--brand", "Moss", tmp_path / "copy.bmp")
    first = seasons.json("lookalikes", "Moss")["look_alikes"][0]
    assert first["same_photo"] and first["other"] == "Nord"
    assert first["photo"].endswith("copy.bmp") and first["other_photo"].endswith("0.png")
    text = seasons("lookalikes", "Moss").stdout
    assert "Nord has the same photo." in text and f"#{first['look']} " in text


def test_whatif_shows_before_and_after(seasons):
    shape = seasons.json(
        "whatif", "Moss", "--without-lookbook", "SS24", "--without-lookbook", "Basics"
    )
    assert (shape["before"]["looks"], shape["after"]["looks"]) == (18, 6)
    assert shape["before"]["neighbours"][0]["brand"] == "Nord"
    assert shape["after"]["neighbours"][0]["brand"] == "Fjord"
    assert shape["moved"] > 0
    text = seasons(
        "whatif", "Moss", "--without-lookbook", "SS24", "--without-lookbook", "Basics"
    ).stdout
    assert "The nearest brand would be Fjord instead of Nord." in text
    assert "18" in text and "cohesion" in text


def test_whatif_takes_looks_by_number_and_lookbooks_of_others(seasons):
    looks = [own["look"] for own in seasons.json("compare", "Nord", "Fjord")["own_looks"]]
    shape = seasons.json("whatif", "Nord", "--drop", looks[0], "--drop", looks[1])
    assert shape["after"]["looks"] == 4
    shape = seasons.json("whatif", "Fjord", "--add", looks[0], "--with-lookbook", "Nord", "SS24")
    assert shape["after"]["looks"] == 12


@pytest.mark.parametrize(
    "words",
    [
        ["whatif", "Moss"],
        ["whatif", "Moss", "--drop", "9999"],
        ["whatif", "Moss", "--without-lookbook", "FW99"],
        ["compare", "Moss", "moss"],
        ["compare", "Moss", "Nobody"],
        ["drift", "Nobody"],
    ],
)
def test_what_cannot_be_asked_is_wrong_usage(seasons, words):
    assert seasons(*words).exit_code == 2


def test_drift_by_season(seasons):
    shape = seasons.json("drift", "Moss")
    assert [step["season"] for step in shape["seasons"]] == ["2024 SS", "2024 FW"]
    assert [step["nearest"][0] for step in shape["seasons"]] == ["Nord", "Fjord"]
    assert shape["undated"] == [{"lookbook": "Basics", "looks": 6}]
    english = seasons("drift", "Moss").stdout
    assert "spring/summer 2024" in english and "than spring/summer 2024 (" in english
    assert "Left out: 6 looks that belong to no season (Basics)." in english
    korean = seasons("drift", "Moss", "--lang", "ko").stdout
    assert "2024 봄/여름보다" in korean and "룩 6개는 뺐어요(Basics)" in korean


def test_drift_without_seasons_says_so(stocked):
    shape = stocked.json("drift", "Moss")
    assert shape == {"brand": "Moss", "seasons": [], "undated": [{"lookbook": None, "looks": 4}]}
    text = stocked("drift", "Moss").stdout
    assert "No lookbook has a season" in text and "in no lookbook" in text
