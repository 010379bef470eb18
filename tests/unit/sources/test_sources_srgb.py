from io import BytesIO

import numpy as np
import pytest
from icc_profiles import opponent_profile, to_opponents
from PIL import Image, ImageCms
from source_samples import BLUE, GREEN, RED, WHITE, close, corners, encoded, four_corners

from braind.sources import decode_photo


def flat(mode, color, size=(40, 40)):
    return Image.new(mode, size, color)


def middle(image, kind="PNG", **options):
    """The colour in the middle of a picture that was saved and decoded."""
    pixels = decode_photo(encoded(image, kind, **options), "x").pixels
    return tuple(int(v) for v in pixels[20, 20])


def profile(space):
    return ImageCms.ImageCmsProfile(ImageCms.createProfile(space)).tobytes()


def test_grey_bits_and_palette():
    assert middle(flat("L", 77)) == (77, 77, 77)
    assert middle(flat("1", 1)) == (255, 255, 255)
    assert middle(flat("1", 0), "TIFF") == (0, 0, 0)
    assert middle(flat("RGB", RED).quantize(4)) == RED
    assert middle(flat("RGB", RED).quantize(4), "GIF") == RED


@pytest.mark.parametrize(("value", "grey"), [(0, 0), (257 * 100, 100), (65535, 255)])
@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_sixteen_bit_grey(kind, value, grey):
    ramp = Image.fromarray(np.full((40, 40), value, np.uint16))
    assert ramp.mode == "I;16"
    assert middle(ramp, kind) == (grey, grey, grey)


def test_a_dark_sixteen_bit_grey_stays_dark():
    assert middle(Image.fromarray(np.full((40, 40), 200, np.uint16))) == (0, 0, 0)


@pytest.mark.parametrize(
    ("dtype", "peak", "value", "grey"),
    [
        (np.float32, 1.0, 0.5, 128),
        (np.float32, 255.0, 51.0, 51),
        (np.float32, 65535.0, 257.0 * 51, 51),
        (np.float32, 2e6, 1e6, 128),
        (np.int32, 255, 51, 51),
        (np.int32, 65535, 257 * 51, 51),
        (np.int32, 2**31 - 1, 2**30, 128),
    ],
)
def test_wide_greys_are_scaled_by_their_own_white(dtype, peak, value, grey):
    values = np.full((40, 40), value, dtype)
    values[0, 0] = peak
    assert close(middle(Image.fromarray(values), "TIFF"), (grey, grey, grey), 1)


def test_floats_that_are_no_numbers_become_black():
    values = np.full((40, 40), np.nan, np.float32)
    values[0, :3] = 1.0, np.inf, -np.inf
    assert middle(Image.fromarray(values), "TIFF") == (0, 0, 0)


def test_black_floats():
    assert middle(flat("F", 0.0), "TIFF") == (0, 0, 0)


@pytest.mark.parametrize("kind", ["TIFF", "JPEG"])
def test_cmyk(kind):
    assert close(middle(flat("CMYK", (0, 0, 0, 0)), kind), (255, 255, 255), 2)
    assert close(middle(flat("CMYK", (0, 255, 255, 0)), kind), (255, 0, 0), 4)
    assert close(middle(flat("CMYK", (0, 0, 0, 255)), kind), (0, 0, 0), 2)


def test_alpha_lies_over_white():
    assert middle(flat("RGBA", (*RED, 0))) == (255, 255, 255)
    assert middle(flat("RGBA", (*RED, 255))) == RED
    assert close(middle(flat("RGBA", (0, 0, 0, 128))), (127, 127, 127), 1)
    assert close(middle(flat("LA", (0, 128))), (127, 127, 127), 1)
    assert middle(flat("RGBA", (*RED, 0)), "WEBP", lossless=True) == (255, 255, 255)


def test_a_transparent_colour_and_a_transparent_palette_entry():
    assert middle(flat("RGB", RED), transparency=RED) == (255, 255, 255)
    assert middle(flat("L", 9), transparency=9) == (255, 255, 255)
    coins = flat("P", 1)
    coins.putpalette([*WHITE, *RED])
    assert middle(coins) == RED
    for transparency in (1, b"\xff\x00"):
        assert middle(coins, transparency=transparency) == (255, 255, 255)
    assert middle(coins, "GIF", transparency=1) == (255, 255, 255)


def test_transparent_colours_do_not_bleed_when_reduced():
    cut = Image.new("RGBA", (400, 400), (0, 255, 0, 0))
    cut.paste((*WHITE, 255), (0, 0, 199, 400))
    pixels = decode_photo(encoded(cut, "PNG"), "x", max_side=40).pixels
    assert pixels.min() >= 239


def test_lab():
    assert close(middle(flat("LAB", (255, 128, 128)), "TIFF"), (255, 255, 255), 2)


def test_an_srgb_profile_changes_nothing():
    photo = decode_photo(encoded(kind="PNG", icc_profile=profile("sRGB")), "x")
    assert close(corners(photo.pixels), corners(np.asarray(four_corners())), tolerance=1)


def swapped_profile():
    """An sRGB profile whose red and green primaries have changed places."""
    data = profile("sRGB")
    assert data.count(b"rXYZ") == data.count(b"gXYZ") == 1
    return data.replace(b"rXYZ", b"????").replace(b"gXYZ", b"rXYZ").replace(b"????", b"gXYZ")


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "WEBP", "AVIF"])
def test_a_profile_is_turned_into_srgb(kind):
    options = {"quality": 100, "icc_profile": swapped_profile()}
    red, green, blue = middle(flat("RGB", (230, 20, 20)), kind, **options)
    assert green > 200
    assert max(red, blue) < 60


def test_a_colour_profile_on_a_grey_picture():
    assert close(middle(flat("L", 100), icc_profile=profile("sRGB")), (100, 100, 100), 1)


@pytest.mark.parametrize("broken", [b"nonsense", b"", swapped_profile()[:300]])
def test_a_broken_profile_is_ignored(broken, capfd):
    assert close(middle(flat("RGB", RED), "JPEG", quality=95, icc_profile=broken), RED, 2)
    assert capfd.readouterr() == ("", "")


def test_a_profile_for_another_kind_of_picture_is_ignored():
    assert close(
        middle(flat("CMYK", (0, 255, 255, 0)), "TIFF", icc_profile=profile("sRGB")), (255, 0, 0), 1
    )
    assert middle(flat("RGB", RED), icc_profile=profile("LAB")) == RED


def test_a_sixteen_bit_picture_keeps_its_profile():
    file = BytesIO()
    image = Image.fromarray(np.full((40, 40), 257 * 100, np.uint16))
    image.save(file, "PNG", icc_profile=profile("sRGB"))
    pixels = decode_photo(file.getvalue(), "x").pixels
    assert close(pixels[20, 20], (100, 100, 100), 1)


def test_a_jpeg_whose_channels_are_no_colours_is_read_by_its_profile():
    image, profile = to_opponents(four_corners(96, 64)), opponent_profile()
    data = encoded(image, quality=100, subsampling=0, icc_profile=profile)
    assert close(corners(decode_photo(data, "x").pixels), [RED, GREEN, WHITE, BLUE])
    assert not close(corners(decode_photo(encoded(image), "x").pixels), [RED, GREEN, WHITE, BLUE])
