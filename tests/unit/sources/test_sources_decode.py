import hashlib
import struct
import subprocess
import sys
import threading
import warnings

import numpy as np
import pytest
from PIL import ExifTags, Image
from source_samples import (
    BLUE,
    GREEN,
    HEIC,
    RED,
    WHITE,
    close,
    corners,
    encoded,
    four_corners,
    png_header,
)

from braind.errors import PhotoError
from braind.sources import decode, decode_photo, read_photo

UPRIGHT = [RED, GREEN, WHITE, BLUE]
STORED_AS = {
    1: UPRIGHT,
    2: [GREEN, RED, BLUE, WHITE],
    3: [BLUE, WHITE, GREEN, RED],
    4: [WHITE, BLUE, RED, GREEN],
    5: [RED, WHITE, GREEN, BLUE],
    6: [WHITE, RED, BLUE, GREEN],
    7: [BLUE, GREEN, WHITE, RED],
    8: [GREEN, BLUE, RED, WHITE],
}


def exif(orientation):
    data = Image.Exif()
    data[0x0112] = orientation
    return data


def code_of(data, **options):
    with pytest.raises(PhotoError) as caught:
        decode_photo(data, "x", **options)
    assert caught.value.what and caught.value.hint
    return caught.value.code


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("JPEG", {"quality": 95}),
        ("JPEG", {"quality": 95, "progressive": True}),
        ("PNG", {}),
        ("WEBP", {"lossless": True}),
        ("WEBP", {"quality": 90}),
        ("TIFF", {}),
        ("TIFF", {"compression": "tiff_lzw"}),
        ("TIFF", {"compression": "jpeg", "quality": 95}),
        ("BMP", {}),
        ("DIB", {}),
        ("GIF", {}),
        ("AVIF", {"quality": 90}),
    ],
)
def test_every_format_gives_the_same_picture(kind, options):
    data = encoded(kind=kind, **options)
    photo = decode_photo(data, "look")
    assert photo.pixels.shape == (48, 64, 3)
    assert photo.pixels.dtype == np.uint8
    assert photo.pixels.flags.c_contiguous
    assert photo.size == (64, 48)
    assert photo.content_hash == hashlib.sha256(data).hexdigest()
    assert (photo.path, photo.page) == ("look", None)
    assert close(corners(photo.pixels), UPRIGHT)


def test_heic():
    photo = decode_photo(HEIC, "x.heic")
    assert photo.size == (64, 48)
    assert close(corners(photo.pixels), UPRIGHT, tolerance=12)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_exif_orientation(orientation, kind):
    data = encoded(kind=kind, quality=95, exif=exif(orientation))
    photo = decode_photo(data, "x")
    assert close(corners(photo.pixels), STORED_AS[orientation])
    assert photo.size == ((64, 48) if orientation < 5 else (48, 64))
    assert photo.pixels.shape[1::-1] == photo.size


@pytest.mark.parametrize("orientation", [0, 9, 77])
def test_an_unknown_orientation_is_ignored(orientation):
    photo = decode_photo(encoded(exif=exif(orientation), quality=95), "x")
    assert close(corners(photo.pixels), UPRIGHT)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_broken_exif_does_not_fail(kind):
    whole = exif(6).tobytes()
    for broken in [whole[:end] for end in range(8, len(whole))] + [b"Exif\0\0garbage!"]:
        assert decode_photo(encoded(kind=kind, exif=broken), "x").pixels.size


def dated(original=None, changed=None):
    data = Image.Exif()
    if changed is not None:
        data[0x0132] = changed
    if original is not None:
        data.get_ifd(0x8769)[0x9003] = original
    return encoded(exif=data)


@pytest.mark.parametrize(
    ("data", "seconds"),
    [
        (dated("2024:02:29 12:00:30"), 1_709_208_030),
        (dated("2024:02:29 12:00:30", "2025:01:01 00:00:00"), 1_709_208_030),
        (dated(changed="2025:01:01 00:00:00"), 1_735_689_600),
        (dated("0000:00:00 00:00:00", "2025:01:01 00:00:00"), 1_735_689_600),
        (dated("2023:02:29 12:00:30"), 0),
        (dated("1960:01:01 00:00:00"), 0),
        (dated("yesterday"), 0),
        (dated(), 0),
        (encoded(kind="PNG"), 0),
    ],
)
def test_when_a_photo_was_taken(data, seconds):
    assert decode_photo(data, "x").taken_at == seconds


