"""The lexicon: what people write, in Korean and English, for the vocabulary's words; nets that
answer in free English write much the same.

Keys are written without spaces and hyphens, in lower case: "t-shirt", "T shirt" and "tshirt" are
one key.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from braind.vocabulary import (
    COLORS,
    LOWER_ITEMS,
    MATERIALS,
    PATTERNS,
    SEASONS,
    STYLES,
    UPPER_ITEMS,
    Question,
    label,
)


class Kind(StrEnum):
    """What a word of a look search speaks of."""

    STYLE = "style"
    ITEM = "item"
    COLOR = "color"
    MATERIAL = "material"
    PATTERN = "pattern"
    SEASON = "season"


Side = Mapping[Kind, Question]
UPPER: Side = {
    Kind.ITEM: Question.UPPER_ITEM,
    Kind.COLOR: Question.UPPER_COLOR,
    Kind.MATERIAL: Question.UPPER_MATERIAL,
    Kind.PATTERN: Question.UPPER_PATTERN,
    Kind.SEASON: Question.SEASON,
}
LOWER: Side = {
    Kind.ITEM: Question.LOWER_ITEM,
    Kind.COLOR: Question.LOWER_COLOR,
    Kind.MATERIAL: Question.LOWER_MATERIAL,
    Kind.PATTERN: Question.LOWER_PATTERN,
    Kind.SEASON: Question.SEASON,
}
WORDS: dict[Kind, tuple[str, ...]] = {
    Kind.STYLE: STYLES,
    Kind.ITEM: tuple(dict.fromkeys((*UPPER_ITEMS, *LOWER_ITEMS))),
    Kind.COLOR: COLORS,
    Kind.MATERIAL: MATERIALS,
    Kind.PATTERN: PATTERNS,
    Kind.SEASON: SEASONS,
}
_KIND_OF = {word: kind for kind, words in WORDS.items() for word in words}


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that was said: any of ``words``, which are the vocabulary's and of one kind.

    For an item, ``sides`` are where it is worn; "tops" and "bottoms" are items without words.
    """

    kind: Kind
    words: tuple[str, ...]
    sides: tuple[Side, ...] = (UPPER, LOWER)


# Words of the vocabulary, "|" between alternatives, and what else people write for them.
_SYNONYMS = {
    "casual": "캐쥬얼",
    "amekaji": "아메리칸캐주얼 americancasual",
    "girlish": "걸리쉬 girly",
    "dandy": "",
    "sports": "스포티 스포츠웨어 sporty sport sportswear athletic athleisure 애슬레저",
    "chic": "쉬크",
    "street": "스트리트 스트리트웨어 streetwear",
    "t-shirt": "티 티셔츠 반팔티 긴팔티 tee",
    "shirt": "남방 와이셔츠 buttonup",
    "blouse": "",
    "top": "탑",
    "sweater": "풀오버 니트티 pullover",
    "cardigan": "가디건",
    "sweatshirt": "스웻셔츠 스웨트셔츠 스웻 sweat",
    "hoodie": "후드 후디 후드티셔츠 후드집업 hoody",
    "jacket": "자켓 쟈켓 점퍼 잠바 블루종 바람막이 blouson bomber windbreaker",
    "jacket|coat": "패딩 puffer parka 파카 아우터 outerwear",
    "blazer": "블레이져 정장자켓 정장재킷 suitjacket",
    "coat": "외투 오버코트 트렌치 트렌치코트 overcoat trenchcoat trench",
    "vest": "베스트 질레 waistcoat gilet",
    "cape": "망토 판초 poncho",
    "dress": "드레스 gown onepiece",
    "jumpsuit": "점프수트 올인원 오버롤 overall romper playsuit",
    "jeans": "데님팬츠 데님바지 스키니진 jean",
    "black jeans": "블랙진 흑청바지",
    "trousers": "팬츠 슬랙스 치노 트라우저 정장바지 pants trouser slacks chino",
    "shorts": "쇼츠 숏팬츠 핫팬츠 버뮤다",
    "skirt": "스커트 미니스커트 롱스커트 miniskirt",
    "leggings": "legging",
    "black": "검정색 검은 검은색 까만 까만색 블랙 흑색",
    "white": "흰 하얀 하얀색 하양 화이트 백색",
    "white|beige": "아이보리 크림 크림색 ivory cream ecru",
    "gray": "그레이 쥐색 차콜 charcoal gray",
    "beige": "베이지색 샌드 sand tan",
    "beige|brown": "카멜 카멜색 camel",
    "brown": "브라운 밤색 고동색 초콜릿색 chocolate",
    "navy": "네이비 곤색 감색 navyblue darkblue",
    "blue": "파란 파란색 파랑색 블루 청색 코발트 코발트블루 cobalt royalblue",
    "skyblue": "스카이블루 소라 소라색 lightblue babyblue",
    "green": "초록색 녹색 그린",
    "khaki": "카키색 올리브 올리브색 국방색 olive",
    "yellow": "노란 노란색 노랑색 옐로 옐로우 머스타드 겨자색 mustard",
    "orange": "주황색 오렌지 오렌지색",
    "red": "빨간 빨간색 빨강색 레드",
    "pink": "분홍색 핑크 핑크색",
    "purple": "보라색 퍼플 바이올렛 라벤더 violet lavender",
    "burgundy": "와인 와인색 자주 자주색 마룬 wine maroon",
    "gold": "골드 골드색 golden",
    "silver": "실버 실버색",
    "multicolor": "멀티 멀티컬러 알록달록 multicolored multicoloured colorful colourful",
    "cotton": "코튼",
    "denim": "청",
    "knit": "knitted knitwear 니트웨어",
    "wool": "모직 양모 woolen woollen",
    "leather": "레더 인조가죽",
    "suede": "스에이드 세무",
    "silk": "비단",
    "chiffon": "쉬폰",
    "lace": "lacy",
    "fur": "모피 털",
    "tweed": "",
    "corduroy": "코르덴 골덴 cord",
    "nylon": "",
    "linen": "린넨",
    "velvet": "벨루어 velour",
    "sequin": "스팽글 sequined",
    "solid": "민무늬 솔리드 plain",
    "striped": "스트라이프 단가라 stripe stripey stripy pinstripe pinstriped",
    "checked": "체크무늬 격자 격자무늬 깅엄 타탄 check plaid checkered chequered gingham tartan",
    "floral": "꽃 플라워 플로럴 flower flowery floralprint",
    "dotted": "물방울 도트 도트무늬 땡땡이 dot polkadot",
    "graphic": "프린트 프린팅 print printed",
    "animal": "호피 호피무늬 레오파드 지브라 뱀피 leopard zebra snakeskin animalprint",
    "geometric": "기하학",
    "abstract": "추상",
    "colorblock": "컬러블록 colorblocked colourblocked",
    "camouflage": "카모 위장무늬 camo",
    "spring": "",
    "summer": "",
    "autumn": "fall",
    "winter": "",
    "spring|summer": "ss",
    "autumn|winter": "fw aw",
    "spring|autumn": "간절기",
}
_SIDE_WORDS = {
    "상의 윗옷 윗도리 upper upperbody tops": (UPPER,),
    "하의 아랫도리 lower lowerbody bottom bottoms": (LOWER,),
}
# Understood, but nothing to look for.
_FILLERS = """
a an the with and in of for on like look looks outfit outfits clothes clothing garment style styles
colored coloured color colour pattern patterned fabric material season wearing dressed
룩 스타일 옷 옷차림 코디 의상 패션 색 색깔 색상 컬러 무늬 패턴 소재 원단 느낌 계열 입은 있는 그리고
"""
# What Korean and English may hang on to a word.
_HANGING_ON = """
s es 은 는 이 가 을 를 의 과 와 랑 이랑 하고 에 에는 로 으로 도 용 풍 풍의 한 인 적인 스러운 된 달린
"""
_ENDINGS = frozenset(_HANGING_ON.split())
_LONGEST_TOKEN = 40

