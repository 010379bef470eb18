"""Brand intelligence in plain sentences, Korean and English, as firm as the evidence."""

from __future__ import annotations

from braind.domain import PackOrigin
from braind.insights.kinds import Difference, LookAlike, Strength, Trait, WhatIf
from braind.insights.seasons import Phase
from braind.vocabulary import QUESTIONS, STYLES, Question, label
from braind.wording import with_particle

_UPPER = QUESTIONS[:4]
_ITEMS = (Question.UPPER_ITEM, Question.LOWER_ITEM)
_PLURAL_ALREADY = ("jeans", "trousers", "shorts", "leggings")
_LEAST_SHIFT = 0.03
_STILL, _LITTLE = 0.005, 0.03

# (more, less) for every strength; answers are counted, styles are strong or weak.
_ANSWER_WORDS = {
    "en": {
        Strength.STRONG: ("Far more", "Far fewer"),
        Strength.CLEAR: ("Clearly more", "Clearly fewer"),
        Strength.SLIGHT: ("Perhaps somewhat more", "Perhaps somewhat fewer"),
    },
    "ko": {
        Strength.STRONG: ("훨씬 더 많아요", "훨씬 더 적어요"),
        Strength.CLEAR: ("뚜렷하게 더 많아요", "뚜렷하게 더 적어요"),
        Strength.SLIGHT: ("조금 더 많은 것 같아요", "조금 더 적은 것 같아요"),
    },
}
_STYLE_WORDS = {
    "en": {
        Strength.STRONG: ("A far stronger", "A far weaker"),
        Strength.CLEAR: ("A clearly stronger", "A clearly weaker"),
        Strength.SLIGHT: ("Perhaps a somewhat stronger", "Perhaps a somewhat weaker"),
    },
    "ko": {
        Strength.STRONG: ("훨씬 더 강해요", "훨씬 더 약해요"),
        Strength.CLEAR: ("뚜렷하게 더 강해요", "뚜렷하게 더 약해요"),
        Strength.SLIGHT: ("조금 더 강한 것 같아요", "조금 더 약한 것 같아요"),
    },
}
# (answers, styles) that both brands have.
_SHARED_WORDS = {
    "en": {
        Strength.STRONG: ("very many", "a very strong"),
        Strength.CLEAR: ("many", "a strong"),
        Strength.SLIGHT: ("rather many", "a rather strong"),
    },
    "ko": {
        Strength.STRONG: ("아주 많아요", "아주 강해요"),
        Strength.CLEAR: ("많아요", "강해요"),
        Strength.SLIGHT: ("많은 편인 것 같아요", "강한 편인 것 같아요"),
    },
}
_PHASES = {
    Phase.RESORT: ("resort", "리조트"),
    Phase.SPRING_SUMMER: ("spring/summer", "봄/여름"),
    Phase.PRE_FALL: ("pre-fall", "프리폴"),
    Phase.AUTUMN_WINTER: ("autumn/winter", "가을/겨울"),
}
_MOVES = (
    ("The brand hardly moves.", "브랜드의 위치는 거의 그대로예요."),
    ("The brand moves a little.", "브랜드의 위치가 조금 바뀌어요."),
    ("The brand moves noticeably.", "브랜드의 위치가 눈에 띄게 바뀌어요."),
)


def trait_name(trait: Trait, language: str) -> str:
    """A trait as a noun: "casual style", "navy tops", "청바지"."""
    word, is_korean = label(trait.word, language), language == "ko"
    if trait.question is None:
        return f"{word} 스타일" if is_korean else f"{word} style"
    if trait.question is Question.SEASON:
        return f"{word} 룩" if is_korean else f"{word} looks"
    if trait.question in _ITEMS:
        return word if is_korean else _plural(word)
    garment = ("tops", "상의") if trait.question in _UPPER else ("bottoms", "하의")
    return f"{word} {garment[is_korean]}"


