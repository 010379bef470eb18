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
        "{looks} looks were read by other models; run “braind reanalyze” to compare them.",
        "룩 {looks}개는 다른 모델로 분석했어요. 비교하려면 “braind reanalyze”를 실행해 주세요.",
    ),
    "profile_counts": (
        "{looks} looks, photos excluded: {excluded}",
        "룩 {looks}개, 제외한 사진 {excluded}장",
    ),
    "cohesion": ("cohesion", "일관성"),
    "palette": ("palette", "팔레트"),
    "added": ("added", "추가"),
    "duplicate": ("there already", "중복"),
    "excluded": ("excluded", "제외"),
    "failed": ("failed", "실패"),
    "looks_of": ("{looks} looks", "룩 {looks}개"),
    "heads_written": ("Style heads: {path}", "스타일 판정기: {path}"),
    "relinked": ("{found} moved photos found.", "옮긴 사진 {found}장을 찾았어요."),
    "device": ("Models compute on: {device}", "모델 계산 장치: {device}"),
    "cut": (
        "{photos} of the added photos are cut short: look whether enough of them is there.",
        "추가한 사진 중 {photos}장은 파일이 잘려 있어요. 내용이 충분한지 확인해 보세요.",
    ),
    "python": ("Your Python {version}: {path}", "내 Python {version}: {path}"),
    "no_python": ("No Python of your own is used.", "따로 지정한 Python이 없어요."),
    "near_duplicates": (
        "{photos} of the added photos seem to be copies of others.",
        "추가한 사진 중 {photos}장은 다른 사진의 복사본 같아요.",
    ),
    "nearest_brands": ("nearest brands", "가까운 브랜드"),
    "no_jobs": ("No jobs in the last seven days.", "최근 7일 동안의 작업이 없어요."),
    "job_added": ("added", "추가"),
    "job_duplicate": ("known", "중복"),
    "job_excluded": ("left out", "제외"),
    "job_failed": ("unreadable", "실패"),
    "job_state_running": ("running or interrupted", "진행 중이거나 중단됨"),
    "job_state_done": ("done", "완료"),
    "job_state_cancelled": ("cancelled", "취소됨"),
    "job_state_failed": ("failed", "실패"),
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
    "apart": ("What sets it apart", "다른 점"),
    "shared": ("What both have", "닮은 점"),
    "own_looks": ("Looks that are most its own", "가장 이 브랜드다운 룩"),
    "nothing_apart": (
        "Nothing that could not be chance.",
        "우연이라고 볼 수 없는 차이는 찾지 못했어요.",
    ),
    "nothing_shared": (
        "Nothing that other brands do not have as well.",
        "둘만의 두드러진 공통점은 찾지 못했어요.",
    ),
    "no_look_alikes": (
        "No other brand has a nearly identical look.",
        "다른 브랜드에서 거의 같은 룩을 찾지 못했어요.",
    ),
    "before": ("before", "지금"),
    "after": ("after", "바뀐 뒤"),
    "looks": ("looks", "룩"),
    "season": ("season", "시즌"),
    "styles": ("styles", "스타일"),
    "moved": ("moved", "이동"),
    "no_seasons": (
        "No lookbook has a season in its name, such as “SS24” or “autumn 2024”.",
        "이름에 “SS24”나 “2024 가을” 같은 시즌이 들어 있는 룩북이 없어요.",
    ),
    "undated": (
        "Left out: {looks} looks that belong to no season ({names}).",
        "시즌을 알 수 없는 룩 {looks}개는 뺐어요({names}).",
    ),
    "no_lookbook": ("in no lookbook", "룩북 없음"),
    "map_trust": (
        "{trust} of 1: how far neighbours on this map are neighbours in truth.",
        "지도의 이웃이 실제로도 이웃인 정도예요: 1점 만점에 {trust}.",
    ),
    "not_on_map": (
        "Not on the map, too little is known of it: {brands}",
        "알려진 것이 적어 지도에 없어요: {brands}",
    ),
    "white_space": (
        "White space: styles that no brand here stands for (the gap, in usual gaps between "
        "neighbours; who is nearest)",
        "빈자리: 여기 어느 브랜드도 대표하지 않는 스타일이에요 (이웃 간 보통 거리의 몇 배, "
        "가장 가까운 브랜드)",
    ),
    "looking_for": ("Looking for {wishes}", "찾는 조건: {wishes}"),
    "not_understood": (
        "Not understood, and not looked for: {words}",
        "알아듣지 못해 찾지 않은 말: {words}",
    ),
    "looks_found": (
        "{looks} looks found, {shown} shown.",
        "룩 {looks}개를 찾아 {shown}개를 보여 드려요.",
    ),
    "report_written": ("Report: {path}", "리포트: {path}"),
    "reliable": (
        "No doubts, after {shoots} shoots.",
        "촬영 {shoots}회를 보았고, 걸리는 점이 없어요.",
    ),
    "not_reliable": ("Not reliable yet. {why}", "아직 믿기 어려워요. {why}"),
    "typical": ("most typical", "가장 전형적인 룩"),
    "outliers": ("least typical", "가장 동떨어진 룩"),
    "sub_styles": ("styles inside the brand", "브랜드 안의 작은 흐름"),
    "no_sub_styles": (
        "The looks are of a piece: no styles of their own inside the brand.",
        "룩이 한 가지 흐름이에요. 브랜드 안에서 따로 나뉘는 흐름은 찾지 못했어요.",
    ),
    "mixed": ("a mixture", "여러 가지가 섞였어요"),
    "steady_neighbours": (
        "Among the nearest three when other shoots are counted: {brands}",
        "촬영을 바꿔 세어도 가까운 세 곳에 드는 비율: {brands}",
    ),
    "pack_written": ("Pack: {path}", "팩: {path}"),
    "pack_owner": ("owner", "소유자"),
    "pack_licence": ("licence", "이용 조건"),
    "pack_signer": ("signed by", "서명 키"),
    "pack_thumbnails": ("thumbnails", "썸네일"),
    "pack_unsigned": ("not signed", "서명 없음"),
    "pack_not_told": ("not told", "적혀 있지 않음"),
    "pack_merged": ("“{brand}”: {looks} looks added", "“{brand}”: 룩 {looks}개를 추가했어요"),
    "state_bundled": ("comes with BRAIND", "기본 포함"),
    "state_installed": ("installed, verified", "설치됨 · 확인 완료"),
    "state_unverified": ("installed, not verified", "직접 추가 · 확인 안 됨"),
    "state_partial": ("partly there", "일부만 있음"),
    "state_damaged": ("damaged", "손상됨"),
    "state_absent": ("not installed", "설치 안 됨"),
    "lavis_missing": (
        "LAVIS is not installed; it gets an environment of its own (6 GB): {command}",
        "LAVIS가 설치되어 있지 않아요. 전용 환경(6 GB)에 설치해요: {command}",
    ),
    "lavis_ready": ("LAVIS is ready in {folder}", "LAVIS를 {folder}에 설치했어요"),
    "step_download": ("downloading", "내려받는 중"),
    "step_wait": ("waiting for the network", "연결을 기다리는 중"),
    "step_copy": ("copying", "복사하는 중"),
    "step_check": ("checking", "확인하는 중"),
    "step_test": ("trying to load it", "열어 보는 중"),
    "first_use": (
        "* no hash is published: the first copy's is written down and checked from then on",
        "* 공개된 해시가 없어 처음 받은 파일의 해시를 적어 두고 그 뒤로 확인해요",
    ),
    "not_commercial": ("commercial use restricted", "상업적 이용 제한"),
    "commercial": ("commercial use allowed", "상업적 이용 가능"),
    "models_in": (
        "Models are in {path}: {used} used, {free} free.",
        "모델 폴더: {path} · 사용 {used} · 남음 {free}",
    ),
    "confirm_licence": (
        "{name} is under the licence {spdx} ({commercial}): {link}\n{note}\nDo you accept it?",
        "{name}의 라이선스는 {spdx}({commercial})이에요: {link}\n{note}\n동의하시겠어요?",
    ),
    "accepted": ("accepted {day}", "{day} 동의"),
    "key_written": (
        "Private key: {path} (keep it to yourself)\nPublic key: {public}",
        "개인 키: {path} (다른 사람에게 주지 마세요)\n공개 키: {public}",
    ),
    "lab_parts": (
        "Photos (shoots) by part: {counts}",
        "나눈 사진 수 (촬영 수): {counts}",
    ),
    "lab_rare": (
        "Left out, too few photos: {styles}",
        "사진이 너무 적어 뺐어요: {styles}",
    ),
    "lab_unlabelled": (
        "Left out: {photos} photos that lack the grade of a style.",
        "스타일 점수가 빠진 사진 {photos}장은 뺐어요.",
    ),
    "lab_always": ("always “yes”", "항상 “예”"),
    "lab_chosen": (
        "Best on the photos for choosing: {family} ({model}). Its matrices on the test photos:",
        "고르기용 사진에서 가장 나은 모델: {family} ({model}). 시험용 사진의 결과예요:",
    ),
    "lab_confusion": (
        "style|found|false alarm|missed|rightly not",
        "스타일|맞힘|잘못 맞다 함|놓침|맞게 아님",
    ),
    "area_face": ("face", "얼굴"),
    "area_bag": ("bag", "가방"),
    "area_background": ("background", "배경"),
    "area_garments": ("garments", "옷"),
    "area_skin": ("skin", "피부"),
    "heat_mean": ("mean", "평균"),
    "heat_note": (
        "Share of the heat / share of the picture.",
        "열이 놓인 비율 / 사진에서 차지하는 넓이예요.",
    ),
    "body_left_foot": ("left foot", "왼발"),
    "body_right_foot": ("right foot", "오른발"),
    "body_lower_body": ("lower body", "하체"),
    "body_upper_body": ("upper body", "상체"),
    "body_whole_body": ("whole body", "전신"),
    "lab_proposed": (
        "Dataset: {path}; photos: {photos}; boxes:",
        "데이터셋: {path}, 사진: {photos}, 상자 수:",
    ),
    "lab_kept": (
        "{photos} photos were there already and were left as they are.",
        "이미 있던 사진 {photos}장은 그대로 두었어요.",
    ),
    "lab_correct": (
        "These are proposals: correct the boxes in labels/ before you train.",
        "제안일 뿐이에요. 훈련하기 전에 labels/의 상자를 바로잡아 주세요.",
    ),
    "lab_model": ("Model: {path}", "모델: {path}"),
    "lab_clustered": (
        "{looks} looks on {axes} axes that hold {share:.0%} of the variance. A silhouette below "
        "0.25 means that there are no groups to speak of.",
        "룩 {looks}개, 축 {axes}개(분산의 {share:.0%}). 실루엣이 0.25보다 작으면 뚜렷한 무리가 "
        "없다는 뜻이에요.",
    ),
    "lab_dominant": ("strongest ↓ / read →", "실제 ↓ / 예측 →"),
}  # fmt: skip


def say(key: str, language: str, **values: object) -> str:
    """The sentence of that key, its {placeholders} filled."""
    return _TEXTS[key][language == "ko"].format(**values)
