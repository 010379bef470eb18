<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>report</name>
    <message>
        <source>Report on {brand}</source>
        <translation>{brand} 리포트</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>담을 내용</translation>
    </message>
    <message>
        <source>Style and palette</source>
        <translation>스타일과 팔레트</translation>
    </message>
    <message>
        <source>Items, materials, patterns, seasons</source>
        <translation>옷 종류, 소재, 패턴, 계절</translation>
    </message>
    <message>
        <source>Cohesion, typical and outlying looks</source>
        <translation>일관성, 대표 룩과 벗어난 룩</translation>
    </message>
    <message>
        <source>Sub-styles</source>
        <translation>세부 스타일</translation>
    </message>
    <message>
        <source>Closest brands with evidence</source>
        <translation>가장 닮은 브랜드와 근거</translation>
    </message>
    <message>
        <source>Positioning map</source>
        <translation>포지셔닝 맵</translation>
    </message>
    <message>
        <source>What sets it apart</source>
        <translation>다른 점</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>With photos of looks</source>
        <translation>룩 사진 포함</translation>
    </message>
    <message>
        <source>Faces are cropped away in all of them.</source>
        <translation>모든 사진에서 얼굴은 잘라냈어요.</translation>
    </message>
    <message>
        <source>Preview of the pages</source>
        <translation>미리보기</translation>
    </message>
    <message>
        <source>Preparing the pages</source>
        <translation>페이지를 준비하고 있어요</translation>
    </message>
    <message>
        <source>Method and limits are always part of a report.</source>
        <translation>분석 방법과 한계는 언제나 함께 담아요.</translation>
    </message>
    <message>
        <source>This format is for spreadsheets and programs: no pages.</source>
        <translation>표 계산이나 프로그램에서 쓰는 형식이라 미리보기가 없어요.</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>리포트 저장…</translation>
    </message>
    <message>
        <source>The report is in {name}.</source>
        <translation>{name}에 리포트를 저장했어요.</translation>
    </message>
</context>
</TS>
