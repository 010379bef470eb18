from __future__ import annotations

from dataclasses import replace

import numpy as np
from engine_fakes import fake_words
from hypothesis import given
from hypothesis import strategies as st
from shoot_fakes import DAY, look

from braind.domain import Box, StyleScores
from braind.ground import hash_ground
from braind.insights.shoots import even_places, group_shoots


def plain(number, **facts):
    """A look of which nothing is known but its folder."""
    return look(number, **{"taken_at": 0, "near_hash": 0, "path": f"/a/{number}.jpg"} | facts)


def shoots(*looks):
    return group_shoots(looks, fake_words()).tolist()


def ground(color, height=90, width=60):
    return hash_ground(np.full((height, width, 3), color, np.uint8), Box(20, 5, 40, 85))


WHITE, GRASS = ground((240, 240, 238)), ground((70, 120, 60))


def test_photos_of_one_folder_within_an_hour_are_one_shoot():
    assert shoots(plain(1, taken_at=DAY), plain(2, taken_at=DAY + 3600)) == [0, 0]
    assert shoots(plain(1, taken_at=DAY), plain(2, taken_at=DAY + 3601)) == [0, 1]
    other = plain(2, taken_at=DAY, path="/b/2.jpg")
    assert shoots(plain(1, taken_at=DAY), other) == [0, 1]


def test_photos_of_one_folder_before_one_ground_are_one_shoot():
    assert shoots(plain(1, ground_hash=WHITE), plain(2, ground_hash=WHITE)) == [0, 0]
    assert shoots(plain(1, ground_hash=WHITE), plain(2, ground_hash=GRASS)) == [0, 1]
    elsewhere = plain(2, ground_hash=WHITE, path="/b/2.jpg")
    assert shoots(plain(1, ground_hash=WHITE), elsewhere) == [0, 1]


def test_what_is_not_known_joins_nothing():
    assert shoots(plain(1), plain(2), plain(3, taken_at=5, ground_hash=WHITE)) == [0, 1, 2]


def test_copies_are_one_shoot_wherever_they_lie():
    assert shoots(plain(1, near_hash=0b1011), plain(2, near_hash=0b1010, path="/b/2.jpg")) == [0, 0]


def test_a_shoot_goes_on_from_photo_to_photo():
    looks = [plain(n, taken_at=DAY + 3000 * n) for n in range(5)]
    assert shoots(*looks) == [0] * 5
    assert shoots(looks[0], looks[4]) == [0, 1]


def test_pages_of_a_document_and_folders_of_an_archive_are_sources():
    pages = [plain(n, path="/x/book.pdf", page=n, ground_hash=WHITE) for n in (1, 2)]
    beside = plain(3, path="/x/3.jpg", ground_hash=WHITE)
    assert shoots(*pages, beside) == [0, 0, 1]
    packed = [plain(n, path=f"C:\\x\\looks.zip/{n}.jpg", ground_hash=WHITE) for n in (1, 2)]
    assert shoots(*packed) == [0, 0]


facts = st.builds(
    lambda number, folder, hour, color: plain(
        number, path=f"/{folder}/{number}.jpg", taken_at=hour * 1800, ground_hash=color
    ),
    st.integers(1, 10**6), st.integers(0, 2), st.integers(0, 9), st.sampled_from([0, WHITE, GRASS]),
)  # fmt: skip


@given(st.lists(facts, max_size=12, unique_by=lambda one: one.id), st.randoms())
def test_the_order_of_the_looks_has_no_say(looks, random):
    def together(found):
        groups = {}
        for one, shoot in zip(found, shoots(*found), strict=True):
            groups.setdefault(shoot, set()).add(one.id)
        return sorted(map(sorted, groups.values()))

    shuffled = random.sample(looks, len(looks))
    assert together(looks) == together(shuffled)


def test_photos_that_only_look_like_copies_are_no_shoot_but_people_of_one_photo_are():
    one = plain(1, near_hash=0b1011)
    other_outfit = replace(one, id=2, path="/b/2.jpg", styles=StyleScores(np.eye(7, dtype="f4")[3]))
    assert shoots(one, other_outfit) == [0, 1]
    assert shoots(one, replace(other_outfit, person=1)) == [0, 0]


def test_places_are_spread_evenly():
    assert even_places(10, 3).tolist() == [0, 4, 9]
    assert even_places(2, 5).tolist() == [0, 1]
