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
        <source>There is no picture to paste.</source>
        <translation>붙여넣을 사진이 없어요.</translation>
    </message>
    <message>
        <source>That is an internet address. Copy the picture itself and paste it.</source>
        <translation>인터넷 주소예요. 이미지를 복사해서 붙여넣어 주세요.</translation>
    </message>
    <message>
        <source>To compare with a folder, use File › Make brands from folders.</source>
        <translation>폴더와 비교하려면 파일 › 폴더에서 브랜드 만들기를 써 주세요.</translation>
    </message>
    <message>
        <source>Several photos: the first one is matched.</source>
        <translation>사진이 여러 장이에요. 첫 번째 사진으로 찾을게요.</translation>
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
        <source>Theme: as the system</source>
        <translation>테마: 시스템</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>테마: 밝게</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>테마: 어둡게</translation>
    </message>
    <message>
        <source>About BRAIND</source>
        <translation>BRAIND 정보</translation>
    </message>
    <message>
        <source>BRAIND {version}

Photos and results stay on this computer. Nothing is sent anywhere.

Made with Qt {qt} (LGPL-3.0).</source>
        <translation>BRAIND {version}

사진과 결과는 이 컴퓨터에만 있어요. 어디로도 보내지 않아요.

Qt {qt}로 만들었어요 (LGPL-3.0).</translation>
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
        <source>Try again; if it happens again, restart BRAIND.</source>
        <translation>다시 시도해 주세요. 또 생기면 BRAIND를 다시 시작해 주세요.</translation>
    </message>
</context>
</TS>
