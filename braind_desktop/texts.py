"""Every word of the window, in Korean and English, and the switch between them.

Decision: words go through Qt's own translation, keyed by id, with this table as the translator.
Qt then tells every widget when the language changes, and compiled ``.qm`` files can take the
table's place without touching a widget.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from braind.errors import BraindError

CONTEXT = "braind"
Say = Callable[[], str]

# id: (English, Korean)
TEXTS = {
    "match.title": ("Match a photo", "사진으로 찾기"),
    "match.promise": (
        "One full-body photo is enough. It never leaves this computer.",
        "전신 사진 한 장이면 충분해요. 사진은 이 컴퓨터 밖으로 나가지 않아요.",
    ),
    "compared_with": ("Brands to compare with: {brands} · looks: {looks}",
                      "비교 대상 · 브랜드 {brands}개 · 룩 {looks}장"),
    "drop.title": ("Drop a full-body photo here", "전신 사진을 여기에 놓으세요"),
    "drop.formats": ("JPG, PNG, WebP, HEIC, TIFF or AVIF", "JPG, PNG, WebP, HEIC, TIFF, AVIF"),
    "drop.release": ("Let go to match this photo", "놓으면 이 사진으로 찾아요"),
    "choose": ("Choose photo", "사진 고르기"),
    "paste": ("Paste", "붙여넣기"), "pasted": ("pasted picture", "붙여넣은 사진"),
    "try_sample": ("Try a drawn sample", "그려진 샘플로 해 보기"),
    "tip.whole": ("From head to feet", "머리부터 발까지"),
    "tip.one": ("One person", "한 사람"),
    "tip.light": ("In good light", "밝은 곳"),
    "not_saved": ("This photo is not saved.", "이 사진은 저장하지 않아요."),
    "another": ("Another photo", "다른 사진"),
    "cancel": ("Cancel", "취소"),
    "retry": ("Try again", "다시 시도"),
    "anyway": ("Continue anyway", "그래도 진행"),
    "picture.photo": ("Original", "원본"),
    "picture.person": ("Person", "사람 영역"),
    "picture.seen": ("Without face", "얼굴 제외"),
    "step.person": ("Full body", "전신 확인"),
    "step.cutout": ("Background", "배경 제거"),
    "step.face": ("Face", "얼굴 제외"),
    "step.style": ("Style", "스타일 읽기"),
    "step.compare": ("Brands", "브랜드 비교"),
    "person.whole": ("Seen from head to feet", "머리부터 발까지 보여요"),
    "person.caution": ("{reasons}; results may be less exact",
                       "{reasons}. 결과가 덜 정확할 수 있어요"),
    "cutout.done": ("Removed in {ms} ms", "{ms}밀리초 만에 지웠어요"),
    "face.cropped": ("Cropped away", "얼굴을 잘라냈어요"),
    "face.none": ("No face found; carried on", "얼굴을 찾지 못했어요. 그대로 진행했어요"),
    "compare.done": ("Looks compared with: {looks}", "룩 {looks}장과 비교했어요"),
    "compare.few": ("Looks to compare with: only {looks}", "비교할 룩이 {looks}장뿐이에요"),
    "state.waiting": ("waiting", "대기 중"), "state.active": ("running", "진행 중"),
    "state.ok": ("done", "완료"), "state.caution": ("done, with a caution", "완료, 주의"),
    "state.stop": ("stopped", "멈춤"),
    "step.spoken": ("Step {number}, {name}: {state}. {detail}",
                    "{number}단계 {name}, {state}. {detail}"),
    "results.title": ("{count} similar brands", "닮은 브랜드 {count}곳"),
    "results.one": ("1 similar brand", "닮은 브랜드 1곳"),
    "results.nearest": ("The nearest, though not clearly similar",
                        "뚜렷하지는 않지만 가장 가까운 곳"),
    "results.looking": ("Looking for similar brands", "닮은 브랜드를 찾고 있어요"),
    "weigh.all": ("All", "전체"),
    "bar.tip": (
        "The bar starts where brands of this library usually are. The tick marks how alike looks"
        " of one brand are.",
        "막대의 왼쪽 끝은 이 라이브러리의 보통 수준이고, 눈금은 같은 브랜드 안의 닮음이에요.",
    ),
    "why": ("Why similar?", "왜 닮았나요?"),
    "why.tip": ("How much each part adds to the similarity", "각 부분이 닮음에 보탠 몫이에요"),
    "evidence": ("Look {number} of {brand}", "{brand}의 룩 {number}"),
    "row.spoken": ("{rank}. {brand}, {level}. {shared}", "{rank}위 {brand}, {level}. {shared}"),
    "palette.spoken": ("Colours: {colors}", "색: {colors}"),
    "no_match.title": ("No clearly similar brand", "뚜렷하게 닮은 브랜드를 찾지 못했어요"),
    "no_match.body": (
        "No brand here is closer to this look than brands usually are to each other.",
        "이 룩과 보통 수준보다 가까운 브랜드가 이 라이브러리에는 없어요.",
    ),
    "no_match.nearest": ("Show the nearest {count}", "가장 가까운 {count}곳 보기"),
    "empty.title": ("No brands to compare with yet", "비교할 브랜드가 아직 없어요"),
    "empty.body": (
        "Start with the sample, invented brands in drawn looks, or make brands of your own"
        " folders: one folder, one brand.",
        "그림으로 만든 가상 브랜드로 시작하거나, 갖고 계신 사진 폴더로 만들어 보세요."
        " 폴더 하나가 브랜드 하나예요.",
    ),
    "empty.sample": ("Use the drawn sample", "그려진 샘플 쓰기"),
    "empty.folders": ("Make from folders", "폴더에서 만들기"),
    "building.title": ("Reading the looks", "룩을 읽고 있어요"),
    "building.scan": ("Looking for photos", "사진을 찾고 있어요"),
    "building.count": ("{done} of {total} photos", "사진 {total}장 중 {done}장"),
    "building.safe": ("What is read stays in the library if you cancel.",
                      "취소해도 읽은 만큼은 라이브러리에 남아요."),
    "imported": ("{looks} looks added · {duplicate} known · {excluded} without a full body"
                 " · {failed} unreadable",
                 "룩 {looks}장 추가 · 이미 있음 {duplicate} · 전신 아님 {excluded}"
                 " · 읽을 수 없음 {failed}"),
    "notice.nothing": ("There is no picture to paste.", "붙여넣을 사진이 없어요."),
    "notice.url": ("That is an internet address. Copy the picture itself and paste it.",
                   "인터넷 주소예요. 이미지를 복사해서 붙여넣어 주세요."),
    "notice.folder": ("To compare with a folder, use File › Make brands from folders.",
                      "폴더와 비교하려면 파일 › 폴더에서 브랜드 만들기를 써 주세요."),
    "notice.several": ("Several photos: the first one is matched.",
                       "사진이 여러 장이에요. 첫 번째 사진으로 찾을게요."),
    "menu.file": ("&File", "파일(&F)"), "menu.view": ("&View", "보기(&V)"),
    "menu.help": ("&Help", "도움말(&H)"),
    "menu.open": ("Choose photo…", "사진 고르기…"),
    "menu.folders": ("Make brands from folders…", "폴더에서 브랜드 만들기…"),
    "menu.sample": ("Try a drawn sample", "그려진 샘플로 해 보기"),
    "menu.paste": ("Paste", "붙여넣기"),
    "menu.quit": ("Quit", "끝내기"),
    "menu.system": ("Theme: as the system", "테마: 시스템"),
    "menu.light": ("Theme: light", "테마: 밝게"), "menu.dark": ("Theme: dark", "테마: 어둡게"),
    "menu.about": ("About BRAIND", "BRAIND 정보"),
    "about.body": (
        "BRAIND {version}\n\nPhotos and results stay on this computer. Nothing is sent anywhere."
        "\n\nMade with Qt {qt} (LGPL-3.0).",
        "BRAIND {version}\n\n사진과 결과는 이 컴퓨터에만 있어요. 어디로도 보내지 않아요."
        "\n\nQt {qt}로 만들었어요 (LGPL-3.0).",
    ),
    "files.photos": ("Photos", "사진"), "files.all": ("All files", "모든 파일"),
    "crash": ("Something unexpected happened. Your library is safe.",
              "예상하지 못한 문제가 생겼어요. 라이브러리는 그대로 있어요."),
    "crash.hint": ("Try again; if it happens again, restart BRAIND.",
                   "다시 시도해 주세요. 또 생기면 BRAIND를 다시 시작해 주세요."),
}  # fmt: skip

# Failures by the code of their ``BraindError``: (what happened, what to do). English is its own.
KOREAN_ERRORS = {
    "photo_nobody": ("사람을 찾지 못했어요.", "한 사람이 머리부터 발까지 나온 사진을 써 주세요."),
    "photo_half_body": ("몸의 일부만 보여요.", "전신 사진을 쓰거나, 그래도 진행할 수 있어요."),
    "photo_missing": ("파일을 찾을 수 없어요.", "옮기거나 이름을 바꾸셨는지 확인해 주세요."),
    "photo_empty": ("빈 파일이에요.", "다시 내려받거나 복사해 주세요."),
    "photo_unsupported": (
        "지원하지 않는 형식이에요.", "JPG, PNG, WebP, HEIC, TIFF, AVIF를 쓸 수 있어요."),
    "photo_unreadable": ("이 파일을 읽을 권한이 없어요.", "다른 사진을 골라 주세요."),
    "photo_damaged": ("사진을 열 수 없어요. 파일이 손상된 것 같아요.", "다른 사진을 써 주세요."),
    "photo_too_large": ("사진이 너무 커요.", "줄여서 다시 열어 주세요."),
    "photo_too_small": ("사진이 작아요.", "더 큰 사진을 써 주세요."),
    "library_empty": ("비교할 룩이 아직 없어요.", "먼저 브랜드의 사진을 가져와 주세요."),
    "library_newer": ("더 새로운 버전에서 만든 라이브러리예요.", "BRAIND를 업데이트해 주세요."),
    "library_foreign": ("BRAIND 라이브러리가 아니에요.", "다른 파일을 골라 주세요."),
    "library_unreachable": ("라이브러리를 열 수 없어요.", "폴더와 권한을 확인해 주세요."),
    "model_missing": ("모델 파일이 없어요.", "BRAIND를 다시 설치해 주세요."),
    "model_damaged": ("모델 파일이 손상됐어요.", "BRAIND를 다시 설치해 주세요."),
}  # fmt: skip


class _Table(QTranslator):
    """Answers Qt's questions for words from ``TEXTS``."""

    def __init__(self, language: str, owner: QObject) -> None:
        super().__init__(owner)
        self._column = int(language == "ko")

    def isEmpty(self) -> bool:
        """Never: an empty translator would not be asked."""
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """The text of an id; KeyError for an id that nobody wrote."""
        # No answer passes the question on to the next translator: Qt's own words.
        return TEXTS[source][self._column] if context == CONTEXT else None


