<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>models</name>
    <message>
        <source>Fetched models stay on this computer: {path} · {used} used · {free} free</source>
        <translation>내려받은 모델은 이 컴퓨터에만 저장돼요. 저장 위치: {path} · {used} 사용 중 · {free} 여유</translation>
    </message>
    <message>
        <source>Add from file</source>
        <translation>파일에서 추가</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>Move folder…</source>
        <translation>폴더 옮기기…</translation>
    </message>
    <message>
        <source>Comes with BRAIND</source>
        <translation>기본으로 들어 있어요</translation>
    </message>
    <message>
        <source>Installed and checked</source>
        <translation>설치됨 · 확인 완료</translation>
    </message>
    <message>
        <source>Added by hand, not verified</source>
        <translation>직접 추가함 · 확인 안 됨</translation>
    </message>
    <message>
        <source>Not complete yet</source>
        <translation>아직 다 받지 못했어요</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>파일이 손상됐어요</translation>
    </message>
    <message>
        <source>Not installed</source>
        <translation>설치 안 됨</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>내려받는 중</translation>
    </message>
    <message>
        <source>The line is silent: trying again</source>
        <translation>응답이 없어 다시 시도하고 있어요</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>복사하는 중</translation>
    </message>
    <message>
        <source>Checking the file (SHA-256)</source>
        <translation>파일이 온전한지 확인 중 (SHA-256)</translation>
    </message>
    <message>
        <source>Trying to load it</source>
        <translation>열어 보는 중</translation>
    </message>
    <message>
        <source>Comes with a package: {command}</source>
        <translation>패키지로 설치해요: {command}</translation>
    </message>
    <message>
        <source>Needs about {size} of memory</source>
        <translation>메모리 약 {size} 필요</translation>
    </message>
    <message>
        <source>Licence {licence}</source>
        <translation>라이선스 {licence}</translation>
    </message>
    <message>
        <source>Licence {licence} · not for commercial use</source>
        <translation>라이선스 {licence} · 상업적 사용 불가</translation>
    </message>
    <message>
        <source>This licence forbids commercial use. A brand that sells clothes is a commercial user.</source>
        <translation>상업적으로 쓸 수 없는 라이선스예요. 옷을 파는 브랜드는 상업적 사용자에 해당해요.</translation>
    </message>
    <message>
        <source>Download {size}</source>
        <translation>내려받기 {size}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>이어받기</translation>
    </message>
    <message>
        <source>Download again</source>
        <translation>다시 받기</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시정지</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Which model is it?</source>
        <translation>어떤 모델인가요?</translation>
    </message>
    <message>
        <source>“{names}” does not tell which model it is a file of.</source>
        <translation>“{names}”만으로는 어떤 모델의 파일인지 알 수 없어요.</translation>
    </message>
    <message>
        <source>Add as this model</source>
        <translation>이 모델로 추가</translation>
    </message>
    <message>
        <source>Add it anyway</source>
        <translation>그래도 추가</translation>
    </message>
    <message>
        <source>Download {name}</source>
        <translation>{name} 내려받기</translation>
    </message>
    <message>
        <source>I have read the licence and accept it</source>
        <translation>라이선스를 읽었고 동의해요</translation>
    </message>
    <message>
        <source>Read the licence</source>
        <translation>라이선스 읽기</translation>
    </message>
    <message>
        <source>Accept and download</source>
        <translation>동의하고 내려받기</translation>
    </message>
    <message>
        <source>{size} are fetched from {host}. No photo and nothing about you is sent.</source>
        <translation>{host}에서 {size}를 받아요. 사진이나 개인 정보는 보내지 않아요.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>The app goes online only when you download a model or press “Try”.</source>
        <translation>모델을 내려받거나 ‘연결 확인’을 누를 때만 인터넷에 연결해요.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>Own address</source>
        <translation>직접 입력</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>프록시</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템 설정</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Own proxy</source>
        <translation>직접 입력</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>연결 확인</translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation>서버에 묻고 있어요</translation>
    </message>
    <message>
        <source>{host} answers.</source>
        <translation>{host}에 연결돼요.</translation>
    </message>
</context>
</TS>
