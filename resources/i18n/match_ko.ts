<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>match</name>
    <message>
        <source>Match a photo</source>
        <translation>사진으로 찾기</translation>
    </message>
    <message>
        <source>One full-body photo is enough. It never leaves this computer.</source>
        <translation>전신 사진 한 장이면 충분해요. 사진은 이 컴퓨터 밖으로 나가지 않아요.</translation>
    </message>
    <message>
        <source>Brands to compare with: {brands} · looks: {looks}</source>
        <translation>비교 대상 · 브랜드 {brands}개 · 룩 {looks}장</translation>
    </message>
    <message>
        <source>Drop a full-body photo here</source>
        <translation>전신 사진을 여기에 놓으세요</translation>
    </message>
    <message>
        <source>JPG, PNG, WebP, HEIC, TIFF or AVIF</source>
        <translation>JPG, PNG, WebP, HEIC, TIFF, AVIF</translation>
    </message>
    <message>
        <source>Let go to match this photo</source>
        <translation>놓으면 이 사진으로 찾아요</translation>
    </message>
    <message>
        <source>Choose photo</source>
        <translation>사진 고르기</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>붙여넣기</translation>
    </message>
    <message>
        <source>pasted picture</source>
        <translation>붙여넣은 사진</translation>
    </message>
    <message>
        <source>Try a drawn sample</source>
        <translation>그려진 샘플로 해 보기</translation>
    </message>
    <message>
        <source>From head to feet</source>
        <translation>머리부터 발까지</translation>
    </message>
    <message>
        <source>One person</source>
        <translation>한 사람</translation>
    </message>
    <message>
        <source>In good light</source>
        <translation>밝은 곳</translation>
    </message>
    <message>
        <source>This photo is not saved.</source>
        <translation>이 사진은 저장하지 않아요.</translation>
    </message>
    <message>
        <source>Continue anyway</source>
        <translation>그래도 진행</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>원본</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>사람 영역</translation>
    </message>
    <message>
        <source>Without face</source>
        <translation>얼굴 제외</translation>
    </message>
    <message>
        <source>Full body</source>
        <translation>전신 확인</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>배경 제거</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>얼굴 제외</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>스타일 읽기</translation>
    </message>
    <message>
        <source>Brands</source>
        <translation>브랜드 비교</translation>
    </message>
    <message>
        <source>Seen from head to feet</source>
        <translation>머리부터 발까지 보여요</translation>
    </message>
    <message>
        <source>{reasons}; results may be less exact</source>
        <translation>{reasons}. 결과가 덜 정확할 수 있어요</translation>
    </message>
    <message>
        <source>Removed in {ms} ms</source>
        <translation>{ms}밀리초 만에 지웠어요</translation>
    </message>
    <message>
        <source>Cropped away</source>
        <translation>얼굴을 잘라냈어요</translation>
    </message>
    <message>
        <source>No face found; carried on</source>
        <translation>얼굴을 찾지 못했어요. 그대로 진행했어요</translation>
    </message>
    <message>
        <source>Looks compared with: {looks}</source>
        <translation>룩 {looks}장과 비교했어요</translation>
    </message>
    <message>
        <source>Looks to compare with: only {looks}</source>
        <translation>비교할 룩이 {looks}장뿐이에요</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>running</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>done, with a caution</source>
        <translation>완료, 주의</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>Step {number}, {name}: {state}. {detail}</source>
        <translation>{number}단계 {name}, {state}. {detail}</translation>
    </message>
    <message>
        <source>{count} similar brands</source>
        <translation>닮은 브랜드 {count}곳</translation>
    </message>
    <message>
        <source>{count} similar brand</source>
        <translation>닮은 브랜드 {count}곳</translation>
    </message>
    <message>
        <source>The nearest, though not clearly similar</source>
        <translation>뚜렷하지는 않지만 가장 가까운 곳</translation>
    </message>
    <message>
        <source>Looking for similar brands</source>
        <translation>닮은 브랜드를 찾고 있어요</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>The bar starts where brands of this library usually are. The tick marks how alike looks of one brand are.</source>
        <translation>막대의 왼쪽 끝은 이 라이브러리의 보통 수준이고, 눈금은 같은 브랜드 안의 닮음이에요.</translation>
    </message>
    <message>
        <source>Why similar?</source>
        <translation>왜 닮았나요?</translation>
    </message>
    <message>
        <source>How much each part adds to the similarity</source>
        <translation>각 부분이 닮음에 보탠 몫이에요</translation>
    </message>
    <message>
        <source>Look {number} of {brand}</source>
        <translation>{brand}의 룩 {number}</translation>
    </message>
    <message>
        <source>{rank}. {brand}, {level}. {shared}</source>
        <translation>{rank}위 {brand}, {level}. {shared}</translation>
    </message>
    <message>
        <source>Colours: {colors}</source>
        <translation>색: {colors}</translation>
    </message>
    <message>
        <source>Shown as photographed, named as in plain light.</source>
        <translation>색은 찍힌 그대로, 이름은 보통 조명에서 보이는 색이에요.</translation>
    </message>
    <message>
        <source>No clearly similar brand</source>
        <translation>뚜렷하게 닮은 브랜드를 찾지 못했어요</translation>
    </message>
    <message>
        <source>No brand here is closer to this look than brands usually are to each other.</source>
        <translation>이 룩과 보통 수준보다 가까운 브랜드가 이 라이브러리에는 없어요.</translation>
    </message>
    <message>
        <source>Show the nearest {count}</source>
        <translation>가장 가까운 {count}곳 보기</translation>
    </message>
    <message>
        <source>No brands to compare with yet</source>
        <translation>비교할 브랜드가 아직 없어요</translation>
    </message>
    <message>
        <source>Start with the sample, invented brands in drawn looks, or make brands of your own folders: one folder, one brand.</source>
        <translation>그림으로 만든 가상 브랜드로 시작하거나, 갖고 계신 사진 폴더로 만들어 보세요. 폴더 하나가 브랜드 하나예요.</translation>
    </message>
    <message>
        <source>Use the drawn sample</source>
        <translation>그려진 샘플 쓰기</translation>
    </message>
    <message>
        <source>Make from folders</source>
        <translation>폴더에서 만들기</translation>
    </message>
    <message>
        <source>Reading the looks</source>
        <translation>룩을 읽고 있어요</translation>
    </message>
    <message>
        <source>Looking for photos</source>
        <translation>사진을 찾고 있어요</translation>
    </message>
    <message>
        <source>{done} of {total} photos</source>
        <translation>사진 {total}장 중 {done}장</translation>
    </message>
    <message>
        <source>What is read stays in the library if you cancel.</source>
        <translation>취소해도 읽은 만큼은 라이브러리에 남아요.</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>지웠어요</translation>
    </message>
    <message>
        <source>No clear style</source>
        <translation>뚜렷한 스타일이 없어요</translation>
    </message>
    <message>
        <source>Who is it about?</source>
        <translation>누구로 찾을까요?</translation>
    </message>
    <message>
        <source>Person {number}</source>
        <translation>{number}번</translation>
    </message>
    <message>
        <source>Save results</source>
        <translation>결과 내보내기</translation>
    </message>
    <message>
        <source>The results are saved.</source>
        <translation>결과를 저장했어요.</translation>
    </message>
    <message>
        <source>Remember recent photos</source>
        <translation>최근 사진 기억하기</translation>
    </message>
    <message>
        <source>Only where the files lie is remembered, on this computer. Off: nothing is.</source>
        <translation>사진이 있는 위치만 이 컴퓨터에 기억해요. 끄면 아무것도 기억하지 않아요.</translation>
    </message>
    <message>
        <source>Recent photos:</source>
        <translation>최근 사진:</translation>
    </message>
    <message>
        <source>Ranked together. A tick leaves a photo out.</source>
        <translation>함께 순위를 매겼어요. 체크를 누르면 빼요.</translation>
    </message>
    <message>
        <source>In this session</source>
        <translation>이번에 찾은 사진</translation>
    </message>
    <message>
        <source>Photo {number}</source>
        <translation>사진 {number}</translation>
    </message>
    <message>
        <source>Photo {number}, counts</source>
        <translation>사진 {number}, 순위에 넣음</translation>
    </message>
    <message>
        <source>Photo {number}, left out</source>
        <translation>사진 {number}, 순위에서 뺌</translation>
    </message>
    <message>
        <source>See brand</source>
        <translation>브랜드 보기</translation>
    </message>
    <message>
        <source>Your photo</source>
        <translation>내 사진</translation>
    </message>
    <message>
        <source>{brand}</source>
        <translation>{brand}</translation>
    </message>
</context>
</TS>
