<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>library</name>
    <message>
        <source>{library} · {brands} · {looks}</source>
        <translation>{library} · {brands} · {looks}</translation>
    </message>
    <message>
        <source>{count} brands</source>
        <translation>브랜드 {count}개</translation>
    </message>
    <message>
        <source>1 brand</source>
        <translation>브랜드 1개</translation>
    </message>
    <message>
        <source>Import photos</source>
        <translation>사진 가져오기</translation>
    </message>
    <message>
        <source>New brand</source>
        <translation>새 브랜드</translation>
    </message>
    <message>
        <source>Search brands  Ctrl+F</source>
        <translation>브랜드 검색  Ctrl+F</translation>
    </message>
    <message>
        <source>Search brands</source>
        <translation>브랜드 검색</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Sort: {order}</source>
        <translation>정렬: {order}</translation>
    </message>
    <message>
        <source>Recently changed</source>
        <translation>최근 수정순</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름순</translation>
    </message>
    <message>
        <source>Most photos</source>
        <translation>사진 많은 순</translation>
    </message>
    <message>
        <source>Most cohesive</source>
        <translation>일관성 높은 순</translation>
    </message>
    <message>
        <source>Brands</source>
        <translation>브랜드</translation>
    </message>
    <message>
        <source>No brand has a name like this</source>
        <translation>이런 이름의 브랜드가 없어요</translation>
    </message>
    <message>
        <source>Search for another name, or show all styles.</source>
        <translation>다른 이름으로 찾거나 모든 스타일을 보세요.</translation>
    </message>
    <message>
        <source>Show all brands</source>
        <translation>모든 브랜드 보기</translation>
    </message>
    <message>
        <source>No brands yet</source>
        <translation>아직 브랜드가 없어요</translation>
    </message>
    <message>
        <source>Drop a photo folder here, or choose one.</source>
        <translation>사진 폴더를 여기에 놓거나 골라 주세요.</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>폴더 고르기</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>샘플 열기</translation>
    </message>
    <message>
        <source>{count} photos</source>
        <translation>사진 {count}장</translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation>사진 1장</translation>
    </message>
    <message>
        <source>{looks} · cohesion {cohesion}</source>
        <translation>{looks} · 일관성 {cohesion}</translation>
    </message>
    <message>
        <source>My brand</source>
        <translation>내 브랜드</translation>
    </message>
    <message>
        <source>Reading photos · {done} / {total}</source>
        <translation>분석하는 중 · {done} / {total}</translation>
    </message>
    <message>
        <source>{count} files cannot be found</source>
        <translation>파일 {count}개를 찾을 수 없어요</translation>
    </message>
    <message>
        <source>1 file cannot be found</source>
        <translation>파일 1개를 찾을 수 없어요</translation>
    </message>
    <message>
        <source>{count} photos must be read again</source>
        <translation>사진 {count}장을 다시 분석해야 해요</translation>
    </message>
    <message>
        <source>1 photo must be read again</source>
        <translation>사진 1장을 다시 분석해야 해요</translation>
    </message>
    <message>
        <source>Few photos, results may vary</source>
        <translation>사진이 적어 결과가 흔들릴 수 있어요</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>{count}개 선택</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교하기</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>맵에서 보기</translation>
    </message>
    <message>
        <source>Export reports</source>
        <translation>리포트 내보내기</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>선택 해제</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>이름 바꾸기…</translation>
    </message>
    <message>
        <source>This is my brand</source>
        <translation>내 브랜드로 표시</translation>
    </message>
    <message>
        <source>This is not my brand</source>
        <translation>내 브랜드 표시 지우기</translation>
    </message>
    <message>
        <source>This brand is well known</source>
        <translation>유명 브랜드로 표시</translation>
    </message>
    <message>
        <source>This brand is not well known</source>
        <translation>유명 브랜드 표시 지우기</translation>
    </message>
    <message>
        <source>Add photos…</source>
        <translation>사진 추가…</translation>
    </message>
    <message>
        <source>Rename “{name}”</source>
        <translation>‘{name}’ 이름 바꾸기</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 바꾸기</translation>
    </message>
    <message>
        <source>Its photos are chosen next.</source>
        <translation>사진은 다음 단계에서 골라요.</translation>
    </message>
    <message>
        <source>Choose photos</source>
        <translation>사진 고르기</translation>
    </message>
    <message>
        <source>Name of the brand</source>
        <translation>브랜드 이름</translation>
    </message>
    <message>
        <source>The library has a brand of this name already.</source>
        <translation>같은 이름의 브랜드가 이미 있어요.</translation>
    </message>
    <message>
        <source>“{old}” is called “{new}” now.</source>
        <translation>‘{old}’의 이름을 ‘{new}’(으)로 바꿨어요.</translation>
    </message>
    <message>
        <source>“{name}” is your brand now.</source>
        <translation>‘{name}’ 브랜드를 내 브랜드로 표시했어요.</translation>
    </message>
    <message>
        <source>“{name}” is not your brand any more.</source>
        <translation>‘{name}’의 내 브랜드 표시를 지웠어요.</translation>
    </message>
    <message>
        <source>“{name}” counts as well known now.</source>
        <translation>‘{name}’ 브랜드를 유명 브랜드로 표시했어요.</translation>
    </message>
    <message>
        <source>“{name}” does not count as well known any more.</source>
        <translation>‘{name}’의 유명 브랜드 표시를 지웠어요.</translation>
    </message>
    <message>
        <source>{count} brands were moved to the trash for 30 days.</source>
        <translation>브랜드 {count}개를 휴지통으로 옮겼어요. 30일 동안 되돌릴 수 있어요.</translation>
    </message>
    <message>
        <source>“{name}” was moved to the trash for 30 days.</source>
        <translation>‘{name}’ 브랜드를 휴지통으로 옮겼어요. 30일 동안 되돌릴 수 있어요.</translation>
    </message>
    <message>
        <source>{count} reports were written to {folder}.</source>
        <translation>리포트 {count}개를 {folder} 폴더에 저장했어요.</translation>
    </message>
    <message>
        <source>1 report was written to {folder}.</source>
        <translation>리포트 1개를 {folder} 폴더에 저장했어요.</translation>
    </message>
    <message>
        <source>Where the reports go</source>
        <translation>리포트를 저장할 폴더</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>휴지통</translation>
    </message>
    <message>
        <source>{brands} and {looks}. Each is kept for 30 days.</source>
        <translation>{brands}, {looks}. 30일 동안 보관해요.</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>휴지통이 비어 있어요.</translation>
    </message>
    <message>
        <source>Bring back…</source>
        <translation>되돌리기…</translation>
    </message>
    <message>
        <source>“{name}” is in the library again.</source>
        <translation>‘{name}’ 브랜드를 되돌렸어요.</translation>
    </message>
    <message>
        <source>The looks are in their brands again.</source>
        <translation>룩을 되돌렸어요.</translation>
    </message>
    <message>
        <source>Empty trash</source>
        <translation>휴지통 비우기</translation>
    </message>
    <message>
        <source>The trash is empty now.</source>
        <translation>휴지통을 비웠어요.</translation>
    </message>
    <message>
        <source>Forget what is in the trash for good?</source>
        <translation>휴지통에 있는 것을 완전히 지울까요?</translation>
    </message>
    <message>
        <source>The photos themselves stay where they are.</source>
        <translation>사진 파일은 그대로 있어요.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>그대로 두기</translation>
    </message>
    <message>
        <source>Where the photos are now</source>
        <translation>사진이 있는 폴더</translation>
    </message>
</context>
</TS>
