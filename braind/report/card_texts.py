"""What the cards of the models that ship say, for people who read Korean.

A card is written in English when a model is trained. The trainers take their sentences from here,
so that none is without its Korean.
"""

from __future__ import annotations

CARD_LIMITS: tuple[tuple[str, str], ...] = (
    (
        "Trained mostly on fashion-week street photos of slim adults, 15-18 % men, few East Asian "
        "people: other people, children and wheelchair users are read less reliably.",
        "주로 패션위크 거리 사진으로 배웠어요. 대부분 마른 성인이고, 남성은 15~18%, 동아시아인은 "
        "드물어요. 그 밖의 사람과 어린이, 휠체어를 타는 사람은 덜 정확하게 읽어요.",
    ),
    (
        "Labels come from AI raters; no net can honestly beat their agreement by much.",
        "정답은 AI 평가자가 달았어요. 어떤 모델도 평가자끼리 일치하는 정도를 크게 넘을 수 없어요.",
    ),
    (
        "Sports (2 strong, 42 partly) and amekaji (71 strong, 170 partly) are rare in the data.",
        "자료에 스포츠(뚜렷한 사진 2장, 일부 42장)와 아메카지(뚜렷한 사진 71장, 일부 170장)가 "
        "드물어요.",
    ),
)
LOOKS = "Clothing Co-Parsing looks, labelled for BRAIND"
GARMENTS = "clothing-dataset single garments"
DRAWN = "figures drawn by BRAIND's own renderer"

_KOREAN = dict(CARD_LIMITS) | {
    LOOKS: "Clothing Co-Parsing의 룩 사진, 정답은 BRAIND가 달았어요",
    GARMENTS: "clothing-dataset의 낱개 옷 사진",
    DRAWN: "BRAIND가 직접 그린 사람",
    "Apache-2.0 (repository)": "Apache-2.0(저장소)",
    "Apache-2.0 (this project)": "Apache-2.0(이 프로젝트)",
}


def card_words(english: str, language: str) -> str:
    """What a card says, in the language of a report; English where its Korean is not known."""
    return _KOREAN.get(english, english) if language == "ko" else english
