"""The renderer: equal specs draw equal pictures, and pictures agree with their label maps."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from braind.domain import Region
from braind.sample.draw import HEIGHT, WIDTH, DrawnLook, draw_look
from braind.sample.garments import bottoms, outer_cuts, skirts, tops
from braind.sample.garments.accessories import BAGS, EXTRAS, HATS
from braind.sample.garments.footwear import LASTS
from braind.sample.grounds import GROUNDS
from braind.sample.hair import CUTS as HAIRCUTS
from braind.sample.poses import POSES
from braind.sample.recipe import parse_garment, parse_outfit
from braind.sample.spec import Body, Ground, LookSpec, Stance, region_of
from braind.vocabulary import LOWER_ITEMS, MATERIALS, PATTERNS, UPPER_ITEMS, Question

PALETTE = {"milk": "white #f3f0e8", "ink": "navy #2c3a55", "clay": "brown #9a7053"}
PATTERNED = ("sweatshirt/regular", "dress/tiered", "coat/long", "jacket/bomber")
PLAIN = parse_outfit("t-shirt/regular milk; jeans/straight ink; sneakers clay", PALETTE)


def draw(spec: LookSpec) -> DrawnLook:
    return draw_look(spec, oversample=1)


@pytest.fixture(scope="module")
def plain() -> DrawnLook:
    return draw(PLAIN)


def worn(line: str) -> LookSpec:
    """``line`` over the plain look."""
    spec = parse_outfit(f"t-shirt/regular milk; jeans/straight ink; sneakers clay; {line}", PALETTE)
    return replace(spec, lower=None) if spec.upper.item in ("dress", "jumpsuit") else spec


def center(look: DrawnLook, *regions: Region) -> tuple[float, float]:
    """Mean (x, y) of the pixels of ``regions``."""
    rows, columns = np.nonzero(np.isin(look.regions, regions))
    return float(columns.mean()), float(rows.mean())


def test_equal_specs_draw_equal_bytes() -> None:
    one, other = draw_look(PLAIN), draw_look(PLAIN)
    assert one.pixels.tobytes() == other.pixels.tobytes()
    assert one.regions.tobytes() == other.regions.tobytes()


def test_shapes_and_types(plain: DrawnLook) -> None:
    look = plain
    assert look.pixels.shape == (HEIGHT, WIDTH, 3)
    assert look.regions.shape == (HEIGHT, WIDTH)
    assert look.pixels.dtype == look.regions.dtype == np.uint8


def test_body_is_labelled_from_head_to_feet(plain: DrawnLook) -> None:
    heights = [
        center(plain, *regions)[1]
        for regions in (
            (Region.HAIR,),
            (Region.FACE,),
            (Region.UPPER,),
            (Region.TROUSERS,),
            (Region.LEFT_SHOE, Region.RIGHT_SHOE),
        )
    ]
    assert heights == sorted(heights)


@pytest.mark.parametrize("pose", POSES)
@pytest.mark.parametrize("mirrored", [False, True])
def test_shoes_are_named_as_the_wearer_has_them(pose: str, mirrored: bool) -> None:
    look = draw(replace(PLAIN, stance=Stance(pose, mirrored, 0.4)))
    left, right = (look.regions == Region.LEFT_SHOE), (look.regions == Region.RIGHT_SHOE)
    assert left.sum() > 100
    assert right.sum() > 100
    if pose != "crossed":
        assert center(look, Region.RIGHT_SHOE)[0] < center(look, Region.LEFT_SHOE)[0]


def test_labels_follow_the_painted_figure() -> None:
    """On a plain ground the labelled pixels are the ones that differ from the empty ground."""
    look = draw_look(replace(PLAIN, ground=Ground("plain", ("#00a000",))))
    red = look.pixels[..., 0].astype(int)
    inside = look.regions != Region.BACKGROUND
    ground = (look.pixels[..., 1] > 140) & (red < 150)
    assert ground[~inside].mean() > 0.97
    assert ground[inside].mean() < 0.02


def test_figure_stays_inside_the_picture(plain: DrawnLook) -> None:
    labelled = plain.regions != Region.BACKGROUND
    assert not labelled[0].any()
    assert not labelled[-1].any()
    assert not labelled[:, (0, -1)].any()


@pytest.mark.parametrize("item", UPPER_ITEMS)
def test_every_upper_item_has_a_cut(item: str) -> None:
    known = {key[0] for key in (*tops.SHELLS, *outer_cuts.CUTS, *skirts.CUTS)}
    assert item in known | {"cape", "jumpsuit"}


@pytest.mark.parametrize("item", LOWER_ITEMS)
def test_every_lower_item_has_a_cut(item: str) -> None:
    assert item in {key[0] for key in (*bottoms.CUTS, *skirts.CUTS)} | {"jumpsuit"}


GARMENTS = [
    f"{item}/{cut}"
    for item, cut in (
        *tops.SHELLS, *outer_cuts.CUTS, *bottoms.CUTS, *skirts.CUTS, ("cape", "short"),
        ("cape", "long"), ("jumpsuit", "wide"), ("jumpsuit", "utility"),
    )
]  # fmt: skip


@pytest.mark.parametrize("name", GARMENTS)
def test_every_garment_shows_in_picture_and_labels(name: str, plain: DrawnLook) -> None:
    spec = worn(f"{name} clay")
    look = draw(spec)
    assert (look.pixels != plain.pixels).any()
    assert (look.regions == region_of(name.partition("/")[0])).sum() > 500


@pytest.mark.parametrize("name", [*LASTS, *BAGS, *HATS, *EXTRAS])
def test_every_shoe_bag_hat_and_extra_shows(name: str, plain: DrawnLook) -> None:
    changed = draw(worn(f"{name} ink")).pixels != plain.pixels
    assert changed.any(axis=-1).sum() > 20


@pytest.mark.parametrize("name", ["tights/tights", "socks/knee", "socks/crew", "socks/ankle"])
def test_legwear_is_labelled(name: str) -> None:
    spec = parse_outfit(f"t-shirt/regular milk; shorts/short ink; pumps clay; {name} ink", PALETTE)
    assert (draw(spec).regions == Region.LEGWEAR).sum() > 50


@pytest.fixture(scope="module")
def solids() -> dict[str, DrawnLook]:
    return {name: draw(worn(f"{name} milk ink clay solid")) for name in PATTERNED}


@pytest.mark.parametrize("pattern", [p for p in PATTERNS if p != "solid"])
@pytest.mark.parametrize(("garment", "variant"), [(name, k) for k, name in enumerate(PATTERNED)])
def test_every_pattern_changes_the_cloth(
    pattern: str, variant: int, garment: str, solids: dict[str, DrawnLook]
) -> None:
    solid, patterned = solids[garment], draw(worn(f"{garment} milk ink clay {pattern}:{variant}"))
    changed = (solid.pixels != patterned.pixels).any(axis=-1)
    inside = solid.regions == region_of(garment.partition("/")[0])
    assert changed.sum() > 200
    assert (changed & ~inside).sum() < 0.06 * changed.sum()


@pytest.mark.parametrize("material", [m for m in MATERIALS if m != "cotton"])
def test_every_material_has_a_look_of_its_own(material: str, solids: dict[str, DrawnLook]) -> None:
    other = draw(worn(f"sweatshirt/regular milk ink clay {material}"))
    assert (solids["sweatshirt/regular"].pixels != other.pixels).mean() > 0.01


@pytest.mark.parametrize("kind", GROUNDS)
def test_ground_changes_the_picture_but_no_label(kind: str, plain: DrawnLook) -> None:
    look = draw(replace(PLAIN, ground=Ground(kind, ("#a09080", "#605850"), 1)))
    assert (look.pixels != plain.pixels).any()
    assert (look.regions == plain.regions).all()


@pytest.mark.parametrize("cut", HAIRCUTS)
def test_every_haircut_is_hair(cut: str) -> None:
    look = draw(replace(PLAIN, body=Body(hair=cut)))
    assert (look.regions == Region.HAIR).sum() > 100


def test_a_hand_in_a_pocket_is_not_seen() -> None:
    coat = worn("coat/long clay")
    seen, hidden = (
        (draw(replace(coat, stance=Stance(pose))).regions == Region.SKIN).sum()
        for pose in ("relaxed", "pocket")
    )
    assert hidden < seen


def test_answers_follow_the_outermost_garment() -> None:
    answers = worn("coat/long clay wool").answers()
    assert answers[Question.UPPER_ITEM] == "coat"
    assert answers[Question.UPPER_COLOR] == "brown"
    assert answers[Question.LOWER_ITEM] == "jeans"
    assert answers[Question.LOWER_MATERIAL] == "denim"
    assert list(answers) == list(Question)


def test_a_dress_answers_for_both_halves() -> None:
    answers = worn("dress/slip ink silk").answers()
    assert (answers[Question.UPPER_ITEM], answers[Question.LOWER_ITEM]) == ("dress", "dress")
    assert answers[Question.LOWER_MATERIAL] == "silk"


def test_an_unknown_word_in_an_outfit_is_refused() -> None:
    with pytest.raises(ValueError, match="nonsense"):
        parse_garment("coat/long ink nonsense", PALETTE)
