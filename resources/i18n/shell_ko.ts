<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>shell</name>
    <message>
        <source>Brands that look like you</source>
        <translation>나를 닮은 브랜드</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>라이브러리</translation>
    </message>
    <message>
        <source>Match a photo</source>
        <translation>사진으로 찾기</translation>
    </message>
    <message>
        <source>Positioning map</source>
        <translation>포지셔닝 맵</translation>
    </message>
    <message>
        <source>Compare brands</source>
        <translation>브랜드 비교</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Another photo</source>
        <translation>다른 사진</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>Choose photo…</source>
        <translation>사진 고르기…</translation>
    </message>
    <message>
        <source>Make brands from folders…</source>
        <translation>폴더에서 브랜드 만들기…</translation>
    </message>
    <message>
        <source>Try a drawn sample</source>
        <translation>그려진 샘플로 해 보기</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>붙여넣기</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>라이브러리(&amp;L)</translation>
    </message>
    <message>
        <source>New library…</source>
        <translation>새 라이브러리…</translation>
    </message>
    <message>
        <source>Open library…</source>
        <translation>라이브러리 열기…</translation>
    </message>
    <message>
        <source>Recent libraries</source>
        <translation>최근 라이브러리</translation>
    </message>
    <message>
        <source>Import photos…</source>
        <translation>사진 가져오기…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation>이미지 복사</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>모두 선택</translation>
    </message>
    <message>
        <source>Remove from the library</source>
        <translation>라이브러리에서 삭제</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>찾기</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>글자 크게</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>글자 작게</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>기본 글자 크기</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>New brand…</source>
        <translation>새 브랜드…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>이름 바꾸기…</translation>
    </message>
    <message>
        <source>My brand</source>
        <translation>내 브랜드</translation>
    </message>
    <message>
        <source>Analyse again</source>
        <translation>다시 분석</translation>
    </message>
    <message>
        <source>Quick look</source>
        <translation>크게 보기</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>폴더에서 보기</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>개인정보</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation>로그 폴더 열기</translation>
    </message>
    <message>
        <source>Diagnostics file…</source>
        <translation>진단 파일…</translation>
    </message>
    <message>
        <source>BRAIND libraries</source>
        <translation>BRAIND 라이브러리</translation>
    </message>
    <message>
        <source>About BRAIND</source>
        <translation>BRAIND 정보</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>모든 파일</translation>
    </message>
    <message>
        <source>Something unexpected happened. Your library is safe.</source>
        <translation>예상하지 못한 문제가 생겼어요. 라이브러리는 그대로 있어요.</translation>
    </message>
    <message>
        <source>You can go on working. If it happens again, a diagnostics file tells us what went wrong; nothing is sent.</source>
        <translation>계속 사용할 수 있어요. 다시 생기면 진단 파일로 무엇이 잘못됐는지 알 수 있어요. 아무것도 보내지 않아요.</translation>
    </message>
    <message>
        <source>Make diagnostics file…</source>
        <translation>진단 파일 만들기…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속하기</translation>
    </message>
    <message>
        <source>BRAIND runs as administrator, so dragging photos in does not work. Use “Choose photo”.</source>
        <translation>관리자 권한으로 실행 중이라 끌어 놓기가 안 돼요. 사진 고르기를 써 주세요.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, restart BRAIND.</source>
        <translation>다시 시도해 주세요. 또 생기면 BRAIND를 다시 시작해 주세요.</translation>
    </message>
</context>
</TS>