def test_a_broken_date_does_not_cost_the_turn():
    whole = exif(6)
    whole.get_ifd(0x8769)[0x9003] = "2024:02:29 12:00:30"
    raw = bytearray(whole.tobytes())
    pointer = raw.index(struct.pack(">H", 0x8769)) + 8
    for offset in (5000, 2**32 - 1, 0):
        raw[pointer : pointer + 4] = struct.pack(">L", offset)
        photo = decode_photo(encoded(exif=bytes(raw)), "x")
        assert (photo.size, photo.taken_at) == ((48, 64), 0)


def test_when_a_file_was_changed_is_not_when_its_photo_was_taken(tmp_path):
    path = tmp_path / "look.jpg"
    path.write_bytes(encoded())
    assert read_photo(path).taken_at == 0


def test_first_frame_of_an_animation():
    other = Image.new("RGB", (64, 48), "black")
    for kind in ("GIF", "WEBP", "PNG"):
        data = encoded(kind=kind, save_all=True, append_images=[other], lossless=True)
        assert close(corners(decode_photo(data, "x").pixels), UPRIGHT)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_big_photo_is_reduced_and_keeps_its_original_size(kind):
    data = encoded(four_corners(3000, 1500), kind)
    photo = decode_photo(data, "x")
    assert photo.size == (3000, 1500)
    assert photo.pixels.shape == (640, 1280, 3)
    assert close(corners(photo.pixels), UPRIGHT, tolerance=8)


def test_reduction_keeps_aspect_and_turn():
    photo = decode_photo(encoded(four_corners(2001, 1000), exif=exif(6)), "x", max_side=500)
    assert photo.size == (1000, 2001)
    assert photo.pixels.shape == (500, 250, 3)


def test_a_very_narrow_photo_keeps_one_pixel():
    assert decode_photo(encoded(four_corners(5000, 40)), "x", max_side=40).pixels.shape == (
        1,
        40,
        3,
    )


def test_a_small_photo_is_not_enlarged():
    assert decode_photo(encoded(), "x", max_side=5000).pixels.shape == (48, 64, 3)


