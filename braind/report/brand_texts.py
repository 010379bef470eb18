"""The sentences of a brand's report, in English and Korean."""

from __future__ import annotations

BRAND_TEXTS: dict[str, tuple[str, str]] = {
    # cover
    "report_kicker": ("Brand report", "브랜드 리포트"),
    "report_line": (
        "{looks} looks · compared with {others} brands · {day}",
        "룩 {looks}개 · 브랜드 {others}곳과 비교 · {day}",
    ),
    "report_footer": ("BRAIND · {brand} · {day}", "BRAIND · {brand} · {day}"),
    "no_picture": ("no picture", "사진 없음"),
    "sum_style": ("Style", "스타일"),
    "sum_wears": ("Wears most", "자주 입는 옷"),
    "sum_colors": ("Colours", "색"),
    "sum_cohesion": ("Cohesion", "일관성"),
    "sum_nearest": ("Closest brands", "가까운 브랜드"),
    "sum_nobody": ("None is clearly similar", "뚜렷하게 닮은 곳이 없어요"),
    "sum_apart": ("Sets it apart", "남다른 점"),
    "sum_trust": ("Reliability", "믿을 만한 정도"),
    "trust_yes": (
        "No doubts: {shoots} shoots, and the self-test was passed",
        "걸리는 점이 없어요. 촬영 {shoots}회, 자체 점검을 통과했어요",
    ),
    "trust_no": ("Not reliable yet", "아직 믿기 어려워요"),
    "not_reliable": (
        "Not reliable yet: {why} Read what follows as a first impression.",
        "아직 믿기 어려워요. {why} 아래 내용은 첫인상으로만 봐 주세요.",
    ),
    "doubt_few_looks": ("There are only {looks} looks.", "룩이 {looks}개뿐이에요."),
    "doubt_one_shoot": (
        "All looks seem to come from one shoot.",
        "모든 룩이 한 번의 촬영에서 나온 것 같아요.",
    ),
    "doubt_no_other_brand": (
        "The library holds no other brand to compare with.",
        "라이브러리에 비교할 다른 브랜드가 없어요.",
    ),
    "doubt_not_recognised": (
        "The library does not recognise this brand's looks when they are left out of it.",
        "일부 룩을 빼고 물어보면 라이브러리가 이 브랜드를 알아보지 못해요.",
    ),
    # style and palette
    "style_title": ("Style and palette", "스타일과 팔레트"),
    "style_note": (
        "Mean of {looks} looks from {shoots} shoots; every shoot counts the same. Each value is "
        "independent; they don't add up to 1.",
        "룩 {looks}개, 촬영 {shoots}회의 평균이에요. 촬영마다 같은 비중으로 셌어요. 일곱 값은 서로 "
        "독립이라 합이 1이 되지 않아요.",
    ),
    "radar_alt": ("Style radar: {values}", "스타일 레이더: {values}"),
    "interval_note": (
        "Band and whiskers: 95 % intervals, found by resampling shoots.",
        "띠와 선은 촬영을 다시 뽑아 구한 95% 구간이에요.",
    ),
    "span": ("{low} to {high}", "{low}~{high}"),
    "palette_title": ("Palette", "팔레트"),
    "palette_note": (
        "Measured from the garments' own pixels.",
        "옷의 픽셀에서 직접 잰 색이에요.",
    ),
    # attributes
    "attributes_title": ("What it wears", "무엇을 입었나요"),
    "attributes_note": (
        "Shares of {looks} looks. What the model could not tell is shown as unknown.",
        "룩 {looks}개 가운데 비율이에요. 모델이 알지 못한 몫은 알 수 없음으로 보여 드려요.",
    ),
    "other_answers": ("others", "그 밖"),
    # cohesion
    "cohesion_title": ("Cohesion", "일관성"),
    "cohesion_note": (
        "How alike the looks are, relative to the library: 0 is as alike as looks of different "
        "brands, 1 is identical. It is not a quality score.",
        "룩들이 라이브러리에 견주어 얼마나 비슷한지예요. 0은 서로 다른 브랜드의 룩만큼, 1은 모두 "
        "같은 룩이에요. 품질 점수가 아니에요.",
    ),
    "cohesion_span": ("95 % interval {span}", "95% 구간 {span}"),
    "typical": ("Most typical looks", "가장 이 브랜드다운 룩"),
    "typical_note": ("closest to all the others", "다른 룩들과 가장 가까워요"),
    "outlying": ("Most outlying looks", "가장 벗어난 룩"),
    "outlying_note": ("worth a second glance", "한 번 더 살펴볼 만해요"),
    "sub_styles": ("Sub-styles", "작은 흐름"),
    "sub_styles_note": (
        "Groups of alike looks inside the brand, named by what they have more of than the rest.",
        "브랜드 안에서 서로 닮은 룩의 묶음이에요. 나머지보다 두드러진 특징으로 이름을 붙였어요.",
    ),
    "share_of_looks": ("{share} of the looks", "룩의 {share}"),
    "brand_look_alt": ("A look of {brand}", "{brand}의 룩"),
    # competitors
    "rivals_title": ("Closest brands", "가까운 브랜드"),
    "rivals_note": (
        "Each rank comes with the looks that caused it. The bar starts where two brands of this "
        "library are as a rule; the mark stands where looks of one brand are.",
        "순위마다 근거가 된 룩을 함께 보여 드려요. 막대는 이 라이브러리의 서로 다른 브랜드가 보통 "
        "닮은 만큼에서 시작하고, 눈금은 한 브랜드의 룩끼리 닮은 만큼이에요.",
    ),
    "no_rivals": (
        "There is no other brand to compare with.",
        "비교할 다른 브랜드가 아직 없어요.",
    ),
    "none_clear": (
        "No brand of this library is clearly similar. These are the nearest.",
        "이 라이브러리에는 뚜렷하게 닮은 브랜드가 없어요. 그나마 가까운 곳이에요.",
    ),
    "among_nearest": (
        "Among the top three in {share} of resamples.",
        "다시 뽑아도 {share}는 상위 세 곳 안이에요.",
    ),
    "pair_left": ("this brand", "이 브랜드"),
    "look_alike_title": ("Nearly identical looks", "거의 같은 룩"),
    "look_alike_note": (
        "Looks of other brands that are nearly the same as one of this brand. A common photo is "
        "marked.",
        "이 브랜드의 룩과 거의 같은 다른 브랜드의 룩이에요. 같은 사진이면 표시했어요.",
    ),
    "same_photo": ("{brand} · same photo", "{brand} · 같은 사진"),
    # map
    "map_title": ("Position", "포지셔닝"),
    "map_note": (
        "Where the brand stands among the {brands} brands of this library.",
        "이 라이브러리의 브랜드 {brands}곳 사이에서 어디에 있는지 보여 드려요.",
    ),
    "map_similarity": ("By similarity", "비슷한 것끼리 가까이"),
    "map_similarity_note": (
        "Closer means more alike; the directions have no meaning.",
        "가까울수록 닮았어요. 가로와 세로 방향에는 뜻이 없어요.",
    ),
    "map_trust": (
        "Trustworthiness of the map: {trust} of 1.",
        "이 맵의 신뢰도는 1 중 {trust}이에요.",
    ),
    "map_alt": ("Map of {brands} brands", "브랜드 {brands}곳의 맵"),
    "key_near": ("closest brands", "가까운 브랜드"),
    "key_others": ("other brands", "다른 브랜드"),
    "white_title": ("White space", "비어 있는 자리"),
    "white_note": (
        "Mixtures of styles that no brand of this library stands for.",
        "이 라이브러리의 어느 브랜드도 서 있지 않은 스타일 조합이에요.",
    ),
    "white_spot": (
        "{styles}: {gap} times as far from any brand as neighbours usually are; nearest {nearest}.",
        "{styles}: 이웃 브랜드끼리 보통 거리의 {gap}배만큼 비어 있고, 가장 가까운 곳은 {nearest}.",
    ),
    # differentiation
    "apart_title": ("What sets it apart", "무엇이 다른가요"),
    "apart_note": (
        "Compared with its closest brands. The words follow the strength of the evidence.",
        "가까운 브랜드와 견주었어요. 표현의 세기는 근거의 세기를 따라요.",
    ),
    "versus": ("Compared with {brand}", "{brand}에 견주면"),
    "apart_list": ("Different", "다른 점"),
    "shared_list": ("Shared", "비슷한 점"),
    "nothing_apart": (
        "Nothing that the looks could prove.",
        "룩으로 뒷받침할 만한 것은 없어요.",
    ),
    "own_looks": ("Looks that are most its own", "이 브랜드만의 룩"),
    # method
    "method_heading": ("Method and limits", "방법과 한계"),
    "method_lead": (
        "Everything was computed on one computer from the photos of this library. No photo was "
        "sent anywhere, and faces were removed before anything was stored.",
        "모든 것을 한 대의 컴퓨터에서 이 라이브러리의 사진만으로 계산했어요. 사진은 어디로도 "
        "보내지 않았고, 저장하기 전에 얼굴을 지웠어요.",
    ),
    "how_read": ("How looks are read", "룩을 읽는 방법"),
    "how_read_text": (
        "Small models find the person, remove background and face, and read style, garments, "
        "materials, patterns and season. Colours are measured, not guessed.",
        "작은 모델이 사람을 찾고 배경과 얼굴을 지운 뒤 스타일, 옷, 소재, 패턴, 계절을 읽어요. "
        "색은 짐작하지 않고 재요.",
    ),
    "how_sure": ("Intervals", "구간"),
    "how_sure_text": (
        "95 % bootstrap intervals. Whole shoots are drawn, not single photos, because photos of "
        "one shoot resemble each other anyway.",
        "95% 부트스트랩 구간이에요. 한 촬영의 사진은 원래 서로 비슷하므로 사진이 아니라 촬영을 "
        "통째로 다시 뽑아요.",
    ),
    "how_compared": ("How brands are compared", "브랜드를 견주는 방법"),
    "how_compared_text": (
        "By their best pairs of looks and by their looks as a whole, less what any two brands of "
        "this library have in common. Words such as “similar” are relative to this library.",
        "가장 닮은 룩의 짝과 룩 전체를 함께 보고, 이 라이브러리의 브랜드라면 누구나 닮은 만큼을 "
        "빼요. “닮음” 같은 말은 이 라이브러리 안에서 견준 말이에요.",
    ),
    "self_test": ("Self-test", "자체 점검"),
    "self_test_text": (
        "Each of {shoots} shoots was left out in turn. The library named this brand first for "
        "{first} of them (guessing: {chance}); its mean rank was {rank} of {brands}.",
        "촬영 {shoots}회를 하나씩 빼고 물었어요. 그중 {first}에서 이 브랜드를 첫째로 꼽았고(찍으면 "
        "{chance}), 평균 순위는 {brands}곳 중 {rank}위예요.",
    ),
    "no_self_test": (
        "Not possible: it takes at least two shoots and another brand.",
        "할 수 없었어요. 촬영 두 번 이상과 다른 브랜드가 있어야 해요.",
    ),
    "counted": ("What was counted", "무엇을 셌나요"),
    "counted_text": (
        "{looks} looks from {shoots} shoots.",
        "룩 {looks}개, 촬영 {shoots}회.",
    ),
    "counted_excluded": (
        "{excluded} photos without a whole body were left out.",
        "전신이 보이지 않는 사진 {excluded}장은 뺐어요.",
    ),
    "counted_stale": (
        "{stale} more looks were read by other models and are not in this report.",
        "다른 모델로 읽은 룩 {stale}개는 이 리포트에 넣지 않았어요.",
    ),
    "library_size": ("Compared with", "비교 대상"),
    "library_size_text": (
        "{brands} brands, {looks} looks in this library. The report knows no other brands.",
        "이 라이브러리의 브랜드 {brands}곳, 룩 {looks}개. 다른 브랜드는 알지 못해요.",
    ),
    "limits_title": ("Limits", "한계"),
    "limit_photos": (
        "A report is as good as its photos: it speaks of the looks that were imported, not of "
        "collections, prices or quality.",
        "리포트는 넣은 사진만큼만 알아요. 컬렉션 전체나 가격, 품질은 다루지 않아요.",
    ),
    "limit_words": (
        "Garments are read from a closed list of words. Single answers are often wrong; shares "
        "over many looks are steadier.",
        "옷은 정해진 낱말 안에서만 읽어요. 룩 하나의 답은 자주 틀리지만, 여러 룩의 비율은 더 "
        "안정돼요.",
    ),
    "limit_training": (
        "The models learned mostly from street photos of slim adults; other people and kinds of "
        "photos are read less reliably.",
        "모델은 주로 마른 성인의 거리 사진으로 배웠어요. 다른 체형과 다른 종류의 사진은 덜 "
        "정확하게 읽어요.",
    ),
    "models_title": ("Models and licences", "모델과 라이선스"),
    "model_parser": ("person, garment areas, whole body", "사람, 옷 영역, 전신 확인"),
    "model_style": ("style and season", "스타일과 계절"),
    "model_garments": ("item, material and pattern", "옷 종류, 소재, 패턴"),
    "model_centerface": ("face", "얼굴"),
    "model_data": ("What they learned from", "배운 자료"),
    "card_limits": ("From the models' cards", "모델 카드에 적힌 한계"),
    # table
    "csv_what": ("what", "항목"),
    "csv_value": ("value", "값"),
    "csv_low": ("95 % low", "95% 하한"),
    "csv_high": ("95 % high", "95% 상한"),
    "csv_brand": ("brand", "브랜드"),
    "csv_day": ("date", "날짜"),
    "csv_looks": ("looks", "룩"),
    "csv_shoots": ("shoots", "촬영"),
    "csv_excluded": ("photos left out", "뺀 사진"),
    "csv_look": ("look", "룩 번호"),
    "csv_lookbook": ("lookbook", "룩북"),
    "csv_place": ("place", "자리"),
    "recipe_line": ("Recipe {recipe}", "분석 조건 {recipe}"),
}  # fmt: skip