def apart_sentence(difference: Difference, other: str, language: str) -> str:
    """What a brand has more or less of than ``other`` (a brand, or a season of its own)."""
    noun = trait_name(difference.trait, language)
    words = _ANSWER_WORDS if difference.trait.question else _STYLE_WORDS
    phrase = words[language][difference.strength][difference.effect < 0]
    ours, theirs = _figures(difference)
    if language == "ko":
        return f"{other}보다 {with_particle(noun, '이', '가')} {phrase}({ours} 대 {theirs})."
    return f"{phrase} {noun} than {other} ({ours} against {theirs})."


def shared_sentence(difference: Difference, language: str) -> str:
    """What two brands have in common."""
    noun = trait_name(difference.trait, language)
    phrase = _SHARED_WORDS[language][difference.strength][difference.trait.question is None]
    ours, theirs = _figures(difference)
    if language == "ko":
        return f"둘 다 {with_particle(noun, '이', '가')} {phrase}({ours}, {theirs})."
    return f"Both have {phrase} {noun} ({ours} and {theirs})."


def look_alike_sentence(alike: LookAlike, language: str) -> str:
    """What another brand has."""
    other = alike.other.name
    if language == "ko":
        found = "같은 사진이" if alike.same_photo else "거의 같은 룩이"
        return f"{other}에 {found} 있어요."
    return f"{other} has {'the same photo' if alike.same_photo else 'a nearly identical look'}."


def pack_sentence(origin: PackOrigin, language: str) -> str:
    """Whose looks came in a brand pack, and on what terms."""
    looks = f"{origin.looks:,}"
    if language == "ko":
        owner, licence = (text or "적혀 있지 않음" for text in (origin.owner, origin.licence))
        return f"룩 {looks}개는 브랜드 팩에서 왔어요(소유자: {owner}, 이용 조건: {licence})."
    owner, licence = (text or "not told" for text in (origin.owner, origin.licence))
    return f"{looks} looks came in a brand pack (owner: {owner}; licence: {licence})."


def season_words(season: str, language: str) -> str:
    """A season of a ``DriftStep``, for example "2024 SS", as people say it."""
    year, phase = season.split()
    names = _PHASES.get(Phase(phase), (label(phase, "en"), label(phase, "ko")))
    return f"{year} {names[1]}" if language == "ko" else f"{names[0]} {year}"


def what_if_sentences(change: WhatIf, language: str) -> list[str]:
    """What a change would do: how far the brand moves, who is nearest, which styles shift."""
    is_korean = language == "ko"
    size = (change.moved >= _STILL) + (change.moved >= _LITTLE)
    return [_MOVES[size][is_korean], *_nearest(change, is_korean), *_shifts(change, language)]


def _nearest(change: WhatIf, is_korean: bool) -> list[str]:
    if not change.neighbours_before or not change.neighbours_after:
        return []
    before, after = change.neighbours_before[0].brand.name, change.neighbours_after[0].brand.name
    if before == after and is_korean:
        return [f"가장 가까운 브랜드는 그대로 {with_particle(after, '이에요', '예요')}."]
    if before == after:
        return [f"The nearest brand stays {after}."]
    if is_korean:
        return [f"{before} 대신 {with_particle(after, '이', '가')} 가장 가까운 브랜드가 돼요."]
    return [f"The nearest brand would be {after} instead of {before}."]


def _shifts(change: WhatIf, language: str) -> list[str]:
    rows = zip(STYLES, change.before.mean, change.after.mean, strict=True)
    shifts = [
        (abs(float(after - before)), trait_name(Trait(style.value), language), before, after)
        for style, before, after in rows
        if abs(after - before) >= _LEAST_SHIFT
    ]
    shifts.sort(key=lambda shift: -shift[0])
    return [f"{name}: {before:.2f} → {after:.2f}" for _, name, before, after in shifts]


def _figures(difference: Difference) -> tuple[str, str]:
    """Shares in percent, style scores as they are shown everywhere."""
    ours, theirs = difference.ours, difference.theirs
    if difference.trait.question is None:
        return f"{ours:.2f}", f"{theirs:.2f}"
    return f"{100 * ours:.0f}%", f"{100 * theirs:.0f}%"


def _plural(noun: str) -> str:
    if noun in _PLURAL_ALREADY:
        return noun
    return noun + ("es" if noun.endswith("s") else "s")
