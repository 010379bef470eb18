<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>map</name>
    <message>
        <source>{count} brands · {looks} looks</source>
        <translation>브랜드 {count}개 · 룩 {looks}장</translation>
    </message>
    <message>
        <source>{count} brand · {looks} looks</source>
        <translation>브랜드 {count}개 · 룩 {looks}장</translation>
    </message>
    <message>
        <source>Alike close together</source>
        <translation>비슷한 것끼리 가까이</translation>
    </message>
    <message>
        <source>Two axes</source>
        <translation>두 축으로</translation>
    </message>
    <message>
        <source>From left to right</source>
        <translation>가로축</translation>
    </message>
    <message>
        <source>From bottom to top</source>
        <translation>세로축</translation>
    </message>
    <message>
        <source>Dark ↔ light</source>
        <translation>어두움 ↔ 밝음</translation>
    </message>
    <message>
        <source>Muted ↔ vivid</source>
        <translation>차분한 색 ↔ 선명한 색</translation>
    </message>
    <message>
        <source>Cool ↔ warm</source>
        <translation>차가운 색 ↔ 따뜻한 색</translation>
    </message>
    <message>
        <source>Plain ↔ patterned</source>
        <translation>무지 ↔ 무늬</translation>
    </message>
    <message>
        <source>Varied ↔ uniform</source>
        <translation>다양함 ↔ 한결같음</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>표로 보기</translation>
    </message>
    <message>
        <source>Compare two</source>
        <translation>둘을 비교하기</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>{name}에 저장했어요.</translation>
    </message>
    <message>
        <source>{name} could not be written. Choose another folder.</source>
        <translation>{name}에 저장하지 못했어요. 다른 폴더를 골라 주세요.</translation>
    </message>
    <message>
        <source>The map is on the clipboard.</source>
        <translation>맵을 클립보드에 복사했어요.</translation>
    </message>
    <message>
        <source>Closer means more alike; the directions have no meaning.</source>
        <translation>가까울수록 닮았어요. 가로·세로 방향 자체에는 뜻이 없어요.</translation>
    </message>
    <message>
        <source>Trustworthiness {share}: how well neighbours on the map are neighbours in fact.</source>
        <translation>신뢰도 {share}: 맵에서 이웃한 브랜드가 실제로도 이웃인 정도예요.</translation>
    </message>
    <message>
        <source>With fewer than five brands a map says little.</source>
        <translation>브랜드가 다섯 곳보다 적으면 맵이 알려 주는 것이 많지 않아요.</translation>
    </message>
    <message>
        <source>White space</source>
        <translation>빈자리</translation>
    </message>
    <message>
        <source>Mixtures of styles that no brand here stands for.</source>
        <translation>이 라이브러리의 어떤 브랜드도 차지하지 않은 스타일 조합이에요.</translation>
    </message>
    <message>
        <source>Nearest: {names}</source>
        <translation>가장 가까운 곳: {names}</translation>
    </message>
    <message>
        <source>The brands here cover all mixtures of styles.</source>
        <translation>여기 브랜드들이 모든 스타일 조합을 채우고 있어요.</translation>
    </message>
    <message>
        <source>No brands on the map yet</source>
        <translation>맵에 브랜드가 아직 없어요</translation>
    </message>
    <message>
        <source>Import the photos of some brands, and they appear here.</source>
        <translation>브랜드 사진을 가져오면 여기에 나타나요.</translation>
    </message>
    <message>
        <source>{name}, {looks} looks</source>
        <translation>{name}, 룩 {looks}장</translation>
    </message>
    <message>
        <source>Map of {count} brands. Tab goes from brand to brand, Enter opens one.</source>
        <translation>브랜드 {count}개의 맵. Tab으로 브랜드를 옮겨 다니고 Enter로 열어요.</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>브랜드</translation>
    </message>
    <message>
        <source>Strongest style</source>
        <translation>대표 스타일</translation>
    </message>
</context>
</TS>
