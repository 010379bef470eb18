import pytest
from hypothesis import given
from hypothesis import strategies as st

from braind.insights.seasons import LookbookSeason, Phase, season_of


@pytest.mark.parametrize(
    ("name", "season"),
    [
        ("SS24", "2024 SS"),
        ("24SS", "2024 SS"),
        ("S/S 2024 Lookbook", "2024 SS"),
        ("24 S/S", "2024 SS"),
        ("SS'24", "2024 SS"),
        ("spring_summer_2024", "2024 SS"),
        ("2024 봄/여름", "2024 SS"),
        ("2024년 봄여름 룩북", "2024 SS"),
        ("Spring/Summer 2024", "2024 SS"),
        ("spring and summer 2024", "2024 SS"),
        ("FW 2025", "2025 FW"),
        ("AW25", "2025 FW"),
        ("F/W 25", "2025 FW"),
        ("Fall-Winter 2024/25", "2024 FW"),
        ("FW24-25", "2024 FW"),
        ("2025 가을·겨울", "2025 FW"),
        ("autumn 2024", "2024 autumn"),
        ("Fall 2024", "2024 autumn"),
        ("2024 가을", "2024 autumn"),
        ("겨울 2023", "2023 winter"),
        ("Pre-Fall 2024", "2024 pre-fall"),
        ("Resort 25", "2025 resort"),
        ("2025 크루즈", "2025 resort"),
        ("summer 98", "1998 summer"),
        ("lookbook_fw23_v2", "2023 FW"),
    ],
)
def test_seasons_are_read_from_names(name, season):
    assert str(season_of(name)) == season


@pytest.mark.parametrize(
    "name",
    ["", "Basics", "2024", "SS", "spring", "Classic 24", "few 2024", "Dress 2024", "SS 2024000",
     "lookbook 3", "봄", "Springfield 24", "SS v1.24"],
)  # fmt: skip
def test_names_without_a_season_or_without_a_year_tell_none(name):
    assert season_of(name) is None


def test_seasons_stand_in_the_order_of_time():
    names = ["FW23", "Resort 24", "spring 24", "SS24", "pre-fall 24", "autumn 24", "FW24", "SS25"]
    seasons = [season_of(name) for name in names]
    shuffled = [season_of(name) for name in sorted(names)]
    assert sorted(shuffled, key=lambda season: season.place) == seasons


@given(st.integers(2000, 2049), st.sampled_from(list(Phase)))
def test_what_is_written_can_be_read_again(year, phase):
    season = LookbookSeason(year, phase)
    assert season_of(str(season)) == season
    assert season_of(f"{phase}{year % 100:02}") == season


@given(st.text())
def test_any_text_can_be_asked(name):
    found = season_of(name)
    assert found is None or 1950 <= found.year < 2100
