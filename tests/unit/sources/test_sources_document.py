import hashlib
import pickle
import zlib
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pypdfium2
import pytest
from PIL import Image
from source_samples import (
    BLUE,
    GREEN,
    RED,
    WHITE,
    close,
    corners,
    encoded,
    four_corners,
    one_page_pdf,
    pdf,
    pdf_image,
    stream,
)

from braind.errors import PhotoError
from braind.events import PhotoFailed
from braind.sources.document import iter_document
from braind.sources.pages import render

FONT = b"/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
TEXT = b"BT /F 24 Tf 20 200 Td (Autumn and winter) Tj ET"
PICTURE = b"/XObject << /I 5 0 R >>"


@pytest.fixture
def saved(tmp_path):
    def save(data: bytes):
        path = tmp_path / "lookbook.pdf"
        path.write_bytes(data)
        return path

    return save


def only_photo(path):
    (entry,) = iter_document(path)
    return entry.load()


def only_failure(path):
    (failure,) = iter_document(path)
    assert isinstance(failure, PhotoFailed)
    assert failure.path == str(path)
    return failure.code


def test_pages_are_photos_with_names_of_their_own(saved):
    pages = [four_corners(400, 600), Image.new("RGB", (300, 300), RED), four_corners(400, 600)]
    data = encoded(pages[0], "PDF", save_all=True, append_images=pages[1:], quality=95)
    path = saved(data)
    entries = list(iter_document(path))
    photos = [entry.load() for entry in entries]
    assert [(photo.path, photo.page) for photo in photos] == [(str(path), n) for n in (1, 2, 3)]
    assert [photo.size for photo in photos] == [(400, 600), (300, 300), (400, 600)]
    assert [entry.label for entry in entries] == [f"{path}#{n}" for n in (1, 2, 3)]
    assert [photo.name for photo in photos] == [f"lookbook.pdf · {n}" for n in (1, 2, 3)]
    assert close(corners(photos[0].pixels), [RED, GREEN, WHITE, BLUE])
    hashes = [hashlib.sha256(data + str(n).encode()).hexdigest() for n in (1, 2, 3)]
    assert [entry.content_hash() for entry in entries] == hashes
    assert [photo.content_hash for photo in photos] == hashes


def test_text_pages_and_drawings_are_no_photos(saved):
    drawing = TEXT + b" 0 0 1 rg 20 20 100 100 re f"
    assert list(iter_document(saved(one_page_pdf(drawing, FONT)))) == []


def test_a_text_page_with_a_logo_is_no_photo(saved):
    drawing = TEXT + b" q 20 0 0 20 10 10 cm /I Do Q"
    data = one_page_pdf(drawing, FONT + PICTURE, pdf_image(four_corners()))
    assert list(iter_document(saved(data))) == []


def test_a_full_page_picture_keeps_its_resolution(saved):
    data = one_page_pdf(b"190 0 0 290 5 5 cm /I Do", PICTURE, pdf_image(four_corners(190, 290)))
    photo = only_photo(saved(data))
    assert photo.size == (200, 300)
    assert close(corners(photo.pixels), [RED, GREEN, WHITE, BLUE])


def test_a_picture_within_a_form_counts_where_it_is_drawn(saved):
    resources = b"/Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /I 6 0 R >> >>"
    form = stream(b"q 1 0 0 1 0 0 cm /I Do Q", resources)
    data = one_page_pdf(
        b"200 0 0 300 0 0 cm /I Do", PICTURE, form, pdf_image(four_corners(400, 600))
    )
    photo = only_photo(saved(data))
    assert photo.size == (400, 600)
    assert close(corners(photo.pixels), [RED, GREEN, WHITE, BLUE])


def test_a_composed_page_is_rendered(saved):
    drawing = TEXT + b" q 100 0 0 150 50 20 cm /I Do Q"
    photo = only_photo(saved(one_page_pdf(drawing, FONT + PICTURE, pdf_image(four_corners()))))
    assert max(photo.size) == 1600
    assert photo.pixels.shape[:2] == (1280, 854)


