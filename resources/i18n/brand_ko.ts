<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>brand</name>
    <message>
        <source>{place} › {library} › {name}</source>
        <translation>{place} › {library} › {name}</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>사진 추가</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교하기</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>리포트 내보내기</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>개요</translation>
    </message>
    <message>
        <source>Looks {count}</source>
        <translation>룩 {count}</translation>
    </message>
    <message>
        <source>Similar brands</source>
        <translation>닮은 브랜드</translation>
    </message>
    <message>
        <source>Positioning</source>
        <translation>포지셔닝</translation>
    </message>
    <message>
        <source>No photo of this brand has been read yet</source>
        <translation>아직 분석한 사진이 없어요</translation>
    </message>
    <message>
        <source>Add its lookbook: a folder, photos, a zip or a PDF.</source>
        <translation>룩북을 넣어 주세요. 폴더, 사진, 압축 파일, PDF를 쓸 수 있어요.</translation>
    </message>
    <message>
        <source>{count} photos were read by another model and do not count now.</source>
        <translation>사진 {count}장은 다른 모델로 분석해서 지금은 계산하지 않아요.</translation>
    </message>
    <message>
        <source>1 photo was read by another model and does not count now.</source>
        <translation>사진 1장은 다른 모델로 분석해서 지금은 계산하지 않아요.</translation>
    </message>
    <message>
        <source>{count} files are not where they were.</source>
        <translation>파일 {count}개를 찾을 수 없어요.</translation>
    </message>
    <message>
        <source>1 file is not where it was.</source>
        <translation>파일 1개를 찾을 수 없어요.</translation>
    </message>
    <message>
        <source>Read them again</source>
        <translation>다시 분석</translation>
    </message>
    <message>
        <source>Find them again</source>
        <translation>다시 연결</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>표로 보기</translation>
    </message>
    <message>
        <source>As a chart</source>
        <translation>차트로 보기</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>스타일</translation>
    </message>
    <message>
        <source>Mean of {count} photos</source>
        <translation>사진 {count}장의 평균</translation>
    </message>
    <message>
        <source>Only one photo</source>
        <translation>사진 한 장뿐이에요</translation>
    </message>
    <message>
        <source>Mean of {count} photos · {excluded} excluded</source>
        <translation>사진 {count}장의 평균 · {excluded}장 제외</translation>
    </message>
    <message>
        <source>Only one photo · {excluded} excluded</source>
        <translation>사진 1장뿐 · {excluded}장 제외</translation>
    </message>
    <message>
        <source>Each value is independent; they do not add up to 1.</source>
        <translation>일곱 값은 서로 독립이에요. 합이 1이 되지 않아요.</translation>
    </message>
    <message>
        <source>Library mean</source>
        <translation>라이브러리 평균</translation>
    </message>
    <message>
        <source>Nothing beneath</source>
        <translation>겹쳐 보지 않기</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>겹쳐 볼 브랜드</translation>
    </message>
    <message>
        <source>{name}: {values}</source>
        <translation>{name}: {values}</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>팔레트</translation>
    </message>
    <message>
        <source>{hex} was copied.</source>
        <translation>{hex} 복사했어요.</translation>
    </message>
    <message>
        <source>{name} {hex} · click to copy</source>
        <translation>{name} {hex} · 누르면 복사해요</translation>
    </message>
    <message>
        <source>Materials, patterns and items</source>
        <translation>소재, 패턴, 상·하의</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>소재</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>패턴</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>상·하의</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>접기</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>Cohesion</source>
        <translation>일관성</translation>
    </message>
    <message>
        <source>No. {rank} of {count} in the library</source>
        <translation>라이브러리 {count}곳 중 {rank}위</translation>
    </message>
    <message>
        <source>Between {low} and {high}, going by these photos</source>
        <translation>이 사진들로 보면 {low}에서 {high} 사이예요</translation>
    </message>
    <message>
        <source>How alike the photos are. Not a quality score.</source>
        <translation>사진들이 서로 얼마나 비슷한지를 뜻해요. 품질이나 점수가 아니에요.</translation>
    </message>
    <message>
        <source>Cohesion {value}</source>
        <translation>일관성 {value}</translation>
    </message>
    <message>
        <source>Not reliable yet</source>
        <translation>아직 믿기 어려워요</translation>
    </message>
    <message>
        <source>There are few photos.</source>
        <translation>사진이 적어요.</translation>
    </message>
    <message>
        <source>All photos seem to be of one shoot.</source>
        <translation>모든 사진이 한 번에 찍은 것 같아요.</translation>
    </message>
    <message>
        <source>There is no other brand to compare with.</source>
        <translation>비교할 다른 브랜드가 없어요.</translation>
    </message>
    <message>
        <source>The library does not tell a shoot of this brand from those of others.</source>
        <translation>이 브랜드의 촬영분을 다른 브랜드와 구별하지 못해요.</translation>
    </message>
    <message>
        <source>Season</source>
        <translation>계절</translation>
    </message>
    <message>
        <source>Unknown {share}</source>
        <translation>알 수 없음 {share}</translation>
    </message>
    <message>
        <source>Closest brands</source>
        <translation>가장 닮은 브랜드</translation>
    </message>
    <message>
        <source>Shown with the pairs of photos that are most alike.</source>
        <translation>서로 가장 비슷한 사진 짝을 근거로 보여 드려요.</translation>
    </message>
    <message>
        <source>There is no other brand to compare with yet.</source>
        <translation>아직 비교할 다른 브랜드가 없어요.</translation>
    </message>
    <message>
        <source>Ours ↔ theirs · {count} pairs</source>
        <translation>우리 사진 ↔ 상대 사진 · 짝 {count}개</translation>
    </message>
    <message>
        <source>Ours ↔ theirs · 1 pair</source>
        <translation>우리 사진 ↔ 상대 사진 · 짝 1개</translation>
    </message>
    <message>
        <source>See all pairs</source>
        <translation>근거 모두 보기</translation>
    </message>
    <message>
        <source>What sets us apart</source>
        <translation>다른 점</translation>
    </message>
    <message>
        <source>What we share</source>
        <translation>비슷한 점</translation>
    </message>
    <message>
        <source>Nothing that stands out.</source>
        <translation>뚜렷한 것이 없어요.</translation>
    </message>
    <message>
        <source>{rank}. {brand}, {level}</source>
        <translation>{rank}위 {brand}, {level}</translation>
    </message>
    <message>
        <source>{count} pairs of look-alike photos. Enter shows one large.</source>
        <translation>닮은 사진 {count}쌍. Enter를 누르면 크게 보여요.</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>룩</translation>
    </message>
    <message>
        <source>See all {count} looks</source>
        <translation>전체 {count}장 보기</translation>
    </message>
    <message>
        <source>Sort: {order}</source>
        <translation>정렬: {order}</translation>
    </message>
    <message>
        <source>Most typical first</source>
        <translation>대표순</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>최근순</translation>
    </message>
    <message>
        <source>Most outlying first</source>
        <translation>벗어난 순</translation>
    </message>
    <message>
        <source>Larger pictures</source>
        <translation>사진 크게</translation>
    </message>
    <message>
        <source>{count} of {total} looks selected</source>
        <translation>룩 {total}장 중 {count}장 선택</translation>
    </message>
    <message>
        <source>{count} looks</source>
        <translation>룩 {count}장</translation>
    </message>
    <message>
        <source>1 look</source>
        <translation>룩 1장</translation>
    </message>
    <message>
        <source>{count} excluded</source>
        <translation>{count}장 제외</translation>
    </message>
    <message>
        <source>Styles inside the brand</source>
        <translation>브랜드 안의 스타일</translation>
    </message>
    <message>
        <source>The looks are of a piece; there are no groups among them.</source>
        <translation>룩이 한결같아서 나눌 만한 무리가 없어요.</translation>
    </message>
    <message>
        <source>{share} of the looks</source>
        <translation>룩의 {share}</translation>
    </message>
    <message>
        <source>Most typical</source>
        <translation>가장 대표적인 룩</translation>
    </message>
    <message>
        <source>Most outlying</source>
        <translation>가장 벗어난 룩</translation>
    </message>
    <message>
        <source>Do they belong here? Right-click one to exclude it.</source>
        <translation>이 브랜드가 맞나요? 오른쪽 단추로 눌러 제외할 수 있어요.</translation>
    </message>
    <message>
        <source>Season by season</source>
        <translation>시즌별 변화</translation>
    </message>
    <message>
        <source>Seasons are read from the names of lookbooks.</source>
        <translation>룩북 이름에서 시즌을 읽어요.</translation>
    </message>
    <message>
        <source>Name lookbooks after their seasons (“2025 SS”) to see how the brand moves.</source>
        <translation>룩북 이름에 시즌(‘2025 SS’)을 넣으면 브랜드의 변화를 볼 수 있어요.</translation>
    </message>
    <message>
        <source>Closest then: {brands}</source>
        <translation>그때 가장 가까운 브랜드: {brands}</translation>
    </message>
    <message>
        <source>Moved by {value}</source>
        <translation>{value}만큼 이동</translation>
    </message>
    <message>
        <source>{count} looks have no season.</source>
        <translation>룩 {count}장은 시즌을 알 수 없어요.</translation>
    </message>
    <message>
        <source>1 look has no season.</source>
        <translation>룩 1장은 시즌을 알 수 없어요.</translation>
    </message>
    <message>
        <source>What if?</source>
        <translation>만약에</translation>
    </message>
    <message>
        <source>Leave something out and see what would change. Nothing is.</source>
        <translation>무엇을 빼면 어떻게 달라질지 미리 봐요. 실제로 바뀌지는 않아요.</translation>
    </message>
    <message>
        <source>Without the {count} most outlying looks</source>
        <translation>가장 벗어난 룩 {count}장을 빼면</translation>
    </message>
    <message>
        <source>Without the lookbook “{name}”</source>
        <translation>룩북 ‘{name}’을(를) 빼면</translation>
    </message>
    <message>
        <source>Without the {count} selected looks</source>
        <translation>선택한 룩 {count}장을 빼면</translation>
    </message>
    <message>
        <source>Choose what to leave out</source>
        <translation>뺄 것을 골라 주세요</translation>
    </message>
    <message>
        <source>Open the large map</source>
        <translation>큰 맵 열기</translation>
    </message>
    <message>
        <source>Where the brand stands</source>
        <translation>브랜드의 자리</translation>
    </message>
    <message>
        <source>Closer means more alike; the axes have no meaning.</source>
        <translation>가까울수록 닮았어요. 가로·세로 위치 자체에는 뜻이 없어요.</translation>
    </message>
    <message>
        <source>{found} files were found again; {missing} are still missing.</source>
        <translation>파일 {found}개를 다시 찾았어요. 아직 {missing}개를 찾을 수 없어요.</translation>
    </message>
    <message>
        <source>Look for moved files in {what}</source>
        <translation>옮긴 파일 찾기: {what}</translation>
    </message>
    <message>
        <source>Read again: {what}</source>
        <translation>다시 분석: {what}</translation>
    </message>
</context>
</TS>
