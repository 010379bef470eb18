<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>model_errors</name>
    <message>
        <source>A file that comes with BRAIND is damaged.</source>
        <translation>BRAIND에 들어 있는 파일이 손상되었어요.</translation>
    </message>
    <message>
        <source>Install BRAIND again.</source>
        <translation>BRAIND를 다시 설치해 주세요.</translation>
    </message>
    <message>
        <source>There is no such model.</source>
        <translation>그런 모델은 없어요.</translation>
    </message>
    <message>
        <source>See which there are.</source>
        <translation>모델 목록을 확인해 주세요.</translation>
    </message>
    <message>
        <source>The model can&apos;t be opened; BRAIND goes on with the base model.</source>
        <translation>모델을 열 수 없어요. 기본 모델로 계속할게요.</translation>
    </message>
    <message>
        <source>Fetch it again, or update BRAIND.</source>
        <translation>다시 받거나 BRAIND를 업데이트해 주세요.</translation>
    </message>
    <message>
        <source>This model is of another kind than its task needs.</source>
        <translation>이 모델은 맡은 일에 맞지 않는 종류예요.</translation>
    </message>
    <message>
        <source>Fetch it again, or choose another one.</source>
        <translation>다시 받거나 다른 모델을 고르세요.</translation>
    </message>
    <message>
        <source>This model is being fetched or changed elsewhere.</source>
        <translation>다른 곳에서 이 모델을 받거나 바꾸고 있어요.</translation>
    </message>
    <message>
        <source>Wait until that is done, or stop it there.</source>
        <translation>끝날 때까지 기다리거나 그쪽에서 멈춰 주세요.</translation>
    </message>
    <message>
        <source>The model can&apos;t be removed while it is in use.</source>
        <translation>사용 중이라 모델을 지울 수 없어요.</translation>
    </message>
    <message>
        <source>Close whatever uses it, then try again.</source>
        <translation>사용 중인 작업을 끝내고 다시 해 주세요.</translation>
    </message>
    <message>
        <source>This model belongs to BRAIND or to a package.</source>
        <translation>BRAIND나 다른 패키지에 포함된 모델이에요.</translation>
    </message>
    <message>
        <source>It is not fetched, added or removed by itself.</source>
        <translation>따로 받거나 지울 수 없어요.</translation>
    </message>
    <message>
        <source>This is not known as a file of a model.</source>
        <translation>어느 모델의 파일인지 알 수 없어요.</translation>
    </message>
    <message>
        <source>Say which model it is.</source>
        <translation>어느 모델인지 골라 주세요.</translation>
    </message>
    <message>
        <source>Nobody can tell whether this file is what its makers published.</source>
        <translation>제작사가 공개한 파일인지 확인할 수 없어요.</translation>
    </message>
    <message>
        <source>Add it only if you trust where it comes from.</source>
        <translation>믿을 수 있는 곳에서 받은 파일만 추가해 주세요.</translation>
    </message>
    <message>
        <source>This is a PyTorch file: opening it can run what its maker put in.</source>
        <translation>PyTorch 파일이에요. 열 때 안에 든 코드가 실행될 수 있어요.</translation>
    </message>
    <message>
        <source>Use an ONNX file instead, or add it only if you trust its maker.</source>
        <translation>ONNX 파일을 쓰거나, 만든 사람을 믿을 때만 추가해 주세요.</translation>
    </message>
    <message>
        <source>This model is under the licence {spdx}.</source>
        <translation>이 모델의 라이선스는 {spdx}이에요.</translation>
    </message>
    <message>
        <source>Read it at {link} and accept it first.</source>
        <translation>{link}에서 읽고 먼저 동의해 주세요.</translation>
    </message>
    <message>
        <source>The environment variable BRAIND_MODELS says where models lie.</source>
        <translation>모델 폴더가 환경 변수 BRAIND_MODELS로 정해져 있어요.</translation>
    </message>
    <message>
        <source>Change or unset it.</source>
        <translation>그 변수를 바꾸거나 지워 주세요.</translation>
    </message>
    <message>
        <source>The models can&apos;t be moved there: it is not an empty folder of its own.</source>
        <translation>그곳으로는 옮길 수 없어요. 비어 있는 별도의 폴더가 아니에요.</translation>
    </message>
    <message>
        <source>Choose an empty folder.</source>
        <translation>빈 폴더를 골라 주세요.</translation>
    </message>
    <message>
        <source>The folder of models can&apos;t be written.</source>
        <translation>모델 폴더에 쓸 수 없어요.</translation>
    </message>
    <message>
        <source>Choose another folder, or ask for write permission.</source>
        <translation>다른 폴더를 고르거나 쓰기 권한을 요청해 주세요.</translation>
    </message>
    <message>
        <source>Not enough disk space: {need} needed, {free} free.</source>
        <translation>저장 공간이 부족해요. {need} 필요, {free} 남음.</translation>
    </message>
    <message>
        <source>Make room, or move the models to another folder.</source>
        <translation>공간을 비우거나 모델 폴더를 옮겨 주세요.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>저장 공간이 가득 찼어요.</translation>
    </message>
    <message>
        <source>Make room and try again: what has arrived is kept.</source>
        <translation>공간을 비우고 다시 시도해 주세요. 받은 만큼은 남아 있어요.</translation>
    </message>
    <message>
        <source>Network use is off.</source>
        <translation>네트워크를 쓰지 않도록 설정돼 있어요.</translation>
    </message>
    <message>
        <source>Turn it on, or add the model from a file.</source>
        <translation>설정에서 켜거나 파일에서 추가해 주세요.</translation>
    </message>
    <message>
        <source>Can&apos;t reach {host}.</source>
        <translation>{host}에 연결할 수 없어요.</translation>
    </message>
    <message>
        <source>Choose another server or a proxy, or add the model from a file.</source>
        <translation>서버나 프록시를 바꾸거나 파일에서 추가해 주세요.</translation>
    </message>
    <message>
        <source>The secure connection to {host} could not be verified. Is this a company network?</source>
        <translation>{host}의 보안 연결을 확인할 수 없어요. 회사 네트워크인가요?</translation>
    </message>
    <message>
        <source>Add your network&apos;s certificate.</source>
        <translation>회사 네트워크의 인증서를 추가해 주세요.</translation>
    </message>
    <message>
        <source>{host} would be asked over an unsecured line.</source>
        <translation>{host}에는 보안 연결로 접속할 수 없어요.</translation>
    </message>
    <message>
        <source>Choose a server whose address starts with https.</source>
        <translation>https로 시작하는 서버를 골라 주세요.</translation>
    </message>
    <message>
        <source>{host} does not give the file ({status}).</source>
        <translation>{host}에서 파일을 주지 않아요({status}).</translation>
    </message>
    <message>
        <source>Choose another server, or add the model from a file.</source>
        <translation>서버를 바꾸거나 파일에서 추가해 주세요.</translation>
    </message>
    <message>
        <source>The download from {host} failed again and again.</source>
        <translation>{host}에서 내려받기가 거듭 실패했어요.</translation>
    </message>
    <message>
        <source>Try again later: what has arrived is kept.</source>
        <translation>나중에 다시 시도해 주세요. 받은 만큼은 남아 있어요.</translation>
    </message>
    <message>
        <source>The file holds no certificates in PEM form.</source>
        <translation>PEM 형식의 인증서 파일이 아니에요.</translation>
    </message>
    <message>
        <source>Ask your network&apos;s administrator for it.</source>
        <translation>네트워크 관리자에게 요청해 주세요.</translation>
    </message>
</context>
</TS>
