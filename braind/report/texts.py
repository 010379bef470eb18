"""The pages' sentences, in English and Korean."""

from __future__ import annotations

from braind.report.brand_texts import BRAND_TEXTS

_TEXTS: dict[str, tuple[str, str]] = {
    "title": ("Brands that look like this photo", "이 사진을 닮은 브랜드"),
    "tagline": ("Find the brands that resemble you", "나를 닮은 브랜드"),
    "found": (
        "{shown} of {brands} brands · {looks} looks compared",
        "브랜드 {brands}개 중 {shown}개 · 룩 {looks}개와 비교",
    ),
    "seen": (
        "What the model saw: no background, no face.",
        "모델이 본 그대로예요. 배경과 얼굴은 뺐어요.",
    ),
    "seen_alt": ("The person without background and face", "배경과 얼굴을 뺀 사람"),
    "styles": ("Style", "스타일"),
    "styles_note": (
        "Each value is independent; they don't add up to 1.",
        "일곱 값은 서로 독립이에요. 합이 1이 되지 않아요.",
    ),
    "palette": ("Palette", "팔레트"),
    "answers": ("What it wears", "무엇을 입었나요"),
    "unsure": ("unsure", "확실하지 않음"),
    "caution": ("May be less exact: {reasons}.", "결과가 덜 정확할 수 있어요: {reasons}."),
    "usual": ("between brands", "브랜드 사이"),
    "same": ("within a brand", "같은 브랜드"),
    "scale": (
        "The bar starts where two brands of this library are as a rule, and the mark stands where "
        "the looks of one brand are.",
        "막대는 이 라이브러리의 서로 다른 브랜드가 보통 닮은 만큼에서 시작하고, 눈금은 한 브랜드의 "
        "룩끼리 닮은 만큼이에요.",
    ),
    "in_common": ("In common", "공통점"),
    "split": ("What the likeness is made of", "닮음을 이루는 것"),
    "look_alikes": ("Look-alikes", "닮은 룩"),
    "look_alt": ("Look {number} of {brand}", "{brand}의 룩 {number}"),
    "none": ("No clearly similar brand", "뚜렷하게 닮은 브랜드를 찾지 못했어요"),
    "none_note": (
        "None is closer to this photo than two brands of this library are to each other. "
        "These are the nearest.",
        "이 라이브러리의 브랜드끼리보다 더 닮은 브랜드가 없어요. 그나마 가까운 곳이에요.",
    ),
    "nearest": ("Nearest below that", "그다음으로 가까운 곳"),
    "method_title": ("How this was made", "어떻게 찾았나요"),
    "method": (
        "The photo was checked for a whole body, the background and the face were removed, and the "
        "style, garments, colours, materials and season were read by small models that ship with "
        "BRAIND. Brands are ranked by their three most similar looks; the words for how alike they "
        "are come from this library itself.",
        "전신인지 확인하고 배경과 얼굴을 뺀 뒤, BRAIND에 들어 있는 작은 모델로 스타일, 옷, "
        "색, 소재, 계절을 읽었어요. 브랜드는 가장 닮은 룩 세 개로 순위를 정해요. 얼마나 닮았는지는 "
        "이 라이브러리 안에서 견준 말이에요.",
    ),
    "privacy_title": ("Privacy", "개인정보"),
    "privacy": (
        "Everything happened on this computer; no photo was sent anywhere. This page holds no "
        "faces and loads nothing from the network.",
        "모든 분석은 이 컴퓨터에서 했고 사진은 어디로도 보내지 않았어요. 이 페이지에는 얼굴이 없고 "
        "인터넷에서 아무것도 불러오지 않아요.",
    ),
    **BRAND_TEXTS,
}  # fmt: skip


def text(key: str, language: str, **values: object) -> str:
    """The sentence of that key, its {placeholders} filled."""
    return _TEXTS[key][language == "ko"].format(**values)