class LanguageSwitch(QObject):
    """The language of the window; Qt sends ``LanguageChange`` to every widget on a change."""

    def __init__(self, app: QCoreApplication, language: str = "") -> None:
        super().__init__(app)
        self._app = app
        self._installed: list[QTranslator] = []
        korean = QLocale.system().language() is QLocale.Language.Korean
        self.choose(language or ("ko" if korean else "en"))

    def choose(self, language: str) -> None:
        """Speak "ko" or "en" from now on."""
        for old in self._installed:
            self._app.removeTranslator(old)
        qt_words = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        qt_words.load(f"qtbase_{language}", folder)
        self._installed = [qt_words, _Table(language, self)]
        self._app.setProperty("language", language)
        for new in self._installed:
            self._app.installTranslator(new)


def spoken_language() -> str:
    """The language of the window now: "ko" or "en"."""
    app = QCoreApplication.instance()
    return str(app.property("language") or "en") if app else "en"


def tr(key: str, **fill: object) -> str:
    """The text of an id, in the language of the window."""
    return QCoreApplication.translate(CONTEXT, key).format(**fill)


def say(key: str, **fill: object) -> Say:
    """The same, to be asked for again whenever the language changes."""
    return lambda: tr(key, **fill)


def capital(text: str) -> str:
    """With a capital first letter, for a word of the vocabulary that stands alone."""
    return text[:1].upper() + text[1:]


def error_texts(error: Exception) -> tuple[str, str]:
    """What happened and what to do, in the language of the window."""
    if not isinstance(error, BraindError):
        return tr("crash"), tr("crash.hint")
    if spoken_language() == "ko" and error.code in KOREAN_ERRORS:
        return KOREAN_ERRORS[error.code]
    return error.what, error.hint