def test_reduction_is_smooth():
    stripes = np.zeros((400, 400, 3), np.uint8)
    stripes[:, ::2] = 255
    pixels = decode_photo(encoded(Image.fromarray(stripes), "PNG"), "x", max_side=100).pixels
    assert np.abs(pixels.astype(int) - 128).max() < 20


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF", "AVIF"])
def test_a_truncated_picture_is_damaged(kind):
    noise = np.random.default_rng(5).integers(0, 255, (120, 90, 3), dtype=np.uint8)
    data = encoded(Image.fromarray(noise), kind)
    assert code_of(data[: len(data) // 2]) == "photo_damaged"
    assert code_of(data[:20]) == "photo_damaged"


def _noisy(kind="JPEG", **options):
    blocks = np.random.default_rng(5).integers(0, 255, (12, 9, 3), dtype=np.uint8)
    options = {"quality": 95, **options}
    return encoded(Image.fromarray(blocks).resize((180, 240)), kind, **options)


@pytest.mark.parametrize(
    ("kind", "options", "share"),
    [
        ("JPEG", {}, 0.92),
        ("JPEG", {"progressive": True}, 0.92),
        ("PNG", {}, 0.85),
        ("PNG", {"exif": exif(3)}, 0.85),
        ("GIF", {"interlace": 0}, 0.85),
        ("TIFF", {}, 0.85),
        ("WEBP", {"quality": 85}, 0.85),
        ("WEBP", {"lossless": True}, 0.85),
        ("AVIF", {"quality": 90}, 0.99),
    ],
)
def test_a_picture_without_its_end_is_read_and_told(kind, options, share):
    data = _noisy(kind, **options)
    whole, cut = decode_photo(data, "x"), decode_photo(data[: int(len(data) * share)], "x")
    assert cut.is_cut and not whole.is_cut and cut.size == whole.size
    differs = np.abs(cut.pixels.astype(int) - whole.pixels).mean(axis=(1, 2))
    if "exif" in options:  # it lies on its head
        differs = differs[::-1]
    assert differs[:180].mean() < 3 and differs[-10:].mean() > differs[:180].mean()


def test_a_bmp_without_its_end_lacks_its_upper_rows():
    data = _noisy("BMP")
    whole, cut = decode_photo(data, "x"), decode_photo(data[: int(len(data) * 0.9)], "x")
    assert cut.is_cut and (cut.pixels[:24] == 128).all()
    assert (cut.pixels[25:] == whole.pixels[25:]).all()


def test_what_an_interlaced_picture_lacks_is_strewn_all_over_it():
    data = _noisy("GIF", interlace=1)
    assert not decode_photo(data, "x").is_cut
    assert code_of(data[: int(len(data) * 0.92)]) == "photo_damaged"


def test_metadata_that_lack_their_end_do_not_make_a_picture_cut():
    data = _noisy("WEBP", xmp=b"<x/>" * 100)
    assert not decode_photo(data[:-50], "x").is_cut


def test_a_picture_whose_missing_rows_are_transparent_is_grey_there():
    clear = Image.new("RGBA", (180, 240), (9, 9, 9, 128))
    noise = np.random.default_rng(3).integers(0, 255, (240, 180, 4), dtype=np.uint8)
    data = encoded(Image.alpha_composite(clear, Image.fromarray(noise)), "PNG")
    cut = decode_photo(data[: int(len(data) * 0.85)], "x")
    assert cut.is_cut and (cut.pixels[-30:] == 128).all()


@pytest.mark.parametrize("orientation", [1, 6])
def test_a_jpeg_that_lacks_too_much_is_damaged(orientation):
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    data = _noisy(exif=exif)
    assert code_of(data[: int(len(data) * 0.6)]) == "photo_damaged"


def test_layers_without_end_are_refused_before_they_are_decoded():
    layered = encoded(Image.new("L", (3000, 3000), 90), "JPEG", progressive=True)
    layer = layered[layered.rindex(b"\xff\xda") : -2]
    assert decode_photo(layered[:-2] + 12 * layer + layered[-2:], "x").size == (3000, 3000)
    assert code_of(layered[:-2] + 400 * layer + layered[-2:]) == "photo_bomb"


def test_a_truncated_heic_is_damaged():
    assert code_of(HEIC[: len(HEIC) // 2]) == "photo_damaged"


def test_no_damage_surprises():
    generator = np.random.default_rng(7)
    samples = [encoded(kind=kind) for kind in ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF", "AVIF")]
    for sample in [*samples, HEIC]:
        for _ in range(60):
            damaged = np.frombuffer(sample, np.uint8).copy()
            places = generator.integers(0, len(damaged), 4)
            damaged[places] = generator.integers(0, 256, 4)
            try:
                assert decode_photo(damaged.tobytes(), "x").pixels.ndim == 3
            except PhotoError as error:
                assert error.code.startswith("photo_")


def test_what_is_no_picture():
    assert code_of(b"") == "photo_empty"
    assert code_of(b"%PDF-1.4 and so on") == "photo_unsupported"
    assert code_of(b"a plain text, long enough to be sniffed") == "photo_unsupported"
    assert code_of(encoded(kind="ICO")) == "photo_unsupported"


@pytest.mark.parametrize("width", [12_500, 15_000, 60_000, 2_000_000])
def test_a_bomb_is_refused_by_its_header(width):
    assert code_of(png_header(width, 12_500)) == "photo_too_large"


def test_a_large_header_within_the_cap_is_decoded_and_found_damaged():
    assert code_of(png_header(10_000, 10_000)) == "photo_damaged"


def test_a_tiny_picture_is_refused():
    assert code_of(encoded(four_corners(200, 31))) == "photo_too_small"
    assert decode_photo(encoded(four_corners(32, 32)), "x").size == (32, 32)


def test_no_warning_leaks_and_the_filters_come_back(recwarn):
    warnings.simplefilter("always")
    before = list(warnings.filters)
    code_of(png_header(10_000, 10_000))
    decode_photo(encoded(exif=exif(6).tobytes()[:-8]), "x")
    assert warnings.filters == before
    assert not recwarn.list


def test_other_warnings_still_pass_meanwhile():
    with decode._silence, pytest.warns(UserWarning, match="ours"):
        warnings.warn("ours", stacklevel=1)


def test_threads_agree_and_leave_no_trace():
    data, before, seen = encoded(exif=exif(6)), list(warnings.filters), []
    work = [
        threading.Thread(target=lambda: seen.extend(decode_photo(data, "x") for _ in range(20)))
        for _ in range(4)
    ]
    for thread in work:
        thread.start()
    for thread in work:
        thread.join()
    assert len(seen) == 80
    assert all((photo.pixels == seen[0].pixels).all() for photo in seen)
    assert warnings.filters == before


def test_read_photo(tmp_path):
    path = tmp_path / "가을 룩 1.jpg"
    path.write_bytes(encoded())
    assert read_photo(path).path == str(path)
    with pytest.raises(PhotoError) as caught:
        read_photo(tmp_path / "none.jpg")
    assert caught.value.code == "photo_unreadable"


def test_pdfium_is_not_loaded_for_pictures():
    program = "import sys, braind.sources; sys.exit('pypdfium2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
