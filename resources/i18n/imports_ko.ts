<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>imports</name>
    <message>
        <source>Import photos</source>
        <translation>사진 가져오기</translation>
    </message>
    <message>
        <source>From</source>
        <translation>어디에서</translation>
    </message>
    <message>
        <source>Add a folder, photos, a zip archive or a PDF lookbook, or drop them here.</source>
        <translation>폴더, 사진, 압축 파일, PDF 룩북을 추가하거나 여기에 놓아 주세요.</translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation>폴더 추가</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>파일 추가</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>‘{name}’ 빼기</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>그 외 {count}곳</translation>
    </message>
    <message>
        <source>Photos, zip archives, PDF lookbooks</source>
        <translation>사진, 압축 파일, PDF 룩북</translation>
    </message>
    <message>
        <source>For which brand</source>
        <translation>어느 브랜드로</translation>
    </message>
    <message>
        <source>One brand</source>
        <translation>한 브랜드로</translation>
    </message>
    <message>
        <source>Every folder is a brand</source>
        <translation>하위 폴더마다 한 브랜드</translation>
    </message>
    <message>
        <source>Name of the brand</source>
        <translation>브랜드 이름</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>브랜드</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Folders and their brands</source>
        <translation>폴더와 브랜드</translation>
    </message>
    <message>
        <source>Click a name to change it. A folder without a name is left out.</source>
        <translation>이름을 눌러 바꿀 수 있어요. 이름을 비우면 그 폴더는 빼요.</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>제외 규칙</translation>
    </message>
    <message>
        <source>Close-ups and people who are cut off</source>
        <translation>얼굴 클로즈업과 몸이 잘린 사진</translation>
    </message>
    <message>
        <source>Photos of several people</source>
        <translation>두 사람 이상 나온 사진</translation>
    </message>
    <message>
        <source>Photos without a person are always left out. You can take everything back.</source>
        <translation>사람이 없는 사진은 늘 제외해요. 모두 언제든 되돌릴 수 있어요.</translation>
    </message>
    <message>
        <source>{found} found · {new} new · {duplicate} known · {failed} unreadable</source>
        <translation>찾은 사진 {found} · 새 사진 {new} · 중복 {duplicate} · 읽을 수 없음 {failed}</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>찾는 중…</translation>
    </message>
    <message>
        <source>Takes about {count} minutes on this computer</source>
        <translation>예상 시간 약 {count}분 (이 컴퓨터 기준)</translation>
    </message>
    <message>
        <source>Takes about {count} minute on this computer</source>
        <translation>예상 시간 약 {count}분 (이 컴퓨터 기준)</translation>
    </message>
    <message>
        <source>The first photos will tell how long it takes</source>
        <translation>걸리는 시간은 시작한 뒤 알려 드려요</translation>
    </message>
    <message>
        <source>Import {count} photos</source>
        <translation>{count}장 가져오기</translation>
    </message>
    <message>
        <source>Import {count} photo</source>
        <translation>{count}장 가져오기</translation>
    </message>
    <message>
        <source>New photos; click one to leave it out</source>
        <translation>새 사진. 누르면 빼요</translation>
    </message>
    <message>
        <source>There is nothing new in there.</source>
        <translation>새 사진이 없어요.</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>방식</translation>
    </message>
    <message>
        <source>Use them where they are</source>
        <translation>제자리에서 사용</translation>
    </message>
    <message>
        <source>Copy into the library</source>
        <translation>라이브러리로 복사</translation>
    </message>
    <message>
        <source>Photos stay where they are; none is copied or changed.</source>
        <translation>사진은 제자리에 두고 그대로 사용해요. 복사하거나 바꾸지 않아요.</translation>
    </message>
    <message>
        <source>{need} needed · {free} free. The originals stay as they are.</source>
        <translation>{need} 필요 · {free} 여유. 원본은 그대로 있어요.</translation>
    </message>
    <message>
        <source>Not enough room: {need} needed · {free} free.</source>
        <translation>공간이 부족해요: {need} 필요 · {free} 여유.</translation>
    </message>
    <message>
        <source>{count} places</source>
        <translation>{count}곳</translation>
    </message>
    <message>
        <source>{count} place</source>
        <translation>{count}곳</translation>
    </message>
    <message>
        <source>{first} and {count} more</source>
        <translation>{first} 외 {count}곳</translation>
    </message>
    <message>
        <source>What became of the photos</source>
        <translation>가져오기 결과</translation>
    </message>
    <message>
        <source>{found} photos found</source>
        <translation>찾은 사진 {found}장</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>전체 {count}</translation>
    </message>
    <message>
        <source>Added {count}</source>
        <translation>추가 {count}</translation>
    </message>
    <message>
        <source>Known {count}</source>
        <translation>중복 {count}</translation>
    </message>
    <message>
        <source>Left out {count}</source>
        <translation>제외 {count}</translation>
    </message>
    <message>
        <source>Unreadable {count}</source>
        <translation>실패 {count}</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Known already</source>
        <translation>중복</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Photos of this import</source>
        <translation>이 가져오기의 사진</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Try all again</source>
        <translation>모두 다시 시도</translation>
    </message>
    <message>
        <source>Import anyway</source>
        <translation>그래도 가져오기</translation>
    </message>
    <message>
        <source>Import all anyway</source>
        <translation>모두 그래도 가져오기</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
    <message>
        <source>Save list (CSV)</source>
        <translation>목록 저장 (CSV)</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>표 (*.csv)</translation>
    </message>
    <message>
        <source>The list is saved.</source>
        <translation>목록을 저장했어요.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>파일을 저장하지 못했어요.</translation>
    </message>
</context>
</TS>
