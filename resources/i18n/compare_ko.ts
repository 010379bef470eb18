<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>compare</name>
    <message>
        <source>The one brand</source>
        <translation>왼쪽 브랜드</translation>
    </message>
    <message>
        <source>The other brand</source>
        <translation>오른쪽 브랜드</translation>
    </message>
    <message>
        <source>Choose a brand</source>
        <translation>브랜드 고르기</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>바꾸기</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>The comparison is on the clipboard.</source>
        <translation>비교 결과를 클립보드에 복사했어요.</translation>
    </message>
    <message>
        <source>Choose two brands</source>
        <translation>브랜드 두 곳을 골라 주세요</translation>
    </message>
    <message>
        <source>Then you see what they share and what sets them apart.</source>
        <translation>무엇이 비슷하고 무엇이 다른지 보여 드려요.</translation>
    </message>
    <message>
        <source>That is the same brand</source>
        <translation>같은 브랜드예요</translation>
    </message>
    <message>
        <source>Choose another one on either side.</source>
        <translation>한쪽을 다른 브랜드로 바꿔 주세요.</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>스타일</translation>
    </message>
    <message>
        <source>● {ours}     ■ {theirs} (dashed)</source>
        <translation>● {ours}     ■ {theirs} (점선)</translation>
    </message>
    <message>
        <source>How alike</source>
        <translation>닮음</translation>
    </message>
    <message>
        <source>Palettes</source>
        <translation>팔레트</translation>
    </message>
    <message>
        <source>What they share</source>
        <translation>비슷한 점</translation>
    </message>
    <message>
        <source>What sets them apart</source>
        <translation>다른 점</translation>
    </message>
    <message>
        <source>Nothing that stands out.</source>
        <translation>뚜렷한 것이 없어요.</translation>
    </message>
    <message>
        <source>Looks that are most alike</source>
        <translation>가장 닮은 룩</translation>
    </message>
    <message>
        <source>The one brand left, the other right, in each pair.</source>
        <translation>짝마다 왼쪽 브랜드 사진이 왼쪽에, 오른쪽 브랜드 사진이 오른쪽에 있어요.</translation>
    </message>
    <message>
        <source>{count} pairs of look-alike photos</source>
        <translation>닮은 사진 {count}쌍</translation>
    </message>
    <message>
        <source>Looks that are most their own</source>
        <translation>가장 자기다운 룩</translation>
    </message>
    <message>
        <source>{count} looks of {brand} unlike the other brand&apos;s</source>
        <translation>{brand}의 룩 가운데 상대와 가장 다른 {count}장</translation>
    </message>
</context>
</TS>
