"""The words of BRAIND: seven styles, ten questions, closed answer lists, in Korean and English.

Positions in these tuples are stored in libraries (one byte an answer): append, never reorder.
"""

from __future__ import annotations

from enum import StrEnum

UNKNOWN = "unknown"


class Style(StrEnum):
    """The seven style labels; a look may have several."""

    CASUAL = "casual"
    AMEKAJI = "amekaji"
    GIRLISH = "girlish"
    DANDY = "dandy"
    SPORTS = "sports"
    CHIC = "chic"
    STREET = "street"


class Question(StrEnum):
    """The ten questions asked about every look."""

    UPPER_ITEM = "upper_item"
    UPPER_COLOR = "upper_color"
    UPPER_MATERIAL = "upper_material"
    UPPER_PATTERN = "upper_pattern"
    LOWER_ITEM = "lower_item"
    LOWER_COLOR = "lower_color"
    LOWER_MATERIAL = "lower_material"
    LOWER_PATTERN = "lower_pattern"
    FAMOUS_BRAND = "famous_brand"
    SEASON = "season"


class Part(StrEnum):
    """The parts of a look that a ranking is made of and that a user can weight."""

    STYLE = "style"
    COLOR = "color"
    GARMENTS = "garments"
    MATERIAL = "material"  # material and pattern
    SEASON = "season"
    VISUAL = "visual"  # the picture as a whole, where the recipe embeds it


STYLES: tuple[Style, ...] = tuple(Style)
QUESTIONS: tuple[Question, ...] = tuple(Question)
PARTS: tuple[Part, ...] = tuple(Part)
# Those that looks of every recipe have.
BASE_PARTS: tuple[Part, ...] = tuple(part for part in PARTS if part is not Part.VISUAL)

UPPER_ITEMS = (
    "t-shirt", "shirt", "blouse", "top", "sweater", "cardigan", "sweatshirt", "hoodie", "jacket",
    "blazer", "coat", "vest", "cape", "dress", "jumpsuit",
)  # fmt: skip
LOWER_ITEMS = ("jeans", "trousers", "shorts", "skirt", "leggings", "dress", "jumpsuit")
COLORS = (
    "black", "white", "gray", "beige", "brown", "navy", "blue", "skyblue", "green", "khaki",
    "yellow", "orange", "red", "pink", "purple", "burgundy", "gold", "silver", "multicolor",
)  # fmt: skip
MATERIALS = (
    "cotton", "denim", "knit", "wool", "leather", "suede", "silk", "chiffon", "lace", "fur",
    "tweed", "corduroy", "nylon", "linen", "velvet", "sequin",
)  # fmt: skip
PATTERNS = (
    "solid", "striped", "checked", "floral", "dotted", "graphic", "animal", "geometric",
    "abstract", "colorblock", "camouflage",
)  # fmt: skip
SEASONS = ("spring", "summer", "autumn", "winter")

# Answer lists; every list ends with "unknown". The embedded default knows no famous brands.
ANSWERS: dict[Question, tuple[str, ...]] = {
    Question.UPPER_ITEM: (*UPPER_ITEMS, UNKNOWN),
    Question.UPPER_COLOR: (*COLORS, UNKNOWN),
    Question.UPPER_MATERIAL: (*MATERIALS, UNKNOWN),
    Question.UPPER_PATTERN: (*PATTERNS, UNKNOWN),
    Question.LOWER_ITEM: (*LOWER_ITEMS, UNKNOWN),
    Question.LOWER_COLOR: (*COLORS, UNKNOWN),
    Question.LOWER_MATERIAL: (*MATERIALS, UNKNOWN),
    Question.LOWER_PATTERN: (*PATTERNS, UNKNOWN),
    Question.FAMOUS_BRAND: (UNKNOWN,),
    Question.SEASON: (*SEASONS, UNKNOWN),
}

PART_QUESTIONS: dict[Part, tuple[Question, ...]] = {
    Part.STYLE: (),
    Part.COLOR: (Question.UPPER_COLOR, Question.LOWER_COLOR),
    Part.GARMENTS: (Question.UPPER_ITEM, Question.LOWER_ITEM),
    Part.MATERIAL: (
        Question.UPPER_MATERIAL, Question.LOWER_MATERIAL,
        Question.UPPER_PATTERN, Question.LOWER_PATTERN,
    ),
    Part.SEASON: (Question.SEASON,),
    Part.VISUAL: (),
}  # fmt: skip