def test_two_pictures_on_a_coarse_ground_are_rendered(saved):
    drawing = b"q 200 0 0 300 0 0 cm /I Do Q q 100 0 0 150 50 20 cm /I Do Q"
    assert (
        max(only_photo(saved(one_page_pdf(drawing, PICTURE, pdf_image(four_corners())))).size)
        == 1600
    )


def test_a_turned_page_is_upright(saved):
    image = pdf_image(four_corners(200, 300))
    data = one_page_pdf(b"200 0 0 300 0 0 cm /I Do", PICTURE, image, page=b"/Rotate 90 ")
    photo = only_photo(saved(data))
    assert photo.size == (300, 200)
    assert close(corners(photo.pixels), [WHITE, RED, BLUE, GREEN])


def test_a_huge_full_page_picture_is_rendered_within_reason(saved):
    kind = b"/Subtype /Image /Width 4000 /Height 6000 /ColorSpace /DeviceGray /BitsPerComponent 1 "
    image = stream(zlib.compress(bytes(500 * 6000)), kind + b"/Filter /FlateDecode")
    photo = only_photo(saved(one_page_pdf(b"200 0 0 300 0 0 cm /I Do", PICTURE, image)))
    assert max(photo.size) == 4096


def test_a_picture_bomb_is_refused_before_it_is_unpacked(saved):
    image = pdf_image(four_corners()).replace(b"/Width 64", b"/Width 12000000")
    (entry,) = iter_document(saved(one_page_pdf(b"200 0 0 300 0 0 cm /I Do", PICTURE, image)))
    with pytest.raises(PhotoError) as caught:
        entry.load()
    assert caught.value.code == "photo_too_large"


def test_a_page_that_takes_too_long_is_given_up(saved):
    path = saved(encoded(four_corners(), "PDF"))
    with closing(pypdfium2.PdfDocument(path)) as document, closing(document[0]) as page:
        with closing(render(page, 2.0, 60)) as bitmap:
            assert (bitmap.width, bitmap.height) == (128, 96)
        with pytest.raises(PhotoError) as caught:
            render(page, 2.0, -1)
    assert caught.value.code == "document_page_too_long"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\n", b"no document at all" * 20])
def test_a_damaged_document_is_one_failure(saved, data):
    assert only_failure(saved(data)) == "document_damaged"


def test_a_missing_document(tmp_path):
    assert only_failure(tmp_path / "none.pdf") == "photo_unreadable"


def encrypted_pdf():
    """A document whose user password is not the empty one."""
    rule = b"/Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s>" % (b"41" * 32, b"42" * 32)
    plain = pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [] /Count 0 >>",
        b"<< %s >>" % rule,
    )
    return plain.replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt 3 0 R /ID [<61><61>]")


def test_an_encrypted_document_is_one_failure(saved):
    assert only_failure(saved(encrypted_pdf())) == "document_encrypted"


def pages_pdf(total):
    kids = b"3 0 R " * total
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, total),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
    )


def test_too_many_pages(saved):
    assert list(iter_document(saved(pages_pdf(3)))) == []
    assert only_failure(saved(pages_pdf(2_001))) == "document_too_long"


def test_a_broken_page_does_not_hide_the_others(saved):
    drawing = b"200 0 0 300 0 0 cm /I Do"
    data = one_page_pdf(drawing, PICTURE, pdf_image(four_corners()), b"(not a page)")
    kids = b"/Kids [6 0 R 3 0 R] /Count 2"
    broken, sound = iter_document(saved(data.replace(b"/Kids [3 0 R] /Count 1", kids)))
    assert (broken.page, sound.page) == (1, 2)
    assert sound.load().pixels.size
    with pytest.raises(PhotoError) as caught:
        broken.load()
    assert caught.value.code == "document_damaged"


def test_pages_are_read_in_any_order_from_any_thread_or_process(saved):
    pages = [Image.new("RGB", (40 + n, 60), RED) for n in range(6)]
    path = saved(encoded(pages[0], "PDF", save_all=True, append_images=pages[1:]))
    entries = pickle.loads(pickle.dumps(list(iter_document(path))))
    with ThreadPoolExecutor(4) as pool:
        photos = list(pool.map(lambda entry: entry.load(), entries[::-1]))
    assert [photo.size for photo in photos] == [(40 + n, 60) for n in range(6)][::-1]
