from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image
from report_samples import PHOTO_FOLDER, make_report

from braind.errors import ReportError
from braind.report.brand_document import brand_document
from braind.report.brand_pdf import brand_pdf
from braind.report.formats import pages_as_png
from braind.report.pdf_fonts import find_hangul_fonts
from braind.report.pdf_pages import HEIGHT, WIDTH, printed_pages
from braind.report.pdf_text import shortened_to, wrapped
from braind.report.shapes import Circle, Path

LATIN = ("Cheolmul Works", "Kkotsatang", "Seojae")
has_font = pytest.mark.skipif(find_hangul_fonts() is None, reason="no font with Hangul here")
IMAGE, PATH = 3, 2  # pdfium's types of page objects


def made(report, **options):
    return brand_pdf(brand_document(report), report.pictures, report.made_on, **options)


def without_font(report):
    return made(report, find_fonts=lambda: None)


def text_of(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return re.sub(r"\s+", " ", " ".join(pages))


def width_of_signs(text, size, is_bold):
    return 0.6 * size * len(text)


@pytest.fixture(scope="module")
def korean():
    """A Korean report as PDF; made once, as embedding fonts takes a while."""
    return made(make_report("ko"))


@has_font
def test_korean_text_can_be_searched(korean):
    text = text_of(korean)
    assert "느루결" in text and "철물 Works" in text
    for words in ("브랜드 리포트", "스타일과 팔레트", "일관성", "포지셔닝", "방법과 한계"):
        assert words in text
    assert "철물 Works보다 남색 상의가 훨씬 더 많아요(40% 대 10%)." in text
    assert "촬영 5회" in text and "상의 소재" in text
    assert PHOTO_FOLDER not in text


@has_font
def test_it_is_a4_with_bookmarks_and_the_same_every_time(korean):
    report = make_report("ko")
    assert korean == made(report)
    with pypdfium2.PdfDocument(korean) as document:
        assert document[0].get_size() == pytest.approx((WIDTH, HEIGHT), abs=0.1)
        titles = [bookmark.get_title() for bookmark in document.get_toc()]
        assert document.get_metadata_dict()["Title"] == "느루결"
    sections = [section.title for section in brand_document(report).sections]
    assert titles == ["느루결", *sections]


def test_charts_are_vectors_and_only_looks_are_pictures():
    report = make_report("en", "Neurugyeol", LATIN)
    with pypdfium2.PdfDocument(without_font(report)) as document:
        kinds = [[found.type for found in page.get_objects()] for page in document]
    style = kinds[1]
    assert IMAGE not in style and style.count(PATH) > 60
    assert sum(page.count(IMAGE) for page in kinds) >= len(report.pictures)


def test_an_english_report_of_latin_letters_needs_no_font():
    text = text_of(without_font(make_report("en", "Neurugyéol", LATIN)))
    assert "Neurugyéol" in text and "What sets it apart" in text


@pytest.mark.parametrize(
    "report", [("ko", "Neurugyeol", LATIN), ("en", "느루결", LATIN), ("en", "Moss", ("철물",))]
)
def test_without_a_font_hangul_is_refused_with_what_to_do(report):
    with pytest.raises(ReportError) as caught:
        without_font(make_report(*report))
    assert caught.value.code == "font_missing"
    assert "NanumGothic" in caught.value.hint


def test_missing_and_broken_pictures_leave_a_place():
    report = make_report("en", "Neurugyeol", LATIN)
    broken = replace(report, pictures={1: b"RIFF no picture", 2: b""})
    text = text_of(without_font(broken))
    assert text.count("no picture") >= len(brand_document(report).look_ids())


def test_all_pages_are_one_picture():
    pdf = without_font(make_report("en", "Neurugyeol", LATIN))
    with pypdfium2.PdfDocument(pdf) as document:
        pages = len(document)
    image = Image.open(BytesIO(pages_as_png(pdf)))
    page = (image.width - 16) / 2
    assert image.format == "PNG"
    assert image.height == pytest.approx(-(-pages // 2) * page * HEIGHT / WIDTH, rel=0.03)


@settings(max_examples=12, deadline=None)
@given(st.text(min_size=1, max_size=300), st.sampled_from(["en", "ko"]))
@example("0" * 91, "en")
@example("가" * 91, "ko")
def test_no_name_pushes_anything_off_the_paper(name, language):
    report = make_report(language, name, (name, "b" * 200, "c d " * 60), pictures={})
    for page in printed_pages(brand_document(report), width_of_signs):
        for shape in page.shapes:
            points = shape.points if isinstance(shape, Path) else [(shape.x, shape.y)]
            reach = shape.radius if isinstance(shape, Circle) else 0
            right = getattr(shape, "width", 0)
            for x, y in points:
                assert reach <= x <= WIDTH - right - reach + 0.01
                assert 0 <= y <= HEIGHT - getattr(shape, "height", 0) + 0.01


@given(st.text(max_size=200), st.floats(10, 300), st.floats(4, 30))
def test_wrapped_lines_fit_and_lose_nothing(text, width, size):
    lines = wrapped(text, width, size, False, width_of_signs)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(len(line) <= 1 or width_of_signs(line, size, False) <= width for line in lines)


def test_korean_words_are_kept_whole():
    lines = wrapped("브랜드 프로필 리포트", 6 * 6.0, 10, False, width_of_signs)
    assert lines == ["브랜드", "프로필", "리포트"]


def test_a_line_that_is_too_long_is_cut():
    assert shortened_to("short", 100, 10, False, width_of_signs) == "short"
    assert shortened_to("much too long", 60, 10, False, width_of_signs) == "much to..."
