<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>settings</name>
    <message>
        <source>Search settings</source>
        <translation>설정 검색</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>해당하는 설정이 없어요.</translation>
    </message>
    <message>
        <source>General</source>
        <translation>일반</translation>
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
        <source>Text size</source>
        <translation>글자 크기</translation>
    </message>
    <message>
        <source>Ctrl and + or − change it everywhere.</source>
        <translation>Ctrl과 + 또는 −로 어디서든 바꿀 수 있어요.</translation>
    </message>
    <message>
        <source>{value}</source>
        <translation>{value}</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>라이브러리</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>다른 라이브러리 열기…</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>새로 만들기…</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>사본 저장…</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>백업</translation>
    </message>
    <message>
        <source>One file with brands, looks and face-free thumbnails, without your photos.</source>
        <translation>브랜드와 룩, 얼굴 없는 작은 사진을 한 파일에 담아요. 원본 사진은 들어가지 않아요.</translation>
    </message>
    <message>
        <source>The copy is in {name}.</source>
        <translation>{name}에 사본을 저장했어요.</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>분석</translation>
    </message>
    <message>
        <source>Python environment for torch models</source>
        <translation>torch 모델용 Python 환경</translation>
    </message>
    <message>
        <source>BLIP, ultralytics and other torch models can run in a Python of your own that has the same version of BRAIND with its extra “full”.</source>
        <translation>BLIP, ultralytics 같은 torch 모델은 직접 만든 Python 환경에서 돌릴 수 있어요. 같은 버전의 BRAIND가 “full” 옵션으로 설치되어 있어야 해요.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>고르기…</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Stop using</source>
        <translation>쓰지 않기</translation>
    </message>
    <message>
        <source>None chosen</source>
        <translation>고른 환경이 없어요</translation>
    </message>
    <message>
        <source>Choose its interpreter, such as .venv/bin/python or Scripts/python.exe.</source>
        <translation>.venv/bin/python이나 Scripts/python.exe 같은 실행 파일을 골라 주세요.</translation>
    </message>
    <message>
        <source>Looking what it has…</source>
        <translation>무엇이 있는지 살펴보고 있어요…</translation>
    </message>
    <message>
        <source>Python {version} with {packages}.</source>
        <translation>Python {version}, {packages}이(가) 있어요.</translation>
    </message>
    <message>
        <source>Missing: {packages}.</source>
        <translation>없는 패키지: {packages}</translation>
    </message>
    <message>
        <source>Cores for reading</source>
        <translation>사진을 읽을 코어 수</translation>
    </message>
    <message>
        <source>More cores read photos faster, but take more memory and slow other programs.</source>
        <translation>코어가 많으면 사진을 더 빨리 읽지만, 메모리를 더 쓰고 다른 프로그램이 느려져요.</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>개인정보</translation>
    </message>
    <message>
        <source>Photos and results stay on this computer. The app goes online only to download a model that you ask for, and never sends photos. Nothing is counted or reported.</source>
        <translation>사진과 분석 결과는 이 컴퓨터에만 저장돼요. 직접 요청한 모델을 내려받을 때만 인터넷에 연결하고, 그때도 사진은 보내지 않아요. 사용 기록도 모으지 않아요.</translation>
    </message>
    <message>
        <source>Recent libraries</source>
        <translation>최근 라이브러리</translation>
    </message>
    <message>
        <source>The list in the File menu.</source>
        <translation>파일 메뉴에 보이는 목록이에요.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>The list is empty now.</source>
        <translation>목록을 비웠어요.</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>고급</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Kept on this computer, never sent.</source>
        <translation>이 컴퓨터에만 있고, 보내지 않아요.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>Diagnostics file</source>
        <translation>진단 파일</translation>
    </message>
    <message>
        <source>Versions, checks and the log, without photos, names and paths.</source>
        <translation>버전과 점검 결과, 로그만 담아요. 사진, 이름, 경로는 들어가지 않아요.</translation>
    </message>
    <message>
        <source>This is all that the file would hold. Save it and send it to whoever helps.</source>
        <translation>파일에 들어갈 내용은 이게 전부예요. 저장해서 도와주는 분께 보내 주세요.</translation>
    </message>
    <message>
        <source>Make…</source>
        <translation>만들기…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>{name}에 저장했어요.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>창</translation>
    </message>
    <message>
        <source>Size, theme and text as on the first day.</source>
        <translation>창 크기와 테마, 글자를 처음 상태로 되돌려요.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>초기화</translation>
    </message>
    <message>
        <source>About</source>
        <translation>정보</translation>
    </message>
    <message>
        <source>Version and licences</source>
        <translation>버전과 라이선스</translation>
    </message>
    <message>
        <source>Whose work BRAIND builds on.</source>
        <translation>BRAIND가 사용하는 소프트웨어예요.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Version {version} · Qt {qt} · Apache-2.0</source>
        <translation>버전 {version} · Qt {qt} · Apache-2.0</translation>
    </message>
    <message>
        <source>Photos and results stay on this computer. Nothing is sent anywhere.</source>
        <translation>사진과 결과는 이 컴퓨터에만 있어요. 어디로도 보내지 않아요.</translation>
    </message>
    <message>
        <source>Third-party packages</source>
        <translation>함께 쓰는 소프트웨어</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>패키지</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>라이선스</translation>
    </message>
    <message>
        <source>This package ships no licence text of its own.</source>
        <translation>이 패키지에는 라이선스 전문이 들어 있지 않아요.</translation>
    </message>
    <message>
        <source>Find the brands that look like you</source>
        <translation>나를 닮은 브랜드를 찾아보세요</translation>
    </message>
    <message>
        <source>Photos are analysed on this computer only. Nothing is sent.</source>
        <translation>사진은 이 컴퓨터 안에서만 분석해요. 어디로도 보내지 않아요.</translation>
    </message>
    <message>
        <source>I run a brand</source>
        <translation>브랜드를 운영해요</translation>
    </message>
    <message>
        <source>Add a lookbook and see its style and the brands closest to it.</source>
        <translation>룩북을 넣으면 스타일과 가장 가까운 브랜드를 정리해 드려요.</translation>
    </message>
    <message>
        <source>Import a lookbook</source>
        <translation>룩북 가져오기</translation>
    </message>
    <message>
        <source>I have a photo</source>
        <translation>옷 사진으로 찾을래요</translation>
    </message>
    <message>
        <source>One full-body photo is enough to see the brands that match.</source>
        <translation>전신 사진 한 장이면 닮은 브랜드를 찾아 드려요.</translation>
    </message>
    <message>
        <source>Look around in the drawn sample first</source>
        <translation>그려진 샘플로 먼저 둘러보기</translation>
    </message>
</context>
</TS>
