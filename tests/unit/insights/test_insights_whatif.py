import numpy as np
import pytest
from map_fakes import brands_of, index_of, styled

from braind.domain import Look, StyleScores
from braind.insights.whatif import Scene, imagine
from braind.search.affinity import brand_levels

CHIC, SPORTS = styled(chic=1.0), styled(sports=1.0)
ROWS = [(1, CHIC), (1, CHIC), (1, SPORTS), (2, CHIC), (2, CHIC), (3, SPORTS), (3, SPORTS)]


def make_look(number, brand, styles):
    scores = StyleScores(np.array(styles, np.float32))
    return Look(f"{number}", f"{number}.jpg", scores, (), (), "r", id=number, brand_id=brand)


LOOKS = {number: make_look(number, *row) for number, row in enumerate(ROWS, 1)}


def imagined(drop=(), add=()):
    index = index_of([(brand, styles, {}) for brand, styles in ROWS])
    scene = Scene(index, brands_of(index), "r", 0.5, brand_levels(index))
    ours = [look for look in LOOKS.values() if look.brand_id == 1]
    return index, imagine(scene, 1, ours, set(drop), [LOOKS[number] for number in add])


def names(matches):
    return [match.brand.id for match in matches]


def test_no_change_changes_nothing():
    _, change = imagined()
    assert change.moved == pytest.approx(0, abs=1e-6)
    assert change.before.count == change.after.count == 3
    assert change.before.mean.tolist() == change.after.mean.tolist()
    assert change.neighbours_before == change.neighbours_after


def test_dropping_looks_moves_profile_and_neighbours():
    _, change = imagined(drop=[1, 2])
    assert (change.before.count, change.after.count) == (3, 1)
    assert change.after.mean.tolist() == SPORTS
    assert names(change.neighbours_before)[0] == 2
    assert names(change.neighbours_after)[0] == 3
    # From (2 chic + 1 sports) to sports.
    assert change.moved == pytest.approx(1 - 1 / np.sqrt(5), abs=1e-5)


def test_added_looks_come_from_other_brands_and_stay_there():
    index, change = imagined(add=[6, 7, 6])
    assert change.after.count == 5
    assert change.after.mean == pytest.approx(0.4 * np.array(CHIC) + 0.6 * np.array(SPORTS))
    nearest = change.neighbours_after[0]
    assert nearest.brand.id == 3 and nearest.evidence[0].look in (6, 7)
    assert index.table.brand_ids.tolist() == [brand for brand, _ in ROWS]


def test_looks_that_are_there_are_not_added_twice():
    _, change = imagined(add=[1, 2, 3])
    assert change.after.count == 3
    assert change.neighbours_before == change.neighbours_after


def test_a_brand_may_be_replaced_as_a_whole():
    _, change = imagined(drop=[1, 2, 3], add=[4])
    assert change.after.count == 1
    assert change.neighbours_after[0].brand.id == 2
    assert change.neighbours_after[0].score == pytest.approx(1)
