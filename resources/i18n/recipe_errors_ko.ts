<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>recipe_errors</name>
    <message>
        <source>There is no recipe “{recipe}”.</source>
        <translation>“{recipe}” 레시피는 없어요.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>다른 레시피를 골라 주세요.</translation>
    </message>
    <message>
        <source>The model for this step is not known here.</source>
        <translation>이 단계에 쓸 모델을 찾을 수 없어요.</translation>
    </message>
    <message>
        <source>Choose another one for this step.</source>
        <translation>이 단계에 다른 모델을 골라 주세요.</translation>
    </message>
    <message>
        <source>This needs packages that are not installed.</source>
        <translation>필요한 패키지가 설치되어 있지 않아요.</translation>
    </message>
    <message>
        <source>Run: {command}</source>
        <translation>실행: {command}</translation>
    </message>
    <message>
        <source>This needs packages, which cannot be added to the installed program.</source>
        <translation>패키지가 더 필요한데, 설치된 프로그램에는 추가할 수 없어요.</translation>
    </message>
    <message>
        <source>Choose a Python environment that has them, in Settings.</source>
        <translation>그 패키지가 있는 Python 환경을 설정에서 골라 주세요.</translation>
    </message>
    <message>
        <source>“{python}” does not answer as a Python 3.11 or newer.</source>
        <translation>“{python}”은(는) Python 3.11 이상으로 응답하지 않아요.</translation>
    </message>
    <message>
        <source>Choose the interpreter of an environment, such as .venv/bin/python.</source>
        <translation>.venv/bin/python처럼 환경의 실행 파일을 골라 주세요.</translation>
    </message>
    <message>
        <source>This Python has another BRAIND ({found}) than this program ({wanted}), or none.</source>
        <translation>이 Python의 BRAIND({found})가 이 프로그램({wanted})과 다르거나 없어요.</translation>
    </message>
    <message>
        <source>The setting “{setting}” does not fit.</source>
        <translation>“{setting}” 설정값이 맞지 않아요.</translation>
    </message>
    <message>
        <source>Check the recipe&apos;s settings.</source>
        <translation>레시피 설정을 확인해 주세요.</translation>
    </message>
    <message>
        <source>No style classifier has been chosen.</source>
        <translation>스타일 분류 모델을 고르지 않았어요.</translation>
    </message>
    <message>
        <source>Train one, then name its file in the recipe.</source>
        <translation>모델을 학습시킨 뒤 레시피에 파일을 적어 주세요.</translation>
    </message>
    <message>
        <source>The settings can&apos;t be read.</source>
        <translation>설정 파일을 읽을 수 없어요.</translation>
    </message>
    <message>
        <source>Mend {path} or delete it; then the defaults hold.</source>
        <translation>{path} 파일을 고치거나 지우면 기본값을 써요.</translation>
    </message>
    <message>
        <source>There is no device “{device}”.</source>
        <translation>“{device}” 장치는 없어요.</translation>
    </message>
    <message>
        <source>Choose auto, cpu, cuda, dml or coreml.</source>
        <translation>auto, cpu, cuda, dml, coreml 중에서 골라 주세요.</translation>
    </message>
    <message>
        <source>BRAIND can&apos;t compute on “{device}” here.</source>
        <translation>여기서는 “{device}” 장치로 계산할 수 없어요.</translation>
    </message>
    <message>
        <source>Choose another device, or auto.</source>
        <translation>다른 장치나 auto를 골라 주세요.</translation>
    </message>
    <message>
        <source>There is not enough memory for this model.</source>
        <translation>이 모델을 쓰기에 메모리가 부족해요.</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model.</source>
        <translation>다른 프로그램을 닫거나 더 작은 모델을 골라 주세요.</translation>
    </message>
    <message>
        <source>This detector can&apos;t tell a whole body from half of one.</source>
        <translation>이 탐지 모델로는 전신인지 알 수 없어요.</translation>
    </message>
    <message>
        <source>Use one with the five body classes, or with keypoints.</source>
        <translation>다섯 가지 신체 클래스나 관절점을 찾는 모델을 써 주세요.</translation>
    </message>
    <message>
        <source>The classifier has no card that can be used.</source>
        <translation>분류 모델의 설명 파일을 쓸 수 없어요.</translation>
    </message>
    <message>
        <source>Train it with “braind train style”, which writes the card.</source>
        <translation>“braind train style”로 학습하면 설명 파일이 함께 생겨요.</translation>
    </message>
    <message>
        <source>The style heads can&apos;t be used with this model.</source>
        <translation>이 모델에는 쓸 수 없는 스타일 판정기예요.</translation>
    </message>
    <message>
        <source>Train them again, or leave the setting empty.</source>
        <translation>다시 학습시키거나 설정을 비워 두세요.</translation>
    </message>
    <message>
        <source>This ultralytics would run code from weight files.</source>
        <translation>설치된 ultralytics는 가중치 파일의 코드를 실행할 수 있어요.</translation>
    </message>
    <message>
        <source>Update it.</source>
        <translation>업데이트해 주세요.</translation>
    </message>
    <message>
        <source>The word vectors can&apos;t be used.</source>
        <translation>단어 벡터를 쓸 수 없어요.</translation>
    </message>
    <message>
        <source>Install BRAIND again.</source>
        <translation>BRAIND를 다시 설치해 주세요.</translation>
    </message>
    <message>
        <source>The photo is not where it was.</source>
        <translation>사진이 원래 자리에 없어요.</translation>
    </message>
    <message>
        <source>Put it back, or look for moved photos.</source>
        <translation>되돌려 놓거나 옮긴 사진 찾기를 해 주세요.</translation>
    </message>
    <message>
        <source>Another picture is in this place now.</source>
        <translation>이 자리에 다른 사진이 있어요.</translation>
    </message>
    <message>
        <source>Import it anew if it belongs to the brand.</source>
        <translation>이 브랜드 사진이 맞으면 새로 가져와 주세요.</translation>
    </message>
    <message>
        <source>The look came in a pack, without its photo.</source>
        <translation>팩으로 받은 룩이라 사진이 없어요.</translation>
    </message>
    <message>
        <source>Ask the pack&apos;s owner for a new one.</source>
        <translation>팩을 준 사람에게 새 팩을 부탁해 주세요.</translation>
    </message>
    <message>
        <source>The model&apos;s process ended before it answered.</source>
        <translation>모델 프로세스가 답하기 전에 끝났어요.</translation>
    </message>
    <message>
        <source>Start again: what was finished is kept. If it recurs, the memory may be too small.</source>
        <translation>다시 시작해 주세요. 끝난 것은 그대로 있어요. 또 그러면 메모리가 부족할 수 있어요.</translation>
    </message>
    <message>
        <source>The model&apos;s process could not answer.</source>
        <translation>모델 프로세스가 답하지 못했어요.</translation>
    </message>
    <message>
        <source>Check its model files, or install it again.</source>
        <translation>모델 파일을 확인하거나 다시 설치해 주세요.</translation>
    </message>
    <message>
        <source>LAVIS is not installed.</source>
        <translation>LAVIS가 설치되어 있지 않아요.</translation>
    </message>
    <message>
        <source>Run: braind models install-lavis</source>
        <translation>실행: braind models install-lavis</translation>
    </message>
</context>
</TS>