Lexicon = Mapping[str, tuple[Term, ...]]


def tokens_of(text: str) -> list[str]:
    """The words of a text: lower case, Hangul composed, letters and digits only."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("'", "").replace("’", "")
    return re.findall(r"[^\W_]+", plain)


def look_up(tokens: list[str]) -> tuple[Term, ...] | None:
    """What tokens that belong together mean; () for words that ask nothing, None if unknown.

    One Korean token may be several words written together; all of it must be understood.
    """
    lexicon, key = _lexicon(), "".join(tokens)
    if len(key) > _LONGEST_TOKEN:
        return None
    if len(tokens) == 1 and not key.isascii():
        return _split(key, lexicon)
    for end in range(len(key), max(0, len(key) - 4), -1):
        if key[:end] in lexicon and (end == len(key) or key[end:] in _ENDINGS):
            return lexicon[key[:end]]
    return None


def _split(text: str, lexicon: Lexicon) -> tuple[Term, ...] | None:
    """The longest words first, and back where the rest makes no sense."""
    for end in range(len(text), 0, -1):
        head, rest = lexicon.get(text[:end]), text[end:]
        if head is None:
            continue
        tail = () if not rest or rest in _ENDINGS else _split(rest, lexicon)
        if tail is not None:
            return head + tail
    return None


@lru_cache(maxsize=1)
def _lexicon() -> Lexicon:
    lexicon: dict[str, tuple[Term, ...]] = dict.fromkeys(_FILLERS.split(), ())
    for written, sides in _SIDE_WORDS.items():
        lexicon |= dict.fromkeys(written.split(), (Term(Kind.ITEM, (), sides),))
    for meant, written in _SYNONYMS.items():
        terms = tuple(_term(words.split("|")) for words in meant.split())
        keys = [*written.split(), *(_own_keys(meant) if meant in _KIND_OF else ())]
        lexicon |= dict.fromkeys(keys, terms)
    return lexicon


def _own_keys(word: str) -> Iterator[str]:
    for name in (word, label(word, "ko"), label(word, "en")):
        yield "".join(tokens_of(name))


def _term(words: list[str]) -> Term:
    kind = _KIND_OF[words[0]]
    if kind is not Kind.ITEM:
        return Term(kind, tuple(words))
    worn = ((UPPER, UPPER_ITEMS), (LOWER, LOWER_ITEMS))
    sides = tuple(side for side, items in worn if any(word in items for word in words))
    return Term(kind, tuple(words), sides)