# How much each part counts when the user says nothing; a famous brand's name carries no weight.
DEFAULT_WEIGHTS: dict[Part, float] = {
    Part.STYLE: 1.0,
    Part.COLOR: 0.8,
    Part.GARMENTS: 0.8,
    Part.MATERIAL: 0.6,
    Part.SEASON: 0.3,
    Part.VISUAL: 1.0,
}

LANGUAGES = ("ko", "en")

_KOREAN: dict[str, str] = {
    "casual": "캐주얼", "amekaji": "아메카지", "girlish": "걸리시", "dandy": "댄디",
    "sports": "스포츠", "chic": "시크", "street": "스트릿",
    "upper_item": "상의", "upper_color": "상의 색", "upper_material": "상의 소재",
    "upper_pattern": "상의 패턴", "lower_item": "하의", "lower_color": "하의 색",
    "lower_material": "하의 소재", "lower_pattern": "하의 패턴", "famous_brand": "닮은 유명 브랜드",
    "season": "계절", "style": "스타일", "color": "색", "garments": "옷 종류",
    "material": "소재·패턴", "visual": "전체 인상",
    "t-shirt": "티셔츠", "shirt": "셔츠", "blouse": "블라우스", "top": "톱", "sweater": "스웨터",
    "cardigan": "카디건", "sweatshirt": "맨투맨", "hoodie": "후드티", "jacket": "재킷",
    "blazer": "블레이저", "coat": "코트", "vest": "조끼", "cape": "케이프", "dress": "원피스",
    "jumpsuit": "점프슈트", "jeans": "청바지", "trousers": "바지", "shorts": "반바지",
    "skirt": "치마", "leggings": "레깅스",
    "black": "검정", "white": "흰색", "gray": "회색", "beige": "베이지", "brown": "갈색",
    "navy": "남색", "blue": "파랑", "skyblue": "하늘색", "green": "초록", "khaki": "카키",
    "yellow": "노랑", "orange": "주황", "red": "빨강", "pink": "분홍", "purple": "보라",
    "burgundy": "버건디", "gold": "금색", "silver": "은색", "multicolor": "여러 색",
    "cotton": "면", "denim": "데님", "knit": "니트", "wool": "울", "leather": "가죽",
    "suede": "스웨이드", "silk": "실크", "chiffon": "시폰", "lace": "레이스", "fur": "퍼",
    "tweed": "트위드", "corduroy": "코듀로이", "nylon": "나일론", "linen": "리넨",
    "velvet": "벨벳", "sequin": "시퀸",
    "solid": "무지", "striped": "줄무늬", "checked": "체크", "floral": "꽃무늬",
    "dotted": "물방울무늬", "graphic": "그래픽", "animal": "동물무늬", "geometric": "기하학무늬",
    "abstract": "추상무늬", "colorblock": "배색", "camouflage": "카모플라주",
    "spring": "봄", "summer": "여름", "autumn": "가을", "winter": "겨울", UNKNOWN: "알 수 없음",
}  # fmt: skip

_ENGLISH: dict[str, str] = {
    "skyblue": "sky blue", "colorblock": "colour block", "multicolor": "multicolour",
    "gray": "grey", "color": "colour", "garments": "garments", "material": "material and pattern",
    "upper_item": "top", "upper_color": "top colour", "upper_material": "top material",
    "upper_pattern": "top pattern", "lower_item": "bottom", "lower_color": "bottom colour",
    "lower_material": "bottom material", "lower_pattern": "bottom pattern",
    "famous_brand": "similar famous brand", "visual": "overall look",
}  # fmt: skip


def label(word: str, language: str = "en") -> str:
    """What a user reads for a style, question, part or answer; unknown words pass unchanged."""
    table = _KOREAN if language == "ko" else _ENGLISH
    return table.get(word, word)


def answer_index(question: Question, word: str) -> int:
    """Position of ``word`` in the question's list; words outside it count as "unknown"."""
    words = ANSWERS[question]
    return words.index(word) if word in words else len(words) - 1
