"""The terminal's sentences, in English and Korean. Error sentences are English: see errors."""

from __future__ import annotations

_TEXTS: dict[str, tuple[str, str]] = {
    "whole_body": ("whole body", "전신이 보여요"),
    "rejected": ("not used: {reasons}", "쓸 수 없어요: {reasons}"),
    "caution": ("may be less exact: {reasons}", "결과가 덜 정확할 수 있어요: {reasons}"),
    "in_common": ("In common: {words}", "공통점: {words}"),
    "no_match": (
        "No clearly similar brand. The nearest:",
        "뚜렷하게 닮은 브랜드를 찾지 못했어요. 그나마 가까운 곳이에요.",
    ),
    "nothing_to_compare": (
        "There is no other brand to compare with.",
        "비교할 브랜드가 아직 없어요.",
    ),
    "no_brands": (
        "No brands yet. Import some photos: braind import --brand NAME FOLDER",
        "아직 브랜드가 없어요. 사진을 가져와 주세요: braind import --brand 이름 폴더",
    ),
    "mine": ("my brand", "내 브랜드"),
    "well_known": ("well known", "유명 브랜드"),
    "no_marks": ("no mark", "표시 없음"),
    "totals": ("{brands} brands, {looks} looks", "브랜드 {brands}개, 룩 {looks}개"),
    "stale": (
        "{looks} looks were read by other models; import their photos again to compare them.",
        "룩 {looks}개는 다른 모델로 분석했어요. 비교하려면 사진을 다시 가져와 주세요.",
    ),
    "profile_counts": (
        "{looks} looks, {excluded} photos excluded",
        "룩 {looks}개, 제외한 사진 {excluded}장",
    ),
    "cohesion": ("cohesion", "일관성"),
    "palette": ("palette", "팔레트"),
    "added": ("added", "추가"),
    "duplicate": ("there already", "중복"),
    "excluded": ("excluded", "제외"),
    "failed": ("failed", "실패"),
    "looks_of": ("{looks} looks", "룩 {looks}개"),
    "near_duplicates": (
        "{photos} of the added photos seem to be copies of others.",
        "추가한 사진 중 {photos}장은 다른 사진의 복사본 같아요.",
    ),
    "nearest_brands": ("nearest brands", "가까운 브랜드"),
    "renamed": ("“{old}” is now “{new}”.", "“{old}”의 이름을 “{new}”(으)로 바꿨어요."),
    "removed": (
        "“{brand}” and its {looks} looks are out of the library; the photos are where they were.",
        "“{brand}”와 룩 {looks}개를 라이브러리에서 지웠어요. 사진은 그대로 있어요.",
    ),
    "confirm_remove": (
        "Remove “{brand}” and its {looks} looks from the library?",
        "“{brand}”와 룩 {looks}개를 라이브러리에서 지울까요?",
    ),
    "page_written": ("Page with pictures: {path}", "사진이 담긴 페이지: {path}"),
    "saved": ("saved {path}", "저장: {path}"),
    "drawing": (
        "Drawing and reading the sample library …",
        "샘플 라이브러리를 그리고 읽는 중 …",
    ),
    "reading": ("Reading the sample library …", "샘플 라이브러리를 읽는 중 …"),
    "demo_library": (
        "Sample library: {brands} invented brands, {looks} drawn looks.",
        "샘플 라이브러리: 지어낸 브랜드 {brands}개, 그린 룩 {looks}개.",
    ),
    "demo_folder": ("Everything is in {path}", "모두 이 폴더에 있어요: {path}"),
}  # fmt: skip


def say(key: str, language: str, **values: object) -> str:
    """The sentence of that key, its {placeholders} filled."""
    return _TEXTS[key][language == "ko"].format(**values)
